import { UserError } from '../../../errors.ts';
import { requireSecureEnvironment, type Environment } from '../../../http/proxy.ts';
import { isAddress } from '../../../mailboxes/address.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { printChecks } from '../doctor/doctor.ts';
import { printFindings, type DoctorOptions } from '../doctor/findings.ts';
import { checkToken, checkCredential } from '../doctor/sign-in-checks.ts';
import { smtpServer } from '../../options.ts';
import type { Terminal } from '../../terminal.ts';
import { checkSmtp } from './checks.ts';

/** The options of `smtp-test`, which signs in as `doctor` does. */
export interface SmtpTestOptions extends Omit<DoctorOptions, 'smtp'> {
  readonly host?: string;
  readonly port: number;
  /** Undefined: nothing signs in. */
  readonly from?: string;
  readonly to?: string;
  readonly basic: boolean;
}

const PASSWORD = 'MAILBOX_REPORT_SMTP_PASSWORD';

/**
 * Tests an SMTP server: its certificate, a sign-in, a message. Prints the findings and returns the exit code.
 *
 * Throws UserError INPUT_INVALID, PROXY_INVALID, TLS_UNVERIFIED, PFX_UNREADABLE or NO_TERMINAL if nothing can be tested.
 */
export async function runSmtpTest(options: SmtpTestOptions, env: Environment, terminal: Terminal): Promise<number> {
  const { from, to, basic } = options;
  requireSecureEnvironment(env);
  const server = smtpServer(options.cloud, options);
  requireAddress('--from', from);
  requireAddress('--to', to);
  const check = { ...server, from, to };
  if (from === undefined || basic) {
    const password = from === undefined ? undefined : await passwordOf(from, env, terminal);
    return printFindings(options, terminal, async (report) => {
      await checkSmtp({ ...check, password }, { report, terminal });
      return true;
    });
  }
  return printChecks(options, env, terminal, async (context) => {
    const tokens = await checkToken(await checkCredential(context), context, 'Exchange');
    await checkSmtp({ ...check, tokens }, context);
    return true;
  });
}

async function passwordOf(from: string, env: Environment, terminal: Terminal): Promise<string> {
  const password = env[PASSWORD] ?? (await terminal.askSecret(`Password of ${visibleLine(from)}: `)) ?? '';
  if (password !== '') return password;
  throw new UserError('NO_TERMINAL', 'The password of the mailbox is missing.', {
    hint: `Enter it at the prompt, or set the environment variable ${PASSWORD}.`,
  });
}

function requireAddress(option: string, address: string | undefined): void {
  if (address === undefined || isAddress(address)) return;
  throw new UserError('INPUT_INVALID', `The option ${option} cannot be ${shownText(address)}.`, {
    hint: 'Use an address such as adele@contoso.com.',
  });
}
