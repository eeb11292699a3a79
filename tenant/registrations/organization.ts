import type { GraphAnswer } from '../graph-errors.ts';
import type { JsonObject } from '../json.ts';
import { denied, isAllowed, REQUIREMENTS, type Requirement } from './callers.ts';
import {
  found,
  isAnswer,
  methodNotAllowed,
  NO_CONTENT,
  notPresent,
  refused,
  type DirectoryRequest,
} from './directory-request.ts';
import { listAnswer, selected, selectIn, type ObjectType } from './object-list.ts';
import type { PermissionGrant, Registrations } from './registrations.ts';

/** https://learn.microsoft.com/graph/api/resources/organization */
const ORGANIZATION: ObjectType = {
  name: 'organization',
  context: 'organization',
  properties: ['id', 'displayName', 'verifiedDomains', 'tenantType', 'countryLetterCode'],
  filters: {},
};
/** https://learn.microsoft.com/graph/api/resources/domain */
const DOMAIN: ObjectType = {
  name: 'domain',
  context: 'domains',
  properties: ['id', 'isDefault', 'isInitial', 'isVerified', 'authenticationType'],
  filters: {},
};
/** https://learn.microsoft.com/graph/api/resources/user */
const USER: ObjectType = {
  name: 'user',
  context: 'users',
  properties: ['id', 'displayName', 'userPrincipalName', 'mail'],
  filters: {},
};
/** https://learn.microsoft.com/graph/api/resources/authorizationpolicy */
const POLICY: ObjectType = {
  name: 'authorizationPolicy',
  context: 'policies/authorizationPolicy',
  properties: ['id', 'displayName', 'defaultUserRolePermissions'],
  filters: {},
};
/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
const GRANT: ObjectType = {
  name: 'oAuth2PermissionGrant',
  context: 'oauth2PermissionGrants',
  properties: ['id', 'clientId', 'consentType', 'principalId', 'resourceId', 'scope'],
  filters: { clientId: 'equal', consentType: 'equal', principalId: 'equal', resourceId: 'equal' },
};

/** The answer to a request for the tenant, its domains, its policy for registrations, and the user that asks. */
export function answerOrganization(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const { tenantId, domains } = registrations;
  if (method !== 'GET') return methodNotAllowed(now);
  const initial = domains.find((name) => name.includes('.onmicrosoft.')) ?? domains[0];
  if (path.collection === 'me') {
    if (caller.user === undefined) {
      return refused('/me request is only valid with delegated authentication flow.', now);
    }
    const { id, userPrincipalName, displayName } = caller.user;
    return single(request, { id, displayName, userPrincipalName, mail: null }, USER, REQUIREMENTS.readOrganization);
  }
  if (path.collection === 'authorizationPolicy') {
    const allowedToCreateApps = registrations.options.onlyAdministratorsRegister !== true;
    const policy = {
      id: 'authorizationPolicy',
      displayName: 'Authorization Policy',
      defaultUserRolePermissions: { allowedToCreateApps },
    };
    return single(request, policy, POLICY, REQUIREMENTS.readPolicy);
  }
  if (!isAllowed(caller, REQUIREMENTS.readOrganization)) return denied(now);
  if (path.collection === 'domains') {
    const objects = domains.map((name, at) => ({
      id: name,
      isDefault: at === 0,
      isInitial: name === initial,
      isVerified: true,
      authenticationType: 'Managed',
    }));
    return listAnswer(request, objects, DOMAIN);
  }
  const verifiedDomains = domains.map((name, at) => ({
    capabilities: 'Email, OfficeCommunicationsOnline',
    isDefault: at === 0,
    isInitial: name === initial,
    name,
    type: 'Managed',
  }));
  const organization = { id: tenantId, displayName: 'Contoso', verifiedDomains, tenantType: 'AAD' };
  if (path.key === undefined) return listAnswer(request, [organization], ORGANIZATION);
  return path.key.value.toLowerCase() === tenantId
    ? single(request, organization, ORGANIZATION, REQUIREMENTS.readOrganization)
    : notPresent(path.key.value, now);
}

function single(
  request: DirectoryRequest,
  object: JsonObject,
  type: ObjectType,
  requirement: Requirement,
): GraphAnswer {
  if (!isAllowed(request.caller, requirement)) return denied(request.now);
  const select = selectIn(request, type);
  return isAnswer(select) ? select : found(200, selected(object, select), request, type.context);
}

/** The answer to a request for delegated permissions that were consented to. */
export function answerPermissionGrants(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const isRead = method === 'GET';
  if (!isAllowed(caller, isRead ? REQUIREMENTS.readGrants : REQUIREMENTS.writeGrants)) return denied(now);
  const { key } = path;
  if (key === undefined) {
    return isRead
      ? listAnswer(request, [...registrations.grants.values()].map(grantJson), GRANT)
      : methodNotAllowed(now);
  }
  const grant = registrations.grants.get(key.value);
  if (grant === undefined) return notPresent(key.value, now);
  if (method === 'DELETE') {
    registrations.grants.delete(grant.id);
    return NO_CONTENT;
  }
  return isRead ? found(200, grantJson(grant), request, GRANT.context) : methodNotAllowed(now);
}

/** https://learn.microsoft.com/graph/api/user-list-oauth2permissiongrants: what the user alone consented to. */
export function answerGrantsOfUser(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const name = path.key?.value ?? '';
  if (!isAllowed(caller, REQUIREMENTS.readGrants)) return denied(now);
  const { id } = registrations.userAt(name);
  if (id === '' || registrations.nameOfUser(id) === undefined) return notPresent(name, now);
  if (method !== 'GET') return methodNotAllowed(now);
  const own = [...registrations.grants.values()].filter(({ principalId }) => principalId === id);
  return listAnswer(request, own.map(grantJson), GRANT);
}

function grantJson({ id, clientId, principalId, resourceId, scopes }: PermissionGrant): JsonObject {
  return {
    id,
    clientId,
    consentType: principalId === null ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    // A leading space was seen in it.
    scope: ` ${scopes.join(' ')}`,
  };
}
