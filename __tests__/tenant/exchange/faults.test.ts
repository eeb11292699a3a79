import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseJson, type JsonObject } from '../../../src/json.ts';
import type { Answer } from '../sign-in.ts';
import { commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;

beforeAll(async () => {
  office = await openExchange({ exchange: { mostAPage: 20 } });
});
afterAll(() => office.close());

const ask = (parameters: JsonObject = {}): Promise<Answer> =>
  office.run('Get-Mailbox', parameters, { select: ['UserPrincipalName', 'AuditEnabled'] });
const linkIn = ({ body }: Answer): string => {
  const link = body['@odata.nextLink'];
  if (typeof link !== 'string') throw new Error('the page has no link');
  return link;
};
const follow = (answer: Answer): Promise<Answer> => office.post(linkIn(answer), commandOf('Get-Mailbox', {}));

test('a command is throttled with plain text a number of times, with the configured status and wait', async () => {
  office.tenant.setFaults({ exchangeThrottle: { first: 1, retryAfter: 3 } });
  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after'), (await ask()).status]).toEqual([429, '3', 200]);
  expect(refused.text).toContain('maximum number of concurrent requests');
  office.tenant.setFaults({ exchangeThrottle: { first: 1, retryAfter: 'none', status: 500 } });
  const other = await ask();
  expect([other.status, other.text, other.headers.get('retry-after')]).toEqual([500, refused.text, null]);
});

test('a fault affects the named cmdlets alone', async () => {
  office.tenant.setFaults({ exchangeUnavailable: { rate: 1, cmdlets: ['Get-CASMailbox'], retryAfter: 1 } });
  expect([(await ask()).status, (await office.run('Get-CASMailbox')).status]).toEqual([200, 503]);
});

test('a command fails temporarily in the envelope of a bad request', async () => {
  office.tenant.setFaults({ exchangeTransient: { first: 1 } });
  const answer = await ask();
  expect(answer.status).toBe(400);
  expect(failureOf(answer).type).toMatch(/Transient|ServerBusy|CmdletProxyNotAvailable|BackendCommunication/);
});

test('a response cannot be read', async () => {
  office.tenant.setFaults({ exchangeUnknownShape: { first: 1 } });
  expect('value' in (await ask()).body).toBe(false);
  office.tenant.setFaults({ exchangeMalformed: { first: 1 } });
  const { text } = await ask();
  expect(() => parseJson(text)).toThrow(SyntaxError);
  office.tenant.setFaults({ exchangeUndecodable: { first: 1 } });
  await expect(ask()).rejects.toThrow();
  office.tenant.setFaults({ exchangeReset: { first: 1 } });
  await expect(ask()).rejects.toThrow();
});

test('a response about a mailbox omits properties', async () => {
  const [address = ''] = office.tenant.addresses;
  office.tenant.setFaults({ exchangeAbsent: { addresses: [address], properties: ['AuditEnabled'] } });
  expect(rowsIn(await ask({ Identity: address }))).toEqual([{ UserPrincipalName: address }]);
});

test('pages expire, repeat, link to another host, end with a warning, or are empty and ignore the selection', async () => {
  office.tenant.setFaults({ exchangeExpiredLinks: { times: 1 } });
  const first = await ask();
  expect(failureOf(await follow(first)).message).toContain('Expired or Invalid pagination request');
  expect((await follow(first)).status).toBe(200);
  office.tenant.setFaults({ exchangeRepeatedLink: {} });
  const second = await follow(await ask());
  expect(linkIn(await follow(second))).toBe(linkIn(second));
  office.tenant.setFaults({ exchangeForeignLink: { origin: 'https://outlook.example' } });
  expect(linkIn(await ask())).toMatch(/^https:\/\/outlook\.example\/adminapi\/beta\//);
  office.tenant.setFaults({ exchangeTruncated: {} });
  const { body } = await ask();
  expect(body['@odata.nextLink']).toBeUndefined();
  expect(body['@adminapi.warnings']).toEqual([expect.stringContaining('There are more results')]);
  office.tenant.setFaults({ exchangeEmptyPages: {}, exchangeForgottenSelect: {} });
  const empty = await ask();
  expect(rowsIn(empty)).toEqual([]);
  const [row] = rowsIn(await follow(empty));
  expect(Object.keys(row ?? {}).length).toBeGreaterThan(100);
});

test('a request is redirected to the host of a region, which does not redirect', async () => {
  office.tenant.setFaults({ exchangeRedirect: { label: 'eurprd05' } });
  const { status, headers } = await ask();
  expect([status, headers.get('location')]).toEqual([
    302,
    expect.stringMatching(/^https:\/\/eurprd05\.outlook\.office365\.com\/adminapi\/beta\//),
  ]);
});
