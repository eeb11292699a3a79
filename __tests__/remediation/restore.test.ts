import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn, type JsonObject } from '../../src/json.ts';
import type { Grant, Tenant } from '../../tenant/tenant.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights, type Rights } from '../support/mailbox-rights.ts';
import { editedPlan, remediations, statuses, type RemediationRun } from '../support/remediation-run.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';

const { run, apply, undo, kept, newTenant } = remediations('');

const REPORTS = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'calendar-permissions',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
];
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'];
const NO_POLICY = { policy: '' };

/** Two mailboxes that Exchange and Graph have: one to restore, and its person. */
async function office(options: Parameters<typeof newTenant>[0] = {}) {
  const tenant = await newTenant({ roles: ROLES, ...options });
  const [mailbox = '', person = '', other = ''] = mailboxesOf(tenant);
  const give = (...rights: Rights): void => {
    setRights(tenant, mailbox, ...rights);
  };
  const entry = (trustee: string, rights: string, changes: Partial<Grant> = {}): Grant =>
    grantTo(tenant, trustee, rights, changes);
  give([]);
  tenant.setRules(mailbox, []);
  tenant.setCalendarPermissions(mailbox, [everyone('freeBusyRead')]);
  const files = { 'list.txt': mailbox };
  return { tenant, mailbox, person, other, give, entry, files, delegate: tenant.account(person)?.identity ?? '' };
}

function rule(displayName: string, sequence: number, changes: JsonObject = {}): JsonObject {
  const [isEnabled, hasError, isReadOnly] = [true, false, false];
  const rest = { conditions: { sentToMe: true }, actions: { delete: true, stopProcessingRules: true } };
  return { id: `id of ${displayName}`, displayName, sequence, isEnabled, hasError, isReadOnly, ...rest, ...changes };
}

function rightsOf(tenant: Tenant, mailbox: string): readonly string[] {
  return tenant.grants(mailbox).map(({ trustee, right }) => `${right} ${trustee}`);
}

function rolesOf(tenant: Tenant, mailbox: string): readonly string[] {
  return (tenant.expected(mailbox).calendarPermissions ?? []).map(
    ({ emailAddress, role }) => `${JSON.stringify(emailAddress)} ${JSON.stringify(role)}`,
  );
}

function changes({ planned }: RemediationRun): readonly (readonly (string | undefined)[])[] {
  return planned.map(({ Item, Setting, After }) => [Item, Setting, After]);
}

/** What the plan leaves as it is, with the reason. */
function left({ plan }: RemediationRun): readonly (readonly string[])[] {
  const all = property(parseJson(plan), 'left');
  return (Array.isArray(all) ? all : []).map((one) => [textIn(one, 'item'), textIn(one, 'reason')]);
}

