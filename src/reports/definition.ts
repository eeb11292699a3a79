import type { SourcePlace } from '../errors.ts';
import type { ExchangeRequest } from '../exchange/exchange-query.ts';
import type { BesideQuery, Shown } from '../graph/listing-reader.ts';
import type { Json, JsonObject } from '../json.ts';
import { DAY_MS, pluralOf, type EpochMs } from '../text/numbers.ts';
import type { RowRemoval } from '../text/power-shell.ts';
import type { Corrections, ManualCommand } from './corrections.ts';
import type { DerivedColumn } from './derived-column.ts';
import type { Presence } from './expressions/absent.ts';
import type { CountedCells, ReportHighlight, RowsInView } from './highlight.ts';
import { registeredColumns } from './registration.ts';

/**
 * A report as data: what to request for each mailbox, and which columns the response gives. Built-in reports and report
 * files use the same terms.
 */
export type ReportDefinition = GraphReport | ListingReport | ExchangeReport | DerivedReport;

/** A report that is read from Microsoft Graph, mailbox by mailbox. */
export interface GraphReport extends MailboxColumns {
  readonly source?: 'graph' | undefined;
  readonly request: ReportRequest;
  /** Whether every mailbox has an item, such as a default one: a collection without any is then no answer. */
  readonly neverEmpty?: boolean | undefined;
}

/** A report that is read from listings of the tenant in Microsoft Graph. */
export interface ListingReport extends MailboxColumns {
  readonly source?: 'graph' | undefined;
  readonly request: ListingRequest;
}

/** A report that is read from Exchange Online's admin API, which Microsoft does not document: experimental. */
export interface ExchangeReport extends MailboxColumns {
  readonly source: 'exchange';
  readonly request: ExchangeRequest;
  /** Properties that each row must have, if its rows are not objects with those of `request.select`. */
  readonly properties?: readonly string[] | undefined;
  /** Whether grants that every mailbox inherits to Microsoft's own trustees are rows too. Undefined: they are left out. */
  readonly systemTrustees?: boolean | undefined;
  /**
   * Converts what was found for a mailbox to what expressions read, where JMESPath cannot. Throws if it has not the expected
   * shape. Only for built-in reports.
   */
  readonly convert?: ((found: JsonObject) => JsonObject) | undefined;
}

/**
 * A report that is made of the rows of other reports of the run, mailbox by mailbox, or of listings of the tenant. Only for built-in
 * reports.
 */
export interface DerivedReport extends MailboxColumns {
  readonly source: 'reports';
  /** Its line in `source/derivers.ts`: what makes its rows. */
  readonly deriver: string;
  /** The reports that it is made of. A run needs one of them, unless `isOfTenant`. */
  readonly from: readonly string[];
  /** Whether the report is also made of listings of the tenant, so that it is useful without any of `from`, and needs its permissions. */
  readonly isOfTenant?: boolean | undefined;
  /** Whether its deriver reads Exchange Online, so that the run signs in there for it. */
  readonly asksExchange?: boolean | undefined;
  /** Whether its deriver needs to know what counts as inside. */
  readonly usesInternalDomains?: boolean | undefined;
  /** How each column of its one row a mailbox is made, for the deriver `columns`. */
  readonly made?: Readonly<Record<string, DerivedColumn>> | undefined;
}

/** A derived report with one row a mailbox, of columns that the other reports of the run decide. */
export interface MadeReport extends DerivedReport {
  readonly made: NonNullable<DerivedReport['made']>;
}

/** What all kinds of reports have in common: all that rules and files need. */
export interface ReportColumns extends ReportReads, ReportMeaning {
  /** What its rows belong to: the tenant, as those of `table.ts`. Undefined: mailboxes. */
  readonly about?: 'tenant' | undefined;
}

interface MailboxColumns extends ReportColumns {
  readonly about?: undefined;
}

/**
 * What decides rows and cells, with the members that a kind of report has besides. The digests that bind stored rows are of these
 * members alone: `definition-digests.ts` says for each whether it decides a column or the rows.
 */
