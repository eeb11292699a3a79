import { describe, expect, test } from '@jest/globals';
import type { QuestionId } from '../../../src/incident/answer.ts';
import type { Question } from '../../../src/incident/question.ts';
import { account } from '../../../src/incident/questions/account.ts';
import { consents } from '../../../src/incident/questions/consents.ts';
import { mail } from '../../../src/incident/questions/mail.ts';
import { methods } from '../../../src/incident/questions/methods.ts';
import { signIns } from '../../../src/incident/questions/sign-ins.ts';
import type { Faults, TenantOptions } from '../../../tenant/tenant.ts';
import { guidOf } from '../../../tenant/registrations/app-role-ids.ts';
import { asked, DAY, ROLES, type Case, type Person } from './asked.ts';

interface Expected extends Case {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Matches the text, or if the answer is unknown what is missing. */
  readonly says: RegExp;
  /** Days ago. */
  readonly sinceDays?: number;
  /** What nothing found may match. */
  readonly not?: RegExp;
}

type Cases = Readonly<Record<string, Expected>>;

const without = (...roles: readonly string[]): TenantOptions => ({
  roles: ROLES.filter((role) => !roles.includes(role)),
});
const faults = (listings: NonNullable<Faults['listings']>): TenantOptions => ({ faults: { listings } });
const refuses = (...lackedCmdlets: readonly string[]): TenantOptions => ({ exchange: { lackedCmdlets } });

const ACCOUNT: Cases = {
  'the password and sessions are old': {
    happens: ({ tenant, who, iso }) => {
      tenant.editAccount(who, {
        accountEnabled: true,
        lastPasswordChangeDateTime: iso(90),
        signInSessionsValidFromDateTime: iso(90),
      });
    },
    answer: 'yes',
    says: /password is that of .*Sessions since/,
  },
  'the password was changed, and sessions were not ended': {
    happens: ({ tenant, who, iso }) => {
      tenant.editAccount(who, {
        accountEnabled: true,
        lastPasswordChangeDateTime: iso(1),
        signInSessionsValidFromDateTime: iso(90),
      });
    },
    answer: 'yes',
    says: /^Sessions since/,
  },
  'both were renewed': {
    happens: ({ tenant, who, iso }) => {
      tenant.editAccount(who, {
        accountEnabled: true,
        lastPasswordChangeDateTime: iso(1),
        signInSessionsValidFromDateTime: iso(1),
      });
    },
    answer: 'no',
    says: /changed/,
  },
  'sign-in is blocked': {
    happens: ({ tenant, who }) => {
      tenant.editAccount(who, { accountEnabled: false });
    },
    answer: 'no',
    says: /blocked/,
  },
  'the account is deleted': {
    happens: ({ tenant, who }) => {
      tenant.identities.remove(who);
    },
    answer: 'no',
    says: /deleted/,
  },
  'the account is of another tenant': {
    happens: ({ tenant, who, iso }) => {
      const dates = { lastPasswordChangeDateTime: iso(1), signInSessionsValidFromDateTime: iso(1) };
      tenant.editAccount(who, { accountEnabled: true, userType: 'Guest', ...dates });
    },
    answer: 'unknown',
    says: /guest/,
  },
  'dates are not shown': {
    happens: ({ tenant, who }) => {
      tenant.editAccount(who, {
        accountEnabled: true,
        lastPasswordChangeDateTime: null,
        signInSessionsValidFromDateTime: null,
      });
    },
    answer: 'unknown',
    says: /does not say when the password/,
  },
  'accounts may not be read': {
    options: without('User.Read.All', 'Directory.Read.All'),
    answer: 'unknown',
    says: /User\.Read\.All/,
  },
};

/** Three weeks at the office, from two clients. */
function usualWeeks({ tenant, who, ago }: Person): void {
  for (let days = 25; days > 0; days--) {
    tenant.signIn({
      who,
      time: ago(days) + 3_600_000,
      browser: `Edge ${100 + days}.0.1`,
      operatingSystem: 'Windows10',
    });
    tenant.signIn({
      who,
      time: ago(days) + 3_700_000,
      isInteractive: false,
      client: 'Mobile Apps and Desktop clients',
    });
  }
}

