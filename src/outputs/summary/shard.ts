import type { Shard } from '../../mailboxes/shard.ts';
import type { RunResult } from '../../run/result.ts';
import { count, counted } from '../../text/numbers.ts';
import type { MailboxCounts } from '../../totals/mailbox-counts.ts';
import { markdownText } from '../markdown.ts';

/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
export function shardSummary({
  shard: { number, of },
  result: { result, reason },
  mailboxes,
}: {
  readonly shard: Shard;
  readonly result: RunResult;
  readonly mailboxes: MailboxCounts;
}): string {
  const causes = mailboxes.causes.map((status) => `${count(mailboxes.unreadableBy(status))} ${status}`).join(', ');
  return [
    `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
    reason === undefined ? '' : `**${markdownText(reason.message)}**\n\n${markdownText(reason.hint)}\n\n`,
    `${count(mailboxes.read)} of ${counted(mailboxes.total, 'mailbox', 'mailboxes')} read`,
    causes === '' ? '' : `; unreadable: ${causes}`,
    '. The merge action reports on all shards.\n',
  ].join('');
}
