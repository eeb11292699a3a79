import path from 'node:path';
import { applicationsNamed, type NamedApplication } from '../../../applications/application-rows.ts';
import { BY_ROLES, fullName } from '../../../applications/through.ts';
import { UserError } from '../../../errors.ts';
import type { Json } from '../../../json.ts';
import { access, DIRECT } from '../../../reports/built-in/access.ts';
import { applications, APPLICATIONS_TABLE } from '../../../reports/built-in/applications.ts';
import { MAILBOX_COLUMN } from '../../../reports/definition.ts';
import { shownOf, type RowView } from '../../../reports/known.ts';
import { rowViewer } from '../../../reports/row-view.ts';
import { withoutCommands } from '../../../run/log.ts';
import { withKeptReport } from '../../../store/kept-report.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import type { RowsHeader, StoredMailbox, StoredRow } from '../../../store/rows-file.ts';
import { UnusableRows } from '../../../store/rows-reader.ts';
import { cellText, visibleLine } from '../../../text/display.ts';
import { counted, MAX_NAMES } from '../../../text/numbers.ts';
import { RECEIVING } from '../../../text/rights.ts';
import { printRecord, type Terminal } from '../../terminal.ts';
import {
  accessCells,
  ApplicationColumns,
  isAboutNamed,
  isUnknownOf,
  isOfTenant,
  type ApplicationEntry,
} from './application-access.ts';

/** The arguments of `access`. Paths are relative to the current folder. */
interface AccessArguments {
  readonly report: string;
  /** Of a person, or of mailboxes; at least one, unless an application is named. */
  readonly addresses: readonly string[];
  /** Whether the addresses are those of mailboxes. */
  readonly ofMailbox: boolean;
  /** The name or the ID of an application. */
  readonly application: string | undefined;
  readonly format: 'text' | 'csv';
}

const COLUMNS = Object.keys(access.columns);
const HINT = `Download the artifact of a run with "${access.name}" in "report", and name its zip or the folder with its files.`;

/**
 * Prints what somebody or an application can open, or who can open a mailbox, from a downloaded report, and returns 0. What is not
 * known is a note on standard error. Rejects with the UserErrors `REPORT_UNREADABLE`, and `INPUT_INVALID` for a mailbox that the
 * report lacks.
 */
export async function printAccess(args: AccessArguments, folder: string, terminal: Terminal): Promise<number> {
  const { report, addresses, ofMailbox, application, format } = args;
  const wantedAddresses = new Set(addresses.map((address) => address.toLowerCase()));
  const unknown: Unknown = { mailboxes: 0, rows: 0, applications: new Set() };
  const seen = new Set<string>();
  const ofTenant = new Map<string, { readonly entry: ApplicationEntry; mailboxes: number }>();
  let rowCount = 0;
  const print = (cells: readonly Json[], text: string): void => {
    rowCount += 1;
    if (format === 'csv') printRecord(cells.map(cellText), terminal);
    else terminal.out(`${text}\n`);
  };
  let named: readonly NamedApplication[] = [];
  try {
    await withKeptReport(path.resolve(folder, report), {}, async (rows) => {
      const { header } = rows;
      const columns = ApplicationColumns.of(header);
      if (application !== undefined && columns === undefined) throw lacksReport(applications.name);
      if (application !== undefined)
        named = applicationsNamed((await rows.end()).tables?.[APPLICATIONS_TABLE] ?? [], application);
      const people = application === undefined ? placeIn(header, ofMailbox && columns !== undefined) : undefined;
      if (format === 'csv') printRecord([MAILBOX_COLUMN, ...COLUMNS], terminal);
      for await (const mailbox of rows.mailboxes()) {
        const address = mailbox.address.toLowerCase();
        if (ofMailbox && !wantedAddresses.has(address)) continue;
        seen.add(address);
        if (people !== undefined) {
          const opening = accessRows(mailbox, people, unknown);
          for (const cells of opening.filter(([trustee = null]) => isWanted(trustee, ofMailbox, wantedAddresses)))
            print([mailbox.address, ...cells], line([mailbox.address, ...cells], ofMailbox, terminal.style));
        }
        if (columns === undefined || (application === undefined && !ofMailbox)) continue;
        if (!columns.isRead(mailbox) && people === undefined) unknown.mailboxes += 1;
        for (const text of columns.unknownOf(mailbox)) {
          if (application === undefined || isUnknownOf(text, application)) unknown.applications.add(text);
        }
        for (const entry of columns.entriesOf(mailbox)) {
          if (application === undefined) {
            print([mailbox.address, ...accessCells(entry)], applicationLine(fullName(entry), entry));
          } else if (isAboutNamed(entry, application, named)) {
            const key = JSON.stringify(entry);
            if (isOfTenant(entry) && format === 'text')
              ofTenant.set(key, { entry, mailboxes: (ofTenant.get(key)?.mailboxes ?? 0) + 1 });
            else {
              const subject = named.length === 1 ? mailbox.address : `${fullName(entry)}: ${mailbox.address}`;
              print([mailbox.address, ...accessCells(entry)], applicationLine(subject, entry));
            }
          }
        }
      }
    });
  } catch (error) {
    throw unreadableReport(report, error, HINT);
  }
  for (const { entry, mailboxes } of ofTenant.values()) {
    const all = counted(mailboxes, 'mailbox', 'mailboxes');
    print([], applicationLine(`${fullName(entry)}: ${all}`, entry));
  }
  for (const { byRoles, ...one } of named) {
    for (const permission of byRoles) {
      const entry = { ...one, permission, way: BY_ROLES };
      print(['', ...accessCells(entry)], applicationLine(fullName(one), entry));
    }
  }
  const unlistedAddresses = ofMailbox ? [...wantedAddresses].filter((address) => !seen.has(address)) : [];
  if (unlistedAddresses.length > 0) {
    throw new UserError('INPUT_INVALID', `The report has no mailbox ${unlistedAddresses.join(', ')}.`, {
      hint: 'Name it by its address in the mailbox list of the run.',
    });
  }
  if (format === 'text' && rowCount === 0) terminal.out('Nothing found\n');
  for (const note of [...notes(unknown), ...named.flatMap(disabledNote)]) terminal.err(`${note}\n`);
  return 0;
}

