import path from 'node:path';
import type { RateLimiter } from './graph/rate-limiter.ts';
import type { MailboxReader, MailboxResult } from './graph/reader.ts';
import type { Job } from './job.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import type { Outcome } from './result.ts';
import { setOutputs } from './outputs.ts';
import type { PolicyJudge, ReportJudge } from './policy/judge.ts';
import type { PolicyTally } from './policy/policy-tally.ts';
import { columnNames, VERDICT_COLUMNS, type ReportDefinition } from './reports/definition.ts';
import type { RowCells } from './reports/columns.ts';
import type { Row, RowStatus } from './reports/row.ts';
import { rowsOf } from './reports/row.ts';
import { closeAll } from './output/close-all.ts';
import { openCsv, type CsvFile } from './output/csv.ts';
import { endingJson } from './output/ending-json.ts';
import { openFindingsFiles, type FindingsFiles } from './output/findings-files.ts';
import type { PageRows } from './output/page/rows.ts';
import { findingsOf, type ReportResult } from './output/sink.ts';
import { logText } from './runner/log.ts';
import { openOutputDirectory } from './output/output-directory.ts';
import { Progress } from './output/progress.ts';
import { ReportTally } from './output/report-tally.ts';
import { DISTRIBUTED_COLUMNS } from './output/summary/distributions.ts';
import { Tally } from './output/tally.ts';

/** The files of the reports on the disk, and what was counted as their rows passed. */
export interface Written {
  /** What the rows come to. */
  readonly outcome: Outcome;
  /** Of mailboxes: one that any report could not read is unread. */
  readonly tally: Tally;
  /** Undefined where nothing was judged. */
  readonly policyTally: PolicyTally | undefined;
  readonly reports: readonly ReportTally[];
  readonly folder: string;
  /** The CSVs of the reports, in their order, and then the others. */
  readonly files: readonly string[];
  /** What the report page will show; undefined where none is asked for. */
  readonly page: PageRows | undefined;
  /** Where a person finds them on the runner: the one CSV, or the folder of several. */
  readonly place: string;
}

/** A report that is being written. */
interface Writing {
  readonly definition: ReportDefinition;
  readonly csv: CsvFile;
  readonly tally: ReportTally;
  /** Undefined where no rule concerns it. */
  readonly judge: ReportJudge | undefined;
}

/** What is counted and written of verdicts. */
interface Judging {
  readonly tally: PolicyTally | undefined;
  readonly files: FindingsFiles;
}

/**
 * Reads every mailbox once, judges it where there is a policy, and writes its rows of each report and what was found as
 * they come. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
export async function writeReports(
  job: Job,
  mailboxes: MailboxList,
  { reader, judge, pace, comesTo }: Engine,
): Promise<Written> {
  const { inputs, env, core, signal, policy, reports } = job;
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  const tally = new Tally();
  const writings: Writing[] = [];
  let findings: FindingsFiles = { all: [], json: undefined, page: undefined, everyMailbox: false };
  try {
    for (const definition of reports) writings.push(openReport(definition, folder, job, judge));
    findings = await openFindingsFiles(folder, inputs, {
      policy,
      reports,
      lists: mailboxes.files,
      started: job.started,
    });
    const policyTally = judge?.newTally();
    const judging =
      policyTally === undefined && findings.all.length === 0 ? undefined : { tally: policyTally, files: findings };
    const files = [...writings.map(({ csv }) => csv), ...findings.all.filter((file) => file !== findings.page)];
    const paths = files.map((file) => file.path);
    const [first = folder, ...others] = paths;
    const place = others.length === 0 && findings.page === undefined ? first : folder;
    setOutputs(core, { 'output-directory': folder, 'csv-path': first });
    core.info(logText(`Reading ${writings.map(({ tally: { name } }) => name).join(', ')} from ${inputs.graphUrl}`));
    const progress = progressOf(job, mailboxes, reader, pace);
    try {
      for await (const answers of reader.read()) await writeAnswers(answers, { writings, tally, judging });
      if (!signal.aborted) progress.report();
    } finally {
      progress.stop();
    }
    setOutputs(core, { 'read-count': tally.read, 'unread-count': tally.unread });
    if (policyTally !== undefined) {
      setOutputs(core, { 'violation-count': policyTally.violationCount, 'exempt-count': policyTally.exemptCount });
    }
    const outcome = comesTo(tally, policyTally);
    const exemptions = judge?.exemptions.uses;
    await findings.json?.close(endingJson({ outcome, tally, policyTally, exemptions, mailboxes, allowed: inputs }));
    const { page } = findings;
    return {
      outcome,
      tally,
      policyTally,
      reports: writings.map(({ tally: one }) => one),
      folder,
      files: paths,
      page,
      place,
    };
  } catch (error) {
    await Promise.allSettled([findings.page?.discard()]);
    throw error;
  } finally {
    await closeAll([...writings.map(({ csv }) => csv), ...findings.all]);
  }
}

/** What reads, judges and tells how fast. */
interface Engine {
  readonly reader: MailboxReader<RowCells[]>;
  /** Undefined where nothing is judged. */
  readonly judge: PolicyJudge | undefined;
  readonly pace: RateLimiter;
  /** PendingRequest once, when every mailbox was counted. */
  readonly comesTo: (tally: Tally, policyTally: PolicyTally | undefined) => Outcome;
}

