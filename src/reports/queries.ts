import { describeError } from '../errors.ts';
import { hasObjectList, REJECTED, type ExchangeQuery } from '../exchange/exchange-query.ts';
import { PERMISSIONS_CMDLET, withoutSystemTrustees } from '../exchange/system-trustees.ts';
import type { ListingQuery } from '../graph/listing-reader.ts';
import type { Query } from '../graph/graph-query.ts';
import { isObject, property, type JsonObject } from '../json.ts';
import { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import { compileItems, compilePageCollector } from './collect.ts';
import { blankOnes, compileColumns, compileListedColumns, prepared } from './columns.ts';
import {
  isDerivedReport,
  isExchangeReport,
  isGraphReport,
  isListingReport,
  listingPath,
  requestPath,
  type ExchangeReport,
  type ReportDefinition,
} from './definition.ts';
import { membersAt, type Member, type Members } from './expressions/absent.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { loadPlainText } from './expressions/plain-text.ts';
import { unknownRow, type RowCells } from './rows.ts';

/** Whether the report asks which addresses are external. */
export function usesInternalDomains(definition: ReportDefinition): boolean {
  return (
    (isDerivedReport(definition) && definition.usesInternalDomains === true) ||
    /\b(?:external|unresolved)\s*\(/.test(JSON.stringify(definition))
  );
}

/**
 * Compiles a query for each report that Graph shows mailbox by mailbox, in the order of the reports: what is requested for each
 * mailbox, and how its pages become rows. Rejects with the UserError `EXPRESSION` of an expression
 * that does not parse.
 *
 * @param now when the run started: automatic replies are active or not at this time
 */
export async function compileGraphQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
  now?: EpochMs,
): Promise<Query<RowCells[]>[]> {
  if (JSON.stringify(definitions).includes('plain_text')) await loadPlainText();
  return definitions.filter(isGraphReport).map((definition) => ({
    version: definition.request.version,
    path: requestPath(definition.request),
    firstPageOnly: definition.request.firstPageOnly === true,
    newCollector: compilePageCollector(definition, internalDomains, now),
  }));
}

/**
 * Compiles a query of a report that only finds out whether a mailbox is read: a row without any known cell says nothing.
 * Undefined if the report is of Exchange Online. Rejects as `compileGraphQueries` does.
 */
export async function compileReadCheck(definition: ReportDefinition): Promise<Query<boolean> | undefined> {
  const [query] = await compileGraphQueries([definition], new InternalDomains([]));
  if (query === undefined) return undefined;
  const isKnown = ({ cells, incomplete }: RowCells): boolean => (incomplete?.size ?? 0) < cells.length;
  return {
    ...query,
    newCollector: () => {
      const { onPage, result } = query.newCollector();
      return {
        onPage,
        result: () => {
          const rows = result();
          return rows.length === 0 || rows.some(isKnown);
        },
      };
    },
  };
}

/** Compiles a query for each report of Exchange Online, in the order of the reports. Throws as `compileGraphQueries` rejects. */
export function compileExchangeQueries(
  definitions: readonly ReportDefinition[],
  now?: EpochMs,
): ExchangeQuery<RowCells[]>[] {
  return definitions.filter(isExchangeReport).map((definition) => {
    const { request, rows, convert = unchanged, systemTrustees } = definition;
    if (rows === undefined && definition.convert === undefined && !hasObjectList(request))
      return listedQuery(definition, now);
    const leavesOut = request.cmdlet === PERMISSIONS_CMDLET && systemTrustees !== true;
    const cells = compileColumns(definition);
    if (rows === undefined) {
      const oneOf = hasObjectList(request) ? onlyObject : unchanged;
      return {
        request,
        read: (response, inside) => [cells(oneOf(convert(response)), new EvaluationContext(inside, now))],
      };
    }
    const items = compileItems(definition, rows);
    const members = membersAt(definition.convert === undefined ? blankOnes(request.select) : {});
    return {
      request,
      read: (response, inside) => {
        const context = new EvaluationContext(inside, now);
        const objects = preparedObjects(leavesOut ? withoutSystem(response) : response, members, context);
        const rowsFound = items(convert(objects), context).map((item) => cells(item, context));
        return response[REJECTED] === undefined ? rowsFound : [...rowsFound, unknownRow(definition)];
      },
    };
  });
}

/** A query with one row a mailbox, whose cells are made when an object arrives as far as they need no other. */
function listedQuery(definition: ExchangeReport, now: EpochMs | undefined): ExchangeQuery<RowCells[]> {
  const cells = compileColumns(definition);
  const { keeps, begin, finish } = compileListedColumns(definition);
  return {
    request: definition.request,
    listed: {
      keeps,
      begin: (item) => {
        try {
          return begin(item, new EvaluationContext(undefined, now));
        } catch (error) {
          return { cells: [], unknown: [], error: describeError(error) };
        }
      },
    },
    read: (response, inside, begun) => {
      if (begun?.error !== undefined) throw new Error(begun.error);
      const context = new EvaluationContext(inside, now);
      return [begun === undefined ? cells(response, context) : finish(response, context, begun)];
    },
  };
}

/** Compiles a query for each report of a listing in Graph, in the order of the reports. Throws as `compileGraphQueries` rejects. */
export function compileListingQueries(
  definitions: readonly ReportDefinition[],
  now: EpochMs,
): ListingQuery<RowCells[]>[] {
  return definitions.filter(isListingReport).map((definition) => {
    const { name, request, rows } = definition;
    const { match, alsoMatch = [], absent = 'unknown', without, optional, beside = {} } = request;
    const cells = compileColumns(definition);
    const items = rows === undefined ? undefined : compileItems(definition, rows);
    const members = definition.members && membersAt(definition.members);
    const keys = Object.values(beside).flatMap(({ key }) => (key === undefined ? [] : [[key, NO_MEMBERS] as const]));
    // What no expression reads need not be held.
    const held = members && new Map([...members, ...keys]);
    const unknown = unknownRow(definition);
    const blank: RowCells = { cells: Object.keys(definition.columns).map(() => null), incomplete: undefined };
    return {
      report: name,
      path: listingPath(request, now),
      match: [match, ...alsoMatch],
      many: rows !== undefined,
      without,
      optional,
      absent,
      pick: held && ((item) => picked(item, held)),
      beside: Object.entries(beside).map(([as, other]) => {
        const ofMember = members?.get(as)?.members;
        const pick = ofMember && ((item: JsonObject) => picked(item, ofMember));
        return { ...other, name: as, path: listingPath(other, now), pick };
      }),
      read: (objects, ofListings, inside) => {
        const context = new EvaluationContext(inside, now);
        const [object] = objects;
        if (items === undefined) return [cells({ ...object, ...ofListings }, context)];
        return items({ value: [...objects] }, context).map((item) => cells(item, context));
      },
      lacking: (kind) => (kind === 'unknown' ? [unknown] : items === undefined ? [blank] : []),
    };
  });
}

function withoutSystem(response: JsonObject): JsonObject {
  return Array.isArray(response.value) ? { ...response, value: withoutSystemTrustees(response.value) } : response;
}

type PickedMember = Pick<Member, 'members'>;

const NO_MEMBERS: PickedMember = { members: new Map() };

/** The members of an object that are given, at every depth. */
function picked(item: JsonObject, members: ReadonlyMap<string, PickedMember>): JsonObject {
  const result: JsonObject = {};
  for (const [name, { members: below }] of members) {
    const value = property(item, name);
    if (value === undefined) continue;
    result[name] = below.size > 0 && isObject(value) ? picked(value, below) : value;
  }
  return result;
}

/** The object of a listing, or the objects of a cmdlet under `value`, as expressions read them. */
function preparedObjects(response: JsonObject, members: Members, context: EvaluationContext): JsonObject {
  const { value } = response;
  if (!Array.isArray(value)) return prepared(response, members, context);
  return { ...response, value: value.map((item) => (isObject(item) ? prepared(item, members, context) : item)) };
}

function unchanged(response: JsonObject): JsonObject {
  return response;
}

/** The object that a cmdlet returned for a mailbox. Throws if it returned none, or several. */
function onlyObject({ value, ...additions }: JsonObject): JsonObject {
  const objects = Array.isArray(value) ? value : [];
  const [first] = objects;
  if (objects.length !== 1 || !isObject(first)) {
    throw new TypeError(`The cmdlet returned ${objects.length} objects, and the report has no "rows"`);
  }
  return { ...first, ...additions };
}
