import { isGuid, isObject, type JsonObject } from '../json.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { unreadableRow, type Row } from '../reports/rows.ts';
import { rowsByReport, type MailboxResult, type ReportResult } from '../run/mailbox-result.ts';
import type { Receiver } from '../run/pipeline.ts';
import { findingsIn, worst } from '../policy/verdict.ts';
import { targetKey, targetOf, type PlannedChange, type Target } from './change.ts';
import { reasonText, type LeftRow, type Reason } from './left-row.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { Identities } from '../mailboxes/identities.ts';
import type { RuleViolations } from './rule-violations.ts';
import type { JudgedRow, OtherRows } from './planned-change.ts';
import { WHOLE_ROW, type Policy, type Rule } from '../policy/policy-definition.ts';
import { targetNamed, type Entry } from './targets/targets.ts';
import { countedFindings, isRemoval, rowsToChange, type TargetPlanner } from './target-plan.ts';
import { reportsWriting } from '../reports/built-in.ts';

const INCONCLUSIVE = reasonText('inconclusive');

/** What is written to together, with the rows that show it. */
interface TargetRows {
  readonly target: Target;
  readonly resource: JsonObject;
  readonly rows: JudgedRow[];
}

/**
 * Plans what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
export class PolicyPlanner implements Receiver {
  readonly #planner: TargetPlanner;
  readonly #identities: Identities;
  readonly #cloud: string;
  readonly #draft: PlanDraft;
  readonly #rules: readonly Rule[];
  /** Those of reports that could not be read. */
  readonly #unread = new Set<LeftRow>();
  readonly #violatedWithoutSet = new Set<string>();
  /** How many rows have each verdict, by rule. */
  readonly #verdicts = new Map<string, Record<'exempt' | 'known' | 'open', number>>();

  constructor(
    draft: PlanDraft,
    planner: TargetPlanner,
    { identities, cloud, policy }: { readonly identities: Identities; readonly cloud: string; readonly policy: Policy },
  ) {
    this.#draft = draft;
    this.#rules = policy.rules.filter(({ set }) => set !== undefined);
    this.#planner = planner;
    this.#cloud = cloud;
    this.#identities = identities;
  }

  /** Of each rule with violations, by its id. */
  get violations(): readonly RuleViolations[] {
    const left = Map.groupBy(this.#draft.left, ({ rule }) => rule);
    return [...this.#verdicts.keys()].sort().map((rule) => {
      const { exempt, known, open } = this.#countsOf(rule);
      const ofRule = left.get(rule) ?? [];
      const isUnknown = (row: LeftRow): boolean => row.reason === INCONCLUSIVE || this.#unread.has(row);
      const inconclusive = ofRule.filter(isUnknown).length;
      const notChangeable = ofRule.length - inconclusive;
      return { rule, planned: open - notChangeable, exempt, known, inconclusive, notChangeable };
    });
  }

  /** The IDs of the rules without `set` that a mailbox violates, as far as their reports are read for other rules. */
  get violatedWithoutSet(): readonly string[] {
    return [...this.#violatedWithoutSet].sort();
  }

  /** What is left of violations that were read. */
  get leftViolations(): readonly LeftRow[] {
    return this.#draft.left.filter((row) => !this.#unread.has(row));
  }

  /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
  add(result: MailboxResult): void {
    this.#count(result);
    this.#leaveUnread(result);
    const { targets, without } = targetsOf(result, this.#cloud);
    if (result.status !== 'ok') {
      this.#leave([...without.map(({ judged }) => judged), ...targets.flatMap(({ rows }) => rows)], 'unread');
      return;
    }
    for (const { judged, reason } of without) this.#leave([judged], reason);
    const beside = otherRows(result.reports);
    const isRepeated = this.#identities.isRepeated(result.mailbox.address);
    const removed: PlannedChange[] = [];
    for (const { target, resource, rows } of targets) {
      if (isRepeated) {
        this.#leave(rows, 'same-mailbox');
        continue;
      }
      if (Object.hasOwn(resource, WHOLE_ROW) && rows.length > 1) {
        this.#leave(rows, 'two-entries');
        continue;
      }
      const { changes, left } = this.#planner.plan(this.#identified(target, resource), resource, rows, beside);
      this.#draft.add(changes, resource);
      this.#draft.left.push(...left);
      removed.push(...changes.filter(({ setting, after }) => setting === WHOLE_ROW && after === null));
    }
    this.#addStaying(result, removed);
  }

  /** Adds what stays of the entries of a mailbox, through which people may keep what is taken from them. */
  #addStaying({ reports }: MailboxResult, removed: readonly PlannedChange[]): void {
    for (const [name, ofTarget] of Map.groupBy(removed, ({ target }) => target)) {
      const target = targetNamed(name);
      if (target.entries?.holders?.keeping === undefined) continue;
      const keyOf = (entry: Entry): string => JSON.stringify(target.keyOf(entry));
      const keys = new Set(ofTarget.map(({ entry }) => keyOf(entry)));
      const entries = reports
        .filter(({ definition }) => definition.corrects?.target === name)
        .flatMap(({ rows }) => rows)
        .flatMap(({ object }) => {
          if (!isObject(object)) return [];
          const writable = target.ofRow(object, { isWhole: true, isOfPolicy: true, cloud: this.#cloud });
          return typeof writable === 'string' ? [] : writable.entry;
        });
      const staying = entries.filter((entry) => !keys.has(keyOf(entry)));
      for (const { entry } of ofTarget) this.#draft.staying.set(entry, staying);
    }
  }

  #leave(rows: readonly JudgedRow[], code: string): void {
    this.#draft.left.push(...rows.flatMap((row) => rowsToChange(row, code)));
  }

  /** Counts the rows that violate rules with `set`, leaves those that may, and notes the violated rules without `set`. */
  #count({ mailbox: { address: mailbox }, reports }: MailboxResult): void {
    const findings = reports.flatMap(({ verdict }) => findingsIn(verdict));
    for (const [{ id: rule, set }, ofRule] of Map.groupBy(findings, (finding) => finding.rule)) {
      if (set === undefined) {
        if (ofRule.some(({ verdict }) => verdict === 'fail' || verdict === 'warn')) this.#violatedWithoutSet.add(rule);
        continue;
      }
      const counts = this.#countsOf(rule);
      for (const ofRow of Map.groupBy(ofRule, ({ row }) => row).values()) {
        const verdict = worst(ofRow.map((finding) => finding.verdict));
        const item = ofRow[0]?.item ?? '';
        if (verdict === 'inconclusive') this.#draft.left.push({ mailbox, item, rule, reason: INCONCLUSIVE });
        else counts[verdict === 'exempt' || verdict === 'known' ? verdict : 'open'] += 1;
      }
    }
  }

  /** Lists a mailbox under the rules about its reports that could not be read: it may violate them. */
  #leaveUnread({ mailbox: { address: mailbox }, reports }: MailboxResult): void {
    for (const { definition, rows } of reports) {
      const { status } = unreadableRow(rows) ?? {};
      if (status === undefined) continue;
      for (const { id: rule } of this.#rules.filter(({ report }) => report === definition.name)) {
        const row = { mailbox, item: '', rule, reason: `the mailbox could not be read (${status})` };
        this.#countsOf(rule);
        this.#unread.add(row);
        this.#draft.left.push(row);
      }
    }
  }

  #countsOf(rule: string): Record<'exempt' | 'known' | 'open', number> {
    const counts = this.#verdicts.get(rule) ?? { exempt: 0, known: 0, open: 0 };
    this.#verdicts.set(rule, counts);
    return counts;
  }

  /** @param resource of Exchange Online: may show the GUID of the mailbox */
  #identified(target: Target, { Guid: shown }: JsonObject): Target {
    const { address } = target;
    const guid = isGuid(shown) ? shown : (this.#identities.of(address)?.guid ?? '');
    const isExchange = targetOf(target).service === 'exchange';
    return { ...target, guid: isExchange ? guid : undefined, mailboxId: this.#identities.idOf(address) };
  }
}

