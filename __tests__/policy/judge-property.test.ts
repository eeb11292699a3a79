import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parseJson, type Json, type JsonObject } from '../../src/json.ts';
import type { Exemption, Rule } from '../../src/policy/policy-definition.ts';
import type { CellSchema } from '../../src/schema/cell-schema.ts';
import { worst, worstRow, type Verdict } from '../../src/policy/verdict.ts';
import type { MailboxRows, Row, RowContent, RowStatus } from '../../src/reports/rows.ts';
import { exemptionOf, judgeOf, ruleOf, THING, THINGS } from './judge-policy.ts';

const COLUMNS = Object.keys(THINGS.columns);
const FOLDED = new Set(['Audience', 'Days']);

const texts = fc.constantFrom(
  'none',
  'None',
  'ALL',
  'all',
  'contactsOnly',
  'CONTACTSONLY',
  'inconclusive',
  'other',
  'OTHER',
);
const days = fc.constantFrom('monday', 'Monday', 'FRIDAY', 'friday', 'weekend');
const scalars = fc.oneof(texts, days, fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.constant(null));
const values: fc.Arbitrary<Json> = fc.oneof(scalars, fc.array(days, { maxLength: 3 }));

const plain: fc.Arbitrary<JsonObject> = fc.oneof(
  values.map((value) => ({ const: value })),
  fc.array(values, { minLength: 1, maxLength: 4 }).map((some) => ({ enum: some })),
  fc.integer({ min: 0, max: 4 }).map((bound) => ({ minimum: bound })),
  fc.integer({ min: 0, max: 2 }).map((bound) => ({ maxItems: bound })),
  fc.constantFrom('string', 'array', 'boolean', 'null', 'integer').map((type) => ({ type })),
  days.map((day) => ({ type: 'array', contains: { const: day } })),
  fc.array(days, { minLength: 1 }).map((some) => ({ items: { enum: some } })),
);
const schemas: fc.Arbitrary<CellSchema> = fc.oneof(
  { weight: 4, arbitrary: plain },
  plain.map((schema) => ({ not: schema })),
  fc.array(plain, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  fc.tuple(plain, plain).map(([one, other]) => ({ if: one, then: other })),
  fc.boolean(),
);
const columnSchemas = fc.dictionary(fc.constantFrom('MailboxName', ...COLUMNS), schemas, { maxKeys: 3 });
const addresses = fc.constantFrom('ann@x.y', 'Bob@x.y', 'cat@z.y');
const rules = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    severity: fc.constantFrom('error', 'warning'),
    when: columnSchemas,
    expect: columnSchemas,
    report: fc.constantFrom('things', 'thing'),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);
