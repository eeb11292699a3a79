import { githubError, type GithubAnswer } from './repository-settings.ts';

/** Who sends a request: the token of a run, the account that sets up, or nobody. */
export type Caller = 'run' | 'account' | 'anonymous';

/** Requests in an hour. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const QUOTAS: Readonly<Record<Caller, number>> = { run: 1_000, account: 5_000, anonymous: 60 };
const HOUR_MS = 3_600_000;

/** Limits of requests that differ from GitHub's. */
export interface GithubLimitFaults {
  /** Requests in an hour, of each caller. */
  readonly quota?: number;
  /** So many of the next requests exceed a secondary limit. `retryAfter`: in seconds. */
  readonly secondary?: { readonly requests: number; readonly retryAfter: number };
}

/** Counts requests, and refuses those beyond a limit. */
export class GithubLimits {
  readonly #clock: () => number;
  readonly #used = new Map<Caller, { count: number; readonly until: number }>();
  #secondary: GithubLimitFaults['secondary'];
  #refusedSecondary = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Counts a request. Returns the headers of its response, and the response if it exceeds a limit. */
  take(
    caller: Caller,
    { quota = QUOTAS[caller], secondary }: GithubLimitFaults,
  ): { readonly headers: Readonly<Record<string, string>>; readonly refusal: GithubAnswer | undefined } {
    const now = this.#clock();
    const past = this.#used.get(caller);
    const window = past === undefined || past.until <= now ? { count: 0, until: now + HOUR_MS } : past;
    this.#used.set(caller, window);
    window.count += 1;
    const headers = {
      'X-RateLimit-Limit': String(quota),
      'X-RateLimit-Remaining': String(Math.max(0, quota - window.count)),
      'X-RateLimit-Used': String(Math.min(quota, window.count)),
      'X-RateLimit-Reset': String(Math.ceil(window.until / 1000)),
      'X-RateLimit-Resource': 'core',
    };
    if (window.count > quota) return { headers, refusal: githubError(403, `API rate limit exceeded for ${caller}.`) };
    if (this.#secondary !== secondary) [this.#secondary, this.#refusedSecondary] = [secondary, 0];
    if (secondary === undefined || this.#refusedSecondary >= secondary.requests) return { headers, refusal: undefined };
    this.#refusedSecondary += 1;
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    return {
      headers: { ...headers, 'Retry-After': String(secondary.retryAfter) },
      refusal: githubError(403, message),
    };
  }
}
