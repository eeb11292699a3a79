import type { JsonObject } from '../json.ts';
import { randomUUID } from 'node:crypto';
import { Application, type Owner } from './application.ts';
import { appRoleId, appRoles, EXCHANGE_APP_ID, GRAPH_APP_ID, guidOf } from './app-role-ids.ts';
import type { PasswordCredential } from './password-credentials.ts';
import { BEFORE_ALL, Replication, dateTime, type Moment, type ReplicationDelays } from './replication.ts';

/** What is not as in a usual tenant. */
export interface RegistrationOptions {
  readonly replication?: ReplicationDelays;
  /** Whether only administrators may register applications; false if not given. */
  readonly onlyAdministratorsRegister?: boolean;
  /** How long certificates may be valid, by the application management policy of the tenant; any time if not given. */
  readonly mostCertificateDays?: number;
  /** The tenant has no Exchange Online, so that its principal is missing. */
  readonly withoutExchange?: boolean;
  /** The tenant has no Microsoft Entra ID P1, so that the sign-ins of applications are not listed. */
  readonly withoutPremium?: boolean;
}

/** A service principal. https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export interface ServicePrincipal {
  readonly id: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly since: Moment;
  readonly isFirstParty: boolean;
  accountEnabled: boolean;
  tags: readonly string[];
  notes: string | null;
  secrets: readonly PasswordCredential[];
  /** Epoch ms; undefined until it is deleted. */
  deletedAt: number | undefined;
  /** Undefined: it is in no listing of publishers, owners and sign-ins. */
  about?: PrincipalFacts;
}

/** An administrative unit with the addresses of its users. https://learn.microsoft.com/graph/api/resources/administrativeunit */
export interface AdministrativeUnitOptions {
  readonly name: string;
  readonly members: readonly string[];
  readonly visibility?: 'HiddenMembership';
}

/** Facts about a principal other than its permissions. */
export interface PrincipalFacts {
  readonly publisher: string;
  readonly isVerified: boolean;
  /** Its application is registered in another tenant. */
  readonly isForeign: boolean;
  readonly owners: readonly Owner[];
  /** ISO 8601: as a client, and the use of its API. */
  readonly lastSignIn: string | undefined;
  readonly lastUse: string | undefined;
}

export interface AppRoleAssignment {
  readonly id: string;
  readonly appRoleId: string;
  readonly principalId: string;
  readonly resourceId: string;
  /** Epoch ms. */
  readonly created: number;
  readonly since: Moment;
}

export interface RoleAssignment {
  readonly id: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  readonly since: Moment;
}

/** What a user consented to for a client. https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export interface PermissionGrant {
  readonly id: string;
  readonly clientId: string;
  /** Of the user; null: for everyone. */
  readonly principalId: string | null;
  readonly resourceId: string;
  readonly scopes: readonly string[];
  /** When the first of them was consented to: epoch ms. Graph does not show it of the consent. */
  readonly consented: number;
}

/** The principal of an application that may sign in, or why none is there. */
export type Client =
  | { readonly ok: true; readonly application: Application; readonly principal: ServicePrincipal }
  | { readonly ok: false; readonly reason: 'no-application' | 'no-principal' | 'disabled' };

/** A principal of Microsoft, with the ID that it has in this tenant. */
const FIRST_PARTY: readonly (readonly [clientId: string, name: string])[] = [
  [GRAPH_APP_ID, 'Microsoft Graph'],
  [EXCHANGE_APP_ID, 'Office 365 Exchange Online'],
];

/** The application registrations of a tenant, with their principals and what these may do. */
export class Registrations {
  readonly options: RegistrationOptions;
  readonly replication: Replication;
  readonly tenantId: string;
  /** Verified: the default one first. */
  readonly domains: readonly string[];
  /** With the deleted ones. */
  applications: readonly Application[] = [];
  /** With the deleted ones. */
  principals: readonly ServicePrincipal[] = [];
  assignments: readonly AppRoleAssignment[] = [];
  roleAssignments: readonly RoleAssignment[] = [];
  /** By ID. */
  readonly grants = new Map<string, PermissionGrant>();
  units: readonly AdministrativeUnitOptions[] = [];
  /** The object ID of a user by address. */
  idOfUser: (address: string) => string | undefined = () => undefined;
  /** The present user principal name of a user by object ID; undefined if the user was deleted, or never was in the organization. */
  nameOfUser: (id: string) => string | undefined = () => undefined;
  /** The accounts that were deleted, as the directory keeps them. */
  deletedUsers: () => readonly JsonObject[] = () => [];
  /** Names of app roles, by application ID of the API and ID of the role. */
  readonly #roleNames = new Map<string, Map<string, string>>();
  readonly #clock: () => number;

