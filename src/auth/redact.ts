import type { Headers } from '../http/headers.ts';

const MAX_RESPONSE_BYTES = 1 << 20;
const MAX_EXCERPT = 160;

/** Characters of a secret that may be shown in a row: fewer than this. */
const MIN_RUN = 20;
const GRAM = 6;
/** Each run of `MIN_RUN` characters contains a whole gram that starts at a multiple of this. */
const STRIDE = MIN_RUN - GRAM + 1;
const TABLE_MASK = (1 << 18) - 1;

/** The code of a character of a JWT in hex. */
const JWT_CHARACTER = /^(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\da])$/i;

/** A character in a JSON escape, also of JSON within JSON, or in percent encoding. */
const ESCAPED = /(?:\\+u00|%)([2-7][\da-f])/gi;

/** What a secret looks like, in any encoding. */
const LONG_WORD = /[\w.~+/=%\\-]{20}/;

/**
 * Removes secrets from texts of services, which may repeat what they were sent: whole or cut, as it was, as JSON,
 * percent-encoded or in base64. Any run of 20 or more characters of a secret is replaced by `***`.
 *
 * A text without one costs about 1 ns a character, since only every fifteenth position is looked up.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Secrets that no text was searched for yet: indexing one takes some milliseconds. */
  readonly #pending: string[] = [];
  /** Each piece of `MIN_RUN` characters of the secrets and their base64. */
  readonly #runs = new Set<string>();
  readonly #grams = new Set<string>();
  /** 1 at the hash of each gram: a lookup without a substring. */
  readonly #table = new Uint8Array(TABLE_MASK + 1);

  /** Adds a secret of ASCII characters, such as a token. Shorter ones than 20 characters are ignored. */
  add(secret: string): void {
    if (secret.length < MIN_RUN || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#pending.push(secret);
  }

  #index(secret: string): void {
    for (const form of [secret, ...base64Forms(secret)]) {
      for (let at = 0; at + MIN_RUN <= form.length; at++) this.#runs.add(form.slice(at, at + MIN_RUN));
      for (let at = 0; at + GRAM <= form.length; at++) {
        this.#grams.add(form.slice(at, at + GRAM));
        this.#table[hashAt(form, at)] = 1;
      }
    }
  }

  /** The text without secrets. A text with an escaped secret is returned decoded. */
  redact(text: string): string {
    if (this.#pending.length > 0) {
      if (!LONG_WORD.test(text)) return text;
      for (const secret of this.#pending.splice(0)) this.#index(secret);
    }
    const decoded = mayBeEscaped(text)
      ? text.replace(ESCAPED, (escape, hex: string) =>
          JWT_CHARACTER.test(hex) ? String.fromCharCode(parseInt(hex, 16)) : escape,
        )
      : text;
    const redacted = this.#redactRuns(decoded);
    return redacted === decoded ? text : redacted;
  }

  /** HTTP headers without secrets. */
  redactHeaders(headers: Headers): Headers {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? this.redact(value) : value?.map((one) => this.redact(one)),
      ]),
    );
  }

  #redactRuns(text: string): string {
    const table = this.#table;
    let redacted = '';
    let copied = 0;
    for (let at = 0; at + GRAM <= text.length; at += STRIDE) {
      if (table[hashAt(text, at)] !== 1 || !this.#grams.has(text.slice(at, at + GRAM))) continue;
      // Where a run with this gram can start.
      for (let start = Math.max(copied, at + GRAM - MIN_RUN); start <= at; start++) {
        if (!this.#isRun(text, start)) continue;
        redacted += `${text.slice(copied, start)}***`;
        while (this.#isRun(text, start + 1)) start++;
        copied = start + MIN_RUN;
      }
    }
    return redacted + text.slice(copied);
  }

  #isRun(text: string, at: number): boolean {
    return this.#runs.has(text.slice(at, at + MIN_RUN));
  }
}

/** A search for the regular expression itself takes 4 % of the CPU time of a run. `%40` is in the URLs of Graph's responses. */
function mayBeEscaped(text: string): boolean {
  if (text.includes('\\u00') || text.includes('\\U00')) return true;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    if (JWT_CHARACTER.test(text.slice(at + 1, at + 3))) return true;
  }
  return false;
}

/** The base64 of a secret at each of the three positions that it can have in an encoded text. */
function base64Forms(secret: string): string[] {
  // The first and last characters also encode bits of the neighbors.
  return ['', '\0', '\0\0'].map((before) =>
    Buffer.from(before + secret, 'latin1')
      .toString('base64')
      .slice(before.length === 0 ? 0 : before.length + 1)
      .replace(/.?=*$/, ''),
  );
}

/** Of the first, second, fourth and sixth character: few grams share a hash. */
function hashAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) << 11) ^
      (text.charCodeAt(at + 1) << 7) ^
      (text.charCodeAt(at + 3) << 3) ^
      text.charCodeAt(at + 5)) &
    TABLE_MASK
  );
}

/** The text of a response. Rejects if it is longer than any response with a token. */
export async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_RESPONSE_BYTES) throw new Error(`the response is longer than ${MAX_RESPONSE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The first characters of a page without its markup, on one line. */
export function excerpt(page: string): string {
  const text = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return printable(text.replace(/\s+/g, ' ').trim()).slice(0, MAX_EXCERPT);
}

/** Without characters that control a terminal or change the direction of text. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
