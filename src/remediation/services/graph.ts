import type { ReadContext } from '../../run/context.ts';
import type { Query, QueryResult } from '../../graph/query.ts';
import type { JsonObject } from '../../json.ts';
import { MailboxListBuilder } from '../../mailboxes/mailbox.ts';
import { openReader, type GraphAccess } from '../../source/graph.ts';
import type { Target } from '../change.ts';
import type { Service } from './service.ts';

/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
export function graphService(context: ReadContext, access: GraphAccess): Service {
  const send = async (target: Target, body?: JsonObject): Promise<QueryResult<JsonObject>> => {
    const list = new MailboxListBuilder();
    list.add({ address: target.address, file: '', line: 0 });
    const reader = openReader(context, list.build([]), [resourceQuery(target, body)], access);
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
