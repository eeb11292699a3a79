import { TARGET_PROBLEMS } from './targets/targets.ts';

/** What a plan leaves as it is. Texts are hostile until escaped. */
export interface LeftRow {
  readonly mailbox: string;
  /** The name of a row, a column with its values, or a report; '' for the whole mailbox. */
  readonly item: string;
  /** The rule whose violation stays; undefined for what differs from an earlier report. */
  readonly rule?: string | undefined;
  /** Why, to complete "3 violations are not changed: ...". */
  readonly reason: string;
}

const REASONS = {
  inconclusive: 'a service did not return what the rule needs',
  unread: 'another report of the mailbox could not be read',
  hidden: 'Exchange Online does not show the earlier value, or the id of the mailbox',
  ineffective: 'not corrected by "set", since the settings have these values already',
  unclear: 'the rule has several columns, and it is not clear which settings correct them. Name the column under "set"',
  'account-denied': 'the application may not read the account and the addresses of the mailbox. Grant it User.Read.All',
  'account-unknown': 'the account or the addresses of the mailbox could not be read',
  'same-mailbox': 'the list names the mailbox by another address, too',
  'two-entries': 'the trustee has the right by two entries, and a command could take either. Take them away by hand',
  'due-right': 'the right is registered, and only due for review',
  twins: 'the mailbox had several of these, which the report cannot tell apart',
  'unknown-holder': 'the name or address is not known to be that of the same account or group',
  'renamed-trustee': 'the name of the trustee is not known to be that of its ID. Take the right away by hand',
  'unknown-recipient':
    'the ID of the recipient to whom mail was forwarded is not known, or the name is not known to be that of the same recipient',
  'ignored-address': 'the address had no effect while the mailbox forwarded to a recipient, which it no longer does',
  'other-mailbox': 'the address is that of another mailbox now',
  'not-in-report': 'the report does not have the mailbox',
  'unknown-address':
    'the report does not have the address, and it could not be read which mailbox it names. Graph knows user principal names and IDs, but no other addresses',
  'no-kept-id':
    'the report does not say which mailbox it was. Reports of all mailboxes, and those with accounts or mailbox-properties, do',
  'no-kept-holder':
    'the report does not say whose address it was. Reports of all mailboxes, and those with accounts or mailbox-properties, say it of each mailbox that they have, and no report says it of groups',
} as const;

/** The code of a reason that is no target's own. */
export type Reason = keyof typeof REASONS;

const TEXTS: Readonly<Record<string, string>> = { ...TARGET_PROBLEMS, ...REASONS };

/** @param code one of those above, or of a target */
export function reasonText(code: string): string {
  return TEXTS[code] ?? code;
}
