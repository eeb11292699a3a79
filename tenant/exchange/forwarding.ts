import { outsider } from '../recipients.ts';
import { GROUP_NAME } from '../groups.ts';
import { contactAt, contactCount } from './contacts.ts';
import { distinguishedName, ExchangeMailbox, LISTED_KINDS, type Organisation } from './mailbox.ts';
import { hiddenRecipient } from './recipients.ts';

/** Where a mailbox forwards to. https://learn.microsoft.com/powershell/module/exchange/set-mailbox */
export interface Forwarding {
  /** Name or distinguished name of a recipient. */
  readonly recipient: string | null;
  /** With its prefix `smtp:`. */
  readonly smtpAddress: string | null;
  /** Whether the mailbox keeps a copy. */
  readonly keepsCopy: boolean;
}

const NONE: Forwarding = { recipient: null, smtpAddress: null, keepsCopy: false };

/**
 * The first mailbox from a position on that Exchange lists. The property is a link to an object of the directory: nobody forwards to an
 * object that is not there, and deleting it removes the link (inferred).
 */
function recipientFrom(organisation: Organisation, position: number): ExchangeMailbox {
  const { addresses } = organisation.people;
  for (let at = position; at < position + addresses.length; at++) {
    const mailbox = new ExchangeMailbox(organisation, at % addresses.length);
    if (LISTED_KINDS.has(mailbox.kind)) return mailbox;
  }
  throw new Error('the organisation lists no mailbox, and yet one forwards');
}

/** Of a hundred mailboxes, seven forward: outside and inside, by address and by recipient, or by both. */
export function forwardingOf(mailbox: ExchangeMailbox): Forwarding {
  const { kind, organisation } = mailbox;
  if (kind !== 'user' && kind !== 'shared' && kind !== 'blocked') return NONE;
  const chance = mailbox.chance('forwarding');
  const lot = chance.next();
  const { forwarding, hasHostileTexts } = organisation.people.habits;
  if (lot >= forwarding) return NONE;
  const keepsCopy = chance.next() < 0.5;
  const { people, initialDomain } = organisation;
  const outside = `smtp:${outsider(people, chance).address}`;
  const someone = recipientFrom(organisation, people.anybody(chance));
  const asIdentity = (name: string): string => (chance.next() < 0.7 ? name : distinguishedName(name, initialDomain));
  const contact = contactAt(organisation, chance.below(contactCount(organisation))).name;
  if (!hasHostileTexts) {
    if (lot < forwarding / 3) return { recipient: null, smtpAddress: outside, keepsCopy };
    return { recipient: someone.name, smtpAddress: null, keepsCopy };
  }
  // A local part may be what a sheet takes for a formula.
  if (lot < 0.002) return { recipient: null, smtpAddress: 'smtp:=1+cmd@fabrikam.com', keepsCopy };
  if (lot < 0.022) return { recipient: null, smtpAddress: outside, keepsCopy };
  if (lot < 0.034) return { recipient: null, smtpAddress: `smtp:${someone.userPrincipalName}`, keepsCopy };
  if (lot < 0.046) return { recipient: asIdentity(contact), smtpAddress: null, keepsCopy };
  if (lot < 0.058) return { recipient: asIdentity(someone.name), smtpAddress: null, keepsCopy };
  if (lot < 0.062) return { recipient: GROUP_NAME, smtpAddress: null, keepsCopy };
  if (lot < 0.065) return { recipient: hiddenRecipient(organisation).name, smtpAddress: null, keepsCopy };
  return { recipient: asIdentity(someone.name), smtpAddress: outside, keepsCopy };
}
