import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  baselineKey,
  baselineCells,
  writtenText,
  type BaselineEntry,
} from '../../../src/policy/baseline/baseline-entry.ts';
import { checkBaseline, parseBaseline, readBaseline } from '../../../src/policy/baseline/baseline-file.ts';
import { csvRecord } from '../../../src/outputs/files/csv-file.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import { newFolder } from '../../support/new-folder.ts';

const HEADER = 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\r\n';
const ROW = 'forwarding,adele@contoso.com,To home,ExternalTargets,a@example.com,,2026-11-26\r\n';
const RULES = ['forwarding', 'zone'];

async function workspaceWith(text: string | Uint8Array): Promise<string> {
  const folder = newFolder();
  await mkdir(path.join(folder, 'policy'));
  await writeFile(path.join(folder, 'policy', 'baseline.csv'), text);
  return folder;
}

function parsed(text: string, rules: readonly string[] = RULES) {
  return parseBaseline(Buffer.from(text), 'baseline.csv', rules);
}

function messages(text: string): string[] {
  return parsed(text).problems.map(({ message }) => message);
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCodePoint }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      "'",
      '"',
      ',',
      ';',
      '(',
      '|',
      '\t',
      '\r',
      '\n',
      ' ',
      '\0',
      '\uFEFF',
      '\u2028',
      '\ud800',
      'a',
    ),
  }),
);

