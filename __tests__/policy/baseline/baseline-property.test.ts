import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { violationIdentity } from '../../../src/policy/baseline/baseline-entry.ts';
import type { PlacedEntry } from '../../../src/policy/baseline/baseline-file.ts';
import { compilePolicy } from '../../../src/policy/judge.ts';
import { addressOf } from '../../../src/policy/subject.ts';
import type { Finding } from '../../../src/policy/verdict.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../../../src/reports/built-in/mailbox-permissions.ts';
import { mailboxSettings } from '../../../src/reports/built-in/mailbox-settings.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { readRow } from '../../outputs/rows.ts';
import { NOW, policyOf, ruleOf, THINGS } from '../judge-policy.ts';

type Cells = readonly string[];

const REPORTS: readonly ReportDefinition[] = [THINGS, inboxRules, mailboxPermissions, mailboxSettings];

/** The findings of a rule about one column, which may be `good` only. */
function findings(report: ReportDefinition, column: string, rows: readonly Cells[], entries?: readonly PlacedEntry[]) {
  const rule = ruleOf({ report: report.name, expect: { [column]: { const: 'good' } } });
  const baseline = entries && { file: 'baseline.csv', entries };
  const judge = compilePolicy(policyOf([rule]), [{ ...report, types: {} }], NOW, baseline).judgeOf(report.name);
  const [first, ...others] = rows.map((cells) => readRow('ann@x.y', [...cells]));
  if (judge === undefined || first === undefined) throw new Error('nothing to judge');
  return judge([first, ...others]).rules.flatMap((one) => one.findings);
}

function accepted(all: readonly Finding[]): PlacedEntry[] {
  return all.map((finding, at) => ({
    ...violationIdentity(finding.rule.id, addressOf(finding.subject), { ...finding, row: finding.rowDigest }),
    addedOn: '2026-11-26',
    line: at + 2,
  }));
}

/** The columns that identify a row: its violation is another one if such a cell differs. */
function identifying({ rows, item, row, columns }: ReportDefinition): readonly string[] {
  if (rows === undefined) return [];
  return row === undefined ? Object.keys(columns) : [...(item ?? []).flat(), ...row];
}

test('a baseline of everything accepts no row of which one cell is another', () => {
  const anyCase = fc.constantFrom(...REPORTS).chain((report) => {
    const columns = Object.keys(report.columns);
    const cell: fc.Arbitrary<string> = fc.constantFrom('good', 'bad', 'worse');
    const row = fc.array(cell, { minLength: columns.length, maxLength: columns.length });
    return fc.record({
      report: fc.constant(report),
      rows: fc.array(row, { minLength: 1, maxLength: report.rows === undefined ? 1 : 4 }),
      column: fc.constantFrom(...columns),
      changed: fc.record({ row: fc.nat(3), column: fc.constantFrom(...columns) }),
    });
  });
  fc.assert(
    fc.property(anyCase, ({ report, rows, column, changed }) => {
      const entries = accepted(findings(report, column, rows));
      expect(findings(report, column, rows, entries).every(({ verdict }) => verdict === 'known')).toBe(true);

      const columns = Object.keys(report.columns);
      const at = changed.row % rows.length;
      const before = rows[at] ?? [];
      const after = before.with(columns.indexOf(changed.column), 'new');
      const isViolated = changed.column === column || before[columns.indexOf(column)] !== 'good';
      fc.pre(isViolated && (changed.column === column || identifying(report).includes(changed.column)));
      const verdicts = findings(report, column, rows.with(at, after), entries).map(({ verdict }) => verdict);
      expect(verdicts).toContain('fail');
    }),
    { numRuns: 200 },
  );
});
