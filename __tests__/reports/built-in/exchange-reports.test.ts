import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { clientAccess } from '../../../src/reports/built-in/client-access.ts';
import { mailboxPermissions } from '../../../src/reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../../../src/reports/built-in/mailbox-properties.ts';
import { collectedRows, type CollectedRow } from '../collected-rows.ts';

const MAILBOX: JsonObject = {
  RecipientTypeDetails: 'UserMailbox',
  PrimarySmtpAddress: 'megan@contoso.com',
  ForwardingAddress: null,
  ForwardingSmtpAddress: null,
  DeliverToMailboxAndForward: false,
  AccountDisabled: false,
  LitigationHoldEnabled: false,
  InPlaceHolds: [],
  RetentionPolicy: 'Default MRM Policy',
  SingleItemRecoveryEnabled: true,
  RetainDeletedItemsFor: '14.00:00:00',
  AuditEnabled: true,
  HiddenFromAddressListsEnabled: false,
  IsDirSynced: false,
  ArchiveStatus: 'None',
  ProhibitSendReceiveQuota: '50 GB (53,687,091,200 bytes)',
  GrantSendOnBehalfTo: [],
  MessageCopyForSentAsEnabled: false,
  WhenCreated: '2024-09-21T08:07:47.0000000+02:00',
  recipientAddress: null,
};

