import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../errors.ts';
import { downloadArtifact } from '../github/artifact-download.ts';
import { namedAddresses } from '../mailboxes/list.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shownText } from '../text/display.ts';
import { logGroup, logText, type Log } from '../run/log.ts';
import { count, counted } from '../text/numbers.ts';
import { IndexedReport } from '../store/indexed-report.ts';
import { foreignReason } from '../store/kept-report.ts';
import { ReportFiles } from '../store/report-files.ts';
import {
  findArtifacts,
  searchPlace,
  type EarlierArtifact,
  type NotFound,
  type SearchOptions,
  type SearchPlace,
} from './earlier-run.ts';
import type { RowsEnd, RowsHeader } from '../store/rows-file.ts';
import { UnusableRows } from '../store/rows-reader.ts';

/** Where an earlier report is from. */
export type EarlierSource =
  | {
      readonly kind: 'run';
      readonly number: number;
      /** The web page of the run. */
      readonly url: string;
      /** When the run started. */
      readonly started: Date;
    }
  | { readonly kind: 'path'; readonly path: string };

/** The result of looking for an earlier report. */
export type Found =
  | {
      readonly kind: 'found';
      readonly source: EarlierSource;
      readonly report: IndexedReport;
      /** Sentences about later runs that were skipped. */
      readonly skipped: readonly string[];
    }
  | NotFound;

/** Archives of runs that are downloaded until one can be compared. */
const MAX_DOWNLOADS = 10;

/** The run that is compared. */
export interface ComparableRun {
  readonly tenant: string;
  readonly cloud: string;
  /** Names of its reports, and of its tables about the tenant. */
  readonly reports: readonly string[];
  readonly list: Pick<MailboxList, 'files' | 'mailboxes'>;
}

/**
 * Opens a report that lies on the disk: a folder, or a zip. Never rejects for what it finds there.
 *
 * @param placeText how messages name it
 * @param tempFolder where temporary files may be
 */
export async function openReportAt(
  place: string,
  placeText: string,
  tempFolder: string,
  run: ComparableRun,
): Promise<Found> {
  try {
    const report = await openComparable(await ReportFiles.open(place, { tempFolder }), run);
    return { kind: 'found', source: { kind: 'path', path: placeText }, report, skipped: [] };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (systemErrorCode(error) === 'ENOENT') {
      const words = 'Use the path of an earlier report, or "auto", "required" or "off".';
      return { kind: 'unavailable', reason: `There is no folder or zip ${shownText(placeText)}. ${words}` };
    }
    const reason = error instanceof UnusableRows ? error.message : `It cannot be read: ${describeError(error)}.`;
    return { kind: 'unavailable', reason: `The earlier report ${placeText} cannot be used. ${reason}` };
  }
}

type ArtifactPlace = Pick<SearchPlace, 'repository' | 'artifactName'>;

interface OpenOptions {
  /** Where temporary files may be. */
  readonly tempFolder: string;
  /** Undefined: any report will do. */
  readonly run: ComparableRun | undefined;
  /** Files of the artifact that are extracted besides its rows. */
  readonly names?: readonly string[];
  readonly log: Pick<Log, 'info'>;
}

type FindOptions = SearchOptions & OpenOptions & { readonly log: Log };

/**
 * Finds, downloads and opens the report of the latest earlier run that was not cancelled and read at least half of its
 * mailboxes: in comparison with any other, violations of mailboxes that it did not read would never be new. Errors are results: it
 * never rejects. The token is sent to GitHub's API, which gives a signed address of the storage.
 */
export function findEarlierReport(options: FindOptions): Promise<Found> {
  const place = searchPlace(options);
  if (place.kind !== 'place') return Promise.resolve(place);
  return logGroup(options.log, 'Earlier report', () => openLatest(findArtifacts(place), place, options));
}

/**
 * Opens the first of some artifacts that was not cancelled and read at least half of its mailboxes. Never rejects.
 *
 * @param place where the artifacts are
 */
