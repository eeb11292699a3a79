import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isHomeOrAbove } from '../../../../src/cli/commands/report/output-folder.ts';
import { inputsOf } from '../../../../src/run/inputs.ts';
import { isObject, parseJson, property, type JsonObject } from '../../../../src/json.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { inProcessScenarios } from '../../../support/in-process-run.ts';
import { parsedCsv } from '../../../support/parsed-csv.ts';
import { zipped } from '../../../support/zip.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';

const POLICY = `rules:
  - id: no-external-replies
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
`;
const CONTROLS = `title: Our controls
source: https://intranet.contoso.com/controls
as-of: 2026-11-01
checked: 2026-12-01
controls: [{ id: replies, title: Replies stay inside, parts: [{ subject: mailboxes, covered: whole }] }]
`;
const WINDOWS = process.platform === 'win32';
const FORMATS = 'html,json,sarif,junit';

const { credential, newTenant, run } = inProcessScenarios();
let tenant: Tenant;

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 25 });
});

/** A folder with a PFX, a list, a policy and these files. */
function newHome(files: Readonly<Record<string, string>> = {}): string {
  const home = newFolder();
  writeFileSync(path.join(home, 'report.pfx'), Buffer.from(credential().pfx, 'base64'));
  const usual = { 'list.txt': `${tenant.addresses.join('\n')}\n`, 'policy.yml': POLICY };
  for (const [name, text] of Object.entries({ ...usual, ...files })) writeFileSync(path.join(home, name), text);
  return home;
}

function signIn(at = tenant): readonly string[] {
  return [
    '--tenant-id',
    at.tenantId,
    '--endpoints',
    endpointLines(at),
    '--client-id',
    at.clientId,
    '--pfx',
    'report.pfx',
  ];
}

async function program(home: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ended = await runProgram(args, { MAILBOX_REPORT_PFX_PASSWORD: credential().password, ...env }, home);
  expect(`${ended.stdout}${ended.stderr}`).not.toContain(credential().password);
  return ended;
}

/** Runs `report` with the PFX of the folder, and prints all. */
function report(home: string, ...args: readonly string[]): Promise<ProgramRun> {
  return program(home, ['report', ...signIn(), ...args, '--verbose']);
}

/** What `--format json` prints. */
function rowsOf(stdout: string): { readonly rows: readonly JsonObject[] } {
  const printed = parseJson(stdout);
  const rows = property(printed, 'rows');
  if (!isObject(printed) || !Array.isArray(rows)) throw new Error('no rows');
  return { ...printed, rows: rows.filter(isObject) };
}

function folderPart(address: string): string {
  return address.replace('@', '-at-');
}

/** The tenant denies access to some mailboxes. */
const LIST = ['--mailboxes', 'list.txt', '--max-unreadable', '100%'];

