import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isRecord, jsonOrUndefined } from '../../src/json.ts';
import { listening } from '../support/listening.ts';

export interface ArtifactForwarder {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Hands requests on to act's server for artifacts. GitHub's client has grown since that was written, so three things are
 * put as it knows them: it refuses the field `mime_type`; it wants the padding of a signature, which the client's storage
 * library drops; and it takes blocks alone, where that may send a small file in one piece
 * (https://learn.microsoft.com/rest/api/storageservices/put-blob).
 */
export async function forwardArtifacts(target: string): Promise<ArtifactForwarder> {
  const server = createServer((request, response) => {
    answer(request, response, target).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  return listening(server);
}

async function answer(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', target);
  const { method = 'GET' } = request;
  if (method === 'PUT') {
    response.writeHead(await put(url, body), { ETag: '"0x1"', 'Last-Modified': new Date().toUTCString() }).end();
    return;
  }
  const called = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: request.headers.authorization ?? '',
    },
    ...(method === 'GET' ? {} : { body: known(body.toString('utf8')) }),
  });
  const type = called.headers.get('content-type') ?? 'application/json';
  const bytes = Buffer.from(await called.arrayBuffer());
  // What is uploaded comes here, too.
  const origin = `http://${request.headers.host ?? ''}`;
  const rewritten = type.includes('json') ? Buffer.from(bytes.toString('utf8').replaceAll(target, origin)) : bytes;
  response.writeHead(called.status, { 'content-type': type }).end(rewritten);
}

function known(text: string): string {
  const message = jsonOrUndefined(text);
  if (!isRecord(message)) return text;
  return JSON.stringify(Object.fromEntries(Object.entries(message).filter(([name]) => name !== 'mime_type')));
}

async function put(url: URL, body: Buffer): Promise<number> {
  const signature = url.searchParams.get('sig') ?? '';
  url.searchParams.set('sig', signature.padEnd(Math.ceil(signature.length / 4) * 4, '='));
  if (url.searchParams.has('comp')) return send(url, body);
  url.searchParams.set('comp', 'block');
  const status = await send(url, body);
  if (status !== 201) return status;
  url.searchParams.set('comp', 'blocklist');
  return send(url, Buffer.alloc(0));
}

async function send(url: URL, body: Buffer): Promise<number> {
  const { status } = await fetch(url, { method: 'PUT', body: new Uint8Array(body) });
  return status;
}
