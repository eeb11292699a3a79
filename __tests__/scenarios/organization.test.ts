import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { isObject, isRecord } from '../../src/json.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import type { ExchangeOptions } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { COLUMNS_OF_PART } from '../reports/built-in/organization-columns.ts';
import type { RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { storedLines } from '../support/rows-file.ts';

const { newTenant, run } = inProcessScenarios({
  mailboxes: undefined,
  report: 'organization',
  policy: 'p.yml',
  'artifact-name': '',
});

/** The rules about the organization of the starter policies, by their IDs. */
const STARTER_RULES = new Map(
  ['organization', 'cis-m365-7', 'scuba-exo'].flatMap((name) => {
    const policy: unknown = parse(textOf(`examples/policies/${name}.yml`));
    const rules = isRecord(policy) && Array.isArray(policy.rules) ? policy.rules.filter(isRecord) : [];
    return rules.flatMap((rule) => (rule.report === 'organization' ? [[String(rule.id), rule] as const] : []));
  }),
);
const FILES = { 'p.yml': stringify({ rules: [...STARTER_RULES.values()] }) };
const COLUMNS = Object.keys(organization.columns);

/** The columns of each rule. */
const RULES: ReadonlyMap<string, readonly string[]> = (() => {
  const columns = (one: unknown): readonly string[] => Object.keys(isRecord(one) ? one : {});
  return new Map([...STARTER_RULES].map(([id, rule]) => [id, [...columns(rule.when), ...columns(rule.expect)]]));
})();

/** An organization that meets every rule of the starter policies. */
const STRICT: ExchangeOptions = {
  settings: { RejectDirectSend: true, MailTipsExternalRecipientsTipsEnabled: true },
  objects: {
    'Get-HostedOutboundSpamFilterPolicy': [
      {
        Name: 'Default',
        IsDefault: true,
        AutoForwardingMode: 'Off',
        RecipientLimitExternalPerHour: 500,
        RecipientLimitInternalPerHour: 1000,
        RecipientLimitPerDay: 1000,
        ActionWhenThresholdReached: 'BlockUser',
        NotifyOutboundSpam: true,
        NotifyOutboundSpamRecipients: ['soc@contoso.com'],
        BccSuspiciousOutboundMail: true,
        BccSuspiciousOutboundAdditionalRecipients: ['soc@contoso.com'],
      },
      {
        Name: 'Former',
        AutoForwardingMode: 'Off',
        NotifyOutboundSpam: true,
        NotifyOutboundSpamRecipients: ['soc@contoso.com'],
        BccSuspiciousOutboundMail: true,
        BccSuspiciousOutboundAdditionalRecipients: ['soc@contoso.com'],
      },
    ],
    'Get-HostedOutboundSpamFilterRule': [
      { Name: 'Former', HostedOutboundSpamFilterPolicy: 'Former', State: 'Disabled' },
    ],
    'Get-RemoteDomain': [{ Name: 'Default', AutoForwardEnabled: false }],
    'Get-TransportRule': [
      { Name: 'Archive', RedirectMessageTo: ['archive@contoso.com'], BlindCopyTo: ['archive@contoso.com'] },
      { Name: 'External', Priority: 1, FromScope: 'NotInOrganization', PrependSubject: '[EXTERNAL] ' },
    ],
    'Get-SharingPolicy': [
      { Name: 'Default Sharing Policy', Enabled: false, Domains: [] },
      { Name: 'Partners', Domains: ['fabrikam.com:CalendarSharingFreeBusyDetail'] },
    ],
    'Get-OwaMailboxPolicy': [
      {
        Name: 'OwaMailboxPolicy-Default',
        IsDefault: true,
        AdditionalStorageProvidersAvailable: false,
        PersonalAccountsEnabled: false,
        PersonalAccountCalendarsEnabled: false,
        BookingsMailboxCreationEnabled: false,
      },
    ],
    'Get-RoleAssignmentPolicy': [{ Name: 'Default', IsDefault: true, AssignedRoles: ['MyBaseOptions'] }],
    'Get-HostedConnectionFilterPolicy': [{ Name: 'Default' }],
    'Get-HostedContentFilterPolicy': [{ Name: 'Default' }],
  },
};

/** One that violates every rule. */
const LOOSE: ExchangeOptions = {
  settings: { AuditDisabled: true, OAuth2ClientProfileEnabled: false, SmtpClientAuthenticationDisabled: false },
  objects: {
    'Get-AdminAuditLogConfig': [{ Name: 'Admin Audit Log Settings', UnifiedAuditLogIngestionEnabled: false }],
    'Get-ExternalInOutlook': [{ Name: 'x', Enabled: false }],
    'Get-SharingPolicy': [
      { Name: 'Default Sharing Policy', Domains: ['*:CalendarSharingFreeBusySimple, ContactsSharing'] },
    ],
    'Get-OwaMailboxPolicy': [{ Name: 'OwaMailboxPolicy-Default', IsDefault: true }],
    'Get-HostedConnectionFilterPolicy': [{ Name: 'Default', EnableSafeList: true, IPAllowList: ['192.0.2.10'] }],
    'Get-TransportRule': [
      { Name: 'Invoices', RedirectMessageTo: ['books@fabrikam.com'] },
      { Name: 'Newsletter', Priority: 1, SetSCL: -1, SenderDomainIs: ['news.example'] },
    ],
  },
};

/** The columns of the row that are not known. */
async function unknownColumns({ outputs }: RunOutcome): Promise<readonly string[]> {
  const lines = storedLines(await readFile(path.join(outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
  const rows = lines.flatMap(({ table, rows: one }) => (table === 'organization' && Array.isArray(one) ? one : []));
  const unknown = rows.flatMap((row) => (isObject(row) && Array.isArray(row.unknown) ? row.unknown : []));
  expect(rows).toHaveLength(1);
  return unknown.flatMap((position) => (typeof position === 'number' ? (COLUMNS[position] ?? []) : []));
}

function rulesWith(result: RunOutcome, verdict: RegExp): readonly (string | undefined)[] {
  return result.rowsOf('violations').flatMap(({ Rule, Verdict = '' }) => (verdict.test(Verdict) ? [Rule] : []));
}

describe('the starter policies about the organization', () => {
  test('are met by a strict one, of which everything is known', async () => {
    const result = await run(await newTenant({ exchange: STRICT, mailboxes: 3 }), { files: FILES });
    expect(result).toMatchObject({ code: 0, errors: [], warnings: [], outputs: { result: 'pass' } });
    expect([result.rowsOf('violations'), await unknownColumns(result)]).toEqual([[], []]);
  });

  test('find every setting of a loose one', async () => {
    const result = await run(await newTenant({ exchange: LOOSE, mailboxes: 300 }), { files: FILES });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    expect(result.summary).toContain('**Experimental:** organization. ');
    expect(result.summary).toContain('| organization (experimental) | 1 row |');
    expect(new Set(rulesWith(result, /^(?:fail|warn)$/))).toEqual(new Set(RULES.keys()));
  });
});

test('without each cmdlet, its cells are unknown, rules about them leave the run incomplete, and the others are as before', async () => {
  const found: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  const whole = await run(await newTenant({ exchange: STRICT, mailboxes: 3 }), { files: FILES });
  const [before = {}] = whole.rowsOf('organization');
  for (const [part, { cmdlet }] of Object.entries(organization.cmdlets)) {
    const exchange = { ...STRICT, lackedCmdlets: [cmdlet] };
    const result = await run(await newTenant({ exchange, mailboxes: 3 }), { files: FILES });
    const unknown = await unknownColumns(result);
    const [row = {}] = result.rowsOf('organization');
    found[cmdlet] = {
      result: result.outputs.result,
      unknown: [...unknown].sort(),
      inconclusive: rulesWith(result, /^inconclusive$/),
      violated: rulesWith(result, /^(?:fail|warn)$/),
      others: COLUMNS.filter((column) => !unknown.includes(column) && row[column] !== before[column]),
      status: row.Status,
      isNamed: row.Error?.includes(cmdlet),
      isWarned: result.warnings.some(
        ({ message }) => message.includes(cmdlet) && message.includes('View-Only Configuration'),
      ),
    };
    // Where all policies forbid it, it does not matter which are in force, or whether the organization allows it.
    const decided: Readonly<Record<string, string>> = {
      outboundRules: 'AutoForwarding',
      config: 'DefaultSharedBookings',
    };
    const columns = (COLUMNS_OF_PART[part] ?? []).filter((column) => decided[part] !== column);
    expected[cmdlet] = {
      result: 'incomplete',
      unknown: [...columns].sort(),
      inconclusive: [...RULES.keys()].filter((id) => RULES.get(id)?.some((column) => columns.includes(column))),
      violated: [],
      others: [],
      status: 'ok',
      isNamed: true,
      isWarned: true,
    };
  }
  expect(found).toEqual(expected);
});

test('an application that Exchange Online refuses is told both grants, and the reasons of a few cmdlets', async () => {
  const tenant = await newTenant({ exchange: { appRoles: [] }, mailboxes: 3 });
  const result = await run(tenant, { inputs: { policy: undefined } });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
  expect(result.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/The token has no Exchange\.ManageAsApp\. The application needs two grants:/),
  ]);
  const [{ Status, Error: error = '' } = {}] = result.rowsOf('organization');
  expect([Status, error.match(/The token has no/g)?.length]).toEqual(['access-denied', 5]);
  expect(result.summary).toContain('Not read: Exchange Online refuses Get-OrganizationConfig');
  expect(result.summary).not.toContain('not known');
  expect(error).toContain('Get-HostedContentFilterPolicy');
});

test.each([
  ["report: organization, expect: { SmtpAuth: { const: 'off' } }", 'SmtpClientAuthenticationDisabled $true'],
  ['report: organization, expect: { Bookings: { const: OFF } }', 'BookingsEnabled $false'],
  ['expect: { organization.MailTipsAll: { const: false } }', 'MailTipsAllTipsEnabled $false'],
  ['report: organization, expect: { OutboundNotices: { minItems: 1 } }', 'NotifyOutboundSpam $true'],
])('a rule that would change the organization is an error with the command for it: %s', async (rule, command) => {
  const policy = `rules: [{ id: a, ${rule}, set: { b: true } }]\n`;
  const result = await run(await newTenant({ mailboxes: 3 }), { files: { 'p.yml': policy } });
  expect(result.code).toBe(1);
  expect(result.errors.map(({ message }) => message).join()).toContain(command);
});

test.each([
  [
    'a table',
    `{ id: a, report: organization, expect: { Audited: { const: 'yes' }, UnifiedAuditLog: { const: 'on' } } }`,
    '',
  ],
  [
    'mailboxes',
    `{ id: a, expect: { Language: { const: tlh }, organization.UnifiedAuditLog: { const: 'on' } } }`,
    "mailboxes: '*@contoso.com',",
  ],
])(
  'an exemption from a rule about %s does not hide that a cell of the organization is unknown',
  async (_, rule, names) => {
    const exchange = { settings: { AuditDisabled: true }, lackedCmdlets: ['Get-AdminAuditLogConfig'] };
    const tenant = await newTenant({ exchange, mailboxes: 3 });
    const policy = `rules: [${rule}]
exemptions: [{ rule: a, ${names} reason: R, owner: a@x.y, expires: 2030-01-31 }]
`;
    const files = { 'p.yml': policy, 'mailboxes.txt': tenant.addresses.join('\n') };
    const inputs = { report: 'mailbox-settings', mailboxes: 'mailboxes.txt' };
    const result = await run(tenant, { files, inputs });
    expect(new Set(result.rowsOf('violations').map(({ Verdict }) => Verdict))).toEqual(new Set(['exempt']));
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
  },
);
