import { request as send, type Dispatcher } from 'undici';
import { firstValue, type Headers } from '../http/headers.ts';
import type { Machine } from '../http/machine.ts';
import { claimsChallenge, type AccessToken } from './access-token.ts';
import { Redactor } from './redact.ts';

/** Provides access tokens for a service, such as a `TokenSource`. */
export interface TokenProvider {
  get(): Promise<AccessToken>;
  /** A token other than the rejected one, with the claims that the service demanded, if any. */
  renew(rejected: AccessToken, claims?: string): Promise<AccessToken>;
}

export interface AuthorizedClientOptions extends Pick<Machine, 'newId'> {
  readonly dispatcher: Dispatcher;
  readonly tokens: TokenProvider;
  readonly signal: AbortSignal;
}

/** A request to the service that the tokens are for. */
export interface AuthorizedRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A function if the body has the token too, such as that of a batch whose items carry it. */
  readonly body?: string | ((token: AccessToken) => string);
  /** Ms until the headers of the response, if they may take longer than the dispatcher allows. */
  readonly headersTimeout?: number;
  /** Whether a rejected token is only replaced, for the next request: this one must not be sent again after a wait. */
  readonly once?: boolean | undefined;
}

/** A complete response of the service, or of a gateway on the way to it. */
interface AuthorizedResponse {
  readonly status: number;
  /** Without tokens. */
  readonly headers: Headers;
  /** As sent: a gateway may echo the token. */
  readonly body: ArrayBuffer;
  /** The id sent with the request: Microsoft's support finds it in their logs. */
  readonly clientRequestId: string;
  /** The token that the request was sent with. */
  readonly token: AccessToken;
}

/**
 * Sends requests with an access token. If the service rejects the token, sends them once more with a new one, which has the
 * claims that the service demands. Redirects are not followed, so the token is sent nowhere else.
 */
export class AuthorizedClient {
  readonly #options: AuthorizedClientOptions;
  readonly #redactor = new Redactor();

  constructor(options: AuthorizedClientOptions) {
    this.#options = options;
  }

  /** Rejects if no complete response arrives (reset, time-out, abort), and with the UserError of the token request. */
  async send({ once = false, ...request }: AuthorizedRequest): Promise<AuthorizedResponse> {
    const { tokens } = this.#options;
    const token = await tokens.get();
    const response = await this.#send(request, token);
    if (response.status !== 401) return response;
    const claims = claimsChallenge(firstValue(response.headers['www-authenticate']));
    const renewed = await tokens.renew(token, claims);
    return once ? response : this.#send(request, renewed);
  }

  /** A text of the service in UTF-8 without tokens: a gateway may echo the request, and many people read rows and errors. */
  redact(bytes: Buffer): string {
    return this.#redactor.redact(bytes);
  }

  async #send({ url, headers, body, ...request }: AuthorizedRequest, token: AccessToken): Promise<AuthorizedResponse> {
    const { dispatcher, signal, newId } = this.#options;
    const clientRequestId = newId();
    this.#redactor.add(token.value);
    try {
      const response = await send(url, {
        ...request,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : body(token) }),
        dispatcher,
        signal,
        headers: { authorization: `Bearer ${token.value}`, ...headers, 'client-request-id': clientRequestId },
      });
      return {
        status: response.statusCode,
        headers: this.#redactor.redactHeaders(response.headers),
        body: await response.body.arrayBuffer(),
        clientRequestId,
        token,
      };
    } catch (cause) {
      // What the request rejects with is about the connection.
      throw signal.aborted ? signal.reason : cause;
    }
  }
}
