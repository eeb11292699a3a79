import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { textAt } from '../tenant/collection-reader.ts';

const BOTH = ['AuditLog.Read.All', 'Reports.Read.All'];
const MONTH = 30 * 86_400_000;

const { newTenant, run } = inProcessScenarios(
  { report: 'protocol-use', compare: 'off' },
  { mailboxes: 120, roles: BOTH },
);

const textOf = ({ message }: { readonly message: string }): string => message;

/** What the log says about each mailbox and client: the times of successful sign-ins in the last 30 days, ascending. */
function timesIn(tenant: Tenant): (address: string, client?: string) => readonly string[] {
  const since = new Date(Math.floor((Date.now() - MONTH) / 86_400_000) * 86_400_000).toISOString();
  const events = tenant
    .listed('signIns')
    .filter((event) => textAt(event, 'createdDateTime') >= since)
    .filter((event) => JSON.stringify(event.status).includes('"errorCode":0'));
  const times = Map.groupBy(
    events,
    (event) =>
      `${textAt(event, 'userPrincipalName')} ${textAt(event, 'clientAppUsed').replace(/^SMTP$/, 'Authenticated SMTP')}`,
  );
  return (address, client = 'Authenticated SMTP') =>
    (times.get(`${address.toLowerCase()} ${client}`) ?? []).map((event) => textAt(event, 'createdDateTime')).sort();
}

function usageOf(tenant: Tenant): ReadonlyMap<string, JsonObject> {
  const all = tenant.listed('getEmailAppUsageUserDetail');
  return new Map(all.map((object) => [textAt(object, 'userPrincipalName'), object]));
}

/** A version or Yes is used. `Undetermined` does not say it. */
function isUsed(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return 'no';
  return value.includes('Undetermined') ? '' : 'yes';
}

test('sign-ins have dates and counts, and the usage report says who used nothing', async () => {
  const tenant = await newTenant({ log: true });
  const result = await run(tenant, {});
  const [usage, timesOf] = [usageOf(tenant), timesIn(tenant)];
  expect(new Set(tenant.listed('signIns').map((event) => textAt(event, 'clientAppUsed')))).toContain('SMTP');
  const sources = new Set<string | undefined>();
  for (const { MailboxName: address = '', ...row } of result.rowsOf('protocol-use')) {
    const [times, used] = [timesOf(address), usage.get(address)];
    const isLogged = ['Authenticated SMTP', 'IMAP4', 'POP3'].some((one) => timesOf(address, one).length > 0);
    const smtp = times.length > 0 ? 'yes' : used && isUsed(used.smtpApp);
    const imap = timesOf(address, 'IMAP4').length > 0 ? 'yes' : used && isUsed(used.imap4App);
    expect(row).toMatchObject({
      Status: 'ok',
      SmtpAuthSetting: '',
      SmtpAuthLastUsed: times.at(-1) ?? '',
      SmtpAuthUses30d: times.length === 0 ? '' : String(times.length),
      SmtpUsed: smtp ?? '',
      ImapUsed: imap ?? '',
      Source: isLogged ? 'sign-ins' : used === undefined ? '' : 'app-usage',
    });
    sources.add(`${row.Source ?? ''} ${row.SmtpUsed ?? ''}`);
  }
  expect(sources).toEqual(new Set([' ', 'app-usage ', 'app-usage no', 'app-usage yes', 'sign-ins no', 'sign-ins yes']));
  const asked = tenant.log.map(({ path }) => path).filter((path) => path.includes('/auditLogs/signIns'));
  expect(asked[0]).toMatch(/^\/beta\/auditLogs\/signIns\?\$filter=/);
});

