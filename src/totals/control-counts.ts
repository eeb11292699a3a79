import type { Control, ControlPart, ControlSubject } from '../controls/catalogue.ts';
import type { EvidenceControl, Population } from '../controls/evidence.ts';
import { ruleDigest } from '../controls/rule-digest.ts';
import { SHIPPED_RULES } from '../controls/shipped-rules.ts';
import type { Policy, Rule } from '../policy/policy-definition.ts';
import { worst, type ReportVerdict, type RuleVerdict, type Verdict } from '../policy/verdict.ts';
import type { AnyRow } from '../reports/rows.ts';
import { isTable, type AnyReport } from '../reports/table.ts';
import type { TableResult } from '../run/table-result.ts';
import { controlResult, coveredOf, missingOf, type RuleOfControl } from './control-result.ts';
import { COUNTED, type CountedVerdict } from './verdict-counts.ts';

/** What a rule says of a mailbox, or of the tenant. */
interface Outcome {
  /** Undefined if the rule does not apply. */
  readonly verdict: Verdict | undefined;
  /** Whether a row of its report was read. */
  readonly isRead: boolean;
}

/** The rows of a report, and what its rules say of them. */
interface JudgedRows {
  readonly rows: readonly Pick<AnyRow, 'status'>[];
  readonly verdict: ReportVerdict | undefined;
}

/** By the position of a rule; undefined if nothing was judged. */
type Outcomes = readonly (Outcome | undefined)[];

type Counts = Record<CountedVerdict | 'read' | 'unread', number>;

/** A control about one subject, with the positions of its rules about it. */
interface CountedLine {
  readonly subject: ControlSubject;
  readonly rules: readonly number[];
  readonly counts: Counts;
}

interface CountedControl {
  readonly catalogue: string;
  readonly control: Control;
  readonly rules: readonly RuleOfControl[];
  readonly lines: readonly CountedLine[];
}

/** What a run knows about its controls besides what the rules say. */
export interface ControlRun {
  /** Whether reading stopped early. That the run was cancelled, rows say. */
  readonly isStopped: boolean;
  /** The number of mailboxes of the tenant; undefined if it is not known. */
  readonly tenant: number | undefined;
  /** Mailboxes of the tenant that the list lacks, as far as the run looked for them. */
  readonly unlisted: number;
}

const SUBJECTS: readonly ControlSubject[] = ['mailboxes', 'organization'];

/**
 * Counts the verdicts of rules by the controls that they decide, as mailboxes and tables pass. A mailbox counts once for each control,
 * by the worst of its rules. Memory is bounded by the policy and its catalogues.
 */
export class ControlCounts {
  /** Those that decide controls. */
  readonly #rules: readonly RuleOfControl[];
  /** By the id of a rule. */
  readonly #positions: ReadonlyMap<string, number>;
  readonly #controls: readonly CountedControl[];
  readonly #ofMailboxes: readonly CountedLine[];
  /** What the rules about tables say. */
  readonly #ofTenant: (Outcome | undefined)[] = [];
  #isCancelled = false;

  /** @param reports the definitions of all reports of the run */
  constructor(policy: Policy, reports: readonly AnyReport[]) {
    const byName = new Map(reports.map((report) => [report.name, report]));
    const rules = policy.rules.filter(({ controls = [] }) => controls.length > 0);
    this.#rules = rules.map((rule) => ruleOfControl(rule, byName.get(rule.report)));
    this.#positions = new Map(rules.map(({ id }, at) => [id, at]));
    this.#controls = [...(policy.catalogues ?? [])].flatMap(([catalogue, { controls }]) =>
      controls.map((control) => countedControl(catalogue, control, this.#rules)),
    );
    this.#ofMailboxes = this.#controls.flatMap(({ lines }) =>
      lines.filter(({ subject, rules: ofLine }) => subject === 'mailboxes' && ofLine.length > 0),
    );
  }

  addTable({ definition, rows, verdict }: Pick<TableResult, 'definition' | 'rows' | 'verdict'>): void {
    const outcomes = this.#outcomes([{ rows, verdict: withDoubts(verdict, definition) }]);
    for (const [at, outcome] of outcomes.entries()) if (outcome !== undefined) this.#ofTenant[at] = outcome;
  }

