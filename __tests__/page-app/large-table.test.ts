import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PageReader, type OpenedPage } from './opened-page.ts';
import { csvOf, settings } from './test-tables.ts';

const ROWS = 10_000;
const TABLE = settings(ROWS, ['<img src=x onerror=alert(1)>', '=1+1']);

/** Records the progress text of the page while it loads, and the number of frames. */
const WATCH = `
  window.said = new Set();
  const draw = () => {
    if (window.said.size > 0 && document.querySelector('#tables .loading') !== null) window.framesDrawn = (window.framesDrawn ?? 0) + 1;
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  new MutationObserver(() => {
    const loading = document.querySelector('#tables .loading');
    if (loading !== null) window.said.add(loading.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;

let reader: PageReader;
let opened: OpenedPage;
beforeAll(async () => {
  reader = await PageReader.start();
  opened = await reader.open([TABLE], { bom: true, watch: WATCH });
});
afterAll(() => reader.stop());

async function downloadedText(): Promise<string> {
  const [download] = await Promise.all([
    opened.page.waitForEvent('download'),
    opened.page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

describe(`a table of ${ROWS} mailboxes`, () => {
  test('loads in chunks, and the page shows the progress', async () => {
    const said = await opened.page.evaluate<readonly string[]>('[...window.said]');
    expect(said.filter((text) => /^\d+,000 of 10,000 rows$/.test(text)).length).toBeGreaterThan(5);
    expect(await opened.page.evaluate<number>('window.framesDrawn')).toBeGreaterThan(1);
  });

  test('downloads the CSV of the action byte for byte, while the page responds', async () => {
    expect((await downloadedText()) === `\uFEFF${csvOf(TABLE)}`).toBe(true);
  });

  test('keeps every row when it is sorted', async () => {
    const name = opened.page.getByRole('button', { name: 'MailboxName', exact: true });
    await name.click();
    const sorted = await downloadedText();
    // Back to the order of the list.
    await name.click();
    await name.click();
    const lines = (text: string): readonly string[] => text.replace('\uFEFF', '').split('\r\n').sort();
    expect(sorted === `\uFEFF${csvOf(TABLE)}`).toBe(false);
    expect(lines(sorted).join('\n') === lines(csvOf(TABLE)).join('\n')).toBe(true);
  });

  test('scrolls to its end without a network request', async () => {
    await opened.page.evaluate("document.querySelector('.grid').scrollTop = 1e9");
    await opened.page.locator(`tr.data[aria-rowindex="${ROWS + 2}"]`).waitFor();
    expect(await opened.page.locator('tr.data').count()).toBeLessThan(80);
    expect(opened.complaints).toEqual([]);
  });
});
