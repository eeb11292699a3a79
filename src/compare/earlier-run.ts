import { readFile } from 'node:fs/promises';
import type { getOctokit } from '@actions/github';
import { fetch, type Dispatcher, type RequestInit, type Response } from 'undici';
import { redacted } from '../auth/redact.ts';
import { describeError } from '../errors.ts';
import { retryAfterMs } from '../http/headers.ts';
import { retrying, type RetryRule } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import { isRecord, jsonOrUndefined, property } from '../json.ts';
import type { StepEnvironment } from '../run/runner.ts';

/** Events that run the code of the branch itself, rather than that of a pull request. */
export const EVENTS: ReadonlySet<string> = new Set(['schedule', 'push', 'workflow_dispatch']);
/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of 100 runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;
const RETRY: RetryRule = { first: 1_000, longest: 4_000, attempts: 3, maxWait: 60_000 };

/** Why there is no earlier report to compare with. The reason is a sentence. */
export interface NotFound {
  /** `none`: there is none. `forbidden`: the token may not look. `unavailable`: there may be one that cannot be used. */
  readonly kind: 'none' | 'forbidden' | 'unavailable';
  readonly reason: string;
}

/** An artifact of an earlier run. */
export interface EarlierArtifact {
  readonly kind: 'artifact';
  readonly id: number;
  /** Bytes of the archive. */
  readonly size: number;
  /** `sha256:` and the hash in hex; undefined if GitHub does not give it. */
  readonly digest: string | undefined;
  readonly runId: number;
  readonly runNumber: number;
  /** Whether the run was cancelled, so that it may have read a part only. */
  readonly cancelled: boolean;
  /** The web page of the run. */
  readonly url: string;
  readonly started: Date;
}

/** What requests to GitHub need. */
export interface GitHubOptions {
  readonly signal: AbortSignal;
  readonly dispatcher: Dispatcher;
}

export interface SearchOptions extends GitHubOptions {
  readonly step: StepEnvironment;
  /** Sent to GitHub's API alone. Undefined: there is none. */
  readonly token: string | undefined;
  /** Undefined: this run uploads nothing, and earlier ones did not either. */
  readonly artifactName: string | undefined;
}

/** Where to look for artifacts of earlier runs. */
export interface SearchPlace extends RepositoryPlace {
  readonly kind: 'place';
  readonly artifactName: string;
  readonly step: StepEnvironment;
  readonly token: string;
}

/** Where to look for the artifact of an earlier run, or why this run cannot look. */
export function searchPlace({
  step,
  token,
  artifactName,
}: Omit<SearchOptions, 'signal' | 'dispatcher'>): SearchPlace | NotFound {
  const place = repositoryOf(step);
  if (place === undefined) return { kind: 'unavailable', reason: 'This is not a run of a GitHub workflow.' };
  if (artifactName === undefined)
    return { kind: 'unavailable', reason: '"artifact-name" is empty, so earlier runs have no artifact.' };
  if (token === undefined) return { kind: 'forbidden', reason: 'The input "github-token" is empty.' };
  if (step.isEnterpriseServer) {
    return {
      kind: 'unavailable',
      reason: 'GitHub Enterprise Server and Gitea do not have artifacts of this kind. Name the path of a report.',
    };
  }
  return { kind: 'place', ...place, artifactName, step, token };
}

/**
 * Finds the artifacts of earlier runs of this workflow and branch, the latest first: of completed runs of this repository itself,
 * with a lower run number, that have an artifact of the name which has not expired. Returns why there are no more. Never rejects.
 */
export function findArtifacts(
  place: SearchPlace,
  options: GitHubOptions,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  return askGitHub(place, options, (octokit) => search(octokit, place));
}

/** Yields the artifacts that a search finds, and returns why there are no more. Never rejects: what GitHub refuses is a reason. */
export async function* askGitHub(
  place: Pick<SearchPlace, 'api' | 'token'>,
  options: GitHubOptions,
  searchBy: (octokit: Octokit) => AsyncGenerator<EarlierArtifact, NotFound, void>,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  try {
    return withoutToken(yield* searchBy(await connect(place, options)), place);
  } catch (error) {
    return withoutToken(failure(error), place);
  }
}

/** A client of GitHub's API, which sends the token to it alone and repeats what a fault of the server has stopped. */
export async function connect(
  { api, token }: Pick<SearchPlace, 'api' | 'token'>,
  { signal, dispatcher }: GitHubOptions,
): Promise<Octokit> {
  // Loaded only by runs that ask GitHub.
  const { getOctokit } = await import('@actions/github');
  // Any request options replace the client's own function, which would use a proxy.
  const fetchThrough = (url: string, init: RequestInit) => fetchRetrying(url, { ...init, dispatcher }, signal);
  return getOctokit(token, { baseUrl: api, request: { signal, fetch: fetchThrough }, log: SILENT });
}

