import type { PageCell } from '../../src/outputs/page/data.ts';
import { csvRecord } from '../../src/outputs/files/csv-file.ts';
import type { CsvDelimiter } from '../../src/text/csv.ts';
import type { TestTable } from './page-file.ts';

/** Hostile texts that users of a tenant could write into their settings. */
export const NASTY: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '<!--<script>',
  "=cmd|'/c calc'!A0",
  '+1+2',
  '@SUM(A1)',
  'says "hello", twice',
  'one\r\ntwo\nthree',
  'lone\rreturn',
  '\u202Egnp.exe',
  '👩‍👩‍👧 日本語 ünïcödé',
  '\u0000\u0007 \u2028',
  '&lt;b&gt; &amp; ${x} {{y}}',
  '  blanks  ',
  '__proto__',
  'x'.repeat(20_000),
];

const COLUMNS = [
  'MailboxName',
  'DisplayName',
  'Language',
  'TimeZone',
  'AutomaticReplyStatus',
  'AutomaticReplyExternalAudience',
  'AutomaticReplyStart',
  'AutomaticReplyEnd',
  'Message',
  'ItemCount',
  'DateFormat',
  'TimeFormat',
  'WorkingDays',
  'WorkStart',
  'WorkEnd',
  'Purpose',
  'Status',
  'Error',
  'Verdict',
  'Violations',
] as const;

const REPLY_COLUMNS = ['AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd'] as const;
const NAMES = ['Adele', 'Megan', 'Ünal', 'Björn', 'Zoë', 'alex', 'Miriam'];
const LANGUAGES = ['de-DE', 'en-US', '', 'ja-JP', 'fr-FR'];
const ZONES = Array.from({ length: 40 }, (_, zone) => `Zone ${zone} Standard Time`);
const REPLIES = ['disabled', 'disabled', 'alwaysEnabled', 'scheduled', 'Scheduled'];
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.parse('2026-11-01T08:00:00Z');

/** A report with 20 columns in random order of mailboxes, with hostile text in every column that users can write. */
export function settings(count: number, nasty: readonly string[] = NASTY): TestTable {
  const rows = Array.from({ length: count }, (_, row) => mailbox(row, nasty));
  const away = { key: 'away', title: 'Away now', meaning: 'Automatic replies were on', columns: REPLY_COLUMNS };
  return {
    name: 'mailbox-settings',
    columns: COLUMNS,
    rows,
    views: [away],
    marksOf: (row) => (isAway(row) ? [0] : []),
  };
}

/** At the time of the tests. */
export function isAway(row: readonly PageCell[]): boolean {
  const when = '2026-11-25T12:00:00.000Z';
  const [status, start = '', end = ''] = REPLY_COLUMNS.map((column) => row[COLUMNS.indexOf(column)]);
  const folded = String(status).toLowerCase();
  return folded === 'alwaysenabled' || (folded === 'scheduled' && start <= when && when < end);
}

function mailbox(row: number, nasty: readonly string[]): readonly PageCell[] {
  const name = of(NAMES, row);
  const number = (row * 48_271) % 100_003;
  const read = row % 50 !== 7;
  const scheduled = of(REPLIES, row).toLowerCase() === 'scheduled';
  const start = new Date(FIRST_DAY + (row % 40) * DAY_MS);
  const cells: readonly PageCell[] = [
    `${name} ${number}`,
    of(LANGUAGES, row),
    of(ZONES, row * 7),
    of(REPLIES, row),
    row % 3 === 0 ? 'all' : 'none',
    scheduled ? start.toISOString() : '',
    scheduled ? new Date(start.getTime() + 5 * DAY_MS).toISOString() : '',
    row % 5 === 0 ? of(nasty, row / 5) : `I am away, ask ${name} in office ${row % 97}.`,
    row % 11 === 0 ? '' : ((row * 7_919) % 1_000) - 100,
    'dd.MM.yyyy',
    'HH:mm',
    row % 4 === 0 ? 'monday; friday' : 'monday; tuesday; wednesday; thursday; friday',
    '08:00:00',
    '17:00:00',
    'user',
  ];
  return [
    `${name.toLowerCase()}.${number}@contoso.com`,
    ...(read ? cells : cells.map(() => '')),
    read ? 'ok' : 'not-found',
    read ? '' : "ErrorInvalidUser: The requested user 'x' is invalid.",
    read ? (['pass', 'fail', 'warn', 'exempt'][row % 4] ?? '') : 'inconclusive',
    row % 4 === 1 ? 'replies-stay-inside' : '',
  ];
}

function of(values: readonly string[], at: number): string {
  return values[at % values.length] ?? '';
}

/** A second table, with violations. */
export function violations(count: number): TestTable {
  return {
    name: 'violations',
    columns: ['Rule', 'Severity', 'MailboxName', 'Item'],
    rows: Array.from({ length: count }, (_, row) => [
      'replies-stay-inside',
      row % 2 === 0 ? 'error' : 'warning',
      `m${row}@contoso.com`,
      '',
    ]),
  };
}

/** Findings with verdicts. Every fourth is a violation. */
export function findings(count: number): TestTable {
  return {
    name: 'violations',
    columns: ['Rule', 'Severity', 'Report', 'MailboxName', 'Column', 'Verdict'],
    rows: Array.from({ length: count }, (_, row) => [
      'replies-stay-inside',
      'error',
      'mailbox-settings',
      `m${row}@contoso.com`,
      ...(row % 4 === 3 ? ['Audience', 'fail'] : ['', ['inconclusive', 'exempt'][row % 2] ?? '']),
    ]),
  };
}

/** The CSV that the action writes of a table. */
export function csvOf({ columns, rows }: Pick<TestTable, 'columns' | 'rows'>, delimiter: CsvDelimiter = ','): string {
  return csvRecord(columns, delimiter) + rows.map((row) => csvRecord([...row], delimiter)).join('');
}

/** The cells of a row by the names of their columns. */
export function cell(table: TestTable, row: readonly PageCell[], column: string): PageCell {
  return row[table.columns.indexOf(column)] ?? '';
}
