import { gunzipSync, gzipSync } from 'node:zlib';
import { applicationsOfTenant } from '../../src/reports/built-in/applications-of-tenant.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../../src/json.ts';

/** The lines of a `rows.ndjson.gz`, parsed. */
export function storedLines(bytes: Uint8Array = new Uint8Array()): JsonObject[] {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const value = parseJson(line);
    if (!isObject(value)) throw new Error(`${line} is no object`);
    return value;
  });
}

/** A `rows.ndjson.gz` with these lines. */
export function rowsFileOf(lines: readonly JsonObject[]): Buffer {
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

export interface StoredRun {
  readonly tenant?: string;
  readonly cloud?: string;
  readonly hasPolicy?: boolean;
  /** The ids of the rules of its policy. By default those with violations. */
  readonly rules?: readonly string[];
  /** When the run started. */
  readonly started?: string;
  /** When it ended; when it started if not given. */
  readonly ended?: string;
  /** The file of its list. */
  readonly listFile?: string;
  readonly shard?: { readonly number: number; readonly of: number };
  /** Columns by report. `many`: a mailbox may have several rows. */
  readonly reports: Readonly<Record<string, StoredColumns>>;
  /** The rows of the table `applications-of-tenant`. */
  readonly applications?: readonly (readonly Json[])[];
  /** By address, for each report the rows or why there are none. */
  readonly mailboxes: Readonly<Record<string, readonly StoredResult[]>>;
}

interface StoredColumns {
  readonly columns: readonly string[];
  readonly many?: boolean;
  /** The columns that name a row; the first one if not given. */
  readonly item?: readonly string[];
}

export interface StoredResult {
  readonly status?: string;
  readonly rows?: readonly (readonly Json[])[];
  /** For each row the positions of unknown cells. */
  readonly unknown?: readonly (readonly number[])[];
  readonly violations?: readonly JsonObject[];
}

function violatedRules({ mailboxes }: Pick<StoredRun, 'mailboxes'>): readonly string[] {
  const violations = Object.values(mailboxes).flatMap((results) => results.flatMap((one) => one.violations ?? []));
  return [...new Set(violations.flatMap(({ rule }) => (typeof rule === 'string' ? rule : [])))];
}

const APPLICATION_COLUMNS = Object.keys(applicationsOfTenant.columns);
/** The table `applications-of-tenant` in the first line. */
const APPLICATIONS: JsonObject = {
  name: applicationsOfTenant.name,
  reads: {},
  revision: 1,
  digests: { row: '', columns: Object.fromEntries(APPLICATION_COLUMNS.map((column) => [column, ''])) },
  columns: APPLICATION_COLUMNS,
  manyRows: true,
  item: ['Application', 'AppId'],
  ignored: [],
  limits: {},
};

function applicationsLine(rows: readonly (readonly Json[])[]): JsonObject {
  const filled = (cells: readonly Json[]): Json[] => APPLICATION_COLUMNS.map((_, at) => cells[at] ?? null);
  return { table: applicationsOfTenant.name, status: 'ok', rows: rows.map((cells) => ({ cells: filled(cells) })) };
}

/** The `rows.ndjson.gz` of a run that found this. */
export function storedRun({ tenant = 'contoso.com', cloud = 'global', hasPolicy = false, ...run }: StoredRun): Buffer {
  const { started = '2027-01-31T00:00:00.000Z', shard, rules = violatedRules(run), listFile = 'l.txt' } = run;
  const addresses = Object.keys(run.mailboxes);
  const mailboxes = addresses.map((mailbox) => ({
    mailbox,
    reports: (run.mailboxes[mailbox] ?? []).map(({ status = 'ok', rows = [], unknown = [], violations = [] }) => ({
      status,
      rows: rows.map((cells, at) => ({ cells: [...cells], unknown: [...(unknown[at] ?? [])] })),
      violations: violations.map((violation) => ({ item: '', row: '', column: '', found: null, ...violation })),
    })),
  }));
  const lines = addresses.map((_, at) => at + 1);
  const counts = { mailboxes: addresses.length, read: addresses.length, unreadable: 0 };
  return rowsFileOf([
    {
      format: 'mailbox-report-rows',
      version: 2,
      productVersion: '1.0.0',
      tenant,
      cloud,
      shown: { tenant, cloud },
      run: { id: '1', attempt: 1, started },
      ...(shard === undefined ? {} : { shard }),
      digests: hasPolicy ? { policy: 'digest' } : {},
      ...(hasPolicy && { rules: rules.map((id) => ({ id, report: Object.keys(run.reports)[0] ?? '' })) }),
      list: { files: [listFile], mailboxes: [{ file: listFile, addresses, lines }], duplicateCount: 0, duplicates: [] },
      reports: Object.entries(run.reports).map(([name, { columns, many = false, item }]) => ({
        name,
        reads: {},
        revision: 1,
        digests: { row: '', columns: Object.fromEntries(columns.map((column) => [column, ''])) },
        columns: [...columns],
        manyRows: many,
        item: [...(item ?? (many ? columns.slice(0, 1) : []))],
        ignored: [],
        limits: {},
      })),
      ...(run.applications === undefined ? {} : { tables: [APPLICATIONS] }),
    },
    ...(run.applications === undefined ? [] : [applicationsLine(run.applications)]),
    ...mailboxes,
    {
      counts,
      ended: run.ended ?? started,
      throttling: { waits: 0, waitedMs: 0, refused: 0 },
      warnings: [],
      result: 'pass',
      cancelled: false,
    },
  ]);
}
