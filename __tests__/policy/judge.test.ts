import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import type { Rule } from '../../src/policy/policy-definition.ts';
import type { CellSchema } from '../../src/schema/cell-schema.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { Row } from '../../src/reports/rows.ts';
import { readRow, unreadableRow } from '../outputs/rows.ts';
import { exemptionOf, verdictsOf, judgeOf, ruleOf, THINGS } from './judge-policy.ts';

type Cells = Partial<Record<'Name' | 'Audience' | 'Days' | 'Count' | 'Flag' | 'Free' | 'Marks', Json>>;

function thing(cells: Cells = {}, parts: Partial<Row> = {}): Row {
  const {
    Name = 'one',
    Audience = 'none',
    Days = ['monday'],
    Count = 3,
    Flag = true,
    Free = null,
    Marks = null,
  } = cells;
  return { ...readRow('ann@x.y', [Name, Audience, Days, Count, Flag, Free, Marks]), ...parts };
}

const empty: Partial<Row> = { content: 'none', cells: [null, null, null, null, null, null, null] };
/** A row whose blank cells are unknown. */
function partial(cells: Cells): Row {
  const row = thing(cells);
  const isBlank = (cell: Json): boolean => ['null', '"inconclusive"', '[]'].includes(JSON.stringify(cell));
  return { ...row, incomplete: new Set(row.cells.flatMap((cell, at) => (isBlank(cell) ? [at] : []))) };
}

function verdictOf(rule: Partial<Rule>, ...rows: [Row, ...Row[]]): Verdict | undefined {
  return verdictsOf([ruleOf(rule)], rows).rules[0]?.verdict;
}

