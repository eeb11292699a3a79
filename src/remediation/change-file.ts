import { arrayOf, isPresent, isText, objectOf, optional, where } from '../files/json-shape.ts';
import { isGuid, type Json } from '../json.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import { targetOf, type PlannedChange, type SettingChange } from './change.ts';
import { TARGETS } from './targets/targets.ts';

// The form of changes in plan.json and undo.json.

/** A change as `storedChange` writes it. */
const isStoredChange = objectOf({
  mailbox: where(isText, isMailboxId),
  mailboxId: optional(where(isText, isGuid)),
  rules: arrayOf(isText),
  item: isText,
  inboxRule: optional(isText),
  exchange: optional(objectOf({ cmdlet: isText, identity: where(isText, isGuid) })),
  setting: isText,
  entry: optional(isPresent),
  before: isPresent,
  after: isPresent,
  ruleDigest: optional(isText),
});

/** The change of an object of a `plan.json` or an `undo.json`. Undefined unless it is one that a plan can have. */
export function changeIn(stored: Json): SettingChange | undefined {
  if (!isStoredChange(stored)) return undefined;
  const { mailbox: address, mailboxId, exchange, rules, item, setting, before, after } = stored;
  const { inboxRule, entry: storedEntry, ruleDigest } = stored;
  const members = { inboxRule, cmdlet: exchange?.cmdlet, entry: storedEntry, ruleDigest };
  for (const target of TARGETS) {
    const entry = target.fromFile(members);
    if (entry === undefined) continue;
    const change = { address, mailboxId, guid: exchange?.identity, entry, rules, item, setting, before, after };
    return target.takes(change) ? { ...change, target: target.name } : undefined;
  }
  return undefined;
}

/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
export function storedChange(change: SettingChange): Readonly<Record<string, unknown>> {
  const { address: mailbox, mailboxId, guid: identity, rules, item, setting, before, after } = change;
  const { inboxRule, cmdlet, entry, ruleDigest } = targetOf(change).toFile(change.entry);
  const exchange = cmdlet === undefined ? undefined : { cmdlet, identity };
  return { mailbox, mailboxId, rules, item, inboxRule, exchange, entry, setting, before, after, ruleDigest };
}

/** Permissions of the files of a remediation, which name mailboxes and can change them. */
export const FILE_MODE = 0o600;

/** The text of a `plan.json` or an `undo.json`, with a line for each change. */
export function changesFile(header: object, changes: readonly object[]): string {
  const lines = changes.map((change) => JSON.stringify(change));
  return `${JSON.stringify(header).slice(0, -1)},"changes":[\n${lines.join(',\n')}\n]}\n`;
}

/** Changes in the order of plan.csv. */
export function inPlanOrder(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes
    .map((change) => ({ change, key: sortKey(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ change }) => change);
}

function sortKey(change: PlannedChange): string {
  const { address, item, setting } = change;
  const target = targetOf(change);
  const { inboxRule = '', cmdlet = '', entry } = target.toFile(change.entry);
  const key = entry === undefined ? '' : JSON.stringify(target.keyOf(change.entry));
  return JSON.stringify([address.toLowerCase(), item, setting, inboxRule, cmdlet, key]);
}
