import type { UserError } from '../../errors.ts';
import type { Json } from '../../json.ts';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import type { Row } from '../../reports/rows.ts';
import { shortened } from '../../text/display.ts';

/** Characters of a text that is no cell. */
export const MAX_TEXT = 4_096;
export const MAX_WARNINGS = 100;

/** The last line of a shard file: what is known only at the end. */
export interface ShardEnd {
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  /** Warnings of signing in and reading. */
  readonly warnings: readonly string[];
  /** Why reading stopped early. */
  readonly stoppedBy: Pick<UserError, 'message' | 'hint'> | undefined;
}

/**
 * The lines of a mailbox in a shard file, each with its line end. The first has the position in the whole list, and for each
 * report the number of its rows or why there are none. A line for each row follows, in the order of the reports.
 */
export function mailboxLines(position: number, { reports }: Pick<MailboxResult, 'reports'>): string {
  const results = reports.map(({ rows }): Json => {
    const [first] = rows;
    if (first.content === 'item') return rows.length;
    return first.status === 'ok' ? 0 : [first.status, first.error];
  });
  let text = `${JSON.stringify([position, ...results])}\n`;
  for (const { rows } of reports) {
    for (const row of rows) if (row.content === 'item') text += `${rowLine(row)}\n`;
  }
  return text;
}

/** Cells, then positions of incomplete cells, then status and error of a row that lacks rows below it, then the row's id. */
function rowLine({ cells, incomplete, status, error, id }: Row): string {
  if (id !== undefined) {
    return JSON.stringify([cells, [...(incomplete ?? [])], status === 'ok' ? null : [status, error], id]);
  }
  if (status !== 'ok') return JSON.stringify([cells, [...(incomplete ?? [])], [status, error]]);
  return JSON.stringify(incomplete === undefined ? [cells] : [cells, [...incomplete]]);
}

/** The last line. A file without it is incomplete. */
export function endLine({ throttling, warnings, stoppedBy }: ShardEnd): string {
  const { waits, waitedMs, refused } = throttling;
  const end = {
    throttling: { waits, waitedMs, refused },
    warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
    ...(stoppedBy === undefined ? {} : { stoppedBy: { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) } }),
  };
  return `${JSON.stringify({ end })}\n`;
}

function cut(text: string): string {
  return shortened(text, MAX_TEXT);
}
