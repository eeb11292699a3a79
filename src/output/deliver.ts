import path from 'node:path';
import { daysLeft } from '../auth/sign-in.ts';
import type { ClientCertificate } from '../auth/certificate.ts';
import { warn, type Dependencies, type RunContext } from '../context.ts';
import { describeError, UserError } from '../errors.ts';
import type { RateLimiter } from '../graph/rate-limiter.ts';
import type { Environment } from '../http/proxy.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { artifactOutputs, setOutputs } from '../outputs.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { errorResult, maxUnreadText, type RunResult } from '../result.ts';
import { logText } from '../runner/log.ts';
import { annotateError, annotateMailboxes, annotateWarning } from './annotations.ts';
import { uploadReport, type UploadedArtifact } from './artifact.ts';
import { closeSinks, type Sinks } from './sinks.ts';
import type { RunSummary } from './run-summary.ts';
import { errorSummary, summaryMarkdown, writeStepSummary } from './summary/summary.ts';
import type { Totals } from './totals.ts';

/** What a run has to deliver. */
export interface Delivery {
  readonly result: RunResult;
  readonly totals: Totals;
  readonly sinks: Sinks;
  readonly mailboxes: MailboxList;
  readonly limiter: RateLimiter;
  /** Undefined without a policy. */
  readonly judge: PolicyJudge | undefined;
  /** Undefined with `credential: federated`. */
  readonly certificate: ClientCertificate | undefined;
  /** How long signing in and reading took. */
  readonly durationMs: number;
}

type NamedArtifact = UploadedArtifact & { readonly name: string };

/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded. The reason of a failure is annotated last.
 */
export async function deliver(context: RunContext, delivery: Delivery): Promise<RunResult> {
  const { core, inputs } = context;
  annotate(context, delivery);

  const unwritten = await closeSinks(delivery.sinks, summaryOf(context, delivery, {}));

  const uploaded = await upload(context, delivery);
  const failure = uploaded instanceof UserError ? uploaded : unwritten;
  const result = failure === undefined ? delivery.result : errorResult(failure);
  const artifact = uploaded instanceof UserError ? undefined : uploaded;
  setOutputs(core, { result: result.result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });
  // The page stays on the runner and must show the same result.
  if (uploaded instanceof UserError) await delivery.sinks.page?.close(summaryOf(context, { ...delivery, result }, {}));
  const page = artifact === undefined ? undefined : await uploadPage(context, delivery.sinks);

  if (inputs.summary !== 'none') {
    const summary = summaryOf(context, { ...delivery, result }, { artifact, page });
    await writeStepSummary(core, context.env, summaryMarkdown(summary, inputs.summary));
  }
  if (result.fails) annotateError(core, result.reason);
  return result;
}

/** Reports why the step fails before there is anything to deliver. */
export async function deliverError(error: unknown, env: Environment, { core }: Dependencies): Promise<RunResult> {
  const reason =
    error instanceof UserError
      ? error
      : new UserError('UNEXPECTED', describeError(error), {
          hint: 'This is a bug in Mailbox Report: please report it.',
          cause: error,
        });
  setOutputs(core, { result: 'error' });
  annotateError(core, error);
  if (env.INPUT_SUMMARY?.trim().toLowerCase() !== 'none') await writeStepSummary(core, env, errorSummary(reason));
  return errorResult(reason);
}

function annotate(context: RunContext, { result, totals, mailboxes }: Delivery): void {
  const { core, inputs, warnings } = context;
  const { reason, fails } = result;
  const warned = !fails && reason !== undefined;
  if (warned) annotateWarning(core, reason);
  const repeated = mailboxes.duplicateCount > 0 ? 1 : 0;
  annotateMailboxes(core, totals, {
    detail: inputs.summary === 'full' ? 'full' : 'counts',
    fails,
    failsByViolations: fails && result.result === 'violations',
    warned: warnings.length + repeated + (warned ? 1 : 0),
    named: repeated,
  });
}

/** Returns undefined if nothing is to be uploaded, and the error if it failed, since the summary is still to be written. */
async function upload(context: RunContext, { sinks }: Delivery): Promise<NamedArtifact | UserError | undefined> {
  const { inputs, env, core, deadline: signal, loadArtifactClient: loadClient } = context;
  const { artifactName: name, retentionDays } = inputs;
  if (name === undefined) return undefined;
  const { folder, place } = sinks;
  const files = sinks.all.flatMap((sink) => sink.path ?? []);
  core.startGroup(logText(`Uploading the artifact ${name}`));
  try {
    const options = { name, files, rootDirectory: folder, place, retentionDays, env, signal, loadClient };
    const artifact = await uploadReport(options);
    if (artifact.replaced !== undefined) {
      core.notice(
        logText(
          `The artifact "${name}" replaces the one of ${artifact.replaced.toISOString()}, from an earlier attempt of this ` +
            'run. If another job of this attempt made it, give each job its own "artifact-name".',
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

/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning.
 */
async function uploadPage(context: RunContext, { page, folder, place }: Sinks): Promise<NamedArtifact | undefined> {
  const file = page?.path;
  if (file === undefined) return undefined;
  const { inputs, env, deadline: signal, loadArtifactClient: loadClient } = context;
  const { retentionDays } = inputs;
  const name = path.basename(file);
  try {
    const options = { name, files: [file], rootDirectory: folder, place, retentionDays, env, signal, loadClient };
    return { name, ...(await uploadReport({ ...options, unzipped: true })) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    warn(context, `The report page is only in the artifact with all files: ${error.message}`);
    return undefined;
  }
}

function summaryOf(
  { inputs, env, now, signal, warnings, policy }: RunContext,
  { result, totals, sinks, mailboxes, limiter, judge, certificate, durationMs }: Delivery,
  { artifact, page }: { readonly artifact?: NamedArtifact | undefined; readonly page?: NamedArtifact | undefined },
): RunSummary {
  const runUrl = runPage(env);
  return {
    result: result.result,
    tally: totals.mailboxes,
    message: result.reason?.message ?? '',
    hint: result.reason?.hint ?? '',
    ...(policy === undefined || totals.policy === undefined
      ? {}
      : { policy: { file: policy.file, tally: totals.policy, exemptions: judge?.exemptions.uses ?? [] } }),
    reports: totals.reports,
    duplicateCount: mailboxes.duplicateCount,
    maxUnread: maxUnreadText(inputs.maxUnread),
    failOn: inputs.failOn,
    cancelled: signal.aborted,
    durationMs,
    throttling: limiter.throttling,
    place: sinks.place,
    listFiles: mailboxes.files,
    warnings,
    ...(certificate === undefined
      ? {}
      : {
          certificate: {
            expiresOn: certificate.notAfter,
            daysLeft: daysLeft(certificate, now()),
            thumbprint: certificate.thumbprint,
          },
        }),
    ...(artifact === undefined ? {} : { artifact }),
    ...(page === undefined ? {} : { page }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
}

/** The web page of the workflow run; undefined outside a workflow. */
function runPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }: Environment) {
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