const LAGOS = { ipAddress: '203.0.113.66', place: { city: 'Lagos', state: 'Lagos', countryOrRegion: 'NG' } };

const SIGN_INS: Cases = {
  'somebody signs in from elsewhere': {
    happens: (person) => {
      usualWeeks(person);
      const { tenant, who, ago } = person;
      tenant.signIn({ who, time: ago(4), ...LAGOS, browser: 'Chrome 151.0.0', operatingSystem: 'Linux' });
      tenant.signIn({ who, time: ago(3), ...LAGOS, browser: 'Chrome 151.0.0', operatingSystem: 'Linux' });
      // It failed.
      tenant.signIn({ who, time: ago(3), ipAddress: '198.51.100.99', errorCode: 50126 });
    },
    answer: 'yes',
    says: /^2 sign-ins from 203\.0\.113\.66, Lagos, NG, Browser, Chrome, Linux: new address, place, client\.$/,
    sinceDays: 4,
  },
  'a token is used from elsewhere in the background': {
    happens: (person) => {
      usualWeeks(person);
      person.tenant.signIn({
        who: person.who,
        time: person.ago(2),
        isInteractive: false,
        ipAddress: '203.0.113.7',
        client: 'Mobile Apps and Desktop clients',
      });
    },
    answer: 'yes',
    says: /203\.0\.113\.7.*: new address\.$/,
    sinceDays: 2,
  },
  'all is as in the weeks before': { happens: usualWeeks, answer: 'no', says: /usual.* 17 days before/ },
  'nobody signs in': {
    happens: ({ tenant, who, ago }) => {
      for (let days = 25; days > 8; days--) tenant.signIn({ who, time: ago(days) });
    },
    answer: 'no',
    says: /^No successful sign-in since .* 18 days before/,
  },
  'the log has nothing of the account, so it may not reach back to --since': {
    answer: 'unknown',
    says: /no sign-in of the account before --since/,
  },
  'the permission is missing': {
    happens: usualWeeks,
    options: without('AuditLog.Read.All'),
    answer: 'unknown',
    says: /AuditLog\.Read\.All/,
  },
  'the tenant has no P1': {
    happens: usualWeeks,
    options: faults({ signIns: { free: true } }),
    answer: 'unknown',
    says: /Entra ID P1/,
  },
  'the log has few days before': { happens: usualWeeks, since: 22, answer: 'unknown', says: /fewer than 7 days/ },
  '--since is before the log': { happens: usualWeeks, since: 60, answer: 'unknown', says: /which is after --since/ },
  'a page is cut': {
    happens: (person) => {
      for (let left = 0; left < 1100; left++)
        person.tenant.signIn({ who: person.who, time: person.ago(20) + left * 1000 });
      usualWeeks(person);
    },
    options: faults({ signIns: { foreign: 'https://graph.example' } }),
    answer: 'unknown',
    says: /does not return the sign-ins/,
  },
};

const METHOD = '#microsoft.graph.';
const PHONE = {
  '@odata.type': `${METHOD}phoneAuthenticationMethod`,
  id: '3179e48a-750b-4051-897c-87b9720928f7',
  phoneNumber: '+44 7700 900123',
  phoneType: 'mobile',
};
const authenticator = (id: string, createdDateTime: string | null) => ({
  '@odata.type': `${METHOD}microsoftAuthenticatorAuthenticationMethod`,
  id,
  displayName: `phone ${id}`,
  createdDateTime,
});

/** More than a page has. */
function manyAudits({ tenant, who, ago }: Person): void {
  const targets = [{ user: who, type: 'User' }];
  for (let left = 0; left < 1100; left++)
    tenant.directoryActivity({ time: ago(2) + left, activity: 'Update user', by: { application: 'Sync' }, targets });
}

