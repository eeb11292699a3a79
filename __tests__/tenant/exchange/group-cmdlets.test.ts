import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn, type Json, type JsonObject } from '../../../src/json.ts';
import { openExchange, type ExchangeOffice } from './exchange-office.ts';

const ALL = { ResultSize: 'Unlimited' };
const NAMED = ['PrimarySmtpAddress', 'RecipientTypeDetails', 'ExternalEmailAddress', 'HiddenFromAddressListsEnabled'];

let office: ExchangeOffice;
beforeAll(async () => {
  office = await openExchange({
    mailboxes: 5,
    roles: ['GroupMember.Read.All', 'User.ReadBasic.All'],
    groups: [
      { name: 'Inner', kind: 'distribution', members: [0], acceptsOutsiders: true },
      { name: 'Outer', members: ['Inner', 1, 'eve@fabrikam.com', 'sam@adatum.com'], acceptsOnlyFrom: ['Inner'] },
      { name: 'Chat', kind: 'unified', members: [2], isHiddenFromLists: true },
      { name: 'Rooms', kind: 'rooms', members: [] },
      { name: 'Everyone', kind: 'dynamic', members: [] },
    ],
    exchange: {
      domains: [{ name: 'relay.example', type: 'InternalRelay' }],
      recipients: [
        { name: 'Eve', type: 'GuestMailUser', externalAddress: 'eve@fabrikam.com', isHidden: true },
        { name: 'Sam', type: 'MailContact', externalAddress: 'sam@adatum.com', otherAddresses: ['smtp:s@adatum.com'] },
        { name: 'Board', type: 'PublicFolder', address: 'board@contoso.com' },
      ],
    },
  });
});
afterAll(() => office.close());

function pageItems(page: Json): readonly Json[] {
  const items = property(page, 'value');
  if (!Array.isArray(items)) throw new Error('no page');
  return items;
}

function addressesIn(rows: readonly JsonObject[]): unknown[] {
  return rows.map(({ PrimarySmtpAddress }) => PrimarySmtpAddress);
}

describe('the cmdlets of groups', () => {
  test('list groups of their kind, with who may write to them', async () => {
    const select = [
      'PrimarySmtpAddress',
      'RequireSenderAuthenticationEnabled',
      'AcceptMessagesOnlyFromSendersOrMembers',
    ];
    const rows = await office.rows('Get-DistributionGroup', ALL, { select });
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          PrimarySmtpAddress: 'inner@contoso.com',
          RequireSenderAuthenticationEnabled: false,
          AcceptMessagesOnlyFromSendersOrMembers: [],
        }),
        expect.objectContaining({
          PrimarySmtpAddress: 'outer@contoso.com',
          RequireSenderAuthenticationEnabled: true,
          AcceptMessagesOnlyFromSendersOrMembers: ['Inner'],
        }),
      ]),
    );
    expect(addressesIn(rows)).toContain('rooms@contoso.com');
    expect(addressesIn(await office.rows('Get-UnifiedGroup', ALL))).toEqual(['chat@contoso.com']);
    expect(addressesIn(await office.rows('Get-DynamicDistributionGroup', ALL))).toEqual(['everyone@contoso.com']);
  });

  test('leave it to Get-Recipient to list recipients of every kind', async () => {
    const rows = await office.rows('Get-Recipient', ALL, { select: NAMED });
    const of = (address: string): JsonObject | undefined =>
      rows.find(({ PrimarySmtpAddress }) => PrimarySmtpAddress === address);
    expect(of('eve@fabrikam.com')).toMatchObject({
      RecipientTypeDetails: 'GuestMailUser',
      ExternalEmailAddress: 'SMTP:eve@fabrikam.com',
      HiddenFromAddressListsEnabled: true,
    });
    expect(of('board@contoso.com')).toMatchObject({ RecipientTypeDetails: 'PublicFolder', ExternalEmailAddress: null });
    expect(of('chat@contoso.com')).toMatchObject({ HiddenFromAddressListsEnabled: true });
    const [first = ''] = office.tenant.addresses;
    office.tenant.editExchange(first, { HiddenFromAddressListsEnabled: true });
    const again = await office.rows('Get-Recipient', ALL, { select: NAMED });
    expect(again.find(({ PrimarySmtpAddress }) => PrimarySmtpAddress === first)).toMatchObject({
      HiddenFromAddressListsEnabled: true,
    });
  });
});

test('Graph has the members of a group itself, as Exchange names them', async () => {
  const groups = office.tenant.listed('groups');
  const outer = groups.find(({ displayName }) => displayName === 'Outer');
  const url = `${office.tenant.graphUrl}/v1.0/groups/${textIn(outer, 'id')}/members?$select=id,mail`;
  const headers = { authorization: `Bearer ${await office.tenant.accessToken('graph')}` };
  const members = pageItems(parseJson(await (await fetch(url, { headers })).text()));
  const recipients = await office.rows('Get-Recipient', ALL, { select: ['ExternalDirectoryObjectId'] });
  const ids = recipients.map(({ ExternalDirectoryObjectId }) => ExternalDirectoryObjectId);
  expect(members.map((member) => textIn(member, '@odata.type'))).toEqual(
    ['group', 'user', 'user', 'orgContact'].map((type) => `#microsoft.graph.${type}`),
  );
  for (const member of members) expect(ids).toContain(textIn(member, 'id'));
});
