import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isRecord, parseJson, property, textIn, type Json } from '../../../../src/json.ts';
import { RECORD_FILE } from '../../../../src/cli/commands/setup/setup-record.ts';
import { ISSUER_OF_GITHUB } from '../../../../tenant/oidc.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { checkout } from './left-behind.ts';
import { change, inDirectory, madeApplication, madeSubjects, planOf, post, setup } from './setup-run.ts';

const { newTenant } = scenarios();

const REPOSITORY = ['--repository', 'contoso/mailboxes'];
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
const EVIL = 'repo:mallory/repo:ref:refs/heads/main';
const EVIL_CREDENTIAL = {
  name: 'deployment',
  issuer: ISSUER_OF_GITHUB,
  subject: EVIL,
  audiences: ['api://AzureADTokenExchange'],
};
const SECRET = { passwordCredential: { displayName: 'HR sync' } };
const ROLE_SCOPES = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'User.Read',
  'RoleManagement.ReadWrite.Directory',
];

/** Changes the record in a folder, as somebody with access to the repository could. */
function editRecord(folder: string, change: (record: Record<string, unknown>) => void): void {
  const file = path.join(folder, RECORD_FILE);
  const record: unknown = parseJson(readFileSync(file, 'utf8'));
  if (!isRecord(record)) throw new Error('no record');
  const copy = { ...record };
  change(copy);
  writeFileSync(file, JSON.stringify(copy));
}

async function deletedNames(tenant: Tenant): Promise<readonly string[]> {
  const value = property(await inDirectory(tenant, '/directory/deletedItems/microsoft.graph.application'), 'value');
  return (Array.isArray(value) ? value : []).map((one) => textIn(one, 'displayName'));
}

async function grantsOf(tenant: Tenant, appId: string): Promise<readonly Json[]> {
  const id = textIn(await inDirectory(tenant, `/servicePrincipals(appId='${appId}')`), 'id');
  const value = property(await inDirectory(tenant, `/servicePrincipals/${id}/appRoleAssignments`), 'value');
  return Array.isArray(value) ? value : [];
}

describe('an application that the record does not name', () => {
  test('is refused although it has the tag of setup, and is adopted only by its client ID, with who can sign in', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const planted = { displayName: 'Mailbox Report', uniqueName: 'mailbox-report', tags: ['mailbox-report-setup'] };
    const stranger = { isStranger: true };
    const id = textIn(await post(tenant, '/applications', planted, stranger), 'id');
    const appId = textIn(await madeApplication(tenant), 'appId');
    await post(tenant, `/applications/${id}/federatedIdentityCredentials`, EVIL_CREDENTIAL, stranger);
    await post(tenant, `/applications/${id}/addPassword`, SECRET, stranger);
    const folder = newFolder();
    const refused = await setup(tenant, folder, [...REPOSITORY, '--yes']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(`--adopt ${appId}`) });
    expect(checkout(folder)).toEqual({});

    const planned = await setup(tenant, folder, [...REPOSITORY, '--dry-run', '--adopt', appId]);
    const made = await setup(tenant, folder, [...REPOSITORY, '--yes', '--adopt', appId]);
    for (const { stdout } of [planned, made]) {
      expect(stdout).toContain(`exists: Mailbox Report, client ID ${appId}, which setup did not make`);
      expect(stdout).toContain('Owners, who can add credentials: mallory@contoso.com');
      expect(stdout).toContain(
        `Credential: federated credential deployment: ${EVIL}, issuer ${ISSUER_OF_GITHUB} (not of this setup)`,
      );
      expect(stdout).toMatch(/Credential: secret HR sync, valid until 20\d\d-\d\d-\d\d \(not of this setup\)/);
    }
    expect(made.stdout).toContain('Who can sign in with Mailbox Report:');
    expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
    // It is not deleted, since setup did not make it.
    const undone = await setup(tenant, folder, ['--undo', '--yes']);
    expect(undone.stdout).toContain(`- federated credential ${SUBJECT} of Mailbox Report\n`);
    expect(await madeSubjects(tenant)).toEqual([EVIL]);
    expect(await grantsOf(tenant, appId)).toEqual([]);
  });

  test('is adopted after the commands that --print prints, which give it no unique name', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const printed = await setup(tenant, newFolder(), [...REPOSITORY, '--print']);
    expect(printed.stdout).toContain('--adopt APP_ID');
    const appId = textIn(await post(tenant, '/applications', { displayName: 'Mailbox Report' }), 'appId');
    const folder = newFolder();
    const made = await setup(tenant, folder, [...REPOSITORY, '--yes', '--adopt', appId]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
  });

  test('has another name, or there is none with the client ID', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    await post(tenant, '/applications', { displayName: 'Mailbox Report' });
    const folder = newFolder();
    expect(await setup(tenant, folder, [...REPOSITORY, '--yes', '--name', 'Other'])).toMatchObject({ code: 0 });
    const renamed = await setup(tenant, folder, [...REPOSITORY, '--yes', '--name', 'Third']);
    expect(renamed).toMatchObject({ code: 1, stderr: expect.stringContaining('SETUP_RECORD') });
    const adopt = '00000000-0000-4000-8000-000000000000';
    const none = await setup(tenant, newFolder(), [...REPOSITORY, '--yes', '--adopt', adopt]);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('no application with the client ID') });
    const invalid = await setup(tenant, newFolder(), [...REPOSITORY, '--yes', '--adopt', 'Mailbox Report']);
    expect(invalid).toMatchObject({ code: 2, stderr: expect.stringContaining('INPUT_INVALID') });
  });
});

