import type { UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { MailboxResult } from '../mailbox-result.ts';
import type { Row } from '../reports/row.ts';

/** The last line of a shard file: what is known only at the end. */
export interface ShardEnd {
  readonly durationMs: number;
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  /** Warnings of signing in and of the list. */
  readonly warnings: readonly string[];
  /** Undefined with `credential: federated`. */
  readonly certificate: ShardCertificate | undefined;
  /** Why reading stopped early. */
  readonly stoppedBy: Pick<UserError, 'message' | 'hint'> | undefined;
}

/** The certificate that signed in. */
export interface ShardCertificate {
  readonly notAfter: Date;
  readonly thumbprint: string;
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

/** Cells, then positions of incomplete cells, then status and error of a row that lacks rows below it. */
function rowLine({ cells, incomplete, status, error }: Row): string {
  if (status !== 'ok') return JSON.stringify([cells, [...(incomplete ?? [])], [status, error]]);
  return JSON.stringify(incomplete === undefined ? [cells] : [cells, [...incomplete]]);
}

/** The last line. A file without it is incomplete. */
export function endLine({ durationMs, throttling, warnings, certificate, stoppedBy }: ShardEnd): string {
  const { waits, waitedMs, refused } = throttling;
  return `${JSON.stringify({
    end: { durationMs, throttling: { waits, waitedMs, refused }, warnings },
    ...(certificate === undefined
      ? {}
      : { certificate: { expires: certificate.notAfter.toISOString(), thumbprint: certificate.thumbprint } }),
    ...(stoppedBy === undefined ? {} : { stoppedBy: { message: stoppedBy.message, hint: stoppedBy.hint } }),
  })}\n`;
}
