import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { scenarios } from '../support/scenario.ts';
import { runProgram, type ProgramRun } from './command-line.ts';
import { newFolder } from '../support/new-folder.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

const { newTenant } = scenarios();
const home = newFolder();

const CONNECTION = '1f2e3d4c-0000-4000-8000-000000000001';
const PROJECT = 'project_path:contoso/mailboxes:ref_type:branch:ref:main';
const OTHER_TENANT = '11111111-2222-4333-8444-555555555555';

type Env = Readonly<Record<string, string>>;

function hosts(tenant: Tenant): readonly string[] {
  return ['--endpoints', endpointLines(tenant), '--mailbox', tenant.addresses[0] ?? ''];
}

function federated(tenant: Tenant, options: readonly string[], env: Env): Promise<ProgramRun> {
  const app = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId];
  return runProgram(['doctor', '--credential', 'federated', ...app, ...hosts(tenant), ...options], env);
}

/** Outcome and name of each check. */
function checks({ stdout }: ProgramRun): string[] {
  return [...stdout.matchAll(/^(ok|warning|failed) +(\w+) /gm)].map(([, outcome, check]) => `${outcome} ${check}`);
}

const SIGNED_IN = ['ok oidc', 'ok token', 'ok roles', 'ok mailbox'];

/** On one line. */
function text({ stdout, stderr }: ProgramRun): string {
  return `${stdout} ${stderr}`.replaceAll(/\s+/g, ' ');
}

describe('in Azure DevOps', () => {
  const subject = 'sc://contoso/mailboxes/exchange';
  const job = (tenant: Tenant) => ({
    SYSTEM_OIDCREQUESTURI: tenant.pipelineUrl,
    SYSTEM_ACCESSTOKEN: tenant.oidcRequestToken,
  });
  const newPipeline = (registered = subject) =>
    newTenant({
      mailboxes: 3,
      federatedCredentials: [{ subject: registered }],
      oidc: { serviceConnection: CONNECTION },
    });

  test('a service connection signs in, and its subject is printed', async () => {
    const tenant = await newPipeline();
    const run = await federated(tenant, ['--service-connection', CONNECTION], job(tenant));
    expect(checks(run)).toEqual(SIGNED_IN);
    expect(run.stdout).toMatch(
      /Azure DevOps for the service connection.*\n.*Subject: +sc:.*\n.*Issuer: .*\n.*Audience: +api:/,
    );
    expect(text(run)).not.toContain(tenant.oidcRequestToken);
  });

  test('a pipeline signs in by itself without a service connection', async () => {
    const tenant = await newPipeline('p://contoso/mailboxes/report');
    expect(checks(await federated(tenant, [], job(tenant)))).toEqual(SIGNED_IN);
  });

  test.each([
    [
      'another service connection',
      [OTHER_TENANT],
      {},
      'OIDC_REFUSED',
      /no explicit reference to service connection .*resourceId/,
    ],
    [
      'a token of another job',
      [CONNECTION],
      { SYSTEM_ACCESSTOKEN: 'x'.repeat(40) },
      'OIDC_REFUSED',
      /responded 401.*SYSTEM_ACCESSTOKEN/,
    ],
    [
      'no token',
      [CONNECTION],
      { SYSTEM_ACCESSTOKEN: '' },
      'OIDC_UNAVAILABLE',
      /SYSTEM_ACCESSTOKEN: \$\(System\.AccessToken\)/,
    ],
    ['no job', [CONNECTION], { SYSTEM_OIDCREQUESTURI: '' }, 'OIDC_UNAVAILABLE', /Remove --service-connection/],
  ])('%s is refused with what to do', async (_what, [connection = ''], changes, code, message) => {
    const tenant = await newPipeline();
    const run = await federated(tenant, ['--service-connection', connection], { ...job(tenant), ...changes });
    expect(checks(run)).toEqual(['failed oidc']);
    expect(text(run)).toMatch(new RegExp(`${code}: .*${message.source}`));
    expect(tenant.counts.tokens).toBe(0);
  });
});

