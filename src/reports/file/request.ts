import { choice, record, text, truth, type YamlRecord } from '../../files/fields.ts';
import type { UserError } from '../../errors.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { JsonObject } from '../../json.ts';
import type { ChildrenRequest, ListingRequest, ReportRequest } from '../definition.ts';
import type { ListedTable } from '../table.ts';
import { EXPRESSION } from './expression-reader.ts';
import { CHILDREN_PATH, LISTING_PATH, PATH } from './path.ts';
import { QUERY, readQuery } from './query.ts';

const CHILDREN = record({
  path: {
    is: CHILDREN_PATH,
    required: true,
    description: "The path below /users/{mailbox}/, with {id} in place of the row's id.",
    examples: ['mailFolders/{id}/childFolders'],
  },
  query: { is: QUERY, description: "Query options of these requests. Default: those of the report's request." },
  when: {
    is: EXPRESSION,
    description: 'JMESPath on a row: whether the row has children. Default: children of every row are requested.',
    examples: ['childFolderCount > `0`'],
  },
});

const VERSION = {
  is: choice('v1.0', 'beta'),
  description: 'The version of Microsoft Graph. Responses of beta may change at any time.',
  default: 'v1.0',
};
const OPTIONS = {
  is: QUERY,
  description: 'Options of OData and others, not encoded. Or one text such as $top=100&$select=id.',
};

/** `request` of a report from a listing of the tenant. */
const LISTING = record({
  listing: {
    is: LISTING_PATH,
    required: true,
    description: 'A listing of the tenant, of which all pages are read: its path below the version, percent-encoded.',
    examples: ['users', "reports/getMailboxUsageDetail(period='D7')"],
  },
  match: {
    is: text({
      pattern: /^[A-Za-z]\w{0,99}$/,
      hint: () => 'Write the name of a property of the objects, such as userPrincipalName.',
    }),
    required: true,
    description: 'The property that names the mailbox of an object: the address in the list, whatever its case.',
    examples: ['userPrincipalName'],
  },
  absent: {
    is: choice('unknown', 'blank'),
    description: 'What it means that the listing lacks a mailbox: its cells are unknown, or blank.',
    default: 'unknown',
  },
  version: VERSION,
  query: OPTIONS,
});

/** `request` of a report about the tenant, from a listing. */
const TABLE_LISTING = record({
  listing: {
    is: LISTING_PATH,
    required: true,
    description: 'A listing of the tenant, of which all pages are read: its path below the version, percent-encoded.',
    examples: ['domains', 'identity/conditionalAccess/policies'],
  },
  version: VERSION,
  query: OPTIONS,
});

/** For editors: `request` of a report about the tenant. */
export const TABLE_LISTING_SCHEMA: JsonObject = TABLE_LISTING.schema;

/** Reads `request` of a report about the tenant. */
export function readTableListing(value: YamlValue): ListedTable['request'] | undefined {
  for (const key of ['path', 'cmdlet', 'match', 'absent'] as const) {
    const entry = value.entry(key);
    if (entry === undefined) continue;
    const [what, hint] = REFUSED_OF_TENANT[key];
    value.report(`"${key}" ${what}`, hint, entry.keyOffset);
    return undefined;
  }
  const keys = TABLE_LISTING.read(value);
  const listing = keys?.get('listing');
  const options = keys?.get('query');
  const query = options && readQuery(options);
  return listing === undefined ? undefined : { listing, version: keys?.get('version') ?? 'v1.0', query };
}

/** What is wrong about a key of `request` with `about: tenant`, and what to write instead. */
const REFUSED_OF_TENANT = {
  path: [
    'is about a mailbox, and the report about the tenant.',
    'Name a "listing", such as domains, or remove "about: tenant".',
  ],
  cmdlet: ['is of Exchange Online.', 'Add "source: exchange" to the file.'],
  match: ['names mailboxes, and the report is about the tenant.', 'Remove it, or remove "about: tenant".'],
  absent: ['is about mailboxes, and the report about the tenant.', 'Remove it, or remove "about: tenant".'],
} as const;

