import type { TokenSource } from '../auth/token.ts';
import type { ReadContext } from '../context.ts';
import type { Unlisted } from '../exchange/unlisted.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shareOf } from '../mailboxes/shard.ts';
import { isExchangeReport, isGraphReport } from '../reports/definition.ts';
import { compileExchangeQueries, compileQueries } from '../reports/query.ts';
import { acceptedDomains, openExchange, openExchangeReader, openListings } from './exchange.ts';
import { JoinedReader, type AnswerReader } from './joined-reader.ts';
import { confirmedDomains, openReader, type GraphAccess } from './read.ts';

/** Where the answers of a run come from. */
export interface Source {
  readonly reader: AnswerReader;
  /** The list, with the mailboxes that only the tenant has if they are read too. */
  readonly mailboxes: MailboxList;
  /** Undefined if nobody asks. */
  readonly unlisted: Unlisted | undefined;
}

/**
 * Opens the readers that the reports need: of Graph, of Exchange Online, or both, joined by mailbox. Rejects with the
 * UserErrors of Exchange Online.
 */
export async function openSource(
  context: ReadContext,
  listed: MailboxList,
  { graph, exchangeTokens }: { readonly graph: GraphAccess; readonly exchangeTokens: TokenSource | undefined },
): Promise<Source> {
  const { inputs, reports } = context;
  const share = inputs.shard === undefined ? listed : shareOf(listed, inputs.shard);
  if (exchangeTokens === undefined) {
    // Shards must agree, so each of them checks the domains of the whole list.
    const inside = inputs.internalDomains ?? (await confirmedDomains(context, listed, graph));
    const reader = openReader(context, share, await compileQueries(reports, inside), graph);
    return { reader, mailboxes: share, unlisted: undefined };
  }
  const exchange = openExchange(context, exchangeTokens);
  const inside = inputs.internalDomains ?? (await acceptedDomains(context, exchange));
  const found = await openListings(context, share, exchange);
  const { mailboxes, unlisted } = found;
  const ofExchange = openExchangeReader(context, compileExchangeQueries(reports, inside), { ...found, ...exchange });
  if (!reports.some(isGraphReport)) return { reader: ofExchange, mailboxes, unlisted };
  const ofGraph = openReader(context, mailboxes, await compileQueries(reports, inside), graph);
  const order = reports.map((report) => (isExchangeReport(report) ? 'exchange' : 'graph'));
  return { reader: new JoinedReader({ mailboxes, graph: ofGraph, exchange: ofExchange, order }), mailboxes, unlisted };
}
