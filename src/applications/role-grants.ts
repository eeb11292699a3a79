import { objectsOfCommand, requireObjects, type ListOptions } from '../exchange/exchange-listing.ts';
import { isGuid, property, textIn, type Json, type JsonObject } from '../json.ts';
import {
  detailOf,
  known,
  unknownAs,
  unknownBecause,
  type Known,
  type UnknownReason,
  type UnknownValue,
} from '../reports/known.ts';
import { APPLICATION_ROLE, rolePermissions } from './permissions.ts';
import type { PrincipalOf } from './consents.ts';
import type { AccessPolicy, Grant, Scope } from './reach.ts';
import { unlessRefused, type ScopeKey } from './scope-members.ts';
import { unsaidBy } from './unsaid.ts';

/** What Exchange Online says about applications. */
export interface RoleGrants {
  readonly principals: Known<readonly ExchangePrincipal[]>;
  readonly assignments: Known<readonly JsonObject[]>;
  readonly scopes: Known<readonly JsonObject[]>;
  readonly policies: Known<readonly JsonObject[]>;
}

/** Exchange's own record of an application. */
export interface ExchangePrincipal {
  /** Object ID in Entra ID, in lower case. */
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  /** Names by which other objects may have it, in lower case. */
  readonly names: readonly string[];
  /** In lower case; '' if it is not known. */
  readonly sid: string;
}

const COMMANDS = {
  principals: { cmdlet: 'Get-ServicePrincipal', select: ['ObjectId', 'AppId', 'DisplayName', 'Identity', 'Sid'] },
  assignments: {
    cmdlet: 'Get-ManagementRoleAssignment',
    select: [
      'Role',
      'RoleAssignee',
      'RoleAssigneeName',
      'RoleAssigneeType',
      'RoleAssignmentDelegationType',
      'Enabled',
      'CustomResourceScope',
      'RecipientWriteScope',
      'CustomRecipientWriteScope',
      'RecipientGroupScope',
      'WhenCreatedUTC',
      'WhenCreated',
    ],
  },
  scopes: {
    cmdlet: 'Get-ManagementScope',
    select: ['Name', 'ScopeRestrictionType', 'Exclusive', 'RecipientRoot', 'RecipientFilter'],
  },
  policies: {
    cmdlet: 'Get-ApplicationAccessPolicy',
    select: ['AppId', 'AccessRight', 'ScopeName', 'ScopeIdentity', 'ScopeIdentityRaw', 'IsValid'],
  },
} as const;

/** The cmdlets that list what Exchange Online says about applications, and the mailboxes of scopes. */
export const APPLICATION_CMDLETS = [...Object.values(COMMANDS).map(({ cmdlet }) => cmdlet), 'Get-Recipient'];

/** Roles of RBAC for Applications, their scopes, and access policies. Rejects if the run is cancelled. */
export async function readRoleGrants(options: ListOptions): Promise<RoleGrants> {
  // The service may not have every property of an older or a newer organization, so all are requested.
  const read = ({ cmdlet, select }: (typeof COMMANDS)[keyof typeof COMMANDS]): Promise<Known<readonly JsonObject[]>> =>
    unlessRefused(async () => {
      const objects = await objectsOfCommand({ cmdlet, parameters: {}, select, requestsAll: true }, options);
      return known(requireObjects(cmdlet, objects));
    });
  const [principals, assignments, scopes, policies] = await Promise.all([
    read(COMMANDS.principals),
    read(COMMANDS.assignments),
    read(COMMANDS.scopes),
    read(COMMANDS.policies),
  ]);
  return {
    principals: principals.isKnown ? known(principals.value.map(principalIn)) : unknownAs(principals),
    assignments,
    scopes,
    policies,
  };
}

function principalIn(object: JsonObject): ExchangePrincipal {
  const [id, appId, name] = [textIn(object, 'ObjectId'), textIn(object, 'AppId'), textIn(object, 'DisplayName')];
  const sid = textIn(object, 'Sid');
  const names = [id, appId, name, textIn(object, 'Identity'), sid];
  return {
    id: id.toLowerCase(),
    appId,
    name: name || appId,
    names: names.filter((one) => one !== '').map((one) => one.toLowerCase()),
    sid: sid.toLowerCase(),
  };
}

