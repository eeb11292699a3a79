import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { UserError } from '../errors.ts';
import { grantHint } from '../exchange/cmdlets.ts';
import type { Environment } from '../http/proxy.ts';
import { compilePolicy } from '../policy/judge.ts';
import { applyChanges, type AppliedChange, type ChangeStatus } from '../remediation/apply.ts';
import type { SettingChange } from '../remediation/change.ts';
import { deliverRemediation, type RemediationOutputs } from '../remediation/delivery.ts';
import { AppliedFiles, writePlan } from '../remediation/files.ts';
import { readRemediation, type RemediateInputs, type Remediation } from '../remediation/inputs.ts';
import { appliedOutcome, failedCount, stoppedOutcome, type RemediationOutcome } from '../remediation/outcome.ts';
import { requireWritePermission } from '../remediation/permission.ts';
import { PlanCollector, planDigest, sortedChanges } from '../remediation/plan.ts';
import { settingsService, type SettingsService } from '../remediation/services.ts';
import { logGroup, logSettings, logText, Warnings, type Log } from '../run/log.ts';
import { StepOutputs } from '../run/outputs.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import type { RunResult } from '../run/result.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../run/runner.ts';
import { Exchange } from '../source/exchange.ts';
import { Graph } from '../source/graph.ts';
import { needsExchange, signIn, type SignedIn, type SignInOptions } from '../source/sign-in.ts';
import { logLists, prepareSource } from '../source/source.ts';
import { cellText, shortened } from '../text/display.ts';
import { count, counted, type EpochMs } from '../text/numbers.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { runAction, warnOfPolicy, warnOfVisibility } from './conclude.ts';
import { policyStage, runPipeline } from './pipeline.ts';

/** Receives the outputs of the report action that sign-in and reading set. */
const NO_OUTPUTS = new StepOutputs({ setOutput: () => undefined });

/** Receives the changes of a run as they happen, for callers that do not read its log. */
export interface RemediationObserver {
  onPlan(changes: readonly SettingChange[]): void;
  /** Once the changes of one target are done. */
  onDone(changes: readonly AppliedChange[]): void;
}

/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
export function remediate(
  env: Environment,
  runner: Runner,
  observer?: RemediationObserver,
): Promise<Pick<RunResult, 'fails'>> {
  return runAction(env, runner.core, async (outputs: StepOutputs<RemediationOutputs>) => {
    const step = stepEnvironment(env);
    const remediation = await readRemediation(env, step.workspace);
    const { policy, reports } = remediation;
    const notes = policy === undefined ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
    await logSettings(runner.core, settingsOf(remediation), notes);
    const { reason } = await run(remediation, step, runner, { outputs, env, observer });
    return { fails: reason !== undefined };
  });
}

interface RunOptions {
  readonly outputs: StepOutputs<RemediationOutputs>;
  readonly env: SignInOptions['env'];
  readonly observer: RemediationObserver | undefined;
}

