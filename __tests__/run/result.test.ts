import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { allowedUnread, resultOf, type Counts, type Thresholds } from '../../src/run/result.ts';
import { policyOf, ruleOf } from '../policy/judge-policy.ts';

const none: Counts = { mailboxes: 200, unreadable: 0, cancelled: 0, broken: [], warned: [] };
const strict: Thresholds = { allowed: { kind: 'count', most: 0 }, failOn: 'error' };
const broken = [
  { rule: 'no-external-replies', mailboxes: 1_200 },
  { rule: 'time-zones', mailboxes: 3 },
];

describe('unreadable mailboxes', () => {
  test.each([
    [0, { kind: 'count', most: 0 }, 'pass'],
    [1, { kind: 'count', most: 0 }, 'incomplete'],
    [10, { kind: 'count', most: 10 }, 'pass'],
    [11, { kind: 'count', most: 10 }, 'incomplete'],
    [4, { kind: 'percent', most: 2 }, 'pass'],
    [5, { kind: 'percent', most: 2 }, 'incomplete'],
    [199, { kind: 'percent', most: 100 }, 'pass'],
    [200, { kind: 'percent', most: 100 }, 'incomplete'],
    [200, undefined, 'pass'],
    [58, { kind: 'percent', most: 29 }, 'pass'],
    [59, { kind: 'percent', most: 29 }, 'incomplete'],
    [114, { kind: 'percent', most: 57 }, 'pass'],
  ] as const)('%i of 200 with %j allowed give %s', (unreadable, allowed, result) => {
    expect(resultOf({ ...none, unreadable }, { ...strict, allowed }).result).toBe(result);
  });

  test.each([
    [1, 1, 'incomplete'],
    [2, 1, 'pass'],
    [2, 2, 'incomplete'],
    [99, 2, 'incomplete'],
    [100, 2, 'pass'],
  ])(
    '%i mailboxes with %i unread give, if two percent and at least one are allowed, %s',
    (mailboxes, unreadable, result) => {
      const allowed = { kind: 'percent', most: 2, always: 1 } as const;
      expect(resultOf({ ...none, mailboxes, unreadable }, { ...strict, allowed }).result).toBe(result);
    },
  );

  test('are reported with the error that stopped the run, and with its hint', () => {
    const stoppedBy = new UserError('INCOMPLETE', 'Stopped: Graph rejected every request.', { hint: 'Try later.' });
    const { reason } = resultOf({ ...none, unreadable: 1 }, strict, stoppedBy);
    expect(reason?.message).toMatch(/^1 of 200 .* Stopped: Graph rejected every request\.$/);
    expect(reason?.hint).toBe('Try later.');
  });
});

test.each([
  ['error', ['error'], 0],
  ['error', ['warning'], 2],
  ['warning', ['warning'], 0],
  ['never', ['error'], 2],
  ['error', undefined, 2],
] as const)(
  'with auto and fail-on: %s, a policy with rules of %j lets %i of 100 be unread',
  (failOn, severities, most) => {
    const policy = severities && policyOf(severities.map((severity) => ruleOf({ severity })));
    expect(allowedUnread({ inputs: { maxUnreadable: undefined, failOn }, policy }).most).toBe(most);
  },
);

describe('a cancelled run', () => {
  const cancelled = { ...none, mailboxes: 10, unreadable: 7, cancelled: 6 };

  test('never passes, however many mailboxes may be unreadable', () => {
    const allowed = { kind: 'percent', most: 100 } as const;
    expect(resultOf(cancelled, { ...strict, allowed })).toMatchObject({ result: 'incomplete', fails: true });
  });

  test.each(['error', 'never'] as const)('with violations has both in its reason with fail-on: %s', (failOn) => {
    const { result, reason, fails } = resultOf({ ...cancelled, broken }, { ...strict, failOn });
    expect({ result, fails }).toEqual({ result: 'violations', fails: true });
    expect(reason?.code).toBe(failOn === 'never' ? 'CANCELLED' : 'VIOLATIONS');
    expect(reason?.message).toContain('1,203 violations of 2 rules');
    expect(reason?.message).toContain('The run was cancelled: 7 of 10 mailboxes could not be read.');
  });
});

describe('violations', () => {
  test('of many rules list the first five', () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ rule: `r${at}`, mailboxes: 1 }));
    expect(resultOf({ ...none, broken: many }, strict).reason?.message).toContain(
      '(r0 1, r1 1, r2 1, r3 1, r4 1, 3 more)',
    );
  });

  test('are accepted by a baseline, or by the new contents of the one that is set', () => {
    expect(resultOf({ ...none, broken }, strict).reason?.hint).toContain('set "baseline" to a committed copy');
    const { hint } = resultOf({ ...none, broken }, { ...strict, baseline: 'known.csv' }).reason ?? {};
    expect(hint).toContain('replace the contents of "known.csv" with those of baseline.csv');
    expect(hint).not.toContain('set "baseline"');
  });

  test('with fail-on: never do not hide too many unreadable mailboxes', () => {
    const { result, reason, fails } = resultOf({ ...none, unreadable: 1, broken }, { ...strict, failOn: 'never' });
    expect({ result, fails, code: reason?.code }).toEqual({ result: 'violations', fails: true, code: 'INCOMPLETE' });
    expect(reason?.message).toMatch(/^1 of 200 mailboxes could not be read.* 1,203 violations of 2 rules/);
  });
});

describe('violations of rules of severity warning', () => {
  const warned = [{ rule: 'languages', mailboxes: 2 }];

  test('are counted after those of severity error', () => {
    const { reason } = resultOf({ ...none, broken, warned }, { ...strict, failOn: 'warning' });
    expect(reason?.message).toMatch(/^1,203 violations and 2 warnings of 3 rules .*time-zones 3, languages 2\)/);
  });
});
