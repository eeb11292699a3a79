import type { GraphAnswer } from '../graph-errors.ts';
import { property, type JsonObject } from '../json.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
import { ADMINISTRATOR_ROLES } from './directory-roles.ts';
import {
  bodyOf,
  found,
  isAnswer,
  isGuid,
  methodNotAllowed,
  NO_CONTENT,
  notPresent,
  refused,
  type DirectoryRequest,
} from './directory-request.ts';
import { listAnswer, selected, selectIn, type ObjectType } from './object-list.ts';
import type { Registrations, RoleAssignment } from './registrations.ts';

/** https://learn.microsoft.com/graph/api/resources/unifiedroleassignment */
const TYPE: ObjectType = {
  name: 'unifiedRoleAssignment',
  context: 'roleManagement/directory/roleAssignments',
  properties: ['id', 'roleDefinitionId', 'principalId', 'directoryScopeId', 'appScopeId', 'condition'],
  filters: { id: 'text', roleDefinitionId: 'text', principalId: 'text', directoryScopeId: 'text' },
};

/** The answer to a request for directory roles of principals. `roles`: IDs of roles that exist besides those of administrators. */
export function answerRoleAssignments(
  request: DirectoryRequest,
  registrations: Registrations,
  roles: readonly string[],
): GraphAnswer {
  const { path, method, caller, now } = request;
  const isRead = method === 'GET';
  if (!isAllowed(caller, isRead ? REQUIREMENTS.readRoleAssignments : REQUIREMENTS.assignRoles)) return denied(now);
  const known = registrations.roleAssignments.filter(({ since }) => registrations.replication.has('consent', since));
  const { key } = path;
  if (key === undefined) {
    if (method === 'POST') return create(request, registrations, [...roles, ...Object.values(ADMINISTRATOR_ROLES)]);
    return isRead ? listAnswer(request, known.map(assignmentJson), TYPE) : methodNotAllowed(now);
  }
  const assignment = (isRead ? known : registrations.roleAssignments).find(({ id }) => id === key.value);
  if (assignment === undefined) return notPresent(key.value, now);
  if (method === 'DELETE') {
    registrations.roleAssignments = registrations.roleAssignments.filter((one) => one !== assignment);
    return NO_CONTENT;
  }
  if (!isRead) return methodNotAllowed(now);
  const select = selectIn(request, TYPE);
  if (isAnswer(select)) return select;
  return found(200, selected(assignmentJson(assignment), select), request, TYPE.context);
}

/** https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments */
function create(request: DirectoryRequest, registrations: Registrations, roles: readonly string[]): GraphAnswer {
  const { now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const [roleId, principalId] = [property(body, 'roleDefinitionId'), property(body, 'principalId')];
  if (!isGuid(roleId) || !isGuid(principalId)) return refused('The role assignment is invalid.', now);
  if (property(body, 'directoryScopeId') !== '/') {
    return refused('Exactly one of directoryScopeId and appScopeId is required. Here it is / alone.', now);
  }
  const principal = registrations.principals.find(({ id }) => id === principalId);
  if (principal === undefined || !registrations.isPresent(principal)) return notPresent(principalId, now);
  if (!roles.includes(roleId)) return notPresent(roleId, now);
  const isSame = (one: RoleAssignment): boolean => one.principalId === principalId && one.roleDefinitionId === roleId;
  if (registrations.roleAssignments.some(isSame)) {
    const message =
      'A conflicting object with one or more of the specified property values is present in the directory.';
    return refused(message, now);
  }
  const assignment = registrations.addRole(principalId, roleId, registrations.replication.now());
  return found(201, assignmentJson(assignment), request, TYPE.context);
}

function assignmentJson({ id, roleDefinitionId, principalId }: RoleAssignment): JsonObject {
  return { id, roleDefinitionId, principalId, directoryScopeId: '/' };
}
