import path from 'node:path';
import { differences, rowsOf } from '../oracle/differences.ts';
import { rehearsalDifferences, wouldViolate, type Rehearsed } from '../oracle/rehearsal.ts';
import type { Simulation, StepOutcome } from '../run/simulation.ts';
import { isUncertain } from '../world/lasting.ts';
import { withTenant } from '../world/lists.ts';
import { POLICY_FILE, policyFiles, stepOf } from '../world/steps.ts';
import type { World, WorldPolicy } from '../world/world.ts';
import { baselineExtras, listed, playReport, reportStory, type PlayedRun, type RunExtras } from './report-runs.ts';

const DAY = 86_400_000;
/** Beside it are files that it names. */
const BASE_FOLDER = 'base';

/** A rehearsal of another policy says what the rows of a run say by it, and what the run with this policy says. */
export const rehearse = reportStory('rehearse', 3, async (ofSeed, simulation) => {
  const world = withTenant(ofSeed);
  const { next, policy, rehearsal } = world;
  const kept = await playReport(simulation, world, policy);
  if (next === undefined || kept.outcome.outputs.result === 'error') return [];
  const extras = (policy !== undefined && rehearsal.hasBaseline ? baselineExtras(kept, next) : undefined) ?? {};
  if (rehearsal.days > 0) await simulation.passTime(rehearsal.days * DAY);
  const base = rehearsal.namesBase ? policy : undefined;
  const rehearsed = { kept: kept.expected, policy: next, base, isKnown: extras.isKnown ?? (() => false) };
  const problems = rehearsalDifferences(rehearsed, await rehearsalStep(simulation, world, kept, rehearsed, extras));
  // Days later, other exemptions are in force.
  if (rehearsal.days > 0) return problems;
  const run = await playReport(simulation, world, next, extras);
  const counts = isUncertain(world.faults, listed(world)) ? [] : otherCounts(rehearsed, run);
  return [...problems, ...differences(run.expected, run.outcome), ...counts];
});

function rehearsalStep(
  simulation: Simulation,
  world: World,
  { step: { folder } }: PlayedRun,
  { policy, base }: { readonly policy: WorldPolicy; readonly base: WorldPolicy | undefined },
  { inputs = {}, files = {} }: RunExtras,
): Promise<StepOutcome> {
  const { rehearsal } = world;
  const ofRun = stepOf(world, policy);
  const named = Object.entries(ofRun.inputs).filter(
    ([name]) => OF_VALIDATE.includes(name) || (rehearsal.namesLists && name === 'mailboxes'),
  );
  const inBase = (file: string): string =>
    path.posix.join(BASE_FOLDER, path.posix.relative(path.dirname(POLICY_FILE), file));
  const ofBase = Object.entries(base === undefined ? {} : policyFiles(base)).map(([name, text]): [string, string] => [
    inBase(name),
    text,
  ]);
  return simulation.run({
    action: 'validate',
    inputs: {
      ...Object.fromEntries(named),
      ...inputs,
      ...rehearsal.inputs,
      rehearse: folder,
      ...(base === undefined ? {} : { 'base-policy': inBase(POLICY_FILE) }),
    },
    files: { ...ofRun.files, ...files, ...Object.fromEntries(ofBase) },
  });
}

const OF_VALIDATE = ['extra-columns', 'report', 'policy'];

/** Rules that a run finds violated by another number of mailboxes than the rehearsal. Reports are made of others: both have the same. */
function otherCounts(rehearsed: Rehearsed, run: PlayedRun): readonly string[] {
  const reports = [rehearsed.kept, run.expected].map((each) =>
    [...each.reports, ...each.tables.map(({ name }) => name)].toSorted().join(),
  );
  if (run.expected.isError || reports[0] !== reports[1]) return [];
  const violated = rowsOf(run.expected, run.outcome, 'violations').filter(({ Verdict = '' }) =>
    ['fail', 'warn'].includes(Verdict),
  );
  return [...wouldViolate(rehearsed)].flatMap(([id, would]) => {
    const is = new Set(violated.filter(({ Rule }) => Rule === id).map(({ MailboxName }) => MailboxName)).size;
    return is === would ? [] : [`${is} mailboxes violate the rule ${id}, and ${would} by the rehearsal`];
  });
}
