import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { referenceText, type ControlSubject } from '../../src/controls/catalogue.ts';
import { requireValue } from '../../src/errors.ts';
import { isObject, isRecord, type Json, type JsonObject } from '../../src/json.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import type { Alteration, Tenant } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { CATALOGUES, partOf } from './criterion-rules.ts';

const { newTenant, run } = inProcessScenarios({
  report: 'organization',
  mailboxes: 'mailboxes.txt',
  policy: 'p.yml',
  'artifact-name': '',
});

function rulesIn(text: string): readonly unknown[] {
  const policy: unknown = parse(text);
  return isRecord(policy) && Array.isArray(policy.rules) ? policy.rules : [];
}

const [HEAD = '', ...TEXTS] = ['cis-m365-7', 'scuba-exo'].map((name) => textOf(`examples/policies/${name}.yml`));
const POLICY = [HEAD, ...TEXTS.map((text) => text.replace(/^[\s\S]*?\nrules:\n/, ''))].join('\n');
/** Without the rules about mailboxes, which need a list and do not depend on the organization. */
const OF_ORGANIZATION = stringify({
  rules: rulesIn(POLICY).filter((one) => isRecord(one) && one.report === 'organization'),
});
const CONTROLS_OF_RULE = new Map(
  requireValue(parsePolicyFile(POLICY, 'p.yml', [])).rules.map(({ id, controls = [] }) => [id, controls]),
);

/** Somebody who gets copies and notices. */
const WATCHED = {
  NotifyOutboundSpam: true,
  NotifyOutboundSpamRecipients: ['soc@contoso.com'],
  BccSuspiciousOutboundMail: true,
  BccSuspiciousOutboundAdditionalRecipients: ['soc@contoso.com'],
};
const OUTBOUND: JsonObject = {
  Name: 'Default',
  IsDefault: true,
  AutoForwardingMode: 'Off',
  RecipientLimitExternalPerHour: 500,
  RecipientLimitInternalPerHour: 1000,
  RecipientLimitPerDay: 1000,
  ActionWhenThresholdReached: 'BlockUser',
  ...WATCHED,
};
const CUSTOM: JsonObject = { Name: 'Sales', AutoForwardingMode: 'Off', ...WATCHED };
const TAG: JsonObject = { Name: 'External', FromScope: 'NotInOrganization', PrependSubject: '[EXTERNAL] ' };
const INSIDE: JsonObject = { Name: 'Inside', Priority: 1, RedirectMessageTo: ['pat@contoso.com'] };
const SHARING: JsonObject = { Name: 'Default Sharing Policy', Default: true, Enabled: false, Domains: [] };
const OWA: JsonObject = {
  Name: 'OwaMailboxPolicy-Default',
  IsDefault: true,
  AdditionalStorageProvidersAvailable: false,
  PersonalAccountsEnabled: false,
  PersonalAccountCalendarsEnabled: false,
  BookingsMailboxCreationEnabled: false,
};

