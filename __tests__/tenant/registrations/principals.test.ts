import { X509Certificate } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makeCertificate } from '../certificate.ts';
import { ask } from '../sign-in.ts';
import {
  closeTenants,
  codeOf,
  consent,
  errorOf,
  EXCHANGE,
  GLOBAL_READER,
  newApplication,
  newClient,
  SETTINGS_READ,
  start,
  text,
} from './administration.ts';

afterAll(closeTenants);

describe('a service principal', () => {
  // https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals
  test('exists once for each application of the tenant', async () => {
    const { graph } = await start();
    const { appId } = await newClient(graph);
    expect(errorOf(await graph('POST /servicePrincipals', { appId }))).toEqual([
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    ]);
    expect((await graph('POST /servicePrincipals', { appId: SETTINGS_READ })).status).toBeGreaterThanOrEqual(400);
  });

  // https://learn.microsoft.com/graph/api/serviceprincipal-upsert
  test('is created or changed by an upsert', async () => {
    const { graph } = await start();
    const { appId } = await newApplication(graph);
    const upsert = `PATCH /servicePrincipals(appId='${appId}')`;
    expect((await graph(upsert, { notes: 'a' }, 'create-if-missing')).status).toBe(201);
    expect((await graph(upsert, { notes: 'b' }, 'create-if-missing')).status).toBe(204);
    expect((await graph(`GET /servicePrincipals(appId='${appId}')?$select=notes`)).body.notes).toBe('b');
  });

  test('of Microsoft has its app roles, and that of Exchange is missing in a tenant without Exchange Online', async () => {
    const { graph } = await start();
    const { body } = await graph(`GET ${EXCHANGE}?$select=appRoles`);
    expect(body.appRoles).toContainEqual(
      expect.objectContaining({ value: 'Exchange.ManageAsApp', id: 'dc50a0fb-09a3-484d-be87-e023b12c6440' }),
    );
    const { graph: other } = await start({ registrations: { withoutExchange: true } });
    expect((await other(`GET ${EXCHANGE}`)).status).toBe(404);
  });
});

describe('a deleted application', () => {
  // https://learn.microsoft.com/graph/api/directory-deleteditems-restore
  test('is restored without its principal, which is restored by its own ID with what it may do', async () => {
    const { graph } = await start();
    const { id, principalId } = await newClient(graph);
    await consent(graph, principalId);
    await graph(`DELETE /applications/${id}`);
    await graph(`POST /directory/deletedItems/${id}/restore`);
    expect((await graph(`GET /servicePrincipals/${principalId}`)).status).toBe(404);
    expect((await graph(`POST /directory/deletedItems/${principalId}/restore`)).status).toBe(200);
    const { body } = await graph(`GET /servicePrincipals/${principalId}/appRoleAssignments`);
    expect(body.value).toMatchObject([{ appRoleId: SETTINGS_READ }]);
  });

  // https://learn.microsoft.com/graph/api/directory-deleteditems-delete
  test('is deleted for good only by an administrator of applications', async () => {
    const { tenant, graph } = await start();
    const scopes = ['Application.ReadWrite.All'];
    const owner = await tenant.administratorToken({ roles: [], scopes });
    const { body } = await ask(tenant, owner, 'POST /applications', { displayName: 'A' });
    const id = text(body.id);
    expect((await ask(tenant, owner, `DELETE /applications/${id}`)).status).toBe(204);
    expect((await ask(tenant, owner, `DELETE /directory/deletedItems/${id}`)).status).toBe(403);
    expect((await graph(`DELETE /directory/deletedItems/${id}`)).status).toBe(204);
    expect((await graph(`GET /directory/deletedItems/${id}`)).status).toBe(404);
  });
});

// https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto
test('consent needs permission for assignments together with that to read applications', async () => {
  const { tenant, graph } = await start();
  const { principalId } = await newClient(graph);
  const statusWith = async (...scopes: string[]): Promise<number> => {
    const token = await tenant.administratorToken({ scopes });
    const { body } = await graph(`GET ${EXCHANGE}?$select=id`);
    const assignment = { principalId, resourceId: body.id, appRoleId: 'dc50a0fb-09a3-484d-be87-e023b12c6440' };
    return (await ask(tenant, token, `POST /servicePrincipals/${principalId}/appRoleAssignments`, assignment)).status;
  };
  expect(await statusWith('AppRoleAssignment.ReadWrite.All')).toBe(403);
  expect(await statusWith('Application.Read.All')).toBe(403);
  expect(await statusWith('AppRoleAssignment.ReadWrite.All', 'Application.Read.All')).toBe(201);
});

test('a directory role is not assigned to an unknown principal, nor with a narrower scope', async () => {
  const { tenant, graph } = await start();
  const token = await tenant.administratorToken({ scopes: ['RoleManagement.ReadWrite.Directory'] });
  const { principalId } = await newClient(graph);
  const assign = async (changes: object) => {
    const assignment = { roleDefinitionId: GLOBAL_READER, principalId, directoryScopeId: '/', ...changes };
    return codeOf(await ask(tenant, token, 'POST /roleManagement/directory/roleAssignments', assignment));
  };
  expect(await assign({ principalId: SETTINGS_READ })).toEqual([404, 'Request_ResourceNotFound']);
  expect(await assign({ directoryScopeId: undefined })).toEqual([400, 'Request_BadRequest']);
});

// https://learn.microsoft.com/graph/api/resources/applicationauthenticationmethodpolicy
test('a policy of the tenant can limit how long new certificates are valid', async () => {
  const { graph } = await start({ registrations: { mostCertificateDays: 7 } });
  const { id } = await newApplication(graph);
  const key = new X509Certificate((await makeCertificate()).pem).raw.toString('base64');
  const credential = { type: 'AsymmetricX509Cert', usage: 'Verify', key };
  const statusOf = async (changes: object) =>
    codeOf(await graph(`PATCH /applications/${id}`, { keyCredentials: [{ ...credential, ...changes }] }));
  expect(await statusOf({})).toEqual([400, 'CredentialInvalidLifetimeAsPerAppPolicy']);
  const [startDateTime, endDateTime] = [0, 6].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  expect(await statusOf({ startDateTime, endDateTime })).toEqual([204, undefined]);
});