describe('report', () => {
  test('writes the files of the action byte by byte, and prints result, findings and paths', async () => {
    const home = newHome();
    const inputs = {
      mailboxes: 'list.txt',
      'max-unreadable': '100%',
      policy: 'policy.yml',
      formats: FORMATS,
      compare: 'off',
    };
    const files = { 'list.txt': readFileSync(path.join(home, 'list.txt'), 'utf8'), 'policy.yml': POLICY };
    const action = await run(tenant, { files, inputs });
    const options = [...LIST, '--policy', 'policy.yml', '--formats', FORMATS, '--compare', 'off'];
    const { code, stdout, stderr } = await report(home, ...options);

    expect(code).toBe(1);
    const folder = path.join(home, 'mailbox-report');
    expect(stdout).toMatch(/^Result: violations$/m);
    expect(stdout).toMatch(/^ {2}no-external-replies +\d+ mailboxes?$/m);
    expect(stdout).toMatch(/^ {2}\S+@contoso\.com +no-external-replies +Automatic replies /m);
    expect(stdout).toContain(`Files: ${folder}\nPage: ${path.join(folder, 'mailbox-report.html')}\n`);
    expect(stderr).toContain('error: VIOLATIONS: ');
    expect(stdout + stderr).not.toContain('::');

    const expected = action.outputs['output-directory'] ?? '';
    const withoutPage = (names: readonly string[]) => names.filter((name) => !name.endsWith('.html')).sort();
    expect(withoutPage(readdirSync(folder))).toEqual(withoutPage(readdirSync(expected)));
    for (const name of withoutPage(readdirSync(expected))) {
      const [ours, theirs] = [folder, expected].map((place) => readFileSync(path.join(place, name)));
      const read = name === 'rows.ndjson.gz' ? rowsIn : withoutTime;
      expect([name, read(ours)]).toEqual([name, read(theirs)]);
    }
    // All of them are files that the next report may replace.
    expect((await report(home, ...options)).code).toBe(1);
  });

  test('reads mailboxes that are arguments, without a list', async () => {
    const home = newHome();
    const [first = '', second = ''] = tenant.addresses;
    const { code, stdout } = await report(home, first, second, '--formats', 'csv', '--json');
    expect(code).toBe(0);
    const settings = { status: 'ok', rows: [expect.objectContaining({ UserPurpose: expect.any(String) })] };
    expect(property(parseJson(stdout), 'answer')).toMatchObject({
      mailboxes: [first, second].map((mailbox) => ({ mailbox, reports: { 'mailbox-settings': settings } })),
    });
    expect(parseJson(stdout)).toMatchObject({
      ok: true,
      result: 'pass',
      'mailbox-count': 2,
      'read-count': 2,
      'output-directory': path.join(home, `mailbox-report-${folderPart(first)}-and-1-more`),
    });
    const rows = parsedCsv(
      readFileSync(path.join(home, `mailbox-report-${folderPart(first)}-and-1-more`, 'mailbox-settings.csv'), 'utf8'),
    );
    expect(rows.map(({ MailboxName }) => MailboxName)).toEqual([first, second]);
  });

  test('answers for one mailbox, and leaves the report of the whole list as it is', async () => {
    const home = newHome();
    expect(await report(home, ...LIST, '--formats', 'csv')).toMatchObject({ code: 0 });
    const whole = readFileSync(path.join(home, 'mailbox-report', 'rows.ndjson.gz'));
    const [first = '', second = ''] = tenant.addresses;
    const reports = ['--report', 'mailbox-settings', 'inbox-rules', '--formats', 'csv'];
    const { code, stdout } = await program(home, ['report', first, ...signIn(), ...reports]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Files: ${path.join(home, `mailbox-report-${folderPart(first)}`)}\n`);
    expect(stdout).toMatch(/^ {2}TimeZone +\S/m);
    expect(stdout).toContain(`Inbox rules of ${first}\n`);
    expect(stdout).toMatch(/^ {2}who can open it +--report .*access$/m);
    expect(readFileSync(path.join(home, 'mailbox-report', 'rows.ndjson.gz'))).toEqual(whole);
    // Of the same mailbox.
    const again = await report(home, first, '--formats', 'csv');
    expect(again.stderr).toMatch(/^Compared with /m);
    const into = ['--output-directory', `mailbox-report-${folderPart(first)}`, '--formats', 'csv'];
    expect((await report(home, second, ...into)).stderr).toMatch(/^Not compared: .*of other mailboxes/m);
    expect((await report(home, ...LIST, ...into)).stderr).toMatch(/^Not compared: .*of other mailboxes/m);
  });

  test('warns of rules without a mailbox only in a run of a list', async () => {
    const policy =
      'rules: [{ id: none, when: { TimeZone: { const: Nowhere } }, expect: { Language: { const: a } } }]\n';
    const home = newHome({ 'none.yml': policy });
    const options = [...signIn(), '--policy', 'none.yml', '--formats', 'csv'];
    const whole = await program(home, ['report', ...LIST, ...options]);
    expect(whole.stderr).toMatch(/^warning: The rule "none" applied to 0 of \d+ mailboxes/m);
    const [first = ''] = tenant.addresses;
    expect((await program(home, ['report', first, ...options])).stderr).toBe('');
  });

  test('prints four lines without a terminal, and the log in a CI', async () => {
    const home = newHome();
    const args = ['report', ...signIn(), ...LIST, '--policy', 'policy.yml', '--fail-on', 'never'];
    const { code, stdout, stderr } = await program(home, args);
    expect(code).toBe(0);
    const folder = path.join(home, 'mailbox-report');
    expect(stdout.split('\n')).toEqual([
      'Result: violations',
      expect.stringMatching(/^\d+ of 25 mailboxes were read, \d+ violations?$/),
      `Page: ${path.join(folder, 'mailbox-report.html')}`,
      `Files: ${folder}`,
      '',
    ]);
    expect(stderr).not.toContain('Settings');
    const inCi = await program(home, args, { CI: 'true' });
    expect(inCi.stderr).toMatch(/^Settings$/m);
    expect(inCi.stdout).toContain('Rules with violations');
  });

  test('prints only the rows of its one report with --format', async () => {
    const list = tenant.addresses.map((address) => `${address},"=1+1, ""x"""\r\n`);
    const home = newHome({ 'list.csv': `Address,Site\r\n${list.join('')}` });
    const reports = ['--mailboxes', 'list.csv', '--extra-columns', 'Site', '--report', 'inbox-rules'];
    const args = ['report', ...signIn(), ...reports, '--max-unreadable', '100%', '--policy', 'policy.yml'];
    const rules = 'rules: [{ id: on, report: inbox-rules, expect: { Enabled: { const: false } } }]\n';
    writeFileSync(path.join(home, 'policy.yml'), rules);
    const asCsv = await program(home, [...args, '--format', 'csv'], { CI: 'true' });
    const file = readFileSync(path.join(home, 'mailbox-report', 'inbox-rules.csv'), 'utf8');
    expect(asCsv.code).toBe(1);
    expect(`\uFEFF${asCsv.stdout}`).toBe(file);
    expect(asCsv.stderr).toMatch(/^error: VIOLATIONS: [^\n]*\n(?: {2}[^\n]*\n)*$/);

    const asJson = await program(home, [...args, '--format', 'json']);
    const { rows, ...ending } = rowsOf(asJson.stdout);
    expect(ending).toEqual({ ok: false, result: 'violations', error: expect.objectContaining({ code: 'VIOLATIONS' }) });
    const cells = parsedCsv(file);
    const typed = (text = ''): string => text.replace(/^'/, '');
    expect(rows.map(({ MailboxName, RuleName, Site }) => [MailboxName, RuleName ?? '', Site])).toEqual(
      cells.map(({ MailboxName, RuleName, Site }) => [MailboxName, typed(RuleName), typed(Site)]),
    );
    expect(rows).toContainEqual(expect.objectContaining({ Enabled: true, Verdict: 'fail', Violations: ['on'] }));
    expect(rows).toContainEqual(expect.objectContaining({ Status: 'access-denied', Enabled: null }));
  });

  test('prints a table of the tenant, which needs no list', async () => {
    const file = 'name: skus\nabout: tenant\nrequest: { listing: subscribedSkus }\nrows: value\nitem: Sku\n';
    const home = newHome({ 'skus.yml': `${file}columns: { Sku: skuPartNumber }\n` });
    const other = await newTenant({ mailboxes: 1, roles: ['LicenseAssignment.Read.All'] });
    const args = ['report', ...signIn(other), '--report', 'skus.yml'];
    const asCsv = await program(home, [...args, '--format', 'csv']);
    expect(asCsv).toMatchObject({ code: 0, stderr: '' });
    expect(asCsv.stdout).toBe(readFileSync(path.join(home, 'mailbox-report', 'skus.csv'), 'utf8').slice(1));
    const asJson = await program(home, [...args, '--format', 'json']);
    expect(rowsOf(asJson.stdout).rows[0]).toEqual({ Sku: 'ENTERPRISEPACK', Status: 'ok', Error: '' });
    expect((await program(home, args)).stdout).toContain('The table was read');
    expect(await program(home, ['report', ...signIn(other), '--report', 'folders'])).toMatchObject({ code: 2 });
  });

  test('refuses --format for several reports and for a shard, and says of a run without rows why', async () => {
    const home = newHome();
    const json = ['--format', 'json'];
    const several = await report(home, ...LIST, '--report', 'mailbox-settings', 'folders', ...json);
    expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining('--report names 2') });
    expect(parseJson(several.stdout)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(await report(home, ...LIST, '--shard', '1/2', ...json)).toMatchObject({ code: 2 });
    expect(await report(home, ...LIST, '--json', ...json)).toMatchObject({ code: 2 });
    const failed = await report(home, ...LIST, '--policy', 'nowhere.yml', ...json);
    expect([failed.code, parseJson(failed.stdout)]).toEqual([
      1,
      { rows: [], ok: false, result: 'error', error: expect.objectContaining({ code: 'POLICY_FILE' }) },
    ]);
    expect((await report(home, ...LIST, '--policy', 'nowhere.yml', '--format', 'csv')).stdout).toBe('');
  });

  test('compares with the report that it replaces, and keeps other files with --force', async () => {
    const home = newHome();
    const folder = path.join(home, 'mailbox-report');
    const options = [...LIST, '--formats', 'csv'];
    expect(await report(home, ...options, '--policy', 'policy.yml')).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).not.toContain('changes.csv');
    const again = await report(home, ...options);
    expect(again.stdout).toMatch(/^ {2}since mailbox-report +0 mailboxes changed$/m);
    expect(readdirSync(folder)).toContain('changes.csv');
    writeFileSync(path.join(folder, 'notes.txt'), 'mine');
    const refused = await report(home, ...options);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('OUTPUT_FOLDER') });
    expect(refused.stderr).toContain('notes.txt');
    expect(await report(home, ...options, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('removes the files of the earlier report that it does not write, and nothing else', async () => {
    const home = newHome({ 'policy.yml': `${POLICY}    controls: own.yml/replies\n`, 'own.yml': CONTROLS });
    const folder = path.join(home, 'mailbox-report');
    const all = ['--policy', 'policy.yml', '--formats', FORMATS, '--report', 'mailbox-settings', '--report', 'folders'];
    const first = await report(home, ...LIST, ...all);
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/^Controls\n {2}1 not met\n {2}own\.yml\/replies +not-met +Replies stay inside$/m);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['controls.csv', 'evidence.json', 'policy.yml']));
    // Of no earlier report here, though a report could have the name.
    writeFileSync(path.join(folder, 'accounts.csv'), 'mine');
    const { code, stderr } = await report(home, ...LIST, '--formats', 'csv', '--force');
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'accounts.csv',
      'changes.csv',
      'mailbox-settings.csv',
      'rows.ndjson.gz',
    ]);
    expect(stderr).toMatch(/Removed files of an earlier report.*: .*violations\.csv/);

    expect(await report(home, ...LIST, '--shard', '1/2', '--output-directory', folder, '--force')).toMatchObject({
      code: 0,
    });
    expect(readdirSync(folder).sort()).toEqual(['accounts.csv', 'rows.ndjson.gz']);
  });

  test('keeps the earlier report if the run fails before it writes', async () => {
    const home = newHome();
    const folder = path.join(home, 'mailbox-report');
    await report(home, ...LIST, '--policy', 'policy.yml');
    const before = readdirSync(folder);
    expect(await report(home, ...LIST, '--tenant-id', 'other.example')).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('writes files that only their owner can read', async () => {
    const home = newHome();
    const folder = path.join(home, 'mailbox-report');
    // In the folder that the run makes.
    const summary = path.join(folder, 'summary.md');
    const options = ['--policy', 'policy.yml', '--formats', FORMATS, '--summary-file', summary];
    for (let round = 0; round < 2; round += 1)
      expect(await report(home, ...LIST, ...options)).toMatchObject({ code: 1 });
    expect(readFileSync(summary, 'utf8').match(/^## /gm)).toHaveLength(1);
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    expect(files.length).toBeGreaterThan(6);
    expect(new Set(files.map(modeOf))).toEqual(new Set([WINDOWS ? '666' : '600']));
    expect(modeOf(folder)).toBe(WINDOWS ? '666' : '700');
  });

  test('writes no summary through a link', async () => {
    const home = newHome({ 'target.txt': 'mine' });
    symlinkSync(path.join(home, 'target.txt'), path.join(home, 'summary.md'));
    const refused = await report(home, ...LIST, '--formats', 'csv', '--summary-file', 'summary.md');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('symbolic link') });
    expect(readFileSync(path.join(home, 'target.txt'), 'utf8')).toBe('mine');
  });

  test('refuses a folder with a CSV but no report, and a home directory also with --force', async () => {
    const home = newHome();
    mkdirSync(path.join(home, 'committed'));
    writeFileSync(path.join(home, 'committed', 'baseline.csv'), '');
    for (const args of [
      ['--output-directory', 'committed'],
      ['--output-directory', path.dirname(process.env.HOME ?? '/'), '--force'],
    ]) {
      expect(await report(home, ...LIST, ...args)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('OUTPUT_FOLDER'),
      });
    }
  });

  test('writes a summary file, and in a GitHub step neither summary, outputs nor commands', async () => {
    const home = newHome({ 'step.md': '', 'outputs.txt': '' });
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '7',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_STEP_SUMMARY: path.join(home, 'step.md'),
      GITHUB_OUTPUT: path.join(home, 'outputs.txt'),
    };
    const args = ['report', ...signIn(), ...LIST, '--formats', 'csv', '--summary-file', 'summary.md'];
    for (let round = 0; round < 2; round += 1) {
      const { code, stdout, stderr } = await program(home, args, env);
      expect([code, `${stdout}${stderr}`.includes('::')]).toEqual([0, false]);
    }
    expect(readFileSync(path.join(home, 'summary.md'), 'utf8').match(/^## Mailbox Report: pass/gm)).toHaveLength(1);
    expect(
      readFileSync(path.join(home, 'step.md'), 'utf8') + readFileSync(path.join(home, 'outputs.txt'), 'utf8'),
    ).toBe('');
  });

  test('prints no command for a runner', async () => {
    const home = newHome();
    const folder = '##vso[task.setvariable variable=a]b';
    const { code, stdout, stderr } = await report(home, ...LIST, '--formats', 'csv', '--output-directory', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Files: ');
    expect(stdout + stderr).not.toContain('##vso');
  });

  test('says of a mistyped address and of a pattern what they are', async () => {
    const home = newHome();
    const nobody = await report(home, 'nobody@contoso.com', '--formats', 'csv');
    expect(nobody).toMatchObject({ code: 1, stdout: expect.stringContaining('There is no user with this') });
    expect(nobody.stderr).toContain('Correct the list or the access.\n');
    const pattern = await report(home, '--mailboxes', '*@contoso.com');
    expect(pattern).toMatchObject({ code: 1, stderr: expect.stringContaining('"*@contoso.com" is a pattern') });
    expect(pattern.stderr).toContain('Set --mailboxes to all');
  });

  test('says in one warning what applications lack', async () => {
    const bare = await newTenant({ mailboxes: 2, roles: [], exchange: { directoryRoles: [] } });
    const [address = ''] = bare.addresses;
    const home = newHome();
    const signed = ['--tenant-id', bare.tenantId, '--client-id', bare.clientId, '--pfx', 'report.pfx'];
    const options = [...signed, '--endpoints', endpointLines(bare), '--report', 'applications', '--formats', 'csv'];
    const { stderr } = await program(home, ['report', address, ...options]);
    const [warning = '', ...others] = [...stderr.matchAll(/^warning: .*/gm)].map(([line]) => line);
    expect(others).toEqual([]);
    for (const need of [
      'Application.Read.All;',
      'Directory.Read.All;',
      'AuditLog.Read.All and',
      'Exchange.ManageAsApp',
    ])
      expect(warning).toContain(`(needed: ${need}`);
  });

  test('names all options that are missing, and the one that was meant', async () => {
    const home = newHome();
    const nothing = await program(home, ['report']);
    expect(nothing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/mailbox-report setup.*#demo/s),
    });
    const missing = await program(home, ['report', '--cloud', 'global', '--tenant-id', 'contoso.com']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    for (const name of ['--client-id', '--pfx', '--mailboxes']) expect(missing.stderr).toContain(name);
    const unknown = await report(home, '--mailbox', 'list.txt');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean --mailboxes?') });
    const argument = await report(home, 'list.txt');
    expect(argument).toMatchObject({ code: 2, stderr: expect.stringContaining('--mailboxes mailboxes.txt') });
    const value = await report(home, ...LIST, '--fail-on', 'all');
    expect(value).toMatchObject({ code: 2, stderr: expect.stringContaining('--fail-on cannot be "all"') });
  });

  test('suggests the PFX that was meant, and does not print a client secret', async () => {
    const home = newHome();
    const run = (pfx: string) =>
      program(home, ['report', ...LIST, '--tenant-id', 'contoso.com', '--client-id', tenant.clientId, '--pfx', pfx]);
    const missing = await run('reports.pfx');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file reports.pfx') });
    expect(missing.stderr).toContain('Did you mean report.pfx?');
    const secret = 'abC8Q~Xy3abcdefghijklmnopqrstuvwxyz12345';
    const { stderr } = await run(secret);
    expect(stderr).toContain('client secret');
    expect(stderr).not.toContain(secret);
  });

  test.each([
    [['report', '--csv-bom', 'false', '--json'], 'Use "csv" instead'],
    [['report', '--unlisted=include'], 'Use "mailboxes" instead'],
    [['merge', 'shards', '--csv-delimiter', ';'], 'Use "csv" instead'],
    [['validate', '--mailbox-column=UPN'], 'Use "address-column" instead'],
    [['doctor', '--graph-url', 'https://graph.microsoft.com'], 'Use "endpoints" instead'],
    [['remediate', 'plan', '--concurrency', '8'], 'remove it'],
  ])('says what replaces a former option: %j', async (args, way) => {
    const ended = await program(newHome(), args);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining(way) });
  });

  test.each([
    ['report', ['pfx-password', 'github-token', 'artifact-name', 'retention-days']],
    ['merge', ['github-token', 'artifact-name', 'retention-days']],
    ['validate', ['github-token', 'artifact-name', 'summary', 'rehearse', 'base-policy', 'fail-on-rehearsal']],
  ] as const)('has each input as an option of %s, except for secrets and the artifact', async (action, others) => {
    const { stdout } = await runProgram([action, '--help']);
    const options = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    const names = inputsOf(action).map(([name]) => name);
    expect(names.filter((name) => !options.includes(name))).toEqual(others);
  });
});

describe('shards', () => {
  test('of folders and zips are merged into the report of one run', async () => {
    const home = newHome();
    const options = [...LIST, '--policy', 'policy.yml', '--formats', 'csv'];
    expect((await report(home, ...options, '--output-directory', 'whole')).code).toBe(1);
    for (const shard of ['1/3', '2/3', '3/3']) {
      expect(await report(home, ...options, '--shard', shard)).toMatchObject({ code: 0 });
    }
    const third = path.join(home, 'mailbox-report-shard-3-of-3');
    mkdirSync(path.join(home, 'shards'));
    const rows = readFileSync(path.join(third, 'rows.ndjson.gz'));
    writeFileSync(path.join(home, 'shards', 'three.zip'), zipped([['rows.ndjson.gz', rows]]));
    rmSync(third, { recursive: true });
    const places = ['mailbox-report-shard-1-of-3', 'mailbox-report-shard-2-of-3', 'shards'];
    const merge = (...shards: readonly string[]): Promise<ProgramRun> =>
      program(home, [
        'merge',
        ...shards,
        '--policy',
        'policy.yml',
        '--formats',
        'csv',
        '--max-unreadable',
        '100%',
        '--verbose',
      ]);
    const merged = await merge(...places);
    expect(merged).toMatchObject({ code: 1, stdout: expect.stringContaining('Result: violations') });
    // Nothing is uploaded.
    expect(merged.stderr).toMatch(/^policy: policy\.yml$/m);
    expect(merged.stderr).not.toContain('artifact-name');
    for (const name of ['mailbox-settings.csv', 'violations.csv', 'baseline.csv']) {
      const [ours, whole] = ['mailbox-report', 'whole'].map((folder) =>
        readFileSync(path.join(home, folder, name), 'utf8'),
      );
      expect([name, ours]).toEqual([name, whole]);
    }
    const partial = await merge('mailbox-report-shard-1-of-3', 'shards');
    expect(partial).toMatchObject({ code: 1, stderr: expect.stringContaining('Shard 2 of 3: It is missing.') });
    expect(await merge('nowhere')).toMatchObject({ code: 1, stderr: expect.stringContaining('SHARD_NOT_FOUND') });
  });
});

describe('mailbox-report.yml', () => {
  test('gives the options that are not given', async () => {
    const home = newHome({
      'mailbox-report.yml': `tenant-id: ${tenant.tenantId}\nmailboxes: [list.txt]\nformats: csv\npolicy: policy.yml\nfail-on: never\nmax-unreadable: 100%\n`,
    });
    const ended = await program(home, ['report', ...signIn().slice(2), '--summary-file', 'summary.md', '--verbose']);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Result: violations') });
    for (const text of [ended.stderr, readFileSync(path.join(home, 'summary.md'), 'utf8')]) {
      expect(text).toContain('mailbox-report.yml sets fail-on: never');
    }
    // Also one that is given as the default.
    expect(await report(home, '--fail-on', 'error')).toMatchObject({ code: 1 });
  });

  test('has mistakes with their place', async () => {
    const home = newHome({ 'mailbox-report.yml': 'formats: csv\nmailbox: list.txt\n' });
    const { code, stderr } = await report(home);
    expect(code).toBe(2);
    expect(stderr).toContain('error: CONFIG_FILE: mailbox-report.yml, line 2, column 1: ');
    expect(stderr).toContain('Did you mean "mailboxes"?');
  });
});

test.each([
  ['C:\\Users\\adele', 'C:\\Users\\adele', true],
  ['c:\\users', 'C:\\Users\\adele', true],
  ['C:\\', 'C:\\Users\\adele', true],
  ['C:\\Users\\adele\\reports', 'C:\\Users\\adele', false],
  ['D:\\', 'C:\\Users\\adele', false],
  ['C:\\Users\\..adele', 'C:\\Users\\..adele\\x', true],
])('on Windows, %s is or contains the home directory %s: %s', (folder, home, expected) => {
  expect(isHomeOrAbove(folder, home, path.win32)).toBe(expected);
});

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

/** The lines of mailboxes and the last one, without the time at which the run ended. */
function rowsIn(file: Buffer = Buffer.from('')): string {
  return gunzipSync(file)
    .toString()
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/(?<="ended":")[^"]+/, '');
}

/** Text without the time at which the run started, which JSON and JUnit have. */
function withoutTime(file: Buffer = Buffer.from('')): string {
  return file.toString().replace(/(?<="started":"|timestamp=")[^"]+/, '');
}
