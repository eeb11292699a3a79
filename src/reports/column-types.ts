import type { FileProblems } from '../yaml/problems.ts';
import type { JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { neverHolds } from '../schema/never-holds.ts';
import { cellSchema } from '../schema/schema-reader.ts';
import { mapping, type YamlValue } from '../yaml/value.ts';
import type { ReportDefinition } from './definition.ts';

/**
 * What the cells of a report's columns can hold, besides null: column name to JSON Schema. What is wrong is added to the
 * problems.
 *
 * @param columns undefined where they cannot be told: then any will do
 */
export function columnTypes(
  value: YamlValue,
  columns: ReportDefinition['columns'] | undefined,
  problems: FileProblems,
): ReportDefinition['types'] {
  const types: [string, JsonObject][] = [];
  for (const { key, keyOffset, value: type } of mapping(value, problems)?.entries.values() ?? []) {
    if (columns !== undefined && !Object.hasOwn(columns, key)) {
      const names = Object.keys(columns);
      const meant = didYouMean(key, names);
      const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Types are for the columns under "columns".`;
      problems.add(keyOffset, `The report has no column ${shownText(key)}.`, hint);
    }
    const schema = cellSchema(type, problems);
    const never = schema === undefined ? undefined : neverHolds(schema);
    if (never !== undefined) {
      const message = `${shownText(type.name)} can never hold: ${never}.`;
      problems.add(type.offset, message, 'Leave out what rules out the rest.');
    }
    if (schema !== undefined) types.push([key, schema]);
  }
  return Object.fromEntries(types);
}
