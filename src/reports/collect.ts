import { hasObjectList, REJECTED_SWITCHES, type ExchangeQuery } from '../exchange/query.ts';
import { PERMISSIONS_CMDLET, withoutSystemTrustees } from '../exchange/system-trustees.ts';
import type { ListingQuery } from '../graph/listing-reader.ts';
import type { FollowUp, OnError, OnPage, PageCollector, Query } from '../graph/query.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import {
  blankOnes,
  compileColumns,
  compilePreparation,
  isEmptyObject,
  prepared,
  type CellReader,
  type Preparation,
} from './columns.ts';
import { missingChildren, newPageCheck, type PageCheck } from './complete.ts';
import {
  childrenPath,
  isDerivedReport,
  isExchangeReport,
  isGraphReport,
  isListingReport,
  listingPath,
  requestPath,
  type ChildrenRequest,
  type GraphReport,
  type ReportColumns,
  type ReportDefinition,
  type ReportRequest,
} from './definition.ts';
import { membersAt, type Member, type Members } from './expressions/absent.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { compileExpression, isTruthy, PROPERTY_PATH } from './expressions/expression.ts';
import { loadPlainText } from './expressions/plain-text.ts';
import type { RowCells } from './rows.ts';

/** The query of one report: what is requested for each mailbox, and how its pages become rows. */
type ReportQuery = Query<RowCells[]>;

/** Whether the report asks which addresses are external. */
export function usesInternalDomains(definition: ReportDefinition): boolean {
  return isDerivedReport(definition) || /\b(?:external|unresolved)\s*\(/.test(JSON.stringify(definition));
}

/**
 * Compiles a query for each report, in the order of the reports. Rejects with the UserError `EXPRESSION` of an expression
 * that does not parse.
 *
 * @param now when the run started: automatic replies are active or not at this time
 */
export async function compileQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
  now?: EpochMs,
): Promise<ReportQuery[]> {
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
 * Undefined if the report is of Exchange Online. Rejects as `compileQueries` does.
 */
export async function compileReadCheck(definition: ReportDefinition): Promise<Query<boolean> | undefined> {
  const [query] = await compileQueries([definition]);
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

/** Compiles a query for each report of Exchange Online, in the order of the reports. Throws as `compileQueries` rejects. */
export function compileExchangeQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
  now?: EpochMs,
): ExchangeQuery<RowCells[]>[] {
  return definitions.filter(isExchangeReport).map((definition) => {
    const { request, rows, convert = unchanged, systemTrustees } = definition;
    const leavesOut = request.cmdlet === PERMISSIONS_CMDLET && systemTrustees !== true;
    const cells = compileColumns(definition);
    const newContext = (): EvaluationContext => new EvaluationContext(internalDomains, now);
    if (rows !== undefined) {
      const items = compileItems(definition, rows);
      const members = membersAt(definition.convert === undefined ? blankOnes(request.select) : {});
      return {
        request,
        read: (found) => {
          const context = newContext();
          const read = preparedObjects(leavesOut ? withoutSystem(found) : found, members, context);
          const rowsFound = items(convert(read), context).map((item) => cells(item, context));
          return found[REJECTED_SWITCHES] === undefined ? rowsFound : [...rowsFound, unknownRow(definition)];
        },
      };
    }
    const oneOf = hasObjectList(request) ? onlyObject : unchanged;
    return { request, read: (found) => [cells(oneOf(convert(found)), newContext())] };
  });
}

/** Compiles a query for each report of a listing in Graph, in the order of the reports. Throws as `compileQueries` rejects. */
export function compileListingQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
  now?: EpochMs,
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
      ...{
        report: name,
        path: listingPath(request, now ?? Date.now()),
        match: [match, ...alsoMatch],
        many: rows !== undefined,
        without,
        optional,
        absent,
      },
      pick: held && ((item) => picked(item, held)),
      beside: Object.entries(beside).map(([as, other]) => {
        const own = members?.get(as)?.members;
        const pick = own && ((item: JsonObject) => picked(item, own));
        return { ...other, name: as, path: listingPath(other, now ?? Date.now()), pick };
      }),
      read: (objects, others) => {
        const context = new EvaluationContext(internalDomains, now);
        const [object] = objects;
        if (items === undefined) return [cells({ ...object, ...others }, context)];
        return items({ value: [...objects] }, context).map((item) => cells(item, context));
      },
      lacking: (kind) => (kind === 'unknown' ? [unknown] : items === undefined ? [blank] : []),
    };
  });
}

