import { Repository } from '../github/repository.ts';
import type { Network, StepEnvironment } from './runner.ts';

const MAX_APPROVERS_MS = 10_000;

/** The repository of a step on GitHub; undefined elsewhere. `token`: undefined for anonymous requests. */
export function workflowRepository(
  { apiUrl: url, serverUrl, repository: name }: StepEnvironment,
  { dispatcher, signal }: Pick<Network, 'dispatcher' | 'signal'>,
  token: string | undefined,
): Repository | undefined {
  return Repository.at({ url, serverUrl, name, token, dispatcher, signal });
}

/** Who approved environments of the workflow run of a step on GitHub, which takes `actions: read`; undefined if that is not known. Never rejects. */
export async function approversOfRun(
  step: StepEnvironment,
  { dispatcher, signal }: Pick<Network, 'dispatcher' | 'signal'>,
  token: string | undefined,
): Promise<readonly string[] | undefined> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(MAX_APPROVERS_MS)]);
  return workflowRepository(step, { dispatcher, signal: limited }, token)?.approvers(step.runId);
}
