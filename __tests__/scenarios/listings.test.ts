import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { Faults, ListingFaults, Tenant } from '../../tenant/tenant.ts';
import { textAt } from '../tenant/collection-reader.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { storedLines } from '../support/rows-file.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ROLES = [
  'User.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'LicenseAssignment.Read.All',
  'MailboxSettings.Read',
];

const { newTenant, run } = inProcessScenarios({ 'max-unreadable': '100%' }, { roles: ROLES });

const textOf = ({ message }: { readonly message: string }): string => message;

/** Objects of a listing by address, in lower case. */
function byAddress(objects: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  return new Map(objects.map((object) => [textAt(object, 'userPrincipalName').toLowerCase(), object]));
}

/** Runs a report of a listing with faults of it; returns the rows by address, and the warnings. */
async function readWith(
  report: string,
  listing: 'users' | 'getMailboxUsageDetail',
  faultsOf: (tenant: Tenant, addresses: readonly string[]) => ListingFaults,
  files: Readonly<Record<string, string>> = {},
) {
  const tenant = await newTenant({ mailboxes: 250 });
  const present = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
  tenant.setFaults({ listings: { [listing]: faultsOf(tenant, present) } } satisfies Faults);
  const result = await run(tenant, { files, inputs: { report } });
  const name = report.replace(/\.yml$/, '');
  const rows = new Map(result.rowsOf(name).map((row) => [row.MailboxName ?? '', row]));
  return { tenant, present, result, rows };
}

const USAGE = `
name: usage
permission: Reports.Read.All
request:
  version: beta
  listing: reports/getMailboxUsageDetail(period='D7')
  query: { $format: application/json }
  match: userPrincipalName
  absent: blank
columns: { Items: itemCount, Archive: hasArchive }
`;

