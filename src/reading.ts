import type { TokenSource } from './auth/token.ts';
import { GraphClient } from './graph/client.ts';
import type { RateLimiter } from './graph/rate-limiter.ts';
import { MailboxReader, type FailedRequest } from './graph/reader.ts';
import type { Job } from './job.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import { logText } from './runner/log.ts';
import type { RowCells } from './reports/columns.ts';
import type { ReportQuery } from './reports/query.ts';

/** A reader of what was planned, mailbox by mailbox: nothing is asked before its answers are. */
export function readerForJob(
  job: Job,
  mailboxes: MailboxList,
  queries: readonly ReportQuery[],
  { tokens, pace }: { tokens: TokenSource; pace: RateLimiter },
): MailboxReader<RowCells[]> {
  const { inputs, dispatcher, signal, now, random, core } = job;
  const { graphUrl } = inputs;
  const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
  return new MailboxReader({
    mailboxes,
    queries,
    graphUrl,
    post: (url, body) => client.post(url, body),
    limiter: pace,
    now,
    random,
    signal,
    // A runner drops debug lines unless it was asked for them; tens of thousands of them cost all the same.
    ...(job.env.RUNNER_DEBUG === '1'
      ? {
          onFailure: (request) => {
            core.debug(logText(failureLine(request)));
          },
        }
      : {}),
  });
}

function failureLine({ address, error, requestId, clientRequestId, willRetry }: FailedRequest): string {
  const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
  return `${address}: ${error} (${ids})${willRetry ? ', will be retried' : ''}`;
}
