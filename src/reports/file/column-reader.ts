import type { SourcePlace } from '../../errors.ts';
import { anyText, later, line, list, oneOrMore, record, type Field } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { JsonObject } from '../../json.ts';
import { cellSchema } from '../../schema/check.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { CELL_SCHEMA, COLUMN_SCHEMAS, columnSchemas, type ConditionedReport } from '../column-schemas.ts';
import {
  INCONCLUSIVE_MEMBER,
  MAILBOX_COLUMN,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ReportDefinition,
} from '../definition.ts';
import type { ReportHighlight } from '../highlight.ts';
import { EXPRESSION } from './expression-reader.ts';

const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const RESERVED = [MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS, INCONCLUSIVE_MEMBER];
/** No blanks around it, no invisible characters, and not a number alone: JavaScript objects list such keys first. */
const COLUMN_NAME = /^(?!\d+$)(?=\S)[^\p{C}\p{Zl}\p{Zp}]*(?<=\S)$/u;

/** The columns of a report: a name and an expression each. */
interface FileColumns {
  readonly columns: ReportDefinition['columns'];
  readonly places: ReadonlyMap<string, SourcePlace>;
}

/** `columns`: name to expression. */
export const COLUMNS: Field<FileColumns> = {
  schema: {
    type: 'object',
    minProperties: 1,
    maxProperties: MAX_COLUMNS,
    propertyNames: {
      maxLength: MAX_NAME_LENGTH,
      pattern: COLUMN_NAME.source,
      not: { anyOf: RESERVED.map((name) => ({ pattern: `^${inAnyCase(name)}$` })) },
    },
    additionalProperties: EXPRESSION.schema,
  },
  read: (value) => {
    const entries = value.entries();
    if (entries === undefined) return undefined;
    if (entries.length === 0) value.report('"columns" has no column.', 'Add a column: "Name: expression".');
    if (entries.length > MAX_COLUMNS)
      value.report(`There are more than ${MAX_COLUMNS} columns.`, 'Remove some columns.');
    const seen = new Set<string>();
    const columns = entries.map(({ key, keyOffset, value: expression }): [string, string] => {
      const folded = key.trim().toLowerCase();
      const hint = seen.has(folded) ? 'Another column has this name. Names are compared without case.' : nameHint(key);
      if (hint !== undefined) value.report(`A column cannot be called ${shownText(key)}.`, hint, keyOffset);
      seen.add(folded);
      return [key, EXPRESSION.read(expression) ?? ''];
    });
    const places = entries.map(({ key, keyOffset }) => [key, value.problems.placeOf(keyOffset)] as const);
    return { columns: Object.fromEntries(columns), places: new Map(places) };
  },
};

/** What to do about a name that a column cannot have; undefined if it can. */
function nameHint(name: string): string | undefined {
  const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
  if (reserved !== undefined) return `Every report uses the name ${reserved}. Choose another name.`;
  if (name.length <= MAX_NAME_LENGTH && COLUMN_NAME.test(name)) return undefined;
  return `Use up to ${MAX_NAME_LENGTH} visible characters, not a number alone, without blanks around them.`;
}

