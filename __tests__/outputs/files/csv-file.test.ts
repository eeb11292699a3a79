import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRecord, CsvFile } from '../../../src/outputs/files/csv-file.ts';
import { defusedText } from '../../../src/text/csv.ts';
import { csvCell, csvText } from '../../support/csv-texts.ts';
import { newFolder } from '../../support/new-folder.ts';

describe('a record', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['＝1', "'＝1"],
    ['\0=1', "'\0=1"],
    ['\u0001 =1', "'\u0001 =1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    [['=1', 'x'], `"'=1; x"`],
  ])('neutralises the formula %j', (value, field) => {
    expect(csvRecord([value])).toBe(`${field}\r\n`);
  });

  test.each([
    ['a"b', '"a""b"'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['a\r\nb', '"a\r\nb"'],
  ])('quotes the separator, quote or line break in %j', (value, field) => {
    expect(csvRecord([value])).toBe(`${field}\r\n`);
  });

  test.each([
    ['a;=1+1;b', `"a;'=1+1;b"`],
    ['a\n=1+1', `"a\n'=1+1"`],
    ['a\t\0=1+1', `"a\t\0'=1+1"`],
    ['a;"=1+1', `"a;""'=1+1"`],
    ['a,=1+1,b', `"a,'=1+1,b"`],
    ["a;-2+cmd|' /C calc'!A0", `"a;'-2+cmd|' /C calc'!A0"`],
    ['a;@SUM(1)', `"a;'@SUM(1)"`],
    // With `"+HYPERLINK(...)` in the next cell, one formula in a spreadsheet that splits at semicolons.
    ['a;-', `"a;'-"`],
    [['one', '- two'], `"one; '- two"`],
    ['Contact:\n- Ann\n+49 89 1234', `"Contact:\n'- Ann\n'+49 89 1234"`],
  ])('neutralises the formula inside %j', (value, field) => {
    expect(csvRecord([value])).toBe(`${field}\r\n`);
  });

  test('leaves numbers and ordinary text as they are', () => {
    expect(csvRecord([-1, 1e21, ' a ', 'a=b', null, true, false])).toBe('-1,1e+21, a ,a=b,,true,false\r\n');
    const reply = "Contact: Ann - Ben, a+b@contoso.com;\n'quoted' 1-2";
    expect(csvRecord([reply])).toBe(`"${reply}"\r\n`);
  });

  test.each([',', ';'] as const)('written with the delimiter %j is parsed as RFC 4180 requires', (delimiter) => {
    fc.assert(
      fc.property(fc.array(csvCell, { minLength: 2 }), (cells) => {
        const record = Buffer.from(csvRecord(cells, delimiter));
        expect(parse(record, { delimiter, record_delimiter: '\r\n' })).toEqual([
          cells.map((value) => defusedText(value).toWellFormed()),
        ]);
      }),
    );
  });

  test.each([
    [',', ','],
    [',', ';'],
    [',', '\t'],
    [',', ',;\t'],
    [';', ','],
    [';', ';'],
    [';', '\t'],
    [';', ',;\t'],
  ] as const)(
    'written with the delimiter %j has no formula in a spreadsheet that splits at %j',
    (delimiter, separators) => {
      const file = fc.array(fc.array(csvText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(file, (records) => {
          const csv = records.map((cells) => csvRecord(cells, delimiter)).join('');
          expect(spreadsheetCells(csv, separators).filter(isFormula)).toEqual([]);
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe('a cell that the owner of a mailbox wrote', () => {
  // V8 compiles regular expressions again after their first matches, so what came before counts: a process of its own.
  test.each([
    ['quotes', `'"'.repeat(480_000)`],
    ['quotes behind a separator', `';' + '"'.repeat(480_000)`],
    ['separators and signs', `';='.repeat(240_000)`],
    ['blanks and quotes', `'a;' + ' "'.repeat(240_000) + '='`],
  ])(
    'takes time linear in its %s, also after one of ";="',
    (_name, cell) => {
      const module = pathToFileURL(path.resolve('src/outputs/files/csv-file.ts')).href;
      const script = `const { csvRecord } = await import('${module}'); csvRecord([';=;=;=']); process.stdout.write(String(csvRecord([${cell}]).length));`;
      // Quadratic time is minutes.
      const options = { timeout: 20_000, encoding: 'utf8' } as const;
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], options);
      expect(Number(printed)).toBeGreaterThan(480_000);
    },
    60_000,
  );
});

test('a file has all records of a mailbox with very many, and those around them, in order', async () => {
  const folder = newFolder();
  const file = new CsvFile(path.join(folder, 'rows.csv'), ['n'], { bom: false, delimiter: ',' });
  await file.write([['first']]);
  await file.write(Array.from({ length: 150_000 }, (_, at) => [at]));
  await file.write([['last']]);
  await file.close();
  const text = await readFile(file.path, 'utf8');
  expect(text).toBe(`n\r\nfirst\r\n${Array.from({ length: 150_000 }, (_, at) => `${at}\r\n`).join('')}last\r\n`);
});

describe('the model of a spreadsheet', () => {
  // As LibreOffice 7.4 reads these.
  test.each([
    ['a@b.c,"x;=1+1;y",ok', ';', ['a@b.c,"x', '=1+1', 'y",ok']],
    ['a@b.c,"x;=1+1;y",ok', ',;\t', ['a@b.c', 'x;=1+1;y', 'ok']],
    ['a@b.c,"x\r\n=1+3;z",ok', ';', ['a@b.c,"x', '=1+3', 'z",ok']],
    ['x, "a,""b"c,d', ',', ['x', 'a,"bc', 'd']],
  ])('splits %j at %j', (csv, separators, cells) => {
    expect(spreadsheetCells(csv, separators)).toEqual(cells);
  });
});

/** Excel and LibreOffice: a quote has its meaning only at the start of a cell, and text behind a closing quote is kept. */
function spreadsheetCells(csv: string, separators: string): string[] {
  const cells: string[] = [];
  let rest = csv;
  do {
    const [quoted = '', inner = ''] = /^ *"((?:[^"]|"")*)(?:"|$)/.exec(rest) ?? [];
    rest = rest.slice(quoted.length);
    const [literal = ''] = new RegExp(`^[^${separators}\r\n]*`).exec(rest) ?? [];
    cells.push(inner.replaceAll('""', '"') + literal);
    rest = rest.slice(literal.length).replace(/^(?:\r\n|[^])/, '');
  } while (rest !== '');
  return cells;
}

function isFormula(cell: string): boolean {
  const shown = cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return /^[=+\-@＝＋－＠]/.test(shown);
}
