import { Chance } from './chance.ts';
import type { JsonObject } from './json.ts';
import type { People } from './people.ts';
import type { SignIn } from './sign-ins.ts';

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

/** The sign-ins of everybody: also failed ones, those by a browser, and some that are older than 30 days. */
export function usualSignIns(people: People, seed: number, today: number): readonly SignIn[] {
  const events: SignIn[] = [];
  for (const [position, who] of people.addresses.entries()) {
    if (!['user', 'shared'].includes(people.kind(position))) continue;
    const chance = new Chance(seed ^ 0x6c6f67, position);
    const add = (client: string, errorCode: number, days: number): void => {
      const isInteractive = chance.next() < 0.5;
      const shown = client === 'Authenticated SMTP' && days % 4 === 3 ? 'SMTP' : client;
      events.push({ who, client: shown, errorCode, isInteractive, time: today - days * DAY - chance.below(DAY) });
    };
    for (const [at, isUsed] of uses(people, position, seed).logged.entries()) {
      const client = CLIENTS[at] ?? '';
      if (isUsed) for (let left = 1 + chance.below(4); left > 0; left--) add(client, 0, chance.below(28));
      else if (chance.next() < 0.1) add(client, WRONG_PASSWORD, chance.below(28));
      else if (chance.next() < 0.05) add(client, 0, 32 + chance.below(20));
    }
    if (chance.next() < 0.3) add('Browser', 0, chance.below(28));
  }
  return events;
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