describe('a cell and its schema', () => {
  test.each<[keyof Cells, CellSchema, Json, boolean]>([
    ['Flag', { const: true }, true, true],
    ['Flag', { const: true }, 'true', false],
    ['Flag', { const: true }, null, false],
    ['Count', { minimum: 3 }, 3, true],
    ['Count', { minimum: 3 }, 2, false],
    ['Name', { pattern: '^on' }, 'one', true],
    ['Name', { const: 'one' }, 'One', false],
    ['Name', { enum: ['one', 'two'] }, 'ONE', false],
    ['Free', { format: 'date-time' }, '2026-11-25T10:00:00Z', true],
    ['Free', { format: 'date-time' }, 'tomorrow', false],
    ['Free', true, null, true],
    ['Free', false, null, false],
    ['Free', { properties: { const: { const: 'A' } } }, { const: 'a' }, false],
    // Enumerations of Graph compare case-insensitively.
    ['Audience', { const: 'ContactsOnly' }, 'contactsOnly', true],
    ['Audience', { const: 'contactsOnly' }, 'CONTACTSONLY', true],
    ['Marks', { properties: { importance: { enum: ['High'] } } }, { importance: 'HIGH', subject: ['High'] }, true],
    ['Marks', { properties: { a: { const: { importance: 'High' } } } }, { a: { importance: 'High' } }, true],
    [
      'Marks',
      { properties: { a: { properties: { importance: { const: 'High' } } } } },
      { a: { importance: 'High' } },
      true,
    ],
    ['Marks', { const: { importance: 'High' } }, { importance: 'HIGH' }, true],
    ['Marks', { additionalProperties: { const: 'High' } }, { importance: 'hIGH' }, true],
    ['Marks', { patternProperties: { '^imp': { enum: ['High'] } } }, { importance: 'high' }, true],
    ['Marks', { properties: { subject: { const: 'High' } } }, { subject: 'HIGH' }, false],
    ['Audience', { enum: ['None', 'contactsonly'] }, 'ContactsOnly', true],
    ['Audience', { enum: ['none'] }, 'contactsOnly', false],
    ['Audience', { not: { const: 'ALL' } }, 'all', false],
    ['Audience', { anyOf: [{ const: null }, { allOf: [{ enum: ['ALL'] }] }] }, 'aLL', true],
    ['Audience', { if: { const: 'ALL' }, then: false, else: true }, 'all', false],
    ['Audience', { pattern: '^contactsOnly$' }, 'CONTACTSONLY', true],
    ['Audience', { const: 'Somebody' }, 'somebody', true],
    ['Audience', { const: 'none' }, null, false],
    ['Audience', true, 'all', true],
    ['Audience', false, 'all', false],
    ['Days', { const: ['Monday', 'FRIDAY'] }, ['monday', 'Friday'], true],
    ['Days', { contains: { const: 'Friday' } }, ['monday', 'friday'], true],
    ['Days', { contains: { const: 'Friday' } }, ['monday', 1], false],
    ['Days', { items: { enum: ['Monday', 'Tuesday'] } }, ['TUESDAY', 7, null], false],
    ['Days', { items: { not: { enum: ['Friday'] } } }, ['FRIDAY'], false],
    ['Days', { prefixItems: [{ const: 'Monday' }] }, ['Monday', 'x'], true],
    ['Days', { maxItems: 0 }, [], true],
    ['Days', { dependentSchemas: { a: { const: 'Monday' } } }, ['monday'], true],
    ['Days', { required: ['Monday'] }, { monday: 1 }, false],
  ])('compares %s with %j, for the cell %j: %s', (column, schema, cell, holds) => {
    expect(verdictOf({ expect: { [column]: schema } }, thing({ [column]: cell }))).toBe(holds ? 'pass' : 'fail');
  });

  test('a finding shows the cell and the expected values in the spelling of Graph', () => {
    const { rules } = verdictsOf(
      [ruleOf({ expect: { Audience: { enum: ['NONE', 'ContactsOnly'] } } })],
      [thing({ Audience: 'ALL' })],
    );
    expect(rules[0]?.findings[0]).toMatchObject({ column: 'Audience', found: 'ALL', expected: 'none or contactsOnly' });
  });

  // NOW is 2026-11-25, in the afternoon.
  test.each([
    ['formatMaximum', 'today+30d', '2026-12-25T23:59:59Z', true],
    ['formatMaximum', 'today+30d', '2026-12-26T00:00:00Z', false],
    ['formatMinimum', 'today', '2026-11-25T00:00:00Z', true],
    ['formatMinimum', 'today', '2026-11-24T23:59:59Z', false],
    ['formatExclusiveMinimum', 'today-7d', '2026-11-18T23:59:59Z', false],
    ['formatExclusiveMinimum', 'today-7d', '2026-11-19T00:00:00Z', true],
    ['formatExclusiveMaximum', 'today', '2026-11-24T23:59:59Z', true],
    ['formatExclusiveMaximum', 'today', '2026-11-25T00:00:00Z', false],
    ['formatMaximum', '2026-12-01T00:00:00Z', '2026-12-01T01:00:00+01:00', true],
    ['formatMaximum', '2026-12-01T00:00:00Z', '2026-12-01T00:00:01Z', false],
    ['formatMaximum', 'today', null, true],
  ])('evaluates %s %s against the day of the run: %s passes: %s', (limit, value, cell, accepted) => {
    const schema = { allOf: [{ format: 'date-time', [limit]: value }] };
    expect(verdictOf({ expect: { Free: schema } }, thing({ Free: cell }))).toBe(accepted ? 'pass' : 'fail');
  });

  test('compares days with days, and shows the resulting day in a finding', () => {
    const expected: Partial<Rule> = { expect: { Free: { format: 'date', formatMaximum: 'today+1d' } } };
    expect(verdictOf(expected, thing({ Free: '2026-11-26' }))).toBe('pass');
    const { rules } = verdictsOf([ruleOf(expected)], [thing({ Free: '2026-11-27' })]);
    expect(rules[0]?.findings[0]?.expected).toBe('text in the format date, and at or before 2026-11-26');
  });

  test('supports MailboxName, case-insensitively, also in patterns', () => {
    expect(verdictOf({ expect: { MailboxName: { const: 'ANN@x.y' } } }, thing())).toBe('pass');
    const expected = (pattern: string): Partial<Rule> => ({ expect: { MailboxName: { pattern } } });
    expect(verdictOf(expected('^ann@'), thing())).toBe('pass');
    expect(verdictOf(expected('^Ann@'), thing())).toBe('pass');
    expect(verdictOf({ expect: { Name: { pattern: '^A' } } }, thing({ Name: 'a' }))).toBe('fail');
    const { rules } = verdictsOf([ruleOf(expected('^bob@'))], [thing()]);
    expect(rules[0]?.findings).toMatchObject([{ column: 'MailboxName', found: 'ann@x.y' }]);
  });

  test('rejects a column such as "constructor" that the report does not have', () => {
    expect(() => verdictsOf([ruleOf({ expect: { constructor: true } })], [thing()])).toThrow('no column constructor');
  });
});

