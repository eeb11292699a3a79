import path from 'node:path';
import { applicationNames, applicationsNamed, type NamedApplication } from '../../../applications/application-rows.ts';
import { BY_ROLES, fullName } from '../../../text/through.ts';
import type { Json } from '../../../json.ts';
import { isAddress } from '../../../mailboxes/address.ts';
import { access, DIRECT } from '../../../reports/built-in/access.ts';
import { applications } from '../../../reports/built-in/applications.ts';
import { applicationsOfTenant } from '../../../reports/built-in/applications-of-tenant.ts';
import { MAILBOX_COLUMN } from '../../../reports/definition.ts';
import { shownOf, type RowView } from '../../../reports/known.ts';
import { rowViewer } from '../../../reports/row-view.ts';
import { withoutCommands } from '../../../run/log.ts';
import { withKeptReport, type ReportRows } from '../../../store/kept-report.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import type { RowsHeader, StoredMailbox, StoredRow } from '../../../store/rows-file.ts';
import { UnusableRows } from '../../../store/rows-reader.ts';
import { didYouMean } from '../../../text/did-you-mean.ts';
import { cellText, shownText, visibleLine } from '../../../text/display.ts';
import { counted, MAX_NAMES } from '../../../text/numbers.ts';
import { RECEIVING } from '../../../text/rights.ts';
import { rowOutput, type RowOutput, type TableFormat } from '../../row-output.ts';
import type { Terminal } from '../../terminal.ts';
import {
  accessCells,
  ApplicationColumns,
  applicationsIn,
  isAboutNamed,
  isUnknownOf,
  isOfTenant,
  NOT_IN_REPORT,
  type ApplicationEntry,
} from './application-access.ts';
import { impossible, KnownPeople } from './known-people.ts';

/** The arguments of `access`. Paths are relative to the current folder. */
interface AccessArguments {
  readonly report: string;
  /** Of a person, or of mailboxes; at least one, unless an application is named. */
  readonly addresses: readonly string[];
  /** Whether the addresses are those of mailboxes. */
  readonly ofMailbox: boolean;
  /** The name or the ID of an application. */
  readonly application: string | undefined;
  readonly format: TableFormat;
}

const COLUMNS = Object.keys(access.columns);

/**
 * Prints what somebody or an application can open, or who can open a mailbox, from a downloaded report, and returns 0. What is not
 * known is a note on standard error. Rejects with the UserErrors `REPORT_UNREADABLE`, and `INPUT_INVALID` for a mailbox or an application
 * that the report lacks, and for a person whom it cannot mean.
 */
export async function printAccess(args: AccessArguments, folder: string, terminal: Terminal): Promise<number> {
  const { report, application, format } = args;
  const wanted = application ?? '';
  const output = rowOutput(format, 'rows', [MAILBOX_COLUMN, ...COLUMNS], terminal);
  const search = new Search(args, output, terminal.style);
  try {
    await withKeptReport(path.resolve(folder, report), {}, (rows) => search.read(rows));
  } catch (error) {
    const { name } = application === undefined ? access : applications;
    const hint = `Download the artifact of a run with "${name}" in "report", and name its zip or the folder with its files.`;
    throw unreadableReport(report, error, hint);
  }
  const gone = application === undefined ? search.unknownPeople() : search.requireApplication(wanted);
  search.printShared();
  const missing = gone.map((address) => `The report knows no right, account or mailbox of ${visibleLine(address)}.`);
  const notes = [...search.notes(), ...(search.rowCount > 0 || format !== 'text' ? missing : [])];
  if (format === 'text' && search.rowCount === 0) {
    const lines = missing.length > 0 ? missing : ['Nothing found'];
    terminal.out(`${lines.map(withoutCommands).join('\n')}\n`);
  }
  output.end({ ok: true, notes });
  for (const note of notes) terminal.err(`${withoutCommands(note)}\n`);
  return 0;
}

/** The rights in a report about what was asked. */
class Search {
  readonly #args: AccessArguments;
  readonly #output: RowOutput;
  readonly #style: Terminal['style'];
  readonly #wantedAddresses: ReadonlySet<string>;
  readonly #unknown: Unknown = { mailboxes: 0, rows: 0, applications: new Set() };
  readonly #seen = new Set<string>();
  readonly #ofTenant = new Map<string, { readonly entry: ApplicationEntry; mailboxes: number }>();
  readonly #knownApplications = new Set<string>();
  #people: KnownPeople | undefined;
  #lacksPersonal = false;
  #named: readonly NamedApplication[] = [];
  rowCount = 0;

  constructor(args: AccessArguments, output: RowOutput, style: Terminal['style']) {
    this.#args = args;
    this.#output = output;
    this.#style = style;
    this.#wantedAddresses = new Set(args.addresses.map((address) => address.trim().toLowerCase()));
  }

