import { EnvHttpProxyAgent, errors, type Dispatcher } from 'undici';
import { thisMachine, type Machine } from './machine.ts';
import { httpsProxy, noProxy, ProxyConnections, requireSecureEnvironment, type Environment } from './proxy.ts';

/** Limits in ms for the parts of one request. */
export interface Timeouts {
  readonly connect: number;
  /** From the request to the response's headers. */
  readonly headers: number;
  /** Between two parts of the response's body. */
  readonly body: number;
  /** From the request to the end of the response, which may arrive in small parts. */
  readonly total: number;
}

/** Graph needs about five round trips to mailboxes for a batch of 20, so slow responses are normal. */
export const TIMEOUTS: Timeouts = { connect: 10_000, headers: 60_000, body: 60_000, total: 180_000 };

/** Of a response that is kept in memory. */
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/**
 * The dispatcher for all HTTP requests. It reads HTTPS_PROXY and NO_PROXY, and rejects with a ProxyError if the proxy
 * fails. Plain http is used for loopback only, so no proxy applies to it.
 *
 * Idle connections are kept for a minute, so that a pause for Retry-After does not close them all. Only HTTP/1.1 is used:
 * with HTTP/2, all requests would share one connection and the server's limit of streams.
 */
export function newDispatcher(
  timeouts: Timeouts = TIMEOUTS,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Dispatcher {
  const agent = new EnvHttpProxyAgent({
    httpProxy: '',
    httpsProxy: httpsProxy(env)?.href ?? '',
    noProxy: noProxy(env),
    clientFactory: (proxy, options) => new ProxyConnections(proxy, options),
    allowH2: false,
    // `allowH2` does not apply to the TLS connection inside a tunnel.
    requestTls: { allowH2: false },
    connectTimeout: timeouts.connect,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    keepAliveTimeout: 60_000,
  });
  return withLimits(agent, timeouts.total, thisMachine().timer);
}

/** A dispatcher with the limits of a whole response: of its time, in ms, and of its size. */
export function withLimits(dispatcher: Dispatcher, total: number, timer: Machine['timer']): Dispatcher {
  return dispatcher.compose(totalTimeout(total, timer), sizeLimit);
}

/**
 * Calls a function with a dispatcher that is destroyed afterwards. Rejects as the function does, and with the UserErrors of
 * `requireSecureEnvironment`.
 */
export async function withDispatcher<T>(env: Environment, use: (dispatcher: Dispatcher) => Promise<T>): Promise<T> {
  requireSecureEnvironment(env);
  const dispatcher = newDispatcher(TIMEOUTS, env);
  try {
    return await use(dispatcher);
  } finally {
    await dispatcher.destroy();
  }
}

/** Aborts responses that are larger than `MAX_RESPONSE_BYTES`, or than `maxBytes` of a request whose response is read as it arrives. */
const sizeLimit: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const most = 'maxBytes' in options && typeof options.maxBytes === 'number' ? options.maxBytes : MAX_RESPONSE_BYTES;
  let received = 0;
  return dispatch(options, {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onRequestUpgrade: (controller, ...upgrade) => handler.onRequestUpgrade?.(controller, ...upgrade),
    onResponseStart: (controller, ...start) => handler.onResponseStart?.(controller, ...start),
    onResponseData(controller, chunk) {
      received += chunk.length;
      if (received > most) controller.abort(new errors.ResponseExceededMaxSizeError());
      else handler.onResponseData?.(controller, chunk);
    },
    onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
    onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
  });
};

class ResponseTimeoutError extends Error {
  override readonly name = 'ResponseTimeoutError';
}

/** Whether a request failed because the response took too long. */
export function isResponseTimeout(error: unknown): boolean {
  const kinds = [ResponseTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];
  return kinds.some((kind) => error instanceof kind);
}

/**
 * Aborts requests whose response is not complete after `ms`, or after the longer time that a request allows for the headers.
 * undici's own limits apply only to the parts of a response.
 */
function totalTimeout(ms: number, start: Machine['timer']): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    let cancel = (): void => undefined;
    return dispatch(options, {
      onRequestStart(controller, context) {
        cancel();
        const limit = Math.max(ms, options.headersTimeout ?? 0);
        cancel = start(limit, () => {
          controller.abort(new ResponseTimeoutError(`The response was not complete after ${limit / 1000} s`));
        });
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade(controller, status, headers, socket) {
        cancel();
        handler.onRequestUpgrade?.(controller, status, headers, socket);
      },
      onResponseStart(controller, status, headers, statusMessage) {
        handler.onResponseStart?.(controller, status, headers, statusMessage);
      },
      onResponseData(controller, chunk) {
        handler.onResponseData?.(controller, chunk);
      },
      onResponseEnd(controller, trailers) {
        cancel();
        handler.onResponseEnd?.(controller, trailers);
      },
      onResponseError(controller, error) {
        cancel();
        handler.onResponseError?.(controller, error);
      },
    });
  };
}
