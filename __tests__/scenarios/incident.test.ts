import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { isObject, parseJson, property, textIn } from '../../src/json.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { INCIDENT_ROLES, IncidentDays, inboxRule, november, type IncidentRun } from '../support/incident-days.ts';
import { parsedCsv } from '../support/parsed-csv.ts';

// In ms: each night is a run.
jest.setTimeout(400_000);

const started: IncidentDays[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((days) => days.close()));
});

async function start(options: Parameters<typeof IncidentDays.start>[0] = {}): Promise<IncidentDays> {
  const days = await IncidentDays.start(options);
  started.push(days);
  return days;
}

const EVIL = 'drop@evil.example';
/** An escape of a terminal, and one that reverses text. */
const HIDDEN = ['\u001b', '\u202e'];
const TO_RSS = { moveToFolder: 'RSS Feeds', markAsRead: true, stopProcessingRules: true };
const FORWARDING = { forwardTo: [{ emailAddress: { name: 'x', address: EVIL } }] };

/** A part of the answer to a question. */
function part(run: IncidentRun, id: string, name: string): unknown {
  const questions = property(run.json, 'questions');
  const question = (Array.isArray(questions) ? questions : []).find((one) => textIn(one, 'id') === id);
  return property(question, name);
}

/** The commands of a step. */
function commandsOf(run: IncidentRun, step: string): readonly string[] {
  const all = property(run.json, 'containment');
  return (Array.isArray(all) ? all : []).flatMap((one) =>
    textIn(one, 'step') === step ? [textIn(one, 'command')] : [],
  );
}

/** The questions that this file is about. */
const OWN = ['evidence', 'inbox-rules', 'forwarding', 'rights', 'others'] as const;

function ownAnswers({ answers }: IncidentRun): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(OWN.map((id) => [id, answers[id]]));
}

const NO = { evidence: 'no', 'inbox-rules': 'no', forwarding: 'no', rights: 'no', others: 'no' };

test('answers no where nothing changed, with few requests, and writes files that only the user may read', async () => {
  const days = await start();
  const { tenant, person } = days;
  tenant.setRules(person, [inboxRule('Newsletters', { moveToFolder: 'News' })]);
  const [, colleague = ''] = mailboxesOf(tenant);
  const { name = '' } = tenant.account(colleague) ?? {};
  setRights(tenant, person, [grantTo(tenant, colleague, 'FullAccess')], [], [name]);
  for (let day = 2; day < 18; day++) tenant.signIn({ who: person, time: november(day, 8) });
  for (const day of [16, 17, 18]) await days.night(day);
  const before = tenant.log.length;
  const run = await days.incident(18, ['--since', '2026-11-18']);
  expect(ownAnswers(run)).toEqual(NO);
  expect(property(run.json, 'since')).toBe('2026-11-18T00:00:00.000Z');
  const requests = tenant.log.slice(before).filter(({ kind }) => kind !== 'token');
  expect(requests.length).toBeLessThanOrEqual(30);
  expect(tenant.writes).toEqual([]);
  const manifest = parseJson(readFileSync(path.join(run.folder, 'manifest.json'), 'utf8'));
  const files = property(manifest, 'files');
  if (!Array.isArray(files)) throw new Error('no files');
  expect(files.map((file) => textIn(file, 'name'))).toEqual(['incident.html', 'evidence.csv']);
  for (const file of files) {
    const content = readFileSync(path.join(run.folder, textIn(file, 'name')));
    expect(createHash('sha256').update(content).digest('hex')).toBe(textIn(file, 'sha256'));
  }
  expect(manifest).toMatchObject({ address: person, joined: expect.stringContaining('not by session') });
  const rows = parsedCsv(readFileSync(path.join(run.folder, 'evidence.csv'), 'utf8').replace(/^\uFEFF/, ''));
  expect(new Set(rows.map(({ Question }) => Question))).toEqual(new Set(Object.keys(run.answers)));
});

