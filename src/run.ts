import path from 'node:path';
import { requireValid, type ClientCertificate } from './credential/certificate.ts';
import { readPfx } from './credential/pfx.ts';
import { certificateWarnings, daysLeft, roleWarning, tokensByCertificate } from './credential/sign-in.ts';
import type { TokenSource } from './credential/token.ts';
import { describeError, UserError } from './failure.ts';
import { GraphClient } from './graph/client.ts';
import { Pace } from './graph/pace.ts';
import { MailboxReader, type FailedRequest } from './graph/read.ts';
import { readReportInputs, secretInputs, type Environment, type ReportInputs } from './inputs.ts';
import type { Json } from './json.ts';
import { readMailboxLists } from './mailboxes/list.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import { judge, maxUnreadText, type Outcome, type Result } from './outcome.ts';
import { annotateDuplicates, annotateError, annotateUnread } from './publish/annotations.ts';
import { uploadReport, type UploadedArtifact } from './publish/artifact.ts';
import { openCsv } from './publish/csv.ts';
import { logText } from './publish/log-text.ts';
import { count, counted, duration } from './publish/numbers.ts';
import { openOutputDirectory } from './publish/output-directory.ts';
import { artifactOutputs, setOutputs } from './publish/outputs.ts';
import { Progress } from './publish/progress.ts';
import { writeStepSummary } from './publish/step-summary.ts';
import { DISTRIBUTED_COLUMNS } from './publish/summary-distributions.ts';
import type { SummaryFacts } from './publish/summary-facts.ts';
import { errorSummary, summaryMarkdown } from './publish/summary.ts';
import { Tally } from './publish/tally.ts';
import { compileColumns } from './reports/columns.ts';
import { columnNames } from './reports/definition.ts';
import { rowsOf } from './reports/rows.ts';
import type { Core, Surroundings } from './surroundings.ts';

/**
 * Runs the report action. Whatever was read is written, uploaded and summarised before the step fails. Never rejects:
 * what went wrong is an annotation, the output `result` and the exit code.
 */
export async function run(env: Environment, around: Surroundings): Promise<void> {
  for (const secret of secretInputs(env)) around.core.setSecret(secret);
  try {
    await report(env, around);
  } catch (error) {
    await fail(error, env, around);
  }
}

/** The product in one sentence: inputs, token, mailboxes, answers, rows, files, outcome. */
async function report(env: Environment, around: Surroundings): Promise<void> {
  const inputs = readReportInputs(env);
  const job: Job = { env, inputs, started: around.now(), warnings: [], ...around };
  tellSettings(job);
  const certificate = openCertificate(job);
  const tokens = await signIn(job, certificate);
  const mailboxes = await listMailboxes(job);
  const pace = new Pace({ concurrency: inputs.concurrency, random: around.random });
  const reader = readerOf(job, mailboxes, tokens, pace);
  const written = await writeReport(job, mailboxes, reader, pace);
  const outcome = outcomeOf(job, written.tally, reader.stoppedBy);
  await deliver(job, { certificate, mailboxes, pace, ...written }, outcome);
}

/** A run with what it was told. */
interface Job extends Surroundings {
  readonly env: Environment;
  readonly inputs: ReportInputs;
  /** Epoch ms. */
  readonly started: number;
  /** Said in the log already, for the summary. */
  readonly warnings: string[];
}

function warn({ core, warnings }: Job, message: string): void {
  warnings.push(message);
  core.warning(message);
}

function tellSettings({ inputs, core }: Job): void {
  const { tenantId, clientId, authorityHost, graphUrl, mailboxes, report, maxUnread, concurrency } = inputs;
  core.startGroup('Settings');
  const settings = {
    'tenant-id': tenantId,
    'client-id': clientId,
    'authority-host': authorityHost,
    'graph-url': graphUrl,
    mailboxes: mailboxes.join(', '),
    report: report.name,
    'max-unread': maxUnreadText(maxUnread),
    concurrency: String(concurrency),
  };
  for (const [name, value] of Object.entries(settings)) core.info(logText(`${name}: ${value}`));
  core.endGroup();
}

