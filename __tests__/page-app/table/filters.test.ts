import { describe, expect, test } from '@jest/globals';
import type { PageCell } from '../../../src/outputs/page/data.ts';
import { APPEARANCE, axeViolations } from '../axe.ts';
import { cell, csvOf, findings, isAway, violations } from '../test-tables.ts';
import { downloaded, expectedNames, findingsLine, inPage, line, names, pageReader, TABLE } from './table-page.ts';

const reader = pageReader();

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
