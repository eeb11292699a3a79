import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { altered, type Alteration } from './alterations.ts';
import type { LogEntry } from './counts.ts';
import { answerPending, deploy, type DeployingRun, type Review } from './deployments.ts';
import { ACCOUNT, Environments, type Deployment } from './environments.ts';
import { GithubLimits, type Caller, type GithubLimitFaults } from './github-limits.ts';
import { githubPage } from './github-page.ts';
import { PullRequests } from './pull-requests.ts';
import { readBody, send } from './http.ts';
import type { Job, Repository } from './repository.ts';
import {
  githubError,
  NOT_A_RUN,
  RepositorySettings,
  type GithubAnswer,
  type GithubRequest,
} from './repository-settings.ts';
import { RepositoryContents } from './repository-contents.ts';
import type { Results, RunArtifact } from './results.ts';
import type { Json, JsonObject } from './json.ts';
import { runtimeToken } from './runtime-token.ts';

const MOST_BYTES = 1024 * 1024;
/** Of `gh auth login`. */
const GH_SCOPES = ['gist', 'read:org', 'repo', 'workflow'];
/** The id of a fork with the same workflows. */
const FORK_ID = 977;
const TEMPLATE = '/actions/oidc/customization/sub';
const FIRST_RUN_ID = 7_000_000_001;
/** Of the runs that a search by branch or time finds. https://docs.github.com/rest/actions/workflow-runs */
const MOST_FOUND_RUNS = 1_000;
/** https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates */
const CREATED = /^(?:>=(\d{4}-\d\d-\d\d)|(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ))$/;
const END_OF_TIME = '9999';
const DEFAULT_WORKFLOW = 31;

/** A run of a workflow. */
export interface RunOptions {
  /** `schedule` if not given. */
  readonly event?: string;
  /** The branch whose code it runs; `main` if not given. */
  readonly branch?: string;
  /** The workflow's id; that of most runs if not given. */
  readonly workflow?: number;
  /** Whether the branch is in a fork; `deleted`: in one that no longer exists. */
  readonly fork?: boolean | 'deleted';
  /** The next one of the workflow if not given. */
  readonly number?: number;
  /** Of the run: `failure` if not given. */
  readonly conclusion?: string;
  /** Epoch ms; now if not given. */
  readonly started?: number;
  /** Reviews of its environments. */
  readonly reviews?: readonly Review[];
}

/** A run, with the values that a runner sets for its steps. */
export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly url: string;
  readonly runtimeToken: string;
  readonly env: Readonly<Record<string, string>>;
  /**
   * Stores an artifact as if a job of the run had uploaded it. `digest` and `size`: what GitHub reports, by default its own;
   * a digest of null is none.
   */
  readonly store: (artifact: {
    readonly name: string;
    readonly bytes: Buffer;
    readonly digest?: string | null;
    readonly size?: number;
    /** Epoch ms. */
    readonly expiresAt?: number;
  }) => void;
  /**
   * Starts a job of the run in an environment, or without one. `waiting`: until a reviewer approves it. `refused`: the environment does not
   * take the branch. A job has an OIDC token only if it starts.
   */
  readonly job: (environment?: string) => RunJob;
}

export interface RunJob {
  readonly state: Deployment | 'rejected';
  readonly env: Readonly<Record<string, string>>;
}

