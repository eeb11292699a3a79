import { describe, expect, test } from '@jest/globals';
import { textOf } from '../docs/repository.ts';
import type { Grant } from '../../tenant/tenant.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { remediations, statuses, type RemediationRun } from '../support/remediation-run.ts';

const POLICY = textOf('examples/policies/registered-rights.yml');
const { run, apply, undo, newTenant } = remediations(POLICY);
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All'];
const HEADER = 'MailboxName,Trustee,TrusteeId,Right,Reason,Owner,Until,ReviewedOn';

/** Two mailboxes that Exchange and Graph have, without rights on them, and people who may get some. */
async function office() {
  const tenant = await newTenant({ roles: ROLES });
  const [mailbox = '', second = '', a = '', b = '', c = ''] = mailboxesOf(tenant);
  for (const address of [mailbox, second]) {
    setRights(tenant, address);
    tenant.setCalendarPermissions(address, [everyone('none')]);
  }
  const sid = (person: string): string => tenant.account(person)?.sid ?? '';
  const today = new Date().toISOString().slice(0, 10);
  return {
    tenant,
    mailbox,
    second,
    a,
    b,
    c,
    entry: (person: string, rights: string, changes: Partial<Grant> = {}) => grantTo(tenant, person, rights, changes),
    /** A line that was reviewed today. */
    line: (on: string, person: string, right: string, { id = sid(person), until = '' } = {}) =>
      [on, person, right.startsWith('Calendar') ? '' : id, right, 'Needed', 'ceo@contoso.com', until, today].join(','),
    files: (...lines: readonly string[]) => ({
      'list.txt': `${mailbox}\n${second}`,
      'grants.csv': [HEADER, ...lines].join('\n'),
    }),
  };
}

function items({ planned }: RemediationRun): readonly (string | undefined)[] {
  return planned.map(({ Item }) => Item);
}

