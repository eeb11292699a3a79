import { visibleLine } from '../../text/display.ts';
import type { RegistrationColumn } from '../../text/registration.ts';
import type { MailboxRow } from './mailbox-rows.ts';

/** What the register says of rights, each text once; '' without a register, and if it is not about them. */
export function registrationNotes(rows: readonly MailboxRow[]): string {
  return [...new Set(rows.map(noteOf))].join('');
}

/** ` (registered: minutes of the board; owner ceo@contoso.com; until 2027-01-31)`. */
function noteOf({ viewCell }: MailboxRow): string {
  const of = (column: RegistrationColumn): string => viewCell(column);
  const [state, owner, until] = [of('State'), of('Owner'), of('Until')];
  const texts: ReadonlyMap<string, string> = new Map([
    ['yes', 'registered'],
    ['due', 'registered, and due for review'],
    ['expired', 'no longer registered'],
    ['no', 'not registered'],
    ['unknown', 'not known whether it is registered'],
  ]);
  const text = texts.get(state);
  if (text === undefined) return '';
  const details = [
    of('Basis'),
    of('Reason'),
    owner === '' ? '' : `owner ${owner}`,
    until === '' || state === 'expired' ? '' : `until ${until}`,
  ].filter((detail) => detail !== '');
  return ` (${visibleLine(details.length === 0 ? text : `${text}: ${details.join('; ')}`)})`;
}
