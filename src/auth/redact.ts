import type { Headers } from '../http/headers.ts';

const MAX_EXCERPT = 160;

/** Characters of a secret that may be shown in a row: fewer than this. */
const MIN_RUN = 20;
const GRAM = 6;
/** Each run of `MIN_RUN` characters contains a whole gram that starts at a multiple of this. */
const STRIDE = MIN_RUN - GRAM + 1;
const TABLE_MASK = (1 << 18) - 1;

/** 1 at the codes of the characters that a token can have (RFC 6750, section 2.1), and its base64 and hex. */
const IN_SECRETS = Uint8Array.from({ length: 256 }, (_, code) =>
  /[\w.~+/=-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * A character as a reference of HTML, in percent encoding, or in a JSON escape; also encoded twice, as JSON within JSON is,
 * or `&` in JSON. Letters that only escape a line end or a tab are part of the escape.
 */
const ESCAPE =
  /(?:&|\\+u0026)(?:amp;)*(?:#x0*(?<hex>[\da-f]{1,6});?|#0*(?<decimal>\d{1,7});?|(?<name>[a-z]\w{1,31});)|(?:%|\\+u0025)(?:25)*(?<percent>[\da-f]{2})|\\+(?:u(?<unit>[\da-f]{4})|u\{0*(?<point>[\da-f]{1,6})\}|x(?<byte>[\da-f]{2})|[nrtbf])?/iy;

/** Names of references to characters that secrets have. The letters of others are part of the reference. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['period', '.'],
  ['lowbar', '_'],
  ['underbar', '_'],
  ['hyphen', '-'],
  ['dash', '-'],
  ['plus', '+'],
  ['sol', '/'],
  ['equals', '='],
]);

/**
 * Removes secrets from texts of services, which may repeat what they were sent: whole or cut, as it was, in base64 or hex,
 * in escapes of JSON, URLs or HTML, and with blanks, invisible characters or punctuation between its characters. Any run of
 * 20 or more characters of a secret, or of its base64 or hex, is replaced by `***`.
 *
 * Only every fifteenth position is looked up, since every response of a service passes here.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Secrets that no text was searched for yet: indexing one takes some milliseconds. */
  readonly #pending: string[] = [];
  /** Each piece of `MIN_RUN` characters of the secrets and their other forms. */
  readonly #runs = new Set<string>();
  readonly #grams = new Set<string>();
  /** 1 at the hash of each gram: a lookup without a substring. */
  readonly #table = new Uint8Array(TABLE_MASK + 1);
  /** Receives the decoded characters of each text: buffers of their own would be freed only by a garbage collection. */
  #codes = Buffer.alloc(0);

  /** Adds a secret of ASCII characters, such as a token. Shorter ones than 20 characters are ignored. */
  add(secret: string): void {
    if (secret.length < MIN_RUN || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#pending.push(secret);
  }

  #index(secret: string): void {
    for (const form of formsOf(secret)) {
      const codes = Buffer.from(form, 'latin1').filter((code) => IN_SECRETS[code] === 1);
      const letters = Buffer.from(codes).toString('latin1');
      for (let at = 0; at + MIN_RUN <= letters.length; at++) this.#runs.add(letters.slice(at, at + MIN_RUN));
      for (let at = 0; at + GRAM <= letters.length; at++) {
        this.#grams.add(letters.slice(at, at + GRAM));
        this.#table[hashAt(codes, at)] = 1;
      }
    }
  }

  /** The text without secrets. */
  redact(text: string): string {
    return this.#secrets.size === 0 || text.length < MIN_RUN ? text : this.redactBytes(Buffer.from(text));
  }

  /** The text that a service sent in UTF-8, without secrets. */
  redactBytes(bytes: Buffer): string {
    if (this.#secrets.size === 0 || bytes.length < MIN_RUN) return bytes.toString();
    for (const secret of this.#pending.splice(0)) this.#index(secret);
    if (this.#codes.length < bytes.length) this.#codes = Buffer.allocUnsafe(bytes.length);
    const codes = this.#codes;
    const found = this.#runsIn(codes.subarray(0, decode(bytes, codes)));
    if (found.length === 0) return bytes.toString();
    const [starts, ends] = [new Uint32Array(bytes.length), new Uint32Array(bytes.length)];
    decode(bytes, codes, starts, ends);
    let redacted = '';
    let copied = 0;
    for (const { start, end } of found) {
      redacted += `${bytes.toString('utf8', copied, starts[start])}***`;
      copied = ends[end - 1] ?? copied;
    }
    return redacted + bytes.toString('utf8', copied);
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

  /** The parts of decoded text that are secrets. */
  #runsIn(codes: Buffer): readonly { readonly start: number; readonly end: number }[] {
    const table = this.#table;
    const found: { start: number; end: number }[] = [];
    let searched = 0;
    for (let at = 0; at + GRAM <= codes.length; at += STRIDE) {
      if (table[hashAt(codes, at)] !== 1 || !this.#grams.has(codes.toString('latin1', at, at + GRAM))) continue;
      // Where a run with this gram can start.
      for (let start = Math.max(searched, at + GRAM - MIN_RUN); start <= at; start++) {
        if (!this.#isRun(codes, start)) continue;
        const first = start;
        while (this.#isRun(codes, start + 1)) start++;
        searched = start + MIN_RUN;
        found.push({ start: first, end: searched });
      }
    }
    return found;
  }

  #isRun(codes: Buffer, at: number): boolean {
    return at + MIN_RUN <= codes.length && this.#runs.has(codes.toString('latin1', at, at + MIN_RUN));
  }
}

/** A text of a service without secrets that it was sent; undefined ones were not. */
export function redacted(text: string, secrets: readonly (string | undefined)[]): string {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret ?? '');
  return redactor.redact(text);
}

/** A secret and its base64 and hex, also as .NET's BitConverter writes it. */
function formsOf(secret: string): readonly string[] {
  const hex = Buffer.from(secret, 'latin1').toString('hex');
  const separate = hex.replaceAll(/..(?!$)/g, '$&-');
  return [secret, ...base64Forms(secret), ...[hex, separate].flatMap((form) => [form, form.toUpperCase()])];
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

const [BACKSLASH, AMPERSAND, PERCENT, SMALL_U] = [0x5c, 0x26, 0x25, 0x75];
/** Of a digit in hex by its code; undefined for another character. */
const HEX_DIGITS: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const digit = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? undefined : digit;
});
/** 1 for a character that secrets can have, 2 for the first of an escape. */
const KINDS = IN_SECRETS.map((isInSecrets, code) =>
  code === BACKSLASH || code === AMPERSAND || code === PERCENT ? 2 : isInSecrets,
);
/** After a backslash: 1 for a letter that is part of the escape, 2 for one that digits follow. */
const ESCAPE_LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return 'nrtbf'.includes(letter) ? 1 : 'ux'.includes(letter) ? 2 : 0;
});

/** The code of `%40` or of `\u0040` at a place; undefined for another escape, and for one that begins another escape. */
function plainEscape(bytes: Buffer, from: number, digits: number): number | undefined {
  let code = 0;
  for (let at = from; at < from + digits; at++) {
    const value = HEX_DIGITS[bytes[at] ?? 0];
    if (value === undefined) return undefined;
    code = code * 16 + value;
  }
  return code === BACKSLASH || code === AMPERSAND || code === PERCENT ? undefined : code;
}

/**
 * Writes the characters of a text in UTF-8 that secrets can have, with escapes decoded and all others left out, and returns
 * how many. Takes time linear in the text.
 *
 * @param starts and `ends`: receive the place of each in the bytes
 */
function decode(bytes: Buffer, codes: Uint8Array, starts?: Uint32Array, ends?: Uint32Array): number {
  let count = 0;
  /** The bytes as characters, for unusual escapes. */
  let text: string | undefined;
  const { length } = bytes;
  for (let at = 0; at < length;) {
    // Most characters belong to no escape. Without the branches below, they take a third of the time.
    for (; starts === undefined && at < length; at++) {
      const kind = KINDS[bytes[at] ?? 0] ?? 0;
      if (kind === 2) break;
      codes[count] = bytes[at] ?? 0;
      count += kind;
    }
    let code = bytes[at] ?? 0;
    let end = at + 1;
    if (code === BACKSLASH || code === AMPERSAND || code === PERCENT) {
      while (code === BACKSLASH && bytes[end] === BACKSLASH) end++;
      const letter = code === BACKSLASH ? ESCAPE_LETTERS[bytes[end] ?? 0] : 2;
      if (letter !== 2) {
        at = end + (letter ?? 0);
        continue;
      }
      // Most texts have no other escapes than these.
      const digits = code === PERCENT ? 2 : 4;
      const digitsAt = code === PERCENT ? end : end + 1;
      const isPlain = code === PERCENT || (end === at + 1 && code === BACKSLASH && bytes[end] === SMALL_U);
      const plain = isPlain ? plainEscape(bytes, digitsAt, digits) : undefined;
      if (plain === undefined) {
        text ??= bytes.toString('latin1');
        ESCAPE.lastIndex = at;
        const groups = ESCAPE.exec(text)?.groups ?? {};
        code = codeOf(groups);
        end = Math.max(at + 1, ESCAPE.lastIndex);
      } else {
        code = plain;
        end = digitsAt + digits;
      }
    }
    if (IN_SECRETS[code] === 1) {
      codes[count] = code;
      if (starts !== undefined) starts[count] = at;
      if (ends !== undefined) ends[count] = end;
      count++;
    }
    at = end;
  }
  return count;
}

/** The code of the character that an escape stands for; 0 for one that no secret has. */
function codeOf({ decimal, name, ...others }: Readonly<Record<string, string | undefined>>): number {
  const hex = others.hex ?? others.percent ?? others.unit ?? others.point ?? others.byte;
  if (hex !== undefined) return parseInt(hex, 16);
  if (decimal !== undefined) return Number(decimal);
  return name === undefined ? 0 : (NAMED.get(name.toLowerCase())?.charCodeAt(0) ?? 0);
}

/** Of the first, second, fourth and sixth character: few grams share a hash. */
function hashAt(codes: Uint8Array, at: number): number {
  const [first = 0, second = 0, fourth = 0, sixth = 0] = [codes[at], codes[at + 1], codes[at + 3], codes[at + 5]];
  return ((first << 11) ^ (second << 7) ^ (fourth << 3) ^ sixth) & TABLE_MASK;
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
