import type { Faults } from '../../tenant/tenant.ts';
import { APPLICATION_LISTINGS } from './applications.ts';
import { lastingOf, SURE_TIMES } from './lasting.ts';
import { NEW_WORDS } from './new-words.ts';
import { oddAnswerOf, type Read } from './odd-answers.ts';
import type { Left } from './parts.ts';
import { refusedOf } from './refused.ts';
import type { Draws, Streams } from './streams.ts';

const MOST_FAULTS = 3;

/** Draws a fault of some mailboxes. */
type Wrong = (draws: Draws, addresses: readonly string[]) => Faults;

const few = (draws: Draws, addresses: readonly string[]): readonly string[] =>
  draws.some(addresses, draws.between(1, 2));
const CMDLETS = ['Get-Mailbox', 'Get-CASMailbox', 'Get-MailboxPermission', 'Get-RecipientPermission'];

const APPLICATION_CMDLETS = [
  'Get-ManagementRoleAssignment',
  'Get-ServicePrincipal',
  'Get-ManagementScope',
  'Get-ApplicationAccessPolicy',
];

const ADDRESS_CMDLETS = [
  'Get-AcceptedDomain',
  'Get-TransportRule',
  'Get-DistributionGroup',
  'Get-DynamicDistributionGroup',
  'Get-UnifiedGroup',
];

/** Faults that retries overcome: nothing may be unknown after them. */
const PASSING: Readonly<Record<string, Wrong>> = {
  mailboxThrottle: (draws, addresses) => ({
    mailboxThrottle: {
      addresses: few(draws, addresses),
      times: draws.between(1, SURE_TIMES),
      retryAfter: draws.pick([0.5, 20, 'none' as const]),
    },
  }),
  batch429: (draws) => ({ batch429: { first: draws.between(1, 3), retryAfter: draws.pick([1, 30, { date: 5 }]) } }),
  batch503: (draws) => ({ batch503: { first: draws.between(1, 3), retryAfter: draws.pick([2, 'none' as const]) } }),
  gatewayHtml: (draws) => ({ gatewayHtml: { first: draws.between(1, 2) } }),
  html200: (draws) => ({ html200: { first: draws.between(1, 2) } }),
  reset: (draws) => ({ reset: draws.pick([{ first: 2 }, { every: 5 }]) }),
  malformedJson: (draws) => ({ malformedJson: draws.pick([{ first: 2 }, { every: 6 }]) }),
  slowBody: (draws) => ({ slowBody: { every: 3, ms: draws.between(5, 2_000) } }),
  missingAnswers: (draws) => ({ missingAnswers: { rate: draws.pick([0.05, 0.15]) } }),
  item503: (draws) => ({ item503: { rate: 0.1, retryAfter: draws.pick([1, 'none' as const]) } }),
  itemThrottle: () => ({ itemThrottle: { rate: 0.05, retryAfter: 10 } }),
  emptyPages: (draws, addresses) => ({ emptyPages: { addresses: few(draws, addresses), pages: draws.between(1, 2) } }),
  tokenThrottle: (draws) => ({ tokenThrottle: { times: draws.between(1, 2), retryAfter: 5 } }),
  tokenUnavailable: () => ({ tokenUnavailable: { times: 1 } }),
  listingThrottled: (draws) => ({
    listings: { users: { throttled: { times: draws.between(1, 2), retryAfter: 12 } } },
  }),
  listingUpperCase: () => ({ listings: { users: { upperCase: true } } }),
  exchangeThrottle: (draws) => ({ exchangeThrottle: { first: draws.between(1, 3), retryAfter: draws.pick([3, 20]) } }),
  exchangeUnavailable: (draws) => ({ exchangeUnavailable: { first: draws.between(1, 2) } }),
  exchangeTransient: () => ({ exchangeTransient: { every: 9 } }),
  exchangeReset: () => ({ exchangeReset: { first: 1 } }),
  exchangeEmptyPages: () => ({ exchangeEmptyPages: { cmdlets: [...CMDLETS, 'Get-Recipient'] } }),
  exchangeForgottenSelect: () => ({ exchangeForgottenSelect: {} }),
  exchangeExpiredLinks: () => ({ exchangeExpiredLinks: { times: 1 } }),
  exchangeMissingAnswers: () => ({ exchangeMissingAnswers: { every: 7 } }),
  // Pages that the service does not answer in time: the cmdlet can be run for each mailbox.
  exchangeSlow: () => ({ exchangeSlow: { mostRows: 5, cmdlets: ['Get-RecipientPermission'] } }),
};

