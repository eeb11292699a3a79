import type { ListOptions } from '../exchange/exchange-listing.ts';
import type { ListingOptions } from '../graph/graph-listing.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import {
  isFailure,
  readConsents,
  readOwners,
  type Owner,
  readSignIns,
  type ApplicationDetails,
  type Consents,
  type DelegatedGrant,
} from './consents.ts';
import { atLeast, detailOf, known, shownOf, unknownAs, unknownBecause, type Known } from '../reports/known.ts';
import { listed } from '../text/numbers.ts';
import { readPersonalConsents, type PersonalConsents } from './mail-consents.ts';
import { permissionText, policiesOf, type ApplicationFacts, type Grant, type Principal } from './reach.ts';
import { grantsOfRoles, policiesIn, readRoleGrants, type RoleGrants } from './role-grants.ts';
import { membersOf, type ScopeMembers } from './scope-members.ts';
import { BY_ROLES, TENANT_WIDE } from '../text/through.ts';

/** Where to read the applications of a tenant. */
export interface ApplicationServices {
  readonly graph: ListingOptions;
  readonly readEach: ReadEach;
  readonly exchange: ListOptions;
  /** Whether the cloud has the sign-ins of applications. */
  readonly hasSignIns: boolean;
  readonly notice: (message: string) => void;
}

/** An application with a permission that reaches mailboxes, or perhaps does. */
export interface TenantApplication {
  readonly details: ApplicationDetails;
  /** In the order of their names. `scope`: whose mailboxes a permission opens; if that is not known, it shows why. */
  readonly grants: readonly {
    readonly permission: string;
    readonly scope: Known<string>;
    readonly grantedOn: string;
  }[];
  /** When it signed in last as a client, ISO 8601; null if that is not known. */
  readonly lastSignIn: string | null;
  /** Null if they are not known. */
  readonly owners: readonly string[] | null;
}

/** Which trustees of rights on mailboxes are applications. */
export interface ApplicationTrustees {
  /** By object ID: the SID, '' if it is not known, and the names in lower case. */
  readonly byPrincipal: ReadonlyMap<string, { readonly sid: string; readonly names: ReadonlySet<string> }>;
  /** Of all applications whose SID is known. */
  readonly sids: ReadonlySet<string>;
  /** Why the SIDs of applications are not known; undefined if they are. */
  readonly unknown: string | undefined;
}

/** The mailboxes of a scope that was not read. */
export const NO_MEMBERS = unknownBecause('not-read', 'not read');

/** What a run knows about the applications of its tenant. */
export interface TenantApplications {
  readonly facts: ApplicationFacts;
  readonly personal: PersonalConsents;
  readonly members: ReadonlyMap<string, Known<ScopeMembers>>;
  readonly trustees: ApplicationTrustees;
  readonly applications: readonly TenantApplication[];
  /** Why nothing is known about any application. */
  readonly failure: QueryFailure | undefined;
  /** What was not read, as a sentence; '' if nothing. */
  readonly gaps: string;
  /** Whether `applications` may lack some because of that, or some of their permissions. */
  readonly lacksApplications: boolean;
}

