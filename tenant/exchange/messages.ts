import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { parseJson, type Json } from '../json.ts';
import type { ExchangeAnswer } from './errors.ts';

const compressed = promisify(gzip);

/** The answer as the client's Accept-Encoding lets it be sent. */
export async function compress(request: IncomingMessage, answer: ExchangeAnswer): Promise<ExchangeAnswer> {
  const { body, headers } = answer;
  const takesGzip = /\bgzip\b/i.test(headerOf(request, 'accept-encoding') ?? '');
  if (!takesGzip || body.length < 1000 || headers?.['Content-Encoding'] !== undefined) return answer;
  return {
    ...answer,
    body: await compressed(body, { level: 3 }),
    headers: { ...headers, 'Content-Encoding': 'gzip' },
  };
}

/** A header of a request; several of a name become a list. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The origin that the client knows, which differs from the tenant's own behind a redirect. */
export function originOf(request: IncomingMessage, own: string): string {
  return `${new URL(own).protocol}//${request.headers.host ?? new URL(own).host}`;
}

/** The body of a request; undefined for one that is no JSON. */
export function jsonIn(content: Buffer | undefined): Json | undefined {
  try {
    return content === undefined ? undefined : parseJson(content.toString());
  } catch {
    return undefined;
  }
}
