import { parseFilter } from '../collection-options.ts';
import { badRequest, graphError, type GraphAnswer } from '../graph-errors.ts';
import type { JsonObject } from '../json.ts';
import { notSimulated } from '../page-query.ts';
import type { Owner } from './application.ts';
import type { DirectoryRequest } from './directory-request.ts';

/** What a collection of the directory can be asked for. */
export interface ObjectType {
  /** Such as `application`. */
  readonly name: string;
  readonly properties: readonly string[];
  /** Properties that `$filter` supports, with their types; `equal`: a text that supports `eq` alone. */
  readonly filters: Readonly<Record<string, 'text' | 'equal' | 'guid' | 'boolean'>>;
  /** The path of the collection in `@odata.context`. */
  readonly context: string;
  /** A relationship that `$expand` can name. */
  readonly expands?: string;
}

const PAGE_SIZE = 100;
const MOST_A_PAGE = 999;
const OPTIONS = ['$select', '$filter', '$top', '$skiptoken', '$count', '$expand'];

/** The names in `$select`, or the refusal of the query of a single object; undefined for everything. */
export function selectIn(
  { path, now }: DirectoryRequest,
  type: ObjectType,
): readonly string[] | GraphAnswer | undefined {
  const values = optionsIn(path.query);
  const other = [...values.keys()].find((name) => name !== '$select');
  if (other !== undefined) return badRequest(notSimulated(`The query option '${other}'`), now);
  return namesIn(values.get('$select'), type, now);
}

/** A page of objects, by the options of the request. */
export function listAnswer(
  { path, root, now }: DirectoryRequest,
  objects: readonly JsonObject[],
  type: ObjectType,
): GraphAnswer {
  const values = optionsIn(path.query);
  const other = [...values.keys()].find((name) => !OPTIONS.includes(name));
  if (other !== undefined) return badRequest(notSimulated(`The query option '${other}'`), now);
  const select = namesIn(values.get('$select'), type, now);
  if (select !== undefined && 'status' in select) return select;
  const expand = values.get('$expand');
  if (expand !== type.expands && expand !== undefined)
    return badRequest(notSimulated(`The expansion '${expand}'`), now);
  const text = values.get('$filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  if (text !== undefined && filter === undefined) return badRequest(notSimulated(`The filter '${text}'`), now);
  for (const name of filter?.properties ?? []) {
    const kind = type.filters[name];
    if (kind === undefined || (kind === 'equal' && !new RegExp(`\\b${name} eq '`).test(text ?? ''))) {
      const message = `Unsupported or invalid query filter clause specified for property '${name}' of resource '${type.name}'.`;
      return graphError(400, 'Request_UnsupportedQuery', message, now);
    }
    if (kind === 'guid' && new RegExp(`\\b${name} eq '`).test(text ?? '')) {
      const message =
        "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal'.";
      return badRequest(message, now);
    }
  }
  const top = Number(values.get('$top') ?? PAGE_SIZE);
  if (!Number.isInteger(top) || top < 1 || top > MOST_A_PAGE) return badRequest('Invalid page size specified.', now);
  const token = values.get('$skiptoken');
  const offset = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(offset)) return badRequest('The $skiptoken query option is not valid.', now);
  const matches = objects.filter((object) => filter === undefined || filter.apply(object));
  const value = matches.slice(offset, offset + top).map((object) => ({
    ...selected(object, select ?? Object.keys(object).filter((name) => name !== type.expands)),
    ...(expand === undefined ? {} : { [expand]: object[expand] ?? [] }),
  }));
  const kept = path.query.split('&').filter((option) => option !== '' && !/^(?:\$|%24)skiptoken=/i.test(option));
  const next = `$skiptoken=${Buffer.from(String(offset + top)).toString('base64url')}`;
  const body: JsonObject = { '@odata.context': `${root}/$metadata#${type.context}` };
  if (offset + top < matches.length) body['@odata.nextLink'] = `${root}${path.path}?${[...kept, next].join('&')}`;
  return { status: 200, body: JSON.stringify({ ...body, value }) };
}

const USER: ObjectType = {
  name: 'directoryObject',
  context: 'directoryObjects',
  properties: ['id', 'displayName', 'userPrincipalName'],
  filters: {},
};

/** The answer to a request for the owners of an object. That a service principal has null for a selected property of users is inferred. */
export function usersAnswer(request: DirectoryRequest, owners: readonly Owner[]): GraphAnswer {
  const users = owners.map(({ id, displayName, userPrincipalName }): JsonObject => {
    const type = userPrincipalName === null ? 'servicePrincipal' : 'user';
    return { '@odata.type': `#microsoft.graph.${type}`, id, displayName, userPrincipalName };
  });
  return listAnswer(request, users, USER);
}

/** The selected properties of an object. */
export function selected(object: JsonObject, select: readonly string[] | undefined): JsonObject {
  if (select === undefined) return object;
  return Object.fromEntries(select.map((name) => [name, object[name] ?? null]));
}

function optionsIn(query: string): ReadonlyMap<string, string> {
  return new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
}

function namesIn(
  select: string | undefined,
  type: ObjectType,
  now: number,
): readonly string[] | GraphAnswer | undefined {
  const names = select?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !type.properties.includes(name));
  if (unknown === undefined) return names;
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.${type.name}'.`,
    now,
  );
}
