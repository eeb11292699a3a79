import { UserError, type SourcePlace } from '../errors.ts';
import { shownText } from '../text/display.ts';
import { listed, someNames } from '../text/numbers.ts';
import { addressFault, isAddress, isMailboxId } from './address.ts';
import { columnKey, type ListColumns } from './list-columns.ts';
import type { Mailbox } from './mailbox.ts';
import { inputName } from '../text/audience.ts';

/** The file that a reader of a format reads. */
export interface ListSource {
  /** Path relative to the workspace, with forward slashes, for errors. */
  readonly file: string;
  /** The column or key of the address; undefined: the first of the known ones, else the only one with addresses. */
  readonly column: string | undefined;
  /** What else to read of each entry. */
  readonly columns: ListColumns;
}

/**
 * Receives the text in each place of an address, neither trimmed nor checked, '' if the place is empty. Lines count from
 * 1. `column` finds the column of the text in its line, from 1; undefined if it is not known. `values` are those of the list's
 * columns, as in `Mailbox`.
 */
export type AddressSink = (
  text: string,
  line: number,
  column: () => number | undefined,
  values?: Mailbox['columns'],
) => void;

/**
 * Reads the text of a list and passes on its addresses in order. Throws a UserError `LIST_MALFORMED` for a text that is
 * not in the format, and `LIST_NO_COLUMN` if no column is known to contain addresses.
 */
export type ListReader = (text: string, source: ListSource, addAddress: AddressSink) => void;

/** Names of the address in this action's CSV, in Exchange cmdlets, in Graph and in exports of Microsoft's portals, in order of precedence. */
const ADDRESS_COLUMNS = [
  'MailboxName',
  'UserPrincipalName',
  'UPN',
  'PrimarySmtpAddress',
  'WindowsEmailAddress',
  'Mail',
  'EmailAddress',
  'Email',
  'Mailbox',
  'Address',
] as const;

/** The columns of a CSV, or the keys of JSON objects. */
interface NamedColumns {
  readonly noun: 'column' | 'key';
  readonly names: readonly string[];
  readonly line: number;
}

/** The position of the address column among others; undefined if there is none. Throws a UserError `LIST_NO_COLUMN` if two have its name. */
export function addressColumn(source: Pick<ListSource, 'file' | 'column'>, columns: NamedColumns): number | undefined {
  const { names } = columns;
  const keys = names.map(columnKey);
  const candidateKeys = (source.column === undefined ? ADDRESS_COLUMNS : [source.column]).map(columnKey);
  const key = candidateKeys.find((one) => keys.includes(one));
  if (key === undefined) return undefined;
  const exact = names.filter((name) => name === source.column);
  const matches = exact.length > 0 ? exact : names.filter((_, index) => keys[index] === key);
  const [only = '', ...rest] = matches;
  if (rest.length === 0) return names.indexOf(only);
  throw twoColumnsError(source, columns, matches);
}

/** Finds the only column with addresses, if none has a name that is known. */
export class AddressColumnSearch<Column extends number | string> {
  readonly #columns = new Set<Column>();

  /** @param column its position or name */
  add(column: Column, text: string): void {
    if (text.includes('@') && isAddress(text.trim())) this.#columns.add(column);
  }

  /** Undefined if no column has addresses. Throws a UserError `LIST_NO_COLUMN` if several have. */
  only(source: ListSource, columns: NamedColumns): Column | undefined {
    const [first, ...rest] = this.#columns;
    if (rest.length === 0) return first;
    const nameOf = (column: Column): string => (typeof column === 'number' ? (columns.names[column] ?? '') : column);
    throw twoColumnsError(source, columns, [...this.#columns].map(nameOf));
  }
}

function twoColumnsError(
  { file }: Pick<ListSource, 'file'>,
  { noun, line }: NamedColumns,
  names: readonly string[],
): UserError {
  const message = `${file} has ${names.length} ${noun}s that may contain the mailbox addresses: ${shownNames(names)}.`;
  const hint = `Set ${inputName('address-column')} to one of them, or remove the others.`;
  return new UserError('LIST_NO_COLUMN', message, { hint, place: { file, line } });
}

/** The error for a list without a column (CSV) or key (JSON objects) of the address. */
export function noColumnError({ file, column }: ListSource, { noun, names, line }: NamedColumns): UserError {
  const problem =
    column === undefined
      ? `${file} has no ${noun} that is known to contain mailbox addresses`
      : `${file} has no ${noun} ${shownText(column)} with the mailbox addresses`;
  const columnNames = listed(ADDRESS_COLUMNS, 'or');
  const alternative =
    column === undefined
      ? `name the ${noun} ${columnNames}`
      : `remove ${inputName('address-column')} if the ${noun} is named ${columnNames}`;
  const withoutHeader = noun === 'column' && hasAddress(names);
  const actual = withoutHeader
    ? 'Its first row contains addresses instead of column names.'
    : `Its ${noun}s are ${shownNames(names)}.`;
  return new UserError('LIST_NO_COLUMN', `${problem}. ${actual}`, {
    hint: withoutHeader
      ? 'Add a header row, such as UserPrincipalName, or save the list as .txt with one address a line.'
      : `Set ${inputName('address-column')} to one of them, or ${alternative}.`,
    place: { file, line },
  });
}

/** Whether the names of columns are addresses: a table without a header row. */
export function hasAddress(names: readonly string[]): boolean {
  return names.some((name) => isMailboxId(name.trim()));
}

/** The error for a text in the place of an address. Its message does not name the place. */
export function malformedAddress(text: string, place: SourcePlace): UserError {
  const wrong = addressFault(text);
  const why = wrong === undefined ? '' : `: ${wrong}`;
  const message = text === '' ? 'The address is missing.' : `${shownText(text)} is not a mailbox address${why}.`;
  return new UserError('ADDRESS_MALFORMED', message, {
    hint: 'Correct or remove it. Each entry is a user principal name or email address, such as adele@contoso.com, or an object ID. A table must be a .csv file.',
    place,
  });
}

function shownNames(names: readonly string[]): string {
  const filledNames = names.filter((name) => name.trim() !== '');
  return filledNames.length === 0 ? 'all unnamed' : someNames(filledNames, (name) => shownText(name.trim()));
}
