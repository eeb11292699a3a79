import { UserError, type SourcePlace } from '../errors.ts';
import { shownText } from '../text/display.ts';
import { listed, someNames } from '../text/numbers.ts';
import { isMailboxId } from './address.ts';

/** The file that a reader of a format reads. */
export interface ListSource {
  /** Path relative to the workspace, with forward slashes, for errors. */
  readonly file: string;
  /** The column or key of the address, compared without case; undefined: the first of the known ones. */
  readonly column: string | undefined;
}

/**
 * Receives the text in each place of an address, neither trimmed nor checked, '' if the place is empty. Lines count from
 * 1. `column` finds the column of the text in its line, from 1; undefined if it is not known.
 */
export type AddressSink = (text: string, line: number, column: () => number | undefined) => void;

/**
 * Reads the text of a list and passes on its addresses in order. Throws a UserError `LIST_MALFORMED` for a text that is
 * not in the format, and `LIST_NO_COLUMN` if no column is known to contain addresses.
 */
export type ListReader = (text: string, source: ListSource, found: AddressSink) => void;

/** Names of the address in this action's CSV, in Exchange cmdlets and in Graph, in order of precedence. */
const ADDRESS_COLUMNS = [
  'MailboxName',
  'UserPrincipalName',
  'PrimarySmtpAddress',
  'Mail',
  'EmailAddress',
  'Mailbox',
  'Address',
] as const;

/** The position of the address column among column names, compared without case; undefined if there is none. */
export function addressColumn(names: readonly string[], wanted: string | undefined): number | undefined {
  const keys = names.map(columnKey);
  for (const candidate of wanted === undefined ? ADDRESS_COLUMNS : [wanted]) {
    const position = keys.indexOf(columnKey(candidate));
    if (position !== -1) return position;
  }
  return undefined;
}

/** A column name for comparison: trimmed and in lower case. */
export function columnKey(name: string): string {
  return name.trim().toLowerCase();
}

/** The error for a list without a column (CSV) or key (JSON objects) of the address. */
export function noColumnError(
  { file, column }: ListSource,
  { noun, names, line }: { noun: 'column' | 'key'; names: readonly string[]; line: number },
): UserError {
  const problem =
    column === undefined
      ? `${file} has no ${noun} that is known to contain mailbox addresses`
      : `${file} has no ${noun} ${shownText(column)} with the mailbox addresses`;
  const known = listed(ADDRESS_COLUMNS, 'or');
  const alternative =
    column === undefined ? `name the ${noun} ${known}` : `remove "mailbox-column" if the ${noun} is named ${known}`;
  const withoutHeader = noun === 'column' && names.some((name) => isMailboxId(name.trim()));
  const actual = withoutHeader
    ? 'Its first row contains addresses instead of column names.'
    : `Its ${noun}s are ${shownNames(names)}.`;
  return new UserError('LIST_NO_COLUMN', `${problem}. ${actual}`, {
    hint: withoutHeader
      ? 'Add a header row, such as UserPrincipalName, or save the list as .txt with one address a line.'
      : `Set "mailbox-column" to one of them, or ${alternative}.`,
    place: { file, line },
  });
}

/** The error for a text in the place of an address. Its message does not name the place. */
export function malformedAddress(text: string, place: SourcePlace): UserError {
  // A text that may contain an address is not repeated: logs and summaries may be public. The place identifies it.
  const shown = text.includes('@') ? 'This' : shownText(text);
  const message = text === '' ? 'The address is missing.' : `${shown} is not a mailbox address.`;
  return new UserError('ADDRESS_MALFORMED', message, {
    hint: 'Correct or remove it. Each entry is a user principal name or email address, such as adele@contoso.com, or an object ID. A table must be a .csv file.',
    place,
  });
}

function shownNames(names: readonly string[]): string {
  const named = names.filter((name) => name.trim() !== '');
  return named.length === 0 ? 'all unnamed' : someNames(named, (name) => shownText(name.trim()));
}
