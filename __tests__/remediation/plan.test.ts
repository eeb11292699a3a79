import { describe, expect, test } from '@jest/globals';
import { property, type Json } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { editedPlan, remediations, stateOf } from '../support/remediation-run.ts';

const { run, apply, newTenant } = remediations('');

const DELIVERY = `rules:
  - id: delivery
    when: { UserPurpose: { const: user } }
    expect: { DelegateMeetingMessages: { const: sendToDelegateOnly } }
    set: { delegateMeetingMessageDeliveryOptions: sendToDelegateOnly }
`;
const ORGANIZER = { delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal' };

/** People whose mailboxes can be read. */
function peopleOf(tenant: Tenant): readonly string[] {
  return tenant.addresses.filter((address) => {
    const { status, settings } = tenant.expected(address);
    return status === 'ok' && /"userPurpose":"user"|"value":"user"/i.test(JSON.stringify(settings));
  });
}

test('a plan without changes is unchanged, and names the rules that have no "set"', async () => {
  const tenant = await newTenant();
  const [first = ''] = peopleOf(tenant);
  tenant.edit(first, ORGANIZER);
  const without = DELIVERY.replace(/^ *set: .*\n/m, '');
  const met = `  - { id: met, expect: { DelegateMeetingMessages: { minLength: 1 } }, set: { timeZone: UTC } }\n`;
  const unread = `  - { id: hides, report: inbox-rules, expect: { Hides: { const: false } } }\n`;
  for (const [policy, rules] of [
    [without + unread, 'the rules delivery, hides, which have no "set"'],
    // No report of a rule without "set" is read for its sake.
    [without + met + unread, 'the rule delivery, which has no "set"'],
  ] as const) {
    const plan = await run(tenant, { files: { 'policy.yml': policy, 'list.txt': first } });
    expect(plan).toMatchObject({ fails: false, codes: [], planned: [], outputs: { result: 'unchanged' } });
    expect(plan.warnings.join()).toContain(rules);
    expect(plan.summary).toContain('delivery');
    expect(tenant.counts.writes).toBe(0);
  }
});

function textOf(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}

function exemption(rule: string, address: string): string {
  return `exemptions:\n  - { rule: ${rule}, mailboxes: ['${address}'], reason: Test, owner: me, expires: 2099-12-31 }\n`;
}

describe('a plan changes only what violating cells need', () => {
  const FORMATS = `rules:
  - id: formats
    expect: { DateFormat: { const: yyyy-MM-dd }, TimeFormat: { pattern: '^H' } }
    set: { dateFormat: yyyy-MM-dd, timeFormat: 'HH:mm' }
`;

  test('and of several columns the settings of those that violate the rule', async () => {
    const tenant = await newTenant();
    const [first = '', second = '', third = ''] = peopleOf(tenant);
    tenant.edit(first, { dateFormat: 'dd.MM.yyyy', timeFormat: 'H:mm' });
    tenant.edit(second, { dateFormat: 'yyyy-MM-dd', timeFormat: 'h:mm tt' });
    tenant.edit(third, { dateFormat: 'yyyy-MM-dd', timeFormat: 'H:mm' });
    const files = { 'policy.yml': FORMATS, 'list.txt': [first, second, third].join('\n') };
    const { planned } = await run(tenant, { files });
    expect(planned.map(({ MailboxName, Setting, Found }) => [MailboxName, Setting, Found]).sort()).toEqual(
      [
        [first, 'dateFormat', 'DateFormat: dd.MM.yyyy'],
        [second, 'timeFormat', 'TimeFormat: h:mm tt'],
      ].sort(),
    );
  });

  test('and nothing in a mailbox of which another report cannot be read', async () => {
    const tenant = await newTenant();
    const [first = '', second = ''] = peopleOf(tenant);
    for (const address of [first, second]) tenant.edit(address, ORGANIZER);
    const [name = ''] = first.split('@');
    const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } };
    tenant.setFaults({ altered: [{ request: `users/${name}.*messageRules`, ...denied }] });
    const rule =
      'when: { RuleName: { const: none } }, expect: { Enabled: { const: false } }, set: { isEnabled: false }';
    const policy = `${DELIVERY}  - { id: off, report: inbox-rules, ${rule} }\n`;
    const files = { 'policy.yml': policy, 'list.txt': `${first}\n${second}` };
    const { planned } = await run(tenant, { files, inputs: { 'max-unreadable': '1' } });
    expect(planned.map(({ MailboxName, Rule }) => [MailboxName, Rule])).toEqual([[second, 'delivery']]);
  });

  test('and where the list says that the rule applies', async () => {
    const tenant = await newTenant();
    const [first = '', second = '', third = ''] = peopleOf(tenant);
    for (const address of [first, second, third]) tenant.edit(address, { dateFormat: 'd.M.yy', timeFormat: 'H:mm' });
    const files = {
      'policy.yml': FORMATS.replace('expect:', 'when: { Department: { const: Sales } }\n    expect:'),
      'list.csv': `UPN,Department\n${first},Sales\n${second},Finance\n`,
      // This list does not say it.
      'others.txt': third,
    };
    const inputs = { mailboxes: 'list.csv\nothers.txt', 'extra-columns': 'Department' };
    const { planned, errors } = await run(tenant, { files, inputs });
    expect(errors).toEqual([]);
    expect(planned.map(({ MailboxName, Setting }) => [MailboxName, Setting])).toEqual([[first, 'dateFormat']]);
  });

  test('and skips a row if it is not clear which settings its column needs, unless the policy says so', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.editExchange(first, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com', DeliverToMailboxAndForward: true });
    tenant.editExchange(first, { AuditEnabled: true });
    const policy = (set: string): string => `rules:
  - id: safe
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 }, AuditEnabled: { const: true } }
    set: ${set}
`;
    const settings = 'ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false';
    const unclear = policy(`{ ${settings}, AuditEnabled: true }`);
    const clear = policy(`{ ExternalTargets: { ${settings} }, AuditEnabled: true }`);
    const skipped = await run(tenant, { files: { 'list.txt': first, 'policy.yml': unclear } });
    expect(skipped).toMatchObject({ fails: false, planned: [] });
    expect(JSON.parse(skipped.plan)).toMatchObject({
      changes: [],
      violations: [{ rule: 'safe', notChangeable: 1 }],
      left: [{ mailbox: first, rule: 'safe', reason: expect.stringContaining('several columns') }],
    });
    expect(skipped.warnings.join()).toContain('1 violation is not changed: the rule has several columns');
    const { planned } = await run(tenant, { files: { 'list.txt': first, 'policy.yml': clear } });
    expect(planned.map(({ Setting }) => Setting)).toEqual(['DeliverToMailboxAndForward', 'ForwardingSmtpAddress']);
  });

  test('and of two inbox rules of one name the one that "when" is about', async () => {
    const tenant = await newTenant();
    const rulesOf = (address: string): readonly Json[] => tenant.expected(address).rules ?? [];
    const writable = (address: string): readonly string[] =>
      rulesOf(address).flatMap((rule) => (property(rule, 'isReadOnly') === true ? [] : textOf(property(rule, 'id'))));
    const address = tenant.addresses.find((each) => writable(each).length >= 2) ?? '';
    const [one = '', other = ''] = writable(address);
    const twin = { displayName: 'Twin', isEnabled: true, actions: { delete: true } };
    const present = tenant.expected(address).rules ?? [];
    tenant.setRules(
      address,
      present.map((rule) => {
        if (rule.id === one) return { ...rule, ...twin };
        return rule.id === other ? { ...rule, ...twin, sequence: 77 } : rule;
      }),
    );
    const policy = `rules:
  - id: twin
    report: inbox-rules
    when: { RuleName: { const: Twin }, Sequence: { const: 77 }, Enabled: { const: true } }
    expect: { Delete: { const: false } }
    set: { isEnabled: false }
`;
    const files = { 'policy.yml': policy, 'list.txt': address };
    const plan = await run(tenant, { files });
    // The conditions are evidence too, without those that say no more than the rule.
    const evidence = { Found: 'Delete: true; RuleName: Twin; Sequence: 77', Expected: 'Delete: false' };
    expect(plan.planned).toEqual([expect.objectContaining({ Item: 'Twin', Rule: 'twin', ...evidence })]);
    expect((await apply(tenant, plan, { files })).outputs).toMatchObject({ result: 'applied', 'applied-count': '1' });
    const twins = rulesOf(address).filter((rule) => property(rule, 'displayName') === 'Twin');
    const isEnabled = new Map(twins.map((rule) => [property(rule, 'id'), property(rule, 'isEnabled')]));
    expect([one, other].map((id) => isEnabled.get(id))).toEqual([true, false]);
  });
});

