import { compilePolicy, type PolicyJudge } from '../policy/judge.ts';
import { columnsOfRule, reportsOfPolicy } from '../policy/load.ts';
import type { Policy, Rule } from '../policy/policy-definition.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { ColumnReference, ReportDefinition } from '../reports/definition.ts';
import { isTable, type AnyReport } from '../reports/table.ts';
import { rowsOfTables, supposedFindings, tablePolicyStage } from '../run/policy-stage.ts';
import { tableFindings, tableResult, type TableResult } from '../run/table-result.ts';
import {
  storedViolation,
  type RowsHeader,
  type StoredMailbox,
  type StoredTable,
  type StoredViolation,
} from '../store/rows-file.ts';
import { queryResult, tableAnswer, typeCheck } from '../store/shards.ts';
import { readingBy, type StoredReading } from '../store/stored-definition.ts';
import { listed, type EpochMs } from '../text/numbers.ts';
import type { PolicyState } from './policy-state.ts';

/** What a report stores besides its mailboxes. */
interface StoredTables {
  readonly header: RowsHeader;
  /** In the order of the header. */
  readonly tables: readonly StoredTable[];
}

/** A rule that stored rows cannot decide, or not for every mailbox. */
export interface UnjudgedRule {
  readonly rule: string;
  /** Whether the rule is judged all the same, and inconclusive where the lacking rows decide. */
  readonly isPartly: boolean;
  /** A sentence. */
  readonly reason: string;
  /** Whether it is a rule of the policy before. */
  readonly isBefore?: boolean;
}

/** How the rows of a report of either kind are read. */
interface StoredDefinition extends Pick<StoredReading, 'lacking'> {
  readonly definition: AnyReport;
}

interface StoredReportPlace extends StoredReading {
  readonly definition: ReportDefinition;
  /** Its position among the reports of the rows. */
  readonly at: number;
  readonly check: ReturnType<typeof typeCheck>;
}

/** Judges stored rows by a policy, as a run judges the rows that it reads. */
export class StoredJudge {
  /** Rules about reports or columns that the rows lack, or have by another definition. */
  readonly unjudged: readonly UnjudgedRule[];
  readonly #judge: PolicyJudge;
  readonly #reports: readonly StoredReportPlace[];
  /** Of reports and tables. */
  readonly #definitions: readonly StoredDefinition[];
  /** The tables that were read by definitions of today, before they are judged. */
  readonly #tables: readonly TableResult[];
  readonly #listCellsOf: PolicyState['listCellsOf'];

