import type { TokenSource } from '../auth/token.ts';
import { warn, workspaceOf, type ReadContext } from '../run/context.ts';
import { GraphClient } from '../graph/client.ts';
import { confirmDomains } from '../graph/confirm-domains.ts';
import type { Query } from '../graph/query.ts';
import { RateLimiter } from '../graph/throttling/rate-limiter.ts';
import { MailboxReader, type FailedRequest } from '../graph/reader.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { readMailboxLists } from '../mailboxes/list.ts';
import { MailboxListBuilder, type MailboxList } from '../mailboxes/mailbox.ts';
import { annotateDuplicates } from '../outputs/annotations.ts';
import { setOutputs } from '../run/outputs.ts';
import { isGraphReport, requestPath } from '../reports/definition.ts';
import { usesInternalDomains } from '../reports/collect.ts';
import { logGroup, logText } from '../run/log.ts';
import { visibleLine } from '../text/display.ts';
import { counted, someNames } from '../text/numbers.ts';

/** Reads the mailbox lists, and warns of repeated addresses. Throws a UserError as `readMailboxLists` does. */
export function listMailboxes({ inputs, env, core }: ReadContext): Promise<MailboxList> {
  const { mailboxes: patterns, mailboxColumn: column, summary, shard } = inputs;
  return logGroup(core, 'Mailbox list', async () => {
    if (patterns.length === 0) {
      core.info('No list: the mailboxes of the tenant are read');
      return new MailboxListBuilder().build([]);
    }
    const mailboxes = await readMailboxLists({ patterns, workspace: workspaceOf(env), column });
    setOutputs(core, { 'mailbox-count': mailboxes.length });
    core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
    // The merge action does it once for all shards.
    if (shard === undefined) annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
    return mailboxes;
  });
}

/** The domains of the list that belong to the tenant; undefined if no report asks which addresses are external. */
export async function confirmedDomains(
  context: ReadContext,
  mailboxes: MailboxList,
  access: GraphAccess,
): Promise<InternalDomains | undefined> {
  const report = context.reports.filter(isGraphReport).find(usesInternalDomains);
  if (report === undefined) return undefined;
  const request = { version: report.request.version, path: requestPath(report.request) };
  const open = (sample: MailboxList, query: Query<true>) => openReader(context, sample, [query], access);
  return logGroup(context.core, 'Internal domains', async () => {
    const { confirmed, unconfirmed } = await confirmDomains(mailboxes, request, open);
    if (unconfirmed.length > 0 && !context.signal.aborted) {
      warn(
        context,
        `No mailbox of the list could be read in ${someNames(unconfirmed, visibleLine)}, so addresses there count as external. ` +
          'Correct the list, or set "internal-domains" to the domains of your organization.',
      );
    }
    return confirmed;
  });
}

/** What all readers of a run share. */
export interface GraphAccess {
  readonly client: GraphClient;
  readonly limiter: RateLimiter;
}

/** The client and the rate limiter of a run. Sends nothing. */
export function openGraph({ inputs, dispatcher, signal, random }: ReadContext, tokens: TokenSource): GraphAccess {
  const { graphUrl, concurrency, shard } = inputs;
  return {
    client: new GraphClient({ graphUrl, dispatcher, tokens, signal }),
    limiter: new RateLimiter({ concurrency, random, jobs: shard?.of }),
  };
}

/** Reads the queries for every mailbox. Sends nothing before it is iterated. */
export function openReader<T>(
  { inputs, signal, now, random, core, env }: ReadContext,
  mailboxes: MailboxList,
  queries: readonly Query<T>[],
  { client, limiter }: GraphAccess,
): MailboxReader<T> {
  return new MailboxReader({
    mailboxes,
    queries,
    graphUrl: inputs.graphUrl,
    post: (url, body) => client.post(url, body),
    limiter,
    now,
    random,
    signal,
    // The runner drops debug lines unless debug logging is on, and tens of thousands of lines would cost time.
    ...(env.RUNNER_DEBUG === '1'
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
