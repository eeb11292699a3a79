/** Replaced keys of a valid rule or exemption. Undefined: the key is omitted. */
type Parts = Readonly<Record<string, string | undefined>>;

/** The text of a policy file with one rule, valid except for the given parts. The first part is in line 2, column 5. */
export function policyFile(parts: Parts = {}, more = ''): string {
  const rule = listItem({ id: 'r', title: 'A rule', expect: '{ UserPurpose: { const: user } }', ...parts });
  return `rules:\n${rule}${more}`;
}

/** The same with an exemption, whose parts start in line 6. */
export function exemptionFile(parts: Parts = {}): string {
  const exemption = listItem({
    rule: 'r',
    mailboxes: '[ceo@contoso.com]',
    reason: 'Board decision',
    owner: 'messaging',
    expires: '2027-01-31',
    ...parts,
  });
  return policyFile({}, `exemptions:\n${exemption}`);
}

/** The text of a policy file with a schema for a column. The schema is in line 4, at column 15 plus the length of the name. */
export function expecting(column: string, schema: string, report = 'mailbox-settings'): string {
  return policyFile({ expect: `{ ${column}: ${schema} }`, report });
}

function listItem(parts: Parts): string {
  const lines = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]));
  return `  - ${lines.join('    ')}`;
}

const rules = (count: number): string =>
  `rules:\n${Array.from({ length: count }, (_, at) => `  - { id: r${at}, title: t, expect: { TimeZone: { const: UTC } } }\n`).join('')}`;

/** Valid schemas of a text cell. */
const goodSchemas: readonly string[] = [
  '{ const: UTC }',
  '{ const: null }',
  '{ enum: [UTC, null] }',
  "{ pattern: '^(?:UTC|W\\. Europe)' }",
  '{ format: email, minLength: 1, maxLength: 3 }',
  '{ type: string }',
  "{ type: [string, 'null'] }",
  '{ not: { const: UTC } }',
  "{ pattern: '(?i)^utc' }",
  '{ format: date-time, formatMaximum: today+30d, formatExclusiveMinimum: today-7d }',
  "{ format: date, formatMinimum: today, formatExclusiveMaximum: '2027-01-31' }",
  '{ format: time, formatMaximum: 08:00:00Z }',
  '{ anyOf: [{ const: UTC }, { pattern: a }] }',
  '{ if: { minLength: 3 }, then: { pattern: a }, else: true }',
  '{ allOf: [true, {}] }',
  '{ title: t, description: d, $comment: c, default: 1, examples: [1], deprecated: true, const: a }',
  '{ readOnly: true, writeOnly: false, contentEncoding: base64, contentMediaType: a/b, contentSchema: true }',
];

/** Valid schemas of columns of inbox rules, by type. */
const goodOfRules: readonly (readonly [column: string, schema: string])[] = [
  ['Sequence', '{ minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 }'],
  [
    'AssignCategories',
    '{ contains: { const: a }, minContains: 1, maxContains: 2, items: { minLength: 1 }, prefixItems: [true] }',
  ],
  ['AssignCategories', '{ uniqueItems: true, minItems: 0, maxItems: 0, unevaluatedItems: false }'],
  ['Conditions', '{ properties: { a: { const: 1 }, const: true }, required: [a], additionalProperties: false }'],
  ['Conditions', "{ patternProperties: { '^a': {} }, propertyNames: { maxLength: 3 }, dependentSchemas: { a: true } }"],
  ['Conditions', '{ dependentRequired: { a: [b] }, minProperties: 1, maxProperties: 3, unevaluatedProperties: false }'],
];