describe('a restore', () => {
  test('gives rights, permissions and rules back, leaves what is newer, and is undone', async () => {
    const { tenant, mailbox, person, other, give, entry, files, delegate } = await office();
    give([entry(person, 'FullAccess', { inheritance: 'Descendents' })], [entry(person, 'SendAs')], [delegate]);
    tenant.setCalendarPermissions(mailbox, [permission(person, 'write'), everyone('read')]);
    tenant.setRules(mailbox, [rule('First', 1), rule('Second', 2)]);
    const restore = await kept(tenant, REPORTS, { 'list.txt': `${mailbox}\n${person}` });
    const before = rightsOf(tenant, mailbox);
    give([entry(other, 'FullAccess')]);
    tenant.setCalendarPermissions(mailbox, [permission(other, 'read'), everyone('none')]);
    tenant.setRules(mailbox, [rule('Second', 1, { isEnabled: false }), rule('Third', 2)]);
    const inputs = { ...NO_POLICY, restore, 'auto-mapping': 'false' };
    const plan = await run(tenant, { files, inputs });
    expect(plan.codes).toEqual([]);
    expect(changes(plan).toSorted()).toEqual(
      [
        [person, 'entry', expect.anything()],
        ['My Organization', 'role', 'read'],
        ['First', 'entry', expect.anything()],
        ['Second', 'isEnabled', 'true'],
        [`${person}; FullAccess`, 'entry', expect.anything()],
        [`${person}; SendAs`, 'entry', expect.anything()],
        [`${person}; SendOnBehalf`, 'entry', expect.anything()],
      ].toSorted(),
    );
    expect(left(plan)).toEqual([
      ['Third', 'it is newer than the report'],
      [other, 'it is newer than the report'],
      [`${other}; FullAccess`, 'it is newer than the report'],
    ]);
    expect(plan.warnings.join()).toContain('No policy was asked');
    expect(plan.summary).toContain('restore planned, back to the report of');
    expect(tenant.writes).toEqual([]);
    const applied = await apply(tenant, plan, { files, inputs });
    expect(new Set(statuses(applied))).toEqual(new Set(['applied']));
    expect(rightsOf(tenant, mailbox).toSorted()).toEqual([...before, `FullAccess ${other}`].toSorted());
    expect(tenant.writes.find(({ resource }) => resource === 'Add-MailboxPermission')).toMatchObject({
      values: { AutoMapping: false, InheritanceType: 'Descendents' },
    });
    expect(rolesOf(tenant, mailbox).join()).toContain('"write"');
    const { rules = [] } = tenant.expected(mailbox);
    expect(rules.map(({ displayName, isEnabled }) => [displayName, isEnabled])).toEqual(
      expect.arrayContaining([
        ['First', true],
        ['Second', true],
        ['Third', true],
      ]),
    );
    expect((await run(tenant, { files, inputs })).outputs.result).toBe('unchanged');
    const undone = await undo(tenant, applied);
    expect(new Set(statuses(undone))).toEqual(new Set(['applied']));
    expect(rightsOf(tenant, mailbox)).toEqual([`FullAccess ${other}`]);
    expect(tenant.expected(mailbox).rules?.map(({ displayName, isEnabled }) => [displayName, isEnabled])).toEqual([
      ['Second', false],
      ['Third', true],
    ]);
  });
});

test('a plan says where a rule sends mail that it gives back, and what the report shows of each entry', async () => {
  const { tenant, mailbox, person, give, entry, files } = await office();
  const to = (address: string) => ({ emailAddress: { name: 'Partner', address } });
  const forwards = { actions: { forwardTo: [to('thief@evil.example')], delete: true } };
  tenant.setRules(mailbox, [rule('Forward', 1, forwards), rule('Disabled', 2)]);
  give([entry(person, 'FullAccess')]);
  const restore = await kept(tenant, REPORTS, files);
  tenant.setRules(mailbox, [rule('Disabled', 1, { isEnabled: false })]);
  give([]);
  const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
  const sentence = `${mailbox} gets back the inbox rule "Forward", which forwards to thief@evil.example and deletes mail`;
  expect(property(parseJson(plan.plan), 'access')).toMatchObject({
    mailboxes: [{ sentences: expect.arrayContaining([sentence]) }],
  });
  expect(plan.summary).toContain('which forwards to');
  const expected = Object.fromEntries(plan.planned.map(({ Item = '', Expected = '' }) => [Item, Expected]));
  expect(expected).toMatchObject({
    Forward: expect.stringContaining('ExternalTargets: thief@evil.example'),
    Disabled: expect.stringContaining('Enabled: true'),
    [`${person}; FullAccess`]: expect.stringContaining(`Trustee: ${person}`),
  });
});

