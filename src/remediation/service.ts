import type { TokenSource } from '../auth/token.ts';
import type { ReadContext } from '../context.ts';
import type { Query, QueryResult } from '../graph/query.ts';
import type { JsonObject } from '../json.ts';
import { MailboxListBuilder } from '../mailboxes/mailbox.ts';
import { openGraph, openReader } from '../steps/read.ts';
import type { Target } from './change.ts';

/** Reads and writes one target at a time, with the retries and the throttling of the reader. */
export interface Service {
  read(target: Target): Promise<QueryResult<JsonObject>>;
  /** PATCHes a target. It may be sent more than once: it sets values, and a second time changes nothing. */
  write(target: Target, body: JsonObject): Promise<QueryResult<JsonObject>>;
}

/**
 * Opens the service for changes. A cancelled run completes the change that is under way, so requests end at the deadline
 * of the run instead of its signal.
 */
export function openService(context: ReadContext, tokens: TokenSource): Service {
  const untilDeadline = { ...context, signal: context.deadline };
  const access = openGraph(untilDeadline, tokens);
  const send = async (target: Target, body?: JsonObject): Promise<QueryResult<JsonObject>> => {
    const list = new MailboxListBuilder();
    list.add({ address: target.address, file: '', line: 0 });
    const reader = openReader(untilDeadline, list.build([]), [resourceQuery(target, body)], access);
    for await (const [answer] of reader.read()) {
      const result = answer?.results[0];
      if (result !== undefined) return result;
    }
    throw new Error('a request has no result');
  };
  return { read: (target) => send(target), write: send };
}

function resourceQuery({ inboxRule }: Target, body: JsonObject | undefined): Query<JsonObject> {
  const path =
    inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`;
  return {
    version: 'v1.0',
    path,
    ...(body === undefined ? {} : { body }),
    newCollector: () => {
      let resource: JsonObject = {};
      return {
        onPage: (page) => {
          resource = page;
          return [];
        },
        result: () => resource,
      };
    },
  };
}