/** Reads the applications of the tenant, their permissions, and whose mailboxes these are about. Rejects if the run is cancelled. */
export async function readApplications(services: ApplicationServices): Promise<TenantApplications> {
  const { graph, exchange, hasSignIns, notice } = services;
  const listing = readPersonalConsents(graph);
  // Its rejection, if the run is cancelled, is that of the others.
  listing.catch(() => undefined);
  const [consents, roles, signIns] = await Promise.all([
    readConsents(graph),
    readRoleGrants(exchange),
    hasSignIns ? readSignIns(graph) : undefined,
  ]);
  const ofRoles = grantsOfRoles(roles, consents.principalOf);
  const { policies, scopes: ofPolicies } = policiesIn(roles.policies);
  const scopes = [...ofRoles.scopes, ...ofPolicies];
  const answers = await Promise.all(scopes.map((scope) => membersOf(scope, { graph, exchange })));
  const members = new Map(scopes.map((scope, at) => [scope.members, answers[at] ?? NO_MEMBERS] as const));
  const grants = [
    ...[consents.grants.graph, consents.grants.exchange].flatMap((part) => (isFailure(part) ? [] : part)),
    ...ofRoles.grants.map((grant) => withName(grant, members)),
  ];
  const delegated = shownOf(consents.delegated) ?? [];
  const consented = [...new Set(delegated.map(({ principal }) => principal))];
  const listedOnes = isFailure(consents.principals) ? [] : consents.principals;
  const withoutRecord = new Set([...grants, ...delegated].map(({ principal }) => principal));
  const details = [...new Set([...listedOnes, ...withoutRecord])].map(detailsOf);
  const reaching = details.filter(({ id }) => [...grants, ...delegated].some(({ principal }) => principal.id === id));
  const owners = await readOwners(
    reaching.flatMap(({ id, isFirstParty }) => (isFirstParty === true || id === '' ? [] : [id])),
    services.readEach,
  );
  const personal = (await listing)({
    clientOf: (id) => consents.principalOf({ id, appId: '', name: '' }),
    opensMailboxes: consents.opensMailboxes,
  });
  const failedSignIns = signIns !== undefined && signIns.status !== 'ok' ? signIns : undefined;
  const gaps = noticeOf(consents, personal, roles, failedSignIns);
  if (gaps !== '') notice(gaps);
  const lastSignIns = signIns?.status === 'ok' ? signIns.value : new Map<string, string | null>();
  const failures = [consents.grants.graph, consents.grants.exchange].filter(isFailure);
  return {
    facts: {
      principals: details,
      grants,
      policies,
      delegated: consents.delegated.isKnown ? known(consented) : { ...unknownAs(consents.delegated), shown: consented },
      gaps: [...gapsOf(consents), ...ofRoles.gaps],
    },
    personal,
    members,
    trustees: trusteesOf(roles, details),
    applications: reaching
      .map((one) => applicationOf(one, grants, delegated, policies, { lastSignIns, owners }))
      .sort((one, other) => (one.details.name < other.details.name ? -1 : 1)),
    failure: failures.length === 2 && !roles.assignments.isKnown ? failures[0] : undefined,
    gaps,
    lacksApplications: failures.length > 0 || !consents.delegated.isKnown || ofRoles.gaps.length > 0,
  };
}

function detailsOf(principal: ApplicationDetails | Principal): ApplicationDetails {
  const unknown = { publisher: null, verifiedPublisher: null, isFirstParty: null, credentialExpiresOn: null };
  return 'publisher' in principal ? principal : { ...unknown, ...principal };
}

function withName(grant: Grant, members: TenantApplications['members']): Grant {
  const { scope } = grant;
  if (scope === undefined || scope.kind === 'tenant' || scope.kind === 'unknown') return grant;
  const found = members.get(scope.members);
  const name = found?.isKnown === true ? found.value.name : undefined;
  return name === undefined ? grant : { ...grant, scope: { ...scope, name } };
}

function gapsOf({ principals, grants }: Consents): readonly string[] {
  const parts: readonly (readonly [string, unknown])[] = [
    ['applications of the tenant', principals],
    ['permissions of Microsoft Graph', grants.graph],
    ['permissions of Office 365 Exchange Online', grants.exchange],
  ];
  return parts.flatMap(([name, part]) => (isFailure(part) ? [`${name}: ${part.error}`] : []));
}

/** What is missing, in one sentence for the run, with what it needs; '' if nothing is. */
function noticeOf(
  { principals, grants, delegated }: Consents,
  { ofOthers }: PersonalConsents,
  roles: RoleGrants,
  signIns: QueryFailure | undefined,
): string {
  const graph: readonly (readonly [what: string, needs: string, part: unknown])[] = [
    ['the applications of the tenant', 'Application.Read.All', principals],
    ['permissions of Microsoft Graph', 'Application.Read.All', grants.graph],
    ['permissions of Office 365 Exchange Online', 'Application.Read.All', grants.exchange],
    ['delegated permissions with consent for everyone', 'Directory.Read.All', unreadOf(delegated)],
    ['those of one person', 'Directory.Read.All', unreadOf(ofOthers)],
    ['sign-ins of applications', 'AuditLog.Read.All and Microsoft Entra ID P1', signIns],
  ];
  const exchange: readonly (readonly [what: string, parts: readonly Known<unknown>[]])[] = [
    ['roles of RBAC for Applications', [roles.assignments, roles.principals]],
    ['their scopes', [roles.scopes]],
    ['application access policies', [roles.policies]],
  ];
  const lacking = exchange.flatMap(([what, parts]) => {
    const cause = parts.find((part) => !part.isKnown);
    return cause === undefined ? [] : [{ what, detail: detailOf(cause) }];
  });
  const [first] = lacking;
  const gaps: readonly Gap[] = [
    ...graph.flatMap(([what, needs, part]) =>
      isFailure(part) && part.status !== 'cancelled' ? [{ what, needs, reason: part.error }] : [],
    ),
    ...lacking.map(({ what }) => ({
      what,
      needs: 'Exchange.ManageAsApp and the role View-Only Configuration or Global Reader',
      reason: first?.detail ?? '',
    })),
  ];
  return gaps.length === 0 ? '' : `About applications, the run does not know ${gapsText(gaps)}.`;
}

