import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { fragmentOf } from '../../src/text/page-links.ts';
import { runAction } from '../action-run.ts';
import { addedCost, MAILBOXES } from '../added-cost.ts';
import { makeEarlier } from '../earlier.ts';
import type { Floor } from '../floor.ts';
import { median } from '../median.ts';
import { mib, ms, whole } from '../numbers.ts';
import { answerMs, openPage } from '../page-load.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { POLICY } from './policy.ts';

const MIB = 1024 * 1024;
const MOST_BYTES = 4 * MIB;
const MOST_HEAP = 100 * MIB;
/** One mailbox in this number differs from the earlier report. */
const CHANGED_EVERY = 10;
/** Zipped, the CSVs and the rows file, of the CSVs alone. The page repeats the rows, and has a bound of its own. */
const TIMES_CSVS = 2.3;

/** The cost of the report page in a run without throttling, and the response time of a page with policy and changes. */
export async function page(premises: Premises, rounds: number): Promise<Section> {
  const { table, memory } = await addedCost(premises, rounds, {
    names: ['The CSV alone', 'And the page'],
    wanted: { page: true },
    look: () => Promise.resolve(),
  });
  const browser = await launchBrowser();
  try {
    const { bytes, withoutPage, withPage, times } = await fullPage(premises, rounds, browser);
    const middle = (of: keyof Answers): number => median(times.map((one) => one[of]));
    const most = (what: string, value: number, bound: number, show: Floor['show']): Floor => ({
      what,
      value,
      bound,
      show,
      side: 'most',
    });
    return {
      title: 'The report page: no latency',
      notes: [
        'The same run with the CSV alone and with the report page. CPU time and peak memory are those of the whole process. ' +
          `The page that a browser opens, afresh each time, has ${whole(MAILBOXES)} mailboxes, a policy of ten rules and ` +
          'changes of a tenth of the mailboxes. An answer ends with the frame that shows it.',
        `First paint ${ms(middle('paint'))}, first rows ${ms(middle('rows'))}, first filter of a column ` +
          `${ms(middle('filter'))}, first search of all columns ${ms(middle('search'))}. The whole artifact has ` +
          `${withPage.toFixed(2)} times the bytes of its zipped CSVs.`,
      ],
      table,
      floors: [
        most(`Bytes of the page, ${whole(MAILBOXES)} mailboxes`, bytes, MOST_BYTES, mib),
        most(
          'Artifact without the page, of its zipped CSVs',
          withoutPage,
          TIMES_CSVS,
          (value) => `${value.toFixed(2)} x`,
        ),
        memory,
        most('Peak heap of JavaScript, with a search', middle('heap'), MOST_HEAP, mib),
      ],
    };
  } finally {
    await browser.close();
  }
}

/** Opens the page of a run with a policy that is compared with an earlier one. */
async function fullPage(
  premises: Premises,
  rounds: number,
  browser: Browser,
): Promise<ArtifactSizes & { readonly bytes: number; readonly times: readonly Answers[] }> {
  const tenant = await startTenantProcess(premises, { mailboxes: MAILBOXES, options: ['--limit', 'none'] });
  try {
    const earlier = await runAction(premises, tenant, tenant.addresses, { policy: POLICY });
    const folder = path.dirname(earlier.csvFile);
    await makeEarlier(folder, CHANGED_EVERY, (line) =>
      line.replace('Standard Time"', 'Daylight Time"').replace(/,"violations":\[\{[^\]]*\}\]/, ''),
    );
    const wanted = { policy: POLICY, page: true, compare: folder };
    const run = await runAction(premises, tenant, tenant.addresses, wanted);
    const file = path.join(path.dirname(run.csvFile), 'report.html');
    const { size: bytes } = await stat(file);
    const sizes = await artifactSizes(path.dirname(file));
    const times: Answers[] = [];
    for (let round = 0; round < Math.max(3, rounds); round++) times.push(await firstAnswers(browser, file));
    for (const { home } of [earlier, run]) await rm(home, { recursive: true });
    return { bytes, ...sizes, times };
  } finally {
    await tenant.close();
  }
}

/** The size of the files of a run as an artifact has them, without the page and with it, divided by that of its CSVs. */
interface ArtifactSizes {
  readonly withoutPage: number;
  readonly withPage: number;
}

async function artifactSizes(folder: string): Promise<ArtifactSizes> {
  let [csvs, others, page] = [0, 0, 0];
  for (const name of await readdir(folder)) {
    const { length } = deflateRawSync(await readFile(path.join(folder, name)));
    if (name.endsWith('.csv')) csvs += length;
    else if (name.endsWith('.html')) page += length;
    else others += length;
  }
  return { withoutPage: (csvs + others) / csvs, withPage: (csvs + others + page) / csvs };
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
  const settings = fragmentOf({ report: 'mailbox-settings' });
  const { page: opened, paintMs: paint, rowsMs: rows, peakHeap } = await openPage(browser, file, settings);
  const filter = await answerMs(opened, 'Filter MailboxName', '77');
  const search = await answerMs(opened, 'Search all columns', 'europe');
  const heap = await peakHeap();
  await opened.close();
  return { paint, rows, filter, search, heap };
}
