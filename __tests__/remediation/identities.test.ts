import { describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { editedPlan, remediations, statuses, type RemediationRun } from '../support/remediation-run.ts';

const POLICY = `rules:
  - { id: no-rights, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } }, set: remove }
  - id: no-sharing
    report: calendar-permissions
    when: { GrantedToAddress: { type: string } }
    expect: { Role: { enum: [none] } }
    set: remove
`;
const { run, apply, undo, planUndo, kept, newTenant } = remediations(POLICY);
const REPORTS = ['mailbox-permissions', 'calendar-permissions', 'mailbox-properties'];
const ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'];
const GROUPS = [{ name: 'Assistants', members: [0, 1] }];

/** A mailbox on which a person has every right, and another person. */
async function office(trustee?: string) {
  const tenant = await newTenant({ roles: ROLES, groups: GROUPS });
  const [mailbox = '', person = '', boss = ''] = mailboxesOf(tenant);
  const who = trustee ?? person;
  const give = (): void => {
    const entry = (rights: string) => grantTo(tenant, who, rights);
    setRights(tenant, mailbox, [entry('FullAccess')], [entry('SendAs')], [tenant.account(who)?.identity ?? '']);
    const address = who.includes('@') ? who : 'assistants@contoso.com';
    tenant.setCalendarPermissions(mailbox, [permission(address, 'write'), everyone('none')]);
  };
  const take = (): void => {
    setRights(tenant, mailbox);
    tenant.setCalendarPermissions(mailbox, [everyone('none')]);
  };
  give();
  const files = { 'list.txt': mailbox };
  const restore = () => kept(tenant, REPORTS, { 'list.txt': `${mailbox}\n${person}\n${boss}` });
  return { tenant, mailbox, person, boss, files, take, restore };
}

function left({ plan }: RemediationRun): readonly string[] {
  const all = property(parseJson(plan), 'left');
  return (Array.isArray(all) ? all : []).map((one) => textIn(one, 'item'));
}

type Office = Awaited<ReturnType<typeof office>>;

/** What becomes of the names of a person who left. */
const REUSED: readonly (readonly [string, (office: Office) => void])[] = [
  [
    'an account of the same name',
    ({ tenant, person }) => {
      tenant.identities.remake(person);
    },
  ],
  [
    'a group of the same address',
    ({ tenant, person }) => {
      tenant.identities.addGroup({ name: 'Former people', address: person, members: [0, 1] });
    },
  ],
  [
    'a group of the same name',
    ({ tenant, person }) => {
      tenant.identities.addGroup({ name: person, address: 'former@contoso.com', members: [0, 1] });
    },
  ],
  [
    'another person, as an alias',
    ({ tenant, person, boss }) => {
      tenant.identities.rename(boss, { smtpAddresses: [boss, person] });
    },
  ],
];

describe.each(REUSED)('the names of a person who left are those of %s:', (_, reuse) => {
  test('neither a restore nor an undo gives anything to them, and what is left is listed', async () => {
    const one = await office();
    const { tenant, person, files, restore, take } = one;
    const report = await restore();
    const removal = await apply(tenant, await run(tenant, { files }), { files });
    expect(new Set(statuses(removal))).toEqual(new Set(['applied']));
    tenant.identities.remove(person);
    reuse(one);
    const held = tenant.identities.held();
    const ofRestore = await run(tenant, { files, inputs: { policy: '', restore: report } });
    const ofUndo = await planUndo(tenant, removal);
    for (const plan of [ofRestore, ofUndo]) {
      expect(plan.codes).toEqual([]);
      expect(plan.planned).toEqual([]);
      expect(left(plan)).toHaveLength(4);
      expect(plan.summary).toContain('Left as it is');
    }
    // A plan that was made before the names were reused is not applied either.
    take();
    expect(tenant.identities.held()).toEqual(held);
  });

  test('a plan that was approved before gives nothing to them', async () => {
    const one = await office();
    const { tenant, person, files, restore, take } = one;
    const inputs = { policy: '', restore: await restore() };
    const removal = await apply(tenant, await run(tenant, { files }), { files });
    const ofRestore = await run(tenant, { files, inputs });
    const ofUndo = await planUndo(tenant, removal);
    expect([ofRestore, ofUndo].map(({ planned }) => planned.length)).toEqual([4, 4]);
    tenant.identities.remove(person);
    reuse(one);
    take();
    const held = tenant.identities.held();
    expect(new Set(statuses(await apply(tenant, ofRestore, { files, inputs })))).toEqual(new Set(['stale']));
    expect(new Set(statuses(await undo(tenant, removal, { plan: ofUndo })))).toEqual(new Set(['stale']));
    expect(tenant.identities.held()).toEqual(held);
  });
});

test('a group gets its rights back, and a group that was made again under its name does not', async () => {
  const { tenant, files, restore, take } = await office('Assistants');
  const report = await restore();
  const inputs = { policy: '', restore: report };
  const held = tenant.identities.held();
  take();
  const plan = await run(tenant, { files, inputs });
  // A calendar permission has no ID of its group, and the report lists no groups.
  expect(plan.planned.map(({ Item }) => Item)).toEqual([
    'Assistants; FullAccess',
    'Assistants; SendAs',
    'assistants@contoso.com; SendOnBehalf',
  ]);
  expect(left(plan)).toEqual(['assistants@contoso.com']);
  expect(new Set(statuses(await apply(tenant, plan, { files, inputs })))).toEqual(new Set(['applied']));
  expect(held).toEqual(expect.arrayContaining([...tenant.identities.held()]));
  take();
  tenant.identities.removeGroup('Assistants');
  tenant.identities.addGroup({ name: 'Assistants', members: [0, 1] });
  const again = await run(tenant, { files, inputs });
  expect(again.planned).toEqual([]);
  expect(left(again)).toHaveLength(4);
});

test('a right is given back to an account that was renamed, and is verified by its ID', async () => {
  const { tenant, person, files, restore, take } = await office();
  const report = await restore();
  const held = tenant.identities.held();
  const removal = await apply(tenant, await run(tenant, { files }), { files });
  const userPrincipalName = 'renamed@contoso.com';
  const rename = () =>
    tenant.identities.rename(person, { userPrincipalName, smtpAddresses: [userPrincipalName, person] });
  rename();
  const undone = await undo(tenant, removal);
  expect(undone.applied.map(({ Status, Error }) => [Status, Error])).toEqual(
    new Array<unknown>(4).fill(['applied', '']),
  );
  expect(tenant.identities.held().toSorted()).toEqual(held.toSorted());
  expect((await planUndo(tenant, removal)).outputs.result).toBe('unchanged');
  take();
  const inputs = { policy: '', restore: report };
  const back = await apply(tenant, await run(tenant, { files, inputs }), { files, inputs });
  expect(new Set(statuses(back))).toEqual(new Set(['applied']));
  expect(tenant.identities.held().toSorted()).toEqual(held.toSorted());
});

describe('an edited plan of an undo', () => {
  async function planned() {
    const one = await office();
    const { tenant, files } = one;
    const removal = await apply(tenant, await run(tenant, { files }), { files });
    return { ...one, removal, plan: await planUndo(tenant, removal) };
  }

  /** The SID and the names of another person instead of those of the one who had the rights. */
  function withOther(tenant: Tenant, text: string, person: string, other: string): string {
    const [from, to] = [person, other].map((one) => tenant.account(one));
    return text.replaceAll(from?.sid ?? '', to?.sid ?? '').replaceAll(person, other);
  }

  test('is refused, whatever it gives to whom, and a file with a label of its own is, too', async () => {
    const { tenant, mailbox, person, boss, removal, plan } = await planned();
    const edits = [
      withOther(tenant, plan.plan, person, boss),
      plan.plan.replaceAll(mailbox, boss),
      plan.plan.replace('"right":"SendAs"', '"right":"FullAccess"'),
      plan.plan.replace(/"title":"[^"]*"/, '"title":"Approved by the board"'),
      plan.plan.replace(/"label":"[^"]*"/, `"label":"${boss}"`),
    ];
    for (const text of edits) {
      expect(text).not.toBe(plan.plan);
      const { plan: edited, outputs } = editedPlan(text);
      const undone = await undo(tenant, removal, {
        plan: { ...plan, plan: edited, outputs: { ...plan.outputs, ...outputs } },
      });
      expect(undone.codes).toEqual(['PLAN_FILE']);
    }
    const labelled = removal.undo.replace(/"label":"[^"]*"/, `"label":"${boss}"`);
    expect((await planUndo(tenant, { undo: labelled })).codes).toEqual(['UNDO_FILE']);
  });
});

test('a plan of version 1 is refused, and an undo file of version 1 is read: what lacks an ID is left', async () => {
  const { tenant, files } = await office();
  const plan = await run(tenant, { files });
  const former = editedPlan(plan.plan.replace('"version":2', '"version":1'));
  const refused = await apply(tenant, former, { files });
  expect(refused.codes).toEqual(['PLAN_FILE']);
  expect(refused.errors.join()).toContain('version');
  const removal = await apply(tenant, plan, { files });
  const undoFile = removal.undo.replace('"version":2', '"version":1').replaceAll(/,"holder":\{[^}]*\}/g, '');
  expect(undoFile).not.toContain('holder');
  const ofUndo = await planUndo(tenant, { undo: undoFile });
  expect(ofUndo.planned.map(({ Item }) => Item)).toHaveLength(3);
  expect(left(ofUndo)).toHaveLength(1);
});

