import { describe, expect, test } from '@jest/globals';
import { UPLOADED } from '../support/action-run.ts';
import { parseJson } from '../../src/json.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { unzipped } from '../support/zip.ts';
import { expectedCells } from '../support/expected-row.ts';

const { credential, newTenant, run } = inProcessScenarios();

const MOST_BYTES = 900 * 1024;
const inputs = { 'max-unreadable': '100%' };

describe('the job summary', () => {
  test('has result, highlights, counts, distribution, unreadable mailboxes by cause, certificate and throttling', async () => {
    const tenant = await newTenant({ mailboxes: 300 });
    const reports = { report: 'mailbox-settings\ninbox-rules', formats: 'json', ...UPLOADED };
    const result = await run(tenant, { inputs: { ...reports, 'max-unreadable': '50' } });
    const { summary, rows } = result;
    const read = rows.filter(({ Status }) => Status === 'ok').length;
    expect(summary).toMatch(/^## Mailbox Report: pass, 17 not read\n/);
    expect(summary).toContain(`| 300 | ${read} | ${300 - read} |`);
    expect(summary).toContain(`Certificate \`${credential().thumbprint}\`: 365 days left, until 20`);
    expect(summary).toMatch(/<summary>Run: 300 mailboxes in \d+ s, .* mailboxes a second<\/summary>/);
    expect(summary).toContain('No throttling.');
    const sending = result.rowsOf('inbox-rules').filter(({ Status, Enabled, ExternalTargets = '' }) => {
      return Status === 'ok' && Enabled === 'true' && !['', 'inconclusive'].includes(ExternalTargets);
    });
    const senders = new Set(sending.map(({ MailboxName }) => MailboxName)).size;
    expect(senders).toBeGreaterThan(5);
    expect(summary).toContain(`| Rule forwards outside | ${senders} mailboxes, ${sending.length} inbox rules |`);
    const text = unzipped(tenant.artifacts()[0]?.bytes).get('mailbox-report.json')?.toString('utf8') ?? '';
    expect(parseJson(text)).toMatchObject({
      highlights: expect.arrayContaining([
        {
          report: 'inbox-rules',
          title: 'Rule forwards outside',
          unit: 'inbox rule',
          mailboxes: senders,
          rows: sending.length,
        },
      ]),
    });
    // An unknown cell has another type than the word of the CSV.
    expect(text).not.toMatch(/"(?:ExternalTargets|Hides)":"/);
    expect(text).toMatch(/"ExternalTargets":null,.*"Inconclusive":\["ExternalTargets"\]/);
    const ok = tenant.addresses.map((address) => tenant.expected(address)).filter(({ status }) => status === 'ok');
    const [header = [], , lists = []] = (/<summary>Settings: .*<\/summary>\n\n((?:\|.*\n)+)/.exec(summary)?.[1] ?? '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [title, column] of [
      ['Time zones', 'TimeZone'],
      ['Languages', 'Language'],
      ['Automatic replies', 'AutomaticReplyStatus'],
    ] as const) {
      const folded = ok.map((expected) => (expectedCells(expected)[column] ?? '').toLowerCase());
      const list = lists[header.indexOf(title)] ?? '';
      const values = [...list.matchAll(/(?:^|<br>)([^<]+): (\d+) \(\d+(?:\.\d)?%\)/g)];
      const [[, top = '', count] = []] = values;
      expect(folded.filter((value) => value === top.toLowerCase())).toHaveLength(Number(count));
      expect(values.reduce((sum, [, , number = '0']) => sum + Number(number), 0)).toBe(read);
    }
    for (const status of ['not-found', 'no-mailbox', 'access-denied']) {
      const number = rows.filter(({ Status }) => Status === status).length;
      expect(number).toBeGreaterThan(0);
      expect(summary).toContain(`| \`${status}\` | ${number} mailbox`);
    }
  });

  test('names no mailbox with counts, and neither does the log', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const { summary, printed } = await run(tenant, { inputs: { ...inputs, summary: 'counts' } });
    expect(summary).toMatch(/\| `not-found` \| \d/);
    const printedText = `${summary}\n${printed}`.toLowerCase();
    expect(tenant.addresses.filter((address) => printedText.includes(address.toLowerCase()))).toEqual([]);
  });

  test('is not written with none, after success or error', async () => {
    const tenant = await newTenant();
    const [good, bad] = await Promise.all([
      run(tenant, { inputs: { ...inputs, summary: 'none' } }),
      run(tenant, { inputs: { summary: 'none', cloud: 'mars' } }),
    ]);
    expect(good).toMatchObject({ code: 0, summary: '' });
    expect(bad).toMatchObject({ code: 1, summary: '' });
  });

  test('stays below its limit however many mailboxes are unreadable, and links to the others', async () => {
    const tenant = await newTenant({ mailboxes: 1 });
    const long = 'a'.repeat(200);
    const addresses = Array.from({ length: 6000 }, (_, at) => `${long}${at}@contoso.com`);
    const { summary, rows, outputs } = await run({ ...tenant, addresses }, { inputs: { ...inputs, ...UPLOADED } });
    expect(rows).toHaveLength(6000);
    expect(outputs['unreadable-count']).toBe('6000');
    expect(Buffer.byteLength(summary)).toBeLessThan(MOST_BYTES);
    expect(summary).toMatch(/<details>/);
    expect(summary).toMatch(/and 5,\d{3} more: see the CSV/);
    expect(summary).toContain('/artifacts/');
  });

  test('states the cause if nothing could be read', async () => {
    const { summary } = await run(await newTenant(), { inputs: { 'client-id': 'app | <b>' } });
    expect(summary).toMatch(/^## Mailbox Report: error\n\n\*\*`INPUT_INVALID`:\*\* .*client-id/);
    expect(summary).not.toContain('<b>');
  });
});
