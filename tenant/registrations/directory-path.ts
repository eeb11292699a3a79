import { notSimulated } from '../page-query.ts';

/** The objects of Entra that Graph manages here. */
const COLLECTIONS = [
  'applications',
  'servicePrincipals',
  'oauth2PermissionGrants',
  'organization',
  'domains',
  'me',
] as const;
const NESTED = {
  'directory/administrativeunits': 'administrativeUnits',
  'directory/deleteditems': 'deletedItems',
  'rolemanagement/directory/roleassignments': 'roleAssignments',
  'policies/authorizationpolicy': 'authorizationPolicy',
  'reports/serviceprincipalsigninactivities': 'servicePrincipalSignInActivities',
} as const;

/** The consents of a user, and the applications that are assigned to it, whose ID or user principal name is the key. */
const OF_USER = /^users\/([^/]+)\/(oauth2permissiongrants|approleassignments)$/i;

export type DirectoryCollection =
  (typeof COLLECTIONS)[number] | (typeof NESTED)[keyof typeof NESTED] | 'userPermissionGrants' | 'userAssignments';

/** The key of an object: its ID, or an alternate key. */
export interface Key {
  /** In lower case: `id`, `appid`, `uniquename`, `name`. */
  readonly name: string;
  readonly value: string;
}

/** A request for objects of the directory. */
export interface DirectoryPath {
  readonly ok: true;
  readonly collection: DirectoryCollection;
  /** Undefined for the collection itself. */
  readonly key: Key | undefined;
  /** A collection below the object, in lower case, or the type or action after it. */
  readonly child: string | undefined;
  readonly childKey: Key | undefined;
  /** As written, relative to the version. */
  readonly path: string;
  readonly query: string;
  /** Of a path that Graph has and the tenant has not. */
  readonly problem: string | undefined;
}

/** The request for objects of the directory that a URL is, relative to the version; undefined if it is none. */
export function directoryPathAt(url: string): DirectoryPath | undefined {
  const [path = '', query = ''] = url.split('?');
  let text: string;
  try {
    text = decodeURIComponent(path).replace(/^\//, '').replace(/\/$/, '');
  } catch {
    return undefined;
  }
  const [, user, child = ''] = OF_USER.exec(text) ?? [];
  if (user !== undefined) {
    const key = { name: 'id', value: user };
    const rest = { child: undefined, childKey: undefined, problem: undefined };
    const isGrants = child.toLowerCase() === 'oauth2permissiongrants';
    return { ok: true, collection: isGrants ? 'userPermissionGrants' : 'userAssignments', key, path, query, ...rest };
  }
  const collection = collectionIn(text);
  if (collection === undefined) return undefined;
  const { name, rest } = collection;
  const [, alternate, following = ''] = /^\(([^)]*)\)(?:\/(.*))?$/.exec(rest) ?? [];
  const key = alternate === undefined ? undefined : keyIn(alternate);
  const segments = (alternate === undefined ? rest.replace(/^\//, '') : following).split('/').filter(Boolean);
  const first = alternate === undefined && name !== 'me' ? segments.shift() : undefined;
  const own = first === undefined ? key : { name: 'id', value: first };
  const [, below, childAlternate] = /^([^(]*)(?:\(([^)]*)\))?$/.exec(segments[0] ?? '') ?? [];
  const childKey = segments[1] === undefined ? undefined : { name: 'id', value: segments[1] };
  const isSingle = ['me', 'domains', 'authorizationPolicy'].includes(name);
  const isMore = segments.length > 2 || (isSingle && text.toLowerCase() !== collection.path);
  const isUnknown = isMore || (alternate !== undefined && key === undefined);
  return {
    ok: true,
    collection: name,
    key: own,
    child: below === '' ? undefined : below?.toLowerCase(),
    childKey: childAlternate === undefined ? childKey : keyIn(childAlternate),
    path,
    query,
    problem: isUnknown ? notSimulated(`The path '${text}'`) : undefined,
  };
}

/** `path`: in lower case. */
function collectionIn(
  text: string,
): { readonly name: DirectoryCollection; readonly path: string; readonly rest: string } | undefined {
  const lower = text.toLowerCase();
  const isAt = (path: string): boolean => lower === path || ['/', '('].some((next) => lower.startsWith(path + next));
  for (const [path, name] of Object.entries(NESTED))
    if (isAt(path)) return { name, path, rest: text.slice(path.length) };
  const name = COLLECTIONS.find((collection) => isAt(collection.toLowerCase()));
  return name === undefined ? undefined : { name, path: name.toLowerCase(), rest: text.slice(name.length) };
}

function keyIn(text: string): Key | undefined {
  const [, name = 'id', value] = /^(?:(\w+)=)?'((?:[^']|'')*)'$/.exec(text.trim()) ?? [];
  return value === undefined ? undefined : { name: name.toLowerCase(), value: value.replaceAll("''", "'") };
}
