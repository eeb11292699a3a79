import { gunzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import { isObject, jsonOrUndefined, property, textIn, type Json } from '../../src/json.ts';

/** What a request asks for: itself, or the items of a batch by their IDs. */
export type Asked = ReadonlyMap<string, string>;

/** A whole response. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The sum of two moments is not exact. */
const TOLERANCE = 1;

/** What a request asks for. Requests for tokens are signed anew each time: they ask for a scope. */
export function askedBy(method: string, url: string, body: Buffer): Asked {
  const text = body.toString();
  if (!url.endsWith('/$batch')) {
    const asked = url.endsWith('/token') ? (new URLSearchParams(text).get('scope') ?? '') : text;
    return new Map([['', `${method} ${url} ${asked}`]]);
  }
  return new Map(
    itemsIn(jsonOrUndefined(text), 'requests').map((item) => [
      textIn(item, 'id'),
      `${textIn(item, 'method')} ${textIn(item, 'url')} ${JSON.stringify(property(item, 'body') ?? '')}`,
    ]),
  );
}

/** Finds requests that a client sends again before the end of the `Retry-After` that it has received for them. */
export class RetryAfters {
  /** Those that were sent early, in sentences. */
  readonly early: string[] = [];
  readonly #until = new Map<string, number>();

  /** Another client begins, which has received nothing. */
  forget(): void {
    this.#until.clear();
  }

  /** @param now epoch ms, as of `received` */
  sent(asked: Asked, now: number): void {
    for (const text of asked.values()) {
      const early = (this.#until.get(text) ?? 0) - now;
      if (early > TOLERANCE) this.early.push(`${text} was sent ${early} ms before the end of its Retry-After`);
    }
  }

  received(asked: Asked, { status, headers, body }: ReceivedResponse, now: number): void {
    const ofAll = endOf(headers['retry-after'], now);
    if (ofAll !== undefined && status >= 400) for (const text of asked.values()) this.#until.set(text, ofAll);
    if (status !== 200 || asked.has('')) return;
    const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
    if (!/"retry-after"/i.test(text)) return;
    for (const item of itemsIn(jsonOrUndefined(text), 'responses')) {
      const until = endOf(textIn(property(item, 'headers'), 'Retry-After'), now);
      const own = asked.get(textIn(item, 'id'));
      if (own !== undefined && until !== undefined) this.#until.set(own, until);
    }
  }
}

function itemsIn(json: Json | undefined, name: string): readonly Json[] {
  const items = property(json, name);
  return Array.isArray(items) ? items.filter(isObject) : [];
}

/** Seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function endOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  const end = Number.isNaN(seconds) ? Date.parse(text) : now + seconds * 1000;
  return Number.isNaN(end) ? undefined : end;
}
