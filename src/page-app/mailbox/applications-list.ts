import { visibleLine } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { fullName, throughItem, type ThroughItem } from '../../text/through.ts';
import { element } from '../element.ts';
import type { MailboxRow } from './mailbox-rows.ts';

/** Columns with names of applications, with what these can do. */
const ABILITIES: Readonly<Record<string, string>> = {
  CanReadMail: 'Read mail',
  CanWriteMail: 'Change mail',
  CanSend: 'Send',
  CanChangeSettings: 'Change settings',
  CanUseCalendar: 'Use the calendar',
  Delegated: 'As the signed-in user',
  Unknown: 'Not known',
};

/** What applications can do with a mailbox, a line for each ability, and folded the permissions of each application. */
export function applicationsList(rows: readonly MailboxRow[]): HTMLElement {
  const lines = rows.flatMap(({ cell }) =>
    Object.entries(ABILITIES).flatMap(([column, ability]) => {
      const text = cell(column);
      return text === '' ? [] : [element('li', {}, element('strong', {}, ability), `: ${visibleLine(text)}`)];
    }),
  );
  const permissions = rows.flatMap(({ cell }) => permissionLines(cell('Through')));
  if (permissions.length === 0) return element('ul', {}, ...lines);
  const summary = element(
    'summary',
    {},
    `By permissions of ${counted(permissions.length, 'application', 'applications')}`,
  );
  const all = element('ul', {}, ...permissions.map((text) => element('li', {}, text)));
  return element('div', {}, element('ul', {}, ...lines), element('details', { class: 'more' }, summary, all));
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
