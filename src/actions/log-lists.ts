import type { MailboxList } from '../mailboxes/mailbox.ts';
import { annotateDuplicates } from '../outputs/annotations.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logText, type Log } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { counted } from '../text/numbers.ts';

/** Logs what the lists have, and warns of repeated addresses. `areRead`: whether a report of the run is about mailboxes. */
export function logLists(
  mailboxes: MailboxList,
  { summary, shard }: ReportInputs,
  core: Log,
  outputs: StepOutputs,
  areRead = true,
): void {
  if (!areRead) core.info('No report of the run is about mailboxes, so none is read');
  if (mailboxes.files.length === 0) {
    if (!areRead) return;
    core.info('No list: the mailboxes of the tenant are read');
    return;
  }
  outputs.set({ 'mailbox-count': mailboxes.length });
  core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
  if (mailboxes.columns.length > 0)
    core.info(logText(`Columns of the list in reports: ${mailboxes.columns.join(', ')}`));
  // The merge action does it once for all shards.
  if (shard === undefined) annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
}
