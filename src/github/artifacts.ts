import { property, textIn, type Json } from '../json.ts';
import type { Repository } from './repository.ts';

/** Events that run the code of the branch itself, rather than that of a pull request. */
const EVENTS: ReadonlySet<string> = new Set(['schedule', 'push', 'workflow_dispatch']);

/** A run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly workflow: number;
  readonly event: string;
  /** Undefined if there is none. */
  readonly branch: string | undefined;
  /** `success`, `cancelled` and so on; '' before the run has ended. */
  readonly conclusion: string;
  /** The web page of the run. */
  readonly url: string;
  readonly started: Date;
  /** Whether it is completed, and ran the code of the branch of the repository itself. */
  readonly counts: boolean;
}

/** An artifact of a run of the repository's own code. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** SHA-256 of the archive in hex; undefined if GitHub does not give it. */
  readonly digest: string | undefined;
  readonly isExpired: boolean;
  readonly created: Date;
  readonly runId: number;
}

/** A run by its id. Rejects as `Repository.get` does. */
export async function workflowRun(repository: Repository, id: number): Promise<WorkflowRun> {
  const run = runOf(await repository.get(`/actions/runs/${id}`), repository);
  if (run === undefined) throw new Error(`the answer does not describe the run ${id}`);
  return run;
}

/** Which runs of a workflow are listed. */
interface RunSearch {
  readonly workflow: number;
  readonly branch: string;
  /** The earliest day of creation. */
  readonly since?: Date;
}

/** Pages of the 1,000 runs that a search finds at most. https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow */
const MOST_FOUND_PAGES = 10;

/**
 * The runs of a workflow on a branch, the newest first. With `since`, a search for older ones follows the 1,000 that a search finds. Rejects
 * as `Repository.pages` does. `most`: pages that are read of each search.
 */
export async function* runsOf(
  repository: Repository,
  { workflow, branch, since }: RunSearch,
  most = MOST_FOUND_PAGES,
): AsyncGenerator<WorkflowRun, void> {
  const day = since?.toISOString().slice(0, 10);
  const seen = new Set<number>();
  let until = '';
  for (let isFull = true; isFull;) {
    const query = new URLSearchParams({ branch, exclude_pull_requests: 'true' });
    if (day !== undefined) query.set('created', until === '' ? `>=${day}` : `${day}..${until}`);
    const path = `/actions/workflows/${workflow}/runs?${query.toString()}`;
    let [pages, oldest] = [0, until];
    for await (const page of repository.pages(path, 'workflow_runs', most)) {
      pages += 1;
      oldest = textIn(page.at(-1) ?? null, 'created_at') || oldest;
      for (const json of page) {
        const run = runOf(json, repository);
        if (run === undefined || seen.has(run.id)) continue;
        seen.add(run.id);
        if (run.workflow === workflow && run.branch === branch) yield run;
      }
    }
    isFull = day !== undefined && pages === MOST_FOUND_PAGES && oldest !== until;
    until = oldest;
  }
}

/**
 * The artifacts of a name that runs of the repository's own code on a branch have, the newest first. `isWhole`: whether there are no more
 * than in the pages that are read. Rejects as `Repository.pages` does.
 *
 * @param name the name, or the pattern of several
 */
export async function artifactsOnBranch(
  repository: Repository,
  name: string | RegExp,
  branch: string,
  most: number,
): Promise<{ readonly artifacts: readonly Artifact[]; readonly isWhole: boolean }> {
  const query = new URLSearchParams(typeof name === 'string' ? { name } : {});
  const artifacts: Artifact[] = [];
  let pages = 0;
  for await (const page of repository.pages(`/actions/artifacts?${query.toString()}`, 'artifacts', most + 1)) {
    pages += 1;
    if (pages > most) break;
    const own = page.filter((json) => textIn(property(json, 'workflow_run'), 'head_branch') === branch);
    artifacts.push(...own.flatMap((json) => artifactOf(json, name) ?? []));
  }
  return { artifacts: artifacts.sort(newestFirst), isWhole: pages <= most };
}

/** The artifacts of a name that a run has, the newest first: each attempt may have one. Rejects as `Repository.pages` does. */
export async function artifactsOfRun(
  repository: Repository,
  { id }: Pick<WorkflowRun, 'id'>,
  name: string,
): Promise<readonly Artifact[]> {
  const query = new URLSearchParams({ name });
  const artifacts: Artifact[] = [];
  for await (const page of repository.pages(`/actions/runs/${id}/artifacts?${query.toString()}`, 'artifacts', 1)) {
    artifacts.push(...page.flatMap((json) => artifactOf(json, name) ?? []));
  }
  return artifacts.sort(newestFirst);
}

/** Of the artifacts of a run: the newest that can be downloaded, or why there is none. */
export function usableArtifact(newestFirst: readonly Artifact[]): Artifact | 'none' | 'expired' {
  return newestFirst.find(({ isExpired }) => !isExpired) ?? (newestFirst.length === 0 ? 'none' : 'expired');
}

function newestFirst(one: Artifact, other: Artifact): number {
  return other.id - one.id;
}

/** Undefined if a member is missing that decides whether the run counts. */
function runOf(json: Json, { webUrl }: Repository): WorkflowRun | undefined {
  const [id, number, workflow] = ['id', 'run_number', 'workflow_id'].map((name) => property(json, name));
  if (typeof id !== 'number' || typeof number !== 'number' || typeof workflow !== 'number') return undefined;
  const event = textIn(json, 'event');
  // The head of a fork that was deleted is null.
  const [own, head] = ['repository', 'head_repository'].map((name) => property(property(json, name), 'id'));
  const isOwn = typeof own === 'number' && own === head;
  return {
    id,
    number,
    workflow,
    event,
    branch: textIn(json, 'head_branch') || undefined,
    conclusion: textIn(json, 'conclusion'),
    url: `${webUrl}/actions/runs/${id}`,
    started: new Date(textIn(json, 'run_started_at') || textIn(json, 'created_at')),
    counts: isOwn && textIn(json, 'status') === 'completed' && EVENTS.has(event),
  };
}

/** Undefined for an artifact of another name or of a fork, and if a member is missing that decides so. */
function artifactOf(json: Json, wanted: string | RegExp): Artifact | undefined {
  const run = property(json, 'workflow_run');
  const [id, size, runId] = [property(json, 'id'), property(json, 'size_in_bytes'), property(run, 'id')];
  const [own, head] = [property(run, 'repository_id'), property(run, 'head_repository_id')];
  if (typeof id !== 'number' || typeof size !== 'number' || typeof runId !== 'number') return undefined;
  const name = textIn(json, 'name');
  const isWanted = typeof wanted === 'string' ? name === wanted : wanted.test(name);
  if (!isWanted || typeof own !== 'number' || own !== head) return undefined;
  const [, digest] = /^sha256:([0-9a-f]{64})$/.exec(textIn(json, 'digest')) ?? [];
  const isExpired = property(json, 'expired') === true;
  return { id, name, size, digest, isExpired, created: new Date(textIn(json, 'created_at')), runId };
}