test('the plan says who can sign in with an application that a forged record calls made by setup', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  const planted = { displayName: 'Mailbox Report', uniqueName: 'planted', tags: ['mailbox-report-setup'] };
  const stranger = { isStranger: true };
  const application = await post(tenant, '/applications', planted, stranger);
  const [id, appId] = [textIn(application, 'id'), textIn(application, 'appId')];
  await post(tenant, `/applications/${id}/addPassword`, SECRET, stranger);
  editRecord(folder, (record) => {
    const own: object = isRecord(record.application) ? record.application : {};
    record.application = { ...own, id, appId, uniqueName: 'planted' };
  });
  const planned = await setup(tenant, folder, [...REPOSITORY, '--dry-run']);
  expect(planned.stdout).toContain(`exists: Mailbox Report, client ID ${appId}`);
  expect(planned.stdout).toContain('Owners, who can add credentials: mallory@contoso.com');
  expect(planned.stdout).toMatch(/Credential: secret HR sync, .* \(not of this setup\)/);
});

test('undo takes from an application that another setup made what was added to it', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  await setup(tenant, newFolder(), [...REPOSITORY, '--yes']);
  const appId = textIn(await madeApplication(tenant), 'appId');
  expect(await grantsOf(tenant, appId)).toHaveLength(2);
  const second = newFolder();
  const options = { administrator: { scopes: ROLE_SCOPES } };
  const reports = ['--report', 'calendar-permissions', 'client-access'];
  const added = await setup(tenant, second, [...REPOSITORY, '--yes', '--adopt', appId, ...reports], options);
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(await grantsOf(tenant, appId)).toHaveLength(4);
  // The name of the record is not believed.
  editRecord(second, (record) => {
    const permissions = Array.isArray(record.permissions) ? record.permissions : [];
    record.permissions = permissions.map((one: object) => ({ ...one, name: 'nothing' }));
  });
  const undone = await setup(tenant, second, ['--undo', '--yes'], options);
  expect(undone.stdout).toContain('- consent of Mailbox Report to Calendars.ReadBasic.All\n');
  expect(undone.stdout).toContain('- directory role Global Reader of Mailbox Report\n');
  expect(await grantsOf(tenant, appId)).toHaveLength(2);
  expect(await madeSubjects(tenant)).toEqual([SUBJECT]);
});

