import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { columnNames } from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/mailbox-settings.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../src/tenant/tenant.ts';
import { removeWorkspaces, runAction } from '../support/action-run.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';

let credential: TestCredential;
let tenant: Tenant | undefined;

beforeAll(async () => {
  credential = await newCredential();
});
afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});
afterAll(removeWorkspaces);

async function newTenant(options: TenantOptions = {}): Promise<Tenant> {
  tenant = await startTenant({ mailboxes: 120, certificates: [credential.certificate], ...options });
  return tenant;
}

describe('a run that goes well', () => {
  test('every mailbox of the list is a row, in order, with its own values', async () => {
    const contoso = await newTenant();
    const run = await runAction({ tenant: contoso, credential, inputs: { 'max-unread': '100%' } });
    expect(run.code).toBe(0);
    expect(run.outputs.result).toBe('pass');
    expect(run.rows.map((row) => row.MailboxName)).toEqual(contoso.addresses);
    expect(Object.keys(run.rows[0] ?? {})).toEqual(columnNames(mailboxSettings));
    for (const row of run.rows) expect(row.Status).toBe(contoso.expected(row.MailboxName ?? '').status);
  });
});
