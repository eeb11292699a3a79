import { expect, test } from '@jest/globals';
import { REPORTS } from '../../simulation/world/columns.ts';
import { partsOf, worldOf } from '../../simulation/world/world-of.ts';

const SEEDS = Array.from({ length: 200 }, (_, at) => at + 1);

test('a seed decides the same world each time, and seeds differ', () => {
  const texts = SEEDS.map((seed) => JSON.stringify(worldOf(seed)));
  expect(texts).toEqual(SEEDS.map((seed) => JSON.stringify(worldOf(seed))));
  expect(new Set(texts).size).toBe(SEEDS.length);
});

test('a part that is left out changes no other', () => {
  const seed = SEEDS.find((each) => {
    const { policy, faults, before } = worldOf(each);
    return (policy?.rules.length ?? 0) > 2 && Object.keys(faults).length > 1 && before !== undefined;
  });
  const parts = partsOf(seed ?? 0);
  expect(parts).toEqual(expect.arrayContaining(['policy', 'policy r1', 'policy r2', 'faults', 'before']));
  const world = worldOf(seed ?? 0);
  expect(worldOf(seed ?? 0, ['policy r1'])).toMatchObject({
    tenant: world.tenant,
    list: world.list,
    policy: { rules: world.policy?.rules.slice(1) },
  });
  expect(worldOf(seed ?? 0, ['faults'])).toEqual({ ...world, without: ['faults'], faults: {} });
});

test('every report is in a world of the first seeds', () => {
  const named = new Set(SEEDS.flatMap((seed) => worldOf(seed).reports));
  expect(Object.keys(REPORTS).filter((name) => !named.has(name))).toEqual([]);
});
