import type { AddressSink, ListSource } from './list-format.ts';

/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
export function readTxt(text: string, _source: ListSource, found: AddressSink): void {
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const comment = line.search(/(?:^|\s)#/);
    const address = comment === -1 ? line : line.slice(0, comment);
    if (address.trim() !== '') found(address, index + 1, () => address.search(/\S/) + 1);
  });
}
