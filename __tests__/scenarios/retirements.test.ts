import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { textAt } from '../tenant/collection-reader.ts';

const ROLES = ['User.Read.All', 'AuditLog.Read.All', 'Reports.Read.All', 'LicenseAssignment.Read.All'];
const { newTenant, run, merge } = inProcessScenarios(
  { compare: 'off', 'max-unreadable': '100%' },
  { mailboxes: 300, roles: ROLES, exchange: {} },
);

/** The line of a summary about a retirement. */
function lineOf(summary: string, title: string): string {
  return summary.split('\n').find((line) => line.startsWith(`- **${title}**: `)) ?? '';
}

describe('each retirement finds exactly the mailboxes that it affects', () => {
  /** What Exchange has about a mailbox. */
  function objects(tenant: Tenant, cmdlet: string, address: string) {
    return tenant.exchangeObjects(cmdlet, address) ?? [];
  }

  async function runAll() {
    const tenant = await newTenant();
    const files = { 'mobile-devices.yml': textOf('examples/reports/mobile-devices.yml') };
    const report = 'protocol-use\nclient-access\nmailbox-properties\nmobile-devices.yml';
    return { tenant, result: await run(tenant, { files, inputs: { report } }) };
  }

  test('in a tenant with all of them', async () => {
    const { tenant, result } = await runAll();
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    const affected = (test: (address: string) => boolean): string[] => tenant.addresses.filter(test);
    const used = new Map(result.rowsOf('protocol-use').map((row) => [row.MailboxName, row.SmtpUsed]));
    const devices = result.rowsOf('mobile-devices');
    const isOld = (row: (typeof devices)[number]): boolean => row.ClientType === 'EAS' && row.ClientVersion === '14.1';
    const old = new Set(devices.filter(isOld).map(({ MailboxName }) => MailboxName));
    expect(devices.some(({ ClientVersion }) => ClientVersion === '16.1')).toBe(true);
    const expected: readonly (readonly [title: string, mailboxes: readonly string[]])[] = [
      ['SMTP AUTH', affected((address) => used.get(address) === 'yes')],
      [
        'Exchange Web Services',
        affected((address) =>
          objects(tenant, 'Get-CASMailbox', address).some(({ EwsEnabled }) => EwsEnabled !== false),
        ),
      ],
      [
        'Opt-out phase of the new Outlook for Windows',
        affected((address) =>
          objects(tenant, 'Get-CASMailbox', address).some(({ MAPIEnabled }) => MAPIEnabled === true),
        ),
      ],
      ['Exchange ActiveSync', affected((address) => old.has(address))],
      [
        'onmicrosoft.com addresses as senders',
        affected((address) =>
          objects(tenant, 'Get-Mailbox', address).some((object) =>
            textAt(object, 'PrimarySmtpAddress').endsWith('.onmicrosoft.com'),
          ),
        ),
      ],
    ];
    for (const [title, mailboxes] of expected) {
      expect(mailboxes.length).toBeGreaterThan(0);
      const line = lineOf(result.summary, title);
      expect([title, /\. (\d+) mailbox/.exec(line)?.[1]]).toEqual([title, String(mailboxes.length)]);
      expect(line).toMatch(/\[Source\]\(https:\/\/.*\), as of \d{4}-\d\d-\d\d\.$/);
    }
  });
});

test('the summary has only what the reports of the run detect, with counts alone if it names no mailbox', async () => {
  const tenant = await newTenant();
  const result = await run(tenant, { inputs: { report: 'protocol-use', summary: 'counts', formats: 'html' } });
  const text = lineOf(result.summary, 'SMTP AUTH');
  const used = result.rowsOf('protocol-use').filter(({ SmtpUsed }) => SmtpUsed === 'yes').length;
  const unknown = result.rowsOf('protocol-use').filter(({ SmtpUsed }) => SmtpUsed === '').length;
  expect(text).toContain(
    `${used} mailboxes used SMTP AUTH in the last 30 days. It is unknown for ${unknown} more mailboxes.`,
  );
  expect(result.summary).not.toContain('@contoso.com');
  expect(result.summary).not.toContain('Exchange Web Services');
  const folder = result.outputs['output-directory'] ?? '';
  const page = await readFile(path.join(folder, 'report.html'), 'utf8');
  expect(page).toContain('<h2>Retirements</h2>');
  expect(page).toContain(`${used} mailboxes used SMTP AUTH in the last 30 days`);
  const other = await run(await newTenant({ roles: ['MailboxSettings.Read'] }), {});
  expect(other.summary).not.toContain('Retirements');
});

test('a merge of shards has the section of one run, and the cells of other reports', async () => {
  const tenant = await newTenant();
  const report = 'protocol-use\nclient-access';
  const whole = await run(tenant, { inputs: { report } });
  for (const shard of ['1/2', '2/2']) {
    expect(await run(tenant, { inputs: { report, shard, 'artifact-name': 'mailbox-report' } })).toMatchObject({
      code: 0,
    });
  }
  const inputs = { 'artifact-name': 'mailbox-report', 'max-unreadable': '100%', compare: 'off' };
  const merged = await merge({ tenant, files: {}, inputs });
  expect(merged).toMatchObject({ code: 0, errors: [] });
  expect(merged.rowsOf('protocol-use')).toEqual(whole.rowsOf('protocol-use'));
  for (const title of ['SMTP AUTH', 'Exchange Web Services']) {
    expect(lineOf(merged.summary, title)).toEqual(lineOf(whole.summary, title));
    expect(lineOf(whole.summary, title)).toMatch(/\. \d+ mailboxes /);
  }
});
