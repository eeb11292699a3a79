import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consentedPermission, rolePermissions } from '../../src/applications/permissions.ts';
import { reachOf, type ApplicationFacts, type Grant } from '../../src/applications/reach.ts';
import { atLeast, known, shownOf, unknownBecause, type Known } from '../../src/reports/known.ts';

/*
 * A random tenant, its facts as the program has them, and an oracle that looks at one application, one permission and one mailbox at
 * a time. Where the tenant hides something, the oracle tries every truth: what holds in all of them is certain.
 */

const MAILBOXES = ['ann', 'bob', 'cat'] as const;
const GROUPS = ['sales', 'board', 'all'] as const;
const APPS = ['a1', 'a2', 'a3'] as const;

/** What each permission opens, written from Microsoft's documents, not from the table of the program. */
const OPENS: Readonly<Record<string, readonly string[]>> = {
  'Mail.Read': ['read'],
  'Mail.ReadBasic.All': [],
  'Mail.ReadWrite': ['read', 'write'],
  'Mail.Send': ['send'],
  'MailboxSettings.ReadWrite': ['settings'],
  'Calendars.Read': ['calendar'],
  'Calendars.ReadBasic.All': [],
  'MailboxItem.Read.All': ['read', 'calendar'],
  full_access_as_app: ['read', 'write', 'send', 'settings', 'calendar'],
  'IMAP.AccessAsApp': ['read', 'write'],
  'SMTP.SendAsApp': ['send'],
  'Exchange.ManageAsApp': [],
};
/** The permissions that access policies confine, of those. */
const CONFINED = [
  'Mail.Read',
  'Mail.ReadBasic.All',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.ReadWrite',
  'Calendars.Read',
  'full_access_as_app',
];
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'IMAP.AccessAsApp': ['FullAccess'],
  'SMTP.SendAsApp': ['SendAs', 'FullAccess'],
};
const OF_EXCHANGE = ['full_access_as_app', 'IMAP.AccessAsApp', 'SMTP.SendAsApp', 'Exchange.ManageAsApp'];
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'Application Mail.Read': ['Mail.Read'],
  'Application Mail.Send': ['Mail.Send'],
  'Application Mail Full Access': ['Mail.ReadWrite', 'Mail.Send'],
};

type Group = (typeof GROUPS)[number];
type Mailbox = (typeof MAILBOXES)[number];

interface World {
  readonly apps: readonly { readonly id: string; readonly name: string; readonly isEnabled: boolean | undefined }[];
  readonly consents: readonly { readonly app: string; readonly permission: string }[];
  readonly roles: readonly {
    readonly app: string;
    readonly role: string;
    /** Null: the whole tenant. */
    readonly scope: { readonly filter: readonly Mailbox[] } | { readonly group: Group } | 'exclusive' | null;
  }[];
  /** `group`: null if it is gone. */
  readonly policies: readonly { readonly app: string; readonly isDenied: boolean; readonly group: Group | null }[];
  readonly groups: Readonly<
    Record<Group, { readonly members: readonly (Mailbox | Group)[]; readonly isHidden: boolean }>
  >;
  /** Applications with consent for everyone to delegated permissions. */
  readonly delegated: readonly string[];
  /** Of each application on each mailbox; null: not read. */
  readonly rights: Readonly<Record<Mailbox, Readonly<Record<string, string | undefined>> | null>>;
}

const apps = fc.constantFrom(...APPS);
const groups = fc.record({
  members: fc.uniqueArray(fc.constantFrom(...MAILBOXES, ...GROUPS), { maxLength: 3 }),
  isHidden: fc.boolean(),
});
const rights = fc.option(fc.dictionary(apps, fc.constantFrom('FullAccess', 'SendAs')), { freq: 3 });
const worlds: fc.Arbitrary<World> = fc.record({
  apps: fc.tuple(
    ...APPS.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constantFrom('CRM', 'crm', 'Backup'),
        isEnabled: fc.constantFrom(true, true, true, false, undefined),
      }),
    ),
  ),
  consents: fc.array(fc.record({ app: apps, permission: fc.constantFrom(...Object.keys(OPENS)) }), { maxLength: 4 }),
  roles: fc.array(
    fc.record({
      app: apps,
      role: fc.constantFrom(...Object.keys(ROLES)),
      scope: fc.oneof(
        fc.constant(null),
        fc.constant('exclusive' as const),
        fc.record({ filter: fc.subarray([...MAILBOXES]) }),
        fc.record({ group: fc.constantFrom(...GROUPS) }),
      ),
    }),
    { maxLength: 3 },
  ),
  policies: fc.array(
    fc.record({
      app: fc.constantFrom(...APPS, '*'),
      isDenied: fc.boolean(),
      group: fc.option(fc.constantFrom(...GROUPS), { freq: 5 }),
    }),
    { maxLength: 3 },
  ),
  groups: fc.record({ sales: groups, board: groups, all: groups }),
  delegated: fc.subarray([...APPS]),
  rights: fc.record({ ann: rights, bob: rights, cat: rights }),
});