function openReport(
  definition: ReportDefinition,
  folder: string,
  { inputs, started }: Job,
  judge: PolicyJudge | undefined,
): Writing {
  const columns = [...columnNames(definition), ...(judge === undefined ? [] : VERDICT_COLUMNS)];
  const csv = openCsv(path.join(folder, `${definition.name}.csv`), columns, { bom: inputs.csvBom });
  const tally = new ReportTally(definition, DISTRIBUTED_COLUMNS, started);
  return { definition, csv, tally, judge: judge?.judgeOf(definition.name) };
}

function progressOf(
  { core, now }: Job,
  mailboxes: MailboxList,
  reader: MailboxReader<RowCells[]>,
  pace: RateLimiter,
): Progress {
  const log = (line: string): void => {
    core.info(line);
  };
  return new Progress({
    total: mailboxes.length,
    log,
    now,
    done: () => reader.finished,
    waits: () => pace.throttling.waits,
  });
}

async function writeAnswers(
  answers: readonly MailboxResult<RowCells[]>[],
  { writings, tally, judging }: { writings: readonly Writing[]; tally: Tally; judging: Judging | undefined },
): Promise<void> {
  for (const answer of answers) {
    const told: Told[] = [];
    const judged: ReportResult[] | undefined = judging === undefined ? undefined : [];
    for (const [at, { definition, csv, tally: ofReport, judge }] of writings.entries()) {
      const result = answer.results[at];
      if (result === undefined) throw new Error(`no result of the report ${definition.name}`);
      const rows = rowsOf(answer.mailbox, result, definition);
      const verdict = judge?.(rows);
      ofReport.add(rows);
      told.push({ report: ofReport.name, row: rows[0] });
      judged?.push({ definition, rows, verdict });
      const behind = csv.write(rows, judging?.tally === undefined ? undefined : (verdict?.rows ?? 'none'));
      if (behind !== undefined) await behind;
    }
    const whole = asOne(told) ?? { mailbox: answer.mailbox, status: 'ok', error: '' };
    tally.add(whole);
    if (judging === undefined || judged === undefined) continue;
    judging.tally?.add(judged);
    const { mailbox, status, error } = whole;
    // Most mailboxes break no rule, and then only some files have them.
    if (!judging.files.everyMailbox && status === 'ok' && findingsOf({ reports: judged }).length === 0) continue;
    const judgedMailbox = { mailbox, status, error, reports: judged };
    for (const file of judging.files.all) {
      const behind = file.add(judgedMailbox);
      if (behind !== undefined) await behind;
    }
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
  if (told.every(({ row }) => row.status === 'ok')) return undefined;
  const status = BY_WEIGHT.find((weighty) => told.some(({ row }) => row.status === weighty));
  const [first, ...more] = told.filter(({ row }) => row.status === status);
  if (first === undefined || more.length + 1 === told.length) return first?.row;
  return { ...first.row, error: `${[first, ...more].map(({ report }) => report).join(', ')}: ${first.row.error}` };
}
