import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../tenant/json.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { unzipped } from '../support/zip.ts';

const { newTenant, run, runPackaged } = inProcessScenarios();

/** Names of servers, and stack traces. */
const SERVERS = /\.prod\.outlook\.com|AM9PR05MB8123|at Microsoft\.Exchange/i;
const REPORTS = 'mailbox-properties\nclient-access';

/** Columns that depend on the time when the tenant was started. */
const TIMES = ['WhenCreated', 'LitigationHoldDate'];

function timeless(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, TIMES.includes(column) ? '' : cell]));
}

/** A value as the CSV shows it. */
function shown(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(shown).join('; ');
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}

describe('reports of Exchange Online', () => {
  test.concurrent('are read beside those of Graph, page by page, with a second token', async () => {
    const tenant = await newTenant({ exchange: { mostAPage: 13, unlisted: 7 } });
    const result = await runPackaged(tenant, {
      inputs: { report: `${REPORTS}\nmailbox-settings`, 'max-unreadable': '100%', formats: 'html' },
    });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(tenant.counts.tokens).toBe(2);
    const properties = result.rowsOf('mailbox-properties');
    expect(properties.map(({ MailboxName }) => MailboxName)).toEqual([...tenant.addresses]);
    for (const report of ['mailbox-properties', 'client-access']) {
      for (const { MailboxName = '', Status } of result.rowsOf(report)) {
        // Exchange lists inactive mailboxes and those on-premises no more than Graph reads them, but only Graph knows why.
        const { status } = tenant.expected(MailboxName);
        expect([MailboxName, status === 'access-denied' ? 'ok' : status]).toEqual([MailboxName, Status]);
      }
    }
    expect(properties.some(({ ExternalTargets }) => (ExternalTargets ?? '').includes('@'))).toBe(true);
    expect(new Set(result.rowsOf('client-access').map(({ SmtpAuth }) => SmtpAuth))).toEqual(
      new Set(['disabled', 'enabled', '']),
    );
    expect(result.summary).toMatch(
      /^\| mailbox-properties \(experimental\) \|.*\n\| client-access \(experimental\) \|/m,
    );
    // Before the details, which are folded.
    expect(result.summary.split('<details>')[0]).toContain('**Experimental:** mailbox-properties, client-access.');
    expect(result.printed).toContain(
      'Reading mailbox-properties (experimental), client-access (experimental), mailbox-settings',
    );
    const page = await readFile(path.join(result.outputs['output-directory'] ?? '', 'report.html'), 'utf8');
    expect(page).toMatch(
      /<strong>Experimental:<\/strong> mailbox-properties, client-access\. Microsoft does not document/,
    );
    expect(page.match(/"experimental":\w+/g)).toEqual([
      '"experimental":true',
      '"experimental":true',
      '"experimental":false',
    ]);
  });

  test('find a mailbox by each of its names, in any case, and list each cmdlet once', async () => {
    const tenant = await newTenant({ log: true, exchange: { mostAPage: 40 } });
    const listed = tenant.addresses.filter((address) => tenant.exchangeObjects('Get-Mailbox', address) !== undefined);
    const namesOf = (address: string): string[] => {
      const [mailbox] = tenant.exchangeObjects('Get-Mailbox', address) ?? [];
      const smtp = [mailbox?.EmailAddresses ?? []].flat().flatMap((text) => /^smtp:(.+)/i.exec(shown(text))?.[1] ?? []);
      return [address, shown(mailbox?.ExternalDirectoryObjectId), ...smtp];
    };
    const names = new Set(listed.flatMap(namesOf).map((name) => name.toUpperCase()));
    expect(names.size).toBeGreaterThan(3 * listed.length);
    const result = await run(tenant, {
      files: { 'names.txt': [...names].join('\n'), 'audit-bypass.yml': textOf('examples/reports/audit-bypass.yml') },
      inputs: { mailboxes: 'names.txt', unlisted: 'fail', report: `${REPORTS}\nmailbox-permissions\naudit-bypass.yml` },
    });
    expect(result).toMatchObject({ code: 0, errors: [], outputs: { 'unlisted-count': '0', 'unreadable-count': '0' } });
    const rows = result.rowsOf('mailbox-properties');
    expect(rows).toHaveLength(names.size);
    expect(new Set(rows.map(({ PrimarySmtpAddress }) => PrimarySmtpAddress)).size).toBe(listed.length);
    expect(result.warnings.map(({ message }) => message).join()).toMatch(
      new RegExp(
        `${listed.length} mailboxes are in the list by several addresses.*names\\.txt, line 1, names\\.txt, line \\d`,
      ),
    );
    // Two pages each. Reports share the listing of a cmdlet.
    for (const cmdlet of ['Get-Mailbox', 'Get-CASMailbox', 'Get-MailboxAuditBypassAssociation']) {
      expect([cmdlet, tenant.log.filter((entry) => entry.cmdlet === cmdlet).length]).toEqual([cmdlet, 2]);
    }
  });

  test('request no token for Graph if no report needs one', async () => {
    const tenant = await newTenant();
    await run(tenant, { inputs: { report: 'client-access', 'max-unreadable': '100%' } });
    expect([tenant.counts.tokens, tenant.counts.batches]).toEqual([1, 0]);
  });

  test.each<[string, NonNullable<TenantOptions['exchange']>, RegExp]>([
    ['the app role', { appRoles: [] }, /HTTP 401.*no Exchange\.ManageAsApp/],
    // The reason is in a header: the body has NUL characters that are declared as gzip.
    ['the role', { directoryRoles: [] }, /refuses Get-\w+: HTTP 403: The role assigned to application/],
    ['a cmdlet that lists', { lackedCmdlets: ['Get-CASMailbox'] }, /refuses Get-CASMailbox: HTTP 403: The role/],
    ['a cmdlet of a mailbox', { lackedCmdlets: ['Get-MailboxPermission'] }, /refuses Get-MailboxPermission: HTTP 403/],
  ])(
    'end in an error that names both grants if the run then has nothing, without %s',
    async (_case, exchange, message) => {
      const tenant = await newTenant({ exchange });
      const report = exchange.lackedCmdlets?.[0] === 'Get-MailboxPermission' ? 'mailbox-permissions' : 'client-access';
      const result = await run(tenant, { inputs: { report, 'max-unreadable': '100%' } });
      expect(result.outputs.result).toBe('error');
      expect(result.errors).toMatchObject([{ message: expect.stringMatching(message) }]);
      expect(result.errors[0]?.message).toMatch(
        /Exchange\.ManageAsApp.*az ad app permission add.*New-ManagementRoleAssignment/s,
      );
    },
  );

  test('leave only cells unknown that depend on the organization without the role for its settings', async () => {
    const inputs = { report: REPORTS, 'internal-domains': 'contoso.com', 'max-unreadable': '100%' };
    const whole = await run(await newTenant(), { inputs });
    const exchange = { directoryRoles: [], exchangeRoles: ['View-Only Recipients'] as const };
    const result = await run(await newTenant({ exchange }), { inputs });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const notices = result.warnings.filter(({ message }) => message.includes('Exchange Online refuses'));
    expect(notices).toMatchObject([
      {
        message: expect.stringMatching(
          /Get-MailboxAuditBypassAssociation, Get-(?:Organization|Transport)Config and .*"View-Only Configuration"/,
        ),
      },
    ]);
    const known = (column: string, row: Readonly<Record<string, string>>): string => {
      if (column === 'Audited' || TIMES.includes(column)) return '';
      if (column === 'SmtpAuth') return row.SmtpClientAuthenticationDisabled === '' ? '' : (row[column] ?? '');
      if (column === 'Ews') return row.EwsEnabled === 'false' ? 'blocked' : '';
      return row[column] ?? '';
    };
    for (const report of ['mailbox-properties', 'client-access']) {
      const expected = whole
        .rowsOf(report)
        .map((row) => Object.fromEntries(Object.keys(row).map((column) => [column, known(column, row)])));
      const rows = result.rowsOf(report);
      expect(rows.map(timeless)).toEqual(expected);
    }
  });

  test.each([
    [{ AuditDisabled: true, EwsEnabled: true, EwsAllowedAppIDs: null }, ['no'], ['blocked']],
    [{ AuditDisabled: false, EwsEnabled: false }, ['no', 'yes'], ['blocked']],
    [{ AuditDisabled: null, EwsEnabled: null }, ['', 'no'], ['allowed', 'blocked']],
    [{}, ['no', 'yes'], ['allow-listed', 'blocked']],
  ])('show what applies of auditing and EWS where the organization has %j', async (settings, audited, ews) => {
    const result = await run(await newTenant({ mailboxes: 80, exchange: { settings } }), {
      inputs: { report: REPORTS, 'max-unreadable': '100%' },
    });
    const valuesOf = (report: string, column: string, own: string): unknown[] => [
      // A mailbox may lack the property of its own on which the cell depends.
      ...new Set(result.rowsOf(report).flatMap((row) => (row.Status === 'ok' && row[own] !== '' ? [row[column]] : []))),
    ];
    expect(valuesOf('mailbox-properties', 'Audited', 'AuditEnabled').sort()).toEqual(audited);
    expect(valuesOf('client-access', 'Ews', 'Status').sort()).toEqual(ews);
  });

  test('have all rights but Send As if Exchange refuses the cmdlet that lists it, and Graph is read', async () => {
    const inputs = {
      report: 'mailbox-permissions\nmailbox-settings',
      policy: 'p.yml',
      'max-unreadable': '100%',
      'fail-on': 'never',
    };
    const rule = (right: string): string =>
      `  - id: ${right}\n    report: mailbox-permissions\n    expect: { Right: { not: { const: ${right} } } }\n`;
    const files = { 'p.yml': `rules:\n${rule('FullAccess')}${rule('SendAs')}` };
    const whole = await run(await newTenant(), { files, inputs });
    const tenant = await newTenant({ exchange: { lackedCmdlets: ['Get-RecipientPermission'] } });
    const result = await run(tenant, { files, inputs });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const notices = result.warnings.filter(({ message }) => message.includes('Get-RecipientPermission'));
    expect(notices).toMatchObject([
      { message: expect.stringMatching(/^Exchange Online refuses Get-RecipientPermission:/) },
    ]);
    expect(result.rowsOf('mailbox-settings')).toEqual(whole.rowsOf('mailbox-settings'));
    const rightsIn = ({ rowsOf }: typeof result): unknown[] =>
      rowsOf('mailbox-permissions').flatMap(({ MailboxName, Right, Trustee, Status }) =>
        Right === '' && Status === 'ok' ? [] : [[MailboxName, Status, Right, Trustee]],
      );
    expect(rightsIn(result)).toEqual(rightsIn(whole).filter((row) => !String(row).includes(',SendAs,')));
    const unknown = result.rowsOf('mailbox-permissions').filter(({ Right, Status }) => Right === '' && Status === 'ok');
    expect(new Set(unknown.map(({ MailboxName }) => MailboxName)).size).toBe(unknown.length);
    expect(unknown.length).toBeGreaterThan(30);
    expect(new Set(unknown.map(({ Verdict }) => Verdict))).toEqual(new Set(['inconclusive']));
    expect(result.rowsOf('mailbox-permissions').some(({ Verdict }) => Verdict === 'fail')).toBe(true);
  });

  test.each([
    ['Get-Mailbox', ['mailbox-properties', 'client-access', 'mailbox-permissions']],
    ['Get-CASMailbox', ['client-access']],
    ['Get-MailboxPermission', ['mailbox-permissions']],
  ])('are unread if Exchange refuses %s, and all others are read', async (cmdlet, unread) => {
    const reports = ['mailbox-properties', 'client-access', 'mailbox-permissions', 'mailbox-settings'];
    const policy = `rules:
      - { id: imap, report: client-access, expect: { ImapEnabled: { const: true } } }
      - { id: nobody, report: mailbox-permissions, expect: { Trustee: { const: nobody } } }`;
    const files = { 'p.yml': policy };
    const inputs = { report: reports.join('\n'), policy: 'p.yml', 'max-unreadable': '100%', 'fail-on': 'never' };
    const whole = await run(await newTenant(), { files, inputs });
    const tenant = await newTenant({ log: true, exchange: { lackedCmdlets: [cmdlet] } });
    const result = await run(tenant, { files, inputs });
    expect(result).toMatchObject({ code: 1, outputs: { 'read-count': '0' } });
    expect(result.errors).toMatchObject([
      { message: expect.stringMatching(`Exchange Online refuses ${cmdlet}: HTTP 403[^]*"View-Only Recipients"`) },
    ]);
    expect(result.warnings.filter(({ message }) => message.startsWith('Exchange Online refuses'))).toEqual([]);
    for (const report of reports.filter((name) => !unread.includes(name)))
      expect([report, result.rowsOf(report).map(timeless)]).toEqual([report, whole.rowsOf(report).map(timeless)]);
    const refused = new RegExp(`^Exchange Online refuses ${cmdlet}: HTTP 403: The role assigned to application`);
    const unreadRows = unread.flatMap((report) => result.rowsOf(report));
    for (const { Status, Error } of unreadRows)
      expect([Status, Error]).toEqual(['access-denied', expect.stringMatching(refused)]);
    expect(unreadRows.map(({ Verdict }) => Verdict)).toContain('inconclusive');
    expect(unreadRows.map(({ Verdict }) => Verdict)).not.toContain('pass');
    // Four batches are sent side by side, each once more by its first command alone.
    expect(tenant.log.filter((entry) => entry.cmdlet === cmdlet).length).toBeLessThanOrEqual(4);
    expect(new Set(unreadRows.map(({ Error }) => Error)).size).toBe(1);
  });

  test('say of a mailbox that Exchange does not list what it may be, not that there is no user', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs: { report: 'client-access', 'max-unreadable': '100%' } });
    const missing = result.rowsOf('client-access').filter(({ Status }) => Status === 'not-found');
    expect(new Set(missing.map(({ Error: error }) => error))).toEqual(
      new Set([expect.stringMatching(/mail user on-premises, an inactive or deleted mailbox, or a group/)]),
    );
    expect(result.summary).toMatch(/Exchange Online lists no mailbox with it: .*mail user on-premises/);
    expect(result.summary).not.toMatch(/has no user/);
  });

  test('leave unknown which applications may use EWS if Exchange does not know the switch that shows them', async () => {
    const message = 'Invalid cmdlet parameters specified. RetrieveEwsOperationAccessPolicy';
    const internalexception = { type: 'X.AmbiguousParameterSetException', message };
    const tenant = await newTenant({
      faults: {
        altered: [
          {
            request: '^Get-OrganizationConfig .*RetrieveEws',
            status: 400,
            body: { error: { code: 'BadRequest', message, innererror: { message, internalexception } } },
          },
        ],
      },
    });
    const result = await run(tenant, { inputs: { report: REPORTS, 'max-unreadable': '100%' } });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const valuesOf = (report: string, column: string): unknown[] => [
      ...new Set(result.rowsOf(report).flatMap((row) => (row.Status === 'ok' ? [row[column]] : []))),
    ];
    expect(valuesOf('client-access', 'Ews').sort()).toEqual(['', 'blocked']);
    expect(valuesOf('mailbox-properties', 'Audited')).toContain('yes');
    expect(result.warnings.map(({ message: text }) => text)).toContainEqual(
      expect.stringContaining('rejects the switch RetrieveEwsOperationAccessPolicy of Get-OrganizationConfig'),
    );
  });

  test('show the objects of the mailbox whose user principal name an address is, and count the other as unlisted', async () => {
    const mailbox = (name: string, principal: string, ...others: string[]): JsonObject => ({
      Guid: `guid ${name}`,
      Identity: name,
      DisplayName: name,
      RecipientTypeDetails: 'UserMailbox',
      UserPrincipalName: principal,
      PrimarySmtpAddress: others[0] ?? principal,
      EmailAddresses: [principal, ...others].map((address) => `smtp:${address}`),
    });
    const tenant = await newTenant({ mailboxes: 1 });
    const [address = ''] = tenant.addresses;
    const one = mailbox('one', address, 'one@contoso.com');
    const two = mailbox('two', 'two@contoso.com', 'two@contoso.com', address);
    const access = ({ Guid, Identity, PrimarySmtpAddress, EmailAddresses }: JsonObject): JsonObject => ({
      Guid: Guid ?? '',
      Identity: Identity ?? '',
      PrimarySmtpAddress: PrimarySmtpAddress ?? '',
      EmailAddresses: EmailAddresses ?? [],
      ImapEnabled: Identity === 'one',
    });
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      tenant.setFaults({
        exchangeAnswers: { 'Get-Mailbox': { value: order }, 'Get-CASMailbox': { value: order.map(access) } },
      });
      const result = await run(tenant, { inputs: { report: REPORTS, unlisted: 'warn', formats: 'json' } });
      expect(result.rowsOf('mailbox-properties')).toMatchObject([{ DisplayName: 'one', Status: 'ok' }]);
      expect(result.rowsOf('client-access')).toMatchObject([{ ImapEnabled: 'true', Status: 'ok' }]);
      expect(result.outputs['unlisted-count']).toBe('1');
    }
  });

  test('leave a mailbox unread whose address is an alias of several', async () => {
    const tenant = await newTenant({ mailboxes: 1 });
    const [address = ''] = tenant.addresses;
    const value = ['one', 'two'].map((name) => ({ Guid: name, Name: name, EmailAddresses: [`smtp:${address}`] }));
    tenant.setFaults({ exchangeAnswers: { 'Get-Mailbox': { value } } });
    const result = await run(tenant, {
      inputs: { report: `${REPORTS}\nmailbox-permissions`, 'max-unreadable': '100%' },
    });
    for (const report of ['mailbox-properties', 'client-access', 'mailbox-permissions']) {
      expect(result.rowsOf(report)).toMatchObject([{ Status: 'failed', Error: expect.stringContaining('object ID') }]);
    }
  });

  test('know no setting of the organization if Exchange returns several objects', async () => {
    const value = [true, false].map((SmtpClientAuthenticationDisabled) => ({ SmtpClientAuthenticationDisabled }));
    const faults = { exchangeAnswers: { 'Get-TransportConfig': { value } } };
    const result = await run(await newTenant({ faults }), {
      inputs: { report: 'client-access', 'max-unreadable': '100%' },
    });
    const notice = expect.stringMatching(/not exactly one object of Get-TransportConfig/);
    expect(result.warnings.map(({ message }) => message)).toContainEqual(notice);
    const rows = result.rowsOf('client-access').filter((row) => row.SmtpClientAuthenticationDisabled === '');
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ SmtpAuth }) => SmtpAuth))).toEqual(new Set(['']));
  });

  test('have no external targets without access to the accepted domains, but with internal-domains', async () => {
    // https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2: it has no view of the configuration.
    const tenant = await newTenant({ exchange: { directoryRoles: ['Helpdesk Administrator'] } });
    const inputs = { report: 'mailbox-properties', 'max-unreadable': '100%' };
    const refused = await run(tenant, { inputs });
    expect(refused).toMatchObject({ code: 0, errors: [] });
    expect(new Set(refused.rowsOf('mailbox-properties').map(({ ExternalTargets }) => ExternalTargets))).toEqual(
      new Set(['']),
    );
    const notices = refused.warnings.filter(({ message }) => message.startsWith('Exchange Online refuses'));
    expect(notices).toMatchObject([
      { message: expect.stringMatching(/Get-AcceptedDomain.*"View-Only Configuration".*set "internal-domains"/) },
    ]);
    const domains = 'mail.example\n@partner.example';
    const result = await run(tenant, { inputs: { ...inputs, 'internal-domains': domains } });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const targets = result.rowsOf('mailbox-properties').map(({ ExternalTargets = '' }) => ExternalTargets);
    expect(targets.filter((target) => target.endsWith('@mail.example'))).toEqual([]);
    expect(targets.some((target) => target.endsWith('@contoso.com'))).toBe(true);
  });

  test('leave a property that Exchange leaves out blank, and the rule about it inconclusive', async () => {
    // Also that of the organization, on which most mailboxes depend.
    const properties = ['AuditEnabled', 'SmtpClientAuthenticationDisabled'];
    const tenant = await newTenant({ faults: { exchangeAbsent: { rate: 1, properties } } });
    const policy = `rules:
      - { id: audit-on, report: mailbox-properties, title: Auditing is on, expect: { AuditEnabled: { const: true } } }
      - { id: no-smtp, report: client-access, title: SMTP AUTH is off, expect: { SmtpAuth: { const: disabled } } }`;
    const result = await run(tenant, {
      files: { 'policy.yml': policy },
      inputs: { report: REPORTS, policy: 'policy.yml', 'max-unreadable': '100%' },
    });
    const rowsOf = (report: string) => result.rowsOf(report).filter(({ Status }) => Status === 'ok');
    expect(rowsOf('mailbox-properties').length).toBeGreaterThan(20);
    for (const row of rowsOf('mailbox-properties'))
      expect([row.AuditEnabled, row.Verdict]).toEqual(['', 'inconclusive']);
    for (const row of rowsOf('client-access')) expect([row.SmtpAuth, row.Verdict]).toEqual(['', 'inconclusive']);
  });

  test.each([
    ['', 'a@lab.contoso.com'],
    ['MatchSubDomains', ''],
  ])('count a subdomain of an accepted domain as external without %j', async (flag, targets) => {
    const domain = { DomainName: 'contoso.com', ...(flag === '' ? {} : { [flag]: true }) };
    const faults = { exchangeUnknownShape: { rate: 1, cmdlets: ['Get-AcceptedDomain'], body: { value: [domain] } } };
    const tenant = await newTenant({ faults });
    const [address = ''] = tenant.addresses;
    tenant.editExchange(address, { ForwardingAddress: null, ForwardingSmtpAddress: 'smtp:a@lab.contoso.com' });
    const result = await run(tenant, { inputs: { report: 'mailbox-properties', 'max-unreadable': '100%' } });
    expect(result.rowsOf('mailbox-properties')[0]).toMatchObject({ MailboxName: address, ExternalTargets: targets });
  });

  test.each([200, 204] as const)('request a listing that is answered with nothing (%i) once more', async (status) => {
    const cmdlets = ['Get-AcceptedDomain'];
    const once = await newTenant({ faults: { exchangeNothing: { first: 1, cmdlets, status } } });
    expect((await run(once, { inputs: { report: 'mailbox-properties', 'max-unreadable': '100%' } })).errors).toEqual(
      [],
    );
    const always = await newTenant({ faults: { exchangeNothing: { rate: 1, cmdlets, status } } });
    const result = await run(always, { inputs: { report: 'mailbox-properties' } });
    expect(result.errors).toMatchObject([{ properties: { title: 'EXCHANGE_LISTING' } }]);
  });

  test('end in an error if Exchange lists no accepted domain', async () => {
    const faults = { exchangeUnknownShape: { rate: 1, cmdlets: ['Get-AcceptedDomain'], body: { value: [] } } };
    const result = await run(await newTenant({ faults }), { inputs: { report: 'mailbox-properties' } });
    expect(result.errors).toMatchObject([
      { message: expect.stringMatching(/no accepted domains.*"internal-domains"/s) },
    ]);
  });
});

