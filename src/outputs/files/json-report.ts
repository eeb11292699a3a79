import type { JsonObject } from '../../json.ts';
import type { ExemptionPattern, Policy } from '../../policy/policy-definition.ts';
import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { VerdictCounts } from '../../totals/verdict-counts.ts';
import { worst, type Finding, type RowVerdict } from '../../policy/verdict.ts';
import { INCONCLUSIVE_MEMBER, type ReportDefinition } from '../../reports/definition.ts';
import { NOT_KNOWN, shownOf, valueOf } from '../../reports/known.ts';
import { REGISTERED_COLUMN } from '../../text/registration.ts';
import type { AnyRow } from '../../reports/rows.ts';
import { cellAt } from '../../reports/row-view.ts';
import { findingsOf, type MailboxResult, type ReportResult, type Change } from '../../run/mailbox-result.ts';
import type { AnyReport, TableReport } from '../../reports/table.ts';
import { tableFindings, type TableResult } from '../../run/table-result.ts';
import { storedReport, storedTable, storedViolation, type StoredRow } from '../../store/rows-file.ts';
import type { ReportCounts } from '../../totals/report-counts.ts';
import { countsOf } from '../../totals/run-counts.ts';
import type { FileSink } from '../../run/sink.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { createTextFile, type TextFile } from './text-file.ts';

/** Version of the format: increased by incompatible changes. */
const VERSION = 1;

export interface JsonReportOptions {
  readonly reports: readonly ReportDefinition[];
  /** Those about the tenant. By default none. */
  readonly tables?: readonly TableReport[] | undefined;
  readonly policy?: Policy | undefined;
  /** The columns of the mailbox lists that reports carry. */
  readonly listColumns?: readonly string[] | undefined;
  /** Paths of the mailbox lists in the workspace. */
  readonly lists: readonly string[];
  /** When the run began, in epoch ms. */
  readonly started: number;
}

/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each table about the tenant and each mailbox on a line of
 * its own with its typed rows and findings, and the totals at the end. An unknown cell is null; `Inconclusive` of its row names the columns.
 * A mailbox without items or that could not be read has no rows. Throws as `createTextFile` does.
 */
export function openJsonReport(file: string, options: JsonReportOptions): FileSink {
  return new JsonReport(createTextFile(file, beginning(options)), options.listColumns ?? []);
}

/** A JSON report that is being written. `close` completes it, also after a cancelled run. */
class JsonReport implements FileSink {
  readonly #file: TextFile;
  readonly #listColumns: readonly string[];
  /** The array whose items are being written; `none` before the first. */
  #array: 'none' | 'tables' | 'mailboxes' = 'none';

  constructor(file: TextFile, listColumns: readonly string[]) {
    this.#file = file;
    this.#listColumns = listColumns;
  }

  get path(): string {
    return this.#file.path;
  }

  addTable(result: TableResult): void | Promise<void> {
    return this.#file.write(`${this.#before('tables')}${JSON.stringify(tableJson(result))}`);
  }

  add(result: MailboxResult): void | Promise<void> {
    return this.#file.write(`${this.#before('mailboxes')}${JSON.stringify(mailboxJson(result, this.#listColumns))}`);
  }

  /** What precedes an item of an array. Tables precede the mailboxes. */
  #before(array: 'tables' | 'mailboxes'): string {
    if (this.#array === array) return ',\n';
    const end = this.#array === 'none' ? '' : '\n]';
    this.#array = array;
    return `${end},"${array}":[\n`;
  }

