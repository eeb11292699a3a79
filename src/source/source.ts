import type { AddressesReader } from '../addresses/addresses-reader.ts';
import { grantText } from '../auth/app-roles.ts';
import type { ListingReader } from '../graph/listing-reader.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import { readMailboxLists } from '../mailboxes/list.ts';
import { mailboxList, type MailboxList } from '../mailboxes/mailbox.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { shareOf } from '../mailboxes/shard.ts';
import {
  isDerivedReport,
  isExchangeReport,
  isGraphReport,
  isListingReport,
  type ReportDefinition,
} from '../reports/definition.ts';
import {
  compileExchangeQueries,
  compileListingQueries,
  compileGraphQueries,
  usesInternalDomains,
} from '../reports/queries.ts';
import type { RowCells } from '../reports/rows.ts';
import type { TableReport } from '../reports/table.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logGroup, type Warnings } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { Core } from '../run/runner.ts';
import type { EpochMs } from '../text/numbers.ts';
import { DerivedReader } from './derived-reader.ts';
import { beginDerivers, derivationsOf, type BegunReport } from './derivers.ts';
import type { Directory } from '../exchange/directory.ts';
import type { Exchange } from './exchange-source.ts';
import type { AnswerReader, Source } from '../run/source.ts';
import { IdentifiedReader } from './identified-reader.ts';
import { JoinedReader, type SourceName } from './joined-reader.ts';
import type { Graph } from './graph-source.ts';
import { needsExchange } from './sign-in.ts';
import { beginAddresses, beginTables, readersOfTables } from './tables-source.ts';
import { findUnlisted, tenantMode, withUnlisted } from './unlisted-reader.ts';

/**
 * Reads the mailbox lists of a run, and single addresses; none with `mailboxes: all` alone. Throws a UserError as
 * `readMailboxLists` does.
 */
export async function readLists(
  { mailboxes: { lists: patterns }, addressColumn: column, extraColumns: columns }: ReportInputs,
  workspace: string,
  addresses: readonly string[] = [],
): Promise<MailboxList> {
  if (patterns.length + addresses.length === 0) return mailboxList([]);
  return readMailboxLists({ patterns, workspace, column, columns, addresses });
}

export interface SourceOptions {
  /** The services that a run signs in to. */
  readonly graph: Graph;
  readonly exchange: Exchange | undefined;
  readonly core: Core;
  readonly warnings: Warnings;
  readonly outputs: StepOutputs;
  /** When the run started. */
  readonly started: EpochMs;
  /** The mailboxes to read, if these are not all of the list. Its domains still count as inside. */
  readonly share?: MailboxList | undefined;
  /** Further reports, which the caller computes: they only decide whether the domains are read. */
  readonly computed?: readonly ReportDefinition[] | undefined;
  /** The tables about the tenant. With them and without a report, no mailbox is read. By default none. */
  readonly tables?: readonly TableReport[] | undefined;
  readonly signal: AbortSignal;
}

/** Exchange Online, if reports are read from it: it then lists the mailboxes of the tenant. */
export function exchangeSource(
  reports: readonly ReportDefinition[],
  exchange: Exchange | undefined,
): Exchange | undefined {
  return needsExchange(reports) ? exchange : undefined;
}

/**
 * Creates the readers that the reports need: of Graph, of Exchange Online, or both, joined by mailbox. Rejects with the
 * UserErrors of Exchange Online.
 */
