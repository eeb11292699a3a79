/**
 * `rows.ndjson.gz`, the stored form of a result: a line of JSON about the run, which `rows-header.ts` makes, the lines of each table
 * about the tenant, a line for each mailbox in list order, and a line of counts, without which the file is incomplete. This is the
 * writing side; `rows-reader.ts` is the other.
 */
import type { UserError } from '../errors.ts';
import type { MailboxIds } from '../mailboxes/identity.ts';
import type { Mailbox, MailboxList } from '../mailboxes/mailbox.ts';
import type { Shard } from '../mailboxes/shard.ts';
import type { Rule } from '../policy/policy-definition.ts';
import { findingsIn, type Finding } from '../policy/verdict.ts';
import type { ItemPart } from '../reports/definition.ts';
import type { DefinitionDigests } from '../reports/definition-digests.ts';
import { unreadableRow, type Row, type RowStatus } from '../reports/rows.ts';
import type { MaxUnreadable } from '../run/input-readers.ts';
import type { OutputInputs } from '../run/inputs.ts';
import type { MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import { readRowsOf, tableFindings, type TableResult } from '../run/table-result.ts';
import type { Result } from '../run/result.ts';
import type { RunOrigin } from '../run/run.ts';
import type { Cells } from '../text/csv.ts';
import { shortened } from '../text/display.ts';
import type { PastRun } from '../totals/past-run.ts';
import type { RunCounts } from '../totals/run-counts.ts';
import type { CountsByName } from '../totals/run-summary.ts';

export const ROWS_FILE = 'rows.ndjson.gz';
const MAX_WARNINGS = 100;
const MAX_TEXT = 2_000;

/** Bytes of a line of a mailbox or a table. */
export const MAX_LINE_BYTES = 1024 ** 2;
/** Bytes of a file, unpacked: 1,000,000 mailboxes have some 4 GiB. */
export const MAX_FILE_BYTES = 16 * 1024 ** 3;

/** What the first line says about a run. */
export interface RowsHeader extends RunOrigin {
  /** The version of the program. */
  readonly productVersion: string;
  readonly run: RowsRun;
  readonly digests: RowsDigests;
  /** What decides whether the step fails; undefined in a shard, which decides nothing. */
  readonly gate: RowsGate | undefined;
  /** The rules of the policy; undefined without one. */
  readonly rules: readonly RowsRule[] | undefined;
  /** The whole list, also in a shard. */
  readonly list: MailboxList;
  /** Undefined if the file has the whole list's mailboxes. */
  readonly shard: Shard | undefined;
  /** Of a shard with `mailboxes: all`: the positions in the list whose mailboxes the file has, in their order. */
  readonly positions?: readonly number[] | undefined;
  /** Of the same shards: the mailboxes that are new enough to be missing in the list of another shard. */
  readonly recent?: readonly RecentMailbox[] | undefined;
  /** In the order of the results of each mailbox. */
  readonly reports: readonly RowsReport[];
  /** Those about the tenant, whose rows belong to no mailbox. */
  readonly tables: readonly RowsReport[];
  /** The runs before this one, each compared with the one before, the latest last. At most 30. */
  readonly history: readonly PastRun[];
}

/** A mailbox by its position in the list, and when it was created. */
export interface RecentMailbox {
  readonly position: number;
  readonly created: Date;
}

export interface RowsRun {
  /** Of the workflow run; '' outside a workflow. */
  readonly id: string;
  readonly attempt: number;
  /** The web page of the workflow run; undefined outside a workflow. */
  readonly url: string | undefined;
  readonly started: Date;
  /** Of the checkout; undefined outside a workflow, as the others. */
  readonly commit: string | undefined;
  /** Who started this attempt. */
  readonly actor: string | undefined;
  /** On GitHub: `owner/name`. */
  readonly repository: string | undefined;
}

/** SHA-256, in hex, of the committed files by which rows were judged. Undefined: there was none. */
export interface RowsDigests {
  readonly policy: string | undefined;
  readonly baseline: string | undefined;
  readonly register?: string | undefined;
  /** By the name of a catalogue. */
  readonly catalogues?: Readonly<Record<string, string>> | undefined;
}

export interface RowsGate {
  readonly failOn: OutputInputs['failOn'];
  readonly maxUnreadable: MaxUnreadable;
  readonly unlisted: 'ignore' | 'warn' | 'fail';
}

/** A rule of the policy. */
export type RowsRule = Pick<Rule, 'id' | 'report'>;

/** A report of the run. */
export interface RowsReport {
  readonly name: string;
  readonly reads: RowsSource;
  /** Of the code that makes its rows. */
  readonly revision: number;
  /** Of the definition. Cells under another digest have another meaning. */
  readonly digests: DefinitionDigests;
  readonly columns: readonly string[];
  /** Whether a mailbox can have another number of rows than one. */
  readonly manyRows: boolean;
  /** The columns that name a row; empty with one row a mailbox. */
  readonly item: readonly ItemPart[];
  /** Columns that a comparison leaves out. */
  readonly ignored: readonly string[];
  /** Columns of which only a change across one of the limits counts. */
  readonly limits: Readonly<Record<string, readonly number[]>>;
}

/** What the rows of a report were read from, for people. */
export interface RowsSource {
  /** The application permissions; undefined if it needs none. */
  readonly permission: string | undefined;
  /** The requests to Graph or the cmdlets of Exchange Online, by commas; undefined if it is made of other reports. */
  readonly endpoint: string | undefined;
}

/** A mailbox, with the results of each report in the order of the header. */
export interface StoredMailbox {
  readonly address: string;
  /** Undefined: the run did not list the mailbox. */
  readonly ids?: MailboxIds | undefined;
  /** The values of the list's columns, as in `Mailbox`. */
  readonly columns?: Mailbox['columns'];
  readonly reports: readonly StoredReport[];
}

export interface StoredReport {
  /** `ok` only if all rows were read. */
  readonly status: RowStatus;
  /** Why it could not be read, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Empty if the mailbox has none, or could not be read. */
  readonly rows: readonly StoredRow[];
  readonly violations: readonly StoredViolation[];
}

export type StoredRow = Pick<Row, 'cells' | 'incomplete' | 'notApplicable' | 'status' | 'error' | 'id' | 'identity'>;

/** A cell that violates a rule, or a row for which a rule is inconclusive. */
export interface StoredViolation extends Pick<Finding, 'verdict' | 'item' | 'column' | 'found'> {
  /** The rule's id. */
  readonly rule: string;
  /** Digest of what defines the row in addition to `item`. */
  readonly row: string;
  readonly since: string | undefined;
}

/** The last line: what is known only at the end. */
export interface RowsEnd {
  readonly counts: RunCounts;
  readonly ended: Date;
  /** By table. Undefined without tables. */
  readonly tables?: CountsByName | undefined;
  /** By control, as `storedControls` names them. Undefined without controls. */
  readonly controls?: CountsByName | undefined;
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  readonly warnings: readonly string[];
  readonly result: Result;
  /** Why reading stopped early. */
  readonly stoppedBy: Pick<UserError, 'message' | 'hint'> | undefined;
  readonly cancelled: boolean;
}

/** A table about the tenant. */
export interface StoredTable extends StoredReport {
  readonly name: string;
}

/** What is stored of a mailbox. The JSON report has the same, with names instead of positions. */
export function storedMailbox({ mailbox, ids, reports }: MailboxResult): StoredMailbox {
  return { address: mailbox.address, ids, columns: mailbox.columns, reports: reports.map(storedReport) };
}

export function storedReport({ rows, verdict }: ReportResult): StoredReport {
  const { status, error } = unreadableRow(rows) ?? rows[0];
  return {
    status,
    error,
    rows: rows.filter(({ content }) => content === 'item'),
    violations: findingsIn(verdict).map(storedViolation),
  };
}

/** What is stored of a table. */
export function storedTable(result: TableResult): StoredTable {
  const { definition, status, error } = result;
  const violations = tableFindings(result).map(storedViolation);
  return { name: definition.name, status, error, rows: readRowsOf(result), violations };
}

export function storedViolation({
  rule,
  verdict,
  item,
  rowDigest: row,
  column,
  found,
  since,
}: Finding): StoredViolation {
  return { rule: rule.id, verdict, item, row, column, found, since };
}

/** A mailbox without its rows, and without the columns of the list, which may be what is too long. */
export function failedMailbox({ address, ids, reports }: StoredMailbox, error: string): StoredMailbox {
  return { address, ids, reports: reports.map(() => ({ status: 'failed', error, rows: [], violations: [] })) };
}

/** The line of a mailbox. What is blank or empty is left out. */
export function mailboxLine({ address, ids, columns, reports }: StoredMailbox): string {
  const text = objectText({
    mailbox: JSON.stringify(address),
    ids: ids && JSON.stringify(ids),
    columns: columns && JSON.stringify(columns),
    reports: listText(reports.map(reportText)),
  });
  return `${text}\n`;
}

/** Characters of a line of a table without its rows and violations, and what a character may be in UTF-8. */
const [TABLE_MARGIN, MOST_BYTES] = [20_000, 3];

/**
 * The lines of a table, one after another: as many as it takes for rows and violations, at least one. A row that does not fit into one
 * gives undefined. The text of a whole table is never in memory.
 */
export function* tableLines({ name, status, error, rows, violations }: StoredTable): Generator<string | undefined> {
  const most = MAX_LINE_BYTES / MOST_BYTES - TABLE_MARGIN;
  const common = {
    table: JSON.stringify(name),
    status: JSON.stringify(status),
    error: error === '' ? undefined : JSON.stringify(cut(error)),
  };
  let line: TableParts = { rows: [], violations: [] };
  let length = 0;
  for (const { part, text } of tableTexts(rows, violations)) {
    if (text.length > most) yield undefined;
    if (length > 0 && length + text.length + 1 > most) {
      yield tableLine(common, line);
      line = { rows: [], violations: [] };
      length = 0;
    }
    line[part].push(text);
    length += text.length + 1;
  }
  yield tableLine(common, line);
}

/** Texts of JSON in a line of a table. */
interface TableParts {
  readonly rows: string[];
  readonly violations: string[];
}

function* tableTexts(
  rows: StoredTable['rows'],
  violations: StoredTable['violations'],
): Generator<{ readonly part: keyof TableParts; readonly text: string }> {
  // The rows of a table say why they were not read only by its line.
  for (const row of rows) yield { part: 'rows', text: rowText({ ...row, status: 'ok', error: '' }) };
  for (const violation of violations) yield { part: 'violations', text: JSON.stringify(violation) };
}

function tableLine(common: Readonly<Record<string, string | undefined>>, { rows, violations }: TableParts): string {
  const text = objectText({
    ...common,
    rows: rows.length === 0 ? undefined : listText(rows),
    violations: violations.length === 0 ? undefined : listText(violations),
  });
  return `${text}\n`;
}

function reportText({ status, error, rows, violations }: StoredReport): string {
  return objectText({
    status: JSON.stringify(status),
    error: error === '' ? undefined : JSON.stringify(error),
    rows: rows.length === 0 ? undefined : listText(rows.map(rowText)),
    violations: violations.length === 0 ? undefined : JSON.stringify(violations),
  });
}

function rowText({ cells, incomplete, notApplicable, status, error, id, identity }: StoredRow): string {
  const isOk = status === 'ok';
  return objectText({
    cells: cellsText(cells),
    unknown: incomplete && JSON.stringify([...incomplete]),
    notApplicable: notApplicable && JSON.stringify([...notApplicable]),
    status: isOk ? undefined : JSON.stringify(status),
    error: isOk ? undefined : JSON.stringify(error),
    id: id === undefined ? undefined : JSON.stringify(id),
    identity: identity && JSON.stringify(identity),
  });
}

/** Cells of earlier rows with a long list. */
const CELLS_WITH_LISTS = new WeakMap<Cells, string>();
const LONG_LIST = 20;

/** Mailboxes share the cells of long lists, such as those of applications. */
function cellsText(cells: Cells): string {
  const known = CELLS_WITH_LISTS.get(cells);
  if (known !== undefined) return known;
  const text = JSON.stringify(cells);
  if (cells.some((cell) => Array.isArray(cell) && cell.length > LONG_LIST)) CELLS_WITH_LISTS.set(cells, text);
  return text;
}

/** A list in JSON. */
function listText(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

/** An object in JSON. Members that are undefined are left out. */
function objectText(members: Readonly<Record<string, string | undefined>>): string {
  let text = '';
  for (const name in members) {
    const value = members[name];
    if (value !== undefined) text += `${text === '' ? '' : ','}"${name}":${value}`;
  }
  return `{${text}}`;
}

/** The last line. */
export function endLine(end: RowsEnd): string {
  const { counts, ended, tables, controls, throttling, warnings, result, stoppedBy, cancelled } = end;
  const { waits, waitedMs, refused } = throttling;
  return lineOf({
    counts,
    ended,
    tables,
    controls,
    throttling: { waits, waitedMs, refused },
    warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
    result,
    cancelled,
    stoppedBy: stoppedBy && { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) },
  });
}

/** Keeps the last line within the length of a line. */
function cut(text: string): string {
  return shortened(text, MAX_TEXT);
}

/** Members that are undefined are not written. */
export function lineOf(value: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(value)}\n`;
}
