import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { REPORTS } from '../../simulation/world/columns.ts';
import { REPORT_FILES } from '../../simulation/world/report-files.ts';
import { partsOf, worldOf } from '../../simulation/world/world-of.ts';
import { isRecord } from '../../src/json.ts';
import { allBuiltIn } from '../../src/reports/built-in-tables.ts';

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

/** The values of a schema of a cell, or of the items of a list. */
function valuesOf(schema: unknown): unknown[] {
  if (!isRecord(schema)) return [];
  const { enum: values, items } = schema;
  return Array.isArray(values) ? values : valuesOf(items);
}

/** What a built-in report, or a report file, says of the values of its columns. */
function typesOf(name: string): unknown {
  const file = REPORT_FILES[name];
  if (file === undefined) return allBuiltIn.get(name)?.types;
  const definition: unknown = parse(file.text);
  return isRecord(definition) ? definition.types : undefined;
}

test('the values that a page lists for a column are those by which policies are checked', () => {
  const different = Object.entries(REPORTS).flatMap(([name, { columns }]) => {
    const types = typesOf(name);
    return Object.entries(columns).flatMap(([column, kind]) => {
      const listed = kind.type === 'word' || kind.type === 'list' ? (kind.values ?? []) : [];
      const checked = valuesOf(isRecord(types) ? types[column] : undefined);
      if (isDeepStrictEqual([...listed].sort(), checked.map(String).sort())) return [];
      return [`${name}.${column}: ${checked.join(', ')}`];
    });
  });
  expect(different).toEqual([]);
});
