import type { Inquiry, TakePage } from '../graph/inquiry.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import { compileGathering, type Gather } from './gathering.ts';
import { loadPlainText } from './plain-text.ts';
import { requestPath } from './request-path.ts';

/** What an inquiry gathers: rows for each report that shares it. */
export type Gathered = readonly (readonly Cells[])[];

/** A report with where its rows are found in an answer. */
export interface PlannedReport {
  readonly definition: ReportDefinition;
  readonly inquiry: number;
  readonly slot: number;
}

/** What is asked of each mailbox for several reports: a request that two of them share is made once. */
export interface ReadPlan {
  readonly inquiries: readonly Inquiry<Gathered>[];
  readonly reports: readonly PlannedReport[];
}

/** Plans the reading of reports, which come in the order given. Rejects with the UserError of an expression that does not parse. */
export async function planReading(
  definitions: readonly ReportDefinition[],
  inside?: InternalDomains,
): Promise<ReadPlan> {
  if (JSON.stringify(definitions).includes('plain_text')) await loadPlainText();
  const shared = new Map<string, { readonly definition: ReportDefinition; readonly gathers: Gather[] }>();
  const reports = definitions.map((definition) => {
    const key = sameRequest(definition);
    const request = shared.get(key) ?? { definition, gathers: [] };
    shared.set(key, request);
    const slot = request.gathers.push(compileGathering(definition, inside)) - 1;
    return { definition, inquiry: [...shared.keys()].indexOf(key), slot };
  });
  return { reports, inquiries: [...shared.values()].map(({ definition, gathers }) => inquiryOf(definition, gathers)) };
}

/** A tree's further requests depend on which of its rows it finds, so those must be the same too. */
function sameRequest({ request, rows }: ReportDefinition): string {
  const { version, children } = request;
  return JSON.stringify([version, requestPath(request), children ?? null, children === undefined ? null : rows]);
}

function inquiryOf({ request }: ReportDefinition, gathers: readonly Gather[]): Inquiry<Gathered> {
  return {
    version: request.version,
    path: requestPath(request),
    gather: () => {
      const gatherings = gathers.map((gather) => gather());
      return {
        take: together(gatherings.map(({ take }) => take)),
        result: () => gatherings.map((gathering) => gathering.result()),
      };
    },
  };
}

/** All of them take each page in. Those that share a request want the same further ones. */
function together(takes: readonly TakePage[]): TakePage {
  const [only, ...others] = takes;
  if (only !== undefined && others.length === 0) return only;
  return (page, more) => {
    const [first = [], ...rest] = takes.map((take) => take(page, more));
    return first.map(({ path, take }, at) => ({
      path,
      take: together([take, ...rest.flatMap((further) => further[at]?.take ?? [])]),
    }));
  };
}
