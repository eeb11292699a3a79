import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Json } from '../json.ts';
import type { MailboxIds } from '../mailboxes/identity.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { findingsIn, type Finding, type ReportVerdict } from '../policy/verdict.ts';
import type { RowCells } from '../reports/rows.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxHighlights, RowsOf } from '../reports/conditions.ts';
import { type MailboxRows, type RowStatus, rowsOf, unreadableRow, withTakenCells } from '../reports/rows.ts';
import { someNames } from '../text/numbers.ts';

/** The rows of a mailbox in one report, and the verdict of the report's rules. */
export interface ReportResult {
  readonly definition: ReportDefinition;
  readonly rows: MailboxRows;
  /** Undefined if no rule applies to the report. */
  readonly verdict: ReportVerdict | undefined;
  /** Undefined if the report has none. */
  readonly highlights?: MailboxHighlights | undefined;
}

/** What differs between two reports: a row, the list, or a violation of the policy. */
type ChangeKind =
  | 'changed'
  | 'added'
  | 'removed'
  | 'mailbox-added'
  | 'mailbox-removed'
  | 'new-violation'
  | 'resolved'
  /** The mailbox violates a rule that only one of both policies has. */
  | 'rule-added'
  | 'rule-removed';

/** One difference between the earlier report and this one. Texts are hostile until escaped for their destination. */
export interface Change {
  readonly kind: ChangeKind;
  /** The report's name; '' for the list. */
  readonly report: string;
  /** The address as listed. */
  readonly mailbox: string;
  /** Names the row of a report with several rows a mailbox, as `RowIdentity` does. Else ''. */
  readonly item: string;
  /** The column that differs or violates a rule; '' for whole rows and mailboxes. */
  readonly column: string;
  readonly before: Json;
  readonly after: Json;
  /** The id of the violated rule; only for violations. */
  readonly rule?: string;
  /** The verdict of the violation, which for `resolved` is the earlier one. */
  readonly verdict?: Finding['verdict'];
  /** The day of the first run that found the violation; only for `resolved`, if it is known. */
  readonly since?: string | undefined;
  /** Whether `changes.csv` has one row for all mailboxes with the change. */
  readonly isShared?: boolean;
}

/** Everything that a run knows about one mailbox: what passes from the source through the stages into the sinks. */
export interface MailboxResult {
  readonly mailbox: Mailbox;
  /** Undefined: they are not known. */
  readonly ids?: MailboxIds | undefined;
  /** `ok` only if every report was read. */
  readonly status: RowStatus;
  /** Why the mailbox could not be read, else ''. Hostile text until escaped. */
  readonly error: string;
  /** One for each report, in their order. */
  readonly reports: readonly ReportResult[];
  /** What differs from the earlier report; undefined if there is none to compare with. */
  readonly changes?: readonly Change[] | undefined;
  /** Whether the earlier run did not read a report of the mailbox, so that it cannot say what is new. */
  readonly isNotCompared?: boolean;
}

/** Turns the answers of a mailbox into rows. Verdicts are added by the stages. */
export function mailboxResult(
  { mailbox, ids, results }: MailboxAnswer<RowCells[]>,
  definitions: readonly ReportDefinition[],
): MailboxResult {
  const withoutTakenCells = definitions.map((definition, index): ReportResult => {
    const result = results[index];
    if (result === undefined) throw new Error(`no result of the report ${definition.name}`);
    return { definition, rows: rowsOf(mailbox, result, definition), verdict: undefined };
  });
  const reports = withoutTakenCells.map((report): ReportResult => {
    if (report.definition.takes === undefined) return report;
    const rows = withTakenCells(report.rows, report.definition, (name) => {
      const other = withoutTakenCells.find(({ definition }) => definition.name === name);
      return other && [other.definition, other.rows];
    });
    return { ...report, rows };
  });
  return { mailbox, ids: ids ?? mailbox.ids, ...statusOf(reports), reports };
}

/** The rows of a mailbox, by report. */
export function rowsByReport(reports: readonly ReportResult[]): RowsOf {
  return (name) => reports.find(({ definition }) => definition.name === name)?.rows;
}

/** The findings of a mailbox, by report and rule, in the order of both. */
export function findingsOf({ reports }: Pick<MailboxResult, 'reports'>): readonly Finding[] {
  return reports.flatMap(({ verdict }) => findingsIn(verdict));
}

/** Causes that concern the mailbox as a whole come before those that may concern one report, such as a missing permission. */
export const BY_SEVERITY: readonly RowStatus[] = [
  'cancelled',
  'not-found',
  'no-mailbox',
  'throttled',
  'failed',
  'access-denied',
];

/** Reports that an error names. The rows of each report have its own error. */
const MAX_NAMED_REPORTS = 3;

/** The status of the mailbox: that of its most severe report, which is named unless all reports have the same status. */
function statusOf(reports: readonly ReportResult[]): { readonly status: RowStatus; readonly error: string } {
  if (reports.every(({ rows }) => unreadableRow(rows) === undefined)) return { status: 'ok', error: '' };
  const status = BY_SEVERITY.find((cause) => reports.some(({ rows }) => rows.some((row) => row.status === cause)));
  if (status === undefined) return { status: 'ok', error: '' };
  const concerned = reports.filter(({ rows }) => rows.some((row) => row.status === status));
  const error = concerned[0]?.rows.find((row) => row.status === status)?.error ?? '';
  if (concerned.length === reports.length) return { status, error };
  const names = concerned.map(({ definition }) => definition.name);
  return { status, error: `${someNames(names, String, MAX_NAMED_REPORTS)}: ${error}` };
}
