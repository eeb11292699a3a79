import { cellText } from '../text/display.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/row.ts';
import type { MailboxRows } from '../reports/row.ts';
import type { Exemption } from './definition.ts';
import type { ExemptionIndex } from './exemptions.ts';
import {
  cellOf,
  concernsAddress,
  holds,
  isAboutAddress,
  isIncomplete,
  type CompiledRule,
  type Condition,
} from './judge-rule.ts';
import {
  weightier,
  worse,
  type Finding,
  type ReportVerdict,
  type RowVerdict,
  type RuleVerdict,
  type Verdict,
} from './verdict.ts';

/** Says what the rules of a report make of a mailbox. Call it once for each. */
export type ReportJudge = (rows: MailboxRows) => ReportVerdict;

const PASSED: RowVerdict = Object.freeze({ verdict: 'pass', violations: Object.freeze([]) });
const INCONCLUSIVE: RowVerdict = Object.freeze({ verdict: 'inconclusive', violations: Object.freeze([]) });

/** @param rules those of the report, at least one, in the policy's order */
export function reportJudge(
  report: ReportDefinition,
  rules: readonly CompiledRule[],
  exemptions: ExemptionIndex,
): ReportJudge {
  const named = report.rows !== undefined;
  const single = singleJudge(rules, exemptions, named);
  const judge: ReportJudge = (rows) =>
    (rows.length === 1 ? single(rows[0]) : undefined) ?? fullVerdict(rows, rules, exemptions, named);
  if (!rules.some(({ rule }) => exemptions.has(rule.id))) return judge;
  return (rows) => {
    const said = judge(rows);
    for (const { rule, verdict } of said.rules) {
      if (verdict === 'inconclusive') exemptions.doubt(rule.id, rows[0].mailbox.address);
    }
    return said;
  };
}

/**
 * Judges a mailbox of one row; undefined if a cell is not fully known. Most mailboxes break no rule: the verdict of
 * the mailbox before is given again where it is the same, so that nothing has to be made.
 */
function singleJudge(
  rules: readonly CompiledRule[],
  exemptions: ExemptionIndex,
  named: boolean,
): (row: Row) => ReportVerdict | undefined {
  const unread: ReportVerdict = { rows: [INCONCLUSIVE], rules: rules.map(({ inconclusive }) => inconclusive) };
  const passed: ReportVerdict = { rows: [PASSED], rules: rules.map((rule) => rule.passed) };
  const addressed = rules.some(({ when }) => when.some(isAboutAddress));
  const ofConcerned = (
    { rows }: ReportVerdict,
    row: Row,
    said: (rule: CompiledRule) => RuleVerdict,
  ): ReportVerdict => ({
    rows,
    rules: rules.map((rule) => (concernsAddress(rule, row) ? said(rule) : rule.unconcerned)),
  });
  let last = passed;
  return (row) => {
    if (row.status !== 'ok') return addressed ? ofConcerned(unread, row, (rule) => rule.inconclusive) : unread;
    if (row.content === 'none') return addressed ? ofConcerned(passed, row, (rule) => rule.passed) : passed;
    if (row.incomplete !== undefined) return undefined;
    let fresh: RuleVerdict[] | undefined;
    let anyBroken = false;
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at];
      if (rule === undefined) continue;
      let said = rule.unconcerned;
      if (allHold(rule.when, row)) {
        said = allHold(rule.expect, row) ? rule.passed : brokenVerdict(rule, row, exemptions, named);
      }
      if (said.findings.length > 0) anyBroken = true;
      if (fresh !== undefined) fresh.push(said);
      else if (said !== last.rules[at]) fresh = [...last.rules.slice(0, at), said];
    }
    if (fresh === undefined) return last;
    if (anyBroken) return { rows: [brokenRow(fresh)], rules: fresh };
    last = { rows: passed.rows, rules: fresh };
    return last;
  };
}

function brokenVerdict(compiled: CompiledRule, row: Row, exemptions: ExemptionIndex, named: boolean): RuleVerdict {
  const { rule, broken } = compiled;
  const exemption = exemptions.cover(rule.id, row.mailbox.address);
  const findings = breaches(compiled, row, named, exemption);
  return { rule, verdict: exemption === undefined ? broken : 'exempt', findings };
}

function brokenRow(rules: readonly RuleVerdict[]): RowVerdict {
  let verdict: Verdict = 'pass';
  const violations: string[] = [];
  for (const { rule, verdict: said, findings } of rules) {
    if (said === undefined || findings.length === 0) continue;
    verdict = worse(verdict, said);
    violations.push(rule.id);
  }
  return { verdict, violations };
}

/** Of a row that Graph shows whole. */
function allHold(conditions: readonly Condition[], row: Row): boolean {
  for (const condition of conditions) {
    if (!holds(condition, row)) return false;
  }
  return true;
}

/** Whether every condition of a rule's `when` holds for a row, or may hold: Graph may keep back what it looks at. */
function concerns({ when }: CompiledRule, row: Row): boolean {
  for (const condition of when) {
    if (!isIncomplete(condition, row) && !holds(condition, row)) return false;
  }
  return true;
}

