import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../yaml/problems.ts';
import { given, oneOf, record, text, type KnownKeys, type YamlValue } from '../../yaml/value.ts';
import type { ChildrenRequest, ReportRequest } from '../definition.ts';
import { expressionText } from './expression.ts';
import { childrenPathProblem, pathProblem, type ValueProblem } from './path.ts';
import { readQuery } from './query.ts';

const REQUEST_KEYS: KnownKeys = { required: ['path'], optional: ['version', 'query', 'children'] };
const CHILDREN_KEYS: KnownKeys = { required: ['path'], optional: ['when'] };
const VERSIONS = ['v1.0', 'beta'] as const;

/** Reads `request`. Mistakes are added to the problems. */
export function readRequest(value: YamlValue, problems: FileProblems): ReportRequest | undefined {
  const keys = record(value, REQUEST_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => readPath(inside, pathProblem, problems));
  const version = given(keys, 'version', (inside) => oneOf(inside, VERSIONS, problems)) ?? 'v1.0';
  const query = given(keys, 'query', (inside) => readQuery(inside, problems));
  const children = given(keys, 'children', (inside) => readChildren(inside, problems));
  return path === undefined ? undefined : { path, version, query, children };
}

function readChildren(value: YamlValue, problems: FileProblems): ChildrenRequest | undefined {
  const keys = record(value, CHILDREN_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => readPath(inside, childrenPathProblem, problems));
  const when = given(keys, 'when', (inside) => expressionText(inside, problems));
  return path === undefined ? undefined : { path, when };
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
