import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MailboxAnswer } from '../../src/mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../../src/mailboxes/mailbox.ts';
import { shardRange } from '../../src/mailboxes/shard.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import { rowsReports } from '../../src/store/rows-file.ts';
import { ShardReader } from '../../src/store/shards.ts';
import { anyResults, headerOf, listOf, mailboxesOf, REPORTS, writeRows, type Results } from './stored-runs.ts';
import { newFolder } from '../support/new-folder.ts';

const folder = newFolder();

/** Writes shards as runs do. Results are by position. */
async function write(list: MailboxList, results: readonly Results[], of: number): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (let number = 1; number <= of; number += 1) {
    const { start, end } = shardRange(list.length, { number, of });
    const file = path.join(folder, `shard-${number}`);
    await writeRows(file, headerOf(list, { number, of }), mailboxesOf(list, results.slice(start, end), start));
    files.set(number, file);
  }
  return files;
}

async function read(list: MailboxList, of: number, files: ReadonlyMap<number, string>) {
  const { signal } = new AbortController();
  const options = { list, reports: rowsReports(REPORTS), of, files, unusable: new Map<number, string>(), foreign: [] };
  const reader = new ShardReader({ ...options, definitions: REPORTS, signal, onEnd: () => undefined });
  const answers: MailboxAnswer<RowCells[]>[] = [];
  for await (const chunk of reader.read()) answers.push(...chunk);
  return { reader, answers };
}

test('shards give back what was read, in list order, whatever the cells are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyResults, { minLength: 1, maxLength: 12 }),
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
});

test('the mailboxes of shards that are missing or cut are failed, and the run does not pass', async () => {
  const list = listOf(90);
  const all = Array<Results>(90).fill([
    { status: 'ok', value: [{ cells: ['a', 1], incomplete: undefined }] },
    { status: 'ok', value: [] },
  ]);
  const files = await write(list, all, 3);
  files.delete(1);
  await truncate(files.get(3) ?? '', 200);
  const { answers, reader } = await read(list, 3, files);
  expect(answers.map(({ mailbox }) => mailbox)).toEqual(all.map((_, at) => list.at(at)));
  const statuses = answers.map(({ results }) => results.map(({ status }) => status).join());
  expect(statuses.slice(0, 60)).toEqual([
    ...Array<string>(30).fill('failed,failed'),
    ...Array<string>(30).fill('ok,ok'),
  ]);
  expect(statuses.slice(60)).toContain('failed,failed');
  expect(reader.stoppedBy).toMatchObject({
    code: 'SHARD_UNUSABLE',
    message: expect.stringMatching(/Shard 1 of 3: It is missing\. Shard 3 of 3: /),
  });
});
