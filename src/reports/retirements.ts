import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors.ts';
import { isObject, parseJson, property, textIn, type Json } from '../json.ts';
import { hasColumn, type ReportDefinition } from './definition.ts';
import type { ColumnSchemas, ReportHighlight } from './highlight.ts';

const FILE = 'retirements.yml';

/**
 * The reports of a run, with what Microsoft retires as highlights after their own. Throws if the list is malformed.
 *
 * @param load reads the list that is shipped: `retirements.yml` in the root of the repository
 */
export async function withRetirements(
  reports: readonly ReportDefinition[],
  load: () => Promise<string>,
): Promise<readonly ReportDefinition[]> {
  const text = await load();
  // Most runs need neither the list nor the reader of YAML.
  if (!reports.some(({ name }) => text.includes(`report: ${name}\n`))) return reports;
  const { parse } = await import('yaml');
  const retirements = retirementsIn(parseJson(JSON.stringify(parse(text))));
  return reports.map((report) => {
    const { name, highlights = [] } = report;
    // A report file of the user may have other columns than the list expects.
    const ending = retirements.filter(
      (one) => one.report === name && Object.keys(one.highlight.when).every((column) => hasColumn(report, column)),
    );
    if (ending.length === 0) return report;
    return { ...report, highlights: [...highlights, ...ending.map(({ highlight }) => highlight)] };
  });
}

/** Reads the list that is shipped beside the program, or in a clone above its folder. '' if it is missing: it never fails a run. */
export async function readShippedRetirements(folder: string): Promise<string> {
  for (const place of [folder, path.dirname(path.resolve(folder))]) {
    try {
      return await readFile(path.join(place, FILE), 'utf8');
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw error;
    }
  }
  return '';
}

/** A retirement, and the report that shows whom it affects. */
interface ReportRetirement {
  readonly report: string;
  readonly highlight: ReportHighlight;
}

/** Reads the entries of the list, with the members that the program shows. Throws if one is missing. */
export function retirementsIn(list: Json): readonly ReportRetirement[] {
  const entries = property(list, 'retirements');
  if (!Array.isArray(entries)) throw new TypeError(`${FILE} has no list`);
  return entries.map((entry, order) => {
    const [dates, detect] = [property(entry, 'dates'), property(entry, 'detect')];
    const when = conditionsOf(property(detect, 'when'));
    const ends = {
      view: `retirement-${requireText(entry, 'id')}`,
      what: requireText(entry, 'what'),
      phrase: requireText(detect, 'found'),
      announced: dateIn(dates, 'announced'),
      defaultOff: dateIn(dates, 'default-off'),
      removed: dateIn(dates, 'removed'),
      source: requireText(entry, 'source'),
      asOf: requireText(entry, 'as-of'),
      order,
    };
    const highlight = { title: requireText(entry, 'title'), when, columns: Object.keys(when), ends };
    return { report: requireText(detect, 'report'), highlight };
  });
}

/** A day or a month of this century, as the list has them; undefined without one. Throws for another text. */
function dateIn(dates: Json | undefined, name: string): string | undefined {
  const text = textIn(dates, name);
  if (text === '') return undefined;
  const [, month = '', day = '01'] = /^(20\d\d-\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  const time = new Date(`${month}-${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== `${month}-${day}`) {
    throw new TypeError(`${FILE} has ${text} as the date ${name}`);
  }
  return text;
}

function conditionsOf(columns: Json | undefined): ColumnSchemas {
  const schemas = Object.entries(isObject(columns) ? columns : {}).flatMap(([column, schema]) =>
    isObject(schema) ? [[column, schema] as const] : [],
  );
  if (schemas.length === 0) throw new TypeError(`${FILE} has an entry without conditions`);
  return Object.fromEntries(schemas);
}

function requireText(value: Json | undefined, name: string): string {
  const text = textIn(value, name);
  if (text === '') throw new TypeError(`${FILE} has an entry without ${name}`);
  return text;
}
