import { parse } from 'yaml';
import { isObject, parseJson, property, textIn, type Json } from '../json.ts';
import type { ColumnSchemas, ReportHighlight } from './highlight.ts';

/** A retirement, and the report that shows whom it affects. */
interface ReportRetirement {
  readonly report: string;
  readonly highlight: ReportHighlight;
}

/** The entries of the list in YAML, with the members that the program shows. Throws if one is missing. */
export function retirementsIn(text: string): readonly ReportRetirement[] {
  const entries = property(parseJson(JSON.stringify(parse(text))), 'retirements');
  if (!Array.isArray(entries)) throw new TypeError('retirements.yml has no list');
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
    throw new TypeError(`retirements.yml has ${text} as the date ${name}`);
  }
  return text;
}

function conditionsOf(columns: Json | undefined): ColumnSchemas {
  const schemas = Object.entries(isObject(columns) ? columns : {}).flatMap(([column, schema]) =>
    isObject(schema) ? [[column, schema] as const] : [],
  );
  if (schemas.length === 0) throw new TypeError('retirements.yml has an entry without conditions');
  return Object.fromEntries(schemas);
}

function requireText(value: Json | undefined, name: string): string {
  const text = textIn(value, name);
  if (text === '') throw new TypeError(`retirements.yml has an entry without ${name}`);
  return text;
}
