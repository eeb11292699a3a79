import { Chance, hashed } from './chance.ts';

/**
 * The format of a Retry-After header: seconds (whole or with a fraction such as `2.128`), an HTTP date this many
 * seconds ahead, or no header.
 */
export type RetryAfter = number | { readonly date: number } | 'none';

/** The requests that a fault affects: a share of them (0 to 1), the first ones, or every nth. */
export type Which = { readonly rate: number } | { readonly first: number } | { readonly every: number };
export interface OfMailboxes {
  /** Whether requests about groups and listings are left alone. */
  readonly ofMailboxes?: boolean;
}
/** The mailboxes that a fault affects: a share of them (0 to 1), or named ones. */
export type WhichMailboxes = { readonly rate: number } | { readonly addresses: readonly string[] };

/** A fault that affects requests at random or by count. `number` is the request's place among those it could affect. */
export function meetsRequest(which: Which, number: number, draw: () => number): boolean {
  if ('every' in which) return number % which.every === which.every - 1;
  return 'first' in which ? number < which.first : draw() < which.rate;
}

/** A number from 0 to below 1 that depends on the seed, the fault, the mailbox and how often it was asked alone. */
export function faultShare(seed: number, name: string, mailbox: string, time: number): number {
  return new Chance(seed ^ hashed(`${name} ${mailbox}`), time).next();
}

/** The value of a Retry-After header (RFC 9110, section 10.2.3) and the time (ms) of its end. */
export function retryAfterHeader(retryAfter: RetryAfter, now: number): { header: string; opensAt: number } | undefined {
  if (retryAfter === 'none') return undefined;
  if (typeof retryAfter === 'number') return { header: String(retryAfter), opensAt: now + retryAfter * 1000 };
  // An HTTP date has whole seconds.
  const opensAt = Math.ceil((now + retryAfter.date * 1000) / 1000) * 1000;
  return { header: new Date(opensAt).toUTCString(), opensAt };
}

/** The named addresses in lower case. Empty if a fault affects a share. */
export function addressesOf(which: Which | WhichMailboxes | undefined): ReadonlySet<string> {
  const addresses = which !== undefined && 'addresses' in which ? which.addresses : [];
  return new Set(addresses.map((address) => address.toLowerCase()));
}
