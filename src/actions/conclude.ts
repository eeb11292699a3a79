import { daysLeft } from '../auth/certificate.ts';
import { describeError, hintLines, UserError } from '../errors.ts';
import { proxySecrets, requireSecureEnvironment, type Environment } from '../http/proxy.ts';
import { annotateError, annotateMailboxes, annotateWarning, shownReason } from '../outputs/annotations.ts';
import type { RunFacts } from '../outputs/deliver.ts';
import { errorSummary, writeStepSummary } from '../outputs/job-summary.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { secretInputs, text } from '../run/read-inputs.ts';
import { maxUnreadableText } from '../run/input-readers.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { logText, placeProperties, type Log, type Warnings } from '../run/log.ts';
import { withoutAddresses } from '../mailboxes/address.ts';
import { StepOutputs } from '../run/outputs.ts';
import { visibilityWarning } from '../run/repository-visibility.ts';
import { errorResult, resultOf, unlistedText, type RunResult } from '../run/result.ts';
import { stepEnvironment, type Core, type StepEnvironment } from '../run/runner.ts';
import { count, counted, duration, someNames, type EpochMs } from '../text/numbers.ts';
import type { RowsHeader } from '../store/rows-file.ts';
import type { PolicySummary } from '../totals/run-summary.ts';
import type { Totals } from '../totals/totals.ts';
import { concludeComparison, type RunComparison } from './comparison.ts';
import type { ReadMailboxes } from './pipeline.ts';

/**
 * Masks secrets, reads the file of the input `config`, runs an action, and reports its failure, or an output that could not be set, in one error. Never rejects.
 *
 * @param action gets the outputs of the step, and the environment with the inputs of `config`
 */
export async function runAction<Names extends object, T extends Pick<RunResult, 'fails'>>(
  env: Environment,
  core: Core,
  action: (outputs: StepOutputs<Names>, configured: Environment) => Promise<T>,
): Promise<T | RunResult> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) core.setSecret(secret);
  const outputs = new StepOutputs<Names>(core);
  let configured = env;
  try {
    requireSecureEnvironment(env);
    configured = await configuredEnvironment(env);
    const result = await action(outputs, configured);
    // A failed run has exactly one error.
    return outputs.failure === undefined || result.fails ? result : await fail(outputs.failure, configured, core);
  } catch (error) {
    return fail(error, configured, core);
  }
}

async function configuredEnvironment(env: Environment): Promise<Environment> {
  if (text(env, 'config') === undefined) return env;
  const { withConfig } = await import('../run/config-file.ts');
  return withConfig(env, stepEnvironment(env).workspace);
}

/** Reports why the step fails before there is anything to deliver. */
async function fail(thrown: unknown, env: Environment, core: Core): Promise<RunResult> {
  const summary = env.INPUT_SUMMARY?.trim().toLowerCase() ?? '';
  const error = thrown instanceof UserError ? shownReason(thrown, summary === '' ? 'full' : summary) : thrown;
  const reason =
    error instanceof UserError
      ? error
      : new UserError('UNEXPECTED', describeError(error), {
          hint: 'This is a bug in Mailbox Report: please report it.',
          cause: error,
        });
  new StepOutputs(core).set({ result: 'error' });
  annotateError(core, error);
  core.info('Result: error');
  if (summary !== 'none') {
    await writeStepSummary(core, stepEnvironment(env).summaryFile, errorSummary(reason));
  }
  return errorResult(reason);
}

/** A run whose mailboxes have passed the pipeline. */
interface FinishedRun extends Pick<ReadMailboxes, 'source' | 'policy' | 'lacking' | 'started' | 'origin'> {
  readonly totals: Totals;
  readonly judge: PolicyJudge | undefined;
  readonly comparison: RunComparison;
  readonly history: RowsHeader['history'];
  /** When reading ended. */
  readonly ended: EpochMs;
  /** Where the files are. */
  readonly place: string;
  readonly isPublic: boolean;
  readonly step: Pick<StepEnvironment, 'runUrl' | 'source'>;
}

interface ConcludeOptions {
  readonly core: Log;
  readonly outputs: StepOutputs;
  readonly warnings: Warnings;
}

/**
 * Decides the result of a run, sets the outputs that are known, and logs the findings and the warnings. Returns the result
 * and what else the summary and the page show.
 */
