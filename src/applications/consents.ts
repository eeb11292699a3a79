import { property, textIn, type Json, type JsonObject } from '../json.ts';
import { listObjects, type ListingOptions } from '../graph/graph-listing.ts';
import { pageItems, type Query } from '../graph/graph-query.ts';
import { newPageCheck } from '../graph/page-check.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { detailOf, known, reasonOf, shownOf, unknownAs, unknownBecause, type Known } from '../reports/known.ts';
import { consentsPath, mailConsentIn } from './mail-consents.ts';
import { consentedPermission, UNDOCUMENTED, type Api } from './permissions.ts';
import type { Grant, Principal } from './reach.ts';
import { unsaidBy } from './unsaid.ts';

/** The application IDs of Microsoft Graph and Office 365 Exchange Online, the same in all clouds. */
const APIS: Readonly<Record<Api, string>> = {
  graph: '00000003-0000-0000-c000-000000000000',
  exchange: '00000002-0000-0ff1-ce00-000000000000',
};
/**
 * Tenants of Microsoft that own its applications: two of the global cloud, one of each of the others.
 * https://github.com/cisagov/ScubaGear
 */
const MICROSOFT = [
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
  'cab8a31a-1906-4287-a0d8-4eef66b95f6e',
  'a55a4d5b-9241-49b1-b4ff-befa8db00269',
];
/** Of an assignment that grants no permission. https://learn.microsoft.com/graph/api/resources/approleassignment */
const NO_ROLE = '00000000-0000-0000-0000-000000000000';
const MOST = '$top=999';
const PROPERTIES =
  'id,appId,displayName,accountEnabled,appOwnerOrganizationId,verifiedPublisher,keyCredentials,passwordCredentials';
const FEDERATED = 'federatedIdentityCredentials';
/** https://learn.microsoft.com/graph/api/resources/application#relationships */
const CREDENTIALS = `$select=appId,keyCredentials,passwordCredentials&$expand=${FEDERATED}`;
const SIGN_INS = '/beta/reports/servicePrincipalSignInActivities';

/** An application with the columns that do not depend on its permissions. */
export interface ApplicationDetails extends Principal {
  /** Blank: not known, or Entra ID says none. */
  readonly publisher: string | null;
  readonly verifiedPublisher: string | null;
  readonly isFirstParty: boolean | null;
  /** When its last credential expires, ISO 8601; null if one never expires, or none of this tenant is known. */
  readonly credentialExpiresOn: string | null;
}

/** A delegated permission with consent for everyone in the tenant. */
export interface DelegatedGrant {
  readonly principal: Principal;
  readonly scope: string;
}

/** An application as Entra ID lists it, or with what another object says about it. */
export type PrincipalOf = (mention: Omit<Principal, 'isEnabled'>) => Principal;

/** What Entra ID says about the applications of the tenant. A failure takes the place of what could not be read. */
export interface Consents {
  readonly principals: readonly ApplicationDetails[] | QueryFailure;
  readonly principalOf: PrincipalOf;
  readonly grants: Readonly<Record<Api, readonly Grant[] | QueryFailure>>;
  readonly delegated: Known<readonly DelegatedGrant[]>;
  /** Whether the API with an object ID is Graph or Exchange Online. */
  readonly opensMailboxes: (resourceId: string) => Known<boolean>;
}

