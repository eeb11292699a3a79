import { REPORTS } from '../world/columns.ts';
import { CHANGING } from './baseline.ts';
import { cellText, type Cell, type Row } from './cells.ts';
import { violationChanges, type ViolationChanges } from './changed-violations.ts';
import { rowsOf, without, type Outcome } from './differences.ts';
import { subjectIn, type ExpectedMailbox, type ExpectedRun } from './expected-run.ts';
import { itemOf, ITEMS } from './items.ts';
import { plain } from './texts.ts';

/** A row of `changes.csv`. */
export interface Change {
  readonly change: string;
  readonly report: string;
  readonly mailbox: string;
  readonly item: string;
  readonly column: string;
  /** Of a row that was added or removed, it is text for people. */
  readonly values: readonly [before: string, after: string];
}

const COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'];
const NO_VALUES = ['', ''] as const;
/** The table that comes with `applications`, of which nothing is said yet. */
const BESIDE = 'applications-of-tenant';
/** The outputs that a comparison sets. */
const OUTPUTS = ['new-violation-count', 'new-warning-count', 'resolved-count', 'change-count'];

/** What `changes.csv` and the outputs show and should not, given the run before; without one there is neither. */
export function changeDifferences(
  before: ExpectedRun | undefined,
  after: ExpectedRun,
  outcome: Outcome,
): readonly string[] {
  const cells = before === undefined ? [] : [...ofList(before, after), ...ofCells(before, after)];
  const violations = before === undefined ? undefined : violationChanges(before, after);
  const should = [...cells, ...(violations?.changes ?? [])].map(({ change, report, mailbox, item, column, values }) =>
    lineOf([change, report, mailbox, item, column, ...(isWhole(change) ? NO_VALUES : values)]),
  );
  const shown = rowsOf(after, outcome, 'changes');
  const beside = shown.filter(({ Report }) => Report === BESIDE && !after.tables.some(({ name }) => name === BESIDE));
  const is = shown
    .filter((row) => !beside.includes(row))
    .map((row) => lineOf(COLUMNS.map((name, at) => (at > 4 && isWhole(row.Change ?? '') ? '' : (row[name] ?? '')))));
  const counts = before === undefined ? {} : countsOf(cells.length + beside.length, violations);
  return [
    ...without(is, should).map((line) => `changes.csv has ${line}`),
    ...without(should, is).map((line) => `changes.csv lacks ${line}`),
    ...OUTPUTS.flatMap((name) => {
      const [shown, count = 'not set'] = [outcome.outputs[name] ?? 'not set', counts[name]];
      return shown === count ? [] : [`${name} is ${shown} instead of ${count}`];
    }),
  ];
}

function countsOf(
  cells: number,
  violations: ViolationChanges | undefined,
): Readonly<Record<string, string | undefined>> {
  return {
    'change-count': String(cells),
    ...(violations === undefined
      ? {}
      : {
          'new-violation-count': String(violations.fresh.fail),
          'new-warning-count': String(violations.fresh.warn),
          'resolved-count': String(violations.resolved),
        }),
  };
}

function isWhole(change: string): boolean {
  return change === 'added' || change === 'removed';
}

function lineOf(cells: readonly string[]): string {
  return cells.map(plain).join(' | ');
}

function ofList(before: ExpectedRun, after: ExpectedRun): Change[] {
  const only = (run: ExpectedRun, other: ExpectedRun, change: string): Change[] =>
    run.mailboxes
      .map(({ seen }) => seen.entry.address)
      .filter((address) => subjectIn(other, address) === undefined)
      .map((mailbox) => ({ change, report: '', mailbox, item: '', column: '', values: NO_VALUES }));
  return [...only(after, before, 'mailbox-added'), ...only(before, after, 'mailbox-removed')];
}

function ofCells(before: ExpectedRun, after: ExpectedRun): Change[] {
  // Rights that other reports show are left out.
  const reports = after.reports.filter((name) => name !== 'access' && name !== 'mailboxes');
  const ofTables = after.tables.flatMap(({ name }) => ofReport(name, before.tenant, after.tenant));
  const ofMailboxes = after.mailboxes.flatMap((now) => {
    const old = subjectIn(before, now.seen.entry.address);
    const others = reports.flatMap((report) => ofReport(report, old, now).map(({ change }) => change));
    const ofAccess = ofReport('access', old, now).filter(({ change, row }) => !isShown(change, row, others));
    return [...others, ...ofAccess.map(({ change }) => change)];
  });
  return [...ofTables.map(({ change }) => change), ...ofMailboxes];
}

