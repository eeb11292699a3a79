import { reportColumns, reportRecords, tableColumns, tableRecords } from '../../../outputs/files/csv-sinks.ts';
import { columnsOfRow, rowJson } from '../../../outputs/files/json-report.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, type ReportDefinition } from '../../../reports/definition.ts';
import { isTable, type AnyReport } from '../../../reports/table.ts';
import type { MailboxResult, ReportResult } from '../../../run/mailbox-result.ts';
import type { TableResult } from '../../../run/table-result.ts';
import type { Receiver } from '../../../run/pipeline.ts';
import type { RunResult } from '../../../run/result.ts';
import { errorJson, jsonText, printRecord, type Terminal } from '../../terminal.ts';

/** The rows of a report on standard output, while they are read. */
export interface PrintedRows {
  /** Receives the mailboxes of the run, or its table. `hasVerdicts`: whether the run has a policy. */
  readonly receiverOf: (report: AnyReport, hasVerdicts: boolean) => Receiver;
  /** Ends the output, also of a run that read nothing. */
  readonly end: (result: RunResult) => void;
}

/** The rows as in the report's CSV, without a byte order mark. Nothing if the run reads nothing. */
export function csvRows(terminal: Terminal): PrintedRows {
  return {
    receiverOf: (report, hasVerdicts) => {
      if (isTable(report)) {
        printRecord(tableColumns(report, hasVerdicts), terminal);
        return {
          addTable: (result) => {
            for (const cells of result.definition === report ? tableRecords(result, hasVerdicts) : [])
              printRecord(cells, terminal);
          },
        };
      }
      printRecord(reportColumns(report, hasVerdicts), terminal);
      return {
        add: (result) => {
          for (const cells of reportRecords(resultOf(result, report), hasVerdicts, result.reports))
            printRecord(cells, terminal);
        },
      };
    },
    end: () => undefined,
  };
}

/**
 * An object with the rows of the CSV as `rows`, each on a line: typed cells by the names of the columns, null if blank or unknown. The
 * result of the run follows.
 */
export function jsonRows({ out }: Terminal): PrintedRows {
  let separator = '{"rows":[\n';
  const print = (rows: readonly object[]): void => {
    for (const row of rows) {
      out(separator + jsonText(row, 0).trimEnd());
      separator = ',\n';
    }
  };
  return {
    receiverOf: (report) =>
      isTable(report)
        ? { addTable: (result) => print(result.definition === report ? tableRowsJson(result) : []) }
        : { add: (result) => print(rowsJson(resultOf(result, report))) },
    end: ({ result, reason, fails }) => {
      const ending = jsonText({ ok: !fails, result, error: reason && errorJson(reason) }, 0);
      out(`${separator.startsWith('{') ? separator : '\n'}],${ending.slice(1)}`);
    },
  };
}

function resultOf({ reports }: MailboxResult, report: ReportDefinition): ReportResult {
  const result = reports.find(({ definition }) => definition === report);
  if (result === undefined) throw new Error(`no rows of the report ${report.name}`);
  return result;
}

function tableRowsJson({ definition, rows, verdict }: TableResult): readonly object[] {
  const columns = columnsOfRow(definition);
  return rows.map((row, at) => ({
    ...rowJson(columns, row, verdict?.rows[at]),
    [STATUS_COLUMNS[0]]: row.status,
    [STATUS_COLUMNS[1]]: row.error,
  }));
}

function rowsJson({ definition, rows, verdict }: ReportResult): readonly object[] {
  const columns = columnsOfRow(definition);
  const listed = [...(definition.listColumns ?? [])];
  return rows.map((row, at) => ({
    [MAILBOX_COLUMN]: row.mailbox.address,
    ...rowJson(columns, row, verdict?.rows[at]),
    ...Object.fromEntries(listed.map(([name, position]) => [name, row.mailbox.columns?.[position] ?? null])),
    [STATUS_COLUMNS[0]]: row.status,
    [STATUS_COLUMNS[1]]: row.error,
  }));
}
