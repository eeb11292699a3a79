import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import type { Expected, GroupOptions, Tenant } from '../../tenant/tenant.ts';
import { filesLike, textOf } from '../docs/repository.ts';
import { expectedReports } from '../support/expected-reports.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios();

const ROLES = [
  'MailboxSettings.Read',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
];
const GROUPS: readonly GroupOptions[] = [
  { name: 'Helpdesk', members: [1, 2, 'supplier@fabrikam.example'], fullAccess: [21, 22] },
  { name: 'Sales', members: [3], fullAccess: [23] },
  { name: 'Hidden', kind: 'unified', visibility: 'HiddenMembership', members: [4], fullAccess: [24] },
];
const ALL_FILES = await filesLike('examples/policies/*.yml');
/** Rules across reports are tested with the report `mailboxes`. */
const isAcross = (file: string): boolean =>
  /^ +(?:when|expect): \{? ?[a-z-]+\.[A-Z]|^ +[a-z-]+\.[A-Z]\w+: \{|, [a-z-]+\.[A-Z]\w+:|report: mailboxes$/m.test(
    textOf(file),
  );
/** Tested with the reports about applications and in tables of the tenant. */
const isOfTenant = (file: string): boolean =>
  /report: (?:applications|organization|deleted-mailboxes|addresses)/.test(textOf(file));
/** Tested with the remediation that it is for. */
const hasRegister = (file: string): boolean => /^register:/m.test(textOf(file));
const FILES = ALL_FILES.filter((file) => !isAcross(file) && !isOfTenant(file) && !hasRegister(file));
const isAboutExchange = (file: string): boolean => textOf(file).includes('Needs: Exchange.ManageAsApp');
const nameOf = (file: string): string => file.replace(/^.*\/|\.yml$/g, '');
const POLICIES = FILES.filter((file) => !isAboutExchange(file)).map(nameOf);
const EXCHANGE_POLICIES = FILES.filter(isAboutExchange).map(nameOf);

type Cells = Readonly<Record<string, string>>;

/** The requirement of a rule, independent of the policy: a check of the cells in the CSV. */
interface Meaning {
  readonly column: string;
  readonly concerns?: (cells: Cells) => boolean;
  readonly isUnknown?: (cells: Cells) => boolean;
  readonly holds: (cell: string) => boolean;
}

const isScheduleOver = ({ AutomaticReplyEnd = '' }: Cells): boolean =>
  AutomaticReplyEnd !== '' && AutomaticReplyEnd <= new Date().toISOString();
const repliesOn = ({ AutomaticReplyStatus }: Cells): boolean =>
  /^(alwaysEnabled|scheduled)$/i.test(AutomaticReplyStatus ?? '');
const isEnabled = ({ Enabled }: Cells): boolean => Enabled !== 'false';
const isShared = ({ UserPurpose }: Cells): boolean => UserPurpose?.toLowerCase() === 'shared';
const isUser = ({ UserPurpose }: Cells): boolean => UserPurpose?.toLowerCase() === 'user';
const isOfType =
  (type: RegExp) =>
  ({ RecipientTypeDetails = '' }: Cells): boolean =>
    type.test(RecipientTypeDetails);
/** The lists of CIS 6.1.2 in version 7.0.0. */
const logs =
  (actions: string) =>
  (cell: string): boolean =>
    actions.split(' ').every((action) => cell.split('; ').includes(action));
const isTrue = (cell: string): boolean => cell === 'true';
const hasUnknownTargets = ({ ExternalTargets }: Cells): boolean => ExternalTargets === 'inconclusive';
const days = (cell: string): string[] => cell.split('; ');

const MEANINGS: Readonly<Record<string, Meaning>> = {
  'replies-stay-inside': {
    column: 'AutomaticReplyExternalAudience',
    concerns: (cells) => repliesOn(cells) && !isScheduleOver(cells),
    holds: (audience) => audience !== '' && audience.toLowerCase() !== 'all',
  },
  'replies-end': { column: 'AutomaticReplyStatus', concerns: repliesOn, holds: (status) => /^s/i.test(status) },
  'no-external-forwarding': {
    column: 'ExternalTargets',
    concerns: isEnabled,
    holds: (targets) => targets === '',
  },
  'no-disabled-forwarding': {
    column: 'ExternalTargets',
    concerns: (cells) => !isEnabled(cells),
    holds: (targets) => targets === '',
  },
  'hides-mail': { column: 'Hides', concerns: isEnabled, holds: (hides) => hides === 'false' },
  'hides-what-it-sends-outside': {
    column: 'Hides',
    concerns: ({ ExternalTargets }) => ExternalTargets !== '',
    holds: (hides) => hides === 'false',
  },
  'hides-every-message': {
    column: 'Conditions',
    concerns: (cells) => isEnabled(cells) && cells.Hides !== 'false',
    holds: (conditions) => conditions !== '',
  },
  'rule-without-a-name': { column: 'RuleName', holds: (name) => /\p{L}|\p{N}/u.test(name) },
  'time-zone-set': { column: 'TimeZone', holds: (zone) => zone !== '' },
  'standard-time-zone': {
    column: 'TimeZone',
    concerns: ({ TimeZone }) => TimeZone !== '',
    holds: (zone) =>
      zone === 'UTC' || /^(W\. Europe|Romance|GMT|Eastern|Pacific|India|Tokyo) Standard Time$/.test(zone),
  },
  'language-set': { column: 'Locale', holds: (locale) => locale !== '' },
  'standard-language': {
    column: 'Locale',
    concerns: ({ Locale }) => Locale !== '',
    holds: (locale) => ['en', 'de', 'fr', 'ja'].includes(locale.split('-')[0] ?? ''),
  },
  'shared-mailbox-meetings': {
    column: 'DelegateMeetingMessages',
    concerns: isShared,
    holds: (delivery) => delivery.toLowerCase() !== 'sendtodelegateonly',
  },
  'shared-mailbox-replies': {
    column: 'AutomaticReplyActive',
    concerns: isShared,
    isUnknown: ({ AutomaticReplyActive }) => AutomaticReplyActive === '',
    holds: (active) => active === 'no',
  },
  'shared-mailbox-weekdays': {
    column: 'WorkingDays',
    concerns: isShared,
    holds: (cell) => ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].every((day) => days(cell).includes(day)),
  },
  'working-days': {
    column: 'WorkingDays',
    concerns: isUser,
    holds: (cell) => cell !== '' && !days(cell).some((day) => day.startsWith('s')),
  },
  'working-hours-start': {
    column: 'WorkingHoursStart',
    concerns: isUser,
    holds: (time) => time >= '07:00:00' && time < '10:00:00',
  },
  'working-hours-end': {
    column: 'WorkingHoursEnd',
    concerns: isUser,
    holds: (time) => time >= '15:00:00' && time < '20:00:00',
  },
  'working-hours-time-zone': {
    column: 'WorkingHoursTimeZone',
    concerns: isUser,
    holds: (zone) => zone !== '' && zone !== 'Customized Time Zone',
  },
  'audit-on': { column: 'Audited', isUnknown: ({ Audited }) => Audited === '', holds: (audited) => audited === 'yes' },
  'audit-on-resources': {
    column: 'AuditEnabled',
    concerns: isOfType(/^(Room|Equipment)/),
    isUnknown: ({ AuditEnabled }) => AuditEnabled === '',
    holds: isTrue,
  },
  'audit-enabled': {
    column: 'AuditEnabled',
    concerns: isOfType(/^(?:User|Shared)/),
    isUnknown: ({ AuditEnabled }) => AuditEnabled === '',
    holds: isTrue,
  },
  'audit-admin-actions': {
    column: 'AuditAdmin',
    concerns: isOfType(/^(?:User|Shared)/),
    holds: logs(
      'ApplyRecord Copy Create FolderBind HardDelete MailItemsAccessed Move MoveToDeletedItems SendAs SendOnBehalf Send SoftDelete Update UpdateCalendarDelegation UpdateFolderPermissions UpdateInboxRules',
    ),
  },
  'audit-delegate-actions': {
    column: 'AuditDelegate',
    concerns: isOfType(/^(?:User|Shared)/),
    holds: logs(
      'ApplyRecord Create FolderBind HardDelete Move MailItemsAccessed MoveToDeletedItems SendAs SendOnBehalf SoftDelete Update UpdateFolderPermissions UpdateInboxRules',
    ),
  },
  'audit-owner-actions': {
    column: 'AuditOwner',
    concerns: isOfType(/^(?:User|Shared)/),
    holds: logs(
      'ApplyRecord Create HardDelete MailboxLogin Move MailItemsAccessed MoveToDeletedItems Send SoftDelete Update UpdateCalendarDelegation UpdateFolderPermissions UpdateInboxRules',
    ),
  },
  'litigation-hold': { column: 'LitigationHoldEnabled', concerns: isOfType(/^User/), holds: isTrue },
  'single-item-recovery': { column: 'SingleItemRecoveryEnabled', holds: isTrue },
  'no-mailbox-forwarding': {
    column: 'ExternalTargets',
    isUnknown: hasUnknownTargets,
    holds: (targets) => targets === '',
  },
  'forwarded-mail-is-kept': {
    column: 'DeliverToMailboxAndForward',
    concerns: ({ ExternalTargets }) => ExternalTargets !== '',
    isUnknown: hasUnknownTargets,
    holds: isTrue,
  },
  'shared-mailboxes-blocked': { column: 'AccountDisabled', concerns: isOfType(/^Shared/), holds: isTrue },
  'resource-mailboxes-blocked': { column: 'AccountDisabled', concerns: isOfType(/^(Room|Equipment)/), holds: isTrue },
  'smtp-auth-off': { column: 'SmtpAuth', holds: (auth) => auth === 'disabled' },
  'no-smtp-auth-exception': { column: 'SmtpClientAuthenticationDisabled', holds: (setting) => setting !== 'false' },
  'archive-full': {
    column: 'ArchivePercent',
    concerns: ({ ArchivePercent }) => ArchivePercent !== '',
    holds: (percent) => Number(percent) <= 90,
  },
  'no-full-access': {
    column: 'Inherited',
    concerns: ({ Right, Deny }) => Right === 'FullAccess' && Deny === 'false',
    holds: isTrue,
  },
  'no-access-from-outside': {
    column: 'Inside',
    concerns: ({ Right = '' }) => ['FullAccess', 'SendAs', 'SendOnBehalf'].includes(Right),
    isUnknown: ({ Inside }) => Inside === '',
    holds: isTrue,
  },
  'outside-sees-no-appointments': {
    column: 'Inside',
    concerns: ({ Right = '' }) => Right.startsWith('Calendar: ') && Right !== 'Calendar: freeBusyRead',
    isUnknown: ({ Inside }) => Inside === '',
    holds: isTrue,
  },
  'full-access-through-known-groups': {
    column: 'Through',
    concerns: ({ Right }) => Right === 'FullAccess',
    // Beside deleted accounts, groups that are not expanded.
    isUnknown: ({ Inside, Trustee = '' }) => Inside === '' && !Trustee.startsWith('S-1-'),
    holds: (through) => ['direct', 'helpdesk@contoso.com'].includes(through),
  },
  'no-deleted-trustee': { column: 'Trustee', holds: (trustee) => !trustee.startsWith('S-1-5-21-') },
};

interface Rule {
  readonly id: string;
  readonly report: string;
  readonly broken: 'fail' | 'warn';
}

/** The rules of a policy file, read without any code of the action. */
function rulesIn(file: string): Rule[] {
  const policy: unknown = parse(file);
  if (!isRecord(policy) || !Array.isArray(policy.rules)) throw new Error('no policy');
  return policy.rules.filter(isRecord).map(({ id, report = 'mailbox-settings', severity }) => ({
    id: String(id),
    report: String(report),
    broken: severity === 'warning' ? 'warn' : 'fail',
  }));
}

const NONE: ReadonlySet<string> = new Set();

/** The columns of rules that need a property of the settings. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  timeZone: ['TimeZone'],
  language: ['Locale'],
  userPurpose: ['UserPurpose'],
  delegateMeetingMessageDeliveryOptions: ['DelegateMeetingMessages'],
  workingHours: ['WorkingDays', 'WorkingHoursStart', 'WorkingHoursEnd', 'WorkingHoursTimeZone'],
};

/** The columns of which Graph has left out the property. */
function unknownColumns({ settings }: Expected, report: string): ReadonlySet<string> {
  if (report !== 'mailbox-settings' || !isRecord(settings)) return NONE;
  const missing = Object.entries(SETTINGS).filter(([name]) => !Object.hasOwn(settings, name));
  return new Set(missing.flatMap(([, columns]) => columns));
}

/** The verdict of a rule for a row. Undefined if the rule does not apply. */
function verdictOn(cells: Cells, { id, broken }: Rule, unknown: ReadonlySet<string> = NONE): string | undefined {
  const meaning = MEANINGS[id];
  if (meaning === undefined) throw new Error(`what does ${id} mean?`);
  const { column, concerns = () => true, isUnknown = () => false, holds } = meaning;
  if (concerns === isShared || concerns === isUser ? unknown.has('UserPurpose') : unknown.has(column)) {
    return 'inconclusive';
  }
  if (!concerns(cells)) return undefined;
  if (isUnknown(cells) || unknown.has(column)) return 'inconclusive';
  const cell = cells[column] ?? '';
  // A blank action of a read-only rule may be hidden.
  if (cell === 'inconclusive' || (cells.ReadOnly === 'true' && cell === '')) return 'inconclusive';
  // The rule may not apply at all.
  if (id === 'hides-what-it-sends-outside' && cells.ExternalTargets === 'inconclusive') return 'inconclusive';
  if (id === 'hides-every-message' && cells.Hides === 'inconclusive') return 'inconclusive';
  return holds(cell) ? 'pass' : broken;
}

const WORST_FIRST = ['fail', 'inconclusive', 'warn', 'pass'];

function worst(verdicts: readonly (string | undefined)[]): string | undefined {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict));
}

