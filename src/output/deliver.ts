import type { ClientCertificate } from '../auth/certificate.ts';
import { daysLeft } from '../auth/sign-in.ts';
import { describeError, UserError } from '../errors.ts';
import type { RateLimiter } from '../graph/rate-limiter.ts';
import type { Environment } from '../inputs.ts';
import type { Job } from '../job.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { maxUnreadText, type Outcome, type Result } from '../result.ts';
import { artifactOutputs, setOutputs } from '../outputs.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { Dependencies } from '../surroundings.ts';
import { annotateError, annotateFindings, annotateUnread, annotateWarning, MOST_MARKED } from './annotations.ts';
import { uploadReport } from './artifact.ts';
import { logText } from '../runner/log.ts';
import { count, counted, duration } from '../text/numbers.ts';
import { uploadPage, writeReportPage, type Uploaded } from './page/report-page.ts';
import { writeStepSummary } from './summary/step-summary.ts';
import type { CertificateFacts, SummaryFacts } from './summary/facts.ts';
import { errorSummary, summaryMarkdown } from './summary/summary.ts';
import type { Written } from '../pipeline.ts';

/** What there is to publish. */
export interface Delivery extends Written {
  /** Undefined where nothing was judged. */
  readonly judge: PolicyJudge | undefined;
  /** Undefined where another credential was used. */
  readonly certificate: ClientCertificate | undefined;
  readonly mailboxes: MailboxList;
  readonly pace: RateLimiter;
}

/** Uploads, summarises and says what came of it; the step fails last. */
export async function deliver(job: Job, delivery: Delivery): Promise<void> {
  try {
    await publish(job, delivery);
  } finally {
    // What failed there has been told.
    await Promise.allSettled([delivery.page?.discard()]);
  }
}

async function publish(job: Job, delivery: Delivery): Promise<void> {
  const { core, env, inputs, now, started } = job;
  const { outcome, tally, policyTally, place } = delivery;
  const detail = inputs.summary === 'full' ? 'full' : 'counts';
  const durationMs = now() - started;
  core.info(
    logText(
      `Read ${count(tally.read)} of ${counted(tally.total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}: ${place}`,
    ),
  );
  const unfailing = errorOf(outcome) === undefined ? told(outcome) : undefined;
  if (unfailing !== undefined) annotateWarning(core, unfailing);
  const failing = outcome.result === 'violations' && outcome.fails;
  // GitHub shows the first ten: what was said before counts, and of the unread one at least must have room.
  const repeated = delivery.mailboxes.duplicateCount > 0 ? 1 : 0;
  const before = job.warnings.length + repeated + (unfailing === undefined ? 0 : 1);
  const kept = tally.unread > 0 ? 1 : 0;
  const { warnings, marked } =
    policyTally === undefined
      ? { warnings: 0, marked: 0 }
      : annotateFindings(core, policyTally, {
          detail,
          failing,
          warned: before + kept,
          most: MOST_MARKED - repeated - kept,
        });
  annotateUnread(core, tally, { detail, warned: before + warnings, marked: repeated + marked });
  const ending = { result: outcome.result, told: told(outcome), artifact: undefined, durationMs };
  const page = await writeReportPage(job, delivery, factsOf(job, delivery, ending));
  const files = typeof page === 'string' ? [...delivery.files, page] : delivery.files;
  const uploaded = await upload(job, delivery, files);
  // The report that was promised is not where people look for it: that outweighs what it would have said.
  const undelivered = [uploaded, page].find((one) => one instanceof UserError);
  const failure = undelivered ?? errorOf(outcome);
  const result = undelivered === undefined ? outcome.result : 'error';
  const artifact = uploaded instanceof UserError ? undefined : uploaded;
  setOutputs(core, { result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });
  if (uploaded instanceof UserError && typeof page === 'string') {
    // It stays on the runner, where it must not tell otherwise.
    const facts = factsOf(job, delivery, { result, told: uploaded, artifact: undefined, durationMs });
    await writeReportPage(job, delivery, facts);
  }
  const pageArtifact =
    artifact === undefined || typeof page !== 'string' ? undefined : await uploadPage(job, delivery, page);
  if (inputs.summary !== 'none') {
    const facts = factsOf(job, delivery, {
      result,
      told: failure ?? told(outcome),
      artifact,
      page: pageArtifact,
      durationMs,
    });
    await writeStepSummary(core, env, summaryMarkdown(facts, tally, detail));
  }
  if (failure === undefined) return;
  process.exitCode = 1;
  annotateError(core, failure);
}

