import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileCell } from '../../../src/schema/cell-schema.ts';
import { requireValue } from '../../../src/errors.ts';
import { checkPolicyFile, parsePolicyFile } from '../../../src/policy/file/policy-file.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { inWorkspace } from '../../mailboxes/workspace.ts';
import { exemptionFile, expecting, goodFiles, malformedFiles, mistakenFiles, policyFile } from '../policy-files.ts';

const OWN: ReportDefinition = {
  name: 'categories',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'outlook/masterCategories', version: 'v1.0' },
  columns: { Category: 'displayName', Color: 'color', constructor: 'a' },
  types: { Color: { enum: ['none', 'preset0'] } },
};

/** The problems of a text as `line:column message`. */
function problemsOf(text: string, reports: readonly ReportDefinition[] = []): string[] {
  const { problems } = parsePolicyFile(text, 'p.yml', reports);
  return problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}

function hintsOf(text: string): readonly string[] {
  return parsePolicyFile(text, 'p.yml', []).problems.map(({ hint }) => hint);
}

describe('a policy file', () => {
  test('is parsed to a policy, each rule and exemption with its place', () => {
    const text =
      policyFile({
        report: 'mailbox-settings',
        severity: 'warning',
        when: '{ MailboxName: { pattern: "@contoso" } }',
        set: '{ automaticRepliesSetting: { externalAudience: none }, timeZone: UTC }',
        help: 'https://intranet.contoso.com/mail-policy',
      }) +
      'exemptions:\n' +
      "  - rule: r\n    mailboxes: [ceo@contoso.com, '*@partners.contoso.com']\n" +
      '    reason: Board decision 2026-11\n    owner: messaging@contoso.com\n    expires: 2027-01-31\n';
    expect(parsePolicyFile(text, 'p.yml', [])).toEqual({
      problems: [],
      value: {
        file: 'p.yml',
        rules: [
          {
            id: 'r',
            report: 'mailbox-settings',
            title: 'A rule',
            severity: 'warning',
            when: { MailboxName: { pattern: '@contoso' } },
            expect: { UserPurpose: { const: 'user' } },
            set: [
              { path: 'automaticRepliesSetting.externalAudience', value: 'none' },
              { path: 'timeZone', value: 'UTC' },
            ],
            help: 'https://intranet.contoso.com/mail-policy',
            place: { file: 'p.yml', line: 2, column: 5 },
          },
        ],
        exemptions: [
          {
            rule: 'r',
            mailboxes: [
              { pattern: 'ceo@contoso.com', place: { file: 'p.yml', line: 12, column: 17 } },
              { pattern: '*@partners.contoso.com', place: { file: 'p.yml', line: 12, column: 34 } },
            ],
            reason: 'Board decision 2026-11',
            owner: 'messaging@contoso.com',
            expires: '2027-01-31',
            place: { file: 'p.yml', line: 11, column: 5 },
          },
        ],
      },
    });
  });

  test('has defaults for report, severity, when and exemptions', () => {
    expect(parsePolicyFile(policyFile(), 'p.yml', [])).toMatchObject({
      value: { rules: [{ report: 'mailbox-settings', severity: 'error', when: {} }], exemptions: [] },
    });
  });

  test('accepts an ISO date, folded text, and a single mailbox', () => {
    const parts = { expires: "'2028-02-29'", reason: '>\n      A longer\n      reason', mailboxes: '"*@contoso.com "' };
    expect(parsePolicyFile(exemptionFile(parts), 'p.yml', [])).toMatchObject({
      value: {
        exemptions: [{ expires: '2028-02-29', reason: 'A longer reason', mailboxes: [{ pattern: '*@contoso.com' }] }],
      },
    });
  });

  test.each(Object.entries(goodFiles))('of %s is accepted', (_case, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test.each(Object.entries(malformedFiles))('with %s is reported', (_case, [text, problem]) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  test.each(Object.entries(mistakenFiles))('with %s has a hint with a correction', (_case, [text, problem, hint]) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
    expect(hintsOf(text).join('\n')).toContain(hint);
  });

  test.each([
    [exemptionFile({ expires: '31.01.2027' }), 'Did you mean 2027-01-31?'],
    [exemptionFile({ expires: '1/31/2027' }), 'Did you mean 2027-01-31?'],
    [exemptionFile({ expires: '2027-1-5' }), 'Did you mean 2027-01-05?'],
    [exemptionFile({ expires: '2027-01-31T12:00:00Z' }), 'Did you mean 2027-01-31?'],
    [exemptionFile({ expires: '2/2/2027' }), 'Did you mean 2027-02-02?'],
    [exemptionFile({ expires: '1/2/2027' }), 'Write the last day as year-month-day'],
    [exemptionFile({ expires: '40/40/2027' }), 'Write the last day as year-month-day'],
    [exemptionFile({ expires: '2027-01-00' }), 'Write the last day as year-month-day'],
    [exemptionFile({ expires: 'never' }), 'Write the last day as year-month-day'],
    [exemptionFile({ mailboxes: "'a@b.c, d@b.c'" }), 'each address as an item of a list'],
    [exemptionFile({ mailboxes: 'ceo' }), 'a pattern in which * stands for any characters'],
    [policyFile({ id: 'No replies!' }), 'Did you mean "No-replies"?'],
    [policyFile({ id: "'???'" }), 'Use up to 100 letters'],
    [policyFile({ help: 'a.b/c' }), 'Did you mean https://a.b/c?'],
    [policyFile({ message: '"The zone is {TimeZon}"' }), 'Did you mean "TimeZone"?'],
    [policyFile({ severity: 'warnin' }), 'Did you mean "warning"?'],
    [policyFile({ expects: '{}' }), 'Did you mean "expect"?'],
    [expecting('TimeZone', 'UTC'), 'Write { const: UTC } if'],
    [expecting('TimeZone', "'a: b'"), 'Write { const: "a: b" } if'],
    [expecting('TimeZone', '"a, b"'), 'Write { const: "a, b" } if'],
    [expecting('Hides', 'true', 'inbox-rules'), 'Write { const: true } if'],
    [expecting('TimeZone', 'string'), 'Write { type: string } if'],
    [expecting('TimeZone', '[a]'), 'Write { enum: [...] } if'],
    [expecting('TimeZone', ''), 'Write { const: null } if'],
    [expecting('TimeZone', '{ equals: a }'), 'Did you mean "const"?'],
    [expecting('TimeZone', '{ MIN: a }'), 'Did you mean "minimum"?'],
    [expecting('TimeZone', '{ minLenght: 1 }'), 'Did you mean "minLength"?'],
    [expecting('TimeZone', '{ constructor: 1 }'), 'The keywords are those of draft 2020-12'],
    [expecting('TimeZone', '{ $ref: a }'), 'References are not supported'],
    [expecting('TimeZone', '{ nullable: true }'), 'Add "null" to the list'],
    [expecting('TimeZone', '{ type: strin }'), 'Did you mean "string"?'],
    [expecting('TimeZone', '{ format: emial }'), 'Did you mean "email"?'],
    [expecting('TimeZone', '{ minLength: a }'), 'It must be integer.'],
    [expecting('Right', '{ not: { const: Fullaccess } }', 'mailbox-permissions'), 'Did you mean "FullAccess"?'],
    [expecting('Right', '{ enum: [FullAcess] }', 'mailbox-permissions'), 'Did you mean "FullAccess"?'],
    [expecting('Type', '{ const: shared }', 'mailboxes'), 'Did you mean "SharedMailbox"?'],
    [expecting('Type', '{ not: { const: Shared Mailbox } }', 'mailboxes'), 'Did you mean "SharedMailbox"?'],
    [expecting('Right', "{ not: { const: 'Calendar: Write' } }", 'access'), 'Did you mean "Calendar: write"?'],
  ])('%j has the hint "%s"', (text, hint) => {
    expect(hintsOf(text).join('\n')).toContain(hint);
  });

  test('may use a report of the run', () => {
    const text = policyFile({
      report: 'categories',
      expect: '{ Color: { const: PRESET0 }, constructor: { const: a } }',
    });
    expect(problemsOf(text, [OWN])).toEqual([]);
    expect(problemsOf(text)).toEqual(['5:13 There is no report "categories".']);
    expect(problemsOf(policyFile({ report: 'categories', expect: '{ toString: { const: a } }' }), [OWN])).toEqual([
      '4:15 The report categories has no column "toString".',
    ]);
    expect(problemsOf(policyFile({ report: 'categories', expect: '{ Color: { const: red } }' }), [OWN])).toEqual([
      '4:31 "rules[0].expect.Color.const" cannot be "red": the column never has this value.',
    ]);
  });

  test('takes a column of the own report or the list that has a dot for what it is, and one of a report of the run', () => {
    const own = { ...OWN, name: 'dotted', columns: { ...OWN.columns, 'accounts.Licenses': 'a' } };
    const text = policyFile({ report: 'dotted', expect: '{ accounts.Licenses: { const: a } }' });
    expect(problemsOf(text, [own])).toEqual([]);
    const single = { ...OWN, name: 'single', rows: undefined };
    expect(problemsOf(policyFile({ expect: '{ single.Color: { const: preset0 } }' }), [single])).toEqual([]);
  });

  test.each([
    [policyFile({ expect: '{ accounts/AccountEnabled: { const: true } }' }), 'Did you mean "accounts.AccountEnabled"?'],
    [
      policyFile({ report: 'access', expect: '{ Right: { const: SendAs } }', set: 'remove' }),
      'write the rule about mailbox-permissions, calendar-permissions',
    ],
    [policyFile({ set: 'remove' }), 'takes a row away, and a mailbox has one row in mailbox-settings: write settings'],
    [exemptionFile({ mailboxes: '[Adele Vance]' }), 'Write the address of the mailbox'],
  ])('with a mistake that people make says what to write: %j', (text, hint) => {
    const { problems } = parsePolicyFile(text, 'policy.yml', []);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.hint).toContain(hint);
  });

  test('reports all mistakes at once, in their order', () => {
    const text =
      'rules:\n  - id: a b\n    titel: x\n    severity: high\n    expect: { TimeZon: UTC }\n' +
      '  - { id: c, title: t, expect: { TimeZone: { enum: [a], minLenght: x, minLength: x } } }\n' +
      'exemptions:\n  - { rule: d, mailboxes: [x], reason: r, owner: o, expires: 2027 }\n';
    expect(problemsOf(text)).toEqual([
      '2:9 "rules[0].id" cannot be "a b".',
      '3:5 "titel" is not one of the keys in "rules[0]".',
      '4:15 "rules[0].severity" cannot be "high".',
      '5:15 The report mailbox-settings has no column "TimeZon".',
      '5:24 "rules[0].expect.TimeZon" must be a JSON Schema, not text.',
      '6:57 "minLenght" is not a keyword of JSON Schema.',
      '6:82 "rules[1].expect.TimeZone.minLength" cannot be "x".',
      '8:13 There is no rule "d".',
      '8:28 "exemptions[0].mailboxes[0]" is no address that a mailbox could have, and no pattern of one.',
      '8:62 "exemptions[0].expires" cannot be "2027".',
    ]);
  });

  test('whose rules are not a list reports no problem of its exemptions', () => {
    expect(problemsOf(exemptionFile().replace(/^rules:[^]*(?=exemptions)/, 'rules: a\n'))).toEqual([
      '1:8 "rules" must be a list, "- item" on each line, not text.',
    ]);
    expect(problemsOf(exemptionFile().replace('rules:', 'rule:'))).toEqual(['1:1 "rule" is not one of the keys here.']);
  });

  // A search without limits would exceed the timeout of the test.
  test('with schemas that are expensive to check is checked in bounded time', () => {
    const slow = `{ const: ${'a'.repeat(60)}, pattern: '^(a+)+$', not: { pattern: '^(a|a)*b$' } }`;
    const alternatives = `{ anyOf: [${'{ minLength: 1 }, '.repeat(10)}{}] }`;
    const nested = `{ allOf: [${`${alternatives}, `.repeat(12)}{ type: string, minLength: 3 }, { maxLength: 2 }] }`;
    const long = `{ enum: [${Array.from({ length: 1000 }, (_, at) => at).join(', ')}], minimum: 1001 }`;
    for (const schema of [slow, nested, long]) {
      expect(problemsOf(expecting('MailboxName', schema)).length).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a policy file of the workspace', () => {
  test('is read', async () => {
    await inWorkspace({ 'policies/p.yml': `\ufeff${policyFile().replaceAll('\n', '\r\n')}` }, async (workspace) => {
      await expect(checkPolicyFile('policies\\p.yml', workspace, [])).resolves.toMatchObject({
        value: { file: 'policies/p.yml', rules: [{ id: 'r', place: { file: 'policies/p.yml', line: 2, column: 5 } }] },
      });
    });
  });

  test('with mistakes is an error at the first, which counts the others', async () => {
    await inWorkspace({ 'p.yml': policyFile({ id: 'a b', severity: 'x' }) }, async (workspace) => {
      const checked = await checkPolicyFile('p.yml', workspace, []);
      expect(checked.problems).toHaveLength(2);
      expect(() => requireValue(checked)).toThrow(
        expect.objectContaining({
          code: 'POLICY_FILE',
          message: 'p.yml, line 2, column 9: "rules[0].id" cannot be "a b" (1 more problem follows).',
          hint: expect.stringContaining('Did you mean "a-b"?'),
          place: { file: 'p.yml', line: 2, column: 9 },
        }),
      );
    });
  });

  test('that is missing is an error that suggests an existing file', async () => {
    await inWorkspace({ 'policies/mail.yml': policyFile() }, async (workspace) => {
      await expect(checkPolicyFile('mail.yml', workspace, [])).resolves.toMatchObject({
        problems: [
          {
            code: 'POLICY_FILE',
            message: 'There is no policy file mail.yml in the workspace.',
            hint: expect.stringContaining('Did you mean policies/mail.yml?'),
          },
        ],
      });
    });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'rules',
    'id',
    'title',
    'expect',
    'when',
    'set',
    'help',
    'exemptions',
    'mailboxes',
    'expires',
    'report',
    'TimeZone',
    'const',
    'enum',
    'not',
    'anyOf',
    'items',
    'pattern',
    'minLength',
    'if',
    '$ref',
    'Hides',
    ': ',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '__proto__',
    'null',
    '-1',
    'true',
    '.nan',
    '(',
    '*',
    '\u{1f600}',
    '\ud800',
    '2027-01-31',
    '1e400',
    'inbox-rules',
    '\u202e',
  );
  const files = [...Object.values(goodFiles).filter((text) => text.length < 1000)];
  const nearlyGood = fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.nat({ max: 12 }), fc.oneof(piece, fc.string()))
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });
  const pieces = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  test('is a policy whose schemas compile, or has problems with a place in the file', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: nearlyGood }, pieces, fc.string({ maxLength: 200 })), (text) => {
        const { value, problems } = parsePolicyFile(text, 'p.yml', [OWN]);
        const lines = text.replace(/^\ufeff/, '').split('\n');
        for (const { place: { file, line = 0, column = 0 } = {}, message, hint } of problems) {
          expect(file).toBe('p.yml');
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
        for (const { when, expect: expected, id } of value?.rules ?? []) {
          expect(id).toMatch(/^[\w.-]+$/);
          expect(Object.keys(expected)).not.toHaveLength(0);
          for (const schema of Object.values({ ...when, ...expected })) expect(compileCell(schema)(null)).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});