test('names what was done since, by whom, and the commands that take it back', async () => {
  const days = await start({ auditLog: { inV1: true } });
  const { tenant, person } = days;
  const [, eve = '', other = '', third = ''] = mailboxesOf(tenant);
  tenant.setRules(person, [inboxRule('Newsletters', { moveToFolder: 'News' })]);
  for (const day of [10, 11, 12]) await days.night(day);
  const audited = { actor: person, recordType: 'ExchangeAdmin' } as const;
  const parameters = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
  const made = november(12, 14);
  tenant.setRules(person, [
    inboxRule('Newsletters', { moveToFolder: 'News' }),
    inboxRule('.', TO_RSS),
    inboxRule('..', FORWARDING),
  ]);
  const data = { ClientIP: '203.0.113.77:50412', Parameters: parameters({ Name: '.', Mailbox: person }) };
  tenant.audit({ ...audited, time: made, operation: 'New-InboxRule', objectId: `${person}\\.`, data });
  tenant.setRules(other, [inboxRule('x', FORWARDING)]);
  await days.night(13);
  tenant.editExchange(person, { ForwardingSmtpAddress: `smtp:${EVIL}` });
  setRights(tenant, person, [grantTo(tenant, eve, 'FullAccess')]);
  setRights(tenant, third, [grantTo(tenant, person, 'FullAccess')]);
  tenant.edit(person, { timeZone: 'UTC' });
  for (const day of [14, 15]) await days.night(day);
  tenant.setHiddenRules(person, [inboxRule('Junk E-mail Rule', FORWARDING)]);

  const run = await days.incident(15);
  expect(textIn(run.json, 'since')).toMatch(/^2026-11-12T01:00/);
  expect(ownAnswers(run)).toEqual({ ...NO, 'inbox-rules': 'yes', forwarding: 'yes', rights: 'yes', others: 'yes' });
  expect(run.code).toBe(1);
  expect(run.found['inbox-rules']).toEqual([
    expect.stringMatching(/"\." moves mail to RSS Feeds, marks it as read/),
    expect.stringContaining(`".." forwards mail to ${EVIL}`),
    expect.stringMatching(/hidden rule "Junk E-mail Rule" sends mail to drop@evil\.example/),
  ]);
  expect(part(run, 'inbox-rules', 'since')).toBe(new Date(made).toISOString());
  expect(part(run, 'inbox-rules', 'by')).toBe(person);
  expect(run.found.forwarding).toEqual([`Mail is forwarded outside, to ${EVIL}`]);
  expect(String(part(run, 'forwarding', 'since'))).toMatch(/^2026-11-14T01:00/);
  expect(run.found.rights).toEqual([
    `${eve} has a right on the mailbox: Full access`,
    expect.stringContaining(`The person has a right on ${third}`),
  ]);
  expect(run.found.others).toEqual([expect.stringContaining(other)]);

  const rules = commandsOf(run, 'rules');
  expect(rules).toHaveLength(3);
  for (const command of rules)
    expect(command).toMatch(/^Remove-InboxRule -Mailbox '[^']+' -Identity '[0-9a-f-]+\\\d+'$/);
  expect(commandsOf(run, 'forwarding')).toEqual([expect.stringContaining('-ForwardingSmtpAddress $null')]);
  expect(commandsOf(run, 'rights')).toEqual([expect.stringContaining(`-User '${eve}' -AccessRights FullAccess`)]);
  const [restore = ''] = commandsOf(run, 'remediate');
  expect(restore).toContain(path.join(days.kept, '2026-11-12'));
  for (const step of ['block', 'sessions', 'password']) expect(commandsOf(run, step)).toHaveLength(1);
  const steps = property(run.json, 'containment');
  const order = (Array.isArray(steps) ? steps : []).map((one) => textIn(one, 'step'));
  expect([...new Set(order)].filter((step) => !['methods', 'devices', 'consents'].includes(step))).toEqual([
    'block',
    'sessions',
    'password',
    'rules',
    'forwarding',
    'rights',
    'remediate',
  ]);
});

test('finds rules, forwarding and replies that act without any kept report, and says that old harmless ones may be new', async () => {
  const days = await start();
  const { tenant, person } = days;
  tenant.setRules(person, [inboxRule('Newsletters', { moveToFolder: 'News' }), inboxRule('Gone', { delete: true })]);
  const audience = {
    status: 'alwaysEnabled',
    externalAudience: 'all',
    internalReplyMessage: '',
    externalReplyMessage: 'Hi',
  };
  tenant.edit(person, { automaticRepliesSetting: audience });
  const run = await days.incident(15, ['--no-audit'], person, null);
  expect(run.found['inbox-rules']).toEqual([expect.stringContaining('"Gone" deletes mail')]);
  expect(String(part(run, 'inbox-rules', 'missing'))).toMatch(/whether the inbox rule "Newsletters" is new/);
  expect(run.found.forwarding).toEqual([expect.stringContaining('replies go to everyone')]);
  expect(run.answers.evidence).toBe('unknown');
  const whole = await days.incident(15, [], person, null);
  expect(part(whole, 'inbox-rules', 'missing')).toBeNull();
});

test('says that evidence is being lost', async () => {
  const days = await start();
  const { tenant, person } = days;
  for (const day of [2, 3, 4, 12]) await days.night(day);
  tenant.editExchange(person, {
    LitigationHoldEnabled: false,
    InPlaceHolds: [],
    ComplianceTagHoldApplied: false,
    DelayHoldApplied: false,
    DelayReleaseHoldApplied: false,
    RetentionHoldEnabled: false,
    AuditOwner: ['Send'],
  });
  const run = await days.incident(12, ['--since', '2026-11-03']);
  expect(run.answers.evidence).toBe('yes');
  expect(run.found.evidence).toEqual([
    expect.stringContaining('Nothing holds the mailbox'),
    expect.stringContaining('MailItemsAccessed of the owner is not audited'),
    'No report of the mailbox was kept for 8 days',
  ]);
  expect(commandsOf(run, 'hold')).toEqual([`Set-Mailbox -Identity '${person}' -LitigationHoldEnabled $true`]);
});

