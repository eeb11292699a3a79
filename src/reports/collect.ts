import type { FollowUp, OnError, OnPage, PageCollector } from '../graph/graph-query.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import { compileColumns, compilePreparation, isEmptyObject, type CellReader, type Preparation } from './columns.ts';
import { newPageCheck, type PageCheck } from '../graph/page-check.ts';
import {
  childrenPath,
  type ChildrenRequest,
  type GraphReport,
  type ReportColumns,
  type ReportRequest,
} from './definition.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { compileExpression, isTruthy, PROPERTY_PATH } from './expressions/expression.ts';
import type { RowCells } from './rows.ts';

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
  const newCollector = collectorOf(report, internalDomains, now);
  return report.neverEmpty === true ? () => withItems(newCollector()) : newCollector;
}

/** A collector whose result throws if there is no row. */
function withItems({ onPage, result }: PageCollector<RowCells[]>): PageCollector<RowCells[]> {
  return {
    onPage,
    result: () => {
      const rows = result();
      if (rows.length === 0) throw new TypeError('Graph returned nothing, not even what every mailbox has');
      return rows;
    },
  };
}

function collectorOf(
  report: GraphReport,
  internalDomains: InternalDomains | undefined,
  now: EpochMs | undefined,
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
export function compileItems({ members }: ReportColumns, rows: string): ItemReader {
  const expression = compileExpression(rows);
  const ofCollection = OF_COLLECTION.test(rows);
  return (response, context) => {
    if (ofCollection) requireItems(property(response, 'value'));
    const items = expression(response, context);
    if (context.takeUnknown() !== undefined) throw new TypeError('"rows" reads what the service did not say');
    if (items === null) return [];
    if (!Array.isArray(items)) throw new TypeError(`"rows" finds no array in the response: ${rows}`);
    if (members !== undefined && !items.every(isObject)) {
      throw new TypeError('The response has an item that is no object');
    }
    return items;
  };
}

function requireItems(value: Json | undefined): void {
  if (!Array.isArray(value)) throw new TypeError('A page has no array "value"');
  if (value.some((item) => item === null || isEmptyObject(item))) throw new TypeError('The response has an empty item');
}

/** Converts each page to rows as it arrives, so that no page is kept. */
function pageCollector(request: ReportRequest, toRows: (page: JsonObject) => RowCells[]): PageCollector<RowCells[]> {
  const rows: RowCells[] = [];
  const check = newPageCheck(request);
  const onPage: OnPage = (page, hasMore) => {
    check(page, hasMore);
    for (const row of toRows(page)) rows.push(row);
    return [];
  };
  return { onPage, result: () => rows };
}

/** Combines the pages of a collection first, as if Graph had sent one. */
function wholeCollector(
  request: ReportRequest,
  toRows: (response: JsonObject) => RowCells[],
): PageCollector<RowCells[]> {
  const check = newPageCheck(request);
  let whole: JsonObject | undefined;
  let result: RowCells[] = [];
  const onPage: OnPage = (page, hasMore) => {
    check(page, hasMore);
    if (whole === undefined && !hasMore) {
      result = toRows(page);
      return [];
    }
    whole ??= { ...page, value: [] };
    append(whole, page);
    if (!hasMore) result = toRows(whole);
    return [];
  };
  return { onPage, result: () => result };
}

function append(whole: JsonObject, page: JsonObject): void {
  const [values, pageValues] = [property(whole, 'value'), property(page, 'value')];
  if (!Array.isArray(values) || !Array.isArray(pageValues)) throw new TypeError('A page has no array "value"');
  for (const value of pageValues) values.push(value);
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
      return items(page, context).flatMap((element) => {
        const item = prepare(isObject(element) ? { ...element, parents: [...parents] } : element, context);
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
      const problem = hasMore ? undefined : missingChildren(item, arrived, query);
      if (problem !== undefined) onError('failed', problem);
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

/**
 * Why children of a folder are missing, by the count of its row; undefined if none is. The count includes hidden folders, as that
 * of "Conversation History" in Microsoft's example does, so it says nothing if the request leaves them out.
 * https://learn.microsoft.com/graph/api/user-list-mailfolders
 *
 * @param query of the request for the children
 */
function missingChildren(item: Json, children: number, query: ReportRequest['query'] = {}): string | undefined {
  const isWhole = query.includeHiddenFolders === 'true' && query.$filter === undefined && query.$skip === undefined;
  const count = isWhole ? property(item, 'childFolderCount') : undefined;
  if (typeof count !== 'number' || count <= children) return undefined;
  return `Graph listed ${children} of ${count} child folders`;
}
