import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { isMissing } from '../mailboxes/mailbox-answer.ts';
import type { Mailbox, MailboxList } from '../mailboxes/mailbox.ts';
import { WHOLE_ROW, type Policy } from '../policy/policy-definition.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { reportOf, reportsOf, targetKey, targetOf, type PlannedChange } from './change.ts';
import { reasonText } from './left-row.ts';
import { changed, isSame, settingIn, shownValue, shows } from './targets/setting-values.ts';
import type { Identities } from '../mailboxes/identities.ts';
import { cellOf, isSameCell, type JudgedRow, type OtherRows } from './planned-change.ts';
import { wholeTimeZone, type TargetPlan, type TargetPlanner } from './target-plan.ts';

/** Whether a planned change still fits what was just read. `unchanged`: it shows the value of the change already. */
type Fit = { readonly status: 'fits' | 'unchanged' } | Misfit;

/** Why nothing is written: the mailbox differs from the plan, or `failed`: what decides could not be read. */
interface Misfit {
  readonly status: 'stale' | 'failed';
  readonly error: string;
}

/**
 * Says of the changes of one target whether they fit. Call it right before each write.
 *
 * @param resource the settings of the mailbox, the inbox rule, or the object of the cmdlet with the properties of its report, as just read
 */
export type Guard = (changes: readonly PlannedChange[], resource: JsonObject) => readonly Fit[];

interface PolicyGuardOptions {
  /** All changes of the plan. */
  readonly planned: readonly PlannedChange[];
  readonly planner: TargetPlanner;
  /** The reports that show what the plan changes. */
  readonly reports: readonly ReportDefinition[];
  readonly mailboxOf: (address: string) => Mailbox;
  /** What the report of a cmdlet adds to an object: settings of the organization, the address of a recipient, other listings. */
  readonly additionsOf: (address: string, report: string) => JsonObject;
  /** The other reports that rules of the plan name, as read before the first write. */
  readonly besideOf: (address: string) => OtherRows;
}

/**
 * The guard of a plan that a policy made: a change fits while the values that it sets and the cells that its rules read are those of
 * the plan, and the policy, judging the row again, requires the same change. Other properties may differ.
 */
export function policyGuard(identities: Identities, options: PolicyGuardOptions): Guard {
  const ofTargets = Map.groupBy(options.planned, targetKey);
  return (changes, resource) => {
    const [first] = changes;
    if (first === undefined) return [];
    const values = valueGuard(identities)(changes, resource);
    if (values.every(({ status }) => status !== 'fits')) return values;
    // What this run, or an earlier one of the same plan, has changed is as the plan expects, so it is judged as it was.
    const done = (ofTargets.get(targetKey(first)) ?? changes).filter(({ setting, after }) =>
      isSame(setting, settingIn(resource, setting), after),
    );
    const before = changed(
      withAdditions(first, resource, options),
      done.map(({ setting, before: after }) => ({ setting, after })),
    );
    const rows = judgedRows(first, before, options);
    const plan = planAgain(first, before, rows, options);
    return changes.map((change, index) => {
      const fit = values[index] ?? stale('It was not read');
      return fit.status === 'fits' ? fitOfRow(change, rows, plan, options.besideOf(change.address)) : fit;
    });
  };
}

/**
 * The guard of an undo or a restore, which no policy requires: a change fits while its setting has the value of the plan, or what the service
 * made of it. The record of a run that was killed does not have what was read back. An inbox rule must do what it did before the
 * change: without its conditions, it would do it to every message.
 *
 * @param unknown changes that would forward to a recipient who is not known to be the former one
 * @param isIgnored whether an address had no effect, since the mailbox forwarded to a recipient
 */
export function undoGuard(
  identities: Identities,
  unknown: ReadonlySet<PlannedChange>,
  isIgnored: (change: PlannedChange) => boolean,
): Guard {
  const hasValues = valueGuard(identities, shows);
  return (changes, resource) =>
    hasValues(changes, resource).map((fit, index) => {
      const change = changes[index];
      if (fit.status !== 'fits' || change === undefined) return fit;
      if (unknown.has(change)) return stale(`Not written: ${reasonText('unknown-recipient')}`);
      if (isIgnored(change) && typeof resource.ForwardingAddress !== 'string')
        return stale(`Not written: ${reasonText('ignored-address')}`);
      const difference = targetOf(change).differenceOf?.(change.entry, resource);
      return difference === undefined ? fit : stale(difference);
    });
}

/** A change fits while its setting has the value of the plan. */
function valueGuard(identities: Identities, hasValue = isSame): Guard {
  return (changes, resource) =>
    changes.map((change) => {
      const { setting, before, after } = change;
      const other = otherMailbox(change, identities);
      if (other !== undefined) return other;
      const current = settingIn(resource, setting);
      if (isSame(setting, current, after)) return { status: 'unchanged' };
      const misfit = targetOf(change).misfitOf?.(resource);
      if (misfit !== undefined) return stale(misfit);
      if (hasValue(setting, current, before)) return { status: 'fits' };
      return stale(`Changed since the plan: the value is ${shownValue(current)}`);
    });
}

