import { visibleLine } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { fullName, throughItem, type ThroughItem } from '../../text/through.ts';
import { element } from '../element.ts';
import type { MailboxRow } from './mailbox-rows.ts';
import { sinceNote } from './violation-dates.ts';

/** Columns with names of applications, with what these can do. */
const ABILITIES: Readonly<Record<string, string>> = {
  CanReadMail: 'Applications that read mail',
  CanWriteMail: 'Applications that change mail',
  CanSend: 'Applications that send',
  CanChangeSettings: 'Applications that change settings',
  CanUseCalendar: 'Applications that use the calendar',
  Delegated: 'Applications that can do what the signed-in user can',
  ConsentedByPerson: 'Applications that this person consented to',
  Unknown: 'Not known of applications',
};
/** Applications whose permissions are shown without unfolding. */
const MAX_OPEN = 5;

/**
 * What applications can do with a mailbox, an item for each ability, and through which permissions of each application.
 *
 * @param sinceOf the day of a violation by the cell of a column; '' if there is none
 */
export function applicationItems(
  rows: readonly MailboxRow[],
  sinceOf: (row: MailboxRow, column: string) => string,
): readonly HTMLElement[] {
  const items = rows.flatMap((row) =>
    Object.entries(ABILITIES).flatMap(([column, ability]) => {
      const text = row.cell(column);
      const since = sinceNote(sinceOf(row, column));
      return text === '' ? [] : [element('li', {}, element('strong', {}, ability), `: ${visibleLine(text)}${since}`)];
    }),
  );
  const permissions = rows.flatMap(({ cell }) => permissionLines(cell('Through')));
  if (permissions.length === 0) return items;
  const details = element(
    'details',
    { class: 'more' },
    element('summary', {}, `Through permissions of ${counted(permissions.length, 'application', 'applications')}`),
    element('ul', {}, ...permissions.map((text) => element('li', {}, text))),
  );
  details.open = permissions.length <= MAX_OPEN;
  return [...items, element('li', {}, details)];
}

/** The permissions of each application in a line, with its ID once. What is no such item is a line as it is. */
function permissionLines(through: string): readonly string[] {
  const items = itemsOf(through);
  const byApplication = Map.groupBy(items, (item) => (typeof item === 'string' ? item : fullName(item)));
  return [...byApplication].map(([application, some]) => {
    const permissions = some.flatMap((item) => (typeof item === 'string' ? [] : `${item.permission}, ${item.way}`));
    return visibleLine(permissions.length === 0 ? application : `${application}: ${permissions.join('; ')}`);
  });
}

/** The items of the cell `Through`. A name can have the text between items in it, so that an item ends where it is whole. */
function itemsOf(through: string): readonly (ThroughItem | string)[] {
  const items: (ThroughItem | string)[] = [];
  let rest = '';
  for (const part of through.split('; ')) {
    const text = rest === '' ? part : `${rest}; ${part}`;
    const item = throughItem(text);
    rest = item === undefined ? text : '';
    if (item !== undefined) items.push(item);
  }
  return rest === '' ? items : [...items, rest];
}
