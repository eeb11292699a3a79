import type { AddressSink, ListSource } from './list-reader.ts';

/**
 * Reads an address a line. Blank lines and lines that start with `#` are left out, and so is a comment behind an address;
 * its `#` follows a blank, since the user principal name of a guest holds `#EXT#`.
 */
export function readTxt(text: string, _source: ListSource, found: AddressSink): void {
  // Neither split() nor a global expression: what they make of 300,000 lines is more than the list itself.
  for (let start = 0, line = 1; start < text.length; line += 1) {
    const end = lineEnd(text, start);
    readLine(text.slice(start, end), line, found);
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function lineEnd(text: string, start: number): number {
  for (let position = start; position < text.length; position += 1) {
    const character = text[position];
    if (character === '\n' || character === '\r') return position;
  }
  return text.length;
}

function readLine(text: string, line: number, found: AddressSink): void {
  const comment = text.includes('#') ? text.search(/(?:^|\s)#/) : -1;
  const address = comment === -1 ? text : text.slice(0, comment);
  if (address.trim() !== '') found(address, line, () => address.search(/\S/) + 1);
}
