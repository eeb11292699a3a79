import type { JsonObject } from '../../tenant/json.ts';
import type { Alteration } from '../../tenant/tenant.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';

/** An answer about one mailbox that no document has. */
export interface OddAnswer {
  readonly of: Answer;
  readonly set: JsonObject;
  /** A new word, or a value of another type than documented, with which `reports` do not read the mailbox. */
  readonly kind: 'word' | 'type';
  /** The reports with a column of it. */
  readonly reports: readonly string[];
}

/** A cmdlet, the listing of accounts, or a resource below a mailbox. */
export type Answer =
  | 'Get-Mailbox'
  | 'Get-CASMailbox'
  | 'users'
  | 'mailboxSettings'
  | 'mailFolders/inbox/messageRules'
  | 'calendar/calendarPermissions'
  | 'mailFolders';

function odd(of: Answer, kind: OddAnswer['kind'], set: JsonObject, ...reports: readonly string[]): OddAnswer {
  return { of, kind, set, reports };
}

/** By name. */
export const ODD_ANSWERS: Readonly<Record<string, OddAnswer>> = {
  'new type of a mailbox': odd('Get-Mailbox', 'word', { RecipientTypeDetails: 'LoopMailbox' }, 'mailbox-properties'),
  'new status of an archive': odd('Get-Mailbox', 'word', { ArchiveStatus: 'Loop' }, 'mailbox-properties', 'archives'),
  'text in place of true or false': odd('Get-Mailbox', 'type', { AuditEnabled: 'yes' }, 'mailbox-properties'),
  'number in place of a text': odd('Get-Mailbox', 'type', { RetentionPolicy: 7 }, 'mailbox-properties'),
  'object in place of a list': odd('Get-Mailbox', 'type', { AuditOwner: { All: true } }, 'mailbox-properties'),
  'text about a protocol': odd('Get-CASMailbox', 'type', { ImapEnabled: 'yes' }, 'client-access'),
  'text about SMTP AUTH': odd(
    'Get-CASMailbox',
    'type',
    { SmtpClientAuthenticationDisabled: 'perhaps' },
    'client-access',
  ),
  'number as a policy': odd('Get-CASMailbox', 'type', { OwaMailboxPolicy: 7 }, 'client-access'),
  'text about an account': odd('users', 'type', { accountEnabled: 'yes' }, 'accounts'),
  'number as a department': odd('users', 'type', { department: 7 }, 'accounts'),
  'new purpose of a mailbox': odd('mailboxSettings', 'word', { userPurpose: 'loop' }, 'mailbox-settings'),
  'number as a time zone': odd('mailboxSettings', 'type', { timeZone: 7 }, 'mailbox-settings'),
  'number as a status': odd('mailboxSettings', 'type', { status: 7 }, 'mailbox-settings', 'automatic-replies'),
  'text about a rule': odd('mailFolders/inbox/messageRules', 'type', { isEnabled: 'yes' }, 'inbox-rules'),
  'text in place of a number': odd('mailFolders/inbox/messageRules', 'type', { sequence: 'first' }, 'inbox-rules'),
  'text in place of an action': odd('mailFolders/inbox/messageRules', 'type', { delete: 'yes' }, 'inbox-rules'),
  'object in place of recipients': odd('mailFolders/inbox/messageRules', 'type', { redirectTo: {} }, 'inbox-rules'),
  'number in place of true or false': odd(
    'calendar/calendarPermissions',
    'type',
    { isInsideOrganization: 1 },
    'calendar-permissions',
  ),
  'text in place of a list': odd(
    'calendar/calendarPermissions',
    'type',
    { allowedRoles: 'read' },
    'calendar-permissions',
  ),
  'text as a count': odd('mailFolders', 'type', { totalItemCount: 'many' }, 'folders'),
};

/** @param address user principal name, as the tenant spells it */
export function alterationOf({ of, set }: OddAnswer, address: string): Alteration {
  switch (of) {
    case 'Get-Mailbox':
      return { request: '^Get-Mailbox \\{', where: { UserPrincipalName: address }, set };
    case 'Get-CASMailbox':
      // Runs do not ask it for another name.
      return { request: '^Get-CASMailbox \\{', where: { PrimarySmtpAddress: address }, set };
    case 'users':
      return { request: '^GET /users\\?', where: { userPrincipalName: address }, set };
    case 'mailboxSettings':
    case 'mailFolders/inbox/messageRules':
    case 'calendar/calendarPermissions':
    case 'mailFolders':
      return { request: requestFor(address.toLowerCase(), of), set };
  }
}

/** The requests for a resource of a mailbox, of which links to next pages have another form. */
function requestFor(address: string, resource: string): string {
  const inLink = encodeURIComponent(address.replaceAll("'", "''")).replace(/[().*]/g, '[$&]');
  const inPath = encodeURIComponent(address)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    .replaceAll('.', '[.]');
  return `^GET /users(?:/(?i:${inPath})|[(]'(?i:${inLink})'[)])/${resource}`;
}

/** What a run reads: reports, and the mailboxes that are listed, as the tenant spells them. */
export interface Read {
  /** Those of columns that rules name too. */
  readonly reports: readonly string[];
  readonly addresses: readonly string[];
  /** Whether it asks for the mailboxes of the tenant. */
  readonly asksTenant: boolean;
}

/** Odd answers about few mailboxes that a run reads, beside other faults. */
export function oddAnswerOf(
  streams: Streams,
  left: Left,
  name: string,
  { reports, addresses }: Read,
): readonly Alteration[] {
  const draws = streams.of(`${name} odd answer`);
  const kinds = Object.entries(ODD_ANSWERS).filter(([, answer]) =>
    answer.reports.some((report) => reports.includes(report)),
  );
  if (addresses.length === 0 || kinds.length === 0 || !draws.has(0.35)) return [];
  const [kind, answer] = draws.pick(kinds);
  if (!left.has(name, kind)) return [];
  return draws.some(addresses, draws.between(1, 3)).map((address) => alterationOf(answer, address));
}
