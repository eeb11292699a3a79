import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { fragmentOf } from '../../src/text/page-links.ts';
import { runAction } from '../action-run.ts';
import { addedCost } from '../added-cost.ts';
import { makeEarlier } from '../earlier.ts';
import { atMost, none } from '../floor.ts';
import { median } from '../median.ts';
import { mib, ms, whole } from '../numbers.ts';
import { answerMs, openPage, shownRows } from '../page-load.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { POLICY } from './policy.ts';

const MIB = 1024 * 1024;
const MOST_BYTES = 4 * MIB;
const MOST_HEAP = 100 * MIB;
/** Zipped, the CSVs and the rows file, of the CSVs alone. The page repeats the rows, and has a bound of its own. */
const TIMES_CSVS = 2.3;

/** The cost of the report page in a run without throttling, and the response time of a page with policy and changes. */
export async function page(premises: Premises, rounds: number, { page: size }: Sizes): Promise<Section> {
  const { table, memory } = await addedCost(premises, rounds, size, {
    names: ['The CSV alone', 'And the page'],
    wanted: { page: true },
    look: () => Promise.resolve(),
  });
  const browser = await launchBrowser();
  try {
    const { bytes, withoutPage, withPage, times, missing } = await fullPage(premises, rounds, size, browser);
    const middle = (of: keyof Answers): number => median(times.map((one) => one[of]));
    return {
      title: 'The report page: no latency',
      notes: [
        'The same run with the CSV alone and with the report page. CPU time and peak memory are those of the whole process. ' +
          `The page that a browser opens, afresh each time, has ${whole(size.mailboxes)} mailboxes, a policy of ten rules and ` +
          `changes of one mailbox in ${size.changedEvery}. An answer ends with the frame that shows it.`,
        `First paint ${ms(middle('paint'))}, first rows ${ms(middle('rows'))}, first filter of a column ` +
          `${ms(middle('filter'))}, first search of all columns ${ms(middle('search'))}. The whole artifact has ` +
          `${withPage.toFixed(2)} times the bytes of its zipped CSVs.`,
      ],
      table,
      floors: [
        atMost(`Bytes of the page, ${whole(size.mailboxes)} mailboxes`, bytes, MOST_BYTES, mib),
        atMost(
          'Artifact without the page, of its zipped CSVs',
          withoutPage,
          TIMES_CSVS,
          (value) => `${value.toFixed(2)} x`,
        ),
        memory,
        atMost('Peak heap of JavaScript, with a search', middle('heap'), MOST_HEAP, mib),
        none('Mailboxes that the page does not show', missing),
      ],
    };
  } finally {
    await browser.close();
  }
}

/** Opens the page of a run with a policy that is compared with an earlier one. */
async function fullPage(premises: Premises, rounds: number, size: Sizes['page'], browser: Browser): Promise<FullPage> {
  const tenant = await startTenantProcess(premises, { mailboxes: size.mailboxes, options: ['--limit', 'none'] });
  try {
    const earlier = await runAction(premises, tenant, tenant.addresses, { policy: POLICY });
    const folder = path.dirname(earlier.csvFile);
    await makeEarlier(folder, size.changedEvery, (line) =>
      line.replace('Standard Time"', 'Daylight Time"').replace(/,"violations":\[\{[^\]]*\}\]/, ''),
    );
    const wanted = { policy: POLICY, page: true, compare: folder };
    const run = await runAction(premises, tenant, tenant.addresses, wanted);
    const file = path.join(path.dirname(run.csvFile), 'report.html');
    const { size: bytes } = await stat(file);
    const sizes = await artifactSizes(path.dirname(file));
    const times: Answers[] = [];
    for (let round = 0; round < Math.max(size.openings, rounds); round++)
      times.push(await firstAnswers(browser, file, String(size.filter)));
    for (const { home } of [earlier, run]) await rm(home, { recursive: true });
    return { bytes, ...sizes, times, missing: size.mailboxes - Math.min(...times.map(({ shown }) => shown)) };
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

interface FullPage extends ArtifactSizes {
  readonly bytes: number;
  readonly times: readonly Answers[];
  /** Mailboxes without a row. */
  readonly missing: number;
}

/** How long people wait, in ms, for a page and its first answers, the bytes of its heap, and the rows that it shows at first. */
interface Answers {
  readonly paint: number;
  readonly rows: number;
  readonly filter: number;
  readonly search: number;
  readonly heap: number;
  readonly shown: number;
}

async function firstAnswers(browser: Browser, file: string, text: string): Promise<Answers> {
  const settings = fragmentOf({ report: 'mailbox-settings' });
  const { page: opened, paintMs: paint, rowsMs: rows, peakHeap } = await openPage(browser, file, settings);
  const shown = await shownRows(opened);
  const filter = await answerMs(opened, 'Filter MailboxName', text);
  const search = await answerMs(opened, 'Search all columns', 'europe');
  const heap = await peakHeap();
  await opened.close();
  return { paint, rows, filter, search, heap, shown };
}