/** A refusal at one path, such as that of an organization that enforces SAML. */
export interface GithubRefusal {
  /** A regular expression of method and path: `GET /repos/contoso/mailboxes$`. */
  readonly request: string;
  readonly status: number;
  /** What GitHub says. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Faults of GitHub's API. */
export interface GithubFaults extends GithubLimitFaults {
  /** The token lacks `actions: read`. */
  readonly noPermission?: boolean;
  /** The token lacks `contents: read`. */
  readonly noContents?: boolean;
  /** The token lacks `contents: write`. */
  readonly noContentsWrite?: boolean;
  /** The token lacks `pull-requests: write`. */
  readonly noPullRequests?: boolean;
  /** The repository does not allow runs to open pull requests, as by default. An application may. */
  readonly noPullRequestsByActions?: boolean;
  /** Every response has this status. */
  readonly status?: number;
  /** The message of such a response from the header `authorization`. */
  readonly message?: (authorization: string) => string;
  /** The origin of links to the next page, in place of its own. */
  readonly linkOrigin?: string;
  /** Requests that are refused, the first that matches. */
  readonly refusals?: readonly GithubRefusal[];
  /** Responses that differ from those of today. */
  readonly altered?: readonly Alteration[];
}

interface Run extends Required<Omit<RunOptions, 'number' | 'started' | 'reviews'>>, DeployingRun {
  readonly id: number;
  readonly number: number;
  readonly started: number;
  readonly backendRun: string;
}

export interface GithubOptions {
  readonly clock: () => number;
  readonly log: (entry: LogEntry) => void;
  readonly results: Results;
  readonly repository: Repository;
  /** Of a run. */
  readonly token: string;
  /** Of an application that is installed in the repository. */
  readonly appToken: string;
  /** Of the account that sets the repository up. */
  readonly accountToken: string;
  readonly faults: () => GithubFaults;
  readonly githubUrl: () => string;
  /** What a job gets its OIDC token with. */
  readonly oidcOf: (job: Job) => Readonly<Record<string, string>>;
}

/** The part of GitHub's REST API that sets up a repository, and finds earlier runs and their artifacts. https://docs.github.com/rest */
export class Github {
  readonly #options: GithubOptions;
  readonly settings: RepositorySettings;
  readonly environments: Environments;
  readonly contents = new RepositoryContents();
  readonly pulls: PullRequests;
  readonly #runs: Run[] = [];
  readonly #limits: GithubLimits;

  constructor(options: GithubOptions) {
    this.#options = options;
    this.#limits = new GithubLimits(options.clock);
    this.settings = new RepositorySettings(options.repository, options.clock);
    this.environments = new Environments(options.repository, options.clock);
    this.pulls = new PullRequests(options.repository, this.contents);
  }

  /** Starts a run. Its artifacts are uploaded with its runtime token. */
  async startRun(options: RunOptions = {}): Promise<WorkflowRun> {
    const { clock, results, githubUrl, repository } = this.#options;
    const workflow = options.workflow ?? DEFAULT_WORKFLOW;
    const last = Math.max(0, ...this.#runs.filter((run) => run.workflow === workflow).map(({ number }) => number));
    const run: Run = {
      id: FIRST_RUN_ID + this.#runs.length,
      number: options.number ?? last + 1,
      event: options.event ?? 'schedule',
      branch: options.branch ?? repository.defaultBranch,
      workflow,
      fork: options.fork ?? false,
      conclusion: options.conclusion ?? 'failure',
      started: options.started ?? clock(),
      reviews: options.reviews ?? [],
      waiting: new Set(),
      decided: new Map(),
      backendRun: randomUUID(),
    };
    this.#runs.push(run);
    const job = randomUUID();
    return {
      id: run.id,
      number: run.number,
      url: pageOf(run, repository),
      runtimeToken: await runtimeToken({ run: run.backendRun, job }, clock()),
      env: {
        GITHUB_API_URL: githubUrl(),
        GITHUB_REPOSITORY: repository.fullName,
        GITHUB_RUN_ID: String(run.id),
        GITHUB_RUN_NUMBER: String(run.number),
        GITHUB_EVENT_NAME: run.event,
        GITHUB_REF_NAME: run.branch,
      },
      store: (artifact) => {
        results.store({ run: run.backendRun, job }, artifact);
      },
      job: (environment) => {
        const { branch, event } = run;
        const state = environment === undefined ? 'started' : deploy(run, environment, this.environments);
        const ofJob = environment === undefined ? { branch, event } : { environment, branch, event };
        return { state, env: state === 'started' ? this.#options.oidcOf(ofJob) : {} };
      },
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, log, faults, accountToken, repository } = this.#options;
    const url = new URL(request.url ?? '/', 'http://github');
    const body = (await readBody(request, MOST_BYTES))?.toString('utf8') ?? '';
    const { headers, refusal } = this.#limits.take(this.#callerOf(request), faults());
    const given =
      refusal ?? this.#refusal(`${request.method ?? 'GET'} ${url.pathname}`) ?? this.#answer(request, url, body);
    const text = given.text ?? (given.content === undefined ? '' : JSON.stringify(given.content));
    const usual = { status: given.status, body: text };
    const answer = given.status < 300 ? altered(usual, url.pathname, faults().altered) : usual;
    log({ time: clock(), kind: 'github', status: answer.status, items: 0, path: url.pathname });
    const { scopes = GH_SCOPES } = repository.options;
    const isClassic = tokenIn(request) === accountToken && scopes !== 'fine-grained';
    send(
      response,
      answer.status,
      {
        ...(text === '' ? {} : { 'Content-Type': given.type ?? 'application/json; charset=utf-8' }),
        ...headers,
        ...given.headers,
        ...(given.location === undefined ? {} : { Location: given.location }),
        ...(given.link === undefined ? {} : { Link: given.link }),
        ...(isClassic ? { 'X-OAuth-Scopes': scopes.join(', ') } : {}),
      },
      answer.body,
    );
  }

  #refusal(request: string): GithubAnswer | undefined {
    const refusal = this.#options.faults().refusals?.find((one) => new RegExp(one.request).test(request));
    if (refusal === undefined) return undefined;
    const { status, message, headers = {} } = refusal;
    return { ...githubError(status, message), headers };
  }

  #callerOf(request: IncomingMessage): Caller {
    const given = tokenIn(request);
    if (given === undefined) return 'anonymous';
    return given === this.#options.accountToken ? 'account' : 'run';
  }