export function conclude(
  run: FinishedRun,
  inputs: OutputInputs,
  options: ConcludeOptions,
): { readonly result: RunResult; readonly facts: RunFacts } {
  const { core, outputs, warnings } = options;
  const { totals, judge, started, ended, place, isPublic } = run;
  const { read, total } = totals.mailboxes;
  const all = counted(total, 'mailbox', 'mailboxes');
  core.info(logText(`Read ${count(read)} of ${all} in ${duration(ended - started)}: ${place}`));
  const denied = deniedError(run);
  const result = decide(run, inputs, options, denied);
  concludeComparison(run.comparison, core, outputs);
  if (judge !== undefined) warnOfPolicy(judge, warnings);
  // Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant.
  for (const { blankNotice } of totals.reports) {
    if (blankNotice !== undefined) core.notice(logText(blankNotice.message), placeProperties(blankNotice.place));
  }
  if (isPublic) warnOfVisibility(inputs, warnings);
  const facts = factsOf(run, inputs, warnings);
  annotateFindings(run, result, inputs, { ...options, isExplained: denied !== undefined });
  return { result, facts };
}

/**
 * The error that explains every unread mailbox: the application lacks app roles, and Graph denies all mailboxes. With RBAC for
 * Applications in Exchange Online, which needs none, Graph would allow some.
 */
function deniedError({ totals, lacking }: FinishedRun): UserError | undefined {
  const { mailboxes, reports } = totals;
  const { total, read } = mailboxes;
  const unread = reports.filter((report) => report.read === 0);
  const missing = lacking?.reports.filter(({ name }) => unread.some((report) => report.name === name)) ?? [];
  if (lacking === undefined || missing.length === 0 || read > 0 || mailboxes.unreadableBy('access-denied') < total) {
    return undefined;
  }
  const what = unread.length === reports.length ? '' : ` in ${missing.map(({ name }) => name).join(', ')}`;
  const roles = [...new Set(missing.flatMap(({ lacks }) => lacks))];
  const { hint, copy } = lacking.grant;
  return new UserError('INCOMPLETE', `No mailbox could be read${what}: the application lacks ${roles.join(' and ')}.`, {
    hint:
      `${hint} If RBAC for Applications in Exchange Online is to grant the access instead, check its scope with ` +
      'Test-ServicePrincipalAuthorization. A change can take two hours to apply.',
    copy,
  });
}

/** Compares the totals with the thresholds of the inputs. */
function decide(
  { totals, lacking, source: { unlisted, reader } }: FinishedRun,
  inputs: OutputInputs,
  { outputs, warnings }: ConcludeOptions,
  denied: UserError | undefined,
): RunResult {
  const { mailboxes, policy } = totals;
  const stoppedBy = reader.stoppedBy && shownReason(reader.stoppedBy, inputs.summary);
  outputs.set({ 'read-count': mailboxes.read, 'unreadable-count': mailboxes.unreadable });
  if (policy !== undefined) {
    outputs.set({
      'violation-count': policy.total('failed'),
      'known-count': policy.total('known'),
      'exempt-count': policy.total('exempt'),
    });
  }
  const missing = unlisted?.isComplete === true ? unlisted.count : 0;
  if (unlisted?.isComplete === true) outputs.set({ 'unlisted-count': unlisted.count });
  const counts = { ...totals.counts, unlisted: missing };
  const result = resultOf(counts, { ...inputs, unlisted: unlisted?.mode }, stoppedBy, denied);
  if (missing > 0 && unlisted?.mode === 'warn') warnings.add(unlistedText(missing));
  if (result.result === 'pass' && mailboxes.read === 0) {
    warnings.add(
      denied === undefined
        ? 'No mailbox could be read. Fix the cause before changing "max-unreadable".'
        : `${denied.message} ${hintLines(denied).replaceAll('\n', ' ')}`,
    );
  }
  // Where Graph denies nothing, RBAC for Applications grants the access.
  if (lacking !== undefined && denied === undefined && mailboxes.unreadableBy('access-denied') > 0) {
    warnings.add(lacking.warning);
  }
  if (stoppedBy !== undefined && result.reason?.message.includes(stoppedBy.message) !== true) {
    warnings.add(stoppedBy.message);
  }
  return result;
}

/**
 * Warns of what a policy no longer needs: exemptions that would have covered a violation if they had not expired, rules whose
 * `when` met no row, and entries of the baseline that no longer occur.
 */
