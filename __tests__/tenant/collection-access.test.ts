import { afterEach, describe, expect, test } from '@jest/globals';
import { property, type Json } from '../../src/json.ts';
import { errorOf, itemsOf, listAt, openOffice, textAt, type Office } from './collection-reader.ts';
import { post } from './sign-in.ts';

let office: Office | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

const SETTINGS = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
const FOLDERS = ['Mail.ReadBasic', 'Mail.ReadBasic.All', 'Mail.Read', 'Mail.ReadWrite'];
const CALENDARS = ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'];
const ROLES: Readonly<Record<string, readonly string[]>> = {
  mailboxSettings: SETTINGS,
  'mailFolders/inbox/messageRules': SETTINGS,
  'outlook/masterCategories': SETTINGS,
  mailFolders: FOLDERS,
  'mailFolders/inbox/childFolders': FOLDERS,
  'calendar/calendarPermissions': CALENDARS,
};

describe('an app role', () => {
  test.each([...SETTINGS, ...FOLDERS, ...CALENDARS, 'Calendars.ReadBasic', 'User.Read.All'])(
    '%s allows its own requests and no others',
    async (role) => {
      office = await openOffice({ mailboxes: 20, roles: [role] });
      const [address = ''] = office.readable;
      for (const [below, roles] of Object.entries(ROLES)) {
        for (const version of ['v1.0', 'beta']) {
          const answer = await office.ask(address, below, version);
          const outcome = roles.includes(role) ? [below, 200, undefined] : [below, 403, 'ErrorAccessDenied'];
          expect([below, answer.status, errorOf(answer).code]).toEqual(outcome);
        }
      }
    },
  );
});

describe('a mailbox that cannot be read', () => {
  test('has for every collection the same response as for its settings', async () => {
    office = await openOffice({ mailboxes: 1000 });
    const { tenant, ask } = office;
    const unreadable = tenant.addresses
      .map((address) => [address, tenant.expected(address)] as const)
      .filter(([, { status }]) => status !== 'ok');
    for (const below of Object.keys(ROLES)) {
      const refusals = new Map<string, string>();
      for (const [address, { status, ...others }] of unreadable) {
        const answer = await ask(address, below);
        refusals.set(`${answer.status} ${textAt(answer.body, 'error', 'code')}`, status);
        expect(others).toEqual({});
      }
      expect([below, ...[...refusals].toSorted()]).toEqual([
        below,
        ['403 ErrorAccessDenied', 'access-denied'],
        ['404 ErrorInvalidUser', 'not-found'],
        ['404 MailboxNotEnabledForRESTAPI', 'no-mailbox'],
        ['404 ResourceNotFound', 'no-mailbox'],
      ]);
    }
  });
});

describe('reads of collections', () => {
  test('may be part of batches of either version', async () => {
    office = await openOffice();
    const { token } = office;
    const [address = ''] = office.readable;
    const requests = Object.keys(ROLES)
      .filter((below) => below !== 'mailboxSettings')
      .map((below, at) => ({ id: String(at), method: 'GET', url: `/users/${encodeURIComponent(address)}/${below}` }));
    for (const version of ['v1.0', 'beta']) {
      // Four reads, because a mailbox accepts no more at a time.
      const { body } = await post(office.tenant, token, `/${version}/$batch`, { requests: requests.slice(0, 4) });
      const responses = listAt(body, 'responses');
      expect(responses.map((response) => property(response, 'status'))).toEqual([200, 200, 200, 200]);
      const answered = responses.map((response) => JSON.stringify(property(response, 'body'))).join();
      for (const { url } of requests.slice(0, 4)) {
        const [below = ''] = /[^/]+$/.exec(url) ?? [];
        expect(answered).toContain(`${office.tenant.graphUrl}/${version}/$metadata#users`);
        expect(answered).toContain(`${below}"`);
      }
    }
  });

  test('count towards the limit of the mailbox, of four at a time', async () => {
    office = await openOffice({ latency: { single: 1500 } });
    const { tenant, ask, readable } = office;
    const [address = ''] = readable;
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => ask(address, 'mailFolders')));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused.map(errorOf).map(({ code }): Json | undefined => code)).toEqual([
      'ApplicationThrottled',
      'ApplicationThrottled',
    ]);
    expect(tenant.counts).toMatchObject({ singles: 6, items: 6, refused: 2 });
    expect(itemsOf(await ask(address, 'mailFolders?$top=100')).length).toBeGreaterThan(7);
  });

  test('count towards the limit of the application', async () => {
    const now = Date.now();
    office = await openOffice({ clock: () => now, limit: { requests: 3, per: 10_000, retryAfter: 5 } });
    const { ask, readable } = office;
    const [address = ''] = readable;
    const statuses: number[] = [];
    for (const below of Object.keys(ROLES)) statuses.push((await ask(address, below)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
  });

  test.each(['PATCH', 'POST', 'DELETE'])('are not possible by %s', async (method) => {
    office = await openOffice();
    const { token } = office;
    const answer = await fetch(`${office.tenant.graphUrl}/v1.0/users/x/mailFolders`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(405);
  });
});
