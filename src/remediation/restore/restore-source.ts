import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../errors.ts';
import { idsOf } from '../../mailboxes/identities.ts';
import type { MailboxIds } from '../../mailboxes/identity.ts';
import { builtInReports } from '../../reports/built-in.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { IndexedReport } from '../../store/indexed-report.ts';
import { ReportFiles, unreadableReport } from '../../store/report-files.ts';
import type { Restored } from '../../run/input-readers.ts';
import type { StoredReport } from '../../store/rows-file.ts';
import { readingBy, type StoredReading } from '../../store/stored-definition.ts';
import { inputName } from '../../text/audience.ts';
import { listed } from '../../text/numbers.ts';
import { targetNamed } from '../targets/targets.ts';

/** The kept report to which a restore brings mailboxes back. */
export interface RestoreSource {
  /** SHA-256 of its rows file, in hex. */
  readonly digest: string;
  readonly tenant: string;
  readonly cloud: string;
  readonly run: KeptRun;
  /** Those that a restore brings back. */
  readonly reports: readonly ReportDefinition[];
  /** The names of reports and columns that another version of the program read, so that their cells may mean something else. */
  readonly outdated: readonly string[];
  /** The account that had an address of an entry, in lower case; undefined if the report does not say it. */
  accountOf(address: string): string | undefined;
  /**
   * A mailbox of the list; undefined if the report lacks it.
   *
   * @param ids those that the mailbox has now: the report may name it by another address
   */
  mailboxOf(address: string, ids?: MailboxIds): KeptMailbox | undefined;
  /** Closes the files of the report. */
  close(): Promise<void>;
}

export interface KeptMailbox {
  /** By report. */
  readonly results: ReadonlyMap<string, StoredReport>;
  /** Undefined: the report does not say them. */
  readonly ids: MailboxIds | undefined;
}

/** The run of the kept report. Texts are hostile until escaped. */
export interface KeptRun {
  /** '' outside a workflow. */
  readonly id: string;
  readonly repository?: string | undefined;
  readonly url?: string | undefined;
  /** An ISO date and time. */
  readonly started: string;
}

/**
 * Opens the report that a path names. Rejects with the UserError `REPORT_UNREADABLE` for what is no whole report
 * of this version, or has nothing to restore.
 *
 * @param only what to bring back
 * @param tempFolder where temporary files may be
 */
export async function readRestoreSource(
  place: string,
  only: readonly Restored[],
  { workspace, tempFolder }: { readonly workspace: string; readonly tempFolder: string },
): Promise<RestoreSource> {
  let report: IndexedReport | undefined;
  try {
    report = await IndexedReport.open(await ReportFiles.open(path.resolve(workspace, place), { tempFolder }));
    const digest = await fileDigest(report.files.rowsFile);
    const { header } = report;
    const isChosen = ({ corrects }: ReportDefinition): boolean =>
      corrects !== undefined && only.includes(targetNamed(corrects.target).restoredAs);
    const chosen = header.reports.flatMap((kept, at) => {
      const definition = builtInReports.get(kept.name);
      return definition === undefined || !isChosen(definition)
        ? []
        : [{ at, definition, reading: readingBy(definition, kept) }];
    });
    const outdated = chosen.flatMap(({ definition: { name }, reading }) => outdatedIn(name, reading));
    const readable = chosen.flatMap(({ at, definition, reading }) => (reading ? [{ at, definition, ...reading }] : []));
    if (readable.length === 0) throw nothingToRestore(place, only, outdated);
    const open = report;
    const found = new Map<string, KeptMailbox | undefined>();
    const keptOf = (names: readonly string[]): KeptMailbox | undefined => {
      const stored = open.findNamed(...names);
      if (stored === undefined) return undefined;
      const results = readable.flatMap(({ at, definition: { name }, read }): [string, StoredReport][] => {
        const result = stored.reports[at];
        return result === undefined ? [] : [[name, read(result)]];
      });
      return { results: new Map(results), ids: stored.ids };
    };
    const { tenant, cloud, run } = header;
    return {
      digest,
      tenant,
      cloud,
      run: { id: run.id, repository: run.repository, url: run.url, started: run.started.toISOString() },
      reports: readable.map(({ definition }) => definition),
      outdated,
      accountOf: (address) => open.findNamed(address)?.ids?.account,
      mailboxOf: (address, ids = {}) => {
        const names = [address, ...idsOf(ids)];
        const key = JSON.stringify(names);
        if (!found.has(key)) found.set(key, keptOf(names));
        return found.get(key);
      },
      close: () => open.close(),
    };
  } catch (error) {
    await report?.close();
    throw unreadableReport(place, error);
  }
}

/** The parts of a report that another version of the program read: the report as a whole, or columns. */
function outdatedIn(report: string, reading: StoredReading | undefined): readonly string[] {
  return reading === undefined ? [report] : reading.lacking.map((column) => `${report}.${column}`);
}

function nothingToRestore(place: string, only: readonly Restored[], outdated: readonly string[]): UserError {
  const reason =
    outdated.length > 0
      ? `Another version of Mailbox Report read ${listed(outdated, 'and')}.`
      : `It has no report with ${listed(only, 'or')}.`;
  const hint = `Use a later report, or change ${inputName('only')}.`;
  return new UserError('REPORT_UNREADABLE', `Nothing of the report ${place} can be restored. ${reason}`, { hint });
}

async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