/** Why the address and the ids of a change are not known to name one mailbox; undefined if they are. */
function otherMailbox({ address, mailboxId, guid }: PlannedChange, identities: Identities): Misfit | undefined {
  const ids = [
    [mailboxId, identities.idOf(address)],
    [guid, identities.of(address)?.guid],
  ].filter(([idOfPlan]) => idOfPlan !== undefined);
  if (ids.length === 0) return stale(`The plan does not say whose account the address ${address} is`);
  if (ids.every(([idOfPlan, idNow]) => idOfPlan?.toLowerCase() === idNow?.toLowerCase())) return undefined;
  const isKnown = ids.every(([, idNow]) => idNow !== undefined);
  if (isKnown) return stale(`${address} is another mailbox than that of the plan`);
  const cause = identities.failureOf(address);
  if (cause === undefined) return stale(`${address} is not known to be the mailbox of the plan`);
  return failed(`It could not be read which mailbox has the address ${address}: ${cause}`);
}

function withAdditions(change: PlannedChange, resource: JsonObject, { additionsOf }: PolicyGuardOptions): JsonObject {
  // The rows of a list are other entries.
  if (Object.hasOwn(resource, WHOLE_ROW)) return resource;
  const additions = additionsOf(change.address, reportOf(change));
  const whole = { ...additions, ...resource };
  const isSameRecipient = isSame('', additions.ForwardingAddress ?? null, whole.ForwardingAddress ?? null);
  return isSameRecipient ? whole : { ...whole, recipientAddress: null };
}

/** The rows of the reports that show the target. */
function judgedRows(
  change: PlannedChange,
  resource: JsonObject,
  { planner, reports, mailboxOf, besideOf }: PolicyGuardOptions,
): readonly JudgedRow[] {
  const names = reportsOf(change);
  return reports
    .filter(({ name }) => names.includes(name))
    .flatMap((report) => planner.judged(report, mailboxOf(change.address), resource, besideOf(change.address)) ?? []);
}

function planAgain(
  { address, mailboxId, guid, target, entry }: PlannedChange,
  resource: JsonObject,
  rows: readonly JudgedRow[],
  { planner, besideOf }: PolicyGuardOptions,
): TargetPlan | UserError {
  try {
    return planner.plan({ address, mailboxId, guid, target, entry }, resource, rows, besideOf(address));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function fitOfRow(
  change: PlannedChange,
  rows: readonly JudgedRow[],
  plan: TargetPlan | UserError,
  { reports, rowsOf }: OtherRows,
): Fit {
  for (const cell of change.cells) {
    const own = rows.find(({ report }) => report.name === cell.report);
    const report = own?.report ?? reports.find(({ name }) => name === cell.report);
    const row = own?.row ?? rowsOf(cell.report)?.[0];
    const now = report && row?.status === 'ok' ? cellOf(report, row, cell.column) : undefined;
    if (now === undefined) {
      const error = `A rule of this change reads ${cell.column}, which cannot be read`;
      return row === undefined || row.status === 'ok' || isMissing(row.status) ? stale(error) : failed(error);
    }
    if (!isSameCell(now, cell)) {
      const value = now.cell.isKnown ? shownValue(now.cell.value) : 'not known';
      return stale(`Changed since the plan: ${cell.column}, which a rule of this change reads, is ${value}`);
    }
  }
  if (plan instanceof UserError) return stale(plan.message);
  const again = plan.changes.find(({ setting }) => setting === change.setting);
  const isSameChange =
    again !== undefined &&
    isSame(change.setting, again.after, change.after) &&
    change.rules.every((rule) => again.rules.includes(rule));
  return isSameChange ? { status: 'fits' } : stale('The policy no longer requires this change');
}

function stale(error: string): Misfit {
  return { status: 'stale', error };
}

function failed(error: string): Misfit {
  return { status: 'failed', error };
}

/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list and what the `set` of its rules gives: a plan that was
 * edited gains nothing.
 */
export function requireChangesOfPolicy(changes: readonly PlannedChange[], policy: Policy, list: MailboxList): void {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const isRequired = (change: PlannedChange): boolean => {
    const { setting, after } = change;
    const reports = reportsOf(change);
    const isOfRule = (id: string): boolean => {
      const { report, set = [] } = rules.get(id) ?? {};
      const isReport = report !== undefined && reports.includes(report);
      return (
        isReport && set.map(wholeTimeZone).some(({ path, value }) => path === setting && isSame(setting, value, after))
      );
    };
    return change.rules.length > 0 && change.rules.every(isOfRule);
  };
  requireOwnChanges(changes, list, isRequired, {
    what: 'which the policy does not require',
    hint: 'The plan was edited. Make a new plan, review it and approve it.',
  });
}

/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list, occurs once and is expected.
 *
 * @param refusal `what`: completes "The plan changes <setting> of <address>, ..."
 */
export function requireOwnChanges(
  changes: readonly PlannedChange[],
  list: MailboxList,
  isExpected: (change: PlannedChange) => boolean,
  refusal: { readonly what: string; readonly hint: string },
): void {
  const addresses = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
  const targets = new Set<string>();
  for (const change of changes) {
    const { address, setting } = change;
    const key = JSON.stringify([address.toLowerCase(), targetKey(change), setting]);
    const isRepeated = targets.has(key);
    targets.add(key);
    if (addresses.has(address.toLowerCase()) && !isRepeated && isExpected(change)) continue;
    const message = `The plan changes ${setting} of ${address}, ${refusal.what}. Nothing was changed.`;
    throw new UserError('PLAN_FILE', message, { hint: refusal.hint });
  }
}
