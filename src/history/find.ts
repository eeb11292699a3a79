import { stat } from 'node:fs/promises';
import { describeError } from '../errors.ts';
import {
  openEarlierReport,
  UnusableReport,
  VIOLATIONS_FILE,
  type EarlierReport,
  type EarlierSource,
} from './earlier-report.ts';
import { extractFiles } from './extract.ts';

/** Which earlier report a run is compared with: the latest run's, if possible; that or a failure; none; or a path's. */
export type CompareInput =
  { readonly kind: 'auto' | 'required' | 'off' } | { readonly kind: 'path'; readonly path: string };

/** Why a report that may exist cannot be compared with. */
export type UnavailableCause = 'permission' | 'expired' | 'unreachable' | 'unusable' | 'unsupported';

/** The result of looking for an earlier report. */
export type Found =
  | { readonly kind: 'found'; readonly source: EarlierSource; readonly report: EarlierReport }
  /** There is no earlier report. The reason is a sentence. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly cause: UnavailableCause; readonly reason: string };

/** The files that a comparison reads. */
export function comparedFiles(reports: readonly string[]): ReadonlySet<string> {
  return new Set([...reports.map((name) => `${name}.csv`), VIOLATIONS_FILE]);
}

/**
 * Opens a report that lies on the disk: a folder, or a zip, of which the known files are extracted into `temp`. Never
 * rejects for what it finds there.
 *
 * @param shown how messages name it
 * @param reports names of the reports to compare
 */
export async function openReportAt(
  place: string,
  { shown, temp, reports }: { readonly shown: string; readonly temp: string; readonly reports: readonly string[] },
): Promise<Found> {
  try {
    const found = await stat(place);
    const folder = found.isDirectory() ? place : temp;
    if (folder === temp) await extractFiles(place, temp, comparedFiles(reports));
    const report = await openEarlierReport(folder, reports);
    return { kind: 'found', source: { kind: 'path', path: shown }, report };
  } catch (error) {
    const reason = error instanceof UnusableReport ? error.message : `It cannot be read: ${describeError(error)}.`;
    return { kind: 'unavailable', cause: 'unusable', reason: `The earlier report ${shown} cannot be used. ${reason}` };
  }
}
