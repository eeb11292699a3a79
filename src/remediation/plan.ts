import { isGuid, isObject, type JsonObject } from '../json.ts';
import type { Row } from '../reports/rows.ts';
import { rowsByReport, type MailboxResult, type ReportResult } from '../run/mailbox-result.ts';
import { findingsIn, worst } from '../policy/verdict.ts';
import { setCmdletOf, targetKey, type PlannedChange, type Target } from './change.ts';
import type { Identities } from './identity.ts';
import type { RuleViolations } from './rule-violations.ts';
import type { JudgedRow, OtherRows } from './planned-change.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import { entryIn, entryKey, type RightEntry } from './entry.ts';
import {
  countedFindings,
  isRemoval,
  rowsToChange,
  type SkippedRow,
  type SkipReason,
  type TargetPlanner,
} from './target-plan.ts';
import { reportsWriting } from '../reports/built-in.ts';

/** What is written to together, with the rows that show it. */
interface TargetRows {
  readonly target: Target;
  readonly resource: JsonObject;
  readonly rows: JudgedRow[];
}

/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
export class PlanCollector {
  readonly #planner: TargetPlanner;
  readonly #identities: Identities;
  readonly #cloud: string;
  readonly #changes: PlannedChange[] = [];
  /** How many rows have each verdict, by rule. */
  readonly #verdicts = new Map<string, Record<'exempt' | 'known' | 'open', number>>();
  readonly skipped: SkippedRow[] = [];
  /** Mailboxes of the plan whose properties on-premises may synchronize. */
  synchronized = 0;

  constructor(planner: TargetPlanner, identities: Identities, cloud: string) {
    this.#planner = planner;
    this.#cloud = cloud;
    this.#identities = identities;
  }

  /** In the order of plan.csv, which does not depend on the mailbox list. */
  get changes(): readonly PlannedChange[] {
    return inPlanOrder(this.#changes);
  }

  /** Of each rule with violations, by its id. */
  get violations(): readonly RuleViolations[] {
    const skipped = Map.groupBy(this.skipped, ({ rule }) => rule);
    return [...this.#verdicts.keys()].sort().map((rule) => {
      const { exempt, known, open } = this.#countsOf(rule);
      const ofRule = skipped.get(rule) ?? [];
      const inconclusive = ofRule.filter(({ reason }) => reason === 'inconclusive').length;
      const notChangeable = ofRule.length - inconclusive;
      return { rule, planned: open - notChangeable, exempt, known, inconclusive, notChangeable };
    });
  }

  /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
  add(result: MailboxResult): void {
    this.#count(result);
    const { targets, without } = targetsOf(result, this.#cloud);
    if (result.status !== 'ok') {
      this.#skip([...without.map(({ judged }) => judged), ...targets.flatMap(({ rows }) => rows)], 'unread');
      return;
    }
    for (const { judged, reason } of without) this.#skip([judged], reason);
    const beside = otherRows(result.reports);
    const isRepeated = this.#identities.isRepeated(result.mailbox.address);
    for (const { target, resource, rows } of targets) {
      if (isRepeated) {
        this.#skip(rows, 'same-mailbox');
        continue;
      }
      if (target.entry !== undefined && rows.length > 1) {
        this.#skip(rows, 'two-entries');
        continue;
      }
      const { changes, skipped } = this.#planner.plan(this.#identified(target), resource, rows, beside);
      this.#changes.push(...changes);
      this.skipped.push(...skipped);
      const isOfMailbox = target.exchange?.cmdlet === 'Set-Mailbox';
      if (changes.length > 0 && isOfMailbox && isSynchronized(resource)) this.synchronized += 1;
    }
  }

  #skip(rows: readonly JudgedRow[], reason: SkipReason): void {
    this.skipped.push(...rows.flatMap((row) => rowsToChange(row, reason)));
  }

