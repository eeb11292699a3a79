import { cellText } from '../text/display.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Row } from '../reports/row.ts';
import { violationIdentity, type BaselineIndex } from './baseline/baseline.ts';
import { isMet, isUnknown, valueOf } from '../reports/conditions.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Exemption } from './definition.ts';
import type { ExemptionIndex } from './exemptions.ts';
import { worse, worseRow, type Finding, type RuleVerdict, type Verdict } from './verdict.ts';

/** Violations that do not fail the step. */
export interface AcceptedViolations {
  readonly exemptions: ExemptionIndex;
  readonly baseline: BaselineIndex | undefined;
}

/** Evaluates one rule for one mailbox, row by row. */
export class RuleEvaluation {
  readonly #compiled: CompiledRule;
  readonly #exemptions: ExemptionIndex;
  readonly #baseline: BaselineIndex | undefined;
  readonly #mailbox: Mailbox;
  readonly #findings: Finding[] = [];
  #verdict: Verdict | undefined;
  #hasRows = false;
  #applied = false;
  /** Whether it may have violations that were not found. */
  #isUncertain = false;
  /** Looked up once, at the first violation; null if there is none. */
  #exemption: Exemption | null | undefined;

  constructor(compiled: CompiledRule, { exemptions, baseline }: AcceptedViolations, mailbox: Mailbox) {
    this.#compiled = compiled;
    this.#exemptions = exemptions;
    this.#baseline = baseline;
    this.#mailbox = mailbox;
  }

  get rule(): CompiledRule['rule'] {
    return this.#compiled.rule;
  }

  /** Evaluates a row. Returns undefined if the rule does not apply to it. */
  add(row: Row): Verdict | undefined {
    const verdict = this.#evaluate(row);
    if (row.status === 'ok' && row.content === 'item') {
      this.#hasRows = true;
      this.#applied ||= verdict !== undefined;
    }
    if (verdict === 'inconclusive') this.#isUncertain = true;
    if (verdict !== undefined) this.#verdict = this.#verdict === undefined ? verdict : worseRow(this.#verdict, verdict);
    return verdict;
  }

  /** The verdict for all rows. Call it once, after the last row. */
  result(): RuleVerdict {
    const { usage } = this.#compiled;
    if (this.#hasRows) usage.mailboxes += 1;
    if (this.#applied) usage.applied += 1;
    if (this.#verdict === 'inconclusive') this.#exemptions.doubt(this.rule.id, this.#mailbox.address);
    if (!this.#isUncertain) this.#baseline?.settle(this.rule.id, this.#mailbox.address);
    return { rule: this.rule, verdict: this.#verdict, findings: this.#findings };
  }

  #evaluate(row: Row): Verdict | undefined {
    const { when, expect } = this.#compiled;
    // Of an unreadable mailbox, or one without items, only the address is known.
    const known = row.content === 'none' || row.status !== 'ok' ? when.filter(({ cell }) => cell === undefined) : when;
    if (known.some((condition) => !isUnknown(condition, row) && !isMet(condition, row))) return undefined;
    if (row.status !== 'ok') return 'inconclusive';
    if (row.content === 'none') return 'pass';
    if (!when.some((condition) => isUnknown(condition, row))) {
      const violated = expect.filter((condition) => !isUnknown(condition, row) && !isMet(condition, row));
      if (violated.length > 0) {
        this.#isUncertain ||= expect.some((condition) => isUnknown(condition, row));
        return this.#violation(row, violated);
      }
    }
    if (![...when, ...expect].some((condition) => isUnknown(condition, row))) return 'pass';
    this.#findings.push({
      ...{ rule: this.rule, verdict: 'inconclusive', mailbox: row.mailbox, item: this.#itemOf(row) },
      ...{ column: '', found: null, expected: '' },
    });
    return 'inconclusive';
  }

  #violation(row: Row, violated: CompiledRule['expect']): Verdict {
    const { rule } = this;
    if (this.#exemption === undefined) this.#exemption = this.#exemptions.cover(rule.id, row.mailbox.address) ?? null;
    const exemption = this.#exemption ?? undefined;
    const failure = rule.severity === 'error' ? 'fail' : 'warn';
    const item = this.#itemOf(row);
    let worst: Verdict = 'pass';
    for (const condition of violated) {
      const { column, expected } = condition;
      const found = valueOf(condition, row);
      // Also for an exempt violation, since its entry is still needed when the exemption has expired.
      const entry = this.#baseline?.find(violationIdentity(rule.id, row.mailbox.address, { item, column, found }));
      const verdict = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
      const addedOn = verdict === 'known' ? entry?.addedOn : undefined;
      this.#findings.push({ rule, verdict, mailbox: row.mailbox, item, column, found, expected, exemption, addedOn });
      worst = worse(worst, verdict);
    }
    return worst;
  }

  #itemOf({ cells }: Row): string {
    return this.#compiled.manyRows ? cellText(cells[0]) : '';
  }
}
