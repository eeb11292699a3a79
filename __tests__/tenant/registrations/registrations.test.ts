import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { property } from '../../../src/json.ts';
import { makeCertificate, type TestCertificate } from '../certificate.ts';
import { ask } from '../sign-in.ts';
import {
  GRAPH,
  EXCHANGE,
  SETTINGS_READ,
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

describe('applications', () => {
  // https://learn.microsoft.com/graph/api/application-post-applications
  test('need a name, have the documented defaults, and are found by ID, client ID and unique name', async () => {
    const { graph } = await start();
    expect(codeOf(await graph('POST /applications', {}))).toEqual([400, 'Request_BadRequest']);
    expect(codeOf(await graph('POST /applications', { displayName: 'A', colour: 'red' }))).toEqual([400, 'BadRequest']);
    const { status, body } = await graph('POST /applications', { displayName: 'A', uniqueName: 'report' });
    expect([status, body]).toMatchObject([
      201,
      { signInAudience: 'AzureADandPersonalMicrosoftAccount', uniqueName: 'report' },
    ]);
    for (const key of [`/${text(body.id)}`, `(appId='${text(body.appId)}')`, "(uniqueName='report')"]) {
      expect((await graph(`GET /applications${key}?$select=id`)).body.id).toBe(body.id);
    }
    const list = await graph(`GET /applications?$filter=appId eq '${text(body.appId)}'&$select=displayName`);
    expect(list.body.value).toEqual([{ displayName: 'A' }]);
    // uniqueName is a key, and supports no filter.
    expect(codeOf(await graph("GET /applications?$filter=uniqueName eq 'report'"))).toEqual([
      400,
      'Request_UnsupportedQuery',
    ]);
  });

  // https://learn.microsoft.com/graph/api/application-upsert
  test('are created by an upsert, changed by the next one, and not created without its header', async () => {
    const { graph } = await start();
    const path = "PATCH /applications(uniqueName='report')";
    expect((await graph(path, { displayName: 'A' })).status).toBe(404);
    expect((await graph(path, { displayName: 'A' }, 'create-if-missing')).status).toBe(201);
    expect((await graph(path, { displayName: 'B' }, 'create-if-missing')).status).toBe(204);
    expect((await graph("GET /applications(uniqueName='report')")).body.displayName).toBe('B');
  });

  // https://github.com/microsoftgraph/msgraph-bicep-types/issues/137
  test('keep their unique name for as long as they are in the deleted items', async () => {
    const { graph } = await start();
    const { id, appId } = await newApplication(graph, { uniqueName: 'report' });
    const { body: principal } = await graph('POST /servicePrincipals', { appId });
    expect((await graph(`DELETE /applications/${id}`)).status).toBe(204);
    expect((await graph(`GET /applications/${id}`)).status).toBe(404);
    expect((await graph(`GET /servicePrincipals/${text(principal.id)}`)).status).toBe(404);
    expect(errorOf(await graph('POST /applications', { displayName: 'A', uniqueName: 'report' }))).toEqual([
      400,
      'Request_BadRequest',
      'Another object with the same value for property uniqueName already exists.',
    ]);
    const deleted = await graph('GET /directory/deletedItems/microsoft.graph.application?$select=id,uniqueName');
    expect(deleted.body.value).toEqual([{ id, uniqueName: 'report' }]);
    expect((await graph(`POST /directory/deletedItems/${id}/restore`)).status).toBe(200);
    expect((await graph(`GET /applications/${id}`)).status).toBe(200);
    await graph(`DELETE /applications/${id}`);
    expect((await graph(`DELETE /directory/deletedItems/${id}`)).status).toBe(204);
    expect((await graph('POST /applications', { displayName: 'A', uniqueName: 'report' })).status).toBe(201);
  });
});

describe('key credentials', () => {
  const key = () => new X509Certificate(certificate.pem).raw.toString('base64');
  const credential = (changes: object = {}) => ({
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: key(),
    ...changes,
  });

  // https://learn.microsoft.com/graph/api/resources/keycredential
  test('have their key only with $select, the thumbprint as identifier, and the end of the certificate', async () => {
    const { graph } = await start();
    const { id } = await newApplication(graph);
    expect((await graph(`PATCH /applications/${id}`, { keyCredentials: [credential()] })).status).toBe(204);
    const { validTo, fingerprint } = new X509Certificate(certificate.pem);
    const [withoutKey, withKey] = await Promise.all(
      ['', '?$select=keyCredentials'].map(
        async (query) => (await graph(`GET /applications/${id}${query}`)).body.keyCredentials,
      ),
    );
    const expected = {
      customKeyIdentifier: fingerprint.replaceAll(':', ''),
      endDateTime: `${new Date(validTo).toISOString().slice(0, 19)}Z`,
    };
    expect(withoutKey).toMatchObject([{ ...expected, key: null }]);
    expect(withKey).toMatchObject([{ ...expected, key: key() }]);
  });

  test('are replaced as a whole, and keep the certificate of an entry that is sent as it was read', async () => {
    const { graph } = await start();
    const { id } = await newApplication(graph, { keyCredentials: [credential({ displayName: 'first' })] });
    const { body } = await graph(`GET /applications/${id}`);
    const other = new X509Certificate((await makeCertificate()).pem).raw.toString('base64');
    const [first] = Array.isArray(body.keyCredentials) ? body.keyCredentials : [];
    await graph(`PATCH /applications/${id}`, { keyCredentials: [first, credential({ key: other })] });
    const both = (await graph(`GET /applications/${id}?$select=keyCredentials`)).body.keyCredentials;
    expect(both).toMatchObject([{ displayName: 'first', key: key() }, { key: other }]);
    await graph(`PATCH /applications/${id}`, { keyCredentials: [credential({ key: other })] });
    const left = (await graph(`GET /applications/${id}?$select=keyCredentials`)).body.keyCredentials;
    expect(left).toMatchObject([{ key: other }]);
  });

  // https://github.com/microsoft/Microsoft365DSC/issues/3426
  test.each<[string, object, string]>([
    ['an end after that of the certificate', { endDateTime: '2099-01-01T00:00:00Z' }, 'KeyCredentialsInvalidEndDate'],
    ['a PEM text as key', { key: 'LS0tLS1CRUdJTg==' }, 'Request_BadRequest'],
    ['no usage', { usage: undefined }, 'Request_BadRequest'],
    ['an unknown ID without key', { key: null, keyId: SETTINGS_READ }, 'Request_BadRequest'],
  ])('are refused with %s', async (_, changes, code) => {
    const { graph } = await start();
    const { id } = await newApplication(graph);
    const answer = await graph(`PATCH /applications/${id}`, { keyCredentials: [credential(changes)] });
    expect(codeOf(answer)).toEqual([400, code]);
  });
});

describe('federated credentials', () => {
  // https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
  test.each<[string, object]>([
    ['two audiences', { audiences: [AUDIENCE, 'other'] }],
    ['no audience', { audiences: [] }],
    ['a name that needs encoding', { name: 'repo:main' }],
    ['a name of 121 characters', { name: 'a'.repeat(121) }],
    ['a subject of 601 characters', { subject: 's'.repeat(601) }],
    ['an issuer that is no URL', { issuer: 'github' }],
    ['no subject', { subject: undefined }],
  ])('are refused with %s', async (_, changes) => {
    const { graph } = await start();
    const { id } = await newApplication(graph);
    const answer = await graph(`POST /applications/${id}/federatedIdentityCredentials`, federated(changes));
    expect(codeOf(answer)).toEqual([400, 'Request_BadRequest']);
  });

  test('are at most 20, with unique names, issuers and subjects', async () => {
    const { graph } = await start();
    const { id } = await newApplication(graph);
    const path = `/applications/${id}/federatedIdentityCredentials`;
    const { status, body } = await graph(`POST ${path}`, federated());
    expect([status, body]).toMatchObject([201, federated()]);
    // https://github.com/Azure/azure-dev/issues/1482
    expect(errorOf(await graph(`POST ${path}`, federated({ subject: 'other' })))).toEqual([
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'FederatedIdentityCredential with name github-main already exists.',
    ]);
    // https://github.com/Azure/azure-workload-identity/issues/434
    expect(codeOf(await graph(`POST ${path}`, federated({ name: 'again' })))).toEqual([
      400,
      'InvalidFederatedIdentityCredentialValue',
    ]);
    const statuses: number[] = [];
    for (let at = 1; at <= 20; at++) {
      statuses.push((await graph(`POST ${path}`, federated({ name: `name-${at}`, subject: `s${at}` }))).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 201), 400]);
    const list = await graph(`GET ${path}?$filter=name eq 'name-3'`);
    expect(list.body.value).toMatchObject([{ subject: 's3' }]);
  });

  test('can be changed but for the name, read and deleted by name, and upserted', async () => {
    const { graph } = await start();
    const { id } = await newApplication(graph);
    const path = `/applications/${id}/federatedIdentityCredentials`;
    const upsert = `PATCH ${path}(name='github-main')`;
    const { name, ...others } = federated();
    expect((await graph(upsert, others, 'create-if-missing')).status).toBe(201);
    expect((await graph(`PATCH ${path}/${name}`, { subject: 'new' })).status).toBe(204);
    expect((await graph(`PATCH ${path}/${name}`, { name: 'new' })).status).toBe(400);
    expect((await graph(`GET ${path}/${name}`)).body).toMatchObject({ name, subject: 'new' });
    expect((await graph(`DELETE ${path}/${name}`)).status).toBe(204);
    expect((await graph(`GET ${path}/${name}`)).status).toBe(404);
  });
});