describe('report files about Exchange Online', () => {
  const EXAMPLES = ['audit-bypass', 'mailbox-statistics', 'calendar-processing', 'hidden-inbox-rules'];
  /** Cmdlets about the options of a user, each with the properties that its report has as columns. */
  const USER_OPTIONS: Readonly<Record<string, readonly string[]>> = {
    'Get-MailboxRegionalConfiguration': ['Language', 'TimeZone', 'DateFormat', 'TimeFormat'],
    'Get-MailboxJunkEmailConfiguration': ['Enabled', 'TrustedListsOnly', 'TrustedSendersAndDomains'],
    'Get-MailboxAutoReplyConfiguration': ['AutoReplyState', 'ExternalAudience', 'ExternalMessage', 'StartTime'],
    'Get-MailboxMessageConfiguration': ['AutoAddSignature', 'SignatureText', 'DefaultFormat', 'DefaultFontSize'],
  };

  const RULE_NUMBERS = `name: rule-numbers
source: exchange
request: { cmdlet: Get-InboxRule, parameters: { IncludeHidden: true }, select: [RuleIdentity] }
rows: value
columns: { RuleIdentity: RuleIdentity }
`;

  function nameOf(cmdlet: string): string {
    return cmdlet.toLowerCase().replace('get-mailbox', '');
  }

  function reportFile(cmdlet: string, properties: readonly string[]): string {
    const columns = properties.map((property) => `${property}: ${property}`).join(', ');
    const request = `{ cmdlet: ${cmdlet}, select: [${properties.join(', ')}] }`;
    return `name: ${nameOf(cmdlet)}\nsource: exchange\nrequest: ${request}\ncolumns: { ${columns} }\n`;
  }

  test('read folders, devices, sweep rules, users and settings of the organization', async () => {
    const tenant = await newTenant();
    const names = [
      'calendar-folder-permissions',
      'published-calendars',
      'mobile-devices',
      'sweep-rules',
      'users',
      'mail-tips',
    ];
    const files = Object.fromEntries(names.map((name) => [`${name}.yml`, textOf(`examples/reports/${name}.yml`)]));
    const inputs = { report: names.map((name) => `${name}.yml`).join('\n'), 'max-unreadable': '100%' };
    const result = await run(tenant, { files, inputs });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const read = (report: string) => result.rowsOf(report).filter(({ Status }) => Status === 'ok');
    expect(new Set(read('mail-tips').map(({ ExternalMailTips }) => ExternalMailTips))).toEqual(new Set(['false']));
    expect(new Set(read('users').map(({ Department }) => Department))).toEqual(new Set(['Sales', '']));
    expect(read('calendar-folder-permissions').map(({ User }) => User)).toEqual(
      expect.arrayContaining(['Default', 'Anonymous']),
    );
    expect(read('published-calendars').map(({ PublishEnabled }) => PublishEnabled)).toContain('true');
    expect(read('mobile-devices').some(({ Name }) => Name === 'Phone 1')).toBe(true);
    expect(read('sweep-rules').some(({ Rule }) => Rule === 'Sweep 1')).toBe(true);
  });

  test('find the calendar of each mailbox whatever its name, unless they name a folder', async () => {
    const tenant = await newTenant();
    const named = (name: string, folder: string): string =>
      textOf('examples/reports/calendar-folder-permissions.yml')
        .replace('name: calendar-folder-permissions', `name: ${name}`)
        .replace('select: [', `parameters: { Identity: '{mailbox}:\\${folder}' }\n  select: [`);
    const examples = ['calendar-folder-permissions', 'published-calendars'];
    const files = {
      ...Object.fromEntries(examples.map((name) => [`${name}.yml`, textOf(`examples/reports/${name}.yml`)])),
      'english.yml': named('english', 'Calendar'),
      'german.yml': named('german', 'Kalender'),
    };
    const read = async (report: string): Promise<ReadonlySet<string | undefined>> => {
      const result = await run(tenant, { files, inputs: { report: `${report}.yml`, 'max-unreadable': '100%' } });
      expect(result).toMatchObject({ code: 0, errors: [] });
      return new Set(
        result.rowsOf(report).flatMap(({ Status, MailboxName }) => (Status === 'ok' ? [MailboxName] : [])),
      );
    };
    const listed = tenant.addresses.filter((address) => tenant.exchangeObjects('Get-Mailbox', address) !== undefined);
    for (const report of examples) expect([report, await read(report)]).toEqual([report, new Set(listed)]);
    const [english, german] = [await read('english'), await read('german')];
    expect(Math.min(english.size, german.size)).toBeGreaterThan(2);
    expect([...english].filter((address) => german.has(address))).toEqual([]);
    // Some have another language.
    expect(english.size + german.size).toBeLessThan(listed.length);
  });

  test('leave a mailbox unread in which Exchange names no calendar, or refuses to', async () => {
    const files = { 'c.yml': textOf('examples/reports/calendar-folder-permissions.yml') };
    const inputs = { report: 'c.yml\nmailbox-settings', 'max-unreadable': '100%' };
    const errorsIn = async (options: TenantOptions): Promise<ReadonlySet<string | undefined>> => {
      const result = await run(await newTenant(options), { files, inputs });
      expect(result.rowsOf('mailbox-settings').map(({ Status }) => Status)).toContain('ok');
      return new Set(
        result
          .rowsOf('calendar-folder-permissions')
          .flatMap(({ Status, Error }) => (Status === 'not-found' ? [] : [`${Status}: ${Error ?? ''}`])),
      );
    };
    const body = { value: [{ Identity: 'x', FolderType: 'User Created', FolderId: 'y' }] };
    const cmdlets = ['Get-MailboxFolderStatistics'];
    expect(await errorsIn({ faults: { exchangeUnknownShape: { rate: 1, cmdlets, body } } })).toEqual(
      new Set(['failed: Exchange Online names 0 folders of the type Calendar, not one']),
    );
    expect(await errorsIn({ exchange: { lackedCmdlets: cmdlets } })).toEqual(
      new Set([expect.stringMatching(/^access-denied: Exchange Online refuses Get-MailboxFolderStatistics: HTTP 403/)]),
    );
  });

  test('settings of the organization that cannot be read are unknown', async () => {
    const tenant = await newTenant({ exchange: { directoryRoles: [], exchangeRoles: ['View-Only Recipients'] } });
    const policy = 'rules:\n  - id: tips\n    report: mail-tips\n    expect: { ExternalMailTips: { const: true } }\n';
    const result = await run(tenant, {
      files: { 'mail-tips.yml': textOf('examples/reports/mail-tips.yml'), 'p.yml': policy },
      inputs: { report: 'mail-tips.yml', policy: 'p.yml', 'max-unreadable': '100%' },
    });
    expect(new Set(result.rowsOf('mail-tips').map(({ Verdict }) => Verdict))).toEqual(new Set(['inconclusive']));
  });

  test('list a cmdlet, or run it for each mailbox', async () => {
    const tenant = await newTenant({ exchange: { mostAPage: 25 } });
    const result = await run(tenant, {
      files: Object.fromEntries([
        ['rule-numbers.yml', RULE_NUMBERS] as const,
        ...EXAMPLES.map((name) => [`${name}.yml`, textOf(`examples/reports/${name}.yml`)] as const),
        ...Object.entries(USER_OPTIONS).map(
          ([cmdlet, properties]) => [`${nameOf(cmdlet)}.yml`, reportFile(cmdlet, properties)] as const,
        ),
      ]),
      inputs: {
        report: [...EXAMPLES, 'rule-numbers', ...Object.keys(USER_OPTIONS).map(nameOf)]
          .map((name) => `${name}.yml`)
          .join('\n'),
        'max-unreadable': '100%',
      },
    });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect([tenant.counts.tokens, tenant.counts.batches]).toEqual([1, 0]);
    const cellsOf = (report: string, columns: readonly string[]): readonly (readonly unknown[])[] =>
      result.rowsOf(report).map((row) => [row.MailboxName, row.Status, ...columns.map((column) => row[column])]);
    const expected = (
      cmdlet: string,
      cells: (object: JsonObject) => readonly (Json | undefined)[],
      parameters: JsonObject = {},
    ): readonly (readonly unknown[])[] =>
      tenant.addresses.flatMap((address) => {
        const found = tenant.exchangeObjects(cmdlet, address, parameters);
        const blank = cells({}).map(() => '');
        return (
          found?.map((object) => [address, 'ok', ...cells(object).map(shown)]) ?? [[address, 'not-found', ...blank]]
        );
      });
    const bypasses = cellsOf('audit-bypass', ['AuditBypassEnabled']);
    expect(bypasses).toEqual(
      expected('Get-MailboxAuditBypassAssociation', ({ AuditBypassEnabled }) => [AuditBypassEnabled]),
    );
    expect(new Set(bypasses.map(([, , isOn]) => isOn))).toEqual(new Set(['true', 'false', '']));
    const statistics = cellsOf('mailbox-statistics', ['Items', 'Size', 'LastUserAction', 'LastLogon']);
    expect(statistics).toEqual(
      expected('Get-MailboxStatistics', ({ ItemCount, TotalItemSize, LastUserActionTime, LastLogonTime }) => [
        ItemCount,
        /\(([\d,]+) bytes/.exec(shown(TotalItemSize))?.[1]?.replaceAll(',', ''),
        ...[LastUserActionTime, LastLogonTime].map((time) => shown(time).replace(/\..*/, 'Z')),
      ]),
    );
    // Mailboxes that nobody ever used have a last logon too.
    expect(statistics.some((cells) => cells[1] === 'ok' && cells[4] === '' && cells[5] !== '')).toBe(true);
    expect(cellsOf('calendar-processing', ['AutomateProcessing', 'ProcessExternalMeetingMessages'])).toEqual(
      expected('Get-CalendarProcessing', ({ AutomateProcessing, ProcessExternalMeetingMessages }) => [
        AutomateProcessing,
        ProcessExternalMeetingMessages,
      ]),
    );
    expect(cellsOf('hidden-inbox-rules', ['RuleName', 'Identity', 'ForwardTo'])).toEqual(
      expected(
        'Get-InboxRule',
        ({ Name, Identity, ForwardTo }) => [shown(Name).replace(/^=/, "'="), Identity, ForwardTo],
        {
          IncludeHidden: true,
        },
      ),
    );
    for (const [cmdlet, properties] of Object.entries(USER_OPTIONS)) {
      const rows = cellsOf(nameOf(cmdlet), properties);
      expect(rows).toEqual(expected(cmdlet, (object) => properties.map((property) => object[property])));
      // Each property has a value somewhere.
      for (const at of properties.keys()) expect(rows.some((cells) => cells[at + 2] !== '')).toBe(true);
    }
    // They have more digits than a number of JavaScript.
    expect(cellsOf('rule-numbers', ['RuleIdentity'])).toEqual(
      expected('Get-InboxRule', ({ RuleIdentity }) => [RuleIdentity], { IncludeHidden: true }),
    );
    const rules = result.rowsOf('hidden-inbox-rules');
    expect(rules.some(({ NamedAsSystemRule }) => NamedAsSystemRule === 'false')).toBe(true);
    expect(result.summary).toMatch(/hidden-inbox-rules \(experimental\)/);
    expect(result.printed).toMatch(/Get-InboxRule runs for each of 60 mailboxes/);
  });
});

describe('a fault of Exchange Online', () => {
  test.each<[string, NonNullable<TenantOptions['faults']>]>([
    ['throttling in plain text', { exchangeThrottle: { first: 2, retryAfter: 0 } }],
    ['throttling with the status of a bad request', { exchangeThrottle: { first: 2, retryAfter: 0, status: 400 } }],
    ['a passing error', { exchangeTransient: { first: 1 } }],
    ['an undecodable answer', { exchangeUndecodable: { first: 1 } }],
    ['a reset connection', { exchangeReset: { first: 1 } }],
    [
      'an unavailable service and truncated JSON',
      { exchangeUnavailable: { first: 1 }, exchangeMalformed: { first: 1 } },
    ],
    ['an expired link', { exchangeExpiredLinks: { times: 1 } }],
    ['empty pages', { exchangeEmptyPages: {} }],
    ['pages that forget what was selected', { exchangeForgottenSelect: {} }],
  ])('that passes does no harm: %s', async (_case, faults) => {
    const tenant = await newTenant({ exchange: { mostAPage: 20 }, faults });
    const result = await run(tenant, { inputs: { report: 'client-access', 'max-unreadable': '100%' } });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.rowsOf('client-access').filter(({ Status }) => Status === 'ok').length).toBeGreaterThan(20);
  });

  test.each<[string, NonNullable<TenantOptions['faults']>]>([
    ['a link to another host', { exchangeForeignLink: { origin: 'https://evil.example' } }],
    ['a first page without a link to the next', { exchangeTruncated: {} }],
    ['an error of the server', { exchangeServerError: { rate: 1, cmdlets: ['Get-CASMailbox'] } }],
  ])('that stays is an error, never a part of the whole: %s', async (_case, faults) => {
    const tenant = await newTenant({ exchange: { mostAPage: 20 }, faults });
    const { outputs, errors, printed, summary } = await run(tenant, {
      inputs: { report: 'client-access', 'max-unreadable': '100%' },
    });
    expect(outputs.result).toBe('error');
    expect(errors).toMatchObject([{ message: expect.stringMatching(/listing of Get-\w+ could not be finished/) }]);
    expect(printed + summary).not.toMatch(SERVERS);
  });

  test('shows no servers and stack traces in files, summary, page and annotations', async () => {
    const server = 'AM9PR05MB8123.eurprd05.prod.outlook.com';
    const internalexception = {
      message: `Access denied on ${server} [Server=AM9PR05MB8123]\r\n   at Microsoft.Exchange.Tasks.Throw()`,
      type: 'Microsoft.Exchange.Data.Storage.AccessDeniedException',
      stacktrace: `   at Microsoft.Exchange.Tasks.Throw() on ${server}`,
    };
    const body = { error: { code: 'BadRequest', message: 'Invalid Operation', innererror: { internalexception } } };
    const faults = { exchangeUnknownShape: { first: 3, body, cmdlets: ['Get-MailboxPermission'] } };
    const result = await run(await newTenant({ faults }), {
      inputs: { report: 'mailbox-permissions', formats: 'html\njson', 'max-unreadable': '100%' },
    });
    const failed = result.rowsOf('mailbox-permissions').filter(({ Status }) => Status === 'failed');
    expect(failed.map(({ Error }) => Error)).toEqual(
      Array.from({ length: 3 }, () => 'AccessDeniedException: Access denied on (server) (server)'),
    );
    expect(result.printed).toContain('Access denied on (server)');
    const folder = result.outputs['output-directory'] ?? '';
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));
    expect(files.length).toBeGreaterThan(2);
    expect([...files, result.printed, result.summary].join('\n')).not.toMatch(SERVERS);
  });
});