/** The rows of a mailbox by report. */
export function otherRows(results: readonly ReportResult[]): OtherRows {
  return { reports: results.map(({ definition }) => definition), rowsOf: rowsByReport(results) };
}

/** A row that cannot be changed. */
interface WithoutTarget {
  readonly judged: JudgedRow;
  readonly reason: string;
}

/** The rows of a mailbox by what is written to, and those `without` anything to write to. */
function targetsOf(
  result: MailboxResult,
  cloud: string,
): {
  readonly targets: readonly TargetRows[];
  readonly without: readonly WithoutTarget[];
} {
  const targets = new Map<string, TargetRows>();
  const without: WithoutTarget[] = [];
  for (const report of result.reports) {
    for (const row of report.rows) {
      const judged = { report: report.definition, row, findings: countedFindings(row, report.verdict?.rules) };
      const written = writtenOf(judged, report, result, cloud);
      if (typeof written === 'string') {
        without.push({ judged, reason: written });
        continue;
      }
      const { target, resource } = written;
      const group = targets.get(targetKey(target)) ?? { target, resource, rows: [] };
      targets.set(targetKey(target), group);
      group.rows.push(judged);
    }
  }
  return { targets: [...targets.values()], without };
}

/** What is written to for a row, or the code of the reason why nothing is. */
function writtenOf(
  { row, findings }: JudgedRow,
  { definition }: ReportResult,
  { reports }: MailboxResult,
  cloud: string,
): Omit<TargetRows, 'rows'> | string {
  const { target: name } = definition.corrects ?? {};
  const { object } = (name === undefined ? undefined : rowOf(row, definition, name, reports)) ?? {};
  if (name === undefined || !isObject(object)) return 'hidden' satisfies Reason;
  const isWhole = findings.some(({ rule }) => isRemoval(rule));
  const writable = targetNamed(name).ofRow(object, { isWhole, isOfPolicy: true, cloud });
  if (typeof writable === 'string') return writable;
  const { entry, value } = writable;
  const target = { address: row.mailbox.address, target: name, entry };
  return { target, resource: value === undefined ? object : { ...object, [WHOLE_ROW]: value } };
}

/** The row with all that `set` can be a part of. A report may show some settings of a mailbox, and another one all of them. */
function rowOf(
  row: Row,
  { rows }: ReportDefinition,
  target: string,
  reports: readonly ReportResult[],
): Row | undefined {
  if (rows !== undefined) return row;
  const [whole] = reportsWriting(target);
  return reports.find(({ definition }) => definition.name === whole)?.rows[0];
}
