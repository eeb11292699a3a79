/** A report's name, and the app roles that it requires. */
export interface Needed {
  readonly name: string;
  readonly permissions: readonly string[];
}

const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];

/**
 * Whether a token with these app roles may do what a permission is for: one that reads more covers one that reads less,
 * and Entra names some application permissions with `.All` and some without.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export function covers(roles: readonly string[], permission: string): boolean {
  const needed = parsed(permission);
  return roles.some((role) => {
    const carried = parsed(role);
    return carried.of === needed.of && (carried.rank === needed.rank || RANKS.indexOf(carried.rank) > rankOf(needed));
  });
}

/**
 * One warning of every report whose permission the token's app roles lack; Graph will then deny it each mailbox. Roles may
 * also come from RBAC for Applications in Exchange Online, which stand in no token: so it is no more than a warning.
 * Undefined where nothing is missing or the token does not tell. `consentUrl`: where an administrator grants what the
 * application asks for.
 */
export function roleWarning(
  roles: readonly string[] | undefined,
  reports: readonly Needed[],
  consentUrl: string,
): string | undefined {
  if (roles === undefined) return undefined;
  const missing = reports
    .map(({ name, permissions }) => ({ name, lacks: permissions.filter((permission) => !covers(roles, permission)) }))
    .filter(({ lacks }) => lacks.length > 0);
  if (missing.length === 0) return undefined;
  const carried = roles.length === 0 ? 'no app role at all' : `only ${roles.join(', ')}`;
  const needs = missing.map(({ name, lacks }) => `the report "${name}" needs ${lacks.join(' and ')}`).join(', ');
  return (
    `The token carries ${carried}; ${needs}. Add what is missing under API permissions > Microsoft Graph > Application ` +
    `permissions, and let an administrator grant consent there or at ${consentUrl} . Until then Graph denies these ` +
    'mailboxes. Where RBAC for Applications in Exchange Online grants it for some of them, this warning can be ignored.'
  );
}

/** Whether both name one permission. */
export function isSameRole(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)];
  return a.of === b.of && a.rank === b.rank;
}

/** `Mail.ReadBasic.All` is of `Mail`, with the rank `ReadBasic`. */
function parsed(permission: string): { readonly of: string; readonly rank: string } {
  const words = permission.replace(/\.All$/, '').split('.');
  return { of: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}

function rankOf({ rank }: { readonly rank: string }): number {
  const at = RANKS.indexOf(rank);
  return at < 0 ? RANKS.length : at;
}
