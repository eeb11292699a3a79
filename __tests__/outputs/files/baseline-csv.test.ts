import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { BaselineIndex } from '../../../src/policy/baseline/baseline.ts';
import { parseBaseline } from '../../../src/policy/baseline/baseline-file.ts';
import { BaselineCsv } from '../../../src/outputs/files/baseline-csv.ts';
import type { MailboxResult } from '../../../src/run/mailbox-result.ts';
import type { Finding } from '../../../src/policy/verdict.ts';
import { findingOf, mailboxResultOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { newFolder } from '../../support/new-folder.ts';
import { runSummary } from '../../support/run-summary.ts';

const folder = newFolder();

const zone = ruleOf('zone');
const soft = ruleOf('soft', { severity: 'warning' });
const STARTED = Date.UTC(2026, 10, 26, 23, 59);

/** The summary of a run that was completed; no value of it is used. */
const COMPLETE = runSummary({ result: 'violations', failOn: 'never' });

function violating(address: string, ...findings: readonly Partial<Finding>[]): MailboxResult {
  return mailboxResultOf(
    address,
    findings.map((more) => verdictOf(more.rule ?? zone, [findingOf(more.rule ?? zone, address, more)])),
  );
}

function indexOf(text: string): BaselineIndex {
  return new BaselineIndex(parseBaseline(Buffer.from(text), 'baseline.csv', undefined).value, () => false);
}

async function written(results: readonly MailboxResult[], baseline?: BaselineIndex, bom = false): Promise<string> {
  const file = new BaselineCsv(path.join(folder, 'baseline.csv'), { bom, delimiter: ',' }, baseline, STARTED);
  for (const result of results) file.add(result);
  expect(file.path).toBeUndefined();
  await file.close(COMPLETE);
  await file.close();
  expect(file.path).toBe(path.join(folder, 'baseline.csv'));
  expect(await readdir(folder)).toEqual(['baseline.csv']);
  return readFile(path.join(folder, 'baseline.csv'), 'utf8');
}

const HEADER = 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\r\n';

test('has the violations of rules of both severities, sorted, with the date of the run', async () => {
  const results = [
    violating('Bob@x.y', { found: ['=1', 'x'], item: '=cmd' }, { rule: soft }),
    violating('ann@x.y', { found: null }),
  ];
  const expected = [
    'soft,Bob@x.y,,TimeZone,GMT,,2026-11-26',
    'zone,ann@x.y,,TimeZone,,,2026-11-26',
    `zone,Bob@x.y,'=cmd,TimeZone,"'=1; x",,2026-11-26`,
  ];
  expect(await written(results)).toBe(HEADER + expected.map((row) => `${row}\r\n`).join(''));
  // The order of the list does not matter.
  expect(await written(results.toReversed(), undefined, true)).toBe(
    `\uFEFF${HEADER}${expected.map((row) => `${row}\r\n`).join('')}`,
  );
});

test('has each violation once, and no violation that is exempt, known or uncertain', async () => {
  const others = (['exempt', 'known', 'inconclusive', 'fail', 'fail'] as const).map((verdict) => ({ verdict }));
  expect(await written([violating('ann@x.y', ...others)])).toBe(`${HEADER}zone,ann@x.y,,TimeZone,GMT,,2026-11-26\r\n`);
});

test('keeps entries that occur or may occur with their dates, and drops the others', async () => {
  const rows = [
    'zone,Ann@x.y,,TimeZone,GMT,,2025-01-01',
    'zone,gone@x.y,,TimeZone,GMT,,2025-01-02',
    'zone,unread@x.y,,TimeZone,GMT,,2025-01-03',
  ].map((row) => `${row}\r\n`);
  const baseline = indexOf(HEADER + rows.join(''));
  baseline.find({ rule: 'zone', address: 'ann@x.y', item: '', column: 'TimeZone', found: 'GMT', row: '' });
  for (const address of ['ann@x.y', 'gone@x.y']) baseline.markComplete('zone', address);
  expect(await written([violating('bob@x.y', {})], baseline)).toBe(
    `${HEADER}${rows[0] ?? ''}zone,bob@x.y,,TimeZone,GMT,,2026-11-26\r\n${rows[2] ?? ''}`,
  );
});

test('is equal to the committed file if nothing changed', async () => {
  const first = await written([violating('ann@x.y', { found: "'=a\n'+b" }), violating('bob@x.y', { item: '-x' })]);
  const baseline = indexOf(first);
  for (const { rule, address, ...violation } of [...baseline.kept()]) {
    baseline.find({ rule, address: address.toUpperCase(), ...violation });
    baseline.markComplete(rule, address);
  }
  expect(await written([], baseline)).toBe(first);
});

test('is not written if the run has no result', async () => {
  await rm(path.join(folder, 'baseline.csv'), { force: true });
  const csv = { bom: false, delimiter: ',' } as const;
  const file = new BaselineCsv(path.join(folder, 'baseline.csv'), csv, undefined, STARTED);
  file.add(violating('ann@x.y', {}));
  await file.close();
  expect(file.path).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});
