import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareReports } from '../../src/cli/commands/compare/compare.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { quietTerminal } from '../cli/quiet-terminal.ts';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { rowsFileOf, storedLines, storedRun } from '../support/rows-file.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { newFolder } from '../support/new-folder.ts';
import { zipped } from '../support/zip.ts';

const { newTenant, run } = inProcessScenarios();

const ZONES = `rules:
  - id: zone
    title: Mailboxes use UTC
    expect: { TimeZone: { const: UTC } }
`;

const TODAY = new Date().toISOString().slice(0, 10);

function runPolicy(tenant: Tenant, inputs: Readonly<Record<string, string>>): Promise<RunOutcome> {
  return run(tenant, {
    files: { 'policy.yml': ZONES },
    inputs: { policy: 'policy.yml', 'max-unreadable': '100%', 'fail-on': 'never', ...inputs },
  });
}

function folderOf(result: RunOutcome): string {
  return result.outputs['output-directory'] ?? '';
}

/** Changes what the rows file of an earlier run has of mailboxes in its only report. */
async function edit(
  result: RunOutcome,
  change: (mailbox: Json | undefined, report: JsonObject) => JsonObject | undefined,
): Promise<void> {
  const place = path.join(folderOf(result), 'rows.ndjson.gz');
  const lines = storedLines(await readFile(place)).map((line) => {
    const [report] = 'mailbox' in line && Array.isArray(line.reports) ? line.reports : [];
    return isObject(report) ? { ...line, reports: [change(line.mailbox, report) ?? report] } : line;
  });
  await writeFile(place, rowsFileOf(lines));
}

function parsed(text: string): JsonObject {
  const value = parseJson(text);
  if (!isObject(value)) throw new Error(`${text} is no object`);
  return value;
}

