import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import type { MailboxResult } from '../../../src/run/mailbox-result.ts';
import { openReportCsv } from '../../../src/outputs/files/csv-sinks.ts';
import type { FileSink } from '../../../src/outputs/sink.ts';
import type { ReportVerdict } from '../../../src/policy/verdict.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import type { MailboxRows } from '../../../src/reports/rows.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { readRow, unreadableRow } from '../rows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const REPORT: ReportDefinition = {
  name: 'own',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { Language: 'language', WorkingDays: 'workingHours.daysOfWeek' },
};

function resultOf(rows: MailboxRows, verdict?: ReportVerdict): MailboxResult {
  const [{ mailbox, status, error }] = rows;
  return { mailbox, status, error, reports: [{ definition: REPORT, rows, verdict }] };
}

function openCsv(name: string, { hasVerdicts = false, bom = false } = {}): FileSink {
  return openReportCsv(path.join(folder, `${name}.csv`), REPORT, hasVerdicts, { bom, delimiter: ',' });
}

describe('the CSV of a report', () => {
  test('has a header, CRLF line ends, and mailboxes in the order of the list', async () => {
    const csv = openCsv('own');
    await csv.add(resultOf([readRow('b@contoso.com', ['日本語', ['monday', 'friday']])]));
    await csv.add(
      resultOf([
        unreadableRow(
          'a@contoso.com',
          'not-found',
          "ErrorInvalidUser: The requested user 'a@contoso.com' is invalid.",
          2,
          2,
        ),
      ]),
    );
    await csv.close();
    expect(csv.path).toBe(path.join(folder, 'own.csv'));
    expect(await readFile(csv.path, 'utf8')).toBe(
      [
        'MailboxName,Language,WorkingDays,Status,Error',
        'b@contoso.com,日本語,"monday; friday",ok,',
        "a@contoso.com,,,not-found,ErrorInvalidUser: The requested user 'a@contoso.com' is invalid.",
        '',
      ].join('\r\n'),
    );
  });

  test('starts with a byte order mark if requested, and replaces an earlier file', async () => {
    await writeFile(path.join(folder, 'bom.csv'), 'x'.repeat(1000));
    const csv = openCsv('bom', { bom: true });
    await csv.close();
    expect(await readFile(csv.path)).toEqual(Buffer.from('\uFEFFMailboxName,Language,WorkingDays,Status,Error\r\n'));
  });

  test('has the verdict and violations of each row with a policy, and blanks for a report without rules', async () => {
    const row = readRow('a@b.c', ['de', null]);
    const csv = openCsv('own', { hasVerdicts: true });
    const rows = [
      { verdict: 'fail' as const, violations: ['one', 'two'] },
      { verdict: 'pass' as const, violations: [] },
    ];
    await csv.add(resultOf([row, row], { rows, rules: [] }));
    await csv.add(resultOf([row]));
    await csv.close();
    const records = parsedCsv(await readFile(csv.path, 'utf8'));
    expect(records.map(({ Verdict, Violations }) => [Verdict, Violations])).toEqual([
      ['fail', 'one; two'],
      ['pass', ''],
      ['', ''],
    ]);
  });

  test('cannot replace a folder or be created below a file', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await mkdir(path.join(folder, 'folder.csv'));
    expect(() => openCsv('folder')).toThrow(UserError);
    expect(() => openCsv('file/below')).toThrow(path.join(folder, 'file', 'below.csv'));
  });
});