test('a calendar permission of a person outside is given back, and the plan says that nothing says who it is', async () => {
  const { tenant, mailbox, files } = await office();
  const outside = permission('partner@fabrikam.com', 'read', { isInsideOrganization: false });
  tenant.setCalendarPermissions(mailbox, [outside, everyone('none')]);
  setRights(tenant, mailbox);
  const removal = await apply(tenant, await run(tenant, { files }), { files });
  expect(statuses(removal)).toEqual(['applied']);
  const plan = await planUndo(tenant, removal);
  expect(plan.warnings.join()).toContain('cannot be known');
  expect(plan.summary).toContain('cannot be known');
  expect(statuses(await undo(tenant, removal, { plan }))).toEqual(['applied']);
});

test('a plan has the ID of each trustee, and warns of what an undo of a delegate lacks', async () => {
  const { tenant, mailbox, person, files } = await office();
  tenant.setCalendarPermissions(mailbox, [permission(person, 'delegateWithPrivateEventAccess'), everyone('none')]);
  const { sid = '', objectId = '' } = tenant.account(person) ?? {};
  const plan = await run(tenant, { files });
  const ids = plan.planned.map(({ Found = '' }) => /ID: (\S+)$/.exec(Found)?.[1]);
  expect(ids.toSorted()).toEqual([sid, sid, objectId, objectId].toSorted());
  expect(plan.warnings.join()).toContain('delivery of meeting requests');
});

