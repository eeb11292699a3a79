import { isUtf8 } from 'node:buffer';
import { asProblem, UserError, type Checked, type SourcePlace } from '../../errors.ts';
import { readCsvRows } from '../../files/csv-reader.ts';
import { matchesOf } from '../../files/glob-files.ts';
import { isGlob, pathInWorkspace, readWorkspaceFile, statInWorkspace, workspaceAt } from '../../files/workspace.ts';
import { isMailboxId } from '../../mailboxes/address.ts';
import { didYouMean, suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { baselineFormat, MAX_BASELINE_BYTES } from '../baseline/baseline-file.ts';
import { writtenText } from '../baseline/baseline-entry.ts';
import {
  columnNamed,
  EVERY_MAILBOX,
  isSameRight,
  REGISTER_COLUMNS,
  REGISTERED_RIGHTS,
  registeredRight,
  registerKey,
  registerPath,
  REQUIRED_COLUMNS,
  storedId,
  type NamedRegister,
  type PlacedEntry,
  type Register,
  type RegisterColumn,
  type RegisterFile,
} from './register-entry.ts';

const MAX_PROBLEMS = 100;

/**
 * Reads the register that a policy names, with all problems. Their code is `REGISTER_FILE`. Rejects only for a bug.
 *
 * @param policy the path of the policy file, relative to the workspace
 */
export async function checkRegister(
  { files: named, reviewEveryDays, place }: NamedRegister,
  policy: string,
  workspace: string,
): Promise<Checked<Register>> {
  const problems: UserError[] = [];
  const files: RegisterFile[] = [];
  const firstOf = new Map<string, PlacedEntry[]>();
  try {
    for (const file of await filesNamed(registerPath(named, policy), workspace, place)) {
      const checked = await checkRegisterFile(file, workspace);
      problems.push(...checked.problems, ...repeated(checked.value?.entries ?? [], firstOf));
      if (checked.value !== undefined) files.push(checked.value);
    }
    if (problems.length === 0 && firstOf.size === 0) {
      const [first] = files;
      const options = { hint: UPDATE, place: { file: first?.path ?? policy, line: 1 } };
      problems.push(new UserError('REGISTER_FILE', 'The register has no entry.', options));
    }
  } catch (error) {
    const { message, hint } = asProblem(error);
    const where = `Correct the path of the register, which is relative to the folder of the policy file. ${hint}`;
    problems.push(new UserError('REGISTER_FILE', message, { hint: where, place }));
  }
  return problems.length === 0
    ? { value: { files, reviewEveryDays }, problems: [] }
    : { value: undefined, problems: problems.slice(0, MAX_PROBLEMS) };
}

/** The files that a path or glob names. Rejects with a UserError if there is none. */
async function filesNamed(pattern: string, folder: string, place: SourcePlace): Promise<readonly string[]> {
  if (!isGlob(pattern)) return [pattern];
  const workspace = await workspaceAt(folder);
  const relative = pathInWorkspace(pattern, workspace);
  // The name of an existing file may contain the characters of a glob. What is outside, the reader of the file refuses.
  if (relative === undefined || (await statInWorkspace(relative, workspace)).kind !== 'missing') return [pattern];
  const matches = await matchesOf(relative, workspace);
  const options = { hint: 'Name a folder with files such as registers/*.csv.', place };
  if (matches === undefined) throw new UserError('REGISTER_FILE', `${shownText(pattern)} is too broad.`, options);
  if (matches.length === 0) {
    throw new UserError('REGISTER_FILE', `No file of a register matches ${shownText(relative)}.`, options);
  }
  return matches;
}

/**
 * Reads a file of a register, with all problems but entries that it shares with other files. Rejects with the UserError `REGISTER_FILE`
 * for a file that cannot be read.
 *
 * @param file relative to the workspace, or absolute within it
 */
export async function checkRegisterFile(file: string, workspace: string): Promise<Checked<RegisterFile>> {
  const { bytes, relativePath } = await readWorkspaceFile(file, workspace, {
    code: 'REGISTER_FILE',
    noun: 'register',
    input: 'policy',
    extensions: ['csv'],
    maxBytes: MAX_BASELINE_BYTES,
  });
  const checked = parseRegister(bytes, relativePath);
  const problems = [...checked.problems, ...repeated(checked.value?.entries ?? [], new Map())];
  return problems.length === 0 ? checked : { value: undefined, problems };
}

/**
 * The problems of entries that an earlier one repeats.
 *
 * @param earlier by key; the entries are added to it
 */
function repeated(entries: readonly PlacedEntry[], earlier: Map<string, PlacedEntry[]>): readonly UserError[] {
  return entries.flatMap((entry) => {
    const key = registerKey(entry);
    const others = earlier.get(key) ?? [];
    const first = others.find((other) => isSameRight(entry, other));
    earlier.set(key, [...others, entry]);
    if (first === undefined) return [];
    const { file, line } = entry;
    const where = first.file === file ? `line ${first.line}` : `${first.file}, line ${first.line}`;
    const message = `${file}, line ${line}: The right ${entry.right} of ${shownText(entry.trustee)} is already in ${where}.`;
    return [new UserError('REGISTER_FILE', message, { hint: 'Remove one of the two lines.', place: { file, line } })];
  });
}

/** Parses the bytes of a register, with commas or semicolons. `file`: its path in errors. The value has all entries without problems. */
export function parseRegister(
  bytes: Uint8Array,
  file: string,
): Checked<RegisterFile> & { readonly value: RegisterFile | undefined } {
  const problems: UserError[] = [];
  const report = (line: number, message: string, hint: string): void => {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push(new UserError('REGISTER_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } }));
  };
  if (!isUtf8(bytes)) {
    report(1, 'The file is not UTF-8.', 'Save it as "CSV UTF-8".');
    return { value: undefined, problems };
  }
  const format = baselineFormat(bytes);
  const records: { readonly cells: readonly string[]; readonly line: number }[] = [];
  const badLine = readCsvRows(new TextDecoder().decode(bytes), format.delimiter, false, (cells, line) => {
    records.push({ cells, line });
  });
  if (badLine !== undefined) {
    report(
      badLine.line,
      'A quote in this line is not closed or is in the wrong place.',
      'Write "" for a quote inside quotes.',
    );
  }
  const [header, ...rows] = records;
  if (header === undefined) {
    report(1, 'The register is empty.', `Begin it with the columns ${REGISTER_COLUMNS.join(', ')}. ${UPDATE}`);
    return { value: undefined, problems };
  }
  const columns = header.cells;
  if (
    !checkHeader(columns, (message, hint) => {
      report(header.line, message, hint);
    })
  )
    return { value: undefined, problems };
  const entries: PlacedEntry[] = [];
  for (const { cells, line } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== columns.length) {
      const has = counted(cells.length, 'cell', 'cells');
      report(line, `This line has ${has} instead of ${columns.length}.`, 'Put a cell with a separator into quotes.');
      continue;
    }
    const entry = entryOf(cells, columns, (message, hint) => {
      report(line, message, hint);
    });
    if (entry !== undefined) entries.push({ ...entry, file, line });
  }
  return problems.length === 0
    ? { value: { path: file, entries, columns, format }, problems: [] }
    : { value: undefined, problems };
}

const UPDATE = 'Run "mailbox-report register update" with a report to write the first entries.';

type Report = (message: string, hint: string) => void;

/** Whether the columns are those of a register. Reports what is missing, repeated or misspelt. */
function checkHeader(columns: readonly string[], report: Report): boolean {
  const present = columns.map(columnNamed);
  const missing = REGISTER_COLUMNS.filter((column) => !present.includes(column));
  let isRight = true;
  const problem = (message: string, hint: string): void => {
    isRight = false;
    report(message, hint);
  };
  const meant = new Set<string>();
  for (const [at, header] of columns.entries()) {
    const column = present[at];
    const likely = column === undefined ? didYouMean(header.replaceAll(/[\s_-]/g, ''), missing) : undefined;
    if (column !== undefined && present.indexOf(column) < at) {
      problem(`There are two columns ${column}.`, 'Remove one of them.');
    } else if (likely !== undefined) {
      meant.add(likely);
      problem(`There is no column ${shownText(header)}.`, `Did you mean ${likely}? Otherwise give it another name.`);
    }
  }
  for (const column of REQUIRED_COLUMNS) {
    if (present.includes(column) || meant.has(column)) continue;
    problem(`The column ${column} is missing.`, `The columns are ${REGISTER_COLUMNS.join(', ')}, and any of your own.`);
  }
  return isRight;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists: `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** The entry of a line; undefined if it has problems. */
function entryOf(
  cells: readonly string[],
  columns: readonly string[],
  report: Report,
): Omit<PlacedEntry, 'file' | 'line'> | undefined {
  const further: (readonly [string, string])[] = [];
  const own = new Map<RegisterColumn, string>();
  for (const [at, header] of columns.entries()) {
    const [column, cell = ''] = [columnNamed(header), cells[at]];
    if (column === undefined) further.push([header, writtenText(cell)]);
    else own.set(column, cell.trim());
  }
  const cellOf = (column: RegisterColumn): string => own.get(column) ?? '';
  const faults: string[] = [];
  const problem: Report = (message, hint) => {
    faults.push(message);
    report(message, hint);
  };
  for (const column of REQUIRED_COLUMNS) {
    if (cellOf(column) === '') problem(`${column} is blank.`, 'Complete the line, or remove it.');
  }
  const mailbox = cellOf('MailboxName');
  if (mailbox !== '' && mailbox !== EVERY_MAILBOX && (mailbox.includes('*') || !isMailboxId(mailbox))) {
    const hint = `Write an address, or ${EVERY_MAILBOX} alone for a right to every mailbox.`;
    problem(`MailboxName cannot be ${shownText(mailbox)}.`, hint);
  }
  const idIn = (column: 'MailboxId' | 'TrusteeId', kinds: string): string => {
    const text = cellOf(column);
    const id = storedId(text);
    const isRightKind = column === 'TrusteeId' || id?.startsWith('S-') !== true;
    if (text !== '' && (id === undefined || !isRightKind)) {
      problem(`${column} cannot be ${shownText(text)}.`, `Write ${kinds}, or leave it blank.`);
    }
    return id ?? '';
  };
  const mailboxId = idIn('MailboxId', 'the object ID of the account of the mailbox');
  const trusteeId = idIn('TrusteeId', 'an object ID or a SID');
  if (mailbox === EVERY_MAILBOX && mailboxId !== '') {
    problem(`MailboxName is ${EVERY_MAILBOX}, and there is a MailboxId.`, 'Clear MailboxId, or name the mailbox.');
  }
  const dayIn = (column: 'Until' | 'ReviewedOn'): string => {
    const text = cellOf(column);
    if (text === '' || isDay(text)) return text;
    problem(`${column} cannot be ${shownText(text)}.`, 'Write a day as year-month-day, such as 2027-01-31.');
    return '';
  };
  const [until, reviewedOn] = [dayIn('Until'), dayIn('ReviewedOn')];
  const right = registeredRight(cellOf('Right'));
  if (right === undefined && cellOf('Right') !== '') {
    const hint = `${suggestion(cellOf('Right'), REGISTERED_RIGHTS)}The rights are ${REGISTERED_RIGHTS.join(', ')}.`;
    problem(`Right cannot be ${shownText(cellOf('Right'))}.`, hint);
  }
  if (faults.length > 0 || right === undefined) return undefined;
  const textIn = (column: RegisterColumn): string => writtenText(cellOf(column));
  const names = { mailbox: textIn('MailboxName'), mailboxId, trustee: textIn('Trustee'), trusteeId, right };
  return { ...names, reason: textIn('Reason'), owner: textIn('Owner'), until, reviewedOn, further };
}