function rowOf(changes: JsonObject, without: readonly string[] = []): CollectedRow {
  const item = Object.fromEntries(
    Object.entries({ ...MAILBOX, ...changes }).filter(([name]) => !without.includes(name)),
  );
  const [row] = collectedRows(mailboxProperties, item, { inside: internalDomains(['contoso.com']) });
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('mailbox-properties', () => {
  test('reads sizes as GB, time spans as days and dates in UTC', () => {
    const { cells, incomplete } = rowOf({});
    expect(cells).toMatchObject({
      ProhibitSendReceiveQuotaGB: 50,
      RetainDeletedItemsFor: 14,
      WhenCreated: '2024-09-21T06:07:47Z',
      ExternalTargets: [],
    });
    expect(incomplete).toEqual([]);
  });

  test.each<[string, JsonObject, unknown, boolean]>([
    ['an outside address', { ForwardingSmtpAddress: 'smtp:eve@evil.example' }, ['eve@evil.example'], false],
    ['an inside address', { ForwardingSmtpAddress: 'SMTP:pat@contoso.com' }, [], false],
    ['a contact', { ForwardingAddress: 'Eve', recipientAddress: 'eve@evil.example' }, ['eve@evil.example'], false],
    ['a colleague', { ForwardingAddress: 'Pat', recipientAddress: 'pat@contoso.com' }, [], false],
    ['an unknown recipient', { ForwardingAddress: 'Eve' }, 'inconclusive', true],
    [
      'an unknown recipient and an outside address',
      { ForwardingAddress: 'Eve', ForwardingSmtpAddress: 'smtp:eve@evil.example' },
      ['eve@evil.example'],
      true,
    ],
  ])('finds the external targets of a mailbox that forwards to %s', (_case, changes, targets, unknown) => {
    const { cells, incomplete } = rowOf(changes);
    expect(cells.ExternalTargets).toEqual(targets);
    expect(incomplete.includes('ExternalTargets')).toBe(unknown);
  });

  test('has a blank, inconclusive cell for a property that is left out, also among the sources of external targets', () => {
    const { cells, incomplete } = rowOf({}, ['AuditEnabled', 'ForwardingAddress']);
    expect([cells.AuditEnabled, cells.ExternalTargets]).toEqual([null, null]);
    expect(incomplete).toEqual(['ForwardingAddress', 'ExternalTargets', 'AuditEnabled']);
  });

  test('shows an outside target although another source is left out, and may lack others', () => {
    const { cells, incomplete } = rowOf({ ForwardingSmtpAddress: 'smtp:eve@evil.example' }, ['ForwardingAddress']);
    expect(cells.ExternalTargets).toEqual(['eve@evil.example']);
    expect(incomplete).toEqual(['ForwardingAddress', 'ExternalTargets']);
  });

  test('takes an empty address for none', () => {
    const { cells, incomplete } = rowOf({ ForwardingSmtpAddress: '', ForwardingAddress: '' });
    expect([cells.ForwardingSmtpAddress, cells.ExternalTargets, incomplete]).toEqual([null, [], []]);
  });

  test('leaves an unlimited quota blank, which is known', () => {
    const { cells, incomplete } = rowOf({ ProhibitSendReceiveQuota: 'Unlimited' });
    expect([cells.ProhibitSendReceiveQuotaGB, incomplete]).toEqual([null, []]);
  });

  test.each([
    ['49.5 GB (53,150,220,288 bytes)', 49.5],
    ['1.234 GB (1,325,000,000 bytes)', 1.23],
    ['99 GB (106,300,440,576 bytes)', 99],
    ['0 B (0 bytes)', 0],
  ])('shows a quota of %s as %d', (quota, gigabytes) => {
    expect(rowOf({ ProhibitSendReceiveQuota: quota }).cells.ProhibitSendReceiveQuotaGB).toBe(gigabytes);
  });

  test.each([
    ['a size of another form', { ProhibitSendReceiveQuota: '50 GB' }],
    ['a word in place of true or false', { AuditEnabled: 'yes' }],
    ['a list in place of an address', { ForwardingAddress: [] }],
  ])('fails for %s', (_case, changes) => {
    expect(() => rowOf(changes)).toThrow(/wrong type/);
  });
});

describe('client-access', () => {
  const row = (own: JsonObject, organization: JsonObject): CollectedRow | undefined =>
    collectedRows(clientAccess, { ImapEnabled: true, ...own, organization })[0];

  test.each<[JsonObject, JsonObject, string | null, boolean]>([
    [{ SmtpClientAuthenticationDisabled: true }, { SmtpClientAuthenticationDisabled: false }, 'disabled', false],
    [{ SmtpClientAuthenticationDisabled: false }, { SmtpClientAuthenticationDisabled: true }, 'enabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, { SmtpClientAuthenticationDisabled: true }, 'disabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, { SmtpClientAuthenticationDisabled: false }, 'enabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, {}, 'inconclusive', true],
    [{}, { SmtpClientAuthenticationDisabled: true }, null, true],
  ])('derives SMTP AUTH from %j of the mailbox and %j of the organization', (own, organization, expected, unknown) => {
    const found = row(own, organization);
    expect(found?.cells.SmtpAuth).toBe(expected);
    expect(found?.incomplete.includes('SmtpAuth')).toBe(unknown);
  });
});

describe('mailbox-permissions', () => {
  const FULL = { User: 'pat@contoso.com', UserSid: 'S-1-5-21-1', AccessRights: ['FullAccess'], IsInherited: false };
  const SELF = { User: 'nt authority\\self', AccessRights: ['FullAccess, ReadPermission'] };
  const NONE: JsonObject = {
    value: [SELF],
    sendAs: [],
    mailbox: [{ GrantSendOnBehalfTo: [] }],
    recipientAddresses: {},
  };
  const rows = (changes: JsonObject): CollectedRow[] => collectedRows(mailboxPermissions, { ...NONE, ...changes });

  test('has a row for each right of the three sources, without those of the mailbox itself', () => {
    const found = rows({
      value: [SELF, { ...FULL, AccessRights: ['FullAccess, ReadPermission'], Deny: true }],
      sendAs: [
        { Trustee: 'Self', TrusteeSidString: 'S-1-5-10', AccessRights: ['SendAs'], AccessControlType: 'Allow' },
        { Trustee: 'kim@contoso.com', AccessRights: ['SendAs'], AccessControlType: 'Deny' },
      ],
      mailbox: [{ GrantSendOnBehalfTo: ['Lee', 'Gone'] }],
      recipientAddresses: { Lee: 'lee@contoso.com' },
    });
    expect(found.map(({ cells }) => Object.values(cells))).toEqual([
      ['FullAccess', 'pat@contoso.com', false, true],
      ['ReadPermission', 'pat@contoso.com', false, true],
      ['SendAs', 'kim@contoso.com', null, true],
      ['SendOnBehalf', 'lee@contoso.com', false, false],
      ['SendOnBehalf', 'Gone', false, false],
    ]);
    expect(found[2]?.incomplete).toEqual(['Inherited']);
  });

  test('has no row for a mailbox without grants', () => {
    expect(rows({})).toEqual([]);
  });

  test('has an unknown row if the delegates, and an unknown cell if a property, are left out', () => {
    expect(rows({ mailbox: [{}] }).map(({ incomplete }) => incomplete)).toEqual([
      ['Right', 'Trustee', 'Inherited', 'Deny'],
    ]);
    expect(rows({ value: [FULL] })).toMatchObject([{ cells: { Deny: null }, incomplete: ['Deny'] }]);
  });

  test.each<[string, JsonObject]>([
    ['no list of grants', { value: {} }],
    ['a grant that is no object', { value: ['FullAccess'] }],
    ['a grant without a trustee', { value: [{ AccessRights: ['FullAccess'] }] }],
    ['a grant without rights', { value: [{ User: 'pat@contoso.com' }] }],
    ['a grant with an empty list of rights', { value: [{ ...FULL, AccessRights: [] }] }],
    ['rights of another type', { sendAs: [{ Trustee: 'pat@contoso.com', AccessRights: [1] }] }],
    ['an unknown kind of grant', { sendAs: [{ Trustee: 'a', AccessRights: ['SendAs'], AccessControlType: 'Maybe' }] }],
    ['a word in place of true or false', { value: [{ ...FULL, Deny: 'no' }] }],
    ['delegates that are no list', { mailbox: [{ GrantSendOnBehalfTo: 'Lee' }] }],
  ])('fails for %s', (_case, changes) => {
    expect(() => rows(changes)).toThrow(TypeError);
  });
});