function arrayIn(value: Json | undefined, key: string): readonly Json[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : [];
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
    expect(second.summary).toMatch(/: new: 0 violations; resolved: 0 violations; 0 mailboxes changed\n/);
    // The first run was not compared, so `Since` is blank.
    expect(second.outputs.result).toBe(first.outputs.result);
  });

  test('reports changed cells in the order of the list, and added and removed mailboxes', async () => {
    const tenant = await newTenant();
    const [first = '', second = '', ...others] = tenant.addresses;
    const earlier = await runPolicy(tenant, {});
    const language = Object.keys(earlier.rows[1] ?? {}).indexOf('Language') - 1;
    expect(earlier.rows[1]).toMatchObject({ MailboxName: second, Status: 'ok' });
    await edit(earlier, (mailbox, report) => {
      const [row] = arrayIn(report, 'rows');
      if (mailbox !== second) return undefined;
      return { ...report, rows: [{ cells: arrayIn(row, 'cells').with(language, 'xx-XX') }] };
    });
    const files = { 'mailboxes.txt': ['new@contoso.com', second, ...others].join('\n') };
    const now = await run(tenant, {
      files,
      inputs: { compare: folderOf(earlier), 'max-unreadable': '100%' },
    });
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
        Change: 'changed',
        Report: 'mailbox-settings',
        MailboxName: second,
        Item: '',
        Column: 'Language',
        Before: 'xx-XX',
        After: earlier.rows[1]?.Language,
      },
      { Change: 'mailbox-removed', Report: '', MailboxName: first, Item: '', Column: '', Before: '', After: '' },
    ]);
    expect(now.outputs).toMatchObject({ 'change-count': '3' });
    expect(await comparedAtTerminal(earlier, now)).toEqual(now.rowsOf('changes'));
    // Without a policy there are no violations to compare.
    expect(now.outputs).not.toHaveProperty('new-violation-count');
    expect(now.summary).toContain(': 1 mailbox changed, 1 added, 1 removed\n');
  });

  test('reports a violation of another trustee as new', async () => {
    const tenant = await newTenant({ mailboxes: 40 });
    const files = {
      'policy.yml': `rules:
  - id: no-full-access
    report: mailbox-permissions
    when: { Right: { const: FullAccess }, Deny: { const: false } }
    expect: { Inherited: { const: true } }
`,
    };
    const inputs = {
      report: 'mailbox-permissions',
      policy: 'policy.yml',
      'max-unreadable': '100%',
      'fail-on': 'never',
    };
    const earlier = await run(tenant, { files, inputs });
    const [replaced = {}] = earlier.rowsOf('violations').filter(({ Verdict }) => Verdict === 'fail');
    const [trustee = ''] = replaced.Item?.split('; ') ?? [];
    const other = (text: string): string => text.replaceAll(trustee, 'assistant@contoso.com');
    await edit(earlier, (mailbox, report) =>
      mailbox === replaced.MailboxName ? parsed(other(JSON.stringify(report))) : undefined,
    );
    const now = await run(tenant, { files, inputs: { ...inputs, compare: folderOf(earlier) } });
    expect(now.outputs).toMatchObject({ 'new-violation-count': '1', 'resolved-count': '1' });
    const grant = (Change: string, Item = '') => expect.objectContaining({ Change, Item });
    const changes = [
      grant('added', replaced.Item),
      grant('removed', other(replaced.Item ?? '')),
      grant('new-violation', replaced.Item),
      grant('resolved', other(replaced.Item ?? '')),
    ];
    expect(now.rowsOf('changes')).toEqual(expect.arrayContaining(changes));

    // The same in a baseline.
    const baseline = await readFile(path.join(folderOf(now), 'baseline.csv'), 'utf8');
    const gate = (text: string) =>
      run(tenant, { files: { ...files, 'baseline.csv': text }, inputs: { ...inputs, baseline: 'baseline.csv' } });
    expect((await gate(baseline)).outputs).toMatchObject({ 'violation-count': '0', result: 'pass' });
    const line =
      baseline.split('\r\n').find((one) => one.includes(`,${replaced.MailboxName},`) && one.includes(trustee)) ?? '';
    const accepted = await gate(baseline.replace(line, other(line)));
    expect(accepted.outputs).toMatchObject({ 'violation-count': '1', result: 'violations' });
  });

  test('distinguishes new violations from earlier ones, reports resolved ones, and keeps Since', async () => {
    const tenant = await newTenant();
    const earlier = await runPolicy(tenant, {});
    const [newly = {}, ...kept] = earlier.rowsOf('violations');
    const compliant = earlier.rows.find(({ Verdict }) => Verdict === 'pass')?.MailboxName ?? '';
    const found = { item: '', row: '', column: 'TimeZone', found: 'GMT' };
    const resolved = { rule: 'zone', ...found, verdict: 'fail', since: '2026-01-02' };
    await edit(earlier, (mailbox, report) => {
      const dated = arrayIn(report, 'violations').map((violation) => ({
        ...(isObject(violation) ? violation : {}),
        since: '2026-01-01',
      }));
      const changed = mailbox === compliant ? [resolved] : mailbox === newly.MailboxName ? [] : dated;
      return { ...report, violations: changed };
    });
    const now = await runPolicy(tenant, { compare: folderOf(earlier), summary: 'full' });
    expect(now.outputs).toMatchObject({
      'new-violation-count': '1',
      'new-warning-count': '0',
      'resolved-count': '1',
      'change-count': '0',
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
    expect(now.summary).toContain('**New: 1 violation**');
    expect(now.summary).toContain('**Resolved: 1 violation**');
    const counts = await runPolicy(tenant, { compare: folderOf(earlier), summary: 'counts' });
    expect(counts.summary).toContain('new: 1 violation; resolved: 1 violation; ');
    expect(counts.summary).not.toContain(newly.MailboxName);
    expect(counts.summary).not.toContain(compliant);
  });

  test('has one row for a rule that only one of both policies has, and counts each violation of a new one', async () => {
    const tenant = await newTenant();
    const earlier = await runPolicy(tenant, {});
    const after = await run(tenant, {
      files: { 'policy.yml': ZONES.replace('id: zone', 'id: added') },
      inputs: {
        policy: 'policy.yml',
        'max-unreadable': '100%',
        'fail-on': 'never',
        compare: folderOf(earlier),
        formats: 'json',
      },
    });
    const violationCount = after.outputs['violation-count'] ?? '';
    expect(Number(violationCount)).toBeGreaterThan(1);
    expect(after.outputs).toMatchObject({
      'new-violation-count': violationCount,
      'resolved-count': '0',
      'change-count': '0',
    });
    const row = { Report: 'mailbox-settings', MailboxName: '', Column: '' };
    expect(after.rowsOf('changes')).toEqual([
      { ...row, Change: 'rule-added', Item: 'added', Before: '', After: violationCount },
      { ...row, Change: 'rule-removed', Item: 'zone', Before: violationCount, After: '' },
    ]);
    expect(await comparedAtTerminal(earlier, after)).toEqual(after.rowsOf('changes'));
    expect(after.summary).toContain(`- Rule added: \`added\`, which ${violationCount} mailboxes violate.`);
    expect(after.summary).toContain(`- Rule removed: \`zone\`, which ${violationCount} mailboxes violated.`);
  });

  test('reports no change for a mailbox that one of the runs could not read', async () => {
    const tenant = await newTenant();
    const earlier = await runPolicy(tenant, {});
    const [first = {}] = earlier.rowsOf('violations');
    const other = { rule: 'zone', item: '', row: '', column: 'Other', found: 'x', verdict: 'fail' };
    await edit(earlier, (mailbox) =>
      mailbox === first.MailboxName ? { status: 'throttled', violations: [other] } : undefined,
    );
    const now = await runPolicy(tenant, { compare: folderOf(earlier) });
    expect(now.rowsOf('changes')).toEqual([]);
    expect(now.outputs).toMatchObject({ 'new-violation-count': '0', 'resolved-count': '0', 'change-count': '0' });
    // It is not said to have no new violation.
    expect(now.summary).toContain('0 mailboxes changed, 1 not compared\n');
    expect(now.log).toContain('0 mailboxes changed, 1 not compared\n');
  });
});

