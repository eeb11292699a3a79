import { stat } from 'node:fs/promises';
import path from 'node:path';
import { addedCost, MAILBOXES } from '../added-cost.ts';
import { mib, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';

const MOST_BYTES = 20_000_000;

/** What the report page adds to a run where Graph keeps nobody waiting. */
export async function page(premises: Premises, rounds: number): Promise<Section> {
  let bytes = 0;
  const { table, memory } = await addedCost(premises, rounds, {
    names: ['The CSV alone', 'And the page'],
    wanted: { page: true },
    look: async ({ csvFile }) => {
      bytes = (await stat(path.join(path.dirname(csvFile), 'report.html'))).size;
    },
  });
  return {
    title: 'The report page: no latency',
    notes: [
      `The same run with the CSV alone and with the report page besides, which has ${mib(bytes)} for ` +
        `${whole(MAILBOXES)} mailboxes. CPU time and peak memory are those of the whole process.`,
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
    ],
  };
}
