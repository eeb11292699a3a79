import { parseFilter, parseOrder, type Filter, type Order } from './collection-options.ts';

/** Graph's limit for `$top` of Outlook's collections. https://learn.microsoft.com/graph/query-parameters#top-parameter */
export const MOST_A_PAGE = 1000;

/** The requested page of a collection, with its query options. */
export interface PageQuery {
  /** 1 to 1000; undefined for Graph's own page size. */
  readonly top: number | undefined;
  readonly from: PageStart;
  /** Names from `$select`; undefined for everything. */
  readonly select: readonly string[] | undefined;
  readonly filter: Filter | undefined;
  readonly order: Order | undefined;
  /** The relationship in `$expand`. */
  readonly expand: string | undefined;
  readonly count: boolean;
  readonly includeHidden: boolean;
  /** The options, as they were written, that a link to the next page repeats. */
  readonly kept: readonly string[];
}

/** Where a page begins. */
export interface PageStart {
  /** Items before it. */
  readonly offset: number;
  /** Empty pages since the last page with items. */
  readonly empties: number;
}

/** The error for a feature that Graph has and the embedded tenant lacks. */
export function notSimulated(what: string): string {
  return `${what} is not simulated by the embedded tenant.`;
}

/** The query of a collection, or the error in it. */
export function parsePageQuery(query: string): PageQuery | string {
  const values = new Map<string, string>();
  const kept: string[] = [];
  for (const [written, name, value] of optionsIn(query)) {
    if (NOT_SIMULATED.has(name)) return notSimulated(`The query option '${name}'`);
    if (name.startsWith('$') && !OPTIONS.has(name)) {
      return `The query specified in the URI is not valid. The query option '${name}' is not supported here.`;
    }
    if (name.startsWith('$') && values.has(name)) {
      return `Query option '${name}' was specified more than once, but it must be specified at most once.`;
    }
    values.set(name, value);
    if (name !== '$skip' && name !== '$skiptoken') kept.push(written);
  }
  const top = values.get('$top');
  const skip = values.get('$skip');
  const token = values.get('$skiptoken');
  const count = values.get('$count') ?? 'false';
  if (top !== undefined && !(/^\d{1,9}$/.test(top) && Number(top) > 0)) return invalid('$top', top);
  if (Number(top) > MOST_A_PAGE) {
    return `The limit of '${MOST_A_PAGE}' for Top query has been exceeded. The value from the incoming request is '${top}'.`;
  }
  if (skip !== undefined && !/^\d{1,9}$/.test(skip)) return invalid('$skip', skip);
  if (count !== 'true' && count !== 'false') {
    return `Invalid value '${count}' for $count query option found. Valid values are 'true' or 'false'.`;
  }
  const [filterText, orderText] = [values.get('$filter'), values.get('$orderby')];
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  if (filterText !== undefined && filter === undefined) return notSimulated(`The filter '${filterText}'`);
  const order = orderText === undefined ? undefined : parseOrder(orderText);
  if (orderText !== undefined && order === undefined) return notSimulated(`The order '${orderText}'`);
  const from = token === undefined ? { offset: Number(skip ?? 0), empties: 0 } : startIn(token);
  if (from === undefined) return 'The $skiptoken query option is not valid.';
  return {
    top: top === undefined ? undefined : Number(top),
    from,
    select: values
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()),
    filter,
    order,
    expand: values.get('$expand'),
    count: count === 'true',
    includeHidden: values.get('includehiddenfolders')?.toLowerCase() === 'true',
    kept,
  };
}

/** The value of a `$skiptoken`, which a client cannot construct. */
export function skipToken({ offset, empties }: PageStart): string {
  return Buffer.from(`page ${offset} ${empties}`).toString('base64url');
}

const OPTIONS = new Set(['$top', '$skip', '$skiptoken', '$select', '$count', '$filter', '$orderby', '$expand']);
const NOT_SIMULATED = new Set(['$search', '$deltatoken', '$apply', '$compute']);

/** Each option as it was written, its name in lower case, and its value. */
function optionsIn(query: string): [written: string, name: string, value: string][] {
  return query
    .split('&')
    .filter((written) => written !== '')
    .map((written) => {
      const [[name, value] = ['', '']] = new URLSearchParams(written);
      return [written, name.toLowerCase(), value];
    });
}

function startIn(token: string): PageStart | undefined {
  const [, offset, empties] = /^page (\d{1,9}) (\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (offset === undefined) return undefined;
  return { offset: Number(offset), empties: Number(empties) };
}

function invalid(option: string, value: string): string {
  return `Invalid value '${value}' for ${option} query option found. The ${option} query option requires a non-negative integer value.`;
}
