import { count, counted } from '../text/numbers.ts';
import { fragmentOf } from '../text/page-links.ts';
import { visibleLine } from '../text/display.ts';
import { element, onLeave } from './element.ts';
import type { ReadTable } from './mailbox/mailbox-rows.ts';
import { both, rowsWithWords, sizeOf, wordsIn } from './table/rows/row-mask.ts';
import { columnOf, searchedText } from './table/rows/stored-table.ts';
import { YieldToMain } from './yield-to-main.ts';

/** Mailboxes that are named; the rows of each report have all. */
const MAX_MAILBOXES = 8;
/** Milliseconds without a key before all cells are searched, which takes longer than the addresses. */
const PAUSE = 150;

interface Found {
  readonly mailboxes: readonly { readonly address: string; readonly report: string }[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/**
 * The search over all reports: names mailboxes by their addresses, and by any cell of their rows, as links to the views of
 * these mailboxes; and for each report the number of such rows, as a link to them.
 *
 * @param tables returns the tables whose rows were read
 */
export function pageSearch(tables: () => readonly ReadTable[]): HTMLElement {
  const input = element('input', {
    type: 'search',
    'aria-label': 'Search all reports',
    placeholder: 'Search all reports: mailbox, name, rule…',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-controls': 'found',
    enterkeyhint: 'search',
  });
  const status = element('p', { role: 'status' });
  const list = element('ul');
  const found = element('div', { id: 'found', class: 'found' }, status, list);
  const box = element('div', { class: 'search-all', role: 'search' }, input, found);
  const links = (): readonly HTMLAnchorElement[] => [...list.querySelectorAll('a')];
  const close = (): void => {
    found.hidden = true;
  };
  close();
  let timer = 0;
  let latest = 0;
  const search = (): void => {
    const text = input.value;
    const number = (latest += 1);
    clearTimeout(timer);
    found.hidden = wordsIn(text).length === 0;
    if (found.hidden) return;
    const named = addressesWith(tables(), text);
    show({ mailboxes: named, tables: [] }, 'Searching…');
    timer = window.setTimeout(() => {
      searchRows(tables(), text, named, () => number === latest).then((all) => {
        if (all !== undefined) show(all, foundText(all));
      }, close);
    }, PAUSE);
  };
  const show = ({ mailboxes, tables: others }: Found, text: string): void => {
    status.textContent = text;
    list.replaceChildren(
      ...mailboxes.map(({ address, report }) =>
        entry(fragmentOf({ mailbox: address }), address, report === '' ? '' : `in ${report}`),
      ),
      ...others.map(({ name, rows }) =>
        entry(fragmentOf({ report: name, search: input.value }), counted(rows, 'row', 'rows'), `in ${name}`),
      ),
    );
  };
  input.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey || document.querySelector('dialog[open]') !== null) return;
    if (target instanceof Element && target.closest('input, select, textarea') !== null) return;
    event.preventDefault();
    input.focus();
  });
  box.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (event.key === 'Escape' && !found.hidden) {
      close();
      input.focus();
    } else if (event.key === 'Enter' && at === -1) all[0]?.click();
    else if (event.key === 'ArrowDown') (all[at + 1] ?? all[0])?.focus();
    else if (event.key === 'ArrowUp') (all[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', () => {
    // The browser could not return the focus to a link of the closed list.
    input.focus();
    close();
  });
  input.addEventListener('focus', () => {
    if (links().length > 0 && input.value !== '') found.hidden = false;
  });
  onLeave(box, close);
  return box;
}

function entry(href: string, text: string, note: string): HTMLElement {
  const small = note === '' ? [] : [' ', element('small', {}, visibleLine(note))];
  return element('li', {}, element('a', { href }, visibleLine(text), ...small));
}

function foundText({ mailboxes, tables }: Found): string {
  if (tables.length === 0) return 'No report has this.';
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const shown = mailboxes.length === MAX_MAILBOXES ? `The first ${count(MAX_MAILBOXES)} mailboxes` : 'Mailboxes';
  return `${shown}, and ${counted(rows, 'row', 'rows')} in ${counted(tables.length, 'table', 'tables')}`;
}

/** The mailboxes whose address has each word. Addresses that begin with the first word come first. */
function addressesWith([table]: readonly ReadTable[], text: string): Found['mailboxes'] {
  const column = table && columnOf(table.stored, 'MailboxName');
  const words = wordsIn(searchedText(text));
  const [first, others]: [string[], string[]] = [[], []];
  for (const [code, searched] of column?.searched.entries() ?? []) {
    if (!words.every((word) => searched.includes(word))) continue;
    const group = searched.startsWith(words[0] ?? '') ? first : others;
    if (group.length < MAX_MAILBOXES) group.push(String(column?.values[code] ?? ''));
    if (first.length === MAX_MAILBOXES) break;
  }
  return [...first, ...others].slice(0, MAX_MAILBOXES).map((address) => ({ address, report: '' }));
}

/** Adds the mailboxes with the words in another cell, and counts the rows. Undefined if `isWanted` becomes false. */
async function searchRows(
  tables: readonly ReadTable[],
  text: string,
  named: Found['mailboxes'],
  isWanted: () => boolean,
): Promise<Found | undefined> {
  const mailboxes = [...named];
  const known = new Set(named.map(({ address }) => address.toLowerCase()));
  const counts: { name: string; rows: number }[] = [];
  const yieldToMain = new YieldToMain();
  for (const { page, stored } of tables) {
    await yieldToMain.ifDue();
    if (!isWanted()) return undefined;
    const matches = rowsWithWords(stored, text);
    const mask = stored.items === undefined ? matches : both([matches, stored.items], stored.rows);
    const rows = sizeOf(mask);
    if (rows === 0) continue;
    counts.push({ name: page.name, rows });
    const column = columnOf(stored, 'MailboxName');
    for (let row = mask.indexOf(1); row !== -1 && mailboxes.length < MAX_MAILBOXES; row = mask.indexOf(1, row + 1)) {
      const address = String(column?.values[column.codes[row] ?? -1] ?? '');
      if (address === '' || known.has(address.toLowerCase())) continue;
      known.add(address.toLowerCase());
      mailboxes.push({ address, report: page.name });
    }
  }
  return { mailboxes, tables: counts };
}
