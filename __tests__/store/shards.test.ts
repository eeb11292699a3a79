import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { MailboxAnswer } from '../../src/mailboxes/mailbox-answer.ts';
import { mailboxList, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import { positionsOf, shardOfAddress, shardRange } from '../../src/mailboxes/shard.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import { rowsReports } from '../../src/store/rows-header.ts';
import { joinLists } from '../../src/store/joined-lists.ts';
import { ShardReader } from '../../src/store/shards.ts';
import { headerOf, listOf, mailboxesOf, REPORTS, writeRows, type Results } from './stored-runs.ts';
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

async function read(of: number, files: ReadonlyMap<number, string>) {
  const { signal } = new AbortController();
  const lists = await joinLists(files, of);
  const options = { lists, reports: rowsReports(REPORTS), of, files, unusable: new Map<number, string>(), foreign: [] };
  const reader = new ShardReader({ ...options, definitions: REPORTS, signal, onEnd: () => undefined });
  const answers: MailboxAnswer<RowCells[]>[] = [];
  for await (const chunk of reader.read()) answers.push(...chunk);
  return { reader, answers };
}

test('the mailboxes of shards that are missing or cut are failed, and the run does not pass', async () => {
  const list = listOf(90);
  const all = Array<Results>(90).fill([
    { status: 'ok', value: [{ cells: ['a', 1], incomplete: undefined }] },
    { status: 'ok', value: [] },
  ]);
  const files = await write(list, all, 3);
  files.delete(1);
  await truncate(files.get(3) ?? '', 200);
  const { answers, reader } = await read(3, files);
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

describe('shards that listed the tenant at different times', () => {
  const ok: Results = [
    { status: 'ok', value: [{ cells: ['a', 1], incomplete: undefined }] },
    { status: 'ok', value: [] },
  ];

  /**
   * Writes the shards of some lists, of which the first mailbox is that of a file.
   *
   * @param created when new mailboxes were created, by their addresses
   * @param late those that each shard that lists them reads
   */
  async function writeShards(
    lists: readonly (readonly string[])[],
    created: Readonly<Record<string, Date>> = {},
    late: readonly string[] = Object.keys(created),
  ) {
    const files = new Map<number, string>();
    const of = lists.length;
    for (const [index, addresses] of lists.entries()) {
      const shard = { number: index + 1, of };
      const mailboxes = addresses.map((address) => ({ address, file: 'first.txt', line: 1 }));
      const list = { ...mailboxList(mailboxes, ['first.txt']), listed: 1 };
      const positions = positionsOf(list, shard, new Set(late.map((address) => addresses.indexOf(address))));
      const recent = addresses.flatMap((address, position) => {
        const time = created[address];
        return time === undefined ? [] : [{ position, created: time }];
      });
      const share = mailboxList(positions.map((position) => list.at(position)));
      const file = path.join(folder, `tenant-${shard.number}`);
      const header = { ...headerOf(list, shard), positions, recent };
      await writeRows(
        file,
        header,
        mailboxesOf(
          share,
          share.mailboxes.map(() => ok),
        ),
      );
      files.set(shard.number, file);
    }
    return files;
  }

  const STARTED = headerOf(listOf(1)).run.started;
  const SINCE = new Date(STARTED.getTime() + 1_000);
  const addresses = Array.from({ length: 40 }, (_, at) => `user${at}@contoso.com`);
  const namesOf = (answers: readonly MailboxAnswer<RowCells[]>[]) => answers.map(({ mailbox }) => mailbox.address);

  test('give the list of one run, in its order', async () => {
    const { answers, reader } = await read(3, await writeShards([addresses, addresses, addresses]));
    expect(namesOf(answers)).toEqual(addresses);
    expect(answers.every(({ results }) => results[0]?.status === 'ok')).toBe(true);
    expect(reader.stoppedBy).toBeUndefined();
  });

  test('read a new mailbox once, also if the shard that it belongs to does not know it', async () => {
    for (const late of ['late@contoso.com', 'later@contoso.com', 'latest@contoso.com', 'last@contoso.com']) {
      const after = [...addresses, late];
      const files = await writeShards([addresses, after, after], { [late]: SINCE });
      const { list, differing } = await joinLists(files, 3);
      expect(list.mailboxes.map(({ address }) => address)).toEqual(after);
      expect(differing).toEqual({ read: [late], madeSince: [] });
      const { answers, reader } = await read(3, files);
      expect(namesOf(answers)).toEqual(after);
      expect(reader.stoppedBy).toBeUndefined();
    }
  });

  const ofSecond = addresses.find((address) => shardOfAddress(address, 2) === 2) ?? '';
  const without = addresses.filter((address) => address !== ofSecond);

  test.each([
    ['is older', {}],
    ['was created when the first shard started', { [ofSecond]: STARTED }],
  ])('fail a mailbox that one lists and none read: it %s', async (_case, created) => {
    for (const lists of [
      [addresses, without],
      [addresses.toReversed(), without],
    ]) {
      const { answers, reader } = await read(2, await writeShards(lists, created, []));
      const failed = answers.filter(({ results }) => results[0]?.status !== 'ok');
      expect(namesOf(answers).toSorted()).toEqual(addresses.toSorted());
      expect(failed).toMatchObject([{ mailbox: { address: ofSecond }, results: [{ status: 'failed' }, {}] }]);
      expect(failed[0]?.results[0]).toMatchObject({
        error: expect.stringMatching(/^Listed by shard 1, read by none: /),
      });
      expect(reader).toMatchObject({ finished: addresses.length, stoppedBy: undefined });
    }
  });

  test('leave out and name a mailbox that none read and that was created after the first shard started', async () => {
    const lists = await joinLists(await writeShards([addresses, without], { [ofSecond]: SINCE }, []), 2);
    expect(lists.list.mailboxes.map(({ address }) => address)).toEqual(without);
    expect(lists.differing).toEqual({ read: [], madeSince: [ofSecond] });
  });

  test('read each mailbox once if they list the tenant in another order', async () => {
    const [first = '', ...others] = addresses;
    const { answers } = await read(2, await writeShards([addresses, [first, ...others.toReversed()]]));
    expect(namesOf(answers).toSorted()).toEqual(addresses.toSorted());
    expect(answers.every(({ results }) => results[0]?.status === 'ok')).toBe(true);
  });

  test('leave the mailboxes of a missing shard unread', async () => {
    const files = await writeShards([addresses, addresses]);
    files.delete(2);
    const { answers, reader } = await read(2, files);
    const unread = answers.filter(({ results }) => results[0]?.status === 'failed');
    expect(namesOf(answers)).toEqual(addresses);
    expect(namesOf(unread)).toEqual(addresses.filter((address) => shardOfAddress(address, 2) === 2));
    expect(reader.stoppedBy).toMatchObject({ code: 'SHARD_UNUSABLE' });
  });
});
