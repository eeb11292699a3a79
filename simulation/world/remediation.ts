import { HOSTILE } from '../../tenant/habits.ts';
import type { Json, JsonObject } from '../../tenant/json.ts';
import type { Faults } from '../../tenant/tenant.ts';
import { Left } from './parts.ts';
import { namesRegister, REMEDIATION_RULES, type RemediationRule } from './remediation-rules.ts';
import { Streams, type Draws } from './streams.ts';
import type { WorldTenant } from './world.ts';

/**
 * What one number decides about changes of mailboxes: a policy, its plan, what people and services do until the plan is applied, and until
 * the changes are taken back. People and groups are numbers, which count those that the tenant has.
 */
export interface RemediationWorld {
  readonly seed: number;
  readonly without: readonly string[];
  /** Epoch ms. */
  readonly start: number;
  readonly tenant: WorldTenant;
  /** The mailboxes that may be changed, in the order of the list: the first people that both services know. */
  readonly subjects: readonly Subject[];
  /** How many addresses of the list have no mailbox. */
  readonly strangers: number;
  readonly rules: readonly RemediationRule[];
  readonly exemptions: readonly Excuse[];
  /** What the baseline has. */
  readonly accepted: readonly Excuse[];
  /** How the register has the rights of the subjects, one after another; undefined: the policy names none. */
  readonly registered: readonly Registering[] | undefined;
  /** What hides something from the plan. */
  readonly hidden: Hidden;
  readonly beforeApply: readonly Event[];
  readonly apply: Applying;
  /** Before the plan that takes the changes back, and before that plan is applied. */
  readonly beforeUndo: readonly Event[];
  readonly beforeBack: readonly Event[];
  /** How the changes are taken back: by the undo record of the apply, or by the report before it. */
  readonly back: 'undo' | 'restore';
}

/** How a mailbox is when everything begins. */
export interface Subject {
  readonly settings: JsonObject;
  readonly rules: readonly JsonObject[];
  readonly exchange: JsonObject;
  readonly fullAccess: readonly number[];
  readonly sendAs: readonly number[];
  readonly sendOnBehalf: readonly number[];
  readonly calendar: readonly { readonly who: number; readonly role: string }[];
  /** Whom mail is forwarded to. */
  readonly recipient: number | undefined;
}

/** How a register has a right. */
export type Registering = (typeof REGISTERINGS)[number];

const REGISTERINGS = [
  'yes',
  'with the ID of the mailbox',
  'with the GUID of the mailbox',
  'with the ID of another mailbox',
  'with another address of the mailbox',
  'without the ID of the trustee',
  'with the ID of somebody else',
  'with another address',
  'with another address, without the ID of the trustee',
  'for every mailbox',
  'until today',
  'until yesterday',
  'without a reason',
  'without a review',
  'not',
] as const;

/** A rule that does not concern a mailbox. */
export interface Excuse {
  readonly rule: string;
  readonly subject: number;
  /** Of an exemption, days until its last one: negative if that is over. */
  readonly days: number;
}

export interface Hidden {
  /** Subjects of whom Graph says nothing, and of whom Exchange Online leaves a property out. */
  readonly fromGraph: readonly number[];
  readonly property:
    { readonly name: string; readonly cmdlet: string; readonly subjects: readonly number[] } | undefined;
}

/** What somebody does between two runs. */
export type Event =
  | { readonly kind: 'edit'; readonly subject: number; readonly edit: Edit }
  /** Numbers choose whom it concerns. */
  | {
      readonly kind: 'identity';
      readonly change: (typeof IDENTITY_CHANGES)[number];
      readonly one: number;
      readonly other: number;
    }
  /** An account that is no subject gets the name and address of another one that had a right on the mailbox. */
  | { readonly kind: 'takeover'; readonly subject: number; readonly trustee: number; readonly other: number };

export type Edit =
  | { readonly settings: JsonObject }
  | { readonly exchange: JsonObject }
  /** All rules are replaced by this one, or none. */
  | { readonly rule: JsonObject | undefined }
  /** Takes all rights away. */
  | { readonly rights: 'none' };

export interface Applying {
  readonly faults: readonly WritingFault[];
  /** What goes wrong with requests of all kinds, for a short time. */
  readonly service: Faults;
  readonly limit: number | undefined;
  readonly maxFailures: number;
  /** The run is cancelled after so many writes. */
  readonly stopAfter: number | undefined;
}

