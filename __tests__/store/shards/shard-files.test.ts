import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MailboxAnswer } from '../../../src/graph/reader.ts';
import type { QueryResult } from '../../../src/graph/query.ts';
import type { UnreadableStatus } from '../../../src/graph/outcome.ts';
import { mailboxResult } from '../../../src/run/mailbox-result.ts';
import { mailboxList, type MailboxList } from '../../../src/mailboxes/mailbox.ts';
import { shardRange } from '../../../src/mailboxes/shard.ts';
import { ShardFile } from '../../../src/outputs/files/shard-file.ts';
import type { RowCells } from '../../../src/reports/rows.ts';
import type { GraphReport, ReportDefinition } from '../../../src/reports/definition.ts';
import { readHeader } from '../../../src/store/shards/decode.ts';
import { GzipLines } from '../../../src/store/shards/gzip-lines.ts';
import { definitionDigest, shardRun } from '../../../src/store/shards/header.ts';
import { ShardReader } from '../../../src/store/shards/reader.ts';
import { UnusableShard } from '../../../src/store/shards/unusable.ts';
import { parseJson } from '../../../src/json.ts';
import { anyJson } from '../../support/any-json.ts';

const ONE: GraphReport = {
  name: 'one',
  permissions: [],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { A: 'a', B: 'b' },
};
const REPORTS: readonly ReportDefinition[] = [
  ONE,
  { name: 'many', permissions: [], request: { path: 'x', version: 'v1.0' }, rows: 'value', columns: { C: 'c' } },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shards-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function listOf(length: number): MailboxList {
  const mailboxes = Array.from({ length }, (_, at) => ({ address: `u${at}@contoso.com`, file: 'l.txt', line: at + 1 }));
  return mailboxList(mailboxes, ['l.txt']);
}

type Results = QueryResult<RowCells[]>[];

/** Writes shards as runs do. Results are by position. */
async function write(list: MailboxList, results: readonly Results[], of: number): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (let number = 1; number <= of; number += 1) {
    const { start, end } = shardRange(list.length, { number, of });
    const file = new ShardFile(path.join(folder, `shard-${number}`), start);
    const run = shardRun(list, { of, reports: REPORTS, cloud: 'global', tenant: 'contoso.com' });
    await file.start({ number, run, started: '2027-01-31T00:00:00Z', attempt: 1, certificate: undefined }, list);
    for (let position = start; position < end; position += 1) {
      const answer = { mailbox: list.at(position), results: results[position] ?? [] };
      await file.add(mailboxResult(answer, REPORTS));
    }
    await file.finish({ throttling: { waits: 1, waitedMs: 0.5, refused: 2 }, warnings: ['w'], stoppedBy: undefined });
    files.set(number, file.path);
  }
  return files;
}

async function read(
  list: MailboxList,
  of: number,
  files: ReadonlyMap<number, string>,
): Promise<{ readonly reader: ShardReader; readonly answers: readonly MailboxAnswer<RowCells[]>[] }> {
  const { signal } = new AbortController();
  const options = { list, reports: REPORTS, of, files, unusable: new Map<number, string>(), foreign: [], signal };
  const reader = new ShardReader({ ...options, onEnd: () => undefined });
  const answers: MailboxAnswer<RowCells[]>[] = [];
  for await (const chunk of reader.read()) answers.push(...chunk);
  return { reader, answers };
}

const cell = anyJson.map((value) => parseJson(JSON.stringify(value)));
const statuses = ['not-found', 'no-mailbox', 'access-denied', 'throttled', 'failed', 'cancelled'] as const;
const failure = fc.record({ status: fc.constantFrom<UnreadableStatus>(...statuses), error: fc.string() });
const rowOf = (columns: number): fc.Arbitrary<RowCells> =>
  fc
    .record(
      {
        cells: fc.array(cell, { minLength: columns, maxLength: columns }),
        positions: fc.uniqueArray(fc.nat({ max: columns - 1 }), { minLength: 1 }),
        failure,
        id: fc.string(),
      },
      { requiredKeys: ['cells'] },
    )
    .map(({ cells, positions, failure: lacking, id }) => ({
      cells,
      incomplete: positions === undefined ? undefined : new Set(positions),
      ...(lacking === undefined ? {} : { failure: lacking }),
      ...(id === undefined ? {} : { id }),
    }));
