import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { organization } from '../../../src/reports/built-in/organization.ts';
import { shownOf, type Known } from '../../../src/reports/known.ts';
import type { CmdletObjects, TableContext } from '../../../src/reports/table.ts';
import { openExchange, type ExchangeOffice } from '../../tenant/exchange/exchange-office.ts';
import { COLUMNS_OF_PART } from './organization-columns.ts';

const CONTEXT: TableContext = { now: Date.parse('2026-12-01T08:00:00Z'), inside: undefined };
let office: ExchangeOffice;
/** What the cmdlets of the table return in the embedded tenant. */
let answers: CmdletObjects;

beforeAll(async () => {
  office = await openExchange({ mailboxes: 60 });
  const parts = Object.entries(organization.cmdlets).map(async ([name, part]) => {
    const { cmdlet, parameters = {}, select, many = false } = part;
    const switches = name === 'config' ? { RetrieveEwsOperationAccessPolicy: true } : {};
    const rows = await office.rows(cmdlet, { ...parameters, ...switches }, { select });
    return [name, many ? rows : (rows[0] ?? {})] as const;
  });
  answers = Object.fromEntries(await Promise.all(parts));
});
afterAll(() => office.close());

function cells(changes: CmdletObjects = {}, context = CONTEXT): Readonly<Record<string, Known<Json>>> {
  const objects = { ...answers, ...changes };
  return Object.fromEntries(Object.entries(organization.made).map(([name, cell]) => [name, cell(objects, context)]));
}

/** What a cell says; of one that is not fully known, that, and what it shows. */
function said(column: string, changes: CmdletObjects = {}, context = CONTEXT): Json | { readonly unknown: Json } {
  const cell = cells(changes, context)[column];
  return cell?.isKnown === true ? cell.value : { unknown: shownOf(cell) ?? null };
}

function objectsAt(name: string): JsonObject[] {
  return [answers[name] ?? []].flat();
}