  /** Prints the rights of the mailboxes in a report. Rejects with an `UnusableRows` without the report that has them. */
  async read(report: ReportRows): Promise<void> {
    const { header } = report;
    const { application, ofMailbox } = this.#args;
    const columns = ApplicationColumns.of(header);
    if (application !== undefined) {
      if (columns === undefined) throw lacksReport(applications.name);
      const tables = await report.tables();
      const rows = tables.find(({ name }) => name === applicationsOfTenant.name)?.rows ?? [];
      const cells = rows.map((row) => row.cells);
      this.#named = applicationsNamed(cells, application);
      for (const name of applicationNames(cells)) this.#knownApplications.add(name);
    }
    const place = application === undefined ? placeIn(header, ofMailbox && columns !== undefined) : undefined;
    const shownColumns = application !== undefined || ofMailbox ? columns : undefined;
    this.#lacksPersonal = shownColumns?.lacksPersonal === true;
    const people = new KnownPeople(header);
    this.#people = people;
    for await (const mailbox of report.mailboxes()) {
      const address = mailbox.address.toLowerCase();
      if (ofMailbox && !this.#wantedAddresses.has(address)) continue;
      this.#seen.add(address);
      if (place !== undefined) this.#addPeople(mailbox, place, people);
      if (shownColumns !== undefined) this.#addApplications(mailbox, shownColumns, place === undefined);
    }
  }

  #addPeople(mailbox: StoredMailbox, place: AccessPlace, people: KnownPeople): void {
    const { ofMailbox } = this.#args;
    people.addAccount(mailbox);
    for (const cells of accessRows(mailbox, place, this.#unknown)) {
      const [trustee = null, name = null, , , inside = null] = cells;
      people.addTrustee(trustee, name, inside);
      if (!isWanted(trustee, ofMailbox, this.#wantedAddresses)) continue;
      if (typeof trustee === 'string') this.#seen.add(trustee.toLowerCase());
      const record = [mailbox.address, ...cells];
      this.#print(record, line(record, ofMailbox, this.#style));
    }
  }

  #addApplications(mailbox: StoredMailbox, columns: ApplicationColumns, countsUnread: boolean): void {
    const { application, format } = this.#args;
    if (countsUnread && !columns.isRead(mailbox)) this.#unknown.mailboxes += 1;
    for (const text of columns.unknownOf(mailbox)) {
      if (application === undefined || isUnknownOf(text, application)) this.#unknown.applications.add(text);
      for (const name of applicationsIn(text)) this.#knownApplications.add(name);
    }
    for (const entry of columns.entriesOf(mailbox)) {
      for (const name of [entry.name, entry.appId]) this.#knownApplications.add(name);
      const record = [mailbox.address, ...accessCells(entry)];
      if (application === undefined) this.#print(record, applicationLine(fullName(entry), entry));
      else if (isAboutNamed(entry, application, this.#named)) {
        const key = JSON.stringify(entry);
        if (isOfTenant(entry) && format === 'text')
          this.#ofTenant.set(key, { entry, mailboxes: (this.#ofTenant.get(key)?.mailboxes ?? 0) + 1 });
        else {
          const subject = this.#named.length === 1 ? mailbox.address : `${fullName(entry)}: ${mailbox.address}`;
          this.#print(record, applicationLine(subject, entry));
        }
      }
    }
  }

  #print(cells: readonly Json[], text: string): void {
    this.rowCount += 1;
    this.#output.add(cells, text);
  }

  /** Prints what an application has in all mailboxes, and by its roles. */
  printShared(): void {
    for (const { entry, mailboxes } of this.#ofTenant.values()) {
      const all = counted(mailboxes, 'mailbox', 'mailboxes');
      this.#print([], applicationLine(`${fullName(entry)}: ${all}`, entry));
    }
    for (const { byRoles, ...one } of this.#named) {
      for (const permission of byRoles) {
        const entry = { ...one, permission, way: BY_ROLES };
        this.#print(['', ...accessCells(entry)], applicationLine(fullName(one), entry));
      }
    }
  }

  /**
   * The addresses of whom the report knows nothing, if it knows none of them: they are of one person. Throws the UserError `INPUT_INVALID`
   * for a mailbox that it lacks, and for a person whom it cannot mean.
   */
  unknownPeople(): readonly string[] {
    const people = this.#people;
    const missing = this.#args.addresses.filter((address) => !this.#seen.has(address.trim().toLowerCase()));
    const [first] = missing;
    if (first === undefined || people === undefined) return [];
    if (this.#args.ofMailbox) {
      const hint = 'Name it by its address in the mailbox list of the run.';
      throw impossible(
        `The report has no mailbox ${missing.map(visibleLine).join(', ')}.`,
        people.nearest(first),
        hint,
      );
    }
    const unknown = missing.filter((address) => !people.has(address));
    const isSomeKnown = unknown.length < this.#args.addresses.length;
    for (const address of unknown) if (!isSomeKnown || !isAddress(address)) people.requirePossible(address);
    return unknown;
  }

  /** Throws the UserError `INPUT_INVALID` if the report does not have the application. */
  requireApplication(application: string): readonly string[] {
    const names = [...this.#knownApplications].filter((name) => name !== '');
    if (names.some((name) => name.toLowerCase() === application.toLowerCase())) return [];
    const message = `The report has no application ${shownText(application)}.`;
    const hint = 'Name it by its name or its application (client) ID.';
    throw impossible(message, didYouMean(application, names), hint);
  }

  /** The gaps in what was printed, and why an application reaches nothing. */
  notes(): readonly string[] {
    const left = this.#lacksPersonal ? [NOT_IN_REPORT] : [];
    return [...gaps(this.#unknown), ...left, ...this.#named.flatMap(disabledNote)];
  }
}

function disabledNote({ isDisabled, ...one }: NamedApplication): readonly string[] {
  return isDisabled ? [visibleLine(`${fullName(one)} is disabled: it reaches no mailbox.`)] : [];
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

function gaps({ mailboxes, rows, applications: undecided }: Unknown): readonly string[] {
  return [
    ...(mailboxes === 0 ? [] : [`Not known: ${counted(mailboxes, 'mailbox was', 'mailboxes were')} not read.`]),
    ...(rows === 0
      ? []
      : [
          `Not known: ${counted(rows, 'right is', 'rights are')} of groups or other trustees that the run could not resolve.`,
        ]),
    ...[...undecided].slice(0, MAX_NAMES).map((text) => `Not known: ${visibleLine(text)}`),
    ...(undecided.size > MAX_NAMES ? [`Not known: ${undecided.size - MAX_NAMES} more. See applications.csv.`] : []),
  ];
}
