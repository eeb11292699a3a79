import type { FollowUp, OnPage, PageCollector } from '../graph/query.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { compileColumns, type CellReader, type RowCells } from './columns.ts';
import { childrenPath, type ChildrenRequest, type ReportDefinition, type ReportRequest } from './definition.ts';
import { compileExpression, isTruthy } from './expressions/expression.ts';

/** Creates the collector of one mailbox's pages, which returns the mailbox's rows. */
export type NewPageCollector = () => PageCollector<RowCells[]>;

/** A path that finds an array in each page. Any other `rows` expression needs all pages at once. */
const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** An expression that reads the items of an OData collection. */
const OF_COLLECTION = /^value\b/;
/** A limit for folders that contain themselves. Real folder trees are less deep. */
const MAX_DEPTH = 100;

/**
 * Compiles how the pages of a report become rows. Throws the UserError `EXPRESSION` of an expression that does not parse;
 * the collectors throw if a response does not have the expected shape.
 */
export function compilePageCollector(report: ReportDefinition, inside?: InternalDomains): NewPageCollector {
  const cells = compileColumns(report, inside);
  const { rows, request } = report;
  const { children, query } = request;
  if (children !== undefined) {
    const items = compileItems(rows ?? 'value', inside);
    const hasChildren = children.when === undefined ? undefined : compileExpression(children.when, inside);
    const needsChildren = (item: Json): boolean => hasChildren === undefined || isTruthy(hasChildren(item));
    return () => treeCollector({ items, cells, children, needsChildren, query });
  }
  if (rows === undefined) return () => wholeCollector((response) => [cells(response)]);
  const items = compileItems(rows, inside);
  if (PROPERTY_PATH.test(rows)) return () => pageCollector((page) => items(page).map(cells));
  return () => wholeCollector((response) => items(response).map(cells));
}

/**
 * Compiles a report's `rows`: the array that it finds in a response; empty if there is none. The result throws if it finds
 * anything but an array, or if a page of a collection has no `value`, since a truncated response must not look like an
 * empty collection.
 */
function compileItems(rows: string, inside: InternalDomains | undefined): (response: Json) => Json[] {
  const expression = compileExpression(rows, inside);
  const ofCollection = OF_COLLECTION.test(rows);
  return (response) => {
    if (ofCollection && !Array.isArray(property(response, 'value'))) throw new TypeError('A page has no array "value"');
    const found = expression(response);
    if (found === null) return [];
    if (!Array.isArray(found)) throw new TypeError(`"rows" finds no array in the response: ${rows}`);
    return found;
  };
}

/** Converts each page to rows as it arrives, so that no page is kept. */
function pageCollector(read: (page: JsonObject) => RowCells[]): PageCollector<RowCells[]> {
  const rows: RowCells[] = [];
  const onPage: OnPage = (page) => {
    for (const row of read(page)) rows.push(row);
    return [];
  };
  return { onPage, result: () => rows };
}

/** Combines the pages of a collection first, as if Graph had sent one. */
function wholeCollector(read: (response: JsonObject) => RowCells[]): PageCollector<RowCells[]> {
  let whole: JsonObject | undefined;
  let result: RowCells[] = [];
  const onPage: OnPage = (page, hasMore) => {
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
  readonly items: (page: Json) => Json[];
  readonly cells: CellReader;
  readonly children: ChildrenRequest;
  readonly needsChildren: (item: Json) => boolean;
  readonly query: ReportRequest['query'];
}

/** A row with the rows below it. */
interface TreeNode {
  readonly row: RowCells;
  readonly children: TreeNode[];
}

/** Requests the children of each row, down to the leaves. The rows are depth first: each row, its children, its next sibling. */
function treeCollector({ items, cells, children, needsChildren, query }: TreeOptions): PageCollector<RowCells[]> {
  const collectInto =
    (nodes: TreeNode[], parents: readonly JsonObject[]): OnPage =>
    (page) =>
      items(page).flatMap((found) => {
        const item = isObject(found) ? { ...found, parents: [...parents] } : found;
        const node = { row: cells(item), children: [] };
        nodes.push(node);
        return followUps(item, parents, node.children);
      });
  const followUps = (item: Json, parents: readonly JsonObject[], nodes: TreeNode[]): FollowUp[] => {
    if (!isObject(item) || !needsChildren(item)) return [];
    const id = property(item, 'id');
    // An id of dots would lead up the path.
    if (typeof id !== 'string' || /^\.*$/.test(id)) throw new TypeError('A row with children has no "id"');
    if (parents.length >= MAX_DEPTH) throw new RangeError(`Rows are nested more than ${MAX_DEPTH} deep`);
    return [{ path: childrenPath(children.path, id, query), onPage: collectInto(nodes, [...parents, item]) }];
  };
  const root: TreeNode[] = [];
  return { onPage: collectInto(root, []), result: () => [...depthFirst(root)] };
}

function* depthFirst(nodes: readonly TreeNode[]): Generator<RowCells> {
  for (const { row, children } of nodes) {
    yield row;
    yield* depthFirst(children);
  }
}
