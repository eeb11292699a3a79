import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { configured } from '../../config-options.ts';
import {
  cloudOptions,
  CONFIG_HELP,
  flag,
  inputOptions,
  PASSWORD_HELP,
  portNumber,
  requireSignIn,
  SIGN_IN_INPUTS,
  signInOptions,
  SMTP_PORT,
} from '../../options.ts';
import type { SmtpTestOptions } from './smtp-test.ts';

export const smtpTest: Command = {
  name: 'smtp-test',
  group: 'Set up',
  description: 'Test an SMTP server: its certificate, a sign-in with a token or a password, a message.',
  sample: ['smtp-test --host mail.contoso.com', 'shows the certificate of an SMTP server; tests sign-in and a message'],
  options: [
    new Option('--host <name>', "the SMTP server, instead of the cloud's (smtp.office365.com)"),
    new Option('--port <number>', 'its port, with STARTTLS').argParser(portNumber).default(SMTP_PORT),
    new Option('--from <address>', 'the mailbox that signs in; without it, only the certificate is shown'),
    new Option('--to <address>', 'sends one message to this address'),
    flag('--basic', 'test the password of --from instead of a token'),
    ...signInOptions(),
    ...cloudOptions(),
    ...inputOptions(['config']),
    flag('--json', 'print the findings as JSON'),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'The password of --basic is read from MAILBOX_REPORT_SMTP_PASSWORD, or entered at a prompt.',
    'Exit code: 0 if no check failed, 1 if one failed or the certificate of the server expires within 30 days, 2 for invalid options.',
  ],
  run: async (parsed, { env, terminal }) => {
    const options = await configured(parsed.opts<SmtpTestOptions>(), SIGN_IN_INPUTS);
    const { from, to, basic } = options;
    if (from === undefined && (to !== undefined || basic)) parsed.error("error: '--from <address>' is needed");
    if (from !== undefined && !basic) requireSignIn(parsed, options, env);
    const { runSmtpTest } = await import('./smtp-test.ts');
    return runSmtpTest(options, env, terminal);
  },
};
