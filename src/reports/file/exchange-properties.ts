import { knownCmdlet } from '../../exchange/cmdlets.ts';
import { type ExchangeRequest, hasObjectList } from '../../exchange/query.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { given, mapping, type YamlMapping, type YamlValue } from '../../files/yaml-value.ts';
import type { ReportColumns } from '../definition.ts';
import { rowProperties } from '../expressions/syntax.ts';

/** Rows that are objects of the answer, perhaps only some of them. */
const OBJECTS = /^value(?:\[\?[^\]]*\])?$/;

/**
 * Adds a problem for each expression that reads a property that `select` does not name, so that its cells would always be
 * blank, and for a report without rows whose mailboxes have several objects.
 *
 * @param keys of the whole file
 * @param expressions those that are valid
 */
export function checkProperties(
  keys: YamlMapping,
  request: ExchangeRequest,
  { rows, columns = {} }: { readonly rows: string | undefined; readonly columns: ReportColumns['columns'] | undefined },
  problems: FileProblems,
): void {
  const { cmdlet, select } = request;
  const rowsEntry = keys.entries.get('rows');
  if (rowsEntry === undefined && knownCmdlet(cmdlet).many === true) {
    const hint = 'Add "rows: value", which gives a row for each of them.';
    problems.add(keys.offset, `"rows" is missing: ${cmdlet} returns several objects for a mailbox.`, hint);
  }
  if (rowsEntry !== undefined && rows !== undefined)
    checkReads(rowsEntry.value, rows, hasObjectList(request) ? ['value'] : select, problems);
  // Rows that are parts of objects have properties that no key names.
  if (rowsEntry !== undefined && !(hasObjectList(request) && OBJECTS.test(rows ?? ''))) return;
  const entries = given(keys, 'columns', (value) => mapping(value, problems)?.entries);
  for (const [name, expression] of Object.entries(columns)) {
    const entry = entries?.get(name);
    if (entry !== undefined) checkReads(entry.value, expression, select, problems);
  }
}

function checkReads(value: YamlValue, expression: string, names: readonly string[], problems: FileProblems): void {
  for (const property of propertiesOf(expression)) {
    if (names.includes(property)) continue;
    const hint = `${suggestion(property, names)}It can read: ${names.join(', ')}.`;
    problems.add(value.offset, `${shownText(value.name)} reads ${shownText(property)}, which is not there.`, hint);
  }
}

/** None for a text that is not JMESPath, which is a problem of its own. */
function propertiesOf(expression: string): readonly string[] {
  try {
    return rowProperties(expression);
  } catch {
    return [];
  }
}
