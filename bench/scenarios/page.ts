import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { answerTime } from '../../scripts/answer-time.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { addedCost, MAILBOXES } from '../added-cost.ts';
import { median } from '../median.ts';
import { openPage } from '../page-load.ts';
import { mib, ms, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_HEAP = 100 * 1024 * 1024;
const PAINT_MS = 500;
const ROWS_MS = 1_500;
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
  const answers: Answers[] = [];
  const middle = (name: keyof Answers): number => median(answers.map((answer) => answer[name]));
  const { table, memory } = await addedCost(premises, rounds, {
    names: ['The CSV alone', 'And the page'],
    wanted: { page: true },
    look: async ({ csvFile }) => {
      const file = path.join(path.dirname(csvFile), 'report.html');
      bytes = (await stat(file)).size;
      answers.push(await firstAnswers(browser, file));
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
      { what: 'First paint of a page', value: middle('paint'), bound: PAINT_MS, side: 'most', show: ms },
      { what: 'First rows of a page', value: middle('rows'), bound: ROWS_MS, side: 'most', show: ms },
      { what: 'Peak heap of a page, with a search', value: middle('heap'), bound: MOST_HEAP, side: 'most', show: mib },
      { what: 'First filter of a page, one column', value: middle('filter'), bound: ANSWER_MS, side: 'most', show: ms },
      {
        what: 'First search of a page, all columns',
        value: middle('search'),
        bound: ANSWER_MS,
        side: 'most',
        show: ms,
      },
    ],
  };
}

/** How long people wait, in ms, for a page and its first answers, and the bytes of its heap. */
interface Answers {
  readonly paint: number;
  readonly rows: number;
  readonly filter: number;
  readonly search: number;
  readonly heap: number;
}

async function firstAnswers(browser: Browser, file: string): Promise<Answers> {
  const { page: opened, paintMs: paint, rowsMs: rows, peakHeap } = await openPage(browser, file);
  const filter = await answerTime(opened, 'Filter MailboxName', '77');
  const search = await answerTime(opened, 'Search all columns', 'europe');
  const heap = await peakHeap();
  await opened.close();
  return { paint, rows, filter: filter.wallMs, search: search.wallMs, heap };
}