interface ReportReads {
  /**
   * Raise it if code that makes rows or cells of this report, such as that of a derived report, changes what they mean. Stored rows of
   * another revision are not used. Undefined: 1.
   */
  readonly revision?: number | undefined;
  /** JMESPath to the array that gives one row per element; undefined: one row a mailbox. */
  readonly rows?: string | undefined;
  /**
   * JMESPath on a row: whether Graph may hide properties of it. Blank cells of such a row are unknown rather than empty, and
   * rules about them are inconclusive.
   */
  readonly inconclusive?: string | undefined;
  /** Column name to JMESPath expression, in the order of the CSV. `MailboxName` precedes them. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * Column name to a JSON Schema of the cells' possible values, besides null. Policies are checked against it, and strings
   * under `enum`, in Graph's spelling, compare without case.
   */
  readonly types?: Readonly<Record<string, JsonObject>> | undefined;
  /**
   * The members of a row that expressions read, by path, and what the service says about each. If this is given, as in built-in
   * reports, a mailbox fails if its response has no object where the path of another member leads through, or a cell of another
   * JSON type than under `types`. Properties that the request selects need not be given: they are `blank`.
   */
  readonly members?: Readonly<Record<string, Presence>> | undefined;
  /**
   * Whether a row can be blank as a whole, such as that of a mailbox without an archive. Undefined: nothing is known of such a row. Only for
   * reports with `members`.
   */
  readonly mayBeBlank?: boolean | undefined;
  /**
   * The columns that name a row of a mailbox with several: `Item` in violations, baselines and changes. Undefined: the first one.
   */
  readonly item?: readonly ItemPart[] | undefined;
  /** The other columns that define a row: `Row` in a baseline. Undefined: all but the violating one and those under `compare`. */
  readonly row?: readonly string[] | undefined;
  /**
   * Columns whose cells are those of another report of the run: of its one row a mailbox, or of the row with the ID that the cell is.
   * Without it they are unknown.
   */
  readonly takes?: Readonly<Record<string, ColumnOfReport & { readonly isById?: boolean }>> | undefined;
  /**
   * Columns that have no meaning where another one has a value, as MFA of an account that is disabled: their cells are blank, and
   * conditions about them are left out.
   */
  readonly notApplicable?: Readonly<Record<string, { readonly column: string; readonly is: Json }>> | undefined;
}

/** What names and explains rows, and what else is kept of them. It decides no cell. */
interface ReportMeaning {
  /** Name of the CSV file, also in the summary: lower-case words with hyphens. */
  readonly name: string;
  /** What it answers, for people who choose reports. Every built-in report has it, and only those. */
  readonly answers?: string | undefined;
  /** The application permissions (app roles) that the report requires, all of them. `A or B`: one of both. */
  readonly permissions: readonly string[];
  /** What a row is, in the singular, such as `inbox rule`. Undefined: a mailbox, or a row if a mailbox has several. */
  readonly unit?: string | undefined;
  /**
   * Column name to what a cell says that violates a rule: see `ColumnSentence`. Undefined: column, cell and what the rule expects.
   * Only for built-in reports.
   */
  readonly sentences?: Readonly<Record<string, ColumnSentence>> | undefined;
  /** How violating rows are changed. Undefined: no setting corrects them. Only for built-in reports. */
  readonly corrects?: Corrections | undefined;
  /** Commands for people, of what remediation does not set. Only for built-in reports. */
  readonly manual?: readonly ManualCommand[] | undefined;
  /** What the unified audit log records of changes that rows show. Undefined: nothing is known. Only for built-in reports. */
  readonly auditLog?: AuditedChanges | undefined;
  /** How rows are taken away. Only for built-in reports. */
  readonly removal?: RowRemoval | undefined;
  /** Of a report with one row a mailbox. Only for built-in reports. */
  readonly counts?: CountedCells | undefined;
  /** Columns of ids, and the column of another report of the run that files show instead, of the row with this id. */
  readonly namesOf?: Readonly<Record<string, ColumnOfReport>> | undefined;
  /**
   * How the page shows the rows in the view of a mailbox. Undefined: all cells of a report with one row a mailbox, else what names each
   * row. Only for built-in reports.
   */
  readonly inView?: RowsInView | undefined;
  /** Rows that people look for. They are counted in every run, with or without a policy. At most 20. */
  readonly highlights?: readonly ReportHighlight[] | undefined;
  readonly compare?: CompareOptions | undefined;
  /** Columns of texts that rules easily compare in vain. Only for built-in reports. */
  readonly comparisons?: Readonly<Record<string, TextComparison>> | undefined;
  /**
   * Members of the row's object by which what it shows can be given back, such as the ID of a trustee. They are in the rows file alone.
   * Only for built-in reports.
   */
  readonly identity?: readonly string[] | undefined;
  /** Whether rows keep the object of the service: a remediation needs properties that are no column. */
  readonly keepsObject?: boolean | undefined;
  /** Of a report whose rows are rights that a register can have: which right of whom, as the start of a sentence with columns in braces. */
  readonly right?: string | undefined;
  /** The columns of the mailbox list that each row carries, with their positions in it. No part of the definition itself. */
  readonly listColumns?: ReadonlyMap<string, number> | undefined;
  /** Whether rows have the column `Registered`: the policy names a register. No part of the definition itself. */
  readonly hasRegister?: boolean | undefined;
  /** Where the report file defines it. Undefined: a built-in report. */
  readonly places?: DefinitionPlaces | undefined;
}