/** Plans or takes over the changes, performs what the mode asks for, and delivers the result. */
async function run(
  remediation: Remediation,
  step: StepEnvironment,
  runner: Runner,
  { outputs, env, observer }: RunOptions,
): Promise<RemediationOutcome> {
  const { core, dispatcher, signal, deadline, now, random, loadArtifactClient } = runner;
  const { inputs, reports, undone } = remediation;
  const warnings = new Warnings(core);
  const visibility = isPublicRepository(step, { dispatcher, signal });
  const signInOptions = { core, outputs: NO_OUTPUTS, warnings, dispatcher, signal, now, env };
  const signedIn = await logGroup(core, 'Sign in', () => signIn(inputs, reports, signInOptions));
  const http = { inputs, dispatcher, signal, now, random };
  if (inputs.mode !== 'plan') await requireWritePermission(reports, signedIn, { ...http, warnings });
  const changes =
    undone === undefined ? await makePlan(remediation, signedIn, step, { ...runner, warnings }) : inverted(undone);
  const digest = planDigest(changes);
  const folder = await createOutputDirectory(inputs.outputDirectory, step);
  outputs.set({ 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
  core.info(`Plan: ${counted(changes.length, 'change', 'changes')}, digest ${digest}`);
  const planned = await writePlan(folder, changes, inputs);
  observer?.onPlan(changes);
  for (const effect of sideEffects(changes)) warnings.add(effect);
  if (await visibility) warnOfVisibility(inputs, warnings);
  const decided = outcomeWithoutWrites(changes.length, digest, inputs);
  // A cancelled run completes the change that is under way.
  const service = settingsService(signedIn, { ...http, signal: deadline });
  const { outcome, files, countOf } =
    decided === undefined
      ? await applyPlan(changes, { inputs, folder, service, observer, core, outputs, signal, now })
      : { outcome: decided, files: [], countOf: () => 0 };
  const plan = { mode: inputs.mode, changes, digest, folder };
  return deliverRemediation(
    { ...plan, outcome, countOf, files: [planned, ...files] },
    { core, outputs, warnings, inputs, step, deadline, loadArtifactClient },
  );
}

/** The outcome of a plan that is not applied; undefined if the mode and the checks allow it. */
function outcomeWithoutWrites(
  changes: number,
  digest: string,
  { mode, planDigest: approved, maxChanges }: RemediateInputs,
): RemediationOutcome | undefined {
  if (changes === 0) return { result: 'unchanged', reason: undefined };
  if (mode === 'plan') return { result: 'planned', reason: undefined };
  if (mode === 'apply' && digest !== approved) {
    const message = `The plan differs from the approved one. Its digest is now ${digest}. Nothing was changed.`;
    const hint = 'Settings, the list or the policy changed after the approval. Review the new plan.csv and approve it.';
    return { result: 'stale', reason: new UserError('PLAN_CHANGED', message, { hint }) };
  }
  if (changes <= maxChanges) return undefined;
  const message = `The plan has ${counted(changes, 'change', 'changes')}; "max-changes" allows ${maxChanges}. Nothing was changed.`;
  const hint = 'Check that the policy is right. Then raise "max-changes", or shorten the mailbox list.';
  return { result: 'error', reason: new UserError('PLAN_TOO_LARGE', message, { hint }) };
}

/**
 * Reads and judges the mailboxes, and returns what the policy changes, sorted. Rejects with a UserError: of the list, the
 * sign-in or Exchange Online, `SET_CONFLICT`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan(
  { inputs, reports, policy, baseline, list }: Remediation,
  { tokens, exchangeTokens }: Pick<SignedIn, 'tokens' | 'exchangeTokens'>,
  { isDebug }: StepEnvironment,
  { core, dispatcher, signal, now, random, warnings }: Runner & { readonly warnings: Warnings },
): Promise<readonly SettingChange[]> {
  if (policy === undefined || list === undefined) throw new Error('a plan without a policy');
  await logGroup(core, 'Mailbox list', () => {
    logLists(list, inputs, core, NO_OUTPUTS);
  });
  const http = { dispatcher, signal, now, random };
  const graph = new Graph({ inputs, tokens, ...http, debugLog: isDebug ? core : undefined });
  const exchange = exchangeTokens && new Exchange({ inputs, tokens: exchangeTokens, ...http });
  const services = { graph, exchange, core, warnings, outputs: NO_OUTPUTS, started: now() };
  const { reader } = await prepareSource(inputs, reports, list, services);
  const judge = compilePolicy(policy, reports, now(), baseline);
  const plan = new PlanCollector(now());
  const totals = await logGroup(core, 'Read the mailboxes', () =>
    runPipeline({
      source: logProgress(
        { core, now, signal },
        { reader, waits: () => graph.limiter.throttling.waits, total: list.length },
      ),
      reports,
      stages: [policyStage(judge)],
      totals: new Totals(reports, new VerdictCounts(policy), now()),
      sinks: [plan],
    }),
  );
  const { read, unreadable, total } = totals.mailboxes;
  core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')}`));
  if (signal.aborted) {
    throw new UserError('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
      hint: 'Run the workflow again.',
    });
  }
  if (reader.stoppedBy !== undefined) throw reader.stoppedBy;
  if (read === 0) {
    throw new UserError('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
      hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
    });
  }
  if (unreadable > 0) {
    warnings.add(`${counted(unreadable, 'mailbox', 'mailboxes')} could not be read and will not be changed.`);
  }
  warnOfPolicy(judge, warnings);
  warnOfUncorrected(plan, warnings);
  return sortedChanges(plan.changes);
}

function warnOfUncorrected({ readOnly, ineffective, unknown, synchronized }: PlanCollector, warnings: Warnings): void {
  if (synchronized > 0) {
    const planned = counted(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
    warnings.add(
      `${planned} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
        'Exchange Online refuses some changes there: make these on-premises.',
    );
  }
  if (readOnly > 0) {
    const rules = counted(readOnly, 'violating inbox rule is', 'violating inbox rules are');
    warnings.add(`${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
  }
  if (ineffective > 0) {
    const found = counted(ineffective, 'violation is', 'violations are');
    warnings.add(`${found} not corrected by "set": the settings have these values already.`);
  }
  if (unknown > 0) {
    const found = counted(unknown, 'violation is', 'violations are');
    warnings.add(`${found} not corrected: Exchange Online does not show the earlier value, or the id of the mailbox.`);
  }
}

/** What the changes do, or may do, besides. In sentences. */
function sideEffects(changes: readonly SettingChange[]): readonly string[] {
  const mailboxes = (isAffected: (change: SettingChange) => boolean): number =>
    new Set(changes.filter(isAffected).map(({ address }) => address.toLowerCase())).size;
  const ruled = mailboxes(({ inboxRule }) => inboxRule !== undefined);
  const blocked = mailboxes(({ setting, after }) => setting === 'OWAEnabled' && after === false);
  return [
    // https://learn.microsoft.com/powershell/module/exchangepowershell/disable-inboxrule
    ...(ruled === 0
      ? []
      : [
          `The plan changes inbox rules of ${counted(ruled, 'mailbox', 'mailboxes')}. Exchange's cmdlets delete the client-side ` +
            'rules of Outlook in a mailbox when they change one of its rules. Whether Graph does is unknown, and deleted rules cannot be restored.',
        ]),
    // https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox
    ...(blocked === 0
      ? []
      : [
          `The plan sets OWAEnabled to false in ${counted(blocked, 'mailbox', 'mailboxes')}, which blocks Outlook on the web and ` +
            'the new Outlook for Windows.',
        ]),
  ];
}

/** Changes back, the last one first. */
function inverted(changes: readonly SettingChange[]): readonly SettingChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

interface Applied {
  readonly outcome: RemediationOutcome;
  readonly files: readonly string[];
  readonly countOf: (status: ChangeStatus) => number;
}

interface ApplyPlanOptions {
  readonly inputs: RemediateInputs;
  readonly folder: string;
  readonly service: SettingsService;
  readonly observer: RemediationObserver | undefined;
  readonly core: Log;
  readonly outputs: StepOutputs<RemediationOutputs>;
  readonly signal: AbortSignal;
  readonly now: () => EpochMs;
}

/** Applies changes. A record that cannot be written stops it; the files of what was done are kept. */
async function applyPlan(
  changes: readonly SettingChange[],
  { inputs, folder, service, observer, core, outputs, signal, now }: ApplyPlanOptions,
): Promise<Applied> {
  const files = new AppliedFiles(folder, inputs);
  const countOf = (status: ChangeStatus): number => files.count(status);
  let unwritable: UserError | undefined;
  let refused: AppliedChange | undefined;
  try {
    await logGroup(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
      const onWrite = (written: readonly SettingChange[]) => files.beforeWrite(written);
      for await (const done of applyChanges(changes, { service, signal, now, onWrite })) {
        await files.add(done);
        observer?.onDone(done);
        refused ??= done.find((each) => each.refused !== undefined);
        for (const each of done.flatMap(linesOf)) core.info(logText(each));
      }
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    unwritable = error;
  } finally {
    await files.close();
  }
  outputs.set({ 'applied-count': countOf('applied'), 'failed-count': failedCount(countOf) });
  const stoppedBy = unwritable ?? (refused && refusedError(refused, inputs));
  const outcome = stoppedBy === undefined ? appliedOutcome(countOf) : stoppedOutcome(countOf, stoppedBy);
  return { outcome, files: files.paths, countOf };
}

/** Exchange Online refuses a cmdlet for every mailbox, so the first refusal stands for all. */
function refusedError({ refused = 'Set-Mailbox', error }: AppliedChange, { clientId }: RemediateInputs): UserError {
  const message = `Exchange Online does not let the application run ${refused}. ${error}`;
  return new UserError('WRITE_DENIED', message, { hint: grantHint(refused, clientId) });
}

/** The lines about a change, and about what its write has changed besides. */
function linesOf(applied: AppliedChange): readonly string[] {
  const moved = (applied.moved ?? []).map((change) => `${changeLine(change)}: changed with language.locale`);
  const { change, status, error } = applied;
  return [`${changeLine(change)}: ${[status, error].filter((part) => part !== '').join('. ')}`, ...moved];
}

function changeLine(change: SettingChange): string {
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), 80) || 'blank');
  return `${change.address} ${change.setting}: ${before} -> ${after}`;
}

function settingsOf({ inputs, reports, policy, baseline }: Remediation) {
  return {
    mode: inputs.mode,
    'tenant-id': inputs.tenantId,
    'client-id': inputs.clientId,
    'graph-url': inputs.graphUrl,
    'exchange-url': needsExchange(inputs, reports) ? inputs.exchangeUrl : undefined,
    policy: policy?.file,
    mailboxes: policy && inputs.mailboxes.join(', '),
    baseline: baseline?.file,
    'undo-file': inputs.undoFile,
    'max-changes': String(inputs.maxChanges),
  };
}