/** The applications of the tenant, their permissions of Graph and Exchange Online, and delegated permissions with consent for everyone. */
export async function readConsents(options: ListingOptions): Promise<Consents> {
  const [listed, registered, graph, exchange, delegated] = await Promise.all([
    listPrincipals(options),
    listObjects(`/v1.0/applications?${CREDENTIALS}&${MOST}`, options),
    readApi('graph', options),
    readApi('exchange', options),
    listObjects(consentsPath('AllPrincipals'), options),
  ]);
  const principals = listed.status === 'ok' ? detailsOf(listed.value, registered) : listed;
  const principalOf = principalsOf(isFailure(principals) ? [] : principals);
  const grantsOf = (api: Api, read: ApiGrants | QueryFailure): readonly Grant[] | QueryFailure =>
    isFailure(read)
      ? read
      : read.assignments.flatMap((assignment): Grant[] => {
          const roleId = textIn(assignment, 'appRoleId').toLowerCase();
          const permission = read.names.get(roleId) ?? roleId;
          // The name of a role that the API no longer has is not known.
          const opens = read.names.has(roleId) ? consentedPermission(api, permission) : UNDOCUMENTED;
          if (opens === undefined || roleId === NO_ROLE) return [];
          const [id, name] = [textIn(assignment, 'principalId'), textIn(assignment, 'principalDisplayName')];
          // https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps: tokens of applications in a group lack its roles.
          if (['Group', 'User'].includes(textIn(assignment, 'principalType'))) return [];
          const grantedOn = textIn(assignment, 'createdDateTime');
          return [{ principal: principalOf({ id, name, appId: '' }), permission, opens, scope: undefined, grantedOn }];
        });
  const opensMailboxes = (resourceId: string): Known<boolean> => isAmong(resourceId, [graph, exchange]);
  return {
    principals,
    principalOf,
    opensMailboxes,
    grants: { graph: grantsOf('graph', graph), exchange: grantsOf('exchange', exchange) },
    delegated:
      delegated.status === 'ok'
        ? allOf(delegated.value.map((grant) => delegatedGrants(grant, opensMailboxes, principalOf)))
        : unknownBecause(reasonOf(delegated), delegated.error),
  };
}

/** An application that was just added may be missing in the listing. Whether it is enabled, only the listing says. */
function principalsOf(listed: readonly Principal[]): PrincipalOf {
  const byId = new Map(listed.map((principal) => [principal.id, principal]));
  return ({ id: objectId, appId, name }) => {
    const id = objectId.toLowerCase();
    const principal = byId.get(id) ?? { id, appId, name: name || id, isEnabled: undefined };
    byId.set(id, principal);
    return principal;
  };
}

export function isFailure(value: unknown): value is QueryFailure {
  return typeof value === 'object' && value !== null && 'status' in value && 'error' in value;
}

/** The app roles of an API by ID, and who has them. */
interface ApiGrants {
  readonly resourceId: string;
  readonly names: ReadonlyMap<string, string>;
  readonly assignments: readonly JsonObject[];
}

async function readApi(api: Api, options: ListingOptions): Promise<ApiGrants | QueryFailure> {
  const resource = await options.get(`/v1.0/servicePrincipals(appId='${APIS[api]}')?$select=id,appRoles`);
  // A tenant without Exchange Online does not have its principal.
  if (resource.status === 'not-found' && api === 'exchange')
    return { resourceId: '', names: new Map(), assignments: [] };
  if (resource.status !== 'ok') return resource;
  const unsaid = unsaidBy(resource.value, 'the API', { id: 'value', appRoles: 'value' });
  if (unsaid !== undefined) return { status: 'failed', error: detailOf(unsaid) };
  const resourceId = textIn(resource.value, 'id').toLowerCase();
  // By object ID: links to next pages name the principal by it.
  const path = `/v1.0/servicePrincipals/${encodeURIComponent(resourceId)}/appRoleAssignedTo?${MOST}`;
  const assignments = await listObjects(path, options);
  if (assignments.status !== 'ok') return assignments;
  // The application that signs in has permissions of both APIs.
  if (assignments.value.length === 0)
    return { status: 'failed', error: 'Microsoft Graph lists no application with a permission of this API' };
  const roles = property(resource.value, 'appRoles');
  const entries = (Array.isArray(roles) ? roles : []).map(
    (role) => [textIn(role, 'id').toLowerCase(), textIn(role, 'value')] as const,
  );
  const names = new Map(entries.filter(([, name]) => name !== ''));
  return { resourceId, names, assignments: assignments.value };
}