describe('an incomplete row', () => {
  test('is inconclusive also if the incomplete cell is an empty list', () => {
    const targets: Partial<Rule> = { expect: { Days: { minItems: 1 } } };
    expect(verdictOf(targets, partial({ Days: [] }))).toBe('inconclusive');
    expect(verdictOf({ when: { Days: { minItems: 1 } } }, partial({ Days: [], Flag: false }))).toBe('inconclusive');
    expect(verdictOf(targets, thing({ Days: [] }))).toBe('fail');
  });
});

test.each([
  [{ minItems: 3 }, 'inconclusive'],
  [{ contains: { const: 'monday' }, minContains: 3 }, 'inconclusive'],
  [{ not: { uniqueItems: true } }, 'inconclusive'],
  // One may precede the others.
  [{ prefixItems: [{ const: 'monday' }], items: { const: 'friday' } }, 'inconclusive'],
  [{ maxItems: 0 }, 'fail'],
  [{ items: { const: 'monday' } }, 'fail'],
])('a list that may lack several items violates only what these cannot meet: %j', (schema, verdict) => {
  const row = { ...thing({ Days: ['friday'] }), incomplete: new Set([2]) };
  expect(verdictOf({ expect: { Days: schema } }, row)).toBe(verdict);
});

describe('a rule about some addresses', () => {
  const when = { MailboxName: { pattern: '^bob@' } };

  test('does not apply to others, though they are empty or unreadable', () => {
    const [rule] = verdictsOf([ruleOf({ when })], [unreadableRow('ann@x.y', 'failed', '')]).rules;
    expect(rule?.verdict).toBeUndefined();
    const { rules, rows } = verdictsOf([ruleOf({ when })], [{ ...thing(), content: 'none' }]);
    expect([rules[0]?.verdict, rows[0]?.verdict]).toEqual([undefined, 'pass']);
    expect(verdictsOf([ruleOf({ when })], [unreadableRow('BOB@x.y', 'failed', '')]).rules[0]?.verdict).toBe(
      'inconclusive',
    );
    // An unreadable mailbox never passes, whatever the rules.
    expect(verdictsOf([ruleOf({ when })], [unreadableRow('ann@x.y', 'failed', '')]).rows[0]?.verdict).toBe(
      'inconclusive',
    );
  });
});

