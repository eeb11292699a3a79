import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { clientAccess } from '../../../src/reports/built-in/client-access.ts';
import { mailboxPermissions } from '../../../src/reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../../../src/reports/built-in/mailbox-properties.ts';
import { compileHighlights } from '../../../src/reports/conditions.ts';
import { readRow } from '../../outputs/rows.ts';
import { collectedRows, type CollectedRow } from '../collected-rows.ts';

const MAILBOX: JsonObject = {
  DisplayName: 'Megan',
  RecipientTypeDetails: 'UserMailbox',
  PrimarySmtpAddress: 'megan@contoso.com',
  ForwardingAddress: null,
  ForwardingSmtpAddress: null,
  DeliverToMailboxAndForward: false,
  AccountDisabled: false,
  LitigationHoldEnabled: false,
  InPlaceHolds: [],
  LitigationHoldDate: null,
  LitigationHoldOwner: '',
  LitigationHoldDuration: 'Unlimited',
  RetentionHoldEnabled: false,
  ComplianceTagHoldApplied: false,
  DelayHoldApplied: false,
  DelayReleaseHoldApplied: false,
  RetentionPolicy: 'Default MRM Policy',
  SingleItemRecoveryEnabled: true,
  RetainDeletedItemsFor: '14.00:00:00',
  AuditEnabled: true,
  HiddenFromAddressListsEnabled: false,
  IsDirSynced: false,
  ArchiveStatus: 'None',
  ProhibitSendReceiveQuota: '50 GB (53,687,091,200 bytes)',
  ArchiveQuota: '100 GB (107,374,182,400 bytes)',
  RecoverableItemsQuota: 'Unlimited',
  GrantSendOnBehalfTo: [],
  MessageCopyForSentAsEnabled: false,
  WhenCreated: '2024-09-21T08:07:47.0000000+02:00',
  AuditAdmin: ['Update', 'Copy'],
  AuditDelegate: ['Update'],
  AuditOwner: [],
  AutoExpandingArchiveEnabled: false,
  RecipientLimits: '500',
  MaxSendSize: '35 MB (36,700,160 bytes)',
  MaxReceiveSize: '36 MB (37,748,736 bytes)',
  MessageCopyForSendOnBehalfEnabled: true,
  RoleAssignmentPolicy: 'Default Role Assignment Policy',
  recipientAddress: null,
  organization: { config: { Identity: 'contoso', AuditDisabled: false } },
  bypass: [{ AuditBypassEnabled: false }],
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
      AuditAdmin: ['Update', 'Copy'],
      AuditOwner: [],
      RecipientLimits: 500,
      MaxSendSizeMB: 35,
      MaxReceiveSizeMB: 36,
    });
    expect(incomplete).toEqual([]);
  });

  test('reads holds, and finds a mailbox on hold without a name for it', () => {
    const held = rowOf({
      LitigationHoldDate: '2026-01-02T03:04:05.0000000+01:00',
      LitigationHoldOwner: 'legal@contoso.com',
      LitigationHoldDuration: '2555.00:00:00',
      DelayHoldApplied: true,
    });
    expect(held.incomplete).toEqual([]);
    expect(held.cells).toMatchObject({
      LitigationHoldDate: '2026-01-02T02:04:05Z',
      LitigationHoldOwner: 'legal@contoso.com',
      LitigationHoldDuration: '2555.00:00:00',
      RetentionHoldEnabled: false,
      DelayHoldApplied: true,
      ArchiveQuotaGB: 100,
      RecoverableItemsQuotaGB: null,
    });
    const title = 'Mailbox is on hold, and no hold is named';
    const at = mailboxProperties.highlights?.findIndex((highlight) => highlight.title === title) ?? -1;
    const find = compileHighlights(mailboxProperties, 0);
    const names = Object.keys(mailboxProperties.columns);
    const highlightOf = ({ cells, incomplete }: CollectedRow) => {
      const unknown = new Set(incomplete.map((name) => names.indexOf(name)));
      const { ofRows, possible } = find?.([{ ...readRow('a@x.y', Object.values(cells)), incomplete: unknown }]) ?? {};
      return possible?.includes(at) === true ? 'possible' : ofRows?.[0]?.includes(at);
    };
    expect([held, rowOf({}), rowOf({ DelayHoldApplied: true, LitigationHoldEnabled: true })].map(highlightOf)).toEqual([
      true,
      false,
      false,
    ]);
    expect(highlightOf(rowOf({ DelayHoldApplied: true, InPlaceHolds: ['mbx1'] }))).toBe(false);
    expect(highlightOf(rowOf({}, ['DelayReleaseHoldApplied']))).toBe('possible');
    expect(highlightOf(rowOf({ ComplianceTagHoldApplied: true }, ['DelayReleaseHoldApplied']))).toBe(true);
  });

  test.each<Json>([[], {}, false, 7])('does not know the date of a hold that is %j', (LitigationHoldDate) => {
    expect(rowOf({ LitigationHoldDate })).toMatchObject({
      cells: { LitigationHoldDate: null },
      incomplete: ['LitigationHoldDate'],
    });
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

  test('leaves unlimited quotas and limits blank, which are known', () => {
    const unlimited = { ProhibitSendReceiveQuota: 'Unlimited', MaxSendSize: 'Unlimited', RecipientLimits: 'Unlimited' };
    const { cells, incomplete } = rowOf(unlimited);
    const { ProhibitSendReceiveQuotaGB, MaxSendSizeMB, RecipientLimits } = cells;
    expect([ProhibitSendReceiveQuotaGB, MaxSendSizeMB, RecipientLimits, incomplete]).toEqual([null, null, null, []]);
  });

  test('does not know a limit of recipients that is neither a number nor unlimited', () => {
    expect(rowOf({ RecipientLimits: 'Default' })).toMatchObject({
      cells: { RecipientLimits: 'inconclusive' },
      incomplete: ['RecipientLimits'],
    });
  });

  test.each([
    ['49.5 GB (53,150,220,288 bytes)', 49.5],
    ['1.234 GB (1,325,000,000 bytes)', 1.23],
    ['99 GB (106,300,440,576 bytes)', 99],
    ['0 B (0 bytes)', 0],
  ])('shows a quota of %s as %d', (quota, gigabytes) => {
    expect(rowOf({ ProhibitSendReceiveQuota: quota }).cells.ProhibitSendReceiveQuotaGB).toBe(gigabytes);
  });

  const room = { RecipientTypeDetails: 'RoomMailbox' };
  const config = (AuditDisabled: Json): JsonObject => ({ organization: { config: { AuditDisabled } } });
  test.each<[string, string, JsonObject, readonly string[]]>([
    ['yes', 'a user', {}, []],
    ['yes', 'a user whose AuditEnabled is ignored', { AuditEnabled: false }, []],
    ['yes', 'a user without AuditEnabled in the answer', {}, ['AuditEnabled']],
    ['yes', 'a room with AuditEnabled', room, []],
    ['inconclusive', 'a room without AuditEnabled in the answer', room, ['AuditEnabled']],
    ['inconclusive', 'a mailbox without its type', {}, ['RecipientTypeDetails']],
    [
      'no',
      'an account that bypasses auditing in an unknown organization',
      { bypass: [{ AuditBypassEnabled: true }] },
      ['organization'],
    ],
    ['no', 'a room without AuditEnabled', { ...room, AuditEnabled: false }, []],
    ['no', 'an organization without auditing', config(true), []],
    ['no', 'an organization without auditing, of which nothing else is known', config(true), ['bypass']],
    ['no', 'an account that bypasses auditing', { bypass: [{ AuditBypassEnabled: true }] }, []],
    ['inconclusive', 'an unknown organization', { organization: { config: {} } }, []],
    ['inconclusive', 'an organization without the setting', {}, ['organization']],
    ['inconclusive', 'an organization whose setting is null', config(null), []],
    ['inconclusive', 'an unknown bypass', { bypass: [] }, []],
    ['inconclusive', 'a bypass without the setting', { bypass: [{}] }, []],
    ['inconclusive', 'a mailbox of a new type', { RecipientTypeDetails: 'NewMailbox', AuditEnabled: false }, []],
  ])('Audited is %s for %s', (expected, _case, changes, without) => {
    const { cells, incomplete } = rowOf(changes, without);
    const unknown = expected === 'inconclusive';
    expect([cells.Audited, incomplete.includes('Audited')]).toEqual([unknown ? null : expected, unknown]);
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
    collectedRows(clientAccess, { ImapEnabled: true, ...own, organization: { transport: organization } })[0];

  test.each<[JsonObject, JsonObject, string | null, boolean]>([
    [{ SmtpClientAuthenticationDisabled: true }, { SmtpClientAuthenticationDisabled: false }, 'disabled', false],
    [{ SmtpClientAuthenticationDisabled: false }, { SmtpClientAuthenticationDisabled: true }, 'enabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, { SmtpClientAuthenticationDisabled: true }, 'disabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, { SmtpClientAuthenticationDisabled: false }, 'enabled', false],
    [{ SmtpClientAuthenticationDisabled: null }, {}, null, true],
    [{}, { SmtpClientAuthenticationDisabled: true }, null, true],
  ])('derives SMTP AUTH from %j of the mailbox and %j of the organization', (own, organization, expected, unknown) => {
    const found = row(own, organization);
    expect(found?.cells.SmtpAuth).toBe(expected);
    expect(found?.incomplete.includes('SmtpAuth')).toBe(unknown);
  });
});

describe('the column Ews of client-access', () => {
  const apps = { EwsAllowedAppIDs: '9e2f2f9b-5f0a-4a0c-8d0e-3a1b6c7d8e9f' };
  test.each<[string, Json, JsonObject]>([
    ['blocked', false, { EwsEnabled: true, ...apps }],
    ['blocked', false, {}],
    ['blocked', true, { EwsEnabled: false }],
    ['blocked', null, { EwsEnabled: false, ...apps }],
    ['blocked', true, { EwsEnabled: true, EwsAllowedAppIDs: null }],
    ['blocked', null, { EwsEnabled: true, EwsAllowedAppIDs: '' }],
    ['blocked', null, { EwsEnabled: true, EwsAllowedAppIDs: [] }],
    ['allow-listed', true, { EwsEnabled: true, ...apps }],
    ['allow-listed', null, { EwsEnabled: true, EwsAllowedAppIDs: ['a'] }],
    ['allowed', true, { EwsEnabled: null, ...apps }],
    ['allowed', null, { EwsEnabled: null }],
    ['inconclusive', true, apps],
    ['inconclusive', true, {}],
    ['inconclusive', true, { EwsEnabled: true }],
  ])('is %s for %j of the mailbox and %j of the organization', (expected, EwsEnabled, config) => {
    const [found] = collectedRows(clientAccess, { EwsEnabled, organization: { config } });
    const unknown = expected === 'inconclusive';
    expect([found?.cells.Ews, found?.incomplete.includes('Ews')]).toEqual([unknown ? null : expected, unknown]);
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

  test('knows trustees by their IDs, which are no cells', () => {
    const found = rows({
      value: [{ ...FULL, UserSid: 'S-1-5-21-1', InheritanceType: 'All' }],
      sendAs: [
        { Trustee: 'kim', TrusteeSidString: 'S-1-5-21-2', AccessRights: ['SendAs'], AccessControlType: 'Allow' },
      ],
      mailbox: [{ GrantSendOnBehalfTo: ['Lee', 'Gone'] }],
      recipientIds: { Lee: 'c0ffee00-0000-4000-8000-000000000001' },
    });
    expect(found.map(({ identity }) => identity)).toEqual([
      { TrusteeId: 'S-1-5-21-1', Inheritance: 'All' },
      { TrusteeId: 'S-1-5-21-2' },
      { TrusteeId: 'c0ffee00-0000-4000-8000-000000000001', Name: 'Lee' },
      { Name: 'Gone' },
    ]);
  });

  test('has one spelling for documented rights, and shows others as they are', () => {
    const found = rows({ value: [{ ...FULL, AccessRights: ['fullaccess, READPERMISSION, Other'] }] });
    expect(found.map(({ cells }) => cells.Right)).toEqual(['FullAccess', 'ReadPermission', 'Other']);
  });

  test('has no row for a mailbox without grants', () => {
    expect(rows({})).toEqual([]);
  });

  test("leaves out what every mailbox inherits to Microsoft's own trustees, but no other grant to them", () => {
    const inherited = (User: string | null, UserSid = 'S-1-5-21-1-2-3-4567'): JsonObject => ({
      User,
      UserSid,
      AccessRights: ['FullAccess'],
      IsInherited: true,
      Deny: false,
    });
    const system = [
      inherited('EURPR05A010\\Exchange Servers'),
      inherited('PRDTSB01\\jitusers'),
      inherited('nt authority\\system'),
      inherited('EURPR05A010\\Administradores', 'S-1-5-21-1-2-3-512'),
      inherited(null, 'S-1-5-18'),
    ];
    const others = [
      { ...inherited('EURPR05A010\\Exchange Servers'), IsInherited: false },
      { ...inherited('PRDTSB01\\JitUsers'), IsInherited: null },
      inherited('EURPR05A010\\Exchange Servers of Eve'),
      inherited('Exchange Servers'),
      inherited('a\\b\\Exchange Servers'),
      inherited('eve@contoso.com', 'S-1-5-21-1-2-3-5120'),
    ];
    const changes = { value: [...system, ...others] };
    expect(rows(changes).map(({ cells }) => cells.Trustee)).toEqual(others.map(({ User }) => User));
    const kept = collectedRows({ ...mailboxPermissions, systemTrustees: true }, { ...NONE, ...changes });
    expect(kept).toHaveLength(system.length + others.length);
  });

  test('has an unknown row if the delegates, and an unknown cell if a property, are left out', () => {
    expect(rows({ mailbox: [{}] }).map(({ incomplete }) => incomplete)).toEqual([
      ['Right', 'Trustee', 'Inherited', 'Deny'],
    ]);
    expect(rows({ value: [FULL] })).toMatchObject([{ cells: { Deny: null }, incomplete: ['Deny'] }]);
    expect(rows({ value: [{ ...FULL, Deny: null, IsInherited: null }] })).toMatchObject([
      { cells: { Deny: null, Inherited: null }, incomplete: ['Inherited', 'Deny'] },
    ]);
  });

  test('has a further row without known cells if Exchange has rejected a switch', () => {
    const found = rows({ value: [{ ...FULL, Deny: false }], rejected: ['IncludeUnresolvedPermissions'] });
    expect(found.map(({ incomplete }) => incomplete)).toEqual([[], ['Right', 'Trustee', 'Inherited', 'Deny']]);
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
