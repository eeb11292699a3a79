import { isMap } from 'yaml';
import { shownText } from '../../text/display.ts';
import type { FileProblem, FileProblems } from '../../files/yaml-problems.ts';
import { given, oneOf, record, text, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';
import type { ChildrenRequest, ReportRequest } from '../definition.ts';
import { expressionText } from './expression.ts';
import { childrenPathProblem, pathProblem, type ValueProblem } from './path.ts';
import { maxPageSize, readQuery } from './query.ts';

const REQUEST_KEYS: KnownKeys = { required: ['path'], optional: ['version', 'query', 'first-page-only', 'children'] };
const CHILDREN_KEYS: KnownKeys = { required: ['path'], optional: ['query', 'when'] };
const VERSIONS = ['v1.0', 'beta'] as const;

/** Reads `request`. Mistakes are added to the problems, and queries that probably do not do what was meant to the warnings. */
export function readRequest(
  value: YamlValue,
  problems: FileProblems,
  warnings: FileProblem[],
): ReportRequest | undefined {
  if (value.node !== null && isMap(value.node) && value.node.has('cmdlet')) {
    problems.add(value.offset, `${shownText(value.name)} has a cmdlet.`, 'Add "source: exchange" to the file.');
    return undefined;
  }
  const keys = record(value, REQUEST_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => (isEmptyText(inside) ? '' : readPath(inside, pathProblem, problems)));
  const version = given(keys, 'version', (inside) => oneOf(inside, VERSIONS, problems)) ?? 'v1.0';
  const query = given(keys, 'query', (inside) => readQuery(inside, problems, maxPageSize(path)));
  const firstPageOnly =
    given(keys, 'first-page-only', (inside) => oneOf(inside, ['true', 'false'], problems)) === 'true';
  const children = given(keys, 'children', (inside) => readChildren(inside, problems));
  if (path === undefined) return undefined;
  const request = { path, version, query, firstPageOnly: firstPageOnly || undefined, children };
  const queryOffset = keys.entries.get('query')?.keyOffset ?? value.offset;
  const place = problems.placeOf(queryOffset);
  for (const warning of queryWarnings(request)) warnings.push({ place, ...warning });
  return request;
}

function queryWarnings({ path, query = {}, firstPageOnly }: ReportRequest): ValueProblem[] {
  const has = (option: string): boolean => query[option] !== undefined;
  const found: ValueProblem[] = [];
  if (has('$orderby') && has('$top') && firstPageOnly !== true) {
    found.push({
      message: 'All pages are read: "$top" is the size of a page, not the number of rows.',
      hint: 'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
    });
  }
  if (path === '' && !has('$select')) {
    found.push({
      message: 'The user is read without "$select", so Graph returns only its default properties.',
      hint: "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
    });
  }
  return found;
}

function isEmptyText({ node }: YamlValue): boolean {
  return node !== null && 'value' in node && node.value === '';
}

function readChildren(value: YamlValue, problems: FileProblems): ChildrenRequest | undefined {
  const keys = record(value, CHILDREN_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => readPath(inside, childrenPathProblem, problems));
  const query = given(keys, 'query', (inside) => readQuery(inside, problems, maxPageSize(path)));
  const when = given(keys, 'when', (inside) => expressionText(inside, problems));
  return path === undefined ? undefined : { path, query, when };
}

function readPath(
  value: YamlValue,
  check: (path: string) => ValueProblem | undefined,
  problems: FileProblems,
): string | undefined {
  const path = text(value, problems);
  const problem = path === undefined ? undefined : check(path);
  if (problem === undefined) return path;
  problems.add(value.offset, `${shownText(value.name)} ${problem.message}`, problem.hint);
  return undefined;
}
