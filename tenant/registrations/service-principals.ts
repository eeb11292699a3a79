import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { property, type JsonObject } from '../json.ts';
import { answerAppRoleAssignments } from './app-role-assignments.ts';
import { areTags } from './application-body.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
import type { Key } from './directory-path.ts';
import {
  bodyOf,
  found,
  isAnswer,
  isGuid,
  methodNotAllowed,
  NO_CONTENT,
  notPresent,
  refused,
  unknownProperty,
  type DirectoryRequest,
} from './directory-request.ts';
import { listAnswer, selected, selectIn, usersAnswer, type ObjectType } from './object-list.ts';
import { addPassword, removePassword, secretJson } from './password-credentials.ts';
import type { Registrations, ServicePrincipal } from './registrations.ts';
import { dateTime } from './replication.ts';

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const PRINCIPAL_TYPE: ObjectType = {
  name: 'servicePrincipal',
  context: 'servicePrincipals',
  properties: [
    'id',
    'appId',
    'displayName',
    'accountEnabled',
    'tags',
    'notes',
    'appRoles',
    'keyCredentials',
    'passwordCredentials',
    'servicePrincipalType',
    'servicePrincipalNames',
    'appOwnerOrganizationId',
    'publisherName',
    'verifiedPublisher',
    'appRoleAssignmentRequired',
    'createdDateTime',
    'deletedDateTime',
  ],
  filters: { id: 'text', appId: 'text', displayName: 'text', accountEnabled: 'boolean', servicePrincipalType: 'text' },
};
/** The tenant of Microsoft's own services. */
const MICROSOFT = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
/** Of a publisher. */
const OTHER_TENANT = 'a4c1d0e7-52b3-4f88-9d16-7be0c3f2a951';
const WRITABLE = ['appId', 'tags', 'notes', 'accountEnabled'];
const READ_ONLY = ['id', 'displayName', 'appRoles', 'servicePrincipalType', 'createdDateTime'];

/** The answer to a request for service principals. */
export function answerServicePrincipals(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const { key, child } = path;
  if (key === undefined) {
    if (method === 'POST') return create(request, registrations, undefined);
    if (method !== 'GET') return methodNotAllowed(now);
    if (!isAllowed(caller, REQUIREMENTS.readApplications)) return denied(now);
    const present = registrations.principals.filter((one) => registrations.isPresent(one));
    return listAnswer(
      request,
      present.map((one) => principalJson(one, registrations)),
      PRINCIPAL_TYPE,
    );
  }
  const principal = registrations.principals.find((one) => isAt(one, key) && registrations.isPresent(one));
  if (child === 'approleassignments' || child === 'approleassignedto') {
    return answerAppRoleAssignments(request, registrations, principal);
  }
  if (child === 'owners') return answerOwners(request, registrations, principal);
  const isPassword = child === 'addpassword' || child === 'removepassword';
  if (child !== undefined && !isPassword) return refused(`Resource not found for the segment '${child}'.`, now);
  if (
    principal === undefined &&
    method === 'PATCH' &&
    key.name === 'appid' &&
    /\bcreate-if-missing\b/.test(request.prefer)
  ) {
    return create(request, registrations, key.value);
  }
  const application = registrations.applications.find(({ clientId }) => clientId === principal?.clientId);
  const isOwner = application?.isOwnedBy(caller.user) === true;
  const requirement = method === 'GET' ? REQUIREMENTS.readApplications : REQUIREMENTS.writeApplications;
  if (!isAllowed(caller, requirement, isOwner)) return denied(now);
  if (principal === undefined) return notPresent(key.value, now);
  if (isPassword && method !== 'POST') return methodNotAllowed(now);
  if (child === 'addpassword') return addPassword(request, principal);
  if (child === 'removepassword') return removePassword(request, principal);
  switch (method) {
    case 'GET': {
      const select = selectIn(request, PRINCIPAL_TYPE);
      if (isAnswer(select)) return select;
      return found(200, selected(principalJson(principal, registrations), select), request, 'servicePrincipals');
    }
    case 'PATCH': {
      const body = bodyOf(request);
      if (isAnswer(body)) return body;
      return change(principal, body, now) ?? NO_CONTENT;
    }
    case 'DELETE':
      principal.deletedAt = now;
      return NO_CONTENT;
    default:
      return methodNotAllowed(now);
  }
}

