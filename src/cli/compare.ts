import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeError, UserError } from '../errors.ts';
import type { Change } from '../run/mailbox-result.ts';
import { ChangeCounts } from '../totals/change-counts.ts';
import { openEarlierReport, UnusableReport, type EarlierReport } from '../store/earlier-report.ts';
import { reportDifference, type ReportDifference } from '../compare/report-difference.ts';
import { reportFilesAt } from '../store/report-files.ts';
import { csvRecord } from '../outputs/files/csv.ts';
import { CHANGE_COLUMNS, changeCells } from '../outputs/files/csv-sinks.ts';
import { differenceText } from '../totals/run-summary.ts';
import { removeTemp } from '../outputs/files/output-directory.ts';
import { cellText, visibleLine } from '../text/display.ts';
import { shownText, type Terminal } from './terminal.ts';

/** The arguments of `compare`. Paths are relative to the current folder. */
export interface CompareArguments {
  readonly before: string;
  readonly after: string;
  readonly format: 'text' | 'csv';
}

/**
 * Prints what differs between two downloaded reports, and returns the exit code: 0 if nothing does, else 1. Rejects with the
 * UserError `REPORT_UNREADABLE`.
 */
export async function compareReports(
  { before, after, format }: CompareArguments,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  const opened: EarlierReport[] = [];
  const open = async (report: string): Promise<EarlierReport> => {
    const one = await openReport(report, folder, await mkdtemp(path.join(temp, 'report-')));
    opened.push(one);
    return one;
  };
  try {
    const difference = differenceOf(await open(before), await open(after), `${before} and ${after}`);
    return print(difference, format, terminal) ? 1 : 0;
  } finally {
    for (const report of opened) report.close();
    await removeTemp(temp);
  }
}

async function openReport(report: string, folder: string, temp: string): Promise<EarlierReport> {
  try {
    const { folder: place, reports } = await reportFilesAt(path.resolve(folder, report), temp);
    if (reports.length === 0) throw new UnusableReport('It has no CSV of a report.');
    return await openEarlierReport(place, reports);
  } catch (error) {
    throw unreadable(`The report ${report}`, error);
  }
}

function differenceOf(before: EarlierReport, after: EarlierReport, names: string): ReportDifference {
  try {
    return reportDifference(before, after);
  } catch (error) {
    throw unreadable(`The reports ${names}`, error);
  }
}

function unreadable(what: string, error: unknown): UserError {
  const reason = error instanceof UnusableReport ? error.message : `${describeError(error)}.`;
  return new UserError('REPORT_UNREADABLE', `${what} cannot be used. ${reason}`, {
    hint: 'Download the artifact of a run, and name its zip or the folder with its files.',
    cause: error,
  });
}

/** Returns whether anything differs. */
function print(difference: ReportDifference, format: CompareArguments['format'], terminal: Terminal): boolean {
  const { notes, comparesViolations } = difference;
  const counts = new ChangeCounts();
  const record = (cells: Parameters<typeof csvRecord>[0]): void => {
    const text = csvRecord(cells);
    terminal.out(terminal.interactive ? shownText(text) : text);
  };
  for (const note of notes) terminal.err(`${shownText(note)}\n`);
  if (format === 'csv') record(CHANGE_COLUMNS);
  for (const changes of difference.changes()) {
    counts.add({ changes });
    for (const change of changes) {
      if (format === 'csv') record(changeCells(change));
      else terminal.out(`${changeLine(change, terminal.style)}\n`);
    }
  }
  if (format === 'text') terminal.out(`${differenceText({ counts, comparesViolations })}\n`);
  return counts.changeCount + counts.newViolationCount + counts.resolvedCount > 0;
}

const KIND_WIDTH = 'mailbox-removed'.length;

/** `changed          a@contoso.com  mailbox-settings: TimeZone: "UTC" -> "GMT"` */
function changeLine(change: Change, style: Terminal['style']): string {
  const { kind, report, mailbox, item, column, before, after, rule } = change;
  const values = [before, after].map((value) => (value === null ? '' : `"${visibleLine(cellText(value))}"`));
  const about = [rule ?? report, item === '' ? '' : `"${item}"`, column, values.filter(Boolean).join(' -> ')];
  const text = about.filter(Boolean).map(visibleLine).join(': ');
  return `${style('bold', kind.padEnd(KIND_WIDTH))}  ${visibleLine(mailbox)}${text === '' ? '' : `  ${text}`}`;
}
