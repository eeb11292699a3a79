/**
 * Measures the packaged action against the embedded tenant, compares it with other clients, and prints Markdown.
 * Exits with 1 where a floor does not hold.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../demo/runner.ts';
import { holds, isJudged } from './floor.ts';
import { machineLine } from './machine.ts';
import { seconds } from './numbers.ts';
import { newPremises } from './premises.ts';
import { SCENARIOS } from './scenarios.ts';
import { sectionMarkdown } from './section.ts';
import { FULL, SMALL } from './sizes.ts';

const NAMES = Object.keys(SCENARIOS);
const USAGE = `Usage: npm run bench -- [options]

  --only NAMES    with commas between, of (all)
                  ${NAMES.slice(0, NAMES.length / 2).join(', ')},
                  ${NAMES.slice(NAMES.length / 2).join(', ')}
  --runs N        rounds, of which the median is reported (5, or 1 with --small)
  --small         with few mailboxes: judges the results, and no time, CPU time, memory or bytes
`;
const MOST_RUNS = 50;
/** Scenarios at a time with few mailboxes: they often wait for the tenant, and their speed is not judged. */
const SMALL_AT_ONCE = 3;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: NAMES.join(',') },
    runs: { type: 'string' },
    small: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function chosen(text: string): readonly (keyof typeof SCENARIOS)[] {
  return text.split(',').map((part) => {
    const name = part.trim();
    if (isScenario(name)) return name;
    throw new Error(`--only: there is no ${name}; there are ${NAMES.join(', ')}`);
  });
}

function isScenario(name: string): name is keyof typeof SCENARIOS {
  return Object.hasOwn(SCENARIOS, name);
}

function rounds(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_RUNS) return number;
  throw new Error(`--runs must be a whole number from 1 to ${MOST_RUNS}`);
}

/** Runs scenarios, and prints the section of each as it ends. The last line names each, with its time. */
async function bench(names: readonly (keyof typeof SCENARIOS)[], runs: number, isSmall: boolean): Promise<void> {
  const premises = await newPremises();
  const left = [...names];
  const ran: string[] = [];
  const runAll = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const started = performance.now();
      const section = await SCENARIOS[name](premises, runs, isSmall ? SMALL : FULL);
      console.log(`${sectionMarkdown(section, isSmall)}\n`);
      const judged = section.floors.filter((floor) => isJudged(floor, isSmall));
      if (judged.length === 0) throw new Error(`${name} judges nothing`);
      if (!judged.every(holds)) process.exitCode = 1;
      ran.push(`${name} ${seconds(performance.now() - started)}`);
    }
  };
  try {
    console.log(`${machineLine(new Date())}; medians of ${runs} interleaved runs, over TLS on loopback.\n`);
    await Promise.all(Array.from({ length: isSmall ? SMALL_AT_ONCE : 1 }, runAll));
  } finally {
    await premises.remove();
  }
  console.log(`Ran ${isSmall ? 'small' : 'at full size'}: ${ran.join(', ')}`);
}

// Processes that are not measured start faster.
if (values.small) process.env.NODE_COMPILE_CACHE ??= path.join(ROOT, 'node_modules', '.cache', 'compiled');
if (values.help) console.log(USAGE);
else await bench(chosen(values.only), rounds(values.runs ?? (values.small ? '1' : '5')), values.small);
