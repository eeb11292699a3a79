import { APPLICATION_LISTINGS } from '../world/applications.ts';
import { mayLast } from '../world/lasting.ts';
import type { World } from '../world/world.ts';
import { RESOURCES } from '../world/refused.ts';
import { NEW_WORDS } from '../world/new-words.ts';
import { asText, member } from './cells.ts';
import type { Facts, JsonObject, MailboxFacts } from './facts.ts';
import { isOfOtherType, isSame, oddAnswersOf, replacedIn, withOddAnswers } from './odd-answers.ts';
import { needsStatistics } from './reports/archives.ts';
import { accountOf } from './reports/listings.ts';
import type { Status } from './run.ts';

type Faults = World['faults'];

/** What faults that outlast retries hide of a tenant. All that they do not name is seen. */
export interface Hidden {
  /** What is left of the tenant. */
  readonly facts: Facts;
  /** The statuses of a report of a mailbox that cannot be read because of a fault; undefined: no fault concerns it. */
  readonly statusesOf: (report: string, address: string) => readonly Status[] | undefined;
  /** The statuses of a report of a mailbox that are right too, because a fault may or may not outlast the retries. */
  readonly lasting: (report: string, address: string) => readonly Status[];
  /**
   * Whether a listing of Exchange ends early: the run has no result then, because mailboxes would be missing. Undefined: only if the run
   * needs the listing for an address that another one lacks.
   */
  readonly endsRun: (reports: readonly string[]) => boolean | undefined;
  /** Listings without which cells are unknown. */
  readonly missing: ReadonlySet<MissingListing>;
  /** Cmdlets that are denied or fail, and listings of `APPLICATION_LISTINGS`. */
  readonly unread: ReadonlySet<string>;
}

export type MissingListing = 'sign-ins' | 'registrations' | 'part-numbers';

const SINGLE = ['mailbox-settings', 'automatic-replies', 'regional'];
/** Reports that are pages of a collection. */
const PAGED = ['inbox-rules', 'calendar-permissions', 'folders'];
/** The status that each answer of Graph about a mailbox means. */
const OF_ERRORS: Readonly<Record<string, Status>> = {
  'not-enabled': 'no-mailbox',
  'on-premises': 'no-mailbox',
  full: 'failed',
  disabled: 'failed',
  moving: 'failed',
  stale: 'failed',
  'too-many-objects': 'throttled',
};
/** The reports that a cmdlet is needed for. All but the third list the whole organization. */
const OF_CMDLETS: Readonly<Record<string, readonly string[]>> = {
  'Get-Mailbox': ['mailbox-properties', 'mailbox-permissions', 'archives'],
  'Get-CASMailbox': ['client-access'],
  'Get-MailboxPermission': ['mailbox-permissions'],
  'Get-RecipientPermission': ['mailbox-permissions'],
};

const PER_MAILBOX = ['Get-MailboxPermission', 'Get-MailboxStatistics'];
const STATISTICS = 'Get-MailboxStatistics';

/** What a run can see of a tenant in spite of its faults. @param denied cmdlets that the roles of the application lack */
export function hiddenBy(faults: Faults, facts: Facts, denied: readonly string[] = []): Hidden {
  return {
    facts: {
      ...facts,
      mailboxes: Object.fromEntries(
        Object.entries(facts.mailboxes).map(([address, of]) => [
          address,
          seenOf(faults, address, withOddAnswers(faults, address, withNewWords(faults, of))),
        ]),
      ),
      directory: {
        ...facts.directory,
        mailboxes: facts.directory.mailboxes.map((mailbox) =>
          oddAnswersOf(faults, 'Get-Mailbox', asText(mailbox.UserPrincipalName)).reduce(replacedIn, mailbox),
        ),
      },
      listings: {
        ...facts.listings,
        users: usersOf(faults, facts).map((user) =>
          oddAnswersOf(faults, 'users', asText(user.userPrincipalName)).reduce(replacedIn, user),
        ),
      },
      cmdlets: cmdletsOf(faults, facts, denied),
      deleted: deletedOf(faults, facts),
    },
    statusesOf: (report, address) => statusesOf(faults, report, address, facts),
    lasting: (report, address) => lastingStatuses(faults, report, address, facts),
    endsRun: (reports) => endsRun(faults, reports),
    missing: missingListings(faults),
    unread: new Set([...denied, ...unreadBy(faults)]),
  };
}

/** Listings of several. */
const PARTS: Readonly<Record<string, readonly string[]>> = { permissions: ['graph', 'exchange'] };

