import { isDeepStrictEqual } from 'node:util';
import { highlightStage } from '../features/highlights.ts';
import { outsideSenders } from '../features/outside-senders.ts';
import { policyPart } from '../features/policy-verdicts.ts';
import { UNLISTED_COUNT } from '../features/unlisted-mailboxes.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { isBeyondLimits } from '../outputs/files/rows-sink.ts';
import { compilePolicy, type PolicyJudge } from '../policy/judge.ts';
import { findingsOf, mailboxResult } from '../run/mailbox-result.ts';
import type { Stage } from '../run/pipeline.ts';
import { policyStage, rowsOfTables, tablePolicyStage } from '../run/policy-stage.ts';
import { tableFindings, tableResult, type TableResult } from '../run/table-result.ts';
import {
  storedViolation,
  type RowsEnd,
  type RowsHeader,
  type StoredMailbox,
  type StoredTable,
  type StoredViolation,
} from '../store/rows-file.ts';
import { queryResult, tableAnswer, typeCheck } from '../store/shards.ts';
import type { PolicySummary } from '../totals/run-summary.ts';
import { ControlCounts } from '../totals/control-counts.ts';
import { storedCounts, type RunCounts } from '../totals/run-counts.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { Differences } from './check.ts';
import type { CountedControls } from './controls-check.ts';
import type { JudgedBy } from './judged-by.ts';

/** Passes the stored rows of a run through the stages of a run, and counts what they find. */
export class Recount {
  readonly totals: Totals;
  /** How the verdicts differ from those that the run stored. */
  readonly verdicts = new Differences();
  /** Verdicts that the run stored or that this program finds. */
  findings = 0;
  /** Mailboxes and tables whose rows were beyond the limits of the file, so that only the run knows what they have. */
  beyondLimits = 0;
  readonly #header: RowsHeader;
  readonly #judgedBy: JudgedBy;
  readonly #judge: PolicyJudge | undefined;
  readonly #highlight: Stage | undefined;
  readonly #senders: ReturnType<typeof outsideSenders>;
  readonly #controls: ControlCounts | undefined;
  readonly #checks: readonly ReturnType<typeof typeCheck>[];
  #tables: readonly TableResult[] = [];

  private constructor(header: RowsHeader, judgedBy: JudgedBy, highlight: Stage | undefined) {
    const { policy, reports, tables, available, baseline } = judgedBy;
    this.#header = header;
    this.#judgedBy = judgedBy;
    this.#judge = policy && compilePolicy(policy, available, header.run.started.getTime(), baseline);
    this.#highlight = highlight;
    this.#senders = outsideSenders(reports);
    const decidesControls = policy?.catalogues !== undefined;
    this.#controls = decidesControls ? new ControlCounts(policy, [...reports, ...tables]) : undefined;
    this.#checks = reports.map(typeCheck);
    this.totals = new Totals(reports, policy && new VerdictCounts(policy));
  }

  /** By the date of the run, which decides which exemptions have expired, and what `today` means in a rule. */
  static async of(header: RowsHeader, judgedBy: JudgedBy): Promise<Recount> {
    const highlight = await highlightStage(judgedBy.reports, header.run.started.getTime());
    return new Recount(header, judgedBy, highlight);
  }

