import path from 'node:path';
import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import type { AppliedChange, PlannedChange, SettingsService } from '../remediation/change.ts';
import { applyPlan, type AppliedPlan } from '../remediation/apply.ts';
import { deliverRemediation } from '../remediation/delivery.ts';
import { requireChangesOfPolicy } from '../remediation/guard.ts';
import {
  mailboxesOf,
  readRemediation,
  type RemediateInputs,
  type Remediation,
} from '../remediation/remediation-inputs.ts';
import type { RemediationOutcome } from '../remediation/outcome.ts';
import { requireWritePermission } from '../remediation/permission.ts';
import {
  PLAN_JSON,
  planDigests,
  requireFitting,
  writePlanCsv,
  writePlanFile,
  type Plan,
  type PlanDigests,
  type StoredPlan,
} from '../remediation/plan-file.ts';
import { planNotes } from '../remediation/plan-summary.ts';
import { bindUndo, makePlan, NO_OUTPUTS, openGuard, type MadePlan } from '../remediation/reading.ts';
import type { RemediationOutputs, RemediationRun } from '../remediation/remediation-run.ts';
import { remainingViolations } from '../remediation/remaining-violations.ts';
import { leftOutCount } from '../remediation/rule-violations.ts';
import { changingService } from '../remediation/services.ts';
import { planRestore, requireRestorable } from '../remediation/restore/restore-run.ts';
import { planUndo, readTwins, requireChangesOfUndo, requireOwn } from '../remediation/undo-plan.ts';
import { invalid, maxUnreadableText, type MaxUnreadable } from '../run/input-readers.ts';
import { logGroup, logSettings, Warnings } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { settingsOf } from '../run/read-inputs.ts';
import { isPublicRepository, visibilityWarning } from '../run/repository-visibility.ts';
import { isTooManyUnread } from '../run/result.ts';
import { stepEnvironment, type Runner } from '../run/runner.ts';
import { readCredential, signIn } from '../source/sign-in.ts';
import { count, counted } from '../text/numbers.ts';
import { logLists } from './log-lists.ts';
import { runAction } from './run-action.ts';
import { inputName } from '../text/audience.ts';

/** Days that the record of an undo should be kept at least. */
const SHORT_RETENTION = 30;

/** Receives the changes of a run as they happen, for callers that do not read its log. */
interface RemediationObserver {
  onPlan(plan: StoredPlan): void;
  /** Before the first write, once the plan fits this run. Nothing is changed if it rejects. */
  approve(plan: StoredPlan): Promise<void>;
  /** Once changes are done: each of them once, and then it is not logged. */
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
): Promise<{ readonly fails: boolean }> {
  return runAction(env, runner.core, async (outputs: StepOutputs<RemediationOutputs>) => {
    const { reason } = await perform(env, runner, outputs, observer);
    return { fails: reason !== undefined };
  });
}

/** Makes a plan or takes over the approved one, performs what the mode asks for, and delivers the result. */
async function perform(
  env: Environment,
  runner: Runner,
  outputs: StepOutputs<RemediationOutputs>,
  observer: RemediationObserver | undefined,
): Promise<RemediationOutcome> {
  const step = stepEnvironment(env);
  const remediation = await readRemediation(env, step);
  try {
    return await performIn(await signedInRun(remediation, env, { step, runner, outputs }), observer);
  } finally {
    if (remediation.basis.kind === 'restore') await remediation.basis.kept.close();
  }
}

