import { badRequest, type GraphAnswer } from '../graph-errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject, property } from '../json.ts';
import { isGuid, refused, unknownProperty } from './directory-request.ts';

const AUDIENCES = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
];
const MOST_NAME = 256;
const MOST_TEXT = 1024;

/** https://learn.microsoft.com/graph/api/resources/application */
const APPLICATION = {
  type: 'application',
  writable: [
    'displayName',
    'description',
    'notes',
    'signInAudience',
    'tags',
    'requiredResourceAccess',
    'keyCredentials',
    'uniqueName',
  ],
  readOnly: ['id', 'appId', 'createdDateTime', 'deletedDateTime', 'publisherDomain'],
};

/** What a new application has that its request does not set. The audience is that of the documented response. */
export const DEFAULTS: JsonObject = {
  description: null,
  notes: null,
  signInAudience: 'AzureADandPersonalMicrosoftAccount',
  tags: [],
  requiredResourceAccess: [],
};

/** The properties that a body sets, without the credentials and the unique name, or its first error. */
export function propertiesIn(body: JsonObject, now: number): JsonObject | GraphAnswer {
  const unknown = unknownProperty(body, APPLICATION, now);
  if (unknown !== undefined) return unknown;
  const properties: JsonObject = {};
  for (const [name, value] of Object.entries(body)) {
    if (['uniqueName', 'keyCredentials'].includes(name) || name.startsWith('@odata.')) continue;
    if (!isValid(name, value)) {
      return refused(`Invalid value specified for property '${name}' of resource 'Application'.`, now);
    }
    properties[name] = value;
  }
  return properties;
}

/** The refusal of a new application without a name, or of a unique name that is no text. */
export function nameError(body: JsonObject, now: number): GraphAnswer | undefined {
  if (property(body, 'displayName') === undefined) {
    return refused("A value is required for property 'displayName' of resource 'Application'.", now);
  }
  const unique = property(body, 'uniqueName');
  if (unique === undefined || unique === null || (typeof unique === 'string' && unique !== '')) return undefined;
  return badRequest("Invalid value specified for property 'uniqueName' of resource 'Application'.", now);
}

function isValid(name: string, value: Json): boolean {
  switch (name) {
    case 'displayName':
      return typeof value === 'string' && value.length > 0 && value.length <= MOST_NAME;
    case 'description':
    case 'notes':
      return value === null || (typeof value === 'string' && value.length <= MOST_TEXT);
    case 'signInAudience':
      return typeof value === 'string' && AUDIENCES.includes(value);
    case 'tags':
      return areTags(value);
    default:
      return Array.isArray(value) && value.every(isResourceAccess) && areDistinct(value, 'resourceAppId');
  }
}

/** At most 256 characters each. */
export function areTags(value: Json | undefined): value is string[] {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag.length > 0 && tag.length <= 256);
}

/** https://learn.microsoft.com/graph/api/resources/requiredresourceaccess */
function isResourceAccess(value: Json): boolean {
  const access = property(value, 'resourceAccess');
  return (
    isGuid(property(value, 'resourceAppId')) &&
    Array.isArray(access) &&
    access.every(
      (one) =>
        isObject(one) &&
        isGuid(property(one, 'id')) &&
        ['Role', 'Scope'].some((type) => type === property(one, 'type')),
    )
  );
}

function areDistinct(values: readonly Json[], name: string): boolean {
  const names = values.map((value) => property(value, name));
  return new Set(names).size === names.length;
}
