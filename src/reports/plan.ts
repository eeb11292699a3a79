import type { Query } from '../graph/query.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import { compileGathering } from './gathering.ts';
import { loadPlainText } from './plain-text.ts';
import { requestPath } from './request-path.ts';

/** The query of one report: what is requested for each mailbox, and how its pages become rows. */
export type ReportQuery = Query<Cells[]>;

/**
 * Compiles a query for each report, in the order of the reports. Rejects with the UserError of an expression that does
 * not parse.
 */
export async function compileQueries(
  definitions: readonly ReportDefinition[],
  internalDomains?: InternalDomains,
): Promise<ReportQuery[]> {
  if (JSON.stringify(definitions).includes('plain_text')) await loadPlainText();
  return definitions.map((definition) => ({
    version: definition.request.version,
    path: requestPath(definition.request),
    gather: compileGathering(definition, internalDomains),
  }));
}
