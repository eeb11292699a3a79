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
import { reportFolder } from '../store/archive.ts';
import { EarlierReport } from './earlier-report.ts';
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
  readonly close: () => void;
}

/**
 * Opens a report of a run with a policy: a folder, or a zip. Rejects with an `UnusableRows` if it has no baseline, or a file of
 * it is malformed.
 *
 * @param placeText how messages name the report
 * @param temp an empty folder
 */
export async function openReportBaseline(place: string, placeText: string, temp: string): Promise<ReportBaseline> {
  const folder = await reportFolder(place, temp, [BASELINE_FILE]);
  const bytes = await readBounded(path.join(folder, BASELINE_FILE));
  const { value: baseline, problems } = parseBaseline(bytes, `${placeText}/${BASELINE_FILE}`, undefined);
  const [problem] = problems;
  if (problem !== undefined) throw new UnusableRows(problem.message);
  const report = await EarlierReport.open(folder, temp);
  const keys = new Set(baseline.entries.map(baselineKey));
  const { list } = report.header;
  const positions = new Map(list.mailboxes.map(({ address }, index) => [writtenText(address).toLowerCase(), index]));
  return {
    baseline,
    bytes,
    mayOccur: (entry) => {
      const position = positions.get(entry.address.toLowerCase());
      return keys.has(baselineKey(entry)) || position === undefined || isUnsettled(report, position, entry);
    },
    close: () => report.close(),
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
function isUnsettled(report: EarlierReport, position: number, entry: BaselineEntry): boolean {
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