/** Faults that outlast retries: what they hide is unknown, and nothing else. */
const HIDING: Readonly<Record<string, Wrong>> = {
  mailboxErrors: (draws, addresses) => ({
    mailboxErrors: {
      [draws.pick(['not-enabled', 'on-premises', 'full', 'disabled', 'moving', 'stale', 'too-many-objects'] as const)]:
        few(draws, addresses),
    },
  }),
  alwaysThrottled: (draws, addresses) => ({
    alwaysThrottled: { addresses: few(draws, addresses), retryAfter: draws.pick([2, 60]) },
  }),
  alwaysUnavailable: (draws, addresses) => ({ alwaysUnavailable: { addresses: few(draws, addresses) } }),
  foreignNextLink: (draws, addresses) => ({
    foreignNextLink: { addresses: few(draws, addresses), origin: 'https://graph.example' },
  }),
  loopingPages: (draws, addresses) => ({ loopingPages: { addresses: few(draws, addresses) } }),
  listingDenied: (draws) => ({
    listings: { [draws.pick(['users', 'subscribedSkus', 'userRegistrationDetails'] as const)]: { denied: true } },
  }),
  listingFree: () => ({ listings: { users: { free: true }, userRegistrationDetails: { free: true } } }),
  listingLacks: (draws, addresses) => ({ listings: { users: { without: few(draws, addresses) } } }),
  exchangeAbsent: (draws, addresses) => ({
    exchangeAbsent: {
      addresses: few(draws, addresses),
      properties: draws.some(
        [
          'AuditEnabled',
          'ForwardingSmtpAddress',
          'LitigationHoldEnabled',
          'ImapEnabled',
          'RetainDeletedItemsFor',
          'ArchiveStatus',
          'AutoExpandingArchiveEnabled',
          'TotalItemSize',
        ],
        draws.between(1, 3),
      ),
    },
  }),
  // Not even the entry that each mailbox has of itself.
  exchangeNothing: (draws) => ({
    exchangeAnswers: { [draws.pick(['Get-MailboxPermission', 'Get-RecipientPermission'])]: { value: [] } },
  }),
  exchangeNoStatistics: () => ({ exchangeAnswers: { 'Get-MailboxStatistics': { value: [] } } }),
  exchangeFailingStatistics: () => ({ exchangeServerError: { every: 1, cmdlets: ['Get-MailboxStatistics'] } }),
  exchangeServerError: (draws) => ({ exchangeServerError: { every: 1, cmdlets: [draws.pick(CMDLETS)] } }),
};

/** Cmdlets that only tables of the tenant need, with a property that rules are about. */
const OF_TABLES = {
  'Get-AdminAuditLogConfig': 'UnifiedAuditLogIngestionEnabled',
  'Get-ExternalInOutlook': 'Enabled',
  'Get-HostedOutboundSpamFilterPolicy': 'AutoForwardingMode',
  'Get-HostedOutboundSpamFilterRule': 'State',
  'Get-RemoteDomain': 'AutoForwardEnabled',
  'Get-OwaMailboxPolicy': 'PersonalAccountsEnabled',
  'Get-RoleAssignmentPolicy': 'AssignedRoles',
  'Get-HostedConnectionFilterPolicy': 'IPAllowList',
  'Get-HostedContentFilterPolicy': 'AllowedSenderDomains',
};

