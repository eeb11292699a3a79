import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isRecord, parseJson } from '../../../../src/json.ts';
import type { Tenant, TenantOptions } from '../../../../tenant/tenant.ts';
import { newCredential } from '../../../support/credential.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';

const { credential, newTenant } = scenarios();
const home = newFolder();
const pfx = path.join(home, 'report.pfx');

beforeAll(() => {
  writeFileSync(pfx, Buffer.from(credential().pfx, 'base64'));
});

async function doctor(
  tenant: Tenant,
  more: readonly string[] = ['--mailbox', tenant.addresses[0] ?? ''],
  password = credential().password,
  folder?: string,
): Promise<ProgramRun> {
  const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', pfx];
  const args = ['doctor', ...set, '--endpoints', endpointLines(tenant), ...more];
  const run = await runProgram(args, { MAILBOX_REPORT_PFX_PASSWORD: password }, folder);
  expect([run.stdout, run.stderr].some((text) => text.includes(password))).toBe(false);
  return run;
}

/** Outcome and name of each check. */
function checks({ stdout }: ProgramRun): string[] {
  return [...stdout.matchAll(/^(ok|warning|failed) +(\w+) /gm)].map(([, outcome, check]) => `${outcome} ${check}`);
}

const GOOD = ['ok pfx', 'ok dates', 'ok token', 'ok roles', 'ok mailbox'];

test('a valid set-up passes every check', async () => {
  const run = await doctor(await newTenant());
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(checks(run)).toEqual(GOOD);
  expect(run.stdout).toContain(credential().thumbprint);
});

test('checks the first mailbox of a list', async () => {
  const tenant = await newTenant();
  const list = path.join(home, 'list.txt');
  writeFileSync(list, tenant.addresses.join('\n'));
  const run = await doctor(tenant, ['--mailboxes', list]);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain(`The list contains ${tenant.addresses.length} addresses`);
});

test('without a mailbox, checks what a report on all mailboxes needs', async () => {
  const tenant = await newTenant();
  const run = await doctor(tenant, ['--mailboxes', 'all']);
  expect(checks(run)).toEqual(['ok pfx', 'ok dates', 'ok token', 'warning roles']);
  expect(run.stdout).toContain('User.Read.All');
  expect(await doctor(tenant, ['--mailboxes', 'all', '--probe'])).toMatchObject({ code: 2 });
});

test('options that are not given are read from mailbox-report.yml', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  const { tenantId, clientId, addresses } = tenant;
  const file = {
    'tenant-id': tenantId,
    'client-id': clientId,
    mailboxes: ['a.txt', 'b.txt'],
    report: ['folders'],
    unlisted: 'warn',
    policy: 'policy.yml',
    'extra-columns': ['Department'],
  };
  writeFileSync(path.join(folder, 'policy.yml'), 'rules: [{ id: eu, expect: { Department: { const: EU } } }]\n');
  writeFileSync(path.join(folder, 'mailbox-report.yml'), JSON.stringify(file));
  writeFileSync(path.join(folder, 'a.txt'), addresses.slice(0, 2).join('\n'));
  writeFileSync(path.join(folder, 'b.txt'), addresses.slice(2, 5).join('\n'));
  const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
  const given = ['doctor', '--pfx', pfx, '--endpoints', endpointLines(tenant)];
  const run = await runProgram([...given, '--report', 'mailbox-settings,automatic-replies'], env, folder);
  expect(checks(run)).toEqual([
    'ok pfx',
    'ok dates',
    'ok token',
    'ok list',
    'warning roles',
    'ok mailbox',
    'ok mailbox',
  ]);
  expect(run.stdout).toContain('The list contains 5 addresses');
  expect(run.stdout).toContain('the input "unlisted" requires User.Read.All');
  const one = await runProgram([...given, '--mailbox', addresses[0] ?? ''], env, folder);
  expect(checks(one)).not.toContain('ok list');
});

test('a missing role is named, and the mailbox is denied', async () => {
  const run = await doctor(await newTenant({ roles: [] }));
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual([...GOOD.slice(0, 3), 'warning roles', 'failed mailbox']);
  expect(run.stdout).toMatch(/MailboxSettings\.Read\b[^]*grant consent/);
  // The finding about the roles says how to grant them.
  const [, denial = ''] = run.stdout.split(/^failed /m);
  expect(denial).toMatch(/lacks MailboxSettings\.Read: see "roles"/);
  expect(denial.length).toBeLessThan(300);
});

