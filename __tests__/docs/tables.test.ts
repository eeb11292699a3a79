import { expect, test } from '@jest/globals';
import { UNREAD_STATUSES } from '../../src/publish/tally.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { columnNames } from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/mailbox-settings.ts';
import { actionInterface } from './action-yml.ts';
import { codeIn, tableOf, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

const README = textOf('README.md');
const TROUBLESHOOTING = textOf('docs/troubleshooting.md');

function names(markdown: string, heading: string): (string | undefined)[] {
  return tableOf(markdown, heading).rows.map(([name = '']) => codeIn(name));
}

test('the inputs are those of action.yml, in its order, with its defaults', () => {
  const rows = tableOf(README, 'Input').rows.map(([name = '', standard = '']) => [codeIn(name), standard]);
  const inputs = actionInterface().inputs.map(({ name, required, default: standard }) => [
    name,
    required ? 'required' : standard === '' ? '' : `\`${standard}\``,
  ]);
  expect(rows).toEqual(inputs);
});

test('the outputs are those of action.yml, in its order', () => {
  expect(names(README, 'Output')).toEqual(actionInterface().outputs);
});

test('the columns are those of the CSV, in its order', () => {
  expect(names(README, 'Column')).toEqual(columnNames(mailboxSettings));
});

test('the statuses are those that a row can have', () => {
  expect(names(README, 'Status')).toEqual(['ok', ...UNREAD_STATUSES]);
  expect(names(TROUBLESHOOTING, 'Status')).toEqual(UNREAD_STATUSES);
});

test('while there is one report, the README does not promise others', () => {
  const [, , meaning] = tableOf(README, 'Input').rows.find(([name]) => name === '`report`') ?? [];
  expect(builtInReports.size === 1).toBe(meaning?.endsWith('there is this one'));
});

test('every row of every table has a cell for each column, and none is empty by accident', () => {
  for (const { header, rows } of [...tablesOf(README), ...tablesOf(TROUBLESHOOTING)]) {
    for (const row of rows) {
      expect(row).toHaveLength(header.length);
      expect(row.filter((cell, at) => cell === '' && header[at] !== 'Default')).toEqual([]);
    }
  }
});
