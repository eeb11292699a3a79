import { describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn } from '../../src/json.ts';
import type { ExchangeFaults, WriteAnswer } from '../../tenant/exchange/faults.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { mailboxesOf } from '../support/mailbox-rights.ts';
import { remediations, stateOf, withApplied, type RemediationRun } from '../support/remediation-run.ts';

const POLICY = `rules:
  - id: no-forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null, DeliverToMailboxAndForward: false }
  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }
  - id: smtp-auth
    report: client-access
    expect: { SmtpAuth: { const: disabled }, SmtpClientAuthenticationDisabled: { not: { const: false } } }
    set: { SmtpClientAuthenticationDisabled: true }
  - id: no-pop
    report: client-access
    severity: warning
    expect: { PopEnabled: { const: false } }
    set: { PopEnabled: false }
`;

const HIDDEN = `rules:
  - id: hidden
    report: mailbox-properties
    expect: { HiddenFromAddressListsEnabled: { const: true } }
    set: { HiddenFromAddressListsEnabled: true }
`;

const { run, apply, planUndo, undo, newTenant } = remediations(POLICY);

/** An organisation with mailboxes that forward outside by address and by contact, and one with inherited SMTP AUTH. */
async function violating(options: Parameters<typeof newTenant>[0] = {}): Promise<Tenant> {
  const tenant = await newTenant({ log: true, ...options });
  const [first = '', second = '', third = ''] = listed(tenant);
  tenant.editExchange(first, { ForwardingSmtpAddress: 'smtp:Someone@fabrikam.com', DeliverToMailboxAndForward: true });
  tenant.editExchange(second, { ForwardingAddress: 'Contact 1' });
  tenant.editExchange(third, { AuditEnabled: false, PopEnabled: true, SmtpClientAuthenticationDisabled: null });
  return tenant;
}

function listed(tenant: Tenant): readonly string[] {
  return tenant.addresses.filter((address) => Object.keys(tenant.exchangeProperties(address)).length > 0);
}

/** The cmdlets that the tenant ran. */
function cmdletsOf({ log }: Tenant): readonly string[] {
  return log.flatMap(({ cmdlet = '' }) => (/^[A-Z]/.test(cmdlet) ? [cmdlet] : []));
}

test('plans, applies exactly the plan with one command per mailbox and cmdlet, and restores every property', async () => {
  const tenant = await violating();
  const before = stateOf(tenant);
  const plan = await run(tenant);
  expect(plan).toMatchObject({ fails: false, codes: [], outputs: { result: 'planned' } });
  expect(tenant.counts).toMatchObject({ writes: 0, items: 0 });
  expect(new Set(plan.planned.map(({ Rule }) => Rule))).toEqual(
    new Set(['no-forwarding', 'audit', 'smtp-auth', 'no-pop']),
  );
  const [first, second] = listed(tenant);
  expect(plan.planned).toContainEqual({
    MailboxName: first,
    Rule: 'no-forwarding',
    Title: 'no-forwarding',
    Item: '',
    Setting: 'ForwardingSmtpAddress',
    Before: 'smtp:Someone@fabrikam.com',
    After: '',
    Found: 'ExternalTargets: Someone@fabrikam.com',
    Expected: 'ExternalTargets: no entry',
  });
  expect(plan.planned).toContainEqual(
    expect.objectContaining({ MailboxName: second, Setting: 'ForwardingAddress', Before: 'Contact 1', After: '' }),
  );

  const applied = await apply(tenant, plan);
  expect(applied).toMatchObject({ fails: false, outputs: { result: 'applied', 'failed-count': '0' } });
  expect(applied.applied).toEqual(plan.planned.map((row) => ({ ...row, Status: 'applied', Error: '' })));
  expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  const targets = new Set(plan.planned.map(({ MailboxName, Rule }) => `${MailboxName} ${/smtp|pop/.test(Rule ?? '')}`));
  expect(tenant.counts.writes).toBe(targets.size);

  expect(await run(tenant)).toMatchObject({ outputs: { result: 'unchanged' }, planned: [] });
  expect(await undo(tenant, applied)).toMatchObject({
    outputs: { result: 'applied', 'applied-count': String(plan.planned.length) },
  });
  expect(stateOf(tenant)).toEqual(before);
  expect(tenant.counts.items).toBe(0);
  expect(new Set(cmdletsOf(tenant))).toEqual(
    new Set([
      'Get-Mailbox',
      'Get-CASMailbox',
      'Get-MailboxAuditBypassAssociation',
      'Get-TransportConfig',
      'Get-OrganizationConfig',
      'Set-Mailbox',
      'Set-CASMailbox',
    ]),
  );
});

