import { afterAll, describe, expect, test } from '@jest/globals';
import { refusal, json, tokenEndpoint, type TokenEndpoint } from '../auth/token-endpoint.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';
import type { ActionRun } from '../support/action-run.ts';
import { newCredential } from '../support/credential.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { scenarios } from '../support/scenario.ts';

const { credential, newTenant, run } = scenarios();

const endpoints: TokenEndpoint[] = [];
afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

/** One annotation with the code as its title, what to change, and Entra's identifiers on a line of their own. */
function expectTranslated(result: ActionRun, code: number, says: readonly RegExp[]): void {
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
  /** The input, the portal's page or the command that mends it. */
  readonly says: readonly RegExp[];
}

describe('what the tenant answers', () => {
  const hour = 3_600_000;
  const cases: readonly Case[] = [
    { code: 90002, inputs: { 'tenant-id': 'fabrikam.onmicrosoft.us' }, says: [/"tenant-id"/, /"cloud" to usgov/] },
    {
      code: 700016,
      inputs: { 'client-id': '00000000-0000-4000-8000-000000000000' },
      says: [/"client-id"/, /App registrations/],
    },
    {
      code: 700027,
      options: { certificates: [] },
      says: [/not registered/, /Certificates & secrets/, /az ad app credential reset/],
    },
    { code: 7000112, options: { applicationDisabled: true }, says: [/disabled/, /Enterprise applications/] },
    { code: 53003, options: { conditionalAccess: true }, says: [/Conditional Access/, /Sign-in logs/] },
    { code: 700024, options: { clock: () => Date.now() + hour }, says: [/not valid at this time/, /clock of the runner/] },
    { code: 500011, inputs: { 'graph-url': 'http://127.0.0.1:9' }, says: [/"graph-url"/, /"cloud"/] },
    {
      code: 90055,
      options: { faults: { tokenThrottle: { times: 100, retryAfter: 0.05 } } },
      says: [/throttles/, /Run again later/],
    },
  ];

  test.concurrent.each(cases)('AADSTS$code', async ({ code, options = {}, inputs = {}, says }) => {
    const tenant = await newTenant({ mailboxes: 3, ...options });
    expectTranslated(await run(tenant, { inputs }), code, says);
    expect(tenant.counts).toMatchObject({ batches: 0, singles: 0 });
  });

  test.concurrent('AADSTS700027 names the thumbprint that the portal does not list', async () => {
    const other = await newCredential();
    const tenant = await newTenant({ mailboxes: 3, certificates: [other.certificate] });
    expectTranslated(await run(tenant), 700027, [new RegExp(credential().thumbprint)]);
  });
});

/** What the tenant is never brought to answer, from a server that stands for Entra. */
describe('what else Entra answers', () => {
  test.concurrent.each([
    [90038, 'invalid_request', "Tenant belongs to the National Cloud 'MicrosoftOnline.US'.", /"cloud" to usgov/],
    [900382, 'invalid_request', 'Confidential Client is not supported in Cross Cloud request.', /"cloud" to/],
    [900432, 'invalid_request', 'Cross cloud request to 21Vianet (China).', /"cloud" to china/],
    [900023, 'invalid_request', 'Specified tenant identifier is not valid.', /"tenant-id"/],
    [7000229, 'unauthorized_client', 'The client is missing service principal.', /az ad sp create/],
    [700030, 'invalid_client', 'Invalid certificate.', /Certificates & secrets/],
    [50012, 'invalid_client', 'Authentication failed.', /"pfx"/],
    [700021, 'invalid_client', 'Client assertion application identifier does not match.', /"client-id"/],
    [700023, 'invalid_client', 'Client assertion audience claim does not match.', /"authority-host"/],
    [5002723, 'invalid_client', 'Invalid JWT token. No certificate thumbprint.', /"pfx"/],
    [5002738, 'invalid_client', 'Invalid JWT token. Unsupported algorithm.', /"pfx"/],
    [50027, 'invalid_request', 'JWT token is invalid or malformed.', /"authority-host"/],
    [50196, 'temporarily_unavailable', 'The server terminated an operation: a loop.', /"client-id"/],
    [90033, 'temporarily_unavailable', 'A transient error has occurred.', /Run again later/],
  ])('AADSTS%i', async (code, error, text, mends) => {
    const [tenant, endpoint] = await Promise.all([newTenant({ mailboxes: 3 }), tokenEndpoint()]);
    endpoints.push(endpoint);
    const busy = error === 'temporarily_unavailable';
    endpoint.answer(json(busy ? 429 : 400, refusal(code, error, text), busy ? { 'retry-after': '0' } : {}));
    const result = await run({ ...tenant, authorityHost: endpoint.origin });
    expectTranslated(result, code, [mends]);
    // A loop goes on for as long as somebody asks.
    expect(endpoint.asked).toHaveLength(busy && code !== 50196 ? 5 : 1);
    expect(tenant.counts).toMatchObject({ batches: 0, singles: 0 });
  });
});