async function performIn(run: RemediationRun, observer: RemediationObserver | undefined): Promise<RemediationOutcome> {
  const { inputs, step, basis, list, plan: approved, signedIn, warnings, runner, outputs } = run;
  const { core, now } = runner;
  const visibility = isPublicRepository(step, runner);
  if (inputs.mode !== 'plan') await requireWritePermission(run);
  await logGroup(core, 'Mailbox list', () => logLists(list, inputs, core, NO_OUTPUTS));
  const { tenantId: tenant } = signedIn;
  const { cloud } = inputs;
  if (approved !== undefined) requireFitting(approved, tenant, cloud, digestsOf(run, approved.changes), now());
  if (basis.kind === 'undo') {
    requireOwn(basis.undo, tenant, cloud, step.repository);
    requireChangesOfUndo(approved?.changes ?? [], basis.undo, list);
  }
  if (basis.kind === 'restore') requireRestorable(basis.kept, tenant, cloud, approved?.changes ?? [], list);
  if (basis.kind === 'policy' && approved !== undefined) requireChangesOfPolicy(approved.changes, basis.policy, list);
  const service = changingService(run);
  const draft = approved ?? (await planOf(run, service));
  for (const note of planNotes(draft.changes, draft.counts, inputs)) warnings.add(note);
  const decided = outcomeWithoutWrites(draft, inputs);
  if (approved !== undefined && decided === undefined) await observer?.approve(approved);
  const folder = await createOutputDirectory(inputs.outputDirectory, step);
  const planCsv = await writePlanCsv(folder, draft.changes, inputs.csv);
  const plan = approved ?? (await writePlanFile(folder, planFor(run, draft), step, now()));
  const { digest, changes, violations } = plan;
  outputs.set({
    'output-directory': folder,
    'change-count': changes.length,
    'left-out-count': leftOutCount(violations),
    'plan-digest': digest,
  });
  core.info(`Plan: ${counted(changes.length, 'change', 'changes')}, digest ${digest}`);
  if (approved === undefined) observer?.onPlan(plan);
  const shownToAll = (await visibility) ? visibilityWarning(inputs) : undefined;
  if (shownToAll !== undefined) warnings.add(shownToAll);
  if (approved !== undefined && decided === undefined && basis.kind === 'undo')
    await readTwins(basis.undo, changes, service);
  const onDone = observer && ((done: readonly AppliedChange[]) => observer.onDone(done));
  const applyResult: AppliedPlan =
    approved === undefined || decided !== undefined
      ? { outcome: decided ?? { result: 'planned', reason: undefined }, files: [], results: [], record: undefined }
      : await applyPlan(run, approved, folder, service, await openGuard(run, changes), onDone);
  const remaining = basis.kind === 'policy' ? await remainingViolations(run, basis, applyResult.results) : undefined;
  const files = [...(approved === undefined ? [path.join(folder, PLAN_JSON)] : []), planCsv, ...applyResult.files];
  return deliverRemediation(run, { mode: inputs.mode, plan, folder, ...applyResult, remaining, files });
}

/** Signs in. */
async function signedInRun(
  remediation: Remediation,
  env: Environment,
  { step, runner, outputs }: Pick<RemediationRun, 'step' | 'runner' | 'outputs'>,
): Promise<RemediationRun> {
  const { core } = runner;
  const { inputs, basis, reports } = remediation;
  const notes = basis.kind === 'undo' ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
  await logSettings(core, settings(remediation), notes);
  requireArtifactName(inputs, runner);
  const warnings = new Warnings(core);
  const { mode, artifactName, retentionDays = SHORT_RETENTION } = inputs;
  if (mode !== 'plan' && artifactName !== undefined && retentionDays < SHORT_RETENTION) {
    warnings.add(
      `After ${retentionDays} days (${inputName('retention-days')}) nothing can be undone. Use ${SHORT_RETENTION} or more.`,
    );
  }
  const signedIn = await logGroup(core, 'Sign in', () =>
    signIn(inputs, { reports }, readCredential(inputs, runner, NO_OUTPUTS, warnings, env), runner),
  );
  if (signedIn.lacking !== undefined) warnings.add(signedIn.lacking.warning);
  return { ...remediation, step, runner, outputs, warnings, signedIn };
}

/** Throws the UserError `INPUT_INVALID` if the undo record would have no artifact. */
function requireArtifactName({ mode, artifactName }: RemediateInputs, { loadArtifactClient }: Runner): void {
  if (mode === 'plan' || artifactName !== undefined || loadArtifactClient === undefined) return;
  throw invalid(
    'artifact-name',
    '',
    'Name one, or omit the input: nothing is changed unless the undo record is an artifact.',
  );
}

