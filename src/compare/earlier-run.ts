import { readFile } from 'node:fs/promises';
import {
  artifactsOfRun,
  runsOf,
  usableArtifact,
  workflowRun,
  type Artifact,
  type WorkflowRun,
} from '../github/artifacts.ts';
import { GitHubError } from '../github/client.ts';
import type { Repository } from '../github/repository.ts';
import { describeError } from '../errors.ts';
import { jsonOrUndefined, property } from '../json.ts';
import type { Network, StepEnvironment } from '../run/runner.ts';
import { workflowRepository } from '../run/workflow-repository.ts';

/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;

/** Why there is no earlier report to compare with. The reason is a sentence. */
export interface NotFound {
  /** `none`: there is none. `forbidden`: the token may not look. `unavailable`: there may be one that cannot be used. */
  readonly kind: 'none' | 'forbidden' | 'unavailable';
  readonly reason: string;
}

/** A run, and its newest artifact of a name. */
export interface EarlierArtifact {
  readonly run: WorkflowRun;
  readonly artifact: Artifact;
}

export interface SearchOptions extends Network {
  readonly step: StepEnvironment;
  /** Sent to GitHub's API alone. Undefined: there is none. */
  readonly token: string | undefined;
  /** Undefined: this run uploads nothing, and earlier ones did not either. */
  readonly artifactName: string | undefined;
}

/** Where to look for artifacts of earlier runs. */
export interface SearchPlace {
  readonly kind: 'place';
  readonly repository: Repository;
  readonly artifactName: string;
  readonly step: StepEnvironment;
}

/** Where to look for the artifact of an earlier run, or why this run cannot look. */
export function searchPlace({ step, token, artifactName, ...network }: SearchOptions): SearchPlace | NotFound {
  const repository = workflowRepository(step, network, token);
  if (repository === undefined || !/^\d{1,15}$/.test(step.runId))
    return { kind: 'unavailable', reason: 'This is not a run of a GitHub workflow.' };
  if (artifactName === undefined)
    return { kind: 'unavailable', reason: '"artifact-name" is empty, so earlier runs have no artifact.' };
  if (token === undefined) return { kind: 'forbidden', reason: 'The input "github-token" is empty.' };
  if (step.isEnterpriseServer) {
    return {
      kind: 'unavailable',
      reason: 'GitHub Enterprise Server and Gitea do not have artifacts of this kind. Name the path of a report.',
    };
  }
  return { kind: 'place', repository, artifactName, step };
}

/**
 * Finds the artifacts of earlier runs of this workflow and branch, the latest first: of completed runs of this repository itself,
 * with a lower run number, that have an artifact of the name which has not expired. Returns why there are no more. Never rejects.
 */
export function findArtifacts(place: SearchPlace): AsyncGenerator<EarlierArtifact, NotFound, void> {
  return withReasons(search(place));
}

/** Yields the artifacts that a search finds, and returns why there are no more. Never rejects: what GitHub refuses is a reason. */
export async function* withReasons(
  search: AsyncGenerator<EarlierArtifact, NotFound, void>,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  try {
    return yield* search;
  } catch (error) {
    return failure(error);
  }
}

async function* search({
  repository,
  artifactName,
  step,
}: SearchPlace): AsyncGenerator<EarlierArtifact, NotFound, void> {
  const thisRun = await workflowRun(repository, Number(step.runId));
  const branch = CHANGE_EVENTS.has(thisRun.event) ? await defaultBranch(repository, step) : thisRun.branch;
  if (branch === undefined) return { kind: 'none', reason: 'This run has no branch.' };
  const runs = await earlierRuns(repository, thisRun, branch);
  let [expired, given] = [0, 0];
  for (const run of runs) {
    const artifact = usableArtifact(await artifactsOfRun(repository, run, artifactName));
    if (artifact === 'expired') expired += 1;
    if (typeof artifact === 'string') continue;
    given += 1;
    yield { run, artifact };
  }
  if (given > 0) {
    return { kind: 'unavailable', reason: `No other earlier run on ${branch} has an artifact "${artifactName}".` };
  }
  if (expired > 0) {
    return {
      kind: 'unavailable',
      reason: `The artifacts of all earlier runs on ${branch} have expired.`,
    };
  }
  const reason =
    runs.length === 0
      ? `There is no earlier run on ${branch}.`
      : `No earlier run on ${branch} has an artifact "${artifactName}".`;
  return { kind: 'none', reason };
}

/** The runs of the same workflow on a branch with a lower number, the latest first. */
async function earlierRuns(
  repository: Repository,
  { workflow, number }: WorkflowRun,
  branch: string,
): Promise<readonly WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  for await (const run of runsOf(repository, { workflow, branch }, MAX_PAGES)) {
    if (run.counts && run.number < number) runs.push(run);
    if (runs.length === MAX_RUNS) break;
  }
  return runs.sort((one, other) => other.number - one.number);
}

/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(repository: Repository, { eventFile }: StepEnvironment): Promise<string> {
  const text = await readFile(eventFile, 'utf8').catch(() => '');
  const branch = property(property(jsonOrUndefined(text), 'repository'), 'default_branch');
  return typeof branch === 'string' ? branch : repository.defaultBranch();
}

/** Why GitHub did not answer. */
function failure(error: unknown): NotFound {
  if (error instanceof GitHubError && !error.isLimited && [401, 403, 404].includes(error.status)) {
    return {
      kind: 'forbidden',
      reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
    };
  }
  return { kind: 'unavailable', reason: `GitHub could not be asked: ${describeError(error)}.` };
}