function withoutSystem(found: JsonObject): JsonObject {
  return Array.isArray(found.value) ? { ...found, value: withoutSystemTrustees(found.value) } : found;
}

type PickedMember = Pick<Member, 'members'>;

const NO_MEMBERS: PickedMember = { members: new Map() };

/** The members of an object that are given, at every depth. */
function picked(item: JsonObject, members: ReadonlyMap<string, PickedMember>): JsonObject {
  const found: JsonObject = {};
  for (const [name, { members: below }] of members) {
    const value = property(item, name);
    if (value === undefined) continue;
    found[name] = below.size > 0 && isObject(value) ? picked(value, below) : value;
  }
  return found;
}

/** The object of a listing, or the objects of a cmdlet under `value`, as expressions read them. */
function preparedObjects(found: JsonObject, members: Members, context: EvaluationContext): JsonObject {
  const { value } = found;
  if (!Array.isArray(value)) return prepared(found, members, context);
  return { ...found, value: value.map((item) => (isObject(item) ? prepared(item, members, context) : item)) };
}

/** A row for those that the service may have left out. */
function unknownRow({ columns }: ReportColumns): RowCells {
  const positions = [...Object.keys(columns).keys()];
  return { cells: positions.map(() => null), incomplete: new Set(positions) };
}

