import { AddressesReader } from '../../src/addresses/addresses-reader.ts';
import type { ExchangeOutcome } from '../../src/exchange/exchange-outcome.ts';
import type { ReadEach } from '../../src/graph/graph-reader.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { addresses } from '../../src/reports/built-in/addresses.ts';
import { shownOf, type RowView } from '../../src/reports/known.ts';
import { cellText } from '../../src/text/display.ts';
import { rowViewer } from '../../src/reports/row-view.ts';

/** Members on a page of Graph. */
const PAGE = 999;

/** What services answer: the objects of cmdlets by their names, the groups of Graph and the members of each by its ID. */
export interface Answers {
  readonly cmdlets: Readonly<Record<string, readonly JsonObject[]>>;
  readonly groups: readonly JsonObject[];
  readonly members: Readonly<Record<string, readonly JsonObject[]>>;
  /** Cmdlets that are refused, and `groups` if the listing of groups is. */
  readonly refused?: readonly string[];
}

export interface ReadTable {
  /** By address in lower case. */
  readonly rows: ReadonlyMap<string, RowView>;
  readonly count: number;
  readonly gaps: string;
  readonly notices: readonly string[];
}

/** Has the table read from services that answer at once. Throws if it is not read. */
export async function tableOf({ cmdlets, groups, members, refused = [] }: Answers): Promise<ReadTable> {
  const notices: string[] = [];
  const notice = (message: string): void => {
    notices.push(message);
  };
  const run = ({ cmdlet }: { readonly cmdlet: string }): Promise<ExchangeOutcome> => {
    if (refused.includes(cmdlet)) return Promise.resolve({ kind: 'denied', error: 'No role fits' });
    // A listing changes the objects that it keeps.
    return Promise.resolve({ kind: 'read', body: { value: structuredClone([...(cmdlets[cmdlet] ?? [])]) } });
  };
  const readEach: ReadEach = async function* (ids, query) {
    await Promise.resolve();
    for (const address of ids) {
      const collector = query.newCollector();
      const all = members[address] ?? [];
      const link = all.length > PAGE ? { '@odata.nextLink': 'https://graph.example/v1.0/groups/more' } : {};
      collector.onPage({ value: all.slice(0, PAGE), ...link }, false);
      yield [{ mailbox: { address }, results: [{ status: 'ok', value: collector.result() }] }];
    }
  };
  const reader = new AddressesReader({
    graph: {
      graphUrl: 'https://graph.example',
      get: () =>
        Promise.resolve(
          refused.includes('groups')
            ? { status: 'access-denied', error: 'Insufficient privileges' }
            : { status: 'ok', value: { value: [...groups] } },
        ),
    },
    readEach,
    exchange: {
      runner: { run },
      grants: () => Promise.resolve({ clientId: 'id', roles: [], isManagedIdentity: false }),
      notice,
    },
    now: Date.parse('2026-12-01T00:00:00Z'),
    notice,
  });
  const { result, gaps } = await reader.answer(undefined);
  if (result.status !== 'ok') throw new Error(result.error);
  const view = rowViewer(Object.keys(addresses.columns));
  const rows = result.value.map((row) => view(row));
  return {
    rows: new Map(rows.map((row) => [cellText(shownOf(row.cell('Address'))).toLowerCase(), row])),
    count: rows.length,
    gaps,
    notices,
  };
}

/** The items that a list shows, without case and order. */
export function itemsIn(row: RowView | undefined, column: string): readonly string[] {
  const shown = shownOf(row?.cell(column));
  return Array.isArray(shown) ? shown.map((item) => cellText(item).toLowerCase()).sort() : [];
}

export function isKnown(row: RowView | undefined, column: string): boolean {
  return row?.cell(column)?.isKnown === true;
}

export function cellOf(row: RowView | undefined, column: string): Json | undefined {
  const cell = row?.cell(column);
  return cell?.isKnown === true ? cell.value : undefined;
}