describe('consent', () => {
  test('is given once to a permission that the API has, and is listed on both sides', async () => {
    const { graph } = await start();
    const { principalId } = await newClient(graph);
    const { status, body } = await consent(graph, principalId);
    expect([status, body.resourceDisplayName]).toEqual([201, 'Microsoft Graph']);
    expect(errorOf(await consent(graph, principalId))).toEqual([
      400,
      'Request_BadRequest',
      'Permission being assigned already exists on the object',
    ]);
    expect(codeOf(await consent(graph, principalId, GRAPH, MANAGE_AS_APP))).toEqual([400, 'Request_BadRequest']);
    const id = text(body.id);
    const ofClient = `/servicePrincipals/${principalId}/appRoleAssignments`;
    expect((await graph(`GET ${ofClient}?$filter=resourceId eq ${text(body.resourceId)}`)).body.value).toMatchObject([
      { id },
    ]);
    // resourceId is a GUID, no text.
    expect((await graph(`GET ${ofClient}?$filter=resourceId eq '${text(body.resourceId)}'`)).status).toBe(400);
    const first = await graph(`GET ${GRAPH}/appRoleAssignedTo?$top=1&$select=id`);
    const next = text(first.body['@odata.nextLink']);
    expect((await graph(`GET ${next.slice(next.indexOf('/v1.0') + 5)}`)).body.value).toEqual([{ id }]);
    expect((await graph(`DELETE ${ofClient}/${id}`)).status).toBe(204);
    expect((await graph(`GET ${ofClient}`)).body.value).toEqual([]);
  });

  // https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
  test('to permissions of Graph needs a Privileged Role Administrator, and to those of Exchange does not', async () => {
    const { tenant, graph } = await start();
    const { principalId } = await newClient(graph);
    const statusFor = async (role: 'Application Administrator' | 'Privileged Role Administrator', resource: string) => {
      const token = await tenant.administratorToken({
        roles: [role],
        scopes: ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'],
      });
      const id = resource === GRAPH ? SETTINGS_READ : MANAGE_AS_APP;
      return codeOf(await consent((request, body) => ask(tenant, token, request, body), principalId, resource, id));
    };
    expect(await statusFor('Application Administrator', GRAPH)).toEqual([403, 'Authorization_RequestDenied']);
    expect(await statusFor('Application Administrator', EXCHANGE)).toEqual([201, undefined]);
    expect(await statusFor('Privileged Role Administrator', GRAPH)).toEqual([201, undefined]);
  });
});