describe('a record', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 7, maxLength: 7 }), (cells) => {
        const [rule = '', address = '', item = '', column = '', found = '', row = '', addedOn = ''] =
          cells.map(writtenText);
        const entry: BaselineEntry = { rule, address, item, column, found, row, addedOn };
        const { value: baseline, problems } = parsed(HEADER + csvRecord(baselineCells(entry)), [rule]);
        expect(problems).toEqual([]);
        expect(baseline.entries).toEqual([{ ...entry, line: 2 }]);
      }),
      { numRuns: 100 },
    );
  });

  test('contains no formula', () => {
    fc.assert(
      fc.property(text, (found) => {
        const entry = {
          rule: 'r',
          address: 'a@x.y',
          item: '',
          column: 'C',
          found: writtenText(found),
          row: '',
          addedOn: '',
        };
        const record = csvRecord(baselineCells(entry));
        const cell = record.slice('r,a@x.y,,C,'.length, -',,\r\n'.length);
        expect(cell).not.toMatch(/^"?[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
        expect(cell).not.toMatch(/[,;\t\r\n]["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 100 },
    );
  });

  test('has the same meaning as the cells of violations.csv', () => {
    for (const found of ['=1+1', '-5', '@x', 'a\n=SUM(1)', '- one\n- two', 'a; b']) {
      const record = csvRecord(['forwarding', 'a@x.y', found, 'C', found, '', '2026-11-26']);
      expect(parsed(HEADER + record).value.entries).toMatchObject([
        { item: writtenText(found), found: writtenText(found) },
      ]);
    }
  });
});

describe('a baseline file', () => {
  test('is read with its lines, with a byte order mark, semicolons and any line ends', () => {
    const expected = {
      rule: 'forwarding',
      address: 'adele@contoso.com',
      item: 'To home',
      column: 'ExternalTargets',
      found: 'a@example.com',
      row: '',
      addedOn: '2026-11-26',
      line: 2,
    };
    for (const written of [HEADER + ROW, `\uFEFF${HEADER}${ROW}`, (HEADER + ROW).replaceAll('\r', '')]) {
      expect(parsed(written)).toEqual({
        value: { file: 'baseline.csv', entries: [expected] },
        problems: [],
        unsorted: undefined,
        isOutdated: false,
      });
    }
    expect(parsed((HEADER + ROW).replaceAll(',', ';')).value.entries).toEqual([expected]);
  });

  test('gives the first line of a row with line ends inside', () => {
    const row = 'zone,a@x.y,,Message,"one\r\ntwo\r\n",,2026-11-26\r\n';
    const { value: baseline } = parsed(HEADER + row + row.replace('a@', 'b@'));
    expect(baseline.entries.map(({ line, found }) => [line, found])).toEqual([
      [2, 'one\ntwo\n'],
      [5, 'one\ntwo\n'],
    ]);
  });

  test.each([
    ['', 'baseline.csv, line 1: The columns are not Rule, MailboxName, Item, Column, Found, Row, AddedOn.'],
    [
      'Rule,MailboxName\r\nx,y\r\n',
      'baseline.csv, line 1: The columns are not Rule, MailboxName, Item, Column, Found, Row, AddedOn.',
    ],
    [`${HEADER}forwarding,adele@contoso.com\r\n`, 'baseline.csv, line 2: This row has 2 cells instead of 7.'],
    [HEADER + ROW.replace('forwarding', 'forwardin'), 'baseline.csv, line 2: The policy has no rule "forwardin".'],
    [HEADER + ROW + ROW.replace('adele', 'ADELE'), 'baseline.csv, line 3: This row repeats line 2.'],
    [`${HEADER}${ROW}zone,"a`, 'baseline.csv, line 3: A quote in this row is not closed or is in the wrong place.'],
  ])('reports the mistake in %j', (written, message) => {
    expect(messages(written)).toEqual([message]);
    expect(parsed(written).problems[0]?.code).toBe('BASELINE_FILE');
  });

  test('suggests the rule that was probably meant', () => {
    expect(parsed(HEADER + ROW.replace('forwarding', 'forwardin')).problems[0]?.hint).toContain(
      'Did you mean "forwarding"?',
    );
  });

  test('accepts every rule if the rules are not known', () => {
    const bytes = Buffer.from(HEADER + ROW.replace('forwarding', 'forwardin'));
    expect(parseBaseline(bytes, 'baseline.csv', undefined).problems).toEqual([]);
  });

  test('reports a hundred mistakes at most', () => {
    const rows = Array.from({ length: 150 }, (_, at) => ROW.replace('forwarding', `unknown-${at}`)).join('');
    expect(messages(HEADER + rows)).toHaveLength(100);
  });

  test.each([
    ['Rule,MailboxName,Item,Column,Found,AddedOn', 'the column Row'],
    ['\uFEFFRule;MailboxName;Column;Found;AddedOn', 'the columns Item and Row'],
  ])('is refused if it does not say which rows are accepted: %j', (header, lacks) => {
    const { problems, isOutdated } = parsed(`${header}\r\nzone,a@x.y,,C,v,d\r\n`);
    expect(isOutdated).toBe(true);
    expect(problems).toMatchObject([
      { message: expect.stringContaining(lacks), hint: expect.stringContaining('mailbox-report baseline update') },
    ]);
  });

  test('is compared by sorted keys: the order of rule, mailbox without case, item, column and value', () => {
    const rows = [
      'forwarding,B@x.y,,C,v,,d',
      'zone,a@x.y,,C,v,,d',
      'zone,B@x.y,,C,v,,d',
      'zone,b@x.y,i,C,v,,d',
      'zone,b@x.y,i,D,u,,d',
      'zone,b@x.y,i,D,v,,d',
    ].map((row) => `${row}\r\n`);
    expect(parsed(HEADER + rows.join('')).unsorted).toBeUndefined();
    const keys = parsed(HEADER + rows.toReversed().join('')).value.entries.map(baselineKey);
    expect(keys.toSorted()).toEqual(keys.toReversed());
    expect(parsed(HEADER + rows.toReversed().join('')).unsorted).toMatchObject({
      code: 'BASELINE_FILE',
      message: 'baseline.csv, line 3: This row sorts before the row above it.',
      place: { file: 'baseline.csv', line: 3 },
    });
  });
});

describe('reading the baseline of a run', () => {
  test('rejects with the first mistake, its line and the number of others', async () => {
    const workspace = await workspaceWith(`${HEADER}${ROW}${ROW}${ROW}x,a@x.y,,C,v,,d\r\n`);
    await expect(readBaseline('policy/baseline.csv', workspace, RULES)).rejects.toMatchObject({
      message: 'policy/baseline.csv, line 3: This row repeats line 2 (2 more problems follow).',
      place: { file: 'policy/baseline.csv', line: 3 },
    });
  });

  test('rejects a file that is missing or not UTF-8', async () => {
    const workspace = await workspaceWith(Buffer.from([0x52, 0xe9]));
    await expect(readBaseline('baselin.csv', workspace, RULES)).rejects.toMatchObject({
      code: 'BASELINE_FILE',
      message: 'There is no baseline baselin.csv in the workspace.',
      hint: expect.stringContaining('Did you mean policy/baseline.csv?'),
    });
    await expect(readBaseline('policy/baseline.csv', workspace, RULES)).rejects.toMatchObject({
      code: 'BASELINE_FILE',
      message: 'policy/baseline.csv is not UTF-8.',
    });
  });

  test('rejects a file of more than 100 MiB', async () => {
    const workspace = await workspaceWith('');
    await truncate(path.join(workspace, 'policy', 'baseline.csv'), 100 * 1024 * 1024 + 1);
    await expect(readBaseline('policy/baseline.csv', workspace, RULES)).rejects.toMatchObject({
      code: 'BASELINE_FILE',
      message: 'The baseline policy/baseline.csv is too large.',
    });
  });
});

describe('checking a baseline offline', () => {
  test('compares mailboxes in written form', async () => {
    const workspace = await workspaceWith(`${HEADER}zone,'+Ann@x.y,,C,v,,d\r\n`);
    const checked = await checkBaseline('policy/baseline.csv', workspace, RULES, ['+ann@x.y']);
    expect(checked).toMatchObject({ problems: [], warnings: [] });
  });

  test('reports a file that is missing or has other columns as a run does', async () => {
    const workspace = await workspaceWith('Rule;MailboxName\n');
    for (const file of ['gone.csv', 'policy/baseline.csv']) {
      const { problems, warnings = [] } = await checkBaseline(file, workspace, RULES, ['a@x.y']);
      expect({ count: problems.length, warnings }).toEqual({ count: 1, warnings: [] });
      await expect(readBaseline(file, workspace, RULES)).rejects.toEqual(problems[0]);
    }
  });
});
