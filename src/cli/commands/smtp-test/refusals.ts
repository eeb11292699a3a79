import { appRoles, unverifiedClaims } from '../../../auth/access-token.ts';
import { UserError } from '../../../errors.ts';
import { shortened, visibleLine } from '../../../text/display.ts';
import type { SmtpFailure, SmtpSecret } from './session.ts';

/** The application permission of Office 365 Exchange Online for SMTP. */
const SMTP_ROLE = 'SMTP.SendAsApp';

export interface SmtpAttempt {
  readonly host: string;
  readonly port: number;
  readonly from?: string | undefined;
  readonly secret?: SmtpSecret | undefined;
}

const MAX_REPLY = 400;

/** A failure of a session as the UserError `SMTP_UNREACHABLE`, `SMTP_TLS` or `SMTP_REFUSED`, with what fixes it. */
export function smtpError({ step, message, reply }: SmtpFailure, attempt: SmtpAttempt): UserError {
  const server = `${attempt.host}:${attempt.port}`;
  const replyText = shortened(visibleLine(reply ?? message), MAX_REPLY);
  if (step === 'tls') {
    return new UserError('SMTP_TLS', `${server} does not start TLS: ${replyText}`, {
      hint: 'Set --port to the port for submission, 587. A proxy or firewall that removes STARTTLS must let it pass. Nothing is sent without TLS.',
    });
  }
  if (reply === undefined) {
    return new UserError('SMTP_UNREACHABLE', `${server} cannot be used: ${replyText}`, {
      hint: `Check --host and --port, and that the firewall allows outgoing connections to port ${attempt.port}. SMTP does not use HTTPS_PROXY, and port 465, without STARTTLS, is not supported.`,
    });
  }
  const what = { connect: 'the connection', 'sign-in': 'the sign-in', send: 'the message' }[step];
  return new UserError('SMTP_REFUSED', `The server refuses ${what}: ${replyText}`, { hint: hintFor(reply, attempt) });
}

/** What fixes a refusal, in the commands of Exchange Online PowerShell. */
function hintFor(reply: string, attempt: SmtpAttempt): string {
  const commands = commandsFor(attempt);
  const isPassword = attempt.secret?.kind === 'password';
  const [, hint] = EXPLANATIONS.find(([pattern]) => pattern.test(reply)) ?? [];
  return hint?.(commands, isPassword) ?? 'The reply names the reason.';
}

interface Commands {
  /** Whether the token has the permission for SMTP; undefined if it does not show its permissions. */
  readonly hasRole: boolean | undefined;
  readonly mailbox: string;
  readonly application: string;
  readonly principal: string;
}

type Explain = (commands: Commands, isPassword: boolean) => string;

const permission =
  `Add the application permission ${SMTP_ROLE} under API permissions > APIs my organization uses > Office 365 Exchange Online, ` +
  'and let an administrator grant consent. The next token has it.';

const enable = ({ mailbox }: Commands): string =>
  `Set-CASMailbox -Identity ${mailbox} -SmtpClientAuthenticationDisabled $false`;

const fullAccess = ({ mailbox, principal }: Commands): string =>
  `Add-MailboxPermission -Identity ${mailbox} -User ${principal} -AccessRights FullAccess`;

const register = ({ application, principal }: Commands): string =>
  `New-ServicePrincipal -AppId ${application} -ObjectId ${principal} -DisplayName "Mailbox Report" (the object ID is that of the ` +
  'enterprise application, not of the app registration)';

const useToken = 'Sign in with a token instead: smtp-test without --basic tests it.';

const wrongPassword = (commands: Commands): string =>
  `The user name or the password is wrong, or the account has no mailbox. If SMTP AUTH is disabled for it, run ${enable(commands)}`;

const noGrant = (commands: Commands): string => {
  if (commands.hasRole === false) return `The token has no ${SMTP_ROLE}. ${permission}`;
  const causes = [
    ...(commands.hasRole === true ? [] : [permission]),
    `Register the application in Exchange Online: ${register(commands)}.`,
    `Give it full access to the mailbox: ${fullAccess(commands)}`,
    'Set --from to the primary address of a mailbox.',
  ];
  const numbered = causes.map((cause, index) => `${index + 1}. ${cause}`).join(' ');
  return `Exchange Online does not say which of these is missing. ${numbered} Changes can take an hour.`;
};

