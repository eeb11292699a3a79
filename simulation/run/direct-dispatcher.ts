import type { IncomingHttpHeaders } from 'node:http';
import { Dispatcher, errors } from 'undici';
import type { Timeouts } from '../../src/http/dispatcher.ts';
import { hashed } from '../../tenant/chance.ts';
import type { HttpHandler } from '../../tenant/http.ts';
import type { Listener } from '../../tenant/tenant.ts';
import { DirectResponse, newRequest } from './exchange.ts';
import { askedBy, RetryAfters, type ReceivedResponse } from './retry-after.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A request that arrived at a server. */
export interface ArrivedRequest {
  /** Ms since the simulation began. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** A hash of the body without signatures, which are random. */
  readonly body: number;
}

interface Server {
  readonly handler: HttpHandler;
  readonly onBug: (error: unknown) => void;
}

export interface DirectOptions {
  readonly time: SimulatedTime;
  /** Of headers and bodies; undici has no others. */
  readonly timeouts: Timeouts;
  /** Ms between client and server, for a text that names the request. */
  readonly delay: (text: string) => number;
}

/**
 * Sends requests to handlers in this process, in simulated time and without sockets. Responses arrive as through a connection: a head,
 * chunks that the client can hold up, and an end or a cut. Each request and its response take a time of their own, so that only the
 * simulation decides in which order requests arrive.
 */
export class DirectDispatcher extends Dispatcher {
  readonly requests: ArrivedRequest[] = [];
  readonly retryAfters = new RetryAfters();
  readonly #options: DirectOptions;
  readonly #began: number;
  readonly #servers = new Map<string, Server>();
  /** How often the same request was sent. */
  readonly #sent = new Map<string, number>();

  constructor(options: DirectOptions) {
    super();
    this.#options = options;
    this.#began = options.time.now();
  }

  /** Serves at the next origin. */
  serve(handler: HttpHandler, onBug: (error: unknown) => void): Promise<Listener> {
    const origin = `http://127.0.0.1:${this.#servers.size + 1}`;
    this.#servers.set(origin, { handler, onBug });
    return Promise.resolve({ origin, close: () => Promise.resolve() });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { time, timeouts, delay } = this.#options;
    const origin = String(options.origin ?? '');
    const { method, path } = options;
    const body = bytesOf(options.body);
    const arrival = { method, url: `${origin}${path}`, body: hashOf(path, body) };
    const name = Object.values(arrival).join(' ');
    const count = (this.#sent.get(name) ?? 0) + 1;
    this.#sent.set(name, count);
    const call = new Call(handler, time, {
      headers: options.headersTimeout ?? timeouts.headers,
      body: options.bodyTimeout ?? timeouts.body,
    });
    handler.onRequestStart?.(call, {});
    if (call.isOver) return true;
    call.waitForHead();
    const asked = askedBy(method, arrival.url, body);
    this.retryAfters.sent(asked, time.now());
    time.timer(delay(`${name} ${count}`), () => {
      if (call.isOver) return;
      this.requests.push({ at: time.now() - this.#began, ...arrival });
      const server = this.#servers.get(origin);
      if (server === undefined) {
        call.fail(Object.assign(new Error(`connect ECONNREFUSED ${origin}`), { code: 'ECONNREFUSED' }));
        return;
      }
      const back = delay(`${name} ${count} back`);
      const later = (event: () => void): void => void time.timer(back, event);
      const request = newRequest(method, path, headersOf(options.headers), body);
      const chunks: Buffer[] = [];
      let head: Pick<ReceivedResponse, 'status' | 'headers'> | undefined;
      const response = new DirectResponse(
        request,
        {
          onHead: (status, headers) => {
            head = { status, headers };
            later(() => call.receiveHead(status, headers));
          },
          onChunk: (chunk) => {
            chunks.push(chunk);
            later(() => call.receive({ chunk }));
          },
          onEnd: () =>
            later(() => {
              if (!call.isOver && head !== undefined)
                this.retryAfters.received(asked, { ...head, body: Buffer.concat(chunks) }, time.now());
              call.receive('end');
            }),
          onCut: () => later(() => call.receive('cut')),
        },
        time.now,
      );
      call.onAbort = () => request.socket.destroy();
      server.handler(request, response).catch((error: unknown) => {
        if (!call.isOver) server.onBug(error);
        request.socket.destroy();
      });
    });
    return true;
  }
}

/** Assertions and tokens have signatures. */
function hashOf(path: string, body: Buffer): number {
  return path.endsWith('/token') ? 0 : hashed(body.toString('latin1').replaceAll(/Bearer [\w.-]+/g, 'Bearer'));
}

type Received = { readonly chunk: Buffer } | 'end' | 'cut';

/** One request and its response, as the client has them. */
class Call implements Dispatcher.DispatchController {
  onAbort: () => unknown = () => undefined;
  /** Whether the response has ended, or failed. */
  isOver = false;
  paused = false;
  aborted = false;
  reason: Error | null = null;
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #time: SimulatedTime;
  readonly #timeouts: Pick<Timeouts, 'headers' | 'body'>;
  readonly #held: Received[] = [];
  #stopTimeout: () => void = () => undefined;

  constructor(handler: Dispatcher.DispatchHandler, time: SimulatedTime, timeouts: Pick<Timeouts, 'headers' | 'body'>) {
    this.#handler = handler;
    this.#time = time;
    this.#timeouts = timeouts;
  }

  waitForHead(): void {
    this.#limit(this.#timeouts.headers, () => new errors.HeadersTimeoutError());
  }

  receiveHead(status: number, headers: IncomingHttpHeaders): void {
    if (this.isOver) return;
    this.#limit(this.#timeouts.body, () => new errors.BodyTimeoutError());
    this.#handler.onResponseStart?.(this, status, headers, '');
  }

  receive(received: Received): void {
    if (this.isOver) return;
    this.#limit(this.#timeouts.body, () => new errors.BodyTimeoutError());
    this.#held.push(received);
    this.#flush();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.#flush();
  }

  abort(reason: Error): void {
    if (this.aborted || this.isOver) return;
    this.aborted = true;
    this.reason = reason;
    this.fail(reason);
  }

  /** Ends the response with an error. */
  fail(error: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#stopTimeout();
    this.onAbort();
    this.#handler.onResponseError?.(this, error);
  }

  #flush(): void {
    while (!this.paused && !this.isOver) {
      const received = this.#held.shift();
      if (received === undefined) return;
      if (received === 'cut') this.fail(new errors.SocketError('other side closed'));
      else if (received !== 'end') this.#handler.onResponseData?.(this, received.chunk);
      else {
        this.isOver = true;
        this.#stopTimeout();
        this.#handler.onResponseEnd?.(this, {});
      }
    }
  }

  #limit(ms: number, error: () => Error): void {
    this.#stopTimeout();
    if (ms > 0) this.#stopTimeout = this.#time.timer(ms, () => this.fail(error()));
  }
}

function bytesOf(body: Dispatcher.DispatchOptions['body']): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  throw new TypeError('a simulated request has a text or bytes');
}

/** In lower case, as a server has them. */
function headersOf(headers: Dispatcher.DispatchOptions['headers']): Record<string, string> {
  if (headers === undefined || headers === null) return {};
  if (Array.isArray(headers) || Symbol.iterator in headers)
    throw new TypeError('a simulated request has an object of headers');
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]],
    ),
  );
}