describe('settings', () => {
  test('are set back, those of Graph and of Exchange Online, and what no plan sets is named', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.edit(mailbox, {
      timeZone: 'UTC',
      workingHours: { startTime: '08:00:00', endTime: '17:00:00' },
      automaticRepliesSetting: {
        status: 'alwaysEnabled',
        externalAudience: 'none',
        internalReplyMessage: 'Back on Monday <b>& later</b>',
      },
    });
    const forwarding = { ForwardingSmtpAddress: 'smtp:boss@contoso.com', DeliverToMailboxAndForward: true };
    tenant.editExchange(mailbox, { ...forwarding, LitigationHoldEnabled: false, ImapEnabled: false });
    const restore = await kept(tenant, REPORTS, files);
    const before = tenant.exchangeProperties(mailbox);
    tenant.edit(mailbox, {
      timeZone: 'Pacific Standard Time',
      workingHours: { startTime: '09:00:00', endTime: '17:00:00' },
      automaticRepliesSetting: { status: 'disabled', externalAudience: 'all', internalReplyMessage: 'Gone' },
    });
    tenant.editExchange(mailbox, { ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false });
    tenant.editExchange(mailbox, { LitigationHoldEnabled: true, ImapEnabled: true });
    const inputs = { ...NO_POLICY, restore };
    const plan = await run(tenant, { files, inputs });
    expect(changes(plan).map(([, setting]) => setting)).toEqual([
      'DeliverToMailboxAndForward',
      'ForwardingSmtpAddress',
      'ImapEnabled',
      'automaticRepliesSetting.externalAudience',
      'automaticRepliesSetting.internalReplyMessage',
      'automaticRepliesSetting.status',
      'timeZone',
      'workingHours.startTime',
    ]);
    expect(plan.planned[0]).toMatchObject({ Found: 'DeliverToMailboxAndForward: false', Rule: '' });
    expect(left(plan)).toContainEqual(['LitigationHoldEnabled: true instead of false', 'no plan sets it']);
    const applied = await apply(tenant, plan, { files, inputs });
    expect(new Set(statuses(applied))).toEqual(new Set(['applied']));
    expect(tenant.exchangeProperties(mailbox)).toMatchObject(before);
    const again = await run(tenant, { files, inputs });
    expect(again.outputs.result).toBe('unchanged');
    expect(statuses(await undo(tenant, applied))).toHaveLength(8);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject({ ForwardingSmtpAddress: null, ImapEnabled: true });
  });

  test('of forwarding come back only if the recipient of that name still is the one of the report', async () => {
    const { tenant, mailbox, person, other, delegate, files } = await office();
    tenant.editExchange(mailbox, { ForwardingAddress: delegate, ForwardingSmtpAddress: 'smtp:x@fabrikam.com' });
    const inputs = { ...NO_POLICY, restore: await kept(tenant, ['mailbox-properties'], files) };
    tenant.editExchange(mailbox, { ForwardingAddress: null, ForwardingSmtpAddress: null });
    const plan = await run(tenant, { files, inputs });
    expect(changes(plan).map(([, setting]) => setting)).toEqual(['ForwardingAddress', 'ForwardingSmtpAddress']);
    expect(left(plan)).toEqual([]);
    expect(statuses(await apply(tenant, plan, { files, inputs }))).toEqual(['applied', 'applied']);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject({ ForwardingAddress: delegate });
    const cleared = { ForwardingAddress: null, ForwardingSmtpAddress: null };
    tenant.editExchange(mailbox, cleared);
    // Exchange finds the recipient by alias, and would show another name than the one that was written.
    tenant.identities.rename(person, { name: 'Renamed' });
    expect((await run(tenant, { files, inputs })).planned).toEqual([]);
    // Another person gets the name, after the plan and before the next one.
    tenant.identities.remove(person);
    tenant.identities.rename(other, { name: delegate });
    expect(statuses(await apply(tenant, plan, { files, inputs }))).toEqual(['stale', 'stale']);
    const later = await run(tenant, { files, inputs });
    expect(later.planned).toEqual([]);
    expect(left(later).map(([item]) => item)).toEqual(['ForwardingAddress', 'ForwardingSmtpAddress']);
    expect(tenant.exchangeProperties(mailbox)).toMatchObject(cleared);
  });

  test('are left alone where the report has a column by another definition', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.editExchange(mailbox, { ImapEnabled: false, PopEnabled: false });
    const restore = await edited(await kept(tenant, ['client-access'], files), ([header]) => {
      const reports = property(header, 'reports');
      const [report] = Array.isArray(reports) ? reports : [];
      Object.assign(property(property(report, 'digests'), 'columns') ?? {}, { ImapEnabled: 'another' });
    });
    tenant.editExchange(mailbox, { ImapEnabled: true, PopEnabled: true });
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(changes(plan).map(([, setting]) => setting)).toEqual(['PopEnabled']);
    expect(plan.warnings.join()).toContain(
      'Another version of Mailbox Report read client-access.ImapEnabled, which is not restored.',
    );
  });

  test('are set back only as far as "only" says', async () => {
    const { tenant, mailbox, files, give, entry, person } = await office();
    tenant.editExchange(mailbox, { ImapEnabled: false });
    give([entry(person, 'FullAccess')]);
    const restore = await kept(tenant, REPORTS, files);
    tenant.editExchange(mailbox, { ImapEnabled: true });
    give([]);
    const settingsOf = async (only: string) =>
      changes(await run(tenant, { files, inputs: { ...NO_POLICY, restore, only } })).map(([, setting]) => setting);
    expect(await settingsOf('rights')).toEqual(['entry']);
    expect(await settingsOf('settings\nrules')).toEqual(['ImapEnabled']);
  });

  test('back to a schedule that is over are named with the reason', async () => {
    const { tenant, mailbox, files } = await office();
    const at = (minutes: number) => ({
      dateTime: new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19),
      timeZone: 'UTC',
    });
    tenant.edit(mailbox, {
      automaticRepliesSetting: { status: 'scheduled', scheduledStartDateTime: at(1), scheduledEndDateTime: at(2) },
    });
    const restore = await kept(tenant, ['mailbox-settings', 'accounts'], files);
    tenant.edit(mailbox, { automaticRepliesSetting: { status: 'disabled' } });
    const later = { now: () => Date.now() + 3 * 60_000, sleep: () => Promise.resolve() };
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore }, time: later });
    expect(plan.codes).toEqual([]);
    expect(plan.planned).toEqual([]);
    expect(
      left(plan)
        .map(([, reason]) => reason)
        .join(),
    ).toContain('schedule');
  });
});