/** Cmdlets of other columns, and a property without which these are unknown. */
const OF_SETTINGS: readonly (readonly [cmdlet: string, property: string])[] = [
  ['Get-SharingPolicy', 'Enabled'],
  ['Get-SharingPolicy', 'Domains'],
  ['Get-TransportRule', 'SetSCL'],
  ['Get-TransportRule', 'SenderDomainIs'],
  ['Get-TransportRule', 'FromScope'],
  ['Get-TransportRule', 'PrependSubject'],
  ['Get-OrganizationConfig', 'BookingsEnabled'],
  ['Get-OwaMailboxPolicy', 'BookingsMailboxCreationEnabled'],
  ['Get-HostedOutboundSpamFilterPolicy', 'IsDefault'],
  ['Get-HostedOutboundSpamFilterPolicy', 'NotifyOutboundSpamRecipients'],
  ['Get-HostedOutboundSpamFilterPolicy', 'BccSuspiciousOutboundMail'],
  ['Get-HostedOutboundSpamFilterRule', 'ExceptIfFrom'],
  ['Get-HostedOutboundSpamFilterRule', 'Priority'],
];

/** Faults of cmdlets that tables need: what they hide is unknown, and nothing of a mailbox. */
const HIDING_TABLES: Readonly<Record<string, (draws: Draws) => Faults>> = {
  tableServerError: (draws) => ({
    exchangeServerError: { every: 1, cmdlets: draws.some(Object.keys(OF_TABLES), draws.between(1, 3)) },
  }),
  tableNothing: (draws) => ({ exchangeAnswers: { [draws.pick(Object.keys(OF_TABLES))]: { value: [] } } }),
  tableAbsent: (draws) => {
    const [cmdlet, property] = draws.pick(Object.entries(OF_TABLES));
    return { exchangeAbsent: { rate: 1, cmdlets: [cmdlet], properties: [property] } };
  },
};

/** Faults of what the reports about applications and addresses read. */
const OF_APPLICATIONS: Readonly<Record<string, Wrong>> = {
  applicationListings: (draws) => ({
    altered: draws.some(Object.values(APPLICATION_LISTINGS), draws.between(1, 2)).map((request) => ({
      request,
      status: draws.pick([403, 500]),
      body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } },
    })),
  }),
  applicationCmdlets: (draws) => ({
    exchangeServerError: { every: 1, cmdlets: draws.some(APPLICATION_CMDLETS, draws.between(1, 2)) },
  }),
  addressCmdlets: (draws) => ({
    exchangeServerError: { every: 1, cmdlets: draws.some(ADDRESS_CMDLETS, draws.between(1, 2)) },
  }),
  addressSettings: (draws) => ({
    exchangeAbsent: {
      rate: 1,
      cmdlets: ADDRESS_CMDLETS,
      properties: draws.some(['RequireSenderAuthenticationEnabled', 'DomainType', 'State'], draws.between(1, 2)),
    },
  }),
  noGroups: (draws) => ({ exchangeAnswers: { [draws.pick(ADDRESS_CMDLETS)]: { value: [] } } }),
  // An organization has roles of its own, and the application has permissions.
  noPermissions: () => ({
    altered: [{ request: APPLICATION_LISTINGS.permissions ?? '', status: 200, body: { value: [] } }],
  }),
  noRoles: () => ({ exchangeAnswers: { 'Get-ManagementRoleAssignment': { value: [] } } }),
};

export const WRONGS: Readonly<Record<string, Wrong>> = { ...PASSING, ...HIDING, ...OF_APPLICATIONS };

/**
 * @param name of the run, which the streams have
 * @param addresses of all mailboxes
 */