  #answer(request: IncomingMessage, url: URL, body: string): GithubAnswer {
    const { token, appToken, accountToken, faults, repository, githubUrl } = this.#options;
    const { method = 'GET', headers } = request;
    const { status, message = () => 'Unavailable' } = faults();
    if (headers['user-agent'] === undefined) return githubError(403, 'Request forbidden by administrative rules.');
    if (status !== undefined) return githubError(status, message(headers.authorization ?? ''));
    const given = tokenIn(request);
    if (given !== undefined && ![token, appToken, accountToken].includes(given)) {
      return githubError(401, 'Bad credentials');
    }
    const isAccount = given === accountToken;
    const isOrganization = url.pathname.toLowerCase() === `/orgs/${repository.owner.toLowerCase()}${TEMPLATE}`;
    if (isAccount && isOrganization && method === 'GET') return this.settings.organizationTemplate();
    if (given !== undefined && url.pathname === '/user' && method === 'GET') {
      return isAccount ? { status: 200, content: { ...ACCOUNT } } : githubError(403, NOT_A_RUN);
    }
    const path = this.#pathBelow(url.pathname);
    if (path === undefined || !this.#isVisible(given)) return githubError(404, 'Not Found');
    if (path.isFormer) {
      const location = `${githubUrl()}/repositories/${repository.id}${path.below}${url.search}`;
      return { status: 301, content: { message: 'Moved Permanently', url: location }, location };
    }
    const asked = { method, path: path.below, query: url.searchParams, body, isAccount };
    const ofSettings = this.settings.answer(asked);
    if (ofSettings !== undefined) return ofSettings;
    const ofEnvironments = this.environments.answer(asked);
    if (ofEnvironments !== undefined) return ofEnvironments;
    const pending = this.#pending(path.below);
    if (pending !== undefined) return answerPending(asked, pending, this.environments);
    if (given === undefined) return githubError(404, 'Not Found');
    const ofFiles = this.#filesAndPulls(asked, given, headers.accept ?? '');
    if (ofFiles !== undefined) return ofFiles;
    if (method !== 'GET') return githubError(404, 'Not Found');
    if (faults().noPermission === true) return githubError(403, NOT_A_RUN);
    return this.#runsAndArtifacts(path.below, url);
  }

