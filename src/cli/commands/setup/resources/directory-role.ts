import { oneOf } from '../../../../files/json-shape.ts';
import { textIn, type Json, type JsonObject } from '../../../../json.ts';
import { isDenied, type AdminGraph } from '../admin-graph.ts';
import { OF_ROLES } from '../admin-token.ts';
import { appIdOf, applicationPart, presentOf } from '../application-state.ts';
import { command, jsonFile, stayingOf, type Resource, type Setup, type StepResult } from '../resource.ts';
import { listPart, set } from '../setup-record.ts';

/** Template IDs, and what each role allows. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const ROLES = {
  'Global Reader': {
    id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    allows: 'reads all settings of the tenant, and the mailboxes of Exchange Online; changes nothing',
  },
  'Exchange Recipient Administrator': {
    id: '31392ffb-586c-42d1-9346-e59415a2cc4e',
    allows: 'changes the settings and rights of all mailboxes of Exchange Online, and reads them',
  },
} as const;

type RoleName = keyof typeof ROLES;
const NAMES: readonly RoleName[] = ['Global Reader', 'Exchange Recipient Administrator'];
const ASSIGNMENTS = '/v1.0/roleManagement/directory/roleAssignments';

/** By name. */
export const directoryRolesPart = listPart('directoryRoles', oneOf(NAMES));

/** A directory role, one of which Exchange Online requires besides its permission. */
export function directoryRole(name: RoleName): Resource {
  const { id, allows } = ROLES[name];
  return {
    part: directoryRolesPart,
    on: 'principal',
    plan: async (setup) => {
      const { graph, roles, application } = setup;
      if (!roles.some(({ resource }) => resource === 'Exchange Online')) return { steps: [] };
      const principalId = presentOf(application)?.principalId;
      const assigned = principalId === undefined ? [] : await assignmentsOf(graph, principalId).catch(noneIfDenied);
      if (assigned.some((one) => isOf(id, one))) return { steps: [] };
      const lines = [`directory role ${name} (${allows})`];
      const commands = [
        jsonFile('role.json', assignmentTo('PRINCIPAL_ID', id)),
        command(
          `az rest --method post --url ${graph.url}${ASSIGNMENTS} --headers Content-Type=application/json --body '@role.json'`,
          'Command, with the ID that "az ad sp show --id APP_ID --query id" prints for PRINCIPAL_ID',
        ),
      ];
      return { steps: [{ stage: 'application', mark: '+', lines, commands, make: () => assign(name, setup) }] };
    },
    undo: (undo) => {
      const { graph, record } = undo;
      const { principalId, name: application = '' } = stayingOf(undo) ?? {};
      if (principalId === undefined || !record.of(directoryRolesPart).includes(name)) return { lines: [] };
      return {
        lines: [`directory role ${name} of ${application}`],
        remove: async () => {
          for (const assigned of await assignmentsOf(graph, principalId)) {
            if (isOf(id, assigned)) await graph.remove(`${ASSIGNMENTS}/${textIn(assigned, 'id')}`);
          }
        },
      };
    },
  };
}

function assignmentsOf(graph: AdminGraph, principalId: string): Promise<readonly Json[]> {
  return graph.list(`${ASSIGNMENTS}?$filter=${encodeURIComponent(`principalId eq '${principalId}'`)}`);
}

function isOf(roleId: string, assigned: Json): boolean {
  return textIn(assigned, 'roleDefinitionId') === roleId && textIn(assigned, 'directoryScopeId') === '/';
}

function assignmentTo(principalId: string, roleDefinitionId: string): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    roleDefinitionId,
    principalId,
    directoryScopeId: '/',
  };
}

/** Without the role for it, the step is left to another administrator. */
async function assign(name: RoleName, { graph, record, portal, token }: Setup): Promise<StepResult> {
  const principalId = record.of(applicationPart)?.principalId ?? '';
  const link = portal.principal(principalId, appIdOf(record));
  const earlier = record.of(directoryRolesPart);
  record.update(set(directoryRolesPart, [...new Set([...earlier, name])]));
  try {
    const { status } = await graph.write(
      { method: 'POST', path: ASSIGNMENTS, body: assignmentTo(principalId, ROLES[name].id) },
      'the service principal',
      (answer) => answer.status === 400 && /conflicting object/i.test(answer.message),
    );
    // It has the role already, which this token may not see.
    if (status === 400) record.update(set(directoryRolesPart, earlier));
  } catch (error) {
    if (!isDenied(error)) throw error;
    record.update(set(directoryRolesPart, earlier));
    const byCode = `the token of ${token.source} lacks ${OF_ROLES}. Run setup again with --device-code, or a`;
    const who = token.lacks.includes(OF_ROLES) ? byCode : 'a';
    const text = `${name} is missing: ${who} Privileged Role Administrator adds it under Roles and administrators > ${name}`;
    return { text, link, isLeft: true };
  }
  return { text: `Assigned ${name}`, link };
}

/** A token that may not see directory roles: whether the application has the role shows when it is assigned. */
function noneIfDenied(error: unknown): readonly Json[] {
  if (isDenied(error)) return [];
  throw error;
}
