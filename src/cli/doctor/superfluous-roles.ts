import { covers, isSameRole } from '../../auth/app-roles.ts';

/**
 * A warning of app roles that no report requires, because a stolen certificate grants all of them. A role that covers a
 * missing one is listed separately: removing it first would break the reports. Undefined if there is none.
 */
export function superfluousRoles(roles: readonly string[], needed: readonly string[]): string | undefined {
  const isNeeded = (role: string): boolean => needed.some((permission) => isSameRole(permission, role));
  const kept = roles.filter(isNeeded);
  const others = roles.filter((role) => !isNeeded(role));
  if (others.length === 0) return undefined;
  const lacked = [...new Set(needed)].filter((permission) => !covers(kept, permission));
  const standIns = lacked
    .map((permission) => ({ permission, roles: others.filter((role) => covers([role], permission)) }))
    .filter((standIn) => standIn.roles.length > 0);
  const idle = others.filter((role) => !standIns.some((standIn) => standIn.roles.includes(role)));
  return [
    `The application may do more than the reports need, which is ${[...new Set(needed)].join(', ')}.`,
    ...standIns.map(({ permission, roles: own }) => inPlaceOf(own.join(', '), permission)),
    ...(idle.length === 0
      ? []
      : [`It also has ${idle.join(', ')}: remove what nothing else uses under API permissions > Microsoft Graph.`]),
  ].join(' ');
}

function inPlaceOf(roles: string, permission: string): string {
  return (
    `It has ${roles} in place of ${permission}: first add ${permission} under API permissions > Microsoft Graph > ` +
    `Application permissions and grant consent, then remove ${roles} if nothing else uses it.`
  );
}
