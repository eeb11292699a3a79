import { REPORTS } from '../world/columns.ts';
import { CHANGING, definition } from './baseline.ts';
import { cellText, type Cell, type Row } from './cells.ts';
import { rowsOf, without, type Outcome } from './differences.ts';
import { subjectsOf, type ExpectedMailbox, type ExpectedRun } from './expected-run.ts';
import { itemOf, ITEMS } from './items.ts';
import { cellOf, type Finding } from './judge.ts';
import type { SeenReport } from './run.ts';
import { plain } from './texts.ts';

const OF_CHANGE = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'];
/** Of folders, the counts of items are left out. */
const COUNTS = ['Items', 'UnreadItems'];

/** Reports that repeat cells of others, whose changes may be said once. */
const REPEATING = new Set(['access', 'mailboxes']);

/** What `changes.csv` and the output `change-count` show and should not, given the run before. */
export function changeDifferences(before: ExpectedRun, after: ExpectedRun, outcome: Outcome): readonly string[] {
  const undecided = new Set<string>();
  const should = [
    ...after.reports
      .filter((name) => before.reports.includes(name) && !REPEATING.has(name))
      .flatMap((report) =>
        after.mailboxes.flatMap((now, at) => ofMailbox(report, before.mailboxes[at], now, undecided)),
      ),
    ...after.tables.flatMap(({ name }) => ofMailbox(name, before.tenant, after.tenant, undecided)),
  ];
  const shown = rowsOf(after, outcome, 'changes');
  const isOfCells = ({ Change = '' }: Readonly<Record<string, string>>): boolean =>
    ['changed', 'added', 'removed', 'mailbox-added', 'mailbox-removed'].includes(Change);
  const is = shown
    .filter((row) => isOfCells(row) && !REPEATING.has(row.Report ?? ''))
    .filter(({ Report = '', MailboxName = '', Item = '', Column = '' }) => {
      const mailbox = keyOf(Report, MailboxName);
      return !undecided.has(mailbox) && !undecided.has(`${mailbox} ${plain(Item)} ${Column}`);
    })
    .map((row) => lineOf(OF_CHANGE.map((name) => (isWhole(row.Change) && BESIDE.has(name) ? '' : (row[name] ?? '')))));
  const count = String(shown.filter(isOfCells).length);
  return [
    ...without(is, should).map((line) => `changes.csv has ${line}`),
    ...without(should, is).map((line) => `changes.csv lacks ${line}`),
    ...(outcome.outputs['change-count'] === count
      ? []
      : [`change-count is ${outcome.outputs['change-count'] ?? 'not set'} instead of ${count}`]),
    ...ofViolations(before, after, outcome),
  ];
}

/** What a row has is shown as text for people. */
const BESIDE = new Set(['Before', 'After']);

function isWhole(change: string | undefined): boolean {
  return change === 'added' || change === 'removed';
}

function lineOf(cells: readonly string[]): string {
  return cells.map(plain).join(' | ');
}

function ofMailbox(
  report: string,
  before: ExpectedMailbox | undefined,
  after: ExpectedMailbox,
  undecided: Set<string>,
): string[] {
  const { address } = after.seen.entry;
  const [was, is] = [before?.seen.reports[report], after.seen.reports[report]];
  if (was?.status !== 'ok' || is?.status !== 'ok') return [];
  if (['one', 'table'].includes(REPORTS[report]?.rows ?? ''))
    return ofCells(report, address, '', [was.rows[0] ?? {}, is.rows[0] ?? {}], undecided);
  const [old, fresh] = [was.rows, is.rows].map((rows) => Map.groupBy(rows, (row) => itemOf(report, row)));
  const isUnclear = [...was.rows, ...is.rows].some((row) =>
    itemCells(report, row).some((cell) => cell?.is === 'unknown'),
  );
  if (old === undefined || fresh === undefined || isUnclear || [old, fresh].some(hasRepeated)) {
    undecided.add(keyOf(report, address));
    return [];
  }
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((item) => {
    const [[from] = [], [to] = []] = [old.get(item), fresh.get(item)];
    if (from !== undefined && to !== undefined) return ofCells(report, address, item, [from, to], undecided);
    return [lineOf([from === undefined ? 'added' : 'removed', report, address, item, '', '', ''])];
  });
}

function keyOf(report: string, address: string): string {
  return `${report} ${plain(address).toLowerCase()}`;
}

function hasRepeated(rows: ReadonlyMap<string, readonly Row[]>): boolean {
  return [...rows.values()].some(({ length }) => length > 1);
}

function itemCells(report: string, row: Row): readonly (Cell | undefined)[] {
  const columns = report === 'calendar-permissions' ? ['GrantedToAddress', 'GrantedTo'] : (ITEMS[report] ?? []);
  return columns.map((column) => row[column]);
}

function ofCells(
  report: string,
  address: string,
  item: string,
  [from, to]: readonly [Row, Row],
  undecided: Set<string>,
): string[] {
  return Object.keys(REPORTS[report]?.columns ?? {}).flatMap((column) => {
    const [was, is] = [from[column], to[column]];
    if (was?.is !== 'known' || is?.is !== 'known') {
      // The certain items of a list may be compared.
      undecided.add(`${keyOf(report, address)} ${plain(item)} ${column}`);
      return [];
    }
    if (isLeftOut(report, column, was, is)) return [];
    const [before, after] = [cellText(was), cellText(is)];
    return before === after ? [] : [lineOf(['changed', report, address, item, column, before, after])];
  });
}

