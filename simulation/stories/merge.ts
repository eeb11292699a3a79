import { differences } from '../oracle/differences.ts';
import { reportsOf } from '../oracle/expected-run.ts';
import type { StepOutcome } from '../run/simulation.ts';
import { isUncertain } from '../world/lasting.ts';
import { withTenant } from '../world/lists.ts';
import { stepOf } from '../world/steps.ts';
import type { World } from '../world/world.ts';
import {
  baselineExtras,
  listed,
  mergeShards,
  playReport,
  readShards,
  reportStory,
  type PlayedRun,
  type RunExtras,
} from './report-runs.ts';
import { resultsOf, rowsDigest, unequal, type Results } from './results.ts';
import { verifyFailures } from './verify.ts';

/** Shards show what one run shows, to the byte. */
export const merge = reportStory('merge', 3, async (ofSeed, simulation) => {
  const world = withTenant(ofSeed);
  const { policy, merge: how } = world;
  const judgesAlone = policy !== undefined && how.judgesAlone;
  // Rules decide which reports shards read; without a policy, these are named.
  const ofShards = judgesAlone
    ? stepOf({ ...world, reports: reportsOf({ world, policy }) }, undefined)
    : stepOf(world, policy);
  const { report = '' } = ofShards.inputs;
  const isNamed = how.namesReports || Object.keys(world.files).length > 0;
  const named: RunExtras = { inputs: { report: isNamed ? report : '' } };
  const shards = await readShards(simulation, world, ofShards);
  const first = await mergeShards(simulation, world, policy, shards, named);
  const extras = extrasAfter(world, first, named);
  const merged = extras === named ? first : await mergeShards(simulation, world, policy, shards, extras);
  const problems = [first, ...(merged === first ? [] : [merged])].flatMap((played) =>
    differences(played.expected, played.outcome),
  );
  problems.push(...(await verifyFailures(merged, extras)));
  // Another run meets other faults.
  if (merged.expected.isError || isUncertain(world.faults, listed(world))) return problems;
  simulation.tenant.setFaults(world.faults);
  const whole = await playReport(simulation, world, policy, { ...extras, inputs: { ...extras.inputs, report } });
  const others = unequal(await allResults(whole.step), await allResults(merged.step));
  return [...problems, ...others.map(([name, one, other]) => `merge has another ${name}: ${other}, not ${one}`)];
});

/** The inputs of a merge after another one of the same shards: the report and the baseline of that one. */
function extrasAfter({ policy, merge: how }: World, first: PlayedRun, named: RunExtras): RunExtras {
  if (first.expected.isError) return named;
  const baseline = how.hasBaseline && policy !== undefined ? baselineExtras(first, policy) : undefined;
  const compared = how.compares ? { compare: first.step.folder } : undefined;
  if (baseline === undefined && compared === undefined) return named;
  return { ...named, ...baseline, inputs: { ...named.inputs, ...baseline?.inputs, ...compared } };
}

async function allResults({ code, outputs, folder }: StepOutcome): Promise<Results> {
  return new Map([...(await resultsOf(code, outputs, folder)), ['rows', await rowsDigest(folder)]]);
}
