import { expect, test } from '@jest/globals';
import { requireValue } from '../../../src/errors.ts';
import type { Policy } from '../../../src/policy/policy-definition.ts';
import { parsePolicyFile } from '../../../src/policy/file/policy-file.ts';
import { applications } from '../../../src/reports/built-in/applications.ts';
import { withListColumns } from '../../../src/reports/definition.ts';
import { policyWarnings } from '../../../src/policy/file/policy-warnings.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function policyOf(...exemptions: readonly (readonly [patterns: string, expires: string])[]): Policy {
  const written = exemptions.map(
    ([patterns, expires]) => `  - { rule: r, mailboxes: ${patterns}, reason: R, owner: o@x.y, expires: ${expires} }\n`,
  );
  const text =
    'rules:\n  - id: r\n    title: T\n    expect: { TimeZone: { const: UTC } }\nexemptions:\n' + written.join('');
  return requireValue(parsePolicyFile(text, 'policy.yml', []));
}

function ruled(rule: string): Policy {
  return requireValue(parsePolicyFile(`rules:\n  - { id: r, ${rule} }\n`, 'policy.yml', []));
}

function warningsOf(policy: Policy, addresses?: Iterable<string>): string[] {
  return policyWarnings(policy, { reports: [], addresses, now: NOW }).map(({ code, message, place }) =>
    [code, place?.line, message].join(' '),
  );
}

test.each([
  ['9999-12-31', 'EXEMPTION_FAR 6 The exemption from "r" applies until 9999-12-31, more than five years from now.'],
  ['2026-11-24', 'EXEMPTION_EXPIRED 6 The exemption from "r" expired after 2026-11-24 and no longer applies.'],
  ['2026-11-25', 'EXEMPTION_ENDS 6 The exemption from "r" ends today, on 2026-11-25.'],
  ['2026-11-26', 'EXEMPTION_ENDS 6 The exemption from "r" ends tomorrow, on 2026-11-26.'],
  ['2026-12-25', 'EXEMPTION_ENDS 6 The exemption from "r" ends in 30 days, on 2026-12-25.'],
])('warns of an exemption until %s', (expires, warning) => {
  expect(warningsOf(policyOf(["['*@x.y']", expires]))).toEqual([warning]);
});

test('does not warn of an exemption that ends in more than 30 days', () => {
  expect(warningsOf(policyOf(["['*@x.y']", '2026-12-26']))).toEqual([]);
});

test('warns of patterns that match no mailbox of the list, each at its place', () => {
  const policy = policyOf(["['A@x.y', '*@z.y']", '2027-12-31'], ["['b?@x.y', 'c@x.y']", '2027-12-31']);
  expect(warningsOf(policy, ['a@X.y', 'bb@x.y'])).toEqual([
    'EXEMPTION_UNUSED 6 No mailbox of the list matches "*@z.y".',
    'EXEMPTION_UNUSED 7 No mailbox of the list matches "c@x.y".',
  ]);
  expect(warningsOf(policy)).toEqual([]);
});

test.each([
  ['DateFormat: { not: { pattern: M/d } }', 'string'],
  ['WorkingDays: { not: { contains: { const: sunday } } }', 'array'],
  ['DateFormat: { not: { type: string, pattern: M/d } }', undefined],
  ['DateFormat: { type: string, not: { pattern: M/d } }', undefined],
  ['DateFormat: { not: { const: M/d } }', undefined],
  ["MailboxName: { not: { pattern: '^room-' } }", undefined],
])('warns of a rule that blank cells violate because of "not": { %s }', (columns, type) => {
  const [warning, ...more] = policyWarnings(ruled(`expect: { ${columns} }`), {
    reports: [],
    addresses: undefined,
    now: NOW,
  });
  expect(more).toEqual([]);
  expect(warning?.code).toBe(type === undefined ? undefined : 'BLANK_CELLS');
  expect(warning?.hint ?? '').toContain(type === undefined ? '' : `not: { type: ${type}, ... }`);
});

test.each([
  ["{ pattern: '^room-' }", ['RULE_UNUSED 2 The rule "r" applies to no mailbox of the list.']],
  ["{ pattern: '^ANN@' }", []],
  ['{ const: Ann@X.Y }', []],
  ['{ enum: [bob@x.y] }', ['RULE_UNUSED 2 The rule "r" applies to no mailbox of the list.']],
])('warns of a rule for mailboxes that are not in the list: %s', (schema, warnings) => {
  const policy = ruled(`when: { MailboxName: ${schema} }, expect: { TimeZone: { const: UTC } }`);
  expect(warningsOf(policy, ['aNN@x.y'])).toEqual(warnings);
  expect(warningsOf(policy)).toEqual([]);
});