/** Undefined where nothing is to be uploaded, and the error where it failed: the summary is still to be written. */
async function upload(
  job: Job,
  { folder, place }: Written,
  files: readonly string[],
): Promise<Uploaded | UserError | undefined> {
  const { inputs, env, core, deadline: signal, loadArtifactClient: loadClient } = job;
  const { artifactName: name, retentionDays } = inputs;
  if (name === undefined) return undefined;
  core.startGroup(logText(`Uploading the artifact ${name}`));
  try {
    const options = { name, files, rootDirectory: folder, place, retentionDays, env, signal, loadClient };
    const artifact = await uploadReport(options);
    if (artifact.replaced !== undefined) {
      core.notice(
        logText(
          `The artifact "${name}" takes the place of the one that was made at ${artifact.replaced.toISOString()}, in an ` +
            'earlier attempt of this run. Where it was made by another job of this attempt, give each an "artifact-name".',
        ),
        { title: 'Artifact replaced' },
      );
    }
    return { name, ...artifact };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  } finally {
    core.endGroup();
  }
}

interface Ending {
  readonly result: Result;
  /** What is said of the result. */
  readonly told: UserError | undefined;
  readonly artifact: Uploaded | undefined;
  /** The report page's own. */
  readonly page?: Uploaded | undefined;
  /** How long signing in and reading took. */
  readonly durationMs: number;
}

function factsOf(
  job: Job,
  delivery: Delivery,
  { result, told: said, artifact, page, durationMs }: Ending,
): SummaryFacts {
  const { inputs, env, now, signal, warnings, policy } = job;
  const { certificate, mailboxes, pace, tally, policyTally, judge, reports, place } = delivery;
  const runUrl = runPage(env);
  return {
    result,
    message: said?.message ?? '',
    hint: said?.hint ?? '',
    ...(policy === undefined || policyTally === undefined
      ? {}
      : { policy: { file: policy.file, tally: policyTally, exemptions: judge?.exemptions.uses ?? [] } }),
    reports,
    mailboxCount: tally.total,
    readCount: tally.read,
    unreadCount: tally.unread,
    duplicateCount: mailboxes.duplicateCount,
    maxUnread: maxUnreadText(inputs.maxUnread),
    cancelled: signal.aborted,
    durationMs,
    throttling: pace.throttling,
    place,
    listFiles: mailboxes.files,
    warnings,
    ...(certificate === undefined ? {} : { certificate: certificateFacts(certificate, now()) }),
    ...(artifact === undefined ? {} : { artifact }),
    ...(page === undefined ? {} : { page }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
}

function certificateFacts(certificate: ClientCertificate, now: number): CertificateFacts {
  const { notAfter: expiresOn, thumbprint } = certificate;
  return { expiresOn, daysLeft: daysLeft(certificate, now), thumbprint };
}

/** The page of this run, where it is one of a workflow. */
function runPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }: Environment) {
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

function errorOf(outcome: Outcome): UserError | undefined {
  return outcome.result !== 'pass' && outcome.fails ? told(outcome) : undefined;
}

/** What there is to say of an outcome, whether the step fails of it or not. */
function told(outcome: Outcome): UserError | undefined {
  if (outcome.result === 'pass') return undefined;
  return new UserError(outcome.code, outcome.message, { hint: outcome.hint });
}

/** Says why the step failed before there was anything to publish. */
export async function fail(error: unknown, env: Environment, { core }: Dependencies): Promise<void> {
  process.exitCode = 1;
  setOutputs(core, { result: 'error' });
  annotateError(core, error);
  if (env.INPUT_SUMMARY?.trim().toLowerCase() === 'none') return;
  const bug = { code: 'UNEXPECTED', hint: 'This is a bug in Mailbox Report: please report it.' };
  const told = error instanceof UserError ? error : { ...bug, message: describeError(error) };
  await writeStepSummary(core, env, errorSummary(told));
}
