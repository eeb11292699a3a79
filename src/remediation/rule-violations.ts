import { isText, isWhole, objectOf, type Shape } from '../files/json-shape.ts';

/** How many rows violate a rule that has `set`, or may violate it, by what becomes of them. */
export interface RuleViolations {
  readonly rule: string;
  readonly planned: number;
  readonly exempt: number;
  readonly known: number;
  readonly inconclusive: number;
  readonly notChangeable: number;
}

export const isRuleViolations: Shape<RuleViolations> = objectOf({
  rule: isText,
  planned: isWhole,
  exempt: isWhole,
  known: isWhole,
  inconclusive: isWhole,
  notChangeable: isWhole,
});

/** How many violations are neither planned, exempt nor known. What is inconclusive may be one. */
export function leftOutCount(violations: readonly RuleViolations[]): number {
  return violations.reduce((sum, { inconclusive, notChangeable }) => sum + inconclusive + notChangeable, 0);
}
