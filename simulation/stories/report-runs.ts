import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { rowsOf, type Outcome } from '../oracle/differences.ts';
import { expectedRun, type ExpectedRun } from '../oracle/expected-run.ts';
import type { Facts } from '../oracle/facts.ts';
import type { IsKnown } from '../oracle/judge.ts';
import type { RunOf } from '../oracle/run.ts';
import { plain } from '../oracle/texts.ts';
import type { Simulation, StepOutcome } from '../run/simulation.ts';
import { factsOf } from '../run/tenant-facts.ts';
import { stepOf } from '../world/steps.ts';
import type { World, WorldPolicy } from '../world/world.ts';

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
  /** Those of the world by default. */
  readonly faults?: World['faults'];
}

/** Runs the report of a world against the tenant as it is. */
export async function playReport(
  simulation: Simulation,
  world: World,
  policy: WorldPolicy | undefined,
  { inputs = {}, files = {}, isKnown, faults = world.faults }: RunExtras = {},
): Promise<PlayedRun> {
  const start = simulation.now;
  const facts = factsOf(simulation.tenant, listed(world));
  const ofWorld = stepOf(world, policy);
  const step = await simulation.run({
    action: 'report',
    inputs: { compare: 'off', ...ofWorld.inputs, ...inputs },
    files: { ...ofWorld.files, ...files },
  });
  return judgedStep(step, { world, policy, start, faults }, facts, isKnown);
}

/** Runs the report of a world in shards, and merges them. */
export async function playShards(
  simulation: Simulation,
  world: World,
  policy: WorldPolicy | undefined,
): Promise<PlayedRun> {
  const start = simulation.now;
  const facts = factsOf(simulation.tenant, listed(world));
  const { inputs, files } = stepOf(world, policy);
  const shards: string[] = [];
  for (let number = 1; number <= world.shards; number += 1) {
    const shard = `${number}/${world.shards}`;
    const { folder } = await simulation.run({ action: 'report', inputs: { ...inputs, ...OF_SHARD, shard }, files });
    shards.push(folder);
  }
  const ofMerge = Object.fromEntries(Object.entries(inputs).filter(([name]) => OF_MERGE.includes(name)));
  const step = await simulation.run({ action: 'merge', inputs: { compare: 'off', ...ofMerge }, files, shards });
  return judgedStep(step, { world, policy, start, faults: world.faults }, facts, undefined);
}

/** A shard needs a name for its artifact, though nothing is uploaded here. */
const OF_SHARD = { compare: 'off', 'artifact-name': 'shards' };
const OF_MERGE = ['report', 'policy', 'fail-on', 'max-unreadable', 'csv'];

async function judgedStep(
  step: StepOutcome,
  run: RunOf,
  facts: Facts,
  isKnown: IsKnown | undefined,
): Promise<PlayedRun> {
  const outcome = await outcomeOf(step);
  const rows = new Map<string, ReturnType<typeof rowsOf>>();
  const rowOf = (report: string, address: string): Readonly<Record<string, string>> | undefined => {
    const ofReport = rows.get(report) ?? rowsOf(run, outcome, report);
    rows.set(report, ofReport);
    return ofReport.find(({ MailboxName = '' }) => plain(MailboxName) === plain(address));
  };
  const shown = {
    statusOf: (report: string, address: string) => rowOf(report, address)?.Status,
    textOf: (report: string, address: string, column: string) => rowOf(report, address)?.[column] ?? '',
    isError: outcome.outputs.result === 'error',
  };
  return {
    step,
    outcome,
    expected: expectedRun(run, facts, shown, isKnown),
  };
}

export function listed({ list }: World): readonly string[] {
  return list.entries.map(({ address }) => address);
}

async function outcomeOf({ code, outputs, folder }: StepOutcome): Promise<Outcome> {
  const names = folder === '' ? [] : (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const);
  return { code, outputs, files: Object.fromEntries(await Promise.all(texts)) };
}
