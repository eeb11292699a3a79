import { request as send, type Dispatcher } from 'undici';
import { excerpt, Redactor } from '../auth/redact.ts';
import { describeError } from '../errors.ts';
import { firstValue, retryAfterMs, serverTime, type Headers } from '../http/headers.ts';
import { retrying, type Attempt, type RetryClock, type RetryRule } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import { jsonOrUndefined, property, textIn, type Json } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';

/** Of requests that a fault of the server, a limit or the network has stopped. */
const RETRY: RetryRule = { first: 1_000, longest: 4_000, attempts: 3, maxWait: 60_000 };
/** Items of a page: the most that GitHub returns. */
const PAGE_SIZE = 100;
const NEXT_PAGE = /<([^<>]*)>\s*;[^,<]*\brel="?next\b/i;

/** A server, and how requests reach it. */
export interface GitHubOptions extends RetryClock {
  /** The URL of the API: `https://api.github.com`, `https://api.SUBDOMAIN.ghe.com` or `https://HOST/api/v3`. */
  readonly url: string;
  /** Sent to the origin of the URL alone. Undefined: requests are anonymous. */
  readonly token: string | undefined;
  readonly dispatcher: Dispatcher;
}

export interface GitHubRequest {
  /** `GET` if not given. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: Json;
  /** The media type of the response: JSON if not given. */
  readonly accept?: string;
  /** Whether no answer is waited for again: the caller has another way, or examines the answer as it is. */
  readonly once?: boolean;
}

/** A complete response, whatever its status, without the token. */
export interface GitHubAnswer {
  /** Such as `GET /repos/contoso/mailboxes`. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined if the text is not JSON. */
  readonly json: Json | undefined;
  /** Of a redirect that was not followed. */
  readonly location: URL | undefined;
}

/** GitHub answers a request with an error. The message is the one of GitHub, with the page that explains it. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  /** Such as `GET /repos/contoso/mailboxes`. */
  readonly request: string;
  readonly status: number;
  /** What GitHub says about it; '' if it says nothing. */
  readonly reason: string;
  /** Whether a limit of requests is reached, which has the status of a missing permission too. */
  readonly isLimited: boolean;
  /** The page that authorizes the token for an organization with SAML single sign-on; undefined if that is not the reason. */
  readonly singleSignOn: URL | undefined;
  /** Of a classic token; undefined if GitHub does not say, as of a fine-grained one. */
  readonly scopes: readonly string[] | undefined;

  constructor(answer: GitHubAnswer) {
    const { request, status, json, text } = answer;
    const reason = textIn(json, 'message') || excerpt(text);
    const parts = [reason === '' ? `HTTP ${status}` : reason, textIn(json, 'documentation_url')];
    super(parts.filter((part) => part !== '').join(' - '));
    this.request = request;
    this.status = status;
    this.reason = reason;
    this.isLimited = isLimited(answer);
    this.singleSignOn = singleSignOnIn(answer.headers);
    this.scopes = firstValue(answer.headers['x-oauth-scopes'])
      ?.split(',')
      .map((scope) => scope.trim());
  }
}

/** No complete response arrived. The message has the reason. */
export class GitHubUnreachable extends Error {
  override readonly name = 'GitHubUnreachable';

  constructor(cause: unknown) {
    super(describeError(cause));
  }
}