/** An organization that just meets every control. What controls do not ask about is open. */
const OBJECTS: Readonly<Record<string, readonly JsonObject[]>> = {
  'Get-HostedOutboundSpamFilterPolicy': [OUTBOUND, CUSTOM],
  'Get-HostedOutboundSpamFilterRule': [{ Name: 'Sales', HostedOutboundSpamFilterPolicy: 'Sales', State: 'Disabled' }],
  'Get-RemoteDomain': [{ Name: 'Default', AutoForwardEnabled: false }],
  'Get-TransportRule': [TAG, INSIDE, { Name: 'Copies', Priority: 2, BlindCopyTo: ['books@fabrikam.com'], SetSCL: -1 }],
  'Get-SharingPolicy': [
    SHARING,
    { Name: 'Partners', Domains: ['fabrikam.com:CalendarSharingFreeBusyDetail, ContactsSharing'] },
    { Name: 'Links', Domains: ['Anonymous:CalendarSharingFreeBusyReviewer'] },
  ],
  'Get-OwaMailboxPolicy': [OWA, { Name: 'Kiosk' }],
  'Get-RoleAssignmentPolicy': [
    { Name: 'Default', IsDefault: true, AssignedRoles: ['MyBaseOptions'] },
    { Name: 'Kiosk' },
  ],
  'Get-HostedConnectionFilterPolicy': [{ Name: 'Default' }],
  'Get-HostedContentFilterPolicy': [{ Name: 'Default' }, { Name: 'Sales', AllowedSenders: ['news@news.example'] }],
  'Get-ExternalInOutlook': [{ Name: 'x', Enabled: true, AllowList: [''] }],
  'Get-AdminAuditLogConfig': [{ Name: 'Admin Audit Log Settings' }],
};
const SETTINGS: JsonObject = {
  AuditDisabled: false,
  OAuth2ClientProfileEnabled: true,
  MailTipsLargeAudienceThreshold: 25,
  MailTipsExternalRecipientsTipsEnabled: true,
  RejectDirectSend: true,
  SmtpClientAuthenticationDisabled: true,
};

const NO_BYPASS: Alteration = { request: '^Get-MailboxAuditBypassAssociation', set: { AuditBypassEnabled: false } };

/** What differs in a tenant that violates one part. */
interface Violation {
  readonly objects?: Readonly<Record<string, readonly JsonObject[]>>;
  readonly settings?: JsonObject;
  /** Properties of the mailbox of a person. */
  readonly mailbox?: JsonObject;
  readonly alteration?: Alteration;
}

/** The lists of 6.1.2. */
const ACTIONS = Object.fromEntries(
  partOf({ catalogue: 'cis-m365-7.0.0', control: '6.1.2', part: '' }).criteria.flatMap(({ every = {} }) =>
    Object.entries(every).flatMap(([name, { allOf }]): [string, Json[]][] =>
      Array.isArray(allOf)
        ? [[name, allOf.flatMap((one) => (isObject(one) && isObject(one.contains) ? (one.contains.const ?? []) : []))]]
        : [],
    ),
  ),
);

const of = (cmdlet: string, ...objects: readonly JsonObject[]): Violation => ({ objects: { [cmdlet]: objects } });
const setting = (settings: JsonObject): Violation => ({ settings });
const rule = (changes: JsonObject): Violation => of('Get-TransportRule', TAG, { ...INSIDE, ...changes });

