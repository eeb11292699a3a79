import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../src/errors.ts';
import { createReportCsv, createViolationsCsv, VIOLATION_COLUMNS } from '../../../src/outputs/files/csv-sinks.ts';
import type { FileSink } from '../../../src/run/sink.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { defusedText } from '../../../src/text/csv.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { exemptionOf, findingOf, mailboxResultOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

const REPORT: ReportDefinition = {
  name: 'own',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { Language: 'language', WorkingDays: 'workingHours.daysOfWeek' },
};

function openCsv(name: string, { hasVerdicts = false, bom = false } = {}): FileSink {
  return createReportCsv(path.join(folder, `${name}.csv`), REPORT, hasVerdicts, { bom, delimiter: ',' });
}

describe('the CSV of a report', () => {
  test('has column names without formulas', async () => {
    const report = { ...REPORT, columns: { '=1+1': 'language' } };
    const csv = createReportCsv(path.join(folder, 'names.csv'), report, false, { bom: false, delimiter: ',' });
    await csv.close();
    expect(await readFile(csv.path, 'utf8')).toBe("MailboxName,'=1+1,Status,Error\r\n");
  });

  test('cannot replace a folder or be created below a file', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await mkdir(path.join(folder, 'folder.csv'));
    expect(() => openCsv('folder')).toThrow(UserError);
    expect(() => openCsv('file/below')).toThrow(path.join(folder, 'file', 'below.csv'));
  });
});

describe('violations.csv', () => {
  test('has a row for each finding, in the order of mailboxes and rules', async () => {
    const zone = ruleOf('zone');
    const soft = ruleOf('soft', { severity: 'warning', report: 'inbox-rules' });
    const file = createViolationsCsv(path.join(folder, 'violations.csv'), { bom: true, delimiter: ',' });
    await file.add(
      mailboxResultOf('b@contoso.com', [
        verdictOf(zone, [findingOf(zone, 'b@contoso.com', { found: ['=1', 'x'] })]),
        verdictOf(soft, [
          findingOf(soft, 'b@contoso.com', { item: '=To home', found: -1, column: 'Sequence', expected: 'at least 3' }),
          findingOf(soft, 'b@contoso.com', {
            verdict: 'inconclusive',
            column: '',
            found: null,
            message: 'Sequence cannot be read',
          }),
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
        '\uFEFFRule,Title,Severity,Report,MailboxName,Item,Message,Column,Found,Expected,Verdict,Since,Exemption',
        `zone,Title of zone,error,mailbox-settings,b@contoso.com,,"TimeZone is =1; x, expected UTC",TimeZone,"'=1; x",UTC,fail,,`,
        'zone,Title of zone,error,mailbox-settings,a@contoso.com,,"TimeZone is GMT, expected UTC",TimeZone,GMT,UTC,exempt,,"Board decision (messaging@contoso.com, until 2027-01-31)"',
        `soft,Title of soft,warning,inbox-rules,b@contoso.com,'=To home,"Sequence of ""=To home"" is -1, expected at least 3",Sequence,-1,at least 3,warn,,`,
        'soft,Title of soft,warning,inbox-rules,b@contoso.com,,Sequence cannot be read,,,UTC,inconclusive,,',
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
        const file = createViolationsCsv(path.join(folder, 'hostile.csv'), { bom: false, delimiter: ',' });
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
            'Title of zone',
            'error',
            'mailbox-settings',
            defusedText(address).toWellFormed(),
            '',
            defusedText(findingOf(rule, address, { found, expected: reason }).message),
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
