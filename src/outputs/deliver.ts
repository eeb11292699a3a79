import path from 'node:path';
import { daysLeft } from '../auth/sign-in.ts';
import type { ClientCertificate } from '../auth/certificate.ts';
import { warn, type Dependencies, type RunContext } from '../run/context.ts';
import { describeError, UserError } from '../errors.ts';
import type { Unlisted } from '../exchange/unlisted.ts';
import type { Environment } from '../http/proxy.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { artifactOutputs, setOutputs } from '../run/outputs.ts';
import { workflowRun } from '../run/workflow-run.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { errorResult, maxUnreadableText, type RunResult } from '../run/result.ts';
import { logGroup, logText, type Log } from '../run/log.ts';
import { annotateError, annotateMailboxes, annotateWarning } from './annotations.ts';
import { uploadReport, type UploadedArtifact, type UploadOptions } from './artifact.ts';
import { closeSinks, type Sinks } from './sinks.ts';
import type { ComparisonSummary, PolicySummary, RunSummary } from '../totals/run-summary.ts';
import { errorSummary, summaryMarkdown, writeStepSummary } from './job-summary.ts';
import type { Totals } from '../totals/totals.ts';

/** What a run has to deliver. */
export interface Delivery {
  readonly result: RunResult;
  readonly totals: Totals;
  readonly sinks: Sinks;
  readonly mailboxes: MailboxList;
  readonly throttling: RunSummary['throttling'];
  /** Undefined without a policy. */
  readonly judge: PolicyJudge | undefined;
  /** Undefined without an earlier report. */
  readonly comparison: ComparisonSummary | undefined;
  /** Undefined with `credential: federated`. */
  readonly certificate: Pick<ClientCertificate, 'notAfter' | 'thumbprint'> | undefined;
  /** How long signing in and reading took. */
  readonly durationMs: number;
  /** Undefined with `unlisted: ignore`. */
  readonly unlisted: Unlisted | undefined;
}

type NamedArtifact = UploadedArtifact & { readonly name: string };

interface Uploads {
  readonly artifact: NamedArtifact | undefined;
  /** The report page as an artifact of its own. */
  readonly page: NamedArtifact | undefined;
}

/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded. The log ends with the reason of a failure, the result and the links.
 */
export async function deliver(context: RunContext, delivery: Delivery): Promise<RunResult> {
  const { core, inputs } = context;
  const unwritten = await closeSinks(delivery.sinks, summaryOf(context, delivery, {}));

  const { result, artifact, page } = await upload(context, delivery, unwritten);
  setOutputs(core, { result: result.result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });

  if (inputs.summary !== 'none') {
    const summary = summaryOf(context, { ...delivery, result }, { artifact, page });
    await writeStepSummary(core, context.env, summaryMarkdown(summary, inputs.summary));
  }
  if (result.fails) annotateError(core, result.reason);
  const { place, page: pageSink } = delivery.sinks;
  logResult(core, result, { artifact, page, place, hasPage: pageSink !== undefined });
  return result;
}

/** Reports why the step fails before there is anything to deliver. */
export async function deliverError(
  error: unknown,
  env: Environment,
  { core }: Pick<Dependencies, 'core'>,
): Promise<RunResult> {
  const reason =
    error instanceof UserError
      ? error
      : new UserError('UNEXPECTED', describeError(error), {
          hint: 'This is a bug in Mailbox Report: please report it.',
          cause: error,
        });
  setOutputs(core, { result: 'error' });
  annotateError(core, error);
  core.info('Result: error');
  if (env.INPUT_SUMMARY?.trim().toLowerCase() !== 'none') await writeStepSummary(core, env, errorSummary(reason));
  return errorResult(reason);
}