const METHODS: Cases = {
  'a method with a date is new': {
    happens: ({ tenant, who, ago, iso }) => {
      tenant.personSecurity.setMethods(who, [PHONE, authenticator('old', iso(300)), authenticator('new', iso(3))]);
      tenant.directoryActivity({
        time: ago(3),
        activity: 'User registered security info',
        by: { user: who, ipAddress: '203.0.113.66' },
        targets: [{ user: who, type: 'User' }],
      });
    },
    answer: 'yes',
    says: /^Added: microsoft authenticator "phone new"\.$/,
    sinceDays: 3,
    not: /old|7700/,
  },
  'a method without a date is new by the audits': {
    happens: ({ tenant, who, ago }) => {
      tenant.personSecurity.setMethods(who, [PHONE]);
      tenant.directoryActivity({
        time: ago(2),
        activity: 'Admin registered security info',
        by: { user: 'eve@contoso.com' },
        targets: [{ user: who, type: 'User' }],
      });
    },
    answer: 'yes',
    says: /Admin registered security info/,
    sinceDays: 2,
  },
  'a list of methods grew': {
    happens: ({ tenant, who, ago }) => {
      const modified = [
        { name: 'StrongAuthenticationMethod', before: '[]', after: '[{"MethodType":6,"Default":true}]' },
      ];
      tenant.directoryActivity({
        time: ago(2),
        activity: 'Update user',
        by: { application: 'Azure MFA' },
        targets: [{ user: who, type: 'User', modified }],
      });
    },
    answer: 'yes',
    says: /Update user/,
  },
  'a device is new': {
    happens: ({ tenant, who, iso }) => {
      tenant.personSecurity.setDevices(who, [
        { name: 'DESKTOP-1', registered: iso(400) },
        { name: 'evil', registered: iso(1) },
      ]);
    },
    answer: 'yes',
    says: /^Added: Windows device "evil"\.$/,
    sinceDays: 1,
  },
  'everything is old, or without a date and without an audit': {
    happens: ({ tenant, who, ago, iso }) => {
      tenant.personSecurity.setMethods(who, [PHONE, authenticator('old', iso(300))]);
      tenant.personSecurity.setDevices(who, [{ name: 'DESKTOP-1', registered: iso(400) }]);
      tenant.directoryActivity({
        time: ago(20),
        activity: 'User registered security info',
        by: { user: who },
        targets: [{ user: who, type: 'User' }],
      });
      tenant.directoryActivity({
        time: ago(2),
        activity: 'User registered security info',
        by: { user: who },
        targets: [{ user: who, type: 'User' }],
        result: 'failure',
      });
    },
    answer: 'no',
    says: /2 methods and 1 device are from before/,
  },
  'methods may not be read': {
    options: without('UserAuthenticationMethod.Read.All'),
    answer: 'unknown',
    says: /UserAuthenticationMethod\.Read\.All/,
  },
  'devices are shown without their dates': {
    options: without('Directory.Read.All'),
    happens: ({ tenant, who, iso }) => {
      tenant.personSecurity.setDevices(who, [{ name: 'DESKTOP-1', registered: iso(400) }]);
    },
    answer: 'unknown',
    says: /Directory\.Read\.All/,
  },
  'audits may not be read': {
    options: faults({ directoryAudits: { denied: true } }),
    happens: ({ tenant, who }) => {
      tenant.personSecurity.setMethods(who, [PHONE]);
    },
    answer: 'unknown',
    says: /AuditLog\.Read\.All.*not known when 1 method without a date came: phone "mobile"|1 method without a date.*AuditLog\.Read\.All/s,
  },
  'a page of audits is cut': {
    happens: manyAudits,
    options: faults({ directoryAudits: { foreign: 'https://graph.example' } }),
    answer: 'unknown',
    says: /does not return the audits/,
  },
  'a tenant without P1 keeps 7 days of audits': {
    options: faults({ directoryAudits: { free: true } }),
    since: 20,
    answer: 'unknown',
    says: /keeps its audits since/,
  },
};

const APPLICATIONS = ['CanReadMail', 'Delegated', 'ConsentedByPerson', 'AppIds', 'Unknown'];
const rowsOf = (reads: readonly string[], unknown: readonly string[] = []) => [[[...reads], [], [], [], [...unknown]]];
const reached = (before: readonly string[], last = before, unknown: readonly string[] = []) => ({
  applications: { columns: APPLICATIONS, before: rowsOf(before), last: rowsOf(last, unknown) },
});
const CRM = { name: 'Mail Wizard', publisher: 'Elsewhere' };

