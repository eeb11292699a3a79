import { Chance } from '../tenant/chance.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../tenant/json.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** A day of the demo. */
export interface Day {
  /** The mailbox list of the day. */
  readonly list: readonly string[];
  /** Makes what happened since the day before. */
  readonly begin: () => void;
}

/** What happens on a day, and how to set the tenant back to before. */
interface Event {
  readonly day: number;
  readonly goBack?: () => void;
  readonly happen?: () => void;
  /** A mailbox that the list has only from the day on. */
  readonly listed?: string;
  /** The wrong address in its place before. */
  readonly typo?: string;
}

type Organisation = Pick<
  Tenant,
  'addresses' | 'expected' | 'edit' | 'setRules' | 'exchangeProperties' | 'editExchange'
>;

/** Mailboxes in which something may happen. */
const MOST_MAILBOXES = 3000;
const ZONES = ['Pacific Standard Time', 'UTC', 'Tokyo Standard Time'] as const;

/**
 * Sets the tenant back to the first of some days. On the last one it is as generated. On the days between, people go on vacation
 * and return, rules that send mail outside are made and removed, and the list gets new and corrected addresses.
 */
export function daysOf(days: number, organisation: Organisation, seed: number): readonly Day[] {
  const events = days === 1 ? [] : eventsOf(days, organisation, new Chance(seed, days));
  for (const { goBack } of events) goBack?.();
  return Array.from({ length: days }, (_, day) => {
    const typos = new Map(events.filter((event) => event.day > day).map(({ listed = '', typo }) => [listed, typo]));
    return {
      list: organisation.addresses.flatMap((address) => (typos.has(address) ? (typos.get(address) ?? []) : address)),
      begin: () => {
        for (const event of events) if (event.day === day) event.happen?.();
      },
    };
  });
}

function eventsOf(days: number, organisation: Organisation, chance: Chance): Event[] {
  const { addresses, expected, edit, setRules, exchangeProperties, editExchange } = organisation;
  const [, domain = ''] = addresses[0]?.split('@') ?? [];
  const mailboxes = addresses.slice(1, MOST_MAILBOXES).flatMap((address) => {
    const { status, settings: all, rules = [] } = expected(address);
    if (status !== 'ok') return [];
    const settings = parseJson(JSON.stringify(all));
    const outside = rules.filter((rule) => rule.isEnabled === true && sendsOutside(rule, domain));
    return [{ address, zone: property(settings, 'timeZone'), replies: repliesIn(settings), rules, outside }];
  });
  chance.shuffle(mailboxes);
  const happens = <T>(count: number, subjects: readonly T[], event: (subject: T) => Omit<Event, 'day'>): Event[] =>
    subjects.slice(0, Math.max(1, Math.round(count))).map((subject, index) => ({
      // One of each kind is on the last day.
      day: index === 0 ? days - 1 : 1 + chance.below(days - 1),
      ...event(subject),
    }));
  const isOutside = ({ replies }: { readonly replies: JsonObject }): number =>
    Number(replies.externalAudience === 'all');
  const away = mailboxes
    .filter(({ replies }) => replies.status === 'alwaysEnabled')
    .toSorted((one, other) => isOutside(other) - isOutside(one));
  const present = mailboxes.filter(({ replies, zone }) => replies.status === 'disabled' && typeof zone === 'string');
  const forwarding = mailboxes.filter(({ outside }) => outside.length > 0);
  const [returned, moved, hired, corrected] = [0, 1, 2, 3].map((index) =>
    present.slice(index * days, (index + 1) * days),
  );
  const clean = present.slice(4 * days).filter(({ rules, outside }) => rules.length > 0 && outside.length === 0);
  const example = forwarding.at(-1)?.outside[0];
  const byImap = present.slice(4 * days).filter(({ address }) => exchangeProperties(address).ImapEnabled === true);
  return [
    ...happens(away.length * 0.8, away, ({ address, replies }) => ({
      goBack: () => edit(address, { automaticRepliesSetting: { status: 'disabled' } }),
      happen: () => edit(address, { automaticRepliesSetting: replies }),
    })),
    ...happens(days * 0.7, returned ?? [], ({ address, replies }) => ({
      goBack: () => edit(address, { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'all' } }),
      happen: () => edit(address, { automaticRepliesSetting: replies }),
    })),
    ...happens(forwarding.length * 0.4, forwarding, ({ address, rules, outside }) => ({
      goBack: () =>
        setRules(
          address,
          rules.filter((rule) => !outside.includes(rule)),
        ),
      happen: () => setRules(address, rules),
    })),
    ...happens(days * 0.2, example === undefined ? [] : clean, ({ address, rules }) => ({
      goBack: () => setRules(address, [...rules, { ...example, id: 'AQAAAAAAAAE=', sequence: rules.length + 1 }]),
      happen: () => setRules(address, rules),
    })),
    ...happens(byImap.length * 0.5, byImap, ({ address }) => ({
      goBack: () => {
        editExchange(address, { ImapEnabled: false });
      },
      happen: () => {
        editExchange(address, { ImapEnabled: true });
      },
    })),
    ...happens(days * 0.6, moved ?? [], ({ address, zone = '' }) => ({
      goBack: () => edit(address, { timeZone: chance.pick(ZONES) }),
      happen: () => edit(address, { timeZone: zone }),
    })),
    ...happens(days * 0.4, hired ?? [], ({ address }) => ({ listed: address })),
    ...happens(days * 0.2, corrected ?? [], ({ address }) => ({ listed: address, typo: address.replace('.', '') })),
  ];
}

/** The automatic replies of settings, with the values of Graph's documentation: those of its responses vary in case. */
function repliesIn(settings: Json): JsonObject {
  const replies = property(settings, 'automaticRepliesSetting');
  if (!isObject(replies)) return {};
  const { status = '', externalAudience = '' } = replies;
  const inLowerCase = (value: Json): string =>
    typeof value === 'string' ? value.slice(0, 1).toLowerCase() + value.slice(1) : '';
  return { ...replies, status: inLowerCase(status), externalAudience: inLowerCase(externalAudience) };
}

function sendsOutside({ actions }: JsonObject, domain: string): boolean {
  return ['forwardTo', 'redirectTo', 'forwardAsAttachmentTo'].some((name) => {
    const targets = property(actions, name);
    return Array.isArray(targets) && targets.some((target) => !isInside(property(target, 'emailAddress'), domain));
  });
}

function isInside(recipient: Json | undefined, domain: string): boolean {
  const address = property(recipient, 'address');
  return typeof address !== 'string' || !address.includes('@') || address.toLowerCase().endsWith(`@${domain}`);
}
