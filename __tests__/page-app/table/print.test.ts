import { describe, expect, test } from '@jest/globals';
import { APPEARANCE, axeViolations } from '../axe.ts';
import { settings, violations } from '../test-tables.ts';
import { inPage, pageReader, TABLE } from './table-page.ts';

const reader = pageReader();

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
