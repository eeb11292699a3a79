import { describe, expect, test } from '@jest/globals';
import { newCredential } from '../support/credential.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectRightRows } from '../support/right-rows.ts';
import { UPLOADED, runAction } from '../support/action-run.ts';

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

  test.concurrent('that is revoked is replaced once for all callers, with the claims that Graph requires', async () => {
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
  });

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
