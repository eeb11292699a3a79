/**
 * `rows.ndjson.gz`, the stored form of a result: a line of JSON about the run, a line for each mailbox in list order, and a
 * line of counts, without which the file is incomplete. This is the writing side; `rows-reader.ts` is the other.
 */
import { hash } from 'node:crypto';
import type { UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { Mailbox, MailboxList } from '../mailboxes/mailbox.ts';
import type { Shard } from '../mailboxes/shard.ts';
import type { Policy, Rule } from '../policy/policy-definition.ts';
import { findingsIn, type Finding } from '../policy/verdict.ts';
import { APPLICATIONS_TABLE } from '../reports/built-in/applications.ts';
import type { ItemPart, ReportDefinition } from '../reports/definition.ts';
import { itemColumns } from '../reports/row-identity.ts';
import { unreadableRow, type Row, type RowStatus } from '../reports/rows.ts';
import type { MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import type { Result } from '../run/result.ts';
import type { RunOrigin } from '../run/run.ts';
import type { Cells } from '../text/csv.ts';
import { shortened } from '../text/display.ts';
import type { PastRun } from '../totals/past-run.ts';
import type { RunCounts } from '../totals/run-counts.ts';
import type { EpochMs } from '../text/numbers.ts';
import { VERSION } from '../version.ts';
import type { StepEnvironment } from '../run/runner.ts';
import { ROWS_FORMAT, ROWS_VERSION } from './rows-shape.ts';

export const ROWS_FILE = 'rows.ndjson.gz';
const MAX_WARNINGS = 100;
const MAX_TEXT = 2_000;

/** Runs whose counts a file carries. */
const MAX_HISTORY = 30;

/** Bytes of the line of a mailbox. */
export const MAX_LINE_BYTES = 1024 ** 2;
/** Bytes of a file, unpacked: 1,000,000 mailboxes have some 4 GiB. */
export const MAX_FILE_BYTES = 16 * 1024 ** 3;

/** What the first line says about a run. */
export interface RowsHeader extends RunOrigin {
  /** The version of the program. */
  readonly productVersion: string;
  readonly run: RowsRun;
  /** Digest of the policy; undefined without one. */
  readonly policy: string | undefined;
  /** The rules of the policy; undefined without one, and in files of earlier versions. */
  readonly rules: readonly RowsRule[] | undefined;
  /** The whole list, also in a shard. */
  readonly list: MailboxList;
  /** Undefined if the file has the whole list's mailboxes. */
  readonly shard: Shard | undefined;
  /** Of a shard with `mailboxes: all`: the positions in the list whose mailboxes the file has, in their order. */
  readonly positions?: readonly number[] | undefined;
  /** In the order of the results of each mailbox. */
  readonly reports: readonly RowsReport[];
  /** The runs before this one, each compared with the one before, the latest last. At most 30. */
  readonly history: readonly PastRun[];
}

export interface RowsRun {
  /** Of the workflow run; '' outside a workflow. */
  readonly id: string;
  readonly attempt: number;
  /** The web page of the workflow run; undefined outside a workflow. */
  readonly url: string | undefined;
  readonly started: Date;
}

/** A rule of the policy. */
export type RowsRule = Pick<Rule, 'id' | 'report'>;

/** A report of the run. */
export interface RowsReport {
  readonly name: string;
  /** Digest of the definition. */
  readonly digest: string;
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

/** A mailbox, with the results of each report in the order of the header. */
export interface StoredMailbox {
  readonly address: string;
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
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  readonly warnings: readonly string[];
  readonly result: Result;
  /** Why reading stopped early. */
  readonly stoppedBy: Pick<UserError, 'message' | 'hint'> | undefined;
  readonly cancelled: boolean;
  /** The rows of tables about the tenant, which merged shards share, by the name of the table. */
  readonly tables?: Readonly<Record<string, readonly Cells[]>> | undefined;
}

/** The first line of a run's file. */
export function rowsHeader({
  step,
  started,
  reports,
  policy,
  list,
  shard,
  positions,
  history = [],
  ...origin
}: RunOrigin & {
  readonly list: MailboxList;
  readonly step: Pick<StepEnvironment, 'runId' | 'attempt' | 'runUrl'>;
  readonly started: EpochMs;
  readonly reports: readonly ReportDefinition[];
  readonly policy: Policy | undefined;
  readonly shard?: Shard;
  readonly positions?: RowsHeader['positions'];
  readonly history?: RowsHeader['history'];
}): RowsHeader {
  const { tenant, cloud, shown, certificate } = origin;
  return {
    productVersion: VERSION,
    tenant,
    cloud,
    shown,
    certificate,
    list,
    shard,
    positions,
    history,
    run: { id: step.runId, attempt: step.attempt, url: step.runUrl, started: new Date(started) },
    policy: policy && policyDigest(policy),
    rules: policy && rowsRules(policy),
    reports: rowsReports(reports),
  };
}

/** What a rows file says about the rules of a policy. */
export function rowsRules({ rules }: Policy): readonly RowsRule[] {
  return rules.map(({ id, report }) => ({ id, report }));
}

/** The history of a run that follows an earlier one. */
export function historyAfter(
  { run: { url, started }, history }: RowsHeader,
  { counts }: RowsEnd,
): RowsHeader['history'] {
  return [...history, { url, started, counts }].slice(-MAX_HISTORY);
}

/** What a rows file says about the reports of a run. */
export function rowsReports(definitions: readonly ReportDefinition[]): readonly RowsReport[] {
  return definitions.map((definition) => ({
    name: definition.name,
    digest: definitionDigest(definition),
    columns: Object.keys(definition.columns),
    manyRows: definition.rows !== undefined,
    item: itemColumns(definition),
    ignored: definition.compare?.ignore ?? [],
    limits: definition.compare?.limits ?? {},
  }));
}

/**
 * SHA-256, in hex, of everything in a definition that decides cells. The unit, sentences, highlights, corrections, audit records,
 * identities, views, columns of the list and places of a report file do not.
 */
export function definitionDigest(definition: ReportDefinition): string {
  return digestOf({
    ...definition,
    unit: undefined,
    sentences: undefined,
    highlights: undefined,
    counts: undefined,
    namesOf: undefined,
    inView: undefined,
    corrects: undefined,
    manual: undefined,
    auditLog: undefined,
    removal: undefined,
    identity: undefined,
    deriver: undefined,
    asksExchange: undefined,
    usesInternalDomains: undefined,
    tables: undefined,
    listColumns: undefined,
    places: undefined,
  });
}

/** SHA-256, in hex, of the rules and exemptions of a policy, wherever they are in its file. */
export function policyDigest({ rules, exemptions }: Policy): string {
  return digestOf({ rules, exemptions }, (key, value: unknown) => (key === 'place' ? undefined : value));
}

/** SHA-256, in hex, of the JSON of a value. */
export function digestOf(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return hash('sha256', JSON.stringify(value, replacer));
}

/** The first line. */
export function headerLine({ run, list, certificate, shard, positions, ...header }: RowsHeader): string {
  const { productVersion, tenant, cloud, shown, policy, rules, reports, history } = header;
  return lineOf({
    format: ROWS_FORMAT,
    version: ROWS_VERSION,
    productVersion,
    tenant,
    cloud,
    shown,
    run,
    policy,
    rules,
    shard,
    positions,
    reports,
    history: history.length === 0 ? undefined : history,
    certificate: certificate && { expires: certificate.notAfter, thumbprint: certificate.thumbprint },
    list: {
      files: list.files,
      columns: list.columns.length === 0 ? undefined : list.columns,
      mailboxes: storedMailboxes(list),
      listed: list.listed,
      duplicateCount: list.duplicateCount,
      duplicates: list.duplicates.map(({ mailbox, firstAt }) => ({
        mailbox: storedPlace(mailbox),
        firstAt: storedPlace(firstAt),
      })),
    },
  });
}

/** The mailboxes, in list order: an entry for each part that is of one file. */
function storedMailboxes({ mailboxes }: MailboxList): readonly Json[] {
  const parts: { readonly file: string; readonly addresses: string[]; readonly lines: number[] }[] = [];
  for (const { address, file, line } of mailboxes) {
    const last = parts.at(-1);
    const part = last?.file === file ? last : { file, addresses: [], lines: [] };
    if (part !== last) parts.push(part);
    part.addresses.push(address);
    part.lines.push(line);
  }
  return parts;
}

function storedPlace({ address, file, line }: Mailbox): Json {
  return { address, file, line };
}

/** What is stored of a mailbox. The JSON report has the same, with names instead of positions. */
export function storedMailbox({ mailbox, reports }: MailboxResult): StoredMailbox {
  return { address: mailbox.address, columns: mailbox.columns, reports: reports.map(storedReport) };
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
export function failedMailbox({ address, reports }: StoredMailbox, error: string): StoredMailbox {
  return { address, reports: reports.map(() => ({ status: 'failed', error, rows: [], violations: [] })) };
}

/** The line of a mailbox. What is blank or empty is left out. */
export function mailboxLine({ address, columns, reports }: StoredMailbox): string {
  const text = objectText({
    mailbox: JSON.stringify(address),
    columns: columns && JSON.stringify(columns),
    reports: listText(reports.map(reportText)),
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
export function endLine({ tables, ...end }: RowsEnd): string {
  const { counts, throttling, warnings, result, stoppedBy, cancelled } = end;
  const { waits, waitedMs, refused } = throttling;
  const rows = tables?.[APPLICATIONS_TABLE]?.map((cells) => [...cells]);
  return lineOf({
    counts,
    throttling: { waits, waitedMs, refused },
    warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
    result,
    cancelled,
    stoppedBy: stoppedBy && { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) },
    // The length of a line is limited. Without the rows, only a merge lacks the file.
    applications: JSON.stringify(rows ?? []).length > MAX_LINE_BYTES / 2 ? undefined : rows,
  });
}

/** Keeps the last line within the length of a line. */
function cut(text: string): string {
  return shortened(text, MAX_TEXT);
}

/** Members that are undefined are not written. */
function lineOf(value: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(value)}\n`;
}
