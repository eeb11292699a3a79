import { mailboxUrl } from '../graph/batch.ts';
import { isObject, textIn, type JsonObject } from '../json.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import type { Graph } from '../source/graph-source.ts';
import type { Target } from './change.ts';
import { entryIn, entryKey, namedRuleDigest, ruleValue, type Entry } from './entry.ts';
import { answered, failed, failedRequest, type SettingsService } from './service-answer.ts';
import { calendarPermissions, DEFAULT_ID } from '../reports/built-in/calendar-permissions.ts';
import { inboxRules } from '../reports/built-in/inbox-rules.ts';

type GraphEntry = Exclude<Entry, { kind: 'right' }>;

const PATHS = { calendar: 'calendar/calendarPermissions', rule: 'mailFolders/inbox/messageRules' } as const;
const REPORTS = { calendar: calendarPermissions, rule: inboxRules } as const;
const MAX_PAGES = 50;

/**
 * Takes entries of a mailbox away and gives them back through Graph. Reads the whole list: only a complete list shows that an entry is
 * absent.
 */
export function graphEntries(graph: Graph, cloud: string): SettingsService {
  /** The ID of an entry as last read: one that was made again has another. */
  const ids = new Map<string, string>();
  const keyOf = (target: Target, entry: GraphEntry): string => `${target.address} ${entryKey(entry)}`;
  const urlOf = ({ address, mailboxId }: Target, below: string): string => mailboxUrl(mailboxId ?? address, below);
  return {
    read: (target) =>
      answered(async () => {
        const entry = entryOf(target);
        const items: JsonObject[] = [];
        let url: string | undefined = urlOf(target, PATHS[entry.kind]);
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
        const item = matching(items, entry);
        const id = textIn(item, 'id');
        if (id !== '') ids.set(keyOf(target, entry), id);
        return { kind: 'ok', value: item === undefined ? { [WHOLE_ROW]: null } : resourceOf(item, entry, cloud) };
      }),
    write: (target, values) =>
      answered(async () => {
        const entry = entryOf(target);
        const id = ids.get(keyOf(target, entry)) ?? entry.id;
        const list = urlOf(target, PATHS[entry.kind]);
        const one = `${list}/${encodeURIComponent(id)}`;
        const after = values[WHOLE_ROW];
        const { status, outcome } = await (after === undefined
          ? graph.send(one, values)
          : isObject(after)
            ? graph.send(list, bodyOf(entry, after), 'POST')
            : graph.send(one, undefined, 'DELETE'));
        return outcome.kind === 'read' ? { kind: 'ok', value: {} } : failedRequest(status, outcome);
      }),
  };
}

function entryOf({ entry }: Target): GraphEntry {
  if (entry === undefined || entry.kind === 'right') throw new Error('no entry of Graph');
  return entry;
}

function matching(items: readonly JsonObject[], entry: GraphEntry): JsonObject | undefined {
  const item = items.find(({ id }) => id === entry.id);
  if (item !== undefined) return item;
  return items.find((one) => {
    if (entry.kind === 'rule') return entry.digest !== undefined && namedRuleDigest(one) === entry.digest;
    const address = textIn(one.emailAddress, 'address');
    return address !== '' && address.toLowerCase() === entry.address?.toLowerCase();
  });
}

/** An entry with what it is now. One that is never taken away has no value that any plan has. */
function resourceOf(item: JsonObject, entry: GraphEntry, cloud: string): JsonObject {
  const sets = entry.id === DEFAULT_ID;
  const entryNow = entryIn(REPORTS[entry.kind], item, { cloud, sets });
  return { ...item, [WHOLE_ROW]: typeof entryNow === 'object' ? entryNow.value : { problem: entryNow } };
}

function bodyOf(entry: GraphEntry, value: JsonObject): JsonObject {
  if (entry.kind === 'rule') return ruleValue(value);
  const { grantee = null, role = null, isInsideOrganization = null } = value;
  return { emailAddress: grantee, role, isInsideOrganization, isRemovable: true };
}
