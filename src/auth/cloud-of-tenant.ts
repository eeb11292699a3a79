import { type Cloud, clouds } from './clouds.ts';

/** How Entra calls the clouds, and their sign-in hosts, in its own sentences. */
const SPOKEN: readonly (readonly [RegExp, readonly Cloud[]])[] = [
  [/microsoftonline\.us\b|us ?gov|government|fairfax|arlington/i, ['usgov', 'usgov-dod']],
  [/microsoftonline\.cn\b|chinacloud|china|21vianet|mooncake|gallatin/i, ['china']],
  [/microsoftonline\.com\b|azure ?(?:public|cloud|ad ?global)|worldwide/i, ['global']],
];

/** The domain that each tenant begins with. Any other may end in any country's letters, wherever the tenant lives. */
const INITIAL_DOMAINS: readonly (readonly [RegExp, readonly Cloud[]])[] = [
  [/\.onmicrosoft\.us$/i, ['usgov', 'usgov-dod']],
  [/\.onmschina\.cn$/i, ['china']],
  [/\.onmicrosoft\.com$/i, ['global']],
];

/**
 * The values of `cloud` that a tenant may belong to after the sign-in of `authorityHost` has refused it: what Entra's
 * words, or else the tenant's initial domain, point to; else every other. Never the cloud that was asked.
 */
export function otherClouds(authorityHost: string, tenantId: string, text: string): readonly Cloud[] {
  const others = Object.entries(clouds).flatMap(([name, { authorityHost: host }]) =>
    isCloud(name) && host !== authorityHost ? [name] : [],
  );
  // It may name both clouds, that of the tenant and the one that was asked, and the tenant by a domain of any words.
  const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(text) ?? [];
  const words = text.replaceAll(tenantId, '');
  return (
    firstNamed(SPOKEN, home, others) ??
    firstNamed(SPOKEN, words, others) ??
    firstNamed(INITIAL_DOMAINS, tenantId, others) ??
    others
  );
}

/** The values of `cloud` with another Graph than this, those with the same sign-in first. */
export function cloudsOfOtherGraphs(graphUrl: string, authorityHost: string): readonly Cloud[] {
  const others = Object.entries(clouds).flatMap(([name, cloud]) =>
    isCloud(name) && cloud.graphUrl !== graphUrl ? [{ name, near: cloud.authorityHost === authorityHost }] : [],
  );
  return others.toSorted((one, other) => Number(other.near) - Number(one.near)).map(({ name }) => name);
}

/** Whether it is the sign-in of a cloud, rather than one that only `authority-host` can name. */
export function isOwnHost(authorityHost: string): boolean {
  return Object.values(clouds).some((cloud) => cloud.authorityHost === authorityHost);
}

function firstNamed(
  names: readonly (readonly [RegExp, readonly Cloud[]])[],
  text: string,
  others: readonly Cloud[],
): readonly Cloud[] | undefined {
  for (const [pattern, named] of names) {
    const candidates = named.filter((name) => others.includes(name));
    if (candidates.length > 0 && pattern.test(text)) return candidates;
  }
  return undefined;
}

function isCloud(name: string): name is Cloud {
  return name in clouds;
}