function without<T>(object: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** What is known in one row and not the same in another. */
function differing(changed: Readonly<Record<string, Known<Json>>>): readonly string[] {
  return Object.entries(cells()).flatMap(([name, cell]) =>
    JSON.stringify(cell) === JSON.stringify(changed[name]) ? [] : [name],
  );
}

test('has every column of what the cmdlets of the embedded tenant return, and knows all cells', () => {
  const row = Object.fromEntries(Object.entries(cells()).map(([name, cell]) => [name, cell.isKnown && cell.value]));
  const bypasses = objectsAt('bypasses').filter(({ AuditBypassEnabled }) => AuditBypassEnabled === true);
  expect(bypasses.length).toBeGreaterThan(0);
  expect(row).toEqual({
    Name: 'contoso.onmicrosoft.com',
    Audited: 'yes',
    UnifiedAuditLog: 'on',
    AuditBypass: bypasses.map(({ Name }) => Name),
    AutoForwarding: 'on',
    AutoForwardingPolicies: [
      'Default: off, everyone else',
      'Partners: on, members of partner-desk@contoso.com',
      'Former (disabled): automatic, senders of contoso.onmicrosoft.com',
    ],
    OutboundExternalPerHour: 0,
    OutboundInternalPerHour: 0,
    OutboundPerDay: 0,
    OutboundAction: 'BlockUserForToday',
    OutboundNotices: ['Default: notice, to soc@contoso.com', 'Partners: copy, to audit@contoso.com, soc@contoso.com'],
    RemoteDomainForwarding: ['fabrikam.com'],
    ForwardingRules: [
      'Invoices: redirect to books@fabrikam.com',
      'Old supplier (disabled): copy to desk@adatum.com',
      'Leaks (test mode): redirect to review@mail.example',
      'Summer sale (not now): added recipient to agency@fabrikam.com',
    ],
    SpamBypassRules: ['Newsletter: SCL -1 for news.example'],
    SubjectTagRules: ['External: [EXTERNAL]'],
    CalendarSharing: [
      'Default Sharing Policy (disabled): Anonymous: CalendarSharingFreeBusyReviewer',
      'Default Sharing Policy (disabled): *: CalendarSharingFreeBusySimple',
      'Partners: fabrikam.com: CalendarSharingFreeBusyDetail, ContactsSharing',
    ],
    ExternalTag: 'on',
    ExternalTagAllowList: [],
    DirectSend: 'allowed',
    ModernAuth: 'on',
    SmtpAuth: 'off',
    Ews: 'allow-listed',
    MailTipsAll: true,
    MailTipsExternal: false,
    MailTipsGroupMetrics: true,
    MailTipsLargeAudience: 25,
    OwaStorageProviders: 'on',
    OwaPersonalAccounts: 'on',
    OwaPersonalCalendars: 'off',
    AddIns: ['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'],
    Bookings: 'on',
    SharedBookings: 'on',
    SafeList: 'off',
    AllowedIps: ['192.0.2.10', '198.51.100.0/24'],
    AllowedSenderDomains: ['news.example'],
    CustomerLockbox: 'off',
    Holds: ['mbx7cfb30345d454ac0a989ab3041051209:1', 'grp1a0a132ee8944501a4bb6a452ec31171:3'],
    RedirectRules: ['Invoices: redirect to books@fabrikam.com', 'Leaks (test mode): redirect to review@mail.example'],
    AutoForwardingNotOff: ['Partners: on', 'Former: automatic'],
    OutboundNoticeGaps: ['Default: copy', 'Partners: notice'],
    OutboundNoticeRecipients: ['soc@contoso.com'],
    SubjectTag: 'on',
    DefaultSharing: 'off',
    CalendarsForAllDomains: ['Default Sharing Policy'],
    ContactsForAllDomains: [],
    DefaultOwaStorageProviders: 'off',
    DefaultOwaPersonalAccounts: 'on',
    DefaultOwaPersonalCalendars: 'off',
    DefaultSharedBookings: 'on',
  });
  expect(Object.keys(row)).toEqual(Object.keys(organization.columns));
});

test('each cell comes from one cmdlet, but for those that need the domains or the rules of policies', () => {
  const all = Object.values(COLUMNS_OF_PART).flat();
  expect(new Set(all)).toEqual(new Set(Object.keys(organization.columns)));
  expect(Object.keys(COLUMNS_OF_PART)).toEqual(Object.keys(organization.cmdlets));
});

describe('without what a cmdlet returns', () => {
  test.each(Object.entries(COLUMNS_OF_PART))('%s, only its cells are unknown', (name, columns) => {
    const others = without(answers, name);
    const found = Object.fromEntries(
      Object.entries(organization.made).map(([column, cell]) => [column, cell(others, CONTEXT)]),
    );
    const unknown = Object.keys(found).filter((column) => found[column]?.isKnown !== true);
    expect(unknown.sort()).toEqual([...columns].sort());
    expect(differing(found).toSorted()).toEqual(unknown);
  });

  const PARTS = Object.entries(organization.cmdlets).flatMap(([name, { select }]) =>
    select.map((setting) => [name, setting] as const),
  );
  /** Only in the request so that an answer without the setting is one; or left out means false. */
  const WITHOUT_EFFECT =
    /^(?:transport|auditLog|roles|connectionFilters|contentFilters) Name$|Identity$|MatchSubDomains$/;

  test.each(PARTS)('%s with %s, a cell that depends on it is unknown, and no other differs', (name, setting) => {
    const objects = objectsAt(name).map((object) => without(object, setting));
    const changed = cells({ [name]: organization.cmdlets[name]?.many === true ? objects : (objects[0] ?? {}) });
    const found = differing(changed);
    expect(found.filter((column) => !COLUMNS_OF_PART[name]?.includes(column) && column !== 'ForwardingRules')).toEqual(
      [],
    );
    expect(found.filter((column) => changed[column]?.isKnown === true)).toEqual([]);
    expect(found.length > 0).toBe(!WITHOUT_EFFECT.test(`${name} ${setting}`));
  });
});

describe('AutoForwarding', () => {
  const policy = (Name: string, AutoForwardingMode: Json, IsDefault = false): JsonObject => ({
    ...objectsAt('outbound')[0],
    Name,
    IsDefault,
    AutoForwardingMode,
  });
  const rule = (HostedOutboundSpamFilterPolicy: string, State: Json): JsonObject => ({
    ...objectsAt('outboundRules')[0],
    HostedOutboundSpamFilterPolicy,
    State,
  });

  test.each<[string, Json, readonly [string, Json][], readonly (readonly [string, Json])[] | undefined]>([
    ['the mode of the only policy', 'automatic', [['Default', 'Automatic']], undefined],
    [
      'on of a policy that is in force',
      'on',
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      [['A', 'Enabled']],
    ],
    [
      'a policy that is disabled does not count',
      'off',
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      [['A', 'Disabled']],
    ],
    [
      'a policy without a rule does not count',
      'off',
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      [],
    ],
    [
      'a stricter policy does not count',
      'on',
      [
        ['Default', 'on'],
        ['A', 'Off'],
      ],
      undefined,
    ],
    [
      'a weaker policy may be in force',
      { unknown: null },
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      undefined,
    ],
    [
      'the state of a rule is not known',
      { unknown: null },
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      [['A', null]],
    ],
    [
      'a rule does not say of which policy it is',
      { unknown: null },
      [
        ['Default', 'Off'],
        ['A', 'On'],
      ],
      [['', 'Enabled']],
    ],
    ['a mode is another word', { unknown: null }, [['Default', 'Blocked']], undefined],
    ['no policy is listed', { unknown: null }, [], undefined],
  ])('is the weakest mode that is in force: %s', (_case, expected, policies, rules) => {
    const others = without(answers, 'outboundRules');
    const made = organization.made.AutoForwarding?.(
      {
        ...others,
        outbound: policies.map(([name, mode], at) => policy(name, mode, at === 0)),
        ...(rules && { outboundRules: rules.map(([name, state]) => rule(name, state)) }),
      },
      CONTEXT,
    );
    expect(made?.isKnown === true ? made.value : { unknown: null }).toEqual(expected);
  });

  test('says who a policy concerns, with all conditions and exceptions', () => {
    const conditions = {
      From: ['a@contoso.com', 'b@contoso.com'],
      FromMemberOf: null,
      SenderDomainIs: 'contoso.com',
      ExceptIfFrom: ['c@contoso.com'],
    };
    const outboundRules = [{ ...rule('A', 'Enabled'), ...conditions }];
    const outbound = [policy('Default', 'Off', true), policy('A', 'On')];
    expect(said('AutoForwardingPolicies', { outbound, outboundRules })).toEqual([
      'Default: off, everyone else',
      'A: on, a@contoso.com, b@contoso.com and senders of contoso.com, except c@contoso.com',
    ]);
    expect(said('AutoForwardingPolicies', { outbound: outbound.slice(0, 1) })).toEqual(['Default: off, everyone']);
  });
});

describe('mail flow rules', () => {
  const sending = (more: JsonObject): readonly JsonObject[] => [
    { ...objectsAt('rules')[0], Name: 'R', BlindCopyTo: null, RedirectMessageTo: ['eve@evil.example'], ...more },
  ];

  test.each<[string, Json, JsonObject]>([
    ['in force', ['R: redirect to eve@evil.example'], {}],
    [
      'disabled, which counts before test mode',
      ['R (disabled): redirect to eve@evil.example'],
      { State: 'Disabled', Mode: 'Audit' },
    ],
    ['in test mode with notices', ['R (test mode): redirect to eve@evil.example'], { Mode: 'AuditAndNotify' }],
    [
      'of the future',
      ['R (not now): redirect to eve@evil.example'],
      { ActivationDate: '2026-12-02T00:00:00.0000000+00:00' },
    ],
    ['of the past', ['R (not now): redirect to eve@evil.example'], { ExpiryDate: '2026-12-01T08:00:00.0000000+00:00' }],
    ['with a date that is none', { unknown: [] }, { ExpiryDate: '/Date(1777879881000)/' }],
    ['in an unknown mode', { unknown: [] }, { Mode: 'Test' }],
    ['without outside', [], { RedirectMessageTo: ['pat@contoso.com', 'lee@CONTOSO.onmicrosoft.com'] }],
    ['to a recipient without an address', { unknown: [] }, { RedirectMessageTo: ['Sales'] }],
    [
      'to several',
      ['R: redirect to a@x.example, blind copy to b@x.example'],
      { RedirectMessageTo: 'a@x.example', BlindCopyTo: ['b@x.example', 'pat@contoso.com'] },
    ],
    [
      'to one outside and one that may be',
      { unknown: ['R: redirect to a@x.example'] },
      { RedirectMessageTo: ['a@x.example', 'Sales'] },
    ],
  ])('are listed with what is sent outside: %s', (_case, expected, more) => {
    expect(said('ForwardingRules', { rules: sending(more) })).toEqual(expected);
  });

  test('count as inside what the inputs say, else the accepted domains, with subdomains if Exchange accepts these', () => {
    const rules = sending({ RedirectMessageTo: ['a@mail.contoso.com', 'b@fabrikam.com'] });
    const domains = objectsAt('domains').map((domain) => ({ ...domain, MatchSubDomains: true }));
    expect(said('ForwardingRules', { rules })).toEqual(['R: redirect to a@mail.contoso.com, b@fabrikam.com']);
    expect(said('ForwardingRules', { rules, domains })).toEqual(['R: redirect to b@fabrikam.com']);
    const context = { ...CONTEXT, inside: internalDomains(['fabrikam.com']) };
    expect(said('ForwardingRules', { rules, domains }, context)).toEqual(['R: redirect to a@mail.contoso.com']);
    expect(said('ForwardingRules', { rules, domains: [] })).toEqual({ unknown: [] });
    // A control asks for the accepted domains.
    expect(said('RedirectRules', { rules, domains }, context)).toEqual(['R: redirect to b@fabrikam.com']);
    expect(said('RedirectRules', { rules, domains: [] }, context)).toEqual({ unknown: [] });
  });

  test('are no bypass for one sender, and no tag for mail from inside', () => {
    const rules = [
      { ...objectsAt('rules')[0], SetSCL: -1, FromScope: 'InOrganization', PrependSubject: '[X]' },
      { ...objectsAt('rules')[0], SetSCL: 5, SenderDomainIs: ['x.example'], FromScope: 'NotInOrganization' },
    ];
    expect([said('SpamBypassRules', { rules }), said('SubjectTagRules', { rules })]).toEqual([[], []]);
  });

  test.each<[Json, Json]>([
    ['-1', ['Newsletter: SCL -1 for news.example']],
    [null, []],
    ['0', []],
    ['high', { unknown: [] }],
    [true, { unknown: [] }],
  ])('are a bypass only by a level that is -1: %j', (SetSCL, expected) => {
    const [rule] = objectsAt('rules');
    const rules = [{ ...rule, Name: 'Newsletter', SetSCL, SenderDomainIs: ['news.example'] }];
    expect(said('SpamBypassRules', { rules })).toEqual(expected);
  });
});

describe('settings of several policies', () => {
  test.each<[Json, readonly Json[]]>([
    ['on', [false, true]],
    ['on', [true, null]],
    ['off', [false, false]],
    [{ unknown: null }, [false, null]],
    [{ unknown: null }, []],
  ])('are %j if the policies have %j', (expected, values) => {
    const owa = values.map((PersonalAccountsEnabled) => ({ PersonalAccountsEnabled }));
    expect(said('OwaPersonalAccounts', { owa })).toEqual(expected);
  });

  test('say of the default one, unless it is uncertain which that is', () => {
    const [first = {}, second = {}] = objectsAt('roles');
    expect(said('AddIns', { roles: [{ ...first, AssignedRoles: ['my custom apps', 'Other'] }, second] })).toEqual([
      'My Custom Apps',
    ]);
    expect(said('AddIns', { roles: [first, { ...second, IsDefault: true }] })).toEqual({ unknown: null });
  });

  test('show domains that are objects', () => {
    const contentFilters = [{ AllowedSenderDomains: [{ Domain: 'x.example' }] }, { AllowedSenderDomains: [7] }];
    expect(said('AllowedSenderDomains', { contentFilters })).toEqual({ unknown: ['x.example'] });
  });
});

test.each<[Json, JsonObject]>([
  ['blocked', { EwsEnabled: false }],
  ['allowed', { EwsEnabled: null }],
  ['blocked', { EwsEnabled: true, EwsAllowedAppIDs: null }],
  ['blocked', { EwsEnabled: true, EwsAllowedAppIDs: [] }],
  ['allow-listed', { EwsEnabled: true, EwsAllowedAppIDs: ['a'] }],
  [{ unknown: null }, { EwsEnabled: true }],
  [{ unknown: null }, {}],
])('Ews is %j for %j', (expected, config) => {
  expect(said('Ews', { config })).toEqual(expected);
});