describe('a plan with a register', () => {
  test('takes away what was deleted from it or has expired, and an undo gives it back', async () => {
    const { tenant, mailbox, a, b, c, entry, line, files } = await office();
    const delegate = tenant.account(b)?.identity ?? '';
    setRights(tenant, mailbox, [entry(a, 'FullAccess'), entry(b, 'FullAccess')], [entry(a, 'SendAs')], [delegate]);
    tenant.setCalendarPermissions(mailbox, [permission(a, 'write'), permission(b, 'write'), permission(c, 'read')]);
    const state = () =>
      [
        ...tenant.grants(mailbox).map(({ trustee, right }) => `${trustee} ${right}`),
        ...(tenant.expected(mailbox).calendarPermissions ?? []).map(({ emailAddress, role }) =>
          JSON.stringify([emailAddress, role]),
        ),
      ].toSorted();
    const before = state();
    const registered = files(
      line(mailbox, a, 'FullAccess'),
      line(mailbox, a, 'SendAs'),
      line(mailbox, b, 'SendOnBehalf', { id: tenant.account(b)?.objectId ?? '', until: '2026-01-31' }),
      line(mailbox, a, 'Calendar: write'),
      // Due for review, since nothing is said of it.
      `${mailbox},${c},,Calendar: read,,,,`,
    );
    const plan = await run(tenant, { files: registered });
    expect(plan.errors).toEqual([]);
    expect(items(plan)).toEqual([b, `${b}; FullAccess`, `${b}; SendOnBehalf`]);
    expect(plan.planned.map(({ Found }) => Found)).toEqual([
      expect.stringContaining('Registered: no'),
      expect.stringContaining('Registered: no'),
      expect.stringContaining('Registered: expired'),
    ]);
    const applied = await apply(tenant, plan, { files: registered });
    expect(statuses(applied)).toEqual(['applied', 'applied', 'applied']);
    expect(tenant.grants(mailbox).map(({ trustee, right }) => `${right} ${trustee}`)).toEqual([
      `FullAccess ${a}`,
      `SendAs ${a}`,
    ]);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied', 'applied', 'applied']);
    expect(state()).toEqual(before);
  });

  test('takes nothing away of which it is not known whether it is registered', async () => {
    const { tenant, mailbox, second, a, b, entry, line, files } = await office();
    setRights(tenant, mailbox, [entry(a, 'FullAccess', { sid: '' })]);
    setRights(tenant, second, [entry(a, 'FullAccess')], [entry(b, 'SendAs')]);
    const plan = await run(tenant, {
      files: files(
        line(mailbox, a, 'FullAccess'),
        // Of either, it is not known whether it is the other's: a line without an ID has one of the trustee's addresses.
        line(second, 'former@contoso.com', 'FullAccess', { id: '' }),
        line(second, 'former@contoso.com', 'SendAs', { id: '' }),
      ),
    });
    expect(plan.planned).toEqual([]);
    expect(plan.outputs).toMatchObject({ result: 'unchanged', 'left-out-count': '3' });
  });

  test('takes nothing away in a mailbox that the register may have by an address that is not read', async () => {
    const tenant = await newTenant({ roles: ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite'] });
    const [mailbox = '', second = '', a = '', owner = ''] = mailboxesOf(tenant);
    const id = tenant.account(mailbox)?.objectId ?? '';
    for (const address of [mailbox, second]) tenant.setCalendarPermissions(address, [permission(a, 'write')]);
    const rule = "{ id: r, report: calendar-permissions, expect: { Registered: { const: 'yes' } }, set: remove }";
    const lines = [mailbox, second].map((address) => `${address},${a},,Calendar: write,Needed,${owner},,`);
    const plan = await run(tenant, {
      files: {
        'list.txt': `${id}\n${second}`,
        'grants.csv': [HEADER, ...lines].join('\n'),
        'policy.yml': `register: grants.csv\nrules: [${rule}]\n`,
      },
    });
    expect([plan.codes, plan.planned]).toEqual([[], []]);
    expect(plan.warnings.join()).toContain('Grant it User.Read.All');
  });

  test('takes the right of somebody who has the address of another now', async () => {
    const { tenant, mailbox, second, a, b, entry, line, files } = await office();
    setRights(tenant, mailbox, [entry(a, 'FullAccess')]);
    setRights(tenant, second, [entry(b, 'FullAccess')]);
    const lines = [line(mailbox, a, 'FullAccess', { id: 'S-1-5-21-1-2-3-4' }), line(second, b, 'FullAccess')];
    const plan = await run(tenant, { files: files(...lines) });
    expect(items(plan)).toEqual([`${a}; FullAccess`]);
  });

  test('takes nothing away because nobody has reviewed it, whatever the rule', async () => {
    const { tenant, mailbox, a, b, entry, line, files } = await office();
    setRights(tenant, mailbox, [entry(a, 'FullAccess'), entry(b, 'FullAccess')]);
    const due = `${mailbox},${a},${tenant.account(a)?.sid ?? ''},FullAccess,Needed,,,`;
    const policy =
      "register: grants.csv\nrules:\n  - { id: r, report: mailbox-permissions, expect: { Registered: { const: 'yes' } }, set: remove }\n";
    const plan = await run(tenant, {
      files: { ...files(due, line(mailbox, b, 'FullAccess', { until: '2026-01-31' })), 'policy.yml': policy },
    });
    expect(items(plan)).toEqual([`${b}; FullAccess`]);
    expect(plan.outputs['left-out-count']).toBe('1');
    expect(plan.warnings.join()).toContain('only due for review');
  });

  test('is not applied with another register', async () => {
    const { tenant, mailbox, a, b, entry, line, files } = await office();
    setRights(tenant, mailbox, [entry(a, 'FullAccess'), entry(b, 'FullAccess')]);
    const lines = [line(mailbox, a, 'FullAccess')];
    const plan = await run(tenant, { files: files(...lines) });
    expect(items(plan)).toEqual([`${b}; FullAccess`]);
    const others = [[...lines, line(mailbox, b, 'FullAccess')], [`${mailbox},${a},,FullAccess,,,,`]];
    for (const other of others) {
      const { codes, errors } = await apply(tenant, plan, { files: files(...other) });
      expect(codes).toEqual(['PLAN_CHANGED']);
      expect(errors.join()).toContain('another register');
    }
    expect(tenant.writes).toEqual([]);
    // A blank line says nothing.
    const again = await apply(tenant, plan, { files: files(...lines, '') });
    expect(statuses(again)).toEqual(['applied']);
  });
});

describe('an incomplete register takes nothing away', () => {
  /** Five rights on each of two mailboxes, and their lines. */
  async function wide() {
    const { tenant, mailbox, second, a, b, c, entry, line, files } = await office();
    const rights = [entry(a, 'FullAccess'), entry(b, 'FullAccess'), entry(c, 'FullAccess')];
    const sending = [entry(a, 'SendAs'), entry(b, 'SendAs')];
    for (const address of [mailbox, second]) setRights(tenant, address, rights, sending);
    const all = [mailbox, second].flatMap((address) => [
      ...[a, b, c].map((person) => line(address, person, 'FullAccess')),
      ...[a, b].map((person) => line(address, person, 'SendAs')),
    ]);
    return { tenant, mailbox, second, a, b, c, entry, line, files, all };
  }

  test('and takes away what it lacks if it has half of the rights', async () => {
    const { tenant, files, all } = await wide();
    expect((await run(tenant, { files: files(...all) })).outputs.result).toBe('unchanged');
    expect((await run(tenant, { files: files(...all.slice(0, 5)) })).planned).toHaveLength(5);
  });

  test.each<[string, (office: Awaited<ReturnType<typeof wide>>) => Readonly<Record<string, string>>]>([
    ['that has less than half of the rights', ({ files, all }) => files(...all.slice(0, 4))],
    [
      'that has nothing but rights to every mailbox',
      ({ files, a, b, line }) =>
        files(...[a, b].flatMap((one) => ['FullAccess', 'SendAs'].map((right) => line('*', one, right)))),
    ],
    [
      'of whose lines it is not known whether they are of the rights',
      ({ files, mailbox, all }) => files(...all.slice(6), `${mailbox},former@contoso.com,,FullAccess,,,,`),
    ],
    [
      'whose rule names the rights that it lacks',
      ({ files, all }) => ({
        ...files(...all.slice(0, 4)),
        'policy.yml':
          "register: grants.csv\nrules:\n  - { id: r, report: mailbox-permissions, when: { Registered: { const: 'no' } }, expect: { Trustee: { const: x } }, set: remove }\n",
      }),
    ],
    [
      'whose rule is about rights that it lacks',
      ({ files, all }) => ({
        ...files(...all.filter((line) => !line.includes('SendAs'))),
        'policy.yml':
          "register: grants.csv\nrules:\n  - { id: r, report: mailbox-permissions, when: { Right: { const: SendAs } }, expect: { Registered: { const: 'yes' } }, set: remove }\n",
      }),
    ],
  ])('%s', async (_, filesOf) => {
    const world = await wide();
    const plan = await run(world.tenant, { files: filesOf(world) });
    expect([plan.codes, plan.plan, plan.planned]).toEqual([['REGISTER_INCOMPLETE'], '', []]);
    expect(plan.errors.join()).toContain('mailbox-report register update');
  });

  test('whatever it has of mailboxes that could not be read', async () => {
    const { tenant, second, files, all } = await wide();
    const [name = ''] = second.split('@');
    const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } };
    tenant.setFaults({ altered: [{ request: `users/${name}.*calendarPermissions`, ...denied }] });
    const plan = await run(tenant, { files: files(...all.slice(0, 2), ...all.slice(5)) });
    expect(plan.codes).toEqual(['REGISTER_INCOMPLETE']);
    expect(plan.errors.join()).toContain('only 2 of 5 rights');
  });
});
