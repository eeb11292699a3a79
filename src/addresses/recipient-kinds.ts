import { MAILBOX_TYPES } from '../reports/built-in/mailbox-properties.ts';

/** How mail to a recipient goes on. */
type RecipientKind =
  'mailbox' | 'contact' | 'mail user' | 'group' | 'dynamic group' | 'Microsoft 365 group' | 'public folder';

/** By `RecipientTypeDetails`. https://learn.microsoft.com/powershell/module/exchange/get-recipient#-recipienttypedetails */
const KINDS: ReadonlyMap<string, RecipientKind> = new Map([
  ...MAILBOX_TYPES.map((type): [string, RecipientKind] => [type.toLowerCase(), 'mailbox']),
  ['mailcontact', 'contact'],
  ['mailforestcontact', 'contact'],
  ['mailuser', 'mail user'],
  ['guestmailuser', 'mail user'],
  ['sharedwithmailuser', 'mail user'],
  ['mailnonuniversalgroup', 'group'],
  ['mailuniversaldistributiongroup', 'group'],
  ['mailuniversalsecuritygroup', 'group'],
  ['roomlist', 'group'],
  ['dynamicdistributiongroup', 'dynamic group'],
  ['groupmailbox', 'Microsoft 365 group'],
  ['publicfolder', 'public folder'],
]);

/** Undefined of a type that is not known, or not followed. */
export function kindOf(type: string): RecipientKind | undefined {
  return KINDS.get(type.toLowerCase());
}

/** Whether a type is that of a group, which decides who may write to it. */
export function isGroup(type: string): boolean {
  return kindOf(type)?.endsWith('group') === true;
}