describe('the rows that a rule applies to', () => {
  const when = { Audience: { const: 'all' }, Count: { minimum: 3 } };
  test.each<[Cells, Verdict | undefined]>([
    [{ Audience: 'all', Count: 3, Flag: true }, 'pass'],
    [{ Audience: 'all', Count: 3, Flag: false }, 'fail'],
    [{ Audience: 'All', Count: 3, Flag: false }, 'fail'],
    [{ Audience: 'all', Count: 2, Flag: false }, undefined],
    [{ Audience: 'none', Count: 3, Flag: false }, undefined],
  ])('are the rows that match all columns of "when": %j is %s', (cells, verdict) => {
    expect(verdictOf({ when }, thing(cells))).toBe(verdict);
  });

  test('a row without a rule passes', () => {
    const { rows, rules } = verdictsOf([ruleOf({ when })], [thing({ Flag: false })]);
    expect(rows).toEqual([{ verdict: 'pass', violations: [] }]);
    expect(rules).toMatchObject([{ verdict: undefined, findings: [] }]);
  });

  test('each column that violates "expect" is a finding of its own', () => {
    const rule = ruleOf({ expect: { Flag: { const: true }, Name: { const: 'one' }, Count: { maximum: 2 } } });
    const row = thing({ Flag: null, Count: 7 });
    const { rows, rules } = verdictsOf([rule], [row]);
    const about = {
      rule,
      verdict: 'fail',
      subject: { kind: 'mailbox', mailbox: row.mailbox },
      row,
      item: 'one',
      rowDigest: expect.any(String),
      message: expect.any(String),
      exemption: undefined,
    };
    expect(rules).toEqual([
      {
        rule,
        verdict: 'fail',
        findings: [
          { ...about, column: 'Flag', found: null, expected: 'true' },
          { ...about, column: 'Count', found: 7, expected: 'at most 2' },
        ],
      },
    ]);
    expect(rows).toEqual([{ verdict: 'fail', violations: ['a-rule'] }]);
  });

  test('a finding names its row by the first cell if the report has many rows per mailbox', () => {
    const item = (report: string, Name: Json): string | undefined =>
      verdictsOf([ruleOf({ report })], [thing({ Name, Flag: false })]).rules[0]?.findings[0]?.item;
    expect([item('things', 'two'), item('things', null), item('thing', 'two')]).toEqual(['two', '', '']);
  });
});

describe('unreadable, empty and incomplete rows', () => {
  test.each(['not-found', 'no-mailbox', 'access-denied', 'throttled', 'failed', 'cancelled'] as const)(
    'a mailbox that could not be read (%s) is inconclusive for every rule and has no finding, exempt or not',
    (status) => {
      const rules = [ruleOf({}), ruleOf({ id: 'b', when: { Flag: { const: false } }, severity: 'warning' })];
      const row = unreadableRow('ann@x.y', status, 'gone', 1, 6);
      const verdict = verdictsOf(rules, [row], [exemptionOf('a-rule', ['*'])]);
      expect(verdict.rows).toEqual([{ verdict: 'inconclusive', violations: [] }]);
      expect(verdict.rules).toEqual(
        rules.map((rule) => ({ rule, verdict: 'inconclusive', findings: [], isUncertain: true })),
      );
    },
  );

  test('an empty mailbox passes every rule', () => {
    const rules = [ruleOf({}), ruleOf({ id: 'b', when: { Flag: { const: false } } })];
    const { rows, rules: verdicts } = verdictsOf(rules, [thing({}, empty)]);
    expect(rows).toEqual([{ verdict: 'pass', violations: [] }]);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });

  test.each<[string, Rule['when'], Cells, Verdict | undefined]>([
    ['the expected cell is unknown', {}, { Flag: null }, 'inconclusive'],
    ['a known condition holds', { Count: { const: 3 } }, { Flag: null }, 'inconclusive'],
    ['a known condition does not', { Count: { const: 4 } }, { Flag: null }, undefined],
    ['a condition is blank', { Audience: { const: 'all' } }, { Audience: null }, 'inconclusive'],
    ['a condition says inconclusive', { Days: { minItems: 1 } }, { Days: 'inconclusive' }, 'inconclusive'],
    [
      'one is unknown, one known and not held',
      { Days: { minItems: 1 }, Count: { const: 4 } },
      { Days: null },
      undefined,
    ],
    ['the address matches', { MailboxName: { pattern: '^ann' } }, { Flag: null }, 'inconclusive'],
    ['the address does not match', { MailboxName: { pattern: '^bob' } }, { Flag: null }, undefined],
  ])('a row with unknown cells is inconclusive only if the cells matter: %s', (_, when, cells, verdict) => {
    const rule = ruleOf({ when });
    const row = partial(cells);
    const { rows, rules } = verdictsOf([rule], [row], [exemptionOf('a-rule', ['ann@x.y'])]);
    const finding = {
      rule,
      verdict,
      subject: { kind: 'mailbox', mailbox: row.mailbox },
      row,
      item: 'one',
      rowDigest: '',
      column: '',
      found: null,
      expected: '',
      message: expect.stringContaining('cannot be fully read'),
    };
    const isUncertain = verdict === undefined ? undefined : true;
    expect(rules).toEqual([{ rule, verdict, findings: verdict === undefined ? [] : [finding], isUncertain }]);
    expect(rows).toEqual([{ verdict: verdict ?? 'pass', violations: [] }]);
  });

  test('a row passes if the rule does not use its unknown cells', () => {
    expect(verdictOf({}, partial({ Free: null }))).toBe('pass');
  });

  test('null and "inconclusive" are ordinary values in a complete row', () => {
    expect(verdictOf({ when: { Free: { const: null } } }, thing({ Flag: false }))).toBe('fail');
    expect(verdictOf({ when: { Free: { const: 'x' } } }, thing({ Free: 'inconclusive', Flag: false }))).toBeUndefined();
  });
});

