import { UserError } from '../../errors.ts';
import { isObject } from '../../json.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { compilePolicy } from '../../policy/judge.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { logGroup, logText } from '../../run/log.ts';
import { inputName } from '../../text/audience.ts';
import { count, counted, listed } from '../../text/numbers.ts';
import { Totals } from '../../totals/totals.ts';
import { VerdictCounts } from '../../totals/verdict-counts.ts';
import { reportsOf, targetKey, type PlannedChange } from '../change.ts';
import { entryKey, isEntryValue, ruleDigest } from '../entry.ts';
import { openReading, readAll, requireUncancelled, synchronizedWarning, type MadePlan } from '../reading.ts';
import type { RemediationRun } from '../remediation-run.ts';
import type { RestoreBasis } from '../remediation-inputs.ts';
import { newRowReader } from '../row-reader.ts';
import { isSame, settingIn } from '../setting-values.ts';
import { boundRights } from '../trustee-identity.ts';
import type { RestoredReport } from './restored-report.ts';
import { keptCells, keptEntry, keptSettings } from './kept-values.ts';
import { PolicyCheck } from './policy-check.ts';
import { RestoreCollector } from './restore-plan.ts';

/**
 * Reads the mailboxes of the list, and plans the changes that bring them back to a kept report. Rejects with a UserError: of Exchange
 * Online, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
export async function planRestore(run: RemediationRun, { kept, policy, baseline }: RestoreBasis): Promise<MadePlan> {
  const { runner, warnings, inputs } = run;
  const { core, signal } = runner;
  const reading = await openReading(run, run.reports);
  const { reports, identities, started, source, exchange, graph } = reading;
  const judge = policy && compilePolicy(policy, reports, started, baseline, identities.namesOf);
  const collector = new RestoreCollector({
    kept,
    identities,
    isExchange: exchange !== undefined,
    readRow: await newRowReader([...reports, ...kept.reports], source.internalDomains, started),
    check: judge && new PolicyCheck(judge, reports),
    cloud: inputs.cloud,
    autoMapping: inputs.autoMapping === 'true',
    now: started,
  });
  const totals = new Totals(reports, policy && new VerdictCounts(policy));
  await logGroup(core, 'Read the mailboxes', () => readAll(run, reading, [], [totals, collector]));
  const { read, unreadable } = totals.mailboxes;
  core.info(logText(`Read ${count(read)} of ${counted(source.mailboxes.length, 'mailbox', 'mailboxes')}`));
  requireUncancelled(signal);
  if (source.reader.stoppedBy !== undefined) throw source.reader.stoppedBy;
  if (read === 0) {
    throw new UserError('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
      hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
    });
  }
  if (exchange !== undefined && collector.rights.length > 0) {
    const bound = await logGroup(core, 'Read the trustees', () =>
      boundRights(collector.rights, exchange.runner, graph.groups()),
    );
    collector.bindRights(bound);
  }
  for (const warning of [...restoreWarnings({ kept, policy }), ...synchronizedWarning(collector.synchronized)])
    warnings.add(warning);
  const { changes, left } = collector;
  const counts = { mailboxes: source.mailboxes.length, unread: unreadable };
  return { changes, skipped: [], counts, violations: [], left };
}

function restoreWarnings({ kept: { outdated }, policy }: Pick<RestoreBasis, 'kept' | 'policy'>): readonly string[] {
  const unjudged = policy?.rules.filter(({ report }) => report === 'access' || report === 'applications') ?? [];
  return [
    ...(policy === undefined ? ['No policy was asked: the plan may bring violations back.'] : []),
    ...(unjudged.length === 0
      ? []
      : [
          `${counted(unjudged.length, 'rule is', 'rules are')} not judged: ${listed(
            unjudged.map(({ id }) => id),
            'and',
          )}.`,
        ]),
    ...(outdated.length === 0
      ? []
      : [`Another version of Mailbox Report read ${listed(outdated, 'and')}, which is not restored.`]),
  ];
}

/**
 * Throws the UserError `REPORT_UNREADABLE` for the report of another tenant or cloud, and `PLAN_FILE` unless each change is of a mailbox of
 * the list and gives what the report shows: a plan that was edited gains nothing.
 */
export function requireRestorable(
  kept: RestoredReport,
  tenant: string,
  cloud: string,
  changes: readonly PlannedChange[],
  list: MailboxList,
): void {
  if (kept.tenant.toLowerCase() !== tenant.toLowerCase() || kept.cloud !== cloud) {
    const message = `The report is of another tenant, ${kept.tenant} in the cloud ${kept.cloud}. Nothing was changed.`;
    throw new UserError('REPORT_UNREADABLE', message, {
      hint: `Sign in to the tenant of the report, or set ${inputName('restore')} to a report of this one.`,
    });
  }
  const addresses = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
  const targets = new Set<string>();
  for (const change of changes) {
    const { address, setting } = change;
    const key = JSON.stringify([address.toLowerCase(), targetKey(change), setting]);
    const isOwn = addresses.has(address.toLowerCase()) && !targets.has(key) && isShownBy(kept, change);
    targets.add(key);
    if (isOwn) continue;
    const message = `The plan changes ${setting} of ${address} to what the report does not show. Nothing was changed.`;
    throw new UserError('PLAN_FILE', message, {
      hint: 'The plan was edited, or "only" is another one. Make a new plan, review it and approve it.',
    });
  }
}

/** Whether a kept report shows what a change brings back. */
function isShownBy(kept: RestoredReport, change: PlannedChange): boolean {
  const { address, entry, inboxRule, setting, before, after } = change;
  if (change.rules.length > 0) return false;
  const names = reportsOf(change);
  const results = kept.mailboxOf(address)?.results;
  return kept.reports.some((report) => {
    const rows = names.includes(report.name) ? (results?.get(report.name)?.rows ?? []) : [];
    return rows.some((row) => {
      if (entry === undefined && inboxRule === undefined) {
        const cells = Object.entries(keptCells(report, row));
        const values = cells.flatMap(([column, cell]) => Object.entries(keptSettings(report, column, cell) ?? {}));
        return values.some(([path, value]) => path === setting && isSame(path, value, after));
      }
      const { found, object } = keptEntry(report, row);
      if (inboxRule !== undefined) {
        return (
          isObject(object.actions) &&
          ruleDigest(object) === change.ruleDigest &&
          isSame(setting, settingIn(object, setting), after)
        );
      }
      if (entry === undefined || typeof found === 'string') return false;
      const isEntry = entryKey(found.entry) === entryKey(entry);
      if (setting !== WHOLE_ROW) {
        const isPerson = entry.kind === 'calendar' && found.entry.kind === 'calendar' && entry.address !== undefined;
        const isGrantee = isPerson && 'address' in found.entry && found.entry.address === entry.address;
        return (isEntry || isGrantee) && isSame(setting, settingIn(found.value, setting), after);
      }
      return isEntry && before === null && isEntryValue(entry, after) && isSame(setting, found.value, after);
    });
  });
}
