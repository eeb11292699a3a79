import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareReports } from '../../src/cli/compare.ts';
import { quietTerminal } from '../cli/quiet-terminal.ts';
import type { RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import type { Tenant } from '../../tenant/tenant.ts';

const { newTenant, run, runPackaged } = inProcessScenarios();

const ZONES = `rules:
  - id: zone
    title: Mailboxes use UTC
    expect: { TimeZone: { const: UTC } }
`;

const TODAY = new Date().toISOString().slice(0, 10);

function runPolicy(
  tenant: Tenant,
  inputs: Readonly<Record<string, string>>,
  runIn: typeof runPackaged | typeof run = run,
): Promise<RunOutcome> {
  return runIn(tenant, {
    files: { 'policy.yml': ZONES },
    inputs: { policy: 'policy.yml', 'max-unreadable': '100%', 'fail-on': 'never', ...inputs },
  });
}

function folderOf(result: RunOutcome): string {
  return result.outputs['output-directory'] ?? '';
}

/** Changes the cells of a mailbox in a CSV of an earlier run. */
async function edit(result: RunOutcome, file: string, change: (line: string) => string): Promise<void> {
  const place = path.join(folderOf(result), file);
  const lines = (await readFile(place, 'utf8')).split('\r\n');
  await writeFile(place, lines.map(change).join('\r\n'));
}

/** What the terminal program prints about two runs that differ. */
async function comparedAtTerminal(before: RunOutcome, after: RunOutcome): Promise<readonly unknown[]> {
  let printed = '';
  const terminal = quietTerminal({ interactive: false, out: (text) => (printed += text) });
  const reports = { before: folderOf(before), after: folderOf(after), format: 'csv' } as const;
  expect(await compareReports(reports, '', terminal)).toBe(1);
  return parsedCsv(printed);
}

describe('a run that is compared with a folder', () => {
  test('finds no change in the same mailboxes', async () => {
    const tenant = await newTenant();
    const first = await runPolicy(tenant, {});
    const second = await runPolicy(tenant, { compare: folderOf(first) });
    expect(second.outputs).toMatchObject({ 'new-violation-count': '0', 'resolved-count': '0', 'change-count': '0' });
    expect(second.rowsOf('changes')).toEqual([]);
    expect(second.summary).toMatch(/: 0 new violations, 0 resolved, 0 mailboxes changed\n/);
    // The first run was not compared, so `Since` is blank.
    expect(second.outputs.result).toBe(first.outputs.result);
  });

  test('reports changed cells in the order of the list, and added and removed mailboxes', async () => {
    const tenant = await newTenant();
    const [first = '', second = '', ...others] = tenant.addresses;
    const earlier = await runPolicy(tenant, {});
    const before = (await readFile(path.join(folderOf(earlier), 'mailbox-settings.csv'), 'utf8')).split('\r\n');
    const header = before[0]?.replace('\uFEFF', '') ?? '';
    expect(parsedCsv(before.join('\r\n'))[1]).toMatchObject({ MailboxName: second, Status: 'ok' });
    await edit(earlier, 'mailbox-settings.csv', (line) => {
      const cells = line.split(',');
      if (cells[0] === second) cells[header.split(',').indexOf('Language')] = 'xx-XX';
      return cells.join(',');
    });
    const files = { 'mailboxes.txt': ['new@contoso.com', second, ...others].join('\n') };
    const now = await run(tenant, {
      files,
      inputs: { compare: folderOf(earlier), 'max-unreadable': '100%' },
    });
    const language = now.rows.find(({ MailboxName }) => MailboxName === second)?.Language;
    expect(now.rowsOf('changes')).toEqual([
      {
        Change: 'mailbox-added',
        Report: '',
        MailboxName: 'new@contoso.com',
        Item: '',
        Column: '',
        Before: '',
        After: '',
      },
      {
        ...{ Change: 'changed', Report: 'mailbox-settings', MailboxName: second, Item: '', Column: 'Language' },
        ...{ Before: 'xx-XX', After: language },
      },
      { Change: 'mailbox-removed', Report: '', MailboxName: first, Item: '', Column: '', Before: '', After: '' },
    ]);
    expect(now.outputs).toMatchObject({ 'change-count': '3' });
    expect(await comparedAtTerminal(earlier, now)).toEqual(now.rowsOf('changes'));
    // Without a policy there are no violations to compare.
    expect(now.outputs).not.toHaveProperty('new-violation-count');
    expect(now.summary).toContain(': 1 mailbox changed, 1 added, 1 removed\n');
  });

  test('distinguishes new violations from earlier ones, reports resolved ones, and keeps Since', async () => {
    const tenant = await newTenant();
    const earlier = await runPolicy(tenant, {});
    const [newly = {}, ...kept] = parsedCsv(await readFile(path.join(folderOf(earlier), 'violations.csv'), 'utf8'));
    const compliant = parsedCsv(await readFile(path.join(folderOf(earlier), 'mailbox-settings.csv'), 'utf8')).find(
      ({ Verdict }) => Verdict === 'pass',
    )?.MailboxName;
    await edit(earlier, 'violations.csv', (line) => {
      if (line.includes(newly.MailboxName ?? ''))
        return `zone,error,mailbox-settings,${compliant ?? ''},,TimeZone,GMT,UTC,fail,2026-01-02,`;
      return line.replace(/,fail,[^,]*,/, ',fail,2026-01-01,');
    });
    // The rows of a mailbox are found wherever they are.
    const now = await runPolicy(tenant, { compare: folderOf(earlier), summary: 'full' }, runPackaged);
    expect(now.outputs).toMatchObject({
      ...{ 'new-violation-count': '1', 'resolved-count': '1', 'change-count': '0' },
      'violation-count': earlier.outputs['violation-count'],
    });
    expect(
      now
        .rowsOf('changes')
        .map(({ Change, MailboxName, Column, Before, After }) => [Change, MailboxName, Column, Before, After]),
    ).toEqual(
      [
        ['new-violation', newly.MailboxName, 'TimeZone', '', newly.Found],
        ['resolved', compliant, 'TimeZone', 'GMT', ''],
      ].sort((one, other) => tenant.addresses.indexOf(one[1] ?? '') - tenant.addresses.indexOf(other[1] ?? '')),
    );
    const since = new Map(now.rowsOf('violations').map(({ MailboxName, Since }) => [MailboxName, Since]));
    expect(since.get(newly.MailboxName)).toBe(TODAY);
    expect(new Set(kept.map(({ MailboxName }) => since.get(MailboxName)))).toEqual(new Set(['2026-01-01']));
    expect(await comparedAtTerminal(earlier, now)).toEqual(now.rowsOf('changes'));
    expect(now.summary).toContain('**1 new violation**');
    expect(now.summary).toContain('**1 resolved violation**');
    const counts = await runPolicy(tenant, { compare: folderOf(earlier), summary: 'counts' });
    expect(counts.summary).toContain('1 new violation, 1 resolved');
    expect(counts.summary).not.toContain(newly.MailboxName);
    expect(counts.summary).not.toContain(compliant);
  });

  test('reports no change for a mailbox that one of the runs could not read', async () => {
    const tenant = await newTenant();
    const earlier = await runPolicy(tenant, {});
    const [violation = {}] = parsedCsv(await readFile(path.join(folderOf(earlier), 'violations.csv'), 'utf8'));
    const address = violation.MailboxName ?? '';
    await edit(earlier, 'violations.csv', (line) =>
      line.includes(address) ? `zone,error,mailbox-settings,${address},,Other,x,UTC,fail,,` : line,
    );
    await edit(earlier, 'mailbox-settings.csv', (line) =>
      line.startsWith(`${address},`) ? `${address}${line.slice(address.length).replace(',ok,', ',throttled,')}` : line,
    );
    const now = await runPolicy(tenant, { compare: folderOf(earlier) });
    expect(now.rowsOf('changes')).toEqual([]);
    expect(now.outputs).toMatchObject({ 'new-violation-count': '0', 'resolved-count': '0', 'change-count': '0' });
  });
});

describe('an earlier report that cannot be used', () => {
  test.each([
    ['is not there', undefined, /nowhere.*cannot be read/s],
    ['is no zip', { nowhere: 'text' }, /The archive cannot be read/],
    [
      'has none of the reports',
      { 'nowhere/other.csv': 'MailboxName,Status\r\n' },
      /none of the files mailbox-settings\.csv/,
    ],
    [
      'is malformed',
      { 'nowhere/mailbox-settings.csv': 'MailboxName,Status\r\n"a' },
      /mailbox-settings\.csv ends inside a quoted cell/,
    ],
    [
      'lacks a column',
      { 'nowhere/mailbox-settings.csv': 'MailboxName\r\n' },
      /mailbox-settings\.csv has no column Status/,
    ],
  ])('fails the step with an error if its path is given and it %s', async (_case, files, message) => {
    const tenant = await newTenant();
    const result = await run(tenant, { ...(files === undefined ? {} : { files }), inputs: { compare: 'nowhere' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toEqual([
      { level: 'error', message: expect.stringMatching(message), properties: { title: 'COMPARE_UNAVAILABLE' } },
    ]);
    expect(tenant.counts.batches).toBe(0);
  });

  test('is ignored with "off"', async () => {
    const result = await run(await newTenant(), { inputs: { compare: 'off', 'max-unreadable': '100%' } });
    expect(result.log).not.toContain('ompared');
    expect(result.outputs).not.toHaveProperty('change-count');
  });
});
