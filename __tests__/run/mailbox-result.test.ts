import { expect, test } from '@jest/globals';
import { mailboxResult } from '../../src/run/mailbox-result.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import type { RowCells } from '../../src/reports/rows.ts';

test('an error of many reports names the first three, and how many more there are', () => {
  const definitions = ['mailbox-settings', 'inbox-rules', 'folders', 'automatic-replies', 'mailbox-usage'].flatMap(
    (name) => builtInReports.get(name) ?? [],
  );
  const failed: QueryResult<RowCells[]> = { status: 'access-denied', error: 'Access is denied.' };
  const results = definitions.map((_, at): QueryResult<RowCells[]> =>
    at === 0 ? { status: 'ok', value: [] } : failed,
  );
  const mailbox = { address: 'a@x.y', file: 'list.txt', line: 1 };
  const errorOf = (reports: number): string =>
    mailboxResult({ mailbox, results: results.slice(0, reports) }, definitions.slice(0, reports)).error;
  expect(errorOf(5)).toBe('inbox-rules, folders, automatic-replies, and 1 more: Access is denied.');
  expect(errorOf(3)).toBe('inbox-rules, folders: Access is denied.');
});