/** A plan, bound to the tenant and the files that it is made for. */
function planFor(run: RemediationRun, draft: MadePlan): Plan {
  const { basis, inputs, signedIn } = run;
  const undoes = basis.kind === 'undo' ? basis.undo.source : undefined;
  const restores = basis.kind === 'restore' ? basis.kept.run : undefined;
  const digests = digestsOf(run, draft.changes);
  return { kind: basis.kind, undoes, restores, tenant: signedIn.tenantId, cloud: inputs.cloud, digests, ...draft };
}

/** SHA-256 digests of the files that a plan is made for. The plan of a whole tenant is bound to the mailboxes that it changes. */
function digestsOf({ basis, list, all }: Remediation, changes: readonly PlannedChange[]): PlanDigests {
  if (basis.kind === 'undo') return { undo: basis.undo.digest };
  const digests = planDigests(all ? mailboxesOf(changes, list) : list, basis.policy, basis.baseline, all);
  return basis.kind === 'restore' ? { ...digests, rows: basis.kept.digest } : digests;
}

async function planOf(run: RemediationRun, service: SettingsService): Promise<MadePlan> {
  const { basis, list } = run;
  if (basis.kind === 'policy') return makePlan(run, basis);
  if (basis.kind === 'restore') return planRestore(run, basis);
  const draft = await planUndo(run, basis.undo, service, await openGuard(run, basis.undo.changes));
  await bindUndo(run, draft);
  const { changes, left } = draft;
  if (left.length > 0) {
    const where = run.inputs.summary === 'counts' ? '' : ' The summary and the log name them.';
    run.warnings.add(
      `${counted(left.length, 'change is', 'changes are')} not undone: the setting changed since, cannot be restored, or a name or address is another's now.${where}`,
    );
  }
  return { changes, left, counts: { mailboxes: list.length, unread: 0 }, violations: [] };
}

/** A plan lists unread mailboxes and does not change them, but one that read none says nothing. */
const NO_BOUND: MaxUnreadable = { kind: 'percent', most: 100 };

/** The outcome of a plan that has no changes or must not be applied. */
function outcomeWithoutWrites(
  { changes, counts }: MadePlan,
  { mode, maxChanges = Infinity, maxUnreadable }: RemediateInputs,
): RemediationOutcome | undefined {
  const { unread, mailboxes } = counts;
  // An approved plan lists the mailboxes that it leaves: each change is read again before it is made.
  if (mode === 'plan' && isTooManyUnread(unread, mailboxes, maxUnreadable ?? NO_BOUND)) {
    const message = `${counted(unread, 'mailbox', 'mailboxes')} of ${count(mailboxes)} could not be read; ${inputName('max-unreadable')} allows ${maxUnreadableText(maxUnreadable ?? NO_BOUND)}. Nothing was changed.`;
    const hint = `Run the report action on the same list: its report has the cause for each. Correct it, or raise ${inputName('max-unreadable')}.`;
    return { result: 'error', reason: new UserError('INCOMPLETE', message, { hint }) };
  }
  if (changes.length === 0) return { result: 'unchanged', reason: undefined };
  if (mode === 'plan' || changes.length <= maxChanges) return undefined;
  const message = `The plan has ${counted(changes.length, 'change', 'changes')}; ${inputName('max-changes')} allows ${count(maxChanges)}. Nothing was changed.`;
  const hint = `Check that the policy is right. Then raise ${inputName('max-changes')}, or shorten the mailbox list.`;
  return { result: 'error', reason: new UserError('PLAN_TOO_LARGE', message, { hint }) };
}

/** An undo ignores the policy and what belongs to it. */
function settings({ inputs, basis, all }: Remediation): Readonly<Record<string, string | undefined>> {
  return {
    ...settingsOf({ ...inputs, mailboxes: { ...inputs.mailboxes, all } }, 'remediate'),
    ...(basis.kind === 'undo' && { mailboxes: undefined, report: undefined, policy: undefined, baseline: undefined }),
  };
}
