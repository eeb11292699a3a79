import { randomUUID } from 'node:crypto';
import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { property, type Json, type JsonObject } from '../json.ts';
import type { Application, RegisteredCredential } from './application.ts';
import {
  bodyOf,
  found,
  isAnswer,
  methodNotAllowed,
  NO_CONTENT,
  notPresent,
  refused,
  textIn,
  unknownProperty,
  type DirectoryRequest,
} from './directory-request.ts';
import { listAnswer, selected, selectIn, type ObjectType } from './object-list.ts';
import type { Replication } from './replication.ts';

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredential */
const TYPE: ObjectType = {
  name: 'federatedIdentityCredential',
  context: 'federatedIdentityCredentials',
  properties: ['id', 'name', 'issuer', 'subject', 'description', 'audiences'],
  filters: { name: 'text', subject: 'text' },
};
const MOST_CREDENTIALS = 20;
/** At most 120 characters that need no encoding in a URL. */
const NAME = /^[A-Za-z0-9][\w-]{2,119}$/;
const MOST_TEXT = 600;
const WRITABLE = ['name', 'issuer', 'subject', 'description', 'audiences'];

/** The federated credentials of an application that a replica knows. */
export function federatedCredentialsOf({ federatedCredentials }: Application, replication: Replication): JsonObject[] {
  return federatedCredentials.filter(({ since }) => replication.has('credential', since)).map(credentialJson);
}

/** The answer to a request for the federated credentials of an application. */
export function answerFederatedCredentials(
  request: DirectoryRequest,
  application: Application,
  replication: Replication,
): GraphAnswer {
  const { path, method, now } = request;
  const { childKey } = path;
  const known = application.federatedCredentials.filter(({ since }) => replication.has('credential', since));
  if (childKey === undefined) {
    if (method === 'POST') return create(request, application, replication, undefined);
    return method === 'GET' ? listAnswer(request, known.map(credentialJson), TYPE) : methodNotAllowed(now);
  }
  const isAt = (one: RegisteredCredential): boolean => one.id === childKey.value || one.name === childKey.value;
  // Writes go to the object itself, reads to a replica.
  const credential = (method === 'GET' ? known : application.federatedCredentials).find(isAt);
  if (credential === undefined) {
    const isUpsert = method === 'PATCH' && childKey.name === 'name' && /\bcreate-if-missing\b/.test(request.prefer);
    return isUpsert ? create(request, application, replication, childKey.value) : notPresent(childKey.value, now);
  }
  const others = application.federatedCredentials.filter((one) => one !== credential);
  switch (method) {
    case 'GET': {
      const select = selectIn(request, TYPE);
      if (isAnswer(select)) return select;
      return found(200, selected(credentialJson(credential), select), request, TYPE.context);
    }
    case 'DELETE':
      application.federatedCredentials = others;
      return NO_CONTENT;
    case 'PATCH': {
      const body = bodyOf(request);
      if (isAnswer(body)) return body;
      const { name = credential.name, ...changes } = body;
      if (name !== credential.name) return refused("Property 'name' is read-only and cannot be set.", now);
      const changed = credentialFrom({ ...credentialJson(credential), ...changes }, others, now);
      if (isAnswer(changed)) return changed;
      application.federatedCredentials = [...others, { ...credential, ...changed, since: replication.now() }];
      return NO_CONTENT;
    }
    default:
      return methodNotAllowed(now);
  }
}

/** https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials. `name`: that of an upsert. */
function create(
  request: DirectoryRequest,
  application: Application,
  replication: Replication,
  name: string | undefined,
): GraphAnswer {
  const { now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const present = application.federatedCredentials;
  const values = credentialFrom(name === undefined ? body : { ...body, name }, present, now);
  if (isAnswer(values)) return values;
  if (present.length >= MOST_CREDENTIALS) {
    return refused(`The maximum number of federated identity credentials (${MOST_CREDENTIALS}) has been reached.`, now);
  }
  const credential = { ...values, id: randomUUID(), since: replication.now() };
  application.federatedCredentials = [...present, credential];
  return found(201, credentialJson(credential), request, TYPE.context);
}

/** The values of a body with the rules of the documentation, or the first that breaks one. */
function credentialFrom(
  body: JsonObject,
  others: readonly RegisteredCredential[],
  now: number,
): Omit<RegisteredCredential, 'id' | 'since'> | GraphAnswer {
  const unknown = unknownProperty(body, { type: TYPE.name, writable: [...WRITABLE, 'id'], readOnly: [] }, now);
  if (unknown !== undefined) return unknown;
  const invalid = (what: string): GraphAnswer =>
    refused(`Invalid value specified for property '${what}' of resource 'FederatedIdentityCredential'.`, now);
  const [name, issuer, subject] = ['name', 'issuer', 'subject'].map((key) => textIn(body, key));
  const audience = onlyText(property(body, 'audiences'));
  const { description = null } = body;
  if (name === undefined || !NAME.test(name)) return invalid('name');
  if (issuer === undefined || issuer.length > MOST_TEXT || !URL.canParse(issuer)) return invalid('issuer');
  if (subject === undefined || subject.length > MOST_TEXT) return invalid('subject');
  if (audience === undefined || audience.length > MOST_TEXT) return invalid('audiences');
  if (description !== null && (typeof description !== 'string' || description.length > MOST_TEXT)) {
    return invalid('description');
  }
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    // https://github.com/Azure/azure-dev/issues/1482
    const message = `FederatedIdentityCredential with name ${name} already exists.`;
    return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', message, now);
  }
  if (others.some((one) => one.issuer === issuer && one.subject === subject)) {
    // https://github.com/Azure/azure-workload-identity/issues/434
    const message = `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: ${subject} already exist. paramName: FederatedIdentityCredential.Subject, paramValue: ${subject}, objectType: Microsoft.Online.DirectoryServices.Application`;
    return graphError(400, 'InvalidFederatedIdentityCredentialValue', message, now);
  }
  return { name, issuer, subject, audience, description };
}

function onlyText(value: Json | undefined): string | undefined {
  const [first, ...others] = Array.isArray(value) ? value : [];
  return typeof first === 'string' && first !== '' && others.length === 0 ? first : undefined;
}

function credentialJson({ id, name, issuer, subject, description, audience }: RegisteredCredential): JsonObject {
  return { id, name, issuer, subject, description, audiences: [audience] };
}
