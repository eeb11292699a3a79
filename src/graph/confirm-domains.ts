import { domainsOfList, InternalDomains } from '../mailboxes/internal-domains.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { domainOf } from '../mailboxes/address.ts';
import type { Query } from './graph-query.ts';
import type { QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { MailboxReader } from './graph-reader.ts';

/** The domains of a mailbox list. */
export interface DomainCheck {
  /** The domains in which the tenant has a mailbox. */
  readonly confirmed: InternalDomains;
  /** The other domains, in lower case and ASCII. */
  readonly unconfirmed: readonly string[];
}

const MAX_MAILBOXES_PER_DOMAIN = 3;
const MAX_DOMAINS = 300;
/** The first page is enough. */
const MORE_PAGES = 'The mailbox was read and has more pages';

/**
 * Finds out which domains of a list belong to the tenant: the list may contain `typo@co.uk` or the address of a partner.
 * A domain is confirmed if one of its first three mailboxes can be read. At most 300 domains are checked.
 *
 * @param query a query that the token permits, to any mailbox; its result is whether the mailbox is read
 * @param open creates the reader of a few mailboxes, which retries as usual
 */
export async function confirmDomains(
  list: MailboxList,
  query: Query<boolean>,
  open: (mailboxes: MailboxList, query: Query<boolean>) => Pick<MailboxReader<boolean>, 'read'>,
): Promise<DomainCheck> {
  const domains = domainsOfList(list, MAX_MAILBOXES_PER_DOMAIN);
  const candidates = [...domains.values()].slice(0, MAX_DOMAINS);
  let confirmed = new InternalDomains([]);
  const isConfirmed = ({ address }: Mailbox): boolean => confirmed.has(domainOf(address) ?? '');
  const found: string[] = [];
  for (let round = 0; round < MAX_MAILBOXES_PER_DOMAIN; round += 1) {
    const sample = candidates.flatMap((mailboxes) => mailboxes[round] ?? []).filter((mailbox) => !isConfirmed(mailbox));
    if (sample.length === 0) continue;
    for await (const results of open(mailboxList(sample), ofFirstPage(query)).read()) {
      for (const {
        mailbox,
        results: [result],
      } of results) {
        if (wasRead(result)) found.push(...domainsOfList(mailboxList([mailbox]), 1).keys());
      }
    }
    confirmed = new InternalDomains(found);
  }
  return { confirmed, unconfirmed: [...domains.keys()].filter((domain) => !confirmed.has(domain)) };
}

/** The query without its other pages and follow-up requests. */
function ofFirstPage(query: Query<boolean>): Query<boolean> {
  return {
    ...query,
    newCollector: () => {
      const { onPage, result } = query.newCollector();
      return {
        onPage: (page, hasMore) => {
          onPage(page, false);
          if (hasMore && result()) throw new Error(MORE_PAGES);
          return [];
        },
        result,
      };
    },
  };
}

function wasRead(result: QueryResult<boolean> | undefined): boolean {
  if (result === undefined) return false;
  return result.status === 'ok' ? result.value : result.error === MORE_PAGES;
}
