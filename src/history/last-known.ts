import { cellAt } from '../reports/row-view.ts';
import { hasUnknownItem, itemPositions, itemText, type ItemPositions } from '../reports/row-identity.ts';
import type { RowsReport, StoredReport, StoredRow, StoredViolation } from '../store/rows-file.ts';
import { positionIn, rowAt } from '../store/stored-definition.ts';
import type { KeptReport } from './kept-report.ts';

/** What is known about a mailbox in a report after several runs: of each cell, the latest value that was not unknown. */
export interface KnownResult {
  readonly report: RowsReport;
  readonly rows: readonly KnownRow[];
  /** The latest that had all rows; undefined if the name of a row was unknown in each. */
  readonly complete: KeptReport | undefined;
  readonly violations: readonly KnownViolation[];
  /** The latest with a policy that read the mailbox; undefined if there is none. */
  readonly judged: KeptReport | undefined;
  /** For each rule that is inconclusive now, the latest in which it was not; undefined if there is none. */
  readonly doubtful: ReadonlyMap<string, KeptReport | undefined>;
}

interface KnownRow {
  readonly row: StoredRow;
  /** For each cell the latest report in which it was not unknown. */
  readonly cellsFrom: readonly KeptReport[];
  /** The latest report that has the row. */
  readonly rowFrom: KeptReport;
}

interface KnownViolation {
  readonly violation: StoredViolation;
  readonly from: KeptReport;
}

/** What is known after a report that read the mailbox. `hasPolicy`: whether its run had one. */
export function knownAfter(
  knownResult: KnownResult | undefined,
  {
    report,
    result,
    hasPolicy,
  }: { readonly report: RowsReport; readonly result: StoredReport; readonly hasPolicy: boolean },
  from: KeptReport,
): KnownResult {
  const positions = itemPositions(report.item, report.columns) ?? [];
  const isOpen = report.manyRows && result.rows.some((row) => hasUnknownItem(positions, row));
  // Rows of another definition are not known by this one.
  const earlier = knownResult?.report.digests.row === report.digests.row ? knownResult : undefined;
  const complete = isOpen ? earlier?.complete : from;
  return {
    report,
    rows: rowsAfter(earlier, report, result.rows, { positions, isOpen }, from),
    complete,
    ...(hasPolicy
      ? judgedAfter(knownResult, result.violations, from)
      : {
          violations: knownResult?.violations ?? [],
          judged: knownResult?.judged,
          doubtful: knownResult?.doubtful ?? new Map(),
        }),
  };
}

/** The result as a report would have it. */
export function storedResult({ rows, violations }: KnownResult): StoredReport {
  return {
    status: 'ok',
    error: '',
    rows: rows.map(({ row }) => row),
    violations: violations.map(({ violation }) => violation),
  };
}

/** The rows of a known result that an item names. */
export function rowsNamed({ report, rows }: KnownResult, item: string): readonly KnownRow[] {
  const positions = itemPositions(report.item, report.columns) ?? [];
  return rows.filter(({ row }) => itemText(positions, row) === item);
}

/** A row whose name is unknown may be one that seems to be missing. Missing rows are then kept. */
function rowsAfter(
  knownResult: KnownResult | undefined,
  report: RowsReport,
  rows: readonly StoredRow[],
  { positions, isOpen }: { readonly positions: ItemPositions; readonly isOpen: boolean },
  from: KeptReport,
): readonly KnownRow[] {
  const earlierPositions = knownResult && itemPositions(report.item, knownResult.report.columns);
  const unmatched = Map.groupBy(
    knownResult === undefined || earlierPositions === undefined
      ? []
      : knownResult.rows.map((row) => inColumns(row, knownResult.report, report)),
    ({ row }) => itemText(positions, row),
  );
  const isCompleteBefore = knownResult?.complete !== undefined;
  const next = rows.flatMap((row): readonly KnownRow[] => {
    if (isCompleteBefore && hasUnknownItem(positions, row)) return [];
    return [withKnownCells(row, unmatched.get(itemText(positions, row))?.shift(), from)];
  });
  return isOpen && isCompleteBefore ? [...next, ...[...unmatched.values()].flat()] : next;
}

/** Unknown cells keep their earlier value. */
function withKnownCells(row: StoredRow, earlier: KnownRow | undefined, from: KeptReport): KnownRow {
  const incomplete = new Set(row.incomplete);
  const isKept = row.cells.map(() => false);
  const cells = row.cells.map((cell, at) => {
    const before = earlier && cellAt(earlier.row, at);
    if (before?.isKnown !== true || cellAt(row, at).isKnown) return cell;
    isKept[at] = true;
    incomplete.delete(at);
    return before.value;
  });
  return {
    row: { ...row, cells, incomplete: incomplete.size === 0 ? undefined : incomplete },
    cellsFrom: cells.map((_, at) => (isKept[at] === true ? (earlier?.cellsFrom[at] ?? from) : from)),
    rowFrom: from,
  };
}

/** A row with the columns of another version of its report. Cells of columns that are new or have another meaning are unknown. */
function inColumns({ row, cellsFrom, rowFrom }: KnownRow, before: RowsReport, after: RowsReport): KnownRow {
  const positions = after.columns.map((name) => positionIn(before, name, after.digests));
  return {
    row: rowAt(row, positions),
    cellsFrom: positions.map((position) => cellsFrom[position] ?? rowFrom),
    rowFrom,
  };
}

/** Violations of a rule that is inconclusive stay as they were. */
function judgedAfter(
  knownResult: KnownResult | undefined,
  violations: readonly StoredViolation[],
  from: KeptReport,
): Pick<KnownResult, 'violations' | 'judged' | 'doubtful'> {
  const rules = new Set(violations.flatMap(({ rule, verdict }) => (verdict === 'inconclusive' ? [rule] : [])));
  const certain = violations.filter(({ verdict }) => verdict !== 'inconclusive');
  const keptViolations = (knownResult?.violations ?? []).filter(
    ({ violation: { rule, item, column } }) =>
      rules.has(rule) && !certain.some((one) => one.rule === rule && one.item === item && one.column === column),
  );
  return {
    violations: [...certain.map((violation) => ({ violation, from })), ...keptViolations],
    judged: from,
    doubtful: new Map([...rules].map((rule) => [rule, judgedBefore(knownResult, rule)])),
  };
}

/** The latest report that judged a mailbox by a rule; undefined if there is none. */
export function judgedBefore(knownResult: KnownResult | undefined, rule: string): KeptReport | undefined {
  return knownResult?.doubtful.has(rule) === true ? knownResult.doubtful.get(rule) : knownResult?.judged;
}
