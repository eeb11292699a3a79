import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import type { RowView } from '../../src/reports/known.ts';
import { cellOf, isKnown, itemsIn, tableOf, type Answers } from './answered.ts';
import {
  addressOf,
  aliasOf,
  answersOf,
  isOutsider,
  OUTSIDE,
  primaryOf,
  worlds,
  type Person,
  type World,
} from './mail-world.ts';

/** Where mail ends for certain, and whether it may end elsewhere too. */
interface Ends {
  readonly at: ReadonlySet<string>;
  readonly isOpen: boolean;
}

const OPEN: Ends = { at: new Set(), isOpen: true };

function at(address: string): Ends {
  return { at: new Set([address]), isOpen: false };
}

function allOf(ends: readonly Ends[]): Ends {
  return { at: new Set(ends.flatMap((one) => [...one.at])), isOpen: ends.some(({ isOpen }) => isOpen) };
}

/** Carries a message to a recipient, and from there on, as a postman would: from the issue, not from the program. */
function carried(world: World, position: number, before: readonly number[] = []): Ends {
  const one = world.people[position];
  if (one === undefined || before.includes(position)) return OPEN;
  const way = [...before, position];
  const here = primaryOf(one, position);
  switch (one.kind) {
    case 'mailbox': {
      const { forwards, keepsCopy } = one;
      const isGone =
        forwards === undefined || ('position' in forwards && world.people[forwards.position] === undefined);
      if (isGone) return at(here);
      const kept = keepsCopy ? [at(here)] : [];
      if (forwards.to === 'unknown name') return allOf([OPEN, ...kept]);
      if ('position' in forwards) return allOf([carried(world, forwards.position, way), ...kept]);
      return allOf([sent(world, forwards.to), ...kept]);
    }
    case 'contact':
    case 'guest': {
      const { leadsTo } = one;
      const hasOwn = leadsTo === undefined || addressOf(world, leadsTo) === undefined;
      if (hasOwn || (leadsTo.to === 'recipient' && leadsTo.position === position)) {
        return world.readsDomains ? at(here) : OPEN;
      }
      if (leadsTo.to === 'recipient') return carried(world, leadsTo.position, way);
      // An address of the tenant that no recipient has: only a connector knows where a contact there is.
      return leadsTo.to === 'nobody' ? OPEN : sent(world, leadsTo.to);
    }
    case 'group': {
      if (one.hidesMembers) return OPEN;
      const members = one.members.filter((member) => world.people[member] !== undefined);
      const isUncertain = one.hasStranger || world.people.some(isInExchangeAlone);
      return allOf([...members.map((member) => carried(world, member, way)), ...(isUncertain ? [OPEN] : [])]);
    }
    case 'unified group':
      return { at: new Set([here]), isOpen: true };
    case 'dynamic group':
    case 'public folder':
      return OPEN;
  }
}

/** Entra ID knows neither dynamic distribution groups nor public folders: of which groups they are members, it does not say. */
function isInExchangeAlone({ kind }: Person): boolean {
  return kind === 'dynamic group' || kind === 'public folder';
}

/** Mail to an address that no recipient has. */
function sent({ readsDomains }: World, to: 'outside' | 'nobody' | 'relay'): Ends {
  if (!readsDomains || to === 'relay') return OPEN;
  return to === 'outside' ? at(`x@${OUTSIDE}`) : { at: new Set(), isOpen: false };
}

test('agrees with an oracle that carries mail step by step', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { rows, count } = await tableOf(answersOf(world));
      const expected = world.people.flatMap((one, position) => {
        const ends = carried(world, position);
        const addresses = [primaryOf(one, position), aliasOf(one, position) ?? []].flat();
        return addresses.map((address) => expectedRow(world, one, { address, primary: addresses[0] ?? '', ends }));
      });
      expect(expected.map(({ Address }) => seenRow(rows.get(Address), Address))).toEqual(expected);
      // Addresses outside of contacts that are no other's.
      const others = world.people.filter(
        (one) => isOutsider(one) && one.leadsTo !== undefined && one.leadsTo.to !== 'recipient',
      );
      expect(count).toBe(expected.length + new Set(others.map(({ leadsTo }) => leadsTo?.to)).size);
    }),
    { numRuns: 250 },
  );
});

