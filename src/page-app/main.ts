import { stateOf, type PageState } from '../text/page-links.ts';
import { addLocalTimes } from './local-time.ts';
import { MailboxView } from './mailbox/mailbox-view.ts';
import { Navigation, type ChangeKind } from './navigation.ts';
import { readPageData } from './page-data.ts';
import { pageSearch } from './page-search.ts';
import { problem, Tables } from './table/tables.ts';

/** Fills the section `tables`. `main` gets the attribute `data-ready` when it is complete. */
async function start(section: HTMLElement): Promise<void> {
  const data = readPageData();
  const tables: Tables = new Tables(section, data, (kind: ChangeKind) => navigation.changed(kind));
  const first: PageState = { report: data.first ?? data.tables[0]?.name };
  const navigation: Navigation = new Navigation({
    current: () => ({ ...tables.state, mailbox: mailbox.address }),
    show: (state, cause) => show(state ?? first, cause === 'link'),
    place: () => [window.scrollY, ...(tables.visible?.place ?? ([0, 0] as const))],
    scrollTo: ([page, rows, columns]) => {
      tables.visible?.scrollTo(rows, columns);
      window.scrollTo(0, page);
    },
  });
  const mailbox = new MailboxView(data, {
    tables: () => tables.read,
    closed: () => navigation.changed('step'),
  });
  const show = (state: PageState, focus: boolean): void => {
    const { mailbox: address, section: name, ...others } = state;
    const hasRows = Object.values(others).some((value) => value !== undefined);
    // A link to a section alone shows the tables as at first.
    const rows = !hasRows && name !== undefined ? first : others;
    // While the view of a mailbox is open, the tables cannot get the focus.
    mailbox.show(address);
    // A link to a mailbox alone leaves the tables as they are.
    if (address === undefined || hasRows) {
      tables.show(rows, focus && address === undefined && name === undefined);
    }
  };
  printVisible(tables);
  measureBar();
  addLocalTimes();
  const linked = stateOf(location.hash);
  tables.show(first, false);
  if (linked !== undefined) show(linked, !navigation.isReturning);
  document.getElementById('search')?.append(pageSearch(() => tables.read));
  await tables.load(() => mailbox.refresh());
  navigation.restore();
}

/** Room below the bar at the top, in px. */
const BELOW_BAR = 8;

/** Keeps what the page goes to from being behind the bar at its top, which is as high as its links need. */
function measureBar(): void {
  const bar = document.querySelector<HTMLElement>('.top');
  if (bar === null) return;
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--top', `${bar.offsetHeight + BELOW_BAR}px`);
  }).observe(bar);
}

/** Rows of a longer list stay folded in print. */
const MAX_PRINTED = 100;

/** Prints the rows of the visible table, and what is folded on the screen. */
function printVisible(tables: Tables): void {
  const unfolded: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.more:not([open])')) {
      if (details.querySelectorAll('tr').length > MAX_PRINTED) continue;
      details.open = true;
      unfolded.push(details);
    }
    tables.beforePrint();
  });
  window.addEventListener('afterprint', () => {
    for (const details of unfolded.splice(0)) details.open = false;
    tables.afterPrint();
  });
}

const section = document.getElementById('tables');
if (section !== null) {
  start(section)
    .catch((error: unknown) => section.append(problem(error)))
    .finally(() => document.querySelector('main')?.setAttribute('data-ready', 'true'));
}
