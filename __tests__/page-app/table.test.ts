import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { PageCell } from '../../src/outputs/page/data.ts';
import { APPEARANCE, axeViolations } from './axe.ts';
import { PageReader, type OpenedPage } from './opened-page.ts';
import { visibleLine } from '../../src/text/display.ts';
import { cell, csvOf, findings, isAway, NASTY, settings, violations } from './test-tables.ts';

const TABLE = settings(500);

let reader: PageReader;
beforeAll(async () => {
  reader = await PageReader.start();
});
afterEach(() => reader.closePages());
afterAll(() => reader.stop());

/** Opens a page, runs a test in it, and expects no errors in the console. */
async function inPage(opened: Promise<OpenedPage>, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await opened;
  await act(page);
  expect(complaints).toEqual([]);
}

function line(page: Page): Promise<string> {
  return page.locator('.line:visible').innerText();
}

function header(page: Page, column: string): Locator {
  return page.getByRole('button', { name: column, exact: true });
}

/** The first cells of the rendered rows. */
function names(page: Page): Promise<readonly string[]> {
  return page.locator('.grid:visible tr.data .name').allInnerTexts();
}

/** The first cells of the first matching rows of the table. */
function expectedNames(asked: (row: readonly PageCell[]) => boolean, count: number): readonly string[] {
  return TABLE.rows
    .filter(asked)
    .slice(0, count)
    .map((row) => String(row[0]));
}

