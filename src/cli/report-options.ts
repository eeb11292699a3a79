import { Option, type Command } from 'commander';
import { inputsOf, type ActionName } from '../run/inputs.ts';
import { addGrouped, examples, notes } from './help.ts';
import { CONFIG_HELP, inputOption, PASSWORD_HELP, secretOptions } from './options.ts';
import type { ProgramContext, ReportOptions } from './commands/report/report.ts';

/** What commands are run with. */
export interface CommandContext extends ProgramContext {
  /** Receives the exit code of a command that ended without an error. */
  readonly ended: (code: number) => void;
}

const EXIT_CODES =
  'Exit code: 0 if the result is pass, 1 for violations, incomplete or error, 2 for invalid options and for an output ' +
  'directory with other files, 130 after Ctrl+C.';
const COMPARE_HELP = '--compare auto compares with the report that is in the output directory, before it is replaced.';
const EXAMPLES = {
  'One person': 'report adele@contoso.com --report mailbox-settings inbox-rules --open',
  'A list, judged by a policy': 'report --mailboxes mailboxes.txt --policy policy.yml --compare last-week.zip',
  'All mailboxes of the tenant, as data': 'report --mailboxes all --pfx app.pfx --json',
};

/** Adds the command `report`: each input of the action is an option. */
export function addReport(program: Command, { terminal, env, assets, ended }: CommandContext): void {
  const command = program
    .command('report')
    .usage('[options] [addresses...]')
    .description('Read mailboxes and write the reports of the action: CSV files, report page and others.')
    .argument('[addresses...]', 'single mailboxes, in addition to those of --mailboxes');
  const inputs = optionsOf('report').map((name) => inputOption(name, 'report'));
  addGrouped(command, [inputs, secretOptions(), outputOptions()].flat())
    .addHelpText('after', examples(EXAMPLES))
    .addHelpText('after', notes(PASSWORD_HELP, CONFIG_HELP, COMPARE_HELP, EXIT_CODES))
    .action(async (addresses: readonly string[], options: ReportOptions) => {
      const { reportAtTerminal } = await import('./commands/report/report.ts');
      ended(await reportAtTerminal({ addresses, options, command }, { env, assets, terminal }));
    });
}

/** Adds the command `merge`, which joins the folders of shards. */
export function addMerge(program: Command, { terminal, env, assets, ended }: CommandContext): void {
  const command = program
    .command('merge')
    .usage('<folders...> [options]')
    .description('Join the output directories of "report --shard" into one report.')
    .argument('<folders...>', 'output directories or zips of shards, or a folder that contains them');
  const inputs = optionsOf('merge').map((name) => inputOption(name, 'merge'));
  addGrouped(command, [inputs, outputOptions()].flat())
    .addHelpText('after', notes(CONFIG_HELP, COMPARE_HELP, EXIT_CODES))
    .action(async (shards: readonly string[], options: ReportOptions) => {
      const { mergeAtTerminal } = await import('./commands/report/report.ts');
      ended(await mergeAtTerminal({ shards, options }, { env, assets, terminal }));
    });
}

/** The inputs of an action that are options. */
export function optionsOf(action: ActionName): readonly string[] {
  return inputsOf(action).flatMap(([name, { option }]) => (option === false ? [] : [name]));
}

function outputOptions(): readonly Option[] {
  return [
    new Option('--force', 'write beside other files in the output directory').default(false),
    new Option('--summary-file <file>', 'write the summary as Markdown'),
    new Option('--open', 'open the report page in the browser').default(false),
    new Option('--json', 'print the result as JSON').default(false),
    new Option('--verbose', 'print the log and the findings also if the output is no terminal').default(false),
  ];
}

/** The options of a command, with what it has of mailbox-report.yml. */
export async function configured<O extends { readonly config?: string }>(
  options: O,
  names: readonly string[],
): Promise<O> {
  // The reader of YAML loads slowly.
  const { withConfigFile } = await import('./config-options.ts');
  return (await withConfigFile(options, names)).options;
}
