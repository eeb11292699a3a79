import type { TokenSource } from '../auth/token.ts';
import type { ReadContext } from '../run/context.ts';
import type { Unlisted } from '../exchange/unlisted.ts';
import type { RateLimiter } from '../graph/throttling/rate-limiter.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shareOf } from '../mailboxes/shard.ts';
import { isExchangeReport, isGraphReport } from '../reports/definition.ts';
import { compileExchangeQueries, compileQueries } from '../reports/collect.ts';
import { acceptedDomains, beginListings, includeUnlisted, openExchange, openExchangeReader } from './exchange.ts';
import { JoinedReader, type AnswerReader } from './joined-reader.ts';
import { confirmedDomains, openReader, type GraphAccess } from './graph.ts';

/** Where the answers of a run come from. */
export interface Source {
  readonly reader: AnswerReader;
  /** The list, with the mailboxes that only the tenant has if they are read too. */
  readonly mailboxes: MailboxList;
  /** Undefined if `unlisted` is `ignore`. */
  readonly unlisted: Unlisted | undefined;
  /** By Graph and by Exchange Online. */
  readonly throttling: () => RateLimiter['throttling'];
}

export interface SourceAccess {
  readonly graph: GraphAccess;
  /** Undefined if nothing needs Exchange Online. */
  readonly exchangeTokens: TokenSource | undefined;
}

/**
 * Opens the readers that the reports need: of Graph, of Exchange Online, or both, joined by mailbox. Rejects with the
 * UserErrors of Exchange Online.
 */
export async function openSource(
  context: ReadContext,
  listed: MailboxList,
  { graph, exchangeTokens }: SourceAccess,
): Promise<Source> {
  const { inputs, reports } = context;
  const share = inputs.shard === undefined ? listed : shareOf(listed, inputs.shard);
  if (exchangeTokens === undefined) {
    // Shards must agree, so each of them checks the domains of the whole list.
    const inside = inputs.internalDomains ?? (await confirmedDomains(context, listed, graph));
    const reader = openReader(context, share, await compileQueries(reports, inside), graph);
    return { reader, mailboxes: share, unlisted: undefined, throttling: () => graph.limiter.throttling };
  }
  const exchange = openExchange(context, exchangeTokens);
  const begun = beginListings(context, share, exchange);
  const inside = inputs.internalDomains ?? (await acceptedDomains(context, exchange));
  const found = await includeUnlisted(context, begun);
  const { mailboxes, unlisted } = found;
  const throttling = (): RateLimiter['throttling'] => sum(graph.limiter.throttling, exchange.limiter.throttling);
  const queries = compileExchangeQueries(reports, inside);
  const ofExchange = openExchangeReader(context, queries, { ...found, ...exchange });
  if (!reports.some(isGraphReport)) return { reader: ofExchange, mailboxes, unlisted, throttling };
  const ofGraph = openReader(context, mailboxes, await compileQueries(reports, inside), graph);
  const order = reports.map((report) => (isExchangeReport(report) ? 'exchange' : 'graph'));
  const reader = new JoinedReader({ mailboxes, graph: ofGraph, exchange: ofExchange, order });
  return { reader, mailboxes, unlisted, throttling };
}

function sum(one: RateLimiter['throttling'], other: RateLimiter['throttling']): RateLimiter['throttling'] {
  return {
    waits: one.waits + other.waits,
    waitedMs: one.waitedMs + other.waitedMs,
    refused: one.refused + other.refused,
  };
}
