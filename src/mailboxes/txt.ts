import type { AddressSink, ListSource } from './list-format.ts';

/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
export function readTxt(text: string, _source: ListSource, found: AddressSink): void {
  // Line by line: an array of 300,000 lines makes V8's heap grow for the whole run.
  for (let start = 0, line = 1; start <= text.length; line += 1) {
    const [end, next] = lineEnd(text, start);
    readLine(text.slice(start, end), line, found);
    start = next;
  }
}

/** Where a line ends, and where the next one starts. */
function lineEnd(text: string, start: number): readonly [end: number, next: number] {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const carriage = text.slice(start, end).indexOf('\r');
  if (carriage === -1) return [end, end + 1];
  return [start + carriage, start + carriage + (start + carriage + 1 === newline ? 2 : 1)];
}

function readLine(line: string, number: number, found: AddressSink): void {
  const comment = line.search(/(?:^|\s)#/);
  const address = comment === -1 ? line : line.slice(0, comment);
  if (address.trim() !== '') found(address, number, () => address.search(/\S/) + 1);
}