/** Assignees that are no applications. https://learn.microsoft.com/powershell/module/exchange/get-managementroleassignment#-roleassigneetype */
const OTHER_ASSIGNEES =
  /^(?:User|SecurityGroup|RoleGroup|RoleAssignmentPolicy|ForeignSecurityPrincipal|Computer|LinkedRoleGroup|PartnerLinkedRoleGroup)$/i;

/** The grants of RBAC for Applications, the scopes that they name, and why some of them may be missing. */
export function grantsOfRoles(
  { principals, assignments, scopes }: RoleGrants,
  principalOf: PrincipalOf,
): { readonly grants: readonly Grant[]; readonly scopes: readonly ScopeKey[]; readonly gaps: readonly string[] } {
  const unread = (cause: UnknownValue<unknown>) => {
    return { grants: [], scopes: [], gaps: [`RBAC for Applications: ${detailOf(cause)}`] };
  };
  if (!assignments.isKnown) return unread(assignments);
  if (!principals.isKnown) return unread(principals);
  const keys = new Map<string, ScopeKey>();
  const gaps = new Set<string>();
  const grants = assignments.value.flatMap((assignment): Grant[] => {
    const unsaid = unsaidBy(assignment, 'an assignment of a role', { Role: 'value' });
    if (unsaid !== undefined) gaps.add(`RBAC for Applications: ${detailOf(unsaid)}`);
    const role = textIn(assignment, 'Role');
    const isDelegating = !/^(?:|Regular)$/i.test(textIn(assignment, 'RoleAssignmentDelegationType'));
    const isOther = OTHER_ASSIGNEES.test(textIn(assignment, 'RoleAssigneeType'));
    if (!APPLICATION_ROLE.test(role) || isDelegating || isOther || property(assignment, 'Enabled') === false) return [];
    const assignees = ['RoleAssignee', 'RoleAssigneeName']
      .map((name) => textIn(assignment, name))
      .filter((name) => name !== '');
    const matches = assignees
      .map((name) => principals.value.filter((one) => one.names.includes(name.toLowerCase())))
      .find(({ length }) => length > 0);
    const [match, ...namesakes] = matches ?? [];
    if (match === undefined || namesakes.length > 0) {
      const [assignee = ''] = assignees;
      gaps.add(`RBAC for Applications: ${assignee} has the role ${role}, and it is not known which application it is`);
      return [];
    }
    const { scope, key } = scopeOf(assignment, scopes);
    if (key !== undefined) keys.set(key.members, key);
    const grantedOn = timeIn(assignment);
    return rolePermissions(role).map(([permission, opens]) => ({
      principal: principalOf(match),
      permission,
      opens,
      scope,
      grantedOn,
    }));
  });
  return { grants, scopes: [...keys.values()], gaps: [...gaps] };
}

interface AssignedScope {
  readonly scope: Scope;
  /** How to read its mailboxes. */
  readonly key?: ScopeKey;
}

/** https://learn.microsoft.com/exchange/permissions-exo/application-rbac: a scope of another kind is unknown. */
function scopeOf(assignment: JsonObject, scopes: RoleGrants['scopes']): AssignedScope {
  const unsaid = unsaidBy(assignment, 'the assignment', { Enabled: 'value', RecipientWriteScope: 'value' });
  if (unsaid !== undefined) return { scope: { kind: 'unknown', name: '', cause: unsaid } };
  const text = (property: string): string => textIn(assignment, property).trim();
  const [write, custom, group] = [
    text('RecipientWriteScope'),
    text('CustomRecipientWriteScope'),
    text('RecipientGroupScope'),
  ];
  const name = text('CustomResourceScope') || custom;
  if (group !== '' || /^Group$/i.test(write)) {
    const identity = group || name;
    const members = `group ${identity}`;
    return { scope: { kind: 'group', name: identity, members }, key: { kind: 'group', members, identity } };
  }
  if (name === '') {
    return /^(?:Organization|Not\s?Applicable)$/i.test(write)
      ? { scope: { kind: 'tenant' } }
      : { scope: unknownScope(write, undefined, 'a scope of this kind is not supported') };
  }
  const unit = (id: string): AssignedScope => {
    const members = `unit ${id.toLowerCase()}`;
    return { scope: { kind: 'scope', name: id, members }, key: { kind: 'unit', members, id: id.toLowerCase() } };
  };
  if (/^AdministrativeUnit$/i.test(write)) return unit(custom || name);
  if (!scopes.isKnown) return { scope: unknownScope(name, scopes.reason, detailOf(scopes)) };
  const definition = scopes.value.find((one) => textIn(one, 'Name').toLowerCase() === name.toLowerCase());
  if (definition === undefined)
    return isGuid(name)
      ? unit(name)
      : { scope: unknownScope(name, 'not-in-the-answer', 'Exchange Online lists no such scope') };
  return managementScope(name, definition);
}

