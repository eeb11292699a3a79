import type { JsonObject } from '../json.ts';

/**
 * A report as data: what to ask of each mailbox and which columns its answer gives. The built-in reports are written in
 * these terms, and so is a report file.
 */
export interface ReportDefinition {
  /** Names the CSV file and stands in the summary: lower-case words with hyphens. */
  readonly name: string;
  /** The Graph application permission (app role) that reading it takes. */
  readonly permission: string;
  readonly request: ReportRequest;
  /** JMESPath to the array that gives a row each; undefined: one row a mailbox. */
  readonly rows?: string | undefined;
  /** JMESPath, on a row: whether Graph keeps back what a rule about it would have to know. */
  readonly inconclusive?: string | undefined;
  /** Column name to JMESPath expression, in the CSV's order. The mailbox's own name stands before them. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * Column name to a JSON Schema of what its cells can hold, besides null. A policy is held against it, and strings under
   * `enum`, as Graph spells them, compare without case.
   */
  readonly types?: Readonly<Record<string, JsonObject>> | undefined;
}

/** What to ask of a mailbox. Answers of several pages are read to their end. */
export interface ReportRequest {
  /** Below `/users/{mailbox}/`, for example `mailboxSettings`. */
  readonly path: string;
  readonly version: 'v1.0' | 'beta';
  /** OData's options and others, such as `$select`, not yet encoded. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** For rows that hold rows, as folders do: what to ask for each of them, and so on down the tree. */
  readonly children?: ChildrenRequest | undefined;
}

/**
 * The rows inside a row: they follow it, before its next sibling. Expressions find the rows that it stands in, outermost
 * first, under `parents`.
 */
export interface ChildrenRequest {
  /** Below `/users/{mailbox}/`, with the row's own id for `{id}`: `mailFolders/{id}/childFolders`. */
  readonly path: string;
  /** JMESPath, on a row: whether there is anything to ask for. Undefined: of every row. */
  readonly when?: string | undefined;
}

/** The column that names the mailbox: first in every report. */
export const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
export const STATUS_COLUMNS = ['Status', 'Error'] as const;
/** The columns that a policy adds: no report may have them. */
export const VERDICT_COLUMNS = ['Verdict', 'Violations'] as const;

/** The header of a report's CSV. */
export function columnNames(report: ReportDefinition): readonly string[] {
  return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...STATUS_COLUMNS];
}
