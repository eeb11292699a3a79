import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { changeBaseline } from '../../src/cli/commands/baseline/baseline.ts';
import { csvRecord } from '../../src/outputs/files/csv-file.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { quietTerminal } from '../cli/quiet-terminal.ts';
import { UPLOADED, runValidate, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { junitErrors } from '../support/junit-schema.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { sarifSchemaErrors } from '../support/sarif-schema.ts';
import { unzipped } from '../support/zip.ts';
import { newFolder } from '../support/new-folder.ts';

const { newTenant, run, runPackaged } = inProcessScenarios();

const POLICY = `rules:
  - id: no-external-replies
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
  - id: no-external-forwarding
    report: inbox-rules
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
  - id: no-hiding
    report: inbox-rules
    severity: warning
    expect: { Hides: { const: false } }
`;
const HEADER = 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\r\n';

interface Wanted {
  readonly baseline?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

function runPolicy(tenant: Tenant, wanted: Wanted = {}): Promise<RunOutcome> {
  return run(tenant, optionsOf(wanted));
}

/** Runs with an artifact: a run has one of a name, and all of these are one run for the tenant. */
function uploaded(tenant: Tenant, inputs: Wanted['inputs'] = {}): Promise<RunOutcome> {
  return runPolicy(tenant, { inputs: { ...UPLOADED, ...inputs } });
}

function optionsOf({ baseline, inputs = {} }: Wanted) {
  return {
    files: { 'policy.yml': POLICY, ...(baseline === undefined ? {} : { 'baseline.csv': baseline }) },
    inputs: {
      'max-unreadable': '100%',
      policy: 'policy.yml',
      ...inputs,
      ...(baseline === undefined ? {} : { baseline: 'baseline.csv' }),
    },
  };
}

function fileOf(result: RunOutcome, name: string): Promise<string> {
  return readFile(path.join(result.outputs['output-directory'] ?? '', name), 'utf8');
}

async function rowsOf(result: RunOutcome): Promise<readonly Readonly<Record<string, string>>[]> {
  return parsedCsv(await fileOf(result, 'baseline.csv'));
}

function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  return HEADER + rows.map((row) => csvRecord(Object.values(row))).join('');
}

/** Whether the run could decide a rule for every row of the mailbox of an entry: only then can the entry be stale. */
function isDecided(result: RunOutcome, { Rule, MailboxName }: Record<string, string>): boolean {
  return !result
    .rowsOf('violations')
    .some((row) => row.Rule === Rule && row.MailboxName === MailboxName && row.Verdict === 'inconclusive');
}

function verdicts(result: RunOutcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { Verdict = '' } of result.rowsOf('violations')) counts[Verdict] = (counts[Verdict] ?? 0) + 1;
  return counts;
}

