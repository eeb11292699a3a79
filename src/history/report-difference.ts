import type { MailboxResult, ReportResult } from '../mailbox-result.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { builtInReports } from '../reports/built-in.ts';
import { MAILBOX_COLUMN, type ReportDefinition } from '../reports/definition.ts';
import type { MailboxRows, Row } from '../reports/row.ts';
import type { Change } from './change.ts';
import { isOwnColumn } from './compare.ts';
import type { CsvTable } from './csv-table.ts';
import { UnusableReport, VIOLATIONS_FILE, type EarlierReport } from './earlier-report.ts';
import { rulesIn, StoredFindings } from './stored-findings.ts';
import { Comparison } from './stage.ts';

/** What differs between two downloaded reports. */
export interface ReportDifference {
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];
  /** Whether both reports have violations. */
  readonly comparesViolations: boolean;
  /** The changes of each mailbox in the order of the later report, then those of removed mailboxes. */
  readonly changes: () => Generator<readonly Change[], void, void>;
}

/**
 * Compares two downloaded reports as a run compares itself with an earlier one. CSVs do not say which rules a policy has: a
 * violation of a rule that was removed counts as resolved. Throws an `UnusableReport` if they have no report in common.
 */
export function reportDifference(before: EarlierReport, after: EarlierReport): ReportDifference {
  const names = [...after.tables.keys()].filter((name) => before.tables.has(name));
  if (names.length === 0) throw new UnusableReport('They have no report in common.');
  const reports = names.map((name) => definitionOf(name, before.tables.get(name), after.tables.get(name)));
  const rules = after.violations === undefined ? undefined : rulesIn(before, after);
  const comparison = new Comparison(before, {
    reports,
    rules: [...(rules?.values() ?? [])],
    today: '',
    earlierDay: undefined,
  });
  return {
    notes: [...loneFiles(before, after).map((file) => `Only one of both reports has ${file}.`), ...comparison.notes],
    comparesViolations: comparison.comparesViolations,
    *changes() {
      const findings = after.violations && rules && new StoredFindings(after.violations, rules);
      for (const number of after.mailboxes.numbers()) {
        const result = resultOf(number, after, reports, findings);
        if (result !== undefined) yield comparison.compare(result).changes ?? [];
      }
      for (const change of comparison.removed()) yield [change];
    },
  };
}

/** CSVs that cannot be compared, except for the violations that the earlier report lacks. */
function loneFiles(before: EarlierReport, after: EarlierReport): readonly string[] {
  const reports = [...new Set([...before.tables.keys(), ...after.tables.keys()])];
  return [
    ...reports.filter((name) => !before.tables.has(name) || !after.tables.has(name)).map((name) => `${name}.csv`),
    ...(before.violations !== undefined && after.violations === undefined ? [VIOLATIONS_FILE] : []),
  ];
}

/** The definition of a report as far as a comparison needs it. User-defined ones are inferred from the files. */
function definitionOf(name: string, before: CsvTable | undefined, after: CsvTable | undefined): ReportDefinition {
  const builtIn = builtInReports.get(name);
  const hasManyRows = before?.hasManyRows === true || after?.hasManyRows === true;
  const columns = Object.fromEntries((after?.columns ?? []).filter(isOwnColumn).map((column) => [column, '']));
  return {
    name,
    permissions: [],
    request: { path: '', version: 'v1.0' },
    rows: builtIn?.rows ?? (hasManyRows ? '@' : undefined),
    columns,
    compare: builtIn?.compare,
  };
}

/** A mailbox of the later report; undefined if only its violations have it. */
function resultOf(
  number: number,
  { tables }: EarlierReport,
  definitions: readonly ReportDefinition[],
  findings: StoredFindings | undefined,
): MailboxResult | undefined {
  const found = definitions.map((definition) => {
    const table = tables.get(definition.name);
    return { definition, table, rows: table?.rowsOf(number) ?? [] };
  });
  const named = found.find(({ rows }) => rows.length > 0);
  const address = named?.rows[0]?.[named.table?.columns.indexOf(MAILBOX_COLUMN) ?? -1];
  if (address === undefined) return undefined;
  const mailbox = { address, file: '', line: 1 };
  const reports = found.map(({ definition, table, rows }): ReportResult => {
    return {
      definition,
      rows: rowsOf(mailbox, rows, table?.columns ?? []),
      verdict: findings?.of(number, mailbox, definition.name),
    };
  });
  return { mailbox, status: 'ok', error: '', reports };
}

/** A mailbox that the report lacks counts as unreadable. */
function rowsOf(mailbox: Mailbox, rows: readonly (readonly string[])[], columns: readonly string[]): MailboxRows {
  const status = columns.indexOf('Status');
  const own = columns.flatMap((column, at) => (isOwnColumn(column) ? [at] : []));
  const [first, ...others] = rows.map((row): Row => {
    const cells = own.map((at) => row[at] ?? '');
    return {
      mailbox,
      status: row[status] === 'ok' ? 'ok' : 'failed',
      error: '',
      content: cells.every((cell) => cell === '') ? 'none' : 'item',
      cells,
    };
  });
  return first === undefined
    ? [{ mailbox, status: 'failed', error: '', content: 'none', cells: [] }]
    : [first, ...others];
}