/** How changes of one subject go wrong. */
export interface WritingFault {
  readonly subject: number;
  readonly fault: Omit<NonNullable<Faults['writes']>[number], 'addresses' | 'rate'> | 'lost' | 'late';
}

export const PEOPLE = 14;
export const GROUPS = ['Assistants', 'Board', 'Helpdesk'];
const DAY = 86_400_000;
/** All that a plan and its apply may need. */
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
/** The names of the changes of names that a world can have. */
export const IDENTITY_CHANGES = [
  'another user principal name, the former one stays an address',
  'another user principal name and address',
  'another primary address',
  'an alias that another had',
  'another name in Exchange',
  'the name in Exchange that another had',
  'two accounts swap names in Exchange',
  'an account deleted',
  'an account made again',
  'a user principal name and address that another had',
  'two accounts swap names',
  'a group with an address that a person had',
  'a group with a name that a person had',
  'a group renamed',
  'a group deleted',
  'a group made again',
  'two groups swap names',
] as const;

/** The world of a seed. @param without parts that are left out: names that `remediationPartsOf` gives */
export function remediationWorldOf(seed: number, without: readonly string[] = []): RemediationWorld {
  return made(seed, new Left(without));
}

/** The parts of a world that can be left out. */
export function remediationPartsOf(seed: number, without: readonly string[] = []): readonly string[] {
  const left = new Left(without);
  made(seed, left);
  return left.kept;
}

function made(seed: number, left: Left): RemediationWorld {
  const streams = new Streams(seed);
  const draws = streams.of('remediation');
  const start = Date.parse('2027-03-01T08:00:00Z') + draws.between(0, 300) * DAY + draws.between(0, 43_200) * 1000;
  const count = draws.between(1, 4);
  const subjects = Array.from({ length: count }, (_, at) => subjectOf(streams.of(`subject ${at}`), at, start));
  const rules = rulesOf(streams, left);
  const registered = rules.some(namesRegister) ? registeredOf(streams, left) : undefined;
  const excuses = (name: string, probability: number): Excuse[] =>
    rules.flatMap(({ id }) =>
      subjects.flatMap((_, subject): Excuse[] => {
        const own = streams.of(`${name} ${id} ${subject}`);
        return own.has(probability) && left.has(name, `${id} ${subject}`)
          ? [{ rule: id, subject, days: own.pick([-1, 0, 0, 20]) }]
          : [];
      }),
    );
  return {
    seed,
    without: left.names,
    start,
    tenant: {
      seed: draws.between(1, 1_000_000),
      mailboxes: PEOPLE,
      habits: { ...HOSTILE, hasHostileTexts: draws.has(0.5), oddSettings: 0 },
      roles: ROLES,
      groups: GROUPS.map((name) => ({ name, members: [0, 1] })),
      exchange: {
        directoryRoles: ['Exchange Administrator'],
        settings: { SmtpClientAuthenticationDisabled: streams.has('organization', 0.5) },
      },
    },
    subjects,
    strangers: streams.has('strangers', 0.3) && left.has('strangers') ? 1 : 0,
    rules,
    exemptions: excuses('exemption', 0.12),
    accepted: excuses('accepted', 0.1),
    registered,
    hidden: hiddenOf(streams, left, count),
    beforeApply: [
      ...eventsOf(streams, left, 'before apply', count),
      ...takeoversOf(streams, left, 'before apply', count),
    ],
    apply: applyingOf(streams, left, count),
    beforeUndo: eventsOf(streams, left, 'before undo', count),
    beforeBack: [...eventsOf(streams, left, 'before back', count), ...takeoversOf(streams, left, 'before back', count)],
    back: draws.pick(['undo', 'restore'] as const),
  };
}

/** The rules of the policy, at least one. Two that would change one entry differently are not both in it. */
function rulesOf(streams: Streams, left: Left): RemediationRule[] {
  const chosen = REMEDIATION_RULES.filter(({ id }) => streams.has(`rule ${id}`, 0.45) && left.has('rule', id));
  const rules = chosen.filter(({ unless }) => !chosen.some(({ id }) => id === unless));
  const [first] = REMEDIATION_RULES;
  return rules.length === 0 && first !== undefined ? [first] : rules;
}

const MOST_REGISTERED = 40;

