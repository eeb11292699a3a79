import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import { removeTemp } from '../files/temp-folder.ts';
import { access, DIRECT } from '../reports/built-in/access.ts';
import { MAILBOX_COLUMN } from '../reports/definition.ts';
import { withoutCommands } from '../run/log.ts';
import { reportFolder } from '../store/archive.ts';
import { ROWS_FILE, type RowsHeader } from '../store/rows-file.ts';
import { readHeader, readMailboxes, UnusableRows } from '../store/rows-reader.ts';
import { cellText, visibleLine } from '../text/display.ts';
import { counted } from '../text/numbers.ts';
import { RECEIVING } from '../text/rights.ts';
import { printRecord, unreadableReport } from './downloaded-report.ts';
import type { Terminal } from './terminal.ts';

/** The arguments of `access`. Paths are relative to the current folder. */
interface AccessArguments {
  readonly report: string;
  /** Of a person, or of mailboxes; at least one. */
  readonly addresses: readonly string[];
  /** Whether the addresses are those of mailboxes. */
  readonly ofMailbox: boolean;
  readonly format: 'text' | 'csv';
}

const COLUMNS = Object.keys(access.columns);
const HINT = `Download the artifact of a run with "${access.name}" in "report", and name its zip or the folder with its files.`;

/**
 * Prints what somebody can open, or who can open a mailbox, from a downloaded report, and returns 0. What is not known is a note on
 * standard error. Rejects with the UserErrors `REPORT_UNREADABLE`, and `INPUT_INVALID` for a mailbox that the report lacks.
 */
export async function printAccess(
  { report, addresses, ofMailbox, format }: AccessArguments,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  const wantedAddresses = new Set(addresses.map((address) => address.toLowerCase()));
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  const unknown = { mailboxes: 0, rows: 0 };
  const seen = new Set<string>();
  let rowCount = 0;
  const print = (cells: readonly Json[]): void => {
    if (format === 'csv') printRecord(cells.map(cellText), terminal);
    else terminal.out(`${line(cells, ofMailbox, terminal.style)}\n`);
  };
  try {
    const file = path.join(await reportFolder(path.resolve(folder, report), temp), ROWS_FILE);
    const header = await readHeader(file);
    const { reportIndex, positions } = placeIn(header);
    const [trusteeAt = -1] = positions;
    if (format === 'csv') printRecord([MAILBOX_COLUMN, ...COLUMNS], terminal);
    for await (const { mailbox } of readMailboxes(file, header, () => undefined)) {
      const address = mailbox.address.toLowerCase();
      if (ofMailbox && !wantedAddresses.has(address)) continue;
      seen.add(address);
      const stored = mailbox.reports[reportIndex];
      if (stored?.status !== 'ok') unknown.mailboxes += 1;
      for (const { status, cells, incomplete } of stored?.rows ?? []) {
        if (status !== 'ok') continue;
        if (incomplete?.has(trusteeAt) === true) unknown.rows += 1;
        const trustee = cells[trusteeAt] ?? null;
        const isWanted = ofMailbox
          ? trustee !== null
          : typeof trustee === 'string' && wantedAddresses.has(trustee.toLowerCase());
        if (!isWanted) continue;
        rowCount += 1;
        print([mailbox.address, ...positions.map((position) => cells[position] ?? null)]);
      }
    }
  } catch (error) {
    throw unreadableReport(report, error, HINT);
  } finally {
    await removeTemp(temp);
  }
  const unlistedAddresses = ofMailbox ? [...wantedAddresses].filter((address) => !seen.has(address)) : [];
  if (unlistedAddresses.length > 0) {
    throw new UserError('INPUT_INVALID', `The report has no mailbox ${unlistedAddresses.join(', ')}.`, {
      hint: 'Name it by its address in the mailbox list of the run.',
    });
  }
  if (format === 'text' && rowCount === 0) terminal.out('Nothing found\n');
  for (const note of notes(unknown)) terminal.err(`${note}\n`);
  return 0;
}

/** Where the rows have the report, and its columns. Throws an `UnusableRows` if there are none. */
function placeIn({ reports }: RowsHeader): { readonly reportIndex: number; readonly positions: readonly number[] } {
  const reportIndex = reports.findIndex(({ name }) => name === access.name);
  const columns = reports[reportIndex]?.columns;
  if (columns === undefined) throw new UnusableRows(`It has no rows of the report ${access.name}.`);
  return { reportIndex, positions: COLUMNS.map((name) => columns.indexOf(name)) };
}

/** `shared@contoso.com  FullAccess through sales@contoso.com` */
function line(
  [mailbox, trustee, name, right, through, inside]: readonly Json[],
  ofMailbox: boolean,
  style: Terminal['style'],
): string {
  const textOf = (cell: Json | undefined): string => visibleLine(cellText(cell ?? null));
  const group = through === DIRECT || through === null ? '' : ` through ${textOf(through)}`;
  const person = name === null || !ofMailbox ? '' : ` (${textOf(name)})`;
  const receives = typeof right === 'string' && RECEIVING.includes(right) ? 'receives mail: ' : '';
  const sentence = `${textOf(ofMailbox ? trustee : mailbox)}${person}  ${receives}${textOf(right)}${group}`;
  return `${withoutCommands(sentence)}${inside === false ? style('yellow', ' (outside)') : ''}`;
}

/** What somebody may have beyond what is printed. */
function notes({ mailboxes, rows }: { readonly mailboxes: number; readonly rows: number }): readonly string[] {
  return [
    ...(mailboxes === 0 ? [] : [`Not known: ${counted(mailboxes, 'mailbox was', 'mailboxes were')} not read.`]),
    ...(rows === 0
      ? []
      : [
          `Not known: ${counted(rows, 'right is', 'rights are')} of groups or other trustees that the run could not resolve.`,
        ]),
  ];
}
