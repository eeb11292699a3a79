import { randomUUID } from 'node:crypto';
import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { property, type JsonObject } from '../json.ts';
import { Application } from './application.ts';
import { DEFAULTS, nameError, propertiesIn } from './application-body.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
import type { Key } from './directory-path.ts';
import {
  bodyOf,
  found,
  isAnswer,
  methodNotAllowed,
  NO_CONTENT,
  notPresent,
  refused,
  type DirectoryRequest,
} from './directory-request.ts';
import { answerFederatedCredentials, federatedCredentialsOf } from './federated-credentials.ts';
import { keyCredentialJson, keyCredentialsFrom } from './key-credentials.ts';
import { listAnswer, selected, selectIn, usersAnswer, type ObjectType } from './object-list.ts';
import { addPassword, removePassword, secretJson } from './password-credentials.ts';
import type { Registrations } from './registrations.ts';
import { dateTime } from './replication.ts';

/** https://learn.microsoft.com/graph/api/resources/application */
export const APPLICATION_TYPE: ObjectType = {
  name: 'application',
  context: 'applications',
  expands: 'federatedIdentityCredentials',
  properties: [
    'id',
    'appId',
    'uniqueName',
    'displayName',
    'description',
    'notes',
    'signInAudience',
    'tags',
    'requiredResourceAccess',
    'keyCredentials',
    'passwordCredentials',
    'appRoles',
    'identifierUris',
    'publisherDomain',
    'createdDateTime',
    'deletedDateTime',
  ],
  // uniqueName is a key and supports no filter.
  filters: {
    id: 'text',
    appId: 'text',
    displayName: 'text',
    createdDateTime: 'text',
    publisherDomain: 'text',
    signInAudience: 'text',
  },
};

const NAME_TAKEN = 'Another object with the same value for property uniqueName already exists.';

/** The answer to a request for applications. */
export function answerApplications(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  const { key, child } = path;
  if (key === undefined) {
    if (method === 'POST') return create(request, registrations, undefined);
    if (method !== 'GET') return methodNotAllowed(now);
    if (!isAllowed(caller, REQUIREMENTS.readApplications)) return denied(now);
    const present = registrations.applications.filter((one) => registrations.isPresent(one));
    return listAnswer(
      request,
      present.map((one) => ({
        ...applicationJson(one, registrations),
        federatedIdentityCredentials: federatedCredentialsOf(one, registrations.replication),
      })),
      APPLICATION_TYPE,
    );
  }
  const application = registrations.applications.find((one) => isAt(one, key) && registrations.isPresent(one));
  if (child === undefined && method === 'PATCH' && application === undefined && key.name === 'uniquename') {
    return /\bcreate-if-missing\b/.test(request.prefer)
      ? create(request, registrations, key.value)
      : notPresent(key.value, now);
  }
  const isOwner = application?.isOwnedBy(caller.user) === true;
  const requirement = method === 'GET' ? REQUIREMENTS.readApplications : REQUIREMENTS.writeApplications;
  if (!isAllowed(caller, requirement, isOwner)) return denied(now);
  if (application === undefined) return notPresent(key.value, now);
  if (method !== 'GET' && method !== 'DELETE') {
    application.writes++;
    if (application.writes <= registrations.replication.conflicts) return conflict(now);
  }
  if (child === 'federatedidentitycredentials') {
    return answerFederatedCredentials(request, application, registrations.replication);
  }
  // https://learn.microsoft.com/graph/api/application-list-owners
  if (child === 'owners') {
    return method === 'GET' ? usersAnswer(request, application.owners) : methodNotAllowed(now);
  }
  if (child === 'addpassword' || child === 'removepassword') {
    if (method !== 'POST') return methodNotAllowed(now);
    return child === 'addpassword' ? addPassword(request, application) : removePassword(request, application);
  }
  if (child !== undefined) return refused(`Resource not found for the segment '${child}'.`, now);
  switch (method) {
    case 'GET': {
      const select = selectIn(request, APPLICATION_TYPE);
      if (isAnswer(select)) return select;
      const json = applicationJson(application, registrations, select?.includes('keyCredentials') === true);
      return found(200, selected(json, select), request, 'applications');
    }
    case 'PATCH':
      return update(request, registrations, application);
    case 'DELETE':
      registrations.deleteApplication(application);
      return NO_CONTENT;
    default:
      return methodNotAllowed(now);
  }
}