function registeredOf(streams: Streams, left: Left): Registering[] {
  const share = streams.of('registered').pick([0, 0.5, 0.7, 0.9]);
  return Array.from({ length: MOST_REGISTERED }, (_, at) => {
    const draws = streams.of(`registered ${at}`);
    const isPlain = draws.has(share);
    const registering = isPlain ? 'yes' : draws.has(0.4) ? 'not' : draws.pick(REGISTERINGS);
    return left.has('registered', String(at)) ? registering : 'yes';
  });
}

function subjectOf(draws: Draws, at: number, start: number): Subject {
  const people = (most: number): number[] =>
    Array.from({ length: draws.between(0, most) }, () => draws.between(0, PEOPLE + GROUPS.length));
  const status = draws.pick(['disabled', 'alwaysEnabled', 'scheduled', 'scheduled']);
  const [from, to] = [start + DAY, start + draws.pick([2, 40]) * DAY];
  const rules = Array.from({ length: draws.between(0, 2) }, (_, number) =>
    ruleOf(draws, `Rule ${number} of ${at}`, number),
  );
  return {
    settings: {
      dateFormat: draws.pick(['yyyy-MM-dd', 'dd.MM.yyyy']),
      timeFormat: draws.pick(['HH:mm', 'h:mm tt']),
      automaticRepliesSetting: {
        status,
        externalAudience: draws.pick(['all', 'all', 'contactsOnly', 'none']),
        scheduledStartDateTime: dateTime(from),
        scheduledEndDateTime: dateTime(to),
      },
      workingHours: { daysOfWeek: draws.has(0.5) ? DAYS : draws.some(DAYS, draws.between(1, 4)) },
    },
    rules,
    exchange: {
      AuditEnabled: draws.has(0.5),
      ImapEnabled: draws.has(0.5),
      SmtpClientAuthenticationDisabled: draws.pick([true, false, null]),
      // Marks its mailbox.
      ForwardingSmtpAddress: draws.has(0.7) ? `smtp:mark.${at}@fabrikam.com` : null,
      DeliverToMailboxAndForward: draws.has(0.5),
      IsExchangeCloudManaged: true,
    },
    fullAccess: people(2),
    sendAs: people(2),
    sendOnBehalf: people(2),
    calendar: people(3).map((who) => ({ who, role: draws.pick(['read', 'write', 'freeBusyRead']) })),
    recipient: draws.has(0.3) ? draws.between(0, PEOPLE) : undefined,
  };
}

/** A rule whose name names its mailbox. */
function ruleOf(draws: Draws, displayName: string, number: number): JsonObject {
  return {
    id: `rule-${displayName.replaceAll(' ', '-')}`,
    displayName,
    sequence: number + 1,
    isEnabled: draws.has(0.8),
    hasError: false,
    isReadOnly: false,
    conditions: { subjectContains: [`word ${number}`] },
    actions: draws.pick<JsonObject>([{ delete: true }, { permanentDelete: true }, { markImportance: 'low' }]),
  };
}