const resultOf = (columns: number, minLength: number, maxLength: number): fc.Arbitrary<QueryResult<RowCells[]>> =>
  fc.oneof(
    failure,
    fc.array(rowOf(columns), { minLength, maxLength }).map((value) => ({ status: 'ok' as const, value })),
  );
const results = fc.tuple(resultOf(2, 1, 1), resultOf(1, 0, 4));

test('shards give back what was read, in list order, whatever the cells are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(results, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (all, of) => {
        const list = listOf(all.length);
        const { answers, reader } = await read(list, of, await write(list, all, of));
        expect(reader.stoppedBy).toBeUndefined();
        expect(answers.map(({ mailbox }) => mailbox)).toEqual(all.map((_, at) => list.at(at)));
        expect(answers.map(({ results: back }) => back)).toEqual(all);
      },
    ),
    { numRuns: 50 },
  );
}, 60_000);

test('a shard with any byte changed never gives other rows without an error', async () => {
  const list = listOf(6);
  const all = list.files.flatMap(() =>
    Array.from({ length: 6 }, (_, at): Results => [
      { status: 'ok', value: [{ cells: [`a${at}`, at], incomplete: undefined }] },
      { status: 'ok', value: [] },
    ]),
  );
  const files = await write(list, all, 2);
  const original = await readFile(files.get(2) ?? '');
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: original.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = Uint8Array.from(original);
      bytes.set([(bytes[at] ?? 0) ^ change], at);
      const damaged = path.join(folder, 'damaged');
      writeFileSync(damaged, bytes);
      const { answers, reader } = await read(list, 2, new Map([...files, [2, damaged]]));
      expect(answers).toHaveLength(6);
      // Header fields of gzip, such as the time, are not part of the content.
      const isSame = isDeepStrictEqual(
        answers.map(({ results: back }) => back),
        all,
      );
      expect(isSame ? 'SHARD_UNUSABLE' : reader.stoppedBy?.code).toBe('SHARD_UNUSABLE');
    }),
    { numRuns: 200 },
  );
}, 60_000);

describe('the lines of a file', () => {
  const linesOf = (name: string, bytes: Uint8Array): GzipLines => {
    writeFileSync(path.join(folder, name), bytes);
    return new GzipLines(path.join(folder, name));
  };

  test('are read over the ends of chunks, and skipped', async () => {
    const texts = Array.from({ length: 2_000 }, (_, at) => `${'ä'.repeat(at % 300)}${at}`);
    const lines = linesOf('lines', gzipSync(`${texts.join('\n')}\n`));
    await lines.skip(700);
    const read: string[] = [];
    for (let line = await lines.next(1_000); line !== undefined; line = await lines.next(1_000)) read.push(line);
    expect(read).toEqual(texts.slice(700));
    await expect(lines.skip(1)).rejects.toThrow(UnusableShard);
  });

  test('are refused beyond a length, before they are held in memory', async () => {
    const lines = linesOf('bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    const before = process.memoryUsage().arrayBuffers;
    await expect(lines.next(1_000_000)).rejects.toThrow('A line in it is too long.');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
    await lines.close();
  });

  test.each([
    ['of another file', gzipSync('{"format":"other"}\n'), 'It is not the file of a shard.'],
    ['nested too deep to parse', gzipSync(`${'['.repeat(100_000)}\n`), 'It has a malformed line.'],
    ['of nothing', gzipSync(''), 'It ends early.'],
  ])('are no header if they are %s', async (_, bytes, message) => {
    const lines = linesOf('header', bytes);
    const header = readHeader(lines);
    await expect(header).rejects.toThrow(UnusableShard);
    await expect(header).rejects.toThrow(message);
    await lines.close();
  });
});

test('the digest of a report changes with everything that decides its rows, and not with places', () => {
  const places = { rows: { file: 'a.yml' }, columns: new Map([['A', { file: 'a.yml', line: 3 }]]) };
  expect(definitionDigest({ ...ONE, places })).toBe(definitionDigest(ONE));
  for (const other of [
    { ...ONE, columns: { A: 'a', B: 'c' } },
    { ...ONE, rows: 'value' },
    { ...ONE, request: { ...ONE.request, query: { $top: '1' } } },
  ]) {
    expect(definitionDigest(other)).not.toBe(definitionDigest(ONE));
  }
});