interface ChangeOfRow {
  readonly change: Change;
  readonly row: Row;
}

function ofReport(report: string, before: ExpectedMailbox | undefined, after: ExpectedMailbox): ChangeOfRow[] {
  const { address } = after.seen.entry;
  const [was, is] = [before?.seen.reports[report], after.seen.reports[report]];
  if (was?.status !== 'ok' || is?.status !== 'ok') return [];
  const changed = (item: string, [from, to]: readonly [Row, Row]): ChangeOfRow[] =>
    Object.keys(REPORTS[report]?.columns ?? {})
      .filter((column) => isChanged(report, column, from[column], to[column]))
      .map((column) => {
        const values = [textOf(from[column]), textOf(to[column])] as const;
        return { change: { change: 'changed', report, mailbox: address, item, column, values }, row: to };
      });
  if (['one', 'table'].includes(REPORTS[report]?.rows ?? '')) return changed('', [was.rows[0] ?? {}, is.rows[0] ?? {}]);
  const unmatched = Map.groupBy(was.rows, (row) => itemOf(report, row));
  const whole = (change: string, row: Row): ChangeOfRow => ({
    change: { change, report, mailbox: address, item: itemOf(report, row), column: '', values: NO_VALUES },
    row,
  });
  const isOpen = (row: Row): boolean => hasUnknownItem(report, row);
  // A row whose name is unknown may be any row of the other run.
  const [mayHaveBeen, mayBe] = [was.rows.some(isOpen), is.rows.some(isOpen)];
  const ofNow = is.rows.flatMap((row) => {
    const item = itemOf(report, row);
    const earlier = unmatched.get(item)?.shift();
    if (earlier !== undefined) return changed(item, [earlier, row]);
    return mayHaveBeen || isOpen(row) ? [] : [whole('added', row)];
  });
  const gone = mayBe ? [] : [...unmatched.values()].flat().filter((row) => !isOpen(row));
  return [...ofNow, ...gone.map((row) => whole('removed', row))];
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : cellText(cell);
}

/** Of columns with several alternatives, the first that shows something names the row. */
function hasUnknownItem(report: string, row: Row): boolean {
  const isUnknown = (column: string): boolean => row[column] === undefined || row[column].is === 'unknown';
  if (report !== 'calendar-permissions') return (ITEMS[report] ?? []).some(isUnknown);
  const names = ['GrantedToAddress', 'GrantedTo'];
  const shown = names.find((column) => textOf(row[column]) !== '');
  return shown === undefined ? names.some(isUnknown) : isUnknown(shown);
}

/** Folders leave out the counts of items. */
const COUNTS = ['Items', 'UnreadItems'];

function isChanged(report: string, column: string, was: Cell | undefined, is: Cell | undefined): boolean {
  // Also where a column has no meaning in one of the runs, or only one has it.
  if (was?.is !== 'known' || is?.is !== 'known') return false;
  if (['QuotaPercent', 'ArchivePercent'].includes(column)) return bandOf(was) !== bandOf(is);
  const isLeftOut = CHANGING.has(column) || (report === 'folders' && COUNTS.includes(column));
  return !isLeftOut && cellText(was) !== cellText(is);
}

function bandOf(cell: Cell): number {
  return [75, 90].filter((limit) => Number(cellText(cell)) > limit).length;
}

/** Whether changes of the reports of which `access` is made show that a right was given or taken, unless it is through a group. */
function isShown({ change, mailbox }: Change, row: Row, others: readonly Change[]): boolean {
  if (!isWhole(change) || textOf(row.Through) !== 'direct') return false;
  const [trustee, right] = [textOf(row.Trustee), textOf(row.Right)];
  const has = (report: string, isIt: (other: Change) => boolean): boolean =>
    others.some((other) => other.mailbox === mailbox && other.report === report && isIt(other));
  const isNamed = (item: string, name: string): boolean => item.toLowerCase() === name.toLowerCase();
  if (right === 'Forwarding') return has('mailbox-properties', ({ column }) => column.startsWith('Forwarding'));
  if (right === 'InboxRule') return has('inbox-rules', () => true);
  if (right.startsWith('Calendar: ')) return has('calendar-permissions', ({ item }) => isNamed(item, trustee));
  return has('mailbox-permissions', ({ item }) => isNamed(item, `${trustee}; ${right}`));
}
