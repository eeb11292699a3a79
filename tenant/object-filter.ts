import type { JsonObject } from './json.ts';

const CONDITION = /^(?:(userPrincipalName|mail|mailNickname) eq|proxyAddresses\/any\(p:p eq) '((?:[^']|'')*)'\)?$/;

/**
 * The condition of a `$filter` of users or groups: equality of names and addresses, joined by `or`. Undefined for one that the tenant does
 * not simulate. Case does not count. https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function objectFilter(filter: string): ((object: JsonObject) => boolean) | undefined {
  const conditions = filter.split(' or ').map((text) => CONDITION.exec(text));
  if (!conditions.every((condition) => condition !== null)) return undefined;
  return (object) =>
    conditions.some(([, name = 'proxyAddresses', written = '']) => {
      const value = object[name];
      const texts = Array.isArray(value) ? value : [value];
      const wanted = written.replaceAll("''", "'").toLowerCase();
      return texts.some((text) => typeof text === 'string' && text.toLowerCase() === wanted);
    });
}
