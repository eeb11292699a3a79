import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, type JsonObject } from '../../src/json.ts';
import { startTenant, type Faults, type Tenant } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { answerOf, get, signIn, type Answer } from './sign-in.ts';

const tenants: Tenant[] = [];
let certificate: TestCertificate;

beforeAll(async () => {
  certificate = await makeCertificate();
});
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

/** A tenant with the given app role, and a mailbox of it. */
async function open(role = 'MailboxSettings.ReadWrite', faults: Faults = {}, clock = Date.now) {
  const tenant = await startTenant({ certificates: [certificate.pem], roles: [role], mailboxes: 40, faults, clock });
  tenants.push(tenant);
  const token = await signIn(tenant, certificate);
  const address = tenant.addresses.find((each) => tenant.expected(each).status === 'ok') ?? '';
  const url = `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`;
  return {
    tenant,
    address,
    settings: () => tenant.expected(address).settings,
    read: () => get(tenant, token, url),
    patch: (body: JsonObject, path = url): Promise<Answer> =>
      fetch(tenant.graphUrl + path, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then(answerOf),
  };
}

const PAST = { dateTime: '2020-01-01T08:00:00', timeZone: 'UTC' };

function schedule(start: string, end: string): JsonObject {
  const at = (day: string): JsonObject => ({ dateTime: `${day}T08:00:00`, timeZone: 'W. Europe Standard Time' });
  return { scheduledStartDateTime: at(start), scheduledEndDateTime: at(end) };
}

function codeOf({ body }: Answer): unknown {
  return isObject(body.error) ? body.error.code : undefined;
}

describe('a PATCH of mailboxSettings', () => {
  test('requires MailboxSettings.ReadWrite', async () => {
    const { settings, patch } = await open('MailboxSettings.Read');
    const before = settings();
    const answer = await patch({ timeZone: 'UTC' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'ErrorAccessDenied']);
    expect(settings()).toEqual(before);
  });

  test.each<[string, JsonObject, string]>([
    ['an unknown property', { timezone: 'UTC' }, 'RequestBodyRead'],
    ['an unknown time zone', { timeZone: 'Nowhere Standard Time' }, 'InvalidTimeZone'],
    ['a read-only property', { userPurpose: 'user' }, 'ErrorInvalidRequest'],
    ['another audience', { automaticRepliesSetting: { externalAudience: 'friends' } }, 'ErrorInvalidRequest'],
    ['a time zone of the working hours', { workingHours: { timeZone: { name: 'x' } } }, 'InvalidTimeZone'],
  ])('is refused for %s, and changes nothing', async (_, body, code) => {
    const { settings, patch } = await open();
    const before = settings();
    const answer = await patch({ dateFormat: 'yyyy-MM-dd', ...body });
    expect([answer.status, codeOf(answer)]).toEqual([400, code]);
    expect(settings()).toEqual(before);
  });

  test('returns replies as HTML, and time zones by their Windows names', async () => {
    const { settings, patch } = await open();
    const html = '<html>\n<body>\nAway\n</body>\n</html>\n';
    await patch({ automaticRepliesSetting: { internalReplyMessage: 'Away', externalReplyMessage: html } });
    await patch({ timeZone: 'Europe/Berlin', workingHours: { timeZone: { name: 'Asia/Tokyo' } } });
    expect(settings()).toMatchObject({
      automaticRepliesSetting: { internalReplyMessage: html, externalReplyMessage: html },
      timeZone: 'W. Europe Standard Time',
      workingHours: { timeZone: { name: 'Tokyo Standard Time' } },
    });
  });

  test.each<[string, JsonObject]>([
    ['a date that is past', { scheduledStartDateTime: PAST }],
    ['a schedule that is over', { status: 'scheduled', scheduledStartDateTime: PAST, scheduledEndDateTime: PAST }],
    ['a schedule that it leaves out and that is over', { status: 'scheduled' }],
    ['a schedule that ends before it begins', { status: 'scheduled', ...schedule('2100-01-02', '2100-01-01') }],
  ])('is refused for %s', async (_, automaticRepliesSetting) => {
    const { tenant, address, settings, patch } = await open();
    tenant.edit(address, { automaticRepliesSetting: { status: 'disabled', ...schedule('2020-01-01', '2020-01-02') } });
    const before = settings();
    const answer = await patch({ automaticRepliesSetting });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'ErrorInvalidScheduledOofDuration']);
    expect(settings()).toEqual(before);
  });

  test('is refused for working hours that start after they end', async () => {
    const { settings, patch } = await open();
    await patch({ workingHours: { startTime: '08:00:00', endTime: '17:00:00' } });
    const before = settings();
    const answer = await patch({ workingHours: { startTime: '18:00:00' } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'ErrorInvalidTimeSettings']);
    expect(settings()).toEqual(before);
  });

  test('of another language moves the formats of dates and times', async () => {
    const { settings, patch } = await open();
    await patch({ language: { locale: 'de-DE' } });
    await patch({ dateFormat: 'yyyy-MM-dd' });
    await patch({ language: { locale: 'de-DE' } });
    expect(settings()).toMatchObject({ dateFormat: 'yyyy-MM-dd' });
    await patch({ language: { locale: 'en-US' }, dateFormat: 'yyyy-MM-dd' });
    expect(settings()).toMatchObject({ dateFormat: 'M/d/yyyy', timeFormat: 'h:mm tt' });
  });
});

describe('a PATCH of an inbox rule', () => {
  test('disables it, unless it is read-only', async () => {
    const { tenant, patch } = await open();
    const seen = new Set<number>();
    for (const address of tenant.addresses) {
      for (const rule of tenant.expected(address).rules ?? []) {
        const path = `/v1.0/users/${encodeURIComponent(address)}/mailFolders/inbox/messageRules/${encodeURIComponent(JSON.stringify(rule.id).slice(1, -1))}`;
        const { status } = await patch({ isEnabled: false }, path);
        expect(status).toBe(rule.isReadOnly === true ? 400 : 200);
        seen.add(status);
        const after = tenant.expected(address).rules?.find(({ id }) => id === rule.id);
        expect(after).toEqual(status === 200 ? { ...rule, isEnabled: false } : rule);
      }
    }
    expect(seen).toEqual(new Set([200, 400]));
  });
});
