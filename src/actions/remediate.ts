import { openOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { compilePolicy } from '../policy/judge.ts';
import { applyChanges, type AppliedChange, type ChangeStatus } from '../remediation/apply.ts';
import type { SettingChange } from '../remediation/change.ts';
import { deliverRemediation, setOutputs, withOwnOutputs } from '../remediation/delivery.ts';
import { AppliedFiles, writePlan } from '../remediation/files.ts';
import { readRemediation, type RemediateInputs, type Remediation } from '../remediation/inputs.ts';
import { appliedOutcome, failedCount, stoppedOutcome, type RemediationOutcome } from '../remediation/outcome.ts';
import { requireWritePermission } from '../remediation/permission.ts';
import { PlanCollector, planDigest, sortedChanges } from '../remediation/plan.ts';
import { settingsService } from '../remediation/services.ts';
import { warn, workspaceOf, type Dependencies, type ReadContext } from '../run/context.ts';
import { logGroup, logText } from '../run/log.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import type { RunResult } from '../run/result.ts';
import { listMailboxes, openGraph } from '../source/graph.ts';
import { needsExchange, signIn, type SignedIn } from '../source/sign-in.ts';
import { openSource } from '../source/source.ts';
import { cellText, shortened } from '../text/display.ts';
import { count, counted } from '../text/numbers.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { warnOfPolicy, warnOfVisibility } from './conclude.ts';
import { guarded } from './guarded.ts';
import { runPipeline } from './pipeline.ts';
import { logSettings } from './settings.ts';
import { policyStage } from './stages.ts';

/** Receives the changes of a run as they happen, for callers that do not read its log. */
export interface RemediationObserver {
  onPlan(changes: readonly SettingChange[]): void;
  /** Once the changes of one target are done. */
  onDone(changes: readonly AppliedChange[]): void;
}

/** A run of the remediate action. */
interface RemediationContext extends ReadContext {
  readonly inputs: RemediateInputs;
}

/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
export function remediate(
  env: Environment,
  dependencies: Dependencies,
  observer?: RemediationObserver,
): Promise<Pick<RunResult, 'fails'>> {
  return guarded(env, dependencies, async (all) => {
    const remediation = await readRemediation(env, workspaceOf(env));
    const { inputs, policy, reports, undone } = remediation;
    const context: RemediationContext = {
      ...{ ...remediation, env, cloud: inputs.cloud, tenant: inputs.tenantId, warnings: [], started: all.now() },
      ...{ ...all, core: withOwnOutputs(all.core) },
    };
    const notes = policy === undefined ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
    await logSettings(context.core, settingsOf(remediation), notes);
    const { reason } = await run(context, undone, observer);
    return { fails: reason !== undefined };
  });
}

/** Plans or takes over the changes, performs what the mode asks for, and delivers the result. */
async function run(
  context: RemediationContext,
  undone: readonly SettingChange[] | undefined,
  observer: RemediationObserver | undefined,
): Promise<RemediationOutcome> {
  const { core, inputs, env } = context;
  const visibility = isPublicRepository(env, context);
  const signedIn = await signIn(context);
  if (inputs.mode !== 'plan') await requireWritePermission(context, signedIn);
  const changes = undone === undefined ? await makePlan(context, signedIn) : inverted(undone);
  const digest = planDigest(changes);
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  setOutputs(core, { 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
  core.info(`Plan: ${counted(changes.length, 'change', 'changes')}, digest ${digest}`);
  const planned = await writePlan(folder, changes, context);
  observer?.onPlan(changes);
  if (await visibility) warnOfVisibility(context);
  const decided = outcomeWithoutWrites(changes.length, digest, inputs);
  const { outcome, files, countOf } =
    decided === undefined
      ? await applyPlan(context, changes, { folder, signedIn, observer })
      : { outcome: decided, files: [], countOf: () => 0 };
  const plan = { mode: inputs.mode, changes, digest, folder };
  return deliverRemediation(context, { ...plan, outcome, countOf, files: [planned, ...files] });
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
  context: ReadContext,
  { tokens, exchangeTokens }: Pick<SignedIn, 'tokens' | 'exchangeTokens'>,
): Promise<readonly SettingChange[]> {
  const { core, reports, policy, baseline, started } = context;
  if (policy === undefined) throw new Error('a plan without a policy');
  const list = await listMailboxes(context);
  const graph = openGraph(context, tokens);
  const { reader } = await openSource(context, list, { graph, exchangeTokens });
  const judge = compilePolicy(policy, reports, context.now(), baseline);
  const plan = new PlanCollector();
  const totals = await logGroup(core, 'Read the mailboxes', () =>
    runPipeline({
      source: logProgress(context, { reader, waits: () => graph.limiter.throttling.waits, total: list.length }),
      reports,
      stages: [policyStage(judge)],
      totals: new Totals(reports, new VerdictCounts(policy), started),
      sinks: [plan],
    }),
  );
  const { read, unreadable, total } = totals.mailboxes;
  core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')}`));
  if (context.signal.aborted) {
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
    warn(context, `${counted(unreadable, 'mailbox', 'mailboxes')} could not be read and will not be changed.`);
  }
  warnOfPolicy(context, judge);
  warnOfUncorrected(context, plan);
  return sortedChanges(plan.changes);
}

function warnOfUncorrected(context: ReadContext, { readOnly, ineffective, unknown }: PlanCollector): void {
  if (readOnly > 0) {
    const rules = counted(readOnly, 'violating inbox rule is', 'violating inbox rules are');
    warn(context, `${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
  }
  if (ineffective > 0) {
    const found = counted(ineffective, 'violation is', 'violations are');
    warn(context, `${found} not corrected by "set": the settings have these values already.`);
  }
  if (unknown > 0) {
    const found = counted(unknown, 'violation is', 'violations are');
    warn(context, `${found} not corrected: Exchange Online does not show the earlier value, or the id of the mailbox.`);
  }
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
  readonly folder: string;
  readonly signedIn: SignedIn;
  readonly observer: RemediationObserver | undefined;
}

/** Applies changes. A record that cannot be written stops it; the files of what was done are kept. */
async function applyPlan(
  context: RemediationContext,
  changes: readonly SettingChange[],
  { folder, signedIn, observer }: ApplyPlanOptions,
): Promise<Applied> {
  const files = new AppliedFiles(folder, context);
  const countOf = (status: ChangeStatus): number => files.count(status);
  let unwritable: UserError | undefined;
  try {
    await logGroup(context.core, context.inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', () =>
      applyChanges(changes, {
        service: settingsService(context, signedIn),
        signal: context.signal,
        onWrite: (written) => files.beforeWrite(written),
        onDone: async (done) => {
          await files.add(done);
          observer?.onDone(done);
          for (const each of done) context.core.info(logText(appliedLine(each)));
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    unwritable = error;
  } finally {
    await files.close();
  }
  setOutputs(context.core, { 'applied-count': countOf('applied'), 'failed-count': failedCount(countOf) });
  const outcome = unwritable === undefined ? appliedOutcome(countOf) : stoppedOutcome(countOf, unwritable);
  return { outcome, files: files.paths, countOf };
}

function appliedLine({ change, status, error }: AppliedChange): string {
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), 80) || 'blank');
  return `${change.address} ${change.setting}: ${before} -> ${after}: ${[status, error].filter((part) => part !== '').join('. ')}`;
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
