/**
 * A report as data: what to ask of each mailbox and which columns its answer gives. The built-in reports are written in
 * these terms, and so is a report file.
 */
export interface ReportDefinition {
  /** Names the CSV file and stands in the summary: lower-case words with hyphens. */
  readonly name: string;
  /** The Graph application permission (app role) that reading it takes. */
  readonly permission: string;
  readonly request: {
    /** Below `/users/{mailbox}/`, for example `mailboxSettings`. */
    readonly path: string;
    readonly version: 'v1.0' | 'beta';
  };
  /** Column name to JMESPath expression, in the CSV's order. The mailbox's own name stands before them. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The column that names the mailbox: first in every report. */
export const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
export const STATUS_COLUMNS = ['Status', 'Error'] as const;

/** The header of a report's CSV. */
export function columnNames(report: ReportDefinition): readonly string[] {
  return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...STATUS_COLUMNS];
}
