import type { MaxUnread } from './inputs.ts';

/** What a run comes to; `error` outweighs `incomplete`, and that outweighs `pass`. */
export type Result = 'pass' | 'incomplete' | 'error';

/** A result with what to say of it. */
export type Outcome =
  | { readonly result: 'pass' }
  | { readonly result: 'incomplete' | 'error'; readonly code: string; readonly message: string; readonly hint: string };

export interface Counts {
  readonly mailboxes: number;
  readonly unread: number;
  readonly cancelled: number;
}

/** Holds the unread mailboxes against what `max-unread` allows. An unread mailbox is never counted as compliant. */
export function judge({ mailboxes, unread, cancelled }: Counts, maxUnread: MaxUnread): Outcome {
  const allowed = maxUnread.kind === 'count' ? maxUnread.most : (maxUnread.most / 100) * mailboxes;
  if (unread <= allowed) return { result: 'pass' };
  const share = `${unread.toLocaleString('en-US')} of ${mailboxes.toLocaleString('en-US')} mailboxes`;
  if (cancelled > 0) {
    return {
      result: 'incomplete',
      code: 'CANCELLED',
      message: `The run was cancelled: ${share} were not read.`,
      hint: 'What was read stands in the report. Run the workflow again, with a longer timeout-minutes if that ended it.',
    };
  }
  return {
    result: 'incomplete',
    code: 'INCOMPLETE',
    message: `${share} could not be read; "max-unread" allows ${maxUnreadText(maxUnread)}.`,
    hint: 'The job summary lists them by cause, with what to do. Mend the list or the access, or raise "max-unread".',
  };
}

/** As it stands in the input: `10` or `2%`. */
export function maxUnreadText({ kind, most }: MaxUnread): string {
  return kind === 'count' ? String(most) : `${most}%`;
}
