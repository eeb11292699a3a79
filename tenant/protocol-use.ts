import { Chance } from './chance.ts';
import type { JsonObject } from './json.ts';
import type { People } from './people.ts';

/** A sign-in in the log. https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta */
export interface SignInEvent {
  readonly position: number;
  readonly client: string;
  /** Epoch ms. */
  readonly time: number;
  readonly type: 'interactiveUser' | 'nonInteractiveUser';
  readonly errorCode: number;
}

const DAY = 86_400_000;
/** The log also calls the first one SMTP. */
const CLIENTS = ['Authenticated SMTP', 'IMAP4', 'POP3'] as const;
/** The share of mailboxes that use SMTP AUTH with OAuth, of which the log says nothing. */
const BY_OAUTH = 0.04;
const WRONG_PASSWORD = 50126;

function uses(
  { habits }: People,
  position: number,
  seed: number,
): { readonly logged: readonly boolean[]; readonly oauth: boolean } {
  const chance = new Chance(seed ^ 0x736d7470, position);
  return { logged: habits.protocolUse.map((share) => chance.next() < share), oauth: chance.next() < BY_OAUTH };
}

/** All sign-ins, the latest first: also failed ones, those by a browser, and some that are older than 30 days. */
export function signInEvents(people: People, seed: number, today: number): readonly SignInEvent[] {
  const events: SignInEvent[] = [];
  for (const position of people.addresses.keys()) {
    if (!['user', 'shared'].includes(people.kind(position))) continue;
    const chance = new Chance(seed ^ 0x6c6f67, position);
    const add = (client: string, errorCode: number, days: number): void => {
      const type = chance.next() < 0.5 ? 'interactiveUser' : 'nonInteractiveUser';
      const shown = client === 'Authenticated SMTP' && days % 4 === 3 ? 'SMTP' : client;
      events.push({ position, client: shown, errorCode, type, time: today - days * DAY - chance.below(DAY) });
    };
    for (const [at, isUsed] of uses(people, position, seed).logged.entries()) {
      const client = CLIENTS[at] ?? '';
      if (isUsed) for (let left = 1 + chance.below(4); left > 0; left--) add(client, 0, chance.below(28));
      else if (chance.next() < 0.1) add(client, WRONG_PASSWORD, chance.below(28));
      else if (chance.next() < 0.05) add(client, 0, 32 + chance.below(20));
    }
    if (chance.next() < 0.3) add('Browser', 0, chance.below(28));
  }
  return events.sort((a, b) => b.time - a.time);
}

export function signInObject(people: People, events: readonly SignInEvent[], at: number): JsonObject {
  const { position = 0, client = '', time = 0, type = '', errorCode = 0 } = events[at] ?? {};
  return {
    id: `00000000-0000-4000-a000-${at.toString(16).padStart(12, '0')}`,
    createdDateTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    userDisplayName: people.person(position).displayName,
    userPrincipalName: (people.addresses[position] ?? '').toLowerCase(),
    userId: people.objectId(position),
    appDisplayName: 'Office 365 Exchange Online',
    clientAppUsed: client,
    isInteractive: type === 'interactiveUser',
    signInEventTypes: [type],
    status: {
      errorCode,
      failureReason: errorCode === 0 ? 'Other.' : 'Error validating credentials',
      additionalDetails: null,
    },
  };
}

/**
 * The positions of the sign-ins that a `$filter` finds, or why it is refused. Without their types, only interactive ones; `v1.0` does
 * not know the types.
 */
export function filteredSignIns(
  filter: string | undefined,
  version: string,
  events: readonly SignInEvent[],
): readonly number[] | string {
  let types: readonly string[] = ['interactiveUser'];
  const conditions: ((event: SignInEvent) => boolean)[] = [];
  for (const clause of filter?.split(' and ') ?? []) {
    const [, since] = /^createdDateTime ge (\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?)$/.exec(clause) ?? [];
    const [, clients] = /^\(?((?:clientAppUsed eq '[^']*'(?: or |(?=\)?$)))+)\)?$/.exec(clause) ?? [];
    const [, named] = /^signInEventTypes\/any\(t: ?((?:t eq '\w+'(?: or |(?=\)$)))+)\)$/.exec(clause) ?? [];
    if (since !== undefined) conditions.push(({ time }) => time >= Date.parse(since));
    else if (clause === 'status/errorCode eq 0') conditions.push(({ errorCode }) => errorCode === 0);
    else if (clients !== undefined) conditions.push(({ client }) => clients.includes(`'${client}'`));
    else if (named === undefined) return `Invalid filter clause: ${clause}`;
    else if (version !== 'beta') {
      return "Could not find a property named 'signInEventTypes' on type 'microsoft.graph.signIn'.";
    } else types = [...named.matchAll(/'(\w+)'/g)].map(([, type = '']) => type);
  }
  return events.flatMap((event, at) =>
    types.includes(event.type) && conditions.every((meets) => meets(event)) ? [at] : [],
  );
}

/** https://learn.microsoft.com/graph/api/reportroot-getemailappusageuserdetail?view=graph-rest-beta */
export function appUsage(people: People, position: number, seed: number, today: number): JsonObject {
  const { logged, oauth } = uses(people, position, seed);
  const isSignedIn = ['user', 'shared'].includes(people.kind(position));
  // The version of a client that does not say it is undetermined.
  const version = ['2016', 'Yes', 'Undetermined'][position % 3] ?? '';
  const app = (isUsed: boolean | undefined): string[] => (isUsed === true && isSignedIn ? [version] : []);
  const day = (days: number): string => new Date(today - days * DAY).toISOString().slice(0, 10);
  return {
    reportRefreshDate: day(2),
    userPrincipalName: people.addresses[position] ?? '',
    displayName: people.person(position).displayName,
    isDeleted: false,
    deletedDate: null,
    lastActivityDate: day(3),
    mailForMac: [],
    outlookForMac: [],
    outlookForWindows: ['ProPlus'],
    outlookForMobile: [],
    otherForMobile: [],
    outlookForWeb: ['Undetermined'],
    pop3App: app(logged[2]),
    imap4App: app(logged[1]),
    smtpApp: app(logged[0] === true || oauth),
    reportPeriod: '30',
  };
}