/** A listing that was not read, as a failure. */
function unreadOf(listing: Known<unknown>): QueryFailure | undefined {
  const isUnread = !listing.isKnown && listing.shown === undefined && listing.reason !== 'not-read';
  return isUnread ? { status: 'failed', error: detailOf(listing) } : undefined;
}

/** What is not known about applications. */
interface Gap {
  readonly what: string;
  readonly needs: string;
  readonly reason: string;
}

/** What is not known, by what it needs, with the first answer of the service: `a and b (needed: X; 403); c (needed: Y; 403)`. */
function gapsText(gaps: readonly Gap[]): string {
  const byNeeds = [...Map.groupBy(gaps, ({ needs }) => needs)];
  return byNeeds
    .map(([needs, of]) => {
      const what = listed(
        of.map((gap) => gap.what),
        'and',
      );
      return `${what} (needed: ${needs}; ${of[0]?.reason.replace(/\.$/, '') ?? ''})`;
    })
    .join('; ');
}

/** Without names that several applications have. Only applications that Exchange has a record of can have rights. */
function trusteesOf({ principals }: RoleGrants, all: readonly Principal[]): TenantApplications['trustees'] {
  const records = principals.isKnown
    ? principals.value
    : all.map(({ id, appId, name }) => ({ id, sid: '', names: [id, appId.toLowerCase(), name.toLowerCase()] }));
  const owners = Map.groupBy(
    records.flatMap(({ id, names }) => [...new Set(names)].map((name) => ({ id, name }))),
    ({ name }) => name,
  );
  const trustees = records.map(({ id, sid, names }) => {
    const own = names.filter((name) => owners.get(name)?.length === 1);
    return [id, { sid, names: new Set(own) }] as const;
  });
  const sids = new Set(records.flatMap(({ sid }) => (sid === '' ? [] : [sid])));
  return { byPrincipal: new Map(trustees), sids, unknown: principals.isKnown ? undefined : detailOf(principals) };
}

function applicationOf(
  details: ApplicationDetails,
  grants: readonly Grant[],
  delegated: readonly DelegatedGrant[],
  policies: ApplicationFacts['policies'],
  {
    lastSignIns,
    owners,
  }: {
    readonly lastSignIns: ReadonlyMap<string, string | null>;
    readonly owners: ReadonlyMap<string, readonly Owner[]>;
  },
): TenantApplication {
  const isOwn = ({ principal }: { readonly principal: Principal }): boolean => principal.id === details.id;
  const rows = [
    ...grants.filter(isOwn).map((grant) => ({
      permission: permissionText(grant),
      scope: scopeIn(grant, policies),
      grantedOn: grant.grantedOn.slice(0, 10),
    })),
    ...delegated.filter(isOwn).map(({ scope }) => ({ permission: scope, scope: known('delegated'), grantedOn: '' })),
  ];
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return {
    details,
    grants: [...distinct.values()].sort((one, other) => (one.permission < other.permission ? -1 : 1)),
    lastSignIn: lastSignIns.get(details.appId.toLowerCase()) ?? null,
    owners: owners.get(details.id)?.map(({ name }) => name) ?? null,
  };
}

/** Whose mailboxes a permission opens, as far as it is the same for all. */
function scopeIn({ principal, opens, scope }: Grant, policies: ApplicationFacts['policies']): Known<string> {
  if (opens.opens === 'roles') return known(BY_ROLES);
  if (opens.rights !== undefined) return known('rights on mailboxes');
  if (scope === undefined) return opens.isConfined === true ? scopeByPolicies(principal, policies) : known(TENANT_WIDE);
  switch (scope.kind) {
    case 'tenant':
      return known(TENANT_WIDE);
    case 'unknown':
      return atLeast(`not known: scope ${scope.name}`.trim());
    case 'scope':
    case 'group':
      return known(`${scope.kind} ${scope.name}`);
  }
}

function scopeByPolicies(principal: Principal, policies: ApplicationFacts['policies']): Known<string> {
  // Policies name applications by an ID that only the listing of applications has.
  const isUnknown = !policies.isKnown || (principal.appId === '' && policies.value.some(({ appId }) => appId !== '*'));
  if (isUnknown) return atLeast('not known: access policies');
  const own = policiesOf(principal, policies.value);
  const names = (isDenied: boolean): string =>
    own
      .filter((policy) => policy.isDenied === isDenied)
      .map(({ name }) => name)
      .join(', ');
  const [restricted, denied] = [names(false), names(true)];
  const except = denied === '' ? '' : ` except policy ${denied}`;
  return known((restricted === '' ? TENANT_WIDE : `policy ${restricted}`) + except);
}
