import { builtInReports } from '../reports/built-in.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { rowViewer, shownText } from '../reports/row-view.ts';
import type { Feature } from '../run/feature.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { Block, Piece, Section, Table } from '../run/section.ts';
import { shortened } from '../text/display.ts';
import { counted, listed, pluralOf } from '../text/numbers.ts';
import { highlightsOf } from '../totals/highlight-list.ts';
import { highlightedRows, type ReportCounts } from '../totals/report-counts.ts';
import { findingTrend } from '../totals/past-run.ts';

const TITLE = 'Who sends mail outside';
const OPEN_ROWS = 10;

/** The built-in reports that show how mailboxes send mail outside. */
const WAYS = [...builtInReports.values()].flatMap(({ name, rows, highlights = [] }) => {
  const sends = highlights.flatMap((highlight) => highlight.sends ?? []);
  return sends.map((way) => ({ name, way: rows === undefined ? way : pluralOf(way) }));
});

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

/** Who sends mail out of the tenant. Undefined if no report of the run shows such mailboxes. */
export function outsideSenders(reports: readonly ReportDefinition[]): Feature | undefined {
  const sending = reports.filter(({ highlights = [] }) => highlights.some(({ sends }) => sends !== undefined));
  const ways = sending.flatMap(({ highlights = [] }) => highlights.flatMap(({ sends }) => sends ?? []));
  if (ways.length === 0) return undefined;
  const others = WAYS.filter(({ name }) => reports.every((report) => report.name !== name));
  const by = others.length === 0 ? 'by any way' : `by ${listed([...new Set(ways)], 'or')}`;
  // Numbers by other ways do not compare.
  const countName = `sendingOutside: ${sending.map(({ name }) => name).join(', ')}`;
  const senders = new OutsideSenders();
  return {
    add: (result) => {
      senders.add(result);
    },
    sections: (summary) => [{ section: sendersSection(senders, summary.reports), page: 'outside-senders' }],
    counts: () => ({ [countName]: senders.mailboxes }),
    trends: [findingTrend(`Mailboxes that send mail outside, ${by}`, countName)],
    tiles: () => [
      {
        group: 'Forwarding',
        number: senders.mailboxes,
        tone: 'warn',
        evenZero: true,
        unit: [`mailbox sends mail outside, ${by}`, `mailboxes send mail outside, ${by}`],
        ...(others.length === 0
          ? {}
          : {
              note: `not read: ${listed(
                others.map(({ way }) => way),
                'and',
              )}`,
            }),
        section: TITLE,
      },
    ],
  };
}

/** Counts the mailboxes that send mail out of the tenant in any way that the reports show. Bounded memory. */
class OutsideSenders {
  /** Each once, whatever its ways. */
  mailboxes = 0;
  /** The first ones, in the order of the list. */
  readonly named: OutsideSender[] = [];

  add({ mailbox: { address }, reports }: MailboxResult): void {
    const ways = reports.flatMap(({ definition, rows, highlights }) =>
      (definition.highlights ?? []).flatMap(({ sends, columns }, index) => {
        if (sends === undefined) return [];
        const matches = highlightedRows(rows, highlights, index);
        if (matches.length === 0) return [];
        const [column = ''] = columns;
        const view = rowViewer(Object.keys(definition.columns));
        const targets = new Set(matches.map((row) => shortened(shownText(view(row).cell(column)), MAX_LENGTH)));
        return [{ way: sends, rows: matches.length, targets: [...targets].slice(0, MAX_TARGETS) }];
      }),
    );
    if (ways.length === 0) return;
    this.mailboxes += 1;
    if (this.named.length < MAX_MAILBOXES) this.named.push({ address, ways });
  }
}

/** The mailboxes that send mail out of the tenant, and the ways that the run did not read. */
function sendersSection(senders: OutsideSenders, reports: readonly ReportCounts[]): Section {
  const { mailboxes, named } = senders;
  const total = counted(mailboxes, 'mailbox sends', 'mailboxes send');
  const ways = highlightsOf(reports).all.flatMap(({ sends, report, at, ...counts }): Piece[] => {
    if (sends === undefined) return [];
    const number = counted(counts.mailboxes, 'mailbox', 'mailboxes');
    const items = counts.items === '' ? '' : ` (${counts.items})`;
    return [', ', { about: `${number} by ${sends}${items}`, rows: { report, highlight: at } }];
  });
  const paragraph = [`${total} mail outside${ways.length === 0 ? '' : ': '}`, ...ways.slice(1), '.'];
  const title = TITLE;
  const blocks = [{ paragraph }, ...notRead(reports), ...(named.length === 0 ? [] : [{ table: tableOf(senders) }])];
  return { title, short: 'Forwarding', folded: `${title}: ${counted(mailboxes, 'mailbox', 'mailboxes')}`, blocks };
}

/** An unread mailbox may send mail outside, and so may any mailbox in a way whose report is not in the run. */
function notRead(reports: readonly ReportCounts[]): readonly Block[] {
  return WAYS.flatMap(({ name, way }): readonly Block[] => {
    const report = reports.find((one) => one.name === name);
    if (report === undefined) return [{ paragraph: ['Not known: ', way, '. Add the report ', { code: name }, '.'] }];
    const mailboxCount = counted(report.unreadable, 'mailbox', 'mailboxes');
    return report.unreadable === 0
      ? []
      : [{ paragraph: `Not known: ${way} of ${mailboxCount} that could not be read.` }];
  });
}

function tableOf({ mailboxes, named }: OutsideSenders): Table {
  const rows = named.map(({ address, ways }) => ({
    cells: [
      { mailbox: address },
      { lines: ways.map(({ way, rows: rowCount }) => (rowCount === 1 ? way : `${way} (${rowCount})`)) },
      { lines: ways.map(({ targets }) => targets.join(', ')) },
    ],
  }));
  return {
    label: TITLE,
    rows,
    unit: ['mailbox', 'mailboxes'],
    open: OPEN_ROWS,
    more: mailboxes - rows.length,
    columns: [{ name: 'Mailbox' }, { name: 'By', kind: 'short' }, { name: 'To', kind: 'prose' }],
  };
}
