import { describeError, UserError } from '../errors.ts';
import { refusedNotice } from '../exchange/cmdlets.ts';
import { requireObjects, type ListOptions } from '../exchange/exchange-listing.ts';
import { organizationObjects } from '../exchange/organization.ts';
import { listObjects, type ListingOptions } from '../graph/graph-listing.ts';
import type { JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { listingPath } from '../reports/definition.ts';
import type { TableAnswer } from '../reports/rows.ts';
import type { CmdletObjects, CmdletTable, ListedTable, MadeTable, TableCmdlet, TableReport } from '../reports/table.ts';
import { compileTableRows, madeRows } from '../reports/table-rows.ts';
import type { EpochMs } from '../text/numbers.ts';

/** What tables are read from. */
export interface TableServices {
  readonly graph: ListingOptions;
  /** Undefined if the run does not sign in to Exchange Online. */
  readonly exchange: ListOptions | undefined;
  readonly inside: InternalDomains | undefined;
  /** What the input says of it. */
  readonly givenInside: InternalDomains | undefined;
  /** When the run started. */
  readonly now: EpochMs;
  readonly signal: AbortSignal;
  /** Receives what people should know although it is no error. */
  readonly notice: (message: string) => void;
}

/** Why a cmdlet was not read. `denial`: the error of an application that may not run it. */
type CmdletFailure = QueryFailure & { readonly denial?: UserError };

/** Cmdlets of which a table says why they were not read. Others are named. */
const MAX_REASONS = 5;
const CANCELLED: QueryFailure = { status: 'cancelled', error: 'The run was cancelled before this table was read' };

/**
 * Reads the tables of a run side by side, from the call on. What a service refuses or cannot answer is a result. Rejects with the
 * UserErrors of a sign-in.
 *
 * @param derived of the tables that derivers or code of their own read, by their names
 * @returns the answers in the order of the tables
 */
export function readTables(
  tables: readonly TableReport[],
  derived: ReadonlyMap<string, () => Promise<TableAnswer>>,
  services: TableServices,
): Promise<readonly TableAnswer[]> {
  return Promise.all(
    tables.map(async (table) => {
      try {
        return await readTable(table, derived, services);
      } catch (error) {
        if (services.signal.aborted) return unread(CANCELLED);
        throw error;
      }
    }),
  );
}

async function readTable(
  table: TableReport,
  derived: ReadonlyMap<string, () => Promise<TableAnswer>>,
  services: TableServices,
): Promise<TableAnswer> {
  if (table.source === 'reports' || table.source === 'listings') {
    const read = derived.get(table.name);
    if (read === undefined) throw new Error(`nothing reads the table ${table.name}`);
    return read();
  }
  if (table.source === 'cmdlets') return readMade(table, services);
  const toRows = compileTableRows(table, services.now);
  const listed = await objectsOf(table, services);
  if (listed.status !== 'ok') {
    if ('denial' in listed) noticeDenial(listed, services);
    return unread(listed);
  }
  try {
    return { result: { status: 'ok', value: toRows(listed.value, services.inside) }, gaps: '' };
  } catch (error) {
    return unread({ status: 'failed', error: describeError(error) });
  }
}

async function objectsOf(
  table: ListedTable | CmdletTable,
  services: TableServices,
): Promise<QueryResult<readonly JsonObject[]> | CmdletFailure> {
  if (table.source === 'exchange') return objectsOfCmdlet(table.request, services);
  return listObjects(listingPath(table.request, services.now), services.graph);
}

/** Reads the cmdlets that each run needs, and then those that depend on their objects. */
async function readMade(table: MadeTable, services: TableServices): Promise<TableAnswer> {
  const parts = Object.entries(table.cmdlets);
  const failures: (CmdletFailure & { readonly cmdlet: string; readonly isRequired: boolean })[] = [];
  const objects: Record<string, CmdletObjects[string]> = {};
  const read = async (needed: typeof parts): Promise<void> => {
    const results = await Promise.all(needed.map(([, part]) => objectsOfCmdlet(part, services)));
    for (const [at, [name, { cmdlet, many = false, isRequired = false }]] of needed.entries()) {
      const result = results[at] ?? CANCELLED;
      const fail = (failure: CmdletFailure): number => failures.push({ ...failure, cmdlet, isRequired });
      if (result.status !== 'ok') {
        fail(result);
        continue;
      }
      const [first, ...others] = result.value;
      if (many) objects[name] = result.value;
      else if (first !== undefined && others.length === 0) objects[name] = first;
      else fail({ status: 'failed', error: `${cmdlet} returned ${result.value.length} objects` });
    }
  };
  await read(parts.filter(([, { onlyIf }]) => onlyIf === undefined));
  await read(parts.filter(([, { onlyIf }]) => onlyIf?.(objects) === true));
  const gaps = gapsOf(failures);
  const [first] = failures;
  const fatal =
    failures.find(({ isRequired }) => isRequired) ?? (Object.keys(objects).length === 0 ? first : undefined);
  if (fatal !== undefined) {
    noticeDenial(fatal, services);
    return unread({ status: fatal.status, error: gaps });
  }
  const refused = failures.filter(({ status }) => status === 'access-denied').map(({ cmdlet }) => cmdlet);
  if (refused.length > 0) services.notice(refusedNotice([...new Set(refused)]));
  return {
    result: { status: 'ok', value: madeRows(table, objects, { now: services.now, inside: services.givenInside }) },
    gaps,
  };
}

/** What was not read, in a line. */
function gapsOf(failures: readonly { readonly error: string; readonly cmdlet: string }[]): string {
  const others = failures.slice(MAX_REASONS).map(({ cmdlet }) => cmdlet);
  const reasons = failures.slice(0, MAX_REASONS).map(({ error }) => error);
  return [...reasons, ...(others.length === 0 ? [] : [`also not read: ${others.join(', ')}`])].join('; ');
}

/** Says what an application needs to which Exchange Online refuses a whole table. */
function noticeDenial({ denial }: CmdletFailure, { notice }: TableServices): void {
  if (denial !== undefined) notice(`${denial.message} ${denial.hint.replaceAll('\n', ' ')}`);
}

async function objectsOfCmdlet(
  command: TableCmdlet,
  { exchange, signal }: TableServices,
): Promise<{ readonly status: 'ok'; readonly value: readonly JsonObject[] } | CmdletFailure> {
  if (exchange === undefined) throw new Error('no sign-in to Exchange Online');
  try {
    const objects = await organizationObjects(command, exchange);
    return { status: 'ok', value: requireObjects(command.cmdlet, objects) };
  } catch (error) {
    if (signal.aborted) return CANCELLED;
    if (!(error instanceof UserError)) throw error;
    if (error.code === 'EXCHANGE_DENIED') return { status: 'access-denied', error: error.message, denial: error };
    if (error.code === 'EXCHANGE_LISTING') return { status: 'failed', error: error.message };
    throw error;
  }
}

function unread({ status, error }: QueryFailure): TableAnswer {
  return { result: { status, error }, gaps: '' };
}