async function downloaded(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe('rows', () => {
  test('are rendered a few at a time in a table with the total count, and keep their place when columns are hidden', () =>
    inPage(reader.open([TABLE]), async (page) => {
      expect(await line(page)).toBe('500 of 500 rows');
      const shown = await names(page);
      expect(shown.length).toBeLessThan(80);
      expect(shown.slice(0, 20)).toEqual(expectedNames(() => true, 20));
      const grid = page.getByRole('table', { name: 'Rows of mailbox-settings' });
      expect(await grid.getAttribute('aria-rowcount')).toBe('502');
      expect(await page.locator('tr.data').first().getAttribute('aria-rowindex')).toBe('3');
      await page.evaluate("document.querySelector('.grid').scrollTop = 1e9");
      const last = page.locator('tr.data[aria-rowindex="502"]');
      await last.waitFor();
      expect(await last.locator('.name').innerText()).toBe(TABLE.rows[499]?.[0]);
      expect(await page.locator('tr.data').count()).toBeLessThan(80);
      expect(await page.locator('tr.data[aria-rowindex="3"]').count()).toBe(0);
      // The Tab key still finds a row.
      expect(await page.locator('tr.data .open[tabindex="0"]').count()).toBe(1);
      const place = (): Promise<number> => page.evaluate<number>("document.querySelector('.grid').scrollTop");
      const before = await place();
      await page.getByText('Columns', { exact: true }).click();
      for (const name of ['Language', 'Message']) await page.getByLabel(name, { exact: true }).uncheck();
      expect(await place()).toBe(before);
    }));

  test('open a dialog with all cells in full, including hidden columns, by a click or Enter', () =>
    inPage(reader.open([TABLE]), async (page) => {
      // A selection of text opens no row, except by the button.
      const box = await page.locator('tr.data .name').first().boundingBox();
      if (box === null) throw new Error('no name');
      await page.mouse.move(box.x + 1, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
      await page.mouse.up();
      expect(await page.evaluate<string>('getSelection().toString()')).toContain('adele.0@contoso.co');
      const dialog = page.getByRole('dialog');
      expect(await dialog.count()).toBe(0);
      await page.locator('tr.data .open').nth(2).click();
      expect(await dialog.getByRole('heading').innerText()).toBe(TABLE.rows[2]?.[0]);
      await page.keyboard.press('Escape');
      await page.evaluate('getSelection().removeAllRanges()');
      const firstCell = page.locator('tr.data td').first();
      await firstCell.dblclick({ position: { x: 3, y: 5 } });
      expect(await dialog.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByText('Columns', { exact: true }).click();
      await page.getByLabel('Message', { exact: true }).uncheck();
      await page.locator('tr.data').first().locator('td').nth(2).click();
      expect(await dialog.getByRole('heading').innerText()).toBe(TABLE.rows[0]?.[0]);
      const filled = TABLE.columns.filter((column) => cell(TABLE, TABLE.rows[0] ?? [], column) !== '');
      expect(await dialog.locator('dt').allInnerTexts()).toEqual([...filled, '(blank)']);
      expect(await dialog.locator('.blank').innerText()).toBe(
        TABLE.columns.filter((column) => !filled.includes(column)).join(', '),
      );
      expect(await dialog.getByText(NASTY[0] ?? '').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await dialog.count()).toBe(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await dialog.getByRole('heading').innerText()).toBe(TABLE.rows[1]?.[0]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      expect(await page.locator('.open:focus').getAttribute('aria-label')).toBe(`Open ${String(TABLE.rows[1]?.[0])}`);
    }));

  test('that could not be read show the error beside the name, in print as well', () =>
    inPage(reader.open([TABLE]), async (page) => {
      const names = (): Promise<string[]> => page.locator('.grid thead th').allInnerTexts();
      expect(await names()).toEqual([...TABLE.columns]);
      // A label that is not part of the text of the name.
      const marked = page.locator('tr.data [data-unreadable]');
      expect(await page.locator('tr.data:has([data-unreadable]) .name').allInnerTexts()).toEqual([TABLE.rows[7]?.[0]]);
      expect(await marked.innerText()).toBe('');
      expect(
        await page.evaluate<string>(
          "getComputedStyle(document.querySelector('tr.data [data-unreadable]'), '::before').content",
        ),
      ).toBe('"not read: not-found"');
      await page.getByRole('button', { name: /^Not read/ }).click();
      expect((await names()).slice(0, 3)).toEqual(['MailboxName', 'Status', 'Error']);
      expect(await marked.count()).toBe(0);
      const [address = '', status, error] = await page.locator('tr.data').first().locator('th, td').allInnerTexts();
      expect(address).toMatch(/@contoso\.com$/);
      expect([status, error]).toEqual(['not-found', expect.stringContaining('ErrorInvalidUser')]);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      // Columns that are blank in every row are not printed.
      expect(await page.locator('.print-rows th[scope=col]').allInnerTexts()).toEqual([
        'MailboxName',
        'Status',
        'Error',
        'Verdict',
        'Violations',
      ]);
      expect(await page.locator('.print-rows p').allInnerTexts()).toEqual([
        'mailbox-settings.csv: 10 of 500 rows; Not read.',
      ]);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'All' }).first().click();
      expect(await names()).toEqual([...TABLE.columns]);
    }));

  test('are reached by keys, from the first to the last and back, and scroll into any window with the focus', () =>
    inPage(reader.open([TABLE], { context: { viewport: { width: 800, height: 400 } } }), async (page) => {
      const focused = page.locator('.open:focus');
      const expectRow = async (row: number): Promise<void> => {
        expect(await focused.getAttribute('aria-label')).toBe(`Open ${String(TABLE.rows[row]?.[0])}`);
        expect(
          await page.evaluate<boolean>(`(() => {
            const { top, bottom } = document.querySelector('.open:focus').getBoundingClientRect();
            return top >= 0 && bottom <= Math.min(innerHeight, document.querySelector('.grid').getBoundingClientRect().bottom);
          })()`),
        ).toBe(true);
      };
      // The first stop of the Tab key is a link that skips the header.
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Go to the rows');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Search all columns');
      // The rows are one key press after the toolbar, past the headers and filters of all columns.
      await page.getByRole('button', { name: 'Download CSV' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expectRow(0);
      for (const key of ['PageDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
      await expectRow(499);
      await page.keyboard.press('Control+Home');
      await expectRow(0);
      await page.keyboard.press('Control+End');
      await expectRow(499);
      await page.keyboard.press('ArrowUp');
      await expectRow(498);
      await page.keyboard.press('PageUp');
      expect(await page.locator('tr.data:has(.open[tabindex="0"])').count()).toBe(1);
      await page.keyboard.press('Home');
      await expectRow(0);
    }));

  test('with hostile text show it as text', () =>
    inPage(
      reader.open([
        {
          name: 'nasty',
          columns: ['<b>Name</b>', 'Text', 'MailboxName'],
          rows: NASTY.map((text) => [text, text, text]),
        },
      ]),
      async (page) => {
        // Bidirectional and invisible characters are shown as code points. Copy and download keep them.
        await page.locator('tr.data').last().waitFor();
        expect(await page.locator('tr.data td').allTextContents()).toEqual(
          NASTY.flatMap((text) => [visibleLine(text), visibleLine(text)]),
        );
        expect(await page.locator('tr.data .name').allTextContents()).toEqual(NASTY.map(visibleLine));
        expect(await page.locator('#tables').locator('img, b, script').count()).toBe(0);
        for (const row of (await page.locator('tr.data .open').all()).slice(0, 3)) {
          await row.click();
          await page.keyboard.press('Escape');
        }
      },
    ));

  test('show invisible characters escaped in headers, choices and details, but not in the CSV', () =>
    inPage(
      reader.open([
        { name: 'bidi', columns: ['Na\u202Eme', 'Text'], rows: [['a\u202Egnp.exe', 'b\u200B\r\nc\u202Ed']] },
      ]),
      async (page) => {
        expect(await page.locator('.grid thead th').first().innerText()).toBe('Na\\u{202e}me');
        expect(await page.getByLabel('Filter Text').locator('option').allInnerTexts()).toContain(
          'b\\u{200b} c\\u{202e}d (1)',
        );
        await page.getByRole('button', { name: 'Open a\\u{202e}gnp.exe' }).click();
        expect(await page.getByRole('dialog').locator('dd').allInnerTexts()).toEqual([
          'a\\u{202e}gnp.exe',
          'b\\u{200b}\nc\\u{202e}d',
        ]);
        await page.keyboard.press('Escape');
        expect((await downloaded(page)).text).toBe('Na\u202Eme,Text\r\na\u202Egnp.exe,"b\u200B\r\nc\u202Ed"\r\n');
      },
    ));

  test('with long names have a wide column, and the whole name as title', () => {
    const name = `${'long'.repeat(10)}@contoso.com`;
    return inPage(
      reader.open([{ name: 'long', columns: ['MailboxName', 'Text'], rows: [[name, 'x']] }]),
      async (page) => {
        const cell = page.locator('tr.data th');
        expect(await cell.getAttribute('title')).toBe(name);
        expect(
          await page.evaluate<boolean>(
            "(() => { const cell = document.querySelector('tr.data th'); return cell.scrollWidth <= cell.clientWidth; })()",
          ),
        ).toBe(true);
      },
    );
  });

  test('may be missing', () =>
    inPage(reader.open([{ name: 'violations', columns: ['Rule', 'Severity'], rows: [] }]), async (page) => {
      expect(await line(page)).toBe(findingsLine(0, 0));
      expect(await page.locator('tr.data').count()).toBe(0);
      expect((await downloaded(page)).text).toBe('Rule,Severity\r\n');
      expect(await axeViolations(page)).toEqual([]);
    }));

  test('that are cut give an error message', async () => {
    const { page } = await reader.open([{ name: 'cut', columns: ['Rule'], rows: [['zone']] }]);
    const file = fileURLToPath(page.url());
    await writeFile(file, (await readFile(file, 'utf8')).replace(/(id="rows-0">\n).+/, '$1'));
    await page.reload();
    expect(await page.getByRole('alert').innerText()).toBe(
      'The rows cannot be shown: there are 0 of 1 rows. The CSVs have them.',
    );
  });
});

describe('filters', () => {
  test('of a column offer few values with their counts, or accept a text, and can be cleared', () =>
    inPage(reader.open([TABLE]), async (page) => {
      const language = page.getByLabel('Filter Language');
      const blanks = TABLE.rows.filter((row) => cell(TABLE, row, 'Language') === '');
      expect(await language.locator('option').allInnerTexts()).toContain(`(blank) (${blanks.length})`);
      await language.selectOption({ label: `(blank) (${blanks.length})` });
      expect(await line(page)).toBe(`${blanks.length} of 500 rows`);
      expect((await names(page)).slice(0, 10)).toEqual(expectedNames((row) => cell(TABLE, row, 'Language') === '', 10));
      await language.selectOption({ label: '(any)' });
      expect(await line(page)).toBe('500 of 500 rows');
      // A column with many values accepts a text, and the search covers all columns.
      await page.getByLabel('Filter DisplayName').click();
      await page.keyboard.type('ADELE');
      const adeles = TABLE.rows.filter((row) => String(cell(TABLE, row, 'DisplayName')).startsWith('Adele'));
      expect(await line(page)).toBe(`${adeles.length} of 500 rows`);
      await page.getByLabel('Search all columns').fill('zone  pass');
      const passing = adeles.filter((row) => cell(TABLE, row, 'Verdict') === 'pass');
      expect(await line(page)).toBe(`${passing.length} of 500 rows`);
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(await line(page)).toBe('500 of 500 rows');
      expect(await page.getByLabel('Filter DisplayName').inputValue()).toBe('');
      expect(await page.getByRole('button', { name: 'Clear filters' }).count()).toBe(0);
      await page.getByLabel('Search all columns').fill('no such mailbox');
      expect(await line(page)).toBe('0 of 500 rows');
      expect(await page.getByText('No row matches.').isVisible()).toBe(true);
      await page.locator('.empty').getByRole('button').click();
      expect(await line(page)).toBe('500 of 500 rows');
    }));

  test('that are common have buttons with counts', () =>
    inPage(reader.open([TABLE]), async (page) => {
      const away = TABLE.rows.filter(isAway);
      const button = page.getByRole('button', { name: `Away now ${away.length}` });
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      expect(await line(page)).toBe(`${away.length} of 500 rows`);
      await page.getByRole('button', { name: 'Not read 10' }).click();
      expect(await line(page)).toBe('10 of 500 rows');
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      const all = page.getByRole('button', { name: 'All 500' });
      await page.getByLabel('Filter DisplayName').fill('adele');
      expect(await all.getAttribute('aria-pressed')).toBe('false');
      await all.click();
      expect(await all.getAttribute('aria-pressed')).toBe('true');
      expect(await page.getByLabel('Filter DisplayName').inputValue()).toBe('');
      expect(await line(page)).toBe('500 of 500 rows');
      expect(await page.getByRole('button', { name: /^Violates a rule \d+$/ }).count()).toBe(1);
    }));
});

test('a quick view with all rows has no button of its own, and a link to it presses that of all rows', () => {
  const columns = ['Rule', 'Severity', 'Verdict', 'MailboxName'];
  const rows = ['a@x.y', 'b@x.y'].map((mailbox) => ['zone', 'error', 'fail', mailbox]);
  return inPage(reader.open([{ name: 'violations', columns, rows, newRows: [1] }]), async (page) => {
    const buttons = page.getByRole('group', { name: 'Quick views' }).getByRole('button');
    expect(await buttons.allInnerTexts()).toEqual(['All 2', 'New 1']);
    await page.evaluate("location.hash = '#report=violations&view=violating'");
    await page.waitForFunction("document.querySelector('.line').textContent.startsWith('2 of 2')");
    expect(await buttons.first().getAttribute('aria-pressed')).toBe('true');
  });
});

test('rows of mailboxes that could not be read have the cause, the whole error, and what to do', () => {
  const error = 'ErrorItemNotFound: The specified object was not found in the store.';
  const rows = [
    ['a@x.y', 'ok', ''],
    ['b@x.y', 'not-found', error],
    ['c@x.y', 'not-found', error],
  ];
  const details = { remedies: { 'not-found': 'Correct the <address>.' } };
  const table = { name: 'mailbox-settings', columns: ['MailboxName', 'Status', 'Error'], rows };
  return inPage(reader.open([table], { details }), async (page) => {
    const causes = page.getByRole('list', { name: 'Why mailboxes could not be read' });
    expect(await causes.count()).toBe(0);
    await page.getByRole('button', { name: 'Not read 2' }).click();
    expect(await causes.getByRole('listitem').allInnerTexts()).toEqual(['not-found, 2 rows: Correct the <address>.']);
    expect(
      await page.evaluate(`(() => {
        const cell = document.querySelector('tr.data td:last-child');
        return cell.scrollWidth <= cell.clientWidth;
      })()`),
    ).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** The line above findings, each of another mailbox. */
function findingsLine(shown: number, all: number): string {
  return `${shown} of ${all} findings; ${shown} pairs of mailbox and rule`;
}

describe('the counts in the header', () => {
  test('open the rows that they count, in their table', () =>
    inPage(reader.open([TABLE, findings(20)]), async (page) => {
      await page.getByLabel('Search all columns').first().fill('no such mailbox');
      await page.getByRole('link', { name: '2 unreadable', exact: true }).click();
      expect(await line(page)).toBe('10 of 500 rows');
      expect(await page.locator(':focus').innerText()).toBe('Not read 10');
      const top = (): Promise<number> =>
        page.evaluate<number>("document.querySelector('.grid tr.data').getBoundingClientRect().top / innerHeight");
      expect(await top()).toBeLessThan(0.7);
      await page.getByRole('link', { name: '18 violations' }).press('Enter');
      expect(await page.getByRole('tab', { name: 'violations.csv' }).getAttribute('aria-selected')).toBe('true');
      expect(await line(page)).toBe(findingsLine(5, 20));
      expect(await page.locator(':focus').innerText()).toBe('Fail 5');
      await page.getByRole('link', { name: /away now$/ }).click();
      expect(await page.locator(':focus').innerText()).toMatch(/^Away now/);
      expect(await page.getByRole('tab', { name: 'mailbox-settings' }).getAttribute('aria-selected')).toBe('true');
    }));
});

describe('findings', () => {
  test('are shown as in the CSV, with the verdict beside the rule, a mark if they are new, and a count', () =>
    inPage(reader.open([TABLE, { ...findings(20), newRows: [3, 7] }]), async (page) => {
      const tab = page.getByRole('tab', { name: 'violations.csv' });
      expect(await tab.innerText()).toMatch(/^violations\.csv\s+20 findings$/);
      await tab.click();
      expect(await line(page)).toBe(findingsLine(20, 20));
      const breaks = page.getByRole('button', { name: 'Violates a rule 5' });
      await breaks.click();
      expect(await line(page)).toBe(findingsLine(5, 20));
      expect(await page.locator('.grid:visible thead th').allInnerTexts()).toEqual([
        'Rule',
        'Verdict',
        'MailboxName',
        'Column',
        'Severity',
        'Report',
      ]);
      const marks = page.locator('.grid:visible .data .new');
      expect(await marks.allInnerTexts()).toEqual(['new', 'new']);
      await page.getByRole('button', { name: 'New 2' }).click();
      expect(await line(page)).toBe(findingsLine(2, 20));
      expect(await page.locator('.grid:visible .data').allInnerTexts()).toEqual([
        expect.stringMatching(/new[^]*m3@contoso\.com/),
        expect.stringMatching(/new[^]*m7@contoso\.com/),
      ]);
      await page.getByRole('button', { name: 'All 20' }).click();
      expect(await line(page)).toBe(findingsLine(20, 20));
      // Rows are coloured by verdict, not severity: exempt and inconclusive are no violations.
      const violating = page.locator('.grid:visible .state-bad');
      await violating.nth(4).waitFor();
      expect(await violating.count()).toBe(5);
      expect(await violating.first().innerText()).toBe('fail');
      const { name, text } = await downloaded(page);
      const { columns, rows } = findings(20);
      const isDecided = (row: readonly PageCell[]): boolean => !row.includes('inconclusive');
      const sorted = [...rows.filter(isDecided), ...rows.filter((row) => !isDecided(row))];
      expect([name, text]).toEqual(['violations.csv', csvOf({ columns, rows: sorted })]);
    }));
});

describe('columns', () => {
  test.each([1280, 360])('scroll fully into view when their header has the focus, %d px wide', (width) =>
    inPage(reader.open([TABLE], { context: { viewport: { width, height: 700 } } }), async (page) => {
      await page.locator('.grid thead button').first().focus();
      const outside: string[] = [];
      for (let stop = 1; stop < 2 * TABLE.columns.length; stop += 1) {
        await page.keyboard.press('Tab');
        outside.push(
          ...(await page.evaluate<readonly string[]>(`(() => {
            const [cell, grid, names] = [document.activeElement.closest('th, td'), document.querySelector('.grid'), document.querySelector('.grid th')].map((one) => one.getBoundingClientRect());
            const isName = document.activeElement.closest('th, td').cellIndex === 0;
            const start = isName ? grid.left : names.right;
            const room = grid.right - start;
            return cell.left < start - 2 || (cell.right > grid.right + 2 && cell.width < room) ? [document.activeElement.outerHTML.slice(0, 80)] : [];
          })()`)),
        );
      }
      expect(outside).toEqual([]);
    }),
  );

  test('sort ascending, descending and not at all, and expose the state', () =>
    inPage(reader.open([TABLE]), async (page) => {
      const sorted = page.getByRole('columnheader', { name: 'ItemCount' });
      const firstCount = (): Promise<string> => page.locator('tr.data').first().locator('td').nth(8).innerText();
      const counts = TABLE.rows.map((row) => cell(TABLE, row, 'ItemCount')).filter((count) => count !== '');
      await header(page, 'ItemCount').click();
      expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
      expect(await firstCount()).toBe(String(Math.min(...counts.map(Number))));
      await header(page, 'ItemCount').press('Enter');
      expect(await sorted.getAttribute('aria-sort')).toBe('descending');
      expect(await firstCount()).toBe(String(Math.max(...counts.map(Number))));
      await page.keyboard.press('Enter');
      expect(await sorted.getAttribute('aria-sort')).toBeNull();
      expect((await names(page)).slice(0, 10)).toEqual(expectedNames(() => true, 10));
    }));

  test('that are hidden still filter and sort, and the page shows it', () =>
    inPage(reader.open([TABLE]), async (page) => {
      const french = TABLE.rows.filter((row) => cell(TABLE, row, 'Language') === 'fr-FR');
      await page.getByLabel('Filter Language').selectOption({ label: `fr-FR (${french.length})` });
      await header(page, 'TimeZone').click();
      const sorted = await names(page);
      await page.getByText('Columns', { exact: true }).click();
      for (const name of ['Language', 'TimeZone']) await page.getByLabel(name, { exact: true }).uncheck();
      await page.keyboard.press('Escape');
      expect(await line(page)).toBe(
        `${french.length} of 500 rows; hidden: Language is fr-FR; sorted by TimeZone, ascending`,
      );
      expect(await names(page)).toEqual(sorted);
      const rows = (await downloaded(page)).text.split('\r\n');
      expect(rows.length - 2).toBe(french.length);
      expect(rows[1]).toMatch(new RegExp(`^${sorted[0] ?? ''},`));
      // Visible columns show it in their headers.
      await page.getByText('Columns', { exact: true }).click();
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.keyboard.press('Escape');
      expect(await line(page)).toBe(`${french.length} of 500 rows`);
      expect(await page.getByLabel('Filter Language').inputValue()).toBe(`fr-FR (${french.length})`);
      expect(await page.locator('[aria-sort]').count()).toBe(1);
      // Both end by a button each.
      await page.getByText('Columns', { exact: true }).click();
      for (const name of ['Language', 'TimeZone']) await page.getByLabel(name, { exact: true }).uncheck();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(await line(page)).toBe('500 of 500 rows; hidden: sorted by TimeZone, ascending');
      await page.getByRole('button', { name: 'Order of the list' }).click();
      expect(await line(page)).toBe('500 of 500 rows');
    }));

  test('can be hidden one by one or at once, except the last, and findings have rule and mailbox as their name', () =>
    inPage(reader.open([violations(3)]), async (page) => {
      // A count whose rows no table has changes nothing.
      await page.getByRole('link', { name: '2 unreadable', exact: true }).click();
      expect(await line(page)).toBe(findingsLine(3, 3));
      await page.getByRole('button', { name: 'Open replies-stay-inside, m1@contoso.com' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('heading').innerText()).toBe('replies-stay-inside, m1@contoso.com');
      await page.keyboard.press('Escape');
      const columns = page.locator('.grid thead th');
      await page.getByText('Columns', { exact: true }).click();
      await page.getByRole('button', { name: 'Hide all' }).click();
      expect(await columns.allInnerTexts()).toEqual(['Rule']);
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await columns.allInnerTexts()).toEqual(['Rule', 'MailboxName', 'Item', 'Severity']);
      for (const name of ['Severity', 'MailboxName', 'Item']) await page.getByLabel(name, { exact: true }).uncheck();
      expect(await columns.allInnerTexts()).toEqual(['Rule']);
      expect(await page.getByLabel('Rule', { exact: true }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.getByLabel('Rule', { exact: true }).isVisible()).toBe(false);
      expect((await downloaded(page)).text).toBe(`Rule\r\n${'replies-stay-inside\r\n'.repeat(3)}`);
    }));
});

describe('the CSV', () => {
  test.each([
    { bom: false, delimiter: ',' },
    { bom: true, delimiter: ';' },
  ] as const)('downloads the file that the action writes ($bom $delimiter)', ({ bom, delimiter }) =>
    inPage(reader.open([TABLE], { bom, delimiter }), async (page) => {
      const { name, text } = await downloaded(page);
      expect([name, text]).toEqual(['mailbox-settings.csv', `${bom ? '\uFEFF' : ''}${csvOf(TABLE, delimiter)}`]);
      await expectLine(page, '500 of 500 rows. Downloaded 500 rows as mailbox-settings.csv.');
      await page.getByRole('button', { name: /^Not read/ }).click();
      expect((await downloaded(page)).name).toBe('mailbox-settings-filtered.csv');
    }),
  );

  test('is copied as text and as a table, and the page confirms it', () =>
    inPage(reader.open([TABLE], { context: { permissions: ['clipboard-read', 'clipboard-write'] } }), async (page) => {
      await page.getByLabel('Search all columns').fill('calc');
      await page.getByRole('button', { name: 'Copy' }).click();
      const rows = TABLE.rows.filter((row) => String(cell(TABLE, row, 'Message')).includes('calc'));
      await expectLine(page, `${rows.length} of 500 rows. Copied ${rows.length} rows as CSV.`);
      expect(await clipboard(page, 'text/plain')).toBe(csvOf({ ...TABLE, rows }));
      const table = await clipboard(page, 'text/html');
      expect(table.split('<tr>').length - 1).toBe(rows.length + 1);
      expect(table).toContain(">'=cmd|'/c calc'!A0</td>");
    }));
});

/** Waits for the line, which changes once the browser has finished. */
async function expectLine(page: Page, text: string): Promise<void> {
  await page.locator('.line', { hasText: text }).waitFor();
  expect(await line(page)).toBe(text);
}

async function clipboard(page: Page, type: string): Promise<string> {
  return page.evaluate<string>(
    `navigator.clipboard.read().then(([item]) => item.getType('${type}')).then((blob) => blob.text())`,
  );
}

test('several tables are tabs that arrow keys select', () =>
  inPage(reader.open([TABLE, violations(30)]), async (page) => {
    const tab = page.getByRole('tab', { name: 'violations' });
    expect(await line(page)).toBe('500 of 500 rows');
    await page.getByRole('tab', { name: 'mailbox-settings' }).press('ArrowRight');
    expect(await tab.getAttribute('aria-selected')).toBe('true');
    expect(await line(page)).toBe(findingsLine(30, 30));
    await page.locator('tr.data:visible').nth(20).waitFor();
    expect((await downloaded(page)).name).toBe('violations.csv');
    await tab.press('ArrowRight');
    expect(await line(page)).toBe('500 of 500 rows');
    await page.keyboard.press('End');
    expect(await tab.getAttribute('aria-selected')).toBe('true');
  }));

test('with forced colours, pressed buttons look different', () =>
  inPage(reader.open([TABLE, violations(3)], { context: { forcedColors: 'active' } }), async (page) => {
    const backsOf = (state: boolean): Promise<readonly string[]> =>
      page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.views [aria-pressed="${state}"], .tabs [aria-selected="${state}"]')].map((one) => getComputedStyle(one).backgroundColor)`,
      );
    const [pressed, others] = [await backsOf(true), await backsOf(false)];
    expect(new Set(pressed).size).toBe(1);
    expect(others).not.toContain(pressed[0]);
    expect(await axeViolations(page, 'html', APPEARANCE)).toEqual([]);
  }));

describe('rows of mailboxes without an item', () => {
  const GRANTS = {
    name: 'grants',
    columns: ['MailboxName', 'Right', 'Status'],
    rows: [
      ['none@x.y', '', 'ok'],
      ['a@x.y', 'FullAccess', 'ok'],
      ['a@x.y', 'SendAs', 'ok'],
      ['gone@x.y', '', 'not-found'],
    ],
    hasNoItem: ([, right]: readonly PageCell[]) => right === '',
  };

  test('are hidden until they are asked for, and one number says how many items there are', () =>
    inPage(reader.open([GRANTS, TABLE]), async (page) => {
      const shown = () => page.locator('tr.data:visible .name').allInnerTexts();
      const line = page.locator('.line:visible');
      expect(await shown()).toEqual(['a@x.y', 'a@x.y']);
      expect(await page.getByRole('tab', { name: 'grants' }).innerText()).toMatch(/2 rows$/);
      expect(await page.getByRole('button', { name: 'All 2 rows' }).getAttribute('aria-pressed')).toBe('true');
      expect(await line.innerText()).toBe('2 of 2 rows, in 1 mailbox');
      const without = page.getByRole('button', { name: 'Mailboxes without rows 2' });
      await without.click();
      expect(await shown()).toEqual(['none@x.y', 'a@x.y', 'a@x.y', 'gone@x.y']);
      expect(await line.innerText()).toBe('4 of 4 rows, in 3 mailboxes');
      await page.goBack();
      expect(await without.getAttribute('aria-pressed')).toBe('false');
      expect(await shown()).toEqual(['a@x.y', 'a@x.y']);
      await page.getByRole('button', { name: 'Not read 1' }).click();
      expect(await shown()).toEqual(['gone@x.y']);
      await page.evaluate("location.hash = '#report=grants&is.Status=not-found'");
      await page.locator('.name', { hasText: 'gone@x.y' }).waitFor();
      await page.evaluate("location.hash = '#report=grants&search=none'");
      await page.locator('.empty:visible').waitFor();
    }));
});

describe('the printed page', () => {
  const [first = [], ...others] = settings(5_100, ['a']).rows;
  const LARGE = { ...TABLE, rows: [first.with(TABLE.columns.indexOf('Error'), 'x'.repeat(301)), ...others] };

  test('has up to 5,000 of the shown rows, and says what it lacks and which CSVs have it', () =>
    inPage(reader.open([LARGE, violations(30)]), async (page) => {
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.print-rows tbody tr').count()).toBe(5_000);
      const names = await page.locator('.print-rows th[scope=col]').allInnerTexts();
      const lacked = LARGE.columns.filter((column) => !names.includes(column));
      expect(await page.locator('.print-rows p').allInnerTexts()).toEqual([
        'mailbox-settings.csv: 5,100 of 5,100 rows.',
        `Not printed, but in mailbox-settings.csv: 100 rows; the columns ${lacked.join(', ')}; the end of 1 text.`,
        'Other files, which are not printed: violations.csv (30 findings).',
      ]);
      // Folded content is printed too.
      expect(await page.getByText('folded@contoso.com').isVisible()).toBe(true);
      expect(await page.locator(':is(.grid, .tools, .state):visible').count()).toBe(0);
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      expect(await page.locator('.print-rows').count()).toBe(0);
      expect(await page.locator('.more').getAttribute('open')).toBeNull();
    }));

  test('leaves lists of more than 100 rows folded', () =>
    inPage(reader.open([TABLE]), async (page) => {
      for (const rows of [100, 101]) {
        await page.evaluate(
          `document.querySelector('.more').insertAdjacentHTML('afterend', '<details class="more" id="of-${rows}"><table>' + '<tr><td>x</td></tr>'.repeat(${rows}) + '</table></details>')`,
        );
      }
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('#of-100').getAttribute('open')).toBe('');
      expect(await page.locator('#of-101').getAttribute('open')).toBeNull();
    }));

  test('is a PDF, and the page is unchanged afterwards', () =>
    inPage(reader.open([TABLE], { context: { colorScheme: 'dark' } }), async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      // A printed page has ten to thirty rows, however long a text is.
      const pages = pdf.toString('latin1').split('/Type /Page\n').length - 1;
      expect(pages).toBeGreaterThan(10);
      expect(pages).toBeLessThan(60);
      expect(await page.locator('.print-rows').count()).toBe(0);
      expect(await page.locator('.grid').isVisible()).toBe(true);
      const background = (): Promise<string> =>
        page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(await background()).toBe('rgb(13, 17, 23)');
      await page.emulateMedia({ media: 'print' });
      expect(await background()).toBe('rgb(255, 255, 255)');
    }));
});

test.each([
  { colorScheme: 'light', width: 1280, rules: undefined },
  { colorScheme: 'dark', width: 360, rules: APPEARANCE },
] as const)(
  'the page has no axe violation in the $colorScheme scheme, $width px wide',
  ({ colorScheme, width, rules }) => {
    const context = { colorScheme, viewport: { width, height: 600 } };
    return inPage(reader.open([TABLE, violations(30)], { context }), async (page) => {
      await page.getByRole('button', { name: /^Violates a rule/ }).click();
      await page.locator('.columns:visible summary').click();
      expect(await axeViolations(page, 'html', rules)).toEqual([]);
      await page.locator('tr.data:visible .open').last().click();
      expect(await axeViolations(page, 'dialog[open]', rules)).toEqual([]);
    });
  },
);
