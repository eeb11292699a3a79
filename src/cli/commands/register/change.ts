import path from 'node:path';
import { MissingRights } from '../../../policy/register/register-changes.ts';
import { sortedEntries, type RegisterEntry } from '../../../policy/register/register-entry.ts';
import { withKeptReport, type ReportRows } from '../../../store/kept-report.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import { UnusableRows } from '../../../store/rows-reader.ts';
import { count, counted } from '../../../text/numbers.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import { openOrCreateRegister, openRegister, otherFiles, writeRegister } from './register-files.ts';
import { ReportRights } from './report-rights.ts';

/** The arguments of `register update`. */
interface UpdateArguments {
  /** A downloaded report, relative to the current folder: a folder or a zip. */
  readonly report: string;
  /** Relative to the current folder and within it. */
  readonly register: string;
  /** Of new lines. */
  readonly owner?: string | undefined;
  /** The policy whose register has the file. Undefined: the file is the whole register. */
  readonly policy?: string | undefined;
}

/**
 * Adds the rights of a report that a register lacks to one of its files, which it creates if it is missing, and sorts the file. Rejects with
 * the UserErrors `REPORT_UNREADABLE`, `REGISTER_FILE`, `POLICY_FILE`, `INPUT_INVALID` and `FILE_UNWRITABLE`; the file is unchanged then.
 */
export async function updateRegister(
  { report, register: name, owner = '', policy }: UpdateArguments,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const file = await openOrCreateRegister(name, folder);
  const others = policy === undefined ? [] : await otherFiles(policy, file.path, folder);
  const register = { files: [file, ...others], reviewEveryDays: undefined };
  const missing = await withRights(report, folder, async (rights, rows) => {
    const collected = new MissingRights(register, rights.readsTrustees, terminal.now());
    for await (const stored of rows.mailboxes()) {
      const read = [...rights.rowsOf(stored)].map(([of, some = []]) => [of, some] as const);
      collected.add(rights.mailboxOf(stored), new Map(read));
    }
    return collected.entries(owner);
  });
  await writeRegister(file, sortedEntries<RegisterEntry>([...file.entries, ...missing]), folder);
  const added = counted(missing.length, 'line', 'lines');
  terminal.out(`${terminalText(file.path)}: ${added} added, ${count(file.entries.length)} kept\n`);
}

/**
 * Removes the lines whose rights a report shows to be gone, and prints them. Rejects with the UserErrors `REPORT_UNREADABLE`, `REGISTER_FILE`
 * and `FILE_UNWRITABLE`; the file is unchanged then.
 */
export async function pruneRegister(
  { report, register: name }: Pick<UpdateArguments, 'report' | 'register'>,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const file = await openRegister(name, folder);
  const gone = await withRights(report, folder, async (rights, rows) => {
    const occurrences = rights.occurrencesOf(file.entries);
    for await (const stored of rows.mailboxes()) {
      const mailbox = rights.mailboxOf(stored);
      for (const [of, read] of rights.rowsOf(stored)) occurrences.add(mailbox, of, read);
    }
    return new Set(occurrences.with('no'));
  });
  const left = file.entries.filter((entry) => !gone.has(entry));
  await writeRegister(file, left, folder);
  for (const { line, mailbox, trustee, right } of gone) {
    terminal.out(`  ${terminalText(`line ${line}: ${mailbox}  ${trustee}  ${right}`)}\n`);
  }
  const removed = counted(gone.size, 'line', 'lines');
  terminal.out(`${terminalText(file.path)}: ${removed} removed, ${count(left.length)} kept\n`);
}

/** Does work with the rights of a report, of which it needs a report that has some. Rejects with the UserError `REPORT_UNREADABLE`. */
async function withRights<T>(
  report: string,
  folder: string,
  work: (rights: ReportRights, rows: ReportRows) => Promise<T>,
): Promise<T> {
  try {
    return await withKeptReport(path.resolve(folder, report), {}, (rows) => {
      const rights = new ReportRights(rows.header);
      if (rights.reports.length > 0) return work(rights, rows);
      throw new UnusableRows('It has neither mailbox-permissions nor calendar-permissions.');
    });
  } catch (error) {
    throw unreadableReport(report, error);
  }
}
