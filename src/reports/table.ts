import type { Json, JsonObject } from '../json.ts';
import type { Command } from '../exchange/command.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import { isExchangeReport, type GraphRequest, type ReportColumns, type ReportDefinition } from './definition.ts';
import type { Known } from './known.ts';

/** A report about the tenant: a table, which a run reads once, whatever its list. */
export type TableReport = ListedTable | CmdletTable | MadeTable | ReadTable | DerivedTable;

/** A report of either kind. */
export type AnyReport = ReportDefinition | TableReport;

interface TableColumns extends ReportColumns {
  readonly about: 'tenant';
}

/** A table of the objects that a listing of Graph has; without `rows`, of its only one. */
export interface ListedTable extends TableColumns {
  readonly source?: 'graph' | undefined;
  /** `listing`: below the version, for example `domains`. */
  readonly request: GraphRequest & { readonly listing: string };
}

/** A table of the objects that a cmdlet about the organization returns; without `rows`, of its only one. */
export interface CmdletTable extends TableColumns {
  readonly source: 'exchange';
  readonly request: TableCmdlet;
}

/** What a cmdlet about the organization is asked. */
export type TableCmdlet = Pick<Command, 'cmdlet' | 'select'> & Partial<Pick<Command, 'parameters'>>;

/** A table whose cells functions make of what several cmdlets return: of one row, unless `eachOf`. Only for built-in tables. */
export interface MadeTable extends TableColumns {
  readonly source: 'cmdlets';
  /** The objects of each row, of those that the cmdlets returned. Such a table has `rows`. */
  readonly eachOf?: ((objects: CmdletObjects) => readonly CmdletObjects[]) | undefined;
  /** By the names under which functions find the objects. */
  readonly cmdlets: Readonly<Record<string, PartCmdlet>>;
  /** How each column is made. */
  readonly made: Readonly<Record<string, (objects: CmdletObjects, context: TableContext) => Known<Json>>>;
}

/** What a run knows besides what cmdlets return. */
export interface TableContext {
  /** When it started. */
  readonly now: EpochMs;
  /** What counts as inside by the input; undefined if it says nothing, since cells must not depend on other reports of the run. */
  readonly inside: InternalDomains | undefined;
}

interface PartCmdlet extends TableCmdlet {
  /** Whether rows would be missing without its objects, so that the table is not read if it is refused or fails. */
  readonly isRequired?: boolean | undefined;
  /** Whether it returns any number of objects, which are an array then. Undefined: exactly one. */
  readonly many?: boolean | undefined;
  /** Whether it is needed at all, by what the cmdlets without this member have returned. Undefined: always. */
  readonly onlyIf?: ((objects: CmdletObjects) => boolean) | undefined;
}

/**
 * What cmdlets returned, by the names of a table: an object, or an array of them. What was refused, failed, returned not exactly one
 * object, or nothing of which every tenant has something, or was not needed is left out, and so are properties that the service leaves out.
 */
export type CmdletObjects = Readonly<Record<string, JsonObject | readonly JsonObject[]>>;

/** A table that code makes of listings of Exchange Online and of Graph. Only for built-in tables. */
export interface ReadTable extends TableColumns {
  readonly source: 'listings';
  /** Those that it runs. */
  readonly cmdlets: readonly string[];
}

/** A table that a report about mailboxes reads on its way. Only for built-in tables. */
export interface DerivedTable extends TableColumns {
  readonly source: 'reports';
  /** The name of that report. A run with the report has the table too. */
  readonly comesWith: string;
}

/** Whether a report is about the tenant. */
export function isTable(report: AnyReport): report is TableReport {
  return report.about === 'tenant';
}

/** Whether Exchange Online has what a table shows, so that the run signs in there. */
export function isOfExchange(table: TableReport): table is CmdletTable | MadeTable | ReadTable {
  return table.source === 'exchange' || table.source === 'cmdlets' || table.source === 'listings';
}

/** Whether Graph has what a table shows, or a part of it. */
export function isOfGraph(table: TableReport): boolean {
  return !isOfExchange(table) || table.source === 'listings';
}

/** Whether a report is read from an API that Microsoft does not document. */
export function isExperimental(report: AnyReport): boolean {
  return isTable(report) ? isOfExchange(report) : isExchangeReport(report);
}

/** The name of a report for people, marked if it is experimental. */
export function reportLabel(report: AnyReport): string {
  return isExperimental(report) ? `${report.name} (experimental)` : report.name;
}

/** Whether a table comes with the report of a name. */
export function comesWith(table: TableReport, report: string): boolean {
  return table.source === 'reports' && table.comesWith === report;
}

/** The cmdlets that a table runs. */
export function cmdletsOfTable(table: TableReport): readonly string[] {
  if (table.source === 'exchange') return [table.request.cmdlet];
  if (table.source === 'listings') return table.cmdlets;
  return table.source === 'cmdlets' ? [...new Set(Object.values(table.cmdlets).map(({ cmdlet }) => cmdlet))] : [];
}
