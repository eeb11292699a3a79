import type { EpochMs } from '../text/numbers.ts';
import type { AccessToken } from './access-token.ts';

/** Gets tokens, each a new one if there is one. */
export interface TokenRequester {
  /**
   * @param claims the JSON of a claims challenge.
   * @throws UserError, and the signal's reason
   */
  send(claims?: string): Promise<AccessToken>;
}

/** As MSAL. A token with a lifetime of less than twenty minutes is renewed in its last quarter. */
const RENEWAL_MARGIN_MS = 300_000;
const RENEWAL_SHARE = 1 / 4;

interface CachedToken {
  readonly token: AccessToken;
  /** From here on it is renewed in the background. */
  readonly renewAt: EpochMs;
  /** From here on callers wait for the new token: this one may expire during a request. */
  readonly waitAt: EpochMs;
}

/**
 * The access token of a run: requested once for all concurrent callers, and renewed before it expires and after a 401. If
 * a renewal fails while the token is valid, the token stays in use and the renewal is retried later.
 */
export class TokenSource {
  readonly #request: TokenRequester;
  readonly #now: () => EpochMs;
  #cached: CachedToken | undefined;
  #pending: Promise<AccessToken> | undefined;
  /** The earliest time of the next renewal after a failed one. */
  #nextRenewal: EpochMs = 0;

  constructor(request: TokenRequester, now: () => EpochMs) {
    this.#request = request;
    this.#now = now;
  }

  /** A valid token. Throws as the request does. */
  async get(): Promise<AccessToken> {
    const cached = this.#cached;
    const now = this.#now();
    if (cached === undefined || now >= cached.token.expiresAt) return this.#fetch();
    if (now < cached.renewAt || now < this.#nextRenewal) return cached.token;
    const renewal = this.#fetch();
    if (now < cached.waitAt) {
      // If it fails, the next call after the token has expired requests another.
      renewal.catch(() => undefined);
      return cached.token;
    }
    try {
      return await renewal;
    } catch (error) {
      if (this.#now() < cached.token.expiresAt) return cached.token;
      throw error;
    }
  }

  /**
   * A token after Graph responded 401 to `rejected`: the current one if it is newer, else a new one, requested once for
   * all concurrent callers.
   * @param claims the JSON of a claims challenge, without which Graph rejects the new token too.
   */
  async renew(rejected: AccessToken, claims?: string): Promise<AccessToken> {
    if (this.#cached?.token.value === rejected.value) {
      this.#cached = undefined;
    } else if (this.#cached !== undefined) {
      return this.get();
    }
    return this.#fetch(claims);
  }

  #fetch(claims?: string): Promise<AccessToken> {
    this.#pending ??= this.#fetchOnce(claims).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchOnce(claims: string | undefined): Promise<AccessToken> {
    try {
      const sentAt = this.#now();
      const token = await this.#request.send(claims);
      const margin = Math.min(RENEWAL_MARGIN_MS, (token.expiresAt - sentAt) * RENEWAL_SHARE);
      this.#cached = { token, renewAt: token.expiresAt - margin, waitAt: token.expiresAt - margin / 5 };
      return token;
    } catch (error) {
      const cached = this.#cached;
      if (cached !== undefined) this.#nextRenewal = this.#now() + (cached.token.expiresAt - cached.renewAt) / 10;
      throw error;
    }
  }
}
