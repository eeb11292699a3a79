import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { PageCell } from '../../../src/outputs/page/data.ts';
import { axeViolations } from '../axe.ts';
import { visibleLine } from '../../../src/text/display.ts';
import { cell, NASTY } from '../test-tables.ts';
import { downloaded, expectedNames, findingsLine, inPage, line, names, pageReader, TABLE } from './table-page.ts';

const reader = pageReader();

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

test('rows of mailboxes that could not be read have the cause, the whole error, and what to do', () => {
  const error = 'ErrorItemNotFound: The specified object was not found in the store.';
  const rows = [
    ['a@x.y', 'ok', ''],
    ['b@x.y', 'not-found', error],
    ['c@x.y', 'not-found', error],
    ['d@x.y', 'throttled', ''],
  ];
  const details = { remedies: { 'not-found': 'Correct the <address>.', throttled: 'Run again.' } };
  const table = { name: 'mailbox-settings', columns: ['MailboxName', 'Status', 'Error'], rows };
  return inPage(reader.open([table], { details }), async (page) => {
    const causes = page.getByRole('list', { name: 'Why mailboxes could not be read' });
    expect(await causes.count()).toBe(0);
    await page.getByRole('button', { name: 'Not read 3' }).click();
    expect(await causes.getByRole('listitem').allInnerTexts()).toEqual(['not-found, 2 rows', 'throttled, 1 row']);
    await causes.getByText('throttled').click();
    expect(await causes.getByRole('listitem').last().innerText()).toMatch(/^throttled, 1 row\s+Run again\.$/);
    await page.getByLabel('Filter Status').selectOption({ label: 'not-found (2)' });
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
