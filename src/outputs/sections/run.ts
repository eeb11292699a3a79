import { RENEWAL_DAYS } from '../../auth/certificate.ts';
import { count, counted, MAX_NAMES, someNames } from '../../text/numbers.ts';
import { shortened } from '../../text/display.ts';
import { REMEDIES } from '../../totals/mailbox-counts.ts';
import { inTurns } from '../../totals/shown-findings.ts';
import { viewsOf, type ReportCounts } from '../../totals/report-counts.ts';
import type { TableCounts } from '../../totals/table-counts.ts';
import type { BaselineSummary, CertificateSummary, RunSummary } from '../../totals/run-summary.ts';
import {
  namesOf,
  placeInList,
  type Column,
  type Content,
  type Section,
  type Table,
  type TableRow,
} from '../../run/section.ts';
import { UNREAD_TITLE } from '../../run/result.ts';
import { inputName } from '../../text/audience.ts';

const MAX_WARNINGS = 20;
const MAX_UNREAD = 20;

/** The result, and for a `pass` the number of mailboxes that were not read: `pass, 28 not read`. */
export function resultText({ result, cancelled, mailboxes }: RunSummary): string {
  const notRead = result === 'pass' && mailboxes.unreadable > 0 ? `, ${count(mailboxes.unreadable)} not read` : '';
  return `${result}${notRead}${cancelled ? ' (cancelled)' : ''}`;
}

/** The result in a sentence, else how many mailboxes were read. */
export function resultSentence({ message, mailboxes, tables = [], maxUnreadable }: RunSummary): string {
  const { total, unreadable } = mailboxes;
  if (message !== '') return message;
  if (total === 0 && tables.length > 0) return tablesSentence(tables);
  if (unreadable === 0) return total === 1 ? 'The mailbox was read.' : `All ${count(total)} mailboxes were read.`;
  return `${count(unreadable)} of ${counted(total, 'mailbox', 'mailboxes')} could not be read; ${inputName('max-unreadable')} is ${maxUnreadable}.`;
}

/** How many tables about the tenant were read, of a run that reads nothing else. */
function tablesSentence(tables: readonly TableCounts[]): string {
  const unread = tables.filter(({ status }) => status !== 'ok').length;
  const all = counted(tables.length, 'table', 'tables');
  if (unread > 0) return `${count(unread)} of ${all} could not be read.`;
  return tables.length === 1 ? 'The table was read.' : `All ${all} were read.`;
}

/** Which reports are experimental, and why. Undefined if none is. */
export function experimentalText({ reports, tables = [] }: Pick<RunSummary, 'reports' | 'tables'>): string | undefined {
  const experimental = [...reports, ...tables].filter(({ isExperimental }) => isExperimental).map(({ name }) => name);
  if (experimental.length === 0) return undefined;
  const which = experimental.length === 1 ? 'this report reads' : 'these reports read';
  return `${someNames(experimental, String)}. Microsoft does not document the interface of Exchange Online that ${which}.`;
}

/** How many mailboxes could not be read, by cause, with what to do. Undefined if all were read. */
export function unreadSection({ mailboxes, reports }: RunSummary): Section | undefined {
  const { causes, unreadable } = mailboxes;
  if (causes.length === 0) return undefined;
  const report = reports.find((counts) => counts.unreadable > 0)?.name;
  const rows = causes.map((status): TableRow => ({
    cells: [
      { about: { code: status }, rows: { report, conditions: [{ column: 'Status', is: status }] } },
      counted(mailboxes.unreadableBy(status), 'mailbox', 'mailboxes'),
      REMEDIES[status],
    ],
  }));
  const title = UNREAD_TITLE;
  const columns: readonly Column[] = [
    { name: 'Cause', kind: 'short' },
    { name: 'Found', kind: 'short' },
    { name: 'What to do', kind: 'prose' },
  ];
  const table = { label: title, columns, rows, unit: ['cause', 'causes'] as const };
  return { title, short: 'Not read', folded: `${title}: ${count(unreadable)}`, blocks: [{ table }] };
}

/** Mailboxes that could not be read, with some of each cause. Undefined if all were read. */
export function unreadList({ mailboxes, lines }: RunSummary): Section | undefined {
  const { causes, unreadable } = mailboxes;
  if (unreadable === 0) return undefined;
  const byCause = causes.map((status) =>
    mailboxes.unreadableMailboxes(status).map((mailbox) => ({ ...mailbox, status })),
  );
  const rows = inTurns(byCause, MAX_UNREAD)
    .sort((one, other) => causes.indexOf(one.status) - causes.indexOf(other.status))
    .map((mailbox) => ({
      cells: [{ mailbox: mailbox.address }, { code: mailbox.status }, placeInList(lines, mailbox), mailbox.error],
    }));
  const title = 'Which could not be read';
  const columns = [{ name: 'Mailbox' }, { name: 'Cause' }, { name: 'Listed at' }, { name: 'Error' }];
  const table = { label: title, columns, rows, unit: ['mailbox', 'mailboxes'] as const };
  return {
    title,
    folded: `${title}: ${mailboxes.causesText}`,
    blocks: [{ table: { ...table, more: unreadable - rows.length, moreIn: 'the CSV' } }],
  };
}

