import type { RetryRule } from '../http/retrying.ts';
import { isRecord } from '../json.ts';
import { type AccessToken, appRoles, unverifiedClaims } from './access-token.ts';
import { entraError, parseEntraError, retryOf } from './entra-errors.ts';
import type { EntraContext } from './entra-explanations.ts';
import { notEntra, unreachable } from './entra-unreachable.ts';
import { Redactor } from './redact.ts';
import type { TokenRequester } from './token-source.ts';
import { Failure, type HttpRequest, type HttpResponse, type RequestOptions, requestWithRetry } from './retry.ts';

export interface TokenRequestOptions extends RequestOptions, Omit<EntraContext, 'sent'> {
  /** Makes a new client assertion for a token endpoint. Called once for each attempt. */
  readonly assertion: (audience: string) => Promise<string>;
}

const SOON: RetryRule = { first: 500, longest: 300_000, attempts: 5, maxWait: 300_000 };
const TIMEOUT_MS = 30_000;

/** Requests tokens by the client credentials grant with an assertion: RFC 7523, section 2.2. */
export class TokenRequest implements TokenRequester {
  readonly #options: TokenRequestOptions;
  readonly #endpoint: string;
  readonly #redactor = new Redactor();

  constructor(options: TokenRequestOptions) {
    this.#options = options;
    this.#endpoint = `${options.authorityHost}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`;
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
        soon: SOON,
        timeoutMs: TIMEOUT_MS,
      },
      this.#options,
    );
  }

  #request(assertion: string, claims: string | undefined): HttpRequest {
    const { clientId, graphUrl, exchangeScope = graphUrl } = this.#options;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: `${exchangeScope}/.default`,
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
      // Something on the way may have answered in place of Entra ID.
      return new Failure(notEntra(this.#endpoint, response), isBusy ? 'soon' : 'once');
    }
    const error = entraError(body, { ...this.#options, sent: unverifiedClaims(assertion) });
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
