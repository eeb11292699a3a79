/**
 * Runs worlds, each of which one number decides, and says what is wrong in them:
 *
 *     npm run simulate -- --seeds 200 [--from 1] [--only merge] [--first]
 *     npm run simulate -- --seed 17 [--only merge] [--without PART]...
 *
 * The first seeds that fail are made small: parts of their worlds are left out as long as they still fail. Exits with 1 if a seed fails.
 */
import { parseArgs } from 'node:util';
import { describeError } from '../src/errors.ts';
import { smallestForm } from './smallest-form.ts';
import { STORIES } from './stories/stories.ts';
import type { Story } from './stories/story.ts';

/** Seeds that are made small, which takes some minutes each. */
const MOST_SMALL = 5;
/** Of a failure, which may have whole lines of a CSV. */
const LONGEST_TEXT = 1_000;

const { values } = parseArgs({
  options: {
    /** How many. */
    seeds: { type: 'string', default: '200' },
    /** The first one. */
    from: { type: 'string', default: '1' },
    /** This one alone. */
    seed: { type: 'string' },
    /** A kind of world. */
    only: { type: 'string' },
    /** A part to leave out. */
    without: { type: 'string', multiple: true, default: [] },
    /** Stop at the first seed that fails, and do not make it small. */
    first: { type: 'boolean', default: false },
  },
});
const { only, without, first } = values;
const stories = STORIES.filter(({ name }) => only === undefined || name === only);
if (stories.length === 0) throw new Error(`--only takes ${STORIES.map(({ name }) => name).join(', ')}`);
const from = wholeNumber('--seed or --from', values.seed ?? values.from);
const seeds = values.seed === undefined ? wholeNumber('--seeds', values.seeds) : 1;
const began = performance.now();
let ran = 0;
let failed = 0;
for (let seed = from; seed < from + seeds && !(first && failed > 0); seed++) {
  const isOne = values.seed !== undefined;
  const isDue = ({ name, every }: Story): boolean =>
    every === undefined ? name === only : isOne || seed % every === 0;
  const failing = await firstFailing(stories.filter(isDue));
  ran++;
  if (failing === undefined) continue;
  failed++;
  const texts = failing.failures.slice(0, 10).map((text) => text.slice(0, LONGEST_TEXT));
  console.log(`seed ${seed}: ${texts.join('\n  ')}`);
  if (first) continue;
  if (failed > MOST_SMALL) {
    console.log(`  npm run simulate -- --seed ${seed} --only ${failing.story.name}`);
    continue;
  }
  const small = await smallestForm(failing.story, seed, without);
  const parts = small.without.map((part) => ` --without '${part}'`).join('');
  console.log(`  Its smallest form: ${(small.failures[0] ?? '').slice(0, LONGEST_TEXT)}`);
  console.log(`  npm run simulate -- --seed ${seed} --only ${failing.story.name}${parts}`);

  /** The first story of the seed that fails. */
  async function firstFailing(
    some: readonly Story[],
  ): Promise<{ readonly story: Story; readonly failures: readonly string[] } | undefined> {
    for (const story of some) {
      const failures = await failuresOf(story, seed);
      if (failures.length > 0) return { story, failures };
    }
    return undefined;
  }
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
console.log(
  `${ran} ${ran === 1 ? 'seed' : 'seeds'} from ${from}, ${failed} failed, ${seconds.toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of CPU`,
);
process.exitCode = failed > 0 ? 1 : 0;

async function failuresOf(story: Story, seed: number): Promise<readonly string[]> {
  try {
    return await story.failures(seed, without);
  } catch (error) {
    return [`The world cannot be run: ${error instanceof Error ? (error.stack ?? '') : describeError(error)}`];
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`${name} takes a whole number, not ${text}`);
  return Number(text);
}
