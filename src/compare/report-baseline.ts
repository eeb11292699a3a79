import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors.ts';
import {
  baselineKey,
  sortedEntries,
  violationIdentity,
  writtenText,
  type BaselineEntry,
} from '../policy/baseline/baseline-entry.ts';
import { MAX_BASELINE_BYTES, parseBaseline, type Baseline } from '../policy/baseline/baseline-file.ts';
import { IndexedReport } from '../store/indexed-report.ts';
import { withReportFiles } from '../store/report-files.ts';
import { UnusableRows } from '../store/rows-reader.ts';

const BASELINE_FILE = 'baseline.csv';

/** What a downloaded report says about entries of a baseline. */
export interface ReportBaseline {
  /** The next baseline that the run wrote. */
  readonly baseline: Baseline;
  /** Its bytes, whose format later files should have. */
  readonly bytes: Uint8Array;
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
    const bytes = await readBounded(path.join(files.folder, BASELINE_FILE));
    const { value: baseline, problems } = parseBaseline(bytes, `${placeText}/${BASELINE_FILE}`, undefined);
    const [problem] = problems;
    if (problem !== undefined) throw new UnusableRows(problem.message);
    const report = await IndexedReport.open(files);
    try {
      return await work({ baseline, bytes, mayOccur: mayOccurIn(report, baseline) });
    } finally {
      await report.close();
    }
  });
}

function mayOccurIn(report: IndexedReport, baseline: Baseline): ReportBaseline['mayOccur'] {
  const keys = new Set(baseline.entries.map(baselineKey));
  const { list } = report.header;
  const positions = new Map(list.mailboxes.map(({ address }, index) => [writtenText(address).toLowerCase(), index]));
  return (entry) => {
    const position = positions.get(entry.address.toLowerCase());
    return keys.has(baselineKey(entry)) || position === undefined || isUnsettled(report, position, entry);
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
function isUnsettled(report: IndexedReport, position: number, entry: BaselineEntry): boolean {
  const { address, reports } = report.at(position);
  // An entry names no report. One that has the column may be that of the rule.
  const concerned = reports.filter((_, index) => report.header.reports[index]?.columns.includes(entry.column) === true);
  if (concerned.length === 0 || !concerned.every(({ status }) => status === 'ok')) return true;
  return reports
    .flatMap(({ violations }) => violations)
    .some((violation) => {
      if (writtenText(violation.rule) !== entry.rule) return false;
      if (violation.verdict === 'inconclusive') return true;
      // A run without this baseline does not add exempt violations to its own.
      const identity = violationIdentity(violation.rule, address, violation);
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
  { baseline, mayOccur }: ReportBaseline,
  adds: boolean,
): BaselineUpdate {
  const remaining = committed.filter((entry) => mayOccur(entry));
  const keys = new Set(committed.map(baselineKey));
  const additions = adds ? baseline.entries.filter((entry) => !keys.has(baselineKey(entry))) : [];
  const entries = sortedEntries([...remaining, ...additions]);
  return { entries, added: additions.length, removed: committed.length - remaining.length, kept: remaining.length };
}