export async function openLatest(
  artifacts: AsyncGenerator<EarlierArtifact, NotFound, void>,
  place: ArtifactPlace,
  options: OpenOptions,
): Promise<Found> {
  const skipped: string[] = [];
  for (;;) {
    const { done, value: earlier } = await artifacts.next();
    if (done === true) {
      options.log.info('There is none');
      return skipped.length === 0 ? earlier : { kind: 'unavailable', reason: [...skipped, earlier.reason].join(' ') };
    }
    const { number, url, started, conclusion } = earlier.run;
    try {
      const report = conclusion === 'cancelled' ? 'It was cancelled.' : await openArtifact(earlier, place, options);
      if (typeof report !== 'string')
        return { kind: 'found', source: { kind: 'run', number, url, started }, report, skipped };
      skipped.push(`Run #${number} is skipped. ${report}`);
    } catch (error) {
      const reason = error instanceof UnusableRows ? error.message : `It cannot be read: ${describeError(error)}.`;
      const unusable = `The report of run #${number} cannot be used. ${reason}`;
      return { kind: 'unavailable', reason: [...skipped, unusable].join(' ') };
    }
    if (skipped.length === MAX_DOWNLOADS) return { kind: 'unavailable', reason: skipped.join(' ') };
  }
}

/** The report of a run, or why the run is skipped. Rejects with an `UnusableRows`, or as the file system does. */
async function openArtifact(
  { run: { number }, artifact }: EarlierArtifact,
  { repository, artifactName }: ArtifactPlace,
  { log, tempFolder, run, names }: OpenOptions,
): Promise<IndexedReport | string> {
  if (artifact.digest === undefined) throw new UnusableRows('GitHub gives no digest of its archive.');
  log.info(logText(`Artifact "${artifactName}" of run #${number}`));
  const download = (folder: string): Promise<boolean> =>
    downloadArtifact(repository, artifact, path.join(folder, 'artifact.zip'));
  const files = await ReportFiles.download(artifact.size, tempFolder, download, names);
  const report = await openComparable(files, run);
  const partial = partialReason(report.end) ?? unreadTables(report);
  if (partial === undefined) return report;
  await report.close();
  return partial;
}

/** Why too little of a run's list was read to compare with, in a sentence. */
function partialReason({ cancelled, counts: { read, mailboxes } }: RowsEnd): string | undefined {
  const part = `${count(read)} of ${counted(mailboxes, 'mailbox', 'mailboxes')}`;
  if (cancelled) return `It was cancelled, and read ${part}.`;
  return read * 2 < mailboxes ? `It read only ${part}.` : undefined;
}

/** That a run of tables alone read none of them, in a sentence. */
function unreadTables({ end: { counts }, tables }: IndexedReport): string | undefined {
  const isUnread = counts.mailboxes === 0 && tables.every(({ status }) => status !== 'ok');
  return isUnread ? 'It read none of its tables.' : undefined;
}

/** Opens a report that has something to compare. Rejects with an `UnusableRows`. */
function openComparable(files: ReportFiles, run: ComparableRun | undefined): Promise<IndexedReport> {
  return IndexedReport.open(
    files,
    (header) => run && (incomparable(header, run) ?? otherMailboxes(header.list, run.list)),
  );
}

/** Of other mailboxes, all would be added and removed. */
function otherMailboxes(earlier: MailboxList, later: ComparableRun['list']): string | undefined {
  const [before, after] = [earlier, later].map(namedAddresses);
  if (before?.join() === after?.join()) return undefined;
  return 'It is of other mailboxes: a run of single addresses is compared only with a run of the same addresses.';
}

/** Why a run cannot be compared with an earlier one, in a sentence. */
export function incomparable(
  earlier: RowsHeader,
  { tenant, cloud, reports }: Omit<ComparableRun, 'list'>,
): string | undefined {
  const foreign = foreignReason(earlier, { tenant, cloud });
  const names = [...earlier.reports, ...earlier.tables].map(({ name }) => name);
  if (foreign !== undefined || names.some((name) => reports.includes(name))) return foreign;
  const [own, others] = [names, reports].map((some) => some.join(', '));
  return `It has no report in common: it has ${own}, the later run ${others}.`;
}
