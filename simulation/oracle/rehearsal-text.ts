/** What the table of a rehearsal says of a rule. */
export interface RuleLine {
  readonly rule: string;
  readonly presence: string;
  readonly severity: string;
  /** Before, after, new, fewer, no longer fails, newly known, newly exempt, inconclusive. */
  readonly numbers: readonly number[];
}

/** The rules in the table of a rehearsal, in Markdown. */
export function ruleLines(summary: string): readonly RuleLine[] {
  const lines = summary.matchAll(/^\| `([^`]+)`(?: \((added|removed)\))? \| ([^|]+) \|((?: [^|]+ \|){8})$/gm);
  return [...lines].map(([, rule = '', presence = 'kept', severity = '', cells = '']) => ({
    rule,
    presence,
    severity,
    numbers: cells
      .split('|')
      .slice(0, -1)
      .map((cell) => Number(cell.replaceAll(',', ''))),
  }));
}
