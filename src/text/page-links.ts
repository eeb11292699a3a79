/** A condition on a column: its cell is a value, without regard to case, or contains a text. */
export type ColumnCondition =
  { readonly column: string; readonly is: string } | { readonly column: string; readonly contains: string };

/** What the report page shows: a table, its filters, order and hidden columns, and the mailbox whose view is open. */
export interface PageState {
  /** The table: the name of a report, `violations` or `changes`. Absent: the table that is shown already. */
  readonly report?: string | undefined;
  /** The key of a quick view, for example `away`, `unreadable` or `new-violation`. */
  readonly view?: string | undefined;
  /** The position of a highlight in the report's definition, from 0. */
  readonly highlight?: number | undefined;
  readonly conditions?: readonly ColumnCondition[] | undefined;
  readonly search?: string | undefined;
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly hidden?: readonly string[] | undefined;
  /** Whether mailboxes without an item are shown too. */
  readonly blank?: boolean | undefined;
  /** The position of the row in the CSV whose cells are open, from 0. */
  readonly row?: number | undefined;
  /** The address of the mailbox whose view is open. */
  readonly mailbox?: string | undefined;
  /** The section to scroll to, by the text of its link: `not-read`. */
  readonly section?: string | undefined;
}

/** Longer fragments are ignored: the page never needs them, and applying thousands of filters would block it. */
const MAX_LENGTH = 4_000;
const IS = 'is.';
const CONTAINS = 'has.';

/**
 * The page's state as the fragment of its address, for a plain link such as
 * `<a href="#report=violations&view=violating&is.Rule=no-external-replies">`. Keys and values are encoded as in a query:
 *
 * | key | value |
 * |---|---|
 * | `report` | the table: the name of a report, `violations` or `changes` |
 * | `view` | the key of a quick view (`QuickView.key` in src/page-app/table/quick-views.ts) |
 * | `highlight` | the position of a highlight in the report's definition, from 0 |
 * | `is.<column>` | the cell is this value, without regard to case; blank: the cell is blank |
 * | `has.<column>` | the cell contains this text, without regard to case and accents |
 * | `search` | words that each row contains in some column |
 * | `sort`, `order` | the column by which the rows are sorted; `descending`, or absent |
 * | `hide` | a hidden column; may occur several times |
 * | `blank` | `shown`: mailboxes without an item have a row too |
 * | `row` | the position in the CSV of the row whose cells are open, from 0 |
 * | `mailbox` | the address of the mailbox whose view is open |
 * | `section` | the section to scroll to: the text of its link in lower case, with hyphens |
 *
 * A rule is the condition `is.Rule` on `violations`; a cause of unreadable mailboxes is `is.Status` on a report. A table
 * named in `report` is shown with these filters and no others. The page ignores what it does not have.
 */
export function fragmentOf(state: PageState): string {
  const pairs = new URLSearchParams();
  if (state.report !== undefined) pairs.append('report', state.report);
  if (state.view !== undefined) pairs.append('view', state.view);
  if (state.highlight !== undefined) pairs.append('highlight', String(state.highlight));
  for (const condition of state.conditions ?? []) {
    if ('is' in condition) pairs.append(IS + condition.column, condition.is);
    else pairs.append(CONTAINS + condition.column, condition.contains);
  }
  if (state.search !== undefined && state.search !== '') pairs.append('search', state.search);
  if (state.sort !== undefined) {
    pairs.append('sort', state.sort.column);
    if (state.sort.descending) pairs.append('order', 'descending');
  }
  for (const column of state.hidden ?? []) pairs.append('hide', column);
  if (state.blank === true) pairs.append('blank', 'shown');
  if (state.row !== undefined) pairs.append('row', String(state.row));
  if (state.section !== undefined) pairs.append('section', state.section);
  if (state.mailbox !== undefined) pairs.append('mailbox', state.mailbox);
  // A fragment may contain "@", and addresses stay legible.
  return `#${pairs.toString().replaceAll('%40', '@')}`;
}

/**
 * Reads a fragment, with or without its `#`. Undefined if it has none of the keys, as the one of a link to a heading. The
 * text is hostile: whatever it names may not exist.
 */
export function stateOf(fragment: string): PageState | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=') || text.length > MAX_LENGTH) return undefined;
  const pairs = new URLSearchParams(text);
  const one = (key: string): string | undefined => pairs.get(key) ?? undefined;
  const conditions: ColumnCondition[] = [];
  for (const [key, value] of pairs) {
    if (key.startsWith(IS)) conditions.push({ column: key.slice(IS.length), is: value });
    else if (key.startsWith(CONTAINS)) conditions.push({ column: key.slice(CONTAINS.length), contains: value });
  }
  const number = (key: string): number | undefined => {
    const digits = one(key) ?? '';
    return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
  };
  const [sort, search, hidden] = [one('sort'), one('search'), pairs.getAll('hide')];
  const state: PageState = {
    report: one('report'),
    view: one('view'),
    highlight: number('highlight'),
    conditions: conditions.length === 0 ? undefined : conditions,
    search: search === '' ? undefined : search,
    sort: sort === undefined ? undefined : { column: sort, descending: one('order') === 'descending' },
    hidden: hidden.length === 0 ? undefined : hidden,
    blank: one('blank') === 'shown' ? true : undefined,
    row: number('row'),
    mailbox: one('mailbox'),
    section: one('section'),
  };
  return Object.values(state).some((value) => value !== undefined) ? state : undefined;
}

/**
 * The web address of a line of a mailbox list.
 *
 * @param source the address, with `{path}` and `{line}`
 * @param file path relative to the workspace, with forward slashes
 */
export function listLineUrl(source: string, file: string, line: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return source.replace('{path}', () => path).replaceAll('{line}', String(line));
}
