import type { AccessTokens, SignedInUser } from '../access-tokens.ts';
import type { Resource } from '../resource.ts';
import type { SignInRefusal } from '../user-sign-in/refusals.ts';
import { ADMINISTRATOR_ROLES, type AdministratorRole } from './directory-roles.ts';

/** The person who registers applications. */
export interface AdministratorOptions {
  /** Whether it is another person, without a role unless `roles` has some. */
  readonly isStranger?: boolean;
  /** Directory roles; `Global Administrator` if not given. */
  readonly roles?: readonly AdministratorRole[];
  /** Delegated permissions of the token; those of Azure CLI if not given. */
  readonly scopes?: readonly string[];
  /** The client that the token is for; Azure CLI if not given. */
  readonly clientId?: string;
  /** What policies refuse at a sign-in in the browser or with a device code. */
  readonly refusals?: readonly SignInRefusal[];
  /** Seconds between polls, and until a device code expires; 5 and 900 if not given. */
  readonly deviceCode?: { readonly interval?: number; readonly lifetime?: number };
}

/** https://github.com/Azure/azure-cli */
export const AZURE_CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
/** The delegated permissions of Azure CLI, as public logs of 2026 show them. */
export const AZURE_CLI_SCOPES: readonly string[] = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Directory.AccessAsUser.All',
  'Group.ReadWrite.All',
  'User.Read.All',
  'User.ReadWrite.All',
];

/** The user with these delegated permissions. */
export function administrator(scopes: readonly string[]): SignedInUser {
  return {
    id: '00000000-0000-4000-a000-000000000001',
    userPrincipalName: 'admin@contoso.onmicrosoft.com',
    displayName: 'Alex Admin',
    scopes,
  };
}

/** A user of the tenant who is no administrator. */
const STRANGER = {
  id: '00000000-0000-4000-a000-000000000666',
  userPrincipalName: 'mallory@contoso.com',
  displayName: 'Mallory',
};

/** A delegated token for Graph. */
export function administratorToken(
  tokens: AccessTokens,
  resource: Resource,
  { isStranger = false, roles, scopes = AZURE_CLI_SCOPES, clientId = AZURE_CLI }: AdministratorOptions,
): Promise<string> {
  const target = { resource, audience: resource.audiences()[0] ?? '' };
  const names = roles ?? (isStranger ? [] : (['Global Administrator'] as const));
  const directoryRoles = names.map((name) => ADMINISTRATOR_ROLES[name]);
  const user = isStranger ? { ...STRANGER, scopes } : administrator(scopes);
  return tokens.issueToUser(user, target, { clientId, directoryRoles, claims: undefined });
}
