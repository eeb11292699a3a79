import { describeError } from '../errors.ts';
import { retrying, type Attempt, type RetryClock, type RetryRule } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { Outcome } from './graph-outcome.ts';
import { usageObjects } from './usage-csv.ts';

/** The usage reports of v1.0, which have a CSV without `$format`. https://learn.microsoft.com/graph/api/resources/report */
const USAGE_REPORT = /^\/v1\.0\/reports\/get\w+\([^?]*\)$/i;
/** Graph allows 14 requests in ten minutes, and a run may have two such reports. https://learn.microsoft.com/graph/throttling-limits */
const MOST_REQUESTS = 7;
const DOWNLOADS: RetryRule = { attempts: 3, first: 1000, longest: 10_000 };

export interface UsageReportSource extends RetryClock {
  readonly graphUrl: string;
  /** Asks Graph once for the place of a report; the URL of its file is `location` of the body. */
  readonly locate: (path: string) => Promise<Attempt<Outcome>>;
  /** The bytes behind a URL, to which no token is sent. Rejects unless the status is 200. */
  readonly download: (url: URL) => AsyncIterable<Buffer>;
  /** Receives the query string of the URL, which is a secret: it is enough to read the file. */
  readonly mask: (secret: string) => void;
}

/** Whether a path with its version, such as `/v1.0/reports/getMailboxUsageDetail(period='D7')`, has a CSV. */
export function isUsageReport(path: string): boolean {
  return USAGE_REPORT.test(decodeURIComponent(path));
}

/**
 * Reads the CSV of a usage report. Graph redirects to a file on another host that is authenticated by its URL alone. Returns why the
 * report is not whole; undefined if it is.
 *
 * @param match the member that names the mailbox, see `usageObjects`
 */
export async function readUsageReport(
  path: string,
  match: string,
  sink: ListingSink,
  source: UsageReportSource,
): Promise<QueryFailure | undefined> {
  let requests = 0;
  return retrying(async (): Promise<Attempt<QueryFailure | undefined>> => {
    requests += 1;
    const { result: outcome, retry } = await source.locate(path);
    if (outcome.kind !== 'read') {
      const status = 'status' in outcome ? outcome.status : 'failed';
      const result = {
        status: status === 'access-denied' || status === 'throttled' ? status : 'failed',
        error: outcome.error,
      } as const;
      return { result, retry: requests < MOST_REQUESTS ? retry : undefined };
    }
    try {
      const url = fileUrl(outcome.body.location, source.graphUrl);
      source.mask(url.search.slice(1));
      for await (const objects of usageObjects(source.download(url), match)) sink.add(objects);
      return { result: undefined };
    } catch (error) {
      source.signal?.throwIfAborted();
      sink.restart();
      return {
        result: { status: 'failed', error: describeError(error) },
        retry: requests < MOST_REQUESTS ? { rule: DOWNLOADS } : undefined,
      };
    }
  }, source);
}

/** The URL that Graph redirects to: https, or http on loopback if Graph itself is there. Throws an Error without the URL. */
function fileUrl(location: unknown, graphUrl: string): URL {
  const url = typeof location === 'string' ? URL.parse(location) : null;
  if (url === null) throw new Error('Graph redirects the usage report to no URL.');
  const isLocal = new URL(graphUrl).protocol === 'http:';
  if (!isConfidential(url) || (url.protocol === 'http:' && !isLocal) || url.username !== '' || url.password !== '') {
    throw new Error(`Graph redirects the usage report to ${url.protocol}//${url.hostname}, which is not confidential.`);
  }
  return url;
}