describe('what is not known to be what it was', () => {
  test('is left alone: a trustee that was deleted or replaced', async () => {
    for (const change of ['deleted', 'replaced'] as const) {
      const { tenant, files, give, entry, person } = await office();
      give([entry(person, 'FullAccess')]);
      const restore = await kept(tenant, REPORTS, files);
      give([]);
      tenant.identities.remove(person);
      if (change === 'replaced') tenant.identities.remake(person);
      const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore, only: 'rights' } });
      expect(plan.planned).toEqual([]);
      expect(left(plan)).toEqual([
        [`${person}; FullAccess`, 'the name or address is not known to be that of the same account or group'],
      ]);
    }
  });

  test('is left alone: an entry that could not be given back, unless it is still there', async () => {
    const { tenant, mailbox, person, files, give, entry } = await office();
    give([entry(person, 'FullAccess', { isInherited: true }), entry(person, 'ReadPermission')]);
    tenant.setRules(mailbox, [rule('Broken', 1, { hasError: true })]);
    const restore = await kept(tenant, REPORTS, files);
    const inputs = { ...NO_POLICY, restore };
    expect(left(await run(tenant, { files, inputs }))).toEqual([]);
    give([]);
    tenant.setRules(mailbox, []);
    const plan = await run(tenant, { files, inputs });
    expect(plan.planned).toEqual([]);
    expect(left(plan).map(([item]) => item)).toEqual(['Broken', `${person}; FullAccess`, `${person}; ReadPermission`]);
  });

  test('is left alone: rights of which Exchange Online does not show a part, then or now', async () => {
    const whole = await office();
    const lacking = await office({ exchange: { lackedCmdlets: ['Get-RecipientPermission'] } });
    for (const { give, entry, person } of [whole, lacking])
      give([entry(person, 'FullAccess')], [entry(person, 'SendAs')]);
    const { files } = whole;
    const [then, partly] = await Promise.all(
      [whole, lacking].map(({ tenant }) => kept(tenant, ['mailbox-permissions'], files)),
    );
    for (const { give } of [whole, lacking]) give([]);
    const now = await run(lacking.tenant, { files, inputs: { ...NO_POLICY, restore: then ?? '' } });
    expect(now.planned).toEqual([]);
    expect(left(now)).toEqual([['mailbox-permissions', 'the services do not show all of it now']]);
    const back = await run(whole.tenant, { files, inputs: { ...NO_POLICY, restore: partly ?? '' } });
    expect(changes(back).map(([item]) => item)).toEqual([expect.stringContaining('FullAccess')]);
  });

  test('sets back whether a rule is enabled that could not be given back', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('Broken', 1, { hasError: true }), rule('Client', 2, { isReadOnly: true })]);
    const restore = await kept(tenant, ['inbox-rules', 'accounts'], files);
    const disabled = { isEnabled: false };
    tenant.setRules(mailbox, [
      rule('Broken', 1, { hasError: true, ...disabled }),
      rule('Client', 2, { isReadOnly: true, ...disabled }),
    ]);
    const inputs = { ...NO_POLICY, restore };
    const plan = await run(tenant, { files, inputs });
    expect(changes(plan)).toEqual([['Broken', 'isEnabled', 'true']]);
    expect(left(plan)).toEqual([['Client', expect.stringContaining('read-only')]]);
    expect(statuses(await apply(tenant, plan, { files, inputs }))).toEqual(['applied']);
  });

  test('is left alone: a rule that does something else now', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('First', 1)]);
    const restore = await kept(tenant, ['inbox-rules', 'accounts'], files);
    tenant.setRules(mailbox, [rule('First', 1, { conditions: { subjectContains: ['x'] } })]);
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(plan.planned).toEqual([]);
    expect(left(plan)).toEqual([['First', 'the inbox rule does something else now']]);
  });

  test('is left alone: a mailbox that the report lacks, could not read, or that cannot be read now', async () => {
    const { tenant, mailbox, person, other, files } = await office();
    tenant.setRules(mailbox, [rule('First', 1)]);
    tenant.setFaults({ mailboxErrors: { full: [person] } });
    const restore = await kept(tenant, ['mailbox-settings', 'accounts'], { 'list.txt': `${mailbox}\n${person}` });
    tenant.setFaults({ mailboxErrors: { full: [mailbox] } });
    const list = { 'list.txt': `${mailbox}\n${person}\n${other}` };
    const plan = await run(tenant, { files: { ...files, ...list }, inputs: { ...NO_POLICY, restore } });
    expect(plan.planned).toEqual([]);
    expect(left(plan).map(([, reason]) => reason)).toEqual([
      'the account or the addresses of the mailbox could not be read',
      'it was not read then',
      'the report does not have the mailbox',
    ]);
  });
});

