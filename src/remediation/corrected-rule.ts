import type { Baseline } from '../policy/baseline/baseline-file.ts';
import { correctedReport, type Policy, type Rule } from '../policy/policy-definition.ts';
import { MAILBOX_COLUMN, referenceOf, type ReportDefinition } from '../reports/definition.ts';
import type { ColumnSchemas } from '../reports/highlight.ts';

/** A policy and its baseline as remediation judges them. */
export interface CorrectedPolicy {
  readonly policy: Policy;
  readonly baseline: Baseline | undefined;
}

/**
 * The policy with each rule that changes another report as a rule of that report, whose rows are then those that are changed:
 * `accounts` that expects `mailbox-properties.Hidden` becomes `mailbox-properties` that expects `Hidden`, and names columns of
 * `accounts`. Both have one row a mailbox, so that the same mailboxes violate it. The baseline names the columns as the policy does.
 */
export function withCorrectedReports(
  policy: Policy,
  baseline: Baseline | undefined,
  available: ReadonlyMap<string, ReportDefinition>,
): CorrectedPolicy {
  const moved = new Map<string, string>();
  const rules = policy.rules.map((rule) => {
    const own = available.get(rule.report);
    const target = rule.set && own && correctedReport(own, Object.keys(rule.expect));
    if (own === undefined || target === undefined || target === own.name) return rule;
    moved.set(rule.id, target);
    return movedRule(rule, own, target);
  });
  const entries = baseline?.entries.map((entry) => {
    const target = moved.get(entry.rule);
    return target === undefined ? entry : { ...entry, column: entry.column.replace(`${target}.`, '') };
  });
  return { policy: { ...policy, rules }, baseline: baseline && entries && { ...baseline, entries } };
}

function movedRule(rule: Rule, own: ReportDefinition, target: string): Rule {
  const renamed = (written: string): string => {
    const reference = referenceOf(own, written);
    if (reference?.report === target) return reference.column;
    const isOfAll = written === MAILBOX_COLUMN || own.listColumns?.has(written) === true;
    return reference !== undefined || isOfAll ? written : `${own.name}.${written}`;
  };
  const columns = (schemas: ColumnSchemas): ColumnSchemas =>
    Object.fromEntries(Object.entries(schemas).map(([column, schema]) => [renamed(column), schema]));
  return {
    ...rule,
    report: target,
    when: columns(rule.when),
    expect: columns(rule.expect),
    message: undefined,
    set: rule.set?.map((setting) =>
      setting.column === undefined ? setting : { ...setting, column: renamed(setting.column) },
    ),
  };
}