  /** The answer to a request about files, branches or pull requests; undefined for another path. */
  #filesAndPulls(asked: GithubRequest, given: string, accept: string): GithubAnswer | undefined {
    const { token, accountToken, faults, repository } = this.#options;
    const { noContents, noContentsWrite, noPullRequests, noPullRequestsByActions } = faults();
    const [contents, file = ''] = /^\/contents(?:\/(.*))?$/.exec(asked.path) ?? [];
    const isRead = asked.method === 'GET';
    const isAbout = contents !== undefined || asked.path.startsWith('/git/ref');
    if (isAbout && (isRead ? noContents : noContentsWrite) === true) return githubError(403, NOT_A_RUN);
    if (contents !== undefined && isRead) return this.contents.answer(file, asked.query.get('ref'), accept);
    if (contents !== undefined && asked.method === 'PUT') {
      return this.contents.write(file, asked.body, repository.defaultBranch);
    }
    if (asked.path !== '/pulls') return this.contents.answerRef(asked);
    if (noPullRequests === true) return githubError(403, NOT_A_RUN);
    const bot = given === token ? 'github-actions[bot]' : 'mailbox-review[bot]';
    const mayCreate = given !== token || noPullRequestsByActions !== true;
    return this.pulls.answer(asked, given === accountToken ? ACCOUNT.login : bot, mayCreate);
  }

  /** The path below the repository, by its name, its former name or its number; undefined for another one. */
  #pathBelow(path: string): { readonly below: string; readonly isFormer: boolean } | undefined {
    const { repository } = this.#options;
    const [, name, number, below = ''] = /^\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/.*)?$/.exec(path) ?? [];
    if (number === String(repository.id)) return { below, isFormer: false };
    const { formerName } = repository.options;
    const isFormer = formerName !== undefined && name?.toLowerCase() === formerName.toLowerCase();
    if (isFormer || name?.toLowerCase() === repository.fullName.toLowerCase()) return { below, isFormer };
    return undefined;
  }

  /** The run whose waiting environments a path is about. */
  #pending(path: string): Run | undefined {
    const [, runId] = /^\/actions\/runs\/(\d+)\/pending_deployments$/.exec(path) ?? [];
    return this.#runs.find(({ id }) => id === Number(runId));
  }

  #isVisible(given: string | undefined): boolean {
    const { repository, accountToken } = this.#options;
    const { visibility = 'private', scopes = GH_SCOPES } = repository.options;
    if (visibility === 'public') return true;
    if (given !== accountToken) return given !== undefined;
    return repository.allows('pull') && (scopes === 'fine-grained' || scopes.includes('repo'));
  }

  #runsAndArtifacts(path: string, url: URL): GithubAnswer {
    const { results, repository } = this.#options;
    const answer = (content: Json): GithubAnswer => ({ status: 200, content });
    const [, runId, part] = /^\/actions\/runs\/(\d+)(\/artifacts|\/approvals)?$/.exec(path) ?? [];
    if (runId !== undefined) {
      const run = this.#runs.find(({ id }) => id === Number(runId));
      if (run === undefined) return githubError(404, 'Not Found');
      if (part === undefined) return answer(runJson(run, repository));
      if (part === '/approvals') return answer(run.reviews.map(reviewJson));
      return this.#artifacts(url, path, [run]);
    }
    const [, workflow] = /^\/actions\/workflows\/(\d+)\/runs$/.exec(path) ?? [];
    if (workflow !== undefined) return this.#workflowRuns(url, path, Number(workflow));
    if (path === '/actions/artifacts') return this.#artifacts(url, path, this.#runs);
    const [, artifactId] = /^\/actions\/artifacts\/(\d+)\/zip$/.exec(path) ?? [];
    const found = results.byId(Number(artifactId));
    if (found === undefined) return githubError(404, 'Not Found');
    if (this.#isExpired(found)) return githubError(410, 'Artifact has expired');
    return { status: 302, content: undefined, location: found.signedUrl() };
  }

  /** The newest first. https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow */
  #workflowRuns(url: URL, path: string, workflow: number): GithubAnswer {
    const { repository } = this.#options;
    const [branch, created] = ['branch', 'created'].map((name) => url.searchParams.get(name));
    const [, from, since = from ?? '', until = END_OF_TIME] = CREATED.exec(created ?? '') ?? [];
    if (created !== null && since === '') return githubError(422, 'The filter created is not understood.');
    const all = this.#runs
      .filter((run) => run.workflow === workflow && (branch === null || run.branch === branch))
      .filter(({ started }) => secondsText(started) >= since && secondsText(started) <= until)
      .reverse();
    const most = branch === null && created === null ? Infinity : MOST_FOUND_RUNS;
    const { items, total, link } = githubPage(all, url, this.#linkBase(path), most);
    const content = { total_count: total, workflow_runs: items.map((run) => runJson(run, repository)) };
    return { status: 200, content, link };
  }

  /** The newest first. https://docs.github.com/rest/actions/artifacts#list-artifacts-for-a-repository */
  #artifacts(url: URL, path: string, runs: readonly Run[]): GithubAnswer {
    const name = url.searchParams.get('name');
    const all = runs
      .flatMap((run) => this.#options.results.ofRun(run.backendRun).map((artifact) => ({ artifact, run })))
      .filter(({ artifact }) => name === null || artifact.name === name)
      .sort((one, other) => other.artifact.id - one.artifact.id);
    const { items, total, link } = githubPage(all, url, this.#linkBase(path));
    const artifacts = items.map(({ artifact, run }) => this.#artifactJson(artifact, run));
    return { status: 200, content: { total_count: total, artifacts }, link };
  }

  /** Links name the repository by its number. */
  #linkBase(path: string): string {
    const { githubUrl, repository, faults } = this.#options;
    return `${faults().linkOrigin ?? githubUrl()}/repositories/${repository.id}${path}`;
  }

  #isExpired({ expiresAt }: RunArtifact): boolean {
    return expiresAt !== undefined && expiresAt <= this.#options.clock();
  }

  #artifactJson(artifact: RunArtifact, run: Run): JsonObject {
    const { id, name, size, digest, createdAt, expiresAt } = artifact;
    const { githubUrl, repository } = this.#options;
    const api = `${githubUrl()}/repos/${repository.fullName}/actions/artifacts/${id}`;
    return {
      id,
      node_id: `A_${id}`,
      name,
      size_in_bytes: size,
      url: api,
      archive_download_url: `${api}/zip`,
      expired: this.#isExpired(artifact),
      created_at: new Date(createdAt).toISOString(),
      expires_at: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
      digest,
      workflow_run: {
        id: run.id,
        repository_id: repository.id,
        head_repository_id: headOf(run, repository),
        head_branch: run.branch,
      },
    };
  }
}

