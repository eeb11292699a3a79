import { X509Certificate } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { expectedRow, withoutError } from '../support/expected-row.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { credential, newTenant, run, runPackaged } = inProcessScenarios();

const COLUMNS = [
  'MailboxName',
  'Language',
  'Locale',
  'TimeZone',
  'AutomaticReplyStatus',
  'AutomaticReplyExternalAudience',
  'AutomaticReplyStart',
  'AutomaticReplyEnd',
  'AutomaticReplyActive',
  'DateFormat',
  'TimeFormat',
  'WorkingDays',
  'WorkingHoursStart',
  'WorkingHoursEnd',
  'WorkingHoursTimeZone',
  'DelegateMeetingMessages',
  'ArchiveFolder',
  'UserPurpose',
  'Status',
  'Error',
];

describe('a successful run', () => {
  test('writes a row for every mailbox of the list, in order, with its own values', async () => {
    const tenant = await newTenant({ mailboxes: 700 });
    const result = await runPackaged(tenant, { inputs: { 'max-unreadable': '100%' } });
    expect(result).toMatchObject({ code: 0, stderr: '', errors: [] });
    expect(Object.keys(result.rows[0] ?? {})).toEqual(COLUMNS);
    const wanted = tenant.addresses.map((address) => expectedRow(address, tenant.expected(address)));
    expect(result.rows.map(withoutError)).toEqual(wanted);
    expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(
      new Set(['ok', 'not-found', 'no-mailbox', 'access-denied']),
    );
    expect(wanted.filter(({ AutomaticReplyStart }) => AutomaticReplyStart !== '').length).toBeGreaterThan(10);
  });

  test('sets its outputs', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs: { 'max-unreadable': '100%' } });
    const read = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok').length;
    expect(read).toBeGreaterThan(40);
    expect(result.outputs).toMatchObject({
      result: 'pass',
      'mailbox-count': '60',
      'read-count': String(read),
      'unreadable-count': String(60 - read),
      'certificate-days-left': '365',
    });
    const { validTo } = new X509Certificate(credential().certificate);
    expect(result.outputs['certificate-expires-on']).toBe(new Date(validTo).toISOString().slice(0, 10));
    expect(result.outputs['csv-path']).toBe(
      path.join(result.outputs['output-directory'] ?? '', 'mailbox-settings.csv'),
    );
  });

  test('sends batches of 20, with one token, and no request twice', async () => {
    const tenant = await newTenant({ mailboxes: 205 });
    await run(tenant, { inputs: { 'max-unreadable': '100%' } });
    expect(tenant.counts).toMatchObject({ tokens: 1, batches: 11, singles: 0, items: 205, early: 0 });
  });

  test('writes to the requested folder, and leaves the workspace unchanged', async () => {
    const tenant = await newTenant({ mailboxes: 20 });
    const inputs = { 'max-unreadable': '100%', 'output-directory': 'reports/today' };
    const result = await run(tenant, { inputs });
    expect(result.outputs['output-directory']).toBe(path.join(result.workspace, 'reports', 'today'));
    expect(result.rows).toHaveLength(20);
    expect((await readdir(result.workspace)).sort()).toEqual(['mailboxes.txt', 'reports']);
    expect(await readdir(`${result.workspace}/reports/today`)).toEqual(['mailbox-settings.csv', 'rows.ndjson.gz']);
  });
});