test('accounts and usage are read in pages beside batches, once each, with a row for every mailbox of the list', async () => {
  const tenant = await newTenant({ mailboxes: 450, log: true });
  const result = await run(tenant, { inputs: { report: 'accounts\nmailbox-settings\nmailbox-usage' } });
  expect(result.errors).toEqual([]);
  const users = byAddress(tenant.listed('users'));
  const signIns = byAddress(tenant.listed('users', ['userPrincipalName', 'signInActivity']));
  const usage = byAddress(tenant.listed('getMailboxUsageDetail'));
  const accounts = result.rowsOf('accounts');
  expect(accounts.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
  expect(result.rowsOf('mailbox-settings').map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
  for (const { MailboxName = '', ...row } of accounts) {
    const user = users.get(MailboxName.toLowerCase());
    expect(row.Status).toBe(user === undefined ? 'not-found' : 'ok');
    if (user === undefined) continue;
    expect(row.DisplayName).toBe(user.displayName);
    const activity = signIns.get(MailboxName.toLowerCase())?.signInActivity;
    expect(row.LastSignIn === '').toBe(activity === undefined);
  }
  expect(new Set(accounts.map(({ Licenses }) => Licenses))).toEqual(new Set(['', 'ENTERPRISEPACK', 'SPE_E3']));
  for (const { MailboxName = '', ...row } of result.rowsOf('mailbox-usage')) {
    const used = usage.get(MailboxName.toLowerCase());
    const [items, bytes] = [used?.itemCount ?? '', used?.storageUsedInBytes];
    const size = typeof bytes === 'number' ? String(Math.round((bytes / 2 ** 30) * 100) / 100) : '';
    expect([row.Status, row.Items, row.UsedGB]).toEqual(['ok', JSON.stringify(items).replaceAll('"', ''), size]);
  }
  const pages = tenant.log.filter(({ kind }) => kind === 'single').map(({ path }) => path);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.filter((path) => path.includes('getMailboxUsageDetail'))).toHaveLength(1);
});

describe('without grants for sign-ins and MFA', () => {
  test.each([
    ['the permission', { roles: ['User.Read.All', 'LicenseAssignment.Read.All'] }],
    ['Entra ID P1', { faults: { listings: { users: { free: true }, userRegistrationDetails: { free: true } } } }],
  ])('accounts are whole otherwise, with one notice: %s', async (_case, options) => {
    const tenant = await newTenant(options);
    const result = await run(tenant, { inputs: { report: 'accounts' } });
    const notices = result.warnings.map(textOf).filter((text) => text.startsWith('Graph does not show'));
    expect(notices).toEqual([expect.any(String)]);
    expect(notices.join()).toMatch(/sign-ins and MFA.*AuditLog\.Read\.All and Microsoft Entra ID P1/);
    const read = result.rowsOf('accounts').filter(({ Status }) => Status === 'ok');
    expect(read.length).toBeGreaterThan(50);
    expect(read.every(({ AccountEnabled }) => AccountEnabled !== '')).toBe(true);
    expect(read.every((row) => row.LastSignIn === '' && row.DaysSinceSignIn === '' && row.MfaRegistered === '')).toBe(
      true,
    );
  });

  test('rules about sign-ins are inconclusive', async () => {
    const tenant = await newTenant({ roles: ['User.Read.All', 'LicenseAssignment.Read.All'] });
    const policy = 'rules:\n  - id: active\n    report: accounts\n    expect: { DaysSinceSignIn: { maximum: 90 } }\n';
    const result = await run(tenant, { files: { 'p.yml': policy }, inputs: { report: 'accounts', policy: 'p.yml' } });
    expect(new Set(result.rowsOf('accounts').map(({ Verdict }) => Verdict))).toEqual(new Set(['inconclusive']));
  });

  test('a notice says of each listing what its cells are', async () => {
    const tenant = await newTenant({ roles: ['User.Read.All'] });
    const result = await run(tenant, { inputs: { report: 'accounts' } });
    const notices = result.warnings.map(textOf).filter((text) => text.startsWith('Graph does not show'));
    expect(notices).toEqual([expect.stringMatching(/sign-ins and MFA: these cells are blank, .*: "Licenses" has/)]);
  });

  test('licenses have their IDs without the permission for part numbers', async () => {
    const tenant = await newTenant({ roles: ['User.Read.All', 'AuditLog.Read.All'] });
    const result = await run(tenant, { inputs: { report: 'accounts' } });
    const notices = result.warnings.map(textOf).filter((text) => text.startsWith('Graph does not show'));
    expect(notices).toEqual([expect.stringMatching(/"Licenses" has their IDs.*LicenseAssignment\.Read\.All/)]);
    expect(notices.join()).not.toContain('blank');
    const licenses = new Set(result.rowsOf('accounts').map(({ Licenses }) => Licenses));
    expect(licenses).toEqual(
      new Set(['', '6fd2c87f-b296-42f0-b197-1e91e994b900', '05e9a617-0261-4cee-bb44-138d3ef5d965']),
    );
  });

  test('rules about part numbers are inconclusive without them, and others about licenses are not', async () => {
    const rules = {
      forbidden: '{ not: { contains: { const: SPE_E3 } } }',
      required: '{ contains: { const: SPE_E3 } }',
      allowed: '{ items: { enum: [SPE_E3, ENTERPRISEPACK] } }',
      alike: "{ contains: { pattern: '^SPE_' } }",
      none: '{ maxItems: 0 }',
      'without-its-id': '{ not: { contains: { const: 05e9a617-0261-4cee-bb44-138d3ef5d965 } } }',
    };
    const lines = Object.entries(rules).map(
      ([id, schema]) =>
        `  - { id: ${id}, report: accounts, when: { AccountEnabled: { const: true } }, expect: { Licenses: ${schema} } }`,
    );
    const options = {
      files: { 'p.yml': `rules:\n${lines.join('\n')}\n` },
      inputs: { report: 'accounts', policy: 'p.yml' },
    };
    const verdictsIn = async (...roles: string[]): Promise<unknown> => {
      const result = await run(await newTenant({ roles: ['User.Read.All', 'AuditLog.Read.All', ...roles] }), options);
      const findings = result.rowsOf('violations');
      const ids = Object.keys(rules).map((id) => [
        id,
        [...new Set(findings.filter(({ Rule }) => Rule === id).map(({ Verdict }) => Verdict))].sort(),
      ]);
      return Object.fromEntries(ids);
    };
    expect(await verdictsIn()).toEqual({
      forbidden: ['inconclusive'],
      required: ['inconclusive'],
      allowed: ['inconclusive'],
      alike: ['inconclusive'],
      none: ['fail'],
      'without-its-id': ['fail', 'inconclusive'],
    });
    expect(await verdictsIn('LicenseAssignment.Read.All')).toMatchObject({
      forbidden: ['fail'],
      required: ['fail'],
      allowed: [],
      alike: ['fail'],
      none: ['fail'],
    });
  });
});

test('MFA of a disabled account is not applicable: blank, without a verdict of rules, and no change', async () => {
  const tenant = await newTenant();
  const policy =
    'rules:\n  - { id: mfa, report: accounts, expect: { MfaRegistered: { const: true } } }\n' +
    '  - { id: incapable, report: accounts, when: { MfaCapable: { const: false } }, expect: { UserType: { const: Guest } } }\n';
  const options = { files: { 'p.yml': policy }, inputs: { report: 'accounts', policy: 'p.yml', formats: 'json' } };
  const result = await run(tenant, options);
  const read = result.rowsOf('accounts').filter(({ Status }) => Status === 'ok');
  const disabled = read.filter(({ AccountEnabled }) => AccountEnabled === 'false');
  expect(disabled.length).toBeGreaterThan(5);
  for (const row of disabled) expect(row).toMatchObject({ MfaRegistered: '', MfaCapable: '', Verdict: 'pass' });
  const enabled = read.filter(({ AccountEnabled }) => AccountEnabled === 'true');
  expect(enabled.every(({ MfaRegistered }) => MfaRegistered !== '')).toBe(true);
  expect(new Set(enabled.map(({ Verdict }) => Verdict))).toEqual(new Set(['pass', 'fail']));
  const lines = storedLines(await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
  const marked = lines.filter((line) => JSON.stringify(line).includes('"notApplicable":['));
  expect(marked.map((line) => line.mailbox)).toEqual(disabled.map(({ MailboxName }) => MailboxName));
  expect(JSON.stringify(marked)).not.toContain('"unknown"');
});

test.each([
  ['accounts', { account: expect.stringMatching(GUID) }],
  ['mailbox-properties', { account: expect.stringMatching(GUID), guid: expect.stringMatching(GUID) }],
  ['mailbox-settings', undefined],
])('the rows file has what identifies each mailbox as far as %s says it', async (report, expected) => {
  const tenant = await newTenant({ mailboxes: 20 });
  const result = await run(tenant, { inputs: { report } });
  const lines = storedLines(await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
  const unread = new Set(result.rowsOf(report).flatMap((row) => (row.Status === 'ok' ? [] : row.MailboxName)));
  const read = lines.slice(1, -1).filter(({ mailbox }) => typeof mailbox === 'string' && !unread.has(mailbox));
  expect(read.length).toBeGreaterThan(5);
  expect(read.map(({ ids }) => ids)).toEqual(read.map(() => expected));
  expect(new Set(read.map(({ ids }) => JSON.stringify(ids))).size).toBe(expected === undefined ? 1 : read.length);
});

test('the rows file has the account of each mailbox that the run has listed by the accounts of the tenant', async () => {
  const tenant = await newTenant({ mailboxes: 20 });
  const result = await run(tenant, {
    inputs: { mailboxes: 'all', report: 'mailbox-settings', 'max-unreadable': '100%' },
  });
  const lines = storedLines(await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
  const listed = lines.slice(1, -1).filter(({ mailbox }) => typeof mailbox === 'string');
  expect(listed.length).toBeGreaterThan(15);
  expect(listed.map(({ ids }) => ids)).toEqual(listed.map(() => ({ account: expect.stringMatching(GUID) })));
});

describe('a listing is whole or unknown', () => {
  test.each<[string, ListingFaults, string, RegExp]>([
    ['a link to another host', { foreign: 'https://graph.example.com' }, 'failed', /another host/],
    ['a link to another resource', { strayPath: '/users' }, 'failed', /another resource/],
    ['pages that lead back', { looping: true }, 'failed', /leads back/],
    ['pages without an end', { endless: true }, 'failed', /objects of another page/],
    ['a page that repeats', { repeatsAt: 2 }, 'failed', /objects of another page/],
    ['links that expire', { expired: 2 }, 'failed', /ExpiredPageToken.*page 2/],
  ])('%s', async (_case, faults, status, error) => {
    const files = { 'usage.yml': USAGE };
    const { rows, tenant } = await readWith('usage.yml', 'getMailboxUsageDetail', () => faults, files);
    expect([...rows.keys()]).toEqual(tenant.addresses);
    for (const row of rows.values()) {
      expect(row).toMatchObject({ Status: status, Error: expect.stringMatching(error), Items: '', Archive: '' });
    }
  });

  test('is read again if a link has expired, and may have an object on two pages', async () => {
    const files = { 'usage.yml': USAGE };
    const faultsOf = (_tenant: Tenant, [one = '']: readonly string[]) => ({
      expired: 1,
      extra: [{ of: one, set: {} }],
    });
    const { rows, present, tenant } = await readWith('usage.yml', 'getMailboxUsageDetail', faultsOf, files);
    const usage = byAddress(tenant.listed('getMailboxUsageDetail'));
    for (const address of present) {
      const items = JSON.stringify(usage.get(address.toLowerCase())?.itemCount ?? '').replaceAll('"', '');
      expect(rows.get(address)).toMatchObject({ Status: 'ok', Items: items });
    }
  });

  test('leaves the other reports if it is denied', async () => {
    const tenant = await newTenant({ faults: { listings: { getMailboxUsageDetail: { denied: true } } } });
    const result = await run(tenant, { inputs: { report: 'mailbox-usage\naccounts\nmailbox-settings' } });
    const statuses = (report: string) => new Set(result.rowsOf(report).map(({ Status }) => Status));
    expect(statuses('mailbox-usage')).toEqual(new Set(['access-denied']));
    for (const report of ['accounts', 'mailbox-settings']) expect(statuses(report)).toContain('ok');
  });

  test('a run names the setting that conceals names', async () => {
    const tenant = await newTenant({ faults: { listings: { getMailboxUsageDetail: { concealed: true } } } });
    const result = await run(tenant, { inputs: { report: 'mailbox-usage', 'max-unreadable': '0' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors.map(textOf).join()).toContain('Microsoft 365 conceals the names');
  });

  test('a short wait is kept, and the rest of the run goes on', async () => {
    const faults = { listings: { getMailboxUsageDetail: { throttled: { times: 2, retryAfter: 1 } } } };
    const tenant = await newTenant({ faults });
    const result = await run(tenant, { inputs: { report: 'mailbox-usage\nmailbox-settings' } });
    expect(tenant.counts).toMatchObject({ early: 0, refused: 2 });
    expect(result.rowsOf('mailbox-usage').some(({ UsedGB }) => UsedGB !== '')).toBe(true);
  });
});

test('the pages of a usage report may be outside of its path', async () => {
  const { rows, present, tenant } = await readWith(
    'usage.yml',
    'getMailboxUsageDetail',
    () => ({ reportingLinks: true }),
    {
      'usage.yml': USAGE,
    },
  );
  const usage = byAddress(tenant.listed('getMailboxUsageDetail'));
  expect(present.length).toBeGreaterThan(200);
  for (const address of present) {
    const items = JSON.stringify(usage.get(address.toLowerCase())?.itemCount ?? '').replaceAll('"', '');
    expect(rows.get(address)).toMatchObject({ Status: 'ok', Items: items });
  }
});

describe('the CSV of a usage report', () => {
  test.each<[string, ListingFaults, string, RegExp]>([
    ['denied', { denied: true }, 'access-denied', /^S2SUnauthorized: Invalid permission\. .*Reports\.Read\.All/],
    ['throttled too long', { throttled: { times: 1, retryAfter: 2000 } }, 'throttled', /TooManyRequests/],
    ['concealed names', { concealed: true }, 'failed', /Display concealed user, group, and site names/],
    ['HTML', { file: { content: 'html' } }, 'failed', /is no usage report/],
    ['an empty file', { file: { content: 'empty' } }, 'failed', /is empty/],
    ['a file that is cut short', { file: { content: 'cut' } }, 'failed', /cut short/],
    ['each row twice', { file: { content: 'doubled' } }, 'failed', /rows twice/],
    ['no column of names', { file: { lacks: ['User Principal Name'] } }, 'failed', /userPrincipalName/],
    ['a host that refuses', { file: { status: 403 } }, 'failed', /status 403/],
    ['a second redirect', { file: { redirects: true } }, 'failed', /status 302/],
    [
      'http elsewhere',
      { file: { location: 'http://reports.example.com/x?token=s3cret' } },
      'failed',
      /not confidential/,
    ],
    ['no URL', { file: { location: 'nowhere' } }, 'failed', /no URL/],
  ])('%s fails with its cause, and no other report', async (_case, faults, status, error) => {
    const tenant = await newTenant({ mailboxes: 60, faults: { listings: { getMailboxUsageDetail: faults } } });
    const result = await run(tenant, { inputs: { report: 'mailbox-usage\nmailbox-settings' } });
    for (const row of result.rowsOf('mailbox-usage')) {
      expect(row).toMatchObject({ Status: status, Error: expect.stringMatching(error), UsedGB: '', ReportDate: '' });
    }
    expect(result.rowsOf('mailbox-usage').map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
    expect(result.rowsOf('mailbox-settings').map(({ Status }) => Status)).toContain('ok');
    expect(tenant.counts.early).toBe(0);
    expect(tenant.counts.usageFiles).toBeLessThanOrEqual(3);
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });

  test('is read by one request to Graph without $top, and one without a token to the host of the file', async () => {
    const tenant = await newTenant({ mailboxes: 1200, log: true });
    const result = await run(tenant, { inputs: { report: 'mailbox-usage' } });
    const usage = tenant.log.filter(({ path }) => path.includes('getMailboxUsageDetail'));
    expect(usage.map(({ status }) => status)).toEqual([302]);
    expect(tenant.counts.usageFiles).toBe(1);
    expect(result.masked.some((secret) => secret.startsWith('token='))).toBe(true);
    const expected = byAddress(tenant.listed('getMailboxUsageDetail'));
    for (const { MailboxName = '', Items, HasArchive } of result.rowsOf('mailbox-usage')) {
      const { itemCount = '', hasArchive = '' } = expected.get(MailboxName.toLowerCase()) ?? {};
      expect([Items, HasArchive]).toEqual(
        [itemCount, hasArchive].map((value) => JSON.stringify(value).replaceAll('"', '')),
      );
    }
  });

  test('has its columns by name, and a column that is missing is unknown', async () => {
    const file = { reversed: true, lacks: ['Has Archive'] };
    const { rows, present, tenant } = await readWith('mailbox-usage', 'getMailboxUsageDetail', () => ({ file }));
    const usage = byAddress(tenant.listed('getMailboxUsageDetail'));
    for (const address of present) {
      const items = JSON.stringify(usage.get(address.toLowerCase())?.itemCount ?? '').replaceAll('"', '');
      expect(rows.get(address)).toMatchObject({ Status: 'ok', Items: items, HasArchive: '' });
    }
  });

  test('has no row for a mailbox without usage, whose cells are unknown', async () => {
    const { rows, result } = await readWith('mailbox-usage', 'getMailboxUsageDetail', () => ({
      file: { content: 'header' },
    }));
    for (const row of rows.values()) expect([row.Status, row.Items]).toEqual(['ok', '']);
    expect(result.warnings.map(textOf).join()).toContain('perhaps under another address');
  });
});

test('a cloud without usage reports refuses them before the first request', async () => {
  const tenant = await newTenant({ log: true });
  const result = await run(tenant, { inputs: { report: 'mailbox-usage', cloud: 'usgov' } });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
  expect(result.errors.map(textOf).join()).toContain('mailbox-usage does not exist in the cloud "usgov"');
  expect(tenant.log).toEqual([]);
});

describe('a mailbox that is not in a listing', () => {
  test('is blank where the report says so, and unknown otherwise, with one notice', async () => {
    const policy = (report: string) =>
      `rules:\n  - id: r\n    report: ${report}\n    expect: { Items: { type: number } }\n`;
    for (const [absent, verdict] of [
      ['blank', 'fail'],
      ['unknown', 'inconclusive'],
    ] as const) {
      const tenant = await newTenant();
      const [first = ''] = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
      tenant.setFaults({ listings: { getMailboxUsageDetail: { without: [first] } } });
      const files = { 'usage.yml': USAGE.replace('absent: blank', `absent: ${absent}`), 'p.yml': policy('usage') };
      const result = await run(tenant, { files, inputs: { report: 'usage.yml', policy: 'p.yml' } });
      const row = result.rowsOf('usage').find(({ MailboxName }) => MailboxName === first);
      expect(row).toMatchObject({ Status: 'ok', Items: '', Verdict: verdict });
      expect(result.warnings.filter(({ message }) => message.includes('perhaps under another address'))).toHaveLength(
        absent === 'blank' ? 0 : 1,
      );
    }
  });

  test('is blank also in a shard of which the listing has no mailbox', async () => {
    const files = {
      'usage.yml': USAGE,
      'p.yml': 'rules: [{ id: r, report: usage, expect: { Items: { type: number } } }]',
    };
    const tenant = await newTenant();
    tenant.setFaults({ listings: { getMailboxUsageDetail: { without: tenant.addresses.slice(5) } } });
    // Shards of the same run follow.
    const result = await run(tenant, { files, inputs: { report: 'usage.yml', policy: 'p.yml' } });
    const verdicts = result.rowsOf('usage').map(({ Verdict }) => Verdict);
    expect(new Set(verdicts.slice(5))).toEqual(new Set(['fail']));
    expect(verdicts.slice(0, 5)).toContain('pass');
  });

  test('is not blank if the property finds no mailbox', async () => {
    const files = { 'usage.yml': USAGE.replace('match: userPrincipalName', 'match: displayName') };
    const { result, rows } = await readWith('usage.yml', 'getMailboxUsageDetail', () => ({}), files);
    expect(result.warnings.map(textOf).join()).toContain('No mailbox was found: check "match"');
    expect(new Set([...rows.values()].map(({ Status }) => Status))).toEqual(new Set(['ok']));
  });

  test('is unknown if a listing of usage ends early, with one notice', async () => {
    const files = { 'usage.yml': USAGE.replace('absent: blank', 'absent: unknown') };
    const { rows, result, tenant } = await readWith('usage.yml', 'getMailboxUsageDetail', () => ({ endsAt: 1 }), files);
    const listed = byAddress(tenant.listed('getMailboxUsageDetail').slice(0, 200));
    for (const [address, row] of rows) {
      expect([row.Status, row.Items !== '']).toEqual(['ok', listed.has(address.toLowerCase())]);
    }
    expect(result.warnings.map(textOf).filter((text) => text.includes('perhaps under another address'))).toHaveLength(
      1,
    );
  });

  test('is not found if a listing of accounts ends early', async () => {
    const { rows, present } = await readWith('accounts', 'users', (_, addresses) => ({ without: addresses.slice(3) }));
    expect(present.map((address) => rows.get(address)?.Status).slice(0, 5)).toEqual([
      'ok',
      'ok',
      'ok',
      'not-found',
      'not-found',
    ]);
  });

  test('is unknown if the property is in no object', async () => {
    const files = { 'usage.yml': USAGE.replace('match: userPrincipalName', 'match: mail') };
    const { rows } = await readWith('usage.yml', 'getMailboxUsageDetail', () => ({}), files);
    for (const row of rows.values())
      expect(row).toMatchObject({ Status: 'failed', Error: expect.stringContaining('"mail"') });
  });
});

test('addresses are compared without case', async () => {
  const { rows, present } = await readWith('mailbox-usage', 'getMailboxUsageDetail', () => ({ upperCase: true }));
  for (const address of present)
    expect(rows.get(address)).toMatchObject({ Status: 'ok', HasArchive: expect.stringMatching(/true|false/) });
});

test('two objects for a mailbox are ambiguous, and a deleted user is none', async () => {
  const { rows, present } = await readWith('mailbox-usage', 'getMailboxUsageDetail', (_, [one = '', other = '']) => ({
    extra: [
      { of: one, set: { itemCount: 1 } },
      { of: other, set: { itemCount: 1, isDeleted: true } },
    ],
  }));
  const [one, other] = present.map((address) => rows.get(address));
  expect(one).toMatchObject({ Status: 'failed', Error: expect.stringContaining('several objects') });
  expect(other).toMatchObject({ Status: 'ok' });
  expect(other?.Items).not.toBe('1');
});

test('an account is matched by its user principal name before another by its mail, and by an alias', async () => {
  const { rows, present, tenant } = await readWith('accounts', 'users', (_, [one = '', other = '', third = '']) => ({
    without: [other, third],
    extra: [
      { of: one, set: { id: 'guest', userPrincipalName: 'g_x#EXT#@contoso.com', mail: one, userType: 'Guest' } },
      {
        of: other,
        set: { userPrincipalName: 'new@contoso.com', mail: 'new@contoso.com', proxyAddresses: [`smtp:${other}`] },
      },
      { of: third, set: { userPrincipalName: 'a@contoso.com', mail: third } },
      { of: third, set: { userPrincipalName: 'b@contoso.com', mail: third, displayName: 'another' } },
    ],
  }));
  expect(tenant.listed('users').length).toBeGreaterThan(220);
  const [one, other, third] = present.map((address) => rows.get(address));
  expect(one).toMatchObject({ Status: 'ok', UserPrincipalName: present[0] });
  expect(other).toMatchObject({ Status: 'ok', UserPrincipalName: 'new@contoso.com' });
  expect(third).toMatchObject({ Status: 'failed' });
});

test('highlights name licensed accounts without a sign-in, accounts without MFA, and licensed shared mailboxes', async () => {
  const tenant = await newTenant({ mailboxes: 300 });
  const result = await run(tenant, { inputs: { report: 'accounts\nmailbox-usage\nmailbox-settings' } });
  expect(result.summary).toMatch(/No sign-in for 90 days, and still licensed/);
  expect(result.summary).toMatch(/Enabled account without MFA/);
  expect(result.summary).toMatch(/Mailbox is more than 90 % full/);
});
