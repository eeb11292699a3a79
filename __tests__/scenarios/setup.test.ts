import { expect, test } from '@jest/globals';
import { FRIENDLY } from '../../tenant/habits.ts';
import { ISSUER_OF_GITHUB } from '../../tenant/oidc.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { checkout, stepInputs, WORKFLOW } from '../cli/setup/left-behind.ts';
import { planOf, setup } from '../cli/setup/setup-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios();

const REPOSITORY = ['--repository', 'contoso/mailboxes'];
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
/** Mailboxes that can all be read. */
const READABLE: TenantOptions = {
  mailboxes: 30,
  habits: { ...FRIENDLY, kinds: [['shared', 10]] },
  oidc: { issuer: ISSUER_OF_GITHUB },
};

test('sets up a workflow whose first run passes, and changes nothing the second time', async () => {
  const tenant = await newTenant(READABLE);
  const folder = newFolder();
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(planOf(made)).toEqual([
    'application Mailbox Report',
    'permission MailboxSettings.Read (reads settings and rules of every mailbox, no mail)',
    'permission User.Read.All (reads the profiles of all users)',
    'service principal (enterprise application)',
    'admin consent',
    `federated credential ${SUBJECT}, issuer ${ISSUER_OF_GITHUB}`,
    'variables TENANT_ID, CLIENT_ID in contoso/mailboxes',
    `file ${WORKFLOW}`,
    'file policy.yml (starter rules for the chosen reports, as warnings)',
  ]);
  expect(made.stdout).toContain(`git add ${WORKFLOW} policy.yml mailbox-report-setup.json`);
  expect(made.stdout).toContain('gh workflow run mailbox-report.yml --repo contoso/mailboxes');
  expect(made.stdout).toMatch(new RegExp(`^ok +oidc +.*\n +Subject: +${SUBJECT}$`, 'm'));

  const again = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(planOf(again)).toEqual([]);

  const { inputs, env } = jobOf(tenant, folder);
  const result = await run(tenant, { files: checkout(folder), inputs, env });
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'unreadable-count': '0' } });
  expect(Number(result.outputs['read-count'])).toBeGreaterThanOrEqual(30);
});

function jobOf(tenant: Tenant, folder: string) {
  return {
    inputs: { pfx: '', 'pfx-password': '', ...stepInputs(tenant, folder) },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    },
  };
}