/** Valid policy files. */
export const goodFiles: Readonly<Record<string, string>> = {
  'the least': policyFile({ title: undefined }),
  'a title': policyFile(),
  'help on an intranet': policyFile({ help: 'http://intranet/mail' }),
  'two rules that set different values in different mailboxes': `${policyFile({
    when: '{ UserPurpose: { const: room } }',
    set: '{ timeZone: UTC }',
  })}  - id: s
    when: { UserPurpose: { const: user } }
    expect: { TimeZone: { const: Tokyo Standard Time } }
    set: { timeZone: Tokyo Standard Time }
`,
  'settings of Exchange Online': policyFile({
    report: 'mailbox-properties',
    expect: '{ AuditEnabled: { const: true } }',
    set: '{ AuditEnabled: true, ForwardingAddress: null, ForwardingSmtpAddress: "smtp:a@contoso.com" }',
  }),
  'a setting that the organization decides': policyFile({
    report: 'client-access',
    expect: '{ SmtpClientAuthenticationDisabled: { type: "null" } }',
    set: '{ SmtpClientAuthenticationDisabled: null }',
  }),
  'settings by the column that they correct': policyFile({
    report: 'mailbox-properties',
    expect: '{ ForwardingSmtpAddress: { type: "null" }, AuditEnabled: { const: true } }',
    set: '{ ForwardingSmtpAddress: { ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false }, AuditEnabled: true }',
  }),
  'a set after which the rule applies no more': policyFile({
    report: 'inbox-rules',
    when: '{ Enabled: { const: true } }',
    expect: '{ Enabled: { const: true }, Hides: { const: false } }',
    set: '{ isEnabled: false }',
  }),
  'exemptions of which none is left': policyFile({}, 'exemptions:\n'),
  'all keys': policyFile(
    {
      report: 'mailbox-settings',
      severity: 'warning',
      when: '{ MailboxName: { pattern: "@contoso" }, Locale: { const: en-US } }',
      set: "{ timeZone: UTC, automaticRepliesSetting: { externalAudience: none }, workingHours: { startTime: '08:00:00' } }",
      help: 'https://intranet.contoso.com/a?b=c#d',
    },
    'exemptions: []\n',
  ),
  'an exemption': exemptionFile(),
  'an exemption of one text': exemptionFile({ mailboxes: "'*@partners.contoso.com'" }),
  'an exemption of everybody': exemptionFile({ mailboxes: "['*']" }),
  'an exemption with a pattern of all it can have': exemptionFile({ mailboxes: `'*@${'a'.repeat(314)}.com'` }),
  'an expiry in quotes': exemptionFile({ expires: "'2028-02-29'" }),
  'folded texts': exemptionFile({ reason: '>\n      A longer\n      reason\n' }),
  'an id of all it can have': policyFile({ id: `A.b_c-${'9'.repeat(94)}` }),
  'another built-in report': policyFile({ report: 'inbox-rules', expect: '{ Hides: { const: false } }' }),
  'as many rules as there may be': rules(500),
  ...Object.fromEntries(goodSchemas.map((schema) => [schema, expecting('TimeZone', schema)])),
  ...Object.fromEntries(goodOfRules.map(([column, schema]) => [schema, expecting(column, schema, 'inbox-rules')])),
};

