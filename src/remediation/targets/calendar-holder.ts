import type { Graph } from '../../source/graph-source.ts';
import { isGuid, property, textIn, type Json } from '../../json.ts';
import { failedRequest, type FailedRequest } from './service-answer.ts';

/** Who had an address when it was read. Addresses can change, and name another account or group then. */
export interface Holder {
  /** The object ID in Entra ID. */
  readonly id: string;
  readonly isGroup?: boolean | undefined;
}

/** Conditions of a `$filter`. Graph accepts 15 that are joined by `or`. */
const MOST_CONDITIONS = 10;

/**
 * The accounts and groups that have addresses now, by the address in lower case. Addresses without a holder, or with one that the
 * application may not read, are left out. https://learn.microsoft.com/graph/aad-advanced-queries: `proxyAddresses` can be compared for equality.
 */
export async function holdersOf(
  addresses: readonly string[],
  graph: Pick<Graph, 'listing' | 'groups'>,
): Promise<ReadonlyMap<string, Holder>> {
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
  const found = new Map<string, Holder>();
  for (let at = 0; at < wanted.length; at += MOST_CONDITIONS) {
    const part = wanted.slice(at, at + MOST_CONDITIONS);
    const filter = part
      .map((address) => `proxyAddresses/any(p:p eq 'smtp:${address.replaceAll("'", "''")}')`)
      .join(' or ');
    const query = `$select=id,mail,proxyAddresses&$filter=${encodeURIComponent(filter)}`;
    const result = await graph.listing.get(`/v1.0/users?${query}`);
    const users = result.status === 'ok' && Array.isArray(result.value.value) ? result.value.value : [];
    for (const user of users) {
      const id = textIn(user, 'id').toLowerCase();
      for (const address of part) if (isGuid(id) && hasAddress(user, address)) found.set(address, { id });
    }
  }
  const others = wanted.filter((address) => !found.has(address));
  if (others.length === 0) return found;
  const groups = graph.groups();
  if ((await groups.list()) !== undefined) return found;
  for (const address of others) {
    const id = groups.byAddress(address)?.id;
    if (id !== undefined) found.set(address, { id: id.toLowerCase(), isGroup: true });
  }
  return found;
}

/** Why an address is not known to be the holder's now; undefined if it is. */
export async function holderProblem(
  address: string,
  holder: Holder | undefined,
  graph: Pick<Graph, 'send'>,
): Promise<string | FailedRequest | undefined> {
  if (holder === undefined) return `It is not known whose address ${address} was`;
  const path = `/${holder.isGroup === true ? 'groups' : 'users'}/${holder.id}?$select=id,mail,proxyAddresses`;
  const { status, outcome } = await graph.send(path);
  const isHolder = outcome.kind === 'read' && hasAddress(outcome.body, address);
  if (isHolder) return undefined;
  if (outcome.kind !== 'read' && status !== 404) return failedRequest(status, outcome);
  return `${address} is no longer the address of the account or group that had the permission`;
}

function hasAddress(object: Json, address: string): boolean {
  const others = property(object, 'proxyAddresses');
  const all = [property(object, 'mail'), ...(Array.isArray(others) ? others : [])];
  return all.some(
    (one) => typeof one === 'string' && one.replace(/^smtp:/i, '').toLowerCase() === address.toLowerCase(),
  );
}