  add({ reports }: { readonly reports: readonly JudgedRows[] }): void {
    const outcomes = this.#outcomes(reports);
    for (const { rules, counts } of this.#ofMailboxes) addTo(counts, rules, outcomes);
  }

  /** A line for each control and what it is about, in the order of the catalogues. */
  lines(run: ControlRun): readonly EvidenceControl[] {
    return this.#controls.flatMap((counted) => {
      const { catalogue, control, rules: all } = counted;
      const lines = counted.lines.map((line) =>
        line.subject === 'mailboxes' ? line : { ...line, counts: this.#countsOfTenant(line.rules) },
      );
      const isStopped = run.isStopped || this.#isCancelled;
      const isAboutMailboxes = lines.some(({ subject, rules }) => subject === 'mailboxes' && rules.length > 0);
      const unlisted = isAboutMailboxes ? run.unlisted : 0;
      const facts = { catalogue, control, rules: all, counts: lines.map(({ counts }) => counts), isStopped, unlisted };
      const [result, missing] = [controlResult(facts), missingOf(facts)];
      const basis = all.length === 0 ? null : all.every(({ isShipped }) => isShipped) ? 'shipped' : 'own';
      return lines.map(({ subject, rules, counts }): EvidenceControl => ({
        catalogue,
        control: control.id,
        title: control.title,
        subject,
        result,
        covered: coveredOf(subject, facts),
        basis,
        rules: rules.flatMap((at) => this.#rules[at]?.rule.id ?? []),
        missing,
        population: populationOf(rules.length === 0 ? undefined : counts, subject, run),
      }));
    });
  }

  /** Also counts what each rule decides. */
  #outcomes(reports: readonly JudgedRows[]): Outcomes {
    const outcomes: (Outcome | undefined)[] = [];
    for (const { rows, verdict: ofReport } of reports) {
      if (rows.some(({ status }) => status === 'cancelled')) this.#isCancelled = true;
      if (ofReport === undefined) continue;
      // A table without rows was read.
      const isRead = rows.length === 0 || rows.some(({ status }) => status === 'ok');
      for (const { rule, verdict: found } of ofReport.rules) {
        const at = this.#positions.get(rule.id);
        // A table without rows passes, and none of its rows meets a "when".
        const verdict = rows.length === 0 && Object.keys(rule.when).length > 0 ? undefined : found;
        const counted = at === undefined ? undefined : this.#rules[at];
        if (at === undefined || counted === undefined) continue;
        outcomes[at] = { verdict, isRead };
        if (verdict === undefined || !isRead) continue;
        counted.concerned += 1;
        if (verdict === 'fail' || verdict === 'warn' || verdict === 'known') counted.violated += 1;
      }
    }
    return outcomes;
  }

  #countsOfTenant(rules: readonly number[]): Counts {
    const counts = none();
    if (rules.length > 0) addTo(counts, rules, this.#ofTenant);
    return counts;
  }
}

/** The controls that are not met, or of which that is not known; each once, whatever it is about. */
export function unmetControls(lines: readonly EvidenceControl[]): number {
  const unmet = lines.filter(({ result }) => result === 'not-met' || result === 'unknown');
  return new Set(unmet.map(({ catalogue, control }) => `${catalogue}/${control}`)).size;
}

function none(): Counts {
  return { read: 0, unread: 0, passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };
}

/** Adds a mailbox, or the tenant. It is unread if no report of rules that may concern it was read. */
function addTo(counts: Counts, rules: readonly number[], outcomes: Outcomes): void {
  const verdicts: Verdict[] = [];
  let isRead = false;
  for (const at of rules) {
    const outcome = outcomes[at];
    if (outcome?.isRead === true) isRead = true;
    if (outcome?.verdict !== undefined) verdicts.push(outcome.verdict);
  }
  if (verdicts.length > 0 && !isRead) {
    counts.unread += 1;
    return;
  }
  counts.read += 1;
  if (verdicts.length > 0) counts[COUNTED[worst(verdicts)]] += 1;
}

/** Of a table, an exemption covers rows. Another row that is not known may violate the rule without one. */
function withDoubts(
  verdict: ReportVerdict | undefined,
  { rows }: TableResult['definition'],
): ReportVerdict | undefined {
  if (verdict === undefined || rows === undefined) return verdict;
  const doubted = (one: RuleVerdict): RuleVerdict =>
    one.verdict === 'exempt' && one.isUncertain === true ? { ...one, verdict: 'inconclusive' } : one;
  return { ...verdict, rules: verdict.rules.map(doubted) };
}

function ruleOfControl(rule: Rule, report: AnyReport | undefined): RuleOfControl {
  const subject = report !== undefined && isTable(report) ? 'organization' : 'mailboxes';
  return { rule, report, subject, isShipped: SHIPPED_RULES.has(ruleDigest(rule)), concerned: 0, violated: 0 };
}

function countedControl(catalogue: string, control: Control, all: readonly RuleOfControl[]): CountedControl {
  const positions = [...all.keys()].filter((at) =>
    (all[at]?.rule.controls ?? []).some((one) => one.catalogue === catalogue && one.control === control.id),
  );
  const rules = positions.flatMap((at) => all[at] ?? []);
  const subjects = new Set([...control.parts, ...rules].map(({ subject }: Pick<ControlPart, 'subject'>) => subject));
  const lines = SUBJECTS.filter((subject) => subjects.has(subject)).map((subject): CountedLine => {
    return { subject, rules: positions.filter((at) => all[at]?.subject === subject), counts: none() };
  });
  return { catalogue, control, rules, lines };
}

function populationOf(counts: Counts | undefined, subject: ControlSubject, { tenant }: ControlRun): Population {
  const concerned =
    counts && counts.passed + counts.failed + counts.warned + counts.known + counts.exempt + counts.inconclusive;
  return {
    tenant: counts === undefined || subject === 'organization' ? null : (tenant ?? null),
    listed: counts === undefined ? null : counts.read + counts.unread,
    read: counts?.read ?? null,
    concerned: concerned ?? null,
    passed: counts?.passed ?? null,
    failed: counts?.failed ?? null,
    warned: counts?.warned ?? null,
    known: counts?.known ?? null,
    exempt: counts?.exempt ?? null,
    inconclusive: counts?.inconclusive ?? null,
    unread: counts?.unread ?? null,
  };
}
