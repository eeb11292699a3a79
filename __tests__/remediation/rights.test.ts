import { describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn } from '../../src/json.ts';
import type { Grant, Tenant } from '../../tenant/tenant.ts';
import { grantTo, mailboxesOf, setRights, type Rights } from '../support/mailbox-rights.ts';
import { editedPlan, remediations, statuses, type RemediationRun } from '../support/remediation-run.ts';

const { run, apply, planUndo, undo, newTenant } = remediations('');

type Entry = (trustee: string, rights: string, changes?: Partial<Grant>) => Grant;

function policyOf(...rules: readonly string[]): string {
  return `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;
}

/** Without rights to read alone, which are never taken away. */
const NO_ACCESS = policyOf(
  "{ id: no-access, report: mailbox-permissions, when: { Right: { pattern: '^(Full|Send)' } }, expect: { Trustee: { enum: [nobody] } }, set: remove }",
);
const NO_RIGHTS = policyOf(
  '{ id: no-rights, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } }, set: remove }',
);

/** Two mailboxes that Exchange and Graph have: one without rights on it, and its person with the right of another. */
async function office(options: Parameters<typeof newTenant>[0] = {}) {
  const tenant = await newTenant({ ...options });
  const [mailbox = '', person = '', other = ''] = mailboxesOf(tenant);
  const give = (...rights: Rights): void => {
    setRights(tenant, mailbox, ...rights);
  };
  const entry: Entry = (...entry) => grantTo(tenant, ...entry);
  give([]);
  return { tenant, mailbox, person, other, give, entry, files: { 'list.txt': mailbox, 'policy.yml': NO_RIGHTS } };
}

/** The rights on a mailbox but its own, in words. */
function rightsOf(tenant: Tenant, mailbox: string): readonly string[] {
  return tenant
    .grants(mailbox)
    .map(({ trustee, right, isDenied }) => `${isDenied ? 'denied ' : ''}${right} ${trustee}`);
}

function items({ planned }: RemediationRun): readonly (string | undefined)[] {
  return planned.map(({ Item }) => Item);
}

describe('a plan of rights', () => {
  test('takes away what it names, only the violating right of an entry, and an undo gives it back', async () => {
    const { tenant, mailbox, person, give, entry, files } = await office();
    const delegate = tenant.account(person)?.identity ?? '';
    give(
      [entry(person, 'FullAccess, ReadPermission', { inheritance: 'Descendents' })],
      [entry(person, 'SendAs')],
      [delegate],
    );
    const before = rightsOf(tenant, mailbox);
    const plan = await run(tenant, { files: { ...files, 'policy.yml': NO_ACCESS } });
    expect(items(plan)).toEqual([`${person}; FullAccess`, `${person}; SendAs`, `${person}; SendOnBehalf`]);
    const sentence = `${person} loses Full Access to ${mailbox}`;
    expect(JSON.parse(plan.plan)).toMatchObject({
      access: {
        mailboxes: [{ mailbox, sentences: [sentence, expect.anything(), expect.anything()] }],
        trustees: [{ trustee: person, sentences: [sentence, expect.anything(), expect.anything()] }],
      },
    });
    expect(plan.summary).toContain('loses Full Access to');
    expect(rightsOf(tenant, mailbox)).toEqual(before);
    const applied = await apply(tenant, plan, { files: { ...files, 'policy.yml': NO_ACCESS } });
    expect(statuses(applied)).toEqual(['applied', 'applied', 'applied']);
    expect(rightsOf(tenant, mailbox)).toEqual([`ReadPermission ${person}`]);
    const undone = await undo(tenant, applied);
    expect(statuses(undone)).toEqual(['applied', 'applied', 'applied']);
    expect(rightsOf(tenant, mailbox).toSorted()).toEqual(before.toSorted());
    const given = tenant.exchangeGrants(mailbox, 'mailbox').find(({ rights }) => rights === 'FullAccess');
    expect(given).toMatchObject({ trustee: person, inheritance: 'Descendents' });
    expect(undone.lines.join('\n')).toContain(`${person} gets back Full Access to ${mailbox}`);
  });

  test('is one change of a row, which names all its rules', async () => {
    const { tenant, mailbox, person, give, entry } = await office();
    give([entry(person, 'FullAccess')]);
    const policy = policyOf(
      '{ id: one, report: mailbox-permissions, expect: { Trustee: { enum: [x] } }, set: remove }',
      '{ id: two, report: mailbox-permissions, expect: { Right: { enum: [SendAs] } }, set: remove }',
    );
    const plan = await run(tenant, { files: { 'list.txt': mailbox, 'policy.yml': policy } });
    expect(plan.planned.map(({ Rule }) => Rule)).toEqual(['one; two']);
  });

  test.each<[string, (entry: Entry, person: string) => Grant, string]>([
    ['that is inherited', (entry, person) => entry(person, 'FullAccess', { isInherited: true }), 'inherited'],
    ['that denies', (entry, person) => entry(person, 'FullAccess', { isDenied: true }), 'denies the right'],
    [
      'of a deleted account',
      (entry) => entry('S-1-5-21-1-2-3-4', 'FullAccess', { sid: 'S-1-5-21-1-2-3-4' }),
      'was deleted',
    ],
    [
      "of one of Microsoft's trustees",
      (entry) => entry('EURPR05A010\\Organization Management', 'FullAccess', { sid: 'S-1-5-21-1-2-3-5' }),
      "Microsoft's own",
    ],
    ['without an ID', (entry, person) => entry(person, 'FullAccess', { sid: '' }), 'does not show the ID'],
    ['of another right', (entry, person) => entry(person, 'ReadPermission'), 'only Full Access'],
  ])('leaves an entry %s as it is, and says so', async (_, grantOf, reason) => {
    const { tenant, mailbox, person, give, entry, files } = await office();
    give([grantOf(entry, person)]);
    const before = rightsOf(tenant, mailbox);
    const plan = await run(tenant, { files });
    expect(plan).toMatchObject({ planned: [], outputs: { 'left-out-count': '1' } });
    expect(plan.warnings.join()).toContain(reason);
    expect(rightsOf(tenant, mailbox)).toEqual(before);
    expect(tenant.writes).toEqual([]);
  });

  test('leaves a right that a trustee has by two entries as it is, and takes the one beside a denial', async () => {
    const { tenant, mailbox, person, other, give, entry, files } = await office();
    give([
      entry(person, 'FullAccess'),
      entry(person, 'FullAccess, DeleteItem', { inheritance: 'None' }),
      entry(other, 'FullAccess'),
      entry(other, 'FullAccess', { isDenied: true }),
    ]);
    const plan = await run(tenant, { files: { ...files, 'policy.yml': NO_ACCESS } });
    expect(items(plan)).toEqual([`${other}; FullAccess`]);
    expect(plan.warnings.join()).toContain('by two entries');
    await apply(tenant, plan, { files: { ...files, 'policy.yml': NO_ACCESS } });
    expect(rightsOf(tenant, mailbox)).toContain(`denied FullAccess ${other}`);
    expect(rightsOf(tenant, mailbox)).not.toContain(`FullAccess ${other}`);
  });

  test('names a group with its number of members, and takes its right away', async () => {
    const groups = [{ name: 'Assistants', members: [0, 1] }];
    const roles = ['MailboxSettings.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'];
    const { tenant, mailbox, give, entry, files } = await office({ groups, roles });
    give([entry('Assistants', 'FullAccess')]);
    const plan = await run(tenant, { files });
    expect(JSON.parse(plan.plan)).toMatchObject({
      changes: [{ sentence: `Assistants (a group of 2) loses Full Access to ${mailbox}` }],
    });
    const applied = await apply(tenant, plan, { files });
    expect(statuses(applied)).toEqual(['applied']);
    expect(rightsOf(tenant, mailbox)).toEqual([]);
    const undone = await undo(tenant, applied);
    expect(statuses(undone)).toEqual(['applied']);
    expect(undone.lines.join('\n')).toContain(`Assistants (a group of 2) gets back Full Access to ${mailbox}`);
    expect(rightsOf(tenant, mailbox)).toEqual(['FullAccess Assistants']);
  });
});

describe('a plan that takes the right of a person away', () => {
  const ONE = (person: string) =>
    policyOf(
      `{ id: one, report: mailbox-permissions, when: { Trustee: { const: ${person} } }, expect: { Trustee: { enum: [nobody] } }, set: remove }`,
    );
  const ROLES = ['MailboxSettings.ReadWrite', 'User.Read.All', 'GroupMember.Read.All', 'User.ReadBasic.All'];

  async function grouped(roles: readonly string[]) {
    const { addresses } = await newTenant({});
    const members = [0, 1, 2, 3, 4, 5, 6, 7].filter((at) => at < addresses.length);
    const groups = [
      { name: 'Everyone', members },
      { name: 'Nobody of them', members: [] },
    ];
    const place = await office({ groups, roles });
    const { person, give, entry, mailbox } = place;
    give(
      [entry(person, 'FullAccess'), entry('Everyone', 'FullAccess'), entry('Nobody of them', 'FullAccess')],
      [entry(person, 'SendAs')],
    );
    const plan = await run(place.tenant, { files: { 'list.txt': mailbox, 'policy.yml': ONE(person) } });
    const changes = property(parseJson(plan.plan), 'changes');
    const sentences = (Array.isArray(changes) ? changes : []).map((change) => textIn(change, 'sentence'));
    return { ...place, plan, sentences };
  }

  test('says that it remains through a group', async () => {
    const { tenant, plan, sentences, person, mailbox } = await grouped(ROLES);
    expect(sentences).toEqual([
      `${person} loses Full Access to ${mailbox}, but keeps it through Everyone`,
      `${person} loses Send As for ${mailbox}`,
    ]);
    expect(plan.summary).toContain('but keeps it through Everyone');
    const files = { 'list.txt': mailbox, 'policy.yml': ONE(person) };
    const applied = await apply(tenant, plan, { files });
    expect(statuses(applied)).toEqual(['applied', 'applied']);
    expect(statuses(await undo(tenant, applied))).toEqual(['applied', 'applied']);
  });

  test('says that it perhaps remains if the members of groups may not be read', async () => {
    const { sentences, person, mailbox } = await grouped(['MailboxSettings.ReadWrite', 'User.Read.All']);
    expect(sentences[0]).toBe(
      `${person} loses Full Access to ${mailbox}, and perhaps keeps it through Everyone and Nobody of them, whose members are not known`,
    );
  });
});

describe('just before the write, a right is not taken', () => {
  async function planned() {
    const one = await office();
    const { tenant, person, give, entry, files } = one;
    give([entry(person, 'FullAccess')], [entry(person, 'SendAs')], [tenant.account(person)?.identity ?? '']);
    const plan = await run(tenant, { files });
    expect(items(plan)).toHaveLength(3);
    return { ...one, plan };
  }

  test.each([
    ['was deleted', false],
    ['was replaced by another account of the name', true],
  ])('from an account that %s', async (_, isRemade) => {
    const { tenant, mailbox, person, files, plan } = await planned();
    tenant.identities.remove(person);
    if (isRemade) tenant.identities.remake(person);
    const before = rightsOf(tenant, mailbox);
    // A list of delegates loses an account that is deleted.
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['stale', 'stale', 'unchanged']);
    expect(rightsOf(tenant, mailbox)).toEqual(before);
  });

  test('from an account that has another name, unless the list of delegates names it by its ID', async () => {
    const { tenant, person, files, plan } = await planned();
    const userPrincipalName = 'renamed@contoso.com';
    tenant.identities.rename(person, { userPrincipalName, smtpAddresses: [userPrincipalName] });
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['stale', 'stale', 'applied']);
  });

  test('if it is gone already', async () => {
    const { tenant, person, give, entry, files } = await office();
    give([entry(person, 'FullAccess')]);
    const plan = await run(tenant, { files });
    give([]);
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['unchanged']);
    expect(tenant.writes).toEqual([]);
  });

  test('if a denial took its place, or there is a second entry', async () => {
    const { tenant, person, give, entry, files } = await office();
    give([entry(person, 'FullAccess')]);
    const plan = await run(tenant, { files });
    give([entry(person, 'FullAccess'), entry(person, 'FullAccess', { inheritance: 'None' })]);
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['stale']);
    give([entry(person, 'FullAccess', { isDenied: true })]);
    expect(statuses(await apply(tenant, plan, { files }))).toEqual(['unchanged']);
    expect(tenant.writes).toEqual([]);
  });
});

test('Send on Behalf is neither taken nor absent if the list of delegates has an entry without a name', async () => {
  const { tenant, mailbox, person, give, files } = await office();
  const delegate = tenant.account(person)?.identity ?? '';
  give([], [], [delegate]);
  const plan = await run(tenant, { files });
  tenant.editExchange(mailbox, { GrantSendOnBehalfTo: [{ DisplayName: delegate }] });
  const applied = await apply(tenant, plan, { files });
  expect(statuses(applied)).toEqual(['failed']);
  expect(tenant.writes).toEqual([]);
});

test('a write that is lost or shows late is judged by what is read back', async () => {
  const { tenant, mailbox, person, give, entry, files } = await office();
  give([entry(person, 'FullAccess')]);
  const plan = await run(tenant, { files });
  const time = { now: Date.now, sleep: () => Promise.resolve() };
  tenant.setFaults({ exchangeLostWrites: { addresses: [mailbox] } });
  expect(statuses(await apply(tenant, plan, { files, time }))).toEqual(['not-verified']);
  tenant.setFaults({ exchangeStaleReads: { addresses: [mailbox], reads: 2 } });
  expect(statuses(await apply(tenant, plan, { files, time }))).toEqual(['applied']);
  expect(rightsOf(tenant, mailbox)).toEqual([]);
});

test('Full Access that is given back does not map if the plan of the undo says so', async () => {
  const { tenant, person, give, entry, files } = await office();
  give([entry(person, 'FullAccess')]);
  const applied = await apply(tenant, await run(tenant, { files }), { files });
  const inputs = { 'auto-mapping': 'false' };
  await undo(tenant, applied, { plan: await planUndo(tenant, applied, { inputs }) });
  expect(tenant.writes.at(-1)).toMatchObject({ resource: 'Add-MailboxPermission', values: { AutoMapping: false } });
});

describe('refuses, and writes nothing,', () => {
  async function approvedPlan() {
    const one = await office();
    one.give([one.entry(one.person, 'FullAccess')]);
    return { ...one, plan: await run(one.tenant, { files: one.files }) };
  }

  test('a plan whose trustee was edited to an administrators group', async () => {
    const { tenant, plan, files } = await approvedPlan();
    const text = plan.plan.replace(/"trustee":"[^"]*"/g, '"trustee":"EURPR05A010\\\\Organization Management"');
    const { codes } = await apply(tenant, editedPlan(text), { files });
    expect(codes).toEqual(['PLAN_FILE']);
    expect(tenant.writes).toEqual([]);
  });

  test('a plan of another tenant', async () => {
    const { plan, files } = await approvedPlan();
    const tenant = await newTenant({ tenantId: '11111111-2222-4333-8444-555555555555' });
    expect((await apply(tenant, plan, { files })).codes).toEqual(['PLAN_CHANGED']);
    expect(tenant.writes).toEqual([]);
  });

  test('a plan with a trustee that no violation has', async () => {
    const { tenant, other, plan, files, give, entry, person } = await approvedPlan();
    give([entry(person, 'FullAccess'), entry(other, 'FullAccess')]);
    const { sid = '' } = tenant.account(other) ?? {};
    const own = tenant.account(person)?.sid ?? '';
    const text = plan.plan.replaceAll(own, sid).replaceAll(person, other);
    const policy = policyOf(
      `{ id: no-rights, report: mailbox-permissions, expect: { Trustee: { enum: ['${other}'] } }, set: remove }`,
    );
    const run = await apply(tenant, editedPlan(text), { files: { ...files, 'policy.yml': policy } });
    expect(run.codes).toEqual(['PLAN_CHANGED']);
    expect(tenant.writes).toEqual([]);
  });

  test('"remove" beside another setting of the same row', async () => {
    const { tenant, mailbox } = await approvedPlan();
    const rule = { isEnabled: true, isReadOnly: false, hasError: false, sequence: 1, actions: { delete: true } };
    tenant.setRules(mailbox, [{ ...rule, id: 'one', displayName: 'One' }]);
    const policy = policyOf(
      '{ id: away, report: inbox-rules, expect: { Delete: { const: false } }, set: remove }',
      '{ id: off, report: inbox-rules, expect: { Enabled: { const: false } }, set: { isEnabled: false } }',
    );
    const { codes } = await run(tenant, { files: { 'list.txt': mailbox, 'policy.yml': policy } });
    expect(codes).toEqual(['SET_CONFLICT']);
  });
});