test('roles that no report requires give a warning', async () => {
  const run = await doctor(await newTenant({ roles: ['MailboxSettings.Read', 'Mail.ReadWrite'] }));
  expect(run.code).toBe(0);
  expect(checks(run)).toEqual([...GOOD.slice(0, 3), 'warning roles', 'ok mailbox']);
  expect(run.stdout).toContain('It also has Mail.ReadWrite');
});

describe('with a policy that sets something', () => {
  const POLICY = `rules:
  - id: stay-inside
    expect: { AutomaticReplyExternalAudience: { const: none } }
    set: { automaticRepliesSetting: { externalAudience: none } }
  - id: closed-calendar
    report: calendar-permissions
    when: { GrantedTo: { const: My Organization } }
    expect: { Role: { const: none } }
    set: { role: none }
`;
  const READING = ['MailboxSettings.Read', 'Calendars.ReadBasic.All'];
  const WRITING = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All'];

  async function withPolicy(roles: readonly string[], policy = POLICY): Promise<ProgramRun> {
    const tenant = await newTenant({ roles: [...roles] });
    const folder = newFolder();
    writeFileSync(path.join(folder, 'set.yml'), policy);
    return doctor(tenant, ['--mailbox', tenant.addresses[0] ?? '', '--policy', 'set.yml'], undefined, folder);
  }

  test('asks an application that plans for no permission to write', async () => {
    const run = await withPolicy([...READING, 'User.Read.All']);
    expect(run.code).toBe(0);
    // The report that only the policy needs is read, too.
    expect(checks(run)).toEqual([...GOOD.slice(0, 4), 'ok roles', 'ok mailbox', 'ok mailbox']);
    expect(run.stdout).toMatch(
      /cannot write what the policy sets, as one that only reports or plans should not\. One that applies plans needs MailboxSettings\.ReadWrite \(stay-inside\) and Calendars\.ReadWrite \(closed-calendar\)/,
    );
    expect(run.stdout).not.toContain('consent');
    const reporting = await withPolicy(READING);
    expect(checks(reporting)).toEqual([...GOOD.slice(0, 4), 'ok roles', 'ok roles', 'ok mailbox', 'ok mailbox']);
    expect(reporting.stdout).toMatch(/Remediation also needs User\.Read\.All, to plan and to write/);
  });

  test('accepts an application that writes', async () => {
    const run = await withPolicy(WRITING);
    expect(checks(run)).toEqual([...GOOD.slice(0, 4), 'ok roles', 'ok mailbox', 'ok mailbox']);
    expect(run.stdout).toMatch(
      /it has MailboxSettings\.ReadWrite, Calendars\.ReadWrite\. If it only reports or plans, remove/,
    );
  });

  test('warns of an application that can write only a part', async () => {
    const run = await withPolicy(['MailboxSettings.ReadWrite', 'Calendars.ReadBasic.All']);
    expect(run.code).toBe(0);
    expect(checks(run).filter((check) => check === 'warning roles')).toHaveLength(2);
    expect(run.stdout).toMatch(
      /lacks Calendars\.ReadWrite \(closed-calendar\): it can apply only a part[^]*If it applies plans: Add/,
    );
    expect(run.stdout).toMatch(/^warning +roles +Remediation also needs User\.Read\.All/m);
  });

  test('does not know what RBAC for Applications grants', async () => {
    const run = await withPolicy([]);
    expect(run.stdout).toMatch(
      /^warning +roles +It is not known whether the application can write what the policy sets/m,
    );
  });

  test('names a mistake in the policy, and checks the reports without it', async () => {
    const run = await withPolicy(READING, 'rules: [{ id: a, expect: { Nothing: { const: a } } }]\n');
    expect(run.code).toBe(1);
    expect(checks(run)).toContain('failed policy');
    expect(checks(run)).toContain('ok mailbox');
  });
});