/** Every organization has roles, so that an empty answer about them says nothing. */
function unreadBy({ exchangeServerError, exchangeAnswers = {}, altered = [] }: Faults): readonly string[] {
  const denied = altered.map(({ request }) => request);
  return [
    ...(exchangeServerError?.cmdlets ?? []),
    ...Object.keys(exchangeAnswers),
    ...Object.entries(APPLICATION_LISTINGS).flatMap(([name, request]) =>
      denied.includes(request) ? (PARTS[name] ?? [name]) : [],
    ),
  ];
}

function endsRun({ exchangeServerError }: Faults, reports: readonly string[]): boolean | undefined {
  const listings = (exchangeServerError?.cmdlets ?? []).filter((cmdlet) => !PER_MAILBOX.includes(cmdlet));
  if (listings.some((cmdlet) => reports.some((report) => OF_CMDLETS[cmdlet]?.includes(report)))) return true;
  return listings.includes('Get-Mailbox') && reports.includes('client-access') ? undefined : false;
}

function statusesOf(faults: Faults, report: string, address: string, facts: Facts): readonly Status[] | undefined {
  const { mailboxErrors = {}, exchangeServerError, exchangeAnswers = {}, listings } = faults;
  const own = facts.mailboxes[address.toLowerCase()];
  const has = (which: { readonly addresses: readonly string[] } | object | undefined): boolean =>
    which !== undefined && 'addresses' in which && names(which.addresses, address);
  if ([...SINGLE, ...PAGED].includes(report)) {
    const [error] = Object.entries(mailboxErrors).find(([, addresses]) => names(addresses, address)) ?? [];
    // Of several, the tenant knows the last one.
    if (error !== undefined) return [OF_ERRORS[error] ?? 'failed'];
    if (has(faults.alwaysUnavailable)) return ['failed'];
    if (has(faults.alwaysThrottled)) return ['throttled'];
    // Graph looks for the mailbox first.
    if ((own?.status ?? facts.directory.statuses[address.toLowerCase()]) !== 'ok') return undefined;
    const refused = refusalOf(faults, report, address);
    if (refused !== undefined) return [refused];
    const isCut = PAGED.includes(report) && (has(faults.foreignNextLink) || has(faults.loopingPages));
    return isCut || isOdd(faults, report, address, facts) ? ['failed'] : undefined;
  }
  if (report === 'accounts') {
    if (listings?.users?.denied === true) return ['access-denied'];
    return isOdd(faults, report, address, facts) ? ['failed'] : undefined;
  }
  // Exchange does not know the mailbox.
  if (own?.mailbox === undefined) return undefined;
  if (report === 'archives' && exchangeServerError?.cmdlets?.includes(STATISTICS) === true) {
    // It runs for some mailboxes alone.
    return needsStatistics(seenOf(faults, address, own)) ? ['failed'] : undefined;
  }
  if (isOdd(faults, report, address, facts)) return ['failed'];
  // Each mailbox has rights of its own, so that an empty answer of these cmdlets says nothing.
  const cmdlets = [...(exchangeServerError?.cmdlets ?? []), ...Object.keys(exchangeAnswers)];
  return cmdlets.some((cmdlet) => OF_CMDLETS[cmdlet]?.includes(report)) ? ['failed'] : undefined;
}

function lastingStatuses(faults: Faults, report: string, address: string, facts: Facts): readonly Status[] {
  const { graph, cmdlets } = mayLast(faults, address);
  const of = facts.mailboxes[address.toLowerCase()];
  const isOfCmdlets =
    report === 'mailbox-permissions' ||
    (report === 'archives' && of !== undefined && needsStatistics(seenOf(faults, address, of)));
  const isOpen = [...SINGLE, ...PAGED].includes(report) ? graph : cmdlets && isOfCmdlets && of?.mailbox !== undefined;
  return isOpen ? ['throttled', 'failed'] : [];
}

function isOdd(faults: Faults, report: string, address: string, facts: Facts): boolean {
  const of = facts.mailboxes[address.toLowerCase()];
  if (of === undefined || faults.altered === undefined) return false;
  const account = accountOf(address, { ...facts, listings: { ...facts.listings, users: usersOf(faults, facts) } });
  return isOfOtherType(faults, report, address, seenOf(faults, address, withNewWords(faults, of)), account);
}

/** What an error about one resource means: the mailbox is known, so that only the resource may be missing. */
function refusalOf({ refusedResources = [] }: Faults, report: string, address: string): Status | undefined {
  const refused = refusedResources.find(
    (each) => RESOURCES[each.resource]?.includes(report) && 'addresses' in each && names(each.addresses, address),
  );
  return refused === undefined ? undefined : refused.status === 403 ? 'access-denied' : 'failed';
}

function names(addresses: unknown, address: string): boolean {
  return Array.isArray(addresses) && addresses.some((each) => String(each).toLowerCase() === address.toLowerCase());
}

