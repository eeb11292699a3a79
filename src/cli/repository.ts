import type { Dispatcher } from 'undici';
import { printable } from '../auth/redact.ts';
import {
  expectedSubjects,
  GITHUB,
  isEnterpriseServer,
  parsedRepository,
  type ExpectedSubjects,
  type GitHubJob,
  type RepositoryName,
} from '../auth/github-subject.ts';
import { UserError } from '../errors.ts';
import { GitHubError, GitHubUnreachable, type GitHub, type GitHubAnswer } from '../github/client.ts';
import { Repository, type RepositoryOptions } from '../github/repository.ts';
import type { Environment } from '../http/proxy.ts';
import type { RetryClock } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import { property, textIn, type Json } from '../json.ts';
import { outputOf } from './other-program.ts';

/** As `gh --repo` takes it. */
export function repositoryText({ name: { host, path } }: { readonly name: RepositoryName }): string {
  return host === GITHUB ? path : `${host}/${path}`;
}

/** The repository that the remote `origin` of a folder names; undefined if there is none. */
export async function repositoryOfRemote(folder: string, env: Environment): Promise<RepositoryName | undefined> {
  return repositoryInUrl((await outputOf('git', ['-C', folder, 'remote', 'get-url', 'origin'], env)) ?? '');
}

/** The repository whose page or clone a URL is; undefined if it is none. */
export function repositoryInUrl(url: string): RepositoryName | undefined {
  const [, host, path] =
    /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/:]+@)([a-z0-9.-]+)(?::\d+(?=\/))?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(
      url,
    ) ?? [];
  return host === undefined || path === undefined ? undefined : { host: host.toLowerCase(), path };
}

/**
 * GH_TOKEN, else the token of `gh`; '' if there is neither. For another server GH_ENTERPRISE_TOKEN, if GH_HOST names that server: a
 * remote of git must not decide where a token goes.
 */
export async function gitHubToken(host: string, env: Environment): Promise<string> {
  const isOfServer = env.GH_HOST?.trim().toLowerCase() === host;
  const value = isEnterpriseServer(host) ? (isOfServer ? env.GH_ENTERPRISE_TOKEN : '') : env.GH_TOKEN;
  const token = value?.trim() ?? '';
  if (token !== '') return token;
  return (await outputOf('gh', ['auth', 'token', '--hostname', host], env)) ?? '';
}

/** The origin and path of a server's API. GITHUB_API_URL counts only for a server on this machine: a variable must not decide where a token goes. */
export function apiUrl(host: string, env: Environment): string {
  const own = URL.parse(env.GITHUB_API_URL ?? '');
  if (own !== null && own.host !== '' && isConfidential(new URL(`http://${own.host}`)))
    return own.href.replace(/\/$/, '');
  if (host === GITHUB) return 'https://api.github.com';
  return isEnterpriseServer(host) ? `https://${host}/api/v3` : `https://api.${host}`;
}

/** A repository of GitHub, as its API shows it to a command. Whatever GitHub rejects is the UserError `SETUP_GITHUB`. */
export class GitHubRepository {
  /** In GitHub's spelling, if it shows the repository. */
  readonly name: RepositoryName;
  /** `GET /repos/{owner}/{repo}`; undefined if GitHub does not show it. */
  readonly about: Json | undefined;
  /** Rejects with the errors of the API: see `setupError`. */
  readonly api: Repository;

  private constructor(name: RepositoryName, about: Json | undefined, api: Repository) {
    this.name = name;
    this.about = about;
    this.api = api;
  }

  /** Asks GitHub for a repository. `token`: '' if there is none. Rejects with the UserErrors `SETUP_GITHUB` and `INPUT_INVALID`. */
  static async open(
    name: RepositoryName,
    token: string,
    env: Environment,
    dispatcher: Dispatcher,
    clock: RetryClock,
  ): Promise<GitHubRepository> {
    const { host } = name;
    const server = {
      url: apiUrl(host, env),
      serverUrl: `https://${host}`,
      token: token || undefined,
      dispatcher,
      ...clock,
    };
    const asked = repositoryOn(server, name.path);
    const about = await shown(asked.github, asked.send(''), lacksRepoScope);
    const { path = name.path } = parsedRepository(textIn(about, 'full_name')) ?? {};
    return new GitHubRepository({ host, path }, about, repositoryOn(server, path));
  }

  get hasToken(): boolean {
    return this.api.github.hasToken;
  }

  /** `main` if GitHub does not show it. */
  get defaultBranch(): string {
    return textIn(this.about, 'default_branch') || 'main';
  }

  /** Such as `https://github.com/contoso/mailboxes`. */
  get webUrl(): string {
    return this.api.webUrl;
  }

  /** GETs a path below the repository; undefined if GitHub does not show it. */
  get(path: string): Promise<Json | undefined> {
    return shown(this.api.github, this.api.send(path));
  }

  /** As `get`, but undefined too if GitHub refuses it to this token. */
  async getIfAllowed(path: string): Promise<Json | undefined> {
    const answer = await orRefused(this.get(path));
    return answer instanceof UserError ? undefined : answer;
  }

  /** The account whose token is used, as `GET /user` shows it. Rejects if GitHub does not show it. */
  async account(): Promise<Json | undefined> {
    const { github } = this.api;
    return shown(github, github.send('/user'));
  }

