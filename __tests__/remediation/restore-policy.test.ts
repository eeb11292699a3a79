import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, property, type Json } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { everyone } from '../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { remediations } from '../support/remediation-run.ts';

const { run, apply, kept, newTenant } = remediations('');
const REPORTS = ['mailbox-settings', 'mailbox-properties', 'client-access', 'mailbox-permissions', 'inbox-rules'];

/** What a rule forbids, by its line. */
const RULES: Readonly<Record<string, (state: State) => readonly Json[]>> = {
  '{ id: forwarding, report: mailbox-properties, expect: { ExternalTargets: { maxItems: 0 } } }': ({ forwarding }) =>
    forwarding === null ? [] : [forwarding],
  '{ id: replies, expect: { AutomaticReplyExternalAudience: { enum: [none] } } }': ({ audience }) =>
    audience === 'none' ? [] : [audience],
  '{ id: protocols, report: client-access, expect: { ImapEnabled: { const: false } } }': ({ imap }) =>
    imap ? ['imap'] : [],
  '{ id: rights, report: mailbox-permissions, expect: { Right: { not: { const: FullAccess } } } }': ({ holders }) => [
    ...holders,
  ],
  '{ id: rules, report: inbox-rules, expect: { Delete: { const: false } } }': ({ rules }) => [...rules],
};

interface State {
  readonly forwarding: string | null;
  readonly audience: string;
  readonly imap: boolean;
  /** Numbers of people with Full Access. */
  readonly holders: readonly number[];
  /** Names of inbox rules that delete mail. */
  readonly rules: readonly string[];
}

const STATE: fc.Arbitrary<State> = fc.record({
  forwarding: fc.constantFrom(null, 'smtp:a@evil.example', 'smtp:b@evil.example'),
  audience: fc.constantFrom('none', 'contactsOnly', 'all'),
  imap: fc.boolean(),
  holders: fc.subarray([1, 2]),
  rules: fc.subarray(['First', 'Second']),
});

function set(tenant: Tenant, people: readonly string[], { forwarding, audience, imap, holders, rules }: State): void {
  const [mailbox = ''] = people;
  tenant.editExchange(mailbox, { ForwardingSmtpAddress: forwarding, ForwardingAddress: null, ImapEnabled: imap });
  tenant.edit(mailbox, { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: audience } });
  setRights(
    tenant,
    mailbox,
    holders.map((number) => grantTo(tenant, people[number] ?? '', 'FullAccess')),
  );
  const isWhole = { isEnabled: true, hasError: false, isReadOnly: false, actions: { delete: true } };
  tenant.setRules(
    mailbox,
    rules.map((displayName, at) => ({ id: displayName, displayName, sequence: at + 1, ...isWhole })),
  );
}

function stateIn(tenant: Tenant, people: readonly string[]): State {
  const [mailbox = ''] = people;
  const { settings, rules = [] } = tenant.expected(mailbox);
  const { ForwardingSmtpAddress: forwarding, ImapEnabled: imap } = tenant.exchangeProperties(mailbox);
  const replies = property(parseJson(JSON.stringify(settings)), 'automaticRepliesSetting');
  const trustees = tenant.grants(mailbox).map(({ trustee }) => people.indexOf(trustee));
  return {
    forwarding: typeof forwarding === 'string' ? forwarding : null,
    audience: JSON.stringify(property(replies, 'externalAudience')).slice(1, -1),
    imap: imap === true,
    holders: trustees.toSorted(),
    rules: rules.map(({ displayName }) => JSON.stringify(displayName).slice(1, -1)).toSorted(),
  };
}

test('a restore with a policy adds no violation, also none with another value, and brings everything else back', () =>
  fc.assert(
    fc.asyncProperty(fc.subarray(Object.keys(RULES)), STATE, STATE, async (lines, then, now) => {
      const tenant = await newTenant({ mailboxes: 8, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
      const people = mailboxesOf(tenant);
      const [mailbox = ''] = people;
      tenant.setCalendarPermissions(mailbox, [everyone('none')]);
      const policy = `rules:\n${[...lines, '{ id: other, expect: { Language: { type: string } } }'].map((line) => `  - ${line}\n`).join('')}`;
      const files = { 'list.txt': mailbox, 'policy.yml': policy };
      set(tenant, people, then);
      const restore = await kept(tenant, REPORTS, { 'list.txt': mailbox });
      set(tenant, people, now);
      const inputs = { restore, policy: 'policy.yml' };
      const plan = await run(tenant, { files, inputs });
      expect(plan.codes).toEqual([]);
      if (plan.planned.length > 0) await apply(tenant, plan, { files, inputs });
      const after = stateIn(tenant, people);
      const violations = (state: State) =>
        lines.flatMap((line) => (RULES[line]?.(state) ?? []).map((found) => JSON.stringify([line, found])));
      const before = violations(now);
      expect(violations(after).filter((one) => !before.includes(one))).toEqual([]);
      // Without a rule about them, all come back; what is newer stays.
      const isFree = (word: string): boolean => !lines.some((line) => line.includes(`id: ${word}`));
      const expected = {
        forwarding: isFree('forwarding') || then.forwarding === null ? then.forwarding : now.forwarding,
        audience: isFree('replies') || then.audience === 'none' ? then.audience : now.audience,
        imap: isFree('protocols') || !then.imap ? then.imap : now.imap,
        holders: isFree('rights') ? [...new Set([...then.holders, ...now.holders])].toSorted() : now.holders,
        rules: isFree('rules') ? [...new Set([...then.rules, ...now.rules])].toSorted() : now.rules,
      };
      expect(after).toEqual(expected);
    }),
    { numRuns: 12 },
  ));
