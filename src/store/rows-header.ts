/** The first line of `rows.ndjson.gz`: what a run read, by which files it judged, and how its rows are bound to their definitions. */
import { hash } from 'node:crypto';
import { cmdletsOf } from '../exchange/exchange-query.ts';
import type { Json } from '../json.ts';
import type { Duplicate, MailboxList } from '../mailboxes/mailbox.ts';
import type { Shard } from '../mailboxes/shard.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { sortedEntries, type Register } from '../policy/register/register-entry.ts';
import {
  isDerivedReport,
  isExchangeReport,
  isListingReport,
  revisionOf,
  type ReportDefinition,
} from '../reports/definition.ts';
import { definitionDigests } from '../reports/definition-digests.ts';
import { itemColumns } from '../reports/row-identity.ts';
import { cmdletsOfTable, isTable, type AnyReport, type TableReport } from '../reports/table.ts';
import type { RunOrigin } from '../run/run.ts';
import type { StepEnvironment } from '../run/runner.ts';
import type { EpochMs } from '../text/numbers.ts';
import { VERSION } from '../version.ts';
import {
  lineOf,
  type RowsEnd,
  type RowsGate,
  type RowsHeader,
  type RowsReport,
  type RowsRule,
  type RowsSource,
} from './rows-file.ts';
import { ROWS_FORMAT, ROWS_VERSION } from './rows-shape.ts';

/** Runs whose counts a file carries. */
const MAX_HISTORY = 30;

/** The first line of a run's file. */
export function rowsHeader({
  step,
  started,
  reports,
  tables = [],
  policy,
  baseline,
  gate,
  list,
  shard,
  positions,
  recent,
  history = [],
  ...origin
}: RunOrigin & {
  readonly list: MailboxList;
  readonly step: Pick<StepEnvironment, 'runId' | 'attempt' | 'runUrl' | 'commit' | 'actor' | 'repository'>;
  readonly started: EpochMs;
  readonly reports: readonly ReportDefinition[];
  /** By default none. */
  readonly tables?: readonly TableReport[];
  readonly policy: Policy | undefined;
  readonly baseline?: Pick<Baseline, 'entries'> | undefined;
  readonly gate?: RowsGate | undefined;
  readonly shard?: Shard;
  readonly positions?: RowsHeader['positions'];
  readonly recent?: RowsHeader['recent'];
  readonly history?: RowsHeader['history'];
}): RowsHeader {
  const { tenant, cloud, shown, certificate } = origin;
  return {
    productVersion: VERSION,
    tenant,
    cloud,
    shown,
    certificate,
    list,
    shard,
    positions,
    recent,
    history,
    run: {
      id: step.runId,
      attempt: step.attempt,
      url: step.runUrl,
      started: new Date(started),
      commit: step.commit || undefined,
      actor: step.actor || undefined,
      repository: step.repository || undefined,
    },
    digests: {
      policy: policy && policyDigest(policy),
      baseline: baseline && baselineDigest(baseline),
      register: policy?.register && registerDigest(policy.register),
      catalogues: policy?.catalogues && catalogueDigests(policy.catalogues),
    },
    gate,
    rules: policy && rowsRules(policy),
    reports: rowsReports(reports),
    tables: rowsReports(tables),
  };
}

/** What a rows file says about the rules of a policy. */
export function rowsRules({ rules }: Policy): readonly RowsRule[] {
  return rules.map(({ id, report }) => ({ id, report }));
}

/** The history of a run that follows an earlier one. */
export function historyAfter(
  { run: { url, started }, history }: RowsHeader,
  { counts }: RowsEnd,
): RowsHeader['history'] {
  return [...history, { url, started, counts }].slice(-MAX_HISTORY);
}

/** What a rows file says about the reports of a run. */
export function rowsReports(definitions: readonly AnyReport[]): readonly RowsReport[] {
  return definitions.map((definition) => ({
    name: definition.name,
    reads: sourceOf(definition),
    revision: revisionOf(definition),
    digests: definitionDigests(definition),
    columns: Object.keys(definition.columns),
    manyRows: definition.rows !== undefined,
    item: itemColumns(definition),
    ignored: definition.compare?.ignore ?? [],
    limits: definition.compare?.limits ?? {},
  }));
}

