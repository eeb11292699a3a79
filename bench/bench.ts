/**
 * Measures the packaged action against the embedded tenant, compares it with other clients, and prints Markdown.
 * Exits with 1 where a floor does not hold.
 */
import { parseArgs } from 'node:util';
import { holds } from './floor.ts';
import { machineLine } from './machine.ts';
import { newPremises, type Premises } from './premises.ts';
import { compare } from './scenarios/compare.ts';
import { cpu } from './scenarios/cpu.ts';
import { exchange } from './scenarios/exchange.ts';
import { latency } from './scenarios/latency.ts';
import { access } from './scenarios/access.ts';
import { applications } from './scenarios/applications.ts';
import { history } from './scenarios/history.ts';
import { mailboxes } from './scenarios/mailboxes.ts';
import { listings } from './scenarios/listings.ts';
import { page } from './scenarios/page.ts';
import { policy } from './scenarios/policy.ts';
import { remediate } from './scenarios/remediate.ts';
import { reports } from './scenarios/reports.ts';
import { rights } from './scenarios/rights.ts';
import { shards } from './scenarios/shards.ts';
import { start } from './scenarios/start.ts';
import { stray } from './scenarios/stray.ts';
import { throttle } from './scenarios/throttle.ts';
import { sectionMarkdown, type Section } from './section.ts';

const USAGE = `Usage: npm run bench -- [options]

  --only NAMES    of latency, cpu, start, reports, policy, compare, page, throttle, stray, shards, exchange,
                  listings, access, applications, mailboxes, remediate, rights, history, with commas between (all)
  --runs N        rounds, of which the median is reported (5)
`;
const MOST_RUNS = 50;

type Scenario = (premises: Premises, rounds: number) => Promise<Section>;
const SCENARIOS: ReadonlyMap<string, Scenario> = new Map(
  Object.entries({
    latency,
    cpu,
    start,
    reports,
    policy,
    compare,
    page,
    throttle,
    stray,
    shards,
    exchange,
    listings,
    access,
    applications,
    mailboxes,
    remediate,
    rights,
    history,
  }),
);

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: [...SCENARIOS.keys()].join(',') },
    runs: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
});

function chosen(names: string): Scenario[] {
  return names.split(',').map((name) => {
    const scenario = SCENARIOS.get(name.trim());
    if (scenario === undefined)
      throw new Error(`--only: there is no ${name}; there are ${[...SCENARIOS.keys()].join(', ')}`);
    return scenario;
  });
}

function rounds(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_RUNS) return number;
  throw new Error(`--runs must be a whole number from 1 to ${MOST_RUNS}`);
}

async function bench(scenarios: readonly Scenario[], runs: number): Promise<void> {
  const premises = await newPremises();
  try {
    console.log(`${machineLine(new Date())}; medians of ${runs} interleaved runs, over TLS on loopback.\n`);
    for (const scenario of scenarios) {
      const section = await scenario(premises, runs);
      console.log(`${sectionMarkdown(section)}\n`);
      if (!section.floors.every(holds)) process.exitCode = 1;
    }
  } finally {
    await premises.remove();
  }
}

if (values.help) console.log(USAGE);
else await bench(chosen(values.only), rounds(values.runs));
