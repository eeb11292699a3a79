import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { inboxRule } from '../../src/remediation/targets/inbox-rule.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { remediations, statuses } from '../support/remediation-run.ts';

const POLICY = `rules:
  - id: no-details
    report: calendar-permissions
    when: { GrantedToAddress: { const: null } }
    expect: { Role: { enum: [none, freeBusyRead] } }
    set: { role: none }
  - id: no-sharing
    report: calendar-permissions
    when: { GrantedToAddress: { type: string } }
    expect: { Role: { enum: [none] } }
    set: remove
  - id: no-deletion
    report: inbox-rules
    expect: { Delete: { not: { const: true } } }
    set: remove
`;
const { run, apply, undo, newTenant } = remediations(POLICY);
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All'];

async function office(roles = ROLES) {
  const tenant = await newTenant({ roles });
  const [mailbox = '', person = ''] = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
  tenant.setRules(mailbox, []);
  tenant.setCalendarPermissions(mailbox, [everyone('none')]);
  return { tenant, mailbox, person, files: { 'list.txt': mailbox } };
}

function rule(displayName: string, sequence: number, changes: JsonObject = {}): JsonObject {
  const actions = { delete: true, stopProcessingRules: true };
  const conditions = { senderContains: ['Boss'], sentToMe: true };
  return {
    id: `id of ${displayName}`,
    displayName,
    sequence,
    isEnabled: false,
    hasError: false,
    isReadOnly: false,
    conditions,
    actions,
    ...changes,
  };
}

function rolesOf(tenant: Tenant, mailbox: string): readonly (readonly unknown[])[] {
  return (tenant.expected(mailbox).calendarPermissions ?? []).map(({ emailAddress, role }) => [
    JSON.stringify(emailAddress),
    role,
  ]);
}

describe('permissions of a calendar', () => {
  test('are taken away, that of everyone inside becomes none, and an undo gives both back', async () => {
    const { tenant, mailbox, person, files } = await office();
    tenant.setCalendarPermissions(mailbox, [permission(person, 'write'), everyone('read')]);
    const before = rolesOf(tenant, mailbox);
    const plan = await run(tenant, { files });
    expect(plan.planned.map(({ Rule, Setting }) => [Rule, Setting])).toEqual([
      ['no-details', 'role'],
      ['no-sharing', 'entry'],
    ]);
    expect(JSON.parse(plan.plan)).toMatchObject({
      changes: [
        { sentence: `Everyone in the organization has the role none instead of read on the calendar of ${mailbox}` },
        { sentence: `${person} loses the role write on the calendar of ${mailbox}` },
      ],
    });
    const applied = await apply(tenant, plan, { files });
    expect(statuses(applied)).toEqual(['applied', 'applied']);
    expect(rolesOf(tenant, mailbox)).toEqual([[JSON.stringify({ name: 'My Organization' }), 'none']]);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied', 'applied']);
    expect(rolesOf(tenant, mailbox).toSorted()).toEqual(before.toSorted());
  });

  test.each<[string, JsonObject, string]>([
    ['with a custom role', permission('a@contoso.com', 'custom'), 'custom role'],
    ['that Graph does not let go', permission('a@contoso.com', 'read', { isRemovable: false }), 'does not let'],
  ])('%s stay, and the plan says so', async (_, one, reason) => {
    const { tenant, mailbox, files } = await office();
    tenant.setCalendarPermissions(mailbox, [one]);
    const plan = await run(tenant, { files });
    expect(plan).toMatchObject({ planned: [], outputs: { 'left-out-count': '1' } });
    expect(plan.warnings.join()).toContain(reason);
  });

  test('that changed since the plan stay', async () => {
    const { tenant, mailbox, person, files } = await office();
    tenant.setCalendarPermissions(mailbox, [permission(person, 'write')]);
    const plan = await run(tenant, { files });
    tenant.setCalendarPermissions(mailbox, [permission(person, 'read')]);
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['stale']);
    expect(tenant.writes).toEqual([]);
  });

  test('need Calendars.ReadWrite', async () => {
    const reading = await office(['MailboxSettings.ReadWrite', 'Calendars.Read', 'User.Read.All']);
    const { tenant, mailbox, person, files } = reading;
    tenant.setCalendarPermissions(mailbox, [permission(person, 'write')]);
    const plan = await run(tenant, { files });
    const { codes, errors } = await apply(tenant, plan, { files });
    expect(codes).toEqual(['WRITE_DENIED']);
    expect(errors.join()).toContain('Calendars.ReadWrite is missing');
  });
});

