import { visibleLine } from './display.ts';

/** Rights to the whole mailbox. With one of the last two, a trustee can get all others. */
export const MAILBOX_RIGHTS: readonly string[] = [
  'FullAccess',
  'SendAs',
  'SendOnBehalf',
  'ChangePermission',
  'ChangeOwner',
];

/**
 * Rights that Microsoft documents and that open no mailbox.
 * https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission#-accessrights
 */
export const OTHER_RIGHTS: readonly string[] = ['DeleteItem', 'ExternalAccount', 'ReadPermission'];

/** Before the role of a calendar, in a right. */
export const CALENDAR_RIGHT = 'Calendar: ';

/** Rights in rows of `access` of those who get mail of a mailbox, and cannot open it. */
export const RECEIVING: readonly string[] = ['Forwarding', 'InboxRule'];

/** In the order in which people read them. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['FullAccess', 'Full access'],
  ['SendAs', 'Send as'],
  ['SendOnBehalf', 'Send on behalf'],
  ['ChangePermission', 'Change permissions'],
  ['ChangeOwner', 'Change owner'],
  ['Forwarding', 'Gets mail by forwarding'],
  ['InboxRule', 'Gets mail by inbox rule'],
]);

/** A right of `access` in words. Rights on a calendar are shown as they are, blank ones as not known. */
export function rightText(right: string): string {
  return TEXTS.get(right) ?? (right === '' ? 'A right that is not known' : visibleLine(right));
}

/** The place of a right among others: rights on the mailbox, on its calendar, and to get mail. */
export function rightRank(right: string): number {
  const at = [...TEXTS.keys()].indexOf(right);
  if (RECEIVING.includes(right)) return TEXTS.size + at;
  return at === -1 ? TEXTS.size : at;
}

/**
 * A title above rights: that of rights that open mailboxes, that of rights to receive mail, or that of both. Rights to receive mail
 * open nothing.
 */
export function accessTitle(rights: readonly string[], opens: string, receives: string, both: string): string {
  const receiving = rights.filter((right) => RECEIVING.includes(right)).length;
  return receiving === 0 ? opens : receiving === rights.length ? receives : both;
}