/** The REST API of a server. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
export class GitHub {
  readonly #options: GitHubOptions;
  readonly #origin: string;
  readonly #redactor = new Redactor();

  private constructor(options: GitHubOptions, { origin }: URL) {
    this.#options = options;
    this.#origin = origin;
    this.#redactor.add(options.token ?? '');
  }

  /** Undefined unless the URL may receive a token. */
  static at(options: GitHubOptions): GitHub | undefined {
    const url = URL.parse(options.url);
    if (url === null || !isConfidential(url)) return undefined;
    return new GitHub({ ...options, url: options.url.replace(/\/$/, '') }, url);
  }

  get hasToken(): boolean {
    return this.#options.token !== undefined;
  }

  /** Such as `api.github.com`. */
  get host(): string {
    return new URL(this.#origin).host;
  }

  /** How requests reach the server: a download that it redirects to goes the same way. */
  get network(): Omit<GitHubOptions, 'url' | 'token'> {
    return this.#options;
  }

  /**
   * Sends a request to a path of the API, again after a limit of requests, a fault of the server and a failure of the network. A POST, which
   * may have been done, is sent again only after a limit. Rejects with a GitHubUnreachable, and with the signal's reason.
   */
  async send(path: string, request: GitHubRequest = {}): Promise<GitHubAnswer> {
    return this.#sendTo(new URL(this.#options.url + path), request);
  }

  /** GETs JSON. Rejects with a GitHubError unless the status is 200, and as `send` does. */
  async get(path: string): Promise<Json> {
    return contentOf(await this.send(path));
  }

  /**
   * The items of a listing, page by page. Rejects with a GitHubError, as `send` does, and if a page is not what it should be: without the
   * list, or with a link to another origin.
   *
   * @param member the name of the list in a page
   * @param most pages that are read
   */
  async *pages(path: string, member: string, most: number): AsyncGenerator<readonly Json[], void> {
    let url = new URL(this.#options.url + path);
    url.searchParams.set('per_page', String(PAGE_SIZE));
    for (let page = 1; page <= most; page += 1) {
      const answer = await this.#sendTo(url, {});
      const items = property(contentOf(answer), member);
      if (!Array.isArray(items)) throw new Error(`the answer has no ${member}`);
      yield items;
      const [, link] = NEXT_PAGE.exec(firstValue(answer.headers.link) ?? '') ?? [];
      if (link === undefined) return;
      url = this.#ownUrl(link, url);
    }
  }

  #ownUrl(link: string, base: URL): URL {
    const url = URL.parse(link, base.href);
    if (url?.origin !== this.#origin) throw new Error('the next page is on another server');
    return url;
  }

  async #sendTo(url: URL, request: GitHubRequest): Promise<GitHubAnswer> {
    const { once = false, method = 'GET' } = request;
    const mayRepeat = method !== 'POST';
    const result = await retrying<GitHubAnswer | GitHubUnreachable>(async () => {
      let answer: GitHubAnswer;
      try {
        answer = await this.#follow(url, request);
      } catch (error) {
        this.#options.signal?.throwIfAborted();
        return attempt(new GitHubUnreachable(error), !once && mayRepeat);
      }
      if (isLimited(answer)) return attempt(answer, !once, waitOf(answer, this.#options.now()));
      return attempt(answer, !once && mayRepeat && answer.status >= 500, waitOf(answer, this.#options.now()));
    }, this.#options);
    if (result instanceof GitHubUnreachable) throw result;
    return result;
  }

  /** Follows one redirect at the origin: a renamed repository has one to its number. */
  async #follow(url: URL, request: GitHubRequest): Promise<GitHubAnswer> {
    const answer = await this.#sendOnce(url, request);
    const { status, location } = answer;
    if (![301, 307, 308].includes(status) || location?.origin !== this.#origin) return answer;
    return this.#sendOnce(location, request);
  }

  async #sendOnce(
    url: URL,
    { method = 'GET', body, accept = 'application/vnd.github+json' }: GitHubRequest,
  ): Promise<GitHubAnswer> {
    const { token, dispatcher, signal } = this.#options;
    const headers: Record<string, string> = { accept, 'user-agent': 'mailbox-report' };
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await send(url, {
      dispatcher,
      signal: signal ?? null,
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const location = firstValue(response.headers.location);
    const text = this.#redactor.redact(await response.body.text());
    return {
      request: `${method} ${url.href.replace(this.#options.url, '')}`,
      status: response.statusCode,
      headers: response.headers,
      text,
      json: jsonOrUndefined(text),
      location: location === undefined ? undefined : (URL.parse(location, url.href) ?? undefined),
    };
  }
}

function attempt<T>(result: T, retries: boolean, retryAfter?: number): Attempt<T> {
  return { result, retry: retries ? { rule: RETRY, retryAfter } : undefined };
}

/** Rejects other answers than 200 with JSON. */
function contentOf(answer: GitHubAnswer): Json {
  if (answer.status !== 200) throw new GitHubError(answer);
  if (answer.json === undefined) throw new Error('the answer is not JSON');
  return answer.json;
}

/** https://docs.github.com/enterprise-cloud@latest/rest/overview/authenticating-to-the-rest-api#authenticating-with-saml-sso */
function singleSignOnIn(headers: Headers): URL | undefined {
  const [, url = ''] = /^required;\s*url=(\S+)$/i.exec(firstValue(headers['x-github-sso']) ?? '') ?? [];
  const page = URL.parse(url);
  return page?.protocol === 'https:' ? page : undefined;
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimited({ status, headers, json }: GitHubAnswer): boolean {
  if (status !== 403) return status === 429;
  return (
    headers['retry-after'] !== undefined ||
    firstValue(headers['x-ratelimit-remaining']) === '0' ||
    /rate limit/i.test(textIn(json, 'message'))
  );
}

/** Ms until the request may be sent again; undefined if GitHub does not say. */
function waitOf({ headers }: GitHubAnswer, present: EpochMs): number | undefined {
  const now = serverTime(headers, present);
  const retryAfter = retryAfterMs(firstValue(headers['retry-after']), now);
  if (retryAfter !== undefined || firstValue(headers['x-ratelimit-remaining']) !== '0') return retryAfter;
  const reset = Number(firstValue(headers['x-ratelimit-reset']));
  return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}