describe('an inbox rule', () => {
  test('is taken away, and an undo makes it again in its place', async () => {
    const { tenant, mailbox, files } = await office();
    const keep = { actions: { markAsRead: true } };
    const rules = [rule('First', 1, keep), rule('Second', 2), rule('Third', 3, keep)];
    tenant.setRules(mailbox, rules);
    const plan = await run(tenant, { files });
    expect(plan.planned.map(({ Item, Setting }) => [Item, Setting])).toEqual([['Second', 'entry']]);
    const applied = await apply(tenant, plan, { files });
    expect(statuses(applied)).toEqual(['applied']);
    expect(tenant.expected(mailbox).rules?.map(({ displayName }) => displayName)).toEqual(['First', 'Third']);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied']);
    const { rules: after = [] } = tenant.expected(mailbox);
    expect(
      after.map(({ displayName, sequence, isEnabled, actions }) => [displayName, sequence, isEnabled, actions]),
    ).toEqual(
      rules.map(({ displayName, sequence, isEnabled, actions }) => [displayName, sequence, isEnabled, actions]),
    );
    // It is there now, though its ID is another.
    expect((await undo(tenant, applied)).outputs.result).toBe('unchanged');
  });

  test('of two that are the same, each is taken, and an undo gives each back once', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('Twin', 1), rule('Twin', 2, { id: 'other' })]);
    const plan = await run(tenant, { files });
    expect(plan.planned).toHaveLength(2);
    const applied = await apply(tenant, plan, { files, inputs: { limit: '1' } });
    expect(statuses(applied)).toEqual(['applied', 'applied']);
    expect(tenant.expected(mailbox).rules).toEqual([]);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied', 'applied']);
    const given = tenant.expected(mailbox).rules?.map(({ displayName, sequence }) => [displayName, sequence]);
    expect(given?.toSorted()).toEqual([
      ['Twin', 1],
      ['Twin', 2],
    ]);
    expect((await undo(tenant, applied)).outputs.result).toBe('unchanged');
    // Of two that were given back, one is gone again.
    tenant.setRules(mailbox, tenant.expected(mailbox).rules?.slice(1) ?? []);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied']);
    expect(tenant.expected(mailbox).rules).toHaveLength(2);
  });

  test.each<[string, JsonObject]>([
    ['read-only', { isReadOnly: true }],
    ['in error', { hasError: true }],
  ])('that is %s stays, and the plan says so', async (_, changes) => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('Broken', 1, changes)]);
    const plan = await run(tenant, { files });
    expect(plan).toMatchObject({ planned: [], outputs: { 'left-out-count': '1' } });
    expect(plan.warnings.join()).toContain('does not show all of the inbox rule');
  });

  test('that does something else since the plan stays', async () => {
    const { tenant, mailbox, files } = await office();
    tenant.setRules(mailbox, [rule('Second', 2)]);
    const plan = await run(tenant, { files });
    tenant.setRules(mailbox, [rule('Second', 2, { conditions: { sentToMe: true } })]);
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['stale']);
    expect(tenant.writes).toEqual([]);
  });

  test('is not taken where Graph cannot create it again', () => {
    const found = (cloud: string): unknown =>
      inboxRule.ofRow(rule('Second', 2), { isWhole: true, isOfPolicy: true, cloud });
    expect(found('china')).toBe('no-rules-in-cloud');
    expect(found('usgov')).toMatchObject({ entry: { kind: 'rule' } });
  });
});
