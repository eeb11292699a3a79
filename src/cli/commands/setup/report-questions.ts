import { allBuiltIn } from '../../../reports/built-in-tables.ts';

/** What each built-in report answers, for people who choose some of them. */
const ANSWERS: Readonly<Record<string, string>> = {
  'mailbox-settings': 'Who replies automatically, and to whom; language, time zone, working hours',
  'automatic-replies': 'What automatic replies say',
  'inbox-rules': 'Which rules send mail outside, or hide it',
  'calendar-permissions': 'Who can see or change a calendar',
  folders: 'Which folders there are, and how many items they have',
  'mailbox-properties': 'Which mailboxes are forwarded outside, on hold, audited; of which type they are',
  'client-access': 'Which mailboxes allow SMTP AUTH, IMAP, POP and other protocols',
  'mailbox-permissions': 'Who has Full Access, Send As or Send on Behalf',
  accounts: 'Who can sign in, when somebody last did, with which licenses and MFA',
  'mailbox-usage': 'How full mailboxes are, and when they were last used',
  'protocol-use': 'Who used SMTP AUTH, IMAP and POP in 30 days',
  access: 'Who can open a mailbox, also through groups, and who gets its mail',
  applications: 'Which applications can read, change and send mail',
  'applications-of-tenant': 'Which applications have permissions to mailboxes, and who owns them',
  organization: 'How the tenant is set up: auditing, forwarding, SMTP AUTH, external senders',
  mailboxes: 'The key facts of each mailbox, from the other reports',
};

/** The built-in reports by what they answer, in lines. */
export function reportTable(): string {
  const names = [...allBuiltIn.keys()];
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${ANSWERS[name] ?? ''}\n`);
  return `What to find out, by report. The plan then lists the permissions of those that you choose:\n${lines.join('')}`;
}
