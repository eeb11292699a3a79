import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { tokensByCertificate } from '../../src/auth/credential.ts';
import { GraphClient } from '../../src/graph/graph-client.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { MailboxReader } from '../../src/graph/graph-reader.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { readMailboxLists } from '../../src/mailboxes/list.ts';
import { reportRecords } from '../../src/outputs/files/csv-sinks.ts';
import { csvRecord } from '../../src/outputs/files/csv-file.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { columnNames, isGraphReport, type ReportDefinition } from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import { compileGraphQueries } from '../../src/reports/queries.ts';
import { mailboxResult } from '../../src/run/mailbox-result.ts';
import type { Faults, Tenant } from '../../tenant/tenant.ts';
import { expectedReports, words } from '../support/expected-reports.ts';
import { expectedCells } from '../support/expected-row.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { scenarios } from '../support/scenario.ts';
import { newFolder } from '../support/new-folder.ts';
import { thisMachine } from '../../src/http/machine.ts';

const { credential, newTenant } = scenarios();
const dispatcher = newDispatcher({ connect: 2_000, headers: 400, body: 400, total: 60_000 });
const { now } = thisMachine();
const workspace = newFolder();
afterAll(() => dispatcher.destroy());

type Rows = ReturnType<typeof parsedCsv>;

/** Reads the list as a run does, with short waits. Returns the CSV rows of each report. */
async function rowsFor(
  tenant: Tenant,
  list: string,
  reports: readonly ReportDefinition[] = [mailboxSettings],
): Promise<{ readonly rows: Rows; readonly of: ReadonlyMap<string, Rows>; readonly duplicates: number }> {
  await writeFile(path.join(workspace, 'list.txt'), list);
  const mailboxes = await readMailboxLists({ patterns: ['list.txt'], workspace, column: undefined });
  const { signal } = new AbortController();
  const { pfx, password } = credential();
  const certificate = readPkcs12(pfx, password, new Date());
  const tokens = tokensByCertificate({
    ...thisMachine(),
    ...tenant,
    certificate,
    dispatcher,
    mask: () => undefined,
    signal,
  });
  const client = new GraphClient({ ...thisMachine(), graphUrl: tenant.graphUrl, dispatcher, tokens, signal });
  const reader = new MailboxReader({
    ...thisMachine(),
    mailboxes,
    queries: await compileGraphQueries(reports, internalDomains(tenant.domains), now()),
    graphUrl: tenant.graphUrl,
    post: (url, body) => client.post(url, body),
    limiter: new RateLimiter({ concurrency: 'auto', random: Math.random, backoff: { first: 20, longest: 100 } }),
    signal,
    backoff: { first: 5, longest: 100 },
  });
  const csvs = new Map(reports.map((report) => [report.name, csvRecord(columnNames(report))]));
  for await (const answers of reader.read()) {
    const mailboxResults = answers.map((answer) => mailboxResult(answer, reports));
    for (const [index, { name }] of reports.entries()) {
      const records = mailboxResults.flatMap((result) => {
        const ofReport = result.reports[index];
        return ofReport === undefined ? [] : reportRecords(ofReport, false).map((cells) => csvRecord(cells));
      });
      csvs.set(name, `${csvs.get(name) ?? ''}${records.join('')}`);
    }
  }
  // Rows have the ID of an archive folder until a run takes its name from another report.
  const withoutFolderId = (row: Rows[number]) =>
    row.ArchiveFolder === undefined ? row : { ...row, ArchiveFolder: '' };
  const of = new Map([...csvs].map(([name, csv]) => [name, parsedCsv(csv).map(withoutFolderId)]));
  return { of, rows: of.get(reports[0]?.name ?? '') ?? [], duplicates: mailboxes.duplicateCount };
}

/** Runs that take this long fail with their seed, which a timeout of the test would not show. */
const LIMITS = { timeout: 60_000, interruptAfterTimeLimit: 200_000, markInterruptAsFailure: true, endOnFailure: true };

const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const wait = fc.constantFrom<0.02 | 0.05 | 'none'>(0.02, 0.05, 'none');
const anyFaults: fc.Arbitrary<Faults> = fc.record(
  {
    itemThrottle: fc.record({ rate: share(0.05), retryAfter: fc.constant(0.02) }),
    mailboxThrottle: fc.record({ rate: share(0.4), times: fc.integer({ min: 1, max: 8 }), retryAfter: wait }),
    item503: fc.record({ rate: share(0.3), retryAfter: wait }),
    item504: fc.record({ rate: share(0.3) }),
    batch429: fc.record({ rate: share(0.1), retryAfter: wait }),
    batch503: fc.record({ rate: share(0.1), retryAfter: wait }),
    missingAnswers: fc.record({ rate: share(0.3) }),
    duplicateAnswers: fc.record({ rate: share(0.6) }),
    reset: fc.record({ rate: share(0.3) }),
    gatewayHtml: fc.record({ rate: share(0.3) }),
    html200: fc.record({ rate: share(0.3) }),
    malformedJson: fc.record({ rate: share(0.3) }),
    hang: fc.record({ rate: share(0.05) }),
    slowBody: fc.record({ rate: share(0.2), ms: fc.constant(20) }),
  },
  { requiredKeys: [] },
);

