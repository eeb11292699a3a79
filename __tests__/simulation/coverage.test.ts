import { expect, test } from '@jest/globals';
import { expectedRun } from '../../simulation/oracle/expected-run.ts';
import { Simulation } from '../../simulation/run/simulation.ts';
import { factsOf } from '../../simulation/run/tenant-facts.ts';
import { listed } from '../../simulation/stories/report-runs.ts';
import { REPORTS } from '../../simulation/world/columns.ts';
import { remediationWorldOf } from '../../simulation/world/remediation.ts';
import { worldOf } from '../../simulation/world/world-of.ts';
import type { WorldRule } from '../../simulation/world/world.ts';
import { isRecord, parseJson, property } from '../../src/json.ts';
import { allBuiltIn } from '../../src/reports/built-in-tables.ts';
import { textOf } from '../docs/repository.ts';

const SEEDS = Array.from({ length: 200 }, (_, at) => at + 1);
const WORLDS = SEEDS.map((seed) => worldOf(seed));
const POLICIES = WORLDS.flatMap(({ policy, next, before }) => [policy, next, before?.policy]).filter(
  (policy) => policy !== undefined,
);
const RULES = [...POLICIES, ...SEEDS.map((seed) => remediationWorldOf(seed))].flatMap(
  ({ rules }): readonly WorldRule[] => rules,
);

test('each built-in report and table is in a world', () => {
  const named = new Set([...WORLDS.flatMap(({ reports }) => reports), ...RULES.map(({ report = '' }) => report)]);
  expect([...allBuiltIn.keys()].filter((name) => !named.has(name)).sort()).toEqual([]);
});

/** Columns as `report.column`. */
const COLUMNS = columnsOf(Object.fromEntries(allBuiltIn));

function columnsOf(
  reports: Readonly<Record<string, { readonly columns: Readonly<Record<string, unknown>> }>>,
): readonly string[] {
  return Object.entries(reports).flatMap(([name, { columns }]) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  );
}

test('rules can be about each column of each built-in report and table', () => {
  const known = columnsOf(REPORTS);
  expect(COLUMNS.filter((column) => !known.includes(column))).toEqual([]);
});

test('the oracle says what is in each column of each built-in report and table', async () => {
  const told = new Set<string>();
  for (const seed of SEEDS.slice(0, 12)) for (const column of await toldIn(seed)) told.add(column);
  expect(COLUMNS.filter((column) => !told.has(column))).toEqual([]);
});

/** The columns that the oracle tells in a world that has all reports. */
async function toldIn(seed: number): Promise<readonly string[]> {
  const world = { ...worldOf(seed), reports: Object.keys(REPORTS) };
  const { start, faults, tenant } = world;
  const simulation = await Simulation.open({ seed, start, tenant: { ...tenant, faults } });
  try {
    const facts = factsOf(simulation.tenant, listed(world));
    const shown = { statusOf: () => undefined, textOf: () => '', isError: false };
    const { mailboxes, tenant: ofTables } = expectedRun({ world, policy: undefined, start, faults }, facts, shown);
    const seen = [...mailboxes, ofTables].flatMap(({ seen: { reports } }) => Object.entries(reports));
    return seen.flatMap(([report, { rows }]) =>
      rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, cell]) =>
          cell.is === 'unknown' && cell.isOpen === true ? [] : [`${report}.${column}`],
        ),
      ),
    );
  } finally {
    await simulation.close();
  }
}

const SCHEMA = parseJson(textOf('schemas/policy.schema.json'));

function keysAt(...path: readonly string[]): readonly string[] {
  const properties = path.reduce<ReturnType<typeof property>>((value, name) => property(value, name), SCHEMA);
  return isRecord(properties) ? Object.keys(properties) : [];
}

test('each key of a policy is in a world', () => {
  const keys = ['rules', 'exemptions'].flatMap((list) =>
    keysAt('properties', list, 'items', 'properties').map((key) => `${list}.${key}`),
  );
  const exemptions = POLICIES.flatMap((policy) => policy.exemptions);
  const own = new Set([
    ...RULES.flatMap((rule) => Object.keys(rule)).map((key) => `rules.${key}`),
    ...exemptions.flatMap((exemption) => Object.keys(exemption)).map((key) => `exemptions.${key}`),
    ...POLICIES.flatMap((policy) => Object.keys(policy)),
  ]);
  expect([...keys, ...keysAt('properties')].filter((key) => !own.has(key)).sort()).toEqual([]);
});

/** The keywords of a schema and of those in it, without what only looks like one. */
function keywordsIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn);
  if (!isRecord(schema)) return [];
  return Object.entries(schema).flatMap(([name, value]) => [name, ...keywordsIn(value)]);
}

test('each keyword of a schema is in a world', () => {
  const own = new Set(RULES.flatMap(({ when = {}, expect: expected }) => [when, expected].flatMap(keywordsIn)));
  const keywords = keysAt('definitions', 'schema', 'properties');
  expect(keywords.length).toBeGreaterThan(40);
  expect(keywords.filter((keyword) => !own.has(keyword)).sort()).toEqual([]);
});