describe('mailboxes that the list lacks', () => {
  test('are written to unlisted.csv and fail the step if the input says so', async () => {
    const tenant = await newTenant({ exchange: { unlisted: 9 } });
    const result = await run(tenant, {
      inputs: { ...UPLOADED, report: 'client-access', unlisted: 'fail', 'max-unreadable': '100%' },
    });
    expect(result.outputs).toMatchObject({ result: 'incomplete', 'unlisted-count': '9' });
    expect(result.errors).toMatchObject([
      { message: expect.stringMatching(/^9 mailboxes of the tenant are not in the list/) },
    ]);
    const [artifact] = tenant.artifacts();
    const rows = parsedCsv(unzipped(artifact?.bytes).get('unlisted.csv')?.toString('utf8') ?? '');
    expect(rows).toHaveLength(9);
    for (const { MailboxName = '', RecipientTypeDetails = '', WhenCreated } of rows) {
      expect(tenant.unlisted).toContain(MailboxName);
      expect(WhenCreated).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
      expect(RecipientTypeDetails).not.toMatch(/Discovery|Arbitration|System/);
    }
  });

  test('are warned of', async () => {
    const tenant = await newTenant({ exchange: { unlisted: 1 } });
    const result = await run(tenant, {
      inputs: { report: 'client-access', unlisted: 'warn', 'max-unreadable': '100%' },
    });
    expect(result).toMatchObject({ code: 0, outputs: { 'unlisted-count': '1' } });
    expect(
      result.warnings.some(({ message }) => message.startsWith('1 mailbox of the tenant is not in the list')),
    ).toBe(true);
  });

  test('are read too, after the list, also without any list', async () => {
    const tenant = await newTenant({ exchange: { unlisted: 90 } });
    const inputs = {
      report: 'mailbox-properties\nmailbox-settings',
      mailboxes: 'mailboxes.txt\nall',
      'max-unreadable': '100%',
    };
    const some = await run(tenant, { inputs });
    expect(some.outputs['mailbox-count']).toBe(String(tenant.addresses.length + 90));
    const names = some.rowsOf('mailbox-properties').map(({ MailboxName }) => MailboxName);
    expect(names.slice(0, tenant.addresses.length)).toEqual([...tenant.addresses]);
    expect(some.rowsOf('mailbox-settings').map(({ MailboxName }) => MailboxName)).toEqual(names);
    // Both services find them, also those whose primary address is another one.
    const included = some.rowsOf('mailbox-properties').slice(tenant.addresses.length);
    expect(included.some((row) => row.PrimarySmtpAddress !== row.MailboxName)).toBe(true);
    for (const row of some.rowsOf('mailbox-settings').slice(tenant.addresses.length)) {
      expect([row.MailboxName, row.Status]).toEqual([row.MailboxName, tenant.expected(row.MailboxName ?? '').status]);
    }
    const all = await run(tenant, { inputs: { ...inputs, mailboxes: 'all' } });
    const listed = some.rowsOf('mailbox-properties').filter(({ Status }) => Status === 'ok');
    expect(all).toMatchObject({ code: 0, errors: [] });
    expect(all.printed).toMatch(/No list: the mailboxes of the tenant are read/);
    expect(all.summary).not.toMatch(/Mailbox list/);
    expect(all.rowsOf('mailbox-properties')).toHaveLength(listed.length);
  });
});