  /** Call it once, before the mailboxes. Throws an `UnusableRows` for a cell of the wrong type. */
  addTables(stored: readonly StoredTable[]): void {
    const judge = this.#judge;
    const all = this.#judgedBy.tables.flatMap((definition, at) => {
      const table = stored[at];
      if (table === undefined) return [];
      typeCheck(definition)(table);
      if (isBeyondLimits(table)) this.beyondLimits += 1;
      return { table, result: tableResult(tableAnswer(table), definition) };
    });
    this.#tables = all.map(({ result }) => result);
    for (const { table, result } of all) {
      const judged = judge === undefined ? result : tablePolicyStage(judge)(result, this.#tables);
      this.totals.addTable(judged);
      this.#controls?.addTable(judged);
      this.#compare({ table: table.name }, table.violations, tableFindings(judged).map(storedViolation));
    }
  }

  /**
   * Call it once for each mailbox. Throws an `UnusableRows` for a cell of the wrong type.
   *
   * @param mailbox of the list
   */
  add(stored: StoredMailbox, mailbox: Mailbox): void {
    const { ids, columns, reports } = stored;
    for (const [at, report] of reports.entries()) this.#checks[at]?.(report);
    if (reports.some(isBeyondLimits)) this.beyondLimits += 1;
    const answer = { mailbox: { ...mailbox, columns }, ids, results: reports.map(queryResult) };
    const read = mailboxResult(answer, this.#judgedBy.reports);
    const judged = this.#judge === undefined ? read : policyStage(this.#judge, rowsOfTables(this.#tables))(read);
    const result = this.#highlight?.(judged) ?? judged;
    this.totals.add(result);
    this.#controls?.add(result);
    this.#senders?.add?.(result);
    const violations = reports.flatMap((report) => report.violations);
    this.#compare({ mailbox: stored.address }, violations, findingsOf(result).map(storedViolation));
  }

  /** What the rules say of controls; undefined if they decide none. */
  controls({ counts: ofRun, stoppedBy, controls: stored = {} }: RowsEnd): CountedControls | undefined {
    if (this.#controls === undefined) return undefined;
    const tenants = Object.values(stored).flatMap((counts) =>
      typeof counts === 'number' ? [] : (counts.tenant ?? []),
    );
    // No row says how many mailboxes the tenant has, nor how many of them the list lacks.
    const [tenant, unlisted = 0] = [tenants[0], ofRun[UNLISTED_COUNT]];
    const lines = this.#controls.lines({ isStopped: stoppedBy !== undefined, tenant, unlisted });
    return { lines, uses: this.#judge?.exemptions.uses ?? [] };
  }

  /** The counts of the last line that do not depend on an earlier report. */
  get counts(): RunCounts {
    const { mailboxes } = this.totals;
    const { duplicateCount } = this.#header.list;
    const parts = [policyPart, ...(this.#senders === undefined ? [] : [this.#senders])];
    return storedCounts({ mailboxes, duplicateCount, policy: this.#policySummary, parts });
  }

  get #policySummary(): PolicySummary | undefined {
    const { policy: verdicts } = this.totals;
    const { policy } = this.#judgedBy;
    return policy && verdicts && { file: policy.file, verdicts, exemptions: this.#judge?.exemptions.uses ?? [] };
  }

  #compare(
    subject: { readonly mailbox: string } | { readonly table: string },
    stored: readonly StoredViolation[],
    computed: readonly StoredViolation[],
  ): void {
    const before = stored.map((violation) => ({ ...violation, since: undefined }));
    this.findings += Math.max(stored.length, computed.length);
    if (isDeepStrictEqual(before, computed)) return;
    const [left, right] = [byPlace(before), byPlace(computed)];
    for (const place of new Set([...left.keys(), ...right.keys()])) {
      const [was = [], is = []] = [left.get(place), right.get(place)];
      for (let at = 0; at < Math.max(was.length, is.length); at += 1) this.#compareOne(subject, was[at], is[at]);
    }
  }

  #compareOne(
    subject: { readonly mailbox: string } | { readonly table: string },
    stored: StoredViolation | undefined,
    computed: StoredViolation | undefined,
  ): void {
    const one = stored ?? computed;
    if (one === undefined || isDeepStrictEqual(stored, computed)) return;
    const { rule, item, column } = one;
    const values =
      stored?.verdict === computed?.verdict
        ? { what: 'value found', stored: stored?.found ?? null, computed: computed?.found ?? null }
        : { what: 'verdict', stored: stored?.verdict ?? null, computed: computed?.verdict ?? null };
    this.verdicts.add({ ...subject, rule, item, column, ...values });
  }
}

/** Violations by the cells that they are about. */
function byPlace(violations: readonly StoredViolation[]): ReadonlyMap<string, readonly StoredViolation[]> {
  return Map.groupBy(violations, ({ rule, item, row, column }) => JSON.stringify([rule, item, row, column]));
}
