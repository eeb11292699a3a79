/**
 * Digests of what a definition reads, which bind stored rows to it: one of each column, and one of what makes a row. A new column leaves
 * those of the others as they are.
 */
import { hash } from 'node:crypto';
import type { Shown } from '../graph/listing-reader.ts';
import { isObject, isRecord, type JsonObject } from '../json.ts';
import {
  columnType,
  isDerivedReport,
  isExchangeReport,
  isListingReport,
  isMadeReport,
  revisionOf,
  type ReadMember,
  type ReportDefinition,
  type ReportRequest,
} from './definition.ts';
import { sourcesOf } from './derived-row.ts';
import { decidingProperties } from './expressions/syntax.ts';
import { itemColumns } from './row-identity.ts';
import { isTable, type AnyReport, type TableReport } from './table.ts';

/** Each digest has 32 hex digits. */
export interface DefinitionDigests {
  readonly row: string;
  /** By the column's name. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * The digest that a member is part of: that of the row; that of a column, with the column's entry; both in parts, which this file takes
 * apart; or none, since it decides no cell. What a function makes has no digest: it is of a `revision`.
 */
const DIGEST_OF: Readonly<Record<ReadMember, 'row' | 'column' | 'parts' | 'none'>> = {
  revision: 'parts',
  source: 'row',
  request: 'parts',
  rows: 'row',
  inconclusive: 'row',
  item: 'parts',
  row: 'row',
  columns: 'column',
  types: 'parts',
  members: 'parts',
  mayBeBlank: 'none',
  takes: 'column',
  notApplicable: 'column',
  properties: 'parts',
  systemTrustees: 'row',
  convert: 'parts',
  from: 'parts',
  isOfTenant: 'row',
  made: 'parts',
  deriver: 'row',
  asksExchange: 'none',
  neverEmpty: 'none',
  usesInternalDomains: 'none',
};

/** The digests of a definition whose expressions are valid. */
export function definitionDigests(definition: AnyReport): DefinitionDigests {
  if (isTable(definition)) return tableDigests(definition);
  const { rows, inconclusive } = definition;
  const revision = revisionOf(definition);
  const { request, inputs } = requestParts(definition);
  const row = [
    revision,
    membersOf('row', definition),
    itemColumns(definition),
    isDerivedReport(definition) && !isMadeReport(definition) ? definition.from : [],
    // What a function converts may be in any column.
    isExchangeReport(definition) && definition.convert !== undefined ? definition.request : request,
    [rows, inconclusive].map((expression = '`null`') => inputsOf(expression, inputs)),
  ];
  const columns = Object.entries(definition.columns).map(([name, expression]): [string, string] => {
    const own = membersOf('column', definition).map(([member, value]) => [member, entryOf(value, name)]);
    const sources = isMadeReport(definition) ? sourcesOf(definition, name) : [];
    const type = decisivePart(columnType(definition, name) ?? {});
    return [name, digestOf([revision, own, type, sources, inputsOf(expression, inputs)])];
  });
  return { row: digestOf(row), columns: Object.fromEntries(columns) };
}

/** The digests of a table, of which less can change: one of what makes a row, and of each column its expression and type. */
function tableDigests(table: TableReport): DefinitionDigests {
  const { rows, inconclusive } = table;
  const revision = revisionOf(table);
  const { request, inputs } = partsOfTable(table);
  const of = (expression: string): readonly string[] => inputsOf(expression, inputs);
  const row = [revision, table.about, request, rows, inconclusive, itemColumns(table), table.row];
  const columns = Object.entries(table.columns).map(([name, expression]): [string, string] => {
    const type = decisivePart(columnType(table, name) ?? {});
    return [name, digestOf([revision, expression, type, of(expression)])];
  });
  const ofRows = [rows, inconclusive].map((expression = '`null`') => of(expression));
  return { row: digestOf([row, ofRows]), columns: Object.fromEntries(columns) };
}

function partsOfTable(table: TableReport): RequestParts {
  if (table.source === 'reports') return { request: table.comesWith, inputs: [] };
  // What functions make of the objects is of a `revision`.
  if (table.source === 'cmdlets' || table.source === 'listings') return { request: undefined, inputs: [] };
  if (table.source !== 'exchange') return queryParts([], table.request);
  const { select, ...request } = table.request;
  return { request, inputs: selected([], select) };
}

function digestOf(value: unknown): string {
  return hash('sha256', jsonOf(value)).slice(0, 32);
}

/** What a listing shows, for people. */
const SHOWN: Readonly<Record<keyof Shown, true>> = { shows: true, needs: true, otherwise: true };

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) => (Object.hasOwn(SHOWN, key) ? undefined : member));
}

