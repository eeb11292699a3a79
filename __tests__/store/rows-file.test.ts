import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../src/json.ts';
import type { Finding } from '../../src/policy/verdict.ts';
import { RowsSink } from '../../src/outputs/files/rows-sink.ts';
import { storedMailbox, type RowsEnd, type RowsHeader, type StoredMailbox } from '../../src/store/rows-file.ts';
import { historyAfter, policyDigest } from '../../src/store/rows-header.ts';
import {
  readHeader,
  readMailboxes,
  requireWholeRun,
  unpackingError,
  UnusableRows,
} from '../../src/store/rows-reader.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';
import { ruleOf } from '../outputs/mailbox-results.ts';
import { anyResults, endOf, headerOf, listOf, mailboxesOf, writeRows, type Results } from './stored-runs.ts';
import { newFolder } from '../support/new-folder.ts';

const folder = newFolder();
const file = path.join(folder, 'rows.ndjson.gz');

/** What a header says about a report or a table. */
function reportOf(name: string): JsonObject {
  const digests = { row: '', columns: { A: '' } };
  return { name, reads: {}, revision: 1, digests, columns: ['A'], manyRows: false, item: [], ignored: [], limits: {} };
}

interface Read {
  readonly header: RowsHeader;
  readonly mailboxes: readonly StoredMailbox[];
  readonly end: RowsEnd | undefined;
}

async function read(): Promise<Read> {
  const header = await readHeader(file);
  const mailboxes: StoredMailbox[] = [];
  let end: RowsEnd | undefined;
  for await (const { mailbox } of readMailboxes(file, header, (last) => (end = last))) mailboxes.push(mailbox);
  return { header, mailboxes, end };
}

const finding = fc.record({
  verdict: fc.constantFrom<Finding['verdict']>('fail', 'warn', 'known', 'exempt', 'inconclusive'),
  item: fc.string(),
  rowDigest: fc.string(),
  column: fc.string(),
  found: fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())),
  since: fc.option(fc.constant('2027-01-31'), { nil: undefined }),
});

const READ: Results = [
  { status: 'ok', value: [{ cells: ['a', 1], incomplete: undefined }] },
  { status: 'ok', value: [] },
];

