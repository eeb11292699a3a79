import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, property, textIn } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { ChangeCounts, IDENTITY_CHANGES, NamedWorld } from '../support/identity-changes.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { remediations, type RemediationRun } from '../support/remediation-run.ts';

const POLICY = `rules:
  - { id: no-rights, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } }, set: remove }
  - { id: no-rules, report: inbox-rules, expect: { Delete: { const: false } }, set: remove }
  - id: no-sharing
    report: calendar-permissions
    when: { GrantedToAddress: { type: string } }
    expect: { Role: { enum: [none] } }
    set: remove
  - id: no-forwarding
    report: mailbox-properties
    expect: { ForwardingSmtpAddress: { const: null } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null }
`;
const { run, apply, undo, planUndo, kept, newTenant } = remediations(POLICY);
const REPORTS = ['mailbox-permissions', 'calendar-permissions', 'inbox-rules', 'mailbox-properties'];
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'];
const GROUPS = ['Assistants', 'Board', 'Helpdesk'];

const counts = new ChangeCounts();
let [givenBack, leftCount] = [0, 0];

afterAll(() => {
  const lines = [...counts.all].map(([kind, count]) => `${String(count).padStart(5)}  ${kind}`);
  process.stdout.write(`Changes of names, ${givenBack} rights given back, ${leftCount} left:\n${lines.join('\n')}\n`);
});

/** Who has which right on a mailbox, or gets its mail: numbers of people, and of groups behind them. */
const HELD = fc.array(fc.record({ mailbox: fc.nat(2), right: fc.nat(4), who: fc.nat(20) }), {
  minLength: 1,
  maxLength: 8,
});

/** What names its own mailbox: a rule and an address. */
function marks(tenant: Tenant, address: string): readonly string[] {
  const { ForwardingSmtpAddress: forwarding } = tenant.exchangeProperties(address);
  const rules = (tenant.expected(address).rules ?? []).map(({ displayName }) => JSON.stringify(displayName ?? null));
  return [...rules, ...(typeof forwarding === 'string' ? [forwarding] : [])];
}

function left({ plan }: RemediationRun): ReadonlyMap<string, number> {
  const all = property(parseJson(plan), 'left');
  const rows = Array.isArray(all) ? all : [];
  const ofMailbox = Map.groupBy(rows, (row) => textIn(row, 'mailbox').toLowerCase());
  const isWhole = (row: (typeof rows)[number]): boolean => textIn(row, 'item') === '';
  return new Map([...ofMailbox].map(([mailbox, own]) => [mailbox, own.some(isWhole) ? Infinity : own.length]));
}

async function office(
  held: readonly { readonly mailbox: number; readonly right: number; readonly who: number }[],
  time: VirtualTime,
) {
  const groups = GROUPS.map((name) => ({ name, members: [0, 1] }));
  const tenant = await newTenant({ mailboxes: 14, roles: ROLES, groups, clock: time.now });
  const people = mailboxesOf(tenant);
  const holders = [...people, ...GROUPS];
  const mailboxes = people.slice(0, 3);
  for (const [at, mailbox] of mailboxes.entries()) {
    const own = held.filter((one) => one.mailbox === at);
    const of = (right: number): readonly string[] => [
      ...new Set(own.filter((one) => one.right === right).map(({ who }) => holders[who % holders.length] ?? '')),
    ];
    const entries = (right: number, rights: string) => of(right).map((who) => grantTo(tenant, who, rights));
    const delegates = of(2).map((who) => tenant.account(who)?.identity ?? '');
    setRights(tenant, mailbox, entries(0, 'FullAccess'), entries(1, 'SendAs'), delegates);
    const addressOf = (who: string) => (who.includes('@') ? who : `${who.toLowerCase()}@contoso.com`);
    tenant.setCalendarPermissions(mailbox, [
      ...of(3).map((who) => permission(addressOf(who), 'read')),
      everyone('none'),
    ]);
    const actions = { delete: true };
    const isWhole = { isEnabled: true, hasError: false, isReadOnly: false };
    tenant.setRules(mailbox, [{ id: `rule${at}`, displayName: `Rule of ${at}`, sequence: 1, ...isWhole, actions }]);
    const [recipient = people[at + 3] ?? ''] = of(4);
    const ForwardingAddress = tenant.account(recipient)?.identity ?? null;
    tenant.editExchange(mailbox, { ForwardingAddress, ForwardingSmtpAddress: `smtp:mark.${at}@contoso.com` });
  }
  const files = { 'list.txt': mailboxes.join('\n') };
  return { tenant, people, mailboxes, files, all: { 'list.txt': people.join('\n') } };
}

test('after any changes of names, a restore or an undo gives nothing to another identity, and writes to no other mailbox', () =>
  fc.assert(
    fc.asyncProperty(HELD, IDENTITY_CHANGES, fc.boolean(), async (held, changes, isUndo) => {
      const time = new VirtualTime();
      const { tenant, people, mailboxes, files, all } = await office(held, time);
      const restore = await kept(tenant, REPORTS, all);
      const then = tenant.identities.held();
      const ids = mailboxes.map((mailbox) => tenant.account(mailbox)?.objectId ?? '');
      const removal = await apply(tenant, await run(tenant, { files, time }), { files, time });
      expect([removal.errors, removal.outputs.result]).toEqual([[], 'applied']);
      const world = new NamedWorld(tenant, people, GROUPS);
      for (const change of changes) counts.make(world, change);
      const now = tenant.identities.held();
      const writes = tenant.writes.length;
      const inputs = { policy: '', restore };
      const plan = isUndo ? await planUndo(tenant, removal, { time }) : await run(tenant, { files, inputs, time });
      // Nothing is read if none of the addresses has a mailbox.
      expect([[], ['INCOMPLETE']]).toContainEqual(plan.codes);
      expect(tenant.writes).toHaveLength(writes);
      if (plan.outputs.result === 'planned')
        await (isUndo ? undo(tenant, removal, { plan, time }) : apply(tenant, plan, { files, inputs, time }));
      const after = tenant.identities.held();
      const before = new Set([...then, ...now]);
      expect(after.filter((one) => !before.has(one))).toEqual([]);
      for (const { name, isGone } of world.people) {
        if (isGone) continue;
        const at = ids.indexOf(tenant.account(name)?.objectId ?? '');
        const own = [`"Rule of ${at}"`, `smtp:mark.${at}@contoso.com`];
        expect(marks(tenant, name).filter((mark) => /Rule of|smtp:mark/.test(mark) && !own.includes(mark))).toEqual([]);
      }
      // What a mailbox had and does not have now is listed.
      if (plan.codes.length > 0) return;
      const listed = left(plan);
      for (const [at, mailbox] of mailboxes.entries()) {
        const ofMailbox = then.filter(
          (one) => one.startsWith(ids[at] ?? '?') && !/ S-1-5-10$|My Organization/.test(one),
        );
        const missing = ofMailbox.filter((one) => !after.includes(one)).length;
        givenBack += ofMailbox.filter((one) => after.includes(one) && !now.includes(one)).length;
        leftCount += missing;
        expect(listed.get(mailbox.toLowerCase()) ?? 0).toBeGreaterThanOrEqual(missing);
      }
    }),
    { numRuns: 26 },
  ));

test('each kind of change was made often', () => {
  expect([...counts.all].filter(([, count]) => count < 50)).toEqual([]);
});
