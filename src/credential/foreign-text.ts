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

/** What a page says first, without its markup and on one line. */
export function excerpt(page: string): string {
  const said = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return printable(said.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_EXCERPT);
}

/** Without characters that control a terminal or reorder what it shows. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
