import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { RowsSink } from '../../src/outputs/files/rows-sink.ts';
import type { Json } from '../../src/json.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import type { ListedTable } from '../../src/reports/table.ts';
import { tableResult } from '../../src/run/table-result.ts';
import { MAX_LINE_BYTES, type RowsHeader, type StoredTable } from '../../src/store/rows-file.ts';
import { rowsReports } from '../../src/store/rows-header.ts';
import { readHeader, readTables, UnusableRows } from '../../src/store/rows-reader.ts';
import { newFolder } from '../support/new-folder.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';
import { endOf, headerOf, listOf, mailboxesOf } from './stored-runs.ts';

const THINGS: ListedTable = {
  about: 'tenant',
  name: 'things',
  permissions: [],
  request: { listing: 'things', version: 'v1.0' },
  rows: 'value',
  item: ['A'],
  columns: { A: 'a', B: 'b' },
};
const SETTINGS: ListedTable = { ...THINGS, name: 'settings', rows: undefined, item: undefined };
const LIST = listOf(2);

function headerWith(tables: readonly ListedTable[]): RowsHeader {
  return { ...headerOf(LIST), tables: rowsReports(tables) };
}

function rowsOf(...rows: readonly (readonly Json[])[]): readonly RowCells[] {
  return rows.map((cells) => ({ cells, incomplete: new Set([1]) }));
}

/** Writes a file with what was found for the tables, and returns its place. */
async function written(...found: readonly (readonly [ListedTable, readonly RowCells[]])[]): Promise<string> {
  const file = path.join(newFolder(), 'rows.ndjson.gz');
  const sink = new RowsSink(file, headerWith(found.map(([table]) => table)));
  for (const [table, value] of found)
    await sink.addTable(tableResult({ result: { status: 'ok', value }, gaps: 'g' }, table));
  for (const mailbox of mailboxesOf(LIST, [unread(), unread()])) await sink.add(mailbox);
  await sink.finish(endOf(2));
  return file;
}

function unread(): Parameters<typeof mailboxesOf>[1][number] {
  return [
    { status: 'failed', error: 'x' },
    { status: 'failed', error: 'x' },
  ];
}

async function readBack(file: string): Promise<readonly StoredTable[]> {
  return readTables(file, await readHeader(file));
}

describe('tables in a rows file', () => {
  test('are read as they were written, in lines of at most 1 MiB', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`thing ${at}`, 'é\u{1F600}'.repeat(20_000)]);
    const file = await written([THINGS, rowsOf(...rows)], [SETTINGS, rowsOf(['a', null])]);
    const [things, settings] = await readBack(file);
    expect(things).toMatchObject({ name: 'things', status: 'ok', error: 'g' });
    expect(things?.rows.map(({ cells }) => cells)).toEqual(rows);
    expect(things?.rows[0]?.incomplete).toEqual(new Set([1]));
    expect(settings?.rows).toMatchObject([{ cells: ['a', null], status: 'ok' }]);
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('{"table":"things"')).length).toBeGreaterThan(5);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(MAX_LINE_BYTES);
    expect(storedLines(await readFile(file)).at(-1)).toMatchObject({ tables: { things: { rows: 60 } } });
  });

  test('have a line without rows too', async () => {
    const [things] = await readBack(await written([THINGS, []]));
    expect(things).toMatchObject({ status: 'ok', rows: [], violations: [] });
  });

  test('with a row that is too long are failed', async () => {
    const [things] = await readBack(await written([THINGS, rowsOf(['a', 'x'.repeat(MAX_LINE_BYTES)])]));
    expect(things).toMatchObject({ status: 'failed', error: expect.stringContaining('exceeds'), rows: [] });
  });

  test('may follow the last mailbox', async () => {
    const file = await written([THINGS, rowsOf(['a', 'b'])], [SETTINGS, rowsOf(['a', null])]);
    const [header = {}, things = {}, settings = {}, ...others] = storedLines(await readFile(file));
    await writeFile(file, rowsFileOf([header, things, ...others.slice(0, -1), settings, ...others.slice(-1)]));
    expect((await readBack(file)).map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  test.each([
    ['lacks one', [], 'It has a malformed line.'],
    ['has one that the header does not name', [{ table: 'others', status: 'ok' }], 'It has a malformed line.'],
    [
      'has a row of another width',
      [{ table: 'things', status: 'ok', rows: [{ cells: [1] }] }],
      'It has a malformed line.',
    ],
    [
      'has a row of one that was not read',
      [{ table: 'things', status: 'failed', error: 'x', rows: [{ cells: [1, 2] }] }],
      'It has a malformed line.',
    ],
  ])('are refused if the file %s', async (_, lines, message) => {
    const file = await written([THINGS, []]);
    const [header = {}, , ...others] = storedLines(await readFile(file));
    await writeFile(file, rowsFileOf([header, ...lines, ...others]));
    await expect(readBack(file)).rejects.toThrow(new UnusableRows(message));
  });
});
