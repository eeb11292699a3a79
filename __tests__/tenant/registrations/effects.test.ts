import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../../src/json.ts';
import type { Tenant } from '../../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from '../certificate.ts';
import { ask, assertion, requestToken, tokenForm } from '../sign-in.ts';
import {
  GRAPH,
  EXCHANGE,
  MANAGE_AS_APP,
  GLOBAL_READER,
  AUDIENCE,
  closeTenants,
  start,
  text,
  codeOf,
  errorOf,
  newApplication,
  newClient,
  consent,
  federated,
} from './administration.ts';

let certificate: TestCertificate;
beforeAll(async () => {
  certificate = await makeCertificate();
});
afterAll(closeTenants);

/** The app roles of a token that an application gets, or the code of the error. */
async function rolesOf(tenant: Tenant, appId: string, changes: Record<string, string> = {}) {
  const parts = { claims: { iss: appId, sub: appId } };
  const form = tokenForm(tenant, await assertion(tenant, certificate, parts), { client_id: appId, ...changes });
  const { body } = await requestToken(tenant, form);
  if (typeof body.access_token !== 'string') return body.error_codes;
  const claims = parseJson(Buffer.from(body.access_token.split('.')[1] ?? '', 'base64url').toString());
  return property(claims, 'roles') ?? [];
}

describe('an application that was registered', () => {
  test('signs in with its certificate and its principal, and may do what was consented to', async () => {
    const { tenant, graph } = await start();
    const key = new X509Certificate(certificate.pem).raw.toString('base64');
    const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }];
    const { id, appId } = await newApplication(graph, { keyCredentials });
    expect(await rolesOf(tenant, appId)).toEqual([7000229]);
    const { body } = await graph('POST /servicePrincipals', { appId });
    const principalId = text(body.id);
    expect(await rolesOf(tenant, appId)).toEqual([]);
    await consent(graph, principalId);
    expect(await rolesOf(tenant, appId)).toEqual(['MailboxSettings.Read']);
    await graph(`PATCH /servicePrincipals/${principalId}`, { accountEnabled: false });
    expect(await rolesOf(tenant, appId)).toEqual([7000112]);
    await graph(`DELETE /applications/${id}`);
    expect(await rolesOf(tenant, appId)).toEqual([700016]);
  });

  test('signs in with a federated credential of its own, whose subject is compared with case', async () => {
    const { tenant, graph } = await start();
    const { id, appId } = await newClient(graph);
    const clientAssertion = () =>
      tenant.oidcToken({ sub: 'repo:Contoso/mailboxes:ref:refs/heads/main', aud: AUDIENCE });
    const path = `/applications/${id}/federatedIdentityCredentials`;
    expect(await rolesOf(tenant, appId, { client_assertion: await clientAssertion() })).toEqual([70025]);
    const { body } = await graph(`POST ${path}`, federated({ issuer: tenant.oidcIssuer }));
    expect(await rolesOf(tenant, appId, { client_assertion: await clientAssertion() })).toEqual([7002138]);
    const changes = { subject: 'repo:Contoso/mailboxes:ref:refs/heads/main' };
    await graph(`PATCH ${path}/${text(body.id)}`, changes);
    expect(await rolesOf(tenant, appId, { client_assertion: await clientAssertion() })).toEqual([]);
  });

  test('may use Exchange only with its app role and a directory role', async () => {
    const { tenant, graph } = await start();
    const { id, appId, principalId } = await newClient(graph);
    const key = new X509Certificate(certificate.pem).raw.toString('base64');
    await graph(`PATCH /applications/${id}`, {
      keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }],
    });
    const statusOf = async () => {
      const parts = { claims: { iss: appId, sub: appId } };
      const changes = { client_id: appId, scope: `${tenant.exchangeUrl}/.default` };
      const { body } = await requestToken(
        tenant,
        tokenForm(tenant, await assertion(tenant, certificate, parts), changes),
      );
      const url = `${tenant.exchangeUrl}/adminapi/beta/${tenant.tenantId}/InvokeCommand`;
      const headers = {
        authorization: `Bearer ${text(body.access_token)}`,
        'content-type': 'application/json',
      };
      const CmdletInput = { CmdletName: 'Get-OrganizationConfig', Parameters: {} };
      // The body of a refusal is not the gzip that its header says.
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ CmdletInput }) })).status;
    };
    expect(await statusOf()).toBe(401);
    await consent(graph, principalId, EXCHANGE, MANAGE_AS_APP);
    expect(await statusOf()).toBe(403);
    const token = await tenant.administratorToken({ scopes: ['RoleManagement.ReadWrite.Directory'] });
    const assignment = { roleDefinitionId: GLOBAL_READER, principalId, directoryScopeId: '/' };
    await ask(tenant, token, 'POST /roleManagement/directory/roleAssignments', assignment);
    expect(await statusOf()).toBe(200);
  });
});