describe('severities and exemptions', () => {
  const row = thing({ Flag: false });
  const covering = exemptionOf('a-rule', ['bob@x.y', 'ANN@X.Y']);
  test.each([
    ['error', [], 'fail'],
    ['warning', [], 'warn'],
    ['error', [covering], 'exempt'],
    ['warning', [covering], 'exempt'],
    ['error', [exemptionOf('a-rule', ['a*@x.?'])], 'exempt'],
    ['error', [exemptionOf('other', ['ann@x.y'])], 'fail'],
    ['error', [exemptionOf('a-rule', ['bob@x.y'])], 'fail'],
    ['error', [exemptionOf('a-rule', ['ann@x.y'], '2026-11-25')], 'exempt'],
    ['error', [exemptionOf('a-rule', ['ann@x.y'], '2026-11-24')], 'fail'],
    ['warning', [exemptionOf('a-rule', ['ann@x.y'], '2026-11-24')], 'warn'],
    ['error', [exemptionOf('a-rule', ['ann@x.y'], 'never')], 'fail'],
    ['error', [exemptionOf('a-rule', ['*'], '2026-01-01'), covering], 'exempt'],
  ] as const)('%s with exemptions %#: %s', (severity, exemptions, verdict) => {
    const { rows, rules } = verdictsOf([ruleOf({ severity })], [row], exemptions);
    expect(rows).toEqual([{ verdict, violations: ['a-rule'] }]);
    expect(rules[0]?.verdict).toBe(verdict);
    expect(rules[0]?.findings.map((finding) => [finding.verdict, finding.exemption])).toEqual([
      [verdict, verdict === 'exempt' ? exemptions.at(-1) : undefined],
    ]);
  });
});

