import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { jest } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';

type Service = Pick<Tenant, 'resultsUrl' | 'runtimeToken' | 'artifacts'>;

/** Removes an artifact of a run, as a job of the run can. */
export function deleteArtifact(tenant: Service, name: string): Promise<void> {
  return withClient(tenant, async (client) => {
    await client.deleteArtifact(name);
  });
}

/** Uploads a file as an artifact of a run, in place of one of that name, as any job of the run can. */
export function uploadArtifact(tenant: Service, name: string, bytes: Uint8Array): Promise<void> {
  return withClient(tenant, async (client) => {
    if (tenant.artifacts().some((artifact) => artifact.name === name)) await client.deleteArtifact(name);
    const folder = await mkdtemp(path.join(tmpdir(), 'artifact-'));
    try {
      const file = path.join(folder, name);
      await writeFile(file, bytes);
      await client.uploadArtifact(name, [file], folder, { skipArchive: true });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

/** The client finds the service in the environment of the process, so calls must not overlap. */
async function withClient(
  { resultsUrl, runtimeToken }: Service,
  use: (client: DefaultArtifactClient) => Promise<void>,
): Promise<void> {
  // The client logs to standard output.
  const quiet = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  Object.assign(process.env, { ACTIONS_RESULTS_URL: resultsUrl, ACTIONS_RUNTIME_TOKEN: runtimeToken });
  try {
    await use(new DefaultArtifactClient());
  } finally {
    quiet.mockRestore();
    delete process.env.ACTIONS_RESULTS_URL;
    delete process.env.ACTIONS_RUNTIME_TOKEN;
  }
}
