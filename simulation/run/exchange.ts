import { IncomingMessage, ServerResponse, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';

/** What a client sees of a response, in this order: a head, chunks, and an end or a cut. */
export interface ResponseEvents {
  readonly onHead: (status: number, headers: IncomingHttpHeaders) => void;
  readonly onChunk: (chunk: Buffer) => void;
  readonly onEnd: () => void;
  /** The server has closed the connection before the end. */
  readonly onCut: () => void;
}

/** A request as a server of Node.js receives it, but without a connection. */
export function newRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): IncomingMessage {
  // It never connects; handlers destroy it to cut the connection.
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.url = path;
  request.httpVersion = '1.1';
  for (const [name, value] of Object.entries(headers)) {
    request.headers[name] = value;
    request.rawHeaders.push(name, value);
  }
  if (body.length > 0) request.push(body);
  request.push(null);
  request.complete = true;
  return request;
}

/** A response as a server of Node.js sends it, which goes to the client as events instead of bytes. */
export class DirectResponse extends ServerResponse {
  readonly #events: ResponseEvents;
  readonly #now: () => number;
  #isStarted = false;
  #isOver = false;

  /** @param now epoch ms, for the header `Date` */
  constructor(request: IncomingMessage, events: ResponseEvents, now: () => number) {
    super(request);
    this.#events = events;
    this.#now = now;
    request.socket.once('close', () => {
      this.destroy();
    });
  }

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const headers = rest.at(-1);
    this.statusCode = status;
    if (typeof headers === 'object' && headers !== null) {
      for (const [name, value] of Object.entries(headers)) if (isHeader(value)) this.setHeader(name, value);
    }
    this.#start();
    return this;
  }

  override write(chunk: unknown): boolean {
    this.#start();
    const bytes = bytesOf(chunk);
    if (bytes.length > 0 && !this.#isOver) this.#events.onChunk(bytes);
    return true;
  }

  override end(chunk?: unknown): this {
    this.write(chunk ?? '');
    if (this.#isOver) return this;
    this.#isOver = true;
    this.#events.onEnd();
    this.emit('finish');
    this.emit('close');
    return this;
  }

  override destroy(): this {
    if (this.#isOver) return this;
    this.#isOver = true;
    super.destroy();
    this.#events.onCut();
    this.emit('close');
    return this;
  }

  #start(): void {
    if (this.#isStarted || this.#isOver) return;
    this.#isStarted = true;
    const sent = { date: new Date(this.#now()).toUTCString(), ...this.getHeaders() };
    const headers = Object.entries(sent).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
    );
    this.#events.onHead(this.statusCode, Object.fromEntries(headers));
  }
}

function isHeader(value: unknown): value is string | number | readonly string[] {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

function bytesOf(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('a response has texts and bytes only');
}
