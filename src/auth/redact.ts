const LONGEST_ANSWER = 1 << 20;
const LONGEST_EXCERPT = 160;

/** The text of an answer; rejects where it is longer than an answer with a token can be. */
export async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error(`the answer is longer than ${LONGEST_ANSWER} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const SHORTEST_ECHO = 16;

/**
 * A text with `***` in place of each part of it, of 16 characters or more, that stands in a secret which was sent: an
 * answer may echo it whole or cut off.
 */
export function withoutEcho(text: string, secret: string): string {
  if (secret === '') return text;
  const whole = text.replaceAll(secret, '***');
  const pieces = new Set<string>();
  for (let at = 0; at + SHORTEST_ECHO <= secret.length; at++) pieces.add(secret.slice(at, at + SHORTEST_ECHO));
  let said = '';
  let copied = 0;
  for (let at = 0; at + SHORTEST_ECHO <= whole.length; at++) {
    if (!pieces.has(whole.slice(at, at + SHORTEST_ECHO))) continue;
    const begin = at;
    while (pieces.has(whole.slice(at + 1, at + 1 + SHORTEST_ECHO))) at++;
    said += `${whole.slice(copied, begin)}***`;
    copied = at + SHORTEST_ECHO;
    at = copied - 1;
  }
  return said + whole.slice(copied);
}

/** What a page says first, without its markup and on one line. */
export function excerpt(page: string): string {
  const said = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return printable(said.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_EXCERPT);
}

/** Without characters that control a terminal or reorder what it shows. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
