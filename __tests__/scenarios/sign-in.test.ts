import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newCredential } from '../support/credential.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectRightRows } from '../support/right-rows.ts';
import { type ActionOptions, runAction, type RunOutcome, UPLOADED } from '../support/action-run.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { storedLines } from '../support/rows-file.ts';
import { until } from '../support/scenario.ts';
import { codesIn } from '../support/rendered-codes.ts';

describe('tokens', () => {
  const { newTenant, run, runPackaged } = inProcessScenarios();

  const inputs = { 'max-unreadable': '100%' };

  describe('a token', () => {
    test.concurrent('is renewed before it expires, so that no request is rejected', async () => {
      // `exp` has whole seconds, so the lifetime may be a second shorter. The token is renewed after three quarters.
      const faults = { batch429: { first: 1, retryAfter: 13 } };
      const tenant = await newTenant({ mailboxes: 500, tokenLifetime: 12, faults });
      const result = await runPackaged(tenant, { inputs });
      expect(result.code).toBe(0);
      const took = result.endedAt - result.startedAt;
      expect(took).toBeGreaterThan(12_000);
      expect(tenant.counts.unauthorized).toBe(0);
      expect(tenant.counts.tokens).toBeGreaterThanOrEqual(2);
      expect(tenant.counts.tokens).toBeLessThanOrEqual(1 + Math.ceil(took / 8_000));
      expectRightRows(result, tenant);
    });

    test.concurrent(
      'that is revoked is replaced once for all callers, with the claims that Graph requires',
      async () => {
        const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 150 } });
        let reads = 0;
        tenant.watch(() => {
          if (++reads === 150) tenant.revokeTokens();
        });
        const result = await runPackaged(tenant, { inputs });
        expect(result.code).toBe(0);
        expect(tenant.counts.unauthorized).toBeGreaterThan(0);
        expect(tenant.counts.tokens).toBe(2);
        expectRightRows(result, tenant);
      },
    );

    test.concurrent('that cannot be renewed ends the run with the rows so far, and with the reason', async () => {
      const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 150 } });
      const credential = await newCredential();
      tenant.register(credential.certificate);
      let reads = 0;
      tenant.watch(() => {
        if (++reads !== 300) return;
        tenant.revoke(credential.certificate);
        tenant.revokeTokens();
      });
      const result = await runAction({ tenant, credential, inputs: UPLOADED });
      expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
      expect(result.rows.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
      expect(result.rows[0]?.Status).toBe('ok');
      expect(result.rows.at(-1)).toMatchObject({ Status: 'failed', Error: expect.stringContaining('AADSTS700027') });
      expect(result.errors).toHaveLength(1);
      expect(result.errors[0]?.message).toContain(credential.thumbprint);
      expect(tenant.artifacts()).toHaveLength(1);
    });

    test('without an app role gives one error with the permission and the page of consent, also first in the summary', async () => {
      const tenant = await newTenant({ mailboxes: 20, roles: [] });
      const result = await run(tenant, { inputs: { ...inputs, 'max-unreadable': '0' } });
      const consent = `${tenant.authorityHost}/${tenant.tenantId}/adminconsent?client_id=${tenant.clientId}`;
      expect(result.code).toBe(1);
      const [error, ...others] = [...result.errors, ...result.warnings];
      expect(others).toEqual([]);
      expect(error?.message).toMatch(/^No mailbox could be read: the application lacks MailboxSettings\.Read\.\n/);
      expect(error?.message).toContain(`\n${consent}`);
      expect(result.summary.split('\n\n').slice(0, 4)).toEqual([
        expect.stringContaining('## Mailbox Report: incomplete'),
        expect.stringContaining('the application lacks MailboxSettings.Read.'),
        expect.stringContaining('RBAC for Applications'),
        `[Grant admin consent](${consent})`,
      ]);
      expect(result.rows.map(({ Status }) => Status)).toEqual(tenant.addresses.map(() => 'access-denied'));
    });

    test('with another app role is the reason if nothing is read, unless the role covers the report', async () => {
      const [poor, rich] = await Promise.all([
        newTenant({ mailboxes: 3, roles: ['User.Read.All'] }),
        newTenant({ mailboxes: 3, roles: ['MailboxSettings.ReadWrite'] }),
      ]);
      const [refused, taken] = await Promise.all([run(poor, { inputs }), run(rich, { inputs })]);
      expect(refused).toMatchObject({ code: 1, outputs: { result: 'incomplete' }, warnings: [] });
      expect(refused.errors.map(({ message }) => message)).toEqual([
        expect.stringContaining('the application lacks MailboxSettings.Read.'),
      ]);
      expect(taken).toMatchObject({ code: 0, warnings: [] });
    });
  });

  describe('the certificate', () => {
    test.each([
      [29, 1, '29'],
      [31, 0, '31'],
    ])('that expires in %i days gives %i warnings', async (days, warnings, left) => {
      const credential = await newCredential(days);
      const tenant = await newTenant({ mailboxes: 3, certificates: [credential.certificate] });
      const result = await run(tenant, { credential, inputs });
      expect(result).toMatchObject({ code: 0, outputs: { 'certificate-days-left': left } });
      expect(result.warnings).toHaveLength(warnings);
      const named = new RegExp(`in ${left} days.*${credential.thumbprint}`);
      expect(result.warnings.every(({ message }) => named.test(message))).toBe(true);
      expect(result.summary).toContain(`${left} days left`);
    });
  });

  describe('the token endpoint', () => {
    test.each([
      ['throttled, with a Retry-After', { tokenThrottle: { times: 2, retryAfter: 0.5 } }, 3],
      ['throttled, without one', { tokenThrottle: { times: 1, retryAfter: 'none' as const } }, 2],
      ['unavailable', { tokenUnavailable: { times: 2 } }, 3],
    ])('%s, gets another request, and not too early', async (_, faults, tokens) => {
      const tenant = await newTenant({ mailboxes: 20, faults });
      const result = await run(tenant, { inputs });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(tenant.counts).toMatchObject({ tokens, early: 0 });
      expectRightRows(result, tenant);
    });

    test('that stays throttled ends the run with an error', async () => {
      const tenant = await newTenant({ mailboxes: 20, faults: { tokenThrottle: { times: 100, retryAfter: 0.1 } } });
      const result = await run(tenant, { inputs });
      expect(result).toMatchObject({ code: 1, outputs: { result: 'error' }, rows: [] });
      expect(result.errors).toHaveLength(1);
      expect(result.errors[0]?.properties.title).toBe('AADSTS90055');
      expect(tenant.counts).toMatchObject({ tokens: 5, batches: 0 });
    });
  });
});

describe('a federated credential', () => {
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
});
