import { type Cloud, clouds } from './clouds.ts';

const FOREIGN_NAMES: readonly (readonly [RegExp, readonly Cloud[]])[] = [
  [/\.us\b|us ?gov|government/i, ['usgov', 'usgov-dod']],
  [/\.cn\b|china|21vianet|mooncake/i, ['china']],
  [/microsoftonline\.com|onmicrosoft\.com|azuread(?:global)?\b/i, ['global']],
];

/**
 * The values of `cloud` that a tenant may belong to after the sign-in of `authorityHost` has refused it: what Entra's
 * words or the tenant's own domain point to, else every other. Never the cloud that was asked.
 */
export function otherClouds(authorityHost: string, tenantId: string, text: string): readonly Cloud[] {
  const others = Object.entries(clouds).flatMap(([name, { authorityHost: host }]) =>
    isCloud(name) && host !== authorityHost ? [name] : [],
  );
  for (const words of [tenantId, text]) {
    for (const [pattern, named] of FOREIGN_NAMES) {
      const candidates = named.filter((name) => others.includes(name));
      if (candidates.length > 0 && pattern.test(words)) return candidates;
    }
  }
  return others;
}

function isCloud(name: string): name is Cloud {
  return name in clouds;
}