function runJson(run: Run, own: Repository): JsonObject {
  const { id, number, event, branch, workflow, started, fork, conclusion } = run;
  return {
    id,
    name: 'Mailbox report',
    run_number: number,
    run_attempt: 1,
    event,
    status: 'completed',
    conclusion,
    head_branch: branch,
    workflow_id: workflow,
    html_url: pageOf(run, own),
    created_at: secondsText(started),
    run_started_at: secondsText(started),
    repository: repositoryJson(own.id, own),
    head_repository: fork === 'deleted' ? null : repositoryJson(headOf(run, own), own),
  };
}

/** GitHub's times have no milliseconds. */
function secondsText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
function reviewJson({ environment, state, login }: Review, at: number): JsonObject {
  const user = { login, id: at + 1, type: 'User', site_admin: false };
  return { state, comment: '', environments: [{ id: 56_780_428, name: environment }], user };
}

function headOf({ fork }: Run, { id }: Repository): number {
  return fork === false ? id : FORK_ID;
}

/** The repository or its fork, as a run shows it. */
function repositoryJson(id: number, own: Repository): JsonObject {
  const isFork = id !== own.id;
  const login = isFork ? 'stranger' : own.owner;
  return { id, name: own.name, full_name: `${login}/${own.name}`, owner: { login, id: own.ownerId }, fork: isFork };
}

function pageOf({ id }: Pick<Run, 'id'>, { fullName }: Repository): string {
  return `https://github.com/${fullName}/actions/runs/${id}`;
}

function tokenIn({ headers }: IncomingMessage): string | undefined {
  return headers.authorization?.replace(/^(?:token|bearer) /i, '');
}
