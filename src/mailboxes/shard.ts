import { hash } from 'node:crypto';
import { listOf, type MailboxList } from './mailbox.ts';

/** A share of the mailbox list: part `number`, from 1, of `of` parts. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** GitHub allows 256 jobs in a matrix. https://docs.github.com/actions/reference/limits */
export const MAX_SHARDS = 256;

/** Positions of a list: the first, and the one after the last. */
export interface PositionRange {
  readonly start: number;
  readonly end: number;
}

/** The positions of a shard: contiguous, so that the order of the list survives. Sizes differ by one at most. */
export function shardRange(length: number, { number, of }: Shard): PositionRange {
  return { start: Math.floor(((number - 1) * length) / of), end: Math.floor((number * length) / of) };
}

/** The mailboxes of a shard as a list. Duplicates and files remain those of the whole list. */
export function shareOf(list: MailboxList, shard: Shard): MailboxList {
  const { start, end } = shardRange(list.length, shard);
  return listOf(list.mailboxes.slice(start, end), list);
}

/**
 * The shard of an address, from 1. It does not depend on the other mailboxes: shards with `mailboxes: all` list the tenant at different
 * times, so that their lists may differ.
 */
export function shardOfAddress(address: string, of: number): number {
  return (Number.parseInt(hash('sha256', address.toLowerCase()).slice(0, 8), 16) % of) + 1;
}

/**
 * The positions of a shard in a list with the mailboxes of the tenant.
 *
 * @param late positions of mailboxes that another shard may have missed, because they are new: each shard that lists them reads them
 */
export function positionsOf({ mailboxes }: MailboxList, { number, of }: Shard, late: ReadonlySet<number>): number[] {
  return mailboxes.flatMap(({ address }, position) =>
    shardOfAddress(address, of) === number || late.has(position) ? [position] : [],
  );
}

/** The name of a shard's artifact: `mailbox-report-shard-2-of-8`. */
export function shardArtifactName(artifactName: string, { number, of }: Shard): string {
  return `${artifactName}-shard-${number}-of-${of}`;
}
