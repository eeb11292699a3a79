import type { TokenSource } from '../../../auth/token-source.ts';
import { shortened, visibleLine } from '../../../text/display.ts';
import { ok, step, warning, type CheckFinding, type Finding } from '../doctor/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { smtpError, type SmtpAttempt } from './refusals.ts';
import { certificateFinding, serverCertificate } from './server-certificate.ts';
import { SmtpFailure, SmtpSession, type SmtpMessage, type SmtpSecret, type SmtpServer } from './session.ts';

interface SmtpCheck extends SmtpServer {
  /** The mailbox that signs in. Undefined: only the connection and the certificate are checked. */
  readonly from?: string | undefined;
  /** Receives a message from it. */
  readonly to?: string | undefined;
  /** A password, else the tokens for Exchange Online. Neither: nothing signs in. */
  readonly password?: string | undefined;
  readonly tokens?: TokenSource | undefined;
}

const MAX_REPLY = 200;

/** Connects to an SMTP server and reports its certificate, signs in and sends a message, as far as the check says. */
export async function checkSmtp(
  check: SmtpCheck,
  { report, terminal }: { readonly report: (finding: Finding) => void; readonly terminal: Terminal },
): Promise<void> {
  const { host, port, from, to } = check;
  const session = new SmtpSession(check);
  terminal.progress(`Connecting to ${host}…`);
  try {
    const socket = await step('smtp', report, async () => {
      const value = await withExplanation(check, () => session.connect());
      return { value, findings: [ok(`${host}:${port} answers and starts TLS.`)] };
    });
    if (socket === undefined) return;
    const finding = certificateFinding(serverCertificate(socket, host, terminal.now()), host);
    report({ check: 'tls', ...finding });
    if (finding.outcome === 'failed' || from === undefined) return;
    const secret = await secretOf(check);
    if (secret === undefined) return;
    const attempt = { ...check, secret };
    const isIn = await step('sign-in', report, async () => {
      await withExplanation(attempt, () => session.signIn(from, secret));
      return { value: true, findings: [secret.kind === 'token' ? tokenWorks(from) : passwordWorks(from)] };
    });
    if (isIn === undefined || to === undefined) return;
    await step('message', report, async () => {
      const reply = await withExplanation(attempt, () => session.send(testMessage({ from, to }, check)));
      const replyText = shortened(visibleLine(reply), MAX_REPLY);
      return { value: true, findings: [ok(`The server accepted a message from ${from} to ${to}: ${replyText}`)] };
    });
  } finally {
    session.close();
  }
}

async function withExplanation<T>(attempt: SmtpAttempt, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof SmtpFailure ? smtpError(error, attempt) : error;
  }
}

async function secretOf({ password, tokens }: SmtpCheck): Promise<SmtpSecret | undefined> {
  if (password !== undefined) return { kind: 'password', value: password };
  return tokens && { kind: 'token', value: (await tokens.get()).value };
}

function tokenWorks(from: string): CheckFinding {
  return ok(`The application signs in as ${from} with a token (XOAUTH2).`);
}

/** https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750 */
function passwordWorks(from: string): CheckFinding {
  return {
    ...warning(
      `The password of ${from} works, with Basic authentication. It stops when Microsoft switches this off for SMTP AUTH.`,
    ),
    hint: 'Let the sender use a token (OAuth): smtp-test without --basic tests it. Message MC786329 has the dates.',
  };
}

function testMessage({ from, to }: Pick<SmtpMessage, 'from' | 'to'>, { host, port, password }: SmtpCheck): SmtpMessage {
  const by = password === undefined ? 'a token (OAuth)' : 'a password (Basic authentication)';
  return {
    from,
    to,
    subject: 'Test of SMTP by Mailbox Report',
    text:
      `This is a test message. Somebody with access to the application or password of ${from} ran "mailbox-report smtp-test", ` +
      `which sent it through ${host}, port ${port}, signed in with ${by}. You can delete it.\n\n` +
      'https://github.com/mailbox-report/mailbox-report\n',
  };
}
