import { describe, expect, test } from '@jest/globals';
import { judge, type Allowed, type Counts } from '../src/result.ts';

const none: Counts = { mailboxes: 200, unread: 0, cancelled: 0, broken: [] };
const strict: Allowed = { maxUnread: { kind: 'count', most: 0 }, failOn: 'violation' };
const broken = [
  { rule: 'no-external-replies', mailboxes: 1_200 },
  { rule: 'time-zones', mailboxes: 3 },
];

describe('unread mailboxes', () => {
  test.each([
    [0, { kind: 'count', most: 0 }, 'pass'],
    [1, { kind: 'count', most: 0 }, 'incomplete'],
    [10, { kind: 'count', most: 10 }, 'pass'],
    [11, { kind: 'count', most: 10 }, 'incomplete'],
    [4, { kind: 'percent', most: 2 }, 'pass'],
    [5, { kind: 'percent', most: 2 }, 'incomplete'],
    [200, { kind: 'percent', most: 100 }, 'pass'],
    [58, { kind: 'percent', most: 29 }, 'pass'],
    [59, { kind: 'percent', most: 29 }, 'incomplete'],
    [114, { kind: 'percent', most: 57 }, 'pass'],
  ] as const)('%i of 200, %j allowed: %s', (unread, maxUnread, result) => {
    expect(judge({ ...none, unread }, { ...strict, maxUnread }).result).toBe(result);
  });

  test('are told with what was allowed', () => {
    const maxUnread = { kind: 'percent', most: 2 } as const;
    expect(judge({ ...none, mailboxes: 60_000, unread: 1234 }, { ...strict, maxUnread })).toMatchObject({
      code: 'INCOMPLETE',
      message: '1,234 of 60,000 mailboxes could not be read; "max-unread" allows 2%.',
      fails: true,
    });
  });

  test('are told together with what breaks the policy among the others', () => {
    expect(judge({ ...none, unread: 1, broken: [{ rule: 'a', mailboxes: 2 }] }, strict)).toMatchObject({
      result: 'incomplete',
      message: expect.stringMatching(/ allows 0\. Of those that were read: 2 violations: .* \(a 2\)\.$/),
    });
  });

  test('of a cancelled run are told as such', () => {
    expect(judge({ ...none, mailboxes: 10, unread: 7, cancelled: 6 }, strict)).toMatchObject({
      code: 'CANCELLED',
      message: 'The run was cancelled: 7 of 10 mailboxes were not read.',
    });
  });
});

describe('violations', () => {
  test('are told by rule, and fail the step', () => {
    expect(judge({ ...none, broken }, strict)).toMatchObject({
      result: 'violations',
      code: 'VIOLATIONS',
      message: '1,203 violations: 2 rules of the policy do not hold (no-external-replies 1,200, time-zones 3).',
      fails: true,
    });
    expect(judge({ ...none, broken: [{ rule: 'a', mailboxes: 1 }] }, strict)).toMatchObject({
      message: '1 violation: a rule of the policy does not hold (a 1).',
    });
  });

  test('of many rules are told by the first five', () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ rule: `r${at}`, mailboxes: 1 }));
    expect(judge({ ...none, broken: many }, strict)).toMatchObject({
      message: '8 violations: 8 rules of the policy do not hold (r0 1, r1 1, r2 1, r3 1, r4 1, 3 more).',
    });
  });

  test('fail nothing where they must not', () => {
    expect(judge({ ...none, broken }, { ...strict, failOn: 'never' })).toMatchObject({
      result: 'violations',
      fails: false,
    });
  });

  test('are outweighed by unread mailboxes', () => {
    expect(judge({ ...none, unread: 1, broken }, strict).result).toBe('incomplete');
    expect(judge({ ...none, unread: 1, broken }, { ...strict, failOn: 'never' })).toMatchObject({ fails: true });
  });
});
