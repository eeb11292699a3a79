import { asText, known, UNKNOWN, type Cell } from '../cells.ts';
import type { JsonObject } from '../facts.ts';
import { joined, ofEach, ofOne, textsOf, type Objects } from './organization-cells.ts';

export const OUTBOUND = 'Get-HostedOutboundSpamFilterPolicy';
export const OUTBOUND_RULES = 'Get-HostedOutboundSpamFilterRule';
/** From the strictest to the weakest. */
const MODES = ['off', 'automatic', 'on'];

/** Policies for outbound mail that do not forbid forwarding, in force or not. */
export function notOff(objects: Objects): Cell {
  return ofEach(objects[OUTBOUND], ({ Name: name, AutoForwardingMode: mode }) => {
    if (mode === undefined) return UNKNOWN;
    const word = asText(mode).toLowerCase();
    return known(word === 'off' ? [] : [`${asText(name)}: ${word}`]);
  });
}

/** Whether rules say which policies are in force. */
export function hasMorePolicies(objects: Objects): boolean {
  return (objects[OUTBOUND] ?? []).some(({ IsDefault: isDefault }) => isDefault !== true);
}

/** The weakest mode of the policies in force: the default one, and those with a rule that is enabled. What is unknown may be the weakest. */
export function weakest(objects: Objects): Cell {
  const rules = objects[OUTBOUND_RULES];
  const policies = (objects[OUTBOUND] ?? []).map((policy) => {
    const mode = MODES.indexOf(asText(policy.AutoForwardingMode).toLowerCase());
    return { mode: mode === -1 ? undefined : mode, isInForce: isInForce(policy, rules) };
  });
  const certain = policies.flatMap(({ mode, isInForce: is }) => (is === true && mode !== undefined ? [mode] : []));
  const possible = policies.flatMap(({ mode = MODES.length - 1, isInForce: is }) => (is === false ? [] : [mode]));
  const [atLeast, atMost] = [Math.max(...certain), Math.max(...possible)];
  return certain.length > 0 && atLeast === atMost ? known(MODES[atLeast] ?? null) : UNKNOWN;
}

/** Undefined: it is not known. */
function isInForce(policy: JsonObject, rules: readonly JsonObject[] | undefined): boolean | undefined {
  const { IsDefault: isDefault } = policy;
  if (isDefault === true) return true;
  if (isDefault !== false || rules === undefined) return undefined;
  const rule = ruleOf(policy, rules);
  if (rule === undefined) return areNamed(rules) ? false : undefined;
  return rule.State === 'Enabled' ? true : rule.State === 'Disabled' ? false : undefined;
}

function ruleOf({ Name: name }: JsonObject, rules: readonly JsonObject[]): JsonObject | undefined {
  return rules.find(({ HostedOutboundSpamFilterPolicy: of }) => of === name);
}

/** Whether all rules say of which policy they are. */
function areNamed(rules: readonly JsonObject[]): boolean {
  return rules.every(({ HostedOutboundSpamFilterPolicy: of }) => of !== undefined);
}

/** Each policy with its mode, and whom it concerns. */
export function forwardingPolicies(objects: Objects): Cell {
  return ofPolicies(objects, (policy) => {
    const { AutoForwardingMode: mode } = policy;
    const whom = whomOf(policy, objects);
    return mode === undefined || whom === undefined ? undefined : `${asText(mode).toLowerCase()}, ${whom}`;
  });
}

const CONDITIONS = [
  ['From', ''],
  ['FromMemberOf', 'members of '],
  ['SenderDomainIs', 'senders of '],
] as const;

function whomOf(policy: JsonObject, objects: Objects): string | undefined {
  if (policy.IsDefault === true) return hasMorePolicies(objects) ? 'everyone else' : 'everyone';
  const rules = objects[OUTBOUND_RULES];
  if (policy.IsDefault !== false || rules === undefined) return undefined;
  const rule = ruleOf(policy, rules);
  if (rule === undefined) return areNamed(rules) ? 'nobody' : undefined;
  const [conditions, exceptions] = ['', 'ExceptIf'].map((prefix) => conditionsOf(rule, prefix));
  if (conditions === undefined || exceptions === undefined) return undefined;
  return `${conditions || 'everyone'}${exceptions === '' ? '' : `, except ${exceptions}`}`;
}

function conditionsOf(rule: JsonObject, prefix: string): string | undefined {
  const texts = CONDITIONS.map(([property, words]) => {
    const who = textsOf(rule, `${prefix}${property}`);
    return who === undefined ? undefined : who.length === 0 ? '' : `${words}${who.join(', ')}`;
  });
  return texts.includes(undefined) ? undefined : texts.filter((text) => text !== '').join(' and ');
}

/** What policies send about mail that may be spam, with the properties that say so. */
const NOTICES = [
  ['copy', 'BccSuspiciousOutboundMail', 'BccSuspiciousOutboundAdditionalRecipients'],
  ['notice', 'NotifyOutboundSpam', 'NotifyOutboundSpamRecipients'],
] as const;

/** What each policy sends to whom. */
export function notices(objects: Objects): Cell {
  const ofKinds = NOTICES.map(([what, property, recipients]) => (policy: JsonObject) => {
    if (policy[property] === false) return '';
    const to = textsOf(policy, recipients);
    return policy[property] !== true || to === undefined ? undefined : `${what}, to ${to.join(', ') || 'nobody'}`;
  });
  return ofPolicies(objects, ...ofKinds);
}

/** What the default policy, and the first one besides, send to nobody. */
export function noticeGaps(objects: Objects): Cell {
  const ofDefaultPolicy = ofOne(objects, OUTBOUND, ({ IsDefault: isDefault }) => isDefault, gapsOf);
  return joined([ofDefaultPolicy, ofFirst(objects)]);
}

/** Of the policy whose rule has the lowest priority. */
function ofFirst(objects: Objects): Cell {
  if (!hasMorePolicies(objects)) return known([]);
  const rules = objects[OUTBOUND_RULES];
  if (rules?.some(({ Priority: priority }) => typeof priority !== 'number') !== false || !areNamed(rules))
    return UNKNOWN;
  const [first] = rules.toSorted(({ Priority: one }, { Priority: other }) => Number(one) - Number(other));
  if (first === undefined) return known([]);
  const policy = objects[OUTBOUND]?.find(({ Name: name }) => name === first.HostedOutboundSpamFilterPolicy);
  return policy === undefined ? UNKNOWN : gapsOf(policy);
}

function gapsOf(policy: JsonObject): Cell {
  return joined(
    NOTICES.map(([what, property, recipients]) => {
      const [isSent, to] = [policy[property], textsOf(policy, recipients)];
      if (isSent === false || (isSent === true && to?.length === 0)) return known([`${asText(policy.Name)}: ${what}`]);
      return isSent === true && to !== undefined ? known([]) : UNKNOWN;
    }),
  );
}

/** Items with the names of policies. @param says what a policy does: '' for nothing, undefined if it is not known */
function ofPolicies(objects: Objects, ...says: readonly ((policy: JsonObject) => string | undefined)[]): Cell {
  return ofEach(objects[OUTBOUND], (policy) => {
    const is = isInForce(policy, objects[OUTBOUND_RULES]);
    return joined(
      says.map((textOf) => {
        const text = textOf(policy);
        if (text === '') return known([]);
        if (text === undefined || is === undefined) return UNKNOWN;
        return known([`${asText(policy.Name)}${is ? '' : ' (disabled)'}: ${text}`]);
      }),
    );
  });
}