/** Files with a mistake that both the schema and the reader report, with the problem from the reader. */
export const malformedFiles: Readonly<Record<string, readonly [text: string, problem: string]>> = {
  'a list': ['- a\n', '1:1 The file must be a mapping'],
  'no rules': ['exemptions: []\n', '1:1 "rules" is missing.'],
  'empty rules': ['rules: []\n', '1:8 "rules" has no rule.'],
  'rules that are a mapping': ['rules: { id: r }\n', '1:8 "rules" must be a list'],
  'too many rules': [rules(501), '2:3 There are more than 500 rules.'],
  'an unknown key': [policyFile({}, 'exemption: []\n'), '5:1 "exemption" is not one of the keys here.'],
  'a pattern of mailboxes that is too long': [
    exemptionFile({ mailboxes: `'*@${'a'.repeat(315)}.com'` }),
    '7:16 "exemptions[0].mailboxes" is no address that a mailbox could have, and no pattern of one.',
  ],
  'an unknown key of a rule': [policyFile({ expects: '{}' }), '5:5 "expects" is not one of the keys in "rules[0]".'],
  'a rule of text': ['rules: [a]\n', '1:9 "rules[0]" must be a mapping'],
  'no id': [policyFile({ id: undefined }), '2:5 "rules[0].id" is missing.'],
  'an id of two words': [policyFile({ id: 'No replies' }), '2:9 "rules[0].id" cannot be "No replies".'],
  'an id that begins with a hyphen': [policyFile({ id: "'-a'" }), '2:9 "rules[0].id" cannot be "-a".'],
  'an id that is too long': [policyFile({ id: 'a'.repeat(101) }), '2:9 "rules[0].id" cannot be "aaa'],
  'an id that is a number': [policyFile({ id: '1' }), '2:9 "rules[0].id" must be text, not a number.'],
  'a blank title': [policyFile({ title: "' '" }), '3:12 "rules[0].title" has no value.'],
  'a title of two lines': [policyFile({ title: '"a\\nb"' }), '3:12 "rules[0].title" has a line break'],
  'a title with what turns text': [policyFile({ title: '"a\\u202Eb"' }), '3:12 "rules[0].title" has a line break'],
  'a title that is too long': [policyFile({ title: 'a'.repeat(201) }), '3:12 "rules[0].title" is longer than 200'],
  'another severity': [policyFile({ severity: 'warn' }), '5:15 "rules[0].severity" cannot be "warn".'],
  'a report that is a file': [policyFile({ report: 'reports/a.yml' }), '5:13 There is no report "reports/a.yml".'],
  'no expect': [policyFile({ expect: undefined }), '2:5 "rules[0].expect" is missing.'],
  'an empty expect': [policyFile({ expect: '{}' }), '4:13 "rules[0].expect" names no column.'],
  'an empty when': [policyFile({ when: '{}' }), '5:11 "rules[0].when" names no column.'],
  'an expect that is a list': [policyFile({ expect: '[a]' }), '4:13 "rules[0].expect" must be a mapping'],
  'a set that is a list': [policyFile({ set: '[a]' }), '5:10 "rules[0].set" must be a mapping'],
  'a column of every report': [expecting('Status', '{ const: ok }'), '4:15 A condition cannot be about "Status".'],
  'a column of the verdict': [expecting('Verdict', '{ const: ok }'), '4:15 A condition cannot be about "Verdict".'],
  'help of ftp': [policyFile({ help: 'ftp://a.b' }), '5:11 "rules[0].help" cannot be "ftp://a.b".'],
  'help with a blank': [policyFile({ help: 'https://a.b/c d' }), '5:11 "rules[0].help" cannot be "https://a.b/c d".'],
  'help that is a word': [policyFile({ help: 'ask' }), '5:11 "rules[0].help" cannot be "ask".'],
  'an exemption without a rule': [exemptionFile({ rule: undefined }), '6:5 "exemptions[0].rule" is missing.'],
  'an exemption without an owner': [exemptionFile({ owner: undefined }), '6:5 "exemptions[0].owner" is missing.'],
  'an exemption without a reason': [exemptionFile({ reason: undefined }), '6:5 "exemptions[0].reason" is missing.'],
  'an exemption without an end': [exemptionFile({ expires: undefined }), '6:5 "exemptions[0].expires" is missing.'],
  'an exemption without mailboxes': [exemptionFile({ mailboxes: undefined }), '6:5 "exemptions[0].mailboxes" is'],
  'an exemption of none': [exemptionFile({ mailboxes: '[]' }), '7:16 "exemptions[0].mailboxes" has no mailbox.'],
  'an exemption of a word': [
    exemptionFile({ mailboxes: '[ceo]' }),
    '7:17 "exemptions[0].mailboxes[0]" is no address that',
  ],
  'two addresses in one text': [
    exemptionFile({ mailboxes: "'a@b.c, d@b.c'" }),
    '7:16 "exemptions[0].mailboxes" is no address',
  ],
  'a reason that is a list': [
    exemptionFile({ reason: '[a]' }),
    '8:13 "exemptions[0].reason" must be text, not a list.',
  ],
  'a day in another order': [exemptionFile({ expires: '31.01.2027' }), '10:14 "exemptions[0].expires" cannot be'],
  'a day of another month': [exemptionFile({ expires: '2027-13-01' }), '10:14 "exemptions[0].expires" cannot be'],
  'a year': [exemptionFile({ expires: "'2027'" }), '10:14 "exemptions[0].expires" cannot be "2027".'],
  'a schema of text': [
    expecting('TimeZone', 'UTC'),
    '4:25 "rules[0].expect.TimeZone" must be a JSON Schema, not text.',
  ],
  'a schema of a number': [expecting('TimeZone', '3'), '4:25 "rules[0].expect.TimeZone" must be a JSON Schema, not a'],
  'a schema of true': [expecting('TimeZone', 'true'), '4:25 "rules[0].expect.TimeZone" must be a JSON Schema, not'],
  'a schema without a value': [expecting('TimeZone', ''), '"rules[0].expect.TimeZone" has no value.'],
  'a schema of a list': [expecting('TimeZone', '[a]'), '4:25 "rules[0].expect.TimeZone" must be a JSON Schema, not a'],
  'an empty schema': [expecting('TimeZone', '{}'), '4:25 "rules[0].expect.TimeZone" has no keyword.'],
  'an unknown keyword': [
    expecting('TimeZone', '{ minLenght: 1 }'),
    '4:27 "minLenght" is not a keyword of JSON Schema.',
  ],
  'a reference': [expecting('TimeZone', "{ $ref: '#' }"), '4:27 The keyword "$ref" is not supported.'],
  'a schema inside that is text': [expecting('TimeZone', '{ not: UTC }'), '4:32 "rules[0].expect.TimeZone.not" must'],
  'schemas that are none': [
    expecting('TimeZone', '{ anyOf: [] }'),
    '4:34 "rules[0].expect.TimeZone.anyOf" cannot be []',
  ],
  'schemas that are a mapping': [
    expecting('TimeZone', '{ anyOf: {} }'),
    '4:34 "rules[0].expect.TimeZone.anyOf" cannot be {}',
  ],
  'one of the schemas is text': [
    expecting('TimeZone', '{ anyOf: [{}, a] }'),
    '4:39 "rules[0].expect.TimeZone.anyOf[1]',
  ],
  'items as a list': [expecting('TimeZone', '{ items: [{}] }'), '4:34 "rules[0].expect.TimeZone.items" must be a'],
  'a named schema of text': [expecting('TimeZone', '{ properties: { a: b } }'), '4:44 "rules[0].expect.TimeZone.prop'],
  'another type': [expecting('TimeZone', '{ type: strin }'), '4:33 "rules[0].expect.TimeZone.type" cannot be "strin".'],
  'a type twice': [expecting('TimeZone', '{ type: [string, string] }'), '4:33 "rules[0].expect.TimeZone.type" cannot'],
  'an empty enum': [
    expecting('TimeZone', '{ enum: [] }'),
    '4:25 "rules[0].expect.TimeZone" is not a valid schema: enum must have',
  ],
  'an enum of text': [expecting('TimeZone', '{ enum: UTC }'), '4:33 "rules[0].expect.TimeZone.enum" cannot be "UTC".'],
  'a length of text': [
    expecting('TimeZone', '{ minLength: a }'),
    '4:38 "rules[0].expect.TimeZone.minLength" cannot be',
  ],
  'a length below zero': [
    expecting('TimeZone', '{ minLength: -1 }'),
    '4:38 "rules[0].expect.TimeZone.minLength" cannot',
  ],
  'half a length': [expecting('TimeZone', '{ minLength: 1.5 }'), '4:38 "rules[0].expect.TimeZone.minLength" cannot be'],
  'a multiple of 0': [expecting('TimeZone', '{ multipleOf: 0 }'), '4:39 "rules[0].expect.TimeZone.multipleOf" cannot'],
  'a member that is no name': [
    expecting('TimeZone', '{ required: [a, 1] }'),
    '4:41 "rules[0].expect.TimeZone.required[1]',
  ],
  'another format': [expecting('TimeZone', '{ format: emial }'), '4:35 There is no format "emial".'],
  'a pattern that is a number': [expecting('TimeZone', '{ pattern: 3 }'), '4:36 "rules[0].expect.TimeZone.pattern"'],
  'a pattern that is too long': [expecting('TimeZone', `{ pattern: ${'a'.repeat(1001)} }`), '4:36 "rules[0].expect'],
  'then without if': [
    expecting('TimeZone', '{ then: true }'),
    '4:25 "rules[0].expect.TimeZone" is not a valid schema: "then" without "if"',
  ],
  'if alone': [
    expecting('TimeZone', '{ if: true }'),
    '4:25 "rules[0].expect.TimeZone" is not a valid schema: "if" without "then"',
  ],
  'maxContains alone': [
    expecting('TimeZone', '{ maxContains: 1 }'),
    '4:25 "rules[0].expect.TimeZone" is not a valid schema: "maxContains" without',
  ],
};