test('a mailbox that the list has by two addresses is named once, whatever is read of it', async () => {
  const tenant = await newTenant();
  const address = tenant.addresses.find((one) => tenant.exchangeObjects('Get-Mailbox', one) !== undefined) ?? '';
  const [mailbox] = tenant.exchangeObjects('Get-Mailbox', address) ?? [];
  const result = await run(tenant, {
    files: {
      'two.txt': `${address}\n${shown(mailbox?.ExternalDirectoryObjectId)}\n`,
      'rules.yml': textOf('examples/reports/hidden-inbox-rules.yml'),
    },
    inputs: { mailboxes: 'two.txt', report: 'rules.yml' },
  });
  expect(result.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^One mailbox is in the list by several addresses.*: two\.txt, line 1, two\.txt, line 2\./),
  );
});

test('mailboxes of the tenant are read once each if their listing begins again', async () => {
  const inputs = { report: 'client-access', mailboxes: 'all' };
  const whole = await run(await newTenant({ exchange: { mostAPage: 20 } }), { inputs });
  const faults = { exchangeExpiredLinks: { times: 1 } };
  const result = await run(await newTenant({ exchange: { mostAPage: 20 }, faults }), { inputs });
  expect(result).toMatchObject({ code: 0, errors: [] });
  expect(result.rowsOf('client-access')).toEqual(whole.rowsOf('client-access'));
});

