import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { Application } from './application.ts';
import { applicationJson, APPLICATION_TYPE } from './applications.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
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
import type { Registrations } from './registrations.ts';
import { PRINCIPAL_TYPE, principalJson } from './service-principals.ts';

const USER_TYPE: ObjectType = {
  name: 'user',
  context: 'directoryObjects',
  properties: ['id', 'userPrincipalName', 'displayName', 'mail', 'deletedDateTime', 'assignedLicenses'],
  filters: { id: 'text', userPrincipalName: 'text', mail: 'text' },
};

/** The answer to a request for deleted accounts, applications and principals. https://learn.microsoft.com/graph/api/directory-deleteditems-list */
export function answerDeletedItems(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const { key, child } = path;
  const isRead = method === 'GET';
  if (key?.value.toLowerCase() === 'microsoft.graph.user') {
    if (!isAllowed(caller, REQUIREMENTS.readUsers)) return denied(now);
    return isRead ? listAnswer(request, registrations.deletedUsers(), USER_TYPE) : methodNotAllowed(now);
  }
  if (!isAllowed(caller, isRead ? REQUIREMENTS.readApplications : REQUIREMENTS.deleteForever)) return denied(now);
  const applications = registrations.applications.filter(({ deletedAt }) => deletedAt !== undefined);
  const principals = registrations.principals.filter(({ deletedAt }) => deletedAt !== undefined);
  if (key === undefined) return refused('The type of the deleted items is required.', now);
  if (key.value.toLowerCase() === 'microsoft.graph.application') {
    const items = applications.map((one) => applicationJson(one, registrations));
    return isRead ? listAnswer(request, items, APPLICATION_TYPE) : methodNotAllowed(now);
  }
  if (key.value.toLowerCase() === 'microsoft.graph.serviceprincipal') {
    const items = principals.map((one) => principalJson(one, registrations));
    return isRead ? listAnswer(request, items, PRINCIPAL_TYPE) : methodNotAllowed(now);
  }
  const item = [...applications, ...principals].find(({ id }) => id === key.value);
  if (item === undefined) return notPresent(key.value, now);
  if (child === 'restore' && method === 'POST') return restore(request, item, registrations);
  if (child !== undefined) return refused(`Resource not found for the segment '${child}'.`, now);
  if (method === 'DELETE') {
    registrations.purge(item.id);
    return NO_CONTENT;
  }
  if (!isRead) return methodNotAllowed(now);
  const type = item instanceof Application ? APPLICATION_TYPE : PRINCIPAL_TYPE;
  const select = selectIn(request, type);
  if (isAnswer(select)) return select;
  return found(200, selected(itemJson(item, registrations), select), request, 'directoryObjects');
}

type Item = Registrations['applications'][number] | Registrations['principals'][number];

/**
 * https://learn.microsoft.com/graph/api/directory-deleteditems-restore. The portal restores the principal with its application.
 * Graph's page does not say so, and here a client must ask for it, or create a new principal.
 */
function restore(request: DirectoryRequest, item: Item, registrations: Registrations): GraphAnswer {
  const isTaken = registrations.principals.some(
    ({ clientId, deletedAt }) => clientId === item.clientId && deletedAt === undefined,
  );
  if (!(item instanceof Application) && isTaken) {
    const message = `The service principal cannot be created, updated, or restored because the service principal name ${item.clientId} is already in use.`;
    return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', message, request.now);
  }
  item.deletedAt = undefined;
  return found(200, itemJson(item, registrations), request, 'directoryObjects');
}

function itemJson(item: Item, registrations: Registrations) {
  return item instanceof Application
    ? { '@odata.type': '#microsoft.graph.application', ...applicationJson(item, registrations) }
    : { '@odata.type': '#microsoft.graph.servicePrincipal', ...principalJson(item, registrations) };
}