/** https://learn.microsoft.com/graph/api/serviceprincipal-list-owners */
function answerOwners(
  request: DirectoryRequest,
  registrations: Registrations,
  principal: ServicePrincipal | undefined,
): GraphAnswer {
  const { path, method, caller, now } = request;
  if (method !== 'GET') return methodNotAllowed(now);
  if (!isAllowed(caller, REQUIREMENTS.readApplications)) return denied(now);
  if (principal === undefined) return notPresent(path.key?.value ?? '', now);
  return usersAnswer(request, (principal.about?.owners ?? []).flatMap(registrations.presentOwner));
}

function isAt({ id, clientId }: ServicePrincipal, { name, value }: Key): boolean {
  return (name === 'appid' ? clientId : id) === value.toLowerCase();
}

/** https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals. `key`: the client ID of an upsert. */
function create(request: DirectoryRequest, registrations: Registrations, key: string | undefined): GraphAnswer {
  const { caller, now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const appId = key ?? property(body, 'appId');
  const backing = registrations.applications.find(({ clientId }) => clientId === appId);
  const isOwner = backing?.isOwnedBy(caller.user) === true;
  if (!isAllowed(caller, REQUIREMENTS.createApplications, isOwner)) return denied(now);
  if (!isGuid(appId))
    return refused("Invalid value specified for property 'appId' of resource 'ServicePrincipal'.", now);
  if (backing === undefined || !registrations.isPresent(backing))
    return noBackingApplication(appId, registrations, now);
  if (registrations.principals.some((one) => one.clientId === appId && one.deletedAt === undefined)) {
    const message = `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`;
    return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', message, now);
  }
  const principal = registrations.addPrincipal(backing, registrations.replication.now());
  const wrong = change(principal, body, now);
  if (wrong === undefined) return found(201, principalJson(principal, registrations), request, 'servicePrincipals');
  registrations.purge(principal.id);
  return wrong;
}

/**
 * Two answers are known for an application that the replica does not have:
 * https://github.com/hashicorp/terraform-provider-azuread, service_principal_resource.go. They alternate.
 */
function noBackingApplication(appId: string, { replication }: Registrations, now: number): GraphAnswer {
  if (replication.now().request % 2 === 0) {
    return refused(`The appId '${appId}' of the service principal does not reference a valid application object.`, now);
  }
  const message =
    'When using this permission, the backing application of the service principal being created must in the local tenant';
  return graphError(403, 'Authorization_RequestDenied', message, now);
}

/** Sets properties of a principal, or refuses all. */
function change(principal: ServicePrincipal, body: JsonObject, now: number): GraphAnswer | undefined {
  const rules = { type: 'servicePrincipal', writable: WRITABLE, readOnly: READ_ONLY };
  const unknown = unknownProperty(body, rules, now);
  if (unknown !== undefined) return unknown;
  const { tags = [...principal.tags], notes = principal.notes, accountEnabled = principal.accountEnabled } = body;
  const invalid = (name: string): GraphAnswer =>
    refused(`Invalid value specified for property '${name}' of resource 'ServicePrincipal'.`, now);
  if (!areTags(tags)) return invalid('tags');
  if (notes !== null && typeof notes !== 'string') return invalid('notes');
  if (typeof accountEnabled !== 'boolean') return invalid('accountEnabled');
  principal.tags = tags;
  principal.notes = notes;
  principal.accountEnabled = accountEnabled;
  return undefined;
}

export function principalJson(principal: ServicePrincipal, registrations: Registrations): JsonObject {
  const { id, clientId, displayName, accountEnabled, tags, notes, secrets, isFirstParty, since, about } = principal;
  return {
    id,
    deletedDateTime: registrations.deletedDateTime(principal),
    appId: clientId,
    displayName,
    accountEnabled,
    appOwnerOrganizationId: isFirstParty
      ? MICROSOFT
      : about?.isForeign === true
        ? OTHER_TENANT
        : registrations.tenantId,
    publisherName: about?.publisher ?? null,
    verifiedPublisher: {
      displayName: about?.isVerified === true ? about.publisher : null,
      verifiedPublisherId: about?.isVerified === true ? '1234567' : null,
      addedDateTime: null,
    },
    appRoleAssignmentRequired: false,
    createdDateTime: Number.isFinite(since.time) ? dateTime(since.time) : null,
    servicePrincipalType: 'Application',
    servicePrincipalNames: [clientId],
    tags: [...tags],
    notes,
    keyCredentials: [],
    passwordCredentials: secrets.map(secretJson),
    appRoles: [...registrations.rolesOf(clientId)].map(([roleId, value]) => ({
      allowedMemberTypes: ['Application'],
      description: value,
      displayName: value,
      id: roleId,
      isEnabled: true,
      origin: 'Application',
      value,
    })),
  };
}
