import { hash } from 'node:crypto';
import { referenceText, type ControlReference } from './catalogue.ts';

/** SHA-256, in hex, of what a rule decides: whatever else it says, rules with the same digest give the same results of controls. */
export function ruleDigest(rule: {
  readonly report: string;
  readonly when: object;
  readonly expect: object;
  readonly controls?: readonly ControlReference[] | undefined;
}): string {
  const { report, when, expect, controls = [] } = rule;
  return hash('sha256', JSON.stringify({ report, when, expect, controls: controls.map(referenceText) }));
}
