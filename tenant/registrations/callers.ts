import type { TokenCheck } from '../access-tokens.ts';
import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { ADMINISTRATOR_ROLES, type AdministratorRole } from './directory-roles.ts';

/** Who asks: the claims of a valid token. */
export type Caller = Extract<TokenCheck, { ok: true }>;

/** Scopes with which a user does what the user may, as Azure CLI had them before 2026. */
const AS_USER = 'Directory.AccessAsUser.All';

/** What Graph requires for an operation: a permission, and of a user also a directory role. */
export interface Requirement {
  /** Sets of permissions: one of them is enough, with all of its names. */
  readonly permissions: readonly (readonly string[])[];
  /** Roles of which a user needs one; any user if not given. A Global Administrator always may. */
  readonly roles?: readonly AdministratorRole[];
}

const APPLICATION_ADMINISTRATORS = ['Application Administrator', 'Cloud Application Administrator'] as const;

/** https://learn.microsoft.com/graph/permissions-reference and the page of each operation. */
export const REQUIREMENTS = {
  readApplications: {
    permissions: [
      ['Application.Read.All'],
      ['Application.ReadWrite.All'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
      [AS_USER],
    ],
  },
  writeApplications: {
    permissions: [['Application.ReadWrite.All'], ['Directory.ReadWrite.All'], [AS_USER]],
    roles: APPLICATION_ADMINISTRATORS,
  },
  createApplications: {
    permissions: [['Application.ReadWrite.All'], ['Directory.ReadWrite.All'], [AS_USER]],
    roles: [...APPLICATION_ADMINISTRATORS, 'Application Developer'],
  },
  // https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
  consentToGraph: {
    permissions: [
      ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'],
      ['AppRoleAssignment.ReadWrite.All', 'Application.ReadWrite.All'],
      ['AppRoleAssignment.ReadWrite.All', 'Directory.Read.All'],
      [AS_USER],
    ],
    roles: ['Privileged Role Administrator'],
  },
  consentToOthers: {
    permissions: [
      ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'],
      ['AppRoleAssignment.ReadWrite.All', 'Application.ReadWrite.All'],
      ['AppRoleAssignment.ReadWrite.All', 'Directory.Read.All'],
      [AS_USER],
    ],
    roles: [...APPLICATION_ADMINISTRATORS, 'Privileged Role Administrator', 'AI Administrator'],
  },
  // https://learn.microsoft.com/graph/api/directory-deleteditems-delete
  deleteForever: {
    permissions: [['Application.ReadWrite.All'], ['Directory.ReadWrite.All']],
    roles: APPLICATION_ADMINISTRATORS,
  },
  readRoleAssignments: {
    permissions: [
      ['RoleManagement.Read.Directory'],
      ['RoleManagement.Read.All'],
      ['RoleManagement.ReadWrite.Directory'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
    ],
  },
  // https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments: no scope of Azure CLI is enough.
  assignRoles: {
    permissions: [['RoleManagement.ReadWrite.Directory']],
    roles: ['Privileged Role Administrator'],
  },
  // https://learn.microsoft.com/graph/api/organization-list
  readOrganization: {
    permissions: [
      ['User.Read'],
      ['User.Read.All'],
      ['Organization.Read.All'],
      ['Organization.ReadWrite.All'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
      [AS_USER],
    ],
  },
  readGrants: {
    permissions: [
      ['DelegatedPermissionGrant.Read.All'],
      ['DelegatedPermissionGrant.ReadWrite.All'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
      [AS_USER],
    ],
  },
  // https://learn.microsoft.com/graph/api/user-list-approleassignments
  readUserAssignments: {
    permissions: [['Directory.Read.All'], ['AppRoleAssignment.ReadWrite.All'], ['Directory.ReadWrite.All'], [AS_USER]],
  },
  writeGrants: {
    permissions: [['DelegatedPermissionGrant.ReadWrite.All'], ['Directory.ReadWrite.All'], [AS_USER]],
    roles: [...APPLICATION_ADMINISTRATORS, 'Privileged Role Administrator'],
  },
  // https://learn.microsoft.com/graph/api/administrativeunit-list-members
  readAdministrativeUnits: {
    permissions: [
      ['AdministrativeUnit.Read.All'],
      ['AdministrativeUnit.ReadWrite.All'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
    ],
  },
  // https://learn.microsoft.com/graph/api/directory-deleteditems-list
  readUsers: {
    permissions: [
      ['User.Read.All'],
      ['User.ReadWrite.All'],
      ['Directory.Read.All'],
      ['Directory.ReadWrite.All'],
      [AS_USER],
    ],
  },
  readSignIns: { permissions: [['AuditLog.Read.All']] },
  // https://learn.microsoft.com/graph/api/authorizationpolicy-get
  readPolicy: { permissions: [['Policy.Read.All'], ['Policy.ReadWrite.Authorization'], [AS_USER]] },
} as const satisfies Readonly<Record<string, Requirement>>;

/** Whether a caller may, with the permissions of the token and, if it is a user, the roles. */
export function isAllowed(caller: Caller, { permissions, roles }: Requirement, isOwner = false): boolean {
  const granted = caller.user === undefined ? caller.roles : caller.user.scopes;
  if (!permissions.some((names) => names.every((name) => granted.includes(name)))) return false;
  if (caller.user === undefined || roles === undefined || isOwner) return true;
  const allowed: readonly AdministratorRole[] = [...roles, 'Global Administrator'];
  return allowed.some((name) => caller.directoryRoles.includes(ADMINISTRATOR_ROLES[name]));
}

/** The refusal of a caller that may not. */
export function denied(now: number): GraphAnswer {
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', now);
}
