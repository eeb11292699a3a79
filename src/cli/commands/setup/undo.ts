import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { property, textIn } from '../../../json.ts';
import { terminalText } from '../../terminal.ts';
import { isDenied, type AdminGraph } from './admin-graph.ts';
import { adminScopes } from './admin-token.ts';
import { GLOBAL_READER } from './app-role-grants.ts';
import { confirmed } from './plan-text.ts';
import { isOwnApplication } from './registered-application.ts';
import { parsedRepository } from '../../../auth/github-subject.ts';
import { GitHubRepository, gitHubToken } from '../../repository.ts';
import { CONSENT_REMAINS, notConfirmed, type SetupOptions, type SetupPlace } from './setup-place.ts';
import { digestOf, readRecord, RECORD_FILE, type RecordContent, type SetupRecord } from './setup-record.ts';
import { openTenant } from './tenant-session.ts';
import { keysOf, setKeys } from './terminal-certificate.ts';

/**
 * Lists what the record has, asks, and deletes exactly that: an application that setup made with everything on it, and permanently, since
 * its unique name would stay taken; of another one what was added. Files that were changed since stay. Returns the exit code.
 */
export async function undoSetup(options: SetupOptions, place: SetupPlace): Promise<number> {
  const { folder, terminal } = place;
  const { out } = terminal;
  const record = await readRecord(folder);
  if (record === undefined) {
    out(`Nothing to undo: there is no ${RECORD_FILE} in ${terminalText(folder)}.\n`);
    return 0;
  }
  if (!options.yes && !options.dryRun && !terminal.interactive) throw notConfirmed();
  const { content } = record;
  const needsRoles = content.directoryRoles.length > 0 && content.application?.isOwn !== true;
  const tenantId = options.tenantId ?? content.tenantId;
  const { graph, token, tenant } = await openTenant({ ...options, tenantId }, adminScopes(needsRoles), place);
  requireTenantOf(content, token.tenantId);
  const own = await ownApplication(graph, record);
  const isShared = own !== undefined && (await hasOthersCredentials(graph, own, content));
  const application = isShared ? undefined : own;
  // Who else signs in with an own application needs its permissions.
  const undone = isShared ? { ...content, permissions: [], directoryRoles: [] } : content;
  const files = await filesOf(content, folder);
  out(
    terminalText(`Tenant ${tenant}\nSigned in as ${token.account} by ${token.source}\n\nsetup --undo will delete:\n\n`),
  );
  for (const line of undoLines(undone, application)) out(terminalText(`  - ${line}\n`));
  for (const { file, isChanged } of files) {
    if (!isChanged) out(terminalText(`  - file ${file}\n`));
  }
  for (const { file, isChanged } of files) {
    if (isChanged) out(terminalText(`\n${file} is kept: it was changed since.\n`));
  }
  if (isShared) {
    out(
      terminalText(
        `\nThe application ${content.application?.name ?? ''} is kept: it has credentials that setup did not make here.\n`,
      ),
    );
  }
  if (content.hasConsentOfTools) out(`\n${CONSENT_REMAINS}\n`);
  out('\n');
  if (options.dryRun) return 0;
  if (!(await confirmed(options.yes, terminal))) return 1;
  await undoInTenant(graph, undone, application, place);
  const onApplication = { permissions: [], federatedCredentials: [], directoryRoles: [], certificates: [] };
  await record.update({ application: undefined, ...onApplication });
  for (const variable of content.variables) await undoVariable(variable, record, place);
  for (const { file, isChanged } of files) {
    if (!isChanged) await rm(path.join(folder, file), { force: true });
  }
  await record.remove();
  out('Done.\n');
  return 0;
}

function requireTenantOf(content: RecordContent, tenantId: string): void {
  if (content.tenantId.toLowerCase() === tenantId.toLowerCase()) return;
  throw new UserError(
    'SETUP_RECORD',
    `${RECORD_FILE} is about tenant ${content.tenantId}, and this sign-in is for ${tenantId}.`,
    {
      hint: 'Sign in to that tenant.',
    },
  );
}

