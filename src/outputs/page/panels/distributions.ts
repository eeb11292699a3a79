import { count, counted } from '../../../text/numbers.ts';
import { isOnOrScheduled } from '../../../text/automatic-replies.ts';
import type { CrossTab } from '../../../totals/distribution.ts';
import type { CountedColumn, ReportCounts } from '../../../totals/report-counts.ts';
import { bar, legend } from './bars.ts';
import { html, type Html } from '../html.ts';
import { rowsLink } from '../links.ts';
import { panel, panelTable, type PanelColumn, type PanelRow } from './table.ts';

const MAX_VALUES = 10;
/** Longer values are shortened, so that no row has them. */
const MAX_LINKED = 99;

/** The audiences outside of automatic replies that are on or scheduled. Undefined if there are none. */
export function repliesPanel(reports: readonly ReportCounts[]): Html | undefined {
  const report = reports.find(({ replies }) => replies !== undefined);
  const audiences = report?.replies === undefined ? [] : audiencesOf(report.replies);
  if (report === undefined || audiences.length === 0) return undefined;
  const longest = Math.max(...audiences.map(({ on, scheduled }) => on + scheduled));
  const rows = audiences.map(({ audience, on, scheduled }): PanelRow => ({
    cells: [
      rowsLink(html`${shownValue(audience)}`, {
        report: report.name,
        view: 'replies',
        conditions: [{ column: 'AutomaticReplyExternalAudience', is: audience }],
      }),
      html`${count(on)}`,
      html`${count(scheduled)}`,
      bar(
        [
          { kind: 'on', count: on },
          { kind: 'scheduled', count: scheduled },
        ],
        longest,
      ),
    ],
  }));
  const title = 'Automatic replies by audience outside';
  const total = audiences.reduce((sum, { on, scheduled }) => sum + on + scheduled, 0);
  return panel(html`${title}`, [
    html`<p class="rest">
      ${rowsLink(html`${counted(total, 'mailbox', 'mailboxes')}`, { report: report.name, view: 'replies' })} with
      automatic replies on or scheduled.
    </p> `,
    panelTable(title, REPLY_COLUMNS, rows),
    legend([
      { kind: 'on', name: 'always on' },
      { kind: 'scheduled', name: 'scheduled' },
    ]),
  ]);
}

const REPLY_COLUMNS: readonly PanelColumn[] = [
  { name: 'Audience outside' },
  { name: 'Always on', kind: 'number' },
  { name: 'Scheduled', kind: 'number' },
  { name: 'Mailboxes', kind: 'bars' },
];

interface Audience {
  /** As Graph spelled it first. */
  readonly audience: string;
  on: number;
  scheduled: number;
}

/** Case-insensitively, since the case of Graph's enumerations varies. */
function audiencesOf(replies: CrossTab): readonly Audience[] {
  const audiences = new Map<string, Audience>();
  for (const { value: status, values } of replies.rows) {
    if (!isOnOrScheduled(status)) continue;
    for (const { value, count: number } of values) {
      const audience = audiences.get(value.toLowerCase()) ?? { audience: value, on: 0, scheduled: 0 };
      audiences.set(value.toLowerCase(), audience);
      audience[status.toLowerCase() === 'scheduled' ? 'scheduled' : 'on'] += number;
    }
  }
  const total = ({ on, scheduled }: Audience): number => on + scheduled;
  return [...audiences.values()].sort((one, other) => total(other) - total(one)).slice(0, MAX_VALUES);
}

/** The most frequent languages and time zones, folded. Undefined if no report has them. */
export function distributionsPanel(reports: readonly ReportCounts[]): Html | undefined {
  const tables = [valuesTable('Languages', 'Language', reports), valuesTable('Time zones', 'TimeZone', reports)].filter(
    (table) => table !== undefined,
  );
  if (tables.length === 0) return undefined;
  return html`<details class="panel more distributions">
    <summary><h2>Languages and time zones</h2></summary>
    <div class="columns-of-tables">${tables}</div>
  </details> `;
}

function valuesTable(title: string, column: CountedColumn, reports: readonly ReportCounts[]): Html | undefined {
  const report = reports.find((one) => (one.distribution(column)?.total ?? 0) > 0);
  const distribution = report?.distribution(column);
  if (report === undefined || distribution === undefined) return undefined;
  const { values, rest } = distribution.first(MAX_VALUES);
  const longest = Math.max(rest, ...values.map(({ count: number }) => number));
  const row = (name: Html, number: number): PanelRow => ({
    cells: [name, html`${count(number)}`, bar([{ kind: 'value', count: number }], longest)],
  });
  const rows = values.map(({ value, count: number }) => row(valueLink(report.name, column, value), number));
  if (rest > 0) rows.push(row(html`all others`, rest));
  const columns: readonly PanelColumn[] = [
    { name: title },
    { name: 'Mailboxes', kind: 'number' },
    { name: 'Share', kind: 'bars' },
  ];
  return panelTable(title, columns, rows);
}

function valueLink(report: string, column: string, value: string): Html {
  const shown = html`${shownValue(value)}`;
  return value.length > MAX_LINKED ? shown : rowsLink(shown, { report, conditions: [{ column, is: value }] });
}

function shownValue(value: string): string {
  return value.trim() === '' ? '(not set)' : value;
}