test('a wrong password ends the checks before any request', async () => {
  const tenant = await newTenant();
  const run = await doctor(tenant, undefined, 'this is another one');
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual(['failed pfx']);
  expect(run.stdout).toContain('BAD_PASSWORD');
  expect(tenant.counts.tokens).toBe(0);
});

test('an environment that does not verify TLS certificates is rejected', async () => {
  const set = ['--tenant-id', 'contoso.com', '--client-id', '3d2f0a1b-0000-4000-8000-5c6d7e8f9012', '--pfx', pfx];
  const run = await runProgram(['doctor', ...set, '--mailbox', 'a@b.c'], {
    MAILBOX_REPORT_PFX_PASSWORD: '',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  });
  expect(run.code).not.toBe(0);
  expect(run.stderr).toContain('TLS_UNVERIFIED');
});

test('a certificate that is not registered for the application is named', async () => {
  const other = await newCredential();
  const run = await doctor(await newTenant({ certificates: [other.certificate] }));
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual(['ok pfx', 'ok dates', 'failed token']);
  expect(run.stdout).toContain('AADSTS700027');
});

test('an unknown mailbox is distinguished from a denied mailbox', async () => {
  const run = await doctor(await newTenant(), ['--mailbox', 'nobody.at.all@contoso.com']);
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual([...GOOD.slice(0, 4), 'failed mailbox']);
  expect(run.stdout).toContain('not-found');
});

test('--json prints the same checks', async () => {
  const run = await doctor(await newTenant(), ['--mailbox', 'nobody.at.all@contoso.com', '--json']);
  const found = parseJson(run.stdout);
  expect(run.code).toBe(1);
  expect(isRecord(found) && found.ok).toBe(false);
  expect(found).toMatchObject({
    checks: [...GOOD.slice(0, 4).map((good) => ({ outcome: 'ok', check: good.slice(3) })), { code: 'not-found' }],
  });
});

