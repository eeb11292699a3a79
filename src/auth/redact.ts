import type { Headers } from '../http/headers.ts';

const MAX_EXCERPT = 160;

/** Characters of a secret that may be shown in a row: fewer than this. */
const PIECE = 20;
/** Bytes that are looked up at once, as a number. */
const GRAM = 4;
/** Every piece contains a whole gram that starts at a multiple of this. */
const STRIDE = PIECE - GRAM + 1;

/**
 * Removes secrets from texts of services, which may repeat what they were sent. Any 20 or more characters in a row of a secret,
 * as it is or as JSON escapes it, are replaced by `***`. Other forms, such as base64, are not recognized: see SECURITY.md.
 *
 * Every response of a service passes here, so its bytes are searched before they are decoded.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Each piece of `PIECE` characters of the secrets. */
  readonly #pieces = new Set<string>();
  readonly #grams = new Set<number>();

  /** Adds a secret of ASCII characters, such as a token. Shorter ones than 20 characters are ignored. */
  add(secret: string): void {
    if (secret.length < PIECE || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    for (const form of new Set([secret, ...jsonForms(secret)])) {
      const bytes = Buffer.from(form, 'latin1');
      for (let offset = 0; offset + PIECE <= bytes.length; offset++)
        this.#pieces.add(form.slice(offset, offset + PIECE));
      for (let offset = 0; offset + GRAM <= bytes.length; offset++) this.#grams.add(bytes.readInt32LE(offset));
    }
  }

  /** A text without secrets. Bytes are a text in UTF-8. */
  redact(text: string | Buffer): string {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    let redacted = '';
    let copied = 0;
    for (let offset = 0; offset + GRAM <= bytes.length; offset += STRIDE) {
      if (!this.#grams.has(bytes.readInt32LE(offset))) continue;
      // Where a piece with this gram can start.
      for (let start = Math.max(copied, offset + GRAM - PIECE); start <= offset; start++) {
        if (!this.#isPiece(bytes, start)) continue;
        redacted += `${bytes.toString('utf8', copied, start)}***`;
        while (this.#isPiece(bytes, start + 1)) start++;
        copied = start + PIECE;
      }
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

  #isPiece(bytes: Buffer, offset: number): boolean {
    return this.#pieces.has(bytes.toString('latin1', offset, offset + PIECE));
  }
}

/** A secret as JSON has it: with the escapes that JSON requires, or with those that .NET adds for HTML. */
function jsonForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const ofNet = secret.replace(/["&'+/<>\\`=]/g, escape);
  return [json, json.replaceAll('/', '\\/'), ofNet, ofNet.replace(/(?<=\\u)..../g, (digits) => digits.toUpperCase())];
}

/** A text of a service without secrets that it was sent; undefined ones were not. */
export function redacted(text: string, secrets: readonly (string | undefined)[]): string {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret ?? '');
  return redactor.redact(text);
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
