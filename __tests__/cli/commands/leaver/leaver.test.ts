import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parseJson, property, textIn, type Json } from '../../../../src/json.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import type { GroupOptions, Tenant, TenantOptions } from '../../../../tenant/tenant.ts';
import { everyone } from '../../../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../../../support/mailbox-rights.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { remediations, statuses } from '../../../support/remediation-run.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';

const { apply, credential, newTenant, run } = remediations('');
const root = newFolder();

const ROLES = [
  'MailboxSettings.ReadWrite',
  'Calendars.ReadWrite',
  'User.Read.All',
  'GroupMember.Read.All',
  'Application.Read.All',
];
const REPLY = ' I have  left.\tAsk <info> & "sales" at info@contoso.com ';
const MESSAGE = String.raw`I have left. Ask &lt;info&gt; &amp; \"sales\" at info@contoso.com`;

interface Names {
  readonly upn: string;
  readonly mail: string;
  readonly alias: string;
  readonly id: string;
}

interface Place extends Names {
  readonly tenant: Tenant;
  /** Mailboxes of others. */
  readonly direct: string;
  readonly grouped: string;
  readonly replying: string;
}

const PERMISSION = {
  id: 'Y2Fs',
  role: 'write',
  allowedRoles: ['write'],
  isInsideOrganization: true,
  isRemovable: true,
};
const RULE = { sequence: 1, isEnabled: true, hasError: false, isReadOnly: false };

function rule(id: string, ...targets: readonly string[]) {
  const forwardTo = targets.map((address) => ({ emailAddress: { name: address, address } }));
  return { ...RULE, id, displayName: id, actions: { forwardTo } };
}

/** Whether Exchange lists a mailbox that Graph does not open. */
function isBlocked(tenant: Tenant, address: string): boolean {
  return tenant.expected(address).status !== 'ok' && 'ImapEnabled' in tenant.exchangeProperties(address);
}

const NAMES = {
  upn: 'leaver.login@contoso.com',
  mail: "leaver.o'mail@contoso.com",
  alias: 'leaver+alias@contoso.com',
} as const;

/**
 * A tenant in which a person, whose user principal name is no address, has something of each kind.
 *
 * @param begin changes the tenant before it has the person
 */
async function newPlace(
  options: TenantOptions = {},
  opensBlocked = false,
  begin: (tenant: Tenant) => void = () => undefined,
): Promise<Place> {
  const groups: GroupOptions[] = [{ name: 'Sales', members: [], kind: 'security' }];
  const tenant = await newTenant({ roles: ROLES, groups, ...options });
  begin(tenant);
  const [former = '', direct = '', grouped = '', replying = ''] = mailboxesOf(tenant).filter((one) =>
    /^[a-z.]+@/.test(one),
  );
  for (const address of tenant.addresses)
    if (!opensBlocked && isBlocked(tenant, address)) tenant.identities.remove(address);
  const { upn, mail, alias } = NAMES;
  for (const address of mailboxesOf(tenant)) {
    setRights(tenant, address);
    tenant.setCalendarPermissions(address, [everyone('none')]);
    tenant.setRules(address, []);
    tenant.edit(address, { automaticRepliesSetting: { status: 'disabled' } });
    tenant.editExchange(address, { ForwardingAddress: null, ForwardingSmtpAddress: null });
  }
  tenant.identities.rename(former, { userPrincipalName: upn, smtpAddresses: [mail, alias], name: 'Leaver' });
  const group = tenant.identities.addGroup({ name: 'Support', members: [upn] });
  setRights(
    tenant,
    direct,
    [grantTo(tenant, upn, 'FullAccess', { trustee: upn })],
    [grantTo(tenant, upn, 'SendAs', { trustee: 'Leaver' })],
    ['Leaver'],
  );
  setRights(tenant, grouped, [grantTo(tenant, group.name, 'FullAccess')]);
  const emailAddress = { name: 'A leaver', address: mail };
  tenant.setCalendarPermissions(direct, [everyone('none'), { ...PERMISSION, emailAddress }]);
  tenant.editExchange(direct, { ForwardingAddress: 'Leaver' });
  tenant.editExchange(grouped, { ForwardingSmtpAddress: `smtp:${alias}` });
  tenant.editExchange(upn, { ForwardingSmtpAddress: 'smtp:home@fabrikam.example' });
  tenant.setRules(upn, [rule('home', 'home@fabrikam.example')]);
  tenant.setRules(direct, [rule('to leaver', alias)]);
  tenant.setRules(grouped, [rule('to both', alias, 'info@contoso.com')]);
  tenant.edit(replying, { automaticRepliesSetting: { status: 'alwaysEnabled', internalReplyMessage: `Ask ${mail}` } });
  const [, id = ''] =
    /"id":"([^"]+)"/.exec(
      JSON.stringify(tenant.listed('users', ['id', 'userPrincipalName']).find((one) => one.userPrincipalName === upn)),
    ) ?? [];
  return { tenant, upn, mail, alias, id, direct, grouped, replying };
}