test('a plan is made although rules without "set" are violated as before, or warn of the change', async () => {
  const tenant = await newTenant();
  const [address = ''] = peopleOf(tenant);
  tenant.edit(address, ORGANIZER);
  const policy = `${DELIVERY}  - { id: zone, expect: { TimeZone: { const: Nowhere } } }
  - { id: organizer, severity: warning, expect: { DelegateMeetingMessages: { const: sendToDelegateAndPrincipal } } }
`;
  const plan = await run(tenant, { files: { 'policy.yml': policy, 'list.txt': address } });
  expect(plan).toMatchObject({ codes: [], planned: [{ MailboxName: address, Rule: 'delivery' }] });
});

test('a plan changes what rules warn of, and replaces a custom time zone as a whole', async () => {
  const tenant = await newTenant();
  const [address = ''] = peopleOf(tenant);
  tenant.edit(address, { workingHours: { timeZone: { name: 'Tokyo Standard Time' } } });
  const policy = `rules:
  - id: hours
    severity: warning
    expect: { WorkingHoursTimeZone: { const: UTC } }
    set: { workingHours: { timeZone: { name: UTC } } }
`;
  const files = { 'policy.yml': policy, 'list.txt': address };
  const plan = await run(tenant, { files });
  expect(plan.planned).toMatchObject([{ MailboxName: address, Setting: 'workingHours.timeZone' }]);
  expect((await apply(tenant, plan, { files })).applied).toMatchObject([{ Status: 'applied' }]);
});

