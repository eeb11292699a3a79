/** A CSV file as its records. RFC 4180, with a delimiter of its own. */
export function csvRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let isQuoted = false;
  const content = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < content.length; at += 1) {
    const letter = content[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') {
      isQuoted = true;
    } else if (letter === delimiter) {
      record.push(cell);
      cell = '';
    } else if (letter === '\r' && content[at + 1] === '\n') {
      record.push(cell);
      records.push(record);
      [record, cell] = [[], ''];
      at += 1;
    } else cell += letter;
  }
  if (cell !== '' || record.length > 0) records.push([...record, cell]);
  return records;
}

/** The records of a CSV file by the names in its first line. */
export function csvRows(text: string, delimiter: string): Readonly<Record<string, string>>[] {
  const [header = [], ...records] = csvRecords(text, delimiter);
  return records.map((record) => Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])));
}

/** A text without what a CSV adds before formulas, and with single spaces: what is shown is the same. */
export function plain(text: string): string {
  return text.replaceAll("'", '').replaceAll(/\s+/g, ' ').trim();
}
