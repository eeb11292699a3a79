import type { AddressSink, ListSource } from './list-format.ts';

/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
export function readTxt(text: string, _source: ListSource, found: AddressSink): void {
  let start = 0;
  let line = 1;
  // One line at a time: an array of 300,000 lines would enlarge V8's heap for the whole run.
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r|$/g)) {
    readLine(text.slice(start, index), line, found);
    start = index + end.length;
    line += 1;
  }
}

function readLine(line: string, number: number, found: AddressSink): void {
  const comment = line.search(/(?:^|\s)#/);
  const address = comment === -1 ? line : line.slice(0, comment);
  if (address.trim() !== '') found(address, number, () => address.search(/\S/) + 1);
}