describe('with an assertion of another issuer', () => {
  const claims = { sub: PROJECT, aud: 'api://AzureADTokenExchange' };
  const newProject = (lifetime = 300) =>
    newTenant({ mailboxes: 3, federatedCredentials: [{ subject: PROJECT }], oidc: { lifetime } });
  const inVariable = ['--assertion-env', 'ID_TOKEN'];

  test('the variable goes before the CI and the file', async () => {
    const tenant = await newProject();
    const ID_TOKEN = await tenant.oidcToken(claims);
    const others = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://nowhere.example', AZURE_FEDERATED_TOKEN_FILE: 'nowhere' };
    const run = await federated(tenant, inVariable, { ID_TOKEN, ...others });
    expect(checks(run)).toEqual(SIGNED_IN);
    expect(run.stdout).toContain(`This job has the assertion in the variable ID_TOKEN:`);
    expect(run.stdout).toContain(`Subject:  ${PROJECT}\n`);
    expect(text(run)).not.toContain(ID_TOKEN);
  });

  test('the file of workload identity signs in', async () => {
    const tenant = await newProject();
    const file = path.join(home, 'token');
    writeFileSync(file, `${await tenant.oidcToken(claims)}\n`);
    expect(checks(await federated(tenant, [], { AZURE_FEDERATED_TOKEN_FILE: file }))).toEqual(SIGNED_IN);
    const missing = await federated(tenant, [], { AZURE_FEDERATED_TOKEN_FILE: `${file}-missing` });
    expect(text(missing)).toMatch(/ASSERTION_UNUSABLE: The file \S+ \(AZURE_FEDERATED_TOKEN_FILE\) cannot be read/);
  });

  test('report signs in with it too, and its log says with which', async () => {
    const tenant = await newProject();
    const app = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, ...inVariable];
    const urls = ['--endpoints', endpointLines(tenant), '--formats', 'csv'];
    const args = ['report', tenant.addresses[0] ?? '', ...app, ...urls, '--verbose'];
    const run = await runProgram(args, { ID_TOKEN: await tenant.oidcToken(claims) }, home);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('Result: pass') });
    expect(run.stderr).toContain(`as application ${tenant.clientId}, the assertion in the variable ID_TOKEN`);
  });

  test('one that is missing, no JWT or expired is not sent, and the error says how GitLab sets it', async () => {
    const tenant = await newProject(-60);
    const expired = await tenant.oidcToken(claims);
    for (const [given, message] of [
      ['', 'is empty or not set'],
      ['not.a jwt', 'is not a JWT'],
      [expired, 'expired on 20'],
    ] as const) {
      const run = await federated(tenant, inVariable, { ID_TOKEN: given });
      expect(checks(run)).toEqual(['failed oidc']);
      expect(text(run)).toMatch(
        new RegExp(`ASSERTION_UNUSABLE: The assertion in the variable ID_TOKEN ${message}.*id_tokens`),
      );
    }
    expect(tenant.counts.tokens).toBe(0);
  });

  test('another audience is named, and where GitLab sets it', async () => {
    const tenant = await newProject();
    const run = await federated(tenant, inVariable, {
      ID_TOKEN: await tenant.oidcToken({ ...claims, aud: 'https://gitlab.com' }),
    });
    expect(checks(run)).toEqual(['ok oidc', 'failed token']);
    expect(text(run)).toMatch(/AADSTS700212: .*"https:\/\/gitlab\.com".*"aud" of "id_tokens"/);
  });

  test.each([
    [
      'gitlab',
      'git.contoso.com/group/sub/project',
      'project_path:group/sub/project:ref_type:branch:ref:main',
      'https://git.contoso.com\n',
    ],
    ['gitlab', 'contoso/mailboxes', PROJECT, 'https://gitlab.com\n'],
    ['azure-devops', 'contoso/mailboxes/exchange', 'sc://contoso/mailboxes/exchange', 'https://vstoken.dev.azure.com/'],
  ])('outside a job, doctor prints what to register for %s', async (ci, repository, subject, issuer) => {
    const tenant = await newProject();
    const run = await federated(tenant, ['--ci', ci, '--repository', repository], {});
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`Subject:  ${subject}\n`);
    expect(run.stdout).toContain(`Issuer:   ${issuer}`);
    expect(run.stdout).not.toContain('repo:OWNER@ID');
    expect((await federated(tenant, ['--ci', ci, '--repository', 'contoso'], {})).code).toBe(2);
  });
});

describe('with an access token from elsewhere', () => {
  const withToken = (tenant: Tenant, token: string, more: readonly string[] = []) =>
    runProgram(['doctor', '--access-token-env', 'TOKEN', ...hosts(tenant), ...more], { TOKEN: token });

  test('reads with it, and names application, tenant and expiry', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const token = await tenant.accessToken('graph');
    const run = await withToken(tenant, token, ['--tenant-id', tenant.tenantId]);
    expect(checks(run)).toEqual(['ok token', 'ok roles', 'ok mailbox']);
    expect(text(run)).toMatch(new RegExp(`TOKEN: application ${tenant.clientId}, tenant ${tenant.tenantId}, until 20`));
    expect(text(run)).not.toContain(token);
    expect(tenant.counts.tokens).toBe(0);
  });

  test('a role that it lacks is a warning', async () => {
    const tenant = await newTenant({ mailboxes: 3, roles: [] });
    expect(checks(await withToken(tenant, await tenant.accessToken('graph')))).toContain('warning roles');
  });

  test('is sent to no other service, of no other tenant, and not after it has expired', async () => {
    const tenant = await newTenant({ mailboxes: 3, tokenLifetime: 3_600, log: true });
    const expired = await newTenant({ mailboxes: 3, tokenLifetime: -60 });
    const [token, forExchange] = [await tenant.accessToken('graph'), await tenant.accessToken('exchange')];
    const cases = [
      [token, ['--report', 'client-access'], /is for ".*", and these reports need one for .*A token has one audience/],
      [forExchange, [], /is for ".*", and these reports need one for/],
      [token, ['--tenant-id', OTHER_TENANT], /TENANT_DIFFERS: The access token is of tenant/],
      ['', [], /is empty or not set/],
      ['opaque', [], /does not show audience and expiry/],
    ] as const;
    for (const [given, options, message] of cases) {
      const run = await withToken(tenant, given, options);
      expect(run.code).toBe(1);
      expect(text(run)).toMatch(message);
    }
    expect(tenant.log).toEqual([]);
    expect(text(await withToken(expired, await expired.accessToken('graph')))).toMatch(
      /ACCESS_TOKEN_UNUSABLE: .*expired on 20/,
    );
  });

  test('replaces a credential: options of another one are refused', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    expect((await withToken(tenant, '', ['--pfx', 'report.pfx'])).code).toBe(2);
  });
});

