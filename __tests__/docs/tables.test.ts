import { describe, expect, test } from '@jest/globals';
import { UNREAD_STATUSES } from '../../src/publish/tally.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { columnNames } from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/mailbox-settings.ts';
import { actionInterface } from './action-yml.ts';
import { codeIn, tableBelow, tableOf, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

const README = textOf('README.md');
const TROUBLESHOOTING = textOf('docs/troubleshooting.md');

function names(markdown: string, heading: string): (string | undefined)[] {
  return tableOf(markdown, heading).rows.map(([name = '']) => codeIn(name));
}

describe.each([
  ['action.yml', '## Inputs', '## Outputs'],
  ['validate/action.yml', '### Check a pull request', 'Its outputs:'],
])('of %s', (file, inputsBelow, outputsBelow) => {
  const { inputs, outputs } = actionInterface(file);

  test('the inputs are told, in its order, with its defaults', () => {
    const rows = tableBelow(README, inputsBelow).rows.map(([name = '', standard = '']) => [codeIn(name), standard]);
    expect(rows).toEqual(
      inputs.map(({ name, required, default: standard }) => [
        name,
        required ? 'required' : standard === '' ? '' : `\`${standard}\``,
      ]),
    );
  });

  test('the outputs are told, in its order', () => {
    expect(tableBelow(README, outputsBelow).rows.map(([name = '']) => codeIn(name))).toEqual(outputs);
  });
});

test('the columns are those of the CSV, in its order', () => {
  expect(names(README, 'Column')).toEqual(columnNames(mailboxSettings));
});

test('the statuses are those that a row can have', () => {
  expect(names(README, 'Status')).toEqual(['ok', ...UNREAD_STATUSES]);
  expect(names(TROUBLESHOOTING, 'Status')).toEqual(UNREAD_STATUSES);
});

test('the reports are the built-in ones, in their order, with their permissions', () => {
  const rows = tableOf(README, 'Report').rows.map(([name = '', of = '', , permission = '']) => [
    codeIn(name),
    of,
    codeIn(permission),
  ]);
  expect(rows.map(([name, , permission]) => [name, permission])).toEqual(
    [...builtInReports.values()].map((report) => [report.name, report.permission]),
  );
  expect(rows.map(([, of]) => of === 'mailbox')).toEqual(
    [...builtInReports.values()].map(({ rows: array }) => array === undefined),
  );
});

test('every row of every table has a cell for each column, and none is empty by accident', () => {
  for (const { header, rows } of [...tablesOf(README), ...tablesOf(TROUBLESHOOTING)]) {
    for (const row of rows) {
      expect(row).toHaveLength(header.length);
      expect(row.filter((cell, at) => cell === '' && header[at] !== 'Default')).toEqual([]);
    }
  }
});
