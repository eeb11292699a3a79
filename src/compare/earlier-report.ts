import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describeError, systemErrorCode } from '../errors.ts';
import { downloadArtifact } from '../github/artifact-download.ts';
import { namedAddresses } from '../mailboxes/list.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shownText } from '../text/display.ts';
import { logGroup, logText, type Log } from '../run/log.ts';
import { count, counted } from '../text/numbers.ts';
import { downloadRows, reportFolder, unreadableReport } from '../store/archive.ts';
import {
  findArtifacts,
  searchPlace,
  type EarlierArtifact,
  type NotFound,
  type SearchOptions,
  type SearchPlace,
} from './earlier-run.ts';
import { ROWS_FILE, type RowsEnd, type RowsHeader, type StoredMailbox } from '../store/rows-file.ts';
import { parseMailbox, readHeader, readMailboxes, unpackingError, UnusableRows } from '../store/rows-reader.ts';

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
      readonly report: EarlierReport;
      /** Sentences about later runs that were skipped. */
      readonly skipped: readonly string[];
    }
  | NotFound;

/** Archives of runs that are downloaded until one can be compared. */
const MAX_DOWNLOADS = 10;

/** The rows of an earlier run on disk, which are found by address. */
export class EarlierReport {
  readonly header: RowsHeader;
  readonly end: RowsEnd;
  readonly #fd: number;
  /** Where the line of each mailbox starts, and where the last one ends. */
  readonly #offsets: readonly number[];
  /** Positions in the list by lower-case address. */
  readonly #positions: ReadonlyMap<string, number>;

  private constructor(header: RowsHeader, end: RowsEnd, fd: number, offsets: readonly number[]) {
    this.header = header;
    this.end = end;
    this.#fd = fd;
    this.#offsets = offsets;
    this.#positions = new Map(header.list.mailboxes.map(({ address }, index) => [address.toLowerCase(), index]));
  }

  /**
   * Unpacks the rows file of a folder into `temp`, and checks all of it. Rejects with an `UnusableRows` if it cannot be used.
   */
  static async open(folder: string, temp: string): Promise<EarlierReport> {
    const file = path.join(folder, ROWS_FILE);
    const header = await readHeader(file);
    const { shard } = header;
    if (shard !== undefined) {
      throw new UnusableRows(
        `It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`,
      );
    }
    const unpacked = path.join(temp, 'rows.ndjson');
    const offsets = [0];
    let offset = 0;
    let last: RowsEnd | undefined;
    const onEnd = (end: RowsEnd): void => {
      last = end;
    };
    const lines = async function* (): AsyncGenerator<string> {
      for await (const { line } of readMailboxes(file, header, onEnd)) {
        offset += Buffer.byteLength(line) + 1;
        offsets.push(offset);
        yield `${line}\n`;
      }
    };
    await pipeline(lines, createWriteStream(unpacked, { flags: 'wx' })).catch((error: unknown) => {
      throw unpackingError(error);
    });
    if (last === undefined) throw new Error('a rows file that was read completely has no last line');
    return new EarlierReport(header, last, openSync(unpacked, 'r'), offsets);
  }

  /** Undefined if the list of the earlier run lacks the address. */
  find(address: string): StoredMailbox | undefined {
    const position = this.#positions.get(address.toLowerCase());
    return position === undefined ? undefined : this.at(position);
  }

  /** The mailbox at a position of the list. */
  at(position: number): StoredMailbox {
    const [start = 0, end = 0] = this.#offsets.slice(position, position + 2);
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(this.#fd, bytes, 0, bytes.length, start);
    return parseMailbox(bytes.toString('utf8'), this.header.reports);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** Opens a report that a path names: a folder, or a zip. Rejects with the UserError `REPORT_UNREADABLE`. `temp`: an empty folder. */
export async function openNamedReport(place: string, from: string, temp: string): Promise<EarlierReport> {
  try {
    return await EarlierReport.open(await reportFolder(path.resolve(from, place), temp), temp);
  } catch (error) {
    throw unreadableReport(place, error);
  }
}

/** The run that is compared. */
export interface ComparableRun {
  readonly tenant: string;
  readonly cloud: string;
  /** Names of its reports. */
  readonly reports: readonly string[];
  readonly list: Pick<MailboxList, 'files' | 'mailboxes'>;
}

/**
 * Opens a report that lies on the disk: a folder, or a zip. Never rejects for what it finds there.
 *
 * @param placeText how messages name it
 * @param temp an empty folder for unpacked files
 */
export async function openReportAt(place: string, placeText: string, temp: string, run: ComparableRun): Promise<Found> {
  try {
    const report = await openComparable(await reportFolder(place, temp), temp, run);
    return { kind: 'found', source: { kind: 'path', path: placeText }, report, skipped: [] };
  } catch (error) {
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
  /** An empty folder for unpacked files. */
  readonly temp: string;
  /** Undefined: any report will do. */
  readonly run: ComparableRun | undefined;
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
  { log, temp, run }: OpenOptions,
): Promise<EarlierReport | string> {
  if (artifact.digest === undefined) throw new UnusableRows('GitHub gives no digest of its archive.');
  log.info(logText(`Artifact "${artifactName}" of run #${number}`));
  const folder = await mkdtemp(path.join(temp, 'run-'));
  const reportDir = await downloadRows(artifact.size, folder, (archive) =>
    downloadArtifact(repository, artifact, path.join(archive, 'artifact.zip')),
  );
  const report = await openComparable(reportDir, folder, run);
  const partial = partialReason(report.end);
  if (partial === undefined) return report;
  report.close();
  await rm(folder, { recursive: true, force: true });
  return partial;
}

/** Why too little of a run's list was read to compare with, in a sentence. */
function partialReason({ cancelled, counts: { read, mailboxes } }: RowsEnd): string | undefined {
  const part = `${count(read)} of ${counted(mailboxes, 'mailbox', 'mailboxes')}`;
  if (cancelled) return `It was cancelled, and read ${part}.`;
  return read * 2 < mailboxes ? `It read only ${part}.` : undefined;
}

/** Opens a report that has something to compare. Rejects with an `UnusableRows`. */
async function openComparable(folder: string, temp: string, run: ComparableRun | undefined): Promise<EarlierReport> {
  const report = await EarlierReport.open(folder, temp);
  const reason = run && (incomparable(report.header, run) ?? otherMailboxes(report.header.list, run.list));
  if (reason === undefined) return report;
  report.close();
  throw new UnusableRows(reason);
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
  if (earlier.tenant.toLowerCase() !== tenant.toLowerCase()) return `It is of another tenant, ${earlier.tenant}.`;
  if (earlier.cloud !== cloud) return `It is of another cloud, ${earlier.cloud}.`;
  if (earlier.reports.some(({ name }) => reports.includes(name))) return undefined;
  const [own, others] = [earlier.reports.map(({ name }) => name), reports].map((names) => names.join(', '));
  return `It has no report in common: it has ${own}, the later run ${others}.`;
}
