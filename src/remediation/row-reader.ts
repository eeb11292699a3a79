import { isObject, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { compileExchangeQueries, compileGraphQueries } from '../reports/queries.ts';
import { isGraphReport, type GraphReport, type ReportDefinition } from '../reports/definition.ts';
import { rowsOf, type Row, type RowCells } from '../reports/rows.ts';
import type { EpochMs } from '../text/numbers.ts';

/**
 * The row of a report that shows an object of a service: the settings of a mailbox, an inbox rule, or the object of a cmdlet with what
 * the report adds to it. Undefined if the report does not read it as one row.
 */
export type RowReader = (report: ReportDefinition, mailbox: Mailbox, resource: JsonObject) => Row | undefined;

/** Compiles how the reports read an object that is, or would be, at a service. Parameters and errors are those of `compileGraphQueries`. */
export async function newRowReader(
  reports: readonly ReportDefinition[],
  internalDomains: InternalDomains | undefined,
  now: EpochMs,
): Promise<RowReader> {
  const readers = new Map<string, (resource: JsonObject) => RowCells[]>();
  for (const report of reports) {
    if (isGraphReport(report)) {
      const [query] = await compileGraphQueries([report], internalDomains, now);
      readers.set(report.name, (resource) => {
        const collector = query?.newCollector();
        const page = pageOf(report, resource);
        if (page !== undefined) collector?.onPage(page, false);
        return collector?.result() ?? [];
      });
    } else {
      const [query] = compileExchangeQueries([report], now);
      readers.set(report.name, (resource) => query?.read(resource, internalDomains) ?? []);
    }
  }
  return (report, mailbox, resource) => {
    try {
      const [row, ...furtherRows] = rowsOf(
        mailbox,
        { status: 'ok', value: readers.get(report.name)?.(resource) ?? [] },
        report,
      );
      return furtherRows.length === 0 && row.content === 'item' ? row : undefined;
    } catch (error) {
      // What a report cannot read is no row: nothing is known about it.
      if (error instanceof Error) return undefined;
      throw error;
    }
  };
}

/** What the request of a report would return. */
function pageOf({ rows, request }: GraphReport, resource: JsonObject): JsonObject | undefined {
  if (rows !== undefined) return { value: [resource] };
  // A report may request a part of the settings: mailboxSettings/automaticRepliesSetting.
  const [, part] = request.path.split('/');
  const page = part === undefined ? resource : resource[part];
  return isObject(page) ? page : undefined;
}