/** By the parts that it violates: those that ask for the same are violated together. */
const VIOLATIONS: Readonly<Record<string, Violation>> = {
  'cis-m365-7.0.0/1.2.2': { alteration: { request: '^GET /?users', set: { accountEnabled: true } } },
  'cis-m365-7.0.0/1.3.3': of('Get-SharingPolicy', { ...SHARING, Enabled: true }),
  'cis-m365-7.0.0/1.3.9': of('Get-OwaMailboxPolicy', { ...OWA, BookingsMailboxCreationEnabled: true }),
  'cis-m365-7.0.0/2.1.6#default-policy': of(
    'Get-HostedOutboundSpamFilterPolicy',
    { ...OUTBOUND, BccSuspiciousOutboundAdditionalRecipients: [] },
    CUSTOM,
  ),
  'cis-m365-7.0.0/2.1.6#custom-policy': of('Get-HostedOutboundSpamFilterPolicy', OUTBOUND, {
    ...CUSTOM,
    NotifyOutboundSpam: false,
  }),
  'cis-m365-7.0.0/2.1.12': of('Get-HostedConnectionFilterPolicy', { Name: 'Default', IPAllowList: ['192.0.2.10'] }),
  'cis-m365-7.0.0/2.1.13': of('Get-HostedConnectionFilterPolicy', { Name: 'Default', EnableSafeList: true }),
  'cis-m365-7.0.0/2.1.14': of(
    'Get-HostedContentFilterPolicy',
    { Name: 'Default' },
    { Name: 'Sales', AllowedSenderDomains: ['news.example'] },
  ),
  'cis-m365-7.0.0/2.1.15': of(
    'Get-HostedOutboundSpamFilterPolicy',
    { ...OUTBOUND, RecipientLimitExternalPerHour: 501 },
    CUSTOM,
  ),
  'cis-m365-7.0.0/3.1.1': of('Get-AdminAuditLogConfig', { Name: 'x', UnifiedAuditLogIngestionEnabled: false }),
  'cis-m365-7.0.0/6.1.1 scuba-exo/MS.EXO.13.1v1': setting({ AuditDisabled: true }),
  'cis-m365-7.0.0/6.1.2': {
    mailbox: { AuditOwner: (ACTIONS.AuditOwner ?? []).filter((action) => action !== 'MailboxLogin') },
  },
  'cis-m365-7.0.0/6.1.3': {
    alteration: { ...NO_BYPASS, set: { AuditBypassEnabled: true } },
  },
  'cis-m365-7.0.0/6.2.1#mail-flow-rules': rule({ State: 'Disabled', RedirectMessageTo: ['books@fabrikam.com'] }),
  'cis-m365-7.0.0/6.2.1#outbound-policy': of('Get-HostedOutboundSpamFilterPolicy', OUTBOUND, {
    ...CUSTOM,
    AutoForwardingMode: 'Automatic',
  }),
  'cis-m365-7.0.0/6.2.2': rule({ State: 'Disabled', SetSCL: -1, SenderDomainIs: ['news.example'] }),
  'cis-m365-7.0.0/6.2.3': of('Get-ExternalInOutlook', { Name: 'x', Enabled: true, AllowList: ['news.example'] }),
  'cis-m365-7.0.0/6.3.1': of('Get-RoleAssignmentPolicy', {
    Name: 'Default',
    IsDefault: true,
    AssignedRoles: ['My ReadWriteMailbox Apps'],
  }),
  'cis-m365-7.0.0/6.3.2': of('Get-OwaMailboxPolicy', { ...OWA, PersonalAccountCalendarsEnabled: true }),
  'cis-m365-7.0.0/6.5.1': setting({ OAuth2ClientProfileEnabled: false }),
  'cis-m365-7.0.0/6.5.2': setting({ MailTipsLargeAudienceThreshold: 26 }),
  'cis-m365-7.0.0/6.5.3': of('Get-OwaMailboxPolicy', { ...OWA, AdditionalStorageProvidersAvailable: true }),
  'cis-m365-7.0.0/6.5.4 scuba-exo/MS.EXO.5.1v1': setting({ SmtpClientAuthenticationDisabled: false }),
  'cis-m365-7.0.0/6.5.5': setting({ RejectDirectSend: false }),
  'scuba-exo/MS.EXO.1.1v2': of('Get-RemoteDomain', { Name: 'Partner', DomainName: 'fabrikam.com' }),
  'scuba-exo/MS.EXO.6.1v1': of('Get-SharingPolicy', { ...SHARING, Domains: ['*:ContactsSharing'] }),
  'scuba-exo/MS.EXO.6.2v1': of('Get-SharingPolicy', { ...SHARING, Domains: ['*:CalendarSharingFreeBusySimple'] }),
  'scuba-exo/MS.EXO.7.1v1': of('Get-TransportRule', { ...TAG, Mode: 'AuditAndNotify' }),
};

const OF_MAILBOXES = ['cis-m365-7.0.0/1.2.2', 'cis-m365-7.0.0/6.1.2'];

