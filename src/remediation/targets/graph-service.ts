import { isText, where } from '../../files/json-shape.ts';
import { mailboxUrl } from '../../graph/batch.ts';
import { isObject, textIn, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import type { Graph } from '../../source/graph-source.ts';
import { answered, failed, failedRequest, type Answer, type TargetService } from './service-answer.ts';
import type { Place, Placed } from './target.ts';

const MAX_PAGES = 50;

/** An id of Graph. None has only dots, which would name another resource in a URL. */
export const isResourceId = where(isText, (id) => !/^\.*$/.test(id));

/** Reads and PATCHes an object below each mailbox through Graph. */
export function graphObject<E>(graph: Graph, pathOf: (entry: E) => string): TargetService<Placed<E>> {
  const send = (place: Placed<E>, body?: JsonObject): Promise<Answer> =>
    answered(async () => {
      const { status, outcome } = await graph.send(urlOf(place, pathOf(place.entry)), body);
      return outcome.kind === 'read' ? { kind: 'ok', value: outcome.body } : failedRequest(status, outcome);
    });
  return { read: (place) => send(place), write: send };
}

/** Entries of a list below each mailbox. */
interface GraphList<E> {
  readonly path: string;
  keyOf(entry: E): readonly string[];
  /** Whether an object is an entry that was made again since. */
  isRemade(entry: E, object: JsonObject): boolean;
  /** The value of an entry that is there. One that is never taken away has a value that no plan has. */
  valueOf(object: JsonObject): Json;
  /** The body that makes an entry of a value. */
  bodyOf(value: JsonObject): JsonObject;
}

/**
 * Takes entries of a mailbox away and gives them back through Graph. Reads the whole list: only a complete list shows that an entry is
 * absent.
 */
export function graphList<E extends { readonly id: string }>(
  graph: Graph,
  list: GraphList<E>,
): TargetService<Placed<E>> {
  /** The ID of an entry as last read: one that was made again has another. */
  const ids = new Map<string, string>();
  const keyOf = ({ address, entry }: Placed<E>): string => JSON.stringify([address, ...list.keyOf(entry)]);
  return {
    read: (place) =>
      answered(async () => {
        const items: JsonObject[] = [];
        let url: string | undefined = urlOf(place, list.path);
        for (let page = 1; url !== undefined; page += 1) {
          const { status, outcome } = await graph.send(url);
          if (outcome.kind !== 'read') return failedRequest(status, outcome);
          const { value } = outcome.body;
          if (!Array.isArray(value) || !value.every(isObject)) return failed('Graph returned no list');
          items.push(...value);
          const next = graph.nextPage(outcome.body);
          if (next.kind === 'refused') return failed(next.error);
          if (next.kind === 'path' && page === MAX_PAGES) return failed('The list has no end');
          url = next.kind === 'path' ? next.path : undefined;
        }
        const { entry } = place;
        const item = items.find(({ id }) => id === entry.id) ?? items.find((one) => list.isRemade(entry, one));
        const id = textIn(item, 'id');
        if (id !== '') ids.set(keyOf(place), id);
        return {
          kind: 'ok',
          value: item === undefined ? { [WHOLE_ROW]: null } : { ...item, [WHOLE_ROW]: list.valueOf(item) },
        };
      }),
    write: (place, values) =>
      answered(async () => {
        const id = ids.get(keyOf(place)) ?? place.entry.id;
        const whole = urlOf(place, list.path);
        const one = `${whole}/${encodeURIComponent(id)}`;
        const after = values[WHOLE_ROW];
        const { status, outcome } = await (after === undefined
          ? graph.send(one, values)
          : isObject(after)
            ? graph.send(whole, list.bodyOf(after), 'POST')
            : graph.send(one, undefined, 'DELETE'));
        return outcome.kind === 'read' ? { kind: 'ok', value: {} } : failedRequest(status, outcome);
      }),
  };
}

function urlOf({ address, mailboxId }: Place, path: string): string {
  return mailboxUrl(mailboxId ?? address, path);
}
