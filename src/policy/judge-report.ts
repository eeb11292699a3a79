import { cellText } from '../publish/cell.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/row.ts';
import type { MailboxRows } from '../reports/rows.ts';
import type { Exemption } from './definition.ts';
import type { ExemptionBook } from './exemptions.ts';
import { cellOf, holds, isKeptBack, type CompiledRule } from './judge-rule.ts';
import { worse, type Finding, type ReportVerdict, type RowVerdict, type RuleVerdict, type Verdict } from './verdict.ts';

/** Says what the rules of a report make of a mailbox. Call it once for each. */
export type ReportJudge = (rows: MailboxRows) => ReportVerdict;

const PASSED: RowVerdict = Object.freeze({ verdict: 'pass', violations: Object.freeze([]) });
const INCONCLUSIVE: RowVerdict = Object.freeze({ verdict: 'inconclusive', violations: Object.freeze([]) });

/** @param rules those of the report, at least one, in the policy's order */
export function reportJudge(
  report: ReportDefinition,
  rules: readonly CompiledRule[],
  exemptions: ExemptionBook,
): ReportJudge {
  const quiet = quietJudge(rules);
  const named = report.rows !== undefined;
  return (rows) => (rows.length === 1 ? quiet(rows[0]) : undefined) ?? fullVerdict(rows, rules, exemptions, named);
}

/**
 * Judges a mailbox of one row that has no finding, which most have; undefined for all others. The verdict of the mailbox
 * before is given again where it is the same, so that nothing has to be made.
 */
function quietJudge(rules: readonly CompiledRule[]): (row: Row) => ReportVerdict | undefined {
  const unread: ReportVerdict = { rows: [INCONCLUSIVE], rules: rules.map(({ inconclusive }) => inconclusive) };
  const passed: ReportVerdict = { rows: [PASSED], rules: rules.map((rule) => rule.passed) };
  let last = passed;
  return (row) => {
    if (row.status !== 'ok') return unread;
    if (row.content === 'none') return passed;
    if (row.content === 'partial') return undefined;
    let fresh: RuleVerdict[] | undefined;
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at];
      if (rule === undefined) continue;
      const said = concerns(rule, row) ? (isMet(rule, row) ? rule.passed : undefined) : rule.unconcerned;
      if (said === undefined) return undefined;
      if (fresh !== undefined) fresh.push(said);
      else if (said !== last.rules[at]) fresh = [...last.rules.slice(0, at), said];
    }
    if (fresh !== undefined) last = { rows: passed.rows, rules: fresh };
    return last;
  };
}

/** Whether every condition of a rule's `when` holds for a row, or may hold: Graph may keep back what it looks at. */
function concerns({ when }: CompiledRule, row: Row): boolean {
  for (const condition of when) {
    if (!isKeptBack(condition, row) && !holds(condition, row)) return false;
  }
  return true;
}

function isMet({ expect }: CompiledRule, row: Row): boolean {
  for (const condition of expect) {
    if (!holds(condition, row)) return false;
  }
  return true;
}

function fullVerdict(
  rows: MailboxRows,
  rules: readonly CompiledRule[],
  exemptions: ExemptionBook,
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
  return verdict === 'pass' ? PASSED : INCONCLUSIVE;
}

/** What one rule says of one mailbox, row by row. */
class Sheet {
  readonly #compiled: CompiledRule;
  readonly #exemptions: ExemptionBook;
  /** Whether the report has many rows a mailbox, of which a finding must tell which one it means. */
  readonly #named: boolean;
  #verdict: Verdict | undefined;
  #findings: Finding[] | undefined;
  /** Null where there is none; undefined until it has been looked for, which happens once a mailbox. */
  #exemption: Exemption | null | undefined;

  constructor(compiled: CompiledRule, exemptions: ExemptionBook, named: boolean) {
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
    if (said !== undefined) this.#verdict = this.#verdict === undefined ? said : worse(this.#verdict, said);
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
    if (row.status !== 'ok') return 'inconclusive';
    if (row.content === 'none') return 'pass';
    if (!concerns(this.#compiled, row)) return undefined;
    const said = this.#judgeCells(row);
    if (row.content !== 'partial' || said !== 'pass') return said;
    this.#add({ ...this.#about(row), verdict: 'inconclusive', column: '', found: null, expected: '' });
    return 'inconclusive';
  }

  /** By the cells that Graph shows, where it is certain that the rule concerns the row. */
  #judgeCells(row: Row): Verdict {
    let verdict: Verdict = 'pass';
    if (this.#compiled.when.some((condition) => isKeptBack(condition, row))) return verdict;
    for (const condition of this.#compiled.expect) {
      if (isKeptBack(condition, row) || holds(condition, row)) continue;
      const exemption = this.#exemptionOf(row);
      const broken = exemption === undefined ? this.#compiled.broken : 'exempt';
      const { column, expected } = condition;
      this.#add({ ...this.#about(row), verdict: broken, column, found: cellOf(condition, row), expected, exemption });
      verdict = broken;
    }
    return verdict;
  }

  #exemptionOf({ mailbox }: Row): Exemption | undefined {
    if (this.#exemption === undefined) {
      this.#exemption = this.#exemptions.cover(this.#compiled.rule.id, mailbox.address) ?? null;
    }
    return this.#exemption ?? undefined;
  }

  #about({ mailbox, cells }: Row): Pick<Finding, 'rule' | 'mailbox' | 'item'> {
    return { rule: this.#compiled.rule, mailbox, item: this.#named ? cellText(cells[0]) : '' };
  }

  #add(finding: Finding): void {
    (this.#findings ??= []).push(finding);
  }
}