/** `request` of a report from Microsoft Graph that is read mailbox by mailbox. */
const REQUEST = record({
  path: {
    is: PATH,
    required: true,
    description:
      'The path below /users/{mailbox}/, percent-encoded, without a query. Empty: the user itself, with $select.',
    examples: ['outlook/masterCategories', 'mailFolders/inbox/messageRules', ''],
  },
  version: VERSION,
  query: OPTIONS,
  'first-page-only': {
    is: truth,
    description: 'Read only the first page of the response, for example the newest message by $orderby and $top.',
    default: false,
  },
  children: {
    is: CHILDREN,
    description:
      'For rows that contain rows, such as folders: the request for the rows below each row, down to the leaves. Expressions find the rows above a row, outermost first, under `parents`.',
  },
});

/** For editors: the keys depend on whether a listing is named. */
export const REQUEST_SCHEMA: JsonObject = {
  if: { required: ['listing'] },
  then: LISTING.schema,
  else: REQUEST.schema,
};

/** Reads `request` of a listing; undefined also if it names none. */
export function readListing(value: YamlValue): ListingRequest | undefined {
  const keys = LISTING.read(value);
  const listing = keys?.get('listing');
  const match = keys?.get('match');
  const absent = keys?.get('absent');
  const version = keys?.get('version') ?? 'v1.0';
  const options = keys?.get('query');
  const query = options && readQuery(options);
  return listing === undefined || match === undefined ? undefined : { listing, match, absent, version, query };
}

/** Reads `request`. Queries that probably do not do what was meant are added to the warnings. */
export function readRequest(value: YamlValue, warnings: UserError[]): ReportRequest | undefined {
  if (value.entry('cmdlet') !== undefined) {
    return value.reject('has a cmdlet.', 'Add "source: exchange" to the file.');
  }
  const keys = REQUEST.read(value);
  const path = keys?.get('path');
  const version = keys?.get('version') ?? 'v1.0';
  const options = keys?.get('query');
  const query = options && readQuery(options);
  if (path === '' && selected(query).includes('signinactivity')) {
    options?.report(
      'The option $select names signInActivity, which Graph does not return for a user principal name.',
      'Remove it. Graph returns it only by object ID and in listings: GET /users?$select=userPrincipalName,signInActivity ' +
        'with AuditLog.Read.All and Microsoft Entra ID P1.',
    );
  }
  const firstPageOnly = keys?.get('first-page-only') === true || undefined;
  const below = keys?.get('children');
  const children = below && readChildren(below);
  if (path === undefined) return undefined;
  const request = { path, version, query, firstPageOnly, children };
  const offset = value.entry('query')?.keyOffset ?? value.offset;
  for (const [message, hint] of queryWarnings(request)) warnings.push(value.problems.problem(offset, message, hint));
  return request;
}

/** The properties under `$select`, in lower case: Graph compares them without case. */
function selected({ $select = '' }: Readonly<Record<string, string>> = {}): readonly string[] {
  return $select.split(',').map((name) => name.trim().split('/', 1).join().toLowerCase());
}

function readChildren(keys: YamlRecord<{ path: string; query: YamlValue; when: string }>): ChildrenRequest | undefined {
  const path = keys.get('path');
  const options = keys.get('query');
  const query = options && readQuery(options);
  const when = keys.get('when');
  return path === undefined ? undefined : { path, query, when };
}

function queryWarnings({ path, query = {}, firstPageOnly }: ReportRequest): [message: string, hint: string][] {
  const has = (option: string): boolean => query[option] !== undefined;
  const warnings: [message: string, hint: string][] = [];
  if (has('$orderby') && has('$top') && firstPageOnly !== true) {
    warnings.push([
      'All pages are read: "$top" is the size of a page, not the number of rows.',
      'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
    ]);
  }
  if (path === '' && !has('$select')) {
    warnings.push([
      'The user is read without "$select", so Graph returns only its default properties.',
      "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
    ]);
  }
  return warnings;
}