export async function prepareSource(
  inputs: ReportInputs,
  reports: readonly ReportDefinition[],
  list: MailboxList,
  services: SourceOptions,
): Promise<Source> {
  const { graph, core, warnings, outputs, started, signal, share: givenShare, computed = [] } = services;
  if (reports.length === 0 && services.tables !== undefined) return sourceOfTables(inputs, services);
  const share = givenShare ?? (inputs.shard === undefined ? list : shareOf(list, inputs.shard));
  const ofAddresses = beginAddresses(services);
  const all = [...reports, ...computed];
  const usesDomains = all.some(usesInternalDomains);
  // A shard has listed the tenant before.
  const mode = inputs.shard === undefined ? tenantMode(inputs) : 'ignore';
  const domains = Promise.withResolvers<InternalDomains | undefined>();
  const exchange = exchangeSource(reports, services.exchange);
  if (exchange === undefined) {
    const grant = grantText(inputs, inputs.credential.kind === 'managed-identity');
    const unlisted =
      mode === 'ignore'
        ? undefined
        : await logGroup(core, 'Mailboxes of the tenant', () =>
            findUnlisted(mode, list, { graph, reports, grant, signal, core }),
          );
    const mailboxes = mode === 'all' ? withUnlisted(list, unlisted, inputs, core, outputs) : share;
    // Shards must agree, so each of them checks the domains of the whole list.
    const inTenant = mode === 'all' ? mailboxes : list;
    const listings = beginListings({ mailboxes, wholeList: inTenant }, reports, domains.promise, services);
    const derived = beginDerived(inputs, reports, services, (other) => other.directoryOf(mailboxes, warnings));
    const inside =
      inputs.internalDomains ??
      (usesDomains
        ? await logGroup(core, 'Internal domains', () => graph.confirmedDomains(inTenant, all, warnings))
        : undefined);
    domains.resolve(inside);
    const read = await joinedReader(
      inputs,
      { mailboxes, known: inTenant, inside, listings, derived, ofAddresses },
      reports,
      services,
    );
    const throttling = (): RateLimiter['throttling'] => graph.limiter.throttling;
    return { ...read, mailboxes, unlisted, internalDomains: inside, throttling };
  }
  const queries = compileExchangeQueries(reports, started);
  const listsDomains = usesDomains && inputs.internalDomains === undefined;
  const tap = ofAddresses && { sink: ofAddresses.forwardings, select: ofAddresses.forwardings.select };
  const ofTenant = exchange.beginListings(mode, queries, share, listsDomains, warnings, tap);
  const { directory, unlisted } = ofTenant;
  // Graph's objects need the positions of the mailboxes.
  const begun =
    mode === 'all'
      ? undefined
      : beginListings({ mailboxes: share, wholeList: list }, reports, domains.promise, services);
  const derived = beginDerived(inputs, reports, services, () => directory);
  const inside = listsDomains
    ? await logGroup(core, 'Internal domains', () => exchange.acceptedDomains(directory, core))
    : inputs.internalDomains;
  domains.resolve(inside);
  const mailboxes =
    mode === 'all'
      ? await logGroup(core, 'Mailboxes of the tenant', () => exchange.withUnlisted(inputs, ofTenant, core, outputs))
      : share;
  const listings = begun ?? beginListings({ mailboxes, wholeList: mailboxes }, reports, domains.promise, services);
  const throttling = (): RateLimiter['throttling'] => sum(graph.limiter.throttling, exchange.limiter.throttling);
  const isOnlySource = !reports.some((report) => isGraphReport(report) || isListingReport(report));
  const ofExchange = exchange.reader(queries, mailboxes, directory, inside, isOnlySource, { core, warnings });
  const known = mode === 'all' ? mailboxes : list;
  const parts = { mailboxes, known, inside, listings, derived, exchange: ofExchange, directory, ofAddresses };
  const read = await joinedReader(inputs, parts, reports, services);
  return { ...read, mailboxes, unlisted, internalDomains: inside, throttling };
}

/** The source of a run without a report about mailboxes: it reads none. */
async function sourceOfTables(inputs: ReportInputs, services: SourceOptions): Promise<Source> {
  const { graph, exchange, warnings } = services;
  const mailboxes = mailboxList([]);
  const inside = inputs.internalDomains;
  const derived = beginDerived(inputs, [], services, (other) => other.directoryOf(mailboxes, warnings));
  const read = await joinedReader(
    inputs,
    { mailboxes, known: mailboxes, inside, listings: undefined, derived, ofAddresses: beginAddresses(services) },
    [],
    services,
  );
  const throttling = (): RateLimiter['throttling'] =>
    exchange === undefined ? graph.limiter.throttling : sum(graph.limiter.throttling, exchange.limiter.throttling);
  return { ...read, mailboxes, unlisted: undefined, internalDomains: inside, throttling };
}

/** Begins the listings of Graph that the reports need, before it is known what counts as inside. */
function beginListings(
  lists: { readonly mailboxes: MailboxList; readonly wholeList: MailboxList },
  reports: readonly ReportDefinition[],
  inside: Promise<InternalDomains | undefined>,
  { graph, started, warnings, core }: SourceOptions,
): ListingReader<RowCells[]> | undefined {
  if (!reports.some(isListingReport)) return undefined;
  return graph.listingReader(lists, compileListingQueries(reports, started), inside, warnings, core);
}

