import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { altered, type Alteration } from './alterations.ts';
import type { LogEntry } from './counts.ts';
import { send, sendJson } from './http.ts';
import type { Results, RunArtifact } from './results.ts';
import { runtimeToken } from './runtime-token.ts';

const REPOSITORY = { owner: 'contoso', name: 'mailboxes', id: 501 };
/** The id of a fork with the same workflows. */
const FORK_ID = 977;
const FIRST_RUN_ID = 7_000_000_001;
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
}

/** Faults of GitHub's API. */
export interface GithubFaults {
  /** The token lacks `actions: read`. */
  readonly noPermission?: boolean;
  /** Every response has this status. */
  readonly status?: number;
  /** The message of such a response from the header `authorization`. */
  readonly message?: (authorization: string) => string;
  /** Responses that differ from those of today. */
  readonly altered?: readonly Alteration[];
}

interface Run extends Required<Omit<RunOptions, 'number' | 'started'>> {
  readonly id: number;
  readonly number: number;
  readonly started: number;
  readonly backendRun: string;
}

export interface GithubOptions {
  readonly clock: () => number;
  readonly log: (entry: LogEntry) => void;
  readonly results: Results;
  readonly token: string;
  readonly faults: () => GithubFaults;
  readonly githubUrl: () => string;
}

/** The part of GitHub's REST API that finds earlier runs and their artifacts. https://docs.github.com/rest/actions */
export class Github {
  readonly #options: GithubOptions;
  readonly #runs: Run[] = [];

  constructor(options: GithubOptions) {
    this.#options = options;
  }

