import type { Dependencies } from '../../run/context.ts';
import { UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import { annotateError } from '../../outputs/annotations.ts';
import { uploadArtifact } from '../../outputs/deliver.ts';
import { openOutputDirectory } from '../../outputs/files/output-directory.ts';
import { writeStepSummary } from '../../outputs/job-summary.ts';
import { artifactOutputs, setOutputs } from '../../run/outputs.ts';
import type { RunResult } from '../../run/result.ts';
import { logGroup, logText } from '../../run/log.ts';
import { isPublicRepository } from '../../run/repository-visibility.ts';
import { warnOfVisibility } from '../conclude.ts';
import { guarded } from '../guarded.ts';
import { signIn } from '../../source/sign-in.ts';
import { cellText, shortened } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { applyChanges, type AppliedChange, type ChangeStatus } from '../../remediation/apply.ts';
import type { Change } from '../../remediation/change.ts';
import { remediationContext, type RemediationContext, type RemediationObserver } from './context.ts';
import { planDigest } from '../../remediation/plan.ts';
import { AppliedFiles, writePlan } from '../../remediation/files.ts';
import { makePlan } from './make-plan.ts';
import {
  appliedOutcome,
  failedCount,
  stoppedOutcome,
  type RemediationOutcome,
} from '../../remediation/services/outcome.ts';
import { setRemediationOutputs, withOwnOutputs } from './outputs.ts';
import { requireWritePermission } from './permission.ts';
import { openService } from '../../remediation/services/open.ts';
import type { Service } from '../../remediation/services/service.ts';
import { remediationSummary } from '../../remediation/summary.ts';

const STATUSES: readonly ChangeStatus[] = ['applied', 'unchanged', 'stale', 'not-verified', 'failed', 'cancelled'];

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
    const own = { ...all, core: withOwnOutputs(all.core) };
    const { reason } = await run(await remediationContext(env, own, observer));
    return { fails: reason !== undefined };
  });
}

