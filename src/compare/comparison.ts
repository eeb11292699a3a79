import { findingsOf, type MailboxResult, type ReportResult, type Change } from '../run/mailbox-result.ts';
import type { Rule } from '../policy/definition.ts';
import type { Finding, ReportVerdict } from '../policy/verdict.ts';
import { MAILBOX_COLUMN, type ReportDefinition } from '../reports/definition.ts';
import { unreadableRow } from '../reports/rows.ts';
import { listed } from '../text/numbers.ts';
import { compareRows, matchColumns, type ReportShape } from './compare.ts';
import { recordsOf } from '../store/csv/csv-record.ts';
import type { CsvTable } from '../store/csv/csv-table.ts';
import { STATUS_COLUMN, VIOLATIONS_FILE, type EarlierReport } from '../store/earlier-report.ts';
import { EarlierViolations } from './earlier-violations.ts';
import { isSameRecords, type ExpectedCell } from './same-records.ts';
import { unknownCellsOf } from './unknown-cells.ts';

export interface ComparisonOptions {
  readonly reports: readonly ReportDefinition[];
  /** Empty without a policy. */
  readonly rules: readonly Rule[];
  /** The day of this run, `2027-01-31`, in UTC. */
  readonly today: string;
  /** The day of the earlier run; undefined if unknown. */
  readonly earlierDay: string | undefined;
}

/** A report of both runs. */
interface ComparedReport {
  readonly shape: ReportShape;
  readonly table: CsvTable;
  /** Position of the column `Status` in the table. */
  readonly status: number;
  /** The cells of a record if nothing has changed. */
  readonly expected: readonly ExpectedCell[];
}

