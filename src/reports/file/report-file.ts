import type { SourcePlace } from '../../errors.ts';
import { shownText } from '../../text/display.ts';
import { parseYaml, readYaml } from '../../files/yaml-file.ts';
import type { FileProblem, FileProblems, Problems } from '../../files/yaml-problems.ts';
import { given, lineOfText, oneOf, record, text, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';
import { builtInReports } from '../built-in.ts';
import type { ReportDefinition } from '../definition.ts';
import { columnPlaces, readColumns, readCompare, readTypes } from './columns.ts';
import { checkProperties } from './exchange-properties.ts';
import { readExchangeRequest } from './exchange-request.ts';
import { expressionText } from './expression.ts';
import { readHighlights } from './highlights.ts';
import { readPermissions, usualPermission } from './permission.ts';
import { readRequest } from './request.ts';

const KEYS: KnownKeys = {
  required: ['name', 'request', 'columns'],
  optional: ['permission', 'source', 'rows', 'inconclusive', 'types', 'compare', 'unit', 'highlights'],
};
const SOURCES = ['graph', 'exchange'] as const;
const MAX_NAME_LENGTH = 64;
const MAX_UNIT_LENGTH = 40;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Windows reserves these names, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted'];

/** The report that a file defines, with warnings that do not prevent a run, or everything that is wrong with the file. */
export type ReportFile =
  | { readonly ok: true; readonly definition: ReportDefinition; readonly warnings: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: Problems };

/**
 * Parses a report file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 */
export function parseReportFile(content: string | Uint8Array, file: string): ReportFile {
  const warnings: FileProblem[] = [];
  const read = readYaml(parseYaml(content, file), (root, problems) => readDefinition(root, problems, warnings));
  return read.ok ? { ok: true, definition: read.value, warnings } : read;
}

function readDefinition(
  root: YamlValue,
  problems: FileProblems,
  warnings: FileProblem[],
): ReportDefinition | undefined {
  const keys = record(root, KEYS, problems);
  if (keys === undefined) return undefined;
  const name = given(keys, 'name', (value) => readName(value, problems));
  const source = given(keys, 'source', (value) => oneOf(value, SOURCES, problems)) ?? 'graph';
  const permissions =
    given(keys, 'permission', (value) => readPermissions(value, source, problems)) ?? usualPermission(source);
  const graph =
    source === 'graph' ? given(keys, 'request', (value) => readRequest(value, problems, warnings)) : undefined;
  const exchange =
    source === 'exchange' ? given(keys, 'request', (value) => readExchangeRequest(value, problems)) : undefined;
  const rows = given(keys, 'rows', (value) => expressionText(value, problems));
  const inconclusive = given(keys, 'inconclusive', (value) => expressionText(value, problems));
  const columns = given(keys, 'columns', (value) => readColumns(value, problems));
  const types = given(keys, 'types', (value) => readTypes(value, columns, problems));
  const compare = given(keys, 'compare', (value) => readCompare(value, columns, problems));
  if (exchange !== undefined) checkProperties(keys, exchange, { rows, columns }, problems);
  const unit = given(keys, 'unit', (value) => lineOfText(value, MAX_UNIT_LENGTH, problems));
  const known = columns && { name: name ?? 'of this file', columns, types };
  const highlights = given(keys, 'highlights', (value) => readHighlights(value, known, problems));
  if (name === undefined || columns === undefined) return undefined;
  const places = {
    rows: problems.placeOf(keys.entries.get('rows')?.keyOffset ?? root.offset),
    columns: given(keys, 'columns', (value) => columnPlaces(value, problems)) ?? new Map<string, SourcePlace>(),
  };
  const report = { name, permissions, rows, inconclusive, columns, types, compare, unit, highlights, places };
  if (exchange !== undefined) return { ...report, source: 'exchange', request: exchange };
  return graph === undefined ? undefined : { ...report, request: graph };
}

function readName(value: YamlValue, problems: FileProblems): string | undefined {
  const name = text(value, problems);
  const hint = name === undefined ? undefined : nameHint(name);
  if (hint === undefined) return name;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(name ?? '')}.`, hint);
  return undefined;
}

/** What to do about a name that a report cannot have; undefined if it can. */
function nameHint(name: string): string | undefined {
  if (name.length > MAX_NAME_LENGTH) return `Use at most ${MAX_NAME_LENGTH} characters.`;
  if (!NAME.test(name)) {
    const words = name
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const meant = words.filter((word) => word !== '').join('-');
    return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
  }
  if (DEVICE.test(name)) return 'Windows reserves this file name: add a word.';
  if (builtInReports.has(name)) return 'A built-in report has this name: choose another name.';
  return TAKEN.includes(name) ? 'Another file of the run has this name: choose another name.' : undefined;
}
