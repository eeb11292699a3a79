import { Command as CommanderCommand, CommanderError } from 'commander';
import { describeError, UserError } from '../errors.ts';
import { refuseRemovedOptions } from '../run/former-names.ts';
import { INTERRUPTED } from '../run/stop-signals.ts';
import { atTerminal } from '../text/audience.ts';
import type { Command, CommandContext, RunnableCommand } from './command.ts';
import { COMMANDS } from './commands.ts';
import { addGrouped, examples, HELP_WIDTH, notes } from './help.ts';
import { errorJson, errorText, exitCodeOf, Interrupted, jsonText, type Terminal } from './terminal.ts';

const MISUSED = 2;
/** The file mode creation mask: only the user may read reports, temporary files and keys. It has no effect on Windows. */
const OWNER_ONLY = 0o077;
interface CommandLine extends Pick<CommandContext, 'env' | 'assets'> {
  /** Without the paths of Node.js and of the program. */
  readonly args: readonly string[];
  readonly version: string;
}

/** Runs a command and returns its exit code: 0, 1 for a failure, 2 for invalid arguments. */
export function runCommandLine(commandLine: CommandLine, terminal: Terminal): Promise<number> {
  return atTerminal(() => run(commandLine, terminal));
}

async function run({ args, env, version, assets }: CommandLine, terminal: Terminal): Promise<number> {
  const earlierMask = process.umask(OWNER_ONLY);
  let code = 0;
  const ended = (exitCode: number): void => {
    code = exitCode;
  };
  const program = newProgram(version, terminal);
  for (const command of COMMANDS) {
    addCommand(program, command, { env, assets, terminal }, ended).helpGroup(`${command.group}:`);
  }
  program.commandsGroup('Help:');
  try {
    if (args.length === 0) program.help({ error: true });
    refuseRemovedOptions(args);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    terminal.progress('');
    if (error instanceof Interrupted) return INTERRUPTED;
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { failure, exitCode } = failed(error);
    // Commander has printed its own error.
    if (!(error instanceof CommanderError)) terminal.err(errorText(failure));
    if (wantsJson(args)) terminal.out(jsonText({ ok: false, error: errorJson(failure) }));
    return COMMANDS.find(({ name }) => name === args[0])?.errorExitCode ?? exitCode;
  } finally {
    process.umask(earlierMask);
  }
}

function newProgram(version: string, terminal: Terminal): CommanderCommand {
  return new CommanderCommand('mailbox-report')
    .usage('<command> [options]')
    .description(
      'Mailbox Report at a terminal: registers the application, reports on mailboxes as the GitHub Action does, creates a certificate, checks sign-in, lists, report files and policy, updates the baseline, compares reports, changes settings back.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ helpWidth: HELP_WIDTH })
    .showHelpAfterError('Add --help for the options.')
    .addHelpText(
      'after',
      notes([
        'Exit code: 0, 1 for a failure, 2 for invalid options, 130 after Ctrl+C. The help of a command says more.',
      ]),
    );
}

/** Adds a command to the program, or to its parent, and returns it. */
function addCommand(
  parent: CommanderCommand,
  definition: Command | RunnableCommand,
  context: CommandContext,
  ended: (exitCode: number) => void,
): CommanderCommand {
  const { name, description, usage } = definition;
  const command = parent.command(name).description(description);
  if (usage !== undefined) command.usage(usage);
  if ('subcommands' in definition) {
    for (const subcommand of definition.subcommands) addCommand(command, subcommand, context, ended);
    return command.addHelpText('after', notes(definition.notes));
  }
  for (const [syntax, meaning] of Object.entries(definition.arguments ?? {})) command.argument(syntax, meaning);
  if (definition.groupsOptions === true) addGrouped(command, definition.options);
  else for (const option of definition.options) command.addOption(option);
  if (definition.examples !== undefined) command.addHelpText('after', examples(definition.examples));
  return command.addHelpText('after', notes(definition.notes)).action(async () => {
    const stop = onInterrupt(definition.interrupted, context.terminal);
    try {
      ended(await definition.run(command, context));
    } finally {
      stop();
    }
  });
}

/** Prints what Ctrl+C leaves and ends the program. Returns what stops listening. `text`: undefined for a run that ends by itself. */
function onInterrupt(text: string | undefined, { progress, err }: Terminal): () => void {
  if (text === undefined) return () => undefined;
  const listener = (): void => {
    progress('');
    err(`Stopped: ${text}\n`);
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', listener);
  return () => process.off('SIGINT', listener);
}

/** The error that ended a command, and its exit code. */
function failed(error: unknown): { readonly failure: UserError; readonly exitCode: number } {
  if (error instanceof UserError) return { failure: error, exitCode: exitCodeOf(error) };
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '');
    return {
      failure: new UserError('INPUT_INVALID', message, { hint: 'Add --help for the options.', cause: error }),
      exitCode: MISUSED,
    };
  }
  const hint = 'This is a bug. Please report it with the command and its output.';
  return { failure: new UserError('UNEXPECTED', describeError(error), { hint, cause: error }), exitCode: 1 };
}

/** Whether the result is wanted as JSON. */
function wantsJson(args: readonly string[]): boolean {
  const isFormat = (arg: string, at: number): boolean => arg === '--format' && args[at + 1] === 'json';
  return args.some((arg, at) => arg === '--json' || arg === '--format=json' || isFormat(arg, at));
}
