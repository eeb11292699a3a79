import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { textAt } from '../collection-reader.ts';
import { openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

const DAY = 86_400_000;
/** Whole seconds, on one day of the certificate. */
const NOW = Math.floor(Date.now() / 1000) * 1000;

let office: ExchangeOffice;
beforeAll(async () => {
  office = await openExchange({ mailboxes: 1, clock: () => NOW });
  const sent = (days: number, to: string) => ({ time: NOW - days * DAY, from: 'a@contoso.com', to });
  office.tenant.trace(...Array.from({ length: 14 }, (_, at) => sent(1, `r${String(at).padStart(2, '0')}@x.example`)));
  office.tenant.trace(sent(20, 'old@x.example'), { ...sent(1, 'other@x.example'), from: 'b@contoso.com' });
});
afterAll(() => office.close());

const day = (days: number): string => new Date(NOW - days * DAY).toISOString();
const trace = (parameters: JsonObject) => office.run('Get-MessageTraceV2', parameters);

test('rows repeat, and a full page has a warning and no link', async () => {
  const range = { SenderAddress: ['a@contoso.com'], StartDate: day(10), EndDate: day(0) };
  const all = rowsIn(await trace(range));
  expect([all.length, new Set(all.map((row) => textAt(row, 'RecipientAddress'))).size]).toEqual([16, 14]);
  const first = await trace({ ...range, ResultSize: 5 });
  expect(rowsIn(first)).toHaveLength(5);
  expect(Object.keys(first.body).filter((name) => /nextlink/i.test(name))).toEqual([]);
  expect(JSON.stringify(first.body)).toContain('There are more results available');
  const last = textAt(rowsIn(first).at(-1), 'RecipientAddress');
  const next = await trace({
    ...range,
    EndDate: textAt(rowsIn(first).at(-1), 'Received'),
    StartingRecipientAddress: last,
    ResultSize: 5,
  });
  expect(textAt(rowsIn(next)[0], 'RecipientAddress')).toBe(last);
});

test.each([
  ['more than 10 days', { StartDate: day(11), EndDate: day(0) }],
  ['more than 90 days ago', { StartDate: day(95), EndDate: day(90) }],
  ['one bound', { StartDate: day(1) }],
  ['more rows than 5000', { ResultSize: 5001 }],
])('refuses %s', async (_, parameters) => {
  expect((await trace(parameters)).status).toBe(400);
});

test('without bounds has two days', async () => {
  expect(rowsIn(await trace({ SenderAddress: ['b@contoso.com'] }))).toHaveLength(1);
});