describe('several rules and rows', () => {
  const fails = ruleOf({ id: 'fails', expect: { Flag: { const: true } } });
  const warns = ruleOf({ id: 'warns', severity: 'warning', expect: { Count: { const: 3 } } });
  const exempt = ruleOf({ id: 'exempt', expect: { Audience: { const: 'none' } } });
  const exemptions = [exemptionOf('exempt', ['*'])];
  test.each<[Cells, Verdict, string[]]>([
    [{}, 'pass', []],
    [{ Audience: 'all' }, 'exempt', ['exempt']],
    [{ Audience: 'all', Count: 1 }, 'warn', ['warns', 'exempt']],
    [{ Audience: 'all', Count: 1, Flag: false }, 'fail', ['fails', 'warns', 'exempt']],
  ])('a row has the worst verdict of its rules: %j', (cells, verdict, violations) => {
    expect(verdictsOf([fails, warns, exempt], [thing(cells)], exemptions).rows).toEqual([{ verdict, violations }]);
  });

  test('a rule has the worst verdict of its rows, and the findings of all', () => {
    const rows = [
      thing({ Flag: true }),
      thing({ Name: 'b', Flag: false }),
      partial({ Name: 'c', Flag: null }),
    ] as const;
    const { rows: ofRows, rules } = verdictsOf([fails], rows);
    expect(ofRows.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'inconclusive']);
    expect(rules).toMatchObject([
      {
        verdict: 'fail',
        findings: [
          { item: 'b', verdict: 'fail' },
          { item: 'c', verdict: 'inconclusive' },
        ],
      },
    ]);
    expect(verdictOf(fails, thing(), partial({ Flag: null }))).toBe('inconclusive');
    expect(verdictOf(fails, thing(), partial({}))).toBe('pass');
    // An unknown cell does not hide a violation.
    expect(verdictsOf([warns], [thing({ Count: 1 }), partial({ Count: null })]).rules[0]?.verdict).toBe('warn');
    const both = [thing({ Audience: 'all' }), partial({ Audience: null })] as const;
    expect(verdictsOf([exempt], both, exemptions).rules[0]?.verdict).toBe('exempt');
    expect(verdictsOf([exempt], [thing({ Audience: 'all' }), thing()], exemptions).rules[0]?.verdict).toBe('exempt');
  });

  test('a mailbox is exempt once per rule, however many of its rows violate it', () => {
    const judge = judgeOf([exempt, fails], [...exemptions, exemptionOf('fails', ['bob@x.y'])]);
    const bad = thing({ Audience: 'all', Flag: false });
    judge.judgeOf('things')?.([bad, bad, bad]);
    expect(judge.exemptions.uses.map(({ covered, usage }) => [covered, usage])).toEqual([
      [1, 'in-use'],
      [0, 'unused'],
    ]);
  });

  test('an exemption of an unreadable or incomplete mailbox has an unknown use', () => {
    const granted = [exemptionOf('fails', ['ann@x.y']), exemptionOf('fails', ['bob@x.y']), exemptionOf('warns', ['*'])];
    const judge = judgeOf([fails, warns], granted);
    judge.judgeOf('things')?.([unreadableRow('ann@x.y', 'failed', '')]);
    judge.judgeOf('things')?.([thing()]);
    expect(judge.exemptions.uses.map(({ usage }) => usage)).toEqual(['unknown', 'unused', 'unknown']);
  });

  test.each([10, 40])('%i rules together give the same verdicts as each alone', (count) => {
    const rules = Array.from({ length: count }, (_, at) =>
      ruleOf({
        id: `r${at}`,
        severity: at % 3 === 0 ? 'warning' : 'error',
        when: { Audience: { const: at % 2 === 0 ? 'all' : 'none' } },
        expect: at % 5 === 0 ? { Days: { minItems: 1 } } : { Count: { minimum: at } },
      }),
    );
    const together = judgeOf(rules).judgeOf('things');
    const alone = rules.map((rule) => judgeOf([rule]).judgeOf('things'));
    for (let round = 0; round < 2; round++) {
      for (const Audience of ['all', 'All', 'none', null]) {
        for (const Count of [0, 7, 14, 15, 39, null]) {
          for (const Days of [[], ['monday'], null]) {
            const row = thing({ Audience, Count, Days });
            expect(together?.([row]).rules).toEqual(alone.flatMap((judge) => judge?.([row]).rules ?? []));
          }
        }
      }
    }
  });

  test('a report has only its own rules, in their order, or no judge', () => {
    const rules = [ruleOf({ id: 'z' }), ruleOf({ id: 'm', report: 'thing' }), ruleOf({ id: 'a' })];
    const judge = judgeOf([...rules, ruleOf({ id: 'elsewhere', report: 'folders' })]);
    const ids = (report: string): string[] | undefined =>
      judge
        .judgeOf(report)?.([thing()])
        .rules.map(({ rule }) => rule.id);
    expect([ids('things'), ids('thing'), ids('folders')]).toEqual([['z', 'a'], ['m'], undefined]);
    expect(judgeOf([ruleOf({})]).judgeOf('thing')).toBeUndefined();
  });

  test('warns of a rule whose "when" matched no row, with its place', () => {
    const rules = [
      ruleOf({}),
      ruleOf({ id: 'typo', when: { Audience: { const: 'al' } } }),
      ruleOf({ id: 'used', when: { Count: { const: 3 } } }),
      ruleOf({ id: 'unknown', when: { Count: { const: 4 } } }),
    ];
    const judge = judgeOf(rules);
    expect(judge.unusedRules()).toEqual([]);
    judge.judgeOf('things')?.([unreadableRow('ann@x.y', 'failed', '')]);
    judge.judgeOf('things')?.([thing({}, empty)]);
    expect(judge.unusedRules()).toEqual([]);
    judge.judgeOf('things')?.([thing(), thing()]);
    judge.judgeOf('things')?.([partial({ Count: null, Audience: 'none' })]);
    expect(judge.unusedRules()).toEqual([
      { message: 'The rule "typo" applied to 0 of 2 mailboxes: no row meets its "when".', place: rules[1]?.place },
    ]);
  });

  test('warns of at most five unused rules, and counts the others', () => {
    const judge = judgeOf(
      Array.from({ length: 8 }, (_, at) => ruleOf({ id: `r${at}`, when: { Count: { const: 9 } } })),
    );
    judge.judgeOf('things')?.([thing()]);
    expect(judge.unusedRules()).toHaveLength(5);
    expect(judge.unusedRules().at(-1)?.message).toContain('3 other rules');
  });
});

