import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cell, csvOf, violations } from '../test-tables.ts';
import {
  downloaded,
  expectedNames,
  findingsLine,
  header,
  inPage,
  line,
  names,
  pageReader,
  TABLE,
} from './table-page.ts';

const reader = pageReader();

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