describe('a directory role', () => {
  const role = (principalId: string) => ({
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    roleDefinitionId: GLOBAL_READER,
    principalId,
    directoryScopeId: '/',
  });

  // https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments
  test('is assigned once, with the scope that Azure CLI does not have', async () => {
    const { tenant, graph } = await start();
    const { principalId } = await newClient(graph);
    const path = '/roleManagement/directory/roleAssignments';
    expect(codeOf(await graph(`POST ${path}`, role(principalId)))).toEqual([403, 'Authorization_RequestDenied']);
    const token = await tenant.administratorToken({ scopes: ['RoleManagement.ReadWrite.Directory'] });
    const { status, body } = await ask(tenant, token, `POST ${path}`, role(principalId));
    expect(status).toBe(201);
    expect(errorOf(await ask(tenant, token, `POST ${path}`, role(principalId)))).toEqual([
      400,
      'Request_BadRequest',
      'A conflicting object with one or more of the specified property values is present in the directory.',
    ]);
    const list = await ask(tenant, token, `GET ${path}?$filter=principalId eq '${principalId}'`);
    expect(list.body.value).toMatchObject([{ id: body.id, roleDefinitionId: GLOBAL_READER }]);
    expect((await ask(tenant, token, `DELETE ${path}/${text(body.id)}`)).status).toBe(204);
  });
});

