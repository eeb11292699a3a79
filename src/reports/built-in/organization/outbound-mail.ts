import { property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { union } from '../../derived-column.ts';
import { known, NOT_KNOWN, shownOf, type Known } from '../../known.ts';
import type { CmdletObjects } from '../../table.ts';
import { nameOf, objectsOf, ofDefault, textsIn, type Cell } from './cells.ts';

/** The names under which the functions find the policies and rules. */
const POLICIES = 'outbound';
const RULES = 'outboundRules';

/** From the strictest. `automatic` is `on` in some older organizations: https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding */
export const FORWARDING_MODES = ['off', 'automatic', 'on'] as const;

interface Policy {
  readonly object: JsonObject;
  readonly name: string;
  /** As a position in the modes; undefined if it is not known. */
  readonly mode: number | undefined;
  /** Whether mail is subject to it. A policy other than the default one needs a rule that is enabled. */
  readonly isInForce: boolean | undefined;
  /** Who it concerns, in words. */
  readonly whom: Known<string>;
}

/** Whether there is more than the default policy, so that rules say which policies are in force. */
export function hasMorePolicies(objects: CmdletObjects): boolean {
  return (objectsOf(objects, POLICIES) ?? []).some(({ IsDefault }) => IsDefault !== true);
}

/** Undefined if the policies were not read. */
function policiesOf(objects: CmdletObjects): readonly Policy[] | undefined {
  const rules = objectsOf(objects, RULES);
  const whomElse = hasMorePolicies(objects) ? 'everyone else' : 'everyone';
  return objectsOf(objects, POLICIES)?.map((object) => {
    const mode = FORWARDING_MODES.findIndex((one) => one === textIn(object, 'AutoForwardingMode').toLowerCase());
    const policy = { object, name: nameOf(object), mode: mode < 0 ? undefined : mode };
    if (object.IsDefault === true) return { ...policy, isInForce: true, whom: known(whomElse) };
    const isCustom = object.IsDefault === false;
    return { ...policy, ...(isCustom ? ruleOf(policy.name, rules) : { isInForce: undefined, whom: NOT_KNOWN }) };
  });
}

/** What the rule of a policy says; of a policy without one, that it is not in force. */
function ruleOf(name: string, rules: readonly JsonObject[] | undefined): Pick<Policy, 'isInForce' | 'whom'> {
  const names = rules?.map((rule) => textIn(rule, 'HostedOutboundSpamFilterPolicy').toLowerCase());
  const rule = name === '' ? undefined : rules?.[names?.indexOf(name.toLowerCase()) ?? -1];
  if (rule === undefined) {
    const hasNone = name !== '' && names?.includes('') === false;
    return hasNone ? { isInForce: false, whom: known('nobody') } : { isInForce: undefined, whom: NOT_KNOWN };
  }
  const state = textIn(rule, 'State').toLowerCase();
  return {
    isInForce: state === 'enabled' ? true : state === 'disabled' ? false : undefined,
    whom: whomOf(rule),
  };
}

const CONDITIONS = [
  ['From', ''],
  ['FromMemberOf', 'members of '],
  ['SenderDomainIs', 'senders of '],
] as const;

/** Who a rule concerns: all of its conditions must be met, and no exception. */
function whomOf(rule: JsonObject): Known<string> {
  const partsOf = (prefix: string): readonly Known<string>[] =>
    CONDITIONS.map(([name, words]) => {
      const texts = textsIn(rule, prefix + name);
      if (!texts.isKnown) return NOT_KNOWN;
      return known(texts.value.length === 0 ? '' : words + texts.value.join(', '));
    });
  const [conditions, exceptions] = [partsOf(''), partsOf('ExceptIf')].map(joined);
  if (conditions?.isKnown !== true || exceptions?.isKnown !== true) return NOT_KNOWN;
  const whom = conditions.value || 'everyone';
  return known(exceptions.value === '' ? whom : `${whom}, except ${exceptions.value}`);
}

function joined(parts: readonly Known<string>[]): Known<string> {
  const texts = parts.flatMap((part) => (part.isKnown ? [part.value] : []));
  return texts.length === parts.length ? known(texts.filter(Boolean).join(' and ')) : NOT_KNOWN;
}

/** The weakest mode of all policies that are in force. */
export const autoForwarding: Cell = (objects) => {
  const policies = policiesOf(objects) ?? [];
  const certain = policies.flatMap(({ isInForce, mode }) => (isInForce === true && mode !== undefined ? [mode] : []));
  const weakest = FORWARDING_MODES.length - 1;
  const possible = policies.flatMap(({ isInForce, mode = weakest }) => (isInForce === false ? [] : [mode]));
  const found = FORWARDING_MODES[Math.max(...certain)];
  return found !== undefined && Math.max(...certain) === Math.max(...possible) ? known(found) : NOT_KNOWN;
};

/** Each policy with its mode, and whom it concerns. */
export const autoForwardingPolicies = ofPolicies(({ mode, whom }) => {
  const word = mode === undefined ? undefined : FORWARDING_MODES[mode];
  return [word === undefined || !whom.isKnown ? NOT_KNOWN : known(`${word}, ${whom.value}`)];
});

/** The policies that do not forbid it, in force or not. */
export const forwardingNotOff: Cell = (objects) => {
  const policies = policiesOf(objects);
  if (policies === undefined) return NOT_KNOWN;
  const items = policies.map(({ name, mode }): Known<Json> => {
    const word = mode === undefined ? undefined : FORWARDING_MODES[mode];
    if (word === 'off') return known([]);
    return word === undefined || name === '' ? NOT_KNOWN : known([`${name}: ${word}`]);
  });
  return union(items);
};

/** The notices that each policy sends. Without recipients, nobody gets a notice. */
export const outboundNotices = ofPolicies(({ object }) => [
  notice(object, 'copy', 'BccSuspiciousOutboundMail', 'BccSuspiciousOutboundAdditionalRecipients'),
  notice(object, 'notice', 'NotifyOutboundSpam', 'NotifyOutboundSpamRecipients'),
]);

function notice(policy: JsonObject, what: string, setting: string, recipients: string): Known<string> {
  const isSent = property(policy, setting);
  if (isSent === false) return known('');
  const to = textsIn(policy, recipients);
  return isSent === true && to.isKnown ? known(`${what}, to ${to.value.join(', ') || 'nobody'}`) : NOT_KNOWN;
}

/** The notices that the default policy, and the custom one of the highest priority, do not send to anybody. */
export const noticeGaps: Cell = (objects, context) => {
  const first = firstCustomPolicy(objects);
  const ofFirst = first.isKnown ? (first.value === undefined ? known([]) : gapsOf(first.value)) : NOT_KNOWN;
  return union([ofDefault(POLICIES, gapsOf)(objects, context), ofFirst]);
};

/** The policy of the rule with the lowest number, enabled or not; undefined if no policy has a rule. */
function firstCustomPolicy(objects: CmdletObjects): Known<JsonObject | undefined> {
  if (!hasMorePolicies(objects)) return known(undefined);
  const rules = objectsOf(objects, RULES)?.map((rule) => {
    const [priority, policy] = [property(rule, 'Priority'), textIn(rule, 'HostedOutboundSpamFilterPolicy')];
    return typeof priority === 'number' && policy !== '' ? { priority, policy: policy.toLowerCase() } : undefined;
  });
  if (rules?.includes(undefined) !== false) return NOT_KNOWN;
  const [first] = rules.filter((rule) => rule !== undefined).toSorted((one, other) => one.priority - other.priority);
  if (first === undefined) return known(undefined);
  const found = objectsOf(objects, POLICIES)?.find((policy) => nameOf(policy).toLowerCase() === first.policy);
  return found === undefined ? NOT_KNOWN : known(found);
}

function gapsOf(policy: JsonObject): Known<Json> {
  const gaps = [
    gapOf(policy, 'copy', 'BccSuspiciousOutboundMail', 'BccSuspiciousOutboundAdditionalRecipients'),
    gapOf(policy, 'notice', 'NotifyOutboundSpam', 'NotifyOutboundSpamRecipients'),
  ];
  return union(gaps);
}

function gapOf(policy: JsonObject, what: string, setting: string, recipients: string): Known<Json> {
  const [isSent, to, name] = [property(policy, setting), textsIn(policy, recipients), nameOf(policy)];
  const isGap =
    isSent === false || (isSent === true && to.isKnown && to.value.length === 0)
      ? true
      : isSent === true && (shownOf(to) ?? []).length > 0
        ? false
        : undefined;
  if (isGap === false) return known([]);
  return isGap === true && name !== '' ? known([`${name}: ${what}`]) : NOT_KNOWN;
}

/** @param says an item each, without the name of the policy; '' for none */
function ofPolicies(says: (policy: Policy) => readonly Known<string>[]): Cell {
  return (objects) => {
    const policies = policiesOf(objects);
    if (policies === undefined) return NOT_KNOWN;
    return union(policies.flatMap((policy) => says(policy).map((text) => itemOf(policy, text))));
  };
}

function itemOf({ name, isInForce }: Policy, text: Known<string>): Known<Json> {
  if (!text.isKnown) return NOT_KNOWN;
  if (text.value === '') return known([]);
  if (name === '' || isInForce === undefined) return NOT_KNOWN;
  return known([`${name}${isInForce ? '' : ' (disabled)'}: ${text.value}`]);
}
