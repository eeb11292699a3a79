import { isRecord } from '../json.ts';
import { type AccessToken, appRoles, unverifiedClaims } from './access-token.ts';
import { entraError, parseEntraError, retryOf } from './entra-errors.ts';
import type { EntraContext } from './entra-explanations.ts';
import { notEntra, unreachable } from './entra-unreachable.ts';
import { Redactor } from './redact.ts';
import type { TokenRequester } from './token.ts';
import { Failure, type HttpRequest, type HttpResponse, type RequestOptions, requestWithRetry } from './retry.ts';

export interface TokenRequestOptions extends RequestOptions {
  /** GUID or verified domain. */
  readonly tenantId: string;
  /** GUID of the application. */
  readonly clientId: string;
  /** Origin of Entra, such as `https://login.microsoftonline.com`. */
  readonly authorityHost: URL | string;
  /** Origin of Graph, whose `/.default` scope is requested. */
  readonly graphUrl: URL | string;
  /** Origin of Exchange Online: if it is given, its `/.default` scope is requested instead. */
  readonly exchangeScope?: URL | string | undefined;
  /** Makes a new client assertion for a token endpoint. Called once for each attempt. */
  readonly assertion: (audience: string) => Promise<string>;
  /** Called with every assertion and token before it is used. */
  readonly mask: (secret: string) => void;
  /** SHA-1 of the certificate that signs the assertions, for error messages. */
  readonly thumbprint?: string;
  /** The end of that certificate, for the command that registers it. */
  readonly notAfter?: Date;
}

const ATTEMPTS = 5;
const MAX_PAUSE_MS = 300_000;
const TIMEOUT_MS = 30_000;

/** Requests tokens by the client credentials grant with an assertion: RFC 7523, section 2.2. */
export class TokenRequest implements TokenRequester {
  readonly #options: TokenRequestOptions;
  readonly #endpoint: string;
  readonly #context: EntraContext;
  readonly #redactor = new Redactor();

  constructor(options: TokenRequestOptions) {
    const { tenantId, clientId, thumbprint, notAfter } = options;
    const authorityHost = withoutSlash(options.authorityHost);
    this.#options = options;
    this.#context = {
      tenantId,
      clientId,
      authorityHost,
      graphUrl: withoutSlash(options.graphUrl),
      exchangeScope: options.exchangeScope === undefined ? undefined : withoutSlash(options.exchangeScope),
      thumbprint,
      notAfter,
    };
    this.#endpoint = `${authorityHost}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  }

  /**
   * @param claims the JSON of a claims challenge.
   * @throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`; whatever `assertion`
   * throws; the signal's reason.
   */
  async send(claims?: string): Promise<AccessToken> {
    const { now } = this.#options;
    let assertion = '';
    let sentAt = 0;
    return requestWithRetry<AccessToken>(
      {
        request: async () => {
          assertion = await this.#options.assertion(this.#endpoint);
          this.#keepSecret(assertion);
          sentAt = now();
          return this.#request(assertion, claims);
        },
        read: (response) => this.#read(response, assertion, sentAt),
        unreachable: (cause) => {
          const { error, isTransient } = unreachable(this.#endpoint, cause);
          return new Failure(error, isTransient ? 'soon' : 'never');
        },
        redactor: this.#redactor,
        attempts: ATTEMPTS,
        maxPauseMs: MAX_PAUSE_MS,
        timeoutMs: TIMEOUT_MS,
      },
      this.#options,
    );
  }

  #request(assertion: string, claims: string | undefined): HttpRequest {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.#options.clientId,
      scope: `${this.#context.exchangeScope ?? this.#context.graphUrl}/.default`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...(claims === undefined ? {} : { claims }),
    });
    return {
      url: this.#endpoint,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    };
  }

  #read(response: HttpResponse, assertion: string, sentAt: number): AccessToken | Failure {
    const { status, json, isBusy } = response;
    if (status === 200) {
      const token = accessToken(json, sentAt);
      if (token !== undefined) {
        this.#keepSecret(token.value);
        return token;
      }
    }
    const body = status === 200 ? undefined : parseEntraError(json);
    if (body === undefined) {
      return new Failure(notEntra(this.#endpoint, response), isBusy ? 'soon' : 'never');
    }
    const error = entraError(body, { ...this.#context, sent: unverifiedClaims(assertion) });
    return new Failure(error, retryOf(body) ?? (isBusy ? 'soon' : 'never'));
  }

  #keepSecret(secret: string): void {
    this.#redactor.add(secret);
    this.#options.mask(secret);
  }
}

function accessToken(json: unknown, sentAt: number): AccessToken | undefined {
  if (!isRecord(json)) return undefined;
  const value = json.access_token;
  // Entra's older endpoints write the lifetime as a string.
  const seconds = Number(json.expires_in);
  if (typeof value !== 'string' || value === '' || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return { value, expiresAt: sentAt + seconds * 1000, roles: appRoles(value) };
}

function withoutSlash(url: URL | string): string {
  return String(url).replace(/\/+$/, '');
}