describe('who may register', () => {
  const POST = ['POST /applications', { displayName: 'A' }] as const;

  test('is any user with the scope, unless the tenant leaves it to administrators', async () => {
    const { tenant } = await start();
    const scopes = ['Application.ReadWrite.All'];
    const user = await tenant.administratorToken({ roles: [], scopes });
    expect((await ask(tenant, user, ...POST)).status).toBe(201);
    expect((await ask(tenant, await tenant.administratorToken({ scopes: ['User.Read'] }), ...POST)).status).toBe(403);
    expect((await ask(tenant, await tenant.accessToken('graph'), ...POST)).status).toBe(403);
    const { tenant: strict, graph } = await start({ registrations: { onlyAdministratorsRegister: true } });
    const refused = await strict.administratorToken({ roles: [], scopes });
    expect((await ask(strict, refused, ...POST)).status).toBe(403);
    const developer = await strict.administratorToken({ roles: ['Application Developer'], scopes });
    expect((await ask(strict, developer, ...POST)).status).toBe(201);
    expect((await graph('GET /policies/authorizationPolicy')).body.defaultUserRolePermissions).toEqual({
      allowedToCreateApps: false,
    });
  });

  test('changes an application only as its owner or as an administrator', async () => {
    const { tenant, graph } = await start();
    const scopes = ['Application.ReadWrite.All'];
    const user = await tenant.administratorToken({ roles: [], scopes });
    const list = await graph("GET /applications?$filter=displayName eq 'Exchange reports'&$select=id");
    const [foreign] = Array.isArray(list.body.value) ? list.body.value : [];
    expect(
      (await ask(tenant, user, `PATCH /applications/${text(property(foreign, 'id'))}`, { notes: '' })).status,
    ).toBe(403);
    const { body } = await ask(tenant, user, ...POST);
    expect((await ask(tenant, user, `PATCH /applications/${text(body.id)}`, { notes: '' })).status).toBe(204);
  });
});

test('the organization has its ID and verified domains for every user who may read the own profile', async () => {
  const { tenant } = await start();
  const token = await tenant.administratorToken({ scopes: ['User.Read'], roles: [] });
  const { body } = await ask(tenant, token, 'GET /organization?$select=id,displayName,verifiedDomains');
  expect(body.value).toMatchObject([
    { id: tenant.tenantId, verifiedDomains: [{ name: 'contoso.com', isDefault: true }, { isInitial: true }] },
  ]);
  expect((await ask(tenant, token, 'GET /me?$select=userPrincipalName')).body.userPrincipalName).toBe(
    'admin@contoso.onmicrosoft.com',
  );
  const other = await tenant.administratorToken({ scopes: ['Application.ReadWrite.All'] });
  expect((await ask(tenant, other, 'GET /organization')).status).toBe(403);
});

describe('who can sign in with an application', () => {
  // https://learn.microsoft.com/graph/api/application-addpassword
  test.each(['applications', 'servicePrincipals'])('is a holder of a secret of its %s', async (collection) => {
    const { graph } = await start();
    const { id, principalId } = await newClient(graph);
    const path = `/${collection}/${collection === 'applications' ? id : principalId}`;
    const { status, body } = await graph(`POST ${path}/addPassword`, {
      passwordCredential: { displayName: 'HR sync' },
    });
    expect([status, body]).toMatchObject([200, { displayName: 'HR sync', secretText: expect.any(String) }]);
    const listed = await graph(`GET ${path}?$select=passwordCredentials`);
    expect(listed.body.passwordCredentials).toMatchObject([{ keyId: body.keyId, secretText: null }]);
    expect((await graph(`POST ${path}/removePassword`, { keyId: body.keyId })).status).toBe(204);
    expect(codeOf(await graph(`POST ${path}/removePassword`, { keyId: body.keyId }))[0]).toBe(400);
  });

  // https://learn.microsoft.com/graph/api/application-list-owners
  test('is its owner: the user who registered it, who may add credentials without a role', async () => {
    const { tenant } = await start();
    const token = await tenant.administratorToken({ isStranger: true });
    const asked = (request: string, body?: unknown) => ask(tenant, token, request, body);
    const { body } = await asked('POST /applications', { displayName: 'Mailbox Report', uniqueName: 'mailbox-report' });
    const owners = await asked(`GET /applications/${text(body.id)}/owners?$select=id,userPrincipalName`);
    expect(owners.body.value).toMatchObject([{ userPrincipalName: 'mallory@contoso.com' }]);
    const added = await asked(`POST /applications/${text(body.id)}/federatedIdentityCredentials`, federated());
    expect(added.status).toBe(201);
  });
});
