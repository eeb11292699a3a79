import { parse } from 'csv-parse/sync';

/** The records of a CSV by the names in its header, with or without a byte order mark, separated by `,` or `;`. */
export function parsedCsv(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = ''] = csv.split('\r\n', 1);
  return parse(csv, { bom: true, columns: true, delimiter: header.includes(';') ? ';' : ',' });
}
