import { listOf, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { shardOfAddress, shareOf } from '../mailboxes/shard.ts';
import type { RowsHeader } from './rows-file.ts';
import { mailboxesIn, readHeader } from './rows-reader.ts';

/** The lists of all shards as one, and where the rows of its mailboxes are. */
export interface JoinedLists {
  readonly list: MailboxList;
  /** Where the rows of each mailbox are, in list order. */
  readonly owners: readonly Owner[];
  /** What the file of each usable shard has, by its number: with `mailboxes: all`, new mailboxes are in several. */
  readonly shares: ReadonlyMap<number, MailboxList>;
  /** Addresses that only some shards list: of mailboxes that one read, and of those made too late for any that should read them. */
  readonly differing: { readonly read: readonly string[]; readonly madeSince: readonly string[] };
}

/** The number of the shard whose rows count; or the first that lists a mailbox which no shard read, and the one that should have. */
export type Owner = number | { readonly listedBy: number; readonly lackedBy: number };

interface KnownMailbox {
  readonly mailbox: Mailbox;
  readonly rank: number;
  /** The first shard that lists it. */
  readonly listedBy: number;
  lists: number;
  /** The earliest time that a shard has; undefined if it is older than those, or not known. */
  created: Date | undefined;
  isRead: boolean;
}

/** A mailbox of the joined list. */
interface OwnedMailbox {
  readonly mailbox: Mailbox;
  readonly rank: number;
  readonly owner: Owner;
}

/**
 * Joins the lists of the usable shards, by their numbers, of a run with `of` shards. Without `mailboxes: all`, they are the same. With
 * it, each mailbox that a shard lists is in the list, but for those that no shard read and that were made after the first shard started.
 * Rejects with an `UnusableRows`.
 */
export async function joinLists(files: ReadonlyMap<number, string>, of: number): Promise<JoinedLists> {
  const known = new Map<string, KnownMailbox>();
  const shares = new Map<number, MailboxList>();
  let first: Pick<RowsHeader, 'list' | 'run'> | undefined;
  for (const [number, file] of [...files].sort(([one], [other]) => one - other)) {
    // One list at a time is in memory.
    const header = await readHeader(file);
    if (header.positions === undefined) return rangesOf(header.list, of);
    if (first === undefined || header.run.started < first.run.started) first = { list: header.list, run: header.run };
    shares.set(number, listOf(mailboxesIn(header), header.list));
    addListed(known, number, header);
  }
  if (first === undefined) throw new Error('there is no shard');
  const ordered = [...shares].flatMap(([number, share]) => ownedBy(number, share, known));
  const differing = { read: new Array<string>(), madeSince: new Array<string>() };
  for (const { mailbox, rank, listedBy, lists, created, isRead } of known.values()) {
    const isDiffering = lists < shares.size;
    if (isRead) {
      if (isDiffering) differing.read.push(mailbox.address);
      continue;
    }
    const number = shardOfAddress(mailbox.address, of);
    const isMadeSince = isDiffering && created !== undefined && created > first.run.started;
    if (!files.has(number)) ordered.push({ mailbox, rank, owner: number });
    else if (isMadeSince) differing.madeSince.push(mailbox.address);
    else ordered.push({ mailbox, rank, owner: { listedBy, lackedBy: number } });
  }
  ordered.sort((one, other) => one.rank - other.rank);
  return {
    list: listOf(
      ordered.map(({ mailbox }) => mailbox),
      first.list,
    ),
    owners: ordered.map(({ owner }) => owner),
    shares,
    differing,
  };
}

/** Adds the mailboxes that a shard lists. */
function addListed(known: Map<string, KnownMailbox>, number: number, { list, recent = [] }: RowsHeader): void {
  const times = new Map(recent.map(({ position, created }) => [position, created]));
  for (const [position, mailbox] of list.mailboxes.entries()) {
    const key = mailbox.address.toLowerCase();
    const earlier = known.get(key);
    const created = times.get(position);
    if (earlier === undefined) {
      known.set(key, { mailbox, rank: known.size, listedBy: number, lists: 1, created, isRead: false });
      continue;
    }
    earlier.lists += 1;
    // A shard that has an earlier time, or none, decides: the mailbox may be older.
    if (created === undefined || (earlier.created !== undefined && created < earlier.created))
      earlier.created = created;
  }
}

/**
 * The mailboxes whose rows count from a shard, each with a rank in the joined list. Ranks never fall, since rows are read in the order of
 * their file, and another listing may have had another order.
 */
function ownedBy(owner: number, share: MailboxList, known: ReadonlyMap<string, KnownMailbox>): readonly OwnedMailbox[] {
  let rank = 0;
  return share.mailboxes.flatMap((mailbox) => {
    const one = known.get(mailbox.address.toLowerCase());
    if (one === undefined || one.isRead) return [];
    one.isRead = true;
    rank = Math.max(rank, one.rank);
    return [{ mailbox: one.mailbox, rank, owner }];
  });
}

/** Of shards of the same list, whose parts follow each other. */
function rangesOf(list: MailboxList, of: number): JoinedLists {
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  const shares = new Map(numbers.map((number) => [number, shareOf(list, { number, of })]));
  const owners = [...shares].flatMap(([number, { length }]) => new Array<number>(length).fill(number));
  return { list, owners, shares, differing: { read: [], madeSince: [] } };
}
