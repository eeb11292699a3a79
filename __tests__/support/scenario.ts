import { afterAll, beforeAll } from '@jest/globals';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { runAction, type ActionOptions, type ActionRun } from './action-run.ts';
import { newCredential, type TestCredential } from './credential.ts';

export interface Scenarios {
  /** One credential for all tests of the file, because generating keys is slow. */
  readonly credential: () => TestCredential;
  /** Starts a tenant with the credential and, by default, 60 mailboxes. Its options take precedence over those of the scenarios. It is closed after the test file. */
  readonly newTenant: (options?: TenantOptions) => Promise<Tenant>;
  /** Runs the packaged action with the credential. */
  readonly run: (
    tenant: ActionOptions['tenant'],
    options?: Omit<ActionOptions, 'tenant' | 'credential'>,
  ) => Promise<ActionRun>;
}

/** Of a test file, whatever number of its parts needs it. */
let made: TestCredential | undefined;

/** The shared helpers of the scenarios of a test file, with cleanup, with inputs of all its runs and options of all its tenants. */
export function scenarios(usual: ActionOptions['inputs'] = {}, usualTenant: TenantOptions = {}): Scenarios {
  const tenants: Tenant[] = [];
  beforeAll(async () => {
    made ??= await newCredential();
  });
  // Not after each test, because the tests run concurrently.
  afterAll(async () => {
    await Promise.all(tenants.map((tenant) => tenant.close()));
  });

  const credential = (): TestCredential => {
    if (made === undefined) throw new Error('the credential is made before the first test');
    return made;
  };
  return {
    credential,
    newTenant: async (options = {}) => {
      const tenant = await startTenant({
        mailboxes: 60,
        certificates: [credential().certificate],
        ...usualTenant,
        ...options,
      });
      tenants.push(tenant);
      return tenant;
    },
    run: (tenant, options = {}) =>
      runAction({ tenant, credential: credential(), ...options, inputs: { ...usual, ...options.inputs } }),
  };
}

/** Resolves once a condition is true. For the `during` of a run, whose end stops the wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10).unref());
}
