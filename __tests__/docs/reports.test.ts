import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isObject, parseJson, type JsonObject } from '../../src/json.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { cellText } from '../../src/text/display.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { columnNames, STATUS_COLUMNS, VERDICT_COLUMNS } from '../../src/reports/definition.ts';
import { addedFunctions } from '../../src/reports/expressions/functions.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { loadPlainText } from '../../src/reports/expressions/plain-text.ts';
import { collectedRows } from '../reports/collected-rows.ts';
import { codeBlocks, codeIn, inlineCode, tableOf, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

const REPORTS = textOf('docs/reports.md');

function section(heading: string): string {
  const [, text] = REPORTS.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`no section ${heading}`);
  return text.split('\n## ')[0] ?? '';
}

function answersIn(text: string): JsonObject[] {
  return codeBlocks(text, 'json').map(parseJson).filter(isObject);
}

beforeAll(loadPlainText);

test('the reports are those that are built in, in their order', () => {
  const rows = tableOf(REPORTS, 'Report').rows.map(([name = '', , ...rest]) => [name, ...rest.map(codeIn)]);
  const expected = [...builtInReports.values()].map(({ name, request, permissions }) => [
    `[\`${name}\`](#${name})`,
    request.path,
    permissions.join(', '),
  ]);
  expect(rows).toEqual(expected);
});

describe.each([...builtInReports.values()])('$name', (report) => {
  const text = section(`\`${report.name}\``);
  const { rows } = tableOf(text, 'Column');

  test('has its columns, in the order of the CSV', () => {
    const own = columnNames(report).slice(1, -STATUS_COLUMNS.length);
    expect(rows.map(([name = '']) => codeIn(name))).toEqual(own);
  });

  test('has the example that comes of the answer shown', () => {
    const [answer = {}, child = {}] = answersIn(text);
    const below = { 'mailFolders/AQMkAA/childFolders': child };
    const row = collectedRows(report, answer, { inside: internalDomains(['contoso.com']), below }).at(-1);
    const cells = Object.values(row?.cells ?? {}).map(cellText);
    expect(cells.filter((cell) => cell !== '').length).toBeGreaterThan(cells.length / 2);
    expect(rows.map(([, , , example = '']) => codeIn(example) ?? example)).toEqual(cells);
  });

  test('has the types that the example has', () => {
    const [answer = {}, child = {}] = answersIn(text);
    const below = { 'mailFolders/AQMkAA/childFolders': child };
    const values = Object.values(collectedRows(report, answer, { below }).at(-1)?.cells ?? {});
    const types = values.map((value) => {
      if (Array.isArray(value)) return ['list'];
      if (isObject(value)) return ['object'];
      if (value === null) return ['text', 'list', 'object', 'number', 'true or false', 'UTC'];
      return { string: ['text', 'UTC'], number: ['number'], boolean: ['true or false'] }[
        typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean'
      ];
    });
    for (const [at, [, type]] of rows.entries()) expect(types[at]).toContain(type);
  });
});

test('the functions are those that are added, with as many arguments', () => {
  const functions = tableOf(REPORTS, 'Function').rows.map(([call = '']) => codeIn(call));
  const documented = functions.map((call = '') => [call.replace(/\(.*/, ''), call.split(',').length]);
  expect(documented).toEqual(Object.entries(addedFunctions).map(([name, { takes }]) => [name, takes]));
});

test('every report file shown is right, and the keys are those that one can have', () => {
  const files = reportFiles();
  expect(files).toHaveLength(2);
  for (const file of files) expect(parseReportFile(file, 'report.yml')).toMatchObject({ ok: true });
  const keys = tableOf(REPORTS, 'Key').rows.map(([key = '']) => codeIn(key));
  const schema: unknown = parse(textOf('schemas/report.schema.json'));
  const { properties = {} } = isObjectOf(schema) ? schema : {};
  const expected = Object.entries(properties).flatMap(([name, value]) =>
    name === 'request' ? Object.keys(value.properties ?? {}).map((key) => `request.${key}`) : [name],
  );
  expect(new Set(keys)).toEqual(new Set(expected));
});

/** What is shown as YAML, but for the step that names reports. */
function reportFiles(): string[] {
  const [step = '', ...files] = codeBlocks(REPORTS, 'yaml');
  expect(parse(step)).toMatchObject({ with: { report: expect.any(String) } });
  return files;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

function isObjectOf(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'properties' in value;
}

test('the first of them is the example file', () => {
  const [shown = ''] = reportFiles();
  expect(parse(shown)).toEqual(parse(textOf('examples/reports/master-categories.yml')));
});

test('the columns that all reports have are named', () => {
  const named = new Set(inlineCode(REPORTS));
  for (const column of ['MailboxName', ...STATUS_COLUMNS, ...VERDICT_COLUMNS]) expect(named).toContain(column);
});

test('every row of every table has a cell for each column', () => {
  for (const { header, rows } of tablesOf(REPORTS)) {
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
});
