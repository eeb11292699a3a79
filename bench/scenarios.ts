import type { Premises } from './premises.ts';
import { access } from './scenarios/access.ts';
import { addresses } from './scenarios/addresses.ts';
import { applications } from './scenarios/applications.ts';
import { compare } from './scenarios/compare.ts';
import { cpu } from './scenarios/cpu.ts';
import { exchange } from './scenarios/exchange.ts';
import { history } from './scenarios/history.ts';
import { latency } from './scenarios/latency.ts';
import { listings } from './scenarios/listings.ts';
import { mailboxes } from './scenarios/mailboxes.ts';
import { page } from './scenarios/page.ts';
import { policy } from './scenarios/policy.ts';
import { remediate } from './scenarios/remediate.ts';
import { reports } from './scenarios/reports.ts';
import { rights } from './scenarios/rights.ts';
import { shards } from './scenarios/shards.ts';
import { start } from './scenarios/start.ts';
import { stray } from './scenarios/stray.ts';
import { throttle } from './scenarios/throttle.ts';
import type { Section } from './section.ts';
import type { ScenarioName, Sizes } from './sizes.ts';

/** Measures one thing, in rounds of which the median counts. */
type Scenario = (premises: Premises, rounds: number, sizes: Sizes) => Promise<Section>;

/** All scenarios, in the order in which they run. Each is the file of its name in `scenarios`. */
export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
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
  addresses,
  mailboxes,
  remediate,
  rights,
  history,
};
