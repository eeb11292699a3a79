import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Faults, Tenant } from '../../tenant/tenant.ts';
import { remediations, stateOf, withApplied } from '../support/remediation-run.ts';

/** Rules about every kind of target. What each sets complies with it. */
const RULES = [
  `  - id: audience
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }`,
  `  - id: off
    report: automatic-replies
    when: { AutomaticReplyStatus: { const: scheduled } }
    expect: { AutomaticReplyStatus: { const: disabled } }
    set: { automaticRepliesSetting: { status: disabled } }`,
  `  - id: format
    severity: warning
    expect: { DateFormat: { const: yyyy-MM-dd }, TimeFormat: { const: 'HH:mm' } }
    set: { dateFormat: yyyy-MM-dd, timeFormat: 'HH:mm' }`,
  `  - id: weekdays
    expect: { WorkingDays: { minItems: 5, maxItems: 5 } }
    set: { workingHours: { daysOfWeek: [monday, tuesday, wednesday, thursday, friday] } }`,
  `  - id: hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }`,
  `  - id: forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null, DeliverToMailboxAndForward: false }`,
  `  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }`,
  `  - id: protocols
    report: client-access
    expect: { ImapEnabled: { const: false }, SmtpAuth: { const: disabled } }
    set: { ImapEnabled: false, SmtpClientAuthenticationDisabled: true }`,
];
const POLICY = fc.subarray(RULES, { minLength: 1 }).map((rules) => ({ 'policy.yml': `rules:\n${rules.join('\n')}\n` }));
const TENANT = fc.record({ seed: fc.nat(1000), mailboxes: fc.integer({ min: 3, max: 14 }) });

const { run, apply, undo, newTenant } = remediations('');

/** Makes sure that a rule about forwarding has something to do. */
async function organisation(options: { readonly seed: number; readonly mailboxes: number }): Promise<Tenant> {
  const tenant = await newTenant(options);
  const listed = tenant.addresses.filter((address) => 'ImapEnabled' in tenant.exchangeProperties(address));
  for (const address of listed.slice(0, 2))
    tenant.editExchange(address, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com' });
  return tenant;
}

test('apply after plan changes what was planned and nothing else, plan after apply is empty, undo restores everything', () =>
  fc.assert(
    fc.asyncProperty(TENANT, POLICY, async (options, files) => {
      const tenant = await organisation(options);
      const before = stateOf(tenant);
      const plan = await run(tenant, { files });
      expect(plan.codes).toEqual([]);
      expect(tenant.counts.writes).toBe(0);
      if (plan.planned.length === 0) return;
      const applied = await apply(tenant, plan, { files });
      expect(applied.applied).toEqual(plan.planned.map((row) => ({ ...row, Status: 'applied', Error: '' })));
      expect(stateOf(tenant)).toEqual(withApplied(before, applied));
      const { writes } = tenant.counts;
      expect(await run(tenant, { files })).toMatchObject({ outputs: { result: 'unchanged' }, planned: [] });
      expect(tenant.counts.writes).toBe(writes);
      const undone = await undo(tenant, applied);
      const kept = undone.applied.filter(({ Status }) => Status !== 'applied');
      // Graph cannot take a value away that was not there before; Exchange Online can. A schedule that is over stays off.
      for (const { Setting, After } of kept) {
        expect([Setting, After]).toEqual([expect.stringMatching(/^[a-z]/), expect.stringMatching(/^(?:disabled)?$/)]);
      }
      if (kept.length > 0) return;
      expect(undone.outputs.result).toBe('applied');
      expect(stateOf(tenant)).toEqual(before);
    }),
    { numRuns: 5 },
  ));

/** Few faults make a run wait, and those are short. */
const FAULTS = fc.constantFrom<((some: readonly string[]) => Faults)[]>(
  () => ({ itemThrottle: { rate: 0.1, retryAfter: 0.01 } }),
  () => ({ exchangeThrottle: { every: 3, retryAfter: 0.01 } }),
  () => ({ exchangeMalformed: { first: 1, cmdlets: ['Set-CASMailbox'] } }),
  () => ({ exchangeServerError: { first: 6, cmdlets: ['Set-Mailbox'] } }),
  () => ({ reset: { every: 40 } }),
  (addresses) => ({ lostWrites: { addresses }, exchangeLostWrites: { addresses } }),
);

test('applied.csv is accurate after faults and a cancellation, and a second apply finishes the rest', () =>
  fc.assert(
    fc.asyncProperty(TENANT, POLICY, FAULTS, fc.option(fc.nat(30)), async (options, files, faults, stopAfter) => {
      const tenant = await organisation(options);
      const before = stateOf(tenant);
      const plan = await run(tenant, { files });
      if (plan.planned.length === 0) return;
      const stop = new AbortController();
      let done = -Infinity;
      let isPlanned = false;
      const applied = await apply(tenant, plan, {
        files,
        signal: stop.signal,
        onLine: (line) => {
          // Faults start with the first change: the plan is the approved one.
          if (line.startsWith('Plan: ')) {
            isPlanned = true;
            done = 0;
            tenant.setFaults(faults([plan.planned[0]?.MailboxName ?? '']));
          }
          if (stopAfter !== null && done++ === stopAfter) stop.abort(new Error('cancelled'));
        },
      });
      expect(isPlanned).toBe(true);
      tenant.setFaults({});
      const keys = ['MailboxName', 'Item', 'Setting'].map(
        (name) => (row: Readonly<Record<string, string>>) => row[name],
      );
      const named = (rows: readonly Readonly<Record<string, string>>[]) =>
        rows.map((row) => keys.map((key) => key(row)));
      expect(named(applied.applied)).toEqual(expect.arrayContaining(named(plan.planned)));
      expect(applied.applied).toHaveLength(plan.planned.length);
      // Each row that says so took effect, and no other.
      const between = stateOf(tenant);
      expect(between).toEqual(withApplied(before, applied));
      const missing = applied.applied.filter(({ Status }) => Status !== 'applied').length;
      const rest = await run(tenant, { files });
      expect(rest.planned).toHaveLength(missing);
      if (missing === 0) return;
      const second = await apply(tenant, rest, { files });
      expect(second.outputs).toMatchObject({ result: 'applied', 'applied-count': String(missing) });
      expect(stateOf(tenant)).toEqual(withApplied(between, second));
      expect((await run(tenant, { files })).planned).toEqual([]);
    }),
    { numRuns: 5 },
  ));
