import { within } from '../http/machine.ts';
import { Repository } from '../github/repository.ts';
import type { Network, StepEnvironment } from './runner.ts';

const MAX_APPROVERS_MS = 10_000;

/** The repository of a step on GitHub; undefined elsewhere. `token`: undefined for anonymous requests. */
export function workflowRepository(
  { apiUrl: url, serverUrl, repository: name }: StepEnvironment,
  network: Network,
  token: string | undefined,
): Repository | undefined {
  return Repository.at({ ...network, url, serverUrl, name, token });
}

/** Who approved environments of the workflow run of a step on GitHub, which takes `actions: read`; undefined if that is not known. Never rejects. */
export async function approversOfRun(
  step: StepEnvironment,
  network: Network,
  token: string | undefined,
): Promise<readonly string[] | undefined> {
  return within(MAX_APPROVERS_MS, network, async (signal) =>
    workflowRepository(step, { ...network, signal }, token)?.approvers(step.runId),
  );
}
