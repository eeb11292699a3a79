import { expect, test } from '@jest/globals';
import { AUDIT_PERMISSION } from '../../src/history/audit-log.ts';
import { needsOf, needsOfQuestion } from '../../src/incident/needs.ts';
import type { Question } from '../../src/incident/question.ts';
import { QUESTIONS } from '../../src/incident/questions.ts';

const QUESTION: Question = {
  id: 'rights',
  question: 'Are there new rights?',
  permissions: [{ name: 'Calendars.ReadBasic.All', why: 'the rights on the calendar' }],
  cmdlets: [{ name: 'Get-MailboxPermission', why: 'who has full access' }],
  reports: ['mailbox-permissions'],
  audit: { exchangeAdmin: ['Add-MailboxPermission'] },
  look: () => Promise.reject(new Error('nothing is looked for')),
};

test('a question needs its permissions, and those of its cmdlets and the audit log, each once', () => {
  expect(needsOfQuestion(QUESTION).map(({ name }) => name)).toEqual([
    'Calendars.ReadBasic.All',
    AUDIT_PERMISSION,
    'Exchange.ManageAsApp',
  ]);
  const log = { name: AUDIT_PERMISSION, why: 'what was read' };
  const other: Question = { ...QUESTION, id: 'mail', cmdlets: [], permissions: [log] };
  expect(needsOf([QUESTION, other])).toEqual([
    { name: 'Calendars.ReadBasic.All', questions: ['rights'] },
    { name: AUDIT_PERMISSION, questions: ['rights', 'mail'] },
    { name: 'Exchange.ManageAsApp', questions: ['rights'] },
  ]);
});

// With the role Global Reader, Exchange.ManageAsApp only reads.
test.each(needsOf(QUESTIONS))('the permission $name only reads', ({ name }) => {
  expect(name).toMatch(/^(?:[\w-]+\.Read(?:Basic)?(?:\.All)?|Exchange\.ManageAsApp)$/);
});

test('cmdlets of questions only read', () => {
  const cmdlets = QUESTIONS.flatMap((question) => question.cmdlets.map(({ name }) => name));
  expect(cmdlets.filter((name) => !name.startsWith('Get-'))).toEqual([]);
});
