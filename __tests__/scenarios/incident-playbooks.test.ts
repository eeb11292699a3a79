import { afterEach, expect, jest, test } from '@jest/globals';
import { property, textIn } from '../../src/json.ts';
import { guidOf } from '../../tenant/registrations/app-role-ids.ts';
import { IncidentDays, inboxRule, november, type IncidentRun } from '../support/incident-days.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';

// In ms: each night is a run.
jest.setTimeout(400_000);

const HOUR = 3_600_000;
const LAGOS = { ipAddress: '203.0.113.66', place: { city: 'Lagos', state: 'Lagos', countryOrRegion: 'NG' } };
/** Nothing is wrong but the password, which is as old as ever until somebody changes it. */
const QUIET = {
  evidence: 'no',
  account: 'yes',
  'sign-ins': 'no',
  methods: 'no',
  consents: 'no',
  'inbox-rules': 'no',
  forwarding: 'no',
  rights: 'no',
  mail: 'no',
  others: 'no',
};

let days: IncidentDays | undefined;
afterEach(async () => {
  await days?.close();
  days = undefined;
});

/** Twenty days on which the person works as usual, with the reports of the last three nights. */
async function quietDays(): Promise<IncidentDays> {
  const begun = await IncidentDays.start();
  days = begun;
  const { tenant, person: who } = begun;
  for (let day = 1; day <= 20; day++) {
    tenant.signIn({ who, time: november(day, 8), browser: 'Edge 140.0.1', operatingSystem: 'Windows10' });
    for (const [at, to] of ['a@partner.example', 'b@partner.example'].entries())
      tenant.trace({ time: november(day, 9 + at), from: who, to });
  }
  for (const day of [18, 19, 20]) await begun.night(day);
  jest.setSystemTime(november(20, 14));
  return begun;
}

function sinceOf(run: IncidentRun, id: string): string {
  const questions = property(run.json, 'questions');
  const question = (Array.isArray(questions) ? questions : []).find((one) => textIn(one, 'id') === id);
  return textIn(question, 'since');
}

// https://learn.microsoft.com/defender-office-365/responding-to-a-compromised-email-account
test('a rule of one character hides mail in RSS Feeds after a sign-in from elsewhere', async () => {
  const { tenant, person, night, incident } = bound(await quietDays());
  tenant.signIn({ who: person, time: november(20, 14), ...LAGOS, browser: 'Chrome 151.0.0', operatingSystem: 'Linux' });
  const actions = { moveToFolder: 'RSS Feeds', markAsRead: true, stopProcessingRules: true };
  tenant.setRules(person, [inboxRule('.', actions, { subjectContains: ['invoice'] })]);
  await night(21);
  const run = await incident(21);
  expect(run.answers).toEqual({ ...QUIET, 'sign-ins': 'yes', 'inbox-rules': 'yes' });
  expect(run.found['sign-ins']).toEqual([expect.stringMatching(/^Sign-in from 203\.0\.113\.66, Lagos, NG/)]);
  expect(run.found['inbox-rules']).toEqual([expect.stringMatching(/"\." moves mail .*to RSS Feeds/)]);
  expect(sinceOf(run, 'sign-ins')).toBe('2026-11-20T14:00:00.000Z');
});

// https://learn.microsoft.com/security/operations/incident-response-playbook-app-consent
test('the person consents to an application that reads mail', async () => {
  const { tenant, person, night, incident } = bound(await quietDays());
  const name = 'Mail Wizard';
  tenant.addApplication({ name, publisher: 'Elsewhere', consents: { [person]: ['Mail.Read', 'offline_access'] } });
  const appId = guidOf(`application ${name}`);
  tenant.directoryActivity({
    time: november(20, 14),
    activity: 'Consent to application',
    category: 'ApplicationManagement',
    by: { user: person, ipAddress: '192.0.2.10' },
    targets: [{ id: guidOf(`principal ${appId}`), name, type: 'ServicePrincipal' }],
  });
  tenant.audit({
    time: november(20, 16),
    operation: 'MailItemsAccessed',
    actor: person,
    recordType: 'ExchangeItemAggregated',
    data: {
      MailboxOwnerUPN: person,
      ClientIPAddress: '192.0.2.10',
      AppId: appId,
      OperationCount: 40,
      OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
      Folders: [{ Path: '\\Inbox', FolderItems: [{}] }],
    },
  });
  await night(21);
  const run = await incident(21);
  expect(run.answers).toEqual({ ...QUIET, consents: 'yes', mail: 'yes' });
  expect(run.found.consents).toEqual([`Consent to ${name}: Mail.Read offline_access`]);
  expect(run.found.mail).toEqual([
    expect.stringMatching(new RegExp(`^Read: 40 items, by .*${appId}.*: new application$`)),
  ]);
  expect(sinceOf(run, 'consents')).toBe('2026-11-20T14:00:00.000Z');
});

// https://learn.microsoft.com/security/operations/incident-response-playbook-compromised-malicious-app
test('a delegate is added, and 900 messages are sent', async () => {
  const { tenant, person, night, incident } = bound(await quietDays());
  const [, eve = ''] = mailboxesOf(tenant);
  setRights(tenant, person, [grantTo(tenant, eve, 'FullAccess')]);
  const start = november(20, 15);
  tenant.trace(
    ...Array.from({ length: 900 }, (_, at) => ({
      time: start + at * 2000,
      from: person,
      to: `v${String(at)}@x.example`,
    })),
  );
  await night(21);
  const run = await incident(21);
  expect(run.answers).toEqual({ ...QUIET, rights: 'yes', mail: 'yes' });
  expect(run.found.rights).toEqual([expect.stringContaining(eve)]);
  expect(run.found.mail).toEqual([expect.stringMatching(/^900 messages.*at most 2 on a day before$/)]);
  expect(Date.parse(sinceOf(run, 'mail')) - start).toBeLessThan(HOUR);
});

/** The methods without their object. */
function bound(of: IncidentDays) {
  return {
    tenant: of.tenant,
    person: of.person,
    night: (day: number) => of.night(day),
    incident: (day: number) => of.incident(day),
  };
}
