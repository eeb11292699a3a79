import { type Dispatcher, request } from 'undici';
import { firstValue } from '../http/headers.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { type AccessToken, appRoles, unverifiedClaims } from './access-token.ts';
import { attempt, type Failure, type Sleep } from './retry.ts';
import { asksAgain, entraError, parseEntraError } from './entra-errors.ts';
import { notEntra, unreachable } from './entra-unreachable.ts';
import { readBounded, withoutEcho } from './redact.ts';
import { isRecord, jsonOrUndefined } from '../json.ts';

export interface TokenRequestOptions {
  /** GUID or verified domain. */
  readonly tenantId: string;
  /** GUID of the application. */
  readonly clientId: string;
  /** Origin of Entra, such as `https://login.microsoftonline.com`. */
  readonly authorityHost: URL | string;
  /** Origin of Graph; the token is asked for its `/.default` scope. */
  readonly graphUrl: URL | string;
  /** Makes a fresh client assertion for the token endpoint given. Called once an attempt. */
  readonly assertion: (audience: string) => Promise<string>;
  readonly dispatcher: Dispatcher;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Called with every assertion and token before it is used. */
  readonly mask: (secret: string) => void;
  /** Ends a request in flight and a wait between attempts. */
  readonly signal?: AbortSignal;
  /** How to wait between attempts; a timer unless a test says otherwise. */
  readonly sleep?: Sleep;
  /** SHA-1 of the certificate that signs, for the message when Entra does not know it. */
  readonly thumbprint?: string;
  /** Its end, for the command that registers it. */
  readonly notAfter?: Date;
}

const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 300_000;
const TIMEOUT_MS = 30_000;

/** One question to the token endpoint, asked again while an answer can still be hoped for. */
export class TokenRequest {
  readonly #options: TokenRequestOptions;
  readonly #endpoint: string;
  readonly #scope: string;

  constructor(options: TokenRequestOptions) {
    this.#options = options;
    this.#endpoint = `${withoutSlash(options.authorityHost)}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`;
    this.#scope = `${withoutSlash(options.graphUrl)}/.default`;
  }

  /**
   * Throws UserError: Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`; whatever `assertion` throws;
   * and the signal's reason.
   */
  async send(claims?: string): Promise<AccessToken> {
    const { sleep, signal } = this.#options;
    return attempt(() => this.#ask(claims), { attempts: ATTEMPTS, longestWaitMs: LONGEST_WAIT_MS, sleep, signal });
  }

  async #ask(claims: string | undefined): Promise<AccessToken | Failure> {
    const { clientId, now, mask, signal, dispatcher } = this.#options;
    const assertion = await this.#options.assertion(this.#endpoint);
    mask(assertion);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: this.#scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...(claims === undefined ? {} : { claims }),
    });
    const asked = now();
    let response: Dispatcher.ResponseData;
    let text: string;
    try {
      response = await request(this.#endpoint, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
        signal: signal ?? null,
      });
      text = await readBounded(response.body);
    } catch (cause) {
      signal?.throwIfAborted();
      return { ...unreachable(this.#endpoint, cause), retryAfterMs: undefined };
    }
    const { statusCode, headers } = response;
    const json = jsonOrUndefined(text);
    if (statusCode === 200) {
      const token = accessToken(json, asked);
      if (token !== undefined) {
        mask(token.value);
        return token;
      }
    }
    const retryAfter = retryAfterMs(firstValue(headers['retry-after']), now());
    const busy = statusCode === 429 || statusCode >= 500;
    const body = statusCode === 200 ? undefined : parseEntraError(json, assertion);
    if (body === undefined) {
      const error = notEntra(this.#endpoint, {
        status: statusCode,
        // Whoever answers may echo what it was sent.
        contentType: withoutEcho(firstValue(headers['content-type']) ?? '', assertion),
        location: withoutEcho(firstValue(headers.location) ?? '', assertion),
        text: statusCode === 200 && !isPage(text) ? '' : withoutEcho(text, assertion),
      });
      return { error, transient: busy, retryAfterMs: retryAfter };
    }
    const { tenantId, authorityHost, graphUrl, thumbprint, notAfter } = this.#options;
    const error = entraError(body, {
      tenantId,
      clientId,
      authorityHost: withoutSlash(authorityHost),
      graphUrl: withoutSlash(graphUrl),
      thumbprint,
      notAfter,
      sent: unverifiedClaims(assertion),
    });
    const again = asksAgain(body) ?? (busy ? 'soon' : 'never');
    return { error, transient: again !== 'never', spreading: again === 'spreading', retryAfterMs: retryAfter };
  }
}

/** Whether a text is a page for people: anything else that comes in place of a token may still hold one. */
function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

function accessToken(json: unknown, asked: number): AccessToken | undefined {
  if (!isRecord(json)) return undefined;
  const value = json.access_token;
  // Entra's older endpoints write the lifetime as a string.
  const seconds = Number(json.expires_in);
  if (typeof value !== 'string' || value === '' || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return { value, expiresAt: asked + seconds * 1000, roles: appRoles(value) };
}

function withoutSlash(url: URL | string): string {
  return String(url).replace(/\/+$/, '');
}