// What the program gets: sets of mailboxes that are whole, or the reason why they are not.

function factsOf(world: World): ApplicationFacts {
  const principals = world.apps.map((app) => ({ ...app, id: `object ${app.id}`, appId: app.id }));
  const byApp = new Map(principals.map((principal) => [principal.appId, principal]));
  const grants: Grant[] = [];
  for (const { app, permission } of world.consents) {
    const opens = consentedPermission(OF_EXCHANGE.includes(permission) ? 'exchange' : 'graph', permission);
    const principal = byApp.get(app);
    if (opens !== undefined && principal !== undefined)
      grants.push({ principal, permission, opens, scope: undefined, grantedOn: '' });
  }
  for (const [index, { app, role, scope }] of world.roles.entries()) {
    const principal = byApp.get(app);
    if (principal === undefined) continue;
    for (const [permission, opens] of rolePermissions(role)) {
      const place =
        scope === null
          ? ({ kind: 'tenant' } as const)
          : scope === 'exclusive'
            ? ({ kind: 'unknown', name: 'S', cause: unknownBecause(undefined, 'exclusive') } as const)
            : 'group' in scope
              ? ({ kind: 'group', name: scope.group, members: `direct ${scope.group}` } as const)
              : ({ kind: 'scope', name: `S${String(index)}`, members: `filter ${scope.filter.join()}` } as const);
      grants.push({ principal, permission, opens, scope: place, grantedOn: '' });
    }
  }
  return {
    principals,
    grants,
    policies: known(
      world.policies.map(({ app, isDenied, group }) => ({
        appId: app,
        isDenied,
        name: group ?? 'gone',
        members: `nested ${group ?? 'gone'}`,
      })),
    ),
    delegated: known(principals.filter(({ appId }) => world.delegated.includes(appId))),
    gaps: [],
  };
}

/** Groups by walking them breadth first, as Graph's transitiveMembers returns them. */
function memberAnswer({ groups: all }: World, mailbox: Mailbox, key: string): Known<boolean> {
  const [kind, name = ''] = key.split(' ');
  if (kind === 'filter') return known(name.split(',').includes(mailbox));
  const group = GROUPS.find((one) => one === name);
  if (group === undefined) return unknownBecause(undefined, 'the group is gone');
  if (kind === 'direct') return known(all[group].members.includes(mailbox));
  const queue: Group[] = [group];
  for (const next of queue) {
    if (all[next].isHidden) return unknownBecause('permission', `the members of ${next} are hidden`);
    for (const member of all[next].members) {
      const inner = GROUPS.find((one) => one === member);
      if (inner !== undefined && !queue.includes(inner)) queue.push(inner);
    }
  }
  return known(queue.some((one) => all[one].members.includes(mailbox)));
}

// The oracle.

function isWithin(world: World, mailbox: Mailbox, group: Group, above: readonly Group[] = []): boolean {
  return world.groups[group].members.some((member) => {
    const inner = GROUPS.find((one) => one === member);
    if (inner === undefined) return member === mailbox;
    return ![...above, group].includes(inner) && isWithin(world, mailbox, inner, [...above, group]);
  });
}

function isReadable(world: World, group: Group, above: readonly Group[] = []): boolean {
  if (world.groups[group].isHidden) return false;
  const inner = GROUPS.filter((one) => world.groups[group].members.includes(one) && ![...above, group].includes(one));
  return inner.every((one) => isReadable(world, one, [...above, group]));
}

/** One permission of an application, whatever grants it, in a world in which everything is known. */
type Check = (truths: readonly boolean[]) => boolean;

/** Whether a check holds in all worlds, in some, or in none. `unknowns`: the number of facts that are hidden. */
function inAllWorlds(check: Check, unknowns: number): 'yes' | 'no' | 'unknown' {
  const results = Array.from({ length: 2 ** unknowns }, (_, bits) =>
    check(Array.from({ length: unknowns }, (_unused, at) => (bits >> at) % 2 === 1)),
  );
  if (results.every(Boolean)) return 'yes';
  return results.some(Boolean) ? 'unknown' : 'no';
}

interface Expected {
  readonly app: string;
  readonly permission: string;
  readonly truth: 'yes' | 'no' | 'unknown';
  readonly ways: readonly string[];
}

