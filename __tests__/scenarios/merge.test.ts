import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { UPLOADED, runMerge, type ActionRun } from '../support/action-run.ts';
import { deleteArtifact, uploadArtifact } from '../support/artifacts.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios(UPLOADED);

const REPORT_FILE = `name: zones
request: { path: mailboxSettings }
columns: { Zone: timeZone, Hours: workingHours }
`;
const POLICY = `rules:
  - { id: zone, title: The time zone is UTC, expect: { TimeZone: { const: UTC } } }
  - { id: hides, report: inbox-rules, severity: warning, title: Rules hide nothing, expect: { Hides: { const: false } } }
exemptions:
  - { rule: zone, mailboxes: ['a*@*'], reason: R, owner: o@contoso.com, expires: 2099-12-31 }
`;
const FILES = { 'reports/zones.yml': REPORT_FILE, 'policy.yml': POLICY };
const REPORT = 'mailbox-settings\nreports/zones.yml\nfolders';
const JUDGING = { policy: 'policy.yml', report: REPORT, 'max-unreadable': '50%', formats: 'html,json,sarif,junit' };
const NAME = 'mailbox-report-shard-2-of-3';

function filesOf(addresses: readonly string[]): Record<string, string> {
  return { ...FILES, 'mailboxes.txt': `${addresses.join('\n')}\n` };
}

/** The tenant's addresses, one that it does not have, and a repeated one. */
function listOf({ addresses }: Pick<Tenant, 'addresses'>): string[] {
  return [...addresses.with(25, 'nobody@contoso.com'), addresses[3] ?? ''];
}

async function readShards(tenant: Tenant, inputs: Readonly<Record<string, string>>, numbers = [1, 2, 3]) {
  const files = filesOf(listOf(tenant));
  for (const number of numbers) {
    const shard = await run(tenant, { files, inputs: { ...inputs, shard: `${number}/3` } });
    expect(shard).toMatchObject({ code: 0, errors: [] });
  }
}

/** The files of a run without times, by name. */
async function outputOf({ outputs }: ActionRun): Promise<Record<string, string>> {
  const folder = outputs['output-directory'] ?? '';
  const names = (await readdir(folder)).sort();
  const texts = names.map(
    async (name) => [name, withoutTimes(await readFile(path.join(folder, name), 'utf8'))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

function withoutTimes(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, 'TIME')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d(?: UTC)?/g, 'TIME')
    .replaceAll(/"when":\d+(?:\.\d+)?/g, '"when":0')
    .replaceAll(/\d+ (?:s|min)\b/g, 'DURATION')
    .replaceAll(/\d+ mailboxes a second/g, 'RATE')
    .replaceAll(/\d{10}/g, 'ID')
    .replaceAll(/\/tmp\/[^\s"`<|]*/g, 'PLACE');
}

const OF_A_RUN = ['output-directory', 'csv-path', 'artifact-id', 'artifact-url', 'artifact-digest'];

function outputsOf({ outputs }: ActionRun): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => !OF_A_RUN.includes(name)));
}

describe('the merge of three shards', () => {
  let whole: ActionRun;
  let merged: ActionRun;
  let tenant: Tenant;

  beforeAll(async () => {
    const roles = ['MailboxSettings.Read', 'Mail.ReadBasic.All'];
    tenant = await newTenant({ roles });
    const files = filesOf(listOf(tenant));
    whole = await run(tenant, { files, inputs: JUDGING });
    for (const { name } of tenant.artifacts()) await deleteArtifact(tenant, name);
    await readShards(tenant, { report: REPORT, policy: 'policy.yml' });
    merged = await runMerge({ tenant, files: FILES, inputs: JUDGING });
  });

  test('has the result and the outputs of a run without shards', () => {
    expect(merged).toMatchObject({ code: 1, stderr: '', outputs: { result: 'violations', 'mailbox-count': '60' } });
    expect(outputsOf(merged)).toEqual(outputsOf(whole));
    expect(merged.errors).toEqual(whole.errors);
    expect(merged.warnings).toEqual(whole.warnings);
  });

  test('writes the same files, byte for byte, except for times outside the CSVs', async () => {
    const [expected, written] = [await outputOf(whole), await outputOf(merged)];
    expect(Object.keys(written)).toEqual(Object.keys(expected));
    expect(Object.keys(written)).toEqual(expect.arrayContaining(['folders.csv', 'violations.csv', 'zones.csv']));
    for (const [name, text] of Object.entries(expected)) expect([name, written[name] === text]).toEqual([name, true]);
  });

  test('has the same summary except for times', () => {
    expect(withoutTimes(merged.summary)).toBe(withoutTimes(whole.summary));
  });

  test('uploads the report beside the shards', () => {
    expect(tenant.artifacts().map(({ name }) => name)).toEqual([
      ...[1, 2, 3].map((number) => `mailbox-report-shard-${number}-of-3`),
      'mailbox-report',
      'mailbox-report.html',
    ]);
  });
});

