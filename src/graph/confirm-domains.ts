import { domainsOfList, InternalDomains } from '../mailboxes/internal-domains.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { domainOf } from '../mailboxes/address.ts';
import type { PageCollector, Query, QueryResult } from './query.ts';
import type { MailboxReader } from './reader.ts';

/** The domains of a mailbox list. */
export interface DomainCheck {
  /** The domains in which the tenant has a mailbox. */
  readonly confirmed: InternalDomains;
  /** The other domains, in lower case and ASCII. */
  readonly unconfirmed: readonly string[];
}

const MAX_MAILBOXES_PER_DOMAIN = 3;
const MAX_DOMAINS = 300;
/** The result of a query that has more pages: the first page is enough. */
const MORE_PAGES = 'The mailbox exists and has more pages';

/**
 * Finds out which domains of a list belong to the tenant: the list may contain `typo@co.uk` or the address of a partner.
 * A domain is confirmed if one of its first three mailboxes can be read. At most 300 domains are checked.
 *
 * @param request a request that the token permits, to any mailbox
 * @param open creates the reader of a few mailboxes, which retries as usual
 */
export async function confirmDomains(
  list: MailboxList,
  request: Pick<Query<true>, 'version' | 'path'>,
  open: (mailboxes: MailboxList, query: Query<true>) => Pick<MailboxReader<true>, 'read'>,
): Promise<DomainCheck> {
  const domains = domainsOfList(list, MAX_MAILBOXES_PER_DOMAIN);
  const candidates = [...domains.values()].slice(0, MAX_DOMAINS);
  let confirmed = new InternalDomains([]);
  const isConfirmed = ({ address }: Mailbox): boolean => confirmed.has(domainOf(address) ?? '');
  const found: string[] = [];
  for (let round = 0; round < MAX_MAILBOXES_PER_DOMAIN; round += 1) {
    const sample = candidates.flatMap((mailboxes) => mailboxes[round] ?? []).filter((mailbox) => !isConfirmed(mailbox));
    if (sample.length === 0) continue;
    for await (const results of open(mailboxList(sample), { ...request, newCollector }).read()) {
      for (const {
        mailbox,
        results: [result],
      } of results) {
        if (exists(result)) found.push(...domainsOfList(mailboxList([mailbox]), 1).keys());
      }
    }
    confirmed = new InternalDomains(found);
  }
  return { confirmed, unconfirmed: [...domains.keys()].filter((domain) => !confirmed.has(domain)) };
}

function newCollector(): PageCollector<true> {
  return {
    onPage: (_page, hasMore) => {
      if (hasMore) throw new Error(MORE_PAGES);
      return [];
    },
    result: () => true,
  };
}

function exists(result: QueryResult<true> | undefined): boolean {
  return result !== undefined && (result.status === 'ok' || result.error === MORE_PAGES);
}
