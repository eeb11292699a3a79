import { expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { remediations } from '../support/remediation-run.ts';

/** The rule of one report that a column of another one limits, and the same with the reports changed. */
const WHEN = `rules:
  - id: no-pop
    report: client-access
    when: { mailbox-settings.TimeZone: { const: UTC } }
    expect: { PopEnabled: { const: false } }
    set: { PopEnabled: false }
`;
const EXPECT = `rules:
  - id: no-pop
    report: mailbox-settings
    when: { TimeZone: { const: UTC } }
    expect: { client-access.PopEnabled: { const: false } }
    set: { PopEnabled: false }
`;

const { run, apply, undo, newTenant } = remediations(WHEN);

/** Two mailboxes with POP. The first has the time zone UTC. */
async function withPop(): Promise<{ tenant: Tenant; first: string; second: string; list: Record<string, string> }> {
  const tenant = await newTenant();
  const [first = '', second = ''] = tenant.addresses.filter(
    (address) => tenant.expected(address).status === 'ok' && Object.keys(tenant.exchangeProperties(address)).length > 0,
  );
  for (const address of [first, second]) tenant.editExchange(address, { PopEnabled: true });
  tenant.edit(first, { timeZone: 'UTC' });
  tenant.edit(second, { timeZone: 'W. Europe Standard Time' });
  return { tenant, first, second, list: { 'list.txt': `${first}\n${second}` } };
}

test.each([
  ['limits', WHEN],
  ['expects', EXPECT],
])('changes what a rule requires that %s a column of another report, and changes it back', async (_verb, policy) => {
  const { tenant, first, list } = await withPop();
  const files = { ...list, 'policy.yml': policy };
  const plan = await run(tenant, { files });
  expect(plan.codes).toEqual([]);
  expect(plan.planned.map(({ MailboxName, Setting }) => [MailboxName, Setting])).toEqual([[first, 'PopEnabled']]);
  const applied = await apply(tenant, plan, { files });
  expect(applied.outputs).toMatchObject({ result: 'applied' });
  expect(tenant.exchangeProperties(first)).toMatchObject({ PopEnabled: false });
  expect(await run(tenant, { files })).toMatchObject({ outputs: { result: 'unchanged' } });
  await undo(tenant, applied);
  expect(tenant.exchangeProperties(first)).toMatchObject({ PopEnabled: true });
});

test.each([
  ['limits', WHEN],
  ['expects', EXPECT],
])('changes nothing if the column that %s the rule has changed since the plan', async (_verb, policy) => {
  const { tenant, first, list } = await withPop();
  const files = { ...list, 'policy.yml': policy };
  const plan = await run(tenant, { files });
  tenant.edit(first, { timeZone: 'GMT Standard Time' });
  const applied = await apply(tenant, plan, { files });
  expect(applied.outputs).toMatchObject({ result: 'stale' });
  expect(applied.applied[0]?.Error).toContain('TimeZone');
  expect(tenant.exchangeProperties(first)).toMatchObject({ PopEnabled: true });
});

test('leaves violations as they are that the baseline has, under the name of the column in the policy', async () => {
  const { tenant, first, list } = await withPop();
  const baseline = `Rule,MailboxName,Item,Column,Found,Row,AddedOn\nno-pop,${first},,client-access.PopEnabled,true,,2026-11-01\n`;
  const files = { ...list, 'policy.yml': EXPECT, 'baseline.csv': baseline };
  const plan = await run(tenant, { files, inputs: { baseline: 'baseline.csv' } });
  expect(plan).toMatchObject({ codes: [], outputs: { result: 'unchanged' } });
});
