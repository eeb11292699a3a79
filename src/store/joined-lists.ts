import { listOf, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { shardOfAddress, shareOf } from '../mailboxes/shard.ts';
import { mailboxesIn, readHeader } from './rows-reader.ts';

/** The lists of all shards as one, and where the rows of its mailboxes are. */
export interface JoinedLists {
  readonly list: MailboxList;
  /** The number of the shard of each mailbox, in list order. */
  readonly owners: readonly number[];
  /** What the file of each usable shard has, by its number: with `mailboxes: all`, new mailboxes are in several. */
  readonly shares: ReadonlyMap<number, MailboxList>;
  /** Mailboxes of the tenant that only some shards listed. */
  readonly differing: { readonly read: readonly string[]; readonly unread: readonly string[] };
}

interface KnownMailbox {
  readonly mailbox: Mailbox;
  readonly rank: number;
  lists: number;
  /** The shard whose rows count. */
  owner: number | undefined;
}

/**
 * Joins the lists of the usable shards, by their numbers, of a run with `of` shards. Without `mailboxes: all`, they are the same. With
 * it, a mailbox is in the list if a shard read it, or the shard that it belongs to cannot be used. Rejects with an `UnusableRows`.
 */
export async function joinLists(files: ReadonlyMap<number, string>, of: number): Promise<JoinedLists> {
  const known = new Map<string, KnownMailbox>();
  const shares = new Map<number, MailboxList>();
  let first: MailboxList | undefined;
  for (const [number, file] of [...files].sort(([one], [other]) => one - other)) {
    // One list at a time is in memory.
    const header = await readHeader(file);
    first ??= header.list;
    if (header.positions === undefined) return rangesOf(header.list, of);
    shares.set(number, listOf(mailboxesIn(header), header.list));
    for (const mailbox of header.list.mailboxes) {
      const key = mailbox.address.toLowerCase();
      const earlier = known.get(key);
      if (earlier === undefined) known.set(key, { mailbox, rank: known.size, lists: 1, owner: undefined });
      else earlier.lists += 1;
    }
  }
  if (first === undefined) throw new Error('there is no shard');
  const ordered = [...shares].flatMap(([number, share]) => ownedBy(number, share, known));
  for (const one of known.values()) {
    const number = shardOfAddress(one.mailbox.address, of);
    if (one.owner !== undefined || files.has(number)) continue;
    one.owner = number;
    ordered.push({ ...one, owner: number });
  }
  ordered.sort((one, other) => one.rank - other.rank || one.owner - other.owner);
  const differing = [...known.values()].filter(({ lists }) => lists < shares.size);
  const addressesOf = (some: readonly KnownMailbox[]) => some.map(({ mailbox }) => mailbox.address);
  return {
    list: listOf(
      ordered.map(({ mailbox }) => mailbox),
      first,
    ),
    owners: ordered.map(({ owner }) => owner),
    shares,
    differing: {
      read: addressesOf(differing.filter(({ owner }) => owner !== undefined)),
      unread: addressesOf(differing.filter(({ owner }) => owner === undefined)),
    },
  };
}

interface OwnedMailbox {
  readonly mailbox: Mailbox;
  readonly rank: number;
  readonly owner: number;
}

/**
 * The mailboxes whose rows count from a shard, each with a rank in the joined list. Ranks never fall, since rows are read in the order of
 * their file, and another listing may have had another order.
 */
function ownedBy(owner: number, share: MailboxList, known: ReadonlyMap<string, KnownMailbox>): readonly OwnedMailbox[] {
  let rank = 0;
  return share.mailboxes.flatMap((mailbox) => {
    const one = known.get(mailbox.address.toLowerCase());
    if (one === undefined || one.owner !== undefined) return [];
    one.owner = owner;
    rank = Math.max(rank, one.rank);
    return [{ mailbox: one.mailbox, rank, owner }];
  });
}

/** Of shards of the same list, whose parts follow each other. */
function rangesOf(list: MailboxList, of: number): JoinedLists {
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  const shares = new Map(numbers.map((number) => [number, shareOf(list, { number, of })]));
  const owners = [...shares].flatMap(([number, { length }]) => new Array<number>(length).fill(number));
  return { list, owners, shares, differing: { read: [], unread: [] } };
}
