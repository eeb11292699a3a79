import { describe, expect, test } from '@jest/globals';
import { UNREADABLE_STATUSES } from '../../src/output/tally.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { covers } from '../../src/auth/app-roles.ts';
import { clouds } from '../../src/auth/clouds.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, VERDICT_COLUMNS } from '../../src/reports/definition.ts';
import { actionInterface } from './action-yml.ts';
import { codeIn, inlineCode, linkTargets, tableBelow, tableOf, tablesOf } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

const README = textOf('README.md');
const TROUBLESHOOTING = textOf('docs/troubleshooting.md');
const SETUP = textOf('docs/setup.md');
const OUTPUTS = textOf('docs/outputs.md');

function names(markdown: string, heading: string): (string | undefined)[] {
  return tableOf(markdown, heading).rows.map(([name = '']) => codeIn(name));
}

describe.each([
  ['action.yml', README, 'Input', 'Output'],
  ['validate/action.yml', SETUP, 'Input', 'Output'],
])('of %s', (file, document, input, output) => {
  const { inputs, outputs } = actionInterface(file);

  test('the inputs are told, in its order, with its defaults', () => {
    const rows = tableOf(document, input).rows.map(([name = '', standard = '']) => [codeIn(name), standard]);
    expect(rows).toEqual(
      inputs.map(({ name, required, default: standard }) => [
        name,
        required ? 'required' : standard === '' ? '' : `\`${standard}\``,
      ]),
    );
  });

  test('the outputs are told, in its order', () => {
    expect(names(document, output)).toEqual(outputs);
  });
});

test('every action of the repository is among them', async () => {
  expect(await filesLike('{*/,}action.yml')).toEqual(['action.yml', 'validate/action.yml']);
});

test('the columns that each CSV has stand around those of the report, in its order', () => {
  const { rows } = tableBelow(OUTPUTS, '## The CSV');
  expect(rows.map(([name = '']) => codeIn(name))).toEqual([
    MAILBOX_COLUMN,
    undefined,
    ...STATUS_COLUMNS,
    ...VERDICT_COLUMNS,
  ]);
  const reports = linkTargets(rows[1]?.[1] ?? '').map((target) => target.replace('reports.md#', ''));
  expect(reports).toEqual([...builtInReports.keys(), 'your-own-report']);
});

test('outputs.md lists the formats of files that the README lists for the input', () => {
  const { rows } = tableOf(OUTPUTS, 'What');
  const formats = rows.flatMap(([, , input = '']) =>
    inlineCode(input).filter((_, at, [first]) => at > 0 && first === 'formats'),
  );
  const [formatsInput] = tableBelow(README, '## Inputs').rows.filter(([name]) => name === '`formats`');
  expect(inlineCode(formatsInput?.[2] ?? '').filter((format) => format !== 'csv')).toEqual(formats);
});

test('the hosts are those of the clouds', () => {
  const { rows } = tableOf(textOf('docs/security.md'), '`cloud`');
  expect(rows.map((row) => row.map(codeIn))).toEqual(
    Object.entries(clouds).map(([name, { authorityHost, graphUrl }]) => [
      name,
      new URL(authorityHost).host,
      new URL(graphUrl).host,
    ]),
  );
});

test('the set-up names a permission that each built-in report can be read with', () => {
  const { rows } = tableBelow(SETUP, '## Permissions');
  const told = rows.flatMap(([names = '', permission = '']) =>
    inlineCode(names).map((name) => [name, inlineCode(permission)[0]]),
  );
  expect(told).toEqual([...builtInReports.values()].map(({ name, permissions }) => [name, permissions[0]]));
  for (const [reports = '', permissions = ''] of rows) {
    const needed = builtInReports.get(inlineCode(reports)[0] ?? '')?.permissions[0];
    for (const role of inlineCode(permissions)) expect(needed === undefined || covers([role], needed)).toBe(true);
  }
});

test('troubleshooting explains every status of a mailbox that could not be read', () => {
  expect(names(TROUBLESHOOTING, 'Status')).toEqual(UNREADABLE_STATUSES);
});

test('the reports are the built-in ones, in their order, with their permissions', () => {
  const rows = tableOf(README, 'Report').rows.map(([name = '', of = '', , permission = '']) => [
    codeIn(name),
    of,
    inlineCode(permission)[0],
  ]);
  expect(rows.map(([name, , permission]) => [name, permission])).toEqual(
    [...builtInReports.values()].map((report) => [report.name, report.permissions.join(', ')]),
  );
  expect(rows.map(([, of]) => of === 'mailbox')).toEqual(
    [...builtInReports.values()].map(({ rows: array }) => array === undefined),
  );
});

test.each(await documents())('in %s every row of every table has a cell for each column', (file) => {
  for (const { header, rows } of tablesOf(textOf(file))) {
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
});

test('no cell is empty by accident', () => {
  for (const { header, rows } of [README, TROUBLESHOOTING].flatMap(tablesOf)) {
    for (const row of rows) expect(row.filter((cell, at) => cell === '' && header[at] !== 'Default')).toEqual([]);
  }
});
