import type { Answer } from '../graph/read.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import type { Gathered, PlannedReport } from './plan.ts';
import type { Row } from './row.ts';

/** The rows of one mailbox: it stands in every report. */
export type MailboxRows = readonly [Row, ...Row[]];

/**
 * The rows of a report that a mailbox's answer gives: here, and nowhere else, what Graph sent becomes a report. A mailbox
 * that has nothing of the kind, or could not be read, has one blank row.
 */
export function rowsOf(
  { mailbox, parts }: Answer<Gathered>,
  { definition, inquiry, slot }: PlannedReport,
): MailboxRows {
  const part = parts[inquiry];
  if (part?.status !== 'ok') {
    const { status, error } = part ?? { status: 'failed', error: 'It was not asked' };
    return [{ mailbox, status, error, content: 'none', cells: blank(definition) }];
  }
  const share = part.value[slot] ?? { error: 'It was not asked' };
  if ('error' in share) {
    return [{ mailbox, status: 'failed', error: share.error, content: 'none', cells: blank(definition) }];
  }
  const { rows: found } = share;
  const [first] = found;
  if (first === undefined) return [{ mailbox, status: 'ok', error: '', content: 'none', cells: blank(definition) }];
  const rows: [Row, ...Row[]] = [rowOf(mailbox, first)];
  for (let at = 1; at < found.length; at++) {
    const cells = found[at];
    if (cells !== undefined) rows.push(rowOf(mailbox, cells));
  }
  return rows;
}

function rowOf(mailbox: Mailbox, { cells, partial }: Cells): Row {
  return { mailbox, status: 'ok', error: '', content: partial ? 'partial' : 'whole', cells };
}

function blank({ columns }: ReportDefinition): null[] {
  return Object.keys(columns).map(() => null);
}
