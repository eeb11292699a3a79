import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJson, type JsonObject } from '../../../src/json.ts';
import type { Faults } from '../../../tenant/tenant.ts';
import type { Answer } from '../sign-in.ts';
import { commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function open(faults: Faults): Promise<ExchangeOffice> {
  office = await openExchange({ exchange: { mostAPage: 20 }, faults });
  return office;
}

const ask = (from: ExchangeOffice, parameters: JsonObject = {}): Promise<Answer> =>
  from.run('Get-Mailbox', parameters, { select: ['UserPrincipalName', 'AuditEnabled'] });
const linkIn = ({ body }: Answer): string => {
  const link = body['@odata.nextLink'];
  if (typeof link !== 'string') throw new Error('the page has no link');
  return link;
};
const follow = (from: ExchangeOffice, answer: Answer): Promise<Answer> =>
  from.post(linkIn(answer), commandOf('Get-Mailbox', {}));

describe('a fault of a command', () => {
  test('throttles with plain text, and then ends', async () => {
    const from = await open({ exchangeThrottle: { first: 1, retryAfter: 3 } });
    const refused = await ask(from);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect(refused.text).toContain('maximum number of concurrent requests');
    expect((await ask(from)).status).toBe(200);
    from.tenant.setFaults({ exchangeThrottle: { first: 1, retryAfter: 'none', status: 500 } });
    const other = await ask(from);
    expect([other.status, other.text]).toEqual([500, refused.text]);
  });

  test('throttles without a Retry-After', async () => {
    const from = await open({ exchangeThrottle: { first: 1, retryAfter: 'none' } });
    expect((await ask(from)).headers.get('retry-after')).toBeNull();
  });

  test('affects the named cmdlets alone', async () => {
    const from = await open({ exchangeUnavailable: { rate: 1, cmdlets: ['Get-CASMailbox'], retryAfter: 1 } });
    expect((await ask(from)).status).toBe(200);
    expect((await from.run('Get-CASMailbox')).status).toBe(503);
  });

  test('is temporary, in the envelope of a bad request', async () => {
    const answer = await ask(await open({ exchangeTransient: { first: 1 } }));
    expect(answer.status).toBe(400);
    expect(failureOf(answer).type).toMatch(/Transient|ServerBusy|CmdletProxyNotAvailable|BackendCommunication/);
    expect(answer.text).toContain('PROD.OUTLOOK.COM'.toLowerCase());
  });

  test('returns bodies that cannot be read', async () => {
    const shaped = await ask(await open({ exchangeUnknownShape: { first: 1 } }));
    expect([shaped.status, 'value' in shaped.body]).toEqual([200, false]);
    office?.tenant.setFaults({ exchangeMalformed: { first: 1 } });
    if (office === undefined) throw new Error('no tenant');
    const cut = await ask(office);
    expect(cut.status).toBe(200);
    expect(() => parseJson(cut.text)).toThrow(SyntaxError);
    office.tenant.setFaults({ exchangeUndecodable: { first: 1 } });
    await expect(ask(office)).rejects.toThrow();
    office.tenant.setFaults({ exchangeReset: { first: 1 } });
    await expect(ask(office)).rejects.toThrow();
  });

  test('omits properties from the responses about a mailbox', async () => {
    const from = await open({});
    const [address = ''] = from.tenant.addresses;
    from.tenant.setFaults({ exchangeAbsent: { addresses: [address], properties: ['AuditEnabled'] } });
    expect(rowsIn(await ask(from, { Identity: address }))).toEqual([{ UserPrincipalName: address }]);
  });
});

describe('a fault of pages', () => {
  test('expires links', async () => {
    const from = await open({ exchangeExpiredLinks: { times: 1 } });
    const first = await ask(from);
    expect(failureOf(await follow(from, first)).message).toContain('Expired or Invalid pagination request');
    expect((await follow(from, first)).status).toBe(200);
  });

  test('repeats a link', async () => {
    const from = await open({ exchangeRepeatedLink: {} });
    const second = await follow(from, await ask(from));
    expect(linkIn(await follow(from, second))).toBe(linkIn(second));
  });

  test('links to another host', async () => {
    const from = await open({ exchangeForeignLink: { origin: 'https://outlook.example' } });
    expect(linkIn(await ask(from))).toMatch(/^https:\/\/outlook\.example\/adminapi\/beta\//);
  });

  test('ends a listing with a warning instead of a link', async () => {
    const { body } = await ask(await open({ exchangeTruncated: {} }));
    expect(body['@odata.nextLink']).toBeUndefined();
    expect(body['@adminapi.warnings']).toEqual([expect.stringContaining('There are more results')]);
  });

  test('puts an empty page before each page, and ignores the selected properties', async () => {
    const from = await open({ exchangeEmptyPages: {}, exchangeForgottenSelect: {} });
    const first = await ask(from);
    expect(rowsIn(first)).toEqual([]);
    const [row] = rowsIn(await follow(from, first));
    expect(Object.keys(row ?? {}).length).toBeGreaterThan(100);
  });
});

test('redirects to the host of a region, which does not redirect', async () => {
  const from = await open({ exchangeRedirect: { label: 'eurprd05' } });
  const { status, headers } = await ask(from);
  expect(status).toBe(302);
  expect(headers.get('location')).toMatch(/^https:\/\/eurprd05\.outlook\.office365\.com\/adminapi\/beta\//);
});
