import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defusedText } from '../../../src/text/csv.ts';
import { openViolations, VIOLATION_COLUMNS } from '../../../src/outputs/files/csv-sinks.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { exemptionOf, findingOf, mailboxResultOf, ruleOf, verdictOf } from '../mailbox-results.ts';

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
    const file = openViolations(path.join(folder, 'violations.csv'), { bom: true, delimiter: ',' });
    await file.add(
      mailboxResultOf('b@contoso.com', [
        verdictOf(zone, [findingOf(zone, 'b@contoso.com', { found: ['=1', 'x'] })]),
        verdictOf(soft, [
          findingOf(soft, 'b@contoso.com', { item: '=To home', found: -1, column: 'Sequence', expected: 'at least 3' }),
          findingOf(soft, 'b@contoso.com', { verdict: 'inconclusive', column: '', found: null }),
        ]),
      ]),
    );
    await file.add(mailboxResultOf('pass@contoso.com', [verdictOf(zone, [])]));
    const exemption = exemptionOf(zone, 'Board decision', 'messaging@contoso.com', '2027-01-31');
    await file.add(
      mailboxResultOf('a@contoso.com', [
        verdictOf(zone, [findingOf(zone, 'a@contoso.com', { verdict: 'exempt', exemption })]),
      ]),
    );
    await file.close();
    expect(await readFile(file.path, 'utf8')).toBe(
      [
        '\uFEFFRule,Severity,Report,MailboxName,Item,Column,Found,Expected,Verdict,Since,Exemption',
        `zone,error,mailbox-settings,b@contoso.com,,TimeZone,"'=1; x",UTC,fail,,`,
        "soft,warning,inbox-rules,b@contoso.com,'=To home,Sequence,-1,at least 3,warn,,",
        'soft,warning,inbox-rules,b@contoso.com,,,,UTC,inconclusive,,',
        'zone,error,mailbox-settings,a@contoso.com,,TimeZone,GMT,UTC,exempt,,"Board decision (messaging@contoso.com, until 2027-01-31)"',
        '',
      ].join('\r\n'),
    );
  });

  test('parses to the same values, whatever text they contain', async () => {
    const text = fc.oneof(
      fc.string({ unit: anyCodePoint }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', 'a', ' ', '＝') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.oneof(text, fc.boolean(), fc.integer()), text)), async (cells) => {
        const rule = ruleOf('zone');
        const file = openViolations(path.join(folder, 'hostile.csv'), { bom: false, delimiter: ',' });
        for (const [address, found, reason] of cells) {
          const exemption = exemptionOf(rule, reason, 'o', '2027-01-31');
          const finding = findingOf(rule, address, { found, expected: reason, exemption, verdict: 'exempt' });
          await file.add(mailboxResultOf(address, [verdictOf(rule, [finding])]));
        }
        await file.close();
        const records = parsedCsv(await readFile(file.path, 'utf8'));
        expect(records.map((record) => VIOLATION_COLUMNS.map((column) => record[column]))).toEqual(
          cells.map(([address, found, reason]) => [
            'zone',
            'error',
            'mailbox-settings',
            defusedText(address).toWellFormed(),
            '',
            'TimeZone',
            defusedText(found).toWellFormed(),
            defusedText(reason).toWellFormed(),
            'exempt',
            '',
            defusedText(`${reason} (o, until 2027-01-31)`).toWellFormed(),
          ]),
        );
      }),
      { numRuns: 50 },
    );
  });
});
