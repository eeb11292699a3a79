import { expect, test } from '@jest/globals';
import { consents } from '../../../src/incident/questions/consents.ts';
import { forwarding } from '../../../src/incident/questions/forwarding.ts';
import { inboxRules } from '../../../src/incident/questions/inbox-rules.ts';
import { others } from '../../../src/incident/questions/others.ts';
import { rights } from '../../../src/incident/questions/rights.ts';
import type { Question } from '../../../src/incident/question.ts';
import { inboxRule } from '../../support/incident-days.ts';
import { asked, type Case, type Person } from './asked.ts';

/** One that is in no kept report, and does no harm. */
function newRule({ tenant, who }: Person): void {
  tenant.setRules(who, [inboxRule('Newsletters', { moveToFolder: 'News' })]);
  tenant.editExchange(who, { AuditEnabled: true, AuditOwner: ['MailItemsAccessed', 'UpdateInboxRules'] });
}

function forwardsOutside({ tenant, who }: Person): void {
  tenant.setRules(who, []);
  tenant.edit(who, { automaticRepliesSetting: { status: 'disabled' } });
  tenant.editExchange(who, { ForwardingAddress: null, ForwardingSmtpAddress: 'smtp:drop@evil.example' });
}

const PROPERTIES = { columns: ['ExternalTargets'], before: [[[]]], last: [[[]]] };
const RULES = { columns: ['RuleName', 'ExternalTargets'], many: true, before: [], last: [] };
const RIGHTS = { columns: ['Trustee', 'Right'], many: true, before: [], last: [] };
const CALENDAR = { columns: ['GrantedTo', 'GrantedToAddress'], many: true, before: undefined, last: undefined };
const WHOLE = { 'mailbox-properties': PROPERTIES, 'inbox-rules': RULES };

/** With an application that is new to the person, as reports show it of a colleague. */
const consented = (byColleague: readonly string[]): Case => ({
  happens: ({ tenant, who }) => {
    tenant.addApplication({ name: 'Mail Wizard', publisher: 'Elsewhere', consents: { [who]: ['Mail.Read'] } });
  },
  nights: {
    applications: { columns: ['ConsentedByPerson', 'AppIds', 'Unknown'], before: [[[], [], []]], last: [[[], [], []]] },
  },
  colleague: { address: 'cfo@contoso.com', rows: { applications: [[[...byColleague], [], []]] } },
});

interface Expected extends Case {
  /** The last one is judged. */
  readonly questions: readonly Question[];
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly says: RegExp;
}

const CASES: Readonly<Record<string, Expected>> = {
  'a whole audit log without the rule': {
    questions: [inboxRules],
    happens: newRule,
    answer: 'no',
    says: /^No inbox rule/,
  },
  'an audit log that begins after --since': {
    questions: [inboxRules],
    happens: newRule,
    since: 200,
    answer: 'unknown',
    says: /no whole audit log say whether the inbox rule "Newsletters" is new/,
  },
  'an audit log that is off': {
    questions: [inboxRules],
    options: {
      exchange: {
        objects: { 'Get-AdminAuditLogConfig': [{ Name: 'x', UnifiedAuditLogIngestionEnabled: false }] },
      },
    },
    happens: newRule,
    answer: 'unknown',
    says: /no whole audit log say whether the inbox rule "Newsletters" is new/,
  },
  'an audit log that does not record the rules of Outlook': {
    questions: [inboxRules],
    happens: (person) => {
      newRule(person);
      person.tenant.editExchange(person.who, { AuditOwner: ['MailItemsAccessed'] });
    },
    answer: 'unknown',
    says: /no whole audit log say whether the inbox rule "Newsletters" is new/,
  },
  'a report of other mailboxes without the address': {
    questions: [forwarding, others],
    happens: forwardsOutside,
    nights: WHOLE,
    answer: 'no',
    says: /^No other mailbox/,
  },
  'a report that lacks what would show the address': {
    questions: [forwarding, others],
    happens: forwardsOutside,
    nights: { 'mailbox-properties': PROPERTIES },
    answer: 'unknown',
    says: /does not have inbox-rules/,
  },
  'a report that could not read another mailbox': {
    questions: [forwarding, others],
    happens: forwardsOutside,
    nights: WHOLE,
    colleague: { address: 'cfo@contoso.com' },
    answer: 'unknown',
    says: /could not read cfo@contoso\.com/,
  },
  'an application to which another person consented': {
    questions: [consents, others],
    ...consented(['Backup', 'Mail Wizard']),
    answer: 'yes',
    says: /^Other mailboxes have the application .*: cfo@contoso\.com\.$/,
  },
  'an application to which no other person consented': {
    questions: [consents, others],
    ...consented(['Backup']),
    answer: 'no',
    says: /^No other mailbox/,
  },
  'reports that are the only source of rights elsewhere': {
    questions: [rights],
    nights: { 'mailbox-permissions': RIGHTS, 'calendar-permissions': CALENDAR },
    searchesAudit: false,
    answer: 'unknown',
    says: /on other mailboxes since the report of/,
  },
};

test.each(Object.entries(CASES))('judges by %s', async (_, { questions, answer: expected, says, ...given }) => {
  const { answers } = await asked(questions, given);
  const answer = answers.at(-1);
  if (answer === undefined) throw new Error('there is no answer');
  const missing = answer.missing.map(({ detail = '' }) => detail).join(' ');
  expect({ answer: answer.answer, text: answer.answer === 'unknown' ? missing : answer.text }).toEqual({
    answer: expected,
    text: expect.stringMatching(says),
  });
});
