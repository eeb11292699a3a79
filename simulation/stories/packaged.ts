import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStep, workspaceOf } from '../../demo/runner.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import { startTenant } from '../../tenant/tenant.ts';
import { Simulation, SUBJECT } from '../run/simulation.ts';
import { withTenant } from '../world/lists.ts';
import { stepOf, type WorldStep } from '../world/steps.ts';
import { partsOf, worldOf } from '../world/world-of.ts';
import type { WorldTenant } from '../world/world.ts';
import { resultsOf, unequal, type Results } from './results.ts';
import type { Story } from './story.ts';

/** The packaged action reports in real time what the sources report in simulated time, of a world in which nothing goes wrong. */
export const packaged: Story = {
  name: 'packaged',
  every: undefined,
  parts: partsOf,
  failures: async (seed, without) => {
    const world = withTenant(worldOf(seed, [...without, 'faults', 'before']));
    const start = Date.now();
    const step = stepOf(world, world.policy);
    const simulated = await simulatedResults(seed, start, world.tenant, step);
    const real = await packagedResults(start, world.tenant, step);
    return unequal(simulated, real).map(
      ([name, is, other]) => `The packaged action has another ${name}: ${other}, not ${is}`,
    );
  },
};

async function simulatedResults(seed: number, start: number, tenant: WorldTenant, step: WorldStep): Promise<Results> {
  const simulation = await Simulation.open({ seed, start, tenant });
  try {
    const { code, outputs, folder } = await simulation.run({
      ...step,
      action: 'report',
      inputs: { ...step.inputs, compare: 'off' },
    });
    return await resultsOf(code, outputs, folder);
  } finally {
    await simulation.close();
  }
}

async function packagedResults(start: number, options: WorldTenant, { inputs, files }: WorldStep): Promise<Results> {
  const oidc = { federatedCredentials: [{ subject: SUBJECT }], oidc: { subject: SUBJECT } };
  // Both tenants make their people at the same moment, however long the first run took.
  let clock = () => start;
  const tenant = await startTenant({ ...options, ...oidc, clock: () => clock() });
  clock = Date.now;
  const home = await mkdtemp(path.join(tmpdir(), 'simulation-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(workspaceOf(home), name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const { child, outputs } = await startStep({
      home,
      inputs: {
        'tenant-id': tenant.tenantId,
        'client-id': tenant.clientId,
        credential: 'federated',
        endpoints: endpointLines(tenant),
        'artifact-name': '',
        formats: 'csv',
        ...inputs,
        compare: 'off',
      },
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken },
    });
    child.stdout.resume();
    child.stderr.resume();
    await once(child, 'close');
    const set = await outputs();
    return await resultsOf(child.exitCode ?? -1, set, set['output-directory'] ?? '');
  } finally {
    await tenant.close();
    await rm(home, { recursive: true, force: true });
  }
}
