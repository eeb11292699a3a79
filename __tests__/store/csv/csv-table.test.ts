import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MalformedCsv } from '../../../src/store/csv/csv-record.ts';
import { CsvTable } from '../../../src/store/csv/csv-table.ts';
import { MailboxNumbers } from '../../../src/store/csv/mailbox-numbers.ts';
import { csvRecord } from '../../../src/outputs/files/csv.ts';
import { readBackText } from '../../../src/text/csv.ts';
import { anyCodePoint } from '../../support/code-point.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'csv-table-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function opened(text: string, mailboxes = new MailboxNumbers(1_000)): Promise<CsvTable> {
  const file = path.join(folder, 'table.csv');
  await writeFile(file, text);
  return CsvTable.open(file, mailboxes);
}

describe('a table', () => {
  test('returns the rows of each mailbox as they were written, in any order of mailboxes', async () => {
    const cell = fc.oneof(
      fc.string({ unit: anyCodePoint, maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('=', ',', ';', '"', '\r', '\n', 'a', ' ', '\u{1f600}'), maxLength: 8 }),
    );
    const groups = fc.array(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(groups, fc.boolean(), fc.gen(), async (rows, bom, gen) => {
        const named = rows.map((some, at) => ({ address: `User${at}@Contoso.com`, rows: some }));
        const records = named.flatMap((one) =>
          one.rows.map(([first, second]) => csvRecord([one.address, first, second])),
        );
        const mailboxes = new MailboxNumbers(1_000);
        const table = await opened(
          `${bom ? '\uFEFF' : ''}${csvRecord(['MailboxName', 'A', 'B'])}${records.join('')}`,
          mailboxes,
        );
        const order = gen(() => fc.shuffledSubarray(named, { minLength: named.length }));
        for (const { address, rows: some } of order) {
          const number = mailboxes.get(address.toUpperCase());
          expect(number === undefined ? undefined : table.rowsOf(number)).toEqual(
            some.map(([first, second]) => [address, readBackText(first), readBackText(second)]),
          );
        }
        expect(table.columns).toEqual(['MailboxName', 'A', 'B']);
        table.close();
      }),
      { numRuns: 100 },
    );
  });

  test('is read beyond one block, with records across the ends of blocks', async () => {
    const mailboxes = new MailboxNumbers(100_000);
    const addresses = Array.from({ length: 20_000 }, (_, at) => `user${at}@contoso.com`);
    const value = (at: number): string => `"${'x'.repeat(at % 150)},\r\n${at}"`;
    const table = await opened(
      `MailboxName,A\r\n${addresses.map((address, at) => `${address},${value(at)}\r\n`).join('')}`,
      mailboxes,
    );
    for (const at of [0, 1, 2, 19_999, 5, 10_000, 10_001, 3]) {
      const number = mailboxes.get(addresses[at] ?? '') ?? -1;
      expect(table.rowsOf(number)).toEqual([[addresses[at], `${'x'.repeat(at % 150)},\r\n${at}`]]);
    }
    table.close();
  });

  test('may have semicolons, lines that end in LF, another order of columns and no last line end', async () => {
    const mailboxes = new MailboxNumbers(10);
    const table = await opened('Rule;MailboxName;Found\nr;a@contoso.com;"x;y"\ns;a@contoso.com;z', mailboxes);
    expect(table.rowsOf(mailboxes.get('A@contoso.com') ?? -1)).toEqual([
      ['r', 'a@contoso.com', 'x;y'],
      ['s', 'a@contoso.com', 'z'],
    ]);
    table.close();
  });

  test.each([
    ['', 'is empty'],
    ['Name,A\r\n', 'has no column MailboxName'],
    ['MailboxName,A,A\r\n', 'has a column twice'],
    ['MailboxName,A\r\na@x.y,1,2\r\n', 'has a record with 3 cells and 2 columns'],
    ['MailboxName,A\r\na@x.y\r\n', 'has a record with 1 cells and 2 columns'],
    ['MailboxName,A\r\na@x.y,"1\r\n', 'ends inside a quoted cell'],
    ['MailboxName,A\r\na@x.y,"1"2\r\n', 'has text after a closing quote'],
    ['MailboxName,A\r\na@x.y,1"2"\r\n', 'has a stray quote'],
    ['MailboxName,A\r\n,1\r\n', 'has a record without a mailbox'],
    ['MailboxName,A\r\na@x.y,1\r\nb@x.y,1\r\nA@x.y,1\r\n', 'does not have the rows of each mailbox together'],
    ['PK\u0003\u0004', 'has no column MailboxName'],
  ])('is rejected as %j', async (text, message) => {
    await expect(opened(text)).rejects.toThrow(new MalformedCsv(message));
  });

  test('has at most the allowed number of mailboxes', async () => {
    const text = 'MailboxName\r\na@x.y\r\nb@x.y\r\nc@x.y\r\n';
    await expect(opened(text, new MailboxNumbers(2))).rejects.toThrow('more than 2 mailboxes');
  });
});