function unknownScope(name: string, reason: UnknownReason | undefined, detail: string): Scope {
  return { kind: 'unknown', name, cause: unknownBecause(reason, detail) };
}

function managementScope(name: string, definition: JsonObject): AssignedScope {
  const unknown = (detail: string): AssignedScope => ({ scope: unknownScope(name, undefined, detail) });
  const filter = textIn(definition, 'RecipientFilter');
  const type = textIn(definition, 'ScopeRestrictionType');
  if (property(definition, 'Exclusive') !== false) return unknown('the scope is, or may be, exclusive');
  if (!/^(?:|RecipientScope)$/i.test(type)) return unknown(`a ${type} is not supported`);
  if (filter === '') return unknown('the scope has no recipient filter');
  // The root of the tenant itself restricts nothing.
  const root = textIn(definition, 'RecipientRoot');
  if (root.includes('/') && !/\/[^/]+\.(?:onmicrosoft\.(?:com|us)|onmschina\.cn)\/?$/i.test(root))
    return unknown(`the organizational unit ${root} restricts it`);
  const members = `filter ${filter}`;
  return { scope: { kind: 'scope', name, members }, key: { kind: 'filter', members, filter } };
}

/** ISO 8601 of `2026-03-01T08:00:00.0000000+00:00`. */
function timeIn(assignment: JsonObject): string {
  const time = textIn(assignment, 'WhenCreatedUTC') || textIn(assignment, 'WhenCreated');
  return /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/.test(time) ? `${time.slice(0, 19)}Z` : '';
}

/** The access policies, and whose mailboxes they are about. */
export function policiesIn(policies: RoleGrants['policies']): {
  readonly policies: Known<readonly AccessPolicy[]>;
  readonly scopes: readonly ScopeKey[];
} {
  if (!policies.isKnown) {
    return { policies: unknownAs(policies, `access policies: ${detailOf(policies)}`), scopes: [] };
  }
  const keys = new Map<string, ScopeKey>();
  const found = policies.value.flatMap((policy): AccessPolicy[] => {
    const [, id = ''] = textIn(policy, 'ScopeIdentityRaw').split(';');
    const name = textIn(policy, 'ScopeName') || textIn(policy, 'ScopeIdentity') || id;
    const appId = textIn(policy, 'AppId').toLowerCase() || '*';
    const right = textIn(policy, 'AccessRight');
    const unsaid = unsaidBy(policy, 'the policy', { AppId: 'value', AccessRight: 'value' });
    if (unsaid === undefined && /^(?:RestrictAccess|DenyAccess)$/i.test(right)) {
      const key = mailboxesOf(policy, id);
      keys.set(key.members, key);
      return [{ appId, isDenied: /^DenyAccess$/i.test(right), name, members: key.members }];
    }
    const cause = unsaid ?? unknownBecause(undefined, `its right ${right} is not supported`);
    const members = `unknown ${detailOf(cause)}`;
    keys.set(members, { kind: 'unknown', members, cause });
    // It may do either.
    return [true, false].map((isDenied) => ({ appId, isDenied, name, members }));
  });
  return { policies: known(found), scopes: [...keys.values()] };
}

/** The mailboxes that an access policy names. */
function mailboxesOf(policy: JsonObject, id: string): ScopeKey {
  if (isTrue(property(policy, 'IsValid')) && isGuid(id)) {
    return { kind: 'nested', members: `nested ${id.toLowerCase()}`, id: id.toLowerCase() };
  }
  const cause = unknownBecause(undefined, 'the mailbox or group no longer exists, or the policy is not valid');
  return { kind: 'unknown', members: `gone ${id}`, cause };
}

function isTrue(value: Json | undefined): boolean {
  return value === true || value === 'True';
}