describe('an apply', () => {
  test('names the application permission that is missing before it plans', async () => {
    const tenant = await violating({ exchange: { appRoles: [] } });
    const plan = await run(tenant);
    const applied = await apply(tenant, await run(await violating()));
    expect(plan.codes).toEqual(['EXCHANGE_DENIED']);
    expect(applied.codes).toEqual(['WRITE_DENIED']);
    expect(applied.errors.join()).toContain('Exchange.ManageAsApp');
    expect(applied.planned).toEqual([]);
    expect(tenant.counts.writes).toBe(0);
  });

  test('without a role warns, and stops after a few writes, which are refused', async () => {
    const tenant = await violating({ exchange: { directoryRoles: ['Global Reader'] } });
    const before = stateOf(tenant);
    const plan = await run(tenant);
    const applied = await apply(tenant, plan, { inputs: { 'max-failures': '2' } });
    expect(applied.warnings.join()).toContain('does not list Set-');
    expect(applied).toMatchObject({ codes: ['WRITE_DENIED'], outputs: { result: 'partial', 'applied-count': '0' } });
    expect(applied.errors.join()).toContain('Exchange Recipient Administrator');
    expect(new Set(applied.applied.map(({ Status }) => Status))).toEqual(new Set(['failed', 'pending']));
    expect(applied.outputs['pending-count']).not.toBe('0');
    expect(JSON.parse(applied.undo)).toMatchObject({ changes: [] });
    expect(tenant.counts.writes).toBeLessThanOrEqual(2);
    expect(stateOf(tenant)).toEqual(before);
  });

  test.each<[string, NonNullable<ExchangeFaults['exchangeModuleFile']>, boolean]>([
    ['does not exist', 'absent', false],
    ['lacks the cmdlets', ['Get-Mailbox', 'Get-CASMailbox'], true],
    ['is of another shape', [], false],
  ])('writes although the list of cmdlets %s', async (_, exchangeModuleFile, warns) => {
    const tenant = await violating();
    const plan = await run(tenant);
    tenant.setFaults({ exchangeModuleFile });
    const applied = await apply(tenant, plan);
    expect(applied.outputs).toMatchObject({ result: 'applied' });
    expect(applied.warnings.join().includes('does not list Set-')).toBe(warns);
  });

  test.each<WriteAnswer>(['no-content', 'empty'])('takes the answer %s for a success', async (exchangeWriteAnswer) => {
    const tenant = await violating();
    const before = stateOf(tenant);
    const plan = await run(tenant);
    tenant.setFaults({ exchangeWriteAnswer });
    const applied = await apply(tenant, plan);
    expect(applied.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
    expect((await undo(tenant, applied)).outputs).toMatchObject({ result: 'applied' });
    expect(stateOf(tenant)).toEqual(before);
  });

  test('has enough grants with roles of Exchange, of which each has its parameters', async () => {
    const some = ['Mail Recipients', 'View-Only Configuration'] as const;
    const exchangeRoles = [...some, 'Audit Logs', 'Organization Client Access'] as const;
    const tenant = await violating({ exchange: { directoryRoles: [], exchangeRoles } });
    expect((await apply(tenant, await run(tenant))).outputs).toMatchObject({ result: 'applied' });
    const lacking = await violating({ exchange: { directoryRoles: [], exchangeRoles: some } });
    const applied = await apply(lacking, await run(lacking));
    const failed = applied.applied.filter(({ Status }) => Status === 'failed');
    expect(failed.map(({ Setting }) => Setting)).toEqual(
      expect.arrayContaining(['AuditEnabled', 'SmtpClientAuthenticationDisabled']),
    );
    const errors = failed.map(({ Error }) => Error).join();
    expect(errors).toContain('Get-ManagementRole -Cmdlet Set-CASMailbox');
    expect(errors).toContain('SmtpClientAuthenticationDisabled lists the roles');
  });

  test('verifies a change whose response was lost, and sends it again', async () => {
    const tenant = await violating();
    const before = stateOf(tenant);
    const plan = await run(tenant);
    tenant.setFaults({
      exchangeMalformed: { first: 1, cmdlets: ['Set-Mailbox'] },
      exchangeThrottle: { first: 4, retryAfter: 0.01 },
    });
    const applied = await apply(tenant, plan);
    expect(applied.applied.filter(({ Status }) => Status !== 'applied')).toEqual([]);
    expect(applied.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  });

  test('skips a value that changed after the plan, and undo leaves one that changed after the apply', async () => {
    const tenant = await violating();
    const [first = '', second = '', third = ''] = listed(tenant);
    const plan = await run(tenant);
    let edited = false;
    const applied = await apply(tenant, plan, {
      // The plan is made again before the first change.
      onLine: (line) => {
        if (edited || !line.startsWith('Plan: ')) return;
        edited = true;
        tenant.editExchange(first, { ForwardingSmtpAddress: 'smtp:other@fabrikam.com' });
        tenant.editExchange(third, { AuditEnabled: true });
      },
    });
    // The mailbox that still forwards keeps its copies: both are settings of one rule.
    expect(applied).toMatchObject({ fails: true, outputs: { result: 'partial', 'failed-count': '2' } });
    expect(applied.applied.filter(({ Status }) => Status !== 'applied')).toEqual([
      expect.objectContaining({ MailboxName: third, Setting: 'AuditEnabled', Status: 'unchanged' }),
      expect.objectContaining({ MailboxName: first, Setting: 'DeliverToMailboxAndForward', Status: 'stale' }),
      expect.objectContaining({ MailboxName: first, Setting: 'ForwardingSmtpAddress', Status: 'stale' }),
    ]);
    tenant.editExchange(second, { ForwardingAddress: 'All Staff' });
    const planned = await planUndo(tenant, applied);
    expect(planned.warnings.join()).toContain('not undone: the setting changed since');
    const isLeft = planned.planned.some((row) => row.MailboxName === second && row.Setting === 'ForwardingAddress');
    expect(isLeft).toBe(false);
    expect((await undo(tenant, applied)).outputs).toMatchObject({ result: 'applied' });
    expect(tenant.exchangeProperties(second)).toMatchObject({ ForwardingAddress: 'All Staff' });
  });

  test('fails for a mailbox that must be changed on premises, of which the plan warns, and changes the others', async () => {
    const tenant = await newTenant();
    const synchronized = { IsDirSynced: true, HiddenFromAddressListsEnabled: false };
    const [first = '', second = ''] = listed(tenant);
    for (const address of listed(tenant)) tenant.editExchange(address, { IsDirSynced: false });
    tenant.editExchange(first, { ...synchronized, IsExchangeCloudManaged: false });
    tenant.editExchange(second, { ...synchronized, IsExchangeCloudManaged: true });
    const files = { 'policy.yml': HIDDEN };
    const before = stateOf(tenant);
    const plan = await run(tenant, { files });
    expect(plan.warnings.join()).toContain('1 mailbox of the plan is synchronized from on-premises');
    const applied = await apply(tenant, plan, { files });
    expect(applied.outputs).toMatchObject({ result: 'partial' });
    const failed = applied.applied.filter(({ Status }) => Status === 'failed');
    expect(failed.map(({ MailboxName }) => MailboxName)).toEqual([first]);
    for (const { Error } of failed) expect(Error).toContain('on-premises organization');
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  });
});

describe('an undo of forwarding', () => {
  /** A mailbox without an audit log that forwards to a person, and, once it does not, to an address. */
  async function forwarding() {
    const tenant = await newTenant({ log: true });
    const [mailbox = '', person = '', other = ''] = mailboxesOf(tenant);
    const settings = {
      ForwardingAddress: tenant.account(person)?.identity ?? '',
      ForwardingSmtpAddress: 'smtp:a@fabrikam.com',
      DeliverToMailboxAndForward: true,
    };
    tenant.editExchange(mailbox, { ...settings, AuditEnabled: false });
    const files = { 'list.txt': mailbox };
    const applied = await apply(tenant, await run(tenant, { files }), { files });
    expect(applied.outputs).toMatchObject({ result: 'applied', 'applied-count': '4' });
    const cleared = { ForwardingAddress: null, ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false };
    expect(tenant.exchangeProperties(mailbox)).toMatchObject(cleared);
    return { tenant, mailbox, person, other, settings, applied, cleared };
  }

  /** Another person gets the name of one who left. */
  function reuse({ tenant, person, other, settings }: Awaited<ReturnType<typeof forwarding>>): void {
    tenant.identities.remove(person);
    tenant.identities.rename(other, { name: settings.ForwardingAddress });
  }

  const left = ({ plan }: RemediationRun): readonly string[] => {
    const rows = property(parseJson(plan), 'left');
    return (Array.isArray(rows) ? rows : []).map((row) => textIn(row, 'item')).sort();
  };
  const SETTINGS = ['DeliverToMailboxAndForward', 'ForwardingAddress', 'ForwardingSmtpAddress'];

  test('gives it back as a whole to the same recipient', async () => {
    const { tenant, mailbox, settings, applied } = await forwarding();
    const plan = await planUndo(tenant, applied);
    expect(left(plan)).toEqual([]);
    expect((await undo(tenant, applied, { plan })).outputs).toMatchObject({ result: 'applied', 'applied-count': '4' });
    expect(tenant.exchangeProperties(mailbox)).toMatchObject(settings);
  });

  test.each<[string, (one: Awaited<ReturnType<typeof forwarding>>) => string]>([
    [
      'another recipient has the name',
      (one) => {
        reuse(one);
        return one.applied.undo;
      },
    ],
    [
      'the recipient was deleted',
      ({ tenant, person, applied }) => {
        tenant.identities.remove(person);
        return applied.undo;
      },
    ],
    ['the undo file does not say who it was', ({ applied }) => applied.undo.replaceAll(/"recipient":"[^"]*",/g, '')],
  ])('leaves and lists all of it if %s, and gives other settings back', async (_, change) => {
    const one = await forwarding();
    const { tenant, mailbox, cleared } = one;
    const applied = { undo: change(one) };
    const plan = await planUndo(tenant, applied);
    expect(left(plan)).toEqual(SETTINGS);
    expect(plan.summary).toContain('| the ID of the recipient to whom mail was forwarded is not known');
    const undone = await undo(tenant, applied, { plan });
    expect(undone.applied.map(({ Setting, Status }) => [Setting, Status])).toEqual([['AuditEnabled', 'applied']]);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject({ ...cleared, AuditEnabled: false });
  });

  test('leaves an address that a recipient hid once the mailbox forwards to no recipient', async () => {
    const tenant = await newTenant();
    const [mailbox = '', person = ''] = mailboxesOf(tenant);
    const ForwardingAddress = tenant.account(person)?.identity ?? '';
    const ForwardingSmtpAddress = 'smtp:a@fabrikam.com';
    tenant.editExchange(mailbox, { ForwardingAddress, ForwardingSmtpAddress });
    const rule = '{ id: r, report: mailbox-properties, expect: { ForwardingSmtpAddress: { const: null } }';
    const files = {
      'list.txt': mailbox,
      'policy.yml': `rules:\n  - ${rule}, set: { ForwardingSmtpAddress: null } }`,
    };
    const applied = await apply(tenant, await run(tenant, { files }), { files });
    expect(applied.outputs).toMatchObject({ result: 'applied', 'applied-count': '1' });
    expect((await planUndo(tenant, applied)).planned).toHaveLength(1);
    tenant.editExchange(mailbox, { ForwardingAddress: null });
    const plan = await planUndo(tenant, applied);
    expect([plan.planned, left(plan)]).toEqual([[], ['ForwardingSmtpAddress']]);
    expect(plan.summary).toContain('had no effect while the mailbox forwarded to a recipient');
  });

  test('by an approved plan writes nothing of it if another recipient got the name since', async () => {
    const one = await forwarding();
    const { tenant, mailbox, applied, cleared } = one;
    const plan = await planUndo(tenant, applied);
    reuse(one);
    const undone = await undo(tenant, applied, { plan });
    const stale = undone.applied.filter(({ Status }) => Status === 'stale').map(({ Setting }) => Setting);
    expect(stale.sort()).toEqual(SETTINGS);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject({ ...cleared, AuditEnabled: false });
  });

  test('writes nothing of it if Exchange Online refuses a part', async () => {
    const { tenant, mailbox, applied, cleared } = await forwarding();
    const plan = await planUndo(tenant, applied);
    tenant.editExchange(mailbox, { IsDirSynced: true, IsExchangeCloudManaged: false });
    const undone = await undo(tenant, applied, { plan });
    expect(undone.applied.map(({ Setting, Status }) => [Setting, Status]).sort()).toEqual([
      ['AuditEnabled', 'applied'],
      ...SETTINGS.map((setting) => [setting, 'failed']),
    ]);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject({ ...cleared, AuditEnabled: false });
  });
});

test('a plan leaves out a property that Exchange Online does not show', async () => {
  const tenant = await violating();
  const [first = ''] = listed(tenant);
  tenant.setFaults({
    exchangeAbsent: { addresses: [first], properties: ['DeliverToMailboxAndForward'], cmdlets: ['Get-Mailbox'] },
  });
  const plan = await run(tenant);
  expect(plan.planned.filter(({ Rule, MailboxName }) => Rule === 'no-forwarding' && MailboxName === first)).toEqual([]);
  expect(plan.warnings.join()).toMatch(/1 violation is not changed: Exchange Online does not show/);
});

const SIDE_EFFECTS = `rules:
  - id: no-hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }
  - id: no-web
    report: client-access
    expect: { OWAEnabled: { const: false } }
    set: { OWAEnabled: false }
`;

test('a plan and its undo warn of the side effects of their changes, and only of these', async () => {
  const tenant = await newTenant();
  const files = { 'policy.yml': SIDE_EFFECTS };
  const plan = await run(tenant, { files });
  const effects = (warnings: readonly string[]): readonly string[] =>
    warnings.flatMap((text) => /client-side rules|new Outlook for Windows/.exec(text) ?? []);
  expect(new Set(plan.planned.map(({ Rule }) => Rule))).toEqual(new Set(['no-hiding', 'no-web']));
  expect(effects(plan.warnings)).toEqual(['client-side rules', 'new Outlook for Windows']);
  const { items } = tenant.counts;
  const applied = await apply(tenant, plan, { files });
  expect(applied.outputs).toMatchObject({ result: 'applied' });
  // Nothing of Graph is read again but what is written, before and after it, and the changed mailboxes at the end.
  const written = plan.planned.filter(({ Rule }) => Rule === 'no-hiding').length;
  const changed = new Set(plan.planned.map(({ MailboxName }) => MailboxName)).size;
  expect(tenant.counts.items - items).toBe(3 * written + changed);
  expect(effects((await undo(tenant, applied)).warnings)).toEqual(['client-side rules']);
  const other = await run(await violating());
  expect(other.planned.length).toBeGreaterThan(0);
  expect(effects(other.warnings)).toEqual([]);
});
