import type { AuditRecord } from '../../../history/audit-log.ts';
import type { Timeline } from '../../../history/timeline.ts';
import type { Json } from '../../../json.ts';
import { withoutCommands } from '../../../run/log.ts';
import { cellText, shortened, visibleLine } from '../../../text/display.ts';
import { counted, listed } from '../../../text/numbers.ts';
import { jsonText, printRecord, type Terminal } from '../../terminal.ts';
import type { HistoryOptions } from './history-options.ts';
import { momentOf, type Moment, type TimelineRow } from './timeline-rows.ts';

const KIND_WIDTH = 'mailbox-removed'.length;
const MAX_CELL = 300;

/** Prints a timeline. Everything in it is hostile text. */
export function printTimeline(
  rows: readonly TimelineRow[],
  { reports }: Timeline,
  format: HistoryOptions['format'],
  terminal: Terminal,
): void {
  if (format === 'csv') printCsv(rows, terminal);
  else if (format === 'json') {
    const isGap = ({ kind }: TimelineRow): boolean => kind === 'gap';
    terminal.out(
      jsonText({
        ok: true,
        reports: reports.map((report) => momentJson(momentOf(report))),
        changes: rows.filter((row) => !isGap(row)).map(changeJson),
        gaps: rows.filter(isGap).map(({ mailbox, from, to, note }) => ({
          mailbox,
          from: momentJson(from),
          to: momentJson(to),
          reason: note,
        })),
      }),
    );
  } else printText(rows, reports.length, terminal);
}

/** The first nine as in `changes.csv`, with rule and verdict. */
const COLUMNS = [
  'Change',
  'Report',
  'MailboxName',
  'Item',
  'Column',
  'Before',
  'After',
  'Rule',
  'Verdict',
  'From',
  'To',
  'FromReport',
  'ToReport',
  'Note',
  'At',
  'By',
  'Operation',
];

function printCsv(rows: readonly TimelineRow[], terminal: Terminal): void {
  printRecord(COLUMNS, terminal);
  for (const { kind, report, mailbox, item, column, before, after, rule, verdict, from, to, audit, ...row } of rows) {
    const change = [kind, report, mailbox, item, column, before, after, rule, verdict];
    const times = [from, to].map((moment) => moment?.started?.toISOString() ?? '');
    const note = [row.note, possibleText(audit)].filter((part) => part !== '').join(' ');
    printRecord([...change, ...times, from?.name ?? '', to?.name ?? '', note, ...auditCells(audit)], terminal);
  }
}

function changeJson({
  kind,
  report,
  mailbox,
  item,
  column,
  before,
  after,
  rule,
  verdict,
  from,
  to,
  note,
  audit: records,
}: TimelineRow) {
  const audit = records.kind === 'found' ? recordJson(records.record) : null;
  const possible = records.kind === 'found' ? [] : records.records.map(recordJson);
  const place = { change: kind, report, mailbox, item, column };
  return { ...place, before, after, rule, verdict, from: momentJson(from), to: momentJson(to), note, audit, possible };
}

function recordJson({ time, actor, operation }: AuditRecord) {
  return { at: time.toISOString(), by: actor, operation };
}

/** When, who and by which operation; blank if unknown. */
function auditCells(audit: TimelineRow['audit']): readonly string[] {
  return audit.kind === 'found' ? Object.values(recordJson(audit.record)) : ['', '', ''];
}

/** `Possibly by eve@contoso.com (Set-Mailbox, 2027-01-30T14:03:00.000Z).` */
function possibleText(audit: TimelineRow['audit']): string {
  if (audit.kind === 'found' || audit.records.length === 0) return '';
  const texts = audit.records.map(({ time, actor, operation }) => `${actor} (${operation}, ${time.toISOString()})`);
  return `Possibly by ${listed(texts, 'or')}.`;
}

/** Null: unknown. */
function momentJson(moment: Moment | undefined) {
  return moment === undefined ? null : { report: moment.name, started: moment.started?.toISOString() ?? null };
}

function printText(rows: readonly TimelineRow[], reportCount: number, { out, style }: Terminal): void {
  const mailboxes = new Set(rows.map(({ mailbox }) => mailbox).filter((mailbox) => mailbox !== ''));
  const [only = ''] = mailboxes.size === 1 ? mailboxes : [];
  let current = '';
  for (const row of rows) {
    // The gaps of the only mailbox are among its rows.
    const mailbox = row.mailbox === '' ? only : row.mailbox;
    if (mailbox !== current) out(`${style('bold', withoutCommands(visibleLine(mailbox)))}\n`);
    current = mailbox;
    out(`${line(row, style)}\n`);
    const { audit } = row;
    const records = audit.kind === 'found' ? [audit.record] : audit.records;
    const certainty = audit.kind === 'found' ? '' : 'possibly ';
    for (const record of records) out(`  ${certainty}${withoutCommands(auditText(record))}\n`);
  }
  const changes = rows.filter(({ kind }) => kind !== 'gap');
  const total = `${counted(changes.length, 'entry', 'entries')} in ${counted(reportCount, 'report', 'reports')}`;
  out(`${style('dim', `${total}. Times are in UTC.`)}\n`);
  const moments = changes.flatMap(({ from, to }) => [from, to]).filter((moment) => moment !== undefined);
  const names = new Set(moments.map((moment) => `${minuteOf(moment)}  ${moment.name}`));
  for (const name of [...names].sort()) out(`${style('dim', withoutCommands(cut(name)))}\n`);
}

/** `2027-01-30 01:00 to 2027-01-31 01:00  changed          mailbox-settings: TimeZone: "UTC" -> "GMT"  (no-gmt: fail)` */
function line(
  { kind, report, item, column, before, after, rule, verdict, from, to, note }: TimelineRow,
  style: Terminal['style'],
): string {
  const values = [before, after].map(quoted);
  const place = [report, item === '' ? '' : `"${cut(item)}"`, column, values.filter(Boolean).join(' -> ')];
  const text = [
    place.filter(Boolean).map(visibleLine).join(': '),
    rule === '' ? '' : `(${visibleLine(rule)}: ${verdict})`,
    cut(note),
  ];
  const words = withoutCommands(text.filter(Boolean).join('  '));
  const kindText = kind.padEnd(KIND_WIDTH);
  return `${timesText(kind, from, to)}  ${kind === 'gap' ? style('yellow', kindText) : style('bold', kindText)}  ${words}`;
}

/** `2027-01-30 14:03 by eve@contoso.com: Set-Mailbox` */
function auditText({ time, actor, operation }: AuditRecord): string {
  return cut(`${minuteOf({ name: '', started: time })} by ${actor}: ${operation}`);
}

function timesText(kind: TimelineRow['kind'], from: Moment | undefined, to: Moment | undefined): string {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  if (kind === 'gap' && first === last) return first;
  return from === undefined ? `before ${last}` : `${first} to ${last}`;
}

/** `2027-01-31 01:00`, in UTC. */
function minuteOf(moment: Moment | undefined): string {
  return moment?.started?.toISOString().slice(0, 16).replace('T', ' ') ?? 'time not known';
}

function quoted(value: Json): string {
  return value === null ? '' : `"${cut(cellText(value))}"`;
}

function cut(text: string): string {
  return shortened(visibleLine(text), MAX_CELL);
}