/** Whether a rule is about a cell whose value is not fully known. */
function isUncertain({ when, expect }: CompiledRule, row: Row): boolean {
  return [...when, ...expect].some((condition) => isIncomplete(condition, row));
}

/** Whether a cell that is fully known violates the rule. */
function isBroken({ expect }: CompiledRule, row: Row): boolean {
  for (const condition of expect) {
    if (!isIncomplete(condition, row) && !holds(condition, row)) return true;
  }
  return false;
}

/** A finding for each cell that is not as the rule expects it. */
function breaches(
  { rule, expect, broken }: CompiledRule,
  row: Row,
  named: boolean,
  exemption: Exemption | undefined,
): Finding[] {
  const verdict = exemption === undefined ? broken : 'exempt';
  const item = itemOf(row, named);
  const findings: Finding[] = [];
  for (const condition of expect) {
    if (isIncomplete(condition, row) || holds(condition, row)) continue;
    const { column, expected } = condition;
    const found = cellOf(condition, row);
    findings.push({ rule, verdict, mailbox: row.mailbox, item, column, found, expected, exemption });
  }
  return findings;
}

/** Which of the mailbox's rows, where a report has many; '' where it has one. */
function itemOf({ cells }: Row, named: boolean): string {
  return named ? cellText(cells[0]) : '';
}

function fullVerdict(
  rows: MailboxRows,
  rules: readonly CompiledRule[],
  exemptions: ExemptionIndex,
  named: boolean,
): ReportVerdict {
  const sheets = rules.map((rule) => new Sheet(rule, exemptions, named));
  const verdicts = rows.map((row) => rowVerdict(sheets, row));
  return { rows: verdicts, rules: sheets.map((sheet) => sheet.verdict()) };
}

function rowVerdict(sheets: readonly Sheet[], row: Row): RowVerdict {
  let verdict: Verdict = 'pass';
  let violations: string[] | undefined;
  for (const sheet of sheets) {
    const said = sheet.judge(row);
    if (said === undefined || said === 'pass') continue;
    verdict = worse(verdict, said);
    if (said !== 'inconclusive') (violations ??= []).push(sheet.ruleId);
  }
  if (violations !== undefined) return { verdict, violations };
  // Whatever the rules make of its address.
  if (row.status !== 'ok') return INCONCLUSIVE;
  return verdict === 'pass' ? PASSED : INCONCLUSIVE;
}

/** What one rule says of one mailbox, row by row. */
class Sheet {
  readonly #compiled: CompiledRule;
  readonly #exemptions: ExemptionIndex;
  /** Whether the report has many rows a mailbox, of which a finding must tell which one it means. */
  readonly #named: boolean;
  #verdict: Verdict | undefined;
  #findings: Finding[] | undefined;
  /** Null where there is none; undefined until it has been looked for, which happens once a mailbox. */
  #exemption: Exemption | null | undefined;

  constructor(compiled: CompiledRule, exemptions: ExemptionIndex, named: boolean) {
    this.#compiled = compiled;
    this.#exemptions = exemptions;
    this.#named = named;
  }

  get ruleId(): string {
    return this.#compiled.rule.id;
  }

  /** Undefined where the rule does not concern the row. */
  judge(row: Row): Verdict | undefined {
    const said = this.#judge(row);
    if (said !== undefined) this.#verdict = this.#verdict === undefined ? said : weightier(this.#verdict, said);
    return said;
  }

  /** Of the rows until now. */
  verdict(): RuleVerdict {
    const { rule, passed, inconclusive, unconcerned } = this.#compiled;
    if (this.#findings !== undefined) return { rule, verdict: this.#verdict, findings: this.#findings };
    if (this.#verdict === undefined) return unconcerned;
    return this.#verdict === 'pass' ? passed : inconclusive;
  }

  #judge(row: Row): Verdict | undefined {
    if ((row.status !== 'ok' || row.content === 'none') && !concernsAddress(this.#compiled, row)) return undefined;
    if (row.status !== 'ok') return 'inconclusive';
    if (row.content === 'none') return 'pass';
    if (!concerns(this.#compiled, row)) return undefined;
    const said = this.#judgeCells(row);
    if (said !== 'pass' || !isUncertain(this.#compiled, row)) return said;
    const { rule } = this.#compiled;
    const item = itemOf(row, this.#named);
    const finding: Finding = {
      ...{ rule, mailbox: row.mailbox, item },
      ...{ verdict: 'inconclusive', column: '', found: null, expected: '' },
    };
    (this.#findings ??= []).push(finding);
    return 'inconclusive';
  }

  /** By the cells that Graph shows, where it is certain that the rule concerns the row. */
  #judgeCells(row: Row): Verdict {
    const { when, broken } = this.#compiled;
    if (when.some((condition) => isIncomplete(condition, row)) || !isBroken(this.#compiled, row)) return 'pass';
    const exemption = this.#exemptionOf(row);
    (this.#findings ??= []).push(...breaches(this.#compiled, row, this.#named, exemption));
    return exemption === undefined ? broken : 'exempt';
  }

  #exemptionOf({ mailbox }: Row): Exemption | undefined {
    if (this.#exemption === undefined) {
      this.#exemption = this.#exemptions.cover(this.#compiled.rule.id, mailbox.address) ?? null;
    }
    return this.#exemption ?? undefined;
  }
}