describe('undo', () => {
  test('deletes what was made, and setup restores it without the credentials that were added', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    const before = await madeApplication(tenant);
    // With this tag the portal lists it under Enterprise applications.
    const principal = await inDirectory(tenant, `/servicePrincipals(appId='${textIn(before, 'appId')}')`);
    expect(property(principal, 'tags')).toContain('WindowsAzureActiveDirectoryIntegratedApp');
    const undone = await setup(tenant, folder, ['--undo', '--yes']);
    expect(undone).toMatchObject({ code: 0, stderr: '' });
    expect(undone.stdout).toContain('which setup can restore for 30 days');
    expect(await madeApplication(tenant)).toBeUndefined();
    expect(await deletedNames(tenant)).toEqual(['Mailbox Report']);
    expect(tenant.variables()).toEqual({});
    expect(Object.keys(checkout(folder))).toEqual([RECORD_FILE]);
    const again = await setup(tenant, folder, ['--undo', '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to delete') });

    // As one of its owners could have done before, or after a restore in the portal.
    const id = textIn(before, 'id');
    await post(tenant, `/directory/deletedItems/${id}/restore`, {});
    await post(tenant, `/applications/${id}/federatedIdentityCredentials`, EVIL_CREDENTIAL);
    await post(tenant, `/applications/${id}/addPassword`, SECRET);
    const shared = await setup(tenant, folder, ['--undo', '--yes']);
    expect(shared.stdout).toMatch(
      /is kept: it has credentials that setup did not make here: federated .*; secret HR sync/,
    );
    await change(tenant, ['DELETE', `/applications/${id}`]);

    const planned = await setup(tenant, folder, [...REPOSITORY, '--dry-run']);
    expect(planOf(planned)[0]).toMatch(/^application Mailbox Report, restored: it was deleted on \d{4}-.*are removed/);
    expect(planned.stdout).toContain('Credential: secret HR sync');
    const restored = await setup(tenant, folder, [...REPOSITORY, '--yes']);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toMatch(
      new RegExp(`^done {2}Restored .*removed from it: federated .*${EVIL}.*secret HR sync`, 'm'),
    );
    expect(await madeApplication(tenant)).toMatchObject({ appId: textIn(before, 'appId'), passwordCredentials: [] });
    expect(await madeSubjects(tenant)).toEqual([SUBJECT]);
    expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
  });

  test('deletes the application for good with --forever, unless the account may not', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    // Azure CLI of before 2026: it may delete, and nothing else.
    const scopes = { administrator: { scopes: ['Directory.AccessAsUser.All'] } };
    const kept = await setup(tenant, folder, ['--undo', '--forever', '--yes'], scopes);
    expect(kept.stdout).toContain('not permanently');
    expect(await deletedNames(tenant)).toEqual(['Mailbox Report']);
    expect(await setup(tenant, folder, ['--undo', '--forever', '--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(await deletedNames(tenant)).toEqual([]);
    const principals = await inDirectory(tenant, '/directory/deletedItems/microsoft.graph.servicePrincipal');
    expect(principals).toMatchObject({ value: [] });
    expect(checkout(folder)).toEqual({});
  });

  test('keeps an application that others sign in with by a client secret', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    const application = await madeApplication(tenant);
    await post(tenant, `/applications/${textIn(application, 'id')}/addPassword`, SECRET);
    const undone = await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining('is kept: it has credentials') });
    expect(await madeSubjects(tenant)).toEqual([]);
    expect(await grantsOf(tenant, textIn(application, 'appId'))).toHaveLength(2);
    expect(tenant.variables()).toEqual({});
  });

  test('keeps the record of an application that the tenant does not show yet, and deletes it later', async () => {
    const replication = { application: { requests: 3 } };
    const tenant = await newTenant({ mailboxes: 5, registrations: { replication } });
    const folder = newFolder();
    expect(await setup(tenant, folder, [...REPOSITORY, '--yes'])).toMatchObject({ code: 0 });
    tenant.setReplication({ application: { requests: 1_000 } });
    const early = await setup(tenant, folder, ['--undo', '--yes']);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('does not show the application') });
    tenant.setReplication({});
    expect(await setup(tenant, folder, ['--undo', '--forever', '--yes'])).toMatchObject({ code: 0 });
    expect(await madeApplication(tenant)).toBeUndefined();
  });

  test.each([
    ['another application', 'HR Sync'],
    ['another client ID', undefined],
  ])('deletes nothing if the record names %s', async (_, displayName) => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    const other = displayName && (await post(tenant, '/applications', { displayName, uniqueName: 'hr-sync' }));
    editRecord(folder, (record) => {
      const own: object = isRecord(record.application) ? record.application : {};
      const ids = { id: textIn(other, 'id'), appId: textIn(other, 'appId'), uniqueName: 'hr-sync' };
      record.application = other ? { ...own, ...ids } : { ...own, appId: '00000000-0000-4000-8000-000000000000' };
    });
    const undone = await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    expect(undone).toMatchObject({ code: 1, stderr: expect.stringContaining('SETUP_RECORD') });
    expect(undone.stderr).toContain(displayName ?? 'Mailbox Report');
    expect(await deletedNames(tenant)).toEqual([]);
    expect(tenant.variables()).not.toEqual({});
  });

  const variable = { repository: 'contoso/mailboxes', value: '' };
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a path in place of a variable', { variables: [{ ...variable, name: 'X/../../../branches/main/protection' }] }],
    ['another variable', { variables: [{ ...variable, name: 'PROD_KEY' }] }],
    ['a file outside', { files: [{ file: '../victim.txt', sha256: '' }] }],
    ['another file', { files: [{ file: 'README.md', sha256: '' }] }],
    ['a credential that setup does not make', { federatedCredentials: [{ name: 'production' }] }],
    ['another directory role', { directoryRoles: ['Global Administrator'] }],
  ])('deletes nothing by a record with %s', async (_, changes) => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    editRecord(folder, (record) => Object.assign(record, changes));
    const undone = await setup(tenant, folder, ['--undo', '--yes']);
    expect(undone).toMatchObject({ code: 1, stderr: expect.stringContaining('it is not a record of setup') });
    expect(await madeApplication(tenant)).toBeDefined();
  });
});
