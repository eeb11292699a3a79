import { collectionAt, type Collection } from './collection-path.ts';
import { notSimulated, parsePageQuery, type PageQuery } from './page-query.ts';

/** The parsed request for a mailbox, or the error in its URL. */
export type MailboxPath =
  | { readonly ok: true; readonly address: string; readonly resource: MailboxResource }
  | { readonly ok: false; readonly status: 400; readonly code: string; readonly message: string };

export type MailboxResource =
  /** The user object itself. */
  | { readonly kind: 'user'; readonly select: readonly string[] | undefined }
  | {
      readonly kind: 'mailboxSettings';
      /** A property below `mailboxSettings`; undefined for all of them. */
      readonly property: string | undefined;
      /** Names from `$select`; undefined for everything. */
      readonly select: readonly string[] | undefined;
    }
  | {
      readonly kind: 'mailFolder';
      /** Its id or well-known name. */
      readonly key: string;
      readonly select: readonly string[] | undefined;
    }
  | {
      readonly kind: 'messageRule';
      /** The id or well-known name of its folder. */
      readonly folder: string;
      readonly id: string;
    }
  | { readonly kind: 'calendarPermission'; readonly id: string }
  | {
      readonly kind: 'collection';
      readonly collection: Collection;
      readonly query: PageQuery;
      /** As it was written. */
      readonly url: string;
    };

/** Whether a resource is a permission of the calendar, or the list of them. */
export function isOfCalendar(resource: MailboxResource): boolean {
  return (
    resource.kind === 'calendarPermission' ||
    (resource.kind === 'collection' && resource.collection.name === 'calendarPermissions')
  );
}

/** Resources that Graph has below a user, and the tenant has not. https://learn.microsoft.com/graph/api/resources/user */
const NOT_SIMULATED = new Set([
  'activities',
  'agreementacceptances',
  'approleassignments',
  'authentication',
  'calendar',
  'calendargroups',
  'calendars',
  'calendarview',
  'chats',
  'contactfolders',
  'contacts',
  'createdobjects',
  'directreports',
  'drive',
  'drives',
  'events',
  'extensions',
  'followedsites',
  'inferenceclassification',
  'insights',
  'joinedteams',
  'licensedetails',
  'manager',
  'memberof',
  'messages',
  'onenote',
  'onlinemeetings',
  'outlook',
  'ownedobjects',
  'owneddevices',
  'people',
  'photo',
  'photos',
  'planner',
  'presence',
  'registereddevices',
  'settings',
  'sponsors',
  'teamwork',
  'todo',
  'transitivememberof',
]);

/** The characters that RFC 3986 allows in a path and query. All others must be percent-encoded. */
const URI = /^[A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=%]+$/;

/**
 * Reads a URL relative to the version, such as `/users/x%40y/mailboxSettings`. It is strict where Graph is: nothing
 * unencoded, in particular no `#`. Percent-encoding is decoded once. A name that starts with `$` must be quoted.
 */
export function parseMailboxPath(url: string): MailboxPath {
  if (!URI.test(url))
    return wrong('The request URI is not valid: it contains characters that must be percent-encoded.');
  const [path = '', query, ...more] = url.split('?');
  if (more.length > 0) return wrong('The request URI is not valid.');
  const segments = path.replace(/^\//, '').split('/');
  let [root = '', ...rest] = segments.map(decoded);
  if (segments.some((segment) => decoded(segment) === undefined)) return wrong('The request URI is not valid.');
  let address: string | undefined;
  const quoted = /^users\('((?:[^']|'')+)'\)$/i.exec(root);
  if (quoted?.[1] !== undefined) {
    address = quoted[1].replaceAll("''", "'");
    root = 'users';
  } else {
    [address, ...rest] = rest;
    // It would be a query option or a system segment, such as $count.
    if (root.toLowerCase() === 'users' && address?.startsWith('$') === true) {
      return wrong(`The request URI is not valid. The segment '${address}' must be the last segment in the URI.`);
    }
  }
  if (root.toLowerCase() !== 'users') return wrong(`Resource not found for the segment '${root}'.`);
  if (address === undefined || address === '') return wrong(`Resource not found for the segment '${root}'.`);
  if (rest.length === 0) {
    const select = selectIn(query);
    return typeof select === 'string' ? wrong(select) : { ok: true, address, resource: { kind: 'user', select } };
  }
  const [resource, property, ...deeper] = rest;
  if (resource?.toLowerCase() !== 'mailboxsettings') return collectionPath(address, rest, query ?? '', url);
  if (deeper.length > 0 || property === '') return wrong(`Resource not found for the segment '${deeper[0] ?? ''}'.`);
  const select = selectIn(query);
  if (typeof select === 'string') return wrong(select);
  return { ok: true, address, resource: { kind: 'mailboxSettings', property, select } };
}

/** The names in `$select`, undefined without it, or the error in the query. */
function selectIn(query = ''): readonly string[] | undefined | string {
  const options = new URLSearchParams(query);
  for (const name of options.keys()) {
    if (name === '$expand') return notSimulated(`The query option '${name}' of a single resource`);
    if (name.startsWith('$') && name !== '$select') {
      return `The query specified in the URI is not valid. The query option '${name}' is not supported here.`;
    }
  }
  return options
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
}

function collectionPath(
  address: string,
  segments: readonly (string | undefined)[],
  written: string,
  url: string,
): MailboxPath {
  const collection = collectionAt(segments.map((segment) => segment ?? ''));
  if ('missing' in collection) {
    const { missing } = collection;
    return wrong(
      NOT_SIMULATED.has(missing.toLowerCase())
        ? notSimulated(`'${missing}'`)
        : `Resource not found for the segment '${missing}'.`,
    );
  }
  const query = parsePageQuery(written);
  if (typeof query === 'string') return wrong(query);
  if ('single' in collection) {
    return { ok: true, address, resource: { kind: 'mailFolder', key: collection.single, select: query.select } };
  }
  if ('rule' in collection) {
    const { folder, rule: id } = collection;
    return { ok: true, address, resource: { kind: 'messageRule', folder, id } };
  }
  if ('permission' in collection) {
    return { ok: true, address, resource: { kind: 'calendarPermission', id: collection.permission } };
  }
  return { ok: true, address, resource: { kind: 'collection', collection, query, url } };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function wrong(message: string): MailboxPath {
  return { ok: false, status: 400, code: 'BadRequest', message };
}
