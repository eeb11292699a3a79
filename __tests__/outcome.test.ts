import { expect, test } from '@jest/globals';
import { judge } from '../src/outcome.ts';

test.each([
  [0, { kind: 'count', most: 0 }, 'pass'],
  [1, { kind: 'count', most: 0 }, 'incomplete'],
  [10, { kind: 'count', most: 10 }, 'pass'],
  [11, { kind: 'count', most: 10 }, 'incomplete'],
  [4, { kind: 'percent', most: 2 }, 'pass'],
  [5, { kind: 'percent', most: 2 }, 'incomplete'],
  [200, { kind: 'percent', most: 100 }, 'pass'],
] as const)('%i of 200 unread, %j allowed: %s', (unread, maxUnread, result) => {
  expect(judge({ mailboxes: 200, unread, cancelled: 0 }, maxUnread).result).toBe(result);
});

test('says how many, and what was allowed', () => {
  expect(judge({ mailboxes: 60_000, unread: 1234, cancelled: 0 }, { kind: 'percent', most: 2 })).toMatchObject({
    code: 'INCOMPLETE',
    message: '1,234 of 60,000 mailboxes could not be read; "max-unread" allows 2%.',
  });
});

test('says that the run was cancelled', () => {
  expect(judge({ mailboxes: 10, unread: 7, cancelled: 6 }, { kind: 'count', most: 0 })).toMatchObject({
    code: 'CANCELLED',
    message: 'The run was cancelled: 7 of 10 mailboxes were not read.',
  });
});
