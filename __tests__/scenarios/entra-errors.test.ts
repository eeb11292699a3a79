import { afterAll, describe, expect, test } from '@jest/globals';
import { refusal, json, tokenEndpoint, type TokenEndpoint } from '../auth/token-endpoint.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';
import type { RunOutcome } from '../support/action-run.ts';
import { newCredential } from '../support/credential.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectNoSecret } from '../support/no-secret.ts';

const { credential, newTenant, run } = inProcessScenarios();

const endpoints: TokenEndpoint[] = [];
afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

/** Expects one annotation with the code as its title, a hint, and the identifiers of Entra on a separate line. */
function expectTranslated(result: RunOutcome, code: number, says: readonly RegExp[]): void {
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' }, rows: [] });
  expect(result.errors).toHaveLength(1);
  const [error] = result.errors;
  expect(error?.properties.title).toBe(`AADSTS${code}`);
  expect(error?.message).toMatch(new RegExp(`^AADSTS${code}: .+\\nTrace ID: [\\w-]{36}, Correlation ID: [\\w-]{36}, `));
  for (const words of says) expect(error?.message).toMatch(words);
  expect(result.summary).toContain(`AADSTS${code}`);
  expectNoSecret(result, credential());
}

interface Case {
  readonly code: number;
  readonly options?: TenantOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The input, portal page or command in the hint. */
  readonly says: readonly RegExp[];
}

describe('a rejected sign-in', () => {
  const hour = 3_600_000;
  const cases: readonly Case[] = [
    { code: 90002, inputs: { 'tenant-id': 'fabrikam.onmicrosoft.us' }, says: [/"tenant-id"/, /"cloud" to usgov/] },
    {
      code: 700024,
      options: { clock: () => Date.now() + hour },
      says: [/not valid at this time/, /clock of the runner/],
    },
    {
      code: 90055,
      options: { faults: { tokenThrottle: { times: 100, retryAfter: 0.05 } } },
      says: [/throttles/, /Run again later/],
    },
  ];

  test.each(cases)(
    'with AADSTS$code from the tenant has a message and a hint',
    async ({ code, options = {}, inputs = {}, says }) => {
      const tenant = await newTenant({ mailboxes: 3, ...options });
      expectTranslated(await run(tenant, { inputs }), code, says);
      expect(tenant.counts).toMatchObject({ batches: 0, singles: 0 });
    },
  );

  test('with AADSTS700027 names the thumbprint that is not registered', async () => {
    const other = await newCredential();
    const tenant = await newTenant({ mailboxes: 3, certificates: [other.certificate] });
    expectTranslated(await run(tenant), 700027, [new RegExp(credential().thumbprint)]);
  });
});

/** Errors that the tenant does not return. */
describe('an error of Entra ID', () => {
  test.each([
    [50196, 'temporarily_unavailable', 'The server terminated an operation: a loop.', /"client-id"/],
    [90033, 'temporarily_unavailable', 'A transient error has occurred.', /Run again later/],
  ])(
    'AADSTS%i of another server has a hint, after as many attempts as the code allows',
    async (code, error, text, remedy) => {
      const [tenant, endpoint] = await Promise.all([newTenant({ mailboxes: 3 }), tokenEndpoint()]);
      endpoints.push(endpoint);
      const busy = error === 'temporarily_unavailable';
      endpoint.answer(json(busy ? 429 : 400, refusal(code, error, text), busy ? { 'retry-after': '0' } : {}));
      const result = await run({ ...tenant, authorityHost: endpoint.origin });
      expectTranslated(result, code, [remedy]);
      // A request loop (50196) continues as long as there are requests.
      expect(endpoint.requests).toHaveLength(busy && code !== 50196 ? 5 : 1);
      expect(tenant.counts).toMatchObject({ batches: 0, singles: 0 });
    },
  );
});
