import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPfx } from '../../src/credential/pfx.ts';
import { tokensByCertificate } from '../../src/credential/sign-in.ts';
import { GraphClient, newDispatcher } from '../../src/graph/client.ts';
import { Pace } from '../../src/graph/pace.ts';
import { MailboxReader } from '../../src/graph/read.ts';
import { readMailboxLists } from '../../src/mailboxes/list.ts';
import { csvHeader, csvRecord } from '../../src/publish/csv-record.ts';
import { columnNames } from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/mailbox-settings.ts';
import { planReading } from '../../src/reports/plan.ts';
import { rowsOf } from '../../src/reports/rows.ts';
import type { Faults, Tenant } from '../../src/tenant/tenant.ts';
import { expectedCells } from '../support/expected-row.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { scenarios } from '../support/scenario.ts';

const { credential, newTenant } = scenarios();
const dispatcher = newDispatcher({ connect: 2_000, headers: 400, body: 400 });
const now = (): number => performance.timeOrigin + performance.now();
let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'mailbox-report-property-'));
});
afterAll(async () => {
  await Promise.all([dispatcher.destroy(), rm(workspace, { recursive: true })]);
});

/** Reads the list as a run does, but for the waits, which are short; gives the CSV's rows. */
async function rowsFor(tenant: Tenant, list: string) {
  await writeFile(path.join(workspace, 'list.txt'), list);
  const mailboxes = await readMailboxLists({ patterns: ['list.txt'], workspace, column: undefined });
  const { signal } = new AbortController();
  const { pfx, password } = credential();
  const certificate = readPfx(pfx, password, new Date());
  const tokens = tokensByCertificate({ ...tenant, certificate, dispatcher, now, mask: () => undefined, signal });
  const client = new GraphClient({ graphUrl: tenant.graphUrl, dispatcher, tokens, signal });
  const plan = await planReading([mailboxSettings]);
  const reader = new MailboxReader({
    mailboxes,
    inquiries: plan.inquiries,
    graphUrl: tenant.graphUrl,
    post: (url, body) => client.post(url, body),
    pace: new Pace({ concurrency: 'auto', random: Math.random }),
    now,
    random: Math.random,
    signal,
    backoff: 5,
  });
  let csv = csvHeader(columnNames(mailboxSettings));
  for await (const answers of reader.read()) {
    for (const planned of plan.reports) {
      csv += answers.flatMap((answer) => rowsOf(answer, planned).map(csvRecord)).join('');
    }
  }
  return { rows: parsedCsv(csv), duplicates: mailboxes.duplicateCount };
}

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

test('for any list and any faults, N mailboxes in are N rows out, in order, each with a status and its own values', async () => {
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
          // Faults may outlast the attempts; they may never pass one mailbox's values off as another's.
          const outlasted = row.Status === 'throttled' || row.Status === 'failed';
          const told = { MailboxName: row.MailboxName, Error: row.Status === 'ok' ? '' : row.Error };
          return outlasted
            ? { ...told, ...expectedCells({ status: 'not-found' }), Status: row.Status }
            : { ...told, ...expectedCells(expected), Status: expected.status };
        });
        expect(rows).toEqual(wanted);
      },
    ),
    { numRuns: 25 },
  );
});