/** Edits lines of the rows file of a report. */
async function edited(folder: string, edit: (lines: JsonObject[]) => void): Promise<string> {
  const file = path.join(folder, 'rows.ndjson.gz');
  const lines = storedLines(await readFile(file));
  edit(lines);
  await writeFile(file, rowsFileOf(lines));
  return folder;
}

describe('a mailbox that is not the one of the report', () => {
  test.each(REPORTS)('is left alone by a restore of %s, although it has the address and is older', async (report) => {
    const { tenant, mailbox, person, other, files, give, entry } = await office();
    const name = (who: string, address: string) =>
      tenant.identities.rename(who, { userPrincipalName: address, smtpAddresses: [address] });
    tenant.setRules(mailbox, [rule('First', 1)]);
    tenant.setCalendarPermissions(mailbox, [permission(person, 'write'), everyone('read')]);
    tenant.edit(mailbox, { timeZone: 'UTC', automaticRepliesSetting: { status: 'alwaysEnabled' } });
    tenant.editExchange(mailbox, { ImapEnabled: false, AuditEnabled: false });
    give([entry(person, 'FullAccess')]);
    const restore = await kept(tenant, [report, 'accounts'], { 'list.txt': `${mailbox}\n${person}` });
    name(mailbox, 'moved@contoso.com');
    name(other, mailbox);
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(plan.codes).toEqual([]);
    expect(plan.planned).toEqual([]);
    expect(left(plan)).toEqual([['', 'the address is that of another mailbox now']]);
  });

  test('is left alone if the report does not say which mailbox it was', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('First', 1)]);
    const restore = await kept(tenant, ['inbox-rules'], files);
    tenant.setRules(mailbox, []);
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(plan.planned).toEqual([]);
    expect(left(plan)).toEqual([['', expect.stringContaining('those with accounts or mailbox-properties')]]);
    expect(plan.summary).toContain('those with accounts or mailbox-properties');
  });

  test('is left alone if the list names it by another address, too', async () => {
    const { tenant, mailbox } = await office();
    tenant.setRules(mailbox, [rule('First', 1)]);
    const id = textIn(tenant.exchangeObjects('Get-Mailbox', mailbox)?.[0], 'ExternalDirectoryObjectId');
    const files = { 'list.txt': `${mailbox}\n${id}` };
    const restore = await kept(tenant, ['inbox-rules', 'accounts'], files);
    tenant.setRules(mailbox, []);
    const plan = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(changes(plan).map(([item]) => item)).toEqual(['First']);
    expect(left(plan)).toEqual([['', expect.stringContaining('another address')]]);
  });
});