  /** Counts the rows that violate rules with `set`, and skips those that may. */
  #count({ mailbox: { address }, reports }: MailboxResult): void {
    const findings = reports.flatMap(({ verdict }) => findingsIn(verdict)).filter(({ rule }) => rule.set !== undefined);
    for (const [{ id: rule }, ofRule] of Map.groupBy(findings, (finding) => finding.rule)) {
      const counts = this.#countsOf(rule);
      for (const ofRow of Map.groupBy(ofRule, ({ row }) => row).values()) {
        const verdict = worst(ofRow.map((finding) => finding.verdict));
        const item = ofRow[0]?.item ?? '';
        if (verdict === 'inconclusive') this.skipped.push({ address, item, rule, reason: 'inconclusive' });
        else counts[verdict === 'exempt' || verdict === 'known' ? verdict : 'open'] += 1;
      }
    }
  }

  #countsOf(rule: string): Record<'exempt' | 'known' | 'open', number> {
    const counts = this.#verdicts.get(rule) ?? { exempt: 0, known: 0, open: 0 };
    this.#verdicts.set(rule, counts);
    return counts;
  }

  #identified(target: Target): Target {
    const { address, entry } = target;
    const identity = this.#identities.of(address)?.guid ?? '';
    const exchange = entry?.kind === 'right' ? { cmdlet: 'Set-Mailbox' as const, identity } : target.exchange;
    return { ...target, exchange, mailboxId: this.#identities.idOf(address) };
  }

  /** The rights that the plan takes away. */
  get rights(): readonly RightEntry[] {
    return this.#changes.flatMap(({ entry }) => (entry?.kind === 'right' ? entry : []));
  }

  /** Replaces the rights of the plan by those in `bound`, and skips the others. */
  bindRights(bound: ReadonlyMap<RightEntry, RightEntry>): void {
    const changes = this.#changes.splice(0);
    for (const change of changes) {
      const { entry, address, item, rules } = change;
      const own = entry?.kind === 'right' ? bound.get(entry) : entry;
      if (own !== undefined || entry === undefined) this.#changes.push({ ...change, entry: own });
      else this.skipped.push(...rules.map((rule) => ({ address, item, rule, reason: 'renamed-trustee' as const })));
    }
  }
}

/** Whether the properties of a mailbox may be those of on-premises. */
export function isSynchronized({ IsDirSynced: isSynced, IsExchangeCloudManaged: isCloudManaged }: JsonObject): boolean {
  return isSynced === true && isCloudManaged !== true;
}

/** The rows of a mailbox by report. */
export function otherRows(results: readonly ReportResult[]): OtherRows {
  return { reports: results.map(({ definition }) => definition), rowsOf: rowsByReport(results) };
}

/** A row that cannot be changed. */
interface WithoutTarget {
  readonly judged: JudgedRow;
  readonly reason: SkipReason;
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

/** What is written to for a row, or why nothing is. */
function writtenOf(
  { row, findings }: JudgedRow,
  report: ReportResult,
  result: MailboxResult,
  cloud: string,
): Omit<TargetRows, 'rows'> | SkipReason {
  const resource = resourceOf(row, report, result);
  if (resource === undefined) return 'hidden';
  const removes = findings.some(({ rule }) => isRemoval(rule));
  const { target: kind } = report.definition.corrects ?? {};
  if (!removes && kind !== 'right' && kind !== 'calendarPermission')
    return { target: targetOf(row, report, resource), resource };
  const found = entryIn(report.definition, resource, { cloud, sets: !removes && kind === 'calendarPermission' });
  if (typeof found === 'string') return found;
  const { entry, value } = found;
  const target = { address: row.mailbox.address, inboxRule: undefined, entry };
  return { target, resource: { ...resource, [WHOLE_ROW]: value } };
}

/** Where the changes of a row are written. Ids that the service does not show are ''. */
function targetOf({ mailbox: { address } }: Row, { definition }: ReportResult, { Guid: guid, id }: JsonObject): Target {
  const cmdlet = setCmdletOf(definition);
  if (cmdlet !== undefined) {
    return { address, inboxRule: undefined, exchange: { cmdlet, identity: isGuid(guid) ? guid : '' } };
  }
  return {
    address,
    inboxRule: definition.corrects?.target === 'inboxRule' ? (typeof id === 'string' ? id : '') : undefined,
  };
}

/** What `set` is a part of: the inbox rule of the row, the object of Exchange Online, or the settings of the mailbox. */
function resourceOf(row: Row, { definition }: ReportResult, { reports }: MailboxResult): JsonObject | undefined {
  if (definition.corrects === undefined) return undefined;
  const isSettings = definition.corrects.target === 'mailboxSettings';
  const [whole] = reportsWriting('mailboxSettings');
  const settings = reports.find((report) => report.definition.name === whole);
  const { object } = (isSettings ? settings?.rows[0] : row) ?? {};
  return isObject(object) ? object : undefined;
}

/** Changes in the order of plan.csv. */
export function inPlanOrder(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes
    .map((change) => ({ change, key: sortKey(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ change }) => change);
}

function sortKey({ address, item, setting, inboxRule = '', exchange, entry }: PlannedChange): string {
  const key = entry === undefined ? '' : entryKey(entry);
  return JSON.stringify([address.toLowerCase(), item, setting, inboxRule, exchange?.cmdlet ?? '', key]);
}