/** The object ID of the application if setup made it, also if that was cut off before its ID was recorded. */
async function ownApplication(graph: AdminGraph, record: SetupRecord): Promise<string | undefined> {
  const { application } = record.content;
  if (application?.isOwn !== true) return undefined;
  if (application.id !== undefined) return application.id;
  const path = `/v1.0/applications(uniqueName='${application.uniqueName}')?$select=id,appId,tags`;
  const found = await graph.get(path);
  return found !== undefined && isOwnApplication(found, record) ? textIn(found, 'id') : undefined;
}

/** Whether something else signs in with the application. */
async function hasOthersCredentials(graph: AdminGraph, id: string, content: RecordContent): Promise<boolean> {
  const names = new Set(content.federatedCredentials.map(({ name }) => name));
  const keyIds = new Set(content.certificates.map(({ keyId }) => keyId));
  const federated = await graph.list(`/v1.0/applications/${id}/federatedIdentityCredentials`);
  const keys = property(await graph.get(`/v1.0/applications/${id}?$select=keyCredentials`), 'keyCredentials');
  return (
    federated.some((one) => !names.has(textIn(one, 'name'))) ||
    (Array.isArray(keys) && keys.some((key) => !keyIds.has(textIn(key, 'keyId'))))
  );
}

function undoLines(content: RecordContent, ownId: string | undefined): readonly string[] {
  const { application, permissions, federatedCredentials, directoryRoles, certificates, variables } = content;
  const onApplication = [
    ...permissions.map(({ name }) => `consent to ${name}`),
    ...federatedCredentials.map(({ name }) => `federated credential ${name}`),
    ...certificates.map(({ keyId }) => `certificate ${keyId}`),
    ...directoryRoles.map((name) => `directory role ${name}`),
  ];
  const own = `application ${application?.name ?? ''} (${application?.appId ?? ownId ?? ''}), permanently, with its permissions and credentials`;
  return [
    ...(ownId === undefined ? onApplication : [own]),
    ...variables.map(({ repository, name, before }) =>
      before === undefined
        ? `variable ${name} in ${repository}`
        : `variable ${name} in ${repository}: back to ${before}`,
    ),
  ];
}

/** The recorded files that are there, and whether somebody changed them. */
async function filesOf(
  { files }: RecordContent,
  folder: string,
): Promise<readonly { readonly file: string; readonly isChanged: boolean }[]> {
  const present: { file: string; isChanged: boolean }[] = [];
  for (const { file, sha256 } of files) {
    const bytes = await readFile(path.join(folder, file)).catch(() => undefined);
    if (bytes !== undefined) present.push({ file, isChanged: digestOf(bytes) !== sha256 });
  }
  return present;
}

async function undoInTenant(
  graph: AdminGraph,
  content: RecordContent,
  ownId: string | undefined,
  { terminal }: SetupPlace,
): Promise<void> {
  const { id, principalId } = content.application ?? {};
  // Deleting an application ends its roles and consents.
  if (ownId === undefined && principalId !== undefined) await undoOnPrincipal(graph, content, principalId);
  if (ownId !== undefined) {
    if (!(await deletePermanently(graph, ownId))) {
      terminal.out(
        'The application is deleted, but not permanently: the account may not. Its unique name stays taken for 30 days; the next setup restores it.\n',
      );
    }
    return;
  }
  if (id !== undefined) await undoOnApplication(graph, content, id);
}

/** Returns whether it is gone for good: an account may delete an application and not end its 30 days. */
async function deletePermanently(graph: AdminGraph, id: string): Promise<boolean> {
  const isDeleted = await remove(graph, `/v1.0/applications/${id}`);
  const path = `/v1.0/directory/deletedItems/${id}`;
  try {
    // Right after it was deleted it may not be among the deleted ones yet.
    if (isDeleted) await graph.write({ method: 'DELETE', path }, 'the deletion');
    else await remove(graph, path);
    return true;
  } catch (error) {
    if (isDenied(error)) return false;
    throw error;
  }
}