describe('the sentence of a finding', () => {
  const messages = (rule: Partial<Rule>, row: Row, report?: ReportDefinition): (string | undefined)[] =>
    verdictsOf([ruleOf(rule)], [row], [], report).rules.flatMap(({ findings }) =>
      findings.map(({ message }) => message),
    );
  const things: ReportDefinition = {
    ...THINGS,
    sentences: { Flag: { false: 'The flag of "{Name}" is down' }, Free: 'Free is {Free}' },
  };

  test('is that of the rule, with cells in place of columns, on one line', () => {
    const message = '{MailboxName}: "{Name}" has {Days}, {Free} and {Count} {';
    expect(messages({ message }, thing({ Name: 'a\nb{Count}', Days: ['monday', 'friday'], Flag: false }))).toEqual([
      'ann@x.y: "a b{Count}" has monday, friday, not set and 3 {',
    ]);
    expect(messages({ message: '{Name} has {Free}' }, partial({ Flag: false, Free: null }))).toEqual([
      'one has unknown',
    ]);
  });

  test('is that of the report, by the cell, else names column, cell and what is expected', () => {
    expect(messages({}, thing({ Flag: false }), things)).toEqual(['The flag of "one" is down']);
    expect(messages({ expect: { Free: { const: 'x' } } }, thing(), things)).toEqual(['Free is not set']);
    expect(messages({}, thing({ Flag: null }), things)).toEqual(['Flag of "one" is blank, expected true']);
  });

  test('names the columns that cannot be read if the rule is inconclusive', () => {
    const rule = {
      message: 'Not shown',
      when: { Count: { const: 3 } },
      expect: { Flag: { const: true }, Free: { const: 1 } },
    };
    expect(messages(rule, partial({ Flag: null }), things)).toEqual([
      expect.stringMatching(/^Flag and Free of "one" cannot/),
    ]);
  });
});

describe('a cell that has no meaning in its row', () => {
  const flagless = thing({ Flag: null }, { notApplicable: new Set([Object.keys(THINGS.columns).indexOf('Flag')]) });

  test('leaves its condition out: the others decide, and a rule without others does not apply', () => {
    expect(verdictOf({ expect: { Flag: { const: true } } }, flagless)).toBeUndefined();
    expect(verdictOf({ expect: { Flag: { const: true }, Count: { minimum: 3 } } }, flagless)).toBe('pass');
    expect(verdictOf({ expect: { Flag: { const: true }, Count: { minimum: 4 } } }, flagless)).toBe('fail');
    expect(verdictOf({ expect: { Flag: { const: true }, Free: { type: 'null' } } }, partial({ Flag: true }))).toBe(
      'inconclusive',
    );
  });

  test('keeps a rule away that names it under "when"', () => {
    const rule = { when: { Flag: { const: null } }, expect: { Count: { const: 4 } } };
    expect(verdictOf(rule, flagless)).toBeUndefined();
    expect(verdictOf(rule, thing({ Flag: null }))).toBe('fail');
  });
});
