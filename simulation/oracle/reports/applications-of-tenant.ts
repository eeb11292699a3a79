import type { World } from '../../world/world.ts';
import { asText, known, partly, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { ApplicationFact, Facts, Json } from '../facts.ts';
import type { OfTable } from '../run.ts';
import { MAIL, NEEDS, CONFINED, OPENS, rolesOf, type Role } from './applications.ts';

/** What decides which applications the table has. */
export interface TableReading {
  readonly facts: Facts;
  readonly tenant: World['tenant'];
  /** Cmdlets and listings that a fault hides. */
  readonly unread: ReadonlySet<string>;
}

/** A permission of an application. `scope`: undefined if it is not known. */
interface Grant {
  readonly permission: string;
  readonly scope: string | undefined;
  readonly grantedOn: string;
}

const BY_ROLES = 'Exchange.ManageAsApp';
/** Without them, applications may be missing, or permissions of those that are there. */
const OF_GRANTS = ['graph', 'exchange', 'everyone', 'Get-ManagementRoleAssignment', 'Get-ServicePrincipal'];
const OTHERS = ['principals', 'one person', 'Get-ManagementScope', 'Get-ApplicationAccessPolicy'];

/** The table `applications-of-tenant`. */
export function applicationsTable(reading: TableReading): OfTable {
  const { facts, unread } = reading;
  const isUnread = (names: readonly string[]): boolean => names.some((name) => unread.has(name));
  if (['graph', 'exchange', 'Get-ManagementRoleAssignment'].every((name) => unread.has(name)))
    return { statuses: ['access-denied', 'failed'], rows: [], hasGaps: true };
  const isWhole = !isUnread(OF_GRANTS);
  const reaching = facts.applications
    .map((application) => ({ application, grants: grantsOf(application, reading) }))
    .filter(({ grants }) => grants.length > 0)
    .map(({ application, grants }) => ({ row: rowOf(application, grants, isWhole, reading), application, grants }))
    .sort((one, other) => (nameOf(one, reading) < nameOf(other, reading) ? -1 : 1));
  return {
    statuses: ['ok'],
    rows: [...reaching.map(({ row }) => row), ...(isWhole ? [] : [NOTHING])],
    hasGaps: isUnread([...OF_GRANTS, ...OTHERS]),
  };
}

const COLUMNS = ['Application', 'AppId', 'Publisher', 'VerifiedPublisher', 'FirstParty', 'Permission', 'Scope'];
const MORE = ['GrantedOn', 'LastSignIn', 'Owners', 'CredentialExpiresOn', 'Enabled'];
/** Of applications that may be missing. */
const NOTHING: Row = Object.fromEntries([...COLUMNS, ...MORE].map((column) => [column, UNKNOWN]));

interface Reaching {
  readonly application: ApplicationFact;
  readonly grants: readonly Grant[];
}

/** Without the listing of applications, what else names one says who it is: not a consent for everyone. */
function isNamed({ grants }: Pick<Reaching, 'grants'>, { unread }: TableReading): boolean {
  return !unread.has('principals') || grants.some(({ scope }) => scope !== 'delegated');
}

function nameOf(reaching: Reaching, reading: TableReading): string {
  const { name, id } = reaching.application;
  return isNamed(reaching, reading) ? name : id;
}

function rowOf(application: ApplicationFact, grants: readonly Grant[], isWhole: boolean, reading: TableReading): Row {
  const { unread } = reading;
  const isListed = !unread.has('principals');
  const listed = (value: Json): Cell => (isListed ? known(value) : UNKNOWN);
  const list = (items: readonly string[], isCertain: boolean): Cell => (isCertain ? known(items) : partly(items));
  const name = nameOf({ application, grants }, reading);
  // Exchange says the ID of those that it knows.
  const hasAppId = isListed || isOfExchange(application, reading);
  const { appId, publisher, verifiedPublisher, isFirstParty, lastSignIn, owners, secrets, isFederated } = application;
  const expires = isFederated ? undefined : [...secrets].sort().at(-1);
  return {
    Application: isNamed({ grants }, reading) ? known(name) : { is: 'unknown', shown: name },
    AppId: hasAppId ? known(appId) : UNKNOWN,
    Publisher: publisher === null ? UNKNOWN : listed(publisher),
    VerifiedPublisher: listed(verifiedPublisher),
    FirstParty: listed(isFirstParty),
    Permission: list(
      grants.map(({ permission }) => permission),
      isWhole,
    ),
    Scope: scopes(grants, isWhole),
    GrantedOn: list(
      grants.map(({ grantedOn }) => grantedOn),
      isWhole,
    ),
    LastSignIn: lastSignIn === null || !hasAppId ? UNKNOWN : known(lastSignIn),
    Owners: isListed && isFirstParty ? UNKNOWN : known(owners),
    CredentialExpiresOn: expires === undefined ? UNKNOWN : listed(expires),
    Enabled: listed(application.isEnabled),
  };
}

/** What is shown in place of a scope that is not known is for people. */
function scopes(grants: readonly Grant[], isWhole: boolean): Cell {
  const shown = grants.flatMap(({ scope }) => scope ?? []);
  return isWhole && shown.length === grants.length ? known(shown) : { is: 'unknown', shown, isOpen: true };
}

function isOfExchange({ appId }: ApplicationFact, { tenant, unread }: TableReading): boolean {
  if (unread.has('Get-ManagementRoleAssignment') || unread.has('Get-ServicePrincipal')) return false;
  return (tenant.applications ?? []).some((one) => one.appId === appId && rolesOf(one).length > 0);
}

/** By permission; of one permission, consents first, then roles, then delegated consent. */
function grantsOf(application: ApplicationFact, reading: TableReading): readonly Grant[] {
  const { unread } = reading;
  const consents = (['graph', 'exchange'] as const)
    .filter((api) => !unread.has(api))
    .flatMap((api) => application[api])
    .filter((permission) => OPENS[permission] !== undefined || permission === BY_ROLES)
    .map((permission) => ({
      permission,
      scope: scopeOfConsent(application, permission, reading),
      grantedOn: (application.granted[permission] ?? '').slice(0, 10),
    }));
  const all = [...consents, ...ofRoles(application, reading), ...ofEveryone(application, reading)];
  const distinct = new Map(all.map((grant) => [JSON.stringify(grant), grant]));
  return [...distinct.values()].sort((one, other) =>
    one.permission === other.permission ? 0 : one.permission < other.permission ? -1 : 1,
  );
}

function scopeOfConsent(application: ApplicationFact, permission: string, reading: TableReading): string | undefined {
  if (permission === BY_ROLES) return 'roles of the application';
  if (NEEDS[permission] !== undefined) return 'rights on mailboxes';
  return CONFINED.test(permission) ? scopeOfPolicies(application, reading) : 'tenant-wide';
}

/** The policies of an application, and those of all. */
function scopeOfPolicies({ appId }: ApplicationFact, { tenant, unread }: TableReading): string | undefined {
  if (unread.has('Get-ApplicationAccessPolicy')) return undefined;
  const policies = tenant.exchange?.accessPolicies ?? [];
  const isHidden = unread.has('principals') && policies.some(({ application }) => application !== '*');
  if (isHidden) return undefined;
  const name = tenant.applications?.find((one) => one.appId === appId)?.name;
  const own = policies.filter(({ application }) => application === '*' || application === name);
  const named = (right: string): string =>
    own
      .filter((policy) => policy.right === right)
      .map(({ scope }) => scope)
      .join(', ');
  const [restricted, denied] = [named('RestrictAccess'), named('DenyAccess')];
  const scope = restricted === '' ? 'tenant-wide' : `policy ${restricted}`;
  return denied === '' ? scope : `${scope} except policy ${denied}`;
}

function ofRoles({ appId }: ApplicationFact, reading: TableReading): readonly Grant[] {
  const { facts, tenant, unread } = reading;
  if (unread.has('Get-ManagementRoleAssignment') || unread.has('Get-ServicePrincipal')) return [];
  const own = tenant.applications?.find((one) => one.appId === appId);
  const [assignment = {}] = facts.cmdlets['Get-ManagementRoleAssignment'] ?? [];
  return (own === undefined ? [] : rolesOf(own)).map((role) => ({
    permission: role.role.replace('Application ', ''),
    scope: scopeOfRole(role, reading),
    grantedOn: asText(assignment.WhenCreatedUTC).slice(0, 10),
  }));
}

function scopeOfRole({ scope, group, unit }: Role, { facts, tenant, unread }: TableReading): string | undefined {
  if (group !== undefined) return `group ${group}`;
  if (unit !== undefined) {
    const { id = unit } = facts.units.find(({ name }) => name === unit) ?? {};
    return `scope ${unread.has('units') ? id : unit}`;
  }
  if (scope === undefined) return 'tenant-wide';
  const definition = tenant.exchange?.scopes?.find(({ name }) => name === scope);
  const isKnown = definition !== undefined && definition.isExclusive !== true && !unread.has('Get-ManagementScope');
  return isKnown ? `scope ${definition.name}` : undefined;
}

/** Of which API a consent is, the listings of the APIs say. */
function ofEveryone({ consents }: ApplicationFact, { unread }: TableReading): readonly Grant[] {
  if (unread.has('everyone') || unread.has('graph')) return [];
  return consents
    .filter(({ account }) => account === null)
    .flatMap(({ scopes: names }) => names.filter((name) => MAIL.includes(name)))
    .map((permission) => ({ permission, scope: 'delegated', grantedOn: '' }));
}
