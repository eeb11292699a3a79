/**
 * Fails if the source of an entry of retirements.yml was not read for 60 days: read it with its change log, correct the entry, and
 * set `checked` to today.
 * Usage: `node scripts/retirements.ts`
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { parseJson, property } from '../src/json.ts';
import { DAY_MS, type EpochMs } from '../src/text/numbers.ts';

const MAX_AGE_DAYS = 60;

/** The entries that were not checked in time, each with the day of its last check, if it has one. */
export function overdueEntries(text: string, now: EpochMs): readonly string[] {
  const entries = property(parseJson(JSON.stringify(parse(text))), 'retirements');
  if (!Array.isArray(entries)) throw new TypeError('retirements.yml has no list');
  return entries.flatMap((entry) => {
    const [id, checked] = [property(entry, 'id'), property(entry, 'checked')];
    if (typeof id !== 'string' || typeof checked !== 'string')
      throw new TypeError('an entry has no id, or no "checked"');
    return now - Date.parse(checked) <= (MAX_AGE_DAYS + 1) * DAY_MS ? [] : [`${id}: ${checked}`];
  });
}

if (import.meta.main) {
  const file = path.resolve(import.meta.dirname, '..', 'retirements.yml');
  const overdue = overdueEntries(await readFile(file, 'utf8'), Date.now());
  if (overdue.length > 0) {
    console.error(
      `Not checked for ${MAX_AGE_DAYS} days: ${overdue.join(', ')}. Read the sources, and set "checked" in retirements.yml.`,
    );
    process.exitCode = 1;
  }
}