  /** Starts a run. Its artifacts are uploaded with its runtime token. */
  async startRun(options: RunOptions = {}): Promise<WorkflowRun> {
    const { clock, results, githubUrl } = this.#options;
    const workflow = options.workflow ?? DEFAULT_WORKFLOW;
    const last = Math.max(0, ...this.#runs.filter((run) => run.workflow === workflow).map(({ number }) => number));
    const run: Run = {
      id: FIRST_RUN_ID + this.#runs.length,
      number: options.number ?? last + 1,
      event: options.event ?? 'schedule',
      branch: options.branch ?? 'main',
      workflow,
      fork: options.fork ?? false,
      conclusion: options.conclusion ?? 'failure',
      started: options.started ?? clock(),
      backendRun: randomUUID(),
    };
    this.#runs.push(run);
    const job = randomUUID();
    return {
      id: run.id,
      number: run.number,
      url: pageOf(run),
      runtimeToken: await runtimeToken({ run: run.backendRun, job }, clock()),
      env: {
        GITHUB_API_URL: githubUrl(),
        GITHUB_REPOSITORY: `${REPOSITORY.owner}/${REPOSITORY.name}`,
        GITHUB_RUN_ID: String(run.id),
        GITHUB_RUN_NUMBER: String(run.number),
        GITHUB_EVENT_NAME: run.event,
        GITHUB_REF_NAME: run.branch,
      },
      store: (artifact) => {
        results.store({ run: run.backendRun, job }, artifact);
      },
    };
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://github');
    const status = this.#answer(request, url, response);
    this.#options.log({ time: this.#options.clock(), kind: 'github', status, items: 0, path: url.pathname });
    return Promise.resolve();
  }

  #answer({ method, headers }: IncomingMessage, url: URL, response: ServerResponse): number {
    const { token, faults, results } = this.#options;
    const refuse = (status: number, message: string): number => {
      sendJson(response, status, {
        message,
        documentation_url: 'https://docs.github.com/rest',
        status: String(status),
      });
      return status;
    };
    const { status, noPermission, altered: alterations, message = () => 'Unavailable' } = faults();
    const answer = (content: unknown): number => {
      const given = altered({ status: 200, body: JSON.stringify(content) }, url.pathname, alterations);
      send(response, given.status, { 'Content-Type': 'application/json; charset=utf-8' }, given.body);
      return given.status;
    };
    if (status !== undefined) return refuse(status, message(headers.authorization ?? ''));
    if (headers.authorization?.replace(/^(?:token|bearer) /i, '') !== token) return refuse(401, 'Bad credentials');
    const [, path = ''] = /^\/repos\/contoso\/mailboxes(\/.*)?$/.exec(url.pathname) ?? ['', undefined];
    if (method !== 'GET' || !url.pathname.startsWith('/repos/contoso/mailboxes')) return refuse(404, 'Not Found');
    if (path === '') return answer({ ...repositoryJson(REPOSITORY.id), default_branch: 'main' });
    if (path === '/actions/oidc/customization/sub') {
      const prefix = 'repo:contoso@5113/mailboxes@81264';
      return answer({ use_default: true, use_immutable_subject: true, sub_claim_prefix: prefix });
    }
    if (noPermission === true) return refuse(403, 'Resource not accessible by integration');
    const [, runId, part] = /^\/actions\/runs\/(\d+)(\/artifacts)?$/.exec(path) ?? [];
    if (runId !== undefined) {
      const run = this.#runs.find(({ id }) => id === Number(runId));
      if (run === undefined) return refuse(404, 'Not Found');
      if (part === undefined) return answer(runJson(run));
      const name = url.searchParams.get('name');
      const all = results.ofRun(run.backendRun).filter((artifact) => name === null || artifact.name === name);
      return answer({ total_count: all.length, artifacts: all.map((one) => this.#artifactJson(one, run)) });
    }
    const [, workflow] = /^\/actions\/workflows\/(\d+)\/runs$/.exec(path) ?? [];
    if (workflow !== undefined) {
      const branch = url.searchParams.get('branch');
      const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
      const page = Number(url.searchParams.get('page') ?? 1);
      const all = this.#runs
        .filter((run) => run.workflow === Number(workflow) && (branch === null || run.branch === branch))
        .reverse();
      return answer({
        total_count: all.length,
        workflow_runs: all.slice((page - 1) * size, page * size).map(runJson),
      });
    }
    const [, artifactId] = /^\/actions\/artifacts\/(\d+)\/zip$/.exec(path) ?? [];
    const found = results.byId(Number(artifactId));
    if (found === undefined) return refuse(404, 'Not Found');
    if (this.#isExpired(found)) return refuse(410, 'Artifact has expired');
    send(response, 302, { Location: found.signedUrl() });
    return 302;
  }

  #isExpired({ expiresAt }: RunArtifact): boolean {
    return expiresAt !== undefined && expiresAt <= this.#options.clock();
  }

  #artifactJson(artifact: RunArtifact, run: Run): object {
    const { id, name, size, digest, createdAt, expiresAt } = artifact;
    return {
      id,
      node_id: `A_${id}`,
      name,
      size_in_bytes: size,
      url: `${this.#options.githubUrl()}/repos/contoso/mailboxes/actions/artifacts/${id}`,
      archive_download_url: `${this.#options.githubUrl()}/repos/contoso/mailboxes/actions/artifacts/${id}/zip`,
      expired: this.#isExpired(artifact),
      created_at: new Date(createdAt).toISOString(),
      expires_at: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
      digest,
      workflow_run: {
        id: run.id,
        repository_id: REPOSITORY.id,
        head_repository_id: headOf(run),
        head_branch: run.branch,
      },
    };
  }
}

function runJson(run: Run): object {
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
    html_url: pageOf(run),
    created_at: new Date(started).toISOString(),
    run_started_at: new Date(started).toISOString(),
    repository: repositoryJson(REPOSITORY.id),
    head_repository: fork === 'deleted' ? null : repositoryJson(headOf(run)),
  };
}

function headOf({ fork }: Run): number {
  return fork === false ? REPOSITORY.id : FORK_ID;
}

function repositoryJson(id: number): object {
  const owner = id === REPOSITORY.id ? REPOSITORY.owner : 'stranger';
  return {
    id,
    name: REPOSITORY.name,
    full_name: `${owner}/${REPOSITORY.name}`,
    owner: { login: owner, id: 5113 },
    fork: id !== REPOSITORY.id,
  };
}

function pageOf({ id }: Pick<Run, 'id'>): string {
  return `https://github.com/contoso/mailboxes/actions/runs/${id}`;
}