describe('a plan leaves as they are, and says so,', () => {
  const notChanged = (warnings: readonly string[]): readonly string[] =>
    warnings.filter((text) => text.includes('not changed'));

  test('settings that have the value of "set" already, but not violations of rules without one', async () => {
    const tenant = await newTenant();
    const [address = ''] = peopleOf(tenant);
    tenant.edit(address, { dateFormat: 'd.M.yy', timeFormat: 'HH:mm' });
    const rule = (id: string, more: string): string =>
      `  - { id: ${id}, expect: { DateFormat: { const: x } }${more} }\n`;
    const policy = `rules:\n${rule('ineffective', ', set: { timeFormat: "HH:mm" }')}${rule('without', '')}`;
    const plan = await run(tenant, { files: { 'policy.yml': policy, 'list.txt': address } });
    expect(plan).toMatchObject({ planned: [], outputs: { result: 'unchanged' } });
    expect(notChanged(plan.warnings)).toEqual([
      expect.stringMatching(/^1 violation is not changed: .*these values already/),
    ]);
  });

  test.each(['read-only', 'without an ID'])('inbox rules that are %s', async (kind) => {
    const tenant = await newTenant();
    const rulesOf = (address: string) => tenant.expected(address).rules ?? [];
    const address = tenant.addresses.find((each) => rulesOf(each).length > 0) ?? '';
    const isReadOnly = kind === 'read-only';
    const [first] = rulesOf(address);
    if (first === undefined) throw new Error('no rule');
    tenant.setRules(address, [{ ...first, displayName: 'Own', isEnabled: true, isReadOnly }]);
    if (!isReadOnly) tenant.setFaults({ altered: [{ request: 'messageRules', without: ['id'] }] });
    const policy =
      'rules:\n  - { id: off, report: inbox-rules, expect: { Enabled: { const: false } }, set: { isEnabled: false } }\n';
    const plan = await run(tenant, { files: { 'policy.yml': policy, 'list.txt': address } });
    expect(plan.planned).toEqual([]);
    expect(notChanged(plan.warnings)).toEqual([expect.stringMatching(/^1 violation is not changed: .*read-only/)]);
  });
});