function unchanged(found: JsonObject): JsonObject {
  return found;
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

/** Creates the collector of one mailbox's pages, which returns the mailbox's rows. */
type NewPageCollector = () => PageCollector<RowCells[]>;

/** An expression that reads the items of an OData collection. */
const OF_COLLECTION = /^value\b/;
/** A limit for folders that contain themselves. Real folder trees are less deep. */
const MAX_DEPTH = 100;

/**
 * Compiles how the pages of a report become rows. Throws the UserError `EXPRESSION` of an expression that does not parse;
 * the collectors throw if a response does not have the expected shape.
 */
export function compilePageCollector(
  report: GraphReport,
  internalDomains?: InternalDomains,
  now?: EpochMs,
): NewPageCollector {
  const cells = compileColumns(report);
  const { rows, request } = report;
  const newContext = (): EvaluationContext => new EvaluationContext(internalDomains, now);
  if (request.children !== undefined) {
    const items = compileItems(report, rows ?? 'value');
    const { children } = request;
    const when = children.when === undefined ? undefined : compileExpression(children.when);
    const prepare = compilePreparation(report);
    return () => {
      const context = newContext();
      // Children are also requested if the service does not say whether there are any.
      const hasChildren = (item: Json): boolean =>
        when === undefined || isTruthy(when(item, context)) || context.takeUnknown() !== undefined;
      return treeCollector({ items, cells, prepare, request: { ...request, children }, hasChildren, context });
    };
  }
  if (rows === undefined) return () => wholeCollector(request, (response) => [cells(response, newContext())]);
  const items = compileItems(report, rows);
  const newCollector = PROPERTY_PATH.test(rows) ? pageCollector : wholeCollector;
  return () => {
    const context = newContext();
    return newCollector(request, (response) => items(response, context).map((item) => cells(item, context)));
  };
}

/** The array that a report's `rows` finds in a response; empty if it finds none. */
type ItemReader = (response: Json, context: EvaluationContext) => readonly Json[];

/**
 * Compiles a report's `rows`. The result throws if it finds anything but an array, if it depends on what the service did not say,
 * or if a page of a collection has no `value` or an empty item, since a damaged response must not look like a smaller collection.
 */
function compileItems({ members }: ReportColumns, rows: string): ItemReader {
  const expression = compileExpression(rows);
  const ofCollection = OF_COLLECTION.test(rows);
  return (response, context) => {
    if (ofCollection) requireItems(property(response, 'value'));
    const found = expression(response, context);
    if (context.takeUnknown() !== undefined) throw new TypeError('"rows" reads what the service did not say');
    if (found === null) return [];
    if (!Array.isArray(found)) throw new TypeError(`"rows" finds no array in the response: ${rows}`);
    if (members !== undefined && !found.every(isObject)) {
      throw new TypeError('The response has an item that is no object');
    }
    return found;
  };
}

function requireItems(value: Json | undefined): void {
  if (!Array.isArray(value)) throw new TypeError('A page has no array "value"');
  if (value.some((item) => item === null || isEmptyObject(item))) throw new TypeError('The response has an empty item');
}

/** Converts each page to rows as it arrives, so that no page is kept. */
function pageCollector(request: ReportRequest, read: (page: JsonObject) => RowCells[]): PageCollector<RowCells[]> {
  const rows: RowCells[] = [];
  const check = newPageCheck(request);
  const onPage: OnPage = (page, hasMore) => {
    check(page, hasMore);
    for (const row of read(page)) rows.push(row);
    return [];
  };
  return { onPage, result: () => rows };
}

/** Combines the pages of a collection first, as if Graph had sent one. */
function wholeCollector(request: ReportRequest, read: (response: JsonObject) => RowCells[]): PageCollector<RowCells[]> {
  const check = newPageCheck(request);
  let whole: JsonObject | undefined;
  let result: RowCells[] = [];
  const onPage: OnPage = (page, hasMore) => {
    check(page, hasMore);
    if (whole === undefined && !hasMore) {
      result = read(page);
      return [];
    }
    whole ??= { ...page, value: [] };
    append(whole, page);
    if (!hasMore) result = read(whole);
    return [];
  };
  return { onPage, result: () => result };
}

function append(whole: JsonObject, page: JsonObject): void {
  const [values, more] = [property(whole, 'value'), property(page, 'value')];
  if (!Array.isArray(values) || !Array.isArray(more)) throw new TypeError('A page has no array "value"');
  for (const value of more) values.push(value);
}

interface TreeOptions {
  readonly items: ItemReader;
  readonly cells: CellReader;
  readonly prepare: Preparation;
  readonly request: ReportRequest & { readonly children: ChildrenRequest };
  readonly hasChildren: (item: Json) => boolean;
  readonly context: EvaluationContext;
}

/** A row with the rows below it. */
interface TreeNode {
  row: RowCells;
  readonly children: TreeNode[];
}

/** Requests the children of each row, down to the leaves. The rows are depth first: each row, its children, its next sibling. */
function treeCollector(options: TreeOptions): PageCollector<RowCells[]> {
  const { items, cells, prepare, request, hasChildren, context } = options;
  const { children } = request;
  const query = children.query ?? request.query;
  const collectInto =
    (nodes: TreeNode[], parents: readonly JsonObject[], check: PageCheck): OnPage =>
    (page, hasMore) => {
      check(page, hasMore);
      return items(page, context).flatMap((found) => {
        const item = prepare(isObject(found) ? { ...found, parents: [...parents] } : found, context);
        const id = property(item, 'id');
        const row = cells(item, context);
        const node: TreeNode = { row: typeof id === 'string' ? { ...row, id } : row, children: [] };
        nodes.push(node);
        return followUps(item, parents, node);
      });
    };
  const followUps = (item: Json, parents: readonly JsonObject[], node: TreeNode): FollowUp[] => {
    if (!isObject(item) || !hasChildren(item)) return [];
    const id = property(item, 'id');
    // An id of dots would lead up the path.
    if (typeof id !== 'string' || /^\.*$/.test(id)) throw new TypeError('A row with children has no "id"');
    if (parents.length >= MAX_DEPTH) throw new RangeError(`Rows are nested more than ${MAX_DEPTH} deep`);
    const collect = collectInto(node.children, [...parents, item], newPageCheck({ query }));
    let arrived = 0;
    const onPage: OnPage = (page, hasMore) => {
      const further = collect(page, hasMore);
      arrived += Array.isArray(page.value) ? page.value.length : 0;
      const missing = hasMore ? undefined : missingChildren(item, arrived, query);
      if (missing !== undefined) onError('failed', missing);
      return further;
    };
    const onError: OnError = (status, error) => {
      node.row = { ...node.row, failure: { status, error } };
    };
    return [{ path: childrenPath(children.path, id, query), onPage, onError }];
  };
  const root: TreeNode[] = [];
  return { onPage: collectInto(root, [], newPageCheck(request)), result: () => [...depthFirst(root)] };
}

function* depthFirst(nodes: readonly TreeNode[]): Generator<RowCells> {
  for (const { row, children } of nodes) {
    yield row;
    yield* depthFirst(children);
  }
}
