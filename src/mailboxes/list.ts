import { asProblem, reworded, UserError, type Checked, type SourcePlace } from '../errors.ts';
import { shownText } from '../text/display.ts';
import { count } from '../text/numbers.ts';
import { isMailboxId } from './address.ts';
import { findListFiles } from './find-files.ts';
import { malformedAddress, type AddressSink } from './list-format.ts';
import { ListColumns } from './list-columns.ts';
import { readListFile, listSizeProblem } from './list-file.ts';
import { differingColumns, isListed, MailboxCollector, type MailboxList } from './mailbox.ts';
import { inputName } from '../text/audience.ts';

interface MailboxListOptions {
  /** Paths and globs of list files, relative to the workspace or absolute within it, in the order to read them. */
  readonly patterns: readonly string[];
  /** Absolute path of the checkout of the repository. */
  readonly workspace: string;
  /** The column (CSV) or key (JSON) of the address; undefined: the first of the known ones, else the only one with addresses. */
  readonly column: string | undefined;
  /** The columns or keys that reports carry. Undefined or empty: the display name, if a list has it. */
  readonly columns?: readonly string[];
  /** Addresses after those of the files, as arguments of the terminal program. */
  readonly addresses?: readonly string[];
}

/** In place of a file, for an address that is an argument. */
const ARGUMENTS = 'arguments';

/** The addresses of a run that names mailboxes and no list, in lower case and sorted. Undefined for other runs. */
export function namedAddresses({
  files,
  mailboxes,
}: Pick<MailboxList, 'files' | 'mailboxes'>): readonly string[] | undefined {
  if (files.length !== 1 || files[0] !== ARGUMENTS) return undefined;
  return mailboxes.map(({ address }) => address.toLowerCase()).toSorted();
}

export interface CheckedLists extends Checked<MailboxList> {
  /** The valid entries, also if there are problems. */
  readonly value: MailboxList;
  /** The first thousand repeated addresses. */
  readonly warnings: readonly UserError[];
  /** How many malformed and repeated addresses there are beyond the first thousand. */
  readonly moreProblems: number;
  readonly moreWarnings: number;
}

const MAX_LINES_SHOWN = 10;

/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws the first UserError of
 * `checkMailboxLists`; that of a malformed address also names the lines of others in its file.
 */
export async function readMailboxLists(options: MailboxListOptions): Promise<MailboxList> {
  const { value, problems, moreProblems } = await checkMailboxLists(options);
  const [first, ...rest] = problems;
  if (first === undefined) return value;
  throw first.code === 'ADDRESS_MALFORMED' ? withOthers(first, rest, moreProblems > 0) : first;
}

/**
 * Reads the mailbox lists, and finds every mistake in them, with line and column. The problems are UserErrors:
 * `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_GLOB_TOO_BROAD`,
 * `LIST_TOO_LARGE`, `LIST_FORMAT`, `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_INCOMPLETE`, `LIST_NO_COLUMN`,
 * `ADDRESS_MALFORMED` or `LIST_EMPTY`. Messages do not repeat addresses. Throws only errors that are not UserErrors.
 */
export async function checkMailboxLists({
  patterns,
  workspace,
  column,
  columns: columnNames = [],
  addresses = [],
}: MailboxListOptions): Promise<CheckedLists> {
  const columns = new ListColumns(columnNames);
  const isOnlyNamed = patterns.length === 0 && addresses.length > 0;
  const { value: files, problems: unusable } = isOnlyNamed
    ? { value: [], problems: [] }
    : await findListFiles(patterns, workspace);
  const names = [...files.map(({ file }) => file), ...(addresses.length > 0 ? [ARGUMENTS] : [])];
  const problems = new FirstProblems(unusable);
  const warnings = new FirstProblems();
  const mailboxes = new MailboxCollector();

  const inFile = (file: string): AddressSink => {
    return (text, line, columnOf, values) => {
      const address = text.trim();
      const place = (): SourcePlace => {
        const position = columnOf();
        return { file, line, ...(position === undefined ? {} : { column: position }) };
      };
      if (!isMailboxId(address)) {
        problems.add(() => malformedAddress(address, place()));
        return;
      }
      const mailbox = { address, file, line, ...(values && { columns: values }) };
      const earlier = mailboxes.add(mailbox);
      if (earlier === undefined || !isListed(earlier)) return;
      const differing = differingColumns(earlier, mailbox).map((index) => columns.names[index] ?? '');
      warnings.add(() => repeatedAddress(earlier, differing, place()));
    };
  };

  const tooLarge = listSizeProblem(files);
  if (tooLarge !== undefined) problems.insert(tooLarge);
  for (const listFile of tooLarge === undefined ? files : []) {
    const before = problems.kept.length;
    try {
      await readListFile(listFile, { column, columns }, inFile(listFile.file));
    } catch (error) {
      // It may be the cause of malformed entries.
      problems.insert(asProblem(error), before);
    }
  }
  for (const [index, address] of addresses.entries()) inFile(ARGUMENTS)(address, index + 1, () => undefined);
  const value = mailboxes.list(names, columns.names);
  if (value.length === 0 && problems.kept.length === 0) problems.insert(emptyError(names));
  if (problems.kept.length === 0) for (const problem of columns.problems(names)) problems.insert(problem);
  return {
    value,
    problems: problems.kept,
    moreProblems: problems.more,
    warnings: warnings.kept,
    moreWarnings: warnings.more,
  };
}

/** Keeps the first thousand problems, and counts the others. */
class FirstProblems {
  readonly kept: UserError[];
  more = 0;

  constructor(problems: readonly UserError[] = []) {
    this.kept = [...problems];
  }

  add(make: () => UserError): void {
    if (this.kept.length < 1_000) this.kept.push(make());
    else this.more += 1;
  }

  /** Keeps a problem whatever their number. */
  insert(problem: UserError, position = this.kept.length): void {
    this.kept.splice(position, 0, problem);
  }
}

/** The error of a run, with the other malformed addresses of the file, so that one commit can correct them. */
function withOthers(first: UserError, rest: readonly UserError[], hasMore: boolean): UserError {
  const { file, line } = first.place ?? {};
  const lines = rest.flatMap(({ code, place }) =>
    code === first.code && place?.file === file ? [place?.line ?? 0] : [],
  );
  const number = `${hasMore ? 'At least ' : ''}${count(lines.length)}`;
  const lineNumbers = lines.slice(0, MAX_LINES_SHOWN).join(', ');
  const further = lines.length > MAX_LINES_SHOWN ? ' and further down' : '';
  const sentence = ` ${number} more on ${lines.length === 1 ? 'line' : 'lines'} ${lineNumbers}${further}.`;
  return reworded(first, `${file}, line ${line}: ${first.message}${lines.length === 0 ? '' : sentence}`, first.hint);
}

function repeatedAddress({ file, line }: SourcePlace, differing: readonly string[], place: SourcePlace): UserError {
  const values =
    differing.length === 0 ? '' : `, with another value of ${differing.map((name) => shownText(name)).join(', ')}`;
  return new UserError('ADDRESS_REPEATED', `The address is already in ${file}, line ${line}${values}.`, {
    hint: 'Remove one of them. Addresses compare without case, and each mailbox is reported once.',
    place,
  });
}

function emptyError(files: readonly string[]): UserError {
  const [file] = files;
  return new UserError('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
    hint: `Add at least one address to a list that ${inputName('mailboxes')} names. In a .txt file, lines that start with # are comments.`,
    ...(file === undefined ? {} : { place: { file } }),
  });
}
