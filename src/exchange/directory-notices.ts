import { isListed, type MailboxList } from '../mailboxes/mailbox.ts';
import { BLANK_CELLS } from '../mailboxes/mailbox-answer.ts';
import { inputName } from '../text/audience.ts';
import { visibleLine } from '../text/display.ts';
import { count, listed, someNames } from '../text/numbers.ts';
import { refusedNotice } from './cmdlets.ts';
import { DOMAINS } from './organization.ts';

/**
 * That entries of the list name one mailbox by several addresses, which is then read and counted several times; undefined if none
 * do.
 *
 * @param idOf an ID of the mailbox at a position of the list; undefined if there is none
 */
export function repeatedNotice(
  { mailboxes }: MailboxList,
  idOf: (position: number) => string | undefined,
): string | undefined {
  const entries = mailboxes.map((mailbox, position) => ({ mailbox, id: idOf(position) }));
  const withId = entries.filter(({ mailbox, id }) => isListed(mailbox) && id !== undefined);
  const repeated = [...Map.groupBy(withId, ({ id }) => id).values()].filter(({ length }) => length > 1);
  if (repeated.length === 0) return undefined;
  const places = repeated.flat().map(({ mailbox: { file, line } }) => `${file}, line ${line}`);
  const subject = repeated.length === 1 ? 'One mailbox is' : `${count(repeated.length)} mailboxes are`;
  return (
    `${subject} in the list by several addresses, and counted once for each: ${someNames(places, visibleLine)}. ` +
    'Keep one address of each.'
  );
}

/** That cells are unknown, since Exchange refuses cmdlets without which reports are useful too; undefined if it refuses none. */
export function unknownNotice(refused: readonly string[]): string | undefined {
  if (refused.length === 0) return undefined;
  return refusedNotice(refused) + (refused.includes(DOMAINS) ? ` Or set ${inputName('internal-domains')}.` : '');
}

/** That cmdlets do not return exactly one object; undefined if there are none. */
export function ambiguousNotice(cmdlets: readonly string[]): string | undefined {
  if (cmdlets.length === 0) return undefined;
  return `Exchange Online returns not exactly one object of ${listed(cmdlets, 'and')}: cells that depend on it ${BLANK_CELLS}.`;
}