describe('replication', () => {
  const NOT_PRESENT = /does not exist or one of its queried reference-property objects are not present\.$/;

  // https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3108 and hashicorp/terraform-provider-azuread
  test('delays a new application, with different answers for it and its principal', async () => {
    const { graph } = await start({ registrations: { replication: { application: { requests: 5 } } } });
    const { id, appId } = await newApplication(graph, { uniqueName: 'report' });
    expect(errorOf(await graph(`PATCH /applications/${id}`, { notes: '' }))).toEqual([
      404,
      'Request_ResourceNotFound',
      expect.stringMatching(NOT_PRESENT),
    ]);
    expect((await graph(`POST /applications/${id}/federatedIdentityCredentials`, federated())).status).toBe(404);
    const answers = [
      await graph('POST /servicePrincipals', { appId }),
      await graph('POST /servicePrincipals', { appId }),
    ];
    expect(answers.map(errorOf).toSorted()).toEqual([
      [
        400,
        'Request_BadRequest',
        `The appId '${appId}' of the service principal does not reference a valid application object.`,
      ],
      [403, 'Authorization_RequestDenied', expect.stringContaining('must in the local tenant')],
    ]);
    expect((await graph('POST /applications', { displayName: 'A', uniqueName: 'report' })).status).toBe(400);
    expect((await graph('POST /servicePrincipals', { appId })).status).toBe(201);
  });

  test('delays a new principal, credential and consent', async () => {
    let now = Date.now();
    const ms = 60_000;
    const replication = { principal: { ms }, credential: { ms }, consent: { ms } };
    const { tenant, graph } = await start({ clock: () => now, registrations: { replication } });
    const { id, appId, principalId } = await newClient(graph);
    const answers = [await consent(graph, principalId), await graph(`GET ${GRAPH}`), await consent(graph, principalId)];
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 404]);
    now += ms;
    expect((await consent(graph, principalId)).status).toBe(201);
    expect((await graph(`GET /servicePrincipals/${principalId}/appRoleAssignments`)).body.value).toEqual([]);
    await graph(
      `POST /applications/${id}/federatedIdentityCredentials`,
      federated({ issuer: tenant.oidcIssuer, subject: 's' }),
    );
    const signIn = async () => {
      const client_assertion = await tenant.oidcToken({ sub: 's', aud: AUDIENCE });
      return (await requestToken(tenant, tokenForm(tenant, client_assertion, { client_id: appId }))).status;
    };
    expect(await signIn()).toBe(401);
    now += ms;
    expect(await signIn()).toBe(200);
    expect((await graph(`GET /servicePrincipals/${principalId}/appRoleAssignments`)).body.value).toHaveLength(1);
  });

  test('lets a token lack what was consented to just before', async () => {
    const { tenant, graph } = await start({ registrations: { replication: { consent: { requests: 1 } } } });
    const key = new X509Certificate(certificate.pem).raw.toString('base64');
    const { id, appId, principalId } = await newClient(graph);
    await graph(`PATCH /applications/${id}`, {
      keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }],
    });
    await consent(graph, principalId);
    expect([await rolesOf(tenant, appId), await rolesOf(tenant, appId)]).toEqual([[], ['MailboxSettings.Read']]);
  });

  // https://github.com/nais/azurerator/issues/448
  test('can let the first writes to a new application conflict', async () => {
    const { graph } = await start({ registrations: { replication: { conflicts: 1 } } });
    const { id } = await newApplication(graph);
    expect(codeOf(await graph(`PATCH /applications/${id}`, { notes: 'a' }))).toEqual([
      409,
      'Directory_ConcurrencyViolation',
    ]);
    expect((await graph(`PATCH /applications/${id}`, { notes: 'a' })).status).toBe(204);
  });
});
