import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { baselineKey, sortedEntries, writtenText, type BaselineEntry } from '../policy/baseline/baseline-entry.ts';
import { MAX_BASELINE_BYTES, parseBaseline, type Baseline } from '../policy/baseline/baseline-file.ts';
import type { CsvTable } from '../store/csv/csv-table.ts';
import { openEarlierReport, UnusableReport, type EarlierReport } from '../store/earlier-report.ts';
import { BASELINE_FILE, reportFilesAt } from '../store/report-files.ts';

/** What a downloaded report says about entries of a baseline. */
export interface ReportBaseline {
  /** The next baseline that the run wrote. */
  readonly baseline: Baseline;
  /** Its bytes, whose format later files should have. */
  readonly bytes: Uint8Array;
  /** Whether the report does not show that the violation of an entry no longer occurs. */
  readonly mayOccur: (entry: BaselineEntry) => boolean;
  readonly close: () => void;
}

/**
 * Opens a report of a run with a policy: a folder, or a zip, whose CSVs are extracted into `temp`. Rejects with an
 * `UnusableReport` if it has no baseline, or a file of it is malformed.
 *
 * @param shown how messages name the report
 * @param temp an empty folder
 */
export async function openReportBaseline(place: string, shown: string, temp: string): Promise<ReportBaseline> {
  const { folder, files, reports } = await reportFilesAt(place, temp);
  if (!files.includes(BASELINE_FILE)) {
    throw new UnusableReport(`It has no ${BASELINE_FILE}, which only completed runs with a policy write.`);
  }
  const bytes = await readBounded(path.join(folder, BASELINE_FILE));
  const { value: baseline, problems } = parseBaseline(bytes, `${shown}/${BASELINE_FILE}`, undefined);
  const [problem] = problems;
  if (problem !== undefined) throw new UnusableReport(problem.message);
  if (reports.length === 0) throw new UnusableReport('It has no CSV of a report.');
  const report = await openEarlierReport(folder, reports);
  const keys = new Set(baseline.entries.map(baselineKey));
  return {
    baseline,
    bytes,
    mayOccur: (entry) => keys.has(baselineKey(entry)) || isUnsettled(report, entry),
    close: report.close,
  };
}

async function readBounded(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > MAX_BASELINE_BYTES) throw new UnusableReport(`${BASELINE_FILE} exceeds 100 MiB.`);
  return readFile(file);
}

/** Whether the report does not know all violations of the entry's rule by the mailbox, or an exemption covers the entry's. */
function isUnsettled({ mailboxes, tables, violations }: EarlierReport, entry: BaselineEntry): boolean {
  const mailbox = mailboxes.get(entry.address);
  if (mailbox === undefined || violations === undefined) return true;
  // The report of the rule is one that has the column.
  const concerned = [...tables.values()].filter(({ columns }) => columns.includes(entry.column));
  if (concerned.length === 0 || !concerned.every((table) => isRead(table, mailbox))) return true;
  const cell = (row: readonly string[], column: string): string =>
    writtenText(row[violations.columns.indexOf(column)] ?? '');
  return (violations.rowsOf(mailbox) ?? []).some((row) => {
    const verdict = cell(row, 'Verdict');
    if (cell(row, 'Rule') !== entry.rule) return false;
    if (verdict === 'inconclusive') return true;
    // A run without this baseline does not add exempt violations to its own.
    return (
      verdict === 'exempt' &&
      cell(row, 'Item') === entry.item &&
      cell(row, 'Column') === entry.column &&
      cell(row, 'Found') === entry.found
    );
  });
}

function isRead(table: CsvTable, mailbox: number): boolean {
  const status = table.columns.indexOf('Status');
  return table.rowsOf(mailbox)?.every((cells) => cells[status] === 'ok') ?? false;
}

/** A baseline after a report, and how it differs from the one before. */
export interface BaselineUpdate {
  /** In the order of `baseline.csv`. */
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
}

/**
 * Removes the entries that the report shows to be gone. `adds`: also adds the violations that the report's baseline has.
 * Entries that stay keep their date and spelling.
 */
export function baselineAfter(
  committed: readonly BaselineEntry[],
  { baseline, mayOccur }: Pick<ReportBaseline, 'baseline' | 'mayOccur'>,
  adds: boolean,
): BaselineUpdate {
  const kept = committed.filter((entry) => mayOccur(entry));
  const known = new Set(committed.map(baselineKey));
  const added = adds ? baseline.entries.filter((entry) => !known.has(baselineKey(entry))) : [];
  const entries = sortedEntries([...kept, ...added]);
  return { entries, added: added.length, removed: committed.length - kept.length, kept: kept.length };
}
