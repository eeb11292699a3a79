import { grantText } from '../auth/sign-in.ts';
import type { Unlisted } from '../exchange/unlisted.ts';
import type { RateLimiter } from '../graph/throttling/rate-limiter.ts';
import { readMailboxLists } from '../mailboxes/list.ts';
import { mailboxList, type MailboxList } from '../mailboxes/mailbox.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { shareOf } from '../mailboxes/shard.ts';
import { annotateDuplicates } from '../outputs/annotations.ts';
import { isExchangeReport, isGraphReport, isListingReport, type ReportDefinition } from '../reports/definition.ts';
import {
  compileExchangeQueries,
  compileListingQueries,
  compileQueries,
  usesInternalDomains,
} from '../reports/collect.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logGroup, logText, type Log, type Warnings } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { counted, type EpochMs } from '../text/numbers.ts';
import type { Exchange } from './exchange.ts';
import { JoinedReader, type AnswerReader, type SourceName } from './joined-reader.ts';
import type { Graph } from './graph.ts';
import { findUnlisted, includeUnlisted } from './unlisted.ts';

/** Where the answers of a run come from. */
export interface Source {
  readonly reader: AnswerReader;
  /** The list, with the mailboxes that only the tenant has if they are read too. */
  readonly mailboxes: MailboxList;
  /** Undefined if `unlisted` is `ignore`. */
  readonly unlisted: Unlisted | undefined;
  /** What counts as inside, if a report asks for it. */
  readonly internalDomains?: InternalDomains | undefined;
  /** By Graph and by Exchange Online. */
  readonly throttling: () => RateLimiter['throttling'];
}

/**
 * Reads the mailbox lists of a run, and single addresses; none with `unlisted: include` alone. Throws a UserError as
 * `readMailboxLists` does.
 */
export async function readLists(
  { mailboxes: patterns, mailboxColumn: column, mailboxColumns: columns }: ReportInputs,
  workspace: string,
  addresses: readonly string[] = [],
): Promise<MailboxList> {
  if (patterns.length + addresses.length === 0) return mailboxList([]);
  return readMailboxLists({ patterns, workspace, column, columns, addresses });
}

/** Logs what the lists have, and warns of repeated addresses. */
export function logLists(
  mailboxes: MailboxList,
  { summary, shard }: Pick<ReportInputs, 'summary' | 'shard'>,
  core: Log,
  outputs: StepOutputs,
): void {
  if (mailboxes.files.length === 0) {
    core.info('No list: the mailboxes of the tenant are read');
    return;
  }
  outputs.set({ 'mailbox-count': mailboxes.length });
  core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
  if (mailboxes.columns.length > 0)
    core.info(logText(`Columns of the list in reports: ${mailboxes.columns.join(', ')}`));
  // The merge action does it once for all shards.
  if (shard === undefined) annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
}

export interface SourceOptions {
  /** The services of a run. Exchange Online is undefined if nothing needs it. */
  readonly graph: Graph;
  readonly exchange: Exchange | undefined;
  readonly core: Log;
  readonly warnings: Warnings;
  readonly outputs: StepOutputs;
  /** When the run started. */
  readonly started: EpochMs;
  /** The mailboxes to read, if these are not all of the list. Its domains still count as inside. */
  readonly share?: MailboxList | undefined;
  /** Further reports, which the caller computes: they only decide whether the domains are read. */
  readonly computed?: readonly ReportDefinition[] | undefined;
  readonly signal: AbortSignal;
}

/**
 * Creates the readers that the reports need: of Graph, of Exchange Online, or both, joined by mailbox. Rejects with the
 * UserErrors of Exchange Online.
 */
export async function prepareSource(
  inputs: ReportInputs,
  reports: readonly ReportDefinition[],
  list: MailboxList,
  { graph, exchange, core, warnings, outputs, started, signal, share: given, computed = [] }: SourceOptions,
): Promise<Source> {
  const share = given ?? (inputs.shard === undefined ? list : shareOf(list, inputs.shard));
  const report = [...reports, ...computed].find(usesInternalDomains);
  const onlyGraph = { reports, started, graph, warnings };
  if (exchange === undefined) {
    const { unlisted: mode } = inputs;
    const grant = grantText(inputs, inputs.credential.kind === 'managed-identity');
    const unlisted =
      mode === 'ignore'
        ? undefined
        : await logGroup(core, 'Mailboxes of the tenant', () =>
            findUnlisted(mode, list, { graph, reports, grant, signal, core }),
          );
    const mailboxes = mode === 'include' ? includeUnlisted(list, unlisted, inputs, core, outputs) : share;
    // Shards must agree, so each of them checks the domains of the whole list.
    const inTenant = mode === 'include' ? mailboxes : list;
    const inside =
      inputs.internalDomains ??
      (report && (await logGroup(core, 'Internal domains', () => graph.confirmedDomains(inTenant, report, warnings))));
    const reader = await joinedReader(mailboxes, inside, onlyGraph);
    const throttling = (): RateLimiter['throttling'] => graph.limiter.throttling;
    return { reader, mailboxes, unlisted, internalDomains: inside, throttling };
  }
  const listed = exchange.beginListings(inputs.unlisted, reports, share, warnings);
  const { directory, unlisted } = listed;
  const inside =
    inputs.internalDomains ??
    (report && (await logGroup(core, 'Internal domains', () => exchange.acceptedDomains(core))));
  const mailboxes =
    inputs.unlisted === 'include'
      ? await logGroup(core, 'Mailboxes of the tenant', () => exchange.includeUnlisted(inputs, listed, core, outputs))
      : share;
  const throttling = (): RateLimiter['throttling'] => sum(graph.limiter.throttling, exchange.limiter.throttling);
  const ofExchange = exchange.reader(compileExchangeQueries(reports, inside, started), mailboxes, directory, {
    core,
    warnings,
  });
  const reader = await joinedReader(mailboxes, inside, onlyGraph, ofExchange);
  return { reader, mailboxes, unlisted, internalDomains: inside, throttling };
}

interface GraphSource extends Pick<SourceOptions, 'graph' | 'warnings' | 'started'> {
  readonly reports: readonly ReportDefinition[];
}

/** The reader that the reports need, or several that are joined. */
async function joinedReader(
  mailboxes: MailboxList,
  inside: InternalDomains | undefined,
  { reports, started, graph, warnings }: GraphSource,
  exchange?: AnswerReader,
): Promise<AnswerReader> {
  const batches = reports.some(isGraphReport)
    ? graph.reader(mailboxes, await compileQueries(reports, inside, started))
    : undefined;
  const listings = reports.some(isListingReport)
    ? graph.listingReader(mailboxes, compileListingQueries(reports, inside, started), warnings)
    : undefined;
  const [first, ...others] = [batches, listings, exchange].filter((reader) => reader !== undefined);
  if (first !== undefined && others.length === 0) return first;
  const order = reports.map(sourceOf);
  return new JoinedReader({ mailboxes, graph: batches, listings, exchange, order });
}

function sourceOf(report: ReportDefinition): SourceName {
  if (isExchangeReport(report)) return 'exchange';
  return isListingReport(report) ? 'listings' : 'graph';
}

function sum(one: RateLimiter['throttling'], other: RateLimiter['throttling']): RateLimiter['throttling'] {
  return {
    waits: one.waits + other.waits,
    waitedMs: one.waitedMs + other.waitedMs,
    refused: one.refused + other.refused,
  };
}