function openCertificate(job: Job): ClientCertificate {
  const { inputs, core, now } = job;
  const time = now();
  const certificate = readPfx(inputs.pfx, inputs.pfxPassword, new Date(time));
  setOutputs(core, {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, time),
  });
  requireValid(certificate, new Date(time));
  for (const warning of certificateWarnings(certificate, time)) warn(job, warning);
  return certificate;
}

async function signIn(job: Job, certificate: ClientCertificate): Promise<TokenSource> {
  const { inputs, core, dispatcher, now, signal } = job;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const tokens = tokensByCertificate({ ...inputs, certificate, dispatcher, now, mask, signal });
  core.info(
    `Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, certificate ${certificate.thumbprint}`,
  );
  try {
    const { roles } = await tokens.get();
    const warning = roleWarning(roles, inputs.report);
    if (warning !== undefined) warn(job, warning);
  } catch (error) {
    // Who cancels gets a report of what was read all the same, if only of nothing.
    if (!signal.aborted) throw error;
  }
  return tokens;
}

async function listMailboxes({ inputs, env, core }: Job): Promise<MailboxList> {
  const { mailboxes: patterns, mailboxColumn: column, summary } = inputs;
  const mailboxes = await readMailboxLists({ patterns, workspace: env.GITHUB_WORKSPACE ?? process.cwd(), column });
  setOutputs(core, { 'mailbox-count': mailboxes.length });
  core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
  annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
  return mailboxes;
}

function readerOf(job: Job, mailboxes: MailboxList, tokens: TokenSource, pace: Pace): MailboxReader<Json[]> {
  const { inputs, dispatcher, signal, now, random, core } = job;
  const client = new GraphClient({ graphUrl: inputs.graphUrl, dispatcher, tokens, signal });
  return new MailboxReader({
    mailboxes,
    request: inputs.report.request,
    post: (url, body) => client.post(url, body),
    accept: compileColumns(inputs.report),
    pace,
    now,
    random,
    signal,
    // A runner drops debug lines unless it was asked for them; tens of thousands of them cost all the same.
    ...(job.env.RUNNER_DEBUG === '1'
      ? {
          onFailure: (request) => {
            core.debug(logText(failureLine(request)));
          },
        }
      : {}),
  });
}

function failureLine({ address, error, requestId, clientRequestId, again }: FailedRequest): string {
  const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
  return `${address}: ${error} (${ids})${again ? ', to be asked again' : ''}`;
}

interface Written {
  readonly tally: Tally;
  readonly folder: string;
  readonly csvPath: string;
}

async function writeReport(
  { inputs, env, core, now }: Job,
  mailboxes: MailboxList,
  reader: MailboxReader<Json[]>,
  pace: Pace,
): Promise<Written> {
  const { report, csvBom } = inputs;
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  const csvPath = path.join(folder, `${report.name}.csv`);
  const columns = columnNames(report);
  const csv = openCsv(csvPath, columns, { bom: csvBom });
  setOutputs(core, { 'output-directory': folder, 'csv-path': csvPath });
  core.info(`Reading ${report.name} from ${inputs.graphUrl}`);
  const tally = new Tally(columns, DISTRIBUTED_COLUMNS);
  const log = (line: string): void => {
    core.info(line);
  };
  const progress = new Progress({ total: mailboxes.length, log, now, waits: () => pace.throttling.waits });
  try {
    for await (const rows of rowsOf(reader.read(), report)) {
      for (const row of rows) tally.add(row);
      await csv.write(rows);
      progress.advance(rows.length);
    }
    progress.report();
  } finally {
    progress.stop();
    await csv.close();
  }
  setOutputs(core, { 'read-count': tally.read, 'unread-count': tally.unread });
  return { tally, folder, csvPath };
}

function outcomeOf({ inputs }: Job, tally: Tally, stoppedBy: UserError | undefined): Outcome {
  const counts = { mailboxes: tally.total, unread: tally.unread, cancelled: tally.unreadBy('cancelled') };
  const outcome = judge(counts, inputs.maxUnread);
  if (outcome.result === 'pass' || stoppedBy === undefined) return outcome;
  return { ...outcome, message: `${outcome.message} ${stoppedBy.message}`, hint: stoppedBy.hint };
}

interface Delivery extends Written {
  readonly certificate: ClientCertificate;
  readonly mailboxes: MailboxList;
  readonly pace: Pace;
}

