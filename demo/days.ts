import type { Tenant } from '../tenant/tenant.ts';
import { isRecord } from '../src/json.ts';

/** Mailboxes that get another time zone every night. */
const MOVED = 3;
const ZONES = ['UTC', 'Tokyo Standard Time'];

type Organisation = Pick<Tenant, 'addresses' | 'expected' | 'edit'>;

/** The mailbox list of each day: each has a mailbox more than the one before, as far as there are any. */
export function listsOf(days: number, { addresses, expected }: Organisation): readonly (readonly string[])[] {
  const later: string[] = [];
  for (const address of addresses.slice(1).reverse()) {
    if (later.length === days - 1) break;
    if (expected(address).status === 'ok') later.push(address);
  }
  return Array.from({ length: days }, (_, day) => {
    const missing = new Set(later.slice(day));
    return addresses.filter((address) => !missing.has(address));
  });
}

/**
 * Changes settings of some mailboxes of a list, as people do within a day: a few have another time zone, one starts to reply
 * outside the organization, and one stops that.
 */
export function changeOvernight(list: readonly string[], { expected, edit }: Organisation, day: number): void {
  const all = (wanted: (replies: Replies) => boolean, most: number): { address: string; replies: Replies }[] => {
    const found: { address: string; replies: Replies }[] = [];
    for (const at of list.keys()) {
      if (found.length === most) break;
      const address = list[(at + day) % list.length] ?? '';
      const replies = repliesOf(expected(address).settings);
      if (replies !== undefined && wanted(replies)) found.push({ address, replies });
    }
    return found;
  };
  const [outside] = all(({ status, audience }) => status !== 'disabled' && audience === 'all', 1);
  const [quiet] = all(({ status }) => status === 'disabled', 1);
  const moved = all(({ status }) => status === 'disabled', 1 + MOVED).slice(1);
  if (outside !== undefined) {
    edit(outside.address, { automaticRepliesSetting: { status: 'scheduled', externalAudience: 'none' } });
  }
  if (quiet !== undefined) {
    const automaticRepliesSetting = { status: 'alwaysEnabled', externalAudience: 'all', externalReplyMessage: 'Away' };
    edit(quiet.address, { automaticRepliesSetting });
  }
  for (const { address } of moved) edit(address, { timeZone: ZONES[day % ZONES.length] ?? '' });
}

interface Replies {
  readonly status: string;
  readonly audience: string;
}

/** Undefined for a mailbox that cannot be read. In Graph, the case of values varies. */
function repliesOf(settings: unknown): Replies | undefined {
  const replies = isRecord(settings) ? settings.automaticRepliesSetting : undefined;
  if (!isRecord(replies)) return undefined;
  const { status, externalAudience: audience } = replies;
  if (typeof status !== 'string' || typeof audience !== 'string') return undefined;
  return { status: status.toLowerCase(), audience: audience.toLowerCase() };
}
