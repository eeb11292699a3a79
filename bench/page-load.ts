import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** How a page opened. */
export interface PageLoad {
  readonly page: Page;
  /** From opening the file to the first paint, and to the first row of a table, in ms. */
  readonly paintMs: number;
  readonly rowsMs: number;
  /** The largest heap of JavaScript so far, in bytes. */
  readonly peakHeap: () => Promise<number>;
}

const SAMPLE_MS = 50;
const LONGEST_ANSWER_MS = 10_000;

/** Notes when the first row of a table is there. */
const WATCH = `new MutationObserver((_, watch) => {
  if (document.querySelector('tr.data') === null) return;
  window.firstRow = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** Opens a report page in a new window, and waits until all rows are read. `fragment`: what it shows, with `#`. */
export async function openPage(browser: Browser, file: string, fragment = ''): Promise<PageLoad> {
  const page = await browser.newPage();
  await page.addInitScript({ content: WATCH });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let peak = 0;
  const sample = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    peak = Math.max(peak, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN);
    return peak;
  };
  const timer = setInterval(() => {
    // The page may be closed meanwhile.
    sample().catch(() => undefined);
  }, SAMPLE_MS);
  page.on('close', () => {
    clearInterval(timer);
  });
  await page.goto(pathToFileURL(file).href + fragment);
  await page.locator('main[data-ready="true"]').waitFor();
  const paintMs = await page.evaluate<number>("performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN");
  return { page, paintMs, rowsMs: await page.evaluate<number>('window.firstRow ?? NaN'), peakHeap: sample };
}

/** The number of rows that the page's table shows, as the line above them has it. */
export async function shownRows(page: Page): Promise<number> {
  const line = await page.evaluate<string>("document.querySelector('.line').textContent");
  return Number(/^[\d,]+(?= of )/.exec(line)?.[0].replaceAll(',', '') ?? NaN);
}

/**
 * Types a text into a field of the page's table, by its label. Returns the ms until the frame that shows the result. Rejects if the
 * number of rows stays the same.
 */
export function answerMs(page: Page, label: string, text: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const field = document.querySelector(${JSON.stringify(`[aria-label="${label}"]`)});
    const line = document.querySelector('.line');
    const before = line.textContent;
    field.value = ${JSON.stringify(text)};
    const start = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => {
      if (performance.now() - start > ${LONGEST_ANSWER_MS}) reject(new Error('no answer to ' + ${JSON.stringify(label)}));
      else if (line.textContent === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    };
    look();
  })`);
}