/** Uploads, summarises and says what came of it; the step fails last. */
async function deliver(job: Job, delivery: Delivery, outcome: Outcome): Promise<void> {
  const { core, env, inputs, now, started } = job;
  const { tally, csvPath } = delivery;
  const detail = inputs.summary === 'full' ? 'full' : 'counts';
  const took = duration(now() - started);
  core.info(
    logText(`Read ${count(tally.read)} of ${counted(tally.total, 'mailbox', 'mailboxes')} in ${took}: ${csvPath}`),
  );
  annotateUnread(core, tally, detail);
  const uploaded = await upload(job, delivery);
  // The report that was promised is not where people look for it: that outweighs what it would have said.
  const failure = uploaded instanceof UserError ? uploaded : errorOf(outcome);
  const result = uploaded instanceof UserError ? 'error' : outcome.result;
  const artifact = uploaded instanceof UserError ? undefined : uploaded;
  setOutputs(core, { result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });
  if (inputs.summary !== 'none') {
    const facts = factsOf(job, delivery, { result, failure, artifact });
    await writeSummary(core, env, summaryMarkdown(facts, tally, detail));
  }
  if (failure === undefined) return;
  process.exitCode = 1;
  annotateError(core, failure);
}

type Uploaded = UploadedArtifact & { readonly name: string };

/** Undefined where nothing is to be uploaded, and the error where it failed: the summary is still to be written. */
async function upload(job: Job, { folder, csvPath }: Written): Promise<Uploaded | UserError | undefined> {
  const { inputs, env, core, deadline: signal, loadArtifactClient: loadClient } = job;
  const { artifactName: name, retentionDays } = inputs;
  if (name === undefined) return undefined;
  core.startGroup(logText(`Uploading the artifact ${name}`));
  try {
    const files = [csvPath];
    const options = { name, files, rootDirectory: folder, csvPath, retentionDays, env, signal, loadClient };
    return { name, ...(await uploadReport(options)) };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  } finally {
    core.endGroup();
  }
}

interface Ending {
  readonly result: Result;
  readonly failure: UserError | undefined;
  readonly artifact: Uploaded | undefined;
}

function factsOf(job: Job, delivery: Delivery, { result, failure, artifact }: Ending): SummaryFacts {
  const { inputs, env, now, started, signal, warnings } = job;
  const { certificate, mailboxes, pace, tally, csvPath } = delivery;
  const runUrl = runPage(env);
  return {
    result,
    message: failure?.message ?? '',
    hint: failure?.hint ?? '',
    reports: [inputs.report.name],
    mailboxCount: tally.total,
    readCount: tally.read,
    unreadCount: tally.unread,
    duplicateCount: mailboxes.duplicateCount,
    maxUnread: maxUnreadText(inputs.maxUnread),
    cancelled: signal.aborted,
    certificate: {
      expiresOn: certificate.notAfter,
      daysLeft: daysLeft(certificate, now()),
      thumbprint: certificate.thumbprint,
    },
    durationMs: now() - started,
    throttling: pace.throttling,
    csvPath,
    listFiles: mailboxes.files,
    warnings,
    ...(artifact === undefined ? {} : { artifact }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
}

function runPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }: Environment) {
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

function errorOf(outcome: Outcome): UserError | undefined {
  if (outcome.result === 'pass') return undefined;
  return new UserError(outcome.code, outcome.message, { hint: outcome.hint });
}

/** The step failed before there was anything to publish. */
async function fail(error: unknown, env: Environment, { core }: Surroundings): Promise<void> {
  process.exitCode = 1;
  setOutputs(core, { result: 'error' });
  annotateError(core, error);
  if (env.INPUT_SUMMARY === 'none') return;
  const told =
    error instanceof UserError
      ? error
      : {
          code: 'UNEXPECTED',
          message: describeError(error),
          hint: 'This is a bug in Mailbox Report: please report it.',
        };
  await writeSummary(core, env, errorSummary(told));
}

/** A summary that cannot be written takes nothing from the report, and must not hide why a step failed. */
async function writeSummary(core: Core, env: Environment, markdown: string): Promise<void> {
  try {
    await writeStepSummary(env, markdown);
  } catch (error) {
    core.warning(logText(`The job summary could not be written: ${describeError(error)}`));
  }
}
