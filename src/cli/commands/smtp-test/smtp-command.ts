import type { Command } from 'commander';
import type { SmtpTestOptions } from './smtp-test.ts';
import { notes } from '../../help.ts';
import {
  addCloudOptions,
  addInputs,
  addSignInOptions,
  addSmtpOptions,
  CONFIG_HELP,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
} from '../../options.ts';
import { configured, type CommandContext } from '../../report-options.ts';

/** Adds the command `smtp-test`. */
export function addSmtpTest(program: Command, { env, terminal, ended }: CommandContext): void {
  const command = addSmtpOptions(
    program
      .command('smtp-test')
      .description('Test an SMTP server: its certificate, a sign-in with a token or a password, a message.'),
  );
  addInputs(addCloudOptions(addSignInOptions(command)), ['config'])
    .option('--json', 'print the findings as JSON', false)
    .addHelpText(
      'after',
      notes(
        PASSWORD_HELP,
        CONFIG_HELP,
        'The password of --basic is read from MAILBOX_REPORT_SMTP_PASSWORD, or entered at a prompt.',
        'Exit code: 0 if no check failed, 1 if one failed or the certificate of the server expires within 30 days, 2 for invalid options.',
      ),
    )
    .action(async (commandOptions: SmtpTestOptions) => {
      const options = await configured(commandOptions, SIGN_IN_INPUTS);
      const { from, to, basic } = options;
      if (from === undefined && (to !== undefined || basic)) command.error("error: '--from <address>' is needed");
      if (from !== undefined && !basic) requireSignIn(command, options, env);
      const { runSmtpTest } = await import('./smtp-test.ts');
      ended(await runSmtpTest(options, env, terminal));
    });
}
