import type { Faults } from '../../tenant/tenant.ts';
import type { Left } from './parts.ts';
import type { Read } from './odd-answers.ts';
import type { Draws, Streams } from './streams.ts';

/** How often a mailbox is busy at most where retries overcome it. */
export const SURE_TIMES = 3;

const FROM_GRAPH = ['mailbox-settings', 'automatic-replies', 'regional', 'inbox-rules', 'calendar-permissions'];
const FROM_CMDLETS = ['mailbox-permissions', 'archives'];
/** Cmdlets that run for each mailbox. */
const PER_MAILBOX = ['Get-MailboxPermission', 'Get-MailboxStatistics'];

type Lasting = (draws: Draws, addresses: readonly string[]) => Faults;

/** A share of the requests to Graph about mailboxes is concerned. */
const some = (draws: Draws): { readonly rate: number; readonly ofMailboxes: true } => ({
  rate: draws.pick([0.7, 0.9, 0.95]),
  ofMailboxes: true,
});

const OF_GRAPH: Readonly<Record<string, Lasting>> = {
  'busy mailboxes': (draws, addresses) => ({
    mailboxThrottle: {
      addresses: draws.some(addresses, draws.between(1, 4)),
      times: draws.between(SURE_TIMES + 1, 24),
      retryAfter: draws.pick([1, 40, 200, 'none' as const]),
    },
  }),
  'items that time out': (draws) => ({
    item504: { ...some(draws), retryAfter: draws.pick([1, 45, 'none' as const]) },
  }),
  'batches that are throttled': (draws) => ({
    batch429: { ...some(draws), retryAfter: draws.pick([1, 30, 'none' as const]) },
  }),
  'batches that are unavailable': (draws) => ({
    batch503: { ...some(draws), retryAfter: draws.pick([2, 'none' as const]) },
  }),
  'gateways that fail': (draws) => ({ gatewayHtml: some(draws) }),
  'connections that are cut': (draws) => ({ reset: some(draws) }),
  'texts that are cut': (draws) => ({ malformedJson: some(draws) }),
};

const OF_CMDLETS: Readonly<Record<string, Lasting>> = {
  'cmdlets that are unavailable': (draws) => ({
    exchangeUnavailable: { rate: draws.pick([0.6, 0.8]), cmdlets: PER_MAILBOX, retryAfter: 2 },
  }),
  'cmdlets that are throttled': (draws) => ({
    exchangeThrottle: {
      rate: draws.pick([0.6, 0.8]),
      cmdlets: PER_MAILBOX,
      retryAfter: draws.pick([1, 'none' as const]),
    },
  }),
};

/**
 * Faults that may or may not outlast the retries, beside others or instead of them. None of runs that read folders, of which a part may be
 * shown, or that ask for the mailboxes of the tenant.
 */
export function lastingOf(
  streams: Streams,
  left: Left,
  name: string,
  addresses: readonly string[],
  { reports, asksTenant }: Read,
): Faults {
  const draws = streams.of(`${name} lasting`);
  if (!draws.has(0.4) || asksTenant || reports.includes('folders')) return {};
  const kinds = {
    ...(reports.some((report) => FROM_GRAPH.includes(report)) ? OF_GRAPH : {}),
    ...(reports.some((report) => FROM_CMDLETS.includes(report)) ? OF_CMDLETS : {}),
  };
  if (Object.keys(kinds).length === 0) return {};
  const kind = draws.pick(Object.keys(kinds));
  if (!left.has(name, kind)) return {};
  return kinds[kind]?.(draws, addresses) ?? {};
}

/** The services of which a report about a mailbox may or may not be read. Faults of these names that retries overcome have no rate. */
export function mayLast(faults: Faults, address: string): { readonly graph: boolean; readonly cmdlets: boolean } {
  const { mailboxThrottle: busy, item504, exchangeUnavailable, exchangeThrottle } = faults;
  const { batch429, batch503, gatewayHtml, reset, malformedJson } = faults;
  const isBusy =
    busy !== undefined &&
    busy.times > SURE_TIMES &&
    'addresses' in busy &&
    busy.addresses.some((each) => each.toLowerCase() === address.toLowerCase());
  const has = (...some: readonly (object | undefined)[]): boolean =>
    some.some((fault) => fault !== undefined && 'rate' in fault);
  return {
    graph: isBusy || has(item504, batch429, batch503, gatewayHtml, reset, malformedJson),
    cmdlets: has(exchangeUnavailable, exchangeThrottle),
  };
}

/** Whether another run with the same faults may read other mailboxes. */
export function isUncertain(faults: Faults, addresses: readonly string[]): boolean {
  return addresses.some((address) => Object.values(mayLast(faults, address)).includes(true));
}