describe('an earlier report of version 1 of the format', () => {
  const reason =
    /Another version of Mailbox Report wrote it, in version 1 of the format\. This version reads version 2\./;

  /** A folder with the report of a run, in the former version. */
  async function former(tenant: Tenant): Promise<string> {
    const place = folderOf(await runPolicy(tenant, {}));
    const file = path.join(place, 'rows.ndjson.gz');
    const [header, ...lines] = storedLines(await readFile(file));
    await writeFile(file, rowsFileOf([{ ...header, version: 1 }, ...lines]));
    return place;
  }

  test('fails the step if its path is given', async () => {
    const tenant = await newTenant({ mailboxes: 6 });
    const result = await run(tenant, { inputs: { compare: await former(tenant) } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toMatchObject([
      { message: expect.stringMatching(reason), properties: { title: 'COMPARE_UNAVAILABLE' } },
    ]);
  });

  test('is not compared, with the reason, and makes nothing new', async () => {
    const tenant = await newTenant({ mailboxes: 6 });
    const bytes = zipped([['rows.ndjson.gz', await readFile(path.join(await former(tenant), 'rows.ndjson.gz'))]]);
    const earlier = await tenant.startRun({ conclusion: 'success' });
    earlier.store({ name: 'mailbox-report', bytes });
    const { env, runtimeToken } = await tenant.startRun();
    const inputs = { ...UPLOADED, policy: 'policy.yml', 'max-unreadable': '100%', 'fail-on': 'never', compare: 'auto' };
    const result = await run(
      { ...tenant, runtimeToken },
      { env, files: { 'policy.yml': ZONES }, inputs: { ...inputs, 'github-token': tenant.githubToken } },
    );
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.summary.match(new RegExp(reason, 'g'))).toHaveLength(1);
    expect(result.outputs).not.toHaveProperty('new-violation-count');
    expect(await readdir(folderOf(result))).not.toContain('changes.csv');
  });
});

test.each(['constructor', '__proto__', 'toString'])(
  'an earlier report with a column %s is compared in the other columns',
  async (column) => {
    const tenant = await newTenant({ mailboxes: 6 });
    const earlier = await runPolicy(tenant, {});
    const place = path.join(folderOf(earlier), 'rows.ndjson.gz');
    const lines = storedLines(await readFile(place)).map((line) => {
      const [report] = arrayIn(line, 'reports').filter(isObject);
      const [row] = arrayIn(report, 'rows').filter(isObject);
      const columns = [...arrayIn(report, 'columns'), column];
      const rows = row && [{ ...row, cells: [...arrayIn(row, 'cells'), 'x'] }];
      const [ofRow, ofColumns] = ['row', 'columns'].map((name) => property(property(report, 'digests'), name));
      const digests = {
        row: ofRow ?? '',
        columns: Object.fromEntries([...Object.entries(ofColumns ?? {}), [column, '']]),
      };
      const changed = 'mailbox' in line ? rows && { rows } : { columns, digests };
      return report === undefined ? line : { ...line, reports: [{ ...report, ...changed }] };
    });
    await writeFile(place, rowsFileOf(lines));
    const now = await runPolicy(tenant, { compare: folderOf(earlier), formats: 'html, json, sarif, junit' });
    expect(now).toMatchObject({ code: 0, errors: [], outputs: { 'change-count': '0' } });
    expect(now.log).toContain(`the column ${column}`);
  },
);

describe('the folder for temporary files of a comparison', () => {
  test('is removed if a file of the report cannot be written', async () => {
    const tenant = await newTenant();
    const compare = folderOf(await runPolicy(tenant, {}));
    const temp = newFolder();
    const result = await run(tenant, {
      files: { 'out/mailbox-settings.csv/file': '' },
      inputs: { compare, 'output-directory': 'out' },
      env: { RUNNER_TEMP: temp },
    });
    expect(result.errors).toMatchObject([{ properties: { title: 'OUTPUT_UNWRITABLE' } }]);
    expect(await readdir(temp)).toEqual([]);
  });

  test('is created where RUNNER_TEMP names no folder', async () => {
    const tenant = await newTenant();
    const temp = path.join(newFolder(), 'missing', 'temp');
    const result = await run(tenant, { inputs: { 'max-unreadable': '100%' }, env: { RUNNER_TEMP: temp } });
    expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass' } });
    expect(path.dirname(folderOf(result))).toBe(temp);
  });
});

describe('an earlier report that cannot be used', () => {
  const reports = { 'mailbox-settings': { columns: ['TimeZone'] } };
  const mailboxes = { 'a@x.y': [{ rows: [['UTC']] }] };
  test.each([
    ['is not there', undefined, /There is no folder or zip "nowhere"/],
    [
      'has only CSVs',
      { 'nowhere/mailbox-settings.csv': 'MailboxName,Status\r\n' },
      /It has no rows\.ndjson\.gz\. Artifacts of runs of this version of Mailbox Report and later have one\./,
    ],
    [
      'is of another tenant',
      { 'nowhere/rows.ndjson.gz': storedRun({ reports, mailboxes, tenant: 'fabrikam.com' }) },
      /It is of another tenant, fabrikam\.com\./,
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