/** The expected verdict of each row of a report. A mailbox without rows of its own has one blank row. */
function rowsWithVerdicts(address: string, expected: Expected, report: string, rules: readonly Rule[]): Cells[] {
  const rows = expected.status === 'ok' ? (expectedReports[report]?.(expected) ?? []) : [];
  if (rows.length === 0) {
    return [{ MailboxName: address, Verdict: expected.status === 'ok' ? 'pass' : 'inconclusive', Violations: '' }];
  }
  return rows.map((cells) => {
    const unknown = unknownColumns(expected, report);
    const said = rules.map((rule) => [rule.id, verdictOn(cells, rule, unknown)] as const);
    const broken = said.filter(([, verdict]) => verdict === 'fail' || verdict === 'warn').map(([id]) => id);
    const verdict = worst(said.map(([, one]) => one)) ?? 'pass';
    return { MailboxName: address, Verdict: verdict, Violations: broken.join('; ') };
  });
}

/** The expected rows of violations.csv for a mailbox: one for each violated or inconclusive row. */
function findingsOf(address: string, expected: Expected, report: string, rules: readonly Rule[]): string[] {
  if (expected.status !== 'ok') return [];
  const rows = expectedReports[report]?.(expected) ?? [];
  return rules.flatMap((rule) =>
    rows.flatMap((cells) => {
      const verdict = verdictOn(cells, rule, unknownColumns(expected, report));
      if (verdict === undefined || verdict === 'pass') return [];
      const column = verdict === 'inconclusive' ? '' : (MEANINGS[rule.id]?.column ?? '');
      return [[rule.id, report, address, column, verdict].join(' | ')];
    }),
  );
}

