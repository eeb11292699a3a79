import type { Command } from 'commander';
import { newDispatcher, TIMEOUTS } from '../../../http/dispatcher.ts';
import { requireSecureEnvironment } from '../../../http/proxy.ts';
import { addCloudOptions, addInputs } from '../../options.ts';
import type { CommandContext } from '../../report-options.ts';
import type { SetupOptions } from './setup-place.ts';
import { notes } from '../../help.ts';

/** Adds the command `setup`. */
export function addSetup(program: Command, { env, terminal, ended }: CommandContext): void {
  const setup = program
    .command('setup')
    .description('Register the application, consent, and write the workflow: shows a plan first, and asks.');
  addInputs(setup, ['tenant-id'])
    .option(
      '--repository <owner/repo>',
      'run in a workflow of this repository (the remote "origin"); HOST/OWNER/REPO on another server',
    )
    .option('--terminal', 'run on this machine, with a certificate', false)
    .option('--mailboxes <all|files...>', 'all mailboxes, or the paths of mailbox lists (all)')
    .option('--report <names...>', 'the reports (mailbox-settings, inbox-rules)')
    .option('--name <name>', 'name of the application', 'Mailbox Report')
    .option('--yes', 'do not ask; requires --tenant-id', false)
    .option('--dry-run', 'print the plan, and change nothing', false)
    .option('--print', 'print the commands of az and gh instead', false)
    .option('--undo', 'delete what mailbox-report-setup.json records', false)
    .option('--device-code', 'sign in with a code in the browser of another device', false)
    .option('--access-token-env <name>', 'the variable with an access token of an administrator for Microsoft Graph')
    .option('--allow-public', 'accept a public repository', false);
  addCloudOptions(setup)
    .addHelpText(
      'after',
      notes(
        'Signs in with --access-token-env, else the token of the Azure CLI, else in the browser, or with --device-code. Tokens stay in memory. GitHub: GH_TOKEN, else the token of gh. The password of a new PFX is read from MAILBOX_REPORT_PFX_PASSWORD, or entered.',
        'A second run makes only what is missing. mailbox-report-setup.json records each ID, and no secret.',
        'Exit code: 0 if the command did what it should, also if a step is left to another administrator; 1 for a failure or if the plan was not confirmed; 2 for invalid options.',
      ),
    )
    .action(async (options: SetupOptions, command: Command) => {
      if (options.yes && options.tenantId === undefined) {
        command.error("error: --yes needs '--tenant-id <id>': the tenant that the sign-in uses may be another one");
      }
      requireSecureEnvironment(env);
      const dispatcher = newDispatcher(TIMEOUTS, env);
      try {
        // Loads slowly, and the other commands do not need it.
        const { runSetup } = await import('./setup.ts');
        ended(await runSetup(options, env, terminal, { dispatcher, now: terminal.now, sleep: terminal.sleep }));
      } finally {
        await dispatcher.destroy();
      }
    });
}