function membersOf(digest: 'row' | 'column', definition: ReportDefinition): [name: string, value: unknown][] {
  const values = new Map<string, unknown>(Object.entries(definition));
  return Object.entries(DIGEST_OF).flatMap(([name, of]) => (of === digest ? [[name, values.get(name)]] : []));
}

function entryOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** What of a schema decides cells and what identifies rows: JSON types, and which values compare without case. */
function decisivePart({ type, enum: values, items, properties }: JsonObject): unknown {
  return {
    type,
    enum: Array.isArray(values) ? [...new Set(values.map((value) => typeof value))].sort() : undefined,
    items: isObject(items) ? decisivePart(items) : undefined,
    properties: isObject(properties)
      ? Object.entries(properties).map(([name, schema]) => [name, isObject(schema) ? decisivePart(schema) : undefined])
      : undefined,
  };
}

/** Something that expressions find, by the names that lead to it, and what it is. */
interface Input {
  readonly path: readonly string[];
  readonly is: unknown;
}

const SELECTED = 'selected';

interface RequestParts {
  /** What all columns share. */
  readonly request: unknown;
  readonly inputs: readonly Input[];
}

/** Separates what a report requests for single columns from the rest. */
function requestParts(definition: ReportDefinition): RequestParts {
  const members = Object.entries(definition.members ?? {}).map(([path, is]): Input => ({ path: pathOf(path), is }));
  const { request, inputs } = partsOfKind(definition);
  return { request, inputs: [...inputs, ...members] };
}

function partsOfKind(definition: ReportDefinition): RequestParts {
  if (isDerivedReport(definition)) return { request: undefined, inputs: [] };
  if (isExchangeReport(definition)) {
    const { request: requested, properties = [] } = definition;
    const { select, organization = {}, beside = {}, resolves, ...request } = requested;
    const others = [
      ...Object.entries(organization).map(([name, one]) => [['organization', name], one] as const),
      ...Object.entries(beside).map(([name, one]) => [[name], one] as const),
    ];
    const inputs = [
      ...selected([], [...select, ...properties]),
      ...others.flatMap(([path, { select: of, ...is }]) => [{ path, is }, ...selected(path, of)]),
      ...['recipientAddress', 'recipientAddresses', 'recipientIds'].map((name) => ({ path: [name], is: resolves })),
    ];
    return { request, inputs };
  }
  if (isListingReport(definition)) {
    const { beside = {}, ...requested } = definition.request;
    const { request, inputs } = queryParts([], requested);
    const others = Object.entries(beside).flatMap(([name, one]) => {
      const parts = queryParts([name], one);
      return [{ path: [name], is: parts.request }, ...parts.inputs];
    });
    return { request, inputs: [...inputs, ...others] };
  }
  return queryParts([], definition.request);
}

/** Separates the properties that a request to Graph selects. */
function queryParts(
  path: readonly string[],
  { query = {}, ...request }: { readonly query?: ReportRequest['query'] },
): RequestParts {
  const { $select = '', ...options } = query;
  return { request: { ...request, query: options }, inputs: selected(path, $select.split(',').filter(Boolean)) };
}

function selected(path: readonly string[], names: readonly string[]): readonly Input[] {
  return names.map((name) => ({ path: [...path, name.trim()], is: SELECTED }));
}

/** The names in a path of `members`: annotations of OData contain a dot. */
function pathOf(path: string): readonly string[] {
  return path.match(/@odata\.[^.]+|[^.]+/g) ?? [];
}

/** The inputs on which the value of an expression may depend, in an order of their own. */
function inputsOf(expression: string, inputs: readonly Input[]): readonly string[] {
  const properties = decidingProperties(expression);
  const names = new Set(expression.match(/@odata\.\w+|\w+/g));
  const isRead = ({ path: [first = '', ...below] }: Input): boolean =>
    properties === undefined || (properties.includes(first) && below.every((name) => names.has(name)));
  return inputs
    .filter(isRead)
    .map(({ path, is }) => jsonOf([path, is]))
    .sort();
}
