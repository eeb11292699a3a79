import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { UserError } from '../../src/errors.ts';
import { openCsv, rowCells } from '../../src/output/csv.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { readRow, unreadRow } from './rows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const COLUMNS = ['MailboxName', 'Language', 'WorkingDays', 'Status', 'Error'];

describe('the file', () => {
  test('has a header, CRLF, and rows in the order given', async () => {
    const file = path.join(folder, 'report.csv');
    const csv = openCsv(file, COLUMNS, { bom: false });
    await csv.write([readRow('b@contoso.com', ['日本語', ['monday', 'friday']])]);
    await csv.write([
      unreadRow('a@contoso.com', 'not-found', "ErrorInvalidUser: The requested user 'a@contoso.com' is invalid.", 2, 2),
    ]);
    await csv.close();
    expect(csv.path).toBe(file);
    expect(await readFile(file, 'utf8')).toBe(
      [
        'MailboxName,Language,WorkingDays,Status,Error',
        'b@contoso.com,日本語,"monday; friday",ok,',
        "a@contoso.com,,,not-found,ErrorInvalidUser: The requested user 'a@contoso.com' is invalid.",
        '',
      ].join('\r\n'),
    );
  });

  test('starts with a byte order mark where it is asked to, and overwrites what was there', async () => {
    const file = path.join(folder, 'bom.csv');
    await writeFile(file, 'x'.repeat(1000));
    const csv = openCsv(file, COLUMNS, { bom: true });
    await csv.close();
    expect(await readFile(file)).toEqual(Buffer.from('\uFEFFMailboxName,Language,WorkingDays,Status,Error\r\n'));
  });

  test('holds many rows once each, in order, with waits for the disk between them', async () => {
    const file = path.join(folder, 'many.csv');
    const csv = openCsv(file, COLUMNS, { bom: false });
    let waits = 0;
    for (let start = 0; start < 20_000; start += 20) {
      const rows = Array.from({ length: 20 }, (_, row) =>
        readRow(`m${start + row}@contoso.com`, ['x'.repeat(40), null]),
      );
      const behind = csv.write(rows);
      if (behind !== undefined) waits += 1;
      await behind;
    }
    await csv.close();
    const records = parse(await readFile(file, 'utf8'), { from_line: 2 });
    expect(records.map(([address]) => address)).toEqual(
      Array.from({ length: 20_000 }, (_, row) => `m${row}@contoso.com`),
    );
    expect(waits).toBeGreaterThan(5);
  });

  test('can be closed twice, and takes no more rows then', async () => {
    const csv = openCsv(path.join(folder, 'closed.csv'), COLUMNS, { bom: false });
    await csv.close();
    await csv.close();
    expect(() => csv.write([])).toThrow('closed');
  });
});

describe('a path that cannot be written', () => {
  test('is reported when the file is opened', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    for (const unwritable of [path.join(file, 'report.csv'), path.join(file, 'below', 'report.csv'), folder]) {
      expect(() => openCsv(unwritable, COLUMNS, { bom: false })).toThrow(UserError);
      expect(() => openCsv(unwritable, COLUMNS, { bom: false })).toThrow(unwritable);
    }
  });
});

describe('the cells of a row', () => {
  const row = readRow('a@b.c', ['UTC']);

  test.each([
    [undefined, ['a@b.c', 'UTC', 'ok', '']],
    ['none' as const, ['a@b.c', 'UTC', 'ok', '', '', '']],
    [{ verdict: 'pass' as const, violations: [] }, ['a@b.c', 'UTC', 'ok', '', 'pass', '']],
    [{ verdict: 'fail' as const, violations: ['one', 'two'] }, ['a@b.c', 'UTC', 'ok', '', 'fail', 'one; two']],
  ])('end with the verdict %j', (verdict, cells) => {
    expect(rowCells(row, verdict)).toEqual(cells);
  });

  test('has verdicts for each row', async () => {
    const columns = ['MailboxName', 'TimeZone', 'Status', 'Error', 'Verdict', 'Violations'];
    const csv = openCsv(path.join(folder, 'judged.csv'), columns, { bom: false });
    await csv.write(
      [row, row],
      [
        { verdict: 'warn', violations: ['soft'] },
        { verdict: 'pass', violations: [] },
      ],
    );
    await csv.write([row], 'none');
    await csv.close();
    const records = parsedCsv(await readFile(csv.path, 'utf8'));
    expect(records.map(({ Verdict, Violations }) => [Verdict, Violations])).toEqual([
      ['warn', 'soft'],
      ['pass', ''],
      ['', ''],
    ]);
  });
});
