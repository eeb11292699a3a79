import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { baselineOf } from '../oracle/baseline.ts';
import { rowsOf, type Outcome } from '../oracle/differences.ts';
import { expectedRun, type ExpectedRun } from '../oracle/expected-run.ts';
import type { Facts } from '../oracle/facts.ts';
import type { IsKnown } from '../oracle/judge.ts';
import type { RunOf } from '../oracle/run.ts';
import { plain } from '../oracle/texts.ts';
import { applyChanges } from '../run/apply-changes.ts';
import { Simulation, type StepOutcome } from '../run/simulation.ts';
import { factsOf, mailboxesIn } from '../run/tenant-facts.ts';
import { BASELINE_FILE, isAccepted, stepOf, type WorldStep } from '../world/steps.ts';
import { partsOf, worldOf } from '../world/world-of.ts';
import type { World, WorldPolicy } from '../world/world.ts';
import type { Story } from './story.ts';

/** What a run showed, and what it had to show. */
export interface PlayedRun {
  readonly step: StepOutcome;
  readonly outcome: Outcome;
  readonly expected: ExpectedRun;
}

/** What a run has besides its world: inputs, and files of its workspace. */
export interface RunExtras {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly isKnown?: IsKnown;
  readonly unlisted?: World['unlisted'];
  /** Those of the world by default. */
  readonly faults?: World['faults'];
}

/** Runs the report of a world against the tenant as it is. */
export async function playReport(
  simulation: Simulation,
  world: World,
  policy: WorldPolicy | undefined,
  { inputs = {}, files = {}, isKnown, unlisted, faults = world.faults }: RunExtras = {},
): Promise<PlayedRun> {
  const start = simulation.now;
  const facts = factsOfRun(simulation, world);
  const ofWorld = stepOf(world, policy);
  const step = await simulation.run({
    action: 'report',
    inputs: { compare: 'off', ...(unlisted === undefined ? {} : { unlisted }), ...ofWorld.inputs, ...inputs },
    files: { ...ofWorld.files, ...files },
  });
  return judgedStep(step, { world, policy, start, faults, unlisted }, facts, isKnown);
}

/** What the shards of a world left, and when and of what they were read. */
export interface ReadShards {
  readonly folders: readonly string[];
  /** Epoch ms: when the first one began. */
  readonly start: number;
  readonly facts: Facts;
}

/** Reads the report of a world in shards. */
export async function readShards(
  simulation: Simulation,
  world: World,
  { inputs, files }: WorldStep,
): Promise<ReadShards> {
  const start = simulation.now;
  const facts = factsOfRun(simulation, world);
  const folders: string[] = [];
  for (let number = 1; number <= world.shards; number += 1) {
    const shard = `${number}/${world.shards}`;
    const { folder } = await simulation.run({ action: 'report', inputs: { ...inputs, ...OF_SHARD, shard }, files });
    folders.push(folder);
  }
  return { folders, start, facts };
}

/** Merges shards. */
export async function mergeShards(
  simulation: Simulation,
  world: World,
  policy: WorldPolicy | undefined,
  { folders, start, facts }: ReadShards,
  { inputs = {}, files = {}, isKnown }: RunExtras = {},
): Promise<PlayedRun> {
  const ofWorld = stepOf(world, policy);
  const ofMerge = Object.fromEntries(Object.entries(ofWorld.inputs).filter(([name]) => OF_MERGE.includes(name)));
  const step = await simulation.run({
    action: 'merge',
    inputs: { compare: 'off', ...ofMerge, ...inputs },
    files: { ...ofWorld.files, ...files },
    shards: folders,
  });
  return judgedStep(step, { world, policy, start, faults: world.faults }, facts, isKnown);
}

/** A shard needs a name for its artifact, though nothing is uploaded here. */
const OF_SHARD = { compare: 'off', 'artifact-name': 'shards' };
const OF_MERGE = ['report', 'policy', 'fail-on', 'max-unreadable', 'csv'];

/** Entries of the baseline that a run wrote, as a step has them; undefined without any. */
export function baselineExtras({ outcome, expected }: PlayedRun, { rules }: WorldPolicy): RunExtras | undefined {
  const ids = new Set(rules.map(({ id }) => id));
  const { accepted, text, isKnown } = baselineOf(
    rowsOf(expected, outcome, 'baseline'),
    expected,
    // Entries of a rule that the policy does not have are refused.
    (entry) => ids.has(entry.Rule ?? '') && isAccepted(expected.world, entry),
  );
  if (accepted === 0) return undefined;
  return { inputs: { baseline: BASELINE_FILE }, files: { [BASELINE_FILE]: text }, isKnown };
}

/** A story of the worlds of the report action. @param firstOf the first run of a world */
export function reportStory(
  name: string,
  every: number,
  play: (world: World, simulation: Simulation) => Promise<readonly string[]>,
  firstOf: (world: World) => Pick<World, 'start' | 'faults'> = (world) => world,
): Story {
  return {
    name,
    every,
    parts: partsOf,
    failures: async (seed, without) => {
      const world = worldOf(seed, without);
      const { start, faults } = firstOf(world);
      const simulation = await Simulation.open({ seed, start, tenant: { ...world.tenant, faults } });
      try {
        applyChanges(simulation.tenant, world.choices);
        return [...(await play(world, simulation)), ...simulation.early];
      } finally {
        await simulation.close();
      }
    },
  };
}

async function judgedStep(
  step: StepOutcome,
  run: RunOf,
  facts: Facts,
  isKnown: IsKnown | undefined,
): Promise<PlayedRun> {
  const outcome = await outcomeOf(step);
  const rows = new Map<string, ReturnType<typeof rowsOf>>();
  const rowsIn = (report: string): ReturnType<typeof rowsOf> => {
    const ofReport = rows.get(report) ?? rowsOf(run, outcome, report);
    rows.set(report, ofReport);
    return ofReport;
  };
  const shown = {
    statusOf: (report: string, address: string) =>
      rowsIn(report).find(({ MailboxName = '' }) => plain(MailboxName) === plain(address))?.Status,
    textOf: (report: string, name: string, column: string) =>
      rowsIn(report).find(({ MailboxName, Address = '' }) => plain(MailboxName ?? Address) === plain(name))?.[column] ??
      '',
    isError: outcome.outputs.result === 'error',
  };
  return {
    step,
    outcome,
    expected: expectedRun(run, facts, shown, isKnown),
  };
}

function factsOfRun({ tenant }: Simulation, world: World): Facts {
  return factsOf(tenant, [...listed(world), ...(world.list.hasTenant === true ? mailboxesIn(tenant) : [])]);
}

export function listed({ list }: World): readonly string[] {
  return list.entries.map(({ address }) => address);
}

async function outcomeOf({ code, outputs, folder, annotations }: StepOutcome): Promise<Outcome> {
  const names = folder === '' ? [] : (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const);
  const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  return { code, outputs, files: Object.fromEntries(await Promise.all(texts)), warnings };
}
