import { parse } from 'csv-parse/sync';

/** The records of a CSV by the names in its header, with or without a byte order mark. */
export function parsedCsv(csv: string): readonly Readonly<Record<string, string>>[] {
  return parse(csv, { bom: true, columns: true });
}