describe('a rows file', () => {
  test('gives back every mailbox of the list, in its order, with its own values', async () => {
    const mailbox = fc.tuple(anyResults, fc.array(finding, { maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(mailbox, { minLength: 1, maxLength: 12 }), async (all) => {
        const list = listOf(all.length);
        const rule = ruleOf('zone');
        const results = mailboxesOf(
          list,
          all.map(([each]) => each),
        ).map((result, at) => {
          const findings = (all[at]?.[1] ?? []).map((one) => ({
            ...one,
            rule,
            subject: { kind: 'mailbox', mailbox: result.mailbox } as const,
            expected: '',
            message: '',
          }));
          const verdict = { rows: [], rules: [{ rule, verdict: undefined, findings }] };
          return { ...result, reports: result.reports.map((report) => ({ ...report, verdict })) };
        });
        await writeRows(file, headerOf(list), results);
        const { mailboxes, end } = await read();
        expect(mailboxes.map(({ address }) => address)).toEqual(all.map((_, at) => list.at(at).address));
        expect(mailboxes).toEqual(
          results.map((result) => {
            const { address, reports } = storedMailbox(result);
            const withoutMailbox = reports.map((report) => ({
              ...report,
              rows: report.rows.map(({ cells, incomplete, status, error, id, identity }) => ({
                cells,
                incomplete,
                status,
                error,
                id,
                identity,
              })),
            }));
            return { address, reports: withoutMailbox };
          }),
        );
        expect(end).toEqual(endOf(all.length));
      }),
      { numRuns: 50 },
    );
  });

  test('has the list with its files and lines, and what identifies the run', async () => {
    const list = listOf(5);
    const firstAt = { address: list.at(0).address, file: 'a.txt', line: 1 };
    const duplicates = [{ mailbox: { ...firstAt, line: 99 }, firstAt }];
    const header = headerOf({ ...list, duplicateCount: 1, duplicates });
    await writeRows(file, header, mailboxesOf(list, [READ, READ, READ, READ, READ]));
    const { header: back } = await read();
    const { list: listBack, ...rest } = back;
    expect(rest).toEqual({ ...header, list: undefined });
    expect(Array.from({ length: listBack.length }, (_, at) => listBack.at(at))).toEqual(
      Array.from({ length: 5 }, (_, at) => list.at(at)),
    );
    expect(listBack).toMatchObject({ files: list.files, duplicateCount: 1, duplicates });
  });

  test('carries the counts of the last 30 runs, the latest last', async () => {
    const list = listOf(1);
    let header = headerOf(list);
    for (let run = 1; run <= 40; run += 1) {
      const counts = { ...endOf(1).counts, violations: run };
      header = { ...header, history: historyAfter(header, { ...endOf(1), counts }) };
    }
    await writeRows(file, header, mailboxesOf(list, [READ]));
    const { history } = await readHeader(file);
    expect(history).toEqual(header.history);
    expect(history.map(({ counts }) => counts.violations)).toEqual(Array.from({ length: 30 }, (_, at) => at + 11));
    expect(history[0]).toMatchObject({ started: new Date(Date.UTC(2027, 0, 31)), url: expect.stringMatching(/12$/) });
    // Older files have none.
    await writeRows(file, headerOf(list), mailboxesOf(list, [READ]));
    expect((await readHeader(file)).history).toEqual([]);
  });

  test('with any byte changed never gives other mailboxes without an error', async () => {
    const list = listOf(6);
    const original = mailboxesOf(list, Array<Results>(6).fill(READ));
    await writeRows(file, headerOf(list), original);
    const bytes = await readFile(file);
    const { mailboxes: expected } = await read();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Uint8Array.from(bytes);
        damaged.set([(damaged[at] ?? 0) ^ change], at);
        writeFileSync(file, damaged);
        // Header fields of gzip, such as the time, are not part of the content.
        const isSame = await read().then(
          ({ mailboxes }) => isDeepStrictEqual(mailboxes, expected),
          (error: unknown) => error instanceof UnusableRows,
        );
        expect(isSame).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('has a mailbox with more than 1 MiB as failed, with the reason', async () => {
    const list = listOf(3);
    const large: Results = [
      { status: 'ok', value: [{ cells: ['é'.repeat(600_000), 1], incomplete: undefined }] },
      { status: 'ok', value: [] },
    ];
    await writeRows(file, headerOf(list), mailboxesOf(list, [READ, large, READ]));
    const { mailboxes } = await read();
    const failed = { status: 'failed', error: expect.stringContaining('exceed 1 MiB'), rows: [], violations: [] };
    expect(mailboxes.map(({ reports }) => reports.map(({ status }) => status))).toEqual([
      ['ok', 'ok'],
      ['failed', 'failed'],
      ['ok', 'ok'],
    ]);
    expect(mailboxes[1]?.reports).toEqual([failed, failed]);
  });

  test('that was not completed is refused', async () => {
    const list = listOf(2);
    const sink = new RowsSink(file, headerOf(list));
    for (const result of mailboxesOf(list, [READ, READ])) await sink.add(result);
    await sink.close();
    await expect(read()).rejects.toThrow(UnusableRows);
  });
});

test.each(['ENOSPC', 'EDQUOT'])('unpacking says that the disk is full: %s', (code) => {
  const error = Object.assign(new Error('write failed'), { code });
  expect(unpackingError(error)).toEqual(new UnusableRows('The disk is full, so that it cannot be unpacked.'));
  const other = Object.assign(new Error('write failed'), { code: 'EIO' });
  expect(unpackingError(other)).toBe(other);
});

test('members and kinds of lines that the reader does not know are ignored, and so are those of tables', async () => {
  const list = listOf(3);
  await writeRows(file, headerOf(list), mailboxesOf(list, [READ, READ, READ]));
  const expected = await read();
  const [header, ...lines] = storedLines(await readFile(file));
  const more = { later: { member: true } };
  const other = lines.map((line) => ({ ...line, ...more }));
  const table = { table: 'organization', status: 'ok', error: '', rows: [], violations: [] };
  const end = { ...other.at(-1), tables: { organization: 1 }, controls: { 'cis/1.1': { met: 1 } } };
  const digests = { policy: 'a', baseline: 'b', register: 'c', catalogues: { cis: 'd' } };
  const reports = [{ ...reportOf('organization'), ...more }];
  const run = { id: '12', attempt: 1, started: '2027-01-31T00:00:00.000Z', commit: 'c', actor: 'a', repository: 'o/r' };
  const mailboxes = other
    .slice(0, -1)
    .map((line, at) => (at === 1 ? { ...line, ids: { account: 'x', guid: 'y' } } : line));
  writeFileSync(
    file,
    rowsFileOf([
      { ...header, ...more, digests, tables: reports, run: { ...run, ...more } },
      table,
      { unheard: 'of' },
      ...mailboxes,
      table,
      end,
    ]),
  );
  const found = await read();
  expect(found.mailboxes).toEqual(
    expected.mailboxes.map((one, at) => (at === 1 ? { ...one, ids: { account: 'x', guid: 'y' } } : one)),
  );
  expect(found.header).toMatchObject({ digests, run: { commit: 'c' }, tables: [{ name: 'organization' }] });
  expect(found.end).toMatchObject({
    ended: expected.end?.ended,
    tables: { organization: 1 },
    controls: { 'cis/1.1': { met: 1 } },
  });
  await requireWholeRun(file);
});

describe('a file is refused', () => {
  const list = listOf(3);
  async function linesOfRun() {
    await writeRows(file, headerOf(list), mailboxesOf(list, [READ, READ, READ]));
    return storedLines(await readFile(file));
  }

  test.each([
    ['of another program', { format: 'other' }, 'It is not a rows file of Mailbox Report.'],
    [
      'of an earlier version of the format',
      { version: 1 },
      'Another version of Mailbox Report wrote it, in version 1 of the format. This version reads version 2.',
    ],
    [
      'of a later version of the format',
      { version: 3 },
      'Another version of Mailbox Report wrote it, in version 3 of the format. This version reads version 2.',
    ],
    ['without a list', { list: {} }, 'It has a malformed line.'],
    ['of a shard that does not exist', { shard: { number: 3, of: 2 } }, 'It has a malformed line.'],
    ['of another share of the list', { shard: { number: 1, of: 3 } }, 'It has a malformed line.'],
  ])('if it is %s', async (_, change, message) => {
    const [header, ...lines] = await linesOfRun();
    writeFileSync(file, rowsFileOf([{ ...header, ...change }, ...lines]));
    await expect(read()).rejects.toThrow(new UnusableRows(message));
  });

  test.each([
    ['lacks its last line', [1, 2, 3], 'It ends early.'],
    ['lacks a mailbox', [1, 3, 4], 'It has a malformed line.'],
    ['has a mailbox twice', [1, 1, 2, 3, 4], 'It has a malformed line.'],
    ['has another order', [2, 1, 3, 4], 'It has a malformed line.'],
    ['continues after its last line', [1, 2, 3, 4, 4], 'It has a malformed line.'],
  ])('if it %s', async (_, order, message) => {
    const lines = await linesOfRun();
    writeFileSync(file, rowsFileOf([0, ...order].map((at) => lines[at] ?? {})));
    await expect(read()).rejects.toThrow(new UnusableRows(message));
  });

  test.each([
    ['another number of reports', { reports: [] }],
    ['a report without its row', { reports: [{ status: 'ok' }, { status: 'ok' }] }],
    ['rows of another report', { reports: [{ status: 'ok', rows: [{ cells: [1] }] }, { status: 'ok' }] }],
    ['a status of its own', { reports: [{ status: 'fine', rows: [{ cells: [1, 2] }] }, { status: 'ok' }] }],
    [
      'an unknown cell elsewhere',
      { reports: [{ status: 'ok', rows: [{ cells: [1, 2], unknown: [2] }] }, { status: 'ok' }] },
    ],
    [
      'a failed row in a read report',
      { reports: [{ status: 'failed' }, { status: 'ok', rows: [{ cells: [1], status: 'failed' }] }] },
    ],
  ])('if a mailbox has %s', async (_, change) => {
    const lines = await linesOfRun();
    writeFileSync(file, rowsFileOf(lines.with(2, { ...lines[2], ...change })));
    await expect(read()).rejects.toThrow(new UnusableRows('It has a malformed line.'));
  });

  test.each([
    ['nothing', gzipSync(''), 'It ends early.'],
    ['no bytes', Buffer.alloc(0), 'Nothing was read: its run ended before the first mailbox.'],
    ['no line end', gzipSync('{"format":"mailbox-report-rows"'), 'It ends inside a line.'],
    ['a line nested too deep to parse', gzipSync(`${'['.repeat(100_000)}\n`), 'It has a malformed line.'],
    ['text that is not compressed', Buffer.from('{}\n'), 'It cannot be decompressed: incorrect header check.'],
  ])('if it has %s', async (_, bytes, message) => {
    writeFileSync(file, bytes);
    await expect(read()).rejects.toThrow(new UnusableRows(message));
  });

  test('if it has a line of more than 1 MiB, before the line is held in memory', async () => {
    const [header] = await linesOfRun();
    writeFileSync(
      file,
      gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.alloc(64 * 1024 * 1024)])),
    );
    const before = process.memoryUsage().arrayBuffers;
    await expect(read()).rejects.toThrow(new UnusableRows('A line in it is too long.'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });
});

test('the digest of a policy changes with its rules, and not with their lines', () => {
  const rule = ruleOf('zone');
  const policy = { file: 'policy.yml', rules: [rule], exemptions: [] };
  const moved = { ...rule, place: { ...rule.place, line: 99 } };
  expect(policyDigest({ ...policy, file: 'other.yml', rules: [moved] })).toBe(policyDigest(policy));
  expect(policyDigest({ ...policy, rules: [{ ...rule, severity: 'warning' as const }] })).not.toBe(
    policyDigest(policy),
  );
});
