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
  /** Whether every mailbox has an entry, so that a list without any does not show that one is absent. */
  readonly neverEmpty?: boolean;
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
  graph: Pick<Graph, 'send' | 'nextPage'>,
  list: GraphList<E>,
): TargetService<Placed<E>> {
  /** By mailbox, the ID of each entry as last read or made: an entry that was made again has another than before. */
  const idsOfMailboxes = new Map<string, Map<string, string>>();
  const keyOf = ({ entry }: Placed<E>): string => JSON.stringify(list.keyOf(entry));
  const idsOf = ({ mailboxId, address }: Place): Map<string, string> => {
    const mailbox = (mailboxId ?? address).toLowerCase();
    const ids = idsOfMailboxes.get(mailbox) ?? new Map<string, string>();
    idsOfMailboxes.set(mailbox, ids);
    return ids;
  };
  /** The object of an entry. What was made again for an equal entry is not that of this one. */
  const itemOf = (place: Placed<E>, items: readonly JsonObject[]): JsonObject | undefined => {
    const [ids, key] = [idsOf(place), keyOf(place)];
    const others = new Set([...ids].flatMap(([other, id]) => (other === key ? [] : id)));
    const withId = (wanted: string | undefined): JsonObject | undefined => items.find(({ id }) => id === wanted);
    const remade = (): JsonObject | undefined =>
      items.find((one) => !others.has(textIn(one, 'id')) && list.isRemade(place.entry, one));
    return withId(place.entry.id) ?? withId(ids.get(key)) ?? remade();
  };
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
        if (items.length === 0 && list.neverEmpty === true) return failed('Graph returned a list without any entry');
        const item = itemOf(place, items);
        const id = textIn(item, 'id');
        if (id !== '') idsOf(place).set(keyOf(place), id);
        return {
          kind: 'ok',
          value: item === undefined ? { [WHOLE_ROW]: null } : { ...item, [WHOLE_ROW]: list.valueOf(item) },
        };
      }),
    write: (place, values) =>
      answered(async () => {
        const id = idsOf(place).get(keyOf(place)) ?? place.entry.id;
        const whole = urlOf(place, list.path);
        const one = `${whole}/${encodeURIComponent(id)}`;
        const after = values[WHOLE_ROW];
        const { status, outcome } = await (after === undefined
          ? graph.send(one, values)
          : isObject(after)
            ? graph.send(whole, list.bodyOf(after), 'POST')
            : graph.send(one, undefined, 'DELETE'));
        if (outcome.kind !== 'read') return failedRequest(status, outcome);
        const made = isObject(after) ? textIn(outcome.body, 'id') : '';
        if (made !== '') idsOf(place).set(keyOf(place), made);
        return { kind: 'ok', value: {} };
      }),
  };
}

function urlOf({ address, mailboxId }: Place, path: string): string {
  return mailboxUrl(mailboxId ?? address, path);
}
