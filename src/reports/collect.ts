import { hasObjectList, type ExchangeQuery } from '../exchange/query.ts';
import type { FollowUp, OnError, OnPage, PageCollector, Query } from '../graph/query.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import { compileColumns, isEmptyObject, wordsOf, type CellReader } from './columns.ts';
import {
  childrenPath,
  isExchangeReport,
  isGraphReport,
  requestPath,
  type ChildrenRequest,
  type GraphReport,
  type ReportColumns,
  type ReportDefinition,
  type ReportRequest,
} from './definition.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { compileExpression, isTruthy, PROPERTY_PATH } from './expressions/expression.ts';
import { loadPlainText } from './expressions/plain-text.ts';
import type { RowCells } from './rows.ts';

/** The query of one report: what is requested for each mailbox, and how its pages become rows. */
type ReportQuery = Query<RowCells[]>;

/** Whether an expression of the report asks which addresses are external. */
export function usesInternalDomains(definition: ReportDefinition): boolean {
  return /\b(?:external|unresolved)\s*\(/.test(JSON.stringify(definition));
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
    const { request, rows, convert = unchanged } = definition;
    const cells = compileColumns(definition);
    const newContext = (): EvaluationContext => new EvaluationContext(internalDomains, now);
    if (rows !== undefined) {
      const items = compileItems(definition, rows);
      const needed = definition.convert === undefined ? request.select.filter((name) => wordsOf(rows).has(name)) : [];
      return {
        request,
        read: (found) => {
          requireProperties(hasObjectList(request) ? found.value : [found], needed);
          const context = newContext();
          return items(convert(found), context).map((item) => cells(item, context));
        },
      };
    }
    const oneOf = hasObjectList(request) ? onlyObject : unchanged;
    return { request, read: (found) => [cells(oneOf(convert(found)), newContext())] };
  });
}

/** Throws if an object lacks a property that "rows" reads: which rows there are is then unknown. */
function requireProperties(objects: Json | undefined, names: readonly string[]): void {
  for (const object of Array.isArray(objects) ? objects : []) {
    const missing = names.find((name) => !isObject(object) || !Object.hasOwn(object, name));
    if (missing !== undefined) throw new TypeError(`"rows" reads ${missing}, which Exchange has left out`);
  }
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
    const { children, query } = request;
    const when = children.when === undefined ? undefined : compileExpression(children.when);
    return () => {
      const context = newContext();
      const hasChildren = (item: Json): boolean => when === undefined || isTruthy(when(item, context));
      return treeCollector({ items, cells, children, hasChildren, query: children.query ?? query, context });
    };
  }
  if (rows === undefined) return () => wholeCollector((response) => [cells(response, newContext())]);
  const items = compileItems(report, rows);
  const newCollector = PROPERTY_PATH.test(rows) ? pageCollector : wholeCollector;
  return () => {
    const context = newContext();
    return newCollector((response) => items(response, context).map((item) => cells(item, context)));
  };
}

/** The array that a report's `rows` finds in a response; empty if it finds none. */
type ItemReader = (response: Json, context: EvaluationContext) => readonly Json[];

/**
 * Compiles a report's `rows`. The result throws if it finds anything but an array, or if a page of a collection has no
 * `value` or an empty item, since a damaged response must not look like a smaller collection.
 */
function compileItems({ responseObjects }: ReportColumns, rows: string): ItemReader {
  const expression = compileExpression(rows);
  const ofCollection = OF_COLLECTION.test(rows);
  return (response, context) => {
    if (ofCollection && !Array.isArray(property(response, 'value'))) throw new TypeError('A page has no array "value"');
    const found = expression(response, context);
    if (found === null) return [];
    if (!Array.isArray(found)) throw new TypeError(`"rows" finds no array in the response: ${rows}`);
    if (rows === 'value' && found.some((item) => item === null || isEmptyObject(item))) {
      throw new TypeError('The response has an empty item');
    }
    if (responseObjects !== undefined && !found.every(isObject)) {
      throw new TypeError('The response has an item that is no object');
    }
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
  readonly items: ItemReader;
  readonly cells: CellReader;
  readonly children: ChildrenRequest;
  readonly hasChildren: (item: Json) => boolean;
  readonly query: ReportRequest['query'];
  readonly context: EvaluationContext;
}

/** A row with the rows below it. */
interface TreeNode {
  row: RowCells;
  readonly children: TreeNode[];
}

/** Requests the children of each row, down to the leaves. The rows are depth first: each row, its children, its next sibling. */
function treeCollector(options: TreeOptions): PageCollector<RowCells[]> {
  const { items, cells, children, hasChildren, query, context } = options;
  const collectInto =
    (nodes: TreeNode[], parents: readonly JsonObject[]): OnPage =>
    (page) =>
      items(page, context).flatMap((found) => {
        const item = isObject(found) ? { ...found, parents: [...parents] } : found;
        const id = property(item, 'id');
        const row = cells(item, context);
        const node: TreeNode = { row: typeof id === 'string' ? { ...row, id } : row, children: [] };
        nodes.push(node);
        return followUps(item, parents, node);
      });
  const followUps = (item: Json, parents: readonly JsonObject[], node: TreeNode): FollowUp[] => {
    if (!isObject(item) || !hasChildren(item)) return [];
    const id = property(item, 'id');
    // An id of dots would lead up the path.
    if (typeof id !== 'string' || /^\.*$/.test(id)) throw new TypeError('A row with children has no "id"');
    if (parents.length >= MAX_DEPTH) throw new RangeError(`Rows are nested more than ${MAX_DEPTH} deep`);
    const onPage = collectInto(node.children, [...parents, item]);
    const onError: OnError = (status, error) => {
      node.row = { ...node.row, failure: { status, error } };
    };
    return [{ path: childrenPath(children.path, id, query), onPage, onError }];
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
