import type { Shard } from '../../mailboxes/shard.ts';
import type { RunResult } from '../../run/result.ts';
import { count, counted } from '../../text/numbers.ts';
import type { Tally } from '../../totals/tally.ts';
import { markdownText } from './markdown.ts';

/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
export function shardSummary({
  shard: { number, of },
  result: { result, reason },
  tally,
}: {
  readonly shard: Shard;
  readonly result: RunResult;
  readonly tally: Tally;
}): string {
  const causes = tally.causes.map((status) => `${count(tally.unreadableBy(status))} ${status}`).join(', ');
  return [
    `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
    reason === undefined ? '' : `**${markdownText(reason.message)}**\n\n${markdownText(reason.hint)}\n\n`,
    `${count(tally.read)} of ${counted(tally.total, 'mailbox', 'mailboxes')} read`,
    causes === '' ? '' : `; unreadable: ${causes}`,
    '. The merge action reports on all shards.\n',
  ].join('');
}
