import { hash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/json.ts';
import { addresses } from '../../src/reports/built-in/addresses.ts';
import { revisionOf } from '../../src/reports/definition.ts';
import { shownOf } from '../../src/reports/known.ts';
import { ROW_REVISIONS } from '../reports/row-revisions.ts';
import { cellOf, isKnown, itemsIn, tableOf, type Answers } from './answered.ts';

const DOMAINS = [{ DomainName: 'contoso.com', DomainType: 'Authoritative', MatchSubDomains: false }];

/** A recipient with an ID of its name. */
function recipient(name: string, more: JsonObject = {}): JsonObject {
  const primary = `${name}@contoso.com`;
  return {
    Name: name,
    DisplayName: name,
    RecipientTypeDetails: 'UserMailbox',
    PrimarySmtpAddress: primary,
    EmailAddresses: [`SMTP:${primary}`],
    ExternalEmailAddress: null,
    HiddenFromAddressListsEnabled: false,
    ExternalDirectoryObjectId: `id-${name}`,
    Guid: `guid-${name}`,
    ...more,
  };
}

function contact(name: string): JsonObject {
  const address = `${name}@fabrikam.com`;
  return recipient(name, {
    RecipientTypeDetails: 'MailContact',
    PrimarySmtpAddress: address,
    EmailAddresses: [`SMTP:${address}`],
    ExternalEmailAddress: `SMTP:${address}`,
  });
}

function group(name: string, more: JsonObject = {}): JsonObject {
  return recipient(name, { RecipientTypeDetails: 'MailUniversalSecurityGroup', ...more });
}

function mailbox(name: string, more: JsonObject = {}): JsonObject {
  const none = { ForwardingAddress: null, ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false };
  return { ExternalDirectoryObjectId: `id-${name}`, Guid: `guid-${name}`, ...none, ...more };
}

function user(id: string, more: JsonObject = {}): JsonObject {
  return { '@odata.type': '#microsoft.graph.user', id, displayName: id, mail: `${id}@contoso.com`, ...more };
}

/** A tenant of these recipients and mailboxes, with the members of groups by their names. */
function answers(
  recipients: readonly JsonObject[],
  mailboxes: readonly JsonObject[],
  members: Readonly<Record<string, readonly JsonObject[]>> = {},
  more: Readonly<Record<string, readonly JsonObject[]>> = {},
): Answers {
  return {
    cmdlets: {
      'Get-Recipient': recipients,
      'Get-Mailbox': mailboxes,
      'Get-AcceptedDomain': DOMAINS,
      ...more,
    },
    groups: Object.keys(members).map((name) => ({ id: `id-${name}`, groupTypes: [], visibility: null })),
    members: Object.fromEntries(Object.entries(members).map(([name, all]) => [`id-${name}`, all])),
  };
}

describe('the table of addresses', () => {
  test('has a row for each SMTP address, and none for others', async () => {
    const addresses = [
      'smtp:info@contoso.com',
      'SMTP:Ann@contoso.com',
      'plain@contoso.com',
      'SIP:ann@contoso.com',
      'X500:/o=Contoso/cn=ann@contoso.com',
      'SPO:SPO_1@SPO_2',
      'eum:100;phone-context=x@contoso.com',
    ];
    const one = recipient('ann', { PrimarySmtpAddress: 'Ann@contoso.com', EmailAddresses: addresses });
    const { rows, count } = await tableOf(answers([one], [mailbox('ann')]));
    expect([...rows.keys()].sort()).toEqual(['ann@contoso.com', 'info@contoso.com', 'plain@contoso.com']);
    expect(count).toBe(3);
    expect(cellOf(rows.get('info@contoso.com'), 'Lands')).toEqual(['Ann@contoso.com']);
    expect(cellOf(rows.get('info@contoso.com'), 'Route')).toEqual([]);
  });

  test('does not decide whose an address of two recipients is, and lists one once that moved to another page', async () => {
    const shared = { EmailAddresses: ['SMTP:ann@contoso.com', 'smtp:info@contoso.com'] };
    const [ann, bob] = [recipient('ann', shared), recipient('bob', { EmailAddresses: ['smtp:info@contoso.com'] })];
    const { rows, count } = await tableOf(answers([ann, bob, ann], [mailbox('ann'), mailbox('bob')]));
    expect(count).toBe(3);
    const info = rows.get('info@contoso.com');
    const unknown = ['Owner', 'Primary', 'Hidden', 'Lands', 'Route', 'OutsideSenders'];
    expect(unknown.filter((column) => isKnown(info, column))).toEqual([]);
    expect(shownOf(info?.cell('Route'))).toEqual([
      'Several recipients have the address info@contoso.com: ann@contoso.com and bob@contoso.com',
    ]);
    expect(cellOf(rows.get('ann@contoso.com'), 'Lands')).toEqual(['ann@contoso.com']);
  });

  test.each([
    ['the external address of a contact', { RecipientTypeDetails: 'MailContact' }, 'ExternalEmailAddress'],
    ['the external address of a recipient of an unknown type', { RecipientTypeDetails: 'New' }, 'ExternalEmailAddress'],
    ['the proxy addresses of a mailbox', {}, 'EmailAddresses'],
  ])('leaves the owner of an external address unknown if the answer lacks %s', async (_, more, left) => {
    const guest = { RecipientTypeDetails: 'GuestMailUser', ExternalEmailAddress: 'SMTP:eve@fabrikam.com' };
    const bob = recipient('bob', more);
    const owners = async (): Promise<readonly (Json | undefined)[]> => {
      const { rows } = await tableOf(answers([recipient('eve', guest), bob], []));
      return ['eve@contoso.com', 'eve@fabrikam.com'].map((address) => cellOf(rows.get(address), 'Owner'));
    };
    expect(await owners()).toEqual(['eve@contoso.com', 'eve@contoso.com']);
    Reflect.deleteProperty(bob, left);
    expect(await owners()).toEqual(['eve@contoso.com', undefined]);
  });

  test('says each step in a sentence', async () => {
    const recipients = [
      recipient('info'),
      group('team', { RecipientTypeDetails: 'MailUniversalDistributionGroup' }),
      group('empty'),
      recipient('ann'),
      contact('eve'),
      recipient('bob'),
    ];
    const mailboxes = [
      mailbox('info', {
        ForwardingAddress: 'CN=team,OU=contoso,DC=OUTLOOK,DC=COM',
        ForwardingSmtpAddress: 'smtp:x@y.example',
      }),
      mailbox('ann', { ForwardingSmtpAddress: 'smtp:gone@contoso.com', DeliverToMailboxAndForward: true }),
      mailbox('bob', { ForwardingAddress: 'gone' }),
    ];
    const members = { team: [user('id-ann'), user('id-eve'), user('id-empty'), user('id-bob')], empty: [] };
    const { rows } = await tableOf(answers(recipients, mailboxes, members));
    expect(cellOf(rows.get('info@contoso.com'), 'Route')).toEqual([
      'info@contoso.com forwards to team@contoso.com',
      'team@contoso.com is a group of ann@contoso.com, bob@contoso.com, empty@contoso.com and eve@fabrikam.com',
      'ann@contoso.com forwards to gone@contoso.com and keeps a copy',
      'gone@contoso.com belongs to no recipient of an accepted domain',
      'bob@contoso.com forwards to the recipient gone, which is not known',
      'empty@contoso.com is a group without members',
    ]);
    expect(itemsIn(rows.get('info@contoso.com'), 'Lands')).toEqual(['ann@contoso.com', 'eve@fabrikam.com']);
    expect(isKnown(rows.get('info@contoso.com'), 'Lands')).toBe(false);
    expect(cellOf(rows.get('empty@contoso.com'), 'Lands')).toEqual(['nowhere']);
  });

  test('does not take a group for empty or whole if the tenant has recipients that Graph does not list as members', async () => {
    const recipients = [group('empty'), group('team'), recipient('ann')];
    const members = { empty: [], team: [user('id-ann')] };
    const more = recipient('all', { RecipientTypeDetails: 'DynamicDistributionGroup', ExternalDirectoryObjectId: '' });
    const tables = [recipients, [...recipients, more]].map((all) => tableOf(answers(all, [mailbox('ann')], members)));
    const [before, after] = (await Promise.all(tables)).map(({ rows }) =>
      ['empty', 'team'].map((name) => {
        const row = rows.get(`${name}@contoso.com`);
        return [itemsIn(row, 'Lands'), isKnown(row, 'Lands'), cellOf(row, 'Route')];
      }),
    );
    expect(before).toEqual([
      [['nowhere'], true, ['empty@contoso.com is a group without members']],
      [['ann@contoso.com'], true, ['team@contoso.com is a group of ann@contoso.com']],
    ]);
    const sentence = (name: string): string =>
      `Whether dynamic groups or public folders are members of ${name}@contoso.com is not known`;
    expect(after).toEqual([
      [[], false, [sentence('empty')]],
      [['ann@contoso.com'], false, ['team@contoso.com is a group of ann@contoso.com', sentence('team')]],
    ]);
  });

  test('follows twenty steps, and no loop', async () => {
    const names = Array.from({ length: 23 }, (_, at) => `m${at}`);
    const chain = names.map((name, at) => mailbox(name, at === 22 ? {} : { ForwardingAddress: `m${at + 1}` }));
    const { rows } = await tableOf(
      answers(
        names.map((name) => recipient(name)),
        chain,
      ),
    );
    expect(cellOf(rows.get('m2@contoso.com'), 'Lands')).toEqual(['m22@contoso.com']);
    const far = rows.get('m1@contoso.com');
    expect([isKnown(far, 'Lands'), itemsIn(far, 'Lands'), itemsIn(far, 'Route').at(-1)]).toEqual([
      false,
      [],
      'the way has more than 20 steps',
    ]);
    const circle = [
      mailbox('a', { ForwardingAddress: 'b', DeliverToMailboxAndForward: true }),
      mailbox('b', { ForwardingAddress: 'a' }),
    ];
    const looping = (await tableOf(answers([recipient('a'), recipient('b')], circle))).rows.get('b@contoso.com');
    expect([isKnown(looping, 'Lands'), itemsIn(looping, 'Lands'), itemsIn(looping, 'Route').at(-1)]).toEqual([
      false,
      ['a@contoso.com'],
      'b@contoso.com leads back to itself',
    ]);
  });

  test('does not take members for known that Graph hides, cuts off or does not name', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => recipient(`m${at}`));
    const groups = ['hidden', 'large', 'unnamed', 'nobody'].map((name) => group(name));
    const hides = { ExternalDirectoryObjectId: 'id-hidden', HiddenGroupMembershipEnabled: true };
    const { rows } = await tableOf(
      answers(
        [...groups, ...many],
        many.map((_, at) => mailbox(`m${at}`)),
        {
          hidden: [user('id-m1')],
          large: many.map((_, at) => user(`id-m${at}`)),
          // Without the permission to read users, Graph shows nulls.
          unnamed: [user('id-m1'), user('id-gone', { displayName: null, mail: null })],
          nobody: [user('id-m1'), user('id-gone', { mail: null })],
        },
        { 'Get-DistributionGroup': [hides] },
      ),
    );
    const lands = (name: string): readonly [boolean, number] => {
      const row = rows.get(`${name}@contoso.com`);
      return [isKnown(row, 'Lands'), itemsIn(row, 'Lands').length];
    };
    expect(['hidden', 'large', 'unnamed', 'nobody'].map(lands)).toEqual([
      [false, 0],
      [false, 999],
      [false, 1],
      [true, 1],
    ]);
  });

  test('says once what the application may not read, and leaves cells blank that depend on it', async () => {
    const all = answers([recipient('ann'), group('team'), group('board')], [mailbox('ann')], { team: [], board: [] });
    const without = await tableOf({ ...all, refused: ['groups', 'Get-DistributionGroup'] });
    expect(without.notices).toEqual([
      expect.stringMatching(/^The members of groups are not known: .*Grant it GroupMember\.Read\.All\./),
      expect.stringMatching(/^Exchange Online refuses Get-DistributionGroup: /),
    ]);
    expect(without.gaps).toMatch(/Get-DistributionGroup.*; members of groups were not read: Insufficient/);
    const team = without.rows.get('team@contoso.com');
    expect([isKnown(team, 'Lands'), itemsIn(team, 'Lands'), isKnown(team, 'OutsideSenders')]).toEqual([
      false,
      [],
      false,
    ]);
    expect(cellOf(without.rows.get('ann@contoso.com'), 'Lands')).toEqual(['ann@contoso.com']);
    await expect(tableOf({ ...all, refused: ['Get-Recipient'] })).rejects.toThrow('Get-Recipient');
  });

  test('is unread if no recipient is listed, and says that no accepted domain is', async () => {
    await expect(tableOf(answers([], [mailbox('ann')]))).rejects.toThrow('Get-Recipient returned nothing');
    const without = await tableOf(answers([recipient('ann')], [mailbox('ann')], {}, { 'Get-AcceptedDomain': [] }));
    expect(isKnown(without.rows.get('ann@contoso.com'), 'DomainAccepted')).toBe(false);
    expect(without.gaps).toMatch(/^Get-AcceptedDomain returned nothing/);
  });
});

test('the rows of addresses are those of its revision', async () => {
  const recipients = [recipient('ann'), recipient('bob'), contact('eve'), group('team'), group('empty')];
  const mailboxes = [
    mailbox('ann', { ForwardingSmtpAddress: 'smtp:eve@fabrikam.com', DeliverToMailboxAndForward: true }),
    mailbox('bob', { ForwardingAddress: 'gone' }),
  ];
  const members = { team: [user('id-ann'), user('id-bob'), user('id-eve')], empty: [] };
  const settings = { Guid: 'guid-team', RequireSenderAuthenticationEnabled: true };
  const { rows } = await tableOf(answers(recipients, mailboxes, members, { 'Get-DistributionGroup': [settings] }));
  const cells = [...rows.values()].map((row) =>
    Object.keys(addresses.columns).map((column) => row.cell(column) ?? null),
  );
  expect({ revision: revisionOf(addresses), rows: hash('sha256', JSON.stringify(cells)).slice(0, 16) }).toEqual(
    ROW_REVISIONS[addresses.name],
  );
});
