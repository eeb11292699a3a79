import { MONTH_AGO, type ListingReport } from '../definition.ts';
import { oneOf, TIME, typedColumns, WHOLE_NUMBER } from './column-types.ts';

/** Entra ID has two names for SMTP AUTH in its log. */
const EVENTS = 'signIns.["Authenticated SMTP", SMTP][?@]';
const SMTP = `(${EVENTS})[0]`;
const LATEST = `max(${EVENTS}.latest)`;
/** A member that no response has, so that a cell without a value is unknown. */
const UNSAID = 'unsaid';

/** `yes` if one source says so, `no` only if the usage report says so: a protocol that the log lacks may be used all the same. */
function used(signIns: string, app: string): string {
  return `${signIns} && 'yes' || app_used(${app})`;
}

/**
 * Who used SMTP AUTH, IMAP and POP in the last 30 days. Sign-ins have dates and counts: successful ones of users, interactive or not,
 * whose types only `beta` can filter. Tokens of applications are not among them, so a mailbox that the log lacks is unknown. The
 * usage report has a version for each app that a user used. Neither distinguishes passwords from OAuth.
 * https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 * https://learn.microsoft.com/graph/api/reportroot-getemailappusageuserdetail
 */
export const protocolUse: ListingReport = {
  name: 'protocol-use',
  answers: 'Who used SMTP AUTH, IMAP and POP in 30 days',
  revision: 2,
  permissions: ['AuditLog.Read.All or Reports.Read.All'],
  request: {
    version: 'v1.0',
    listing: "reports/getEmailAppUsageUserDetail(period='D30')",
    match: 'userPrincipalName',
    without: { isDeleted: true },
    optional: {
      shows: 'which mailboxes did not use SMTP, IMAP and POP',
      needs: 'the application permission Reports.Read.All',
    },
    beside: {
      signIns: {
        version: 'beta',
        listing: 'auditLogs/signIns',
        query: {
          $filter:
            `createdDateTime ge ${MONTH_AGO} and status/errorCode eq 0` +
            " and (clientAppUsed eq 'Authenticated SMTP' or clientAppUsed eq 'SMTP'" +
            " or clientAppUsed eq 'IMAP4' or clientAppUsed eq 'POP3')" +
            " and signInEventTypes/any(t: t eq 'interactiveUser' or t eq 'nonInteractiveUser')",
        },
        key: 'userPrincipalName',
        tally: { by: 'clientAppUsed', latest: 'createdDateTime' },
        shows: 'dates and counts of SMTP AUTH',
        needs: 'the application permission AuditLog.Read.All and Microsoft Entra ID P1',
      },
    },
  },
  members: {
    [UNSAID]: 'value',
    signIns: 'optional',
    reportRefreshDate: 'value',
    smtpApp: 'blank',
    imap4App: 'blank',
    pop3App: 'blank',
  },
  ...typedColumns({
    SmtpAuthSetting: [UNSAID, oneOf('enabled', 'disabled')],
    SmtpAuthLastUsed: [`${SMTP} && utc({ dateTime: ${LATEST}, timeZone: 'UTC' }) || ${UNSAID}`, TIME],
    SmtpAuthUses30d: [`${SMTP} && sum(${EVENTS}.count) || ${UNSAID}`, WHOLE_NUMBER],
    SmtpUsed: [used(SMTP, 'smtpApp'), oneOf('yes', 'no')],
    ImapUsed: [used('signIns.IMAP4', 'imap4App'), oneOf('yes', 'no')],
    PopUsed: [used('signIns.POP3', 'pop3App'), oneOf('yes', 'no')],
    Source: [
      `signIns && 'sign-ins' || (reportRefreshDate && 'app-usage' || ${UNSAID})`,
      oneOf('sign-ins', 'app-usage'),
    ],
  }),
  sentences: {
    SmtpAuthSetting: 'The setting for SMTP AUTH is {SmtpAuthSetting}',
    SmtpAuthLastUsed: { '': 'No use of SMTP AUTH is known', '*': 'SMTP AUTH was last used at {SmtpAuthLastUsed}' },
    SmtpAuthUses30d: 'SMTP AUTH was used {SmtpAuthUses30d} times in 30 days',
    SmtpUsed: { yes: 'SMTP was used in 30 days', no: 'SMTP was not used in 30 days' },
    ImapUsed: { yes: 'IMAP was used in 30 days', no: 'IMAP was not used in 30 days' },
    PopUsed: { yes: 'POP was used in 30 days', no: 'POP was not used in 30 days' },
    Source: 'The use of protocols is known from {Source}',
  },
  takes: { SmtpAuthSetting: { report: 'client-access', column: 'SmtpAuth' } },
  compare: { ignore: ['SmtpAuthLastUsed', 'SmtpAuthUses30d'] },
  highlights: [
    {
      title: 'Mailbox used SMTP AUTH in the last 30 days',
      topic: 'Protocols',
      counted: ['mailbox used SMTP AUTH in the last 30 days', 'mailboxes used SMTP AUTH in the last 30 days'],
      when: { SmtpUsed: { const: 'yes' } },
      columns: ['SmtpAuthSetting', 'SmtpAuthLastUsed', 'SmtpAuthUses30d', 'Source'],
    },
    {
      title: 'SMTP AUTH is enabled, and was not used in the last 30 days',
      topic: 'Protocols',
      counted: [
        'mailbox has SMTP AUTH enabled and did not use it for 30 days',
        'mailboxes have SMTP AUTH enabled and did not use it for 30 days',
      ],
      when: { SmtpUsed: { const: 'no' }, SmtpAuthSetting: { const: 'enabled' } },
      columns: ['SmtpAuthSetting', 'SmtpUsed', 'Source'],
    },
    {
      title: 'Mailbox used IMAP in the last 30 days',
      topic: 'Protocols',
      counted: ['mailbox used IMAP in the last 30 days', 'mailboxes used IMAP in the last 30 days'],
      when: { ImapUsed: { const: 'yes' } },
      columns: ['ImapUsed', 'Source'],
    },
    {
      title: 'Mailbox used POP in the last 30 days',
      topic: 'Protocols',
      counted: ['mailbox used POP in the last 30 days', 'mailboxes used POP in the last 30 days'],
      when: { PopUsed: { const: 'yes' } },
      columns: ['PopUsed', 'Source'],
    },
  ],
};
