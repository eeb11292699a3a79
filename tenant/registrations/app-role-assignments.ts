import { graphError, type GraphAnswer } from '../graph-errors.ts';
import type { JsonObject } from '../json.ts';
import { property } from '../json.ts';
import { GRAPH_APP_ID } from './app-role-ids.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
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
import type { AppRoleAssignment, Registrations, ServicePrincipal } from './registrations.ts';
import { dateTime } from './replication.ts';

/** https://learn.microsoft.com/graph/api/resources/approleassignment */
const TYPE: ObjectType = {
  name: 'appRoleAssignment',
  context: 'appRoleAssignments',
  properties: [
    'id',
    'deletedDateTime',
    'appRoleId',
    'createdDateTime',
    'principalDisplayName',
    'principalId',
    'principalType',
    'resourceDisplayName',
    'resourceId',
  ],
  filters: { resourceId: 'guid', principalId: 'guid' },
};

/**
 * The answer to a request for the app roles that a principal has (`appRoleAssignments`), or that others have of its API
 * (`appRoleAssignedTo`). The principal is undefined if no replica has it.
 */
export function answerAppRoleAssignments(
  request: DirectoryRequest,
  registrations: Registrations,
  owner: ServicePrincipal | undefined,
): GraphAnswer {
  const { path, method, caller, now } = request;
  const { key, child, childKey } = path;
  const isOfClient = child === 'approleassignments';
  if (method === 'GET' && !isAllowed(caller, REQUIREMENTS.readApplications)) return denied(now);
  if (method === 'POST') return create(request, registrations, owner);
  if (owner === undefined) return notPresent(key?.value ?? '', now);
  const own = registrations.assignments.filter(
    ({ principalId, resourceId }) => (isOfClient ? principalId : resourceId) === owner.id,
  );
  const known = own.filter(({ since }) => registrations.replication.has('consent', since));
  if (childKey === undefined) {
    if (method !== 'GET') return methodNotAllowed(now);
    return listAnswer(
      request,
      known.map((one) => assignmentJson(one, registrations)),
      TYPE,
    );
  }
  const assignment = (method === 'GET' ? known : own).find(({ id }) => id === childKey.value);
  if (assignment === undefined) return notPresent(childKey.value, now);
  if (method === 'DELETE') {
    if (!mayConsent(request, registrations, assignment.resourceId)) return denied(now);
    registrations.assignments = registrations.assignments.filter((one) => one !== assignment);
    return NO_CONTENT;
  }
  if (method !== 'GET') return methodNotAllowed(now);
  const select = selectIn(request, TYPE);
  if (isAnswer(select)) return select;
  return found(200, selected(assignmentJson(assignment, registrations), select), request, TYPE.context);
}

/** Assigned without a role, which a consent of the user does. */
const DEFAULT_ACCESS = '00000000-0000-0000-0000-000000000000';

/** https://learn.microsoft.com/graph/api/user-list-approleassignments: the applications that the user consented to. */
export function answerAssignmentsOfUser(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const name = path.key?.value ?? '';
  if (!isAllowed(caller, REQUIREMENTS.readUserAssignments)) return denied(now);
  const { id } = registrations.userAt(name);
  const principalDisplayName = registrations.nameOfUser(id);
  if (id === '' || principalDisplayName === undefined) return notPresent(name, now);
  if (method !== 'GET') return methodNotAllowed(now);
  const own = [...registrations.grants.values()].filter(({ principalId }) => principalId === id);
  const objects = own.flatMap(({ id: grant, clientId, consented }): JsonObject[] => {
    const client = registrations.principals.find((one) => one.id === clientId);
    if (client === undefined) return [];
    return [
      {
        id: `${grant}-assignment`,
        deletedDateTime: null,
        appRoleId: DEFAULT_ACCESS,
        createdDateTime: new Date(consented).toISOString(),
        principalDisplayName,
        principalId: id,
        principalType: 'User',
        resourceDisplayName: client.displayName,
        resourceId: clientId,
      },
    ];
  });
  return listAnswer(request, objects, TYPE);
}

/** https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto */
function create(
  request: DirectoryRequest,
  registrations: Registrations,
  owner: ServicePrincipal | undefined,
): GraphAnswer {
  const { path, now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const [principalId, resourceId, appRoleId] = ['principalId', 'resourceId', 'appRoleId'].map((name) =>
    property(body, name),
  );
  if (!isGuid(principalId) || !isGuid(resourceId) || !isGuid(appRoleId)) {
    return refused("Invalid value specified for property 'appRoleId' of resource 'AppRoleAssignment'.", now);
  }
  if (!mayConsent(request, registrations, resourceId)) return denied(now);
  const principal = registrations.principals.find(({ id }) => id === principalId);
  const resource = registrations.principals.find(({ id }) => id === resourceId);
  // https://github.com/hashicorp/terraform-provider-azuread, app_role_assignment_resource.go. The answers alternate.
  if (
    principal !== undefined &&
    !registrations.isPresent(principal) &&
    registrations.replication.now().request % 2 === 0
  ) {
    return refused('Not a valid reference update.', now);
  }
  if (owner === undefined) return notPresent(path.key?.value ?? '', now);
  if (principal === undefined || !registrations.isPresent(principal)) return notPresent(principalId, now);
  if (resource === undefined || !registrations.isPresent(resource)) return notPresent(resourceId, now);
  const named = path.child === 'approleassignments' ? principal : resource;
  if (named !== owner) return refused('The request does not match the object in its path.', now);
  if (!registrations.rolesOf(resource.clientId).has(appRoleId)) {
    return refused(`Permission being assigned was not found on application '${resource.clientId}'.`, now);
  }
  const isSame = (one: AppRoleAssignment): boolean =>
    one.principalId === principalId && one.resourceId === resourceId && one.appRoleId === appRoleId;
  if (registrations.assignments.some(isSame)) {
    return graphError(400, 'Request_BadRequest', 'Permission being assigned already exists on the object', now);
  }
  const assignment = registrations.assign(principalId, resource, appRoleId, registrations.replication.now());
  return found(201, assignmentJson(assignment, registrations), request, TYPE.context);
}

/** Graph's own permissions need more than those of other APIs. https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent */
function mayConsent({ caller }: DirectoryRequest, { principals }: Registrations, resourceId: string): boolean {
  const isGraph = principals.find(({ id }) => id === resourceId)?.clientId === GRAPH_APP_ID;
  return isAllowed(caller, isGraph ? REQUIREMENTS.consentToGraph : REQUIREMENTS.consentToOthers);
}

function assignmentJson(assignment: AppRoleAssignment, { principals }: Registrations): JsonObject {
  const { id, appRoleId, principalId, resourceId, created } = assignment;
  const nameOf = (principal: string): string | null =>
    principals.find((one) => one.id === principal)?.displayName ?? null;
  return {
    id,
    deletedDateTime: null,
    appRoleId,
    createdDateTime: dateTime(created),
    principalDisplayName: nameOf(principalId),
    principalId,
    principalType: 'ServicePrincipal',
    resourceDisplayName: nameOf(resourceId),
    resourceId,
  };
}