describe('for a report of Exchange Online', () => {
  const reports = ['--report', 'client-access', 'mailbox-permissions'];
  const withMailbox = (tenant: Tenant): string[] => ['--mailbox', tenant.addresses[0] ?? ''];

  test('checks both grants, and lists the cmdlets that the token may run', async () => {
    const tenant = await newTenant();
    const run = await doctor(tenant, [...withMailbox(tenant), ...reports]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(checks(run)).toEqual(['ok pfx', 'ok dates', 'ok token', ...new Array<string>(4).fill('ok exchange')]);
    expect(run.stdout).toContain('has Exchange.ManageAsApp');
    expect(run.stdout).toMatch(
      /role that allows Get-Mailbox, Get-CASMailbox, Get-TransportConfig, Get-OrganizationConfig, Get-MailboxPermission/,
    );
    expect(run.stdout).toMatch(/may run \d+ cmdlets\. Reports can use: .*Get-InboxRule/);
    expect(run.stdout).toContain(`Exchange Online has ${tenant.addresses[0] ?? ''}`);
    expect([tenant.counts.tokens, tenant.counts.batches]).toEqual([1, 0]);
  });

  test('says whether the roles that write can take rights away and give them back', async () => {
    const exchange = { directoryRoles: ['Exchange Administrator' as const] };
    const writing = await newTenant({ exchange });
    const run = await doctor(writing, [...withMailbox(writing), ...reports]);
    expect(run.stdout).toContain('Remediation can take rights on mailboxes away, and give them back');
    const lacking = await newTenant({ exchange: { ...exchange, lackedCmdlets: ['Add-RecipientPermission'] } });
    const warned = await doctor(lacking, [...withMailbox(lacking), ...reports]);
    expect(checks(warned)).toContain('warning exchange');
    expect(warned.stdout).toContain('the roles of the application lack Add-RecipientPermission');
  });

  test('says which cmdlets the rules of a policy need to write', async () => {
    const folder = newFolder();
    writeFileSync(
      path.join(folder, 'set.yml'),
      `rules:
  - { id: no-pop, report: client-access, expect: { PopEnabled: { const: false } }, set: { PopEnabled: false } }
  - { id: no-rights, report: mailbox-permissions, expect: { Right: { const: none } }, set: remove }
`,
    );
    const exchange = { directoryRoles: ['Exchange Administrator' as const] };
    const run = async (tenant: Tenant): Promise<ProgramRun> =>
      doctor(tenant, [...withMailbox(tenant), ...reports, '--policy', 'set.yml'], undefined, folder);
    expect((await run(await newTenant())).stdout).toMatch(
      /One that applies plans needs Set-CASMailbox \(no-pop\) and Remove-MailboxPermission, [^]*Set-Mailbox \(no-rights\)/,
    );
    const writing = await run(await newTenant({ exchange }));
    expect(writing.stdout).toContain('The application can write what the policy sets: it has Set-CASMailbox');
    const lacking = await run(
      await newTenant({ exchange: { ...exchange, lackedCmdlets: ['Add-RecipientPermission'] } }),
    );
    expect(lacking.stdout).toMatch(/^warning +exchange +.*and lacks Add-RecipientPermission \(no-rights\)/m);
  });

  test('checks Graph too if a report reads from it', async () => {
    const tenant = await newTenant();
    const run = await doctor(tenant, [...withMailbox(tenant), '--report', 'mailbox-settings', 'client-access']);
    expect(checks(run)).toEqual([
      'ok pfx',
      'ok dates',
      'ok token',
      'ok token',
      'ok roles',
      'ok mailbox',
      ...new Array<string>(4).fill('ok exchange'),
    ]);
  });

  test('checks the permission that "unlisted" needs without such a report', async () => {
    const tenant = await newTenant();
    const run = await doctor(tenant, [...withMailbox(tenant), '--unlisted']);
    expect(checks(run)).toEqual(['ok pfx', 'ok dates', 'ok token', 'warning roles', 'ok mailbox']);
    expect(run.stdout).toContain('the input "unlisted" requires User.Read.All');
  });

  test.each<[string, NonNullable<TenantOptions['exchange']>, RegExp, readonly string[]]>([
    ['the app role', { appRoles: [] }, /has no Exchange\.ManageAsApp/, ['failed exchange']],
    ['any role', { directoryRoles: [] }, /refuses Get-Mailbox, Get-CASMailbox,/, ['ok', 'failed', 'failed']],
    [
      'the role for the configuration',
      { directoryRoles: [], exchangeRoles: ['View-Only Recipients'] },
      /refuses Get-TransportConfig, Get-OrganizationConfig: .*View-Only Configuration/s,
      ['ok', 'failed', 'ok', 'ok'],
    ],
  ])('names the grant that is missing: %s', async (_case, exchange, message, outcomes) => {
    const tenant = await newTenant({ exchange });
    const run = await doctor(tenant, [...withMailbox(tenant), ...reports]);
    expect(run.code).toBe(1);
    const expected = outcomes.map((outcome) => (outcome.includes(' ') ? outcome : `${outcome} exchange`));
    expect(checks(run).slice(3)).toEqual(expected);
    expect(run.stdout).toMatch(message);
    expect(run.stdout).toMatch(/EXCHANGE_DENIED[^]*az ad app permission add[^]*New-ManagementRoleAssignment/);
  });

  test('distinguishes an unknown mailbox from a missing grant', async () => {
    const run = await doctor(await newTenant(), [
      '--mailbox',
      'nobody.at.all@contoso.com',
      '--report',
      'client-access',
    ]);
    expect(run.code).toBe(1);
    expect(checks(run).slice(3)).toEqual(['ok exchange', 'ok exchange', 'ok exchange', 'failed exchange']);
    expect(run.stdout).toMatch(/not-found: nobody\.at\.all@contoso\.com/);
    expect(run.stdout).not.toContain('PROD.OUTLOOK.COM');
  });
});

describe('reports what is wrong with', () => {
  test.each([
    ['a certificate without its key', 'NOT_PFX', () => new X509Certificate(credential().certificate).raw],
    ['an empty file', 'EMPTY', () => ''],
    ['a file that is not a PFX', 'NOT_PFX', () => 'hello'],
    ['a file that is not base64', 'NOT_BASE64', () => 'not base64 {}'],
    ['a PEM file', 'IS_PEM', () => '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'],
  ])('%s', async (_file, code, content) => {
    const tenant = await newTenant();
    const file = path.join(home, 'other.pfx');
    writeFileSync(file, content());
    const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', file];
    const run = await runProgram(['doctor', ...set, '--mailbox', 'x@y.z'], { MAILBOX_REPORT_PFX_PASSWORD: '' });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(new RegExp(`^failed +pfx +${code}: .*--pfx`, 'm'));
  });

  test('a missing list', async () => {
    const run = await doctor(await newTenant(), ['--mailboxes', path.join(home, 'nowhere.txt')]);
    expect(run.stdout).toMatch(/LIST_NOT_FOUND[^]*--mailboxes/);
  });
});

describe('--json reports an error before the first check', () => {
  const set = ['--tenant-id', 'contoso.com', '--client-id', '3d2f0a1b-0000-4000-8000-5c6d7e8f9012', '--pfx', pfx];
  test.each([
    ['INPUT_INVALID', 2, ['--tenant-id', 'contoso.com', '--client-id', 'x', '--pfx', pfx, '--mailbox', 'a@b.c']],
    ['INPUT_INVALID', 2, set],
    ['INPUT_INVALID', 2, ['--tenant-id', 'contoso.com']],
    ['INPUT_INVALID', 2, [...set, '--mailbox', 'a@b.c', '--nothing']],
    ['PFX_UNREADABLE', 1, [...set.slice(0, 5), path.join(home, 'nowhere.pfx'), '--mailbox', 'a@b.c']],
    ['NO_TERMINAL', 2, [...set, '--mailbox', 'a@b.c']],
  ])('%s, exit %d: %j', async (code, exit, args) => {
    const run = await runProgram(['doctor', ...args, '--json']);
    expect(run.code).toBe(exit);
    expect(parseJson(run.stdout)).toEqual({
      ok: false,
      error: { code, message: expect.stringMatching(/\w/), hint: expect.stringMatching(/\w/) },
    });
    expect(run.stderr).not.toBe('');
  });
});

describe('with --credential federated', () => {
  const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
  const federated = (tenant: Tenant, more: readonly string[]) => [
    'doctor',
    '--credential',
    'federated',
    '--tenant-id',
    tenant.tenantId,
    '--client-id',
    tenant.clientId,
    '--endpoints',
    endpointLines(tenant),
    ...more,
  ];
  const job = (tenant: Tenant) => ({
    ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
  });

  test.each([
    ['contoso/mailboxes', 'https://token.actions.githubusercontent.com', 'gh api repos/contoso/mailboxes/'],
    ['git.contoso.com/contoso/mailboxes', 'https://git.contoso.com/_services/token', undefined],
    ['acme.ghe.com/contoso/mailboxes', 'https://token.actions.acme.ghe.com', 'gh api --hostname acme.ghe.com repos/'],
  ])('prints the issuer of the server of %s, and what prints the form of its subjects', async (name, issuer, asked) => {
    const run = await runProgram(federated(await newTenant({ certificates: [] }), ['--repository', name]));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(`Issuer:   ${issuer}\n`);
    expect(run.stdout).toContain('Subject:  repo:contoso/mailboxes:ref:refs/heads/main\n');
    expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain('in a job with "id-token: write"');
    // Repositories of GitHub Enterprise Server have one form of subjects.
    expect(run.stdout.includes('sub_claim_prefix')).toBe(asked !== undefined);
    expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain(asked ?? 'Issuer');
  });

  test.each([
    { more: [], subject: 'repo:contoso/mailboxes:ref:refs/heads/main' },
    { more: ['--branch', 'release'], subject: 'repo:contoso/mailboxes:ref:refs/heads/release' },
    { more: ['--environment', 'prod'], subject: 'repo:contoso/mailboxes:environment:prod' },
    { more: ['--cloud', 'china'], audience: 'api://AzureADTokenExchangeChina' },
  ])('prints what the federated credential must contain, with $more', async ({ more, subject, audience }) => {
    const tenant = await newTenant({ certificates: [] });
    const run = await runProgram(federated(tenant, ['--repository', 'contoso/mailboxes', ...more]));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(`Subject:  ${subject ?? 'repo:contoso/mailboxes:ref:refs/heads/main'}\n`);
    expect(run.stdout).toContain('Issuer:   https://token.actions.githubusercontent.com\n');
    expect(run.stdout).toContain(`Audience: ${audience ?? 'api://AzureADTokenExchange'}\n`);
    expect(tenant.counts).toMatchObject({ tokens: 0, oidcTokens: 0 });
  });

  test('prints the subject of the repository, as setup registers it, if there is a token of GitHub', async () => {
    const tenant = await newTenant({ certificates: [], repository: { defaultBranch: 'trunk' } });
    const env = { GH_TOKEN: tenant.githubAccountToken, GITHUB_API_URL: tenant.githubUrl };
    const run = await runProgram(federated(tenant, ['--repository', 'contoso/mailboxes']), env);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('Subject:  repo:contoso@5113/mailboxes@81264:ref:refs/heads/trunk\n');
    const hidden = await newTenant({ certificates: [], repository: { form: 'hidden', hasNumbers: false } });
    const both = await runProgram(federated(hidden, ['--repository', 'contoso/mailboxes']), {
      GH_TOKEN: hidden.githubAccountToken,
      GITHUB_API_URL: hidden.githubUrl,
    });
    expect(both.stdout).toContain('Subject:  repo:contoso/mailboxes:ref:refs/heads/main\n');
    expect(both.stdout).toContain(
      'Subject:  repo:contoso@5113/mailboxes@81264:ref:refs/heads/main (a second credential)',
    );
  });

  test('signs in and reads a mailbox inside a workflow', async () => {
    const tenant = await newTenant({ certificates: [], federatedCredentials: [{ subject: SUBJECT }] });
    const run = await runProgram(federated(tenant, ['--mailbox', tenant.addresses[0] ?? '']), job(tenant));
    expect(checks(run)).toEqual(['ok oidc', 'ok token', 'ok roles', 'ok mailbox']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(`Subject:  ${SUBJECT}\n`);
    expect(run.stdout).not.toContain(tenant.oidcRequestToken);
  });

  test.each([
    ['another credential', 'repo:contoso/other', 'AADSTS700213'],
    ['a credential with the subject in another case', SUBJECT.toUpperCase(), 'AADSTS7002138'],
  ])('fails inside a workflow if the application has %s', async (_case, subject, code) => {
    const tenant = await newTenant({ certificates: [], federatedCredentials: [{ subject }] });
    const run = await runProgram(federated(tenant, ['--mailbox', tenant.addresses[0] ?? '']), job(tenant));
    expect(checks(run)).toEqual(['ok oidc', 'failed token']);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(`${code}: `);
  });

  test('needs the repository outside a workflow', async () => {
    const run = await runProgram(federated(await newTenant(), []));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--repository');
  });

  test('rejects a PFX', async () => {
    const run = await runProgram(federated(await newTenant(), ['--pfx', pfx, '--repository', 'contoso/mailboxes']));
    expect(run.code).toBe(2);
  });
});

test('checks the cmdlets of addresses, without asking for a group with the address of the mailbox', async () => {
  const tenant = await newTenant({ roles: ['GroupMember.Read.All'] });
  const run = await doctor(tenant, ['--mailbox', tenant.addresses[0] ?? '', '--report', 'addresses']);
  expect(run.stdout).toMatch(/role that allows Get-Mailbox, .*Get-DistributionGroup.*Get-UnifiedGroup/);
  expect(run.stdout).not.toMatch(/Get-\w*Group fails/);
  expect(run).toMatchObject({ code: 0, stderr: '' });
});

test('says which parts about applications cannot be read, and what they need', async () => {
  const tenant = await newTenant({ roles: ['Application.Read.All'] });
  const run = await doctor(tenant, ['--mailbox', tenant.addresses[0] ?? '', '--report', 'applications']);
  expect(run.stdout).toContain('Applications: applications and their permissions can be read.');
  for (const needed of ['Directory.Read.All', 'AdministrativeUnit.Read.All', 'AuditLog.Read.All'])
    expect(run.stdout).toContain(`Needed: ${needed}`);
  for (const cmdlet of ['Get-ApplicationAccessPolicy', 'Get-Recipient']) expect(run.stdout).toContain(cmdlet);
  expect(run.code).toBe(0);
  const without = await doctor(await newTenant(), ['--mailbox', 'a@contoso.com', '--report', 'applications']);
  expect(without).toMatchObject({ code: 1 });
  expect(without.stdout).toContain('Needed: Application.Read.All');
});