const CONSENTS: Cases = {
  'the person consents to an application that reads mail': {
    nights: reached(['Backup']),
    happens: ({ tenant, who }) => {
      tenant.addApplication({ ...CRM, consents: { [who]: ['Mail.Read', 'offline_access'] } });
    },
    answer: 'yes',
    says: /^Consent to Mail Wizard: Mail\.Read offline_access\.$/,
    sinceDays: 0,
  },
  'the audits say when an old application got more': {
    nights: reached(['Backup']),
    happens: ({ tenant, who, ago }) => {
      tenant.addApplication({ ...CRM, consents: { [who]: ['Mail.Read'] }, consented: ago(40) });
      const id = guidOf(`principal ${guidOf(`application ${CRM.name}`)}`);
      tenant.directoryActivity({
        time: ago(2),
        activity: 'Consent to application',
        category: 'ApplicationManagement',
        by: { user: who, ipAddress: '203.0.113.66' },
        targets: [{ id, name: CRM.name, type: 'ServicePrincipal' }],
      });
    },
    answer: 'yes',
    says: /^Consent to Mail Wizard: Mail\.Read\.$/,
    sinceDays: 2,
  },
  'an application can read mail since a night': {
    nights: reached(['Backup'], ['Backup', 'New Sync']),
    answer: 'yes',
    says: /^New: New Sync can read mail\.$/,
    sinceDays: 0.5,
  },
  'an application gets a permission after the last night': {
    nights: reached(['Backup']),
    happens: ({ tenant, ago }) => {
      const modified = [{ name: 'AppRole.Value', before: null, after: '"Mail.ReadWrite"' }];
      tenant.directoryActivity({
        time: ago(0.1),
        activity: 'Add app role assignment to service principal',
        category: 'ApplicationManagement',
        by: { user: 'admin@contoso.com' },
        targets: [{ name: 'Late', type: 'ServicePrincipal', modified }],
      });
    },
    answer: 'yes',
    says: /Late, after the last report/,
  },
  'consents are old, and new ones are only for sign-in': {
    nights: reached(['Backup']),
    happens: ({ tenant, who, ago }) => {
      tenant.addApplication({ ...CRM, consents: { [who]: ['Mail.Read'] }, consented: ago(40) });
      tenant.addApplication({
        name: 'Portal',
        publisher: 'Elsewhere',
        consents: { [who]: ['openid', 'profile', 'User.Read'] },
      });
    },
    answer: 'no',
    says: /no new application/,
  },
  'consents may not be read': {
    nights: reached([]),
    options: without('Directory.Read.All'),
    answer: 'unknown',
    says: /Directory\.Read\.All/,
  },
  'audits may not be read': {
    nights: reached([]),
    options: faults({ directoryAudits: { denied: true } }),
    answer: 'unknown',
    says: /AuditLog\.Read\.All/,
  },
  'a page of audits is cut': {
    nights: reached([]),
    happens: manyAudits,
    options: faults({ directoryAudits: { foreign: 'https://graph.example' } }),
    answer: 'unknown',
    says: /does not return the audits/,
  },
  'no report was kept': { answer: 'unknown', says: /No kept report says which applications/ },
  'a report could not decide': {
    nights: reached([], [], ['Shadow: its role']),
    answer: 'unknown',
    says: /could not decide of 1 application: Shadow/,
  },
  '--since is before the audits': { nights: reached([]), since: 60, answer: 'unknown', says: /keeps its audits since/ },
};

const AUDITED = { AuditEnabled: true, AuditOwner: ['MailItemsAccessed', 'Send'] };

function audited({ tenant, who }: Person): void {
  tenant.editExchange(who, AUDITED);
}

const HOUR = 3_600_000;

/** Some mail each day. */
function usualMail(person: Person): void {
  audited(person);
  usualWeeks(person);
  const { tenant, who, ago } = person;
  for (let days = 80; days > 0; days--) {
    for (let hour = 0; hour < 6; hour++)
      tenant.trace({ time: ago(days) + hour * HOUR, from: who, to: `p${hour}@x.example` });
  }
}

