/**
 * A warning of app roles that no report needs: whoever gets hold of the certificate has them all. Undefined where there
 * is none.
 */
export function superfluousRoles(roles: readonly string[], needed: readonly string[]): string | undefined {
  const others = roles.filter((role) => !needed.includes(role));
  if (others.length === 0) return undefined;
  return (
    `The application may do more than the reports need, which is ${[...new Set(needed)].join(', ')}: it also has ` +
    `${others.join(', ')}. Remove what nothing else uses under API permissions > Microsoft Graph.`
  );
}