describe('a list that names a mailbox otherwise than the report', () => {
  async function renamed(reports: readonly string[]) {
    const { tenant, mailbox, person, files, give, entry } = await office();
    const smtpAddresses = ['primary@contoso.com', mailbox, 'alias@contoso.com'];
    tenant.identities.rename(mailbox, { smtpAddresses });
    give([entry(person, 'FullAccess')]);
    const restore = await kept(tenant, ['mailbox-permissions', ...reports], files);
    const id = textIn(tenant.exchangeObjects('Get-Mailbox', mailbox)?.[0], 'ExternalDirectoryObjectId');
    give([]);
    return { tenant, mailbox, person, restore, id };
  }

  test('is found by address, alias and ID, and the plan is applied', async () => {
    const { tenant, mailbox, person, restore, id } = await renamed(['mailbox-properties']);
    for (const name of ['primary@contoso.com', 'alias@contoso.com', id]) {
      const inputs = { ...NO_POLICY, restore };
      const plan = await run(tenant, { files: { 'list.txt': name }, inputs });
      expect({ name, items: changes(plan).map(([item]) => item), left: left(plan) }).toEqual({
        name,
        items: [`${person}; FullAccess`],
        left: [],
      });
      const applied = await apply(tenant, plan, { files: { 'list.txt': name }, inputs });
      expect({ name, statuses: statuses(applied) }).toEqual({ name, statuses: ['applied'] });
      expect(rightsOf(tenant, mailbox).join()).toContain(person);
      setRights(tenant, mailbox);
    }
  });

  test('is listed if Graph, which knows no alias, is all that the report is of', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.identities.rename(mailbox, { smtpAddresses: [mailbox, 'alias@contoso.com'] });
    tenant.setRules(mailbox, [rule('First', 1)]);
    const restore = await kept(tenant, ['inbox-rules', 'accounts'], files);
    tenant.setRules(mailbox, []);
    const list = { 'list.txt': `alias@contoso.com\n${mailbox}` };
    const plan = await run(tenant, { files: list, inputs: { ...NO_POLICY, restore } });
    expect(changes(plan).map(([item]) => item)).toEqual(['First']);
    expect(left(plan)).toEqual([['', expect.stringContaining('could not be read which mailbox it names')]]);
  });
});

