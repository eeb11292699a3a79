import { hash } from 'node:crypto';
import {
  isNumber,
  isPresent,
  isText,
  isTruth,
  mapOf,
  objectOf,
  oneOf,
  optional,
  where,
} from '../../files/json-shape.ts';
import { isObject, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { canonical } from '../../reports/row-identity.ts';
import { counted, listed } from '../../text/numbers.ts';
import { graphList, graphObject, isResourceId } from './graph-service.ts';
import { SETTINGS_PERMISSION } from './mailbox-settings.ts';
import {
  hasOnly,
  isWholeChange,
  settingsOf,
  type SetBack,
  type ShownEntry,
  type Wanted,
  type Writable,
  type WriteTarget,
} from './target.ts';

/** An inbox rule, which is taken away and given back, or whose settings are changed. */
interface RuleEntry {
  readonly kind: 'rule' | 'settings';
  /** Of the rule in Graph; '' if it is not known. */
  readonly id: string;
  /**
   * Of a rule that is given back: the digest of its name and effect, since its ID is another then. Of one whose settings are changed: that
   * of its effect when the change was planned.
   */
  readonly digest?: string | undefined;
}

const PROBLEMS = {
  'partial-rule': 'Graph does not show all of the inbox rule, so that it could not be given back',
  'no-rules-in-cloud': 'Graph creates no inbox rules in this cloud, so that it could not be given back',
  'read-only': 'the inbox rule is read-only and cannot be changed through Graph. Ask the owner to delete it in Outlook',
  'other-rule': 'the inbox rule does something else now',
} as const;
type RuleProblem = keyof typeof PROBLEMS | 'hidden';

const isEntry = objectOf({ kind: oneOf(['rule']), id: isResourceId, digest: optional(isText) });
const isValue = objectOf({
  displayName: where(isText, (text) => text !== ''),
  sequence: isNumber,
  isEnabled: isTruth,
  conditions: optional(isPresent),
  exceptions: optional(isPresent),
  actions: mapOf(isPresent),
});

const NAME = 'inboxRule';
const PATH = 'mailFolders/inbox/messageRules';

/** Inbox rules, through Graph. */
export const inboxRule: WriteTarget<RuleEntry> = {
  name: NAME,
  service: 'graph',
  needs: { permission: SETTINGS_PERMISSION },
  restoredAs: 'rules',
  problems: PROBLEMS,
  ofRow: ruleIn,
  keyOf: ruleKey,
  toFile: ({ kind, id, digest }) =>
    kind === 'rule' ? { entry: { kind, id, digest } } : { inboxRule: id, ruleDigest: digest },
  fromFile: (members) => {
    const { inboxRule: id, entry, ruleDigest: digest } = members;
    if (hasOnly(members, 'entry') && isEntry(entry)) return entry;
    return hasOnly(members, 'inboxRule', 'ruleDigest') && isResourceId(id)
      ? { kind: 'settings', id, digest }
      : undefined;
  },
  takes: (change) =>
    change.entry.kind === 'rule' ? isWholeChange(change, isValue) : Object.hasOwn(settingsOf(NAME), change.setting),
  // No policy enables an inbox rule, but a restore does.
  canSet: (_, value, { kind }) => kind === 'rule' || typeof value === 'boolean',
  open: ({ graph, cloud }) => {
    const settings = graphObject<RuleEntry>(graph, ({ id }) => `${PATH}/${encodeURIComponent(id)}`);
    const wholes = graphList<RuleEntry>(graph, {
      path: PATH,
      keyOf: ruleKey,
      isRemade: ({ digest }, rule) => digest !== undefined && namedRuleDigest(rule) === digest,
      valueOf: (rule) => {
        const writable = ruleIn(rule, { isWhole: true, isOfPolicy: false, cloud });
        return typeof writable === 'string' ? { problem: writable } : (writable.value ?? null);
      },
      bodyOf: ruleValue,
    });
    const serviceOf = ({ kind }: RuleEntry): typeof wholes => (kind === 'rule' ? wholes : settings);
    return {
      read: (place, names) => serviceOf(place.entry).read(place, names),
      write: (place, values) => serviceOf(place.entry).write(place, values),
    };
  },
  refusalOf: ({ kind, id }, { isReadOnly }) =>
    kind === 'settings' && (isReadOnly === true || id === '') ? 'read-only' : undefined,
  differenceOf: ({ kind, digest }, rule) =>
    kind === 'rule' || digest === undefined || digest === ruleDigest(rule)
      ? undefined
      : 'The conditions, exceptions or actions of the rule are not those that it had',
  // https://learn.microsoft.com/powershell/module/exchangepowershell/disable-inboxrule
  notes: (changes) => {
    const mailboxes = new Set(changes.map(({ address }) => address.toLowerCase())).size;
    return [
      `The plan changes inbox rules of ${counted(mailboxes, 'mailbox', 'mailboxes')}. Exchange's cmdlets delete the client-side ` +
        'rules of Outlook in a mailbox when they change one of its rules. Whether Graph does is unknown, and deleted rules cannot be restored.',
    ];
  },
  entries: {
    label: () => 'inbox rule',
    sentence: ({ address, setting, before, after }) => {
      if (setting !== WHOLE_ROW) return undefined;
      const verb = after === null ? 'loses' : 'gets back';
      const rule = after ?? before;
      const effects = listed(effectsOf(rule), 'and');
      const does = effects === '' ? '' : `, which ${effects}`;
      return { who: '', text: `${address} ${verb} the inbox rule "${textIn(rule, 'displayName')}"${does}` };
    },
    givenBack: (entry, value) => ({ ...entry, digest: namedRuleDigest(value) }),
    // A kept rule whose actions are not known could be any.
    isOf: ({ digest }, rule) => isObject(rule.actions) && ruleDigest(rule) === digest,
    namesOf: ({ entry: { id }, value = {} }) => [`id ${id}`, `digest ${namedRuleDigest(value)}`],
    setBack: enabledBack,
  },
};

function ruleKey({ kind, id }: RuleEntry): readonly string[] {
  return [kind, id];
}

/** @param rule as Graph returns it */
function ruleIn(rule: JsonObject, { isWhole: isWanted, cloud }: Wanted): Writable<RuleEntry> | RuleProblem {
  const { id, isReadOnly, hasError, displayName, sequence, isEnabled, actions } = rule;
  if (!isWanted) return { entry: { kind: 'settings', id: typeof id === 'string' ? id : '', digest: ruleDigest(rule) } };
  if (cloud === 'china') return 'no-rules-in-cloud';
  if (!isResourceId(id)) return 'hidden';
  const isWhole = isReadOnly === false && hasError === false && typeof isEnabled === 'boolean';
  const isNamed = typeof displayName === 'string' && displayName !== '' && typeof sequence === 'number';
  if (!isWhole || !isNamed || !isObject(actions) || Object.keys(actions).length === 0) return 'partial-rule';
  return { entry: { kind: 'rule', id }, value: ruleValue(rule) };
}

/** The properties of a rule that Graph can create. https://learn.microsoft.com/graph/api/mailfolder-post-messagerules */
const RULE_MEMBERS = ['displayName', 'sequence', 'isEnabled', 'conditions', 'exceptions', 'actions'];

/** A rule as it is created. */
function ruleValue(rule: JsonObject): JsonObject {
  return Object.fromEntries(
    RULE_MEMBERS.flatMap((name) => {
      const value = rule[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

const TO_PEOPLE: readonly (readonly [action: string, verb: string])[] = [
  ['forwardTo', 'forwards to'],
  ['redirectTo', 'redirects to'],
  ['forwardAsAttachmentTo', 'forwards as an attachment to'],
];
const TO_MAIL: readonly (readonly [action: string, text: string])[] = [
  ['delete', 'deletes mail'],
  ['permanentDelete', 'deletes mail permanently'],
  ['moveToFolder', 'moves mail'],
  ['copyToFolder', 'copies mail'],
  ['markAsRead', 'marks mail as read'],
];

/** What a rule does, for people who approve it: first where it sends mail. Hostile text until escaped. */
function effectsOf(rule: Json): readonly string[] {
  const actions = property(rule, 'actions');
  const sent = TO_PEOPLE.flatMap(([action, verb]) => {
    const targets = property(actions, action);
    if (!Array.isArray(targets) || targets.length === 0) return [];
    const names = targets.map((target) => {
      const emailAddress = property(target, 'emailAddress');
      return textIn(emailAddress, 'address') || textIn(emailAddress, 'name') || 'a recipient without an address';
    });
    return `${verb} ${listed(names, 'and')}`;
  });
  const done = TO_MAIL.flatMap(([action, text]) => {
    const value = property(actions, action);
    return value === true || (typeof value === 'string' && value !== '') ? text : [];
  });
  return [...sent, ...done];
}

/** The digest of what an inbox rule does, without whether it is enabled. Case does not count: that of Graph's enumerations varies. */
function ruleDigest({ conditions = null, exceptions = null, actions = null }: JsonObject): string {
  return hash('sha256', JSON.stringify(canonical({ conditions, exceptions, actions }, {})).toLowerCase());
}

/** The digest of the name of a rule and of what it does. */
function namedRuleDigest(rule: JsonObject): string {
  return hash('sha256', JSON.stringify([textIn(rule, 'displayName'), ruleDigest(rule)]));
}

/** Sets back whether a rule is enabled, even if the rule could not be given back. */
function enabledBack(
  { object: then }: ShownEntry<RuleEntry>,
  { object: now }: ShownEntry<RuleEntry>,
): SetBack<RuleEntry> | RuleProblem | undefined {
  const { id, isReadOnly, isEnabled: before } = now;
  const { isEnabled: after } = then;
  const [nameThen, nameNow] = [then, now].map((rule) => textIn(rule, 'displayName').toLowerCase());
  const digest = ruleDigest(now);
  if (isReadOnly !== false || !isResourceId(id)) return 'read-only';
  if (!isObject(then.actions)) return 'partial-rule';
  if (nameThen !== nameNow || ruleDigest(then) !== digest) return 'other-rule';
  if (before === after) return undefined;
  if (typeof before !== 'boolean' || typeof after !== 'boolean') return 'hidden';
  return { setting: 'isEnabled', before, after, entry: { kind: 'settings', id, digest } };
}
