import { request, type Dispatcher } from 'undici';
import { printable, redacted } from '../auth/redact.ts';
import {
  expectedSubjects,
  GITHUB,
  isEnterpriseServer,
  parsedRepository,
  type ExpectedSubjects,
  type GitHubJob,
  type RepositoryName,
} from '../auth/github-subject.ts';
import { describeError, UserError } from '../errors.ts';
import { firstValue } from '../http/headers.ts';
import type { Environment } from '../http/proxy.ts';
import { isConfidential } from '../http/secure-url.ts';
import { jsonOrUndefined, property, textIn, type Json } from '../json.ts';
import { outputOf } from './other-program.ts';

/** As `gh --repo` takes it. */
export function repositoryText({ name: { host, path } }: { readonly name: RepositoryName }): string {
  return host === GITHUB ? path : `${host}/${path}`;
}

/** The repository that the remote `origin` of a folder names; undefined if there is none. */
export async function repositoryOfRemote(folder: string, env: Environment): Promise<RepositoryName | undefined> {
  const url = await outputOf('git', ['-C', folder, 'remote', 'get-url', 'origin'], env);
  const [, host, path] =
    /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/:]+@)([a-z0-9.-]+)(?::\d+(?=\/))?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(
      url ?? '',
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

interface Answer {
  readonly status: number;
  readonly json: Json | undefined;
  /** Of a redirect that was not followed. */
  readonly location: URL | undefined;
}

/** A repository of GitHub, as its API shows it. */
export class GitHubRepository {
  /** In GitHub's spelling, if it shows the repository. */
  readonly name: RepositoryName;
  /** `GET /repos/{owner}/{repo}`; undefined if GitHub does not show it. */
  readonly about: Json | undefined;
  readonly #api: GitHubApi;

  private constructor(name: RepositoryName, about: Json | undefined, api: GitHubApi) {
    this.name = name;
    this.about = about;
    this.#api = api;
  }

  /** Asks GitHub for a repository. `token`: '' if there is none. Rejects with the UserError `SETUP_GITHUB`. */
  static async open(
    name: RepositoryName,
    token: string,
    env: Environment,
    dispatcher: Dispatcher,
  ): Promise<GitHubRepository> {
    const api = new GitHubApi(apiUrl(name.host, env), token, dispatcher);
    const about = await api.get(`/repos/${name.path}`);
    const { path = name.path } = parsedRepository(textIn(about, 'full_name')) ?? {};
    return new GitHubRepository({ host: name.host, path }, about, api);
  }

  get hasToken(): boolean {
    return this.#api.hasToken;
  }

  /** Such as `https://github.com/contoso/mailboxes`. */
  get webUrl(): string {
    return `https://${this.name.host}/${this.name.path}`;
  }

  /** GETs a path below the repository; undefined if GitHub does not show it. Rejects with the UserError `SETUP_GITHUB`. */
  get(path: string): Promise<Json | undefined> {
    return this.#api.get(`/repos/${this.name.path}${path}`);
  }

  /** The signed URL that GitHub redirects a GET below the repository to; undefined if there is none. Rejects with the UserError `SETUP_GITHUB`. */
  redirect(path: string): Promise<URL | undefined> {
    return this.#api.redirect(`/repos/${this.name.path}${path}`);
  }

  /** Sends a write below the repository. Rejects with the UserError `SETUP_GITHUB` unless it succeeds; a DELETE of what is gone does. */
  write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: Json): Promise<void> {
    return this.#api.write(method, `/repos/${this.name.path}${path}`, body);
  }

  /** What the OIDC tokens of its jobs have as subject. Rejects with the UserErrors `SUBJECT_UNKNOWN` and `SETUP_GITHUB`. */
  async subjects(job: Omit<GitHubJob, 'host' | 'repository'>): Promise<ExpectedSubjects> {
    const { host, path } = this.name;
    const customization = this.hasToken ? await this.get('/actions/oidc/customization/sub') : undefined;
    const followsOrganization =
      property(customization, 'use_default') === false && property(customization, 'include_claim_keys') === undefined;
    const owner = path.split('/')[0] ?? '';
    const organization = followsOrganization
      ? await this.#api.get(`/orgs/${owner}/actions/oidc/customization/sub`)
      : undefined;
    return expectedSubjects(
      { host, repository: path, ...job },
      { repository: this.about, customization, organization },
    );
  }
}

/** The API of a server. The token is sent to its origin only. */
class GitHubApi {
  readonly #url: string;
  readonly #token: string;
  readonly #dispatcher: Dispatcher;

  constructor(url: string, token: string, dispatcher: Dispatcher) {
    this.#url = url;
    this.#token = token;
    this.#dispatcher = dispatcher;
  }

  get hasToken(): boolean {
    return this.#token !== '';
  }

  async get(path: string): Promise<Json | undefined> {
    const { status, json } = await this.#send('GET', path);
    if (status === 200) return json;
    if (status === 401) throw this.#failed('GET', path, { status, json });
    return undefined;
  }

  /** Undefined unless the URL is as secure as the API's. */
  async redirect(path: string): Promise<URL | undefined> {
    const answer = await this.#send('GET', path);
    if (answer.status === 401) throw this.#failed('GET', path, answer);
    const { location } = answer;
    return location !== undefined && isConfidential(location) ? location : undefined;
  }

  async write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: Json): Promise<void> {
    const answer = await this.#send(method, path, body);
    const isGone = method === 'DELETE' && answer.status === 404;
    if (isGone || (answer.status >= 200 && answer.status < 300)) return;
    throw this.#failed(method, path, answer);
  }

  async #send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: Json): Promise<Answer> {
    let url = `${this.#url}${path}`;
    try {
      // A renamed repository redirects once, to its number. The token stays at the origin.
      for (let redirects = 0; ; redirects++) {
        const response = await request(url, {
          dispatcher: this.#dispatcher,
          method,
          headers: {
            ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            accept: 'application/vnd.github+json',
            'user-agent': 'mailbox-report',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const json = jsonOrUndefined(redacted(await response.body.text(), [this.#token]));
        const location = URL.parse(firstValue(response.headers.location) ?? '', url) ?? undefined;
        const { statusCode: status } = response;
        const isRenamed = [301, 307, 308].includes(status) && redirects === 0;
        if (!isRenamed || location?.origin !== new URL(url).origin) return { status, json, location };
        url = location.href;
      }
    } catch (cause) {
      const message = `GitHub could not be reached at ${new URL(url).host} (${printable(describeError(cause))}).`;
      throw new UserError('SETUP_GITHUB', message, {
        hint: 'Check the network and HTTPS_PROXY, and run the command again: it goes on where it stopped.',
        cause,
      });
    }
  }

  #failed(method: string, path: string, { status, json }: Omit<Answer, 'location'>): UserError {
    const text = printable(textIn(json, 'message'));
    return new UserError(
      'SETUP_GITHUB',
      `GitHub rejects ${method} ${path} (HTTP ${status}${text === '' ? '' : `: ${text}`}).`,
      {
        hint:
          'Sign in with an account that administers the repository: gh auth login, or a token in GH_TOKEN (classic: repo; fine-grained: ' +
          'Variables write, Actions read).',
      },
    );
  }
}
