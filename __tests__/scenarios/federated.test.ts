import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import type { ActionOptions, RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { storedLines } from '../support/rows-file.ts';
import { expectRightRows } from '../support/right-rows.ts';
import { until } from '../support/scenario.ts';
import { codesIn } from '../support/rendered-codes.ts';

const { credential, newTenant, run, runPackaged } = inProcessScenarios();

/** The default subject of the tenant's issuer. */
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
const AUDIENCE = 'api://AzureADTokenExchange';
const federatedCredentials = [{ subject: SUBJECT }];

async function runFederated(
  tenant: Tenant,
  options: Pick<ActionOptions, 'inputs' | 'env'> = {},
  runIn: typeof run | typeof runPackaged = run,
): Promise<RunOutcome> {
  const result = await runIn(tenant, {
    inputs: { credential: 'federated', pfx: '', 'pfx-password': '', 'max-unreadable': '100%', ...options.inputs },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
      ...options.env,
    },
  });
  expectNoSecret(result, credential());
  expect(result.printed).not.toContain(tenant.oidcRequestToken);
  return result;
}

describe('signing in without a secret', () => {
  test.concurrent('succeeds, and nothing mentions a certificate', async () => {
    const tenant = await newTenant({ certificates: [], federatedCredentials });
    // By the default of the input.
    const result = await runFederated(tenant, { inputs: { credential: undefined } }, runPackaged);
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    expect(
      result.warnings.filter(({ properties }) => !properties.title?.startsWith('Mailbox could not be read')),
    ).toEqual([]);
    expectRightRows(result, tenant);
    expect(Object.keys(result.outputs).filter((name) => name.startsWith('certificate'))).toEqual([]);
    expect(result.summary).not.toMatch(/certificate/i);
    expect(result.log).toContain('credential: federated');
    expect(tenant.counts).toMatchObject({ tokens: 1, oidcTokens: 1 });
    expect(result.masked).toContain(tenant.oidcRequestToken);
    // The OIDC token and the access token.
    expect(new Set(result.masked.filter((secret) => secret.split('.').length === 3)).size).toBe(2);
  });

  test('replaces an access token with a new OIDC token', async () => {
    const tenant = await newTenant({ mailboxes: 700, latency: { batch: 100 }, federatedCredentials });
    const running = runFederated(tenant);
    await until(() => tenant.counts.batches > 3);
    tenant.revokeTokens();
    const result = await running;
    expect(result.code).toBe(0);
    expect(tenant.counts).toMatchObject({ tokens: 2, oidcTokens: 2 });
    expectRightRows(result, tenant);
  });

  test('gets a token for Exchange Online too, if a report needs it', async () => {
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials });
    const result = await runFederated(tenant, { inputs: { report: 'mailbox-settings\nclient-access' } });
    expect(result.code).toBe(0);
    expect(result.rowsOf('client-access').some(({ Status }) => Status === 'ok')).toBe(true);
    expect(tenant.counts).toMatchObject({ tokens: 2, oidcTokens: 2 });
  });

  test('survives an outage of the issuer and a credential that is not yet replicated', async () => {
    const tenant = await newTenant({
      mailboxes: 3,
      federatedCredentials,
      faults: { oidcUnavailable: { times: 1 }, federationPending: { times: 1 } },
    });
    expect((await runFederated(tenant)).code).toBe(0);
    expect(tenant.counts).toMatchObject({ tokens: 2, oidcTokens: 3 });
  });

  test('requests the audience of the cloud', async () => {
    const audience = 'api://AzureADTokenExchangeChina';
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials: [{ subject: SUBJECT, audience }] });
    expect((await runFederated(tenant, { inputs: { cloud: 'china' } })).code).toBe(0);
  });
});

