import type { Environment } from '../http/proxy.ts';

/** What an assertion is requested for, and where it is if no CI issues it. */
export interface AssertionOptions {
  /** Of the cloud. GitHub issues tokens for it; other issuers have an audience of their own. */
  readonly audience: string;
  /** The name of a variable with the assertion. */
  readonly assertionEnv?: string | undefined;
  /** The ID of a service connection of Azure DevOps. */
  readonly serviceConnection?: string | undefined;
}

/** Whether there is an assertion, or something that should give one. */
export function mayHaveAssertion(
  env: Environment,
  { assertionEnv, serviceConnection }: Partial<AssertionOptions>,
): boolean {
  const { SYSTEM_OIDCREQUESTURI, ACTIONS_ID_TOKEN_REQUEST_URL, AZURE_FEDERATED_TOKEN_FILE } = env;
  const sources = [SYSTEM_OIDCREQUESTURI, ACTIONS_ID_TOKEN_REQUEST_URL, AZURE_FEDERATED_TOKEN_FILE];
  return sources.some((value = '') => value !== '') || assertionEnv !== undefined || serviceConnection !== undefined;
}