/**
 * Begins to read what derived reports need of the tenant, and what tables need that come with a report.
 *
 * @param directoryOf the mailboxes of the run as Exchange Online lists them
 */
function beginDerived(
  { cloud }: ReportInputs,
  reports: readonly ReportDefinition[],
  { graph, exchange, warnings, signal, tables = [] }: SourceOptions,
  directoryOf: (exchange: Exchange) => Directory,
): readonly BegunReport[] {
  const notice = (message: string): void => {
    warnings.add(message);
  };
  let directory: Directory | undefined;
  return beginDerivers([...reports, ...readersOfTables(tables, reports)], {
    graph,
    exchange: exchange && {
      runner: exchange.runner,
      grants: exchange.grants,
      groups: () => exchange.groups(),
      directory: () => (directory ??= directoryOf(exchange)),
      isSource: needsExchange(reports),
    },
    cloud,
    signal,
    notice,
  });
}

/** What of a run is begun or known before the first mailbox is read. */
interface ReadParts {
  readonly mailboxes: MailboxList;
  /** Also those of other shards, so that all of them find the same. */
  readonly known: MailboxList;
  readonly inside: InternalDomains | undefined;
  /** Of the listings of Graph that the reports need. */
  readonly listings: ListingReader<RowCells[]> | undefined;
  readonly derived: readonly BegunReport[];
  /** Undefined if the run does not have the table. */
  readonly ofAddresses: AddressesReader | undefined;
  readonly exchange?: AnswerReader;
  /** The mailboxes that Exchange Online lists, if the run reads reports from it. */
  readonly directory?: Directory;
}

/** The reader that the reports need, or several that are joined, and what is made of them. */
async function joinedReader(
  inputs: ReportInputs,
  { mailboxes, known, inside, listings, derived, ofAddresses, exchange, directory }: ReadParts,
  reports: readonly ReportDefinition[],
  services: SourceOptions,
): Promise<Pick<Source, 'reader' | 'tables'>> {
  const { started, graph, signal } = services;
  const batches = reports.some(isGraphReport)
    ? graph.reader(mailboxes, await compileGraphQueries(reports, inside, started))
    : undefined;
  const run = { mailboxes: known, inside };
  const ofReports = derived.filter(({ report }) => reports.includes(report));
  const derivations = derivationsOf(ofReports, reports, run);
  const ofTables = derived.filter((one) => !ofReports.includes(one));
  const shared = directory && {
    listed: directory.mailboxes,
    refusal: () => directory.refusalOf('Get-Mailbox'),
  };
  const tables = beginTables(
    [
      ...derivations.map(({ derivation }) => derivation),
      ...ofTables.map(({ report, derive }) => derive({ ...run, report, others: [] })),
    ],
    ofAddresses && (() => ofAddresses.answer(shared)),
    { inside, givenInside: inputs.internalDomains },
    services,
  );
  const derivedReady = derivations.flatMap(({ derivation: { ready } }) => ready?.catch(() => undefined) ?? []);
  // Tables precede the first mailbox.
  if (services.tables !== undefined && services.tables.length > 0) derivedReady.push(tables.catch(() => undefined));
  const [first, ...rest] = [batches, listings, exchange].filter((reader) => reader !== undefined);
  const isJoined = rest.length > 0 || first === undefined || (batches !== undefined && derivedReady.length > 0);
  const reader = isJoined
    ? new JoinedReader(
        mailboxes,
        reports.filter((report) => !isDerivedReport(report)).map(sourceOf),
        { graph: batches, listings, exchange },
        Promise.all(derivedReady),
      )
    : first;
  const derivedReader = derivations.reduce<AnswerReader>(
    (others, { derivation, index }) => new DerivedReader(others, derivation, index),
    reader,
  );
  return {
    reader:
      directory === undefined && listings === undefined
        ? derivedReader
        : new IdentifiedReader(derivedReader, (at) =>
            // A listing that was cancelled may lack another mailbox with the address.
            signal.aborted ? undefined : (directory?.identityAt(at) ?? listings?.identityAt(at)),
          ),
    tables,
  };
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
