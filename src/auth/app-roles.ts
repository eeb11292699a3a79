import type { CopyText } from '../errors.ts';
import type { Application } from './entra-explanations.ts';

/** A report, and the application permissions that it requires. */
export interface Needed {
  readonly name: string;
  readonly permissions: readonly string[];
  /** Whether it is an input instead. */
  readonly isInput?: boolean | undefined;
}

const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];

/** Resources that a permission to read another resource includes. https://learn.microsoft.com/graph/permissions-reference */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  Directory: [
    'AdministrativeUnit',
    'Application',
    'Device',
    'Domain',
    'Group',
    'GroupMember',
    'Organization',
    'OrgContact',
    'User',
  ],
  Group: ['GroupMember'],
};

/**
 * True if a token with these app roles has a permission, by itself or as a part of a wider one; of `A or B`, one of both. The
 * suffix `.All` is ignored: application permissions apply to all mailboxes with and without it.
 */
export function covers(roles: readonly string[], permission: string): boolean {
  return alternatives(permission).some((one) => coversOne(roles, one));
}

/** The permissions of which one is enough. */
export function alternatives(permission: string): readonly string[] {
  return permission.split(' or ');
}

function coversOne(roles: readonly string[], permission: string): boolean {
  const needed = parsed(permission);
  return roles.some((role) => {
    const granted = parsed(role);
    if (granted.resource === needed.resource && granted.rank === needed.rank) return true;
    const isIncluded =
      granted.resource === needed.resource ||
      (needed.rank !== 'ReadWrite' && (INCLUDED[granted.resource] ?? []).includes(needed.resource));
    return isIncluded && RANKS.includes(needed.rank) && RANKS.indexOf(granted.rank) >= RANKS.indexOf(needed.rank);
  });
}

/** A report, or an input, and the permissions of it that a token lacks. */
export interface MissingRoles extends Pick<Needed, 'name' | 'isInput'> {
  readonly lacks: readonly string[];
}

/** What the app roles of a token lack. None if they are unknown. */
export function missingRoles(roles: readonly string[] | undefined, needed: readonly Needed[]): readonly MissingRoles[] {
  if (roles === undefined) return [];
  return needed
    .map(({ name, isInput, permissions }) => {
      return { name, isInput, lacks: permissions.filter((permission) => !covers(roles, permission)) };
    })
    .filter(({ lacks }) => lacks.length > 0);
}

/** The reports whose permission the app roles of a token lack, as a sentence. Undefined if nothing is missing or the roles are unknown. */
export function lackText(roles: readonly string[] | undefined, reports: readonly Needed[]): string | undefined {
  if (roles === undefined) return undefined;
  const missingNames = missingRoles(roles, reports);
  if (missingNames.length === 0) return undefined;
  const granted = roles.length === 0 ? 'no app role' : `only the app roles ${roles.join(', ')}`;
  const needs = missingNames
    .map(
      ({ name, isInput, lacks }) =>
        `the ${isInput === true ? 'input' : 'report'} "${name}" requires ${lacks.join(' and ')}`,
    )
    .join(', ');
  return `The token has ${granted}; ${needs}.`;
}

/** True if two names differ in the suffix `.All` only. */
export function isSameRole(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)];
  return a.resource === b.resource && a.rank === b.rank;
}

/** `Mail.ReadBasic.All`: the resource `Mail` with the rank `ReadBasic`. */
function parsed(permission: string): { readonly resource: string; readonly rank: string } {
  const words = permission.replace(/\.All$/, '').split('.');
  return { resource: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}

/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-faq */
export const DAY_OLD_TOKEN =
  'Azure caches the token of a managed identity for about 24 hours, so that a permission that is granted after the first run ' +
  'can take a day to work.';
const ASSIGN =
  'Assign them to the managed identity as app roles of Microsoft Graph, which only a command can: see docs/setup.md. ' +
  DAY_OLD_TOKEN;
const ADD =
  'Add the missing permissions under API permissions > Microsoft Graph > Application permissions, and let an ' +
  'administrator grant consent there or';

/** The application has no reply address, which does not matter. Seen on 2026-09-15. */
export const AFTER_CONSENT = 'The page then says AADSTS500113: the consent is given all the same.';

/** Exchange Online can grant the same access, and no token shows it. */
export const RBAC_NOTE = 'Ignore this warning if RBAC for Applications in Exchange Online grants the access.';

/** How to grant missing permissions of Graph, as a sentence. */
export function grantText(app: Application, isManagedIdentity: boolean): string {
  return isManagedIdentity ? ASSIGN : `${ADD} at ${consentUrl(app)} . ${AFTER_CONSENT}`;
}

/** The same with the page of consent to open. */
export function grantSteps(
  app: Application,
  isManagedIdentity: boolean,
): { readonly hint: string; readonly copy: readonly CopyText[] } {
  if (isManagedIdentity) return { hint: ASSIGN, copy: [] };
  return {
    hint: `${ADD} by the link. ${AFTER_CONSENT}`,
    copy: [{ label: 'Grant admin consent', text: consentUrl(app), isLink: true }],
  };
}

/**
 * The page where an administrator grants an application the permissions that it requests.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export function consentUrl({ authorityHost, tenantId, clientId }: Omit<Application, 'graphUrl'>): string {
  return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}