  constructor(
    options: RegistrationOptions,
    { tenantId, domains }: { readonly tenantId: string; readonly domains: readonly string[] },
    clock: () => number,
  ) {
    this.options = options;
    this.tenantId = tenantId;
    this.domains = domains;
    this.#clock = clock;
    this.replication = new Replication(options.replication ?? {}, clock);
    for (const [clientId, name] of FIRST_PARTY) {
      if (clientId === EXCHANGE_APP_ID && options.withoutExchange === true) continue;
      this.addFirstParty(clientId, name);
      this.#roleNames.set(clientId, new Map([...appRoles(clientId)].map(([role, id]) => [id, role])));
    }
  }

  /** The principal of an application of Microsoft, which is added if the tenant does not have it. */
  addFirstParty(clientId: string, displayName: string): ServicePrincipal {
    const present = this.principals.find((principal) => principal.clientId === clientId);
    if (present !== undefined) return present;
    return this.#addPrincipal(
      { id: guidOf(`${this.tenantId} ${clientId}`), clientId, displayName, since: BEFORE_ALL },
      true,
    );
  }

  /** Epoch ms. */
  get now(): number {
    return this.#clock();
  }

  addApplication(application: Application): void {
    this.applications = [...this.applications, application];
  }

  addPrincipal(application: Application, since: Moment, id: string = randomUUID()): ServicePrincipal {
    const { clientId, displayName } = application;
    return this.#addPrincipal({ id, clientId, displayName, since }, false);
  }

  #addPrincipal(
    identity: Pick<ServicePrincipal, 'id' | 'clientId' | 'displayName' | 'since'>,
    isFirstParty: boolean,
  ): ServicePrincipal {
    const principal = {
      ...identity,
      isFirstParty,
      accountEnabled: true,
      tags: [],
      notes: null,
      secrets: [],
      deletedAt: undefined,
    };
    this.principals = [...this.principals, principal];
    return principal;
  }

  /** Consents to an app role of an API. */
  assign(principalId: string, resource: ServicePrincipal, roleId: string, since: Moment): AppRoleAssignment {
    const id = Buffer.from(`${principalId}${randomUUID()}`).toString('base64url').slice(0, 43);
    const created = this.#clock();
    const assignment = { id, appRoleId: roleId, principalId, resourceId: resource.id, created, since };
    this.assignments = [...this.assignments, assignment];
    return assignment;
  }

  /** Consents to app roles of an API by name, by default before the tenant started. */
  assignByName(principal: ServicePrincipal, resourceAppId: string, names: readonly string[], since = BEFORE_ALL): void {
    const resource = this.principals.find(({ clientId }) => clientId === resourceAppId);
    if (resource === undefined) return;
    for (const name of names) {
      const id = appRoleId(resourceAppId, name);
      this.#roleNames.get(resourceAppId)?.set(id, name);
      this.assign(principal.id, resource, id, since);
    }
  }

  addRole(principalId: string, roleDefinitionId: string, since: Moment): RoleAssignment {
    const id = Buffer.from(`${roleDefinitionId}${principalId}`).toString('base64url').slice(0, 43) + '-1';
    const assignment = { id, roleDefinitionId, principalId, since };
    this.roleAssignments = [...this.roleAssignments, assignment];
    return assignment;
  }

  /** The user with an address. */
  readonly userAt = (address: string): Owner => {
    return { id: this.idOfUser(address) ?? '', displayName: address, userPrincipalName: address };
  };

  /** An owner with the present name, since ownership is kept by ID; none if the user was deleted. */
  readonly presentOwner = (owner: Owner): Owner | [] => {
    const { id, userPrincipalName } = owner;
    if (userPrincipalName === null) return owner;
    const name = this.nameOfUser(id);
    return name === undefined ? [] : { id, displayName: name, userPrincipalName: name };
  };

  /** Records what a user consents to for a client, and returns all that the user has consented to. @param time epoch ms */
  consent(
    grant: Pick<PermissionGrant, 'clientId' | 'principalId' | 'resourceId'>,
    scopes: readonly string[],
    time = this.now,
  ): readonly string[] {
    const id = grantId(grant);
    const before = this.grants.get(id);
    const all = [...new Set([...(before?.scopes ?? []), ...scopes])];
    this.grants.set(id, { ...grant, id, scopes: all, consented: before?.consented ?? time });
    return all;
  }

  /** The app roles of an API, by ID. */
  rolesOf(resourceAppId: string): ReadonlyMap<string, string> {
    return this.#roleNames.get(resourceAppId) ?? new Map();
  }

  /** The application with a client ID that may sign in, as the token endpoint knows it. */
  client(clientId: string): Client {
    const isOwn = (one: { readonly clientId: string }): boolean => one.clientId === clientId.toLowerCase();
    const application = this.applications.find((one) => isOwn(one) && this.isPresent(one));
    if (application === undefined) return { ok: false, reason: 'no-application' };
    const principal = this.principals.find((one) => isOwn(one) && this.isPresent(one));
    if (principal === undefined) return { ok: false, reason: 'no-principal' };
    return principal.accountEnabled ? { ok: true, application, principal } : { ok: false, reason: 'disabled' };
  }

  /** The names of the app roles of an API that a principal has, and its directory roles: what its tokens contain. */
  grantsOf(
    principalId: string,
    resourceAppId: string,
  ): { readonly roles: readonly string[]; readonly directoryRoles: readonly string[] } {
    const resource = this.principals.find(({ clientId }) => clientId === resourceAppId);
    const names = this.rolesOf(resourceAppId);
    const isKnown = ({ since }: { readonly since: Moment }): boolean => this.replication.has('consent', since);
    const roles = this.assignments
      .filter((one) => one.principalId === principalId && one.resourceId === resource?.id && isKnown(one))
      .flatMap((one) => names.get(one.appRoleId) ?? []);
    const directoryRoles = this.roleAssignments
      .filter((one) => one.principalId === principalId && isKnown(one))
      .map(({ roleDefinitionId }) => roleDefinitionId);
    return { roles, directoryRoles };
  }

  /** Whether an application or principal is known to the replicas, and not deleted. */
  isPresent(one: Application | ServicePrincipal): boolean {
    const kind = one instanceof Application ? 'application' : 'principal';
    return one.deletedAt === undefined && this.replication.has(kind, one.since);
  }

  /** Moves an application, with its principal, to the deleted items. */
  deleteApplication(application: Application): void {
    application.deletedAt = this.#clock();
    for (const principal of this.principals) {
      if (principal.clientId === application.clientId) principal.deletedAt ??= application.deletedAt;
    }
  }

  /** Removes a deleted application or principal for good, and with a principal what it may do. */
  purge(id: string): void {
    this.applications = this.applications.filter((one) => one.id !== id);
    this.principals = this.principals.filter((one) => one.id !== id);
    this.assignments = this.assignments.filter(({ principalId }) => principalId !== id);
    this.roleAssignments = this.roleAssignments.filter(({ principalId }) => principalId !== id);
  }

  /** When a deletion was, as Graph writes it. */
  deletedDateTime({ deletedAt }: Application | ServicePrincipal): string | null {
    return deletedAt === undefined ? null : dateTime(deletedAt);
  }
}

/**
 * The ID of a grant. In those that Microsoft documents, it has the IDs of client, API and user, each as the bytes of a GUID; without a
 * user, only the first two (inferred). https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
 */
function grantId({
  clientId,
  resourceId,
  principalId,
}: Pick<PermissionGrant, 'clientId' | 'principalId' | 'resourceId'>): string {
  const ids = [clientId, resourceId, ...(principalId === null ? [] : [principalId])];
  return Buffer.concat(ids.map(guidBytes)).toString('base64url');
}

/** The bytes of a GUID as Windows stores it: its first three parts from the lowest byte on. */
function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ]);
}
