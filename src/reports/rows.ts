import type { QueryResult } from '../graph/mailbox-task.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import type { Row } from './row.ts';

/** The rows of one mailbox in a report: at least one, so that every report lists every mailbox. */
export type MailboxRows = readonly [Row, ...Row[]];

/**
 * The rows that a query result gives in a report. A mailbox without rows, or one that could not be read, has one blank
 * row.
 */
export function rowsOf(mailbox: Mailbox, result: QueryResult<Cells[]>, definition: ReportDefinition): MailboxRows {
  if (result.status !== 'ok') {
    const { status, error } = result;
    return [{ mailbox, status, error, content: 'none', cells: blank(definition) }];
  }
  const [first, ...others] = result.value.map((cells) => rowOf(mailbox, cells));
  return first === undefined
    ? [{ mailbox, status: 'ok', error: '', content: 'none', cells: blank(definition) }]
    : [first, ...others];
}

function rowOf(mailbox: Mailbox, { cells, partial }: Cells): Row {
  return { mailbox, status: 'ok', error: '', content: partial ? 'partial' : 'whole', cells };
}

function blank({ columns }: ReportDefinition): null[] {
  return Object.keys(columns).map(() => null);
}
