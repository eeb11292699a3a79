import { isObject, parseJson, type Json, type JsonObject } from '../../tenant/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { Holder, MailboxState, TenantState, Value } from '../oracle/remediation-facts.ts';
import type { NamedPeople } from './named-people.ts';

/** All that can be changed of the mailboxes of people, and who has which name. Faults hide nothing. */
export function tenantState(people: NamedPeople): TenantState {
  const { tenant } = people;
  const held = Map.groupBy(tenant.identities.held(), (text) => text.slice(0, text.indexOf(' ')));
  const present = people.people.filter(({ isGone }) => !isGone);
  const mailboxes = present.map((person): MailboxState => {
    const { name } = person;
    const id = tenant.account(name)?.objectId ?? '';
    const { settings, rules = [] } = tenant.expected(name);
    return {
      id,
      name,
      addresses: people.addressesOf(person).map((address) => address.toLowerCase()),
      facts: Object.fromEntries([
        ...settingFacts(plain(settings)),
        ...ruleFacts(plain(rules)),
        ...exchangeFacts(tenant.exchangeProperties(name)),
        ...(held.get(id) ?? []).map((text): [string, Value] => [`held ${text.split(' ').slice(2).join(' ')}`, true]),
      ]),
    };
  });
  const holders = [...present.map(({ name }) => name), ...people.groups].flatMap((name) => holderOf(tenant, name));
  return { mailboxes, holders: Object.fromEntries(holders) };
}

function holderOf(tenant: Tenant, who: string): [string, Holder][] {
  const account = tenant.account(who);
  if (account === undefined) return [];
  const { sid, objectId, name, identity } = account;
  const [recipient = {}] = tenant.exchangeObjects('Get-Recipient', identity) ?? [];
  const { EmailAddresses: list, PrimarySmtpAddress: primary, DisplayName: display } = recipient;
  const addresses = (Array.isArray(list) ? list : []).map(textOf).map((text) => text.replace(/^smtp:/i, ''));
  const names = [name, identity, primary, display, ...addresses].flatMap((text) =>
    typeof text === 'string' && text !== '' ? text.toLowerCase() : [],
  );
  return [[sid, { id: objectId, names: [...new Set(names)] }]];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A value as JSON has it. */
function plain(value: unknown): Json {
  return parseJson(JSON.stringify(value ?? null));
}

function settingFacts(settings: Json): [string, Value][] {
  return Object.entries(isObject(settings) ? settings : {}).flatMap(([name, value]): [string, Value][] => {
    if (name.startsWith('@')) return [];
    if (!isObject(value)) return [[`settings ${name}`, value]];
    return Object.entries(value).map(([member, inner]) => [`settings ${name}.${member}`, inner]);
  });
}

/** What a rule is and does: one that is made again has another ID and place. Several of one name are numbered. */
function ruleFacts(rules: Json): [string, Value][] {
  const counts = new Map<string, number>();
  return (Array.isArray(rules) ? rules : []).flatMap((rule): [string, Value][] => {
    if (!isObject(rule)) return [];
    const name = textOf(rule.displayName);
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return [[`rule ${name}${number === 1 ? '' : ` (${number})`}`, ownOf(rule)]];
  });
}

function ownOf({ conditions = null, exceptions = null, actions = null, isEnabled = null }: JsonObject): JsonObject {
  return {
    conditions: withoutNulls(conditions),
    exceptions: withoutNulls(exceptions),
    actions: withoutNulls(actions),
    isEnabled,
  };
}

function withoutNulls(value: Json): Json {
  if (!isObject(value)) return value ?? {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Names in these lists change with their holders, which `held` has by SID. */
const BY_NAME = ['GrantSendOnBehalfTo', 'ForwardingAddress'];

function exchangeFacts(properties: JsonObject): [string, Value][] {
  return Object.entries(properties)
    .filter(([name]) => !BY_NAME.includes(name))
    .map(([name, value]) => [`exchange ${name}`, value]);
}