function reads(
  person: Person,
  days: number,
  data: {
    readonly ip?: string;
    readonly app?: string;
    readonly type?: 'Bind' | 'Sync';
    readonly throttled?: boolean;
    readonly actor?: string;
  } = {},
): void {
  const { tenant, who, ago } = person;
  const {
    ip = '192.0.2.10',
    app = '00000002-0000-0ff1-ce00-000000000000',
    type = 'Bind',
    throttled = false,
    actor = who,
  } = data;
  tenant.audit({
    time: ago(days),
    operation: 'MailItemsAccessed',
    actor,
    recordType: 'ExchangeItemAggregated',
    data: {
      MailboxOwnerUPN: who,
      ClientIPAddress: ip,
      AppId: app,
      OperationCount: 12,
      OperationProperties: [
        { Name: 'MailAccessType', Value: type },
        { Name: 'IsThrottled', Value: throttled ? 'True' : 'False' },
      ],
      ...(type === 'Sync'
        ? { Item: { ParentFolder: { Path: '\\Inbox' } } }
        : { Folders: [{ Path: '\\Inbox', FolderItems: [{}] }] }),
    },
  });
}

const RIGHTS = {
  'mailbox-permissions': {
    columns: ['Trustee', 'Right'],
    many: true,
    before: [['deputy@contoso.com', 'FullAccess']],
    last: [['deputy@contoso.com', 'FullAccess']],
  },
};

const MAIL: Cases = {
  '900 messages are sent in an hour': {
    happens: (person) => {
      usualMail(person);
      const { tenant, who, ago } = person;
      tenant.trace(
        ...Array.from({ length: 900 }, (_, at) => ({
          time: ago(3) + 8 * HOUR + at * 3000,
          from: who,
          to: `v${at}@y.example`,
          message: 'spam',
        })),
      );
    },
    answer: 'yes',
    says: /^900 messages, by recipient, were sent in the hour from .*, and at most 6 on a day before\.$/,
    sinceDays: 3 - 8 / 24,
  },
  'more messages are sent than a page has': {
    happens: (person) => {
      usualMail(person);
      const { tenant, who, ago } = person;
      const spam = Array.from({ length: 6000 }, (_, at) => ({
        time: ago(3) + 8 * HOUR + at * 500,
        from: who,
        to: `v${String(at % 3000)}@y.example`,
      }));
      tenant.trace(...spam);
    },
    answer: 'yes',
    says: /^6,000 messages/,
  },
  'an application that is new reads mail': {
    happens: (person) => {
      usualMail(person);
      reads(person, 3, { app: '11111111-2222-4333-8444-555555555555' });
    },
    answer: 'yes',
    says: /^Read: 12 items, by .*11111111-2222-4333-8444-555555555555.*: new application\.$/,
    sinceDays: 3,
  },
  'folders are downloaded from a new address': {
    happens: (person) => {
      usualMail(person);
      reads(person, 2, { ip: '[2001:db8::9]:4711', type: 'Sync' });
    },
    answer: 'yes',
    says: /^Read: whole folders \(\\Inbox\), by .*2001:db8::9: new address\.$/,
    sinceDays: 2,
  },
  'somebody without a right reads mail': {
    nights: RIGHTS,
    happens: (person) => {
      usualMail(person);
      reads(person, 2, { actor: 'deputy@contoso.com', ip: '203.0.113.5' });
      reads(person, 2, { actor: 'eve@contoso.com', ip: '203.0.113.5' });
    },
    answer: 'yes',
    says: /^Read: 12 items, by eve@contoso\.com.*: new person\.$/,
  },
  'all is as usual': {
    happens: (person) => {
      usualMail(person);
      reads(person, 2);
    },
    answer: 'no',
    says: /at most 1 in an hour.*1 record of reads/,
  },
  'many messages are usual': {
    happens: (person) => {
      usualMail(person);
      const { tenant, who, ago } = person;
      for (const days of [50, 3])
        tenant.trace(
          ...Array.from({ length: 40 }, (_, at) => ({
            time: ago(days) + 8 * HOUR + at * 3000,
            from: who,
            to: `n${at}@x.example`,
          })),
        );
    },
    answer: 'no',
    says: /at most 40 in an hour/,
  },
  'the trace is refused': {
    happens: usualMail,
    options: refuses('Get-MessageTraceV2'),
    answer: 'unknown',
    says: /Get-MessageTraceV2.*View-Only Recipients/,
  },
  '--since is before the trace': { happens: usualMail, since: 100, answer: 'unknown', says: /trace has 90 days/ },
  'the audit log may not be searched': {
    happens: usualMail,
    options: without('AuditLogsQuery-Exchange.Read.All'),
    answer: 'unknown',
    says: /AuditLogsQuery-Exchange\.Read\.All/,
  },
  'the audit log is not searched': { happens: usualMail, searchesAudit: false, answer: 'unknown', says: /--no-audit/ },
  'reading is not audited': {
    happens: (person) => {
      usualMail(person);
      person.tenant.editExchange(person.who, { AuditOwner: ['Send'] });
    },
    answer: 'unknown',
    says: /not certain that MailItemsAccessed/,
  },
  'records are throttled': {
    happens: (person) => {
      usualMail(person);
      reads(person, 2, { throttled: true });
    },
    answer: 'unknown',
    says: /stopped to record/,
  },
  'nobody knows which addresses are usual': {
    happens: (person) => {
      audited(person);
      reads(person, 2);
    },
    answer: 'unknown',
    says: /no sign-in of the account/,
  },
  'sign-ins may not be read': {
    happens: (person) => {
      audited(person);
      reads(person, 2);
    },
    options: without('AuditLog.Read.All'),
    answer: 'unknown',
    says: /AuditLog\.Read\.All/,
  },
  'the search is cut': {
    happens: usualMail,
    options: { auditLog: { isCut: true, pendingPolls: 0 } },
    answer: 'unknown',
    says: /only a part of its records/,
  },
};

