import { consentUrl } from '../../../auth/app-roles.ts';
import type { Application } from '../../../auth/entra-explanations.ts';
import { textIn, type Json } from '../../../json.ts';
import { isDenied, type AdminGraph } from './admin-graph.ts';
import type { PermissionRole } from './permissions.ts';
import { appIdOf, withMade } from './setup-record.ts';
import { command, jsonFile, type SetupStep, type SetupTools } from './setup-step.ts';

/** The template of the directory role Global Reader. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const GLOBAL_READER = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';

/** The permissions that an administrator has not consented to yet. */
export async function missingConsents(
  graph: AdminGraph,
  principalId: string | undefined,
  roles: readonly PermissionRole[],
): Promise<readonly PermissionRole[]> {
  if (principalId === undefined) return roles;
  const grants = await graph.list(`/v1.0/servicePrincipals/${principalId}/appRoleAssignments`);
  return roles.filter(
    (role) =>
      !grants.some(
        (grant) => textIn(grant, 'resourceId') === role.resourceId && textIn(grant, 'appRoleId') === role.id,
      ),
  );
}

/** What consent and the directory role need. */
export interface GrantSetup extends Pick<SetupTools, 'graph' | 'record' | 'portal'> {
  readonly place: Pick<Application, 'authorityHost' | 'tenantId'>;
}

/** Grants the application the permissions that it lacks. Without the role for it, the step is left, with the link for another administrator. */
export function consentSteps(roles: readonly PermissionRole[], setup: GrantSetup): readonly SetupStep[] {
  if (roles.length === 0) return [];
  const { record, portal, place } = setup;
  return [
    {
      mark: '+',
      lines: ['admin consent'],
      commands: [command('az ad app permission admin-consent --id APP_ID')],
      make: async () => {
        const appId = appIdOf(record);
        for (const role of roles) {
          if (await grant(role, setup)) continue;
          const text =
            'Admin consent is missing: a Privileged Role Administrator or Global Administrator opens the link';
          return { text, link: consentUrl({ ...place, clientId: appId }), isLeft: true };
        }
        return { text: `Granted ${roles.map(({ value }) => value).join(', ')}`, link: portal.permissions(appId) };
      },
    },
  ];
}

/** Returns whether the administrator may consent. */
async function grant(
  { id: roleId, value, resourceId }: PermissionRole,
  { graph, record }: GrantSetup,
): Promise<boolean> {
  const principalId = record.content.application?.principalId ?? '';
  const earlier = record.content.permissions;
  await record.update({ permissions: withMade(earlier, { name: value, resourceId, roleId }) });
  const path = `/v1.0/servicePrincipals/${principalId}/appRoleAssignments`;
  try {
    const { status } = await graph.write(
      { method: 'POST', path, body: { principalId, resourceId, appRoleId: roleId } },
      'the service principal',
      (answer) => answer.status === 400 && /already exists/i.test(answer.message),
    );
    // Somebody else has consented meanwhile.
    if (status === 400) await record.update({ permissions: earlier });
    return true;
  } catch (error) {
    if (!isDenied(error)) throw error;
    await record.update({ permissions: earlier });
    return false;
  }
}

/** Gives the application the directory role Global Reader, which Exchange Online requires besides its permission. */
export async function directoryRoleSteps(
  principalId: string | undefined,
  roles: readonly PermissionRole[],
  { graph, record, portal }: GrantSetup,
): Promise<readonly SetupStep[]> {
  if (!roles.some(({ resource }) => resource === 'Exchange Online')) return [];
  const path = '/v1.0/roleManagement/directory/roleAssignments';
  const filter = encodeURIComponent(`principalId eq '${principalId ?? ''}'`);
  const present = principalId === undefined ? [] : await graph.list(`${path}?$filter=${filter}`).catch(noneIfDenied);
  const isPresent = present.some(
    (one) => textIn(one, 'roleDefinitionId') === GLOBAL_READER && textIn(one, 'directoryScopeId') === '/',
  );
  if (isPresent) return [];
  const name = 'Global Reader';
  const body = (principal: string) => ({
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    roleDefinitionId: GLOBAL_READER,
    principalId: principal,
    directoryScopeId: '/',
  });
  return [
    {
      mark: '+',
      lines: [
        `directory role ${name} (reads all settings of the tenant, and the mailboxes of Exchange Online; changes nothing)`,
      ],
      commands: [
        jsonFile('role.json', body('PRINCIPAL_ID')),
        command(
          `az rest --method post --url ${graph.url}${path} --headers Content-Type=application/json --body '@role.json'`,
          'Command, with the ID that "az ad sp show --id APP_ID --query id" prints for PRINCIPAL_ID',
        ),
      ],
      make: async () => {
        const id = record.content.application?.principalId ?? '';
        const link = portal.principal(id, appIdOf(record));
        const earlier = record.content.directoryRoles;
        await record.update({ directoryRoles: [...new Set([...earlier, name])] });
        try {
          const { status } = await graph.write(
            { method: 'POST', path, body: body(id) },
            'the service principal',
            (answer) => answer.status === 400 && /conflicting object/i.test(answer.message),
          );
          // It has the role already, which this token may not see.
          if (status === 400) await record.update({ directoryRoles: earlier });
        } catch (error) {
          if (!isDenied(error)) throw error;
          await record.update({ directoryRoles: earlier });
          const text = `${name} is missing: a Privileged Role Administrator adds it under Roles and administrators > ${name}`;
          return { text, link, isLeft: true };
        }
        return { text: `Assigned ${name}`, link };
      },
    },
  ];
}

/** A token that may not see directory roles: whether the application has the role shows when it is assigned. */
function noneIfDenied(error: unknown): readonly Json[] {
  if (isDenied(error)) return [];
  throw error;
}
