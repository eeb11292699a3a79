import { compileConditions, type Condition } from '../reports/conditions.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Rule } from './definition.ts';

/** A rule, compiled for the rows of its report. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly when: readonly Condition[];
  readonly expect: readonly Condition[];
  /** Whether the report has several rows a mailbox, so that a finding has to name its row. */
  readonly manyRows: boolean;
  /** Counted by the evaluation. */
  readonly usage: RuleUsage;
}

/** How often a rule applied. Only mailboxes with a row to evaluate count, not unreadable ones or those without items. */
export interface RuleUsage {
  readonly rule: Rule;
  mailboxes: number;
  /** Mailboxes with a row that meets the rule's `when`, or may meet it. */
  applied: number;
}

/**
 * Throws if the report lacks a column of the rule. Rules of a policy file have been checked for that.
 *
 * @param now epoch ms: what `now` and `today` mean in limits of dates
 */
export function compileRule(usage: RuleUsage, report: ReportDefinition, now: number): CompiledRule {
  const { rule } = usage;
  return {
    rule,
    when: compileConditions(rule.when, report, now),
    expect: compileConditions(rule.expect, report, now),
    manyRows: report.rows !== undefined,
    usage,
  };
}
