import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import { compilePolicy } from '../../src/policy/judge.ts';
import { worstRow, type Verdict } from '../../src/policy/verdict.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { MailboxRows, Row } from '../../src/reports/rows.ts';
import { NOW, policyOf, ruleOf } from './judge-policy.ts';

const OWN: ReportDefinition = {
  name: 'own',
  permissions: [],
  request: { path: 'own', version: 'v1.0' },
  rows: 'value',
  columns: { Name: 'a', Size: 'b', Tags: 'c' },
};
const OTHER: ReportDefinition = { ...OWN, name: 'other', rows: undefined, columns: { Size: 'a', Tags: 'b' } };
const COLUMNS = ['Size', 'Tags', 'other.Size', 'other.Tags'] as const;
type Column = (typeof COLUMNS)[number];

/** A condition with its meaning, apart from JSON Schema: a comparison of a number, or what a list contains. */
interface Meant {
  readonly schema: JsonObject;
  readonly holds: (cell: Json) => boolean;
}

const limits = fc.integer({ min: 0, max: 3 });
const conditions: fc.Arbitrary<Meant> = fc.oneof(
  limits.map((limit) => ({
    schema: { type: 'integer', maximum: limit },
    holds: (cell: Json): boolean => typeof cell === 'number' && cell <= limit,
  })),
  fc.constant({ schema: { type: 'null' }, holds: (cell: Json): boolean => cell === null }),
  limits.map((limit) => ({
    schema: { not: { type: 'array', contains: { const: limit } } },
    holds: (cell: Json): boolean => !(Array.isArray(cell) && cell.includes(limit)),
  })),
);
const someColumns = fc.dictionary(fc.constantFrom(...COLUMNS), conditions, { maxKeys: 3 });
const cells = fc.record({
  size: fc.option(limits),
  tags: fc.array(limits, { maxLength: 2 }),
  unknown: fc.uniqueArray(fc.constantFrom('Size', 'Tags'), { maxLength: 2 }),
  state: fc.constantFrom('item', 'item', 'item', 'none', 'unread'),
});
type Cells = typeof cells extends fc.Arbitrary<infer C> ? C : never;

const MAILBOX = { address: 'ann@x.y', file: 'list.txt', line: 1 };

function rowOf({ size, tags, unknown, state }: Cells, columns: readonly string[]): Row {
  const values: Record<string, Json> = { Name: 'n', Size: size, Tags: tags };
  if (state !== 'item') {
    const status = state === 'none' ? 'ok' : 'failed';
    return { mailbox: MAILBOX, status, error: '', content: 'none', cells: columns.map(() => null) };
  }
  const incomplete = new Set(unknown.map((name) => columns.indexOf(name)));
  const shown = columns.map((name) =>
    incomplete.has(columns.indexOf(name)) && name === 'Size' ? null : (values[name] ?? null),
  );
  return { mailbox: MAILBOX, status: 'ok', error: '', content: 'item', cells: shown, incomplete };
}

/** True, false, or undefined if it is not known: a list that is known in part decides only what more items cannot change. */
function resultOf(column: Column, meant: Meant, own: Cells, other: Cells | undefined, certain: boolean) {
  const source = column.startsWith('other.') ? other : own;
  if (source?.state !== 'item') return undefined;
  const name = column.endsWith('Size') ? 'Size' : 'Tags';
  const value = name === 'Size' ? source.size : source.tags;
  if (!source.unknown.includes(name)) return meant.holds(value);
  if (name === 'Size' || source.tags.length === 0) return undefined;
  return meant.holds(value) === certain ? certain : undefined;
}

function expectedVerdict(
  when: Readonly<Record<string, Meant>>,
  expected: Readonly<Record<string, Meant>>,
  own: Cells,
  other: Cells | undefined,
): Verdict | undefined {
  const decide = (columns: Readonly<Record<string, Meant>>, certain: boolean) =>
    COLUMNS.flatMap((column) => {
      const meant = columns[column];
      if (meant === undefined || (own.state !== 'item' && !column.startsWith('other.'))) return [];
      return [resultOf(column, meant, own, other, certain)];
    });
  const applies = decide(when, true);
  if (applies.includes(false)) return undefined;
  if (own.state === 'unread') return 'inconclusive';
  if (own.state === 'none') return 'pass';
  const results = decide(expected, false);
  if (!applies.includes(undefined) && results.includes(false)) return 'fail';
  return applies.includes(undefined) || results.includes(undefined) ? 'inconclusive' : 'pass';
}

const schemasOf = (columns: Readonly<Record<string, Meant>>): Record<string, JsonObject> =>
  Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema]));

test('a rule across two reports gives what each of its conditions gives by itself', () => {
  const others = fc.option(
    cells.map((other) => ({ ...other, state: other.state === 'none' ? 'item' : other.state })),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      someColumns,
      someColumns,
      fc.array(cells, { minLength: 1, maxLength: 3 }),
      others,
      fc.boolean(),
      (when, expected, [first, ...rest], other, isInRun) => {
        if (first === undefined) return;
        const rule = ruleOf({ report: 'own', when: schemasOf(when), expect: schemasOf(expected) });
        const judge = compilePolicy(policyOf([rule]), isInRun ? [OWN, OTHER] : [OWN], NOW).judgeOf('own');
        const toRow = (one: Cells): Row => rowOf(one, ['Name', 'Size', 'Tags']);
        const rows: MailboxRows = [toRow(first), ...rest.map(toRow)];
        const read = isInRun ? other : undefined;
        const otherRow = read && rowOf(read, ['Size', 'Tags']);
        const verdict = judge?.(rows, (name) => (name === 'other' && otherRow ? [otherRow] : undefined));
        const expectedOfRows = [first, ...rest].map((own) => expectedVerdict(when, expected, own, read));
        expect(verdict?.rules[0]?.verdict).toBe(worstRow(expectedOfRows.filter((one) => one !== undefined)));
      },
    ),
    { numRuns: 1_000 },
  );
});
