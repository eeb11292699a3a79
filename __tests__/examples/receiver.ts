import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listening } from '../support/listening.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Receiver {
  readonly origin: string;
  readonly requests: readonly Received[];
  close(): Promise<void>;
}

/** A server on loopback that keeps each request, and responds with a status and JSON. */
export async function startReceiver(
  respond: (request: Received, origin: string) => readonly [status: number, json?: unknown],
): Promise<Receiver> {
  const requests: Received[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const received = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      requests.push(received);
      const [status, json] = respond(received, origin);
      response.writeHead(status).end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  const { origin: own, close } = await listening(server);
  origin = own;
  return { origin, requests, close };
}
