import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { cellText } from '../../src/text/display.ts';
import { csvRecord } from '../../src/output/csv-record.ts';
import { openCsv } from '../../src/output/csv.ts';
import { outputError } from '../../src/output/output-error.ts';
import { readRow, unreadRow } from './rows.ts';
import { describeWithFullDisk } from '../support/platform.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const COLUMNS = ['MailboxName', 'Language', 'WorkingDays', 'Status', 'Error'];

describe('the file', () => {
  test('has a header, CRLF, rows in the order given, and makes its folder', async () => {
    const file = path.join(folder, 'new', 'report.csv');
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
        'b@contoso.com,日本語,monday; friday,ok,',
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
  test('is told at once where the path cannot be opened', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    for (const unwritable of [path.join(file, 'report.csv'), path.join(file, 'below', 'report.csv'), folder]) {
      expect(() => openCsv(unwritable, COLUMNS, { bom: false })).toThrow(UserError);
      expect(() => openCsv(unwritable, COLUMNS, { bom: false })).toThrow(unwritable);
    }
  });

  test('has a reason that says what is wrong, or what the system said', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(outputError('/reports/a.csv', denied).message).toBe(
      '/reports/a.csv cannot be written: this user may not write there.',
    );
    expect(outputError('/reports/a.csv', denied).cause).toBe(denied);
    expect(outputError('/reports/a.csv', new Error('EIO: i/o error')).message).toContain('EIO: i/o error');
    expect(outputError('/reports/a.csv', 'odd').message).toContain('odd');
  });
});

describeWithFullDisk('a full disk', () => {
  test('fails the writing', async () => {
    const csv = openCsv('/dev/full', COLUMNS, { bom: false });
    const rows = Array.from({ length: 5_000 }, () => readRow('a@contoso.com', ['x'.repeat(50), null]));
    const writing = async (): Promise<void> => {
      for (let i = 0; i < 10; i++) await csv.write(rows);
    };
    await expect(writing()).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      message: '/dev/full cannot be written: the disk is full.',
      hint: expect.stringContaining('output-directory'),
    });
    await expect(csv.close()).rejects.toBeInstanceOf(UserError);
  });

  test('fails the closing where the last rows find it', async () => {
    const csv = openCsv('/dev/full', COLUMNS, { bom: false });
    await csv.write([readRow('a@contoso.com', ['x', null])]);
    await expect(csv.close()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  });
});

describe('a cell', () => {
  test.each([
    [null, ''],
    [undefined, ''],
    ['text', 'text'],
    [true, 'true'],
    [false, 'false'],
    [-1.5, '-1.5'],
    [['monday', 'tuesday'], 'monday; tuesday'],
    [['a', null, 1, { b: 2 }, ['c']], 'a; ; 1; {"b":2}; ["c"]'],
    [[], ''],
    [{ name: 'W. Europe' }, '{"name":"W. Europe"}'],
  ])('of %j is %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

describe('a record', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['\rx', `"'\rx"`],
    ['a"b', '"a""b"'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['a\r\nb', '"a\r\nb"'],
    [' a ', ' a '],
    [['=1', 'x'], "'=1; x"],
    [-1, '-1'],
    [1e21, '1e+21'],
  ])('writes %j as %j', (cell, field) => {
    expect(csvRecord(readRow('a@b.c', [cell]))).toBe(`a@b.c,${field},ok,\r\n`);
  });

  test('defuses the address and the error too', () => {
    expect(csvRecord(unreadRow('=a@b.c', 'failed', '@x'))).toBe("'=a@b.c,,failed,'@x\r\n");
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ';', 'a', 'é', '＝', ' ', '\uFEFF'),
    }),
    fc.string({ unit: 'binary' }),
  );

  test('is what csv-stringify writes, and reads back as what went in', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.oneof(text, fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))),
        text,
        (address, cells, error) => {
          const mailbox = { address, file: 'm.txt', line: 1 };
          const record = csvRecord({ mailbox, status: 'failed', error, content: 'none', cells });
          const fields = [
            address,
            ...cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)),
            'failed',
            error,
          ];
          const options = { record_delimiter: '\r\n', quote_record_delimiter: true, escape_formulas: true };
          const written = fields.map((field) =>
            typeof field === 'string' && field.startsWith('\n') ? `'${field}` : field,
          );
          expect(record).toBe(stringify([written], options));
          const [back] = parse(Buffer.from(record), { record_delimiter: '\r\n' });
          expect(back).toEqual(fields.map((field) => (typeof field === 'string' ? defused(field) : cellText(field))));
        },
      ),
    );
  });

  function defused(field: string): string {
    return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(field) ? `'${field}` : field;
  }
});