function isAt({ id, clientId, uniqueName }: Application, { name, value }: Key): boolean {
  if (name === 'appid') return clientId === value.toLowerCase();
  return name === 'uniquename' ? uniqueName?.toLowerCase() === value.toLowerCase() : id === value.toLowerCase();
}

/** https://learn.microsoft.com/graph/api/application-post-applications. `name`: the unique name of an upsert. */
function create(request: DirectoryRequest, registrations: Registrations, name: string | undefined): GraphAnswer {
  const { caller, now } = request;
  const { replication, options } = registrations;
  const { permissions, roles } = REQUIREMENTS.createApplications;
  const anybody = options.onlyAdministratorsRegister !== true;
  if (!isAllowed(caller, anybody ? { permissions } : { permissions, roles })) return denied(now);
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const wrongName = nameError(body, now);
  if (wrongName !== undefined) return wrongName;
  const properties = propertiesIn(body, now);
  if (isAnswer(properties)) return properties;
  const inBody = property(body, 'uniqueName');
  const uniqueName = name ?? (typeof inBody === 'string' ? inBody : null);
  // A deleted application keeps its name: https://github.com/microsoftgraph/msgraph-bicep-types/issues/137
  const isTaken = registrations.applications.some(
    (one) => uniqueName !== null && one.uniqueName?.toLowerCase() === uniqueName.toLowerCase(),
  );
  if (isTaken) return refused(NAME_TAKEN, now);
  const since = replication.now();
  const mostDays = options.mostCertificateDays;
  const keys = keyCredentialsFrom(property(body, 'keyCredentials') ?? [], [], { since, now, mostDays });
  if (isAnswer(keys)) return keys;
  const ids = { id: randomUUID(), clientId: randomUUID(), uniqueName };
  const owners = caller.user === undefined ? [] : [caller.user];
  const application = new Application(ids, { since, created: now, owners, properties: { ...DEFAULTS, ...properties } });
  application.keyCredentials = keys;
  registrations.addApplication(application);
  return found(201, applicationJson(application, registrations), request, 'applications');
}

/** https://learn.microsoft.com/graph/api/application-update */
function update(request: DirectoryRequest, registrations: Registrations, application: Application): GraphAnswer {
  const { now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const properties = propertiesIn(body, now);
  if (isAnswer(properties)) return properties;
  const uniqueName = property(body, 'uniqueName');
  if (uniqueName !== undefined && uniqueName !== application.uniqueName) {
    return refused("Property 'uniqueName' is read-only and cannot be set.", now);
  }
  const list = property(body, 'keyCredentials');
  if (list !== undefined) {
    const since = registrations.replication.now();
    const mostDays = registrations.options.mostCertificateDays;
    const keys = keyCredentialsFrom(list, application.keyCredentials, { since, now, mostDays });
    if (isAnswer(keys)) return keys;
    application.keyCredentials = keys;
  }
  application.properties = { ...application.properties, ...properties };
  return NO_CONTENT;
}

/** https://github.com/nais/azurerator/issues/448 */
function conflict(now: number): GraphAnswer {
  const message = 'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.';
  return graphError(409, 'Directory_ConcurrencyViolation', message, now);
}

export function applicationJson(application: Application, registrations: Registrations, withKeys = false): JsonObject {
  const { id, clientId, uniqueName, properties, keyCredentials, secrets } = application;
  return {
    id,
    deletedDateTime: registrations.deletedDateTime(application),
    appId: clientId,
    uniqueName,
    createdDateTime: dateTime(application.created),
    publisherDomain: registrations.domains[0] ?? null,
    identifierUris: [],
    appRoles: [],
    passwordCredentials: secrets.map(secretJson),
    ...properties,
    keyCredentials: keyCredentials.map((credential) => keyCredentialJson(credential, withKeys)),
  };
}
