import type { AccessToken } from './access-token.ts';
import { TokenRequest, type TokenRequestOptions } from './token-request.ts';

export type { AccessToken } from './access-token.ts';

export type TokenSourceOptions = TokenRequestOptions;

/** MSAL renews five minutes early; a token that lives shorter than twenty minutes is renewed in its last quarter. */
const RENEWAL_MARGIN_MS = 300_000;
const RENEWAL_SHARE = 1 / 4;

interface Held {
  readonly token: AccessToken;
  /** From here on it is renewed while it still serves. */
  readonly renewAt: number;
  /** From here on callers wait for the new one: what is left may not outlive a request. */
  readonly waitAt: number;
}

/**
 * The run's access token: asked for once however many callers wait, renewed before it expires and after a 401. A
 * renewal that fails while the token is still valid does no harm: the old one serves and the next is tried later.
 */
export class TokenSource {
  readonly #request: TokenRequest;
  readonly #now: () => number;
  #held: Held | undefined;
  #pending: Promise<AccessToken> | undefined;
  /** After a failed renewal, when to try the next. */
  #nextRenewal = 0;

  constructor(options: TokenSourceOptions) {
    this.#request = new TokenRequest(options);
    this.#now = options.now;
  }

  /**
   * A token that is valid now. Throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or
   * `NOT_ENTRA`, and the reason of the signal once that has aborted.
   */
  async get(): Promise<AccessToken> {
    const held = this.#held;
    const now = this.#now();
    if (held === undefined || now >= held.token.expiresAt) return this.#fetch();
    if (now < held.renewAt || now < this.#nextRenewal) return held.token;
    const renewal = this.#fetch();
    if (now < held.waitAt) {
      // A failure is not lost: whoever asks once the old token has expired asks again and gets it.
      renewal.catch(() => undefined);
      return held.token;
    }
    try {
      return await renewal;
    } catch (error) {
      if (this.#now() < held.token.expiresAt) return held.token;
      throw error;
    }
  }

  /**
   * The token to go on with after Graph answered 401 to `rejected`. Where another has come since, that one; else a new
   * one, asked for once for all who wait.
   * @param claims the JSON of a claims challenge, which Entra must see to issue a token that Graph takes again.
   */
  async renew(rejected: AccessToken, claims?: string): Promise<AccessToken> {
    if (this.#held?.token.value === rejected.value) {
      this.#held = undefined;
    } else if (this.#held !== undefined) {
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
      const asked = this.#now();
      const token = await this.#request.send(claims);
      const margin = Math.min(RENEWAL_MARGIN_MS, (token.expiresAt - asked) * RENEWAL_SHARE);
      this.#held = { token, renewAt: token.expiresAt - margin, waitAt: token.expiresAt - margin / 5 };
      return token;
    } catch (error) {
      const held = this.#held;
      if (held !== undefined) this.#nextRenewal = this.#now() + (held.token.expiresAt - held.renewAt) / 10;
      throw error;
    }
  }
}