test.each([
  ["'*'", true],
  ["'*@*'", true],
  ["'?*@*.*'", true],
  ["'*@contoso.com'", false],
  ["'a*'", false],
  ["'*@*.com'", true],
  ["'*.example'", true],
  ["'*.contoso.example'", false],
])('warns if an exemption applies to every mailbox: %s', (pattern, warns) => {
  const message = 'EXEMPTION_BROAD 6 The exemption from "r" applies to every mailbox: ';
  const warnings = warningsOf(policyOf([`[${pattern}]`, '2027-12-31']));
  expect(warnings).toEqual(warns ? [`${message}${pattern.replaceAll("'", '"')}.`] : []);
});

test.each([
  ['expect: { Right: { not: { enum: [FullAccess, Everything] } } }', ['VALUE_UNDOCUMENTED 2']],
  ['when: { Right: { const: Everything } }, expect: { Inherited: { const: true } }', ['VALUE_UNDOCUMENTED 2']],
  ['expect: { Right: { enum: [SendAs, ChangeOwner] } }', []],
])('warns of a right that Microsoft does not document: %s', (columns, warnings) => {
  const policy = ruled(`report: mailbox-permissions, ${columns}`);
  expect(warningsOf(policy).map((warning) => warning.split(' ').slice(0, 2).join(' '))).toEqual(warnings);
});

test.each([
  ["{ pattern: '^room-' }", undefined, ['TYPE_MISSING']],
  ['{ format: email }', undefined, ['TYPE_MISSING']],
  ["{ pattern: '^room-' }", { type: 'string' }, []],
  ["{ type: string, pattern: '^room-' }", undefined, []],
  ['{ minLength: 1 }', undefined, []],
])('hints at the types of a report file if numbers pass: %s, %j', (schema, type, codes) => {
  const report: ReportDefinition = {
    name: 'own',
    permissions: [],
    request: { path: 'mailboxSettings', version: 'v1.0' },
    columns: { Size: 'size' },
    ...(type === undefined ? {} : { types: { Size: type } }),
  };
  const text = `rules:\n  - { id: r, report: own, title: T, expect: { Size: ${schema} } }\n`;
  const policy = requireValue(parsePolicyFile(text, 'policy.yml', [report]));
  const warnings = policyWarnings(policy, { reports: [report], addresses: undefined, now: NOW });
  expect(warnings.map(({ code }) => code)).toEqual(codes);
});

test('reads the addresses once, also from an iterator', () => {
  const policy = ruled('when: { MailboxName: { pattern: ann } }, expect: { TimeZone: { const: UTC } }');
  const addresses = new Set(['ann@x.y']).values();
  expect(warningsOf({ ...policy, exemptions: policyOf(["['*@z.y']", '2027-12-31']).exemptions }, addresses)).toEqual([
    'EXEMPTION_UNUSED 6 No mailbox of the list matches "*@z.y".',
  ]);
});

test.each([
  ['DateFormat: { type: string }', false],
  ['DateFormat: { minLength: 1 }', true],
  ['TimeZone: { type: string }', true],
])('warns of blank cells only if "when" includes them: %s', (when, warns) => {
  const policy = ruled(`when: { ${when} }, expect: { DateFormat: { not: { pattern: M/d } } }`);
  expect(warningsOf(policy).map((warning) => warning.split(' ')[0])).toEqual(warns ? ['BLANK_CELLS'] : []);
});

test.each([
  'TimeZone: { default: UTC }',
  'TimeZone: { title: UTC }',
  "TimeZone: { pattern: '' }",
  "TimeZone: { pattern: '.*' }",
  "TimeZone: { pattern: '^(?s:.*)$' }",
  'TimeZone: { not: { type: integer } }',
  'TimeZone: { minLength: 1 }',
  "TimeZone: { type: [string, 'null'] }",
  'TimeZone: { anyOf: [{ const: UTC }, true] }',
  'TimeZone: { allOf: [{ title: a }, {}] }',
  'TimeZone: { not: false }',
  "TimeZone: { pattern: '[^x]|x' }",
  'WorkingDays: { minItems: 0 }',
  'WorkingDays: { items: { not: { pattern: Montag } } }',
  'AutomaticReplyExternalAudience: { enum: [none, ContactsOnly, all, null] }',
])('warns if every value meets the schema: %s', (column) => {
  expect(warningsOf(ruled(`expect: { ${column} }`))).toEqual([
    `RULE_CHECKS_NOTHING 2 The rule "r" checks nothing about "${column.split(':')[0] ?? ''}": every value meets its schema.`,
  ]);
});

