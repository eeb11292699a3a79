import { describe, expect, test } from '@jest/globals';
import { requireValue } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { compilePolicy } from '../../src/policy/judge.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import type { MailboxRows } from '../../src/reports/rows.ts';
import { textOf } from '../docs/repository.ts';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const AUDIT_ACTIONS = requireValue(parseReportFile(textOf('examples/reports/audit-actions.yml'), 'audit-actions.yml'));
const REPORTS = [...builtInReports.values(), AUDIT_ACTIONS];

const shared = { RecipientTypeDetails: 'SharedMailbox' };
const room = { RecipientTypeDetails: 'RoomMailbox' };
const person = { RecipientTypeDetails: 'UserMailbox' };
const OWNER_ACTIONS = [
  ...['ApplyRecord', 'Create', 'HardDelete', 'MailboxLogin', 'Move', 'MoveToDeletedItems', 'SoftDelete', 'Update'],
  ...['UpdateCalendarDelegation', 'UpdateFolderPermissions', 'UpdateInboxRules'],
];
const owner = { Type: 'UserMailbox', AuditOwner: OWNER_ACTIONS.slice(1) };
const outside = { ExternalTargets: ['eve@evil.example'] };

type Case = readonly [policy: string, rule: string, pass: JsonObject, broken: JsonObject, verdict: 'fail' | 'warn'];

const CASES: readonly Case[] = [
  ['no-mailbox-forwarding', 'no-mailbox-forwarding', { ExternalTargets: [] }, outside, 'fail'],
  [
    ...(['no-mailbox-forwarding', 'forwarded-mail-is-kept'] as const),
    { ...outside, DeliverToMailboxAndForward: true },
    { ...outside, DeliverToMailboxAndForward: false },
    'warn',
  ],
  ['smtp-auth-off', 'smtp-auth-off', { SmtpAuth: 'disabled' }, { SmtpAuth: 'enabled' }, 'fail'],
  [
    ...(['smtp-auth-off', 'no-smtp-auth-exception'] as const),
    { SmtpClientAuthenticationDisabled: null },
    { SmtpClientAuthenticationDisabled: false },
    'warn',
  ],
  [
    ...(['shared-mailboxes-blocked', 'shared-mailboxes-blocked'] as const),
    { ...shared, AccountDisabled: true },
    { ...shared, AccountDisabled: false },
    'fail',
  ],
  [
    ...(['shared-mailboxes-blocked', 'resource-mailboxes-blocked'] as const),
    { ...room, AccountDisabled: true },
    { ...room, AccountDisabled: false },
    'warn',
  ],
  ['audit-on', 'audit-on', { Audited: 'yes' }, { Audited: 'no' }, 'fail'],
  [
    ...(['audit-on', 'audit-on-resources'] as const),
    { ...room, AuditEnabled: true },
    { ...room, AuditEnabled: false },
    'fail',
  ],
  ['audit-actions', 'audit-owner-actions', { ...owner, AuditOwner: OWNER_ACTIONS }, owner, 'warn'],
  [
    ...(['litigation-hold', 'litigation-hold'] as const),
    { ...person, LitigationHoldEnabled: true },
    { ...person, LitigationHoldEnabled: false },
    'fail',
  ],
  [
    ...(['litigation-hold', 'single-item-recovery'] as const),
    { SingleItemRecoveryEnabled: true },
    { SingleItemRecoveryEnabled: false },
    'warn',
  ],
];

/** The verdict of one rule of a starter policy on a row. Undefined: the rule does not apply to it. */
function verdictOf(file: string, id: string, cells: JsonObject): string | undefined {
  const policy = requireValue(parsePolicyFile(textOf(`examples/policies/${file}.yml`), `${file}.yml`, [AUDIT_ACTIONS]));
  const rule = policy.rules.find((one) => one.id === id);
  const report = REPORTS.find(({ name }) => name === rule?.report);
  if (rule === undefined || report === undefined) throw new Error(`no rule ${id}`);
  const judgeAll = compilePolicy({ ...policy, rules: [rule] }, REPORTS, NOW);
  const rows: MailboxRows = [
    {
      mailbox: { address: 'adele@contoso.com', file: 'mailboxes.txt', line: 1 },
      status: 'ok',
      error: '',
      content: 'item',
      cells: Object.keys(report.columns).map((column) => cells[column] ?? null),
    },
  ];
  return judgeAll.judgeOf(report.name)?.(rows).rules[0]?.verdict;
}

describe('a starter policy about Exchange Online', () => {
  test.each(CASES)('%s: %s passes and is violated', (file, id, pass, broken, verdict) => {
    expect(verdictOf(file, id, pass)).toBe('pass');
    expect(verdictOf(file, id, broken)).toBe(verdict);
  });

  test.each<[string, string, JsonObject]>([
    ['shared-mailboxes-blocked', 'shared-mailboxes-blocked', { ...person, AccountDisabled: false }],
    ['audit-on', 'audit-on-resources', { ...person, AuditEnabled: false }],
    ['litigation-hold', 'litigation-hold', { ...shared, LitigationHoldEnabled: false }],
    ['no-mailbox-forwarding', 'forwarded-mail-is-kept', { ExternalTargets: [], DeliverToMailboxAndForward: false }],
  ])('%s: %s ignores other mailboxes', (file, id, cells) => {
    expect(['fail', 'warn']).not.toContain(verdictOf(file, id, cells));
  });
});
