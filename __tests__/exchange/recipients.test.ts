import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GrantContext } from '../../src/exchange/cmdlets.ts';
import { Recipients } from '../../src/exchange/recipients.ts';
import type { Json } from '../../src/json.ts';
import { adminApi, batch, commandIn, failure, itemsOf, json, TENANT, type AdminApi, type Answer } from './admin-api.ts';

const opened: AdminApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

const GRANTS = (): Promise<GrantContext> =>
  Promise.resolve({ clientId: 'aaaaaaaa-0000', roles: ['Exchange.ManageAsApp'], isManagedIdentity: false });

async function recipients(...answers: Answer[]): Promise<{ readonly api: AdminApi; readonly found: Recipients }> {
  const api = await adminApi(...answers);
  opened.push(api);
  return { api, found: new Recipients({ runner: api.runner, grants: GRANTS }) };
}

test('asks for each name once, however names arrive, and gives each its own address', async () => {
  const anyNames = fc.array(fc.stringMatching(/^[a-z]{0,2}$/), { maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(anyNames, anyNames, async (some, later) => {
      const { api, found } = await recipients(
        batch((_cmdlet, name) => ({
          value: [{ PrimarySmtpAddress: `${name}@contoso.com`, ExternalEmailAddress: null }],
        })),
      );
      for (const name of some) found.add(name);
      await new Promise(setImmediate);
      for (const name of later) found.add(name);
      await found.all();
      const names = [...new Set([...some, ...later])].filter((name) => name !== '');
      const batches = api.received.map(({ body }) => itemsOf(body).map((item) => commandIn(item)[1]));
      expect(batches.flat().sort()).toEqual([...names].sort());
      expect(Math.max(0, ...batches.map((some) => some.length))).toBeLessThanOrEqual(10);
      for (const name of names) expect(found.addressOf(name)).toBe(`${name}@contoso.com`);
    }),
    { numRuns: 20 },
  );
});

test('returns the external address of a contact, the primary one only without one, and null for all else', async () => {
  const answers: Readonly<Record<string, Json>> = {
    mailbox: { value: [{ PrimarySmtpAddress: 'mailbox@contoso.com', ExternalEmailAddress: '' }] },
    contact: { value: [{ PrimarySmtpAddress: 'contact@contoso.com', ExternalEmailAddress: 'SMTP:c@example.com' }] },
    null: { value: [{ primarySMTPAddress: 'null@contoso.com', externalEmailAddress: null }] },
    without: { value: [{ PrimarySmtpAddress: 'without@contoso.com' }] },
    object: {
      value: [{ PrimarySmtpAddress: 'object@contoso.com', ExternalEmailAddress: { Address: 'e@example.com' } }],
    },
    list: { value: [{ PrimarySmtpAddress: 'list@contoso.com', ExternalEmailAddress: ['SMTP:e@example.com'] }] },
    unknown: { value: [] },
    several: {
      value: ['one', 'two'].map((name) => ({ PrimarySmtpAddress: `${name}@contoso.com`, ExternalEmailAddress: null })),
    },
    bare: { value: [{ PrimarySmtpAddress: null, ExternalEmailAddress: null }] },
    other: { items: [] },
  };
  const { found } = await recipients(batch((_cmdlet, name) => answers[name] ?? null));
  for (const name of Object.keys(answers)) found.add(name);
  await found.all();
  expect(Object.keys(answers).map((name) => [name, found.addressOf(name)])).toEqual([
    ['mailbox', 'mailbox@contoso.com'],
    ['contact', 'c@example.com'],
    ['null', 'null@contoso.com'],
    ['without', null],
    ['object', null],
    ['list', null],
    ['unknown', null],
    ['several', null],
    ['bare', null],
    ['other', null],
  ]);
});

test('reads the recipient after a page without any, and none for certain if its listing cannot be finished', async () => {
  const link = (host = ''): string => `http://${host}/adminapi/beta/${TENANT}/InvokeCommand?%24skiptoken=2`;
  const first = (host: string | undefined): Json => ({ value: [], '@odata.nextLink': link(host) });
  const recipient = { PrimarySmtpAddress: 'pat@contoso.com', ExternalEmailAddress: null };
  const addressAfter = async (last: Answer): Promise<string | null | undefined> => {
    const { found } = await recipients(
      (response, received) => {
        batch(() => first(received.host))(response, received);
      },
      (response, received) => {
        json(200, first(received.host))(response, received);
      },
      last,
    );
    await found.resolve(['Pat']);
    return found.addressOf('Pat');
  };
  expect(await addressAfter(json(200, { value: [recipient] }))).toBe('pat@contoso.com');
  expect(await addressAfter(failure(400, 'Tasks.SomeException', 'broken'))).toBeNull();
});

test('has no address of a name with a recipient, and a link to more that leads nowhere', async () => {
  const { found } = await recipients(
    batch(() => ({
      value: [{ PrimarySmtpAddress: 'one@contoso.com', ExternalEmailAddress: null }],
      '@odata.nextLink': 'https://evil.example/',
    })),
    json(200, { value: [], '@odata.nextLink': 'https://evil.example/' }),
  );
  await found.resolve(['Pat']);
  expect(found.addressOf('Pat')).toBeNull();
});

test('has no address of a name that was not added', async () => {
  const { api, found } = await recipients(json(500, {}));
  await found.all();
  expect([found.addressOf('a'), api.received]).toEqual([undefined, []]);
});

test('rejects in the end if a batch that was sent before is aborted', async () => {
  const { api, found } = await recipients(() => {
    api.abort.abort(new Error('cancelled'));
  });
  for (let number = 1; number <= 25; number++) found.add(`name ${number}`);
  await new Promise(setImmediate);
  await expect(found.all()).rejects.toThrow('cancelled');
});