describe('shards that do not fit', () => {
  let tenant: Tenant;
  let original: Uint8Array;
  const inputs = { 'max-unreadable': '100%' };

  beforeAll(async () => {
    tenant = await newTenant();
    await readShards(tenant, { report: 'mailbox-settings\ninbox-rules' });
    original = bytesOf(tenant, NAME);
  });

  /** Merges with something else in place of the second shard. */
  async function mergeWith(replace: () => Promise<void>): Promise<ActionRun> {
    await replace();
    const result = await runMerge({ tenant, inputs: { ...inputs, 'artifact-name': 'mailbox-report' } });
    for (const { name } of tenant.artifacts()) if (!name.includes('-shard-')) await deleteArtifact(tenant, name);
    await uploadArtifact(tenant, NAME, original);
    return result;
  }

  function tampered(change: (lines: string[]) => readonly string[]): () => Promise<void> {
    const lines = gunzipSync(original).toString('utf8').split('\n');
    return () => uploadArtifact(tenant, NAME, gzipSync(change(lines).join('\n')));
  }

  function expectUnreadable(result: ActionRun, reason: RegExp, first = 20): void {
    expect(result).toMatchObject({ code: 1, stderr: '', outputs: { result: 'incomplete', 'mailbox-count': '60' } });
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['SHARD_UNUSABLE']);
    expect(result.errors[0]?.message).toMatch(reason);
    for (const report of ['mailbox-settings', 'inbox-rules']) {
      const rows = result.rowsOf(report);
      const failed = rows.filter(({ Error: error = '' }) => error.startsWith('Shard 2 of 3: '));
      expect(new Set(failed.map(({ MailboxName }) => MailboxName))).toEqual(new Set(listOf(tenant).slice(first, 40)));
      for (const { Status, Error: error } of failed)
        expect([Status, error]).toEqual(['failed', expect.stringMatching(reason)]);
    }
  }

  test('give the result of all shards after a failed one is re-run', async () => {
    const result = await mergeWith(() => Promise.resolve());
    expect(result).toMatchObject({
      code: 0,
      errors: [],
      outputs: { result: 'pass', 'unreadable-count': expect.anything() },
    });
  });

  test('leave the mailboxes of a missing shard unreadable, and never pass', async () => {
    expectUnreadable(await mergeWith(() => deleteArtifact(tenant, NAME)), /Shard 2 of 3: It is missing\./);
  });

  test('are recognized by their content if another shard has the name', async () => {
    const other = bytesOf(tenant, 'mailbox-report-shard-1-of-3');
    expectUnreadable(await mergeWith(() => uploadArtifact(tenant, NAME, other)), /It has shard 1 of 3\./);
  });

  test.each([
    ['another list', { mailboxes: 'other.txt', report: 'mailbox-settings\ninbox-rules' }],
    ['other reports', { report: 'mailbox-settings' }],
  ])('are refused if they are of %s', async (_, foreignInputs) => {
    const foreign = await newTenant();
    const files = { ...filesOf(listOf(foreign)), 'other.txt': foreign.addresses.join('\n') };
    await run(foreign, { files, inputs: { ...foreignInputs, shard: '2/3' } });
    const bytes = bytesOf(foreign, NAME);
    expectUnreadable(await mergeWith(() => uploadArtifact(tenant, NAME, bytes)), /another mailbox list, other reports/);
  });

  test('are refused if another version wrote them', async () => {
    const result = await mergeWith(
      tampered(([header = '', ...rest]) => [header.replace('"version":1', '"version":2'), ...rest]),
    );
    expectUnreadable(result, /Another version of the action/);
  });

  test('keep what precedes a tampered line', async () => {
    const at = 1 + 60 + 2 * 5;
    const result = await mergeWith(
      tampered((lines) => {
        const index = lines.findIndex((line, number) => number > at && line.startsWith('[25,'));
        return lines.with(index, '[25,1e9,{"__proto__":[]}]');
      }),
    );
    expectUnreadable(result, /It has a malformed line\./, 25);
  });

  test.each<[string, (lines: string[]) => readonly string[], RegExp]>([
    ['without its last line', (lines) => lines.slice(0, -2), /It ends early|It ends inside/],
    ['with lines after the last one', (lines) => [...lines, '{}', ''], /It has a malformed line/],
  ])('do not pass as a file %s', async (_, change, reason) => {
    const result = await mergeWith(tampered(change));
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors[0]?.message).toMatch(reason);
  });

  test('do not pass as a damaged or foreign file', async () => {
    const damaged = Uint8Array.from(original);
    damaged.set([damaged[damaged.length - 6] === 0 ? 1 : 0], damaged.length - 6);
    const checksum = await mergeWith(() => uploadArtifact(tenant, NAME, damaged));
    expect(checksum).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expectUnreadable(await mergeWith(() => uploadArtifact(tenant, NAME, Buffer.from('PK'))), /cannot be decompressed/);
  });

  test('do not pass beside an artifact of another number of shards', async () => {
    const other = 'mailbox-report-shard-1-of-4';
    const result = await mergeWith(() => uploadArtifact(tenant, other, original));
    await deleteArtifact(tenant, other);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete', 'unreadable-count': expect.anything() } });
    expect(result.errors[0]?.message).toContain(`${other} is of another number of shards.`);
  });

  test('fail the step if the policy needs a report that no shard read', async () => {
    const policy = 'rules: [{ id: f, report: folders, title: T, expect: { Items: { minimum: 0 } } }]';
    const result = await runMerge({ tenant, files: { 'policy.yml': policy }, inputs: { policy: 'policy.yml' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors[0]).toMatchObject({ properties: { title: 'SHARD_UNUSABLE' } });
    expect(result.errors[0]?.message).toContain('folders, which no shard read');
  });
});

describe('without shards', () => {
  test('the step fails, and says which artifacts the run has', async () => {
    const tenant = await newTenant();
    await run(tenant, { inputs: { 'artifact-name': 'other', 'max-unreadable': '100%' } });
    const result = await runMerge({ tenant });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toMatchObject([{ properties: { title: 'SHARD_NOT_FOUND' } }]);
    expect(result.errors[0]?.message).toMatch(/"mailbox-report-shard-1-of-8".*It has other\./);
  });
});

function bytesOf(tenant: Pick<Tenant, 'artifacts'>, name: string): Uint8Array {
  const artifact = tenant.artifacts().find((one) => one.name === name);
  if (artifact === undefined) throw new Error(`there is no artifact ${name}`);
  return artifact.bytes;
}
