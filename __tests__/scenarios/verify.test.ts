import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { arrayOf, isPresent, isText, isTruth, objectOf, type Shaped } from '../../src/files/json-shape.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { DAY_MS } from '../../src/text/numbers.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { changedAt, type JsonPath } from '../support/changed-json.ts';
import { newFolder } from '../support/new-folder.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';
import { zipped } from '../support/zip.ts';

/** The day in UTC so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

const SKUS = `name: skus
about: tenant
request: { listing: subscribedSkus }
rows: value
item: Sku
columns: { Sku: skuPartNumber }
`;
const POLICY = `rules:
  - id: zone
    expect: { TimeZone: { const: UTC } }
  - id: audience
    severity: warning
    expect: { AutomaticReplyExternalAudience: { const: none } }
  - id: targets
    report: inbox-rules
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
  - id: bought
    report: skus
    expect: { Sku: { const: NONE } }
exemptions:
  - rule: zone
    mailboxes: ['*']
    reason: A month to change
    owner: ops@contoso.com
    expires: ${dayIn(30)}
`;
const ROLES = ['MailboxSettings.Read', 'LicenseAssignment.Read.All'];
const { newTenant, run } = inProcessScenarios({}, { mailboxes: 4, roles: ROLES });

/** A workspace with the files by which a run judged, and the report of the run in the folder `report`. */
let workspace: string;
let lines: readonly JsonObject[];