test.each([
  'AutomaticReplyEnd: { not: { format: date, formatMinimum: today-90d } }',
  'AutomaticReplyEnd: { not: { type: string, format: date } }',
  'UserPurpose: { not: { pattern: usr } }',
  'UserPurpose: { not: { type: string, pattern: usr } }',
  'WorkingDays: { not: { contains: { pattern: Sonntag } } }',
  'WorkingDays: { not: { minItems: 8 } }',
  "AutomaticReplyEnd: { not: { pattern: '^2030-01-01$' } }",
  'AutomaticReplyEnd: { not: { maxLength: 10 } }',
])('warns if no value but a blank violates a negated schema: %s', (column) => {
  expect(warningsOf(ruled(`expect: { ${column} }`))[0]).toMatch(/^RULE_CHECKS_NOTHING 2 The rule "r" checks nothing/);
});

test.each([
  'TimeZone: { const: UTC }',
  'TimeZone: { pattern: a }',
  'AutomaticReplyEnd: { not: { format: date-time, formatMinimum: today-90d } }',
  'UserPurpose: { not: { pattern: user } }',
  'WorkingDays: { not: { contains: { pattern: sunday } } }',
  'UserPurpose: { not: { const: null } }',
  "TimeZone: { pattern: '^$|@' }",
  "TimeZone: { pattern: '^[^%]*$' }",
  'TimeZone: { not: { type: string, pattern: draft } }',
  'TimeZone: { not: { const: UTC } }',
  'TimeZone: { minLength: 2 }',
  'TimeZone: { maxLength: 100000 }',
  'TimeZone: { type: string }',
  "MailboxName: { not: { pattern: '^a' } }",
  'WorkingDays: { minItems: 1 }',
  'WorkingDays: { items: { not: { const: sunday } } }',
  'WorkingDays: { items: { not: { pattern: day } } }',
  'WorkingDays: { not: { type: array, minItems: 7 } }',
  "AutomaticReplyEnd: { not: { type: string, pattern: '^2030-01-01' } }",
  'AutomaticReplyEnd: { not: { type: string, maxLength: 20 } }',
  'AutomaticReplyExternalAudience: { enum: [none, contactsOnly, all] }',
  'AutomaticReplyEnd: { format: date-time }',
  'AutomaticReplyEnd: { format: date-time, formatMaximum: today }',
  'TimeZone: { anyOf: [{ const: UTC }, { const: GMT }] }',
  "TimeZone: { pattern: '[^x]' }",
])('does not warn if a value can violate the schema: %s', (column) => {
  expect(warningsOf(ruled(`expect: { ${column} }`)).filter((warning) => warning.startsWith('RULE_'))).toEqual([]);
});

test.each([
  ['report: mailbox-permissions, expect: { Right: { not: { type: string, pattern: fullaccess } } }', '(?i)'],
  ['expect: { WorkingDays: { type: array, items: { not: { pattern: Monday } } } }', '(?i)'],
  ['report: applications, expect: { Through: { not: { contains: { const: CRM } } } }', "pattern: '^CRM \\('"],
  ["report: applications, expect: { Through: { items: { enum: ['A+B'] } } }", String.raw`pattern: '^A\+B \('`],
])('warns of a rule that compares what the column never has, and says what works: %s', (rule, hint) => {
  const warnings = policyWarnings(ruled(rule), { reports: [], addresses: undefined, now: NOW });
  const undocumented = warnings.filter(({ code }) => code === 'VALUE_UNDOCUMENTED');
  expect(undocumented).toHaveLength(1);
  expect(undocumented[0]?.hint).toContain(hint);
});

test.each([
  ['report: applications, expect: { CanReadMail: { items: { const: CRM } } }', true],
  ['expect: { applications.CanSend: { type: array, items: { enum: [CRM] } } }', true],
  ['report: applications, expect: { AppIds: { items: { enum: [00000000-0000-0000-0000-000000000000] } } }', false],
  ["report: applications, expect: { Through: { items: { not: { pattern: '^CRM [(]' } } } }", false],
  [
    "report: applications, when: { Through: { contains: { const: 'CRM (a): Mail.Read, tenant-wide' } } }, expect: { Unknown: { maxItems: 0 } }",
    false,
  ],
])('warns of a rule about the names of applications: %s', (rule, warns) => {
  const warnings = policyWarnings(ruled(rule), { reports: [], addresses: undefined, now: NOW });
  expect(warnings.map(({ code }) => code)).toEqual(warns ? ['NAME_COMPARED'] : []);
});

test('warns of no comparison with a column of the list that is called as a member of all objects', () => {
  const reports = [withListColumns(applications, ['constructor'])];
  const rule = 'rules: [{ id: r, report: applications, expect: { constructor: { const: x } } }]';
  const policy = requireValue(parsePolicyFile(rule, 'policy.yml', reports));
  expect(policyWarnings(policy, { reports, addresses: undefined, now: NOW })).toEqual([]);
});
