import type { Page } from 'playwright-core';

/** How long a table of the report page took to apply typed text. */
export interface AnswerTime {
  /** From the key to the frame that shows the answer, as people see it. Ms. */
  readonly wallMs: number;
  /** CPU time of the page's thread in ms, which does not depend on other programs. */
  readonly threadMs: number;
}

/** Types a text into a field of the page's table, by its label, and waits until the page shows the result. */
export async function answerTime(page: Page, label: string, text: string): Promise<AnswerTime> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await browser.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'ThreadTime');
    if (found === undefined) throw new Error('the browser does not say how long its thread worked');
    return found.value * 1000;
  };
  const before = await worked();
  const wallMs = await page.evaluate<number>(`new Promise((resolve) => {
    const field = document.querySelector(${JSON.stringify(`[aria-label="${label}"]`)});
    const line = document.querySelector('.line');
    const before = line.textContent;
    field.value = ${JSON.stringify(text)};
    const start = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => {
      if (line.textContent === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    };
    look();
  })`);
  const threadMs = (await worked()) - before;
  await browser.detach();
  return { wallMs, threadMs };
}
