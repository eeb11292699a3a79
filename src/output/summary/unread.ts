import type { UnreadStatus } from '../../graph/outcome.ts';
import { folded, markdownCode, markdownTable, markdownText } from './markdown.ts';
import { count, counted } from '../../text/numbers.ts';
import { REMEDIES } from '../unread-hints.ts';
import type { Detail } from './facts.ts';
import type { Tally, UnreadMailbox } from '../tally.ts';

/** The unread mailboxes by cause, with what to do about each; at most `most` of a cause are listed. Markdown, or ''. */
export function unreadSection(tally: Tally, detail: Detail, most: number): string {
  const { causes } = tally;
  if (causes.length === 0) return '';
  return `### Not read\n\n${causes.map((status) => cause(status, tally, detail, most)).join('')}`;
}

function cause(status: UnreadStatus, tally: Tally, detail: Detail, most: number): string {
  const total = tally.unreadBy(status);
  const start = `**${status}: ${counted(total, 'mailbox', 'mailboxes')}.** ${markdownText(REMEDIES[status])}\n\n`;
  if (detail === 'counts') return start;
  const listed = tally.unreadMailboxes(status).slice(0, most);
  const hidden = total - listed.length;
  const more = hidden === 0 ? '' : `and ${count(hidden)} more: see the CSV\n\n`;
  if (listed.length === 0) return start + more;
  const table = markdownTable(['Mailbox', 'Listed at', 'Error'], listed.map(mailboxRow), false);
  return start + folded(counted(listed.length, 'mailbox', 'mailboxes'), table + more);
}

function mailboxRow({ address, file, line, error }: UnreadMailbox): string[] {
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), markdownText(error)];
}
