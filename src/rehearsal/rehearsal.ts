import type { IndexedReport } from '../store/indexed-report.ts';
import type { Severity } from '../policy/policy-definition.ts';
import type { StoredMailbox, StoredViolation } from '../store/rows-file.ts';
import type { PolicyState } from './policy-state.ts';
import { RuleEffects, tallyOf, type RuleEffect, type SeverityEffect, type Tally } from './rule-effects.ts';
import { StoredJudge, undecidedRules, type UnjudgedRule } from './stored-judge.ts';

/** Mailboxes that only one of both lists has. */
export interface ListEffect {
  readonly added: Tally;
  readonly removed: Tally;
  /** Those of the list that the rows lack, so that they are not judged. */
  readonly withoutRows: Tally;
}

/** What a policy finds in kept rows, in comparison with the policy before. */
export interface Rehearsal {
  /** Mailboxes of the rows that were judged. */
  readonly mailboxes: number;
  /** Those of them of which a report could not be read. */
  readonly unread: number;
  /** Those that are weaker than before, then in the order of the policy, then those that only the policy before has. */
  readonly rules: readonly RuleEffect[];
  readonly unjudged: readonly UnjudgedRule[];
  /** Undefined without mailbox lists. */
  readonly lists: ListEffect | undefined;
}

/**
 * Judges the rows of a report by a policy and by the policy before. Throws an `UnusableRows` for a cell of the wrong type.
 *
 * @param before undefined: the violations that the report itself has
 */
export function rehearse(
  report: IndexedReport,
  stateAfter: PolicyState,
  stateBefore: PolicyState | undefined,
): Rehearsal {
  const { header } = report;
  const after = namedAs(report, stateAfter);
  const before = stateBefore && namedAs(report, stateBefore);
  const now = header.run.started.getTime();
  const judgeOf = (state: PolicyState | undefined): StoredJudge | undefined =>
    state?.policy && new StoredJudge(report, state.policy, state, now);
  const [judge, judgeBefore] = [judgeOf(after), judgeOf(before)];
  const effects = new RuleEffects(
    after,
    before,
    undecidedRules(judge?.unjudged),
    undecidedRules(judgeBefore?.unjudged),
  );
  const [listed, listedBefore] = [addressSet(after), before && addressSet(before)];
  addTables(effects, report, { judge, judgeBefore, isStored: before === undefined });
  let [mailboxes, unread] = [0, 0];
  for (const [index, mailbox] of header.list.mailboxes.entries()) {
    const address = mailbox.address.toLowerCase();
    const [isListed, wasListed] = [listed?.has(address) ?? true, listedBefore?.has(address) ?? true];
    if (!isListed && !wasListed) continue;
    const stored = report.at(index);
    const ofReports = isListed ? header.reports : [];
    const isUnread = (at: number): boolean => stored.reports[at]?.status !== 'ok';
    const unreadReports = new Set(ofReports.flatMap(({ name }, at) => (isUnread(at) ? [name] : [])));
    if (isListed) mailboxes += 1;
    if (unreadReports.size > 0) unread += 1;
    const violations = isListed ? judge?.violationsOf(stored, mailbox) : undefined;
    const earlier = before === undefined ? storedViolations(stored) : judgeBefore?.violationsOf(stored, mailbox);
    const was = wasListed ? (earlier ?? []) : [];
    effects.add(mailbox.address, violations ?? [], was, isListed && wasListed, unreadReports);
  }
  const rows = new Set(header.list.mailboxes.map(({ address }) => address.toLowerCase()));
  return {
    mailboxes,
    unread,
    rules: effects.all(),
    unjudged: [...(judge?.unjudged ?? []), ...unjudgedBefore(judge?.unjudged ?? [], judgeBefore?.unjudged ?? [])],
    lists: listEffect(listed, listedBefore ?? rows, rows),
  };
}

/** A policy whose lists name mailboxes as a report does, which may know a mailbox by another address. */
function namedAs(report: IndexedReport, state: PolicyState): PolicyState {
  const { addresses, listCellsOf } = state;
  if (addresses === undefined) return state;
  const inLists = new Map<string, string>();
  for (const address of addresses) {
    const name = report.findNamed(address)?.address.toLowerCase() ?? address;
    if (!inLists.has(name) || name === address) inLists.set(name, address);
  }
  return {
    ...state,
    addresses: [...inLists.keys()],
    listCellsOf: (stored) =>
      listCellsOf({ ...stored, address: inLists.get(stored.address.toLowerCase()) ?? stored.address }),
  };
}

/** Adds the violations of tables about the tenant, each named as a mailbox is. */
function addTables(
  effects: RuleEffects,
  { tables }: IndexedReport,
  judges: Readonly<Record<'judge' | 'judgeBefore', StoredJudge | undefined>> & { readonly isStored: boolean },
): void {
  const violationsOf = (judge: StoredJudge | undefined) =>
    new Map(judge?.tableViolations().map(({ table, violations }) => [table, violations]));
  const [is, was] = [violationsOf(judges.judge), violationsOf(judges.judgeBefore)];
  for (const { name, status, violations } of tables) {
    const unread = new Set(status === 'ok' ? [] : [name]);
    effects.add(name, is.get(name) ?? [], judges.isStored ? violations : (was.get(name) ?? []), true, unread);
  }
}

/** The rules that only the policy before leaves undecided. */
function unjudgedBefore(after: readonly UnjudgedRule[], before: readonly UnjudgedRule[]): readonly UnjudgedRule[] {
  const names = new Set(after.map(({ rule }) => rule));
  return before.filter(({ rule }) => !names.has(rule)).map((one) => ({ ...one, isBefore: true }));
}

/** Counts of violations over all rules, by severity. */
export function totalsOf({
  rules,
}: Rehearsal): Readonly<Record<Severity, Readonly<Record<'before' | 'after' | 'new' | 'resolved', number>>>> {
  const of = (severity: Severity) => {
    const sum = (numberOf: (effect: SeverityEffect) => number): number =>
      rules.reduce((total, { by }) => total + numberOf(by[severity]), 0);
    return {
      before: sum(({ before }) => before),
      after: sum(({ after }) => after),
      new: sum((effect) => effect.new.count),
      resolved: sum(({ resolved }) => resolved.count),
    };
  };
  return { error: of('error'), warning: of('warning') };
}

function addressSet({ addresses }: PolicyState): ReadonlySet<string> | undefined {
  return addresses && new Set(addresses);
}

function storedViolations({ reports }: StoredMailbox): readonly StoredViolation[] {
  return reports.flatMap(({ violations }) => violations);
}

function listEffect(
  listed: ReadonlySet<string> | undefined,
  before: ReadonlySet<string>,
  rows: ReadonlySet<string>,
): ListEffect | undefined {
  if (listed === undefined) return undefined;
  const added = [...listed].filter((address) => !before.has(address));
  return {
    added: tallyOf(added),
    removed: tallyOf([...before].filter((address) => !listed.has(address))),
    withoutRows: tallyOf([...listed].filter((address) => !rows.has(address))),
  };
}
