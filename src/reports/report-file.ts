import { UserError } from '../errors.ts';
import { firstOf, type FileProblem, type FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { readWorkspaceFile } from '../workspace/file.ts';
import { parseYaml, parseYamlBytes, type YamlFile } from '../yaml/file.ts';
import { given, oneOf, record, text, type KnownKeys, type YamlValue } from '../yaml/value.ts';
import { builtInReports } from './built-in.ts';
import { columnTypes } from './column-types.ts';
import type { ChildrenRequest, ReportDefinition, ReportRequest } from './definition.ts';
import { expressionText } from './expression-value.ts';
import { childrenPathProblem, pathProblem, type ValueProblem } from './path-problem.ts';
import { queryOptions } from './query-options.ts';
import { reportColumns } from './report-columns.ts';
import { reportName } from './report-name.ts';

const KEYS: KnownKeys = {
  required: ['name', 'request', 'columns'],
  optional: ['permission', 'rows', 'inconclusive', 'types'],
};
const REQUEST_KEYS: KnownKeys = { required: ['path'], optional: ['version', 'query', 'children'] };
const CHILDREN_KEYS: KnownKeys = { required: ['path'], optional: ['when'] };
const VERSIONS = ['v1.0', 'beta'] as const;
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const APP_ROLE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/;

/** What a report file says: a report, or everything that is wrong. */
export type ReportFile =
  | { readonly ok: true; readonly definition: ReportDefinition }
  | { readonly ok: false; readonly problems: readonly [FileProblem, ...FileProblem[]] };

/**
 * Reads a report file of the workspace. Throws a UserError `REPORT_FILE` that says what is wrong first, with its place,
 * and how much besides; or that there is no such file in the workspace.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
export async function readReportFile(file: string, workspace: string): Promise<ReportDefinition> {
  const read = await openReportFile(file, workspace);
  if (read.ok) return read.definition;
  const [{ hint, place }] = read.problems;
  throw new UserError('REPORT_FILE', firstOf(read.problems), { hint, place });
}

/** The same with everything that is wrong. Throws a UserError `REPORT_FILE` for a file that cannot be opened alone. */
export async function openReportFile(file: string, workspace: string): Promise<ReportFile> {
  const { bytes, shown } = await readWorkspaceFile(file, workspace, {
    code: 'REPORT_FILE',
    noun: 'report file',
    input: 'report',
    extensions: ['yml', 'yaml'],
    names: [...builtInReports.keys()],
  });
  return reportIn(parseYamlBytes(bytes, shown));
}

/**
 * Everything that is wrong in the text of a report file, or the report that it is.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
export function reportFileProblems(text: string, file: string): ReportFile {
  return reportIn(parseYaml(text, file));
}

function reportIn({ root, problems }: YamlFile): ReportFile {
  const definition = root === undefined ? undefined : definitionOf(root, problems);
  const [first, ...more] = problems.all();
  if (first !== undefined) return { ok: false, problems: [first, ...more] };
  if (definition === undefined) throw new TypeError('a report file gave neither a report nor a problem');
  return { ok: true, definition };
}

function definitionOf(root: YamlValue, problems: FileProblems): ReportDefinition | undefined {
  const keys = record(root, KEYS, problems);
  if (keys === undefined) return undefined;
  const name = given(keys, 'name', (value) => reportName(value, problems));
  const permission = given(keys, 'permission', (value) => appRole(value, problems)) ?? USUAL_PERMISSION;
  const request = given(keys, 'request', (value) => requestOf(value, problems));
  const rows = given(keys, 'rows', (value) => expressionText(value, problems));
  const inconclusive = given(keys, 'inconclusive', (value) => expressionText(value, problems));
  const columns = given(keys, 'columns', (value) => reportColumns(value, problems));
  const types = given(keys, 'types', (value) => columnTypes(value, columns, problems));
  if (name === undefined || request === undefined || columns === undefined) return undefined;
  return { name, permission, request, rows, inconclusive, columns, types };
}

function requestOf(value: YamlValue, problems: FileProblems): ReportRequest | undefined {
  const keys = record(value, REQUEST_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => pathOf(inside, pathProblem, problems));
  const version = given(keys, 'version', (inside) => oneOf(inside, VERSIONS, problems)) ?? 'v1.0';
  const query = given(keys, 'query', (inside) => queryOptions(inside, problems));
  const children = given(keys, 'children', (inside) => childrenOf(inside, problems));
  return path === undefined ? undefined : { path, version, query, children };
}

function childrenOf(value: YamlValue, problems: FileProblems): ChildrenRequest | undefined {
  const keys = record(value, CHILDREN_KEYS, problems);
  if (keys === undefined) return undefined;
  const path = given(keys, 'path', (inside) => pathOf(inside, childrenPathProblem, problems));
  const when = given(keys, 'when', (inside) => expressionText(inside, problems));
  return path === undefined ? undefined : { path, when };
}

function pathOf(
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

function appRole(value: YamlValue, problems: FileProblems): string | undefined {
  const role = text(value, problems);
  if (role === undefined || APP_ROLE.test(role)) return role;
  problems.add(
    value.offset,
    `${shownText(value.name)} cannot be ${shownText(role)}.`,
    `Name one application permission of Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`,
  );
  return undefined;
}