export function warnOfPolicy(judge: PolicyJudge, warnings: Warnings): void {
  warnOfExemptions(judge, warnings);
  for (const { message, place } of judge.unusedRules()) warnings.add(message, place);
  warnOfStaleEntries(judge, warnings);
}

function warnOfExemptions({ exemptions }: PolicyJudge, warnings: Warnings): void {
  const expired = exemptions.uses.filter(({ missed }) => missed > 0);
  const [first] = expired;
  if (first === undefined) return;
  const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const more = expired.length > named.length ? ` and ${count(expired.length - named.length)} more` : '';
  warnings.add(`Expired exemptions no longer apply: ${named.join(', ')}${more}.`, first.exemption.place);
}

/** Only entries about mailboxes that were read can be stale. */
function warnOfStaleEntries({ baseline }: PolicyJudge, warnings: Warnings): void {
  const { file = '', stale = [] } = baseline ?? {};
  const [first] = stale;
  if (first === undefined) return;
  const entries = counted(
    stale.length,
    'entry of the baseline no longer occurs',
    'entries of the baseline no longer occur',
  );
  const numbers = stale.map(({ line }) => String(line));
  const lines = `${stale.length === 1 ? 'line' : 'lines'} ${someNames(numbers, String)}`;
  warnings.add(`${entries}: ${file}, ${lines}. Replace the file with baseline.csv from the artifact.`, {
    file,
    line: first.line,
  });
}

/** Warns if a public repository shows mailboxes to everybody. */
export function warnOfVisibility(inputs: Pick<OutputInputs, 'summary' | 'artifactName'>, warnings: Warnings): void {
  const warning = visibilityWarning(inputs);
  if (warning !== undefined) warnings.add(warning);
}

/** Annotates violations and mailboxes that could not be read, and the reason of a result that does not fail the step. */
function annotateFindings(
  { totals }: FinishedRun,
  { reason, fails }: RunResult,
  { summary, failOn }: OutputInputs,
  { core, isExplained }: ConcludeOptions & { readonly isExplained: boolean },
): void {
  const warned = !fails && reason !== undefined;
  if (warned) annotateWarning(core, reason);
  if (core.listsFindings === true) return;
  annotateMailboxes(core, totals, { detail: summary === 'full' ? 'full' : 'counts', isExplained, fails, failOn });
}

function factsOf(run: FinishedRun, inputs: OutputInputs, warnings: Warnings): RunFacts {
  const { source, totals, policy, judge, comparison, started, ended, place, step } = run;
  const { mailboxes, unlisted } = source;
  const { certificate } = run.origin;
  const complete = unlisted?.isComplete === true ? unlisted : undefined;
  return {
    mailboxes: totals.mailboxes,
    policy: policy && totals.policy && { file: policy.file, verdicts: totals.policy, ...acceptedBy(judge) },
    comparison: comparison.summary,
    history: run.history,
    notCompared: notCompared(comparison, inputs.summary),
    started,
    reports: totals.reports,
    senders: totals.senders,
    duplicateCount: mailboxes.duplicateCount,
    unlistedCount: complete?.count,
    includesUnlisted: complete?.mode === 'include',
    maxUnreadable: maxUnreadableText(inputs.maxUnreadable),
    failOn: inputs.failOn,
    durationMs: ended - started,
    throttling: source.throttling(),
    stoppedBy: source.reader.stoppedBy,
    place,
    listFiles: mailboxes.files,
    warnings: warnings.messages,
    certificate: certificate && {
      expiresOn: certificate.notAfter,
      daysLeft: daysLeft(certificate, ended),
      thumbprint: certificate.thumbprint,
    },
    lines: step.source?.lines,
    runUrl: step.runUrl,
  };
}

function notCompared({ summary, found }: RunComparison, detail: OutputInputs['summary']): string | undefined {
  if (summary !== undefined || found === undefined || found.kind === 'found') return undefined;
  return detail === 'full' ? found.reason : withoutAddresses(found.reason);
}

function acceptedBy(judge: PolicyJudge | undefined): Pick<PolicySummary, 'exemptions' | 'baseline'> {
  const baseline = judge?.baseline;
  return {
    exemptions: judge?.exemptions.uses ?? [],
    baseline: baseline && { file: baseline.file, entries: baseline.size, stale: baseline.stale.length },
  };
}