/** Files with a mistake that only the reader reports. */
export const mistakenFiles: Readonly<Record<string, readonly [text: string, problem: string, hint: string]>> = {
  'a length of a list': [
    expecting('WorkingDays', '{ maxLength: 0 }'),
    '4:41 "maxLength" has no effect: it is about values of type string, and the column holds lists of',
    'Did you mean "maxItems"?',
  ],
  'a pattern of a list': [
    expecting('WorkingDays', "{ not: { pattern: '^mon' } }"),
    '"pattern" has no effect: it is about values of type string',
    '"items" for the values in a list',
  ],
  'a bound of a text': [
    expecting('TimeZone', '{ maximum: 3 }'),
    '"maximum" has no effect: it is about values of type number, and the column holds text.',
    'Use a keyword for that type, such as const or enum',
  ],
  'a list of a text': [
    expecting('TimeZone', '{ maxItems: 3 }'),
    '"maxItems" has no effect: it is about values of type array',
    'Did you mean "maxLength"?',
  ],
  'a bound of what a list has': [
    expecting('WorkingDays', '{ items: { minimum: 3 } }'),
    '"minimum" has no effect: it is about values of type number, and the column holds',
    'const or enum',
  ],
  'a list of an enumeration': [
    expecting('UserPurpose', '{ anyOf: [{ contains: { const: room } }, { const: user }] }'),
    '"contains" has no effect: it is about values of type array',
    'const or enum',
  ],
  'a look-ahead': [
    expecting('TimeZone', "{ pattern: '^a(?!b)' }"),
    '4:39 "rules[0].expect.TimeZone.pattern" is not a valid pattern: look-around is not supported.',
    'allOf: [{ pattern: ... }, { not: { pattern: ... } }]',
  ],
  'a look-behind': [expecting('TimeZone', "{ pattern: '(?<=a)b' }"), '4:37 ', 'allOf'],
  'a back reference': [
    expecting('TimeZone', "{ pattern: '(\\w+) \\1' }"),
    '4:43 "rules[0].expect.TimeZone.pattern" is not a valid pattern: back references are not supported.',
    'Write out the texts that may be repeated',
  ],
  'a back reference by name': [expecting('TimeZone', "{ pattern: '(?<n>a)\\k<n>' }"), '4:44 ', 'Write out the texts'],
  'a count above 1,000': [expecting('TimeZone', "{ pattern: 'a{1001}' }"), '4:38 ', 'Counts go up to 1,000'],
  'counts that multiply': [
    expecting('TimeZone', "{ pattern: 'x.{0,1000}y.{0,1000}z' }"),
    '4:37 "rules[0].expect.TimeZone.pattern" is not a valid pattern: its counts are too large',
    'Use smaller counts',
  ],
  'an atomic group': [expecting('TimeZone', "{ pattern: 'a(?>b)' }"), '4:38 ', 'RE2 never backtracks'],
  'an escape of JavaScript': [expecting('TimeZone', "{ pattern: 'a\\u00e4' }"), '4:38 ', '\\x{e4}'],
  'an empty negated class': [expecting('TimeZone', "{ pattern: 'a[^]' }"), '4:38 ', '(?s:.)'],
  'a property of JavaScript': [expecting('TimeZone', "{ pattern: '\\p{Script=Greek}' }"), '4:37 ', '\\p{Greek}'],
  'a limit without a format': [
    expecting('AutomaticReplyEnd', '{ formatMaximum: today+30d }'),
    '4:51 "rules[0].expect.AutomaticReplyEnd.formatMaximum" needs a format of dates or times beside it.',
    'Add "format: date-time"',
  ],
  'a limit that is no date': [
    expecting('AutomaticReplyEnd', '{ format: date-time, formatMaximum: today+1m }'),
    '4:70 "rules[0].expect.AutomaticReplyEnd.formatMaximum" cannot be "today+1m".',
    'Write today, today+30d',
  ],
  'a member of every object': [
    expecting('Conditions', '{ properties: { __proto__: true } }', 'inbox-rules'),
    'A schema cannot be about a member called "__proto__".',
    'Remove it.',
  ],
  'an id twice': [
    `${policyFile()}  - { id: R, title: t, expect: { TimeZone: { const: UTC } } }\n`,
    '5:11 There is a rule "r" already.',
    'case does not count',
  ],
  'an unknown report': [
    policyFile({ report: 'inbox-rule' }),
    '5:13 There is no report "inbox-rule".',
    '"inbox-rules"?',
  ],
  'the file of a report': [
    policyFile({ report: 'my/folders.yml' }),
    '5:13 There is no report "my/folders.yml".',
    'Did you mean "folders"?',
  ],
  'a report with an unknown name': [
    policyFile({ report: 'mine' }),
    '5:13 There is no report "mine".',
    'the input "report"',
  ],
  'an unknown setting': [
    policyFile({ set: '{ automaticRepliesSetting: { externalAudiance: none } }' }),
    '5:39 "automaticRepliesSetting.externalAudiance" is not a setting that can be changed.',
    'Did you mean "externalAudience"?',
  ],
  'a setting that is read-only': [
    policyFile({ set: '{ userPurpose: user }' }),
    '5:12 "userPurpose" is not a setting that can be changed.',
    'The settings here are: automaticRepliesSetting, ',
  ],
  'a misspelt value of a setting': [
    policyFile({ set: '{ automaticRepliesSetting: { externalAudience: contactOnly } }' }),
    '5:57 "rules[0].set.automaticRepliesSetting.externalAudience" cannot be "contactOnly".',
    'Did you mean "contactsOnly"?',
  ],
  'a time zone that does not exist': [
    policyFile({ set: '{ timeZone: W. Europe Time }' }),
    '5:22 "rules[0].set.timeZone" cannot be "W. Europe Time".',
    'Europe/Berlin',
  ],
  'an hour that YAML reads as a number': [
    policyFile({ set: '{ workingHours: { startTime: 8 } }' }),
    '5:39 "rules[0].set.workingHours.startTime" cannot be 8.',
    'in quotes',
  ],
  'an inbox rule that is to be enabled': [
    policyFile({ report: 'inbox-rules', expect: '{ Hides: { const: false } }', set: '{ isEnabled: true }' }),
    '6:23 "rules[0].set.isEnabled" cannot be true.',
    'Use false.',
  ],
  'null for a property that cannot be cleared': [
    policyFile({
      report: 'client-access',
      expect: '{ ImapEnabled: { const: false } }',
      set: '{ ImapEnabled: null }',
    }),
    '6:25 "rules[0].set.ImapEnabled" cannot be null.',
    'Use true or false.',
  ],
  'forwarding to a text that is no address': [
    policyFile({
      report: 'mailbox-properties',
      expect: '{ AuditEnabled: { const: true } }',
      set: '{ ForwardingSmtpAddress: contoso }',
    }),
    '6:35 "rules[0].set.ForwardingSmtpAddress" cannot be "contoso".',
    'null, which clears it',
  ],
  'a parameter that is not on the list': [
    policyFile({
      report: 'mailbox-properties',
      expect: '{ AuditEnabled: { const: true } }',
      set: '{ GrantSendOnBehalfTo: null }',
    }),
    '6:12 "GrantSendOnBehalfTo" is not a setting that can be changed.',
    'AuditEnabled',
  ],
  'a set about a report that only reads': [
    policyFile({ report: 'folders', expect: '{ Items: { maximum: 5 } }', set: '{ isEnabled: false }' }),
    '6:10 Settings of the report folders cannot be changed.',
    'inbox-rules',
  ],
  'working hours that start after they end': [
    policyFile({ set: "{ workingHours: { startTime: '18:00:00', endTime: '09:00:00' } }" }),
    '5:10 workingHours start after they end.',
    'endTime',
  ],
  'an empty set': [policyFile({ set: '{}' }), '5:10 "rules[0].set" names no setting.', 'timeZone'],
  'two values of a setting by columns': [
    policyFile({
      expect: '{ DateFormat: { const: a }, TimeFormat: { const: b } }',
      set: '{ DateFormat: { dateFormat: d }, TimeFormat: { dateFormat: M } }',
    }),
    '5:10 dateFormat has two values.',
    'Set the same value',
  ],
  'an unknown column': [
    expecting('TimeZon', '{ const: UTC }'),
    '4:15 The report mailbox-settings has no column "TimeZon".',
    'Did you mean "TimeZone"?',
  ],
  'a column in another case': [
    expecting('timezone', '{ const: UTC }'),
    '4:15 The report mailbox-settings has no column "timezone".',
    'Write "TimeZone": case counts.',
  ],
  'an unknown column of when': [
    policyFile({ when: '{ Hides: { const: true } }' }),
    '5:13 The report mailbox-settings has no column "Hides".',
    'It is a column of inbox-rules: name that under "report".',
  ],
  'an unknown column of another report': [
    policyFile({ when: '{ accounts.AccountEnable: { const: true } }' }),
    '5:13 The report accounts has no column "AccountEnable".',
    'Did you mean "AccountEnabled"?',
  ],
  'a value that a column of another report never has': [
    policyFile({ when: '{ mailboxes.HidesMail: { const: maybe } }' }),
    '5:43 "rules[0].when.mailboxes.HidesMail.const" cannot be "maybe": the column never has this value.',
    'yes',
  ],
  'a column of a misspelt report': [
    policyFile({ when: '{ acounts.AccountEnabled: { const: true } }' }),
    '5:13 There is no column "acounts.AccountEnabled", and no other report "acounts".',
    'Did you mean "accounts"?',
  ],
  'a column of the own report with its name': [
    policyFile({ when: '{ mailbox-settings.TimeZone: { const: UTC } }' }),
    '5:13 There is no column "mailbox-settings.TimeZone", and no other report "mailbox-settings".',
    'Write "TimeZone" alone',
  ],
  'a column of a report with several rows a mailbox': [
    policyFile({ when: '{ inbox-rules.Hides: { const: true } }' }),
    '5:13 "inbox-rules.Hides" is a column of a report with several rows a mailbox.',
    'under "report"',
  ],
  'the status of another report': [
    policyFile({ when: '{ accounts.Status: { const: ok } }' }),
    '5:13 The report accounts has no column "Status".',
    'max-unreadable',
  ],
  'a column of another report without its name': [
    policyFile({ when: '{ AccountEnabled: { const: true } }' }),
    '5:13 The report mailbox-settings has no column "AccountEnabled".',
    'write "accounts.AccountEnabled"',
  ],
  'set of a rule that expects columns of several reports': [
    policyFile({
      expect: '{ TimeZone: { const: UTC }, accounts.AccountEnabled: { const: true } }',
      set: '{ timeZone: UTC }',
    }),
    '5:5 This rule expects columns of several reports, so it cannot have "set".',
    'Write a rule for each report',
  ],
  'set of another report by a rule about rows': [
    policyFile({
      report: 'inbox-rules',
      expect: '{ client-access.PopEnabled: { const: false } }',
      set: '{ PopEnabled: false }',
    }),
    '6:5 A rule about the rows of inbox-rules cannot change client-access.',
    'Set "report" to client-access',
  ],
  'a row that cannot be removed': [
    policyFile({ expect: '{ TimeZone: { const: UTC } }', set: 'remove' }),
    '5:10 "rules[0].set" cannot be "remove".',
    'Add one of',
  ],
  'another word for a removal': [
    policyFile({ report: 'mailbox-permissions', expect: '{ Right: { enum: [SendAs] } }', set: 'delete' }),
    '6:10 "rules[0].set" cannot be "delete".',
    'Write "set: remove"',
  ],
  'a setting of a right': [
    policyFile({ report: 'mailbox-permissions', expect: '{ Deny: { const: true } }', set: '{ Deny: true }' }),
    '6:12 "Deny" is not a setting that can be changed.',
    'write "set: remove"',
  ],
  'the role of a calendar permission other than none': [
    policyFile({ report: 'calendar-permissions', expect: '{ Role: { const: read } }', set: '{ role: read }' }),
    '6:18 "rules[0].set.role" cannot be "read".',
    'Use "none"',
  ],
  'set of another report that only reads': [
    policyFile({ expect: '{ accounts.AccountEnabled: { const: true } }', set: '{ accountEnabled: true }' }),
    '5:10 Settings of the report accounts cannot be changed.',
    'Remove it here',
  ],
  'the status in another case': [
    expecting('STATUS', '{ const: ok }'),
    '4:15 A condition cannot be about "STATUS".',
    'max-unreadable',
  ],
  'a pattern that is none': [
    expecting('TimeZone', "{ pattern: '(' }"),
    '4:37 "rules[0].expect.TimeZone.pattern" is not a valid pattern: missing closing ): (.',
    'single quotes',
  ],
  'the name of members that is no pattern': [
    expecting('TimeZone', "{ patternProperties: { '[': true } }"),
    '4:48 "[" is not a valid pattern: missing closing ]',
    'single quotes',
  ],
  'crossed bounds': [
    expecting('Sequence', '{ minimum: 5, maximum: 3 }', 'inbox-rules'),
    '4:36 No value has minimum 5 and maximum 3.',
    'swapped',
  ],
  'crossed counts': [
    expecting('ForwardTo', '{ contains: true, maxContains: 0 }', 'inbox-rules'),
    '4:26 "rules[0].expect.ForwardTo" is not a valid schema: "minContains" > "maxContains"',
    'json-schema.org',
  ],
  'what the validator ignores': [
    expecting('ForwardTo', '{ contains: true, minContains: 0 }', 'inbox-rules'),
    '4:26 "rules[0].expect.ForwardTo" is not a valid schema:',
    'json-schema.org',
  ],
  'truth in quotes': [
    expecting('Hides', "{ const: 'true' }", 'inbox-rules'),
    '4:31 "rules[0].expect.Hides.const" cannot be "true": the column never has this value.',
    'Write true without quotes. The column holds true or false, or null if blank.',
  ],
  'a number in quotes': [
    expecting('Sequence', "{ enum: [1, '2'] }", 'inbox-rules'),
    '4:37 "rules[0].expect.Sequence.enum[1]" cannot be "2"',
    'Write 2 without quotes.',
  ],
  'text without quotes': [
    expecting('TimeZone', '{ const: 2 }'),
    '4:34 "rules[0].expect.TimeZone.const" cannot be 2',
    "Write it in quotes: '2'.",
  ],
  'a value that Graph has not': [
    expecting('UserPurpose', '{ enum: [user, shraed] }'),
    '4:43 "rules[0].expect.UserPurpose.enum[1]" cannot be "shraed"',
    'Did you mean "shared"?',
  ],
  'a value that Graph has not, so that all would pass': [
    expecting('UserPurpose', '{ not: { const: shraed } }'),
    '4:44 "rules[0].expect.UserPurpose.not.const" cannot be "shraed"',
    'Did you mean "shared"?',
  ],
  'an invalid address': [
    expecting('MailboxName', '{ const: null }'),
    '4:37 "rules[0].expect.MailboxName.const" cannot be null: the column never has this value.',
    'The column holds text.',
  ],
  'a time that is not in UTC': [
    expecting('AutomaticReplyEnd', "{ const: '2027-01-04T06:00:00+01:00' }"),
    '4:43 "rules[0].expect.AutomaticReplyEnd.const" cannot be "2027-01-04T06:00:00+01:00"',
    'The column holds text such as 2027-01-04T06:00:00Z, or null if blank.',
  ],
  'a time of day as people write it': [
    expecting('WorkingHoursStart', "{ const: '8:00' }"),
    '"rules[0].expect.WorkingHoursStart.const" cannot be "8:00"',
    'The column holds text such as 08:00:00',
  ],
  'a text without text': [
    expecting('TimeZone', "{ const: '' }"),
    '"rules[0].expect.TimeZone.const" cannot be ""',
    'or null if blank',
  ],
  'a member that Graph has not': [
    expecting('Conditions', '{ properties: { importance: { const: hgh } } }', 'inbox-rules'),
    '"rules[0].expect.Conditions.properties.importance.const" cannot be "hgh"',
    'Did you mean "high"?',
  ],
  'an item that Graph has not': [
    expecting('WorkingDays', '{ contains: { const: mondya } }'),
    '4:49 "rules[0].expect.WorkingDays.contains.const" cannot be "mondya"',
    'Did you mean "monday"?',
  ],
  'an item in place of a list': [
    expecting('WorkingDays', '{ const: monday }'),
    '4:37 "rules[0].expect.WorkingDays.const" cannot be "monday"',
    'write { contains: { const: monday } }',
  ],
  'a type that the column has not': [
    policyFile({ when: '{ UserPurpose: { type: boolean } }' }),
    '5:34 "rules[0].when.UserPurpose.type" cannot be "boolean": the column holds user, linked,',
    'name another column',
  ],
  'a schema that is too long': [
    expecting('TimeZone', `{ enum: [${'a, '.repeat(6000)}a] }`),
    '4:25 "rules[0].expect.TimeZone" is longer than 20000 characters.',
    'Shorten it',
  ],
  'a number that JSON has not': [
    expecting('TimeZone', '{ const: .nan }'),
    '4:34 "rules[0].expect.TimeZone.const"',
    'finite',
  ],
  'help with a password': [
    policyFile({ help: 'https://a:b@c.d' }),
    '5:11 "rules[0].help" cannot be',
    'without a password',
  ],
  'an exemption with a negated pattern': [
    exemptionFile({ mailboxes: "['*@contoso.com', '!ceo@contoso.com']" }),
    '7:34 "exemptions[0].mailboxes[1]" begins with "!".',
    'Nothing is taken out of a pattern',
  ],
  'an exemption from no rule': [exemptionFile({ rule: 'rr' }), '6:11 There is no rule "rr".', 'Did you mean "r"?'],
  'an exemption from a rule in another case': [exemptionFile({ rule: 'R' }), '6:11 There is no rule "R".', '"r"?'],
  'a day that is not': [exemptionFile({ expires: '2027-02-30' }), '10:14 "exemptions[0].expires"', 'year-month-day'],
  'too many patterns': [
    exemptionFile({ mailboxes: `[${Array.from({ length: 2501 }, (_, at) => `a${at}@b.c`).join(', ')}]` }).concat(
      `  - { rule: r, mailboxes: [${'a@b.c, '.repeat(2500)}], reason: a, owner: b, expires: 2027-01-31 }\n`,
    ),
    '6:3 The exemptions name more than 5000 mailboxes.',
    'patterns',
  ],
};