const exemptions = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom(['*'], ['ann@x.y'], ['BOB@x.y', 'nobody@x.y'], ['*@x.?']),
      fc.constantFrom('2026-11-24', '2026-11-25', '2027-01-31'),
    )
    .map(([rule, mailboxes, expires]) => exemptionOf(rule, mailboxes, expires)),
  { maxLength: 3 },
);
const bodies = fc.record({
  status: fc.constantFrom<RowStatus>('ok', 'ok', 'ok', 'ok', 'failed', 'not-found'),
  content: fc.constantFrom<RowContent>('item', 'item', 'item', 'none'),
  incomplete: fc.option(
    fc.constantFrom(0, 1, 2, 3).map((at) => new Set([at])),
    { nil: undefined },
  ),
  cells: fc.array(values, { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
});
const mailboxes = fc
  .tuple(addresses, bodies, fc.array(bodies, { maxLength: 3 }))
  .map(([address, one, others]): MailboxRows => {
    const mailbox = { address, file: 'list.txt', line: 1 };
    const row = (body: typeof one): Row => ({ mailbox, error: '', ...body });
    return [row(one), ...others.map(row)];
  });

const ajv = new Ajv2020({ strict: false });

/** The schema with all texts in lower case. The schemas above have texts only under `const`, `enum` and `type`. */
const lower = (value: Json): Json =>
  parseJson(
    JSON.stringify(value)
      .toLowerCase()
      .replaceAll(/"(anyof|maxitems)"/g, respell),
  );
const respell = (keyword: string): string => (keyword === '"anyof"' ? '"anyOf"' : '"maxItems"');

/** Validates the row as one object against one object schema. Columns that compare case-insensitively are in lower case. */
function naiveHolds(row: Row, columns: Readonly<Record<string, CellSchema>>): boolean {
  return naiveCheck(columns)(row);
}

function naiveCheck(columns: Readonly<Record<string, CellSchema>>): (row: Row) => boolean {
  const fold = (column: string, value: Json): Json => (FOLDED.has(column) ? lower(value) : value);
  const properties = Object.entries(columns).map(([column, schema]): [string, Json] => [column, fold(column, schema)]);
  const schema: JsonObject = { type: 'object', properties: Object.fromEntries(properties) };
  const validate = ajv.compile(schema);
  return (row) => {
    const whole = Object.fromEntries(COLUMNS.map((column, at) => [column, fold(column, row.cells[at] ?? null)]));
    return validate({ ...whole, MailboxName: row.mailbox.address });
  };
}

const ITEMS = ['monday', 'Monday', 'FRIDAY', 'friday', 'weekend', 'none'];
/** Items that a partly known list may have in addition to those shown: it has one at least, and those of the schemas have three at most. */
const FURTHER = [...ITEMS.map((item) => [item]), ...ITEMS.flatMap((one) => ITEMS.map((other) => [one, other]))];

/**
 * Undefined if the value is unknown. A list that is not fully known has what it shows, which decides only `certain`, and only if
 * further items would not change that.
 */
function naiveResult(row: Row, [column, schema]: [string, CellSchema], certain: boolean): boolean | undefined {
  const at = COLUMNS.indexOf(column);
  const check = naiveCheck({ [column]: schema });
  const holds = check(row);
  if (row.incomplete?.has(at) !== true) return holds;
  const cell = row.cells[at];
  if (!Array.isArray(cell) || cell.length === 0 || holds !== certain) return undefined;
  const longer = FURTHER.flatMap((items) =>
    items.reduce<readonly Json[][]>((lists, item) => lists.flatMap((list) => withItem(list, item)), [cell]),
  );
  return longer.every((list) => check({ ...row, cells: row.cells.with(at, list) }) === holds) ? holds : undefined;
}

/** The list with an item at each place. */
function withItem(list: readonly Json[], item: Json): Json[][] {
  return [...list.keys(), list.length].map((at) => list.toSpliced(at, 0, item));
}

function naiveVerdict(rule: Rule, row: Row, granted: readonly Exemption[]): Verdict | undefined {
  const { MailboxName: ofAddress } = rule.when;
  const isElsewhere = ofAddress !== undefined && !naiveHolds(row, { MailboxName: ofAddress });
  if (row.status !== 'ok' || row.content === 'none') {
    if (isElsewhere) return undefined;
    return row.status === 'ok' ? 'pass' : 'inconclusive';
  }
  const applies = Object.entries(rule.when).map((condition) => naiveResult(row, condition, true));
  if (applies.includes(false)) return undefined;
  if (applies.includes(undefined)) return 'inconclusive';
  const results = Object.entries(rule.expect).map((condition) => naiveResult(row, condition, false));
  if (!results.includes(false)) return results.includes(undefined) ? 'inconclusive' : 'pass';
  const address = row.mailbox.address.toLowerCase();
  const isExempt = granted.some(
    ({ rule: id, mailboxes: patterns, expires }) =>
      id === rule.id &&
      expires >= '2026-11-25' &&
      patterns.some(({ pattern }) =>
        pattern.startsWith('*') ? address.includes(pattern.slice(1, 4)) : pattern.toLowerCase() === address,
      ),
  );
  if (isExempt) return 'exempt';
  return rule.severity === 'error' ? 'fail' : 'warn';
}

test('verdicts equal a plain evaluation of each row as one object', () => {
  fc.assert(
    fc.property(rules, exemptions, fc.array(mailboxes, { minLength: 1, maxLength: 6 }), (parts, granted, all) => {
      const made = parts.map(ruleOf);
      const judge = judgeOf(made, granted);
      for (const { name } of [THINGS, THING]) {
        const own = made.filter(({ report }) => report === name);
        const judgeReport = judge.judgeOf(name);
        expect(judgeReport === undefined).toBe(own.length === 0);
        for (const rows of all) {
          const verdict = judgeReport?.(rows);
          if (verdict === undefined) continue;
          const wanted = own.map((rule) => rows.map((row) => naiveVerdict(rule, row, granted)));
          const defined = (verdicts: readonly (Verdict | undefined)[]): Verdict[] =>
            verdicts.filter((one) => one !== undefined);
          expect(verdict.rules.map(({ rule }) => rule)).toEqual(own);
          expect(verdict.rules.map((one) => one.verdict)).toEqual(wanted.map((ofRows) => worstRow(defined(ofRows))));
          expect(verdict.rows).toEqual(
            rows.map((_, at) => ({
              verdict: rows[at]?.status === 'ok' ? worst(defined(wanted.map((ofRows) => ofRows[at]))) : 'inconclusive',
              violations: own
                .filter((__, which) => ['fail', 'warn', 'exempt'].includes(wanted[which]?.[at] ?? 'pass'))
                .map(({ id }) => id),
            })),
          );
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('never passes an unreadable row, or a row with an incomplete cell in "expect"', () => {
  fc.assert(
    fc.property(rules, exemptions, mailboxes, (parts, granted, rows) => {
      for (const { name } of [THINGS, THING]) {
        const verdict = judgeOf(parts.map(ruleOf), granted).judgeOf(name)?.(rows);
        for (const { verdict: result, findings, rule } of verdict?.rules ?? []) {
          const unreadable = rows.some(({ status }) => status !== 'ok');
          const isElsewhere = rule.when.MailboxName !== undefined && result === undefined;
          expect(unreadable && !isElsewhere && (result === 'pass' || result === undefined)).toBe(false);
          const expected = Object.keys(rule.expect).map((column) => COLUMNS.indexOf(column));
          const isUnknown = rows.some(
            ({ status, content, incomplete }) =>
              status === 'ok' && content === 'item' && expected.some((at) => incomplete?.has(at)),
          );
          expect(isUnknown && Object.keys(rule.when).length === 0 && result === 'pass').toBe(false);
          // Only verdicts that require findings have them.
          const reasons = new Set(findings.map((finding) => finding.verdict));
          expect(reasons.has('fail') || reasons.has('warn') || reasons.has('exempt')).toBe(
            rows.some((row) => ['fail', 'warn', 'exempt'].includes(naiveVerdict(rule, row, granted) ?? 'pass')),
          );
        }
      }
    }),
    { numRuns: 40 },
  );
});