/** What a report was read from. */
function sourceOf(definition: AnyReport): RowsSource {
  const { permissions } = definition;
  const endpoints = endpointsOf(definition);
  return {
    permission: permissions.length === 0 ? undefined : permissions.join(' and '),
    endpoint: endpoints.length === 0 ? undefined : endpoints.join(', '),
  };
}

function endpointsOf(definition: AnyReport): readonly string[] {
  if (isTable(definition)) return endpointsOfTable(definition);
  if (isDerivedReport(definition)) return [];
  if (isExchangeReport(definition)) return [...new Set(cmdletsOf(definition.request))];
  if (isListingReport(definition)) {
    const { request } = definition;
    const listings = [request, ...Object.values(request.beside ?? {})];
    return [...new Set(listings.map(({ version, listing }) => `GET /${version}/${listing}`))];
  }
  const { version, path } = definition.request;
  return [`GET /${version}/users/{mailbox}${path === '' ? '' : `/${path}`}`];
}

function endpointsOfTable(table: TableReport): readonly string[] {
  const isOfGraph = table.source === undefined || table.source === 'graph';
  return isOfGraph ? [`GET /${table.request.version}/${table.request.listing}`] : cmdletsOfTable(table);
}

/** SHA-256, in hex, of the rules and exemptions of a policy, wherever they are in its file. */
export function policyDigest({ rules, exemptions }: Policy): string {
  return digestOf({ rules, exemptions }, (key, value: unknown) => (key === 'place' ? undefined : value));
}

function catalogueDigests(catalogues: NonNullable<Policy['catalogues']>): Readonly<Record<string, string>> {
  return Object.fromEntries([...catalogues].map(([name, { digest }]) => [name, digest]));
}

/** SHA-256, in hex, of the violations in a baseline, wherever they are in its file. */
export function baselineDigest({ entries }: Pick<Baseline, 'entries'>): string {
  return digestOf(entries, (key, value: unknown) => (key === 'line' ? undefined : value));
}

/** SHA-256, in hex, of what a register says, whatever the files and the order of its entries are. Columns that it does not know do not count. */
export function registerDigest({ files, reviewEveryDays }: Register): string {
  const entries = sortedEntries(files.flatMap(({ entries: ofFile }) => ofFile));
  const ignored: readonly string[] = ['file', 'line', 'further'];
  return digestOf({ reviewEveryDays, entries }, (key, value: unknown) => (ignored.includes(key) ? undefined : value));
}

/** SHA-256, in hex, of the JSON of a value. */
export function digestOf(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return hash('sha256', JSON.stringify(value, replacer));
}

/** The first line. */
export function headerLine({ run, list, certificate, shard, positions, recent, ...header }: RowsHeader): string {
  const { productVersion, tenant, cloud, shown, digests, gate, rules, reports, tables, history } = header;
  return lineOf({
    format: ROWS_FORMAT,
    version: ROWS_VERSION,
    productVersion,
    tenant,
    cloud,
    shown,
    run,
    digests,
    gate,
    rules,
    shard,
    positions,
    recent: recent?.length === 0 ? undefined : recent,
    reports,
    tables: tables.length === 0 ? undefined : tables,
    history: history.length === 0 ? undefined : history,
    certificate: certificate && { expires: certificate.notAfter, thumbprint: certificate.thumbprint },
    list: {
      files: list.files,
      columns: list.columns.length === 0 ? undefined : list.columns,
      mailboxes: storedMailboxes(list),
      listed: list.listed,
      duplicateCount: list.duplicateCount,
      duplicates: list.duplicates.map(({ mailbox, firstAt }) => ({
        mailbox: storedPlace(mailbox),
        firstAt: storedPlace(firstAt),
      })),
    },
  });
}

/** The mailboxes, in list order: an entry for each part that is of one file, or of none. */
function storedMailboxes({ mailboxes }: MailboxList): readonly object[] {
  const parts: { readonly file: string | undefined; readonly addresses: string[]; readonly lines?: number[] }[] = [];
  for (const { address, file, line } of mailboxes) {
    const last = parts.at(-1);
    const isNext = last !== undefined && last.file === file;
    const part = isNext ? last : { file, addresses: [], ...(file === undefined ? {} : { lines: [] }) };
    if (!isNext) parts.push(part);
    part.addresses.push(address);
    if (line !== undefined) part.lines?.push(line);
  }
  return parts;
}

function storedPlace({ address, file, line }: Duplicate['mailbox']): Json {
  return { address, file, line };
}
