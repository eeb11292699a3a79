import { changeDifferences } from '../oracle/changes.ts';
import { differences } from '../oracle/differences.ts';
import { sinceDifferences, sinceOf, type SinceOf } from '../oracle/since.ts';
import { applyChanges } from '../run/apply-changes.ts';
import type { Simulation } from '../run/simulation.ts';
import { withTenant } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import { baselineExtras, playReport, reportStory, type PlayedRun, type RunExtras } from './report-runs.ts';
import { verifyFailures } from './verify.ts';

/** The runs before, what changes after each, and the run with the baseline of the last one before. */
export const report = reportStory(
  'report',
  1,
  async (world, simulation) => (await playRuns(world, simulation)).failures,
  firstRun,
);

function firstRun({ before, ...run }: Pick<World, 'before' | 'start' | 'faults'>): Pick<World, 'start' | 'faults'> {
  return before === undefined ? run : firstRun(before);
}

/** A run that a later one can be compared with, and what it and those before it show and should not. */
interface ComparedRun extends PlayedRun {
  readonly since: SinceOf;
  readonly failures: readonly string[];
}

/** Plays the run of a world after those before it, each in its world. */
async function playRuns(world: World, simulation: Simulation): Promise<ComparedRun> {
  const { before, start, faults, policy } = world;
  const last =
    before === undefined ? undefined : await playRuns({ ...world, ...before, hasBaseline: false }, simulation);
  if (before !== undefined) {
    applyChanges(simulation.tenant, before.changes);
    simulation.tenant.setFaults(faults);
    await simulation.passTime(Math.max(0, start - simulation.now));
  }
  const earlier = last?.outcome.outputs.result === 'error' ? undefined : last;
  const extras = extrasAfter(world, earlier);
  const unlisted = world.all === undefined ? world.unlisted : undefined;
  const run = await playReport(simulation, withTenant(world), policy, { ...extras, unlisted });
  const since = sinceOf(run.expected, earlier ?? (world.looks ? 'none' : 'unknown'));
  return {
    ...run,
    since,
    failures: [
      ...(last?.failures ?? []).map((text) => `run before: ${text}`),
      ...differences(run.expected, run.outcome),
      ...(run.expected.isError ? [] : changeDifferences(earlier?.expected, run.expected, run.outcome)),
      ...(run.expected.isError ? [] : sinceDifferences(run.expected, run.outcome, since)),
      ...(await verifyFailures(run, extras)),
    ],
  };
}

/** The earlier report, and the baseline that it wrote without the entries that nobody accepted. */
function extrasAfter({ hasBaseline, policy, looks }: World, before: PlayedRun | undefined): RunExtras {
  // The first run finds no report in its output directory.
  if (before === undefined) return { inputs: { compare: looks ? 'auto' : 'off' } };
  const inputs = { compare: before.step.folder };
  const baseline = hasBaseline && policy !== undefined ? baselineExtras(before, policy) : undefined;
  return { ...baseline, inputs: { ...inputs, ...baseline?.inputs } };
}