test('writes one row for each mailbox, in order, with a status and its own values, for any list and any faults', async () => {
  const line = fc.record({ position: fc.nat(149), upper: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(line, { minLength: 1, maxLength: 150 }),
      anyFaults,
      async (seed, lines, faults) => {
        const tenant = await newTenant({ mailboxes: 150, seed, faults });
        const listed = lines.map(({ position, upper }) => {
          const address = tenant.addresses[position] ?? '';
          return upper ? address.toUpperCase() : address;
        });
        const { rows, duplicates } = await rowsFor(tenant, listed.join('\n'));
        const distinct = listed.filter(
          (address, at) => listed.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
        );
        expect(rows.map(({ MailboxName }) => MailboxName)).toEqual(distinct);
        expect(duplicates).toBe(listed.length - distinct.length);
        const wanted = rows.map((row) => {
          const expected = tenant.expected(row.MailboxName ?? '');
          // Faults may outlast the attempts, but the values of mailboxes must not be swapped.
          const outlasted = row.Status === 'throttled' || row.Status === 'failed';
          const shared = { MailboxName: row.MailboxName, Error: row.Status === 'ok' ? '' : row.Error };
          return outlasted
            ? { ...shared, ...expectedCells({ status: 'not-found' }), Status: row.Status }
            : { ...shared, ...expectedCells(expected), Status: expected.status };
        });
        expect(rows).toEqual(wanted);
      },
    ),
    { numRuns: 15, ...LIMITS },
  );
}, 240_000);

type Cells = Readonly<Record<string, string>>;

function inWords([column, cell]: [string, string]): [string, string] {
  return [column, words(cell)];
}

/** The rows with values of no row of this mailbox. */
function foreignRows(found: readonly Cells[], own: readonly Cells[]): Cells[] {
  const columns = Object.keys(own[0] ?? {});
  const text = (row: Cells) => JSON.stringify(columns.map((column) => words(row[column])));
  const texts = own.map(text);
  return found.filter((row) => columns.some((column) => row[column] !== '') && !texts.includes(text(row)));
}

test('writes for each report every mailbox, in order, with all of its own rows or none, for any reports, list and faults', async () => {
  // Reports from Graph: the reader under test is Graph's.
  const names = [...builtInReports.values()].filter(isGraphReport).map(({ name }) => name);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 40 }),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
      anyFaults,
      fc.nat({ max: 2 }),
      async (seed, positions, chosen, faults, pages) => {
        const tenant = await newTenant({
          mailboxes: 60,
          seed,
          roles: ['MailboxSettings.Read', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All'],
          faults: { ...faults, emptyPages: { rate: 0.3, pages } },
          large: { folders: 300, rules: 40 },
        });
        const listed = positions.map((position) => tenant.addresses[position] ?? '');
        const reports = chosen.flatMap((name) => builtInReports.get(name) ?? []);
        const { of } = await rowsFor(tenant, listed.join('\n'), reports);
        for (const name of chosen) {
          // The names of archive folders are those of another report, if the run has it: a scenario of its own.
          const rows = (of.get(name) ?? []).map((row) =>
            'ArchiveFolder' in row ? { ...row, ArchiveFolder: '' } : row,
          );
          const byMailbox = Map.groupBy(rows, ({ MailboxName }) => MailboxName);
          expect([...byMailbox.keys()]).toEqual(listed);
          for (const [address = '', found] of byMailbox) {
            const expected = tenant.expected(address);
            // A failed request for children marks the row of their parent, which may be any row.
            const outlasted = found.some(({ Status = '' }) => ['throttled', 'failed'].includes(Status));
            const own = expected.status === 'ok' ? (expectedReports[name]?.(expected) ?? []) : [];
            // Rows that were read before a further request failed are kept.
            expect(foreignRows(found, own)).toEqual([]);
            if (outlasted) continue;
            // A mailbox without a row of its own has a blank one.
            const wanted = own.length === 0 ? [{}] : own;
            const shown = found.map((row, at) =>
              Object.fromEntries(Object.keys(wanted[at] ?? {}).map((column) => [column, words(row[column])])),
            );
            expect(shown).toEqual(wanted.map((row) => Object.fromEntries(Object.entries(row).map(inWords))));
            expect(found.every(({ Status }) => Status === expected.status)).toBe(true);
          }
        }
        expect(tenant.counts.maxConcurrentPerMailbox).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 10, ...LIMITS },
  );
}, 240_000);