describe('a baseline', () => {
  test('makes the violations of the first run known in the second, which passes', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const first = await uploaded(tenant);
    expect(first).toMatchObject({ code: 1, outputs: { result: 'violations', 'known-count': '0' } });
    const baseline = unzipped(tenant.artifacts()[0]?.bytes).get('baseline.csv')?.toString() ?? '';
    const found = first.rowsOf('violations').filter(({ Verdict }) => Verdict === 'fail' || Verdict === 'warn');
    expect(new Set(found.map(({ Rule }) => Rule)).size).toBe(3);
    const identity = ({ Rule, MailboxName, Item, Column, Found }: Record<string, string>) =>
      [Rule, MailboxName?.toLowerCase(), Item, Column, Found].join('\0');
    const written = parsedCsv(baseline).map(identity);
    expect(new Set(written)).toEqual(new Set(found.map(identity)));
    expect(written).toEqual(written.toSorted());
    expect(new Set(parsedCsv(baseline).map(({ AddedOn }) => AddedOn)).size).toBe(1);

    // An entry of an earlier day keeps its date.
    const committed = baseline.replace(/\d{4}-\d{2}-\d{2}\r\n/, '2025-01-01\r\n');
    const formats = { formats: 'html,json,sarif,junit', 'fail-on': 'warning' };
    const second = await runPackaged(tenant, optionsOf({ baseline: committed, inputs: formats }));
    expect(second).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass', 'violation-count': '0' } });
    const pairs = new Set(found.map(({ Rule, MailboxName }) => `${Rule} ${MailboxName}`));
    expect(second.outputs['known-count']).toBe(String(pairs.size));
    expect(verdicts(second)).toEqual({ ...verdicts(first), fail: undefined, warn: undefined, known: found.length });
    expect(await fileOf(second, 'baseline.csv')).toBe(committed);
    expect(second.rows.map(({ Verdict }) => Verdict)).toContain('known');
    expect(second.summary).toMatch(/\| .*`no-external-forwarding`.*\| [^|]*\d+ known/);
    const page = await fileOf(second, 'report.html');
    expect(page).toMatch(/known violations?\b/);
    expect(page).toMatch(/<h2[^>]*>\s*Violations by rule/);
    expect(second.summary).toContain(`Baseline baseline.csv: ${written.length} entries.`);
    expect(second.log).toContain(`${pairs.size} violations are known: in the baseline.`);
    expect(second.annotations.filter(({ properties }) => properties.title?.startsWith('Policy'))).toEqual([]);

    const sarif = await fileOf(second, 'mailbox-report.sarif');
    expect(await sarifSchemaErrors(JSON.parse(sarif))).toEqual([]);
    expect(sarif.match(/"suppressions":\[\{"kind":"external"/g)).toHaveLength(found.length);
    const junit = await fileOf(second, 'mailbox-report.junit.xml');
    expect(await junitErrors(junit)).toEqual([]);
    expect(JSON.parse(await fileOf(second, 'mailbox-report.json'))).toMatchObject({
      counts: { violations: 0, warnings: 0, known: pairs.size },
      mailboxes: expect.arrayContaining([
        expect.objectContaining({ findings: expect.arrayContaining([expect.objectContaining({ verdict: 'known' })]) }),
      ]),
    });
  });

  test('without a rule that can fail the step is a warning', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const policy = POLICY.replaceAll('    expect', '    severity: warning\n    expect').replace(
      '    severity: warning\n    severity: warning',
      '    severity: warning',
    );
    const warningsOf = async (failOn: string): Promise<string> => {
      const result = await run(tenant, {
        files: { 'policy.yml': policy, 'baseline.csv': HEADER },
        inputs: { policy: 'policy.yml', baseline: 'baseline.csv', 'max-unreadable': '100%', 'fail-on': failOn },
      });
      return result.warnings.map(({ message }) => message).join();
    };
    expect(await warningsOf('error')).toContain('No new violation can fail the step: "fail-on" is error');
    expect(await warningsOf('warning')).not.toContain('No new violation can fail the step');
  });

  test('with semicolons is read as it was written, also by the terminal', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const inputs = { csv: 'excel-semicolon' };
    const first = await uploaded(tenant, inputs);
    const written = await fileOf(first, 'baseline.csv');
    expect(written).toMatch(/^\uFEFFRule;MailboxName;Item;Column;Found;Row;AddedOn\r\n/);
    const rows = await rowsOf(first);
    expect(rows.length).toBeGreaterThan(10);
    const second = await runPolicy(tenant, { baseline: written, inputs });
    expect(second).toMatchObject({ code: 0, outputs: { result: 'pass' }, errors: [] });
    expect(await fileOf(second, 'baseline.csv')).toBe(written);

    const folder = newFolder();
    const file = path.join(folder, 'baseline.csv');
    const isUnreadable = (address: string): boolean => tenant.expected(address).status !== 'ok';
    const stale = { ...rows.find((row) => isDecided(first, row)), Found: 'gone', AddedOn: '2025-01-01' };
    const unread = { ...stale, MailboxName: tenant.addresses.find(isUnreadable) ?? '' };
    await writeFile(file, csvOf([...rows.slice(2), stale, unread]));
    await writeFile(path.join(folder, 'report.zip'), tenant.artifacts()[0]?.bytes ?? '');
    let output = '';
    const terminal = quietTerminal({ out: (text) => (output += text) });
    await changeBaseline(
      { command: 'update', json: false, report: 'report.zip', baseline: 'baseline.csv' },
      folder,
      terminal,
    );
    expect(output).toBe(`baseline.csv: 2 entries added, 1 removed, ${rows.length - 1} kept\n`);
    const updated = parsedCsv(await readFile(file, 'utf8'));
    expect(updated.filter(({ AddedOn }) => AddedOn === '2025-01-01')).toEqual([unread]);
    expect(updated.filter(({ AddedOn }) => AddedOn !== '2025-01-01')).toEqual(rows);
    // The run would have done the same, whatever baseline it had.
    await changeBaseline(
      { command: 'prune', json: false, report: second.outputs['output-directory'] ?? '', baseline: 'baseline.csv' },
      folder,
      terminal,
    );
    expect(parsedCsv(await readFile(file, 'utf8'))).toEqual(updated);
  });

  test('does not accept a changed value, and is warned of entries that no longer occur', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const first = await runPolicy(tenant);
    const rows = await rowsOf(first);
    const changedAt = rows.findIndex((row) => row.Rule === 'no-external-forwarding' && isDecided(first, row));
    const original = rows[changedAt] ?? {};
    const changed = { ...original, Found: 'other@example.com' };
    const isUnreadable = (address: string): boolean => tenant.expected(address).status !== 'ok';
    const unreadable = tenant.addresses.find(isUnreadable) ?? '';
    const kept = { ...changed, MailboxName: unreadable, AddedOn: '2025-01-01' };
    const second = await runPolicy(tenant, { baseline: csvOf([...rows.with(changedAt, changed), kept]) });
    expect(second).toMatchObject({ code: 1, outputs: { result: 'violations', 'violation-count': '1' } });
    expect(second.rowsOf('violations').filter(({ Verdict }) => Verdict === 'fail')).toMatchObject([
      { Rule: 'no-external-forwarding', MailboxName: original.MailboxName, Found: original.Found },
    ]);
    expect(second.warnings).toContainEqual(
      expect.objectContaining({
        message: `1 entry of the baseline no longer occurs: baseline.csv, line ${changedAt + 2}. Replace the file with baseline.csv from the artifact.`,
        properties: { file: 'baseline.csv', line: String(changedAt + 2) },
      }),
    );
    const next = await rowsOf(second);
    expect(next).toHaveLength(rows.length + 1);
    expect(next).toEqual(expect.arrayContaining([...rows, kept]));
  });

  test.each([
    ['a missing file', undefined, 'There is no baseline baseline.csv in the workspace.', {}],
    [
      'an unknown rule',
      `${HEADER}no-replies,a@x.y,,C,v,,\r\n`,
      'baseline.csv, line 2: The policy has no rule',
      { line: '2' },
    ],
  ])('with %s is refused before anything is read', async (_, baseline, message, place) => {
    const tenant = await newTenant({ mailboxes: 5, log: true });
    const result = await runPolicy(tenant, {
      ...(baseline === undefined ? {} : { baseline }),
      inputs: { baseline: 'baseline.csv' },
    });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(message),
        properties: expect.objectContaining({ title: 'BASELINE_FILE', ...place }),
      }),
    ]);
    expect(tenant.log).toEqual([]);
  });
});

test('validate checks the baseline offline, with its order', async () => {
  const rows = ['no-hiding,b@x.y,,C,v,,', 'no-hiding,a@x.y,,C,v,,', 'gone,a@x.y,,C,v,,'].map((row) => `${row}\r\n`);
  const files = { 'policy.yml': POLICY, 'baseline.csv': HEADER + rows.join(''), 'mailboxes.txt': 'a@x.y\n' };
  const inputs = { mailboxes: 'mailboxes.txt', policy: 'policy.yml', baseline: 'baseline.csv' };
  const result = await runValidate(files, inputs);
  expect(result.code).toBe(1);
  expect(result.errors.map(({ properties }) => properties)).toEqual([
    { title: 'BASELINE_FILE', file: 'baseline.csv', line: '4' },
    { title: 'BASELINE_FILE', file: 'baseline.csv', line: '3' },
  ]);
  expect(result.warnings.map(({ properties }) => properties)).toEqual([
    { title: 'BASELINE_UNUSED', file: 'baseline.csv', line: '2' },
  ]);
  const fixed = { ...files, 'baseline.csv': `${HEADER}${rows[1] ?? ''}` };
  expect(await runValidate(fixed, inputs)).toMatchObject({ code: 0, errors: [], warnings: [] });
});