/** Graph v1.0 may not know who publishes an application: `publisherName` is documented for beta. */
async function listPrincipals(options: ListingOptions): Promise<QueryResult<readonly JsonObject[]>> {
  const pathOf = (properties: string): string => `/v1.0/servicePrincipals?$select=${properties}&${MOST}`;
  const all = await listObjects(pathOf(`${PROPERTIES},publisherName`), options);
  return all.status === 'failed' && all.error.includes('publisherName')
    ? listObjects(pathOf(PROPERTIES), options)
    : all;
}

function detailsOf(
  listed: readonly JsonObject[],
  registered: QueryResult<readonly JsonObject[]>,
): readonly ApplicationDetails[] {
  const applications =
    registered.status === 'ok'
      ? new Map(registered.value.map((one) => [textIn(one, 'appId').toLowerCase(), one]))
      : null;
  const details = listed.map((one) => {
    const appId = textIn(one, 'appId');
    const isEnabled = property(one, 'accountEnabled');
    const owner = textIn(one, 'appOwnerOrganizationId').toLowerCase();
    return {
      id: textIn(one, 'id').toLowerCase(),
      appId,
      name: textIn(one, 'displayName') || appId,
      isEnabled: typeof isEnabled === 'boolean' ? isEnabled : undefined,
      publisher: textIn(one, 'publisherName') || null,
      verifiedPublisher: textIn(property(one, 'verifiedPublisher'), 'displayName') || null,
      isFirstParty: owner === '' ? null : MICROSOFT.includes(owner),
      credentialExpiresOn: applications && lastExpiry([one, applications.get(appId.toLowerCase()) ?? {}]),
    };
  });
  return [...Map.groupBy(details, ({ id }) => id).values()].flatMap(withoutRepeats);
}

/** The first of the objects of a principal, which is listed twice if it changes meanwhile. Whether it is enabled is then known only if they agree. */
function withoutRepeats([first, ...others]: readonly ApplicationDetails[]): readonly ApplicationDetails[] {
  if (first === undefined) return [];
  return [others.every(({ isEnabled }) => isEnabled === first.isEnabled) ? first : { ...first, isEnabled: undefined }];
}

/** Credentials of an application of this tenant are on the application, those of SAML and others on its principal. */
function lastExpiry(objects: readonly JsonObject[]): string | null {
  const credentialsOf = (name: string): readonly Json[] => objects.flatMap((one) => property(one, name) ?? []);
  if (credentialsOf(FEDERATED).length > 0) return null;
  const credentials = [...credentialsOf('keyCredentials'), ...credentialsOf('passwordCredentials')];
  return latest(credentials.map((credential) => textIn(credential, 'endDateTime')));
}

function delegatedGrants(
  grant: JsonObject,
  opensMailboxes: Consents['opensMailboxes'],
  principalOf: PrincipalOf,
): Known<readonly DelegatedGrant[]> {
  const consent = mailConsentIn(grant, 'AllPrincipals');
  if (!consent.isKnown) return unknownAs(consent);
  if (consent.value === undefined) return known([]);
  const { clientId, resourceId, scopes } = consent.value;
  const opens = opensMailboxes(resourceId);
  if (!opens.isKnown) return unknownAs(opens);
  if (!opens.value) return known([]);
  const principal = principalOf({ id: clientId, appId: '', name: '' });
  return known(scopes.map((scope) => ({ principal, scope })));
}

function isAmong(resourceId: string, apis: readonly (ApiGrants | QueryFailure)[]): Known<boolean> {
  if (apis.some((api) => !isFailure(api) && api.resourceId === resourceId)) return known(true);
  const unread = apis.find(isFailure);
  return unread === undefined
    ? known(false)
    : unknownBecause(reasonOf(unread), `which API a consent is for: ${unread.error}`);
}