  /**
   * Throws an `UnusableRows` for a cell of a table of the wrong type.
   *
   * @param report with the rows of its tables
   * @param now decides which exemptions have expired, and what `today` means in a rule
   */
  constructor(
    { header, tables }: StoredTables,
    policy: Policy,
    state: Omit<PolicyState, 'policy' | 'addresses'>,
    now: EpochMs,
  ) {
    const { reports, baseline, listCellsOf } = state;
    this.#listCellsOf = listCellsOf;
    this.#reports = header.reports.flatMap((stored, at) => {
      const definition = reports.get(stored.name);
      if (definition === undefined || isTable(definition)) return [];
      const reading = readingBy(definition, stored);
      return reading ? [{ definition, at, check: typeCheck(definition), ...reading }] : [];
    });
    const read = tables.flatMap((table, at) => {
      const [stored, definition] = [header.tables[at], reports.get(table.name)];
      const reading = stored && definition && readingBy(definition, stored);
      return definition && isTable(definition) && reading ? [{ definition, table: reading.read(table), reading }] : [];
    });
    for (const { definition, table } of read) typeCheck(definition)(table);
    this.#tables = read.map(({ definition, table }) => tableResult(tableAnswer(table), definition));
    this.#definitions = [...this.#reports, ...read.map(({ definition, reading }) => ({ definition, ...reading }))];
    this.#judge = compilePolicy(policy, [...reports.values()], now, baseline);
    this.unjudged = policy.rules.flatMap((rule) => this.#unjudged(rule, { ...state, policy, header }));
  }

  #unjudged(
    rule: Rule,
    {
      policy,
      header,
      reports,
      unknownColumns,
    }: { readonly policy: Policy; readonly header: RowsHeader } & Pick<PolicyState, 'reports' | 'unknownColumns'>,
  ): readonly UnjudgedRule[] {
    const names = [...reportsOfPolicy({ ...policy, rules: [rule] }, reports)];
    const lacking = names.filter((name) => this.#definitions.every(({ definition }) => definition.name !== name));
    const own = reports.get(rule.report);
    const named = own === undefined ? [] : columnsOfRule(rule, own);
    const columns = named.filter(({ report, column }) =>
      this.#definitions.some(({ definition, lacking: of }) => definition.name === report && of.includes(column)),
    );
    const ofList = named.flatMap(({ report, column }) =>
      report === rule.report && own?.listColumns?.has(column) === true && unknownColumns.includes(column)
        ? [column]
        : [],
    );
    if (ofList.length > 0) {
      const reason = `Neither the report nor a list has the column ${listed([...new Set(ofList)], 'and')} of the list.`;
      return [{ rule: rule.id, isPartly: false, reason }];
    }
    if (lacking.length === 0 && columns.length === 0) return [];
    const isPartly = ![...lacking, ...columns.map(({ report }) => report)].includes(rule.report);
    const isOfRule = (report: string): boolean => isPartly || report === rule.report;
    const ofReports = lackingReason(lacking.filter(isOfRule), header);
    const ofColumns = lackingColumns(
      columns.filter(({ report }) => isOfRule(report)),
      header,
    );
    return [{ rule: rule.id, isPartly, reason: [ofReports, ofColumns].filter(Boolean).join(' ') }];
  }

  /** The violations of each table in the form in which a run stores them. Call it once. */
  tableViolations(): readonly { readonly table: string; readonly violations: readonly StoredViolation[] }[] {
    const stage = tablePolicyStage(this.#judge);
    return this.#tables.map((result) => ({
      table: result.definition.name,
      violations: tableFindings(stage(result, this.#tables)).map(storedViolation),
    }));
  }

  /**
   * The violations of a mailbox in the form in which a run stores them. Call it once for each mailbox. Throws an `UnusableRows` for a
   * cell of the wrong type.
   *
   * @param mailbox of the list
   */
  violationsOf(stored: StoredMailbox, mailbox: Mailbox): readonly StoredViolation[] {
    const results = this.#reports.flatMap(({ at, check, read }) => {
      const kept = stored.reports[at];
      if (kept === undefined) return [];
      const report = read(kept);
      check(report);
      return [queryResult(report)];
    });
    const definitions = this.#reports.map(({ definition }) => definition);
    const answer = { mailbox: { ...mailbox, columns: this.#listCellsOf(stored) }, ids: stored.ids, results };
    return supposedFindings(this.#judge, answer, definitions, rowsOfTables(this.#tables)).map(storedViolation);
  }
}

/** The rules about reports that the rows lack: whether they have violations is not known. */
export function undecidedRules(unjudged: readonly UnjudgedRule[] = []): ReadonlySet<string> {
  return new Set(unjudged.flatMap(({ rule, isPartly }) => (isPartly ? [] : [rule])));
}

/** Why rules about columns are not judged, in sentences. */
function lackingColumns(columns: readonly ColumnReference[], { reports: ofMailboxes, tables }: RowsHeader): string {
  const reports = [...ofMailboxes, ...tables];
  const isStored = ({ report, column }: ColumnReference): boolean =>
    reports.some(({ name, columns: stored }) => name === report && stored.includes(column));
  const namesOf = (of: readonly ColumnReference[]): string =>
    listed([...new Set(of.map(({ report, column }) => `${report}.${column}`))], 'and');
  const [changed, missing] = [columns.filter(isStored), columns.filter((one) => !isStored(one))];
  return [
    missing.length === 0 ? '' : `The report has no cells of ${namesOf(missing)}.`,
    changed.length === 0 ? '' : `The report has cells of another definition of ${namesOf(changed)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function lackingReason(names: readonly string[], { reports: ofMailboxes, tables }: RowsHeader): string {
  const reports = [...ofMailboxes, ...tables];
  const changed = names.filter((name) => reports.some((report) => report.name === name));
  const missing = names.filter((name) => !changed.includes(name));
  return [
    missing.length === 0 ? '' : `The report has no rows of ${listed(missing, 'and')}.`,
    changed.length === 0 ? '' : `The report has rows of another definition of ${listed(changed, 'and')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