function dateTime(time: number): JsonObject {
  return { dateTime: `${new Date(time).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

function hiddenOf(streams: Streams, left: Left, count: number): Hidden {
  const draws = streams.of('hidden');
  const some = (): number[] => draws.some([...Array(count).keys()], 1);
  const fromGraph = draws.has(0.15) && left.has('hidden', 'graph') ? some() : [];
  const [name, cmdlet] = draws.pick<[string, string]>([
    ['ForwardingSmtpAddress', 'Get-Mailbox'],
    ['AuditEnabled', 'Get-Mailbox'],
    ['GrantSendOnBehalfTo', 'Get-Mailbox'],
    ['ImapEnabled', 'Get-CASMailbox'],
  ]);
  const property = draws.has(0.25) && left.has('hidden', 'property') ? { name, cmdlet, subjects: some() } : undefined;
  return { fromGraph, property };
}

function eventsOf(streams: Streams, left: Left, name: string, subjects: number): Event[] {
  const draws = streams.of(name);
  const count = draws.pick([0, 0, 1, 2, 3, 8]);
  return Array.from({ length: count }, (): Event => {
    const [one, other] = [draws.between(0, 1000), draws.between(0, 1000)];
    if (draws.has(0.5)) return { kind: 'edit', subject: draws.between(0, subjects - 1), edit: editOf(draws) };
    return { kind: 'identity', change: draws.pick(IDENTITY_CHANGES), one, other };
  }).filter((_, at) => left.has(name, String(at)));
}

function takeoversOf(streams: Streams, left: Left, name: string, subjects: number): Event[] {
  const draws = streams.of(`takeover ${name}`);
  if (!draws.has(0.3) || !left.has('takeover', name)) return [];
  const [trustee, other] = [draws.between(0, 1000), draws.between(0, 1000)];
  return [{ kind: 'takeover', subject: draws.between(0, subjects - 1), trustee, other }];
}

function editOf(draws: Draws): Edit {
  const rule = ruleOf(draws, 'Rule of a person', 0);
  return draws.pick<Edit>([
    { settings: { dateFormat: "'person'" } },
    { settings: { timeFormat: "'person'" } },
    { settings: { delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal' } },
    { settings: { workingHours: { daysOfWeek: ['sunday'] } } },
    { settings: { automaticRepliesSetting: { status: 'alwaysEnabled' } } },
    { settings: { automaticRepliesSetting: { externalAudience: 'none' } } },
    { exchange: { ForwardingSmtpAddress: 'smtp:person@fabrikam.com' } },
    { exchange: { ForwardingSmtpAddress: null } },
    { exchange: { AuditEnabled: true } },
    { exchange: { AuditEnabled: false } },
    { exchange: { ImapEnabled: true } },
    { exchange: { ImapEnabled: false } },
    { rule },
    { rule: undefined },
    { rights: 'none' },
  ]);
}

function applyingOf(streams: Streams, left: Left, count: number): Applying {
  const draws = streams.of('apply');
  const faults = Array.from({ length: draws.pick([0, 0, 0, 1, 2]) }, (): WritingFault => {
    const fault = draws.pick<WritingFault['fault']>([
      { times: 1, commits: true, status: 503 },
      { times: 2, commits: true, status: 0 },
      { times: 1, commits: false, status: 0 },
      { times: 1, commits: false, status: 429, retryAfter: 3 },
      { times: 1, commits: false, status: 429, retryAfter: 150 },
      { times: 1, commits: false, status: 403 },
      { commits: false, status: 500 },
      'lost',
      'late',
    ]);
    return { subject: draws.between(0, count - 1), fault };
  }).filter((_, at) => left.has('apply fault', String(at)));
  const service = streams
    .of('service')
    .pick<Faults>([
      {},
      {},
      { itemThrottle: { rate: 0.1, retryAfter: 1 } },
      { exchangeThrottle: { every: 3, retryAfter: 1 } },
      { exchangeMalformed: { first: 1, cmdlets: ['Set-CASMailbox'] } },
      { exchangeServerError: { first: 2, cmdlets: ['Set-Mailbox'] } },
      { reset: { every: 40 } },
    ]);
  const tokens = streams.of('refused tokens');
  const areRefused = tokens.has(0.3) && left.has('refused tokens');
  const refused = { tokensRefused: { after: tokens.between(0, 30), challenges: tokens.has(0.5) } };
  return {
    faults,
    service: { ...(left.has('service') ? service : {}), ...(areRefused ? refused : {}) },
    limit: draws.has(0.2) && left.has('limit') ? draws.between(1, 2) : undefined,
    maxFailures: draws.pick([1, 2, 5, 1000]),
    stopAfter: draws.has(0.15) && left.has('cancel') ? draws.between(0, 5) : undefined,
  };
}

export const REGISTER_FILE = 'grants.csv';
export const REVIEW_DAYS = 180;

/** The policy file. JSON is YAML. */
export function policyText(world: RemediationWorld, addresses: readonly string[]): string {
  const exemptions = world.exemptions.map(({ rule, subject, days }) => ({
    rule,
    mailboxes: [addresses[subject] ?? ''],
    reason: 'A decision of the board',
    owner: 'messaging@contoso.com',
    expires: new Date(world.start + days * DAY).toISOString().slice(0, 10),
  }));
  const rules = world.rules.map(({ id, severity, report, when, expect, set }): Json => {
    return { id, severity, report, ...(when && { when }), expect, ...(set !== undefined && { set }) };
  });
  const register = world.registered && { files: REGISTER_FILE, 'review-every': `${REVIEW_DAYS}d` };
  return JSON.stringify(
    { rules, ...(exemptions.length > 0 && { exemptions }), ...(register && { register }) },
    null,
    2,
  );
}