function isLeftOut(report: string, column: string, was: Cell, is: Cell): boolean {
  if (report === 'folders' && COUNTS.includes(column)) return true;
  if (!['QuotaPercent', 'ArchivePercent'].includes(column)) return CHANGING.has(column);
  const band = (cell: Cell): number => [75, 90].filter((limit) => Number(cellText(cell)) >= limit).length;
  return band(was) === band(is);
}

/** Of rules that are as they were: what a rule said before it was another one is no document's. */
function ofViolations(before: ExpectedRun, after: ExpectedRun, outcome: Outcome): string[] {
  if (after.policy === undefined || before.policy !== after.policy) return [];
  const [was, is] = [violationsOf(before), violationsOf(after)];
  const only = (change: string, own: Violations, other: Violations, otherRun: ExpectedRun): [string, Finding][] =>
    [...own].flatMap(([key, each]) =>
      each.verdict === 'exempt' || other.has(key) || !isDecided(otherRun, each) ? [] : [[change, each]],
    );
  const should = [...only('new-violation', is, was, before), ...only('resolved', was, is, after)];
  const open = new Set([
    ...openLines(was, is, before),
    // Another row, which is unknown, may be the one that violated the rule.
    ...should
      .filter(([change, each]) => change === 'resolved' && hasUnknownRow(after, each))
      .map(([change, each]) => violationLine(change, each)),
  ]);
  const shown = rowsOf(after, outcome, 'changes')
    .filter(({ Change }) => Change === 'new-violation' || Change === 'resolved')
    .map((row) => lineOf(['Change', 'Report', 'MailboxName', 'Item', 'Column'].map((name) => row[name] ?? '')));
  // Rows that are the same in all that names them have a line each.
  const [shownOnce, expectedOnce] = [
    [...new Set(shown)],
    [...new Set(should.map(([change, each]) => violationLine(change, each)))],
  ];
  return [
    ...without(shownOnce, expectedOnce)
      .filter((line) => !open.has(line))
      .map((line) => `changes.csv has ${line}`),
    ...without(expectedOnce, shownOnce)
      .filter((line) => !open.has(line))
      .map((line) => `changes.csv lacks ${line}`),
  ];
}

type Violations = ReadonlyMap<string, Finding>;

/** New violations that the run before cannot tell because of a cell, and violations that an exemption accepts in one run alone. */
function openLines(was: Violations, is: Violations, before: ExpectedRun): ReadonlySet<string> {
  const isOpen = ([key, each]: readonly [string, Finding]): boolean => {
    const same = was.get(key);
    if (same !== undefined) return (same.verdict === 'exempt') !== (each.verdict === 'exempt');
    return readOf(before, each)?.status === 'ok' && !isDecided(before, each);
  };
  return new Set(
    [...is]
      .filter(isOpen)
      .flatMap(([key, each]) => [
        violationLine('new-violation', each),
        ...(was.has(key) ? [violationLine('resolved', each)] : []),
      ]),
  );
}

function hasUnknownRow(run: ExpectedRun, { mailbox, rule: { id } }: Finding): boolean {
  const of = subjectsOf(run).find(({ seen }) => seen.entry.address === mailbox);
  return of?.rules.some(({ rule, rows }) => rule.id === id && rows.includes('inconclusive')) ?? false;
}

function readOf(run: ExpectedRun, { mailbox, report }: Finding): SeenReport | undefined {
  return subjectsOf(run).find(({ seen }) => seen.entry.address === mailbox)?.seen.reports[report];
}

/** Whether the rule decided the row in a run, and each of its columns. */
function isDecided(run: ExpectedRun, { mailbox, report, row, rule }: Finding): boolean {
  const of = subjectsOf(run).find(({ seen }) => seen.entry.address === mailbox);
  const read = of?.seen.reports[report];
  if (of === undefined || read?.status !== 'ok') return false;
  const columns = [...Object.keys(rule.when ?? {}), ...Object.keys(rule.expect)];
  const same = read.rows.filter((other) => itemOf(report, other) === itemOf(report, row));
  const isKnown = (other: Row): boolean =>
    columns.every((column) => cellOf(column, report, other, of.seen, run).cell.is !== 'unknown');
  return same.length === 0 ? isKnown(row) : same.every(isKnown);
}

function violationLine(change: string, { report, mailbox, row, column }: Finding): string {
  return lineOf([change, report, mailbox, itemOf(report, row), column]);
}

/** By what makes them the same in two runs. */
function violationsOf(run: ExpectedRun): Violations {
  const findings = subjectsOf(run).flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));
  return new Map(
    findings
      .filter(({ verdict }) => verdict !== 'inconclusive')
      .map((each) => {
        const { rule, mailbox, report, row, column } = each;
        return [JSON.stringify([rule.id, mailbox, report, itemOf(report, row), definition(report, row), column]), each];
      }),
  );
}