type MemberOf<Report> = Report extends unknown ? keyof Report : never;

/** The members of definitions of any kind that decide rows and cells. */
export type ReadMember = Exclude<MemberOf<ReportDefinition>, keyof ReportMeaning | 'about'>;

/** The records of the audit log about changes of a report. */
export interface AuditedChanges {
  readonly operations: readonly string[];
  /** The parameters that set a column, if another one than that of its name does. */
  readonly parameters?: Readonly<Record<string, readonly string[]>>;
  /** The parameters whose value names a row. Only for reports with many rows a mailbox. */
  readonly rowParameters?: readonly string[];
}

interface ColumnOfReport {
  readonly report: string;
  readonly column: string;
}

/** How rules compare the texts of a column. */
export interface TextComparison {
  /** A pattern of all texts. Undefined: any text. */
  readonly form?: string;
  /** What to write instead of `const` and `enum`, in sentences. `{pattern}` is the text that the rule compares, as a part of a pattern. */
  readonly advice: string;
}

interface CompareOptions {
  /** Columns that are left out, such as counts that differ in every run. */
  readonly ignore: readonly string[];
  /** Those of them that are left out because another report of the run compares the same values. Only for built-in reports. */
  readonly repeats?: readonly string[] | undefined;
  /** Columns of numbers of which only a change across one of these limits counts. Only for built-in reports. */
  readonly limits?: Readonly<Record<string, readonly number[]>> | undefined;
}

/**
 * A sentence with columns in braces, true of any rule and cell; or sentences by the text of the cell, '' if it is blank, `*` for
 * any other.
 */
export type ColumnSentence = string | Readonly<Record<string, string>>;

/** A column, or several of which the first with a value counts. */
export type ItemPart = string | readonly string[];

/** A noun for counts of rows. */
export interface Unit {
  readonly singular: string;
  readonly plural: string;
}

/** Places in a report file. */
interface DefinitionPlaces {
  /** Of `rows`; of the file's beginning if there is no such key. */
  readonly rows: SourcePlace;
  /** By the column's name. */
  readonly columns: ReadonlyMap<string, SourcePlace>;
}

