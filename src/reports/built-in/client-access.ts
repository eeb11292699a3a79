import { cmdletCommand, FOLLOWS, MANUAL_TRUTH, TRUE_OR_FALSE } from '../corrections.ts';
import type { ExchangeReport } from '../definition.ts';
import { oneOf, TEXT, TRUTH, typedColumns } from './column-types.ts';

const OWN = 'SmtpClientAuthenticationDisabled';
const POLICY = 'OwaMailboxPolicy';
const SETTING = `(${OWN} != \`null\` && [${OWN}] || [organization.transport.${OWN}])[0]`;
const APPS = 'organization.config.EwsAllowedAppIDs';
const NO_APPS = `(${APPS} == \`null\` || ${APPS} == '' || ${APPS} == \`[]\`)`;
const LISTED = `(${NO_APPS} && 'blocked' || contains(\`["string", "array"]\`, type(${APPS})) && 'allow-listed' || \`null\`)`;
const ORGANIZATION = 'organization.config.EwsEnabled';

/**
 * The settings of the protocols by which a mailbox can be opened or send. `SmtpAuth` is the setting that applies: that of the
 * organization where the mailbox has none of its own, null. It is not the effect, since security defaults and authentication
 * policies can block SMTP AUTH too. `Ews`: both must allow EWS. Since 2026-10-01, true of the organization allows only listed
 * applications, and null, which an administrator has set again, all:
 * https://techcommunity.microsoft.com/blog/exchange/exchange-online-ews-your-time-is-almost-up/4492361. The page of
 * `Set-OrganizationConfig` says of null only that it ends restrictions.
 * https://learn.microsoft.com/powershell/module/exchange/get-casmailbox and
 * https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig
 */
export const clientAccess: ExchangeReport = {
  name: 'client-access',
  answers: 'Which mailboxes allow SMTP AUTH, IMAP, POP and other protocols',
  source: 'exchange',
  permissions: ['Exchange.ManageAsApp'],
  request: {
    cmdlet: 'Get-CASMailbox',
    select: [OWN, 'ImapEnabled', 'PopEnabled', 'ActiveSyncEnabled', 'OWAEnabled', 'MAPIEnabled', 'EwsEnabled', POLICY],
    // With its identity, an answer that lacks the setting is known to be one.
    organization: {
      transport: { cmdlet: 'Get-TransportConfig', select: ['Identity', OWN] },
      config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'EwsEnabled', 'EwsAllowedAppIDs'] },
    },
  },
  members: {
    organization: 'value',
    'organization.transport': 'value',
    'organization.config': 'value',
    [`organization.transport.${OWN}`]: 'value',
    'organization.config.EwsEnabled': 'blank',
    'organization.config.EwsAllowedAppIDs': 'blank',
    ImapEnabled: 'value',
    PopEnabled: 'value',
    ActiveSyncEnabled: 'value',
    OWAEnabled: 'value',
    MAPIEnabled: 'value',
  },
  ...typedColumns({
    SmtpAuth: [
      `${SETTING} == \`true\` && 'disabled' || (${SETTING} == \`false\` && 'enabled' || 'inconclusive')`,
      oneOf('enabled', 'disabled'),
    ],
    [OWN]: [OWN, TRUTH],
    ImapEnabled: ['ImapEnabled', TRUTH],
    PopEnabled: ['PopEnabled', TRUTH],
    ActiveSyncEnabled: ['ActiveSyncEnabled', TRUTH],
    OWAEnabled: ['OWAEnabled', TRUTH],
    MAPIEnabled: ['MAPIEnabled', TRUTH],
    EwsEnabled: ['EwsEnabled', TRUTH],
    Ews: [
      `(EwsEnabled == \`false\` || ${ORGANIZATION} == \`false\`) && 'blocked' || (${ORGANIZATION} == \`null\` && 'allowed' || ${ORGANIZATION} == \`true\` && ${LISTED} || 'inconclusive')`,
      oneOf('allowed', 'allow-listed', 'blocked'),
    ],
    [POLICY]: [POLICY, TEXT],
  }),
  sentences: {
    SmtpAuth: { enabled: 'SMTP AUTH is enabled', disabled: 'SMTP AUTH is disabled' },
    [OWN]: {
      true: 'The mailbox itself disables SMTP AUTH',
      false: 'The mailbox itself enables SMTP AUTH',
      '': 'The organization decides whether SMTP AUTH is enabled',
    },
    ImapEnabled: { true: 'IMAP is enabled', false: 'IMAP is disabled' },
    PopEnabled: { true: 'POP is enabled', false: 'POP is disabled' },
    ActiveSyncEnabled: { true: 'ActiveSync is enabled', false: 'ActiveSync is disabled' },
    OWAEnabled: { true: 'Outlook on the web is enabled', false: 'Outlook on the web is disabled' },
    MAPIEnabled: { true: 'MAPI is enabled', false: 'MAPI is disabled' },
    EwsEnabled: {
      true: 'The mailbox allows EWS',
      false: 'The mailbox blocks EWS',
      '': 'The mailbox has no setting for EWS',
    },
    Ews: {
      allowed: 'EWS is allowed',
      'allow-listed': 'EWS is allowed for the applications of the allow list',
      blocked: 'EWS is blocked',
    },
    [POLICY]: {
      '': 'There is no policy of Outlook on the web',
      '*': 'The policy of Outlook on the web is {OwaMailboxPolicy}',
    },
  },
  // https://learn.microsoft.com/powershell/module/exchange/set-casmailbox
  corrects: {
    target: 'Set-CASMailbox',
    settings: {
      [OWN]: {
        accepts: (value) => value === null || typeof value === 'boolean',
        expected: 'true, false, or null for the setting of the organization',
      },
      ImapEnabled: TRUE_OR_FALSE,
      PopEnabled: TRUE_OR_FALSE,
      ActiveSyncEnabled: TRUE_OR_FALSE,
      OWAEnabled: TRUE_OR_FALSE,
      MAPIEnabled: MANUAL_TRUTH,
      EwsEnabled: MANUAL_TRUTH,
    },
    keptSettings: { SmtpAuth: FOLLOWS, Ews: FOLLOWS },
    columns: [{ column: 'SmtpAuth', value: 'disabled', set: { [OWN]: true } }],
    command: cmdletCommand('Set-CASMailbox'),
  },
  auditLog: {
    operations: ['Set-CASMailbox'],
    parameters: { SmtpAuth: ['SmtpClientAuthenticationDisabled'], Ews: ['EwsEnabled'] },
  },
  highlights: [
    {
      title: 'SMTP AUTH is enabled',
      topic: 'Protocols',
      counted: ['mailbox has SMTP AUTH enabled', 'mailboxes have SMTP AUTH enabled'],
      when: { SmtpAuth: { const: 'enabled' } },
      columns: ['SmtpAuth', OWN],
    },
    {
      title: 'IMAP is enabled',
      topic: 'Protocols',
      counted: ['mailbox has IMAP enabled', 'mailboxes have IMAP enabled'],
      when: { ImapEnabled: { const: true } },
      columns: ['ImapEnabled'],
    },
    {
      title: 'POP is enabled',
      topic: 'Protocols',
      counted: ['mailbox has POP enabled', 'mailboxes have POP enabled'],
      when: { PopEnabled: { const: true } },
      columns: ['PopEnabled'],
    },
  ],
};