test('never takes unknown for no', async () => {
  const refused: Readonly<Record<string, readonly [Parameters<typeof start>[0], readonly string[]]>> = {
    'MailboxSettings.Read': [
      { roles: INCIDENT_ROLES.filter((role) => role !== 'MailboxSettings.Read') },
      ['inbox-rules', 'forwarding'],
    ],
    'Calendars.ReadBasic.All': [{ roles: INCIDENT_ROLES.filter((role) => !role.startsWith('Calendars')) }, ['rights']],
    'Exchange.ManageAsApp': [{ exchange: { appRoles: [] } }, ['inbox-rules', 'forwarding', 'rights']],
    'Get-InboxRule': [{ exchange: { lackedCmdlets: ['Get-InboxRule'] } }, ['inbox-rules']],
    'Get-TransportRule': [{ exchange: { lackedCmdlets: ['Get-TransportRule'] } }, ['forwarding']],
    'Get-MailboxPermission': [{ exchange: { lackedCmdlets: ['Get-MailboxPermission'] } }, ['rights']],
    'Get-AdminAuditLogConfig': [{ exchange: { lackedCmdlets: ['Get-AdminAuditLogConfig'] } }, ['rights']],
  };
  for (const [name, [options, expected]] of Object.entries(refused)) {
    const days = await start({ mailboxes: 4, ...options });
    const run = await days.incident(15, [], days.person, null);
    // Without kept reports, evidence is never known to be kept, nor what other mailboxes have.
    const unknown = OWN.filter((id) => run.answers[id] === 'unknown');
    expect({ name, unknown }).toEqual({ name, unknown: ['evidence', ...expected, 'others'] });
    const [first = 'evidence'] = expected;
    expect(String(part(run, first, 'missing'))).toContain(name);
  }
});

test('text of services breaks neither page, CSV nor terminal', async () => {
  const days = await start();
  const { tenant, person } = days;
  const name = `<script>alert(1)</script>"';\u202e\u001b[31m=cmd|' /C calc'!A0`;
  tenant.setRules(person, [inboxRule(name, FORWARDING)]);
  const run = await days.incident(15, ['--no-audit'], person, null);
  for (const hidden of HIDDEN) expect(run.stdout + run.stderr).not.toContain(hidden);
  const page = readFileSync(path.join(run.folder, 'incident.html'), 'utf8');
  expect(page).not.toContain('<script');
  for (const hidden of HIDDEN) expect(page).not.toContain(hidden);
  expect(page).toContain('&lt;script&gt;');
  const csv = readFileSync(path.join(run.folder, 'evidence.csv'), 'utf8');
  for (const row of parsedCsv(csv.replace(/^\uFEFF/, '')))
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
  // The command names the rule by the identity that Exchange gave it.
  expect(commandsOf(run, 'rules').join()).not.toContain('script');
});

test('says what is not there: no mailbox, a guest, a deleted account, a shared mailbox, nobody', async () => {
  const days = await start();
  const { tenant, person } = days;
  const [, colleague = '', shared = '', gone = ''] = mailboxesOf(tenant);
  await days.night(10);
  const nobody = await days.incident(12, [], 'nobody@contoso.com');
  expect({ code: nobody.code, json: nobody.json }).toMatchObject({
    code: 2,
    json: { error: { code: 'PERSON_NOT_FOUND' } },
  });
  setRights(tenant, shared, [grantTo(tenant, colleague, 'FullAccess')]);
  tenant.editExchange(shared, { RecipientTypeDetails: 'SharedMailbox' });
  const opened = await days.incident(12, ['--since', '2026-11-09'], shared);
  expect(JSON.stringify(part(opened, 'rights', 'evidence'))).toContain(`the accounts that open it: ${colleague}`);
  tenant.identities.remove(gone);
  const deleted = await days.incident(12, [], gone);
  expect(deleted.answers['inbox-rules']).toBe('unknown');
  expect(commandsOf(deleted, 'block')).toEqual([]);
  const early = await days.incident(12, ['--since', '2026-01-01'], person);
  expect(early.answers.evidence).not.toBe('no');
  expect(String(part(early, 'evidence', 'missing'))).toContain('after --since');
  const wrong = await days.incident(12, ['--since', '2027-01-01'], person);
  expect(wrong.code).toBe(2);
  const foreign = await start({ tenantId: '11111111-2222-4333-8444-555555555555' });
  const other = await foreign.incident(12, [], foreign.person, days.kept);
  expect({ code: other.code, isObject: isObject(other.json) }).toEqual({ code: 2, isObject: true });
  expect(other.stderr).toContain('another tenant');
});