async function run(context: RemediationContext): Promise<RemediationOutcome> {
  const { core, inputs, env } = context;
  const { mode } = inputs;
  const visibility = isPublicRepository(env, context);
  const signedIn = await signIn(context);
  if (mode !== 'plan') await requireWritePermission(context, signedIn);
  const changes = context.undone === undefined ? await makePlan(context, signedIn) : inverted(context.undone);
  const digest = planDigest(changes);
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  setRemediationOutputs(core, { 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
  core.info(`Plan: ${counted(changes.length, 'change', 'changes')}, digest ${digest}`);
  const planned = await writePlan(folder, changes, context);
  context.observer?.onPlan(changes, digest);
  if (await visibility) warnOfVisibility(context);
  const { outcome, files, countOf } = await perform(context, {
    changes,
    digest,
    folder,
    service: () => openService(context, signedIn),
  });
  return deliverOutcome(context, { outcome, changes, digest, folder, countOf, files: [planned, ...files] });
}

interface Plan {
  readonly changes: readonly Change[];
  readonly digest: string;
  readonly folder: string;
  readonly service: () => Service;
}

interface Performed {
  readonly outcome: RemediationOutcome;
  readonly files: readonly string[];
  readonly countOf: (status: ChangeStatus) => number;
}

/** Applies the plan, if the mode and the checks allow it. */
async function perform(context: RemediationContext, { changes, digest, folder, service }: Plan): Promise<Performed> {
  const { mode, planDigest: approved, maxChanges } = context.inputs;
  const none = { files: [], countOf: () => 0 };
  if (changes.length === 0) return { ...none, outcome: { result: 'unchanged', reason: undefined } };
  if (mode === 'plan') return { ...none, outcome: { result: 'planned', reason: undefined } };
  if (mode === 'apply' && digest !== approved) {
    return { ...none, outcome: { result: 'stale', reason: planChanged(digest) } };
  }
  if (changes.length > maxChanges) {
    return { ...none, outcome: { result: 'error', reason: tooManyChanges(changes.length, maxChanges) } };
  }
  return applyPlan(context, changes, { folder, service });
}

/** Applies changes. A record that cannot be written stops it; the files of what was done are kept. */
async function applyPlan(
  context: RemediationContext,
  changes: readonly Change[],
  { folder, service }: Pick<Plan, 'folder' | 'service'>,
): Promise<Performed> {
  const files = new AppliedFiles(folder, context);
  const countOf = (status: ChangeStatus): number => files.count(status);
  let unwritable: UserError | undefined;
  try {
    await logGroup(context.core, context.inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', () =>
      applyChanges(changes, {
        service: service(),
        signal: context.signal,
        onWrite: (written) => files.beforeWrite(written),
        onDone: async (done) => {
          await files.add(done);
          context.observer?.onDone(done);
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
  setRemediationOutputs(context.core, { 'applied-count': countOf('applied'), 'failed-count': failedCount(countOf) });
  const outcome = unwritable === undefined ? appliedOutcome(countOf) : stoppedOutcome(countOf, unwritable);
  return { outcome, files: files.paths, countOf };
}

function appliedLine({ change, status, error }: AppliedChange): string {
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), 80) || 'blank');
  return `${change.address} ${change.setting}: ${before} -> ${after}: ${[status, error].filter((part) => part !== '').join('. ')}`;
}

interface Delivery extends Omit<Performed, 'files'>, Omit<Plan, 'service'> {
  readonly files: readonly string[];
}

/** Uploads the files, writes the job summary and reports why the step fails. */
async function deliverOutcome(context: RemediationContext, delivery: Delivery): Promise<RemediationOutcome> {
  const { core, inputs, env, warnings } = context;
  const { changes, digest, folder, files, countOf } = delivery;
  const { outcome, artifact } = await upload(context, delivery.outcome, { folder, files });
  setRemediationOutputs(core, { result: outcome.result });
  if (inputs.summary !== 'none') {
    const statuses = STATUSES.flatMap((status) => (countOf(status) > 0 ? [[status, countOf(status)] as const] : []));
    const summary = { outcome, mode: inputs.mode, changes, digest, statuses, warnings, artifact, place: folder };
    await writeStepSummary(core, env, remediationSummary(summary, inputs.summary));
  }
  if (outcome.reason !== undefined) annotateError(core, outcome.reason);
  core.info(logText(`Result: ${outcome.result}. Files: ${artifact?.url ?? folder}`));
  return outcome;
}

type Uploaded = Awaited<ReturnType<typeof uploadArtifact>>;

/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload(
  context: RemediationContext,
  outcome: RemediationOutcome,
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
): Promise<{ readonly outcome: RemediationOutcome; readonly artifact: Uploaded | undefined }> {
  const { artifactName: name } = context.inputs;
  if (name === undefined) return { outcome, artifact: undefined };
  return logGroup(context.core, `Upload the artifact ${name}`, async () => {
    try {
      const artifact = await uploadWithNewName(context, name, { files, rootDirectory: folder, place: folder });
      setOutputs(context.core, artifactOutputs(artifact));
      return { outcome, artifact };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {
        outcome: outcome.reason === undefined ? { result: 'error', reason: error } : outcome,
        artifact: undefined,
      };
    }
  });
}

const MAX_NAMES = 20;

/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(
  context: RemediationContext,
  base: string,
  files: { readonly files: readonly string[]; readonly rootDirectory: string; readonly place: string },
): Promise<Uploaded> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    try {
      return await uploadArtifact(context, { name, ...files, keepEarlier: true });
    } catch (error) {
      const isTaken = error instanceof UserError && error.code === 'ARTIFACT_NAME_TAKEN';
      if (!isTaken || number === MAX_NAMES) throw error;
    }
  }
}

/** Changes back, the last one first. */
function inverted(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

function planChanged(digest: string): UserError {
  return new UserError(
    'PLAN_CHANGED',
    `The plan differs from the approved one. Its digest is now ${digest}. Nothing was changed.`,
    {
      hint: 'Settings, the list or the policy changed after the approval. Review the new plan.csv and approve it.',
    },
  );
}

function tooManyChanges(changes: number, most: number): UserError {
  return new UserError(
    'PLAN_TOO_LARGE',
    `The plan has ${counted(changes, 'change', 'changes')}; "max-changes" allows ${most}. Nothing was changed.`,
    {
      hint: 'Check that the policy is right. Then raise "max-changes", or shorten the mailbox list.',
    },
  );
}
