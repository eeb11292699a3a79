import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { answerTime } from '../../scripts/answer-time.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { addedCost, MAILBOXES } from '../added-cost.ts';
import { median } from '../median.ts';
import { mib, ms, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';

const MOST_BYTES = 20_000_000;

const ANSWER_MS = 200;

/** The cost of the report page in a run without throttling, and the response time of the page. */
export async function page(premises: Premises, rounds: number): Promise<Section> {
  const browser = await launchBrowser();
  try {
    return await measured(premises, rounds, browser);
  } finally {
    await browser.close();
  }
}

async function measured(premises: Premises, rounds: number, browser: Browser): Promise<Section> {
  let bytes = 0;
  const filters: number[] = [];
  const searches: number[] = [];
  const { table, memory } = await addedCost(premises, rounds, {
    names: ['The CSV alone', 'And the page'],
    wanted: { page: true },
    look: async ({ csvFile }) => {
      const file = path.join(path.dirname(csvFile), 'report.html');
      bytes = (await stat(file)).size;
      const { filter, search } = await firstAnswers(browser, file);
      filters.push(filter);
      searches.push(search);
    },
  });
  return {
    title: 'The report page: no latency',
    notes: [
      `The same run with the CSV alone and with the report page besides, which has ${mib(bytes)} for ` +
        `${whole(MAILBOXES)} mailboxes. CPU time and peak memory are those of the whole process. What somebody types ` +
        'into the page, opened afresh each time, is answered when the frame that shows it is there.',
    ],
    table,
    floors: [
      {
        what: `Bytes of the page, ${whole(MAILBOXES)} mailboxes`,
        value: bytes,
        bound: MOST_BYTES,
        side: 'most',
        show: mib,
      },
      memory,
      { what: 'First filter of a page, one column', value: median(filters), bound: ANSWER_MS, side: 'most', show: ms },
      {
        what: 'First search of a page, all columns',
        value: median(searches),
        bound: ANSWER_MS,
        side: 'most',
        show: ms,
      },
    ],
  };
}

/** How long people wait, in ms, for the first answers of a page that was just opened. */
async function firstAnswers(browser: Browser, file: string): Promise<{ filter: number; search: number }> {
  const opened = await browser.newPage();
  await opened.goto(pathToFileURL(file).href);
  await opened.locator('main[data-ready="true"]').waitFor();
  const filter = await answerTime(opened, 'Filter MailboxName', '77');
  const search = await answerTime(opened, 'Search all columns', 'europe');
  await opened.close();
  return { filter: filter.wallMs, search: search.wallMs };
}
