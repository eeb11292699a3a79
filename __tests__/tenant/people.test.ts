import { describe, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import { isAddress } from '../../src/mailboxes/address.ts';
import { Mailboxes } from '../../tenant/mailboxes.ts';
import { People } from '../../tenant/people.ts';

const NOW = Date.parse('2026-11-25T02:00:00Z');
const COUNT = 3000;

function organisation(seed = 1): { people: People; mailboxes: Mailboxes } {
  const people = new People(COUNT, seed, 'contoso.com');
  return { people, mailboxes: new Mailboxes(people, seed, NOW) };
}

/** The settings of every readable mailbox. */
function allSettings(seed = 1): Json[] {
  const { people, mailboxes } = organisation(seed);
  return people.addresses.flatMap((address) => {
    const { settings } = mailboxes.expected(address, 'https://graph.microsoft.com/v1.0');
    return settings === undefined ? [] : [parseJson(JSON.stringify(settings))];
  });
}

function distinct(settings: readonly Json[], read: (one: Json) => Json | undefined): Set<Json | undefined> {
  return new Set(settings.map(read));
}

describe('the addresses', () => {
  test('are unique case-insensitively, well formed, and found again', () => {
    const { people } = organisation();
    expect(new Set(people.addresses.map((address) => address.toLowerCase())).size).toBe(COUNT);
    expect(people.addresses.filter((address) => !isAddress(address))).toEqual([]);
    expect(people.addresses.map((address) => people.find(address.toUpperCase()))).toEqual(
      people.addresses.map((_, at) => at),
    );
    expect(people.find('nobody@contoso.com')).toBeUndefined();
  });

  test('are the same for a seed, and different for another', () => {
    expect(organisation(5).people.addresses).toEqual(organisation(5).people.addresses);
    expect(organisation(5).people.addresses).not.toEqual(organisation(6).people.addresses);
  });

  test('include every kind, in about its proportion', () => {
    const { people, mailboxes } = organisation();
    const statuses = people.addresses.map((address) => mailboxes.expected(address, '').status);
    const share = (status: string): number => statuses.filter((one) => one === status).length / COUNT;
    expect(share('no-mailbox')).toBeCloseTo(0.03, 1);
    expect(share('access-denied')).toBeGreaterThan(0.003);
    expect(share('not-found')).toBeGreaterThan(0.005);
    expect(share('ok')).toBeGreaterThan(0.9);
    const kinds = new Set(people.addresses.map((_, position) => people.kind(position)));
    expect([...kinds].toSorted()).toEqual(
      ['user', 'shared', 'room', 'equipment', 'on-premises', 'inactive', 'blocked', 'missing'].toSorted(),
    );
  });
});

describe('the settings', () => {
  test('are the same for a seed', () => {
    expect(allSettings(3)).toEqual(allSettings(3));
  });

  test('vary as in a real organization', () => {
    const settings = allSettings();
    expect(distinct(settings, (one) => property(one, 'timeZone')).size).toBeGreaterThan(36);
    expect(distinct(settings, (one) => property(property(one, 'language'), 'locale')).size).toBeGreaterThan(20);
    const lower = (value: Json | undefined): Json | undefined =>
      typeof value === 'string' ? value.toLowerCase() : value;
    const replies = settings.map((one) => property(one, 'automaticRepliesSetting')).filter(isObject);
    const statuses = replies.map(({ status }) => lower(status));
    expect(statuses.filter((status) => status === 'disabled').length / statuses.length).toBeCloseTo(0.85, 1);
    expect(new Set(statuses)).toEqual(new Set(['disabled', 'alwaysenabled', 'scheduled']));
    expect(replies.some(({ status }) => status === 'Disabled')).toBe(true);
    expect(new Set(replies.map(({ externalAudience }) => lower(externalAudience)))).toEqual(
      new Set(['none', 'contactsonly', 'all']),
    );
    const purposes = settings.map((one) => property(one, 'userPurpose')).filter((purpose) => purpose !== undefined);
    const purposeWords = purposes.map((purpose) => lower(isObject(purpose) ? purpose.value : purpose));
    expect(new Set(purposeWords)).toEqual(new Set(['user', 'shared', 'room', 'equipment']));
    expect(purposes.some(isObject)).toBe(true);
    expect(settings.some((one) => property(one, 'language') === undefined)).toBe(true);
    const text = JSON.stringify(settings);
    for (const hostile of ['=cmd|', '::error', '<script>', '<html>', 'Büro', 'customTimeZone'])
      expect(text).toContain(hostile);
  });

  test('schedule absences around today, and have old dates elsewhere', () => {
    const replies = allSettings()
      .map((one) => property(one, 'automaticRepliesSetting'))
      .filter(isObject);
    const days = (status: string): number[] =>
      replies
        .filter((reply) => typeof reply.status === 'string' && reply.status.toLowerCase() === status)
        .map((reply) => property(reply.scheduledStartDateTime, 'dateTime'))
        .map((text) => (Date.parse(`${typeof text === 'string' ? text.slice(0, 19) : ''}Z`) - NOW) / 86_400_000);
    const scheduled = days('scheduled');
    expect(scheduled.length).toBeGreaterThan(50);
    expect(Math.max(...scheduled.map(Math.abs))).toBeLessThanOrEqual(11);
    expect(Math.max(...days('disabled'))).toBeLessThan(-365);
  });
});
