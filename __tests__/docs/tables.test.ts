import { expect, test } from '@jest/globals';
import { referencePages } from '../../scripts/reference.ts';
import { FORMATS } from '../../src/run/input-readers.ts';
import { defaultOf, inputsOf } from '../../src/run/inputs.ts';
import { BY_REMEDY } from '../../src/totals/mailbox-counts.ts';
import { allBuiltIn } from '../../src/reports/built-in-tables.ts';
import { covers } from '../../src/auth/app-roles.ts';
import { clouds } from '../../src/auth/clouds.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, VERDICT_COLUMNS } from '../../src/reports/definition.ts';
import { actionInterface } from './action-yml.ts';
import { codeIn, inlineCode, tableBelow, tableOf, tablesOf } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

const README = textOf('README.md');
const TROUBLESHOOTING = textOf('docs/troubleshooting.md');
const SETUP = textOf('docs/setup.md');
const OUTPUTS = textOf('docs/outputs.md');

/** A table that comes with a report is described there. */
const REPORTS = [...allBuiltIn.values()].filter((report) => !('comesWith' in report));

function names(markdown: string, heading: string): (string | undefined)[] {
  return tableOf(markdown, heading).rows.map(([name = '']) => codeIn(name));
}

test('the reference pages are what `npm run build` writes', async () => {
  for (const [file, text] of Object.entries(await referencePages())) expect([file, textOf(file)]).toEqual([file, text]);
});

test('the README lists five inputs, with their defaults', () => {
  const { inputs } = actionInterface();
  const rows = tableOf(README, 'Input').rows.map(([name = '', standard = '']) => [codeIn(name), standard]);
  const usual = new Map(inputsOf('report').map(([name, row]) => [name, defaultOf(row)]));
  const known = inputs.map(({ name, required }) => [
    name,
    required ? 'required' : usual.get(name) === '' ? '' : `\`${usual.get(name)}\``,
  ]);
  expect(rows).toHaveLength(5);
  expect(known).toEqual(expect.arrayContaining(rows));
});

test('the inputs and outputs of merge/action.yml are those of action.yml, without the ones that read mailboxes', () => {
  const reading =
    /^(?:tenant-id|client-id|credential|pfx|pfx-password|cloud|mailboxes|address-column|extra-columns|shard|endpoints)$/;
  const [root, merge] = [actionInterface(), actionInterface('merge/action.yml')];
  const expected = root.inputs.filter(
    ({ name }) => !reading.test(name) && !/^(?:internal-domains|unlisted)$/.test(name),
  );
  expect(merge.inputs.filter(({ name }) => name !== 'max-age')).toEqual(expected);
  expect(merge.outputs).toEqual(root.outputs.filter((name) => name !== 'unlisted-count'));
});

test('the actions above are all actions of the repository', async () => {
  expect(await filesLike('{*/,}action.yml')).toEqual([
    'action.yml',
    'merge/action.yml',
    'remediate/action.yml',
    'validate/action.yml',
  ]);
});

test('outputs.md lists the common columns of each CSV before and after those of the report, in order', () => {
  const { rows } = tableBelow(OUTPUTS, '## The CSV');
  expect(rows.map(([name = '']) => codeIn(name))).toEqual([
    MAILBOX_COLUMN,
    undefined,
    ...STATUS_COLUMNS,
    ...VERDICT_COLUMNS,
  ]);
});

test('outputs.md lists the formats of files', () => {
  const { rows } = tableOf(OUTPUTS, 'What');
  const formats = rows.flatMap(([, input = '']) =>
    inlineCode(input).filter((_, at, [first]) => at > 0 && first === 'formats'),
  );
  expect(FORMATS).toEqual(['csv', ...formats]);
});

test('security.md lists the hosts of the clouds', () => {
  const { rows } = tableOf(textOf('docs/security.md'), '`cloud`');
  expect(rows.map((row) => row.map(codeIn))).toEqual(
    Object.entries(clouds).map(([name, { authorityHost, graphUrl, exchangeUrl }]) => [
      name,
      new URL(authorityHost).host,
      new URL(graphUrl).host,
      new URL(exchangeUrl).host,
    ]),
  );
});

test('security.md says of every action what it does in Microsoft 365', async () => {
  const { rows } = tableOf(textOf('docs/security.md'), 'Action');
  const folders = (await filesLike('*/action.yml')).map((file) => file.split('/')[0]);
  expect(rows.flatMap(([action = '']) => inlineCode(action)).toSorted()).toEqual(folders);
  expect(rows[0]?.[0]).toBe('Report');
});

/** `A` or `B`, one of which is enough, or the first permission. */
function permissionIn(cell: string): string | undefined {
  return inlineCode(cell)
    .slice(0, cell.includes(' or `') ? 2 : 1)
    .join(' or ');
}

test('the input "report" names each built-in report', () => {
  for (const file of ['action.yml', '.github/workflows/report.yml', '.github/actions/read-shard/action.yml']) {
    const [, description = ''] =
      /^ +report:\n +description:([^]*?)\n +(?:type|default|required):/m.exec(textOf(file)) ?? [];
    expect([file, inlineCode(description)]).toEqual([file, REPORTS.map(({ name }) => name)]);
  }
});

test('set-up.md names a permission for each built-in report', () => {
  const { rows } = tableBelow(SETUP, '## Permissions');
  const documented = rows.flatMap(([names = '', permission = '']) =>
    inlineCode(names).map((name) => [name, permissionIn(permission)]),
  );
  expect(documented).toEqual(REPORTS.map(({ name, permissions }) => [name, permissions[0] ?? '']));
  for (const [reports = '', permissions = ''] of rows) {
    const needed = allBuiltIn.get(inlineCode(reports)[0] ?? '')?.permissions[0];
    for (const role of inlineCode(permissions)) expect(needed === undefined || covers([role], needed)).toBe(true);
  }
});

test('troubleshooting explains every status of an unreadable mailbox', () => {
  expect(names(TROUBLESHOOTING, 'Status')).toEqual(BY_REMEDY);
});

test('the README lists the built-in reports in their order, each with one permission that suffices', () => {
  const { rows } = tableOf(README, 'Report');
  expect(rows.map(([name = '']) => codeIn(name))).toEqual(REPORTS.map(({ name }) => name));
  for (const [name = '', , , permission = ''] of rows) {
    const [needed] = allBuiltIn.get(codeIn(name) ?? '')?.permissions ?? [];
    const role = codeIn(permission) ?? '';
    const suffices = needed === undefined ? role === '' : needed.split(' or ').some((one) => covers([role], one));
    expect([name, permission, suffices]).toEqual([name, permission, true]);
  }
  expect(rows.map(([, of]) => of === 'mailbox')).toEqual(
    REPORTS.map(({ about, rows: array }) => about === undefined && array === undefined),
  );
});

test.each(await documents())('%s has a cell for each column in every row of every table', (file) => {
  for (const { header, rows } of tablesOf(textOf(file))) {
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
});

test('README and troubleshooting have no cell that is empty by mistake', () => {
  for (const { header, rows } of [README, TROUBLESHOOTING].flatMap(tablesOf)) {
    for (const row of rows) expect(row.filter((cell, at) => cell === '' && header[at] !== 'Default')).toEqual([]);
  }
});