export function faultsOf(streams: Streams, left: Left, name: string, addresses: readonly string[], read: Read): Faults {
  const draws = streams.of(name);
  const count = draws.has(0.35) ? 0 : draws.between(1, MOST_FAULTS);
  const drawn = draws.some(Object.keys(WRONGS), count);
  // Of all that can go wrong, this is what happens every day.
  const usual = streams.has(`${name} throttled`, 0.2) ? ['batch429'] : [];
  const names = [...new Set([...drawn, ...usual])].filter((each) => left.has(name, each));
  const faults = names.reduce<Faults>((all, each) => {
    const more = WRONGS[each]?.(streams.of(`${name} ${each}`), addresses) ?? {};
    const altered = [...(all.altered ?? []), ...(more.altered ?? [])];
    // Listings have several.
    return { ...all, ...more, altered, listings: { ...all.listings, ...more.listings } };
  }, {});
  const more = withNewWord(withFaultsOfTables(faults, streams, left, name), streams, left, name);
  const odd = oddAnswerOf(streams, left, name, read);
  const small = smallPagesOf(streams, left, name, addresses);
  const { smallPages: { most } = {} } = small;
  const beside = {
    ...small,
    ...(most === undefined ? {} : { listings: { ...more.listings, users: { ...more.listings?.users, most } } }),
    ...lastingOf(streams, left, name, addresses, read),
    ...refusedOf(streams, left, name, addresses),
    ...tokensRefusedOf(streams, left, name),
  };
  return { ...more, ...beside, ...(odd.length === 0 ? {} : { altered: [...(more.altered ?? []), ...odd] }) };
}

/** Pages with fewer items than were asked for. */
function smallPagesOf(
  streams: Streams,
  left: Left,
  name: string,
  addresses: readonly string[],
): Pick<Faults, 'smallPages'> {
  const draws = streams.of(`${name} small pages`);
  if (!draws.has(0.3) || !left.has(name, 'small pages')) return {};
  return { smallPages: { addresses: draws.some(addresses, draws.between(1, 6)), most: draws.between(1, 2) } };
}

/** Services refuse tokens that have not ended, beside other faults: new ones overcome it. */
function tokensRefusedOf(streams: Streams, left: Left, name: string): Pick<Faults, 'tokensRefused'> {
  const draws = streams.of(`${name} refused tokens`);
  if (!draws.has(0.2) || !left.has(name, 'refused tokens')) return {};
  return { tokensRefused: { after: draws.between(0, 25), challenges: draws.has(0.5) } };
}

/** A word that is new to the product, beside other faults. */
function withNewWord(faults: Faults, streams: Streams, left: Left, name: string): Faults {
  const draws = streams.of(`${name} new word`);
  const word = draws.has(0.15) ? draws.pick(Object.keys(NEW_WORDS)) : undefined;
  const alteration = word === undefined ? undefined : NEW_WORDS[word];
  if (word === undefined || alteration === undefined || !left.has(name, word)) return faults;
  return { ...faults, altered: [...(faults.altered ?? []), alteration] };
}

/** Of faults that a run has already, those of tables have other cmdlets, or are left out. */
function withFaultsOfTables(faults: Faults, streams: Streams, left: Left, name: string): Faults {
  const draws = streams.of(`${name} of tables`);
  const kind = draws.has(0.3) ? draws.pick(Object.keys(HIDING_TABLES)) : undefined;
  if (kind !== undefined && left.has(name, kind)) return withMore(faults, HIDING_TABLES[kind]?.(draws) ?? {});
  const ofSettings = streams.of(`${name} of settings`);
  if (!ofSettings.has(0.15) || !left.has(name, 'settings')) return faults;
  const [cmdlet, property] = ofSettings.pick(OF_SETTINGS);
  // Mailboxes are read by the settings of the organization too.
  const fails = ofSettings.has(0.3) && cmdlet !== 'Get-OrganizationConfig';
  return withMore(
    faults,
    fails
      ? { exchangeServerError: { every: 1, cmdlets: [cmdlet] } }
      : { exchangeAbsent: { rate: 1, cmdlets: [cmdlet], properties: [property] } },
  );
}

function withMore(
  faults: Faults,
  { exchangeServerError: error, exchangeAnswers: answers, exchangeAbsent: absent }: Faults,
): Faults {
  const failed = [...(faults.exchangeServerError?.cmdlets ?? []), ...(error?.cmdlets ?? [])];
  return {
    ...faults,
    ...(error === undefined ? {} : { exchangeServerError: { every: 1, cmdlets: failed } }),
    ...(answers === undefined ? {} : { exchangeAnswers: { ...faults.exchangeAnswers, ...answers } }),
    ...(absent === undefined || faults.exchangeAbsent !== undefined ? {} : { exchangeAbsent: absent }),
  };
}
