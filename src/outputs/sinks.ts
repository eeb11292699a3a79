import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Unlisted } from '../mailboxes/unlisted.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { FORMATS, type Format } from '../run/input-readers.ts';
import type { BaselineIndex } from '../policy/baseline/baseline.ts';
import { BaselineCsv } from './files/baseline-csv.ts';
import { createChangesCsv, createReportCsv, createUnlistedCsv, createViolationsCsv } from './files/csv-sinks.ts';
import { openJsonReport } from './files/json-report.ts';
import { createJunit } from './files/junit.ts';
import { RowsSink } from './files/rows-sink.ts';
import { createSarif } from './files/sarif.ts';
import { ReportPage, type ReportPageOptions } from './page/report-page.ts';
import type { Sink } from './sink.ts';
import { ROWS_FILE, type RowsHeader } from '../store/rows-file.ts';
import type { RunSummary } from '../totals/run-summary.ts';

/** The files of a run, open until the result is known. */
export interface Sinks {
  /** The CSVs of the reports first, in their order. */
  readonly all: readonly Sink[];
  readonly page: ReportPage | undefined;
  readonly folder: string;
}

interface SinkOptions extends ReportPageOptions {
  readonly folder: string;
  readonly mailboxes: MailboxList;
  readonly artifactName: string | undefined;
  /** CSV is always written. */
  readonly formats: readonly Format[];
  readonly baseline: BaselineIndex | undefined;
  readonly unlisted: Unlisted | undefined;
  /** The first line of the rows file. */
  readonly rows: RowsHeader;
}

type CreateSink = (options: SinkOptions) => Sink;

const NO_POLICY: Policy = { file: '', rules: [], exemptions: [] };

/** The sinks of the formats that the input `formats` can name besides CSV. */
const FORMAT_SINKS: Readonly<Record<Exclude<Format, 'csv'>, CreateSink>> = {
  html: (options) => new ReportPage(path.join(options.folder, `${options.artifactName ?? 'report'}.html`), options),
  json: (options) => openJsonReport(named(options, 'json'), { ...options, lists: options.mailboxes.files }),
  sarif: ({ policy = NO_POLICY, artifactName: category, baseline, ...options }) =>
    createSarif(named(options, 'sarif'), { policy, category, hasBaseline: baseline !== undefined }),
  junit: ({ policy = NO_POLICY, started, ...options }) => createJunit(named(options, 'junit.xml'), { policy, started }),
};

/** The path of the files that are not the CSV of a report. No report can have their name. */
function named({ folder }: Pick<SinkOptions, 'folder'>, extension: string): string {
  return path.join(folder, `mailbox-report.${extension}`);
}

/**
 * Creates the files of a run: a CSV for each report, `rows.ndjson.gz`, `violations.csv` and `baseline.csv` if there is a policy, `changes.csv` if
 * the run is compared with an earlier report, and those of the input `formats`. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
 */
export async function createSinks(options: SinkOptions): Promise<Sinks> {
  const { folder, formats, csv, policy, reports, baseline, isCompared, unlisted, started, rows } = options;
  const { listColumns } = options;
  const at = (name: string): string => path.join(folder, name);
  const hasVerdicts = policy !== undefined;
  const all: Sink[] = [];
  try {
    for (const report of reports) all.push(createReportCsv(at(`${report.name}.csv`), report, hasVerdicts, csv));
    if (hasVerdicts) {
      all.push(createViolationsCsv(at('violations.csv'), csv, listColumns));
      all.push(new BaselineCsv(at('baseline.csv'), { ...csv, baseline, started }));
    }
    if (isCompared) all.push(createChangesCsv(at('changes.csv'), csv));
    if (unlisted !== undefined && unlisted.mode !== 'include')
      all.push(createUnlistedCsv(at('unlisted.csv'), unlisted, csv));
    all.push(new RowsSink(at(ROWS_FILE), rows));
    for (const format of FORMATS) {
      if (format !== 'csv' && formats.includes(format)) all.push(FORMAT_SINKS[format](options));
    }
    const page = all.find((sink) => sink instanceof ReportPage);
    return { all, page, folder };
  } catch (error) {
    await discardSinks({ all, page: undefined });
    throw error;
  }
}

/** Completes the files. Returns the first UserError of a file that could not be written; other errors are thrown. */
export async function closeSinks({ all }: Pick<Sinks, 'all'>, summary: RunSummary): Promise<UserError | undefined> {
  const failures: unknown[] = [];
  for (const sink of all) await sink.close(summary).catch((error: unknown) => failures.push(error));
  const bug = failures.find((failure) => !(failure instanceof UserError));
  if (bug !== undefined) throw new Error('a file could not be completed', { cause: bug });
  return failures.find((failure) => failure instanceof UserError);
}

/** Closes whatever is open and removes temporary files. Never rejects: an earlier error has the reason. */
export async function discardSinks({ all, page }: Pick<Sinks, 'all' | 'page'>): Promise<void> {
  await Promise.allSettled(all.map((sink) => sink.close()));
  await Promise.allSettled([page?.discard()]);
}
