import { UserError } from '../../errors.ts';
import { isGuid } from '../../json.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { compilePolicy } from '../../policy/judge.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import type { StoredRow } from '../../store/rows-file.ts';
import { inputName } from '../../text/audience.ts';
import { counted, listed } from '../../text/numbers.ts';
import { reportsOf, targetOf, type PlannedChange } from '../change.ts';
import { requireOwnChanges } from '../guard.ts';
import { PlanDraft } from '../plan-draft.ts';
import { collectPlan, openReading, warnOfSynchronized, type MadePlan } from '../reading.ts';
import { unknownRecipients } from '../forwarding-recipients.ts';
import type { RemediationRun } from '../remediation-run.ts';
import type { RestoreBasis } from '../remediation-inputs.ts';
import { newRowReader } from '../row-reader.ts';
import { isSame, settingIn } from '../targets/setting-values.ts';
import type { RestoreSource } from './restore-source.ts';
import { keptCells, keptObject, keptSettings } from './kept-values.ts';
import { PolicyCheck } from './policy-check.ts';
import { RestorePlanner } from './restore-plan.ts';

/**
 * Reads the mailboxes of the list, and plans the changes that bring them back to a kept report. Rejects with a UserError: of Exchange
 * Online, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
export async function planRestore(run: RemediationRun, basis: RestoreBasis): Promise<MadePlan> {
  const { kept, policy, baseline } = basis;
  const { warnings, inputs } = run;
  const reading = await openReading(run, run.reports);
  const { reports, identities, started, source } = reading;
  const judge = policy && compilePolicy(policy, reports, started, baseline, identities.namesOf);
  const draft = new PlanDraft();
  const planner = new RestorePlanner(draft, {
    kept,
    identities,
    readRow: await newRowReader([...reports, ...kept.reports], source.internalDomains, started),
    check: judge && new PolicyCheck(judge, reports),
    cloud: inputs.cloud,
    autoMapping: inputs.autoMapping === 'true',
    now: started,
  });
  const counts = await collectPlan(run, reading, [], planner, draft);
  draft.leave(await unknownRecipients(draft.changes, basis, reading.exchange), 'unknown-recipient');
  for (const warning of restoreWarnings({ kept, policy })) warnings.add(warning);
  warnOfSynchronized(draft, warnings);
  const { changes, left } = draft;
  return { changes, counts, violations: [], left };
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
  kept: RestoreSource,
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
  requireOwnChanges(changes, list, (change) => isShownBy(kept, change), {
    what: 'which the report does not show',
    hint: 'The plan was edited, or "only" is another one. Make a new plan, review it and approve it.',
  });
}

/** Whether a kept report shows what a change brings back. */
function isShownBy(kept: RestoreSource, change: PlannedChange): boolean {
  if (change.rules.length > 0) return false;
  const names = reportsOf(change);
  const { address, mailboxId: account, guid } = change;
  const results = kept.mailboxOf(address, { account, guid: isGuid(guid) ? guid : undefined })?.results;
  return (
    kept.reports
      .filter(({ name }) => names.includes(name))
      .some((report) => (results?.get(report.name)?.rows ?? []).some((row) => isShownIn(report, row, change))) &&
    isHeldAsKept(kept, change)
  );
}

/** Whether a change gives something to the account that the report has behind its address. */
function isHeldAsKept(kept: RestoreSource, change: PlannedChange): boolean {
  const { holders } = targetOf(change).entries ?? {};
  const address = holders?.addressOf?.(change.entry);
  if (holders?.keptBy === undefined || address === undefined) return true;
  const account = kept.accountOf(address);
  return (
    account !== undefined && JSON.stringify(holders.keptBy(change.entry, account)) === JSON.stringify(change.entry)
  );
}

function isShownIn(report: ReportDefinition, row: StoredRow, change: PlannedChange): boolean {
  const { entry, setting, before, after } = change;
  const target = targetOf(change);
  if (target.entries === undefined) {
    const values = keptCells(report, row).flatMap(([column, cell]) =>
      Object.entries(keptSettings(report, column, cell) ?? {}),
    );
    return values.some(([path, value]) => path === setting && isSame(path, value, after));
  }
  const object = keptObject(report, row);
  const isWhole = setting === WHOLE_ROW;
  const writable = target.ofRow(object, { isWhole, isOfPolicy: false, cloud: '' });
  if (typeof writable === 'string') return false;
  if (!isWhole)
    return target.entries.isOf?.(entry, object) === true && isSame(setting, settingIn(object, setting), after);
  const isEntry = JSON.stringify(target.keyOf(writable.entry)) === JSON.stringify(target.keyOf(entry));
  return isEntry && before === null && isSame(setting, writable.value ?? null, after);
}