/** Options that all requests to Graph have. */
export interface GraphRequest {
  readonly version: 'v1.0' | 'beta';
  /** OData and other query options, such as `$select`, not encoded. */
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** Which listing of the tenant to read. All of its pages are read before the first row. */
export interface ListingRequest extends GraphRequest {
  /** Below the version, for example `users`. */
  readonly listing: string;
  /** The property of an object that names its mailbox: the address of the list, without case. */
  readonly match: string;
  /** Other properties that name it, the most certain first. Only for built-in reports, as all that follow but `absent`. */
  readonly alsoMatch?: readonly string[] | undefined;
  /** What it means that the listing lacks a mailbox. Undefined: `unknown`. */
  readonly absent?: 'blank' | 'unknown' | 'not-found' | undefined;
  /** Objects with one of these values are left out. */
  readonly without?: Readonly<Record<string, Json>> | undefined;
  /** Whether only the global cloud has it. */
  readonly isGlobalOnly?: boolean | undefined;
  /** Set if the listings under `beside` are useful without this one. */
  readonly optional?: Shown | undefined;
  /** Listings with more about the object. Expressions find their objects by these names. */
  readonly beside?: Readonly<Record<string, BesideListing>> | undefined;
}

/** A listing without which the report is useful too: its objects are then unknown. */
interface BesideListing extends GraphRequest, Pick<BesideQuery, 'key' | 'tally' | keyof Shown> {
  readonly listing: string;
}

/** What to request for a mailbox. */
export interface ReportRequest extends GraphRequest {
  /** Below `/users/{mailbox}/`, for example `mailboxSettings`. Empty: the user itself. */
  readonly path: string;
  /** Read only the first page of the response, for example the newest message of many. Undefined: all pages. */
  readonly firstPageOnly?: boolean | undefined;
  /** For rows that contain rows, such as folders: the request for the rows below each row, down to the leaves. */
  readonly children?: ChildrenRequest | undefined;
}

/**
 * Requests the rows below a row. They follow it, before its next sibling. Expressions find the rows above a row, outermost
 * first, under `parents`.
 */
export interface ChildrenRequest {
  /** Below `/users/{mailbox}/`, with `{id}` for the row's own id: `mailFolders/{id}/childFolders`. */
  readonly path: string;
  /** Query options of these requests. Undefined: those of the report's request. */
  readonly query?: ReportRequest['query'];
  /** JMESPath on a row: whether the row has children. Undefined: children of every row are requested. */
  readonly when?: string | undefined;
}

/** The column that names the mailbox: the first in every report. */
export const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
export const STATUS_COLUMNS = ['Status', 'Error'] as const;
/** Reports write it into a cell that they derive from properties that the service does not show. */
export const UNKNOWN = 'inconclusive';
/** In the JSON report, the member of a row with the columns whose value is not fully known. */
export const INCONCLUSIVE_MEMBER = 'Inconclusive';
/** The columns that a policy adds. Reports cannot use these names. */
export const VERDICT_COLUMNS = ['Verdict', 'Violations'] as const;

/** Whether a report is read from Exchange Online rather than Graph. */
export function isExchangeReport(report: ReportDefinition): report is ExchangeReport {
  return report.source === 'exchange';
}

/** Whether a report is made of the rows of others. */
export function isDerivedReport(report: ReportDefinition): report is DerivedReport {
  return report.source === 'reports';
}

/** Whether the row of a mailbox is made of its rows in other reports alone. */
export function isMadeReport(report: ReportDefinition): report is MadeReport {
  return isDerivedReport(report) && report.made !== undefined;
}

/** Whether a derived report also needs listings of the tenant. */
export function isTenantReport(report: ReportDefinition): boolean {
  return isDerivedReport(report) && report.isOfTenant === true;
}

/** Whether a derived report needs a sign-in to Exchange Online, though other reports may not. */
export function asksExchange(report: ReportDefinition): boolean {
  return isDerivedReport(report) && report.asksExchange === true;
}

/** The reports with those first that are made of the others: what people open first. */
export function madeFirst(reports: readonly ReportDefinition[]): readonly ReportDefinition[] {
  return [...reports.filter(isMadeReport), ...reports.filter((report) => !isMadeReport(report))];
}

/** The revision of the code that makes the rows of a report. */
export function revisionOf({ revision = 1 }: Pick<ReportColumns, 'revision'>): number {
  return revision;
}

/** Whether a report is read from Graph, mailbox by mailbox. */
export function isGraphReport(report: ReportDefinition): report is GraphReport {
  return 'request' in report && 'path' in report.request;
}

/** Whether a report is read from listings of the tenant in Graph. */
export function isListingReport(report: ReportDefinition): report is ListingReport {
  return 'request' in report && 'listing' in report.request;
}

/** What a row of a report is. */
export function unitOf({ about, unit, rows }: Pick<ReportColumns, 'about' | 'unit' | 'rows'>): Unit {
  const singular = unit ?? (rows === undefined && about === undefined ? 'mailbox' : 'row');
  return { singular, plural: pluralOf(singular) };
}

/** The header of a report's CSV. */
export function columnNames(report: ReportDefinition): readonly string[] {
  return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...fileColumnNames(report), ...STATUS_COLUMNS];
}

