import type { TokenSource } from '../auth/token-source.ts';
import { GraphClient } from '../graph/graph-client.ts';
import { confirmDomains } from '../graph/confirm-domains.ts';
import { Groups } from '../access/groups.ts';
import { ListingReader, type ListingReaderOptions, type ListingQuery } from '../graph/listing-reader.ts';
import { responseOutcome, type Outcome } from '../graph/graph-outcome.ts';
import { nextPage, type NextPage, type Query } from '../graph/graph-query.ts';
import type { ListingOptions } from '../graph/graph-listing.ts';
import { getObject, locate } from '../graph/send.ts';
import { isUsageReport, type UsageReportSource } from '../graph/usage-report.ts';
import { download } from '../http/download.ts';
import { machineOf } from '../http/machine.ts';
import type { JsonObject } from '../json.ts';
import { RateLimiter } from '../http/rate-limiter.ts';
import {
  MailboxReader,
  type FailedRequest,
  type GivenUpMailboxes,
  type ReadEach,
  type Requested,
  type RequestedList,
} from '../graph/graph-reader.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { compileReadCheck, usesInternalDomains } from '../reports/queries.ts';
import { isGraphReport, type ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logText, type Log, type Warnings } from '../run/log.ts';
import type { Core, Network } from '../run/runner.ts';
import { visibleLine } from '../text/display.ts';
import { someNames } from '../text/numbers.ts';
import { inputName } from '../text/audience.ts';

export interface GraphConnection extends Network {
  readonly inputs: ReportInputs;
  readonly tokens: TokenSource;
  /** Receives a line for each request that fails. */
  readonly debugLog?: Log | undefined;
}

/** Graph, as one run reads it: all readers share a client and a rate limiter. */
export class Graph {
  readonly client: GraphClient;
  readonly limiter: RateLimiter;
  readonly #options: GraphConnection;
  readonly #givenUp: GivenUpMailboxes = new Map();

  constructor(options: GraphConnection) {
    const { inputs, dispatcher, tokens, signal, newId, random } = options;
    this.#options = options;
    this.client = new GraphClient({ graphUrl: inputs.graphUrl, dispatcher, tokens, signal, newId });
    this.limiter = new RateLimiter({ concurrency: 'auto', random, jobs: inputs.shard?.of });
  }

  /**
   * Sends one request about a mailbox, once and at once: without a batch, the limiter and retries. A write is not repeated with
   * another token either. Rejects as `GraphClient.send` does.
   *
   * @param url relative to the version, see `mailboxUrl`
   */
  async send(
    url: string,
    body?: JsonObject,
    method: 'GET' | 'PATCH' | 'POST' | 'DELETE' = body === undefined ? 'GET' : 'PATCH',
  ): Promise<{ readonly status: number; readonly outcome: Outcome }> {
    const isWrite = method !== 'GET';
    const response = await this.client.send({
      method,
      path: `/v1.0${url}`,
      once: isWrite,
      body: body && JSON.stringify(body),
    });
    return { status: response.status, outcome: responseOutcome(response, this.#options.now(), isWrite) };
  }

  /** The page after a response to `send`. */
  nextPage(page: JsonObject): NextPage {
    return nextPage(page, `${this.#options.inputs.graphUrl}/v1.0`);
  }

  /** What a listing of the tenant needs. */
  get listing(): ListingOptions {
    const options = { ...this.#options, client: this.client, limiter: this.limiter };
    return { graphUrl: this.#options.inputs.graphUrl, get: (path) => getObject(path, options) };
  }

  /** Requests the first page of a listing, or the place of the file of a usage report. */
  async canList(path: string): Promise<QueryResult<JsonObject>> {
    if (!isUsageReport(path)) return this.listing.get(path);
    return getObject(path, { ...this.#options, client: this.client, limiter: this.limiter }, locate);
  }

  /** https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail: not in national clouds. */
  #usage(core: Core): UsageReportSource | undefined {
    const { inputs, dispatcher, signal } = this.#options;
    if (inputs.cloud !== 'global') return undefined;
    const machine = machineOf(this.#options);
    const options = { ...machine, client: this.client, limiter: this.limiter, signal };
    return {
      ...machine,
      graphUrl: inputs.graphUrl,
      locate: (path) => locate(path, options),
      download: (url) => download(url, { dispatcher, signal }),
      mask: (secret) => core.setSecret(secret),
      signal,
    };
  }

  /** Begins to read the listings of the queries. `wholeList`: that of which a shard reads a part. */
  listingReader<T>(
    { mailboxes, wholeList }: Pick<ListingReaderOptions<T>, 'mailboxes' | 'wholeList'>,
    queries: readonly ListingQuery<T>[],
    inside: Promise<InternalDomains | undefined>,
    warnings: Warnings,
    core: Core,
  ): ListingReader<T> {
    const { signal } = this.#options;
    const notice = (message: string): void => {
      warnings.add(message);
    };
    const usage = this.#usage(core);
    return new ListingReader({ mailboxes, wholeList, queries, inside, ...this.listing, signal, notice, usage });
  }

  /** The groups of the tenant. Sends nothing before they are listed. */
  groups(): Groups {
    return new Groups(this.listing, this.readEach);
  }

  readonly readEach: ReadEach = (ids, query) => {
    const objects = ids.map((id) => ({ address: id }));
    return this.reader(listOfRequested(objects), [query]).read();
  };

  /** Reads the queries for every mailbox. Sends nothing before it is iterated. */
  reader<T, Of extends Requested>(mailboxes: RequestedList<Of>, queries: readonly Query<T>[]): MailboxReader<T, Of> {
    const { inputs, now, random, timer, signal, debugLog } = this.#options;
    const { graphUrl } = inputs;
    return new MailboxReader({
      mailboxes,
      queries,
      graphUrl,
      limiter: this.limiter,
      givenUp: this.#givenUp,
      now,
      random,
      timer,
      signal,
      post: (url, body) => this.client.post(url, body),
      ...(debugLog === undefined
        ? {}
        : {
            onFailure: (request) => {
              debugLog.debug(logText(failureLine(request)));
            },
          }),
    });
  }

  /** The domains of the list that belong to the tenant: a report that needs to know it, else another of the run, finds out which are. */
  async confirmedDomains(
    list: MailboxList,
    reports: readonly ReportDefinition[],
    warnings: Warnings,
  ): Promise<InternalDomains | undefined> {
    const ofMailboxes = reports.filter(isGraphReport);
    const report = ofMailboxes.find(usesInternalDomains) ?? ofMailboxes[0];
    const query = report && (await compileReadCheck(report));
    if (query === undefined) return undefined;
    const { confirmed, unconfirmed } = await confirmDomains(list, query, (sample, first) =>
      this.reader(sample, [first]),
    );
    if (unconfirmed.length > 0 && !this.#options.signal.aborted) {
      warnings.add(
        `No mailbox of the list could be read in ${someNames(unconfirmed, visibleLine)}, so addresses there count as external. ` +
          `Correct the list, or set ${inputName('internal-domains')} to the domains of your organization.`,
      );
    }
    return confirmed;
  }
}

function listOfRequested<Of>(objects: readonly Of[]): RequestedList<Of> {
  return {
    length: objects.length,
    at: (position) => {
      const object = objects[position];
      if (object === undefined) throw new RangeError(`no object at ${position}`);
      return object;
    },
  };
}

function failureLine({ address, error, requestId, clientRequestId, willRetry }: FailedRequest): string {
  const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
  return `${address}: ${error} (${ids})${willRetry ? ', will be retried' : ''}`;
}
