import { describeError } from '../failure.ts';
import type { Gathering, Inquiry, TakePage } from '../graph/inquiry.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import { compileGathering, type Gather } from './gathering.ts';
import { loadPlainText } from './plain-text.ts';
import { requestPath } from './request-path.ts';

/** What came of one report's share in an inquiry: its rows, or why its expressions do not fit the answer. */
export type Slot = { readonly rows: readonly Cells[] } | { readonly error: string };

/** What an inquiry gathers: a slot for each report that shares it. */
export type Gathered = readonly Slot[];

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
  const query = Object.entries(request.query ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([version, request.path, query, children ?? null, children === undefined ? null : rows]);
}

function inquiryOf({ request }: ReportDefinition, gathers: readonly Gather[]): Inquiry<Gathered> {
  return {
    version: request.version,
    path: requestPath(request),
    gather: () => {
      const shares = gathers.map((gather) => new Share(gather()));
      return {
        take: together(shares.map((share) => [share, share.take])),
        result: () => shares.map((share) => share.slot()),
      };
    },
  };
}

/** A report's part in an inquiry. Where its expressions do not fit the answer it ends, and leaves the others alone. */
class Share {
  readonly take: TakePage;
  /** What ended it. */
  failure: unknown;
  readonly #result: () => Cells[];
  #failed = false;

  constructor({ take, result }: Gathering<Cells[]>) {
    this.take = take;
    this.#result = result;
  }

  /** Undefined once something has failed. */
  attempt<T>(step: () => T): T | undefined {
    if (this.#failed) return undefined;
    try {
      return step();
    } catch (error) {
      this.#failed = true;
      this.failure = error;
      return undefined;
    }
  }

  slot(): Slot {
    const rows = this.attempt(this.#result);
    return rows === undefined ? { error: describeError(this.failure) } : { rows };
  }
}

/**
 * All of them take each page in. Those that share a request want the same further ones; once none is left to take them
 * in, nothing more is asked.
 */
function together(takes: readonly (readonly [Share, TakePage])[]): TakePage {
  return (page, more) => {
    const wanted = takes.flatMap(([share, take]) => {
      const further = share.attempt(() => take(page, more));
      return further === undefined ? [] : [further.map((request) => ({ share, ...request }))];
    });
    if (wanted.length === 0) throw new AggregateError(takes.map(([share]) => share.failure));
    const [first = []] = wanted;
    return first.map(({ path }, at) => ({
      path,
      take: together(wanted.flatMap((further) => further.slice(at, at + 1)).map(({ share, take }) => [share, take])),
    }));
  };
}