/**
 * Replies of Exchange Online, the specific ones first. Documented: 5.7.3 and the two grants of an application
 * (https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth),
 * SMTP AUTH disabled (https://aka.ms/smtp_auth_disabled), 5.7.30, 5.7.57, 5.7.60. Observed in public issues: the other texts of
 * 5.7.139, `mailbox logon failure`, `SendAsDenied`.
 */
const EXPLANATIONS: readonly (readonly [RegExp, Explain])[] = [
  [
    /SmtpClientAuthentication is disabled/i,
    (commands) =>
      'SMTP AUTH is disabled, which also applies to tokens. For this mailbox, run ' +
      `${enable(commands)} ; for all: Set-TransportConfig -SmtpClientAuthenticationDisabled $false. It can take some hours.`,
  ],
  [
    /basic authentication is (?:disabled|not supported)|\b5\.7\.30\b/i,
    () =>
      `Passwords are switched off for SMTP, by an authentication policy or by Microsoft. ${useToken} Where Microsoft still allows ` +
      'them: Set-AuthenticationPolicy -Identity <policy> -AllowBasicAuthSmtp.',
  ],
  [/security defaults/i, () => `Security defaults in Microsoft Entra ID block passwords for SMTP. ${useToken}`],
  [
    /did not meet the criteria/i,
    (_, isPassword) =>
      isPassword
        ? `A Conditional Access policy or a missing second factor blocks the account: its sign-in log in Microsoft Entra ID names it. ${useToken}`
        : 'A Conditional Access policy for workload identities blocks the application: its sign-in log in Microsoft Entra ID names it.',
  ],
  [
    /\b5\.7\.139\b/,
    () =>
      'The account is locked, or its password is wrong or expired: the sign-in log of Microsoft Entra ID has the reason. Authentication ' +
      'policies can block it too: Get-User -Identity <mailbox> | Format-List AuthenticationPolicy.',
  ],
  [
    /mailbox logon failure|LogonFailed|Cannot open mailbox/i,
    (commands) =>
      `The application signed in, but cannot open the mailbox. Give it full access: ${fullAccess(commands)}`,
  ],
  [
    /\b5\.7\.60\b|\b5\.2\.252\b|SendAsDenied/i,
    ({ mailbox, principal }) =>
      'The sender may not be used. Set --from to the primary address of the mailbox. To send from another one, run ' +
      `Add-RecipientPermission -Identity ${mailbox} -Trustee ${principal} -AccessRights SendAs`,
  ],
  [/\b5\.7\.3\b/, (commands, isPassword) => (isPassword ? wrongPassword(commands) : noGrant(commands))],
  [
    /\b5\.7\.57\b/,
    (commands) => `The sign-in is not complete. If SMTP AUTH is disabled for the mailbox, run ${enable(commands)}`,
  ],
  [
    /\b[45]\.7\.4\b|^50[0-4]\b|unrecognized authentication/i,
    (_, isPassword) =>
      isPassword
        ? `The server does not accept passwords. ${useToken}`
        : 'The server does not offer XOAUTH2: check that --host is the server of Exchange Online for submission.',
  ],
  [
    /\b4\.7\.0\b/,
    () =>
      'The failure is temporary: Exchange Online throttles the client, or its sign-in is unavailable. Run the command again in some ' +
      'minutes. If it lasts, look for failed sign-ins from this address, and at the service health in the admin center.',
  ],
  [
    /\b4\.3\.2\b|^4\d\d\b/,
    () =>
      'The failure is temporary: a mailbox may have three connections at a time. Run the command again in some minutes.',
  ],
];

/** The names in commands: of the token, which shows application and object ID of the enterprise application. */
function commandsFor({ from = '', secret }: SmtpAttempt): Commands {
  const token = secret?.kind === 'token' ? secret.value : undefined;
  const { appid, oid } = (token === undefined ? undefined : unverifiedClaims(token)) ?? {};
  const id = (claim: unknown, otherwise: string): string =>
    typeof claim === 'string' && /^[\w-]+$/.test(claim) ? claim : otherwise;
  return {
    hasRole: token === undefined ? undefined : appRoles(token)?.includes(SMTP_ROLE),
    mailbox: `'${from.replaceAll("'", "''")}'`,
    application: id(appid, '<client ID>'),
    principal: id(oid, '<object ID of the enterprise application>'),
  };
}
