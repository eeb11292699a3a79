import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fragmentOf } from '../../src/text/page-links.ts';
import { PageReader } from './opened-page.ts';
import { cell, findings, settings } from './test-tables.ts';

const TABLE = settings(500);
const TABLES = [TABLE, findings(20)];

let reader: PageReader;
beforeAll(async () => {
  reader = await PageReader.start();
});
afterEach(() => reader.closePages());
afterAll(() => reader.stop());

function line(page: Page): Promise<string> {
  return page.locator('.line:visible').innerText();
}

function fragment(page: Page): string {
  return new URL(page.url()).hash;
}

/** The marked texts of the search. */
function marked(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    "[...CSS.highlights.get('match') ?? []].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))",
  );
}

describe('while the rows are read', () => {
  const LARGE = [settings(5_000)];
  const context = { viewport: { width: 1280, height: 300 } };
  const early = (act: string): string => `addEventListener('DOMContentLoaded', () => {
    window.early = document.querySelector('main').dataset.ready;
    ${act}
    window.place = scrollY;
  })`;

  test('a click on a link to a section is not undone', async () => {
    const { page } = await reader.open(LARGE, {
      context,
      watch: early("document.querySelector('.skip-link').click()"),
    });
    expect(await page.evaluate('window.early')).toBeUndefined();
    const place = await page.evaluate('scrollY');
    expect(place).toBe(await page.evaluate('window.place'));
    expect(place).toBeGreaterThan(0);
  });

  test.each([
    ['returns to its place', '', 120],
    ['keeps the place to which the reader scrolled', 'if (history.state !== null) scrollTo(0, 50)', 50],
  ])('a page to which the reader returns %s', async (_title, act, expected) => {
    const { page } = await reader.open(LARGE, { context, watch: early(act) });
    await page.evaluate('scrollTo(0, 120)');
    await page.waitForFunction('scrollY === 120');
    await page.goto('about:blank');
    await page.goBack();
    await page.locator('main[data-ready="true"]').waitFor();
    expect(await page.evaluate('scrollY')).toBe(expected);
  });
});

describe('the address', () => {
  test('has tab, filters, search, order and hidden columns, and Back undoes each', async () => {
    const { page, complaints } = await reader.open(TABLES);
    await page.getByRole('button', { name: /^Away now/ }).click();
    await page.getByLabel('Filter AutomaticReplyExternalAudience').selectOption({ index: 1 });
    await page.getByLabel('Filter DisplayName').pressSequentially('adele');
    await page.getByRole('button', { name: 'TimeZone', exact: true }).click();
    await page.getByText('Columns', { exact: true }).first().click();
    await page.getByLabel('DateFormat', { exact: true }).uncheck();
    const [filtered, shown] = [fragment(page), await line(page)];
    expect(filtered).toMatch(
      /^#report=mailbox-settings&view=away&has\.DisplayName=adele&is\.AutomaticReplyExternalAudience=\w+&sort=TimeZone&hide=DateFormat$/,
    );
    expect(shown).toMatch(/^[1-9]\d? of 500 rows$/);
    const searched = TABLE.rows.filter((row) => String(cell(TABLE, row, 'Message')).includes('calc'));

    // A shared link shows the same.
    await page.reload();
    await page.locator('main[data-ready="true"]').waitFor();
    expect([fragment(page), await line(page)]).toEqual([filtered, shown]);
    expect(await page.getByLabel('Filter DisplayName').inputValue()).toBe('adele');
    expect(await page.getByRole('button', { name: /^Away now/ }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[aria-sort=ascending]').innerText()).toBe('TimeZone');
    expect(await page.getByRole('columnheader', { name: 'DateFormat' }).count()).toBe(0);

    // Typing is one step.
    for (let steps = 0; steps < 3; steps += 1) await page.goBack();
    expect(fragment(page)).toMatch(/^#report=mailbox-settings&view=away&is\.AutomaticReplyExternalAudience=\w+$/);
    expect(await page.getByLabel('Filter DisplayName').inputValue()).toBe('');
    await page.goBack();
    await page.goBack();
    expect([fragment(page), await line(page)]).toEqual(['', '500 of 500 rows']);
    await page.goForward();
    expect(await page.getByRole('button', { name: /^Away now/ }).getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('button', { name: /^All/ }).first().click();
    await page.getByLabel('Search all columns').first().fill('calc');
    expect(await line(page)).toBe(`${searched.length} of 500 rows`);
    expect(new Set(await marked(page))).toEqual(new Set(['calc']));
    // The column with the first match is scrolled to.
    expect(
      await page.evaluate<boolean>(`(() => {
        const [mark] = CSS.highlights.get('match');
        const cell = mark.startContainer.parentElement.getBoundingClientRect();
        return cell.left >= 0 && cell.right <= innerWidth;
      })()`),
    ).toBe(true);
    // Rows are opened and closed by Back, too, and a closed one is no longer in the address.
    const rowless = fragment(page);
    await page.locator('tr.data .open').first().click();
    expect(fragment(page)).toMatch(/&search=calc&row=\d+$/);
    await page.goBack();
    expect([fragment(page), await page.getByRole('dialog').count()]).toEqual([rowless, 0]);
    await page.goForward();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.waitForURL(({ hash }) => hash === rowless);
    await page.getByRole('tab', { name: 'violations.csv' }).click();
    expect(fragment(page)).toBe('#report=violations');
    await page.goBack();
    expect(await line(page)).toBe(`${searched.length} of 500 rows`);
    expect(complaints).toEqual([]);
  });

  test('is hostile text, and what the page does not have is ignored', async () => {
    const address = (await reader.open(TABLES)).page.url();
    const hostile = '<img src=x onerror=alert(1)>';
    const conditions = [
      { column: hostile, is: hostile },
      { column: '__proto__', contains: 'x' },
      { column: 'Status', is: 'NOT-FOUND' },
      { column: 'MailboxName', is: 'nobody@contoso.com' },
      { column: 'Language', contains: 'DE' },
    ];
    const state = {
      report: hostile,
      view: hostile,
      highlight: 3,
      row: 999,
      sort: { column: hostile, descending: true },
    };
    const row = await reader.openFile(address + fragmentOf({ report: 'mailbox-settings', row: 1 }));
    expect(await row.page.getByRole('dialog').getByRole('heading').innerText()).toBe(TABLE.rows[1]?.[0]);
    const unknown = await reader.openFile(address + fragmentOf(state));
    expect(await line(unknown.page)).toBe('500 of 500 rows');
    const known = { ...state, report: 'mailbox-settings', conditions, hidden: [hostile, 'Error'] };
    const { page, complaints } = await reader.openFile(address + fragmentOf(known));
    expect(await line(page)).toBe('0 of 500 rows');
    const name = page.getByLabel('Filter MailboxName').first();
    expect(await name.inputValue()).toBe('=nobody@contoso.com');
    expect(await page.getByLabel('Filter Language').inputValue()).toBe('DE');
    await name.fill('');
    await page.getByLabel('Filter Language').selectOption({ label: '(any)' });
    expect(await line(page)).toBe('10 of 500 rows');
    expect(await page.getByRole('columnheader', { name: 'Error' }).count()).toBe(0);
    expect(await page.locator('img').count()).toBe(0);
    expect([...unknown.complaints, ...complaints]).toEqual([]);
  });
});
