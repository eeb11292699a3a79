import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PageReader, type OpenedPage } from './opened-page.ts';
import { csvOf, settings } from './test-tables.ts';

const ROWS = 100_000;
const ANSWER_MS = 200;
const TABLE = settings(ROWS, ['<img src=x onerror=alert(1)>', '=1+1']);

/** Writes down what the page says while it reads, and how long the browser could not answer. */
const WATCH = `
  window.said = new Set();
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const loading = document.querySelector('#tables .loading');
    if (loading !== null) window.said.add(loading.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;
const FROZEN_MS = 500;

// A browser on a machine that does other things too takes its time.
jest.setTimeout(30_000);

let reader: PageReader;
let opened: OpenedPage;
beforeAll(async () => {
  reader = await PageReader.start();
  opened = await reader.open([TABLE], { bom: true, watch: WATCH });
}, 60_000);
afterAll(() => reader.stop());

/** Types into a field as one does, and gives the time until the next frame after the page said how many rows there are. */
function answerMs(label: string, text: string): Promise<number> {
  return opened.page.evaluate<number>(`new Promise((resolve) => {
    const field = document.querySelector('[aria-label="${label}"]');
    const line = document.querySelector('.line');
    const before = line.textContent;
    field.value = '${text}';
    const start = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => {
      if (line.textContent === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    };
    look();
  })`);
}

async function downloadedText(): Promise<string> {
  const [download] = await Promise.all([
    opened.page.waitForEvent('download'),
    opened.page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

describe(`a table of ${ROWS} mailboxes`, () => {
  test('is read bit by bit, and the page says how far it is', async () => {
    const said = await opened.page.evaluate<readonly string[]>('[...window.said]');
    expect(said.filter((text) => /^\d+,000 of 100,000 rows$/.test(text)).length).toBeGreaterThan(50);
    expect(await opened.page.evaluate<number>('window.longest')).toBeLessThan(FROZEN_MS);
  });

  test('answers the first filter and the first search at once', async () => {
    expect(await answerMs('Filter MailboxName', 'adele.1')).toBeLessThan(ANSWER_MS);
    expect(await answerMs('Filter MailboxName', '')).toBeLessThan(ANSWER_MS);
    expect(await answerMs('Search all columns', 'adele')).toBeLessThan(ANSWER_MS);
    await opened.page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('downloads byte for byte as the action writes it, while the page still answers', async () => {
    expect((await downloadedText()) === `\uFEFF${csvOf(TABLE)}`).toBe(true);
  });

  test('keeps every row when it is sorted', async () => {
    await opened.page.getByRole('button', { name: 'MailboxName', exact: true }).click();
    const sorted = await downloadedText();
    const lines = (text: string): readonly string[] => text.replace('\uFEFF', '').split('\r\n').sort();
    expect(sorted === `\uFEFF${csvOf(TABLE)}`).toBe(false);
    expect(lines(sorted).join('\n') === lines(csvOf(TABLE)).join('\n')).toBe(true);
  });

  test('scrolls to its end, and asked the network for nothing', async () => {
    await opened.page.evaluate("document.querySelector('.grid').scrollTop = 1e9");
    await opened.page.locator(`tr.data[aria-rowindex="${ROWS + 2}"]`).waitFor();
    expect(await opened.page.locator('tr.data').count()).toBeLessThan(80);
    expect(opened.complaints).toEqual([]);
  });
});
