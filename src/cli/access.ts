import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeError, UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import { csvRecord } from '../outputs/files/csv.ts';
import { removeTemp } from '../outputs/files/output-directory.ts';
import { access, DIRECT } from '../reports/built-in/access.ts';
import { MAILBOX_COLUMN } from '../reports/definition.ts';
import { withoutCommands } from '../run/log.ts';
import { reportFolder } from '../store/archive.ts';
import { ROWS_FILE, type RowsHeader, type StoredReport, type StoredRow } from '../store/rows-file.ts';
import { readHeader, readMailboxes, UnusableRows } from '../store/rows-reader.ts';
import { cellText, visibleLine } from '../text/display.ts';
import { counted } from '../text/numbers.ts';
import { shownText, type Terminal } from './terminal.ts';

/** The arguments of `access`. Paths are relative to the current folder. */
export interface AccessArguments {
  readonly report: string;
  /** Of a person, or of mailboxes; at least one. */
  readonly addresses: readonly string[];
  /** Whether the addresses are those of mailboxes. */
  readonly ofMailbox: boolean;
  readonly format: 'text' | 'csv';
}

const COLUMNS = Object.keys(access.columns);

/**
 * Prints what somebody can open, or who can open a mailbox, from a downloaded report, and returns 0. What is not known is a note on
 * standard error. Rejects with the UserErrors `REPORT_UNREADABLE`, and `INPUT_INVALID` for a mailbox that the report lacks.
 */
export async function printAccess(
  { report, addresses, ofMailbox, format }: AccessArguments,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  const unknown = { mailboxes: 0, rows: 0 };
  const seen = new Set<string>();
  let found = 0;
  const print = (cells: readonly Json[]): void => {
    if (format === 'csv') {
      const text = csvRecord(cells.map((cell) => cellText(cell)));
      terminal.out(terminal.interactive ? shownText(text) : text);
    } else terminal.out(`${line(cells, ofMailbox, terminal.style)}\n`);
  };
  try {
    const file = path.join(await reportFolder(path.resolve(folder, report), temp), ROWS_FILE);
    const header = await readHeader(file);
    const { at, positions } = placeIn(header, report);
    if (format === 'csv') terminal.out(csvRecord([MAILBOX_COLUMN, ...COLUMNS]));
    for await (const { mailbox } of readMailboxes(file, header, () => undefined)) {
      const address = mailbox.address.toLowerCase();
      if (ofMailbox && !wanted.has(address)) continue;
      seen.add(address);
      const { status, rows }: Pick<StoredReport, 'status' | 'rows'> = mailbox.reports[at] ?? {
        status: 'failed',
        rows: [],
      };
      if (status !== 'ok') unknown.mailboxes += 1;
      for (const row of rows.filter((one) => one.status === 'ok')) {
        const trustee = row.cells[positions[0] ?? -1] ?? null;
        const isWanted = ofMailbox
          ? trustee !== null
          : typeof trustee === 'string' && wanted.has(trustee.toLowerCase());
        if (isUnknown(row, positions[0])) unknown.rows += 1;
        if (!isWanted) continue;
        found += 1;
        print([mailbox.address, ...positions.map((position) => row.cells[position] ?? null)]);
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof UnusableRows ? error.message : `${describeError(error)}.`;
    throw unreadable(report, reason, error);
  } finally {
    await removeTemp(temp);
  }
  const missing = ofMailbox ? [...wanted].filter((address) => !seen.has(address)) : [];
  if (missing.length > 0) {
    throw new UserError('INPUT_INVALID', `The report has no mailbox ${missing.join(', ')}.`, {
      hint: 'Name it by its address in the mailbox list of the run.',
    });
  }
  if (format === 'text' && found === 0) terminal.out('Nothing found\n');
  for (const note of notes(unknown)) terminal.err(`${note}\n`);
  return 0;
}

function placeIn(
  { reports }: RowsHeader,
  report: string,
): { readonly at: number; readonly positions: readonly number[] } {
  const at = reports.findIndex(({ name }) => name === access.name);
  const columns = reports[at]?.columns;
  if (columns === undefined) {
    throw unreadable(report, `It has no rows of the report ${access.name}.`, undefined);
  }
  return { at, positions: COLUMNS.map((name) => columns.indexOf(name)) };
}

function unreadable(report: string, reason: string, cause: unknown): UserError {
  return new UserError('REPORT_UNREADABLE', `The report ${report} cannot be used. ${reason}`, {
    hint: `Download the artifact of a run with "${access.name}" in "report", and name its zip or the folder with its files.`,
    cause,
  });
}

function isUnknown({ incomplete }: StoredRow, position: number | undefined): boolean {
  return position !== undefined && incomplete?.has(position) === true;
}

/** `shared@contoso.com  FullAccess through sales@contoso.com` */
function line(
  [mailbox, trustee, name, right, through, inside]: readonly Json[],
  ofMailbox: boolean,
  style: Terminal['style'],
): string {
  const shown = (cell: Json | undefined): string => visibleLine(cellText(cell ?? null));
  const group = through === DIRECT || through === null ? '' : ` through ${shown(through)}`;
  const person = name === null || !ofMailbox ? '' : ` (${shown(name)})`;
  const about = `${shown(ofMailbox ? trustee : mailbox)}${person}  ${shown(right)}${group}`;
  return `${withoutCommands(about)}${inside === false ? style('yellow', ' (outside)') : ''}`;
}

/** What somebody may have beyond what is printed. */
function notes({ mailboxes, rows }: { readonly mailboxes: number; readonly rows: number }): readonly string[] {
  return [
    ...(mailboxes === 0 ? [] : [`Not known: ${counted(mailboxes, 'mailbox was', 'mailboxes were')} not read.`]),
    ...(rows === 0
      ? []
      : [
          `Not known: ${counted(rows, 'right is', 'rights are')} of groups or others of whom the run does not know who they are.`,
        ]),
  ];
}
