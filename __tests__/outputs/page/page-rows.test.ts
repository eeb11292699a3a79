import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { RunTable } from '../../../src/run/sink.ts';
import { PageRows } from '../../../src/outputs/page/page-rows.ts';
import { addresses } from '../../../src/reports/built-in/addresses.ts';
import { parseJson } from '../../../src/json.ts';
import { findingOf, mailboxResultOf, REPORT, ruleOf, verdictOf } from '../mailbox-results.ts';
import { readRow, unreadableRow } from '../rows.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

const zone = ruleOf('zone');

async function rowsIn(file: string | undefined): Promise<readonly unknown[]> {
  if (file === undefined) return [];
  const chunks = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return chunks
    .flatMap((chunk) => inflateRawSync(Buffer.from(chunk, 'base64')).toString('utf8').split('\n'))
    .map((line) => parseJson(line))
    .map((row) => (Array.isArray(row) ? row[0] : row));
}

test('every row of a report and every finding is in a temporary file, which is removed', async () => {
  const rows = new PageRows(folder, [REPORT], true);
  await rows.add(mailboxResultOf('a@b.c', [verdictOf(zone, [findingOf(zone, 'a@b.c')])], readRow('a@b.c', ['GMT'])));
  await rows.add(
    mailboxResultOf('b@b.c', [verdictOf(zone, [], 'inconclusive')], unreadableRow('b@b.c', 'failed', 'Gone')),
  );
  await rows.close();
  const [report, violations] = rows.tables;
  expect(report).toMatchObject({ name: 'mailbox-settings', rows: 2 });
  expect(await rowsIn(report?.file)).toEqual([
    ['a@b.c', 'GMT', 'ok', '', 'fail', 'zone'],
    ['b@b.c', '', 'failed', 'Gone', 'inconclusive', ''],
  ]);
  expect(violations).toMatchObject({ name: 'violations', rows: 1 });
  expect(await rowsIn(violations?.file)).toEqual([
    [
      'zone',
      'Title of zone',
      'error',
      'mailbox-settings',
      'a@b.c',
      '',
      'TimeZone is GMT, expected UTC',
      'TimeZone',
      'GMT',
      'UTC',
      'fail',
      '',
      '',
    ],
  ]);
  expect(await rowsIn(rows.places.file)).toEqual([
    ['mailboxes.txt', 1, 1],
    ['mailboxes.txt', 1, 1],
  ]);
  await rows.discard();
  expect(await readdir(folder)).toEqual([]);
});

/** The table of a feature. */
const TABLE: RunTable = {
  name: 'changes',
  columns: ['Change', 'Mailbox'],
  unit: ['change', 'changes'],
  rowsOf: ({ mailbox, changes = [] }) => changes.map(({ kind }) => [kind, mailbox.address]),
  lastRows: () => [['mailbox-removed', 'a@b.c']],
};

test('the table of a feature has its last rows after those of mailboxes, and new violations are marked', async () => {
  const rows = new PageRows(folder, [REPORT], true, [], [TABLE]);
  const change = { report: '', mailbox: 'b@b.c', item: '', column: '', before: null, after: null };
  const known = findingOf(zone, 'b@b.c');
  const found = findingOf(zone, 'b@b.c', { novelty: 'new', since: '2026-11-26' });
  const result = mailboxResultOf('b@b.c', [verdictOf(zone, [known, found])]);
  await rows.add({ ...result, changes: [{ ...change, kind: 'mailbox-added' }] });
  await rows.close(true);
  const [, violations, changes] = rows.tables;
  expect(violations).toMatchObject({ rows: 2, newRows: [1] });
  expect(changes).toMatchObject({ name: 'changes', rows: 2, newRows: [] });
  expect(await rowsIn(changes?.file)).toEqual([
    ['mailbox-added', 'b@b.c'],
    ['mailbox-removed', 'a@b.c'],
  ]);
  await rows.discard();
});

test('rows of mailboxes without an item, or not read, are marked in a report with many rows a mailbox', async () => {
  const rows = new PageRows(folder, [{ ...REPORT, rows: 'value' }], false);
  const item = readRow('a@b.c', ['GMT']);
  const { reports, ...result } = mailboxResultOf('a@b.c', [], item);
  for (const row of [item, { ...item, content: 'none' }, { ...item, status: 'failed' }] as const) {
    await rows.add({
      ...result,
      reports: reports.map((report) => ({ ...report, definition: { ...REPORT, rows: 'value' }, rows: [row] })),
    });
  }
  await rows.close();
  const [chunk = ''] = (await readFile(rows.tables[0]?.file ?? '', 'utf8')).split('\n');
  const lines = inflateRawSync(Buffer.from(chunk, 'base64')).toString().split('\n');
  expect(lines.map((line) => /\](?:,1)?\]$/.exec(line)?.[0])).toEqual([']]', '],1]', '],1]']);
  await rows.discard();
});

test('rows of addresses name the columns that are not known after their cells, for the view of a mailbox', async () => {
  const rows = new PageRows(folder, [], false, [], [], [addresses]);
  const cells = Object.keys(addresses.columns).map((name) => (name === 'Lands' ? ['a@b.c'] : null));
  const lands = Object.keys(addresses.columns).indexOf('Lands');
  const row = { cells, status: 'ok', error: '', content: 'item' } as const;
  await rows.addTable({
    definition: addresses,
    status: 'ok',
    error: '',
    rows: [row, { ...row, incomplete: new Set([0, lands]) }],
    verdict: undefined,
  });
  await rows.close();
  const written = await rowsIn(rows.tables[0]?.file);
  expect(written.map((one) => (Array.isArray(one) ? [one[lands], one.at(-1)] : one))).toEqual([
    ['a@b.c', ''],
    ['a@b.c', 'Address; Lands'],
  ]);
  await rows.discard();
});

test('long cells give chunks of few rows', async () => {
  const rows = new PageRows(folder, [REPORT], false);
  const long = 'x'.repeat(100_000);
  for (let at = 0; at < 50; at++)
    await rows.add(mailboxResultOf(`m${at}@b.c`, [], readRow(`m${at}@b.c`, [`${long}${at}`])));
  await rows.close();
  const [report] = rows.tables;
  const lines = (await readFile(report?.file ?? '', 'utf8')).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  expect(await rowsIn(report?.file)).toHaveLength(50);
  await rows.discard();
});

test('a folder that cannot be written is a UserError', async () => {
  await writeFile(path.join(folder, 'taken'), '');
  const rows = new PageRows(path.join(folder, 'taken'), [REPORT], false);
  await rows.add(mailboxResultOf('a@b.c', [], readRow('a@b.c', ['GMT'])));
  await expect(rows.close()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  await rows.discard().catch(() => undefined);
});