test('after an apply, the mailboxes that still violate are named', async () => {
  const { tenant, mailbox, person, files } = await office();
  const grants = [grantTo(tenant, person, 'FullAccess'), grantTo(tenant, person, 'FullAccess', { isInherited: true })];
  setRights(tenant, mailbox, grants);
  const applied = await apply(tenant, await run(tenant, { files }), { files });
  expect(applied.outputs.result).toBe('applied');
  expect(applied.warnings.join()).toContain(`1 of 1 still violate: ${mailbox}`);
});

test('the summary has each change once, in at most 300 lines', async () => {
  const tenant = await newTenant({ mailboxes: 60, roles: ROLES, groups: GROUPS });
  const mailboxes = mailboxesOf(tenant);
  const [person = '', ...others] = mailboxes;
  for (const mailbox of others) {
    setRights(tenant, mailbox, [grantTo(tenant, person, 'FullAccess')], [grantTo(tenant, person, 'SendAs')]);
    const people = others.slice(0, 8).map((one) => permission(one, 'read'));
    tenant.setCalendarPermissions(mailbox, [...people, everyone('none')]);
  }
  const files = { 'list.txt': others.join('\n') };
  const plan = await run(tenant, { files });
  expect(plan.planned.length).toBeGreaterThan(300);
  const sentences = plan.summary.split('\n').filter((line) => line.includes(' loses '));
  expect(sentences.length).toBeGreaterThan(200);
  expect(plan.summary.split('\n').length).toBeLessThanOrEqual(300);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(plan.summary).toContain(`and ${plan.planned.length - sentences.length} more: see plan.csv`);
  const applied = await apply(tenant, plan, { files });
  expect(applied.summary.split('\n').length).toBeLessThanOrEqual(300);
  expect(applied.summary).toContain('more: see applied.csv');
});