test.each(['warn', 'fail', 'all'])(
  'mailboxes of the tenant that Exchange refuses to list are an error: %s',
  async (mode) => {
    const tenant = await newTenant({ exchange: { lackedCmdlets: ['Get-Mailbox'] } });
    const asked = mode === 'all' ? { mailboxes: 'all' } : { unlisted: mode };
    const result = await run(tenant, {
      inputs: { report: 'client-access\nmailbox-settings', 'max-unreadable': '100%', ...asked },
    });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toMatchObject([{ message: expect.stringMatching(/refuses Get-Mailbox: HTTP 403/) }]);
  },
);

test('a run without any mailbox is an error', async () => {
  const faults = { exchangeUnknownShape: { rate: 1, cmdlets: ['Get-Mailbox'], body: { value: [] } } };
  const inputs = { report: 'client-access', mailboxes: 'all' };
  const result = await run(await newTenant({ faults }), { inputs });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
  expect(result.outputs).not.toHaveProperty('mailbox-count');
  expect(result.errors).toMatchObject([{ message: expect.stringMatching(/lists no mailbox/) }]);
});

describe('mailbox-permissions', () => {
  const inputs = { report: 'mailbox-permissions', 'max-unreadable': '100%' };

  test('has every right of every mailbox, and says before how long that takes', async () => {
    const tenant = await newTenant({ exchange: { mostAPage: 25 } });
    const result = await run(tenant, { inputs });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.printed).toMatch(/Get-MailboxPermission runs for each of 60 mailboxes, 10 a request: about \d+/);
    const rows = result.rowsOf('mailbox-permissions');
    const found = rows.map((row) => [row.MailboxName, row.Right, row.Trustee, row.Inherited, row.Deny]);
    expect(found).toEqual(
      tenant.addresses.flatMap((address) => {
        // Inherited grants are grants to Microsoft's own trustees.
        const grants = tenant.grants(address).filter(({ isInherited }) => isInherited !== true);
        if (grants.length === 0) return [[address, '', '', '', '']];
        return grants.map(({ right, trustee, isInherited, isDenied }) => [
          address,
          right,
          trustee,
          isInherited === undefined ? '' : String(isInherited),
          String(isDenied),
        ]);
      }),
    );
    const rights = new Set(rows.map(({ Right }) => Right));
    for (const right of ['FullAccess', 'SendAs', 'SendOnBehalf']) expect(rights).toContain(right);
  });

  test('retries items that were throttled, left out or hit a passing error', async () => {
    const cmdlets = ['Get-MailboxPermission'];
    // The other cmdlet does not list the tenant, so it runs for each mailbox too.
    const whole = await run(await newTenant(), { inputs });
    const faults = {
      exchangeThrottle: { first: 3, retryAfter: 0, cmdlets },
      exchangeTransient: { first: 2, cmdlets },
      exchangeMissingAnswers: { first: 1, cmdlets },
      exchangeNeedsIdentity: { cmdlets: ['Get-RecipientPermission'] },
    };
    const result = await run(await newTenant({ faults }), { inputs });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.summary).toMatch(/Throttling: .* refused/);
    expect(result.printed).toMatch(/Get-RecipientPermission 0/);
    expect(result.rowsOf('mailbox-permissions')).toEqual(whole.rowsOf('mailbox-permissions'));
  });

  test.each([
    [30, /Listed in Exchange Online/],
    [5, /takes too long to list Get-RecipientPermission, so it runs for each mailbox/],
  ])('is complete if pages of more than %i grants take too long', async (mostRows, printed) => {
    const whole = await run(await newTenant(), { inputs });
    const faults = { exchangeSlow: { mostRows, cmdlets: ['Get-RecipientPermission'] } };
    // Pages have at most 200 or 50 rows, as requested.
    const result = await run(await newTenant({ exchange: { mostAPage: 60 }, faults }), { inputs });
    expect(result).toMatchObject({ code: 0, errors: [], printed: expect.stringMatching(printed) });
    expect(result.rowsOf('mailbox-permissions')).toEqual(whole.rowsOf('mailbox-permissions'));
  });

  test('shows deleted trustees, or that they are unknown where Exchange rejects the switch', async () => {
    const files = { 'policy.yml': textOf('examples/policies/permissions.yml') };
    const tenant = await newTenant({ mailboxes: 200 });
    const options = { files, inputs: { ...inputs, policy: 'policy.yml', 'fail-on': 'never' } };
    const deletedIn = (rows: readonly Readonly<Record<string, string>>[]): string[] =>
      rows
        .filter(({ Right, Trustee = '' }) => Right !== 'SendAs' && Trustee.startsWith('S-1-5-21-'))
        .map(({ Trustee = '' }) => Trustee);
    const shown = deletedIn((await run(tenant, options)).rowsOf('mailbox-permissions'));
    expect(shown.length).toBeGreaterThan(2);
    const names = ['IncludeUnresolvedPermissions', 'IncludeSoftDeletedUserPermissions'];
    tenant.setFaults({ exchangeUnknownParameters: { cmdlets: ['Get-MailboxPermission'], names } });
    const rejected = await run(tenant, options);
    expect(rejected).toMatchObject({ code: 0, errors: [] });
    expect(rejected.warnings.map(({ message }) => message)).toEqual(
      expect.arrayContaining(names.map((name) => expect.stringContaining(`rejects the switch ${name}`))),
    );
    const rows = rejected.rowsOf('mailbox-permissions').filter(({ Status }) => Status === 'ok');
    expect(deletedIn(rows)).toEqual([]);
    // Each mailbox has a row for the unknown grants.
    const unknown = rows.filter(({ Right }) => Right === '');
    expect(unknown.length).toBe(new Set(rows.map(({ MailboxName }) => MailboxName)).size);
    for (const row of unknown) expect([row.MailboxName, row.Verdict]).toEqual([row.MailboxName, 'inconclusive']);
  });

  test.each([401, 403] as const)(
    'sends commands one by one if a batch with %i refuses all of its own',
    async (status) => {
      const refused = await newTenant({
        faults: { exchangeRefusedItems: { rate: 1, status, cmdlets: ['Get-MailboxPermission'] } },
      });
      const result = await run(refused, { inputs });
      const usual = await run(await newTenant(), { inputs });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(result.rowsOf('mailbox-permissions')).toEqual(usual.rowsOf('mailbox-permissions'));
    },
  );

  test('leaves mailboxes unread whose answer has no objects at all, and never says that they comply', async () => {
    const body = { '@adminapi.warnings': [] };
    const faults = { exchangeUnknownShape: { first: 4, cmdlets: ['Get-MailboxPermission'], body } };
    const policy =
      'rules: [{ id: no-eve, report: mailbox-permissions, title: Eve has no rights, expect: { Trustee: { not: { const: eve } } } }]';
    const result = await run(await newTenant({ faults }), {
      files: { 'policy.yml': policy },
      inputs: { report: 'mailbox-permissions', policy: 'policy.yml', 'fail-on': 'never' },
    });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    const rows = result.rowsOf('mailbox-permissions').filter(({ Status }) => Status === 'failed');
    expect(rows).toHaveLength(4);
    for (const { Right, Error, Verdict } of rows) {
      expect([Right, Error, Verdict]).toEqual(['', expect.stringMatching(/no list/), 'inconclusive']);
    }
  });
});

test.each([
  ['EXCHANGE_LISTING', 'InvalidOperationException'],
  ['EXCHANGE_DENIED', 'CommandNotFoundException'],
])('the error %s names no mailbox with "summary: counts"', async (code, exception) => {
  const message = "The mailbox 'o''neil+x@contoso.com' (SMTP:Adele.Vance@contoso.com) on ann@b.co.uk.";
  const body = {
    error: { message: 'Invalid Operation', innererror: { internalexception: { type: exception, message } } },
  };
  const tenant = await newTenant({ faults: { exchangeUnknownShape: { rate: 1, cmdlets: ['Get-Mailbox'], body } } });
  for (const summary of ['counts', 'none', 'full']) {
    const result = await run(tenant, { inputs: { report: 'mailbox-properties', summary } });
    expect(result).toMatchObject({ code: 1, errors: [{ properties: { title: code } }] });
    const shownTexts = result.summary + result.annotations.map((annotation) => annotation.message).join('\n');
    expect(/neil|Adele|@contoso|ann@/.test(shownTexts)).toBe(summary === 'full');
  }
});
