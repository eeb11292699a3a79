import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { applyChanges } from '../run/apply-changes.ts';
import { Simulation, type StepOutcome } from '../run/simulation.ts';
import { stepOf } from '../world/steps.ts';
import { partsOf, worldOf } from '../world/world-of.ts';
import { unequal } from './results.ts';
import type { Story } from './story.ts';

/** The report of a world is the same twice: its requests in simulated time, its result, and the digests of its CSVs and rows file. */
export const replay: Story = {
  name: 'replay',
  every: 10,
  parts: partsOf,
  failures: async (seed, without) => {
    const [first, second] = [await traceOf(seed, without), await traceOf(seed, without)];
    return unequal(first, second).map(
      ([name, one, other]) => `The same seed gives another ${name}: ${one} and ${other}.`,
    );
  },
};

/** What the report of a world leaves behind: digests of files, and texts, by what they are. */
export async function traceOf(seed: number, without: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const world = worldOf(seed, without);
  const simulation = await Simulation.open({ seed, start: world.start, tenant: world.tenant });
  try {
    applyChanges(simulation.tenant, world.choices);
    simulation.tenant.setFaults(world.faults);
    const { inputs, files } = stepOf(world, world.policy);
    const outcome = await simulation.run({ action: 'report', inputs: { ...inputs, compare: 'off' }, files });
    const requests = simulation.requests.map(({ at, method, url, body }) => `${at} ${method} ${url} ${body}`);
    return new Map([
      ['requests', `${requests.length} of ${hash('sha256', requests.join('\n'))}`],
      ['end', `${simulation.now - world.start} ms`],
      ['exit code', String(outcome.code)],
      ['result', outcome.outputs.result ?? ''],
      ...(await digestsOf(outcome)),
    ]);
  } finally {
    await simulation.close();
  }
}

/** Of the CSVs and the rows file, which is not whole if the run has no result. */
async function digestsOf({
  folder,
  outputs,
}: StepOutcome): Promise<readonly (readonly [name: string, digest: string])[]> {
  const names = folder === '' ? [] : await readdir(folder);
  const isWhole = outputs.result !== 'error';
  const compared = names.filter((name) => name.endsWith('.csv') || (isWhole && name === 'rows.ndjson.gz')).sort();
  return Promise.all(
    compared.map(async (name) => {
      const bytes = await readFile(path.join(folder, name));
      return [name, hash('sha256', name.endsWith('.gz') ? gunzipSync(bytes) : bytes)] as const;
    }),
  );
}