describe('with a policy', () => {
  const FORWARDING = `rules:
  - { id: no-forwarding, report: mailbox-properties, expect: { ForwardingSmtpAddress: { const: null } } }
  - { id: no-person, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } } }
  - { id: hidden, report: mailbox-properties, expect: { client-access.ImapEnabled: { const: false } } }
`;

  test('a change that would violate a rule is left out, and the others are made', async () => {
    const { tenant, mailbox, person, files, give, entry } = await office();
    tenant.editExchange(mailbox, { ForwardingSmtpAddress: 'smtp:boss@contoso.com', AuditEnabled: false });
    tenant.editExchange(mailbox, { ImapEnabled: true });
    give([entry(person, 'FullAccess')]);
    const restore = await kept(tenant, REPORTS, files);
    tenant.editExchange(mailbox, { ForwardingSmtpAddress: null, AuditEnabled: true, ImapEnabled: false });
    give([]);
    const withPolicy = { ...files, 'policy.yml': FORWARDING };
    const inputs = { restore, policy: 'policy.yml' };
    const plan = await run(tenant, { files: withPolicy, inputs });
    expect(plan.codes).toEqual([]);
    expect(changes(plan).map(([, setting]) => setting)).toEqual(['AuditEnabled']);
    const reasons = left(plan).map(([item, reason]) => `${item}: ${reason}`);
    expect(reasons).toEqual([
      expect.stringMatching(/FullAccess: .*no-person/),
      expect.stringMatching(/^ForwardingSmtpAddress.*no-forwarding/),
      expect.stringMatching(/^ImapEnabled.*hidden/),
    ]);
    expect(plan.warnings.join()).not.toContain('No policy');
    const applied = await apply(tenant, plan, { files: withPolicy, inputs });
    expect(statuses(applied)).toEqual(['applied']);
    const other = { ...withPolicy, 'policy.yml': FORWARDING.replace('no-person', 'nobody-else') };
    expect((await apply(tenant, plan, { files: other, inputs })).codes).toEqual(['PLAN_CHANGED']);
  });

  test('a mailbox that violates a rule already does not get another value that violates it', async () => {
    const { tenant, mailbox, files } = await office();
    const reply = (externalAudience: string): void => {
      tenant.edit(mailbox, { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience } });
    };
    tenant.editExchange(mailbox, { ForwardingSmtpAddress: 'smtp:b@evil.example', AuditEnabled: false });
    reply('contactsOnly');
    const restore = await kept(tenant, REPORTS, files);
    tenant.editExchange(mailbox, { ForwardingSmtpAddress: 'smtp:a@evil.example', AuditEnabled: true });
    reply('all');
    const policy = `rules:
  - { id: no-targets, report: mailbox-properties, expect: { ExternalTargets: { maxItems: 0 } } }
  - { id: no-replies, expect: { AutomaticReplyExternalAudience: { const: none } } }
`;
    const inputs = { restore, policy: 'policy.yml' };
    const plan = await run(tenant, { files: { ...files, 'policy.yml': policy }, inputs });
    expect(changes(plan).map(([, setting]) => setting)).toEqual(['AuditEnabled']);
    expect(left(plan).map(([, reason]) => reason)).toEqual([
      expect.stringContaining('no-replies'),
      expect.stringContaining('no-targets'),
    ]);
  });

  test('a rule of another report that names what would be set back is judged', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.editExchange(mailbox, { ImapEnabled: true });
    const restore = await kept(tenant, ['client-access'], files);
    tenant.editExchange(mailbox, { ImapEnabled: false });
    const inputs = { restore, policy: 'policy.yml' };
    const plan = await run(tenant, { files: { ...files, 'policy.yml': FORWARDING }, inputs });
    expect(plan.planned).toEqual([]);
    expect(left(plan).map(([, reason]) => reason)).toEqual([expect.stringContaining('hidden')]);
  });
});