/** The items of all lists. */
function allOf<T>(lists: readonly Known<readonly T[]>[]): Known<readonly T[]> {
  const items = lists.flatMap((list) => shownOf(list) ?? []);
  const unknown = lists.find((list) => !list.isKnown);
  return unknown === undefined ? known(items) : { ...unknownAs(unknown), shown: items };
}

/** When applications signed in last as clients, by application ID in lower case. Not the use of their own APIs by others. */
export async function readSignIns(options: ListingOptions): Promise<QueryResult<ReadonlyMap<string, string | null>>> {
  const rows = await listObjects(`${SIGN_INS}?${MOST}`, options);
  if (rows.status !== 'ok') return rows;
  const clients = ['applicationAuthenticationClientSignInActivity', 'delegatedClientSignInActivity'];
  const entries = rows.value.map((row): readonly [string, string | null] => [
    textIn(row, 'appId').toLowerCase(),
    latest(clients.map((client) => textIn(property(row, client), 'lastSignInDateTime'))),
  ]);
  return { status: 'ok', value: new Map(entries) };
}

/** ISO 8601 in UTC, which sorts as text. */
function latest(times: readonly string[]): string | null {
  return (
    times
      .filter((time) => time !== '')
      .sort()
      .at(-1) ?? null
  );
}

/** An account or an application that owns an application. */
export interface Owner {
  /** The object ID, in lower case; '' if it is not known. */
  readonly id: string;
  /** Its user principal name, else its display name. Others can have the same. */
  readonly name: string;
}

/**
 * The owners of applications by object ID. An application whose owners cannot be read is missing.
 *
 * @param root what the IDs are of: an application in the tenant, and its registration, have owners of their own
 */
export async function readOwners(
  ids: readonly string[],
  readEach: ReadEach,
  root: 'servicePrincipals' | 'applications' = 'servicePrincipals',
): Promise<ReadonlyMap<string, readonly Owner[]>> {
  const found = new Map<string, readonly Owner[]>();
  const query: Query<readonly Owner[]> = {
    version: 'v1.0',
    root,
    path: 'owners?$select=id,displayName,userPrincipalName',
    newCollector: () => {
      const owners: Owner[] = [];
      const check = newPageCheck({});
      return {
        onPage: (page, hasMore) => {
          check(page, hasMore);
          for (const item of pageItems(page)) {
            const id = textIn(item, 'id').toLowerCase();
            owners.push({ id, name: textIn(item, 'userPrincipalName') || textIn(item, 'displayName') || id });
          }
          return [];
        },
        result: () => owners,
      };
    },
  };
  for await (const answers of readEach(ids, query)) {
    for (const { mailbox, results } of answers) {
      const [result] = results;
      if (result?.status === 'ok') found.set(mailbox.address, result.value);
    }
  }
  return found;
}

/** A page of each listing of Graph for the report, the permission that it needs, and what it shows. Only the first is required. */
export const GRAPH_PARTS: readonly {
  readonly path: string;
  readonly needs: string;
  readonly shows: string;
  readonly isGlobalOnly?: boolean;
}[] = [
  {
    path: '/v1.0/servicePrincipals?$select=id&$top=1',
    needs: 'Application.Read.All',
    shows: 'applications and their permissions',
  },
  {
    path: '/v1.0/oauth2PermissionGrants?$top=1',
    needs: 'Directory.Read.All',
    shows: 'delegated permissions with consent for everyone, or of one person',
  },
  {
    path: '/v1.0/groups?$select=id&$top=1',
    needs: 'GroupMember.Read.All',
    shows: 'members of groups that access policies name',
  },
  {
    path: '/v1.0/directory/administrativeUnits?$select=id&$top=1',
    needs: 'AdministrativeUnit.Read.All',
    shows: 'members of administrative units',
  },
  {
    path: `${SIGN_INS}?$top=1`,
    needs: 'AuditLog.Read.All and Microsoft Entra ID P1',
    shows: 'sign-ins of applications',
    isGlobalOnly: true,
  },
];
