import { Option, type Command } from 'commander';
import { newDispatcher, TIMEOUTS } from '../../../http/dispatcher.ts';
import { requireSecureEnvironment } from '../../../http/proxy.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import { AUDIT_PERMISSION } from '../../../history/audit-log.ts';
import {
  addCloudOptions,
  addInputs,
  addSignInOptions,
  CONFIG_HELP,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
  wholeNumber,
} from '../../options.ts';
import { configured, type CommandContext } from '../../report-options.ts';
import { FORMATS, type HistoryOptions } from './history-options.ts';
import { notes } from '../../help.ts';

/** What the command takes of mailbox-report.yml. */
const INPUTS = [...SIGN_IN_INPUTS, 'artifact-name'];
const MAX_DAYS = 3_650;

/** Adds the command `history`. */
export function addHistory(program: Command, { env, terminal, ended }: CommandContext): void {
  const command = program
    .command('history')
    .usage('[address] [folder] [options]')
    .description('Print when a mailbox changed, over all kept reports.')
    .argument('[address]', 'the mailbox; may be left out with --target')
    .argument('[folder]', 'a folder with reports: rows files, or the zips or folders of artifacts')
    .option('--repository <owner/repo>', 'read the artifacts of its default branch; a folder keeps them')
    .option('--artifact-name <name>', `name of the artifacts (${DEFAULT_ARTIFACT_NAME})`)
    .addOption(
      new Option('--days <number>', 'how far to look back (artifacts: 90; a folder: all)').argParser(
        wholeNumber(1, MAX_DAYS),
      ),
    )
    .option('--target <address|domain>', 'only entries that name the address, or an address of the domain')
    .addOption(new Option('--format <format>', 'form of the result').choices(FORMATS).default('text'))
    .option('--json', 'print the result as JSON, as --format json', false)
    .option('--audit', 'ask the audit log of the tenant, by one query, who made the changes and when', false);
  addInputs(addCloudOptions(addSignInOptions(command)), ['config'])
    .addHelpText(
      'after',
      notes(
        PASSWORD_HELP,
        CONFIG_HELP,
        'Without a folder, reads the artifacts of --repository, else of the remote "origin". GitHub: GH_TOKEN, else the token of gh.',
        'An unknown cell is no change. The reports of a change are the latest with the value before, and the first with the value after.',
        `--audit signs in, and needs the application permission ${AUDIT_PERMISSION}. A query takes minutes to hours.`,
        'Records that name a mailbox by its alias or ID are found if the application may also run Get-Mailbox in Exchange Online.',
        'If the log does not have a change, only its two reports are known.',
        'Exit code: 0 if a report could be read, 1 if not, 2 for invalid options and for a mailbox that no report has.',
      ),
    )
    .action(async (address: string | undefined, folder: string | undefined, commandOptions: HistoryOptions) => {
      const options = await configured(commandOptions, INPUTS);
      if (options.audit) requireSignIn(command, options, env);
      requireSecureEnvironment(env);
      const dispatcher = newDispatcher(TIMEOUTS, env);
      try {
        const { printHistory } = await import('./history.ts');
        const args = [address, folder].filter((argument) => argument !== undefined);
        ended(await printHistory(args, options, { env, dispatcher, terminal }));
      } finally {
        await dispatcher.destroy();
      }
    });
}
