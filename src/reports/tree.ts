import type { Further, PageCollector, TakePage } from '../graph/query.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Cells, CellReader } from './columns.ts';
import type { ReportRequest } from './definition.ts';
import { compileExpression } from './expression.ts';
import { childrenPath } from './request-path.ts';
import { compileRows } from './rows-in.ts';
import { isTruthy } from './truthy.ts';

/** A row with the rows inside it. */
interface Branch {
  readonly cells: Cells;
  readonly below: Branch[];
}

/** Nothing real is as deep; without a bound, a folder that stood in itself would be asked for without end. */
const DEEPEST = 100;

/**
 * How the rows of a tree are gathered: for each row that holds others those are asked for, down to the last. They come
 * out depth first: each row, then what it holds, before its next sibling.
 */
export function treeOf(
  { children, query }: ReportRequest,
  { rows, cells, inside }: { rows: string; cells: CellReader; inside: InternalDomains | undefined },
): () => PageCollector<Cells[]> {
  const items = compileRows(rows, inside);
  const when = children?.when === undefined ? undefined : compileExpression(children.when, inside);
  const further = (item: Json, parents: readonly JsonObject[], below: Branch[]): Further[] => {
    if (children === undefined || !isObject(item) || (when !== undefined && !isTruthy(when(item)))) return [];
    const id = property(item, 'id');
    // Dots alone would lead up the path.
    if (typeof id !== 'string' || /^\.*$/.test(id))
      throw new TypeError('a row without an "id" to ask for what it holds');
    if (parents.length >= DEEPEST) throw new RangeError(`rows inside rows more than ${DEEPEST} deep`);
    return [{ path: childrenPath(children.path, id, query), take: taker(below, [...parents, item]) }];
  };
  const taker =
    (branches: Branch[], parents: readonly JsonObject[]): TakePage =>
    (page) =>
      items(page).flatMap((found) => {
        const item = isObject(found) ? { ...found, parents: [...parents] } : found;
        const branch = { cells: cells(item), below: [] };
        branches.push(branch);
        return further(item, parents, branch.below);
      });
  return () => {
    const root: Branch[] = [];
    return { take: taker(root, []), result: () => [...depthFirst(root)] };
  };
}

function* depthFirst(branches: readonly Branch[]): Generator<Cells> {
  for (const { cells, below } of branches) {
    yield cells;
    yield* depthFirst(below);
  }
}
