import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import { cellText, shortened } from '../text/display.ts';
import { highlightedRows } from './report-counts.ts';

/** Mailboxes that are named. The tables have all of them. */
const MAX_MAILBOXES = 200;
const MAX_TARGETS = 3;
const MAX_LENGTH = 200;

/** A mailbox that sends mail out of the tenant. Texts are hostile until escaped. */
interface OutsideSender {
  readonly address: string;
  readonly ways: readonly {
    /** How: `inbox rule`. */
    readonly way: string;
    /** Rows of the mailbox that do. */
    readonly rows: number;
    /** The first addresses, shortened. */
    readonly targets: readonly string[];
  }[];
}

/** Whether a report shows mailboxes that send mail outside. */
export function sendsOutside({ highlights = [] }: ReportDefinition): boolean {
  return highlights.some(({ sends }) => sends !== undefined);
}

/** Counts the mailboxes that send mail out of the tenant in any way that the reports show. Bounded memory. */
export class OutsideSenders {
  /** Each once, whatever its ways. */
  mailboxes = 0;
  /** The first ones, in the order of the list. */
  readonly named: OutsideSender[] = [];

  add({ mailbox: { address }, reports }: MailboxResult): void {
    const ways = reports.flatMap(({ definition, rows, highlights }) =>
      (definition.highlights ?? []).flatMap(({ sends, columns }, at) => {
        if (sends === undefined) return [];
        const found = highlightedRows(rows, highlights, at);
        if (found.length === 0) return [];
        const column = Object.keys(definition.columns).indexOf(columns[0] ?? '');
        const targets = new Set(found.map(({ cells }) => shortened(cellText(cells[column]), MAX_LENGTH)));
        return [{ way: sends, rows: found.length, targets: [...targets].slice(0, MAX_TARGETS) }];
      }),
    );
    if (ways.length === 0) return;
    this.mailboxes += 1;
    if (this.named.length < MAX_MAILBOXES) this.named.push({ address, ways });
  }
}