test.concurrent('a self-hosted runner in Azure signs in with its managed identity, without IDs', async () => {
  const tenant = await newTenant({ mailboxes: 6, certificates: [], managedIdentity: {} });
  const none = { 'tenant-id': '', 'client-id': '', pfx: '', 'pfx-password': '' };
  const result = await runPackaged(tenant, {
    inputs: {
      credential: 'managed-identity',
      ...none,
      'max-unreadable': '100%',
      report: 'mailbox-settings\nclient-access',
    },
    env: { IDENTITY_ENDPOINT: `${tenant.identityUrl}/msi/token`, IDENTITY_HEADER: tenant.identityHeader },
  });
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
  expectRightRows(result, tenant);
  expect(result.printed).not.toContain(tenant.identityHeader);
  expect(result.masked).toContain(tenant.identityHeader);
  expect(new Set(result.masked.filter((secret) => secret.split('.').length === 3)).size).toBe(2);
  expect(result.log).toContain('system-assigned identity of this machine');
  const rows = await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz'));
  expect(storedLines(rows)[0]).toMatchObject({ tenant: tenant.tenantId });
  expect(tenant.counts.tokens).toBe(0);
});

describe('signing in without a secret fails', () => {
  test('without the permission, and the error names it', async () => {
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials });
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
    const result = await runFederated(tenant, { env });
    const error = expectOneError(result, 'OIDC_UNAVAILABLE');
    expect(error).toMatch(/"permissions:".*"id-token: write".*"contents: read".*forks/s);
    expect(tenant.counts).toMatchObject({ tokens: 0, oidcTokens: 0 });
  });

  test('if GitHub rejects the request', async () => {
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials });
    const result = await runFederated(tenant, { env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-a-job-that-has-ended' } });
    expect(expectOneError(result, 'OIDC_REFUSED')).toContain('401');
    expect(tenant.counts).toMatchObject({ tokens: 0, oidcTokens: 1 });
  });

  test('for another subject, and the error shows the claims and the command to register them', async () => {
    const named = 'repo:contoso/mailboxes:ref:refs/heads/main';
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials: [{ subject: named }] });
    const error = expectSent(await runFederated(tenant), tenant, 'AADSTS700213');
    // Numbers were sent where names are registered.
    expect(error).toContain(`"${named}" does not match`);
    expect(error).toContain('repo:OWNER@ID/REPO@ID:');
  });

  test('for another subject without numbers, and the error mentions subjects with them', async () => {
    const subject = 'repo:contoso/mailboxes:environment:production';
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials, oidc: { subject } });
    const error = expectSent(await runFederated(tenant), tenant, 'AADSTS700213', { subject });
    expect(error).toContain('repo:OWNER@ID/REPO@ID:');
  });

  test('for another audience', async () => {
    const audience = 'api://AzureADTokenExchangeUSGov';
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials: [{ subject: SUBJECT, audience }] });
    expectSent(await runFederated(tenant), tenant, 'AADSTS700212');
  });

  test('for another issuer', async () => {
    const issuer = 'https://token.actions.githubusercontent.com/fabrikam';
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials: [{ subject: SUBJECT }], oidc: { issuer } });
    expectSent(await runFederated(tenant), tenant, 'AADSTS700211', { issuer });
  });

  test('for an OIDC token that has expired', async () => {
    const tenant = await newTenant({ mailboxes: 3, federatedCredentials, oidc: { lifetime: -600 } });
    const error = expectOneError(await runFederated(tenant), 'AADSTS700024');
    expect(error).toContain('OIDC token of GitHub');
    expect(error).not.toContain('pfx');
  });
});

/** The one annotation's text. */
function expectOneError(result: RunOutcome, code: string): string {
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' }, rows: [] });
  expect(result.errors).toHaveLength(1);
  expect(result.errors[0]?.properties.title).toBe(code);
  expect(result.summary).toContain(code);
  return result.errors[0]?.message ?? '';
}

/** Expects all three claims in the annotation, before what to do with them. */
function expectSent(
  result: RunOutcome,
  tenant: Tenant,
  code: string,
  { subject = SUBJECT, issuer = tenant.oidcIssuer }: { subject?: string; issuer?: string } = {},
): string {
  const error = expectOneError(result, code);
  // Before anything else that the reader must do something about.
  expect(error.split('\n').slice(2, 5)).toEqual([
    `Issuer: ${issuer}`,
    `Subject identifier: ${subject}`,
    `Audience: ${AUDIENCE}`,
  ]);
  expect(error.length).toBeLessThan(900);
  expect(error).toMatch(/\nTrace ID: [0-9a-f-]{36}, Correlation ID: [0-9a-f-]{36}, /);
  const blocks = codesIn(result.summary);
  expect(blocks).toEqual(expect.arrayContaining([issuer, subject, AUDIENCE]));
  return error;
}
