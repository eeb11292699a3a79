import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { failureOf, openExchange, type ExchangeOffice } from './exchange-office.ts';

const SELECT = {
  select: ['Name', 'ForwardingSmtpAddress', 'ForwardingAddress', 'LitigationHoldEnabled', 'RecipientTypeDetails'],
};

let office: ExchangeOffice;
let all: JsonObject[];

beforeAll(async () => {
  office = await openExchange({ mailboxes: 400 });
  all = await office.rows('Get-Mailbox', {}, SELECT);
});
afterAll(() => office.close());

test.each<[string, (row: JsonObject) => boolean]>([
  ['ForwardingSmtpAddress -ne $null', (row) => row.ForwardingSmtpAddress !== null],
  ["LitigationHoldEnabled -eq 'True'", (row) => row.LitigationHoldEnabled === true],
  ["RecipientTypeDetails -like 'shared*'", (row) => row.RecipientTypeDetails === 'SharedMailbox'],
  [
    'ForwardingSmtpAddress -ne $null -or (ForwardingAddress -ne $null -and -not LitigationHoldEnabled -eq $true)',
    (row) =>
      row.ForwardingSmtpAddress !== null || (row.ForwardingAddress !== null && row.LitigationHoldEnabled !== true),
  ],
])('the filter %s selects mailboxes', async (filter, meets) => {
  const expected = all.filter(meets);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(all.length);
  expect(await office.rows('Get-Mailbox', { Filter: filter }, SELECT)).toEqual(expected);
});

test.each(['SmtpClientAuthenticationDisabled -eq $true', 'Name -eq', '(Name -eq 1', 'Name -frob 1'])(
  'the filter %s is rejected',
  async (filter) => {
    const answer = await office.run('Get-CASMailbox', { Filter: filter });
    expect([answer.status, failureOf(answer).type]).toEqual([400, expect.stringContaining('ParameterTransformation')]);
  },
);