/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
export class Comparison {
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];
  readonly #earlier: EarlierReport;
  readonly #reports: ReadonlyMap<string, ComparedReport>;
  readonly #violations: EarlierViolations | undefined;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #today: string;
  /** Mailboxes of the earlier report that this run has, by number. */
  readonly #seen: Uint8Array;

  constructor(earlier: EarlierReport, { reports, rules, today, earlierDay }: ComparisonOptions) {
    const notes: string[] = [];
    const compared = new Map<string, ComparedReport>();
    for (const definition of reports) {
      const table = earlier.tables.get(definition.name);
      if (table === undefined) {
        notes.push(`The earlier report has no ${definition.name}.csv, so ${definition.name} is not compared.`);
        continue;
      }
      const { delimiter } = table;
      const names = Object.keys(definition.columns);
      const { columns, missing } = matchColumns(table.columns, names, definition.compare?.ignore);
      if (missing.length > 0) notes.push(`Only one of both runs has ${columnsText(missing)} of ${definition.name}.`);
      const key = columns.find(({ name }) => name === names[0]);
      const shape = {
        ...{ report: definition.name, manyRows: definition.rows !== undefined, columns, key, delimiter },
        unknownCells: unknownCellsOf(definition, table.columns),
      };
      const expected = table.columns.map((name) => {
        const column = columns.find((one) => one.name === name && !one.ignored);
        return name === STATUS_COLUMN ? 'ok' : column?.after;
      });
      compared.set(definition.name, { shape, table, status: table.columns.indexOf(STATUS_COLUMN), expected });
    }
    if (rules.length > 0 && earlier.violations === undefined) {
      notes.push(`The earlier report has no ${VIOLATIONS_FILE}, so violations are not compared.`);
    }
    this.notes = notes;
    this.#earlier = earlier;
    this.#reports = compared;
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.#violations =
      earlier.violations === undefined || rules.length === 0
        ? undefined
        : new EarlierViolations(earlier.violations, earlierDay);
    this.#today = today;
    this.#seen = new Uint8Array(earlier.mailboxes.size);
  }

  /** Whether the earlier run had a policy, and this one has. */
  get comparesViolations(): boolean {
    return this.#violations !== undefined;
  }

  /** The stage of the pipeline. Call it once for each mailbox. */
  compare(result: MailboxResult): MailboxResult {
    const { address } = result.mailbox;
    const number = this.#earlier.mailboxes.get(address);
    const changes: Change[] = [];
    if (number === undefined) {
      changes.push({
        kind: 'mailbox-added',
        report: '',
        mailbox: address,
        item: '',
        column: '',
        before: null,
        after: null,
      });
    } else {
      this.#seen[number] = 1;
    }
    const bothRead = new Set<string>();
    for (const report of result.reports) {
      if (number === undefined || unreadableRow(report.rows) !== undefined) continue;
      const compared = this.#reports.get(report.definition.name);
      const text = compared?.table.textOf(number);
      if (compared === undefined || text === undefined) continue;
      const { table, shape, expected } = compared;
      if (isSameRecords(text, expected, table.delimiter, report.rows)) {
        bothRead.add(report.definition.name);
        continue;
      }
      const before = recordsOf(text, table.delimiter);
      if (before.some((cells) => cells[compared.status] !== 'ok')) continue;
      bothRead.add(report.definition.name);
      changes.push(...compareRows(shape, address, before, report.rows));
    }
    if (this.#violations === undefined) {
      return { ...result, reports: withSince(result, this.#today), changes };
    }
    const known = number === undefined ? undefined : this.#violations.of(number);
    const reports = result.reports.map((report): ReportResult => {
      const { verdict, definition } = report;
      if (verdict === undefined) return report;
      const isComparable = number === undefined || bothRead.has(definition.name);
      return {
        ...report,
        verdict: mapFindings(verdict, (finding) => {
          if (finding.verdict === 'inconclusive') return finding;
          const earlier = known?.take(finding);
          const novelty = earlier?.novelty ?? (isComparable ? 'new' : undefined);
          const since = earlier === undefined ? this.#today : earlier.since;
          const compared: Finding = { ...finding, novelty, since };
          if (novelty === 'new' && isViolation(finding)) changes.push(newViolation(compared, earlier?.found ?? null));
          return compared;
        }),
      };
    });
    for (const left of known?.left() ?? []) {
      const rule = this.#rules.get(left.rule);
      if (rule === undefined || !bothRead.has(rule.report) || isDoubtful(result, rule)) continue;
      changes.push({
        kind: 'resolved',
        report: rule.report,
        mailbox: address,
        item: left.item,
        column: left.column,
        before: left.found,
        after: null,
        rule: rule.id,
      });
    }
    return { ...result, reports, changes };
  }

  /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
  *removed(): Generator<Change, void, void> {
    for (const number of this.#earlier.mailboxes.numbers()) {
      if (this.#seen[number] === 1) continue;
      const mailbox = this.#addressOf(number);
      // A mailbox that is only in the violations was in no report.
      if (mailbox === undefined) continue;
      yield { kind: 'mailbox-removed', report: '', mailbox, item: '', column: '', before: null, after: null };
    }
  }

  close(): void {
    this.#earlier.close();
  }

  /** As the earlier list has it. */
  #addressOf(number: number): string | undefined {
    for (const table of this.#earlier.tables.values()) {
      const [row] = table.rowsOf(number) ?? [];
      if (row !== undefined) return row[table.columns.indexOf(MAILBOX_COLUMN)];
    }
    return undefined;
  }
}

/** The stage of a run that has no earlier one: all violations are found for the first time. */
export function firstRunStage(today: string): (result: MailboxResult) => MailboxResult {
  return (result) => ({ ...result, reports: withSince(result, today) });
}

function withSince({ reports }: MailboxResult, since: string): readonly ReportResult[] {
  return reports.map((report) =>
    report.verdict === undefined
      ? report
      : {
          ...report,
          verdict: mapFindings(report.verdict, (finding) =>
            finding.verdict === 'inconclusive' ? finding : { ...finding, since },
          ),
        },
  );
}

function mapFindings(verdict: ReportVerdict, map: (finding: Finding) => Finding): ReportVerdict {
  if (verdict.rules.every(({ findings }) => findings.length === 0)) return verdict;
  return { ...verdict, rules: verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) })) };
}

/** Whether a finding is of a rule that the mailbox violates without an exemption. */
function isViolation({ verdict }: Finding): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

function newViolation({ rule, mailbox, item, column, found }: Finding, before: string | null): Change {
  const { address } = mailbox;
  return {
    kind: 'new-violation',
    report: rule.report,
    mailbox: address,
    item,
    column,
    before,
    after: found,
    rule: rule.id,
  };
}

/** Whether the rule is inconclusive for a row: the violation may be there still. */
function isDoubtful(result: MailboxResult, rule: Rule): boolean {
  return findingsOf(result).some((finding) => finding.rule === rule && finding.verdict === 'inconclusive');
}

function columnsText(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'column' : 'columns'} ${listed(names, 'and')}`;
}
