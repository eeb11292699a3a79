import { UserError } from '../errors.ts';
import { isAddress } from './address.ts';
import type { ListSource } from './list-reader.ts';
import { listed } from '../text/numbers.ts';
import { shownText } from '../text/display.ts';

/** What the address is called by this action's own CSV, by Exchange's cmdlets and by Graph; the first that is there counts. */
export const ADDRESS_COLUMNS = [
  'MailboxName',
  'UserPrincipalName',
  'PrimarySmtpAddress',
  'Mail',
  'EmailAddress',
  'Mailbox',
  'Address',
] as const;

const NAMES_SHOWN = 20;

/** The position of the address column among column names, without case; undefined where there is none. */
export function addressColumn(names: readonly string[], wanted: string | undefined): number | undefined {
  const folded = names.map(foldedName);
  for (const candidate of wanted === undefined ? ADDRESS_COLUMNS : [wanted]) {
    const position = folded.indexOf(foldedName(candidate));
    if (position !== -1) return position;
  }
  return undefined;
}

/** A column name as columns compare: without case and outer blanks. */
export function foldedName(name: string): string {
  return name.trim().toLowerCase();
}

/** The error for a list in which no column (of a CSV) or key (of JSON objects) holds the address. */
export function noColumnError(
  { file, column }: ListSource,
  { noun, names, line }: { noun: 'column' | 'key'; names: readonly string[]; line: number },
): UserError {
  const wanted =
    column === undefined
      ? `No ${noun} of ${file} is known to hold the mailbox addresses`
      : `${file} has no ${noun} ${shownText(column)} to take the mailbox addresses from`;
  const headless = noun === 'column' && names.some((name) => isAddress(name.trim()));
  const usual = listed(ADDRESS_COLUMNS, 'or');
  const otherwise =
    column === undefined ? `call the ${noun} ${usual}` : `leave it out if the ${noun} is called ${usual}`;
  const known = headless
    ? 'Its first row holds addresses in place of names.'
    : `Its ${noun}s are ${shownNames(names)}.`;
  return new UserError('LIST_NO_COLUMN', `${wanted}. ${known}`, {
    hint: headless
      ? 'The first row must name the columns. Add a header row, such as UserPrincipalName, or save one address a line as .txt.'
      : `Set "mailbox-column" to one of them, or ${otherwise}.`,
    place: { file, line },
  });
}

function shownNames(names: readonly string[]): string {
  const named = names.filter((name) => name.trim() !== '');
  if (named.length === 0) return 'all unnamed';
  const shown = named.slice(0, NAMES_SHOWN).map((name) => shownText(name.trim()));
  return shown.join(', ') + (named.length > NAMES_SHOWN ? ` and ${named.length - NAMES_SHOWN} more` : '');
}
