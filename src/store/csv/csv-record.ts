const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** A CSV of an earlier report cannot be used. The message completes "<file> ...". */
export class MalformedCsv extends Error {
  override readonly name = 'MalformedCsv';
}

/** A record without its line end. */
export function lineOf(record: string): string {
  return record.replace(/\r?\n$/, '');
}

/** The text of a cell in quotes. */
export function unquoted(cell: string): string {
  return cell.slice(1, -1).replaceAll('""', '"');
}

/** The cells of one record without its line end. The record must be well-formed. */
export function cellsOf(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      let end = at + 1;
      while (end < record.length && (record[end] !== '"' || record[end + 1] === '"'))
        end += record[end] === '"' ? 2 : 1;
      cells.push(unquoted(record.slice(at, end + 1)));
      at = end + 1;
    } else {
      const end = record.indexOf(delimiter, at);
      cells.push(record.slice(at, end === -1 ? undefined : end));
      at = end === -1 ? record.length : end;
    }
    if (at >= record.length) return cells;
    at += delimiter.length;
  }
}

/** The records of a text that the scanner accepted. */
export function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  if (!text.includes('"')) {
    for (const line of text.split('\n')) {
      if (line !== '') records.push((line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
    }
    return records;
  }
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) quoted = !quoted;
    else if (character === LINE_FEED && !quoted) {
      records.push(cellsOf(lineOf(text.slice(start, at + 1)), delimiter));
      start = at + 1;
    }
  }
  if (start < text.length) records.push(cellsOf(text.slice(start), delimiter));
  return records;
}