/** A pattern of a word: JSON Schema has no flags. */
function inAnyCase(word: string): string {
  return word.replace(/./g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** `types`: column name to a JSON Schema of the cells' possible values, besides null. */
export const TYPES: Field<YamlValue> = later({
  type: 'object',
  maxProperties: MAX_COLUMNS,
  additionalProperties: CELL_SCHEMA,
});

/** The columns that a file can name; undefined if they cannot be read: then every name is accepted. */
type KnownColumns = ReportDefinition['columns'] | undefined;

/** Reads `types`. */
export function readTypes(value: YamlValue, columns: KnownColumns): ReportDefinition['types'] {
  const types = (value.entries() ?? []).flatMap(({ key, keyOffset, value: type }): [string, JsonObject][] => {
    requireColumn(key, columns, '"types" describes columns listed under "columns".', type, keyOffset);
    const schema = cellSchema(type);
    return schema === undefined ? [] : [[key, schema]];
  });
  return Object.fromEntries(types);
}

/** Adds a problem for a name that is none of the columns. */
function requireColumn(
  name: string,
  columns: KnownColumns,
  hint: string,
  value: YamlValue,
  offset = value.offset,
): void {
  if (columns === undefined || Object.hasOwn(columns, name)) return;
  const meant = suggestion(name, Object.keys(columns));
  value.report(`The report has no column ${shownText(name)}.`, `${meant}${hint}`, offset);
}

const COLUMN_LIST: Field<YamlValue> = later({ type: 'array', items: anyText.schema });

/** `compare`. */
export const COMPARE = record({
  ignore: {
    is: COLUMN_LIST,
    required: true,
    description: 'Columns that are left out, such as counts that differ in every run.',
    examples: [['UnreadItems']],
  },
});

/** Reads a list of columns. */
export function columnList(value: YamlValue, columns: KnownColumns, hint: string): readonly string[] | undefined {
  return value.items()?.flatMap((item) => {
    const name = item.text();
    if (name !== undefined) requireColumn(name, columns, hint, item);
    return name ?? [];
  });
}

const ITEM_COLUMNS = oneOrMore(anyText, {
  noun: 'column',
  maxItems: 5,
  hint: 'Name a column, or remove the key.',
});

/** `item`: a column, or a list of columns. */
export const ITEM: Field<YamlValue> = later(ITEM_COLUMNS.schema);

/** Reads `item`. `rows`: the report's; with one row a mailbox, nothing has to be named. */
export function readItem(
  value: YamlValue,
  columns: KnownColumns,
  rows: string | undefined,
): readonly string[] | undefined {
  if (rows === undefined) return value.reject('names rows, and the report has one row a mailbox.', 'Remove the key.');
  const names = ITEM_COLUMNS.read(value);
  for (const name of names ?? []) requireColumn(name, columns, '"item" names columns listed under "columns".', value);
  return names;
}

const HIGHLIGHT = record({
  title: {
    is: line(80),
    required: true,
    description: 'The rows in one line, for people.',
    examples: ['Category without a color'],
  },
  when: {
    is: COLUMN_SCHEMAS,
    required: true,
    description: 'Columns, each with a JSON Schema that its cell must meet, as in a rule of a policy.',
    examples: [{ Color: { const: 'none' } }],
  },
  columns: {
    is: COLUMN_LIST,
    description: 'The columns to show first, after the mailbox. Default: the columns under when.',
    examples: [['Color', 'Category']],
  },
});

/** `highlights`: a title, a condition, and the columns to show first. */
export const HIGHLIGHTS = list(later(HIGHLIGHT.schema), {
  noun: 'highlight',
  maxItems: 20,
  hint: 'Remove some highlights.',
});

/** @param report its columns with their types; undefined if they cannot be read: then every name is accepted */
export function readHighlights(
  items: readonly YamlValue[],
  report: ConditionedReport | undefined,
): readonly ReportHighlight[] {
  const titles = new Set<string>();
  const reports = report === undefined ? [] : [report];
  return items.flatMap((item): ReportHighlight[] => {
    const keys = HIGHLIGHT.read(item);
    const title = keys?.get('title');
    if (title !== undefined && titles.has(title.toLowerCase())) {
      const message = `There is a highlight ${shownText(title)} already.`;
      keys?.valueOf('title')?.report(message, 'Give each its own title.');
    }
    if (title !== undefined) titles.add(title.toLowerCase());
    const condition = keys?.get('when');
    const when = condition && columnSchemas(condition, { report, reports });
    const value = keys?.get('columns');
    const columns = value && columnList(value, report?.columns, 'Name columns listed under "columns" of the report.');
    if (title === undefined || when === undefined) return [];
    return [{ title, when, columns: columns ?? Object.keys(when).filter((name) => name !== MAILBOX_COLUMN) }];
  });
}
