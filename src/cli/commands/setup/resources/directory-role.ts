import { oneOf } from '../../../../files/json-shape.ts';
import { textIn, type Json, type JsonObject } from '../../../../json.ts';
import { isDenied, type AdminGraph } from '../admin-graph.ts';
import { OF_ROLES } from '../admin-token.ts';
import { appIdOf, applicationPart, presentOf } from '../application-state.ts';
import { command, jsonFile, stayingOf, type Resource, type Setup, type StepResult } from '../resource.ts';
import { listPart, set } from '../setup-record.ts';

/** The template of the directory role Global Reader. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const GLOBAL_READER = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const NAME = 'Global Reader';
const ASSIGNMENTS = '/v1.0/roleManagement/directory/roleAssignments';

/** By name. */
export const directoryRolesPart = listPart('directoryRoles', oneOf([NAME]));

/** The directory role Global Reader, which Exchange Online requires besides its permission. */
export const directoryRole: Resource = {
  part: directoryRolesPart,
  on: 'principal',
  plan: async (setup) => {
    const { graph, roles, application } = setup;
    if (!roles.some(({ resource }) => resource === 'Exchange Online')) return { steps: [] };
    const principalId = presentOf(application)?.principalId;
    const assigned = principalId === undefined ? [] : await assignmentsOf(graph, principalId).catch(noneIfDenied);
    if (assigned.some(isReader)) return { steps: [] };
    const lines = [
      `directory role ${NAME} (reads all settings of the tenant, and the mailboxes of Exchange Online; changes nothing)`,
    ];
    const commands = [
      jsonFile('role.json', assignmentTo('PRINCIPAL_ID')),
      command(
        `az rest --method post --url ${graph.url}${ASSIGNMENTS} --headers Content-Type=application/json --body '@role.json'`,
        'Command, with the ID that "az ad sp show --id APP_ID --query id" prints for PRINCIPAL_ID',
      ),
    ];
    return { steps: [{ stage: 'application', mark: '+', lines, commands, make: () => assign(setup) }] };
  },
  undo: (undo) => {
    const { graph, record } = undo;
    const { principalId, name = '' } = stayingOf(undo) ?? {};
    if (principalId === undefined || record.of(directoryRolesPart).length === 0) return { lines: [] };
    return {
      lines: [`directory role ${NAME} of ${name}`],
      remove: async () => {
        for (const assigned of await assignmentsOf(graph, principalId)) {
          if (isReader(assigned)) await graph.remove(`${ASSIGNMENTS}/${textIn(assigned, 'id')}`);
        }
      },
    };
  },
};

function assignmentsOf(graph: AdminGraph, principalId: string): Promise<readonly Json[]> {
  return graph.list(`${ASSIGNMENTS}?$filter=${encodeURIComponent(`principalId eq '${principalId}'`)}`);
}

function isReader(assigned: Json): boolean {
  return textIn(assigned, 'roleDefinitionId') === GLOBAL_READER && textIn(assigned, 'directoryScopeId') === '/';
}

function assignmentTo(principalId: string): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    roleDefinitionId: GLOBAL_READER,
    principalId,
    directoryScopeId: '/',
  };
}

/** Without the role for it, the step is left to another administrator. */
async function assign({ graph, record, portal, token }: Setup): Promise<StepResult> {
  const principalId = record.of(applicationPart)?.principalId ?? '';
  const link = portal.principal(principalId, appIdOf(record));
  const earlier = record.of(directoryRolesPart);
  record.update(set(directoryRolesPart, [...new Set([...earlier, NAME])]));
  try {
    const { status } = await graph.write(
      { method: 'POST', path: ASSIGNMENTS, body: assignmentTo(principalId) },
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
    const text = `${NAME} is missing: ${who} Privileged Role Administrator adds it under Roles and administrators > ${NAME}`;
    return { text, link, isLeft: true };
  }
  return { text: `Assigned ${NAME}`, link };
}

/** A token that may not see directory roles: whether the application has the role shows when it is assigned. */
function noneIfDenied(error: unknown): readonly Json[] {
  if (isDenied(error)) return [];
  throw error;
}
