import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors.ts';
import {
  baselineKey,
  changingColumns,
  currentEntry,
  sortedEntries,
  violationIdentity,
  writtenText,
  type BaselineEntry,
  type ChangingColumns,
} from '../policy/baseline/baseline-entry.ts';
import { MAX_BASELINE_BYTES, parseBaseline } from '../policy/baseline/baseline-file.ts';
import { builtInReports } from '../reports/built-in.ts';
import { withListColumns, type ReportDefinition } from '../reports/definition.ts';
import { IndexedReport } from '../store/indexed-report.ts';
import { withReportFiles } from '../store/report-files.ts';
import type { RowsHeader, RowsReport, StoredReport } from '../store/rows-file.ts';
import { UnusableRows } from '../store/rows-reader.ts';

export const BASELINE_FILE = 'baseline.csv';

/** What a downloaded report says about entries of a baseline. */
export interface ReportBaseline {
  /** Those of the next baseline that the run wrote. */
  readonly entries: readonly BaselineEntry[];
  /** Its bytes, whose format later files should have. */
  readonly bytes: Uint8Array;
  /** An entry as a run writes it today. */
  readonly current: (entry: BaselineEntry) => BaselineEntry;
  /** Whether the report does not show that the violation of an entry no longer occurs. */
  readonly mayOccur: (entry: BaselineEntry) => boolean;
}

/**
 * Does work with the baseline of a report of a run with a policy: a folder, or a zip. Rejects with an `UnusableRows` if it has no baseline, or
 * a file of it is malformed, and as the work does.
 *
 * @param placeText how messages name the report
 */
export function withReportBaseline<T>(
  place: string,
  placeText: string,
  work: (report: ReportBaseline) => Promise<T>,
): Promise<T> {
  return withReportFiles(place, { names: [BASELINE_FILE] }, async (files) => {
    const report = await IndexedReport.open(files);
    try {
      return await work(await baselineOf(report, placeText));
    } finally {
      await report.close();
    }
  });
}

/** The baseline of an open report, of which the file was extracted too. Rejects as `withReportBaseline` does. */
export async function baselineOf(report: IndexedReport, placeText: string): Promise<ReportBaseline> {
  const bytes = await readBounded(path.join(report.files.folder, BASELINE_FILE));
  const { value, problems } = parseBaseline(bytes, `${placeText}/${BASELINE_FILE}`, undefined);
  const [problem] = problems;
  if (problem !== undefined) throw new UnusableRows(problem.message);
  const isChanging = changingIn(report.header);
  const current = (entry: BaselineEntry): BaselineEntry => currentEntry(entry, isChanging);
  const entries = sortedEntries(value.entries.map(current));
  return { entries, bytes, current, mayOccur: mayOccurIn(report, entries, isChanging) };
}

/** Whether the values of a column change by themselves, for the rules of a report. */
function changingIn({ rules = [], reports, tables, list }: RowsHeader): ChangingColumns {
  const definitions = [...reports, ...tables].map(({ name, columns, ignored: ignore, limits }) => {
    const stored = {
      name,
      columns: Object.fromEntries(columns.map((column) => [column, ''])),
      compare: { ignore, limits },
    };
    return withListColumns<typeof stored | ReportDefinition>(builtInReports.get(name) ?? stored, list.columns);
  });
  return changingColumns(rules, definitions);
}

function mayOccurIn(
  report: IndexedReport,
  entries: readonly BaselineEntry[],
  isChanging: ChangingColumns,
): ReportBaseline['mayOccur'] {
  const keys = new Set(entries.map(baselineKey));
  const { list } = report.header;
  const positions = new Map(list.mailboxes.map(({ address }, index) => [writtenText(address).toLowerCase(), index]));
  return (entry) => {
    if (entry.address === '') return keys.has(baselineKey(entry)) || isUnsettledInTables(report, entry, isChanging);
    const position = positions.get(entry.address.toLowerCase());
    return keys.has(baselineKey(entry)) || position === undefined || isUnsettled(report, position, entry, isChanging);
  };
}

async function readBounded(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BASELINE_BYTES) throw new UnusableRows(`${BASELINE_FILE} exceeds 100 MiB.`);
    return await readFile(file);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new UnusableRows(`It has no ${BASELINE_FILE}, which only completed runs with a policy write.`);
  }
}

/** Whether the report does not know all violations of the entry's rule by the mailbox, or an exemption covers the entry's. */
function isUnsettled(
  report: IndexedReport,
  position: number,
  entry: BaselineEntry,
  isChanging: ChangingColumns,
): boolean {
  const { address, reports } = report.at(position);
  return isUnsettledIn({ address, reports, definitions: report.header.reports }, entry, isChanging);
}

/** The same for an entry about a table, which has no mailbox. */
function isUnsettledInTables(
  { header, tables }: IndexedReport,
  entry: BaselineEntry,
  isChanging: ChangingColumns,
): boolean {
  return isUnsettledIn({ address: '', reports: tables, definitions: header.tables }, entry, isChanging);
}

/** What a report knows of a mailbox, or of its tables. `definitions`: of the reports, in their order. */
interface KnownReports {
  readonly address: string;
  readonly reports: readonly StoredReport[];
  readonly definitions: readonly RowsReport[];
}

function isUnsettledIn(
  { address, reports, definitions }: KnownReports,
  entry: BaselineEntry,
  isChanging: ChangingColumns,
): boolean {
  // An entry names no report. One that has the column may be that of the rule.
  const concerned = reports.filter((_, index) => definitions[index]?.columns.includes(entry.column) === true);
  if (concerned.length === 0 || !concerned.every(({ status }) => status === 'ok')) return true;
  return reports
    .flatMap(({ violations }) => violations)
    .some((violation) => {
      if (writtenText(violation.rule) !== entry.rule) return false;
      if (violation.verdict === 'inconclusive') return true;
      // A run without this baseline does not add exempt violations to its own.
      const changesByItself = isChanging(entry.rule, entry.column);
      const identity = violationIdentity(violation.rule, address, { ...violation, changesByItself });
      return violation.verdict === 'exempt' && baselineKey(identity) === baselineKey(entry);
    });
}

/** A baseline after a report, and how it differs from the one before. */
interface BaselineUpdate {
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
  { entries: ofReport, current, mayOccur }: ReportBaseline,
  adds: boolean,
): BaselineUpdate {
  const before = sortedEntries(committed.map(current));
  const remaining = before.filter(mayOccur);
  const keys = new Set(before.map(baselineKey));
  const additions = adds ? ofReport.filter((entry) => !keys.has(baselineKey(entry))) : [];
  const entries = sortedEntries([...remaining, ...additions]);
  return { entries, added: additions.length, removed: before.length - remaining.length, kept: remaining.length };
}
