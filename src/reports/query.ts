import type { Query } from '../graph/query.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { RowCells } from './columns.ts';
import { hasObjectList, type ExchangeQuery } from '../exchange/request.ts';
import { compileColumns, wordsOf } from './columns.ts';
import { isExchangeReport, isGraphReport, requestPath, type ReportDefinition } from './definition.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { loadPlainText } from './expressions/plain-text.ts';
import { compileItems, compilePageCollector } from './page-collectors.ts';

/** The query of one report: what is requested for each mailbox, and how its pages become rows. */
export type ReportQuery = Query<RowCells[]>;

/** Whether an expression of the report asks which addresses are external. */
export function usesInternalDomains(definition: ReportDefinition): boolean {
  return /\b(?:external|unresolved)\s*\(/.test(JSON.stringify(definition));
}

/**
 * Compiles a query for each report, in the order of the reports. Rejects with the UserError `EXPRESSION` of an expression
 * that does not parse.
 */
export async function compileQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
): Promise<ReportQuery[]> {
  if (JSON.stringify(definitions).includes('plain_text')) await loadPlainText();
  return definitions.filter(isGraphReport).map((definition) => ({
    version: definition.request.version,
    path: requestPath(definition.request),
    firstPageOnly: definition.request.firstPageOnly === true,
    newCollector: compilePageCollector(definition, internalDomains),
  }));
}

/** Compiles a query for each report of Exchange Online, in the order of the reports. Throws as `compileQueries` rejects. */
export function compileExchangeQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
): ExchangeQuery<RowCells[]>[] {
  return definitions.filter(isExchangeReport).map((definition) => {
    const { request, rows, convert = unchanged } = definition;
    const cells = compileColumns(definition);
    const newContext = (): EvaluationContext => new EvaluationContext(internalDomains);
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