interface ExpectedRow {
  readonly Address: string;
  readonly lands: readonly string[];
  readonly isOpen: boolean;
  /** Whether what is not certain has a sentence. */
  readonly isExplained: boolean;
  readonly cells: Readonly<Record<string, Json | undefined>>;
}

function expectedRow(
  world: World,
  one: Person,
  { address, primary, ends }: { readonly address: string; readonly primary: string; readonly ends: Ends },
): ExpectedRow {
  const domain = address.split('@')[1] ?? '';
  const isRelayed = world.rule === 'in force' || world.rule === 'unread' || domain === 'relay.example';
  const isOpen = ends.isOpen || isRelayed || !world.readsDomains;
  const isAccepted = domain !== OUTSIDE && domain !== 'old.example';
  return {
    Address: address,
    lands: [...ends.at, ...(!isOpen && ends.at.size === 0 ? ['nowhere'] : [])].sort(),
    isOpen,
    isExplained: true,
    cells: {
      Owner: primary,
      Primary: address === primary ? 'yes' : 'no',
      Domain: domain,
      DomainAccepted: world.readsDomains ? (isAccepted ? 'yes' : 'no') : undefined,
      Hidden: one.isHidden ? 'yes' : 'no',
      OutsideSenders: outsideSenders(world, one),
    },
  };
}

function seenRow(row: RowView | undefined, address: string): ExpectedRow {
  const isOpen = !isKnown(row, 'Lands');
  const columns = ['Owner', 'Primary', 'Domain', 'DomainAccepted', 'Hidden', 'OutsideSenders'];
  return {
    Address: address,
    lands: itemsIn(row, 'Lands'),
    isOpen,
    isExplained: !isOpen || itemsIn(row, 'Route').length > 0,
    cells: Object.fromEntries(columns.map((column) => [column, cellOf(row, column)])),
  };
}

function outsideSenders({ people }: World, one: Person): string | null | undefined {
  if (!one.kind.endsWith('group')) return null;
  if (one.refusesOutsiders) return 'refused';
  if (one.onlyFrom.length === 0) return 'accepted';
  return one.onlyFrom.every((position) => people[position]?.kind === 'mailbox') ? 'refused' : undefined;
}

const CELLS = ['Owner', 'OwnerName', 'OwnerType', 'Primary', 'DomainAccepted', 'Hidden', 'OutsideSenders'];

/** What a service may leave out: a cmdlet's object, or one of Graph, and a property of it. */
const omissions = fc.array(fc.record({ object: fc.nat(), property: fc.nat() }), { minLength: 1, maxLength: 4 });

function without(answers: Answers, left: readonly { readonly object: number; readonly property: number }[]): Answers {
  const copy = structuredClone(answers);
  const objects: JsonObject[] = [...Object.values(copy.cmdlets).flat(), ...copy.groups];
  for (const { object, property } of left) {
    const one = objects[object % objects.length];
    // Without its ID, a group is no answer at all.
    const names = Object.keys(one ?? {}).filter((name) => name !== 'id');
    const name = names[property % Math.max(names.length, 1)];
    if (one !== undefined && name !== undefined) Reflect.deleteProperty(one, name);
  }
  return copy;
}

test('never decides anything because a service leaves out a property', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, omissions, async (world, left) => {
      const [whole, part] = await Promise.all([tableOf(answersOf(world)), tableOf(without(answersOf(world), left))]);
      const decided = [...part.rows].map(([address, row]) => {
        const full = whole.rows.get(address);
        const cells = [...CELLS, 'Lands'].filter((column) => isKnown(row, column));
        return {
          address,
          others: cells.filter((column) => !isDeepStrictEqual(cellOf(row, column), cellOf(full, column))),
          more: itemsIn(row, 'Lands').filter((end) => !itemsIn(full, 'Lands').includes(end)),
        };
      });
      expect(decided).toEqual(decided.map(({ address }) => ({ address, others: [], more: [] })));
    }),
    { numRuns: 200 },
  );
});