describe('with a managed identity', () => {
  function identified(tenant: Tenant, env: Env, options: readonly string[] = []): Promise<ProgramRun> {
    return runProgram(['doctor', '--credential', 'managed-identity', ...hosts(tenant), ...options], env);
  }
  const onVm = ({ identityUrl }: Tenant) => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: identityUrl });
  const inAppService = ({ identityUrl, identityHeader }: Tenant) => ({
    IDENTITY_ENDPOINT: `${identityUrl}/msi/token`,
    IDENTITY_HEADER: identityHeader,
  });
  const onArc = ({ identityUrl }: Tenant) => ({
    IDENTITY_ENDPOINT: `${identityUrl}/metadata/identity/oauth2/token`,
    IMDS_ENDPOINT: identityUrl,
  });
  const USER = '3d2f0a1b-0000-4000-8000-5c6d7e8f9012';

  test('a VM reads Graph and Exchange with its system-assigned identity, without any ID', async () => {
    const tenant = await newTenant({ mailboxes: 3, managedIdentity: {} });
    const run = await identified(tenant, onVm(tenant), ['--report', 'mailbox-settings', 'client-access']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(checks(run)).toEqual(expect.arrayContaining(['ok token', 'ok roles', 'ok mailbox', 'ok exchange']));
    expect(text(run)).toContain(`tenant ${tenant.tenantId}, until 20`);
    expect(tenant.counts.tokens).toBe(0);
  });

  test('App Service reads with a user-assigned identity', async () => {
    const tenant = await newTenant({ mailboxes: 3, managedIdentity: { system: false, users: [USER] } });
    const run = await identified(tenant, inAppService(tenant), ['--client-id', USER, '--tenant-id', tenant.tenantId]);
    expect(checks(run)).toEqual(['ok token', 'ok roles', 'ok mailbox']);
    expect(text(run)).not.toContain(tenant.identityHeader);
  });

  test('a permission that its token lacks is a warning that says for how long Azure keeps the token', async () => {
    const tenant = await newTenant({ mailboxes: 3, managedIdentity: {}, roles: [], exchange: { appRoles: [] } });
    const run = await identified(tenant, onVm(tenant), ['--report', 'mailbox-settings', 'client-access']);
    expect(checks(run)).toContain('warning roles');
    expect(text(run).match(/Azure caches the token of a managed identity for about 24 hours/g)).toHaveLength(2);
  });

  test.each([
    [
      'no system-assigned identity',
      { system: false },
      onVm,
      [],
      /REFUSED: .*system-assigned identity .*Identity not found.*set --client-id/,
    ],
    [
      'another user-assigned identity',
      {},
      inAppService,
      ['--client-id', USER],
      /REFUSED: .*user-assigned identity .*not its object ID/,
    ],
    ['a server with Azure Arc', { arc: true }, onArc, [], /REFUSED: .*401.*Azure Arc.*"federated" or "certificate"/],
    ['another tenant', {}, onVm, ['--tenant-id', OTHER_TENANT], /TENANT_DIFFERS: .*--tenant-id is 1{8}-/],
    ['no answer', { silent: true }, onVm, [], /UNAVAILABLE: .*no response for 3 seconds.*"federated" or "certificate"/],
  ] as const)('%s fails with what to do', async (_what, managedIdentity, env, options, message) => {
    const tenant = await newTenant({ mailboxes: 3, managedIdentity });
    const run = await identified(tenant, env(tenant), options);
    expect(checks(run)).toEqual(['failed token']);
    expect(text(run)).toMatch(message);
    expect(run.code).toBe(1);
  });

  test('a domain as tenant-id is refused, since it cannot be compared', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    expect(await identified(tenant, {}, ['--tenant-id', 'contoso.com'])).toMatchObject({ code: 2 });
  });
});