/** Fetches, again after 429, a fault of the server and a failure without a response. Rejects as `fetch` does. */
async function fetchRetrying(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
  let response: Response | undefined;
  const answer = await retrying<Response | Error>(
    async () => {
      try {
        await response?.body?.cancel();
        response = await fetch(url, init);
        const { status, headers } = response;
        if (status !== 429 && status < 500) return { result: response };
        const retryAfter = retryAfterMs(headers.get('retry-after') ?? undefined, Date.now());
        return { result: response, retry: { rule: RETRY, retryAfter } };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { result: error, retry: { rule: RETRY } };
      }
    },
    { signal },
  );
  if (answer instanceof Error) throw answer;
  return answer;
}

/** Reasons have texts of GitHub, such as the name of a branch. */
function withoutToken(reason: NotFound, { token }: Pick<SearchPlace, 'token'>): NotFound {
  return { ...reason, reason: redacted(reason.reason, [token]) };
}

const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // The result says what failed.
}

interface RepositoryPlace {
  readonly api: string;
  readonly owner: string;
  readonly repo: string;
  readonly runId: number;
}

/** Undefined outside a workflow. */
function repositoryOf({ apiUrl: api, repository: name, runId: id }: StepEnvironment): RepositoryPlace | undefined {
  const url = URL.parse(api);
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
  if (url === null || !isConfidential(url) || owner === undefined || repo === undefined) return undefined;
  return /^\d{1,15}$/.test(id) ? { api: api.replace(/\/$/, ''), owner, repo, runId: Number(id) } : undefined;
}

export type Octokit = ReturnType<typeof getOctokit>;

async function* search(
  octokit: Octokit,
  { owner, repo, runId, artifactName, step }: SearchPlace,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  const { data: thisRun } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
  const branch = CHANGE_EVENTS.has(thisRun.event)
    ? await defaultBranch(octokit, { owner, repo, step })
    : thisRun.head_branch;
  if (branch === null) return { kind: 'none', reason: 'This run has no branch.' };
  const isEarlier = (run: typeof thisRun): boolean =>
    run.run_number < thisRun.run_number &&
    run.status === 'completed' &&
    run.workflow_id === thisRun.workflow_id &&
    run.head_branch === branch &&
    EVENTS.has(run.event) &&
    run.repository.id === thisRun.repository.id &&
    // A deleted fork is null.
    isRecord(run.head_repository) &&
    run.head_repository.id === thisRun.repository.id;
  const runs: (typeof thisRun)[] = [];
  for (let page = 1; page <= MAX_PAGES && runs.length < MAX_RUNS; page += 1) {
    const { data } = await octokit.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: thisRun.workflow_id,
      branch,
      per_page: 100,
      page,
      exclude_pull_requests: true,
    });
    runs.push(...data.workflow_runs.filter(isEarlier));
    if (data.workflow_runs.length < 100) break;
  }
  const latestFirst = runs.sort((one, other) => other.run_number - one.run_number).slice(0, MAX_RUNS);
  let [expired, given] = [0, 0];
  for (const run of latestFirst) {
    const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({
      owner,
      repo,
      run_id: run.id,
      name: artifactName,
      per_page: 100,
    });
    const ofName = data.artifacts.filter(({ name }) => name === artifactName).sort((one, other) => other.id - one.id);
    const [artifact] = ofName.filter((one) => !one.expired);
    if (artifact !== undefined) {
      given += 1;
      yield artifactOf(artifact, run, `${step.serverUrl}/${owner}/${repo}`);
    } else if (ofName.length > 0) {
      expired += 1;
    }
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
    latestFirst.length === 0
      ? `There is no earlier run on ${branch}.`
      : `No earlier run on ${branch} has an artifact "${artifactName}".`;
  return { kind: 'none', reason };
}

/** An artifact and its run, as GitHub's API shows them. `webUrl`: of the repository. */
export function artifactOf(
  artifact: { readonly id: number; readonly size_in_bytes: number; readonly digest?: string | null },
  run: {
    readonly id: number;
    readonly run_number: number;
    readonly conclusion: string | null;
    readonly run_started_at?: string;
    readonly created_at: string;
  },
  webUrl: string,
): EarlierArtifact {
  return {
    kind: 'artifact',
    id: artifact.id,
    size: artifact.size_in_bytes,
    digest: artifact.digest ?? undefined,
    runId: run.id,
    runNumber: run.run_number,
    cancelled: run.conclusion === 'cancelled',
    url: `${webUrl}/actions/runs/${run.id}`,
    started: new Date(run.run_started_at ?? run.created_at),
  };
}

/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(
  octokit: Octokit,
  { owner, repo, step }: { readonly owner: string; readonly repo: string; readonly step: StepEnvironment },
): Promise<string> {
  const text = await readFile(step.eventFile, 'utf8').catch(() => '');
  const branch = property(property(jsonOrUndefined(text), 'repository'), 'default_branch');
  if (typeof branch === 'string') return branch;
  const { data } = await octokit.rest.repos.get({ owner, repo });
  return data.default_branch;
}

/** Why GitHub did not answer. */
function failure(error: unknown): NotFound {
  const status = isRecord(error) ? error.status : undefined;
  // A limit of requests is 403 too. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
  const isLimited = /rate limit/i.test(describeError(error));
  if (!isLimited && (status === 401 || status === 403 || status === 404)) {
    return {
      kind: 'forbidden',
      reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
    };
  }
  return { kind: 'unavailable', reason: `GitHub could not be asked: ${describeError(error)}.` };
}
