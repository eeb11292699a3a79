import { MailboxCounts } from '../../src/totals/mailbox-counts.ts';
import type { RunSummary } from '../../src/totals/run-summary.ts';

/** The summary of a run that passed without reports and mailboxes, but for what is given. */
export function runSummary(changed: Partial<RunSummary> = {}): RunSummary {
  return {
    result: 'pass',
    message: '',
    hint: '',
    failOn: 'error',
    maxUnreadable: '0',
    mailboxes: new MailboxCounts(),
    reports: [],
    parts: [],
    history: [],
    duplicateCount: 0,
    cancelled: false,
    started: 0,
    durationMs: 0,
    place: '',
    throttling: { waits: 0, waitedMs: 0, refused: 0 },
    listFiles: [],
    warnings: [],
    ...changed,
  };
}