describe('with one of both sources', () => {
  test('a mailbox that the log lacks is unknown, never unused', async () => {
    const tenant = await newTenant({ roles: ['AuditLog.Read.All'] });
    const policy = 'rules:\n  - id: smtp\n    report: protocol-use\n    expect: { SmtpUsed: { const: "no" } }\n';
    const result = await run(tenant, { files: { 'p.yml': policy }, inputs: { policy: 'p.yml' } });
    const rows = result.rowsOf('protocol-use');
    const timesOf = timesIn(tenant);
    for (const { MailboxName: address = '', ...row } of rows) {
      const isLogged = timesOf(address).length > 0;
      expect([row.SmtpUsed, row.Verdict]).toEqual(isLogged ? ['yes', 'fail'] : ['', 'inconclusive']);
    }
    expect(new Set(rows.map(({ Source }) => Source))).toEqual(new Set(['', 'sign-ins']));
    const notices = result.warnings.map(textOf).filter((text) => text.startsWith('Graph does not show'));
    expect(notices.join()).toContain('Reports.Read.All');
  });

  test.each<[string, TenantOptions]>([
    ['the permission', { roles: ['Reports.Read.All'] }],
    ['Entra ID P1', { faults: { listings: { signIns: { free: true } } } }],
  ])('without %s for the log, the usage report says who used SMTP, without dates', async (_case, options) => {
    const tenant = await newTenant(options);
    const result = await run(tenant, {});
    const usage = usageOf(tenant);
    for (const { MailboxName: address = '', ...row } of result.rowsOf('protocol-use')) {
      const used = usage.get(address);
      expect(row).toMatchObject({
        SmtpAuthLastUsed: '',
        SmtpAuthUses30d: '',
        SmtpUsed: used === undefined ? '' : isUsed(used.smtpApp),
        Source: used === undefined ? '' : 'app-usage',
        Status: 'ok',
      });
    }
    expect(result.warnings.map(textOf).join()).toMatch(/AuditLog\.Read\.All and Microsoft Entra ID P1/);
    expect(result.warnings.map(textOf).join()).not.toContain('requires');
  });

  test('concealed names fail the report only if the log cannot be read either', async () => {
    const concealed = { getEmailAppUsageUserDetail: { concealed: true } };
    const tenant = await newTenant({ faults: { listings: concealed } });
    const logged = await run(tenant, {});
    expect(logged).toMatchObject({ code: 0, errors: [] });
    expect(logged.warnings.map(textOf).join()).toContain('Display concealed user, group, and site names');
    expect(logged.warnings.map(textOf).join()).not.toContain('Reports.Read.All');
    expect(logged.rowsOf('protocol-use').some(({ SmtpUsed }) => SmtpUsed === 'yes')).toBe(true);
    tenant.setFaults({ listings: { ...concealed, signIns: { free: true } } });
    const result = await run(tenant, {});
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    expect(result.errors.map(textOf).join()).toContain('Microsoft 365 conceals the names');
  });

  test('without both, no mailbox is read, and the error names both permissions', async () => {
    const tenant = await newTenant({ roles: ['MailboxSettings.Read'] });
    const result = await run(tenant, {});
    expect(result.errors.map(textOf).join()).toContain('AuditLog.Read.All or Reports.Read.All');
    expect(new Set(result.rowsOf('protocol-use').map(({ Status }) => Status))).toEqual(new Set(['access-denied']));
  });
});

test('the setting is that of client-access, where the run reads it', async () => {
  const tenant = await newTenant({ exchange: {} });
  const result = await run(tenant, { inputs: { report: 'protocol-use\nclient-access' } });
  const settings = new Map(result.rowsOf('client-access').map((row) => [row.MailboxName, row.SmtpAuth]));
  const rows = result.rowsOf('protocol-use').filter(({ Status }) => Status === 'ok');
  expect(rows.map(({ SmtpAuthSetting }) => SmtpAuthSetting)).toEqual(
    rows.map(({ MailboxName }) => settings.get(MailboxName)),
  );
  expect(new Set(settings.values())).toEqual(new Set(['', 'enabled', 'disabled']));
});

test('a log that is not whole is not used', async () => {
  const tenant = await newTenant({ faults: { listings: { signIns: { looping: true } } } });
  const result = await run(tenant, {});
  expect(new Set(result.rowsOf('protocol-use').map(({ Source }) => Source))).toEqual(new Set(['', 'app-usage']));
});
