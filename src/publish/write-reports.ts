import path from 'node:path';
import type { Pace } from '../graph/pace.ts';
import type { Answer, MailboxReader } from '../graph/read.ts';
import type { Job } from '../job.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { setOutputs } from '../outputs.ts';
import { columnNames } from '../reports/definition.ts';
import type { Gathered, PlannedReport, ReadPlan } from '../reports/plan.ts';
import type { Row, RowStatus } from '../reports/row.ts';
import { rowsOf } from '../reports/rows.ts';
import { openCsv, type CsvFile } from './csv.ts';
import { logText } from './log-text.ts';
import { openOutputDirectory } from './output-directory.ts';
import { Progress } from './progress.ts';
import { ReportTally } from './report-tally.ts';
import { DISTRIBUTED_COLUMNS } from './summary-distributions.ts';
import { Tally } from './tally.ts';

/** The files of the reports on the disk, and what was counted as their rows passed. */
export interface Written {
  /** Of mailboxes: one that any report could not read is unread. */
  readonly tally: Tally;
  readonly reports: readonly ReportTally[];
  readonly folder: string;
  /** One a report, in their order. */
  readonly csvPaths: readonly string[];
  /** Where a person finds them on the runner: the one CSV, or the folder of several. */
  readonly place: string;
}

/** A report that is being written. */
interface Writing {
  readonly planned: PlannedReport;
  readonly csv: CsvFile;
  readonly tally: ReportTally;
}

/** Reads every mailbox once and writes its rows of each report as they come. Throws the UserError `OUTPUT_UNWRITABLE`. */
export async function writeReports(
  job: Job,
  mailboxes: MailboxList,
  { reader, plan, pace }: { reader: MailboxReader<Gathered>; plan: ReadPlan; pace: Pace },
): Promise<Written> {
  const { inputs, env, core, signal } = job;
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  const tally = new Tally();
  const writings: Writing[] = [];
  try {
    for (const planned of plan.reports) writings.push(openReport(planned, folder, inputs.csvBom));
    const csvPaths = writings.map(({ csv }) => csv.path);
    const [first = folder, ...others] = csvPaths;
    const place = others.length === 0 ? first : folder;
    setOutputs(core, { 'output-directory': folder, 'csv-path': first });
    core.info(logText(`Reading ${writings.map(({ tally: { name } }) => name).join(', ')} from ${inputs.graphUrl}`));
    const progress = progressOf(job, mailboxes, reader, pace);
    try {
      for await (const answers of reader.read()) await writeAnswers(answers, writings, tally);
      if (!signal.aborted) progress.report();
    } finally {
      progress.stop();
    }
    setOutputs(core, { 'read-count': tally.read, 'unread-count': tally.unread });
    return { tally, reports: writings.map(({ tally: ofReport }) => ofReport), folder, csvPaths, place };
  } finally {
    await closeAll(writings);
  }
}

function openReport(planned: PlannedReport, folder: string, bom: boolean): Writing {
  const { definition } = planned;
  const csv = openCsv(path.join(folder, `${definition.name}.csv`), columnNames(definition), { bom });
  return { planned, csv, tally: new ReportTally(definition, DISTRIBUTED_COLUMNS) };
}

function progressOf({ core, now }: Job, mailboxes: MailboxList, reader: MailboxReader<Gathered>, pace: Pace): Progress {
  const log = (line: string): void => {
    core.info(line);
  };
  return new Progress({
    total: mailboxes.length,
    log,
    now,
    done: () => reader.answered,
    waits: () => pace.throttling.waits,
  });
}

async function writeAnswers(
  answers: readonly Answer<Gathered>[],
  writings: readonly Writing[],
  tally: Tally,
): Promise<void> {
  for (const answer of answers) {
    const told: Told[] = [];
    for (const { planned, csv, tally: ofReport } of writings) {
      const rows = rowsOf(answer, planned);
      ofReport.add(rows);
      told.push({ report: ofReport.name, row: rows[0] });
      const behind = csv.write(rows);
      if (behind !== undefined) await behind;
    }
    tally.add(asOne(told) ?? { mailbox: answer.mailbox, status: 'ok', error: '' });
  }
}

/** What a report tells of a mailbox, in its first row. */
interface Told {
  readonly report: string;
  readonly row: Row;
}

/** What holds for a mailbox in every report comes first: a report tells less of it where one is merely denied. */
const BY_WEIGHT: readonly RowStatus[] = [
  'cancelled',
  'not-found',
  'no-mailbox',
  'throttled',
  'failed',
  'access-denied',
];

/** Why a mailbox is unread, as the weightiest of its reports has it. Those are named where others tell otherwise. */
function asOne(told: readonly Told[]): Pick<Row, 'mailbox' | 'status' | 'error'> | undefined {
  const status = BY_WEIGHT.find((weighty) => told.some(({ row }) => row.status === weighty));
  const [first, ...more] = told.filter(({ row }) => row.status === status);
  if (first === undefined || more.length + 1 === told.length) return first?.row;
  return { ...first.row, error: `${[first, ...more].map(({ report }) => report).join(', ')}: ${first.row.error}` };
}

/** All of them end, whatever becomes of one. */
async function closeAll(writings: readonly Writing[]): Promise<void> {
  const closings = await Promise.allSettled(writings.map(({ csv }) => csv.close()));
  const failed = closings.find((closing) => closing.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