beforeAll(async () => {
  const tenant = await newTenant();
  const first = { 'policy.yml': POLICY, 'skus.yml': SKUS };
  const inputs = { report: 'mailbox-settings\ninbox-rules\nskus.yml', policy: 'policy.yml', 'fail-on': 'never' };
  const before = await run(tenant, { files: first, inputs });
  const baseline = await readFile(path.join(before.outputs['output-directory'] ?? '', 'baseline.csv'), 'utf8');
  const known = [baseline.split('\r\n')[0], ...baseline.split('\r\n').filter((line) => line.startsWith('targets'))];
  const files = { ...first, 'baseline.csv': `${known.join('\r\n')}\r\n` };
  const result = await run(tenant, { files, inputs: { ...inputs, baseline: 'baseline.csv' } });
  workspace = newFolder();
  await cp(result.outputs['output-directory'] ?? '', path.join(workspace, 'report'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
  lines = storedLines(await readFile(path.join(workspace, 'report', 'rows.ndjson.gz')));
});

const OPTIONS = ['--policy', 'policy.yml', '--baseline', 'baseline.csv', '--report', 'skus.yml'];

function verify(report: string, ...options: readonly string[]): Promise<ProgramRun> {
  return runProgram(['verify', report, ...options], {}, workspace);
}

/** The folder of a report with these lines. */
async function reportOf(changed: readonly JsonObject[]): Promise<string> {
  const folder = newFolder();
  await writeFile(path.join(folder, 'rows.ndjson.gz'), rowsFileOf(changed));
  return folder;
}

const isShown = objectOf({
  ok: isTruth,
  checks: arrayOf(objectOf({ check: isText, result: isText, about: isText, differences: arrayOf(isPresent) })),
});

/** The checks that are not `ok`, by name. */
async function failedChecks(
  report: string,
  options = OPTIONS,
): Promise<Readonly<Record<string, Omit<Shaped<typeof isShown>['checks'][number], 'check'>>>> {
  const { code, stdout } = await verify(report, ...options, '--json');
  const shown: unknown = JSON.parse(stdout);
  if (!isShown(shown)) throw new Error(stdout);
  const { ok, checks } = shown;
  const failed = checks.filter(({ result }) => result !== 'ok');
  expect([code, ok]).toEqual(failed.length === 0 ? [0, true] : [1, false]);
  return Object.fromEntries(failed.map(({ check, ...one }) => [check, one]));
}

/** The lines with the value at a path of one of them changed: -1 is the last line. */
function withChange(line: number, at: JsonPath, to: Json | undefined): readonly JsonObject[] {
  const place = line < 0 ? lines.length + line : line;
  return lines.map((one, index) => {
    const changed = index === place ? changedAt(one, at, to) : one;
    if (!isObject(changed)) throw new Error('a line is an object');
    return changed;
  });
}

/** Where the first violation of a rule with a verdict is: the number of the line, and the path in it. */
function placeOf(rule: string, verdict: string): { readonly line: number; readonly at: JsonPath } {
  const found = (value: Json | undefined, at: JsonPath): JsonPath | undefined => {
    if (isObject(value) && value.rule === rule && value.verdict === verdict) return at;
    const members = Array.isArray(value) ? value.entries() : Object.entries(isObject(value) ? value : {});
    return [...members].map(([name, member]) => found(member, [...at, name])).find((one) => one !== undefined);
  };
  for (const [line, value] of lines.entries()) {
    const at = found(value, []);
    if (at !== undefined) return { line, at };
  }
  throw new Error(`no ${verdict} of ${rule}`);
}

test('a report says what its rows say, by the date of its run', async () => {
  const { code, stdout } = await verify('report', ...OPTIONS);
  expect(stdout).toContain('Verified: the report says what its rows say.');
  expect(stdout).toContain('Whether the rows are what Microsoft 365 returned.');
  expect(code).toBe(0);
});

describe('a report in which one thing is changed', () => {
  test.each([
    ['zone', 'exempt', 'fail'],
    ['audience', 'warn', 'known'],
    ['targets', 'known', 'exempt'],
    ['bought', 'fail', 'warn'],
  ])('names the verdict of the rule %s', async (rule, verdict, other) => {
    const { line, at } = placeOf(rule, verdict);
    const changed = await failedChecks(await reportOf(withChange(line, [...at, 'verdict'], other)));
    expect(Object.keys(changed)).toEqual(['verdicts']);
    expect(changed.verdicts?.differences).toEqual([
      expect.objectContaining({ what: 'verdict', rule, stored: other, computed: verdict }),
    ]);
    const removed = await failedChecks(await reportOf(withChange(line, at, undefined)));
    expect(removed.verdicts?.differences).toEqual([
      expect.objectContaining({ what: 'verdict', rule, stored: null, computed: verdict }),
    ]);
  });

  test('names the value of a violation, and the cell that it was', async () => {
    const { line, at } = placeOf('audience', 'warn');
    const found = await failedChecks(await reportOf(withChange(line, [...at, 'found'], 'all of them')));
    expect(found.verdicts?.differences).toEqual([
      expect.objectContaining({ what: 'value found', rule: 'audience', stored: 'all of them' }),
    ]);
    const columns = (lines[0]?.reports ?? null) satisfies Json;
    const report = Array.isArray(columns) && isObject(columns[0]) ? columns[0].columns : [];
    const position = Array.isArray(report) ? report.indexOf('AutomaticReplyExternalAudience') : -1;
    const cell = await failedChecks(
      await reportOf(withChange(line, ['reports', 0, 'rows', 0, 'cells', position], 'none')),
    );
    expect(cell.verdicts?.differences).toEqual([
      expect.objectContaining({ what: 'verdict', rule: 'audience', stored: 'warn', computed: null }),
    ]);
    expect(Object.keys(cell)).toEqual(['verdicts', 'counts']);
  });

  test('names each count', async () => {
    const counts = lines.at(-1)?.counts;
    for (const [name, number] of Object.entries(isObject(counts) ? counts : {})) {
      const stored = Number(number) + 1;
      const { rows, counts: ofCounts } = await failedChecks(await reportOf(withChange(-1, ['counts', name], stored)));
      const differences = ofCounts?.result === 'differs' ? ofCounts.differences : rows?.differences;
      const isOfRows = name === 'mailboxes';
      expect(differences).toEqual([
        isOfRows ? { what: 'Its counts do not add up.' } : { what: name, stored, computed: number },
      ]);
    }
    const table = await failedChecks(await reportOf(withChange(-1, ['tables', 'skus', 'rows'], 1_000)));
    expect(table.counts?.differences).toEqual([expect.objectContaining({ what: 'rows of skus' })]);
    const result = await failedChecks(await reportOf(withChange(-1, ['result'], 'pass')));
    expect(result.counts?.differences).toEqual([{ what: 'result', stored: 'pass', computed: 'violations' }]);
  });

  test('names the policy and the baseline, whichever side is changed, and judges by no other', async () => {
    await writeFile(path.join(workspace, 'other.yml'), POLICY.replace('UTC', 'GMT'));
    const entries = await readFile(path.join(workspace, 'baseline.csv'), 'utf8');
    await writeFile(path.join(workspace, 'other.csv'), entries.split('\r\n').slice(0, 1).join(''));
    const policy = await failedChecks(await reportOf(lines), OPTIONS.with(1, 'other.yml'));
    expect(policy).toMatchObject({ policy: { result: 'differs' }, verdicts: { result: 'not-verified' } });
    const baseline = await failedChecks('report', OPTIONS.with(3, 'other.csv'));
    expect(baseline).toMatchObject({ baseline: { result: 'differs' }, verdicts: { result: 'not-verified' } });
    for (const name of ['policy', 'baseline']) {
      const ofHeader = await failedChecks(await reportOf(withChange(0, ['digests', name], 'f'.repeat(64))));
      expect(ofHeader).toMatchObject({ [name]: { result: 'differs' }, verdicts: { result: 'not-verified' } });
    }
    // The report itself keeps the policy.
    expect(await failedChecks('report', OPTIONS.slice(2))).toEqual({});
    expect(Object.keys(await failedChecks('report', OPTIONS.with(1, 'other.yml')))).toEqual(['policy']);
    const without = await failedChecks(await reportOf(withChange(0, ['digests', 'policy'], undefined)));
    expect(without).toMatchObject({ policy: { result: 'differs' } });
  });

  test('names what the first line says about rules, reports and the result', async () => {
    const header = async (at: JsonPath, to: Json | undefined) => failedChecks(await reportOf(withChange(0, at, to)));
    expect(await header(['rules', 0, 'id'], 'zones')).toMatchObject({
      header: { differences: [{ what: 'rules in the first line' }] },
    });
    expect(await header(['reports', 0, 'reads', 'endpoint'], 'GET /v1.0/other')).toMatchObject({
      header: { differences: [{ what: 'description of mailbox-settings in the first line' }] },
    });
    expect(await header(['digests', 'register'], 'f'.repeat(64))).toMatchObject({
      register: { result: 'differs' },
      verdicts: { result: 'not-verified' },
    });
    // Its exemption has ended then.
    expect(await header(['run', 'started'], `${dayIn(32)}T00:00:00.000Z`)).toMatchObject({
      verdicts: {
        differences: expect.arrayContaining([expect.objectContaining({ stored: 'exempt', computed: 'fail' })]),
      },
    });
  });

  test('of another definition is not verified', async () => {
    const other = await failedChecks(await reportOf(withChange(0, ['reports', 0, 'digests', 'row'], '0')));
    expect(other).toMatchObject({
      definitions: { result: 'not-verified', about: expect.stringContaining('Other version') },
      verdicts: { result: 'not-verified' },
      counts: { result: 'not-verified' },
    });
    await writeFile(path.join(workspace, 'other-skus.yml'), SKUS.replace('skuPartNumber', 'skuId'));
    expect(await failedChecks('report', OPTIONS.with(5, 'other-skus.yml'))).toMatchObject({
      definitions: { about: expect.stringContaining('rows of skus') },
    });
  });

  test('whose counts are of rows that exceed the limits of the file is not verified', async () => {
    const { line } = placeOf('zone', 'exempt');
    const error = 'The rows of the mailbox exceed 1 MiB, the limit of rows.ndjson.gz';
    const reports = [1, 2].map(() => ({ status: 'failed', error }));
    const limited = await failedChecks(await reportOf(withChange(line, ['reports'], reports)));
    expect(limited).toEqual({ counts: expect.objectContaining({ result: 'not-verified', differences: [] }) });
  });

  test('shows hostile text escaped', async () => {
    const hostile = '\u001b[31m\n::error::x';
    const { line, at } = placeOf('targets', 'known');
    const report = await reportOf(withChange(line, [...at, 'item'], hostile));
    for (const option of ['--json', '--policy=policy.yml']) {
      const { stdout } = await verify(report, ...OPTIONS, option);
      expect(stdout).toContain('[31m');
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toMatch(/^::/m);
    }
  });
});

describe('a zip', () => {
  /** A zip of the report, and its digest. */
  async function zipOf(change: (zip: Buffer) => Buffer = (zip) => zip): Promise<readonly [string, string]> {
    const folder = path.join(workspace, 'report');
    const names = await readdir(folder);
    const files = await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
    );
    const zip = change(zipped(files));
    const place = path.join(newFolder(), 'report.zip');
    await writeFile(place, zip);
    return [place, createHash('sha256').update(zip).digest('hex')];
  }

  test('has the digest of the artifact', async () => {
    const [place, digest] = await zipOf();
    expect(await verify(place, ...OPTIONS, '--digest', `sha256:${digest}`)).toMatchObject({ code: 0 });
    const other = await failedChecks(place, [...OPTIONS, '--digest', '0'.repeat(64)]);
    expect(other).toEqual({ archive: expect.objectContaining({ result: 'differs' }) });
    expect(await verify(place, ...OPTIONS, '--digest', '12')).toMatchObject({ code: 2 });
    expect(await verify('report', ...OPTIONS, '--digest', digest)).toMatchObject({ code: 2 });
  });

  test('whose CSV is damaged is not whole', async () => {
    const csv = await readFile(path.join(workspace, 'report', 'violations.csv'));
    const [place] = await zipOf((zip) => {
      const content = Buffer.from(zip);
      const at = content.indexOf('violations.csv') + 'violations.csv'.length;
      content.fill(0, at + 4, at + Math.min(20, csv.length));
      return content;
    });
    const { archive, ...others } = await failedChecks(place);
    expect([archive?.result, others]).toEqual(['differs', {}]);
  });
});

describe('a report that cannot be verified is an error with exit code 2', () => {
  test.each<[string, () => Promise<string> | string, readonly string[], RegExp]>([
    ['of an older version', () => reportOf(withChange(0, ['version'], 1)), OPTIONS, /version 1 of the format/],
    ['of a shard', () => reportOf(withChange(0, ['shard'], { number: 1, of: 2 })), OPTIONS, /merge/],
    ['without its policy', () => reportOf(lines), OPTIONS.slice(2), /INPUT_MISSING.*had a policy/],
    ['without its baseline', () => 'report', OPTIONS.toSpliced(2, 2), /INPUT_MISSING.*had a baseline/],
    ['without its report file', () => 'report', OPTIONS.slice(0, 4), /no report skus/],
    ['with a policy that is none', () => 'report', OPTIONS.with(1, 'skus.yml'), /POLICY_FILE/],
    ['that is none', () => 'policy.yml', OPTIONS, /REPORT_UNREADABLE/],
  ])('%s', async (_, report, options, message) => {
    const { code, stderr } = await verify(await report(), ...options);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
