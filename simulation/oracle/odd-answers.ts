import { alterationOf, ODD_ANSWERS, type Answer, type OddAnswer } from '../world/odd-answers.ts';
import type { World } from '../world/world.ts';
import { asText, isObject } from './cells.ts';
import type { JsonObject, MailboxFacts } from './facts.ts';

type Altered = Pick<World['faults'], 'altered'>;

/** Odd answers about a mailbox, or of an account. */
export function oddAnswersOf({ altered = [] }: Altered, of: Answer, name: string): readonly OddAnswer[] {
  const own = Object.values(ODD_ANSWERS).filter((odd) => odd.of === of);
  return own.filter((odd) => altered.some((each) => isSame(each, alterationOf(odd, name))));
}

/** A mailbox as services answer about it in words that no document has, and with values of other types. */
export function withOddAnswers(faults: Altered, address: string, of: MailboxFacts): MailboxFacts {
  const { mailbox, clientAccess } = of;
  const ofGraph = (resource: Answer, object: JsonObject): JsonObject =>
    oddAnswersOf(faults, resource, address).reduce(replacedIn, object);
  return {
    ...of,
    // Exchange names mailboxes otherwise than lists do.
    mailbox:
      mailbox && oddAnswersOf(faults, 'Get-Mailbox', asText(mailbox.UserPrincipalName)).reduce(replacedIn, mailbox),
    clientAccess:
      clientAccess &&
      oddAnswersOf(faults, 'Get-CASMailbox', asText(clientAccess.PrimarySmtpAddress)).reduce(replacedIn, clientAccess),
    settings: ofGraph('mailboxSettings', of.settings),
    rules: of.rules.map((rule) => ofGraph('mailFolders/inbox/messageRules', rule)),
    calendarPermissions: of.calendarPermissions.map((each) => ofGraph('calendar/calendarPermissions', each)),
    folders: of.folders.map(({ path, folder }) => ({ path, folder: ofGraph('mailFolders', folder) })),
  };
}

/**
 * Whether an answer about a mailbox has a value of another type than a report has columns for.
 * @param account without odd answers, as the mailbox
 */
export function isOfOtherType(
  faults: Altered,
  report: string,
  address: string,
  of: MailboxFacts,
  account: JsonObject | undefined,
): boolean {
  const { mailbox, clientAccess, settings, rules, calendarPermissions, folders } = of;
  const answers: Readonly<Record<Answer, readonly [name: string, objects: readonly (JsonObject | undefined)[]]>> = {
    'Get-Mailbox': [asText(mailbox?.UserPrincipalName), [mailbox]],
    'Get-CASMailbox': [asText(clientAccess?.PrimarySmtpAddress), [clientAccess]],
    users: [asText(account?.userPrincipalName), [account]],
    mailboxSettings: [address, [settings]],
    'mailFolders/inbox/messageRules': [address, rules],
    'calendar/calendarPermissions': [address, calendarPermissions],
    mailFolders: [address, folders.map(({ folder }) => folder)],
  };
  return Object.values(ODD_ANSWERS)
    .filter(({ kind, reports }) => kind === 'type' && reports.includes(report))
    .some((odd) => {
      const [name, objects] = answers[odd.of];
      const isAnswered = oddAnswersOf(faults, odd.of, name).includes(odd);
      return isAnswered && objects.some((object) => object !== undefined && !isSame(replacedIn(object, odd), object));
    });
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Members at every depth. */
export function replacedIn(
  object: JsonObject,
  { set = {}, without: lacking = [] }: { readonly set?: JsonObject; readonly without?: readonly string[] },
): JsonObject {
  const left = Object.entries(object).filter(([name]) => !lacking.includes(name));
  return Object.fromEntries(
    left.map(([name, value]) => {
      const word = set[name];
      if (word !== undefined) return [name, word];
      return [name, isObject(value) ? replacedIn(value, { set, without: lacking }) : value];
    }),
  );
}