/** For a rule, the numbers of mailboxes that passed and that violated it. */
function countsOf(rule: Rule, mailboxes: readonly Expected[]): { passed: number; broken: number } {
  const verdicts = mailboxes.map((expected) => {
    if (expected.status !== 'ok') return 'inconclusive';
    const rows = expectedReports[rule.report]?.(expected) ?? [];
    return rows.length === 0
      ? 'no row'
      : worst(rows.map((cells) => verdictOn(cells, rule, unknownColumns(expected, rule.report))));
  });
  // A mailbox without a row passes too, without a finding.
  return {
    passed: verdicts.filter((verdict) => verdict === 'pass').length,
    broken: verdicts.filter((verdict) => verdict === rule.broken).length,
  };
}

let tenant: Tenant;

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 600, roles: ROLES, groups: GROUPS });
});

/** Some policies as one. */
function joined(files: readonly string[]): string {
  return files
    .map((file) => file.replace(/^#.*\n/gm, ''))
    .join('')
    .replaceAll('\nrules:\n', '\n');
}

test('the starter policies about Graph give each mailbox the right verdict, and each rule has passes and violations', async () => {
  const files = POLICIES.map((name) => textOf(`examples/policies/${name}.yml`));
  const rules = files.flatMap(rulesIn);
  const reports = [...new Set(rules.map(({ report }) => report))];
  const result = await run(tenant, {
    files: { 'policy.yml': joined(files) },
    inputs: {
      policy: 'policy.yml',
      'fail-on': 'never',
      'max-unreadable': '100%',
      report: reports.join('\n'),
      'internal-domains': 'contoso.com\ncontoso.onmicrosoft.com',
    },
  });
  expect(result).toMatchObject({ code: 0, errors: [] });

  const each = tenant.addresses.map((address) => [address, tenant.expected(address)] as const);
  const findings: string[] = [];
  for (const report of reports) {
    const own = rules.filter((rule) => rule.report === report);
    const verdicts = result
      .rowsOf(report)
      .map(({ MailboxName = '', Verdict = '', Violations = '' }) => ({ MailboxName, Verdict, Violations }));
    expect(verdicts).toEqual(each.flatMap(([address, expected]) => rowsWithVerdicts(address, expected, report, own)));
    findings.push(...each.flatMap(([address, expected]) => findingsOf(address, expected, report, own)));
  }
  const found = result
    .rowsOf('violations')
    .map(({ Rule, Report, MailboxName, Column, Verdict }) => [Rule, Report, MailboxName, Column, Verdict].join(' | '));
  expect(found.sort()).toEqual(findings.sort());

  const mailboxes = each.map(([, expected]) => expected);
  const counts = rules.map((rule) => ({ rule: rule.id, ...countsOf(rule, mailboxes) }));
  for (const { rule, passed, broken } of counts) {
    expect({ rule, passed: passed > 0, broken: broken > 0 }).toEqual({ rule, passed: true, broken: true });
  }
  const errors = new Set(rules.filter(({ broken }) => broken === 'fail').map(({ id }) => id));
  const violations = counts.filter(({ rule }) => errors.has(rule)).reduce((sum, { broken }) => sum + broken, 0);
  expect(result.outputs).toMatchObject({
    result: 'violations',
    'violation-count': String(violations),
    'exempt-count': '0',
  });
});

test('the starter policies about Exchange Online give each row the right verdict, in one run', async () => {
  const files = EXCHANGE_POLICIES.map((name) => textOf(`examples/policies/${name}.yml`));
  const rules = files.flatMap(rulesIn);
  const reports = [...new Set(rules.map(({ report }) => report))];
  tenant.setFaults({ exchangeAbsent: { rate: 0.3, properties: ['AuditEnabled'] } });
  const result = await run(tenant, {
    files: { 'policy.yml': joined(files) },
    inputs: {
      policy: 'policy.yml',
      'fail-on': 'never',
      'max-unreadable': '100%',
      'artifact-name': '',
      report: ['calendar-permissions', ...reports].join('\n'),
    },
  });
  expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'violations' } });
  const seen = new Set<string>();
  for (const report of reports) {
    const own = rules.filter((rule) => rule.report === report);
    for (const row of result.rowsOf(report)) {
      // A mailbox without grants has one blank row.
      const isBlank = row.Right === '';
      const said = own.map((rule) => [rule.id, isBlank ? undefined : verdictOn(row, rule)] as const);
      for (const [id, verdict] of row.Status === 'ok' ? said : []) seen.add(`${id} ${verdict ?? ''}`);
      const expected = row.Status === 'ok' ? (worst(said.map(([, verdict]) => verdict)) ?? 'pass') : 'inconclusive';
      expect([report, row.MailboxName, row.Verdict]).toEqual([report, row.MailboxName, expected]);
    }
  }
  for (const { id, broken } of rules) {
    expect({ id, passed: seen.has(`${id} pass`), broken: seen.has(`${id} ${broken}`) }).toEqual({
      // The inherited grants are those of Microsoft's own trustees, which the report leaves out.
      id,
      passed: id !== 'no-full-access',
      broken: true,
    });
  }
  expect([...seen]).toEqual(expect.arrayContaining(['audit-on inconclusive', 'audit-on-resources inconclusive']));
  expect(seen).toContain('full-access-through-known-groups inconclusive');
});

test('every starter policy is tested', () => {
  expect([POLICIES.length, EXCHANGE_POLICIES.length]).toEqual([6, 9]);
  const ids = FILES.flatMap((file) => rulesIn(textOf(file))).map(({ id }) => id);
  expect(ids.sort()).toEqual(Object.keys(MEANINGS).sort());
});
