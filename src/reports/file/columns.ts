import type { SourcePlace } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { cellSchema } from '../../schema/check.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { given, list, mapping, record, text, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';
import {
  INCONCLUSIVE_MEMBER,
  MAILBOX_COLUMN,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ReportDefinition,
} from '../definition.ts';
import { expressionText } from './expression.ts';

const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const RESERVED = [MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS, INCONCLUSIVE_MEMBER];

/** Reads `columns`: name to expression. Mistakes are added to the problems. */
export function readColumns(value: YamlValue, problems: FileProblems): Readonly<Record<string, string>> | undefined {
  const found = mapping(value, problems);
  if (found === undefined) return undefined;
  if (found.entries.size === 0)
    problems.add(value.offset, '"columns" has no column.', 'Add a column: "Name: expression".');
  if (found.entries.size > MAX_COLUMNS)
    problems.add(value.offset, `There are more than ${MAX_COLUMNS} columns.`, 'Remove some columns.');
  const seen = new Set<string>();
  const columns: [string, string][] = [];
  for (const { key, keyOffset, value: expression } of found.entries.values()) {
    const folded = key.trim().toLowerCase();
    const hint = seen.has(folded) ? 'Another column has this name. Names are compared without case.' : nameHint(key);
    if (hint !== undefined) problems.add(keyOffset, `A column cannot be called ${shownText(key)}.`, hint);
    seen.add(folded);
    columns.push([key, expressionText(expression, problems) ?? '']);
  }
  return Object.fromEntries(columns);
}

/** The places of the columns' names. */
export function columnPlaces(value: YamlValue, problems: FileProblems): ReadonlyMap<string, SourcePlace> {
  const entries = mapping(value, problems)?.entries.values() ?? [];
  return new Map([...entries].map(({ key, keyOffset }) => [key, problems.placeOf(keyOffset)]));
}

/** What to do about a name that a column cannot have; undefined if it can. */
function nameHint(name: string): string | undefined {
  if (name.trim() === '') return 'Enter a name.';
  if (name !== name.trim()) return 'Remove the blanks around the name.';
  if (name.length > MAX_NAME_LENGTH) return `Use at most ${MAX_NAME_LENGTH} characters.`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'Remove line breaks and invisible characters.';
  // JavaScript objects list such keys first, so the column would lose its position.
  if (/^\d+$/.test(name)) return 'Add a word: a column cannot be called by a number alone.';
  const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
  return reserved === undefined ? undefined : `Every report uses the name ${reserved}. Choose another name.`;
}

const COMPARE_KEYS: KnownKeys = { required: ['ignore'], optional: [] };

/**
 * Reads `compare`: columns that a comparison leaves out. Mistakes are added to the problems.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 */
export function readCompare(
  value: YamlValue,
  columns: ReportDefinition['columns'] | undefined,
  problems: FileProblems,
): ReportDefinition['compare'] {
  const keys = record(value, COMPARE_KEYS, problems);
  const ignore = keys && given(keys, 'ignore', (names) => list(names, problems));
  if (ignore === undefined) return undefined;
  return { ignore: ignore.flatMap((name) => ignoredColumn(name, columns, problems) ?? []) };
}

function ignoredColumn(
  value: YamlValue,
  columns: ReportDefinition['columns'] | undefined,
  problems: FileProblems,
): string | undefined {
  const name = text(value, problems);
  if (name === undefined || columns === undefined || Object.hasOwn(columns, name)) return name;
  const hint = `${suggestion(name, Object.keys(columns))}"ignore" names columns listed under "columns".`;
  problems.add(value.offset, `The report has no column ${shownText(name)}.`, hint);
  return undefined;
}

/**
 * Reads `types`: column name to a JSON Schema of the cells' possible values, besides null. Mistakes are added to the
 * problems.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 */
export function readTypes(
  value: YamlValue,
  columns: ReportDefinition['columns'] | undefined,
  problems: FileProblems,
): ReportDefinition['types'] {
  const types: [string, JsonObject][] = [];
  for (const { key, keyOffset, value: type } of mapping(value, problems)?.entries.values() ?? []) {
    if (columns !== undefined && !Object.hasOwn(columns, key)) {
      const hint = `${suggestion(key, Object.keys(columns))}"types" describes columns listed under "columns".`;
      problems.add(keyOffset, `The report has no column ${shownText(key)}.`, hint);
    }
    const schema = cellSchema(type, problems);
    if (schema !== undefined) types.push([key, schema]);
  }
  return Object.fromEntries(types);
}