const ALL: readonly (readonly [Question, Cases])[] = [
  [account, ACCOUNT],
  [signIns, SIGN_INS],
  [methods, METHODS],
  [consents, CONSENTS],
  [mail, MAIL],
];

describe.each(ALL.map(([question, cases]) => [question.id, question, cases] as const))('%s', (_id, question, cases) => {
  test.each(Object.entries(cases))('%s', async (_, { answer: expected, says, sinceDays, not, ...given }) => {
    const now = Date.now();
    const { answers } = await asked([question], given);
    const [answer] = answers;
    if (answer === undefined) throw new Error('there is no answer');
    const missing = answer.missing.map(({ detail = '' }) => detail).join(' ');
    const text = expected === 'unknown' ? missing : answer.text;
    const distance = Math.abs((answer.since?.getTime() ?? 0) - (now - (sinceDays ?? 0) * DAY));
    expect({
      answer: answer.answer,
      text,
      hasOther: not?.test(answer.text) ?? false,
      isDated: sinceDays === undefined || distance < 60_000,
      findings: answer.findings.length > 0,
    }).toEqual({
      answer: expected,
      text: expect.stringMatching(says),
      hasOther: false,
      isDated: true,
      findings: expected === 'yes',
    });
  });
});

test('all of them together take at most 30 requests besides pages, also if everything happened', async () => {
  const everything: Case = {
    nights: { ...reached(['Backup']), ...RIGHTS },
    happens: (person) => {
      for (const cases of [ACCOUNT, SIGN_INS, METHODS, CONSENTS, MAIL]) {
        const [[, first] = ['', undefined]] = Object.entries(cases);
        first?.happens?.(person);
      }
    },
  };
  const { answers, requests } = await asked(
    ALL.map(([question]) => question),
    everything,
  );
  expect(answers.map(({ answer }) => answer)).toEqual(ALL.map(() => 'yes'));
  const sent = requests.filter(({ request }) => !/skiptoken|next page/.test(request));
  expect(sent.map(({ request }) => request)).toHaveLength(Math.min(30, sent.length));
});

test('each question has a yes, a no, and an unknown for each need', () => {
  const needs: Partial<Record<QuestionId, number>> = {};
  for (const [{ id, permissions, cmdlets }, cases] of ALL) {
    const answers = Object.values(cases).map(({ answer }) => answer);
    expect([id, new Set(answers)]).toEqual([id, new Set(['yes', 'no', 'unknown'])]);
    const said = Object.values(cases)
      .filter(({ answer }) => answer === 'unknown')
      .map(({ says }) => says.source);
    for (const { name } of [...permissions, ...cmdlets.filter((one) => one.name !== 'Get-Mailbox')])
      expect([id, name, said.some((text) => text.replaceAll('\\', '').includes(name))]).toEqual([id, name, true]);
    needs[id] = answers.length;
  }
  expect(Object.keys(needs)).toHaveLength(ALL.length);
});
