import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, type JsonObject } from '../../src/json.ts';
import type { Tenant, WorkflowRun } from '../../tenant/tenant.ts';
import { UPLOADED, runMerge, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';
import { unzipped, zipped } from '../support/zip.ts';

const { newTenant, run, merge, runPackaged } = inProcessScenarios(UPLOADED);

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

function filesOf(addresses: readonly string[]): Record<string, string> {
  return { ...FILES, 'mailboxes.txt': `${addresses.join('\n')}\n` };
}

/** The tenant's addresses, one that it does not have, and a repeated one. */
function listOf({ addresses }: Pick<Tenant, 'addresses'>): string[] {
  return [...addresses.with(25, 'nobody@contoso.com'), addresses[3] ?? ''];
}

async function readShards(tenant: Tenant, inputs: Readonly<Record<string, string>>) {
  const files = filesOf(listOf(tenant));
  for (const number of [1, 2, 3]) {
    const shard = await run(tenant, { files, inputs: { ...inputs, shard: `${number}/3` } });
    expect(shard).toMatchObject({ code: 0, errors: [] });
  }
}

/** The files of a run without times, by name. */
async function outputOf({ outputs }: RunOutcome): Promise<Record<string, string>> {
  const folder = outputs['output-directory'] ?? '';
  const names = (await readdir(folder)).sort();
  const texts = names.map(
    async (name) => [name, withoutTimes(textOf(await readFile(path.join(folder, name))))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

function textOf(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8');
}

function withoutTimes(text: string): string {
  return text
    .replace(/"run":\{"id".*?\}/, '"run":0')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?/g, 'TIME')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d(?: UTC)?/g, 'TIME')
    .replaceAll(/"when":\d+(?:\.\d+)?/g, '"when":0')
    .replaceAll(/\d+ (?:s|min)\b/g, 'DURATION')
    .replaceAll(/\d+ mailboxes a second/g, 'RATE')
    .replaceAll(/\d{10}/g, 'ID')
    .replaceAll(/\/tmp\/[^\s"`<|]*/g, 'PLACE');
}

const OF_A_RUN = ['output-directory', 'csv-path', 'artifact-id', 'artifact-url', 'artifact-digest', 'report-url'];

function outputsOf({ outputs }: RunOutcome): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => !OF_A_RUN.includes(name)));
}

describe('the merge of three shards', () => {
  let whole: RunOutcome;
  let merged: RunOutcome;
  let tenant: Tenant;
  let earlier: number;

  beforeAll(async () => {
    const roles = ['MailboxSettings.Read', 'Mail.ReadBasic.All'];
    tenant = await newTenant({ roles });
    const files = filesOf(listOf(tenant));
    // In a workflow run of its own, since an artifact's name is free once in a run.
    const { runtimeToken } = await tenant.startRun();
    whole = await runPackaged({ ...tenant, runtimeToken }, { files, inputs: JUDGING });
    earlier = tenant.artifacts().length;
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
    const names = tenant
      .artifacts()
      .slice(earlier)
      .map(({ name }) => name);
    expect(names.sort()).toEqual([
      'mailbox-report',
      'mailbox-report-shard-1-of-3',
      'mailbox-report-shard-2-of-3',
      'mailbox-report-shard-3-of-3',
      'mailbox-report.html',
    ]);
  });
});

describe('shards that do not fit', () => {
  const SHARDS = 10;
  const FILE = 'rows.ndjson.gz';
  let tenant: Tenant;
  let header: JsonObject;
  let mailboxes: JsonObject[];
  let end: JsonObject;

  beforeAll(async () => {
    tenant = await newTenant();
    await run(tenant, {
      files: { 'mailboxes.txt': tenant.addresses.join('\n') },
      inputs: { report: 'mailbox-settings\ninbox-rules', shard: '1/1' },
    });
    [header = {}, ...mailboxes] = storedLines(unzipped(tenant.artifacts()[0]?.bytes).get(FILE));
    end = mailboxes.pop() ?? {};
  });

  /** The lines of one of ten shards, with other values in its header. */
  function shard(number: number, changes: JsonObject = {}): JsonObject[] {
    const first = { ...header, shard: { number, of: SHARDS }, ...changes };
    const last = { ...end, counts: { mailboxes: 6, read: 6, unreadable: 0 } };
    return [first, ...mailboxes.slice((number - 1) * 6, number * 6), last];
  }

  const nameOf = (number: number): string => `mailbox-report-shard-${number}-of-${SHARDS}`;

  /** Stores the file of a shard, in place of an earlier one. */
  function store({ store: upload }: WorkflowRun, number: number, rows: readonly JsonObject[] | Buffer): void {
    const bytes = Buffer.isBuffer(rows) ? rows : rowsFileOf(rows);
    upload({ name: nameOf(number), bytes: zipped([[FILE, bytes]]) });
  }

  /** A file of which one byte is another, in the checksum of its content. */
  function damaged(rows: readonly JsonObject[]): Buffer {
    const bytes = rowsFileOf(rows);
    bytes.set([(bytes[bytes.length - 6] ?? 0) ^ 1], bytes.length - 6);
    return bytes;
  }

  function storeAll(workflowRun: WorkflowRun, first = 1): void {
    for (let number = first; number <= SHARDS; number += 1) store(workflowRun, number, shard(number));
  }

  function mergeAll({ runtimeToken }: WorkflowRun, more: Readonly<Record<string, string>> = {}): Promise<RunOutcome> {
    const inputs = { 'max-unreadable': '100%', 'artifact-name': '', ...more };
    return merge({ tenant: { ...tenant, runtimeToken }, inputs });
  }

  test('are unreadable with the reason and never pass, and pass once failed shards are re-run', async () => {
    const workflowRun = await tenant.startRun();
    store(workflowRun, 1, shard(1));
    store(workflowRun, 3, shard(4));
    store(workflowRun, 4, shard(4).slice(0, -1));
    store(workflowRun, 5, [...shard(5), {}]);
    store(workflowRun, 6, shard(6, { tenant: 'other.com' }));
    store(workflowRun, 7, shard(7).with(3, { ...mailboxes[38], reports: [] }));
    store(workflowRun, 8, shard(8, { productVersion: '9.9.9' }));
    store(workflowRun, 9, damaged(shard(9)));
    workflowRun.store({ name: nameOf(10), bytes: Buffer.from('PK') });
    const result = await mergeAll(workflowRun);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete', 'mailbox-count': '60' } });
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['SHARD_UNUSABLE']);
    expect(result.errors[0]?.message).toMatch(
      /Shard 2 of 10: It is missing\. Shard 3 of 10: It has shard 4 of 10\. Shard 4 of 10: It ends early\. Shard 5 of 10: It has a malformed line\. /,
    );
    const reasons: Readonly<Record<number, RegExp>> = {
      2: /It is missing\.$/,
      3: /It has shard 4 of 10\.$/,
      6: /Other shards have another tenant\.$/,
      7: /It has a malformed line\.$/,
      8: /Another version of Mailbox Report wrote it\.$/,
      9: /cannot be decompressed/,
      10: /The archive cannot be read/,
    };
    for (const report of ['mailbox-settings', 'inbox-rules']) {
      for (let number = 1; number <= SHARDS; number += 1) {
        const unread = result.rowsOf(report).filter(({ Error: error = '' }) => error.startsWith(`Shard ${number} of `));
        // What precedes a tampered line was read, and what is decompressed before a wrong checksum.
        const start = number === 7 ? 38 : number === 9 ? 54 - unread.length : (number - 1) * 6;
        const addresses = reasons[number] === undefined ? [] : tenant.addresses.slice(start, number * 6);
        expect([number, unread.map(({ MailboxName }) => MailboxName)]).toEqual([number, addresses]);
        for (const { Status, Error: error } of unread) {
          expect([Status, error]).toEqual(['failed', expect.stringMatching(reasons[number] ?? /^$/)]);
        }
        expect(unread.length > 0).toBe(reasons[number] !== undefined);
      }
    }
    expect(result.log).toContain(`${nameOf(10)}: The archive cannot be read`);

    storeAll(workflowRun, 2);
    expect(await mergeAll(workflowRun)).toMatchObject({
      code: 0,
      errors: [],
      outputs: { result: 'pass', 'mailbox-count': '60' },
    });
  });

  test('are not used if their run was cancelled, or if their counts do not add up', async () => {
    const workflowRun = await tenant.startRun();
    storeAll(workflowRun);
    const withEnd = (number: number, changes: JsonObject): JsonObject[] =>
      shard(number).map((line, at, { length }) => (at === length - 1 ? { ...line, ...changes } : line));
    store(workflowRun, 2, withEnd(2, { cancelled: true }));
    store(workflowRun, 3, withEnd(3, { counts: { mailboxes: 6, read: 6, unreadable: 1 } }));
    store(workflowRun, 4, withEnd(4, { counts: { mailboxes: 7, read: 7, unreadable: 0 } }));
    const result = await mergeAll(workflowRun);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors[0]?.message).toMatch(
      /Shard 2 of 10: Its run was cancelled\. Shard 3 of 10: Its counts do not add up\. Shard 4 of 10: Its counts do not add up\./,
    );
    const unread = result.rowsOf('mailbox-settings').filter(({ Error: error = '' }) => error.startsWith('Shard '));
    expect(unread.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses.slice(6, 24));
  });

  test('do not pass if the file of one is damaged at its end, or of other reports', async () => {
    const workflowRun = await tenant.startRun();
    storeAll(workflowRun);
    store(workflowRun, 2, damaged(shard(2)));
    const reports = Array.isArray(header.reports) ? header.reports.slice(0, 1) : [];
    store(workflowRun, 3, shard(3, { reports }));
    const other = 'mailbox-report-shard-1-of-4';
    const rows = rowsFileOf(shard(1, { shard: { number: 1, of: 4 } }));
    workflowRun.store({ name: other, bytes: zipped([[FILE, rows]]) });
    const result = await mergeAll(workflowRun);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors[0]?.message).toMatch(
      /Shard 2 of 10: It cannot be decompressed.+ Shard 3 of 10: Other shards have other reports\./,
    );
    expect(result.errors[0]?.message).toContain(`${other} is of another number of shards.`);
  });

  test('are merged with a warning if they are more than six hours apart, or with max-age not at all', async () => {
    const workflowRun = await tenant.startRun();
    storeAll(workflowRun);
    const started = new Date(Date.now() - 28 * 86_400_000).toISOString();
    const ofRun = isObject(header.run) ? header.run : {};
    store(workflowRun, 3, shard(3, { run: { ...ofRun, started } }));
    const warned = await mergeAll(workflowRun, { formats: 'html' });
    expect(warned).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    expect(warned.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`oldest on ${started}`),
    );
    expect(warned.summary).toContain(started);
    expect(await outputOf(warned)).toMatchObject({ 'report.html': expect.stringContaining('more than 6 hours apart') });

    const refused = await mergeAll(workflowRun, { 'max-age': '24' });
    expect(refused).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(refused.errors[0]?.message).toMatch(
      /Shard 3 of 10: It was read on .*, more than 24 hours before the newest/,
    );
    expect(refused.log).toContain(`${nameOf(3)}: It was read on ${started}, more than 24 hours before the newest`);
    const within = await mergeAll(workflowRun, { 'max-age': '700' });
    expect(within).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    expect(JSON.stringify(within.warnings)).not.toContain('apart');
    const invalid = await mergeAll(workflowRun, { 'max-age': '0' });
    expect(invalid.errors).toMatchObject([{ properties: { title: 'INPUT_INVALID' } }]);
  });

  test('do not pass if a cell has another type than the column', async () => {
    const workflowRun = await tenant.startRun();
    storeAll(workflowRun);
    const lines = shard(3).map((line) => {
      const [settings, ...others] = Array.isArray(line.reports) ? line.reports.filter(isObject) : [];
      const [row] = Array.isArray(settings?.rows) ? settings.rows.filter(isObject) : [];
      const cells = Array.isArray(row?.cells) ? row.cells : [];
      if (!('mailbox' in line) || cells.length === 0) return line;
      return { ...line, reports: [{ ...settings, rows: [{ ...row, cells: cells.map(() => ['x']) }] }, ...others] };
    });
    store(workflowRun, 3, lines);
    const result = await mergeAll(workflowRun);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors[0]?.message).toMatch(/Shard 3 of 10: It has a cell of the wrong type in the column \w+\./);
  });

  test('fail the step if the policy needs a report that no shard read', async () => {
    const policy = 'rules: [{ id: f, report: folders, title: T, expect: { Items: { minimum: 0 } } }]';
    const workflowRun = await tenant.startRun();
    storeAll(workflowRun);
    const { runtimeToken } = workflowRun;
    const files = { 'policy.yml': policy };
    const result = await merge({ tenant: { ...tenant, runtimeToken }, files, inputs: { policy: 'policy.yml' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors[0]).toMatchObject({ properties: { title: 'SHARD_UNUSABLE' } });
    expect(result.errors[0]?.message).toContain('folders, which no shard read');
  });
});