/** Takes from the principal of an application that others use what was granted. */
async function undoOnPrincipal(
  graph: AdminGraph,
  { permissions, directoryRoles }: RecordContent,
  principalId: string,
): Promise<void> {
  const path = `/v1.0/servicePrincipals/${principalId}/appRoleAssignments`;
  for (const granted of permissions.length === 0 ? [] : await graph.list(path)) {
    const isMade = permissions.some(
      ({ resourceId, roleId }) =>
        textIn(granted, 'resourceId') === resourceId && textIn(granted, 'appRoleId') === roleId,
    );
    if (isMade) await remove(graph, `${path}/${textIn(granted, 'id')}`);
  }
  if (directoryRoles.length === 0) return;
  const roles = '/v1.0/roleManagement/directory/roleAssignments';
  const filter = encodeURIComponent(`principalId eq '${principalId}'`);
  for (const assigned of await graph.list(`${roles}?$filter=${filter}`)) {
    const isMade =
      textIn(assigned, 'roleDefinitionId') === GLOBAL_READER && textIn(assigned, 'directoryScopeId') === '/';
    if (isMade) await remove(graph, `${roles}/${textIn(assigned, 'id')}`);
  }
}

/** Takes from an application that others use what was added. */
async function undoOnApplication(
  graph: AdminGraph,
  { federatedCredentials, certificates }: RecordContent,
  id: string,
): Promise<void> {
  if ((await graph.get(`/v1.0/applications/${id}?$select=id`)) === undefined) return;
  const path = `/v1.0/applications/${id}/federatedIdentityCredentials`;
  const present = federatedCredentials.length === 0 ? [] : await graph.list(path);
  for (const { name } of federatedCredentials) {
    const credential = present.find((one) => textIn(one, 'name') === name);
    if (credential !== undefined) await remove(graph, `${path}/${textIn(credential, 'id')}`);
  }
  const ownKeys = new Set(certificates.map(({ keyId }) => keyId));
  if (ownKeys.size === 0) return;
  const keys = await keysOf(graph, id);
  const others = keys.filter((key) => !ownKeys.has(textIn(key, 'keyId')));
  if (others.length < keys.length) await setKeys(graph, id, others);
}

/** Deletes an object. Returns false if it is gone already. */
async function remove(graph: AdminGraph, path: string): Promise<boolean> {
  const { status } = await graph.write({ method: 'DELETE', path }, 'the deletion', (answer) => answer.status === 404);
  return status !== 404;
}

/** Deletes a variable, or gives it its value back. One that was changed since stays. */
async function undoVariable(
  variable: RecordContent['variables'][number],
  record: SetupRecord,
  { env, dispatcher, terminal }: SetupPlace,
): Promise<void> {
  const { name, value, before } = variable;
  const repositoryName = parsedRepository(variable.repository);
  if (repositoryName !== undefined) {
    const token = await gitHubToken(repositoryName.host, env);
    const repository = await GitHubRepository.open(repositoryName, token, env, dispatcher);
    const present = await repository.get(`/actions/variables/${name}`);
    if (present !== undefined && textIn(present, 'value') !== value) {
      terminal.out(terminalText(`The variable ${name} in ${variable.repository} is kept: it was changed since.\n`));
    } else if (present !== undefined) {
      const path = `/actions/variables/${name}`;
      if (before === undefined) await repository.write('DELETE', path);
      else await repository.write('PATCH', path, { name, value: before });
    } else if (!repository.hasToken) {
      terminal.out(
        terminalText(
          `There is no token of GitHub: delete the variable ${name} in ${repository.webUrl}/settings/variables/actions\n`,
        ),
      );
    }
  }
  await record.update({ variables: record.content.variables.filter((one) => one !== variable) });
}
