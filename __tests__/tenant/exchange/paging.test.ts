import { afterEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import type { TenantOptions } from '../../../tenant/tenant.ts';
import type { Answer } from '../sign-in.ts';
import { textAt } from '../collection-reader.ts';
import { ANCHOR, commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

const PARAMETERS = { ResultSize: 'Unlimited' };
const SELECT = { select: ['UserPrincipalName'] };

let office: ExchangeOffice | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function open(options: TenantOptions = {}): Promise<ExchangeOffice> {
  office = await openExchange({ exchange: { mostAPage: 20 }, ...options });
  return office;
}

const linkIn = ({ body }: Answer): string => {
  const link = body['@odata.nextLink'];
  if (typeof link !== 'string') throw new Error('the page has no link');
  return link;
};
const warningsIn = ({ body }: Answer): unknown => body['@adminapi.warnings'];

describe('the pages of a listing', () => {
  test('have every mailbox once, with only the selected properties', async () => {
    const from = await open({ exchange: { mostAPage: 20, unlisted: 5 } });
    const rows = await from.rows('Get-Mailbox', PARAMETERS, SELECT);
    const names = rows.map((row) => textAt(row, 'UserPrincipalName'));
    expect(new Set(names).size).toBe(names.length);
    expect(rows.every((row) => Object.keys(row).join() === 'UserPrincipalName')).toBe(true);
    const listed = new Set([...from.tenant.addresses, ...from.tenant.unlisted]);
    const others = names.filter((name) => !listed.has(name));
    expect(others).toEqual(['DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}@contoso.onmicrosoft.com']);
    expect(from.tenant.unlisted).toHaveLength(5);
    expect(names).toEqual(expect.arrayContaining([...from.tenant.unlisted]));
  });

  test('have as many rows as the client prefers', async () => {
    const from = await open({});
    const page = await from.run('Get-Mailbox', PARAMETERS, { ...SELECT, headers: { prefer: 'odata.maxpagesize=7' } });
    expect(rowsIn(page)).toHaveLength(7);
  });

  test('are never larger than the service allows', async () => {
    const from = await open({});
    expect(rowsIn(await from.run('Get-Mailbox', PARAMETERS, SELECT))).toHaveLength(20);
  });

  test('have a warning if ResultSize cuts them', async () => {
    const from = await open({});
    const page = await from.run('Get-Mailbox', { ResultSize: 1 }, SELECT);
    expect(rowsIn(page)).toHaveLength(1);
    expect(warningsIn(page)).toEqual([expect.stringContaining('There are more results available')]);
    expect(linkIn(page)).toContain('%24skiptoken=');
  });
});

describe('a link to the next page', () => {
  const follow = async (
    change: { body?: JsonObject; headers?: Record<string, string | undefined>; first?: Record<string, string> } = {},
    options: TenantOptions = {},
    between?: () => void,
  ): Promise<Answer> => {
    const from = await open(options);
    const first = await from.run('Get-Mailbox', PARAMETERS, { ...SELECT, headers: change.first ?? {} });
    between?.();
    return from.post(linkIn(first), change.body ?? commandOf('Get-Mailbox', PARAMETERS), {
      headers: change.headers ?? change.first ?? {},
    });
  };
  const refusal = (answer: Answer): unknown => [answer.status, failureOf(answer).message];
  const EXPIRED = [400, 'Expired or Invalid pagination request. Default Expiry time is 00:30:00'];

  test('is followed by the same command', async () => {
    expect((await follow()).status).toBe(200);
  });

  test('is rejected for another command', async () => {
    expect(refusal(await follow({ body: commandOf('Get-Mailbox', {}) }))).toEqual(EXPIRED);
  });

  test('is rejected without the anchor of its page', async () => {
    expect(refusal(await follow({ headers: { 'x-anchormailbox': undefined } }))).toEqual(EXPIRED);
  });

  test('is rejected for another anchor', async () => {
    expect(refusal(await follow({ headers: { 'x-anchormailbox': `${ANCHOR}contoso.onmicrosoft.com` } }))).toEqual(
      EXPIRED,
    );
  });

  test('is rejected for an anchor at a domain that does not route', async () => {
    expect(refusal(await follow({ first: { 'x-anchormailbox': `${ANCHOR}contoso.com` } }))).toEqual(EXPIRED);
  });

  test('is valid for half an hour', async () => {
    let now = Date.now();
    const options = { exchange: { mostAPage: 20 }, clock: () => now, tokenLifetime: 7200 };
    const later = (ms: number) => (): void => void (now += ms);
    expect((await follow({}, options, later(29 * 60_000))).status).toBe(200);
    await office?.close();
    now = Date.now();
    expect(refusal(await follow({}, options, later(30 * 60_000)))).toEqual(EXPIRED);
  });

  test('is rejected if its token was changed', async () => {
    const from = await open();
    const link = linkIn(await from.run('Get-Mailbox', PARAMETERS, SELECT)).replace(/skiptoken=.*/, 'skiptoken=e30');
    expect(refusal(await from.post(link, commandOf('Get-Mailbox', PARAMETERS)))).toEqual(EXPIRED);
  });
});