describe('a mailbox of several names', () => {
  test('is exempt by any of them, and changed once', async () => {
    const tenant = await newTenant();
    const [first = '', second = ''] = peopleOf(tenant);
    for (const address of [first, second]) tenant.edit(address, ORGANIZER);
    const users = tenant.listed('users', ['id', 'userPrincipalName']);
    const idOf = (address: string): string =>
      users.filter(({ userPrincipalName }) => userPrincipalName === address).flatMap(({ id }) => textOf(id))[0] ?? '';
    const list = [idOf(first), second, idOf(second)].join('\n');
    const files = { 'list.txt': list, 'policy.yml': DELIVERY + exemption('delivery', first) };
    const plan = await run(tenant, { files });
    expect(plan.planned.map(({ MailboxName }) => MailboxName)).toEqual([second]);
    expect(plan.warnings.join()).toContain('the list names the mailbox by another address, too');
  });

  test('is exempt, and its violation known, by the object ID of its account', async () => {
    const tenant = await newTenant();
    const [first = '', second = ''] = peopleOf(tenant);
    for (const address of [first, second]) tenant.edit(address, ORGANIZER);
    const users = tenant.listed('users', ['id', 'userPrincipalName']);
    const id = users.flatMap((user) => (user.userPrincipalName === first ? textOf(user.id) : [])).join();
    const baseline = [
      'Rule,MailboxName,Item,Column,Found,Row,AddedOn',
      `delivery,${id},,DelegateMeetingMessages,sendToDelegateAndPrincipal,,2026-01-01`,
    ].join('\r\n');
    const list = { 'list.txt': `${first}\n${second}` };
    const exempt = await run(tenant, { files: { ...list, 'policy.yml': DELIVERY + exemption('delivery', id) } });
    expect(exempt.planned.map(({ MailboxName }) => MailboxName)).toEqual([second]);
    expect(exempt.warnings.join()).not.toContain('no mailbox of the list');
    const known = await run(tenant, {
      files: { ...list, 'policy.yml': DELIVERY, 'baseline.csv': baseline },
      inputs: { baseline: 'baseline.csv' },
    });
    expect(known.planned.map(({ MailboxName }) => MailboxName)).toEqual([second]);
  });

  test('is warned of if an exemption in force matches none', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    const policy = DELIVERY + exemption('delivery', 'somebody@contoso.com');
    const plan = await run(tenant, { files: { 'list.txt': first, 'policy.yml': policy } });
    expect(plan.warnings.join()).toMatch(/1 exemption in force matches no mailbox of the list: delivery/);
  });

  test('is exempt by an alias in Exchange Online', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const aliasOf = (address: string): string | undefined => {
      const [{ EmailAddresses: all = [] } = {}] = tenant.exchangeObjects('Get-Mailbox', address) ?? [];
      const aliases = [all].flat().flatMap((each) => /^smtp:(alias\..*)$/.exec(textOf(each).join(''))?.[1] ?? []);
      return aliases[0];
    };
    const address = tenant.addresses.find((each) => aliasOf(each) !== undefined) ?? '';
    tenant.editExchange(address, { AuditEnabled: false });
    const policy = `rules:
  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }
`;
    const planned = async (more: string): Promise<number> =>
      (await run(tenant, { files: { 'list.txt': address, 'policy.yml': policy + more } })).planned.length;
    expect(await planned('')).toBe(1);
    expect(await planned(exemption('audit', aliasOf(address) ?? ''))).toBe(0);
  });

  test('is not changed if the application may not read its account, unless the list has its ID', async () => {
    const tenant = await newTenant({ roles: ['MailboxSettings.ReadWrite'] });
    const [first = '', second = ''] = peopleOf(tenant);
    for (const address of [first, second]) tenant.edit(address, ORGANIZER);
    const id = tenant
      .listed('users', ['id', 'userPrincipalName'])
      .flatMap((user) => (user.userPrincipalName === second ? textOf(user.id) : []))
      .join();
    const list = `${first}\n${id}`;
    const plan = await run(tenant, { files: { 'list.txt': list, 'policy.yml': DELIVERY } });
    expect(plan).toMatchObject({ planned: [{ MailboxName: id }], outputs: { 'left-out-count': '1' } });
    expect(plan.warnings.join()).toContain('Grant it User.Read.All');
    const applied = await apply(tenant, plan, { files: { 'list.txt': list, 'policy.yml': DELIVERY } });
    expect(applied.applied).toMatchObject([{ Status: 'applied' }]);
    // The addresses of the account may be exempt.
    const exempt = DELIVERY + exemption('delivery', 'somebody@contoso.com');
    tenant.edit(second, ORGANIZER);
    const none = await run(tenant, { files: { 'list.txt': list, 'policy.yml': exempt } });
    expect(none).toMatchObject({ planned: [], outputs: { result: 'unchanged', 'left-out-count': '2' } });
  });

  test('is not changed by a plan that does not bind its address to an account', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.edit(first, ORGANIZER);
    const files = { 'list.txt': first, 'policy.yml': DELIVERY };
    const plan = await run(tenant, { files });
    const edited = plan.plan.replace(/"mailboxId":"[^"]+",/, '');
    expect((await apply(tenant, editedPlan(edited), { files })).outputs).toMatchObject({ result: 'stale' });
    expect(tenant.counts.writes).toBe(0);
  });

  test.each([
    ['is known by its other address in the baseline', { set: { proxyAddresses: ['smtp:alias@contoso.com'] } }, '0'],
    ['may be known if its addresses are not shown', { without: ['proxyAddresses'] }, '1'],
  ])('%s', async (_, alteration, leftOut) => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.edit(first, ORGANIZER);
    tenant.setFaults({ altered: [{ request: 'proxyAddresses', ...alteration }] });
    const baseline = [
      'Rule,MailboxName,Item,Column,Found,Row,AddedOn',
      'delivery,alias@contoso.com,,DelegateMeetingMessages,sendToDelegateAndPrincipal,,2026-01-01',
    ].join('\r\n');
    const plan = await run(tenant, {
      files: { 'list.txt': first, 'policy.yml': DELIVERY, 'baseline.csv': baseline },
      inputs: { baseline: 'baseline.csv' },
    });
    expect(plan).toMatchObject({ planned: [], outputs: { result: 'unchanged', 'left-out-count': leftOut } });
  });
});