function disabledNote({ isDisabled, ...one }: NamedApplication): readonly string[] {
  return isDisabled ? [withoutCommands(visibleLine(`${fullName(one)} is disabled: it reaches no mailbox.`))] : [];
}

/** The gaps in what is printed. */
interface Unknown {
  mailboxes: number;
  rows: number;
  /** What could not be decided about applications. */
  readonly applications: Set<string>;
}

/** The rows of a mailbox in the report `access`, in the order of its columns. */
function accessRows(mailbox: StoredMailbox, { reportIndex, view }: AccessPlace, unknown: Unknown): Json[][] {
  const stored = mailbox.reports[reportIndex];
  if (stored?.status !== 'ok') unknown.mailboxes += 1;
  const rows = (stored?.rows ?? []).filter(({ status }) => status === 'ok').map(view);
  unknown.rows += rows.filter(({ cell }) => cell('Trustee')?.isKnown === false).length;
  return rows.map(({ cell }) => COLUMNS.map((column) => shownOf(cell(column)) ?? null));
}

function isWanted(trustee: Json, ofMailbox: boolean, addresses: ReadonlySet<string>): boolean {
  return ofMailbox ? trustee !== null : typeof trustee === 'string' && addresses.has(trustee.toLowerCase());
}

/** `CRM (8e3c...)  Mail.Read, scope Sales` */
function applicationLine(subject: string, { permission, way }: ApplicationEntry): string {
  return withoutCommands(`${visibleLine(subject)}  ${visibleLine(permission)}, ${visibleLine(way)}`);
}

/** Where the rows have the report `access`, and how they are read. */
interface AccessPlace {
  readonly reportIndex: number;
  readonly view: (row: StoredRow) => RowView;
}

/** @param isOptional whether there is another report to print. Throws an `UnusableRows` if there is none. */
function placeIn({ reports }: RowsHeader, isOptional: boolean): AccessPlace | undefined {
  const reportIndex = reports.findIndex(({ name }) => name === access.name);
  const columns = reports[reportIndex]?.columns;
  if (columns === undefined) {
    if (isOptional) return undefined;
    throw lacksReport(access.name);
  }
  return { reportIndex, view: rowViewer(columns) };
}

function lacksReport(name: string): UnusableRows {
  return new UnusableRows(`It has no rows of the report ${name}.`);
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

function notes({ mailboxes, rows, applications: undecided }: Unknown): readonly string[] {
  return [
    ...(mailboxes === 0 ? [] : [`Not known: ${counted(mailboxes, 'mailbox was', 'mailboxes were')} not read.`]),
    ...(rows === 0
      ? []
      : [
          `Not known: ${counted(rows, 'right is', 'rights are')} of groups or other trustees that the run could not resolve.`,
        ]),
    ...[...undecided].slice(0, MAX_NAMES).map((text) => `Not known: ${withoutCommands(visibleLine(text))}`),
    ...(undecided.size > MAX_NAMES ? [`Not known: ${undecided.size - MAX_NAMES} more. See applications.csv.`] : []),
  ];
}
