import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import type { Grant } from '../../../tenant/tenant.ts';
import { grantTo } from '../../support/mailbox-rights.ts';
import { failureOf, openExchange, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;
let mailbox: string;
let person: string;
let other: string;

beforeAll(async () => {
  office = await openExchange({
    groups: [{ name: 'Assistants', members: [0] }],
    exchange: { directoryRoles: ['Exchange Recipient Administrator'] },
  });
  const { tenant } = office;
  [mailbox = '', person = '', other = ''] = tenant.addresses.filter((each) => tenant.expected(each).status === 'ok');
});
afterAll(() => office.close());

/** An entry of somebody on the mailbox. */
function entry(trustee: string, rights: string, changes: Partial<Grant> = {}): Grant {
  return grantTo(office.tenant, trustee, rights, changes);
}

function rights(): readonly string[] {
  return office.tenant.exchangeGrants(mailbox, 'mailbox').map(({ trustee, rights: own }) => `${trustee}: ${own}`);
}

const FULL_ACCESS = { AccessRights: ['FullAccess'], Confirm: false };

async function remove(parameters: JsonObject = {}) {
  return office.run('Remove-MailboxPermission', {
    Identity: mailbox,
    User: person,
    ...FULL_ACCESS,
    ...parameters,
  });
}

beforeEach(() => {
  office.tenant.setExchangeGrants(mailbox, 'mailbox', [entry(person, 'FullAccess, ReadPermission')]);
});

describe('Remove-MailboxPermission', () => {
  test('takes one right of an entry', async () => {
    expect((await remove()).status).toBe(200);
    expect(rights()).toEqual([`${person}: ReadPermission`]);
  });

  test.each<[string, Partial<Grant>, RegExp]>([
    ['is inherited', { isInherited: true }, /the ACE doesn't exist on the object/],
    ['denies the right', { isDenied: true }, /the ACE doesn't exist on the object/],
    ['has another inheritance', { inheritance: 'None' }, /the ACE doesn't exist on the object/],
  ])('warns and succeeds for an entry that %s', async (_, changes, warning) => {
    office.tenant.setExchangeGrants(mailbox, 'mailbox', [entry(person, 'FullAccess', changes)]);
    const { status, body } = await remove();
    expect(status).toBe(200);
    expect(JSON.stringify(body['@adminapi.warnings'])).toMatch(warning);
    expect(rights()).toEqual([`${person}: FullAccess`]);
  });

  test('keeps the denied entry of the same trustee', async () => {
    const entries = [entry(person, 'FullAccess'), entry(person, 'FullAccess', { isDenied: true })];
    office.tenant.setExchangeGrants(mailbox, 'mailbox', entries);
    await remove();
    expect(office.tenant.exchangeGrants(mailbox, 'mailbox')).toEqual([entries[1]]);
  });

  test('does not find a SID', async () => {
    const { sid } = entry(person, 'FullAccess');
    expect(failureOf(await remove({ User: sid })).type).toMatch('ManagementObjectNotFoundException');
  });

  test('waits for a confirmation', async () => {
    expect(failureOf(await remove({ Confirm: true })).message).toContain('Confirm');
  });
});

test('Add-MailboxPermission gives a right once, also to a group', async () => {
  const give = (): ReturnType<typeof remove> =>
    office.run('Add-MailboxPermission', { Identity: mailbox, User: 'Assistants', AccessRights: ['FullAccess'] });
  await give();
  const { body } = await give();
  expect(JSON.stringify(body['@adminapi.warnings'])).toMatch('already present');
  expect(rights()).toEqual([`${person}: FullAccess, ReadPermission`, 'Assistants: FullAccess']);
});

test('Add-RecipientPermission has no parameter Deny', async () => {
  const parameters = { Identity: mailbox, Trustee: person, AccessRights: ['SendAs'], Confirm: false, Deny: true };
  const { type } = failureOf(await office.run('Add-RecipientPermission', parameters));
  expect(type).toMatch('AmbiguousParameterSetException');
});

describe('Set-Mailbox -GrantSendOnBehalfTo', () => {
  const set = (value: JsonObject): ReturnType<typeof remove> =>
    office.run('Set-Mailbox', { Identity: mailbox, GrantSendOnBehalfTo: value });

  test('adds and removes by a typed hashtable', async () => {
    const type = { '@odata.type': '#Exchange.GenericHashTable' };
    await set({ ...type, add: [person] });
    const ofPerson = office.tenant.grants(mailbox).filter(({ right }) => right === 'SendOnBehalf');
    expect(ofPerson.map(({ trustee }) => trustee)).toContain(office.tenant.account(person)?.name);
    await set({ ...type, remove: person });
    expect(
      office.tenant.grants(mailbox).some(({ trustee, right }) => right === 'SendOnBehalf' && trustee === person),
    ).toBe(false);
  });

  test('refuses an object without the type', async () => {
    expect(failureOf(await set({ remove: person })).message).toContain('PswsHashtable');
  });
});

describe('an account', () => {
  test('that is replaced has another SID, and its entries show the old one', async () => {
    const { sid } = entry(person, 'FullAccess');
    office.tenant.identities.remove(person);
    office.tenant.identities.remake(person);
    expect(rights()).toEqual([`${sid}: FullAccess, ReadPermission`]);
    const { body } = await office.run('Get-User', { Identity: person });
    expect(body.value).toEqual([expect.objectContaining({ UserPrincipalName: person })]);
    expect(body.value).not.toEqual([expect.objectContaining({ Sid: sid })]);
  });

  test('that has another name is found by the former one while that is one of its addresses', async () => {
    office.tenant.setExchangeGrants(mailbox, 'mailbox', [entry(other, 'FullAccess')]);
    const renamed = { userPrincipalName: 'renamed@contoso.com' };
    office.tenant.identities.rename(other, { ...renamed, smtpAddresses: [renamed.userPrincipalName, other] });
    expect((await office.run('Get-User', { Identity: other })).status).toBe(200);
    office.tenant.identities.rename(other, { smtpAddresses: [renamed.userPrincipalName] });
    expect(rights()).toEqual(['renamed@contoso.com: FullAccess']);
    expect((await office.run('Get-User', { Identity: 'renamed@contoso.com' })).status).toBe(200);
    expect((await office.run('Get-User', { Identity: other })).status).toBe(404);
    expect((await office.run('Get-Recipient', { Identity: other })).status).toBe(404);
  });
});

test('a group keeps its GUID under another name, and one that is made again has another', async () => {
  const { identities } = office.tenant;
  const guidOf = async (Identity: string) =>
    (await office.rows('Get-Recipient', { Identity }, { select: ['Guid'] })).map(({ Guid }) => Guid);
  identities.addGroup({ name: 'Board', members: [0] });
  const guid = await guidOf('Board');
  identities.renameGroup('Board', { name: 'Directors' });
  expect(await guidOf('Directors')).toEqual(guid);
  identities.removeGroup('Directors');
  identities.addGroup({ name: 'Directors', members: [0] });
  expect(await guidOf('Directors')).not.toEqual(guid);
});
