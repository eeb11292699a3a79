import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObject, parseJson, type Json } from '../../src/json.ts';
import type { Rule } from '../../src/policy/policy-definition.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { compilePolicy } from '../../src/policy/judge.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { isDerivedReport, type ReportDefinition } from '../../src/reports/definition.ts';
import { loadPlainText } from '../../src/reports/expressions/plain-text.ts';
import { rowsOf, type MailboxRows } from '../../src/reports/rows.ts';
import type { CellSchema } from '../../src/schema/cell-schema.ts';
import { answeredRows } from '../reports/answered-rows.ts';
import { filesLike, textOf } from '../docs/repository.ts';
import { NOW, ruleOf } from './judge-policy.ts';
import { ANSWERS, isAnAnswer, type Answer } from './answers.ts';

beforeAll(loadPlainText);

/** A report that is made of others has no answers of its own. */
const REPORTS = [...builtInReports.values()].filter((report) => !isDerivedReport(report));
/** Without the policies about report files, and without those whose rules are about a register instead of an answer. */
const FILES = (await filesLike('examples/policies/*.yml')).filter((file) => !/^register:/m.test(textOf(file)));
const STARTERS = FILES.flatMap((file) =>
  (parsePolicyFile(textOf(file), file, []).value?.rules ?? []).map((rule) => ({ ...rule, id: `${rule.id}-${file}` })),
);
const mailbox = { address: 'megan@contoso.com', file: 'list.txt', line: 1 };

/** The rows that a report makes of an answer, as a run has them. A page that is missing could not be read. */
function rowsFrom(report: ReportDefinition, pages: Answer): MailboxRows {
  return rowsOf(mailbox, answeredRows(report, pages), report);
}

/**
 * For each known cell, a rule that it violates, and a rule that applies by it and is violated. A list violates a rule by having
 * items, so that a part of it does too.
 */
function rulesAgainst(report: ReportDefinition, rows: MailboxRows): Rule[] {
  return rows.flatMap(({ cells, incomplete }, row) =>
    Object.keys(report.columns).flatMap((column, at): Rule[] => {
      const cell = cells[at] ?? null;
      // The SID of a trustee is another name for the same one.
      if (column === 'Trustee') return [];
      if (incomplete?.has(at) === true || (Array.isArray(cell) && cell.length === 0)) return [];
      const filled: CellSchema = { type: 'array', minItems: 1 };
      const same = Array.isArray(cell) ? filled : { const: cell };
      const id = `${row}-${column}`;
      return [
        ruleOf({ id: `${id}-is`, report: report.name, expect: { [column]: { not: same } } }),
        ruleOf({ id: `${id}-when`, report: report.name, when: { [column]: same }, expect: { MailboxName: false } }),
      ];
    }),
  );
}

type Path = readonly (string | number)[];

/** The paths of all values within a value. */
function pathsIn(value: Json, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const path = [...above, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsIn(part, path)];
  });
}

function valueAt(value: Json, path: Path): Json {
  let found: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isObject(found) ? found[String(key)] : undefined;
  }
  return found ?? null;
}

type Change = 'left out' | 'null' | 'empty' | 'another type';
interface Damage {
  readonly at: number;
  readonly change: Change;
  readonly other: Json;
}

const typeOf = (value: Json): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** The value in place of another; undefined: it is left out. An item of a list cannot be, as that would be another list. */
function replacement(value: Json, { change, other }: Damage, isItem: boolean): Json | undefined {
  if (change === 'left out') return isItem ? null : undefined;
  if (change === 'null') return null;
  if (change === 'empty') return Array.isArray(value) ? [] : isObject(value) ? {} : '';
  return typeOf(other) === typeOf(value) || value === null ? undefined : other;
}

/** The answer with some values damaged, unless the new value is an answer too. */
function damaged(report: string, answer: Answer, damages: readonly Damage[]): Answer {
  const copy = parseJson(JSON.stringify(answer));
  if (!isObject(copy)) throw new Error('no pages');
  for (const damage of damages) {
    const paths = pathsIn(copy).filter((path) => path.length > 1);
    const path = paths[damage.at % Math.max(paths.length, 1)];
    if (path === undefined) continue;
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1) ?? '';
    const value = replacement(valueAt(answer, path), damage, Array.isArray(parent));
    const name = path.slice(1).map((part) => (typeof part === 'number' ? '*' : part));
    if (isAnAnswer(report, name.join('.'), value)) continue;
    if (Array.isArray(parent)) parent[Number(key)] = value ?? null;
    else if (isObject(parent) && value === undefined) Reflect.deleteProperty(parent, key);
    else if (isObject(parent)) parent[key] = value ?? null;
  }
  return copy;
}

const OTHERS: readonly Json[] = [0, 7, 'x', true, false, [], {}, ['x'], [0], { a: 1 }, [{ a: 1 }]];
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(10_000),
  change: fc.constantFrom<Change>('left out', 'null', 'empty', 'another type'),
  other: fc.constantFrom(...OTHERS),
});

const hasPassed = (verdict: Verdict | undefined): boolean => verdict === undefined || verdict === 'pass';

describe.each(REPORTS.map((report) => [report.name, report] as const))('%s', (name, report) => {
  const answers = ANSWERS[name] ?? [];

  test('gives no verdict that is better for an answer with values left out, null, empty or of another type', () => {
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      const untouched = rowsFrom(report, answer);
      const rules = [...rulesAgainst(report, untouched), ...STARTERS.filter((rule) => rule.report === name)];
      const judge = compilePolicy({ file: 'policy.yml', rules, exemptions: [] }, REPORTS, NOW).judgeOf(name);
      const verdictsOf = (rows: MailboxRows) => judge?.(rows).rules.map(({ verdict }) => verdict) ?? [];
      const before = verdictsOf(untouched);
      expect(before).toContain('fail');
      fc.assert(
        fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
          const changed = damaged(name, answer, damages);
          const after = verdictsOf(rowsFrom(report, changed));
          const better = rules.filter((_, at) => !hasPassed(before[at]) && hasPassed(after[at])).map(({ id }) => id);
          expect({ changed, better }).toEqual({ changed, better: [] });
        }),
        { numRuns: 80 },
      );
    }
  });
});
