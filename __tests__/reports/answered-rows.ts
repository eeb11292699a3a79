import { isObject } from '../../src/json.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { compilePageCollector } from '../../src/reports/collect.ts';
import { isGraphReport, type ReportDefinition } from '../../src/reports/definition.ts';
import { compileExchangeQueries, compileListingQueries } from '../../src/reports/queries.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import type { Answer } from '../policy/answers.ts';
import { NOW } from '../policy/judge-policy.ts';

const inside = internalDomains(['contoso.com']);

/** The rows that a report, which is not made of others, makes of an answer. A page that is missing could not be read. */
export function answeredRows(report: ReportDefinition, pages: Answer): QueryResult<RowCells[]> {
  try {
    const [query] = compileExchangeQueries([report], NOW);
    const root = pages[''];
    if (!isObject(root)) return { status: 'failed', error: '' };
    if (query !== undefined) return { status: 'ok', value: query.read(root, inside) };
    const [listing] = compileListingQueries([report], NOW);
    if (listing !== undefined) return { status: 'ok', value: listing.read([root], {}, inside) };
    if (!isGraphReport(report)) throw new Error('no query');
    const { onPage, result } = compilePageCollector(report, inside, NOW)();
    let asked = [...onPage(root, false)];
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      const page = pages[next.path.replace(/\?.*/, '')] ?? { value: [] };
      if (isObject(page)) asked = [...asked, ...next.onPage(page, false)];
      else if (next.onError === undefined) return { status: 'failed', error: '' };
      else next.onError('failed', '');
    }
    return { status: 'ok', value: result() };
  } catch {
    return { status: 'failed', error: '' };
  }
}
