import fc from 'fast-check';
import type { UnreadableStatus, QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { parseJson } from '../../src/json.ts';
import { mailboxList, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import type { Shard } from '../../src/mailboxes/shard.ts';
import { RowsSink } from '../../src/outputs/files/rows-sink.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import { mailboxResult, type MailboxResult } from '../../src/run/mailbox-result.ts';
import type { RowsEnd, RowsHeader } from '../../src/store/rows-file.ts';
import { rowsHeader } from '../../src/store/rows-header.ts';
import { anyJson } from '../support/any-json.ts';

/** A report with one row a mailbox, and one with many. */
export const REPORTS: readonly ReportDefinition[] = [
  {
    name: 'one',
    permissions: [],
    request: { path: 'mailboxSettings', version: 'v1.0' },
    columns: { A: 'a', B: 'b' },
  },
  { name: 'many', permissions: [], request: { path: 'x', version: 'v1.0' }, rows: 'value', columns: { C: 'c' } },
];

/** A list of two files. */
export function listOf(length: number): MailboxList {
  const fileOf = (at: number): string => (at < length / 2 ? 'first.txt' : 'second, =.txt');
  const mailboxes = Array.from({ length }, (_, at) => ({
    address: `User${at}@contoso.com`,
    file: fileOf(at),
    line: at + 7,
  }));
  return mailboxList(mailboxes, ['first.txt', 'empty.txt', 'second, =.txt']);
}

/** The first line of a run that read the list. */
export function headerOf(list: MailboxList, shard?: Shard): RowsHeader {
  return rowsHeader({
    step: {
      runId: '12',
      attempt: 1,
      runUrl: 'https://github.com/o/r/actions/runs/12',
      commit: '4a6f',
      actor: 'octocat',
      repository: 'o/r',
    },
    started: Date.UTC(2027, 0, 31),
    reports: REPORTS,
    policy: undefined,
    list,
    tenant: 'd0f4a0ae-0000-4000-8000-000000000000',
    cloud: 'global',
    certificate: undefined,
    shown: { tenant: 'contoso.com', cloud: 'global' },
    ...(shard === undefined ? {} : { shard }),
  });
}

export function endOf(mailboxes: number): RowsEnd {
  return {
    counts: { mailboxes, read: mailboxes, unreadable: 0 },
    ended: new Date(Date.UTC(2027, 0, 31, 1)),
    throttling: { waits: 1, waitedMs: 0.5, refused: 2 },
    warnings: ['w'],
    result: 'pass',
    stoppedBy: undefined,
    cancelled: false,
  };
}

/** Writes a rows file as runs do. */
export async function writeRows(
  file: string,
  header: RowsHeader,
  mailboxes: readonly Pick<MailboxResult, 'mailbox' | 'reports'>[],
): Promise<void> {
  const sink = new RowsSink(file, header);
  for (const mailbox of mailboxes) await sink.add({ status: 'ok', error: '', ...mailbox });
  await sink.finish(endOf(mailboxes.length));
}

/** The mailboxes of a list with the results of each report. */
export function mailboxesOf(list: MailboxList, results: readonly Results[], start = 0): MailboxResult[] {
  return results.map((each, at) => mailboxResult({ mailbox: list.at(start + at), results: each }, REPORTS));
}

export type Results = QueryResult<RowCells[]>[];

const cell = anyJson.map((value) => parseJson(JSON.stringify(value)));
const statuses = ['not-found', 'no-mailbox', 'access-denied', 'throttled', 'failed', 'cancelled'] as const;
const failure = fc.record({ status: fc.constantFrom<UnreadableStatus>(...statuses), error: fc.string() });

function rowWith(columns: number): fc.Arbitrary<RowCells> {
  const optional = {
    positions: fc.uniqueArray(fc.nat({ max: columns - 1 }), { minLength: 1 }),
    ...(columns === 1 ? { failure } : {}),
    id: fc.string(),
    identity: fc.record({ TrusteeId: fc.string() }),
  };
  const cells = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc
    .record({ cells, ...optional }, { requiredKeys: ['cells'] })
    .map(({ positions, ...row }) => ({ ...row, incomplete: positions === undefined ? undefined : new Set(positions) }));
}

function resultWith(columns: number, minLength: number, maxLength: number): fc.Arbitrary<QueryResult<RowCells[]>> {
  const rows = fc.array(rowWith(columns), { minLength, maxLength });
  return fc.oneof(
    failure,
    rows.map((value) => ({ status: 'ok' as const, value })),
  );
}

/** What a mailbox gave in both reports. */
export const anyResults: fc.Arbitrary<Results> = fc.tuple(resultWith(2, 1, 1), resultWith(1, 0, 4));