  close(summary?: RunSummary): Promise<void> {
    const members = Object.entries(summary === undefined ? {} : endingOf(summary)).map(
      ([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
    const start = this.#array === 'mailboxes' ? '' : this.#before('mailboxes').trimEnd();
    return this.#file.close(`${start}\n]${members.join('\n')}}\n`);
  }
}

function beginning({ reports, tables = [], policy, lists, started }: JsonReportOptions): string {
  const head = JSON.stringify({
    version: VERSION,
    started: new Date(started).toISOString(),
    lists,
    reports: [...reports, ...tables].map(({ name, about, permissions, columns }) => ({
      name,
      about,
      permission: permissions.length === 1 ? permissions[0] : permissions,
      columns: Object.keys(columns),
    })),
    ...(policy === undefined ? {} : { policy: policyJson(policy) }),
  });
  return head.slice(0, -1);
}

function policyJson({ file, rules, exemptions }: Policy): unknown {
  return {
    file,
    rules: rules.map(({ id, report, title, severity, when, expect, help }) => {
      return { id, report, title, severity, when, expect, help };
    }),
    exemptions: exemptions.map(({ rule, mailboxes, items, reason, owner, expires }) => {
      const patterns = (of: readonly ExemptionPattern[]) => of.map(({ pattern }) => pattern);
      return { rule, mailboxes: patterns(mailboxes), items: items && patterns(items), reason, owner, expires };
    }),
  };
}

/** What is stored of the mailbox, with names instead of positions. Members that are undefined are not written. */
function mailboxJson(result: MailboxResult, listColumns: readonly string[]): unknown {
  const { mailbox, status, error, reports, changes } = result;
  const { address, file, line, columns } = mailbox;
  return {
    mailbox: address,
    file,
    line,
    status,
    error: error === '' ? undefined : error,
    columns: columns && Object.fromEntries(listColumns.map((name, at) => [name, columns[at] ?? null])),
    reports: Object.fromEntries(reports.map((report) => [report.definition.name, reportJson(report)])),
    findings: findingsOf(result).map(findingJson),
    changes: changes?.map(changeJson),
  };
}

/** What is stored of a table, with names instead of positions. */
function tableJson(result: TableResult): unknown {
  const { definition, verdict, changes } = result;
  const columns = columnsOfRow(definition);
  const { name, status, error, rows } = storedTable(result);
  return {
    table: name,
    status,
    error: error === '' ? undefined : error,
    verdict: verdict && worst(verdict.rows.map((row) => row.verdict)),
    rows: rows.map((row, at) => rowJson(columns, row, verdict?.rows[at])),
    findings: tableFindings(result).map(findingJson),
    changes: changes?.map(changeJson),
  };
}

function reportJson(report: ReportResult): unknown {
  const { definition, verdict } = report;
  const columns = columnsOfRow(definition);
  const { status, error } = storedReport(report);
  const rows = report.rows.filter(({ content }) => content === 'item');
  return {
    status,
    error: error === '' ? undefined : error,
    verdict: verdict && worst(verdict.rows.map((row) => row.verdict)),
    rows: rows.map((row, at) => rowJson(columns, row, verdict?.rows[at])),
  };
}

/** The columns of rows, without those of the list. */
interface ColumnsOfRow extends Pick<ReportDefinition, 'hasRegister'> {
  readonly columns: readonly string[];
}

/** The columns of the rows of a report. */
export function columnsOfRow({ columns, hasRegister }: Pick<AnyReport, 'columns' | 'hasRegister'>): ColumnsOfRow {
  return { columns: Object.keys(columns), hasRegister };
}

/** A stored row with the names of its columns. An unknown cell is null; `Inconclusive` names the columns. */
export function rowJson(
  { columns, hasRegister }: ColumnsOfRow,
  row: StoredRow & Pick<AnyRow, 'registration'>,
  verdict?: RowVerdict,
): object {
  const { registration: { registered = NOT_KNOWN } = {} } = row;
  const unknown = columns.filter((_, at) => row.incomplete?.has(at));
  const isApplicable = hasRegister === true && registered !== 'not-applicable';
  if (isApplicable && !registered.isKnown) unknown.push(REGISTERED_COLUMN);
  return {
    // Also keeps a column called `__proto__`. The word of the CSV would be a text in a column of another type.
    ...Object.fromEntries(columns.map((name, at) => [name, shownOf(cellAt(row, at)) ?? null])),
    [REGISTERED_COLUMN]: hasRegister === true ? ((isApplicable ? valueOf(registered) : undefined) ?? null) : undefined,
    [INCONCLUSIVE_MEMBER]: unknown.length === 0 ? undefined : unknown,
    Verdict: verdict?.verdict,
    Violations: verdict?.violations,
  };
}

function findingJson(finding: Finding): unknown {
  const { rule, expected, message, exemption, addedOn, novelty } = finding;
  const { verdict, item, column, found, since } = storedViolation(finding);
  return {
    rule: rule.id,
    severity: rule.severity,
    verdict,
    report: rule.report,
    item: item === '' ? undefined : item,
    column,
    found,
    expected,
    message,
    exemption: exemption && { reason: exemption.reason, owner: exemption.owner, expires: exemption.expires },
    addedOn,
    since,
    novelty,
  };
}

function changeJson({ kind, report, item, column, before, after, rule }: Change): JsonObject {
  return {
    change: kind,
    ...(report === '' ? {} : { report }),
    ...(item === '' ? {} : { item }),
    ...(column === '' ? {} : { column }),
    ...(/^(?:mailbox|rule)-/.test(kind) ? {} : { before, after }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** The last members: the result and the counts. */
function endingOf(summary: RunSummary): JsonObject {
  const { result, message, maxUnreadable, failOn, reports, policy, parts } = summary;
  const ofFeatures = parts.reduce<JsonObject>((members, part) => ({ ...members, ...part.json?.() }), {});
  return {
    result,
    message,
    maxUnreadable,
    failOn,
    counts: countsOf(summary),
    highlights: reports.flatMap(highlightCounts),
    ...ofFeatures,
    ...(policy === undefined ? {} : { rules: ruleCounts(policy.verdicts), exemptions: policy.exemptions.map(useJson) }),
  };
}

function highlightCounts({ name, unit, highlights }: ReportCounts): JsonObject[] {
  return highlights.map(({ title, mailboxes, rows }) => {
    return { report: name, title, unit: unit.singular, mailboxes, rows };
  });
}

function ruleCounts({ rules }: VerdictCounts): JsonObject[] {
  return rules.map(({ rule: { id }, passed, failed, warned, known, exempt, inconclusive }) => ({
    id,
    passed,
    failed,
    warned,
    known,
    exempt,
    inconclusive,
  }));
}

/** The use of an exemption, in the order of the policy. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, usage }: ExemptionUse): JsonObject {
  const { rule, expires } = exemption;
  return { rule, expires, state: expired ? 'expired' : usage, daysLeft, endsSoon, covered, missed };
}
