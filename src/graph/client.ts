import { randomUUID } from 'node:crypto';
import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { AccessToken } from '../auth/access-token.ts';
import { claimsChallenge } from '../auth/claims-challenge.ts';
import { property, type Json } from '../json.ts';
import { firstValue } from '../http/headers.ts';
import { httpsProxy, noProxy, ProxyConnections } from '../http/proxy.ts';

/** What Graph, or something on the way to it, answered. */
export interface GraphResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The id we sent with the request: Microsoft's support finds it in their logs. */
  readonly clientRequestId: string;
  /** Asks for another token than the one this request went out with. */
  readonly renewToken: () => Promise<void>;
}

/** Gives tokens for Graph, such as a `TokenSource`. */
export interface TokenProvider {
  get(): Promise<AccessToken>;
  /** A token other than the rejected one, bound to the claims that Graph demanded where it did. */
  renew(rejected: AccessToken, claims?: string): Promise<AccessToken>;
}

/** Limits in ms on the parts of one request. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
}

/** Inside Graph a batch of 20 takes about five round trips to mailboxes: it may be slow, and should not be given up early. */
export const TIMEOUTS: Timeouts = { connect: 10_000, headers: 60_000, body: 60_000 };

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The dispatcher for every request of ours. It reads HTTPS_PROXY and NO_PROXY, as self-hosted runners need it; behind a
 * proxy that fails it rejects with a ProxyError. Idle sockets outlive a Retry-After pause, or everything would have to
 * connect anew behind each. HTTP/1.1: over HTTP/2 all requests would share one connection and stop at the server's limit
 * of streams.
 */
export function newDispatcher(
  timeouts: Timeouts = TIMEOUTS,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Dispatcher {
  return new EnvHttpProxyAgent({
    // Plain http is for loopback alone, where no proxy has any business.
    httpProxy: '',
    httpsProxy: httpsProxy(env)?.href ?? '',
    noProxy: noProxy(env),
    clientFactory: (proxy, options) => new ProxyConnections(proxy, options),
    allowH2: false,
    // What is said above does not reach the TLS inside a tunnel.
    requestTls: { allowH2: false },
    connectTimeout: timeouts.connect,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    keepAliveTimeout: 60_000,
    maxResponseSize: MOST_BYTES,
  });
}

export interface GraphClientOptions {
  /** For example `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly dispatcher: Dispatcher;
  readonly tokens: TokenProvider;
  readonly signal: AbortSignal;
}

/** Sends requests to Graph with the token, and once more with a new one where Graph rejects it. */
export class GraphClient {
  readonly #origin: string;
  readonly #prefix: string;
  readonly #dispatcher: Dispatcher;
  readonly #tokens: TokenProvider;
  readonly #signal: AbortSignal;

  constructor({ graphUrl, dispatcher, tokens, signal }: GraphClientOptions) {
    const { origin, pathname } = new URL(graphUrl);
    this.#origin = origin;
    this.#prefix = pathname.replace(/\/$/, '');
    this.#dispatcher = dispatcher;
    this.#tokens = tokens;
    this.#signal = signal;
  }

  /**
   * POSTs JSON to a path such as `/v1.0/$batch`. Rejects where no whole answer came (reset, time-out, abort), and with
   * the token's UserError where Entra gives none. Redirects are answers like any other: the token follows none.
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
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(aborted());
        return;
      }
      let abort = (): void => undefined;
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
            // It may have waited for its connection until after the abort.
            if (signal.aborted) {
              controller.abort(aborted());
              return;
            }
            abort = () => {
              controller.abort(aborted());
            };
            signal.addEventListener('abort', abort, { once: true });
          },
          onResponseStart(_controller, statusCode, responseHeaders) {
            status = statusCode;
            headers = responseHeaders;
          },
          onResponseData(_controller, chunk) {
            chunks.push(chunk);
          },
          onResponseEnd: () => {
            signal.removeEventListener('abort', abort);
            resolve({
              status,
              headers,
              // What stands in its way may echo what it was sent, and rows and errors are read by many.
              text: joined(chunks).replaceAll(token.value, '***'),
              clientRequestId,
              renewToken: async () => {
                await this.#tokens.renew(token);
              },
            });
          },
          onResponseError(_controller, error) {
            signal.removeEventListener('abort', abort);
            reject(error);
          },
        },
      );
    });
  }
}

function joined(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8');
}

function aborted(): Error {
  return new Error('the run was cancelled');
}

/** Graph's `{"error":{"code","message"}}` as `code: message`, or undefined where a body holds none. */
export function graphError(body: Json | undefined): { readonly code: string; readonly message: string } | undefined {
  const error = property(body, 'error');
  const code = property(error, 'code');
  const message = property(error, 'message');
  if (typeof code !== 'string' && typeof message !== 'string') return undefined;
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
