import { expect, test } from '@jest/globals';
import type { ExchangeOutcome } from '../../src/exchange/exchange-outcome.ts';
import { clientAddress, ipAddress } from '../../src/incident/client-address.ts';
import { ExchangeReads } from '../../src/incident/reads/exchange-reads.ts';
import { GraphReads } from '../../src/incident/reads/graph-reads.ts';
import { RequestLog } from '../../src/incident/reads/request-log.ts';
import type { JsonObject } from '../../src/json.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { thisMachine } from '../../src/http/machine.ts';

const NEED = { what: 'the sign-ins', permission: 'AuditLog.Read.All', license: 'Entra ID P1' };

function graphReads(answer: (path: string) => QueryResult<JsonObject>) {
  const requests = new RequestLog(() => 0);
  const listing = { graphUrl: 'https://graph', get: (path: string) => Promise.resolve(answer(path)) };
  const { signal } = new AbortController();
  return { reads: new GraphReads({ ...thisMachine(), listing, requests, now: () => 0, signal }), requests };
}

test('Graph is asked once for a path, and what it refuses names the permission or the license', async () => {
  const { reads, requests } = graphReads((path) => {
    if (path.includes('denied'))
      return { status: 'access-denied', error: 'Authorization_RequestDenied: Insufficient privileges.' };
    if (path.includes('free'))
      return { status: 'access-denied', error: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant: x' };
    if (path.includes('gone')) return { status: 'not-found', error: 'Request_ResourceNotFound' };
    return { status: 'ok', value: { value: [{ id: 'a' }] } };
  });
  const [one, other] = await Promise.all([reads.list('/v1.0/a', NEED), reads.list('/v1.0/a', NEED)]);
  expect([one, other]).toEqual([one, { isKnown: true, value: [{ id: 'a' }] }]);
  expect(requests.entries).toHaveLength(1);
  expect(await reads.list('/v1.0/denied', NEED)).toMatchObject({
    isKnown: false,
    reason: 'permission',
    detail: expect.stringContaining('AuditLog.Read.All'),
  });
  expect(await reads.list('/v1.0/free', NEED)).toMatchObject({
    reason: 'license',
    detail: expect.stringContaining('Entra ID P1'),
  });
  expect(await reads.get('/v1.0/gone', NEED)).toMatchObject({ reason: 'not-in-the-answer' });
});

test('Graph gets no more than five requests for logs in ten seconds', async () => {
  let now = 0;
  const times: number[] = [];
  const requests = new RequestLog(() => now);
  const get = (): Promise<QueryResult<JsonObject>> => {
    times.push(now);
    return Promise.resolve({ status: 'ok', value: { value: [] } });
  };
  const { signal } = new AbortController();
  const sleep = (ms: number): Promise<void> => {
    now += ms;
    return Promise.resolve();
  };
  const reads = new GraphReads({
    listing: { graphUrl: 'https://graph', get },
    requests,
    now: () => now,
    signal,
    sleep,
  });
  for (let at = 0; at < 7; at += 1) await reads.list(`/beta/auditLogs/signIns?${at}`, NEED);
  expect(times).toEqual([0, 0, 0, 0, 0, 10_000, 10_000]);
});

test('a part of what Exchange has is unknown, with what arrived', async () => {
  const pages: ExchangeOutcome[] = [
    { kind: 'read', body: { value: [{ Name: 'a' }], '@odata.nextLink': 'https://exchange/next' } },
    { kind: 'read', body: { value: [{ Name: 'b' }], '@adminapi.warnings': ['There are more results available.'] } },
  ];
  const run = (): Promise<ExchangeOutcome> => Promise.resolve(pages.shift() ?? { kind: 'denied', error: 'HTTP 403' });
  const reads = new ExchangeReads({
    runner: { run, batch: () => Promise.resolve([]) },
    requests: new RequestLog(() => 0),
  });
  expect(await reads.read('Get-X', {}, ['Name'])).toMatchObject({
    isKnown: false,
    reason: 'refused',
    shown: [{ Name: 'a' }, { Name: 'b' }],
  });
  expect(await reads.read('Get-Y', {}, ['Name'])).toMatchObject({
    reason: 'permission',
    detail: expect.stringContaining('Get-Y'),
  });
});

test.each([
  ['203.0.113.77:50412', '203.0.113.77'],
  ['[2001:DB8::5]:443', '2001:db8::5'],
  ['::ffff:203.0.113.77', '203.0.113.77'],
  ['2001:db8::1038', '2001:db8::1038'],
  ['unknown', ''],
])('the address in %s is "%s"', (text, address) => {
  expect(ipAddress(text)).toBe(address);
  expect(clientAddress({ ClientIP: text })).toBe(address);
});