/** A mailbox without the properties that answers leave out. */
function seenOf({ exchangeAbsent: absent, exchangeAnswers }: Faults, address: string, of: MailboxFacts): MailboxFacts {
  const isAbsent = absent !== undefined && 'addresses' in absent && names(absent.addresses, address);
  if (exchangeAnswers?.[STATISTICS] !== undefined) return { ...of, archive: undefined, primary: undefined };
  if (!isAbsent) return of;
  const left = (object: JsonObject | undefined): JsonObject | undefined =>
    object === undefined ? undefined : without(object, absent.properties);
  const { mailbox, clientAccess, archive, primary } = of;
  return {
    ...of,
    mailbox: left(mailbox),
    clientAccess: left(clientAccess),
    archive: left(archive),
    primary: left(primary),
  };
}

/** A mailbox with the words that its answers have instead, and without the members that they lack. */
function withNewWords({ altered = [] }: Faults, of: MailboxFacts): MailboxFacts {
  const words = Object.values(NEW_WORDS).filter((word) => altered.some((each) => isSame(each, word)));
  return words.reduce<MailboxFacts>((before, word) => {
    const { settings, calendarPermissions } = before;
    if (word.request.includes('/mailboxSettings')) return { ...before, settings: replacedIn(settings, word) };
    if (!word.request.includes('/calendarPermissions')) return before;
    return { ...before, calendarPermissions: calendarPermissions.map((each) => replacedIn(each, word)) };
  }, of);
}

function usersOf({ listings }: Faults, facts: Facts): readonly JsonObject[] {
  const { denied = false, without = [], upperCase = false } = listings?.users ?? {};
  if (denied) return [];
  const left = (facts.listings.users ?? []).filter(
    (user) => !names(without, asText(member(user, 'userPrincipalName'))),
  );
  return upperCase
    ? left.map((user) => ({ ...user, userPrincipalName: asText(member(user, 'userPrincipalName')).toUpperCase() }))
    : left;
}

/** Mailboxes without an account, without the properties that answers leave out. */
function deletedOf({ exchangeServerError, exchangeAbsent: absent }: Faults, { deleted }: Facts): Facts['deleted'] {
  if (deleted === undefined || exchangeServerError?.cmdlets?.includes('Get-Mailbox') === true) return undefined;
  if (absent === undefined || !('addresses' in absent)) return deleted;
  const left = (objects: readonly JsonObject[]): readonly JsonObject[] =>
    objects.map((object) =>
      names(absent.addresses, asText(object.UserPrincipalName)) ? without(object, absent.properties) : object,
    );
  return { softDeleted: left(deleted.softDeleted), inactive: left(deleted.inactive) };
}

/** Cmdlets about the organization of which a tenant may have nothing: of any other, an answer without an object is none. */
const PERHAPS_NONE = [
  'Get-HostedOutboundSpamFilterRule',
  'Get-TransportRule',
  'Get-DistributionGroup',
  'Get-DynamicDistributionGroup',
  'Get-UnifiedGroup',
];

/** What cmdlets about the organization return: nothing of those that fail each time. */
function cmdletsOf(
  { exchangeServerError, exchangeAnswers = {}, exchangeAbsent: absent }: Faults,
  { cmdlets }: Facts,
  denied: readonly string[],
): Facts['cmdlets'] {
  const failed = [
    ...denied,
    ...(exchangeServerError?.cmdlets ?? []),
    ...Object.keys(exchangeAnswers).filter((name) => !PERHAPS_NONE.includes(name)),
  ];
  const answered = Object.entries(cmdlets).filter(([name]) => !failed.includes(name));
  return Object.fromEntries(
    answered.map(([name, objects]) => {
      if (exchangeAnswers[name] !== undefined) return [name, []];
      const lacks = (object: JsonObject): boolean =>
        absent?.cmdlets?.includes(name) === true ||
        (absent !== undefined && 'addresses' in absent && names(absent.addresses, asText(object.UserPrincipalName)));
      return [name, objects.map((object) => (lacks(object) ? without(object, absent?.properties ?? []) : object))];
    }),
  );
}

function without(object: JsonObject, properties: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !properties.includes(name)));
}

function missingListings({ listings = {} }: Faults): ReadonlySet<MissingListing> {
  const { users, userRegistrationDetails: registrations, subscribedSkus: skus } = listings;
  return new Set<MissingListing>([
    ...(users?.free === true ? (['sign-ins'] as const) : []),
    ...(registrations?.free === true || registrations?.denied === true ? (['registrations'] as const) : []),
    ...(skus?.denied === true ? (['part-numbers'] as const) : []),
  ]);
}