/** The columns that committed files give to a report: those of the mailbox list, then that of a register. */
export function fileColumnNames(report: Pick<ReportColumns, 'listColumns' | 'hasRegister'>): readonly string[] {
  return [...(report.listColumns?.keys() ?? []), ...registeredColumns(report)];
}

/** What says which columns a report has. */
type OwnColumns = Pick<ReportColumns, 'about' | 'columns' | 'listColumns' | 'hasRegister'>;

/** Whether conditions can name a column: one of the report, the mailbox's address, or one of committed files. */
export function hasColumn(report: OwnColumns, name: string): boolean {
  const isAddress = name === MAILBOX_COLUMN && report.about === undefined;
  return isAddress || Object.hasOwn(report.columns, name) || fileColumnNames(report).includes(name);
}

/** A column of a report, as a rule about any report may name it: `accounts.Licenses`. Names of reports have no dot. */
export interface ColumnReference {
  readonly report: string;
  readonly column: string;
}

/** The column of another report that a name means: one that the rule's own report and the list lack. Undefined without a dot. */
export function referenceOf(own: OwnColumns, name: string): ColumnReference | undefined {
  const dot = name.indexOf('.');
  if (dot < 1 || hasColumn(own, name)) return undefined;
  return { report: name.slice(0, dot), column: name.slice(dot + 1) };
}

/** The column that a name in a rule means: of the rule's own report or the list, else of another report. */
export function columnOf(own: OwnColumns & Pick<ReportColumns, 'name'>, name: string): ColumnReference {
  return referenceOf(own, name) ?? { report: own.name, column: name };
}

/** The JSON Schema of a column's cells; undefined if the report gives none. */
export function columnType({ types = {} }: Pick<ReportColumns, 'types'>, name: string): JsonObject | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/**
 * Whether the values of a column change although nobody changes anything, as a count of days does: a comparison leaves them out, or shows
 * only a change across a limit.
 */
export function changesByItself({ compare }: Pick<ReportColumns, 'compare'>, column: string): boolean {
  if (compare === undefined) return false;
  const { ignore, repeats = [], limits = {} } = compare;
  return Object.hasOwn(limits, column) || (ignore.includes(column) && !repeats.includes(column));
}

/** A report whose rows carry the columns of the mailbox list, but for those that it has itself. */
export function withListColumns<Report extends Pick<ReportColumns, 'columns' | 'listColumns'>>(
  report: Report,
  columns: readonly string[],
): Report {
  const own = new Set(Object.keys(report.columns).map((name) => name.toLowerCase()));
  const carried = columns.map((name, at) => [name, at] as const).filter(([name]) => !own.has(name.toLowerCase()));
  return carried.length === 0 ? report : { ...report, listColumns: new Map(carried) };
}

/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
export function requestPath({ path, query }: ReportRequest): string {
  return path + encodedQuery(query);
}

/** A placeholder in `$filter` of a listing: the day 30 days before the run. */
export const MONTH_AGO = '{today-30d}';
const MONTH_MS = 30 * DAY_MS;

/** The path of a listing, with version and query, percent-encoded. */
export function listingPath(
  { version, listing, query = {} }: Pick<BesideListing, 'version' | 'listing' | 'query'>,
  now: EpochMs,
): string {
  const day = `${new Date(now - MONTH_MS).toISOString().slice(0, 10)}T00:00:00Z`;
  const dated = Object.entries(query).map(([name, value]) => [name, value.replaceAll(MONTH_AGO, day)] as const);
  return `/${version}/${listing}${encodedQuery(Object.fromEntries(dated))}`;
}

/** The path that requests the children of a row. `template` has `{id}` where the row's id goes. */
export function childrenPath(template: string, id: string, query: ReportRequest['query']): string {
  return template.replace('{id}', () => encodeURIComponent(id)) + encodedQuery(query);
}

/** Not every server decodes the `$` of OData's option names, so it is not encoded. */
function encodedQuery(query: ReportRequest['query'] = {}): string {
  const options = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return options.length === 0 ? '' : `?${options.join('&')}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2C', ',');
}