function expectedOf(world: World, mailbox: Mailbox): readonly Expected[] {
  const enabledOf = (id: string): boolean | undefined => world.apps.find((app) => app.id === id)?.isEnabled;
  const consented = world.consents.map(({ app, permission }): Expected => {
    const policies = world.policies
      .filter((policy) => policy.app === app || policy.app === '*')
      .filter(() => CONFINED.includes(permission))
      .map(({ isDenied, group }) => ({
        isDenied,
        name: group ?? 'gone',
        has: group !== null && isReadable(world, group) ? isWithin(world, mailbox, group) : undefined,
      }));
    const needs = NEEDS[permission];
    const own = world.rights[mailbox];
    const right = own === null ? undefined : needs?.find((one) => own[app] === one);
    const check: Check = ([isOn, hasRight, ...others]) => {
      if (permission === 'Exchange.ManageAsApp') return false;
      if (!(enabledOf(app) ?? isOn === true)) return false;
      if (needs !== undefined && !(own === null ? hasRight === true : right !== undefined)) return false;
      const inGroup = policies.map(({ has }, at) => has ?? others[at] === true);
      if (policies.some(({ isDenied }, at) => isDenied && inGroup[at] === true)) return false;
      const allowing = policies.filter(({ isDenied }) => !isDenied);
      return allowing.length === 0 || policies.some(({ isDenied }, at) => !isDenied && inGroup[at] === true);
    };
    const isRestricted = policies.some(({ isDenied }) => !isDenied);
    const matching = policies
      .filter(({ isDenied, has }) => !isDenied && has === true)
      .map(({ name }) => `policy ${name}`);
    const plain = isRestricted ? matching : ['tenant-wide'];
    const ways = right === undefined ? plain : [`scope ${right}`];
    return { app, permission, ways, truth: inAllWorlds(check, policies.length + 2) };
  });
  const assigned = world.roles.flatMap(({ app, role, scope }, index) => {
    const way =
      scope === null
        ? 'tenant-wide'
        : scope === 'exclusive'
          ? ''
          : 'group' in scope
            ? `group ${scope.group}`
            : `scope S${String(index)}`;
    const check: Check = ([isOn, isInside]) => {
      if (!(enabledOf(app) ?? isOn === true)) return false;
      if (scope === null) return true;
      if (scope === 'exclusive') return isInside === true;
      // Members of groups in the group are outside.
      return 'group' in scope ? world.groups[scope.group].members.includes(mailbox) : scope.filter.includes(mailbox);
    };
    return (ROLES[role] ?? []).map((permission) => ({ app, permission, ways: [way], truth: inAllWorlds(check, 2) }));
  });
  return [...consented, ...assigned];
}

test('the reach of applications agrees with an oracle that tries all truths', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...MAILBOXES), (world, mailbox) => {
      const reach = reachOf(factsOf(world), {
        isMember: (key) => memberAnswer(world, mailbox, key),
        rightOf: ({ appId }, needed) => {
          const own = world.rights[mailbox];
          return own === null
            ? unknownBecause('not-read', 'not read')
            : known(needed.find((right) => own[appId] === right));
        },
      });
      const expected = expectedOf(world, mailbox);
      const nameOf = (id: string): string => world.apps.find((app) => app.id === id)?.name ?? '';
      const labelOf = (id: string): string => {
        const shared = world.apps.filter(({ name }) => name.toLowerCase() === nameOf(id).toLowerCase());
        return shared.length > 1 ? `${nameOf(id)} (${id})` : nameOf(id);
      };
      const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
      for (const ability of ['read', 'write', 'send', 'settings', 'calendar'] as const) {
        const opening = expected.filter(({ permission }) => OPENS[permission]?.includes(ability));
        const certain = opening.filter(({ truth }) => truth === 'yes').map(({ app }) => app);
        const doubtful = opening.filter(({ truth, app }) => truth === 'unknown' && !certain.includes(app));
        expect(shownOf(reach.can[ability])).toEqual(sorted(certain.map(labelOf)));
        expect(reach.can[ability].isKnown).toBe(doubtful.length === 0);
      }
      const certain = expected.filter(({ truth }) => truth === 'yes');
      const unknown = expected.filter(({ truth }) => truth === 'unknown');
      expect(shownOf(reach.appIds)).toEqual(sorted(certain.map(({ app }) => app)));
      expect(shownOf(reach.through)).toEqual(
        sorted(
          certain.flatMap(({ app, permission, ways }) =>
            ways.map((way) => `${nameOf(app)} (${app}): ${permission}, ${way}`),
          ),
        ),
      );
      expect(reach.through.isKnown).toBe(unknown.length === 0);
      const consented = world.apps.filter(({ id }) => world.delegated.includes(id));
      const open = consented.filter(({ isEnabled }) => isEnabled === true).map(({ id }) => labelOf(id));
      const doubted = consented.filter(({ isEnabled }) => isEnabled === undefined);
      expect(reach.delegated).toEqual((doubted.length === 0 ? known : atLeast)(sorted(open)));
      const subjects = [
        ...unknown.map(({ app, permission }) => `${nameOf(app)} (${app}): ${permission}: `),
        ...doubted.map(({ id, name }) => `${name} (${id}): consent for everyone: `),
      ];
      expect(sorted(reach.unknown.map((text) => subjects.find((subject) => text.startsWith(subject)) ?? text))).toEqual(
        sorted(subjects),
      );
    }),
    { numRuns: 2_000 },
  );
});
