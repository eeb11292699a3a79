import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText } from '../../src/text/display.ts';
import { csvRecord } from '../../src/output/csv-record.ts';
import { openCsv } from '../../src/output/csv.ts';
import { openViolations, VIOLATION_COLUMNS } from '../../src/output/violations-csv.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { exemptionOf, findingOf, judgedOf, ruleOf, verdictOf } from './mailbox-results.ts';
import { readRow } from './rows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'violations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('violations.csv', () => {
  test('has a row for each finding, in the order of mailboxes and rules', async () => {
    const zone = ruleOf('zone');
    const soft = ruleOf('soft', { severity: 'warning', report: 'inbox-rules' });
    const file = openViolations(path.join(folder, 'violations.csv'), { bom: true });
    await file.add(
      judgedOf('b@contoso.com', [
        verdictOf(zone, [findingOf(zone, 'b@contoso.com', { found: ['=1', 'x'] })]),
        verdictOf(soft, [
          findingOf(soft, 'b@contoso.com', { item: '=To home', found: -1, column: 'Sequence', expected: 'at least 3' }),
          findingOf(soft, 'b@contoso.com', { verdict: 'inconclusive', column: '', found: null }),
        ]),
      ]),
    );
    await file.add(judgedOf('pass@contoso.com', [verdictOf(zone, [])]));
    const exemption = exemptionOf(zone, 'Board decision', 'messaging@contoso.com', '2027-01-31');
    await file.add(
      judgedOf('a@contoso.com', [
        verdictOf(zone, [findingOf(zone, 'a@contoso.com', { verdict: 'exempt', exemption })]),
      ]),
    );
    await file.close();
    expect(await readFile(file.path, 'utf8')).toBe(
      [
        '\uFEFFRule,Severity,Report,MailboxName,Item,Column,Found,Expected,Verdict,Since,Exemption',
        "zone,error,mailbox-settings,b@contoso.com,,TimeZone,'=1; x,UTC,fail,,",
        "soft,warning,inbox-rules,b@contoso.com,'=To home,Sequence,-1,at least 3,warn,,",
        'soft,warning,inbox-rules,b@contoso.com,,,,UTC,inconclusive,,',
        'zone,error,mailbox-settings,a@contoso.com,,TimeZone,GMT,UTC,exempt,,"Board decision (messaging@contoso.com, until 2027-01-31)"',
        '',
      ].join('\r\n'),
    );
  });

  test('reads back as what went in, whatever the texts', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', 'a', ' ', '＝') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.oneof(text, fc.boolean(), fc.integer()), text)), async (cells) => {
        const rule = ruleOf('zone');
        const file = openViolations(path.join(folder, 'hostile.csv'), { bom: false });
        for (const [address, found, reason] of cells) {
          const exemption = exemptionOf(rule, reason, 'o', '2027-01-31');
          const finding = findingOf(rule, address, { found, expected: reason, exemption, verdict: 'exempt' });
          await file.add(judgedOf(address, [verdictOf(rule, [finding])]));
        }
        await file.close();
        const records = parsedCsv(await readFile(file.path, 'utf8'));
        expect(records.map((record) => VIOLATION_COLUMNS.map((column) => record[column]))).toEqual(
          cells.map(([address, found, reason]) => [
            'zone',
            'error',
            'mailbox-settings',
            defused(address),
            '',
            'TimeZone',
            typeof found === 'number' ? String(found) : defused(cellText(found)),
            defused(reason),
            'exempt',
            '',
            defused(`${reason} (o, until 2027-01-31)`),
          ]),
        );
      }),
      { numRuns: 50 },
    );
  });

  function defused(field: string): string {
    const written = field.toWellFormed();
    return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(written) ? `'${written}` : written;
  }
});

describe('the CSV of a report', () => {
  const row = readRow('a@b.c', ['UTC']);

  test.each([
    [undefined, 'a@b.c,UTC,ok,\r\n'],
    ['none' as const, 'a@b.c,UTC,ok,,,\r\n'],
    [{ verdict: 'pass' as const, violations: [] }, 'a@b.c,UTC,ok,,pass,\r\n'],
    [{ verdict: 'fail' as const, violations: ['one', 'two'] }, 'a@b.c,UTC,ok,,fail,one; two\r\n'],
  ])('has, with a policy, verdict and violations behind a row: %j', (judged, record) => {
    expect(csvRecord(row, judged)).toBe(record);
  });

  test('has them for each row', async () => {
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
