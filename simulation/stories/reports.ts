import { baselineOf } from '../oracle/baseline.ts';
import { changeDifferences } from '../oracle/changes.ts';
import { differences, rowsOf } from '../oracle/differences.ts';
import { reportsOf } from '../oracle/expected-run.ts';
import { applyChanges } from '../run/apply-changes.ts';
import { Simulation } from '../run/simulation.ts';
import { BASELINE_FILE, isAccepted, stepOf } from '../world/steps.ts';
import { partsOf, worldOf } from '../world/world-of.ts';
import type { World, WorldPolicy } from '../world/world.ts';
import { playReport, playShards, type PlayedRun, type RunExtras } from './report-runs.ts';
import type { Story } from './story.ts';

/** The run before, what changes, and the run with the baseline of the run before. */
export const report = story('report', 1, async (world, simulation) => {
  const before = await playBefore(world, simulation);
  const run = await playReport(simulation, world, world.policy, extrasAfter(world, before));
  return [
    ...(before === undefined ? [] : differences(before.expected, before.outcome).map((text) => `run before: ${text}`)),
    ...differences(run.expected, run.outcome),
    ...comparison(before, run),
  ];
});

/** Shards show what one run shows. */
export const merge = story('merge', 2, async (world, simulation) => {
  const { expected, outcome } = await playShards(simulation, world, world.policy);
  return differences(expected, outcome);
});

/** A rehearsal of another policy says what the run with this policy says. */
export const rehearse = story('rehearse', 3, async (world, simulation) => {
  const kept = await playReport(simulation, world, world.policy);
  const next = decidable(world);
  if (next === undefined || kept.outcome.outputs.result === 'error') return [];
  const { inputs, files } = stepOf(world, next);
  const named = Object.entries(inputs).filter(([name]) => OF_VALIDATE.includes(name));
  const rehearsal = await simulation.run({
    action: 'validate',
    inputs: { ...Object.fromEntries(named), rehearse: kept.step.folder },
    files,
  });
  const run = await playReport(simulation, world, next);
  const [would, is] = [rehearsal.outputs['would-violate-count'], run.outcome.outputs['violation-count']];
  return [
    ...differences(run.expected, run.outcome),
    ...(would === is
      ? []
      : [`the rehearsal has ${would ?? 'no'} violations, and the run that follows ${is ?? 'none'}`]),
  ];
});

const OF_VALIDATE = ['mailboxes', 'extra-columns', 'report', 'policy'];

function story(
  name: string,
  every: number,
  play: (world: World, simulation: Simulation) => Promise<readonly string[]>,
): Story {
  return {
    name,
    every,
    parts: partsOf,
    failures: async (seed, without) => {
      const world = worldOf(seed, without);
      const before = name === 'report' ? world.before : undefined;
      const simulation = await Simulation.open({
        seed,
        start: before?.start ?? world.start,
        tenant: { ...world.tenant, faults: before?.faults ?? world.faults },
      });
      try {
        return await play(world, simulation);
      } finally {
        await simulation.close();
      }
    },
  };
}

/** Runs without a result are compared with none. */
function comparison(before: PlayedRun | undefined, run: PlayedRun): readonly string[] {
  if (before === undefined || before.expected.isError || run.expected.isError) return [];
  return changeDifferences(before.expected, run.expected, run.outcome);
}

async function playBefore(world: World, simulation: Simulation): Promise<PlayedRun | undefined> {
  const { before } = world;
  if (before === undefined) return undefined;
  const played = await playReport(simulation, world, before.policy, { faults: before.faults });
  applyChanges(simulation.tenant, before.changes);
  simulation.tenant.setFaults(world.faults);
  await simulation.passTime(Math.max(0, world.start - simulation.now));
  return played;
}

/** The earlier report, and the baseline that it wrote without the entries that nobody accepted. */
function extrasAfter(world: World, before: PlayedRun | undefined): RunExtras {
  if (before === undefined || before.outcome.outputs.result === 'error') return {};
  const inputs = { compare: before.step.folder };
  if (!world.hasBaseline) return { inputs };
  const ids = new Set(world.policy?.rules.map(({ id }) => id));
  const { accepted, text, isKnown } = baselineOf(
    rowsOf(before.expected, before.outcome, 'baseline'),
    before.expected,
    // Entries of a rule that the policy no longer has are refused.
    (entry) => ids.has(entry.Rule ?? '') && isAccepted(world, entry),
  );
  if (accepted === 0) return { inputs };
  return { inputs: { ...inputs, baseline: BASELINE_FILE }, files: { [BASELINE_FILE]: text }, isKnown };
}

/** The policy of a rehearsal with the rules that the rows of the run can decide. */
function decidable(world: World): WorldPolicy | undefined {
  const { next } = world;
  if (next === undefined) return undefined;
  const read = new Set(reportsOf({ world, policy: world.policy }));
  const rules = next.rules.filter((rule) =>
    reportsOf({ world, policy: { rules: [rule], exemptions: [] } }).every((name) => read.has(name)),
  );
  const ids = new Set(rules.map(({ id }) => id));
  return rules.length === 0 ? undefined : { rules, exemptions: next.exemptions.filter(({ rule }) => ids.has(rule)) };
}