async function leaver(
  tenant: Tenant,
  person: string,
  ...more: readonly string[]
): Promise<ProgramRun & { readonly json: Json; readonly policy: string }> {
  const home = mkdtempSync(path.join(root, 'home-'));
  writeFileSync(path.join(home, 'report.pfx'), Buffer.from(credential().pfx, 'base64'));
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'];
  const options = [...signIn, '--endpoints', endpointLines(tenant), '--policy-file', 'leaver.yml', '--json', ...more];
  const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
  const result = await runProgram(['leaver', ...options, '--', person], env, home);
  const file = path.join(home, 'leaver.yml');
  return { ...result, json: parseJson(result.stdout), policy: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

/** `mailbox what` of the entries of a list, sorted. */
function listOf(json: Json, name: string): readonly string[] {
  const entries = property(json, name);
  if (!Array.isArray(entries)) throw new TypeError(`no ${name}`);
  return entries
    .map((one) => (typeof one === 'string' ? one : ['mailbox', 'what'].map((key) => textIn(one, key)).join(' ')))
    .sort();
}

test('finds all that a person has by each name, and remediate takes away what it can', async () => {
  const { tenant, upn, mail, alias, id, direct, grouped, replying } = await newPlace();
  const takenAway = [
    `${upn} Own forwarding to home@fabrikam.example`,
    `${upn} Own inbox rule "home" to home@fabrikam.example`,
    `${direct} Calendar: write`,
    `${direct} Forwarding to Leaver`,
    `${direct} FullAccess`,
    `${direct} Inbox rule "to leaver" to ${alias}`,
    `${direct} SendAs`,
    `${direct} SendOnBehalf`,
    `${grouped} Forwarding to ${alias}`,
  ].sort();
  const remains = [
    `${grouped} FullAccess through support@contoso.com`,
    `${grouped} Inbox rule "to both" to ${alias}, info@contoso.com`,
    `${replying} Automatic reply that names the person`,
  ].sort();
  const policies = new Set<string>();
  for (const name of [mail, upn.toUpperCase(), alias, ` ${mail}\t`, id]) {
    const { json, code, policy, stderr } = await leaver(tenant, name, '--reply', REPLY);
    expect(stderr).toBe('');
    expect(json).toMatchObject({ ok: true, person: { id, userPrincipalName: upn, mail, mailbox: upn }, notRead: [] });
    expect({ code, takenAway: listOf(json, 'takenAway'), remains: listOf(json, 'remains') }).toEqual({
      code: 0,
      takenAway,
      remains,
    });
    policies.add(policy);
  }
  expect(tenant.counts.writes).toBe(0);
  const [policy = '', ...others] = policies;
  expect(others).toEqual([]);
  for (const name of [mail, upn, alias, id]) expect(policy.replaceAll('\\', '')).toContain(name);

  const used = { files: { 'policy.yml': policy }, inputs: { mailboxes: 'all' } };
  const plan = await run(tenant, used);
  expect(plan.errors).toEqual([]);
  const applied = await apply(tenant, plan, used);
  expect(new Set(statuses(applied))).toEqual(new Set(['applied']));
  expect(JSON.stringify(tenant.expected(upn).settings)).toContain(MESSAGE);
  expect(tenant.identities.held().filter((text) => text.includes(tenant.account(upn)?.sid ?? '?'))).toEqual([]);

  const after = await leaver(tenant, alias, '--reply', REPLY);
  expect(listOf(after.json, 'takenAway')).toEqual([]);
  expect(listOf(after.json, 'remains')).toEqual(remains);
  expect((await run(tenant, used)).outputs).toMatchObject({ result: 'unchanged', 'left-out-count': '0' });
});

test('takes nothing from others whose name or address is a name of the person', async () => {
  const [home, other] = ['other.home@fabrikam.example', 'other@contoso.com'];
  // Their user principal name is an alias of the person, and their address is the user principal name of the person.
  const place = await newPlace({}, false, (begun) => {
    const [named = '', addressed = ''] = mailboxesOf(begun).filter((one) => /^[a-z.]+@/.test(one));
    begun.identities.rename(named, { userPrincipalName: NAMES.alias, smtpAddresses: ['named@contoso.com'] });
    begun.identities.rename(addressed, { userPrincipalName: other, smtpAddresses: [NAMES.upn] });
  });
  const { tenant, id, direct, alias } = place;
  const sid = tenant.account('named@contoso.com')?.sid ?? '';
  expect(sid).not.toBe(tenant.account(id)?.sid);
  setRights(tenant, direct, [grantTo(tenant, alias, 'FullAccess', { trustee: alias, sid })]);
  const emailAddress = { name: 'Other', address: NAMES.upn };
  tenant.setCalendarPermissions(direct, [everyone('none'), { ...PERMISSION, emailAddress }]);
  const others = [other, 'named@contoso.com'].map((one) => tenant.account(one)?.objectId ?? '');
  for (const one of others) {
    tenant.editExchange(one, { ForwardingSmtpAddress: `smtp:${home}` });
    tenant.setRules(one, [rule('of another', home)]);
  }
  const shown = (one: string) => [tenant.expected(one).settings, tenant.exchangeProperties(one).ForwardingSmtpAddress];
  const kept = others.map(shown);
  expect(kept).toEqual(others.map(() => [expect.anything(), `smtp:${home}`]));

  const { json, policy } = await leaver(tenant, id, '--reply', REPLY);
  expect(listOf(json, 'takenAway')).not.toContain(`${direct} FullAccess`);
  expect(listOf(json, 'takenAway').filter((text) => text.includes(home))).toEqual([]);
  const used = { files: { 'policy.yml': policy }, inputs: { mailboxes: 'all' } };
  const plan = await run(tenant, used);
  expect(plan.errors).toEqual([]);
  await apply(tenant, plan, used);
  expect(tenant.identities.held().filter((text) => text.includes(sid) && text.includes('FullAccess'))).not.toEqual([]);
  expect(others.map(shown)).toEqual(kept);
  expect(
    tenant.identities.held().filter((text) => text.includes(`write ${tenant.account(other)?.sid ?? ''}`)),
  ).toHaveLength(1);
});

test('names a mailbox that is not open, and writes the policy', async () => {
  const { tenant, mail, direct } = await newPlace({}, true);
  const blocked = tenant.addresses.filter((address) => isBlocked(tenant, address));
  expect(blocked.length).toBeGreaterThan(0);
  const { code, json, policy } = await leaver(tenant, mail);
  expect({ code, notRead: listOf(json, 'notRead') }).toEqual({
    code: 1,
    notRead: blocked.map((address) => `${address} calendar-permissions, inbox-rules, automatic-replies`).sort(),
  });
  expect(json).toMatchObject({ ok: false });
  expect(listOf(json, 'takenAway')).toContain(`${direct} FullAccess`);
  const used = { files: { 'policy.yml': policy }, inputs: { mailboxes: 'all' } };
  const applied = await apply(tenant, await run(tenant, used), used);
  expect(new Set(statuses(applied))).toEqual(new Set(['applied']));
});

test.each([
  ['nobody@contoso.com', 'PERSON_NOT_FOUND', 1],
  ['00000000-0000-4000-8000-00000000ffff', 'PERSON_NOT_FOUND', 1],
  [' ', 'INPUT_INVALID', 2],
])('ends with an error for %p', async (name, error, code) => {
  const { tenant } = await newPlace();
  const result = await leaver(tenant, name);
  expect(result).toMatchObject({ code, policy: '', json: { ok: false, error: { code: error } } });
});

test('says what an application may not read, as not read and not known', async () => {
  const roles = ROLES.filter((role) => !/^(?:GroupMember|Application)/.test(role));
  const { tenant, mail, grouped } = await newPlace({ roles });
  const { code, json } = await leaver(tenant, mail);
  expect(code).toBe(1);
  expect(listOf(json, 'notRead')).toEqual([
    ' members of groups',
    `${grouped} who has FullAccess as support@contoso.com`,
  ]);
  expect(listOf(json, 'notKnown')).toEqual([expect.stringContaining('which applications the person owns')]);
});

test('finds the applications that a person owns', async () => {
  const { tenant, upn, mail } = await newPlace();
  tenant.addApplication({ name: 'CRM', owners: [upn] });
  tenant.addApplication({ name: 'Registered', registrationOwners: [upn] });
  tenant.addApplication({ name: 'Both', owners: [upn], registrationOwners: [upn] });
  tenant.addApplication({ name: upn });
  tenant.addApplication({ name: 'Owned by another of this name', owners: [{ application: upn }] });
  const { json, code } = await leaver(tenant, mail);
  expect(code).toBe(0);
  const owned = listOf(json, 'remains').filter((text) => text.includes('Owner of'));
  expect(owned.map((text) => text.replace(/[0-9a-f-]{36}/, 'ID')).toSorted()).toEqual([
    ' Owner of the application Both (ID)',
    ' Owner of the application CRM (ID)',
    ' Owner of the application registration Both (ID)',
    ' Owner of the application registration Registered (ID)',
  ]);
});

test('does not take applications for those of others if the owners of registrations cannot be read', async () => {
  const { tenant, upn, mail } = await newPlace();
  tenant.addApplication({ name: 'CRM', registrationOwners: [upn] });
  tenant.setFaults({
    altered: [
      {
        request: '/applications/[^?]*owners',
        status: 403,
        body: { error: { code: 'Authorization_RequestDenied', message: 'No.' } },
      },
    ],
  });
  const { json, code } = await leaver(tenant, mail);
  expect(code).toBe(1);
  expect(JSON.stringify(property(json, 'notRead'))).toContain('application registrations could not be read');
});
