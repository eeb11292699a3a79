import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { Feature } from '../run/feature.ts';
import { FORMATS, type Format } from '../run/input-readers.ts';
import type { Run } from '../run/run.ts';
import type { RunTable, Sink } from '../run/sink.ts';
import { ROWS_FILE } from '../store/rows-file.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { BaselineCsv } from './files/baseline-csv.ts';
import { csvSink } from './files/csv-file.ts';
import { createReportCsv, createTableCsv, createViolationsCsv } from './files/csv-sinks.ts';
import { openJsonReport } from './files/json-report.ts';
import { createJunit } from './files/junit.ts';
import { copyPolicy } from './files/policy-copy.ts';
import { RowsSink } from './files/rows-sink.ts';
import { headerOf } from './files/run-header.ts';
import { createSarif } from './files/sarif.ts';
import { ReportPage } from './page/report-page.ts';

/** The files of a run, open until the result is known. */
export interface Sinks {
  /** The CSVs of the reports first, in their order. */
  readonly all: readonly Sink[];
  readonly page: ReportPage | undefined;
  readonly folder: string;
}

const NO_POLICY: Policy = { file: '', rules: [], exemptions: [] };

type CreateSink = (run: Run, tables: readonly RunTable[], folder: string) => Sink;

/** The path of the files that are not the CSV of a report. No report can have their name. */
function fileIn(folder: string, extension: string): string {
  return path.join(folder, `mailbox-report.${extension}`);
}

/** The sinks of the formats that the input `formats` can name besides CSV. */
const FORMAT_SINKS: Readonly<Record<Exclude<Format, 'csv'>, CreateSink>> = {
  html: (run, tables, folder) =>
    new ReportPage(path.join(folder, `${run.inputs.artifactName ?? 'report'}.html`), run, tables),
  json: ({ reports, tables, policy, source: { mailboxes }, started }, _, folder) =>
    openJsonReport(fileIn(folder, 'json'), {
      reports,
      tables,
      policy,
      listColumns: mailboxes.columns,
      lists: mailboxes.files,
      started,
    }),
  sarif: ({ policy = NO_POLICY, judge, inputs: { artifactName: category } }, _, folder) =>
    createSarif(fileIn(folder, 'sarif'), { policy, category, hasBaseline: judge?.baseline !== undefined }),
  junit: ({ policy = NO_POLICY, started }, _, folder) => createJunit(fileIn(folder, 'junit.xml'), policy, started),
};

/**
 * Creates the files of a run in a folder: a CSV for each report, those of the policy and of features, `rows.ndjson.gz`, and those of the input
 * `formats`. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 */
export async function createSinks(run: Run, features: readonly Feature[], folder: string): Promise<Sinks> {
  const { inputs, reports, policy, judge, source, step, started } = run;
  const { csv } = inputs;
  const tables = features.flatMap((feature) => feature.tables ?? []);
  const history = features.flatMap((feature) => feature.history ?? []);
  const at = (name: string): string => path.join(folder, name);
  const all: Sink[] = [];
  try {
    for (const report of reports) {
      all.push(createReportCsv(at(`${report.name}.csv`), report, policy !== undefined, csv));
    }
    if (judge !== undefined) {
      all.push(createViolationsCsv(at('violations.csv'), csv, source.mailboxes.columns));
      all.push(new BaselineCsv(at('baseline.csv'), csv, judge.baseline, started));
    }
    for (const table of run.tables) all.push(createTableCsv(at(`${table.name}.csv`), table, policy !== undefined, csv));
    for (const feature of features) {
      for (const sink of feature.sinks?.(folder, csv) ?? []) all.push(sink);
      for (const table of feature.tables ?? []) all.push(csvSink(at(`${table.name}.csv`), table.columns, table, csv));
    }
    const copy = policy && (await copyPolicy(folder, policy, step.workspace));
    if (copy !== undefined) all.push(copy);
    const rows = new RowsSink(at(ROWS_FILE), headerOf(run, history));
    all.push(rows);
    for (const feature of features) all.push(...(feature.sinksAfterRows?.(folder, () => rows.digest) ?? []));
    for (const format of FORMATS) {
      if (format !== 'csv' && inputs.formats.includes(format)) all.push(FORMAT_SINKS[format](run, tables, folder));
    }
    const page = all.find((sink) => sink instanceof ReportPage);
    return { all, page, folder };
  } catch (error) {
    await discardSinks({ all, page: undefined, folder });
    throw error;
  }
}

/** Completes the files. Returns the first UserError of a file that could not be written; other errors are thrown. */
export async function closeSinks({ all }: Sinks, summary: RunSummary): Promise<UserError | undefined> {
  const failures: unknown[] = [];
  for (const sink of all) await sink.close(summary).catch((error: unknown) => failures.push(error));
  const bug = failures.find((failure) => !(failure instanceof UserError));
  if (bug !== undefined) throw new Error('a file could not be completed', { cause: bug });
  return failures.find((failure) => failure instanceof UserError);
}

/** Closes whatever is open and removes temporary files. Never rejects: an earlier error has the reason. */
export async function discardSinks({ all, page }: Sinks): Promise<void> {
  await Promise.allSettled(all.map((sink) => sink.close()));
  await Promise.allSettled([page?.discard()]);
}