describe('the violations of a plan', () => {
  const OFF = `  - id: off
    report: inbox-rules
    expect: { Enabled: { const: false } }
    set: { isEnabled: false }
`;
  const inboxRule = (id: string, more: Readonly<Record<string, Json>> = {}): Readonly<Record<string, Json>> => ({
    id,
    displayName: `Rule ${id}`,
    sequence: 1,
    isEnabled: true,
    hasError: false,
    isReadOnly: false,
    conditions: {},
    exceptions: {},
    actions: { stopProcessingRules: true },
    ...more,
  });

  test('are planned, exempt, known, inconclusive or not changeable, and those left out are warned of', async () => {
    const tenant = await newTenant();
    const [planned = '', exempt = '', known = '', readOnly = '', inconclusive = ''] = peopleOf(tenant);
    tenant.setRules(planned, [inboxRule('AA=='), inboxRule('BB==')]);
    tenant.setRules(exempt, [inboxRule('CC==')]);
    tenant.edit(known, ORGANIZER);
    tenant.setRules(known, []);
    tenant.setRules(readOnly, [inboxRule('FF==', { isReadOnly: true })]);
    tenant.setRules(inconclusive, [inboxRule('GG==')]);
    const [name = ''] = inconclusive.split('@');
    tenant.setFaults({ altered: [{ request: `users/${name}.*messageRules`, without: ['isEnabled'] }] });
    for (const each of [planned, exempt, readOnly, inconclusive])
      tenant.edit(each, { delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly' });
    const files = {
      'list.txt': [planned, exempt, known, readOnly, inconclusive].join('\n'),
      'policy.yml': DELIVERY + OFF + exemption('off', exempt),
      'baseline.csv': [
        'Rule,MailboxName,Item,Column,Found,Row,AddedOn',
        `delivery,${known},,DelegateMeetingMessages,sendToDelegateAndPrincipal,,2026-01-01`,
      ].join('\r\n'),
    };
    const plan = await run(tenant, { files, inputs: { baseline: 'baseline.csv' } });
    expect(plan).toMatchObject({ codes: [], outputs: { 'change-count': '2', 'left-out-count': '2' } });
    expect(JSON.parse(plan.plan)).toMatchObject({
      violations: [
        { rule: 'delivery', planned: 0, exempt: 0, known: 1, inconclusive: 0, notChangeable: 0 },
        { rule: 'off', planned: 2, exempt: 1, known: 0, inconclusive: 1, notChangeable: 1 },
      ],
    });
    expect(plan.summary).toMatch(/^\| off \| 2 \| 1 \| 0 \| 1 \| 1 \|$/m);
    const sentences = plan.warnings.filter((text) => text.includes('not changed'));
    expect(sentences).toHaveLength(2);
    const none = await run(tenant, { files: { ...files, 'list.txt': [exempt, inconclusive].join('\n') } });
    expect(none).toMatchObject({ fails: false, outputs: { result: 'unchanged', 'left-out-count': '1' } });
    expect(none.summary).toMatch(/^\| off \| 0 \| 1 \| 0 \| 1 \| 0 \|$/m);
    expect(none.warnings.join()).toContain('1 violation is not changed: a service did not return');
  });

  test('in a mailbox of which another report cannot be read are left out, with what cannot be read', async () => {
    const tenant = await newTenant();
    const [first = '', second = ''] = peopleOf(tenant);
    tenant.edit(first, ORGANIZER);
    tenant.edit(second, { delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly' });
    tenant.setRules(second, []);
    const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } };
    const [name = ''] = first.split('@');
    tenant.setFaults({ altered: [{ request: `users/${name}.*messageRules`, ...denied }] });
    const files = { 'list.txt': `${first}\n${second}`, 'policy.yml': DELIVERY + OFF };
    const plan = await run(tenant, { files });
    // The violation, and the mailbox that may violate the rule about the other report.
    expect(plan).toMatchObject({ planned: [], outputs: { 'left-out-count': '2' } });
    expect(plan.warnings.join()).toContain('another report of the mailbox could not be read');
  });

  test('name User.Read.All only where it is not granted', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.edit(first, ORGANIZER);
    tenant.setFaults({ altered: [{ request: 'proxyAddresses', without: ['proxyAddresses'] }] });
    const policy = DELIVERY + exemption('delivery', 'somebody@contoso.com');
    const plan = await run(tenant, { files: { 'list.txt': first, 'policy.yml': policy } });
    expect(plan).toMatchObject({ planned: [], outputs: { 'left-out-count': '1' } });
    expect(plan.warnings.join()).toContain('the account or the addresses of the mailbox could not be read');
    expect(plan.warnings.join()).not.toContain('User.Read.All');
  });
});

describe('a plan is refused', () => {
  test('if a rule is violated after it too', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.editExchange(first, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com', ForwardingAddress: 'Contact 1' });
    const policy = `rules:
  - id: no-forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 } }
    set: { ForwardingSmtpAddress: null }
`;
    const plan = await run(tenant, { files: { 'list.txt': first, 'policy.yml': policy } });
    expect(plan).toMatchObject({ fails: true, codes: ['SET_REFUSED'], planned: [] });
    expect(plan.errors.join()).toContain('"no-forwarding" does not satisfy it');
  });

  test('if two rules undo each other', async () => {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.edit(first, { language: { locale: 'de-DE' }, timeZone: 'UTC' });
    const policy = `rules:
  - id: zone
    when: { Locale: { const: de-DE } }
    expect: { TimeZone: { const: Tokyo Standard Time } }
    set: { timeZone: Tokyo Standard Time }
  - id: back
    when: { Locale: { enum: [de-DE, de-AT] } }
    expect: { TimeZone: { const: UTC } }
    set: { timeZone: UTC }
`;
    const plan = await run(tenant, { files: { 'list.txt': first, 'policy.yml': policy } });
    expect(plan).toMatchObject({ fails: true, codes: ['SET_CONFLICT'], planned: [] });
    expect(plan.errors.join()).toMatch(/"zone".*would violate the rule "back"/);
  });

  test('if more mailboxes are unread than "max-unreadable" allows; without it, they are listed, and others are changed', async () => {
    const tenant = await newTenant();
    const [first = '', second = '', third = ''] = peopleOf(tenant);
    for (const address of [first, second, third]) tenant.edit(address, ORGANIZER);
    tenant.setFaults({ mailboxErrors: { full: [first] } });
    const files = { 'policy.yml': DELIVERY, 'list.txt': `${first}\n${second}\n${third}` };
    const bounded = await run(tenant, { files, inputs: { 'max-unreadable': '0' } });
    expect(bounded).toMatchObject({ fails: true, codes: ['INCOMPLETE'], outputs: { result: 'error' } });
    expect(bounded.planned).toHaveLength(2);
    const plan = await run(tenant, { files, inputs: { 'max-unreadable': '' } });
    expect(plan).toMatchObject({ fails: false, outputs: { result: 'planned', 'left-out-count': '1' } });
    expect(JSON.parse(plan.plan)).toMatchObject({
      left: [{ mailbox: first, item: '', rule: 'delivery', reason: expect.stringContaining('could not be read') }],
    });
    expect(plan.summary).toContain('could not be read');
    // Of the changes, one cannot be read at the apply.
    tenant.setFaults({ mailboxErrors: { full: [first, second] } });
    const applied = await apply(tenant, plan, { files, inputs: { 'max-unreadable': '0' } });
    expect(applied.applied.map(({ MailboxName, Status }) => [MailboxName, Status]).toSorted()).toEqual(
      [
        [second, 'failed'],
        [third, 'applied'],
      ].toSorted(),
    );
  });
});

test('a plan says what cannot be undone, and that it has too many changes', async () => {
  const tenant = await newTenant({ mailboxes: 200 });
  const policy = `rules:
  - id: english
    expect: { Locale: { const: en-US } }
    set: { language: { locale: en-US } }
`;
  const people = peopleOf(tenant);
  const files = { 'policy.yml': policy, 'list.txt': people.join('\n') };
  const plan = await run(tenant, { files, inputs: { 'max-changes': '2' } });
  expect(plan.outputs.result).toBe('planned');
  expect(plan.warnings.join()).toMatch(/"max-changes" allows 2/);
  expect(plan.warnings.join()).toMatch(/no earlier value in Graph/);
});

describe('a change fits', () => {
  async function planned(): Promise<{ tenant: Tenant; first: string; files: Record<string, string> }> {
    const tenant = await newTenant();
    const [first = ''] = peopleOf(tenant);
    tenant.edit(first, { ...ORGANIZER, timeZone: 'UTC' });
    const policy = DELIVERY.replace('when: { ', 'when: { TimeZone: { enum: [UTC, Tokyo Standard Time] }, ');
    return { tenant, first, files: { 'policy.yml': policy, 'list.txt': first } };
  }

  test('while other properties change, and once only', async () => {
    const { tenant, first, files } = await planned();
    const plan = await run(tenant, { files });
    tenant.edit(first, { dateFormat: 'M/d/yyyy' });
    expect((await apply(tenant, plan, { files })).applied).toMatchObject([{ Status: 'applied' }]);
    expect(await apply(tenant, plan, { files })).toMatchObject({ fails: false, applied: [{ Status: 'unchanged' }] });
  });

  test('not if an edited plan names a mailbox by the GUID of another', async () => {
    const tenant = await newTenant();
    const [first = '', second = ''] = peopleOf(tenant);
    for (const address of [first, second]) tenant.editExchange(address, { AuditEnabled: false });
    const policy = `rules:
  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }
`;
    const files = { 'list.txt': `${first}\n${second}`, 'policy.yml': policy };
    const plan = await run(tenant, { files });
    const [, guid = '', other = ''] = /"identity":"([^"]+)"[^]*"identity":"([^"]+)"/.exec(plan.plan) ?? [];
    const edited = plan.plan.replace(guid, other);
    const { applied } = await apply(tenant, editedPlan(edited), { files });
    expect(applied[0]).toMatchObject({
      Status: 'stale',
      Error: expect.stringContaining('is another mailbox'),
    });
    expect(tenant.exchangeProperties(applied[0]?.MailboxName ?? '')).toMatchObject({ AuditEnabled: false });
  });

  test.each([
    ['its rule', ''],
    ['one of its rules', DELIVERY.replace('rules:\n', '').replace('id: delivery', 'id: other')],
  ])('not if a cell changed that %s reads, although the rule would still apply', async (_case, rule) => {
    const { tenant, first, files } = await planned();
    const [head = '', own = ''] = (files['policy.yml'] ?? '').split('rules:\n');
    const both = { ...files, 'policy.yml': `${head}rules:\n${rule}${own}` };
    const plan = await run(tenant, { files: both });
    tenant.edit(first, { timeZone: 'Tokyo Standard Time' });
    const before = stateOf(tenant);
    const { applied } = await apply(tenant, plan, { files: both });
    expect(applied).toMatchObject([{ Status: 'stale', Error: expect.stringContaining('TimeZone') }]);
    expect(stateOf(tenant)).toEqual(before);
  });
});

describe('a plan of every mailbox of the tenant', () => {
  const inputs = { mailboxes: 'all', 'extra-columns': 'Department' };

  /** Leaves an account out of the listing, as before it is made. */
  const without = (address: string) => ({ listings: { users: { without: [address] } } });

  async function newPlan() {
    const tenant = await newTenant({ mailboxes: 12, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
    const [first = '', second = '', late = ''] = peopleOf(tenant);
    for (const address of tenant.addresses) {
      tenant.edit(address, { delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly' });
    }
    for (const address of [first, second, late]) tenant.edit(address, ORGANIZER);
    const files = { 'policy.yml': DELIVERY };
    tenant.setFaults(without(late));
    const plan = await run(tenant, { files, inputs });
    return { tenant, files, plan, first, second, late };
  }

  test('has the mailboxes that it changes, and is not about those that are made later', async () => {
    const { tenant, files, plan, first, second, late } = await newPlan();
    expect(plan.planned.map(({ MailboxName }) => MailboxName).sort()).toEqual([first, second].sort());
    tenant.setFaults({});
    const applied = await apply(tenant, plan, { files, inputs });
    expect(applied).toMatchObject({ errors: [], outputs: { result: 'applied', 'applied-count': '2' } });
    expect(applied.lines).toContain('mailboxes: all');
    expect(new Set(applied.applied.map(({ MailboxName }) => MailboxName))).toEqual(new Set([first, second]));
    expect(tenant.expected(late)).toMatchObject({ settings: ORGANIZER });
  });

  test('is of another list for a run that names lists', async () => {
    const { tenant, files, plan, first, second } = await newPlan();
    const lists = { ...files, 'list.txt': [first, second].join('\n') };
    const applied = await apply(tenant, plan, { files: lists, inputs: { mailboxes: 'list.txt' } });
    expect(applied).toMatchObject({ codes: ['PLAN_CHANGED'], outputs: { result: 'error' } });
  });
});
