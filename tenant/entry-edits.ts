import { editedPermission, newPermission, DEFAULT_ID } from './calendar-permissions.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { editedRule, isRefusal, refused, unknown, type Refusal } from './mailbox-edits.ts';

/** The entries of a mailbox after a request, and the one in its response; undefined if the response has no body. */
export interface EditedEntries {
  readonly entries: readonly JsonObject[];
  readonly entry: JsonObject | undefined;
}

/** A request to change one entry, or to add one. */
export interface EntryRequest {
  readonly method: string;
  /** Undefined to add one. */
  readonly id: string | undefined;
  readonly values: JsonObject;
}

/** https://learn.microsoft.com/graph/api/mailfolder-post-messagerules */
const RULE_MEMBERS = ['displayName', 'sequence', 'isEnabled', 'conditions', 'exceptions', 'actions'];

/** The inbox rules after a request; undefined if there is no such rule. */
export function editedRules(
  rules: readonly JsonObject[],
  { method, id, values }: EntryRequest,
): EditedEntries | Refusal | undefined {
  if (id === undefined) return withNewRule(rules, values);
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  if (method === 'DELETE') {
    if (rule.isReadOnly === true) return refused('ErrorInvalidRequest', 'The rule is read-only and cannot be deleted.');
    return { entries: rules.filter((one) => one !== rule), entry: undefined };
  }
  return replaced(rules, rule, editedRule(rule, values));
}

/**
 * The permissions of a calendar after a request; undefined if there is no such permission.
 * @param nameOf the name of an address inside from which the ID of a permission follows
 */
export function editedPermissions(
  permissions: readonly JsonObject[],
  { method, id, values }: EntryRequest,
  nameOf: (address: string) => string,
): EditedEntries | Refusal | undefined {
  if (id === undefined) {
    const permission = newPermission(values, nameOf);
    if (isRefusal(permission)) return permission;
    if (permissions.some((one) => one.id === permission.id)) {
      return refused('ErrorInvalidRequest', 'The calendar is shared with this recipient already.');
    }
    return { entries: [...permissions, permission], entry: permission };
  }
  const permission = permissions.find((one) => one.id === id);
  if (permission === undefined) return undefined;
  if (method === 'DELETE') {
    if (id === DEFAULT_ID) return refused('ErrorInvalidRequest', 'The permission cannot be deleted.');
    return { entries: permissions.filter((one) => one !== permission), entry: undefined };
  }
  return replaced(permissions, permission, editedPermission(permission, values));
}

function replaced(
  entries: readonly JsonObject[],
  before: JsonObject,
  edited: JsonObject | Refusal,
): EditedEntries | Refusal {
  if (isRefusal(edited)) return edited;
  return { entries: entries.map((one) => (one === before ? edited : one)), entry: edited };
}

/** A new rule with an id of its own. It has the sequence of the request; rules from there on run after it. */
function withNewRule(rules: readonly JsonObject[], values: JsonObject): EditedEntries | Refusal {
  const [other] = Object.keys(values).filter((name) => !RULE_MEMBERS.includes(name));
  if (other !== undefined) return unknown(other, 'messageRule');
  const { displayName, sequence, actions, isEnabled = true, conditions, exceptions } = values;
  const isNamed = typeof displayName === 'string' && displayName !== '';
  const isOrdered = typeof sequence === 'number' && Number.isInteger(sequence) && sequence > 0;
  if (!isNamed || !isOrdered || !isObject(actions) || Object.keys(actions).length === 0) {
    return refused('ErrorInvalidRequest', 'A rule needs a displayName, a sequence and actions.');
  }
  const rule: JsonObject = {
    id: Buffer.from(`new rule ${displayName} ${rules.length}`).toString('base64url'),
    displayName,
    sequence,
    isEnabled,
    hasError: false,
    isReadOnly: false,
    ...(isObject(conditions) && { conditions: upperCased(conditions) }),
    ...(isObject(exceptions) && { exceptions: upperCased(exceptions) }),
    actions,
  };
  const sequenceOf = (one: JsonObject): number => (typeof one.sequence === 'number' ? one.sequence : 0);
  const isTaken = rules.some((one) => sequenceOf(one) === sequence);
  const others = rules.map((one) =>
    isTaken && sequenceOf(one) >= sequence ? { ...one, sequence: sequenceOf(one) + 1 } : one,
  );
  const entries = [...others, rule].sort((a, b) => sequenceOf(a) - sequenceOf(b));
  return { entries, entry: rule };
}

/** Microsoft's example returns the texts of `senderContains` in upper case. */
function upperCased(predicates: JsonObject): JsonObject {
  const { senderContains } = predicates;
  if (!Array.isArray(senderContains)) return predicates;
  const upper = senderContains.map((text): Json => (typeof text === 'string' ? text.toUpperCase() : text));
  return { ...predicates, senderContains: upper };
}