export function warningsSection(warnings: readonly string[]): Section | undefined {
  if (warnings.length === 0) return undefined;
  const items = warnings.slice(0, MAX_WARNINGS).map((warning) => shortened(warning, 500));
  if (warnings.length > items.length) items.push(`and ${count(warnings.length - items.length)} more: see the log`);
  return { title: 'Warnings', folded: `Warnings: ${count(warnings.length)}`, blocks: [{ items }] };
}

/** What was read, from which files, and in which run: the names of these facts and their values. */
export function runFacts({
  listFiles,
  reports,
  tables = [],
  policy,
  fileSettings = [],
  runUrl,
}: RunSummary): readonly (readonly [string, Content])[] {
  const labels = reports.map(({ label, items, read, unit }) =>
    items === read ? label : `${label} (${counted(items, unit.singular, unit.plural)})`,
  );
  labels.push(...tables.map(({ label, rows, unit }) => `${label} (${counted(rows, unit.singular, unit.plural)})`));
  const names = (all: readonly string[]): Content => namesOf(all, (name) => shortened(name, 300));
  const facts: readonly (readonly [string, Content | undefined])[] = [
    ['Reports', names(labels)],
    [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', listFiles.length === 0 ? undefined : names(listFiles)],
    [
      'Policy',
      policy && `${shortened(policy.file, 300)}${policy.baseline ? `. ${baselineSentence(policy.baseline)}` : ''}`,
    ],
    ['Settings', fileSettings.length === 0 ? undefined : shortened(fileSettings.join('; '), 300)],
    ['Run', runUrl === undefined ? undefined : { link: 'This run', url: runUrl }],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The file of a baseline, the number of its entries, and how many no longer occur. */
function baselineSentence({ file, entries, stale }: BaselineSummary): string {
  const gone = stale === 0 ? '' : `; ${count(stale)} no longer ${stale === 1 ? 'occurs' : 'occur'}`;
  return `Baseline ${shortened(file, 300)}: ${counted(entries, 'entry', 'entries')}${gone}.`;
}

/** How long a certificate is valid. */
export function certificateText({ daysLeft, expiresOn }: CertificateSummary): string {
  return `${counted(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
}

/** Whether it is time to register another certificate. */
export function isExpiring({ daysLeft }: CertificateSummary): boolean {
  return daysLeft <= RENEWAL_DAYS;
}

/** The numbers of the run, as far as they are known. */
export function runCounts(summary: RunSummary): Table {
  const { mailboxes, duplicateCount, unlistedCount, reports, policy } = summary;
  const verdicts = policy?.verdicts;
  const numbers: readonly (readonly [string, number | undefined])[] = [
    ['Mailboxes', mailboxes.total],
    ['Read', mailboxes.read],
    ['Not read', mailboxes.unreadable],
    ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
    ['Not in the list', unlistedCount],
    ...viewsOf(reports).map(({ view, counts }) => [view.label, counts.mailboxes] as const),
    ['Violations', verdicts?.total('failed')],
    ['Warnings', verdicts?.total('warned')],
    ['Known', policy?.baseline && verdicts?.total('known')],
    ['Exempt', verdicts?.total('exempt')],
  ];
  const known = numbers.flatMap(([name, number]) => (number === undefined ? [] : [{ name, number }]));
  return {
    label: 'Counts',
    columns: known.map(({ name }) => ({ name, kind: 'number' })),
    rows: [{ cells: known.map(({ number }) => count(number)) }],
    unit: ['row', 'rows'],
  };
}

/** The reports with their rows and mailboxes. Undefined if one report has a row per mailbox: its counts are those of the run. */
export function reportsTable(reports: readonly ReportCounts[], tables: readonly TableCounts[] = []): Table | undefined {
  if (
    tables.length === 0 &&
    reports.length === 1 &&
    reports.every(({ items, read, isExperimental }) => items === read && !isExperimental)
  ) {
    return undefined;
  }
  const rows = reports.slice(0, MAX_NAMES).map(({ label, items, unit, read, unreadable }) => ({
    cells: [
      shortened(label, 100),
      shortened(counted(items, unit.singular, unit.plural), 100),
      count(read),
      count(unreadable),
    ],
  }));
  const ofTenant = tables.map(({ label, rows: found, unit, status }) => ({
    cells: [shortened(label, 100), status === 'ok' ? counted(found, unit.singular, unit.plural) : status, '', ''],
  }));
  const numbers = ['Rows', 'Mailboxes read', 'Not read'].map((name) => ({ name, kind: 'number' as const }));
  return {
    label: 'Reports',
    columns: [{ name: 'Report' }, ...numbers],
    rows: [...rows, ...ofTenant],
    more: reports.length - rows.length,
    unit: ['report', 'reports'],
  };
}