describe('without shards', () => {
  test('the step fails, and says which artifacts it looked for and found', async () => {
    const tenant = await newTenant({ mailboxes: 1 });
    const { store, runtimeToken } = await tenant.startRun();
    for (const name of ['other', 'report-shard-1-of-2']) store({ name, bytes: Buffer.from('PK') });
    const result = await merge({ tenant: { ...tenant, runtimeToken } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toMatchObject([{ properties: { title: 'SHARD_NOT_FOUND' } }]);
    expect(result.errors[0]?.message).toMatch(/"mailbox-report-shard-1-of-8".*It has report-shard-1-of-2, other\./);
  });
});

test.each(['mailbox-settings', 'client-access'])(
  'shards of every mailbox of the tenant give the report of one run, with a mailbox that was made in between: %s',
  async (report) => {
    const tenant = await newTenant({ mailboxes: 40, roles: ['MailboxSettings.Read', 'User.Read.All'] });
    const inputs = { mailboxes: 'all', report, 'max-unreadable': '50%' };
    const { runtimeToken } = await tenant.startRun();
    const whole = await run({ ...tenant, runtimeToken }, { inputs });
    expect(whole.outputs['mailbox-count']).toBe(String(whole.rows.length));
    const late = whole.rows.find(({ Status }) => Status === 'ok')?.MailboxName ?? '';
    const createdDateTime = new Date().toISOString();
    for (const number of [1, 2, 3]) {
      const extra = [{ of: late, set: { createdDateTime } }];
      tenant.setFaults({ listings: { users: { without: [late], ...(number === 1 ? {} : { extra }) } } });
      const shard = await run(tenant, { inputs: { ...inputs, shard: `${number}/3` } });
      expect(shard).toMatchObject({ code: 0, errors: [] });
      expect(Number(shard.outputs['mailbox-count'])).toBeLessThan(whole.rows.length);
    }
    const merged = await merge({ tenant, inputs: { 'max-unreadable': '50%' } });
    const sorted = ({ rows }: RunOutcome) =>
      rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    expect(merged).toMatchObject({ code: 0, outputs: { result: 'pass', 'mailbox-count': String(whole.rows.length) } });
    expect(sorted(merged)).toEqual(sorted(whole));
    const notices = merged.warnings.filter(({ message }) => message.includes(late) && message.includes('read once'));
    // Exchange Online lists it each time.
    expect(notices).toHaveLength(report === 'client-access' ? 0 : 1);
  },
);

test.each([1, 2])(
  'mailboxes that no shard read are unread, if shard %i of 2 lists few of the tenant',
  async (short) => {
    const tenant = await newTenant({ mailboxes: 40, roles: ['MailboxSettings.Read', 'User.Read.All'] });
    const judged = { policy: 'p.yml', 'artifact-name': 'listed' };
    const files = { 'p.yml': 'rules: [{ id: r, title: T, expect: { TimeZone: { const: none } } }]' };
    const inputs = { ...judged, mailboxes: 'all', 'max-unreadable': '100%' };
    const { runtimeToken } = await tenant.startRun();
    const whole = await run({ ...tenant, runtimeToken }, { files, inputs });
    for (const number of [1, 2]) {
      tenant.setFaults({ listings: { users: number === short ? { without: tenant.addresses.slice(1) } : {} } });
      const shard = await run(tenant, { files, inputs: { ...inputs, shard: `${number}/2` } });
      expect(shard).toMatchObject({ code: 0, errors: [] });
    }
    const merged = await merge({ tenant, files, inputs: { ...judged, 'max-unreadable': '0' } });
    const unread = merged.rows.filter(({ Error: error = '' }) =>
      error.startsWith(`Listed by shard ${3 - short}, read by`),
    );
    const namesOf = ({ rows }: RunOutcome) => rows.map(({ MailboxName }) => MailboxName).toSorted();
    expect(namesOf(merged)).toEqual(namesOf(whole));
    expect(unread.length).toBeGreaterThan(5);
    expect(merged).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    expect(merged.errors.map(({ message }) => message).join()).toMatch(/could not be read; "max-unreadable" allows 0/);
  },
);