/** The last lines of the log: the result, and where the report is. */
function logResult(
  core: Log,
  { result, reason }: RunResult,
  { artifact, page, place, hasPage }: Uploads & { readonly place: string; readonly hasPage: boolean },
): void {
  core.info(logText(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
  const otherPage = hasPage
    ? `in ${artifact === undefined ? place : 'the artifact'}`
    : 'none, "formats" does not name html';
  core.info(logText(`Report page: ${page?.url ?? otherPage}`));
  core.info(logText(`Artifact: ${artifact?.url ?? `not uploaded, see ${place}`}`));
}

/** Annotates violations and mailboxes that could not be read, and the reason of a result that does not fail the step. */
export function annotateFindings(
  { core, inputs, warnings }: RunContext,
  { result, totals, mailboxes }: Pick<Delivery, 'result' | 'totals' | 'mailboxes'>,
): void {
  const { reason, fails } = result;
  const warned = !fails && reason !== undefined;
  if (warned) annotateWarning(core, reason);
  const repeated = mailboxes.duplicateCount > 0 ? 1 : 0;
  annotateMailboxes(core, totals, {
    detail: inputs.summary === 'full' ? 'full' : 'counts',
    fails,
    failOn: inputs.failOn,
    warned: warnings.length + repeated + (warned ? 1 : 0),
    named: repeated,
  });
}

/** Uploads all files, then the page by itself. A failure, or a file that is `unwritten`, makes the result `error`. */
async function upload(
  context: RunContext,
  delivery: Delivery,
  unwritten: UserError | undefined,
): Promise<Uploads & { readonly result: RunResult }> {
  const { artifactName: name } = context.inputs;
  const result = unwritten === undefined ? delivery.result : errorResult(unwritten);
  if (name === undefined) return { result, artifact: undefined, page: undefined };
  return logGroup(context.core, `Upload the artifact ${name}`, async () => {
    try {
      const artifact = await uploadFiles(context, delivery.sinks, name);
      return { result, artifact, page: await uploadPage(context, delivery.sinks) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const failed = errorResult(error);
      // The page stays on the runner and must show the same result.
      await delivery.sinks.page?.close(summaryOf(context, { ...delivery, result: failed }, {}));
      return { result: failed, artifact: undefined, page: undefined };
    }
  });
}

function uploadFiles(context: RunContext, { all, folder, place }: Sinks, name: string): Promise<NamedArtifact> {
  return uploadArtifact(context, { name, files: all.flatMap((sink) => sink.path ?? []), rootDirectory: folder, place });
}

/** Uploads files as the artifact of a run. Reports in a notice that it replaces an earlier one. Rejects as `uploadReport`. */
export async function uploadArtifact(
  { inputs, env, core, deadline: signal, loadArtifactClient: loadClient }: RunContext,
  files: Pick<UploadOptions, 'name' | 'files' | 'rootDirectory' | 'unzipped' | 'keepEarlier' | 'place'>,
): Promise<NamedArtifact> {
  const { name } = files;
  const artifact = await uploadReport({ ...files, env, signal, loadClient, retentionDays: inputs.retentionDays });
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
  { result, totals, sinks, mailboxes, throttling, judge, comparison, certificate, durationMs, unlisted }: Delivery,
  { artifact, page }: Partial<Uploads>,
): RunSummary {
  const counted = unlisted?.isComplete === true ? unlisted : undefined;
  return {
    result: result.result,
    mailboxes: totals.mailboxes,
    message: result.reason?.message ?? '',
    hint: result.reason?.hint ?? '',
    policy: policy && totals.policy && { file: policy.file, verdicts: totals.policy, ...acceptedBy(judge) },
    comparison,
    reports: totals.reports,
    duplicateCount: mailboxes.duplicateCount,
    unlistedCount: counted?.count,
    includesUnlisted: counted?.mode === 'include',
    maxUnreadable: maxUnreadableText(inputs.maxUnreadable),
    failOn: inputs.failOn,
    cancelled: signal.aborted,
    durationMs,
    throttling,
    place: sinks.place,
    listFiles: mailboxes.files,
    warnings,
    certificate: certificate && {
      expiresOn: certificate.notAfter,
      daysLeft: daysLeft(certificate, now()),
      thumbprint: certificate.thumbprint,
    },
    artifact,
    page,
    runUrl: workflowRun(env).url,
  };
}

function acceptedBy(judge: PolicyJudge | undefined): Pick<PolicySummary, 'exemptions' | 'baseline'> {
  const baseline = judge?.baseline;
  return {
    exemptions: judge?.exemptions.uses ?? [],
    baseline: baseline && { file: baseline.file, entries: baseline.size, stale: baseline.stale.length },
  };
}
