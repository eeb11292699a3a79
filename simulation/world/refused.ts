import type { Faults } from '../../tenant/tenant.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';

/** Resources of a mailbox, and the reports that are made of each. */
export const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  mailboxSettings: ['mailbox-settings', 'automatic-replies', 'regional'],
  messageRules: ['inbox-rules'],
  calendarPermissions: ['calendar-permissions'],
  mailFolders: ['folders'],
};

/** Resources that are refused although others of the same mailbox are not, beside other faults. */
export function refusedOf(
  streams: Streams,
  left: Left,
  name: string,
  addresses: readonly string[],
): Pick<Faults, 'refusedResources'> {
  const draws = streams.of(`${name} refused resources`);
  if (!draws.has(0.25)) return {};
  const refused = draws.some(Object.keys(RESOURCES), draws.between(1, 2)).map((resource) => ({
    resource,
    status: draws.pick([403, 404] as const),
    addresses: draws.has(0.2) ? addresses : draws.some(addresses, draws.between(1, 4)),
  }));
  return left.has(name, 'refused resources') ? { refusedResources: refused } : {};
}