  /** Sends a write below the repository. Rejects unless it succeeds; a DELETE of what is gone does. */
  async write(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: Json): Promise<void> {
    const request = body === undefined ? { method } : { method, body };
    const answer = await answered(this.api.github, this.api.send(path, request));
    const isGone = method === 'DELETE' && answer.status === 404;
    if (!isGone && !(answer.status >= 200 && answer.status < 300)) throw rejected(new GitHubError(answer));
  }

  /** What the OIDC tokens of its jobs have as subject. Rejects with the UserError `SUBJECT_UNKNOWN`, too. */
  async subjects(job: Omit<GitHubJob, 'host' | 'repository'>): Promise<ExpectedSubjects> {
    const { host, path } = this.name;
    const { github } = this.api;
    const settings = this.hasToken ? await orRefused(this.get('/actions/oidc/customization/sub')) : undefined;
    const customization = settings instanceof UserError ? undefined : settings;
    const followsOrganization =
      property(customization, 'use_default') === false && property(customization, 'include_claim_keys') === undefined;
    const owner = path.split('/')[0] ?? '';
    const organization = followsOrganization
      ? await orRefused(shown(github, github.send(`/orgs/${owner}/actions/oidc/customization/sub`)))
      : undefined;
    const expected = expectedSubjects(
      { host, repository: path, ...job },
      {
        repository: this.about,
        customization,
        organization: organization instanceof UserError ? undefined : organization,
      },
    );
    if (!(settings instanceof UserError)) return expected;
    const unknown = `Whether the repository or its organization customizes the subject is not known: ${settings.message}`;
    return { ...expected, note: [expected.note, unknown].filter(Boolean).join(' ') };
  }
}

function repositoryOn(server: Omit<RepositoryOptions, 'name'>, name: string): Repository {
  const repository = Repository.at({ ...server, name });
  if (repository !== undefined) return repository;
  throw new UserError('INPUT_INVALID', `${name} is not the name of a repository.`, {
    hint: 'Set --repository to OWNER/REPO.',
  });
}

/** Settings, or the UserError of a refusal: a token may do what is needed, and not read them. */
function orRefused(settings: Promise<Json | undefined>): Promise<Json | UserError | undefined> {
  return settings.catch((error: unknown) => {
    const cause = error instanceof UserError ? error.cause : undefined;
    if (error instanceof UserError && cause instanceof GitHubError && cause.status === 403 && !cause.isLimited)
      return error;
    throw error;
  });
}

/**
 * The JSON of an answer; undefined if GitHub says that there is none. What a refusal, a fault or a limit keeps GitHub from showing is not
 * missing.
 *
 * @param hides whether a 404 is a refusal all the same
 */
async function shown(
  github: GitHub,
  answering: Promise<GitHubAnswer>,
  hides: (error: GitHubError) => boolean = () => false,
): Promise<Json | undefined> {
  const answer = await answered(github, answering);
  if (answer.status === 200) return answer.json;
  const error = new GitHubError(answer);
  if (error.status === 404 && !hides(error)) return undefined;
  throw rejected(error);
}

function answered(github: GitHub, answering: Promise<GitHubAnswer>): Promise<GitHubAnswer> {
  return answering.catch((error: unknown) => {
    throw setupError(error, github);
  });
}

/** The UserError `SETUP_GITHUB` for an error of the API; any other error as it is. */
export function setupError(error: unknown, { host }: GitHub): unknown {
  if (error instanceof GitHubError) return rejected(error);
  if (!(error instanceof GitHubUnreachable)) return error;
  return new UserError('SETUP_GITHUB', `GitHub could not be reached at ${host} (${printable(error.message)}).`, {
    hint: 'Check the network and HTTPS_PROXY, and run the command again: it goes on where it stopped.',
    cause: error,
  });
}

function rejected(error: GitHubError): UserError {
  const text = printable(error.reason);
  return new UserError(
    'SETUP_GITHUB',
    `GitHub rejects ${error.request} (HTTP ${error.status}${text === '' ? '' : `: ${text}`}).`,
    { hint: hintOf(error), cause: error },
  );
}

/** A classic token without the scope `repo` sees no private repository: GitHub answers as if there were none. */
function lacksRepoScope({ scopes }: GitHubError): boolean {
  return scopes !== undefined && !scopes.includes('repo');
}

/** What to do about a refusal. For another server than github.com, gh takes --hostname. */
function hintOf(error: GitHubError): string {
  if (error.isLimited || error.status >= 500) return 'Run the command again later: it goes on where it stopped.';
  if (error.singleSignOn !== undefined || /\bSAML\b/.test(error.reason)) {
    const page = error.singleSignOn === undefined ? '' : `Open ${error.singleSignOn.href} and authorize the token. `;
    return `${page}The organization requires single sign-on: run "gh auth refresh", and authorize gh for the organization.`;
  }
  if (lacksRepoScope(error)) {
    const scopes = error.scopes?.join(', ') ?? '';
    return `The token has ${scopes === '' ? 'no scope' : `only the scopes ${scopes}`}: run "gh auth refresh -s repo", or set GH_TOKEN to a token with the scope repo.`;
  }
  return (
    'Sign in with an account that administers the repository: gh auth login, or a token in GH_TOKEN (classic: repo; fine-grained: ' +
    'Variables write, Actions read; for an environment Administration write).'
  );
}
