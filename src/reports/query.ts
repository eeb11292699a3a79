import type { Query } from '../graph/query.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { RowCells } from './columns.ts';
import { requestPath, type ReportDefinition } from './definition.ts';
import { loadPlainText } from './expressions/plain-text.ts';
import { compilePageCollector } from './page-collectors.ts';

/** The query of one report: what is requested for each mailbox, and how its pages become rows. */
export type ReportQuery = Query<RowCells[]>;

/** Whether an expression of the report asks which addresses are external. */
export function usesInternalDomains(definition: ReportDefinition): boolean {
  return /\bexternal\s*\(/.test(JSON.stringify(definition));
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
  return definitions.map((definition) => ({
    version: definition.request.version,
    path: requestPath(definition.request),
    firstPageOnly: definition.request.firstPageOnly === true,
    newCollector: compilePageCollector(definition, internalDomains),
  }));
}
