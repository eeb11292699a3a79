import { changeDifferences } from '../oracle/changes.ts';
import { differences } from '../oracle/differences.ts';
import { applyChanges } from '../run/apply-changes.ts';
import type { Simulation } from '../run/simulation.ts';
import type { World } from '../world/world.ts';
import { baselineExtras, playReport, reportStory, type PlayedRun, type RunExtras } from './report-runs.ts';

/** The run before, what changes, and the run with the baseline of the run before. */
export const report = reportStory(
  'report',
  1,
  async (world, simulation) => {
    const before = await playBefore(world, simulation);
    const run = await playReport(simulation, world, world.policy, extrasAfter(world, before));
    return [
      ...(before === undefined
        ? []
        : differences(before.expected, before.outcome).map((text) => `run before: ${text}`)),
      ...differences(run.expected, run.outcome),
      ...comparison(before, run),
    ];
  },
  ({ before }) => before,
);

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
function extrasAfter({ hasBaseline, policy }: World, before: PlayedRun | undefined): RunExtras {
  if (before === undefined || before.outcome.outputs.result === 'error') return {};
  const inputs = { compare: before.step.folder };
  const baseline = hasBaseline && policy !== undefined ? baselineExtras(before, policy) : undefined;
  return { ...baseline, inputs: { ...inputs, ...baseline?.inputs } };
}
