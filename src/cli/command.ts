import type { Command as CommanderCommand, Option } from 'commander';
import type { Environment } from '../http/proxy.ts';
import type { Terminal } from './terminal.ts';

/** The environment of a command. */
export interface CommandContext {
  readonly env: Environment;
  /** The folder with the script and the style sheet of the report page. */
  readonly assets: string;
  readonly terminal: Terminal;
}

interface Described {
  readonly name: string;
  readonly description: string;
  /** What `--help` shows after the name. Absent: `[options]`. */
  readonly usage?: string;
  /** The paragraphs at the end of `--help`, exit codes included. */
  readonly notes: readonly string[];
}

/** What a command takes, what `--help` says of it, and what it does. */
export interface RunnableCommand extends Described {
  /** What each argument means, by its syntax, such as `<report>` or `[address...]`, in order. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly options: readonly Option[];
  /** Whether `--help` shows the options by what they are about. */
  readonly groupsOptions?: true;
  /** Command lines without the name of the program, by what they are for. */
  readonly examples?: Readonly<Record<string, string>>;
  /** What Ctrl+C leaves, for a command whose run does not end by itself then. */
  readonly interrupted?: string;
  /**
   * Runs the command with the options and arguments that Commander has read, and returns the exit code. Loads its modules itself, so
   * that the program starts quickly.
   */
  readonly run: (parsed: CommanderCommand, context: CommandContext) => Promise<number>;
}

interface ParentCommand extends Described {
  readonly subcommands: readonly RunnableCommand[];
}

/** A command of the terminal program: a folder of `commands`, and a line of the table in `commands.ts`. */
export type Command = (RunnableCommand | ParentCommand) & {
  /** The heading of `--help`. */
  readonly group:
    'Set up' | 'Read mailboxes' | 'Check lists and policies' | 'Ask reports of earlier runs' | 'Change mailboxes';
  /** A command line without the name of the program, and what it does, for the README of the npm package. */
  readonly sample: readonly [line: string, about?: string];
  /** The exit code of each error, where 1 means that reports differ. Absent: 2 for a misuse, else 1. */
  readonly errorExitCode?: 2;
};