describe('refuses, and writes nothing,', () => {
  async function planned(options: Parameters<typeof newTenant>[0] = {}) {
    const one = await office(options);
    const { tenant, files, give, entry, person } = one;
    give([entry(person, 'FullAccess')]);
    const restore = await kept(tenant, REPORTS, files);
    give([]);
    return { ...one, restore, inputs: { ...NO_POLICY, restore } };
  }

  test('a report of another tenant', async () => {
    const { restore } = await planned({ tenantId: '11111111-2222-4333-8444-555555555555' });
    const { tenant, files } = await office();
    const { codes } = await run(tenant, { files, inputs: { ...NO_POLICY, restore } });
    expect(codes).toEqual(['REPORT_UNREADABLE']);
  });

  test('a plan applied with another report, list or "only", and a plan of another kind', async () => {
    const { tenant, files, inputs, person } = await planned();
    const plan = await run(tenant, { files, inputs });
    const other = await kept(tenant, REPORTS, files);
    const codesWith = async (changed: Readonly<Record<string, string>>, list = files) =>
      (await apply(tenant, plan, { files: list, inputs: { ...inputs, ...changed } })).codes;
    expect(await codesWith({ restore: other })).toEqual(['PLAN_CHANGED']);
    expect(await codesWith({}, { 'list.txt': person })).toEqual(['PLAN_CHANGED']);
    expect(await codesWith({ only: 'rules' })).toEqual(['PLAN_FILE']);
    expect(await codesWith({ restore: '', policy: 'policy.yml' })).not.toEqual([]);
    expect(tenant.writes).toEqual([]);
  });

  test('a plan with a trustee, a right or a role that the report does not show', async () => {
    const { tenant, files, inputs, person, other } = await planned();
    const plan = await run(tenant, { files, inputs });
    const { sid = '' } = tenant.account(other) ?? {};
    const own = tenant.account(person)?.sid ?? '';
    const edits = [
      plan.plan.replaceAll(own, sid).replaceAll(person, other),
      plan.plan.replace('"right":"FullAccess"', '"right":"SendAs"'),
      plan.plan.replaceAll('"inheritance":"All"', '"inheritance":"Descendents"'),
    ];
    for (const text of edits) {
      expect(text).not.toBe(plan.plan);
      const { codes } = await apply(tenant, editedPlan(text), { files, inputs });
      expect(codes).toEqual(['PLAN_FILE']);
    }
    expect(tenant.writes).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['every mailbox', { mailboxes: 'all' }, 'INPUT_INVALID'],
    ['a part that does not exist', { only: 'forwarding' }, 'INPUT_INVALID'],
    ['an undo at the same time', { 'undo-file': 'undo.json' }, 'INPUT_INVALID'],
    ['a path without a report', { restore: 'nowhere' }, 'REPORT_UNREADABLE'],
  ])('%s', async (_, changed, code) => {
    const { tenant, files, inputs } = await planned();
    const { codes } = await run(tenant, { files, inputs: { ...inputs, ...changed } });
    expect(codes).toEqual([code]);
  });

  test('a shard, a file that is cut, and a report of another version of the product', async () => {
    const { tenant, files, inputs, restore } = await planned();
    const codesWith = async (edit: (lines: JsonObject[]) => void) => {
      const bytes = await readFile(path.join(restore, 'rows.ndjson.gz'));
      await edited(restore, edit);
      const { codes } = await run(tenant, { files, inputs });
      await writeFile(path.join(restore, 'rows.ndjson.gz'), bytes);
      return codes;
    };
    expect(await codesWith(([header]) => Object.assign(header ?? {}, { shard: { number: 1, of: 2 } }))).toEqual([
      'REPORT_UNREADABLE',
    ]);
    expect(await codesWith((lines) => lines.splice(-1))).toEqual(['REPORT_UNREADABLE']);
    expect(await codesWith(([header]) => Object.assign(header ?? {}, { version: 999 }))).toEqual(['REPORT_UNREADABLE']);
    const outdated = ([header]: JsonObject[]): void => {
      const reports = property(header, 'reports');
      for (const report of Array.isArray(reports) ? reports : []) {
        const digests = { row: 'another', columns: property(property(report, 'digests'), 'columns') };
        Object.assign(report ?? {}, { digests });
      }
    };
    expect(await codesWith(outdated)).toEqual(['REPORT_UNREADABLE']);
    expect(tenant.writes).toEqual([]);
  });

  test('a report without anything to restore', async () => {
    const { tenant, files } = await planned();
    const restore = await kept(tenant, ['mailbox-settings', 'accounts'], files);
    const { codes } = await run(tenant, { files, inputs: { ...NO_POLICY, restore, only: 'rights' } });
    expect(codes).toEqual(['REPORT_UNREADABLE']);
  });
});
