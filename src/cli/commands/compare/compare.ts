import { UserError } from '../../../errors.ts';
import type { Change } from '../../../run/mailbox-result.ts';
import { ChangeCounts } from '../../../compare/change-counts.ts';
import { incomparable } from '../../../compare/earlier-report.ts';
import { openNamedReport, type IndexedReport } from '../../../store/indexed-report.ts';
import type { RowsHeader } from '../../../store/rows-file.ts';
import { TableComparison } from '../../../compare/table-comparison.ts';
import { Comparison } from '../../../compare/row-comparison.ts';
import { differenceText } from '../../../compare/change-sections.ts';
import { CHANGE_COLUMNS, changeCells } from '../../../compare/changed-rows.ts';
import { hasRow, sharedRow } from '../../../compare/shared-changes.ts';
import { withoutCommands } from '../../../run/log.ts';
import { cellText, visibleLine } from '../../../text/display.ts';
import { counted } from '../../../text/numbers.ts';
import type { TableFormat } from '../../row-output.ts';
import { jsonText, printRecord, terminalText, type Terminal } from '../../terminal.ts';

/** The arguments of `compare`. Paths are relative to the current folder. */
interface CompareArguments {
  readonly before: string;
  readonly after: string;
  readonly format: TableFormat;
}

/**
 * Prints what differs between two downloaded reports as a run compares itself with an earlier one, and returns the exit code: 0
 * if nothing does, else 1. Rejects with the UserError `REPORT_UNREADABLE`.
 */
export async function compareReports(
  { before, after, format }: CompareArguments,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  const openReports: IndexedReport[] = [];
  try {
    for (const report of [before, after]) openReports.push(await openNamedReport(report, folder));
    const [earlier, later] = openReports;
    if (earlier === undefined || later === undefined) throw new Error('there are two reports');
    const { tenant, cloud, reports, tables } = later.header;
    const names = [...reports, ...tables].map(({ name }) => name);
    const reason = incomparable(earlier.header, { tenant, cloud, reports: names });
    if (reason !== undefined) throw incomparableReports(before, after, reason);
    return print(earlier, later, format, terminal) ? 1 : 0;
  } finally {
    for (const report of openReports) await report.close();
  }
}

function incomparableReports(before: string, after: string, reason: string): UserError {
  const message = `The reports ${before} and ${after} cannot be compared. ${before}: ${reason}`;
  return new UserError('REPORT_UNREADABLE', message, {
    hint: 'Name two runs of one tenant and cloud with at least one report in common.',
  });
}

/** Returns whether anything differs. */
function print(earlier: IndexedReport, later: IndexedReport, format: TableFormat, terminal: Terminal): boolean {
  const { reports, tables, rules, list } = later.header;
  const comparison = new Comparison(earlier, reports, rules, '', undefined);
  const ofTables = new TableComparison(earlier, tables, rules, '', undefined);
  const counts = new ChangeCounts(comparison.ruleChanges);
  const json: object[] = [];
  let rows = 0;
  const show = (changes: readonly Change[]): void => {
    rows += changes.length;
    for (const change of changes) {
      if (format === 'csv') printRecord(changeCells(change), terminal);
      else if (format === 'json') json.push(changeJson(change));
      else terminal.out(`${changeLine(change, terminal.style)}\n`);
    }
  };
  const notes = [...new Set([...comparison.notes, ...ofTables.notes])].concat(loneParts(earlier.header, later.header));
  for (const note of notes) terminal.err(`${terminalText(note)}\n`);
  if (format === 'csv') printRecord(CHANGE_COLUMNS, terminal);
  const { changes } = ofTables.differenceOf(later.tables);
  counts.addTable({ changes, verdict: undefined });
  show(changes.filter(hasRow));
  for (let index = 0; reports.length > 0 && index < list.length; index += 1) {
    const difference = comparison.differenceOf(later.at(index));
    counts.add(difference);
    show(difference.changes.filter(hasRow));
  }
  const removed = [...comparison.removed()];
  counts.add({ changes: removed });
  show(removed);
  show(counts.shared.map(sharedRow));
  const { comparesViolations } = comparison;
  if (format === 'text') terminal.out(`${differenceText(counts, comparesViolations)}\n`);
  if (format === 'json') terminal.out(jsonText({ ok: rows === 0, changes: json, notes }));
  return rows > 0;
}

/** With the members that `history` prints. */
function changeJson({ kind, report, mailbox, item, column, before, after, rule = '' }: Change): object {
  return { change: kind, report, mailbox, item, column, before, after, rule };
}

/** What only the earlier report has. */
function loneParts(before: RowsHeader, after: RowsHeader): readonly string[] {
  const names = [...before.reports, ...before.tables].map(({ name }) => name);
  const lone = names.filter((name) => [...after.reports, ...after.tables].every((report) => report.name !== name));
  return [
    ...lone.map((name) => `The later report has no rows of ${name}, so ${name} is not compared.`),
    ...(before.digests.policy !== undefined && after.digests.policy === undefined
      ? ['The later run had no policy, so violations are not compared.']
      : []),
  ];
}

const KIND_WIDTH = 'mailbox-removed'.length;

/** `changed          a@contoso.com  mailbox-settings: TimeZone: "UTC" -> "GMT"` */
function changeLine(change: Change, style: Terminal['style']): string {
  const { kind, report, mailbox, item, column, before, after, rule } = change;
  const values = [before, after].map((value) => {
    if (value === null) return '';
    return hasRow(change) ? `"${visibleLine(cellText(value))}"` : counted(Number(value), 'mailbox', 'mailboxes');
  });
  const parts = [rule ?? report, item === '' ? '' : `"${item}"`, column, values.filter(Boolean).join(' -> ')];
  const text = parts.filter(Boolean).map(visibleLine).join(': ');
  const line = [visibleLine(mailbox), text].filter(Boolean).join('  ');
  return `${style('bold', kind.padEnd(KIND_WIDTH))}  ${withoutCommands(line)}`;
}
