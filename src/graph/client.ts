import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { type AccessToken, claimsChallenge } from '../auth/access-token.ts';
import { Redactor } from '../auth/redact.ts';
import { firstValue } from '../http/headers.ts';

/** A response of Graph, or of a gateway on the way to it. */
export interface GraphResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The id sent with the request: Microsoft's support finds it in their logs. */
  readonly clientRequestId: string;
  /** Replaces the token that this request was sent with. */
  readonly renewToken: () => Promise<void>;
}

/** Provides access tokens for Graph, such as a `TokenSource`. */
export interface TokenProvider {
  get(): Promise<AccessToken>;
  /** A token other than the rejected one, with the claims that Graph demanded, if any. */
  renew(rejected: AccessToken, claims?: string): Promise<AccessToken>;
}

export interface GraphClientOptions {
  /** For example `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly dispatcher: Dispatcher;
  readonly tokens: TokenProvider;
  readonly signal: AbortSignal;
}

/** Sends requests to Graph with the access token. If Graph rejects the token, sends them once more with a new one. */
export class GraphClient {
  readonly #origin: string;
  readonly #prefix: string;
  readonly #dispatcher: Dispatcher;
  readonly #tokens: TokenProvider;
  readonly #signal: AbortSignal;
  readonly #redactor = new Redactor();
  /**
   * An array, and one listener for all requests. A Set or a listener for each request leaves garbage that refers to newer
   * objects, which V8 then keeps until the next full collection: 166 MB of 5,000 responses instead of 10.
   */
  readonly #inFlight: RequestInFlight[] = [];

  constructor({ graphUrl, dispatcher, tokens, signal }: GraphClientOptions) {
    const { origin, pathname } = new URL(graphUrl);
    this.#origin = origin;
    this.#prefix = pathname.replace(/\/$/, '');
    this.#dispatcher = dispatcher;
    this.#tokens = tokens;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const { controller } of [...this.#inFlight]) controller?.abort(aborted());
    });
  }

  /**
   * POSTs JSON to a path such as `/v1.0/$batch`. Rejects if no complete response arrives (reset, time-out, abort), and
   * with the token's UserError if Entra ID issues none. Redirects are not followed, so the token is sent nowhere else.
   */
  async post(path: string, body: string): Promise<GraphResponse> {
    const token = await this.#tokens.get();
    const response = await this.#send(path, body, token);
    if (response.status !== 401) return response;
    return this.#send(
      path,
      body,
      await this.#tokens.renew(token, claimsChallenge(firstValue(response.headers['www-authenticate']))),
    );
  }

  #send(path: string, body: string, token: AccessToken): Promise<GraphResponse> {
    const signal = this.#signal;
    const clientRequestId = randomUUID();
    this.#redactor.add(token.value);
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(aborted());
        return;
      }
      const request: RequestInFlight = { controller: undefined };
      this.#inFlight.push(request);
      let status = 0;
      let headers: GraphResponse['headers'] = {};
      const chunks: Buffer[] = [];
      this.#dispatcher.dispatch(
        {
          origin: this.#origin,
          path: this.#prefix + path,
          method: 'POST',
          headers: {
            authorization: `Bearer ${token.value}`,
            'content-type': 'application/json',
            accept: 'application/json',
            'client-request-id': clientRequestId,
          },
          body,
        },
        {
          onRequestStart(controller) {
            request.controller = controller;
            // The request may have waited for its connection until after the abort.
            if (signal.aborted) controller.abort(aborted());
          },
          onResponseStart: (_controller, statusCode, responseHeaders) => {
            status = statusCode;
            headers = this.#redactor.redactHeaders(responseHeaders);
          },
          onResponseData(_controller, chunk) {
            chunks.push(chunk);
          },
          onResponseEnd: () => {
            this.#settled(request);
            resolve({
              status,
              headers,
              // A gateway may echo the request, and many people read rows and errors.
              text: this.#redactor.redact(joined(chunks)),
              clientRequestId,
              renewToken: async () => {
                await this.#tokens.renew(token);
              },
            });
          },
          onResponseError: (_controller, error) => {
            this.#settled(request);
            reject(error);
          },
        },
      );
    });
  }

  #settled(request: RequestInFlight): void {
    const at = this.#inFlight.indexOf(request);
    if (at >= 0) this.#inFlight.splice(at, 1);
  }
}

interface RequestInFlight {
  /** Undefined until the request has a connection. */
  controller: Dispatcher.DispatchController | undefined;
}

function joined(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8');
}

function aborted(): Error {
  return new Error('the run was cancelled');
}