const objects: Record<string, readonly JsonObject[]> = {};
const settings: Record<string, Json> = {};
let tenant: Tenant;
let list: string;
let person: string;

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 200, roles: ['User.Read.All'], exchange: { objects, settings } });
  const ofType = (type: string): readonly string[] =>
    tenant.addresses.filter((address) => {
      const [mailbox] = tenant.exchangeObjects('Get-Mailbox', address) ?? [];
      return mailbox?.RecipientTypeDetails === type && (type !== 'SharedMailbox' || mailbox.AccountDisabled === true);
    });
  const people = ofType('UserMailbox').slice(0, 3);
  [person = ''] = people;
  for (const address of people) tenant.editExchange(address, { AuditEnabled: true, ...ACTIONS });
  const [shared] = ofType('SharedMailbox');
  const [room] = ofType('RoomMailbox');
  if (shared === undefined || room === undefined) throw new Error('the tenant is too small');
  list = [...people, shared, room].join('\n');
});

interface Found {
  readonly results: Readonly<Record<string, string>>;
  readonly controls: readonly string[];
  readonly verdicts: string;
}

/** The controls whose rules do not pass in the organization with a difference: all of them, or those about the organization. */
async function violated(violation: Violation, scope: ControlSubject): Promise<Found> {
  Object.assign(objects, OBJECTS, violation.objects);
  Object.assign(settings, SETTINGS, violation.settings);
  tenant.setFaults({ altered: [NO_BYPASS, ...(violation.alteration === undefined ? [] : [violation.alteration])] });
  tenant.editExchange(person, { ...ACTIONS, ...violation.mailbox });
  const isOfMailboxes = scope === 'mailboxes';
  const result = await run(tenant, {
    files: { 'p.yml': isOfMailboxes ? POLICY : OF_ORGANIZATION, 'mailboxes.txt': list },
    inputs: isOfMailboxes ? {} : { mailboxes: undefined },
  });
  const found = result.rowsOf('violations');
  const controls = found.flatMap(({ Rule = '' }) => CONTROLS_OF_RULE.get(Rule) ?? []);
  const results = result
    .rowsOf('controls')
    .map(({ Catalogue, Control, Result = '' }) => [`${Catalogue ?? ''}/${Control ?? ''}`, Result] as const);
  return {
    results: Object.fromEntries(results),
    controls: [...new Set(controls.map(({ catalogue, control }) => `${catalogue}/${control}`))].sort(),
    verdicts: [...new Set(found.map(({ Verdict = '' }) => Verdict))].join(' '),
  };
}

/** The results of all controls, of which some are not met. */
function resultsWith(unmet: readonly string[], scope: ControlSubject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...CATALOGUES].flatMap(([catalogue, { controls }]) =>
      controls.map(({ id, parts }): [string, string] => {
        const control = `${catalogue}/${id}`;
        const isChecked = parts.some(
          ({ covered, subject }) => covered !== 'no' && (scope === 'mailboxes' || subject === scope),
        );
        return [control, unmet.includes(control) ? 'not-met' : isChecked ? 'met' : 'not-checked'];
      }),
    ),
  );
}

describe('the starter policies of benchmarks', () => {
  test('have a tenant that violates each part that is covered as a whole', () => {
    const parts = [...CATALOGUES].flatMap(([catalogue, { controls }]) =>
      controls.flatMap(({ id, parts: of }) =>
        of.flatMap(({ id: part, covered }) => (covered === 'whole' ? [{ catalogue, control: id, part }] : [])),
      ),
    );
    const named = Object.keys(VIOLATIONS).flatMap((key) => key.split(' '));
    expect(named.toSorted()).toEqual(parts.map(referenceText).toSorted());
  });

  test('pass in a tenant that just meets every control', async () => {
    expect(await violated({}, 'mailboxes')).toEqual({
      controls: [],
      verdicts: '',
      results: resultsWith([], 'mailboxes'),
    });
  });

  test.each(Object.entries(VIOLATIONS))('find what violates %s, and nothing else', async (key, violation) => {
    const expected = key.split(' ').map((part) => part.replace(/#.*/, ''));
    const scope = OF_MAILBOXES.includes(key) ? 'mailboxes' : 'organization';
    const { controls, verdicts, results } = await violated(violation, scope);
    expect([controls, results]).toEqual([expected, resultsWith(expected, scope)]);
    expect(verdicts).toMatch(/^(?:fail|warn)$/);
  });
});
