import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a step leaves behind: its exit code, its outputs, and its CSVs. */
export type Results = ReadonlyMap<string, string>;

/** Outputs with places, which differ. */
const PLACES = ['output-directory', 'csv-path'];

/** @param folder '' without one */
export async function resultsOf(
  code: number,
  outputs: Readonly<Record<string, string>>,
  folder: string,
): Promise<Results> {
  const names = folder === '' ? [] : (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const csvs = names.map(
    async (name) => [name, withoutRequestIds(await readFile(path.join(folder, name), 'utf8'))] as const,
  );
  return new Map([
    ['exit code', String(code)],
    ...Object.entries(outputs).filter(([name]) => !PLACES.includes(name)),
    ...(await Promise.all(csvs)),
  ]);
}

/** A digest of what a whole rows file says of tables and mailboxes. Its first and its last line are about the run itself. */
export async function rowsDigest(folder: string): Promise<string> {
  const lines = gunzipSync(await readFile(path.join(folder, 'rows.ndjson.gz')))
    .toString('utf8')
    .split('\n')
    .map(withoutRequestIds);
  return hash('sha256', lines.slice(1, -2).join('\n'));
}

/** An error names the request that was refused: another one in each run. */
function withoutRequestIds(text: string): string {
  return text.replaceAll(/request ID [0-9a-f-]{36}/g, 'request ID');
}

/** What is not the same in two results: its name, and the lines of each that the other lacks. */
export function unequal(
  one: Results,
  other: Results,
): readonly (readonly [name: string, one: string, other: string])[] {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names
    .filter((name) => one.get(name) !== other.get(name))
    .map((name) => [name, linesWithout(one.get(name), other.get(name)), linesWithout(other.get(name), one.get(name))]);
}

function linesWithout(text: string | undefined, other: string | undefined): string {
  const others = new Set(other?.split('\n'));
  const lines = text?.split('\n').filter((line) => !others.has(line));
  if (lines?.length === 0) return 'the same lines in another order or number';
  return lines?.join('\n') ?? 'none';
}
