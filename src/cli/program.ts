import { Command, CommanderError, Option } from 'commander';
import { describeError, UserError } from '../errors.ts';
import { addCertificate } from './commands/certificate/certificate-command.ts';
import { addHistory } from './commands/history/history-command.ts';
import { addDoctor } from './commands/doctor/doctor-command.ts';
import type { RehearseOptions } from './commands/rehearse/rehearse.ts';
import type { RemediateOptions } from './commands/remediate/remediate.ts';
import { addSmtpTest } from './commands/smtp-test/smtp-command.ts';
import type { ValidateOptions } from './commands/validate/validate.ts';
import {
  addCloudOptions,
  addInputs,
  addSignInOptions,
  CONFIG_HELP,
  inputOption,
  PASSWORD_HELP,
  requireSignIn,
} from './options.ts';
import { FAIL_ON_REHEARSAL } from '../run/input-readers.ts';
import { refuseRemovedOptions } from '../run/former-names.ts';
import { INTERRUPTED } from '../run/stop-signals.ts';
import { atTerminal } from '../text/audience.ts';
import { addMerge, addReport, configured, optionsOf, type CommandContext } from './report-options.ts';
import { addSetup } from './commands/setup/setup-command.ts';
import { errorText, exitCodeOf, Interrupted, jsonText, type Terminal } from './terminal.ts';
import { HELP_WIDTH, notes } from './help.ts';

/** Programs that compare return it also for a failure. */
const MISUSED = 2;
/** The file mode creation mask: only the user may read reports, temporary files and keys. It has no effect on Windows. */
const OWNER_ONLY = 0o077;
interface CommandLine extends Pick<CommandContext, 'env' | 'assets'> {
  /** Without the paths of Node.js and of the program. */
  readonly args: readonly string[];
  readonly version: string;
}

/** Without the output directory: that of mailbox-report.yml is for reports. */
const REMEDIATE_INPUTS = optionsOf('remediate').filter((name) => name !== 'output-directory');

/** The inputs for mailbox lists, report files and the policy. */
const POLICY_FILES = optionsOf('validate').filter((name) => name !== 'summary');

/** The commands in the order and in the groups of --help. */
const COMMANDS = {
  'Set up': [addSetup, addCertificate, addDoctor, addSmtpTest],
  'Read mailboxes': [addReport, addMerge],
  'Check lists and policies': [addValidate, addRehearse, addBaseline],
  'Ask reports of earlier runs': [addHistory, addCompare, addAccess],
  'Change mailboxes': [addRemediate],
};

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
  const program = new Command('mailbox-report')
    .usage('<command> [options]')
    .description(
      'Mailbox Report at a terminal: registers the application, reports on mailboxes as the GitHub Action does, creates a certificate, checks sign-in, lists, report files and policy, updates the baseline, compares reports, changes settings back.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ helpWidth: HELP_WIDTH })
    .showHelpAfterError('Add --help for the options.');
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(`${heading}:`);
    for (const add of commands) add(program, { env, assets, terminal, ended });
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
    if (args.includes('--json')) terminal.out(failureJson(failure));
    return args[0] === 'compare' || args[0] === 'rehearse' ? MISUSED : exitCode;
  } finally {
    process.umask(earlierMask);
  }
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

function failureJson({ code, message, hint, copy }: UserError): string {
  return jsonText({ ok: false, error: { code, message, hint, ...(copy.length === 0 ? {} : { copy }) } });
}

function addValidate(program: Command, { terminal, ended }: CommandContext): void {
  const command = program
    .command('validate')
    .description('Check mailbox lists, report files and a policy in this folder, offline and without secrets.');
  addInputs(command, POLICY_FILES, 'validate')
    .option('--json', 'print the problems as JSON', false)
    .addHelpText(
      'after',
      notes(
        CONFIG_HELP,
        'Exit code: 0 if there is no error (warnings do not count), 1 if a run would fail, 2 for invalid options.',
      ),
    )
    .action(async (options: ValidateOptions) => {
      const { validate } = await import('./commands/validate/validate.ts');
      ended(await validate(options, process.cwd(), terminal));
    });
}

function addRehearse(program: Command, { env, terminal, ended }: CommandContext): void {
  const command = program
    .command('rehearse')
    .usage('[report] [options]')
    .description('Judge the rows of a report by a policy, and print how the findings would differ.')
    .argument('[report]', "a zip, or the folder with its files; by default the repository's newest artifact");
  addInputs(command, POLICY_FILES, 'validate')
    .option('--base-policy <file>', 'policy to compare with; by default what the run of the report found')
    .addOption(
      new Option('--fail-on <which>', 'violations that give exit code 1').choices(FAIL_ON_REHEARSAL).default('never'),
    )
    .option('--repository <owner/repo>', 'the repository of the artifact; by default that of the remote origin')
    .option('--summary-file <file>', 'write the rehearsal as Markdown')
    .option('--json', 'print the rehearsal as JSON', false)
    .addHelpText(
      'after',
      notes(
        CONFIG_HELP,
        'Works offline if a report is given. Otherwise, asks GitHub with GH_TOKEN, or the token of gh.',
        'Exit code: 0, 1 for new violations with --fail-on new, 2 for invalid options and unusable reports.',
      ),
    )
    .action(async (report: string | undefined, options: RehearseOptions) => {
      const { rehearseAtTerminal } = await import('./commands/rehearse/rehearse.ts');
      ended(await rehearseAtTerminal({ ...options, report }, env, process.cwd(), terminal));
    });
}

function addBaseline(program: Command, { terminal }: CommandContext): void {
  const baseline = program
    .command('baseline')
    .usage('<update|prune> <report> [options]')
    .description('Change the committed baseline of known violations with a downloaded report.');
  const descriptions = {
    update: 'Add the violations of the report, and remove the entries that no longer occur.',
    prune: 'Only remove the entries that no longer occur.',
  };
  for (const command of ['update', 'prune'] as const) {
    baseline
      .command(command)
      .usage('<report> [options]')
      .description(descriptions[command])
      .argument('<report>', 'the artifact of a run with a policy: a zip, or the folder with its files')
      .option('--baseline <file>', 'the committed file', 'baseline.csv')
      .addHelpText(
        'after',
        notes(
          'Keeps entries about mailboxes that the report could not read or does not have. Commit the file afterwards.',
          'Exit code: 0 if the file was written, 1 if not, 2 for invalid options.',
        ),
      )
      .action(async (report: string, options: { readonly baseline: string }) => {
        const { changeBaseline } = await import('./commands/baseline/baseline.ts');
        await changeBaseline({ command, report, ...options }, process.cwd(), terminal);
      });
  }
}

function addCompare(program: Command, { terminal, ended }: CommandContext): void {
  const report = 'the artifact of a run: a zip, or the folder with its files';
  program
    .command('compare')
    .usage('<before> <after> [options]')
    .description('Compare two downloaded reports.')
    .argument('<before>', report)
    .argument('<after>', report)
    .addOption(new Option('--format <format>', 'csv: as changes.csv').choices(['text', 'csv']).default('text'))
    .addHelpText(
      'after',
      notes(
        'Compares as a run does. A violation of a rule that the policy no longer has counts as resolved.',
        'Exit code: 0 if the reports are equal, 1 if they differ, 2 for invalid options and unusable reports.',
      ),
    )
    .action(async (before: string, after: string, { format }: { readonly format: 'text' | 'csv' }) => {
      const { compareReports } = await import('./commands/compare/compare.ts');
      ended(await compareReports({ before, after, format }, process.cwd(), terminal));
    });
}

function addAccess(program: Command, { terminal, ended }: CommandContext): void {
  program
    .command('access')
    .usage('<report> [address...] [options]')
    .description(
      'Print what somebody or an application can open, or who can open a mailbox, from a downloaded report with "access" or "applications".',
    )
    .argument('<report>', 'the artifact of a run: a zip, or the folder with its files')
    .argument('[address...]', 'the user principal name of somebody, and other addresses of the same person')
    .option('--mailbox [address]', 'the address is that of a mailbox: print people and applications that can open it')
    .option('--application <name>', 'print what an application reaches, by its name or ID')
    .addOption(new Option('--format <format>', 'csv: as access.csv').choices(['text', 'csv']).default('text'))
    .addHelpText(
      'after',
      notes(
        'Mailboxes that were not read, and groups whose members are not known, are notes on standard error.',
        'Exit code: 0 if the report could be read, 1 if not, 2 for invalid options.',
      ),
    )
    .action(
      async (
        report: string,
        persons: readonly string[],
        {
          mailbox,
          application,
          format,
        }: { readonly mailbox?: string | true; readonly application?: string; readonly format: 'text' | 'csv' },
        command: Command,
      ) => {
        const addresses = typeof mailbox === 'string' ? [...persons, mailbox] : persons;
        if (application !== undefined && (addresses.length > 0 || mailbox !== undefined)) {
          command.error("error: '--application' cannot be used with addresses");
        }
        if (addresses.length === 0 && application === undefined) {
          command.error("error: missing the address of a person, or of '--mailbox <address>'");
        }
        const { printAccess } = await import('./commands/access/access.ts');
        const ofMailbox = mailbox !== undefined;
        ended(await printAccess({ report, addresses, ofMailbox, application, format }, process.cwd(), terminal));
      },
    );
}

const REMEDIATE_DESCRIPTIONS = {
  plan: 'Show what would change.',
  apply: 'Change it, if the plan is still the approved one.',
  undo: 'Change back what an earlier apply changed.',
} as const;

/** The inputs that decide what is changed, and how it is found. */
const POLICY_INPUTS = [
  'mailboxes',
  'policy',
  'address-column',
  'extra-columns',
  'report',
  'baseline',
  'internal-domains',
  'max-unreadable',
];
const RESTORE_INPUTS = ['restore', 'only'];
const WRITE_INPUTS = ['plan-file', 'plan-digest', 'max-failures', 'limit'];
const EVERY_MODE = ['max-changes', 'output-directory'];

const MODE_INPUTS = {
  plan: ['undo-file', 'auto-mapping', ...RESTORE_INPUTS, ...POLICY_INPUTS, ...EVERY_MODE],
  apply: [...RESTORE_INPUTS, ...POLICY_INPUTS, ...WRITE_INPUTS, ...EVERY_MODE],
  undo: [...WRITE_INPUTS, ...EVERY_MODE],
} as const;

function addRemediate(program: Command, { env, terminal, ended }: CommandContext): void {
  const remediate = program
    .command('remediate')
    .usage('<plan|apply|undo> [options]')
    .description('Change settings of mailboxes back to what the policy requires.');
  for (const mode of ['plan', 'apply', 'undo'] as const) {
    const command = addSignInOptions(remediate.command(mode).description(REMEDIATE_DESCRIPTIONS[mode]));
    if (mode === 'undo') command.addOption(inputOption('undo-file', 'remediate').makeOptionMandatory());
    addInputs(command, [...MODE_INPUTS[mode], 'config'], 'remediate');
    addCloudOptions(command)
      .option('--json', 'print the result as JSON', false)
      .addHelpText(
        'after',
        notes(
          PASSWORD_HELP,
          CONFIG_HELP,
          'Exit code: 0 if nothing is left to do, 1 for a failure or changes that were not made, 2 for invalid options.',
        ),
      )
      .action(async () => {
        const options = await configured(command.opts<RemediateOptions>(), REMEDIATE_INPUTS);
        requireSignIn(command, options, env);
        if (mode === 'apply' && options.planFile === undefined)
          command.error('error: apply requires --plan-file <file>');
        const { remediateAtTerminal } = await import('./commands/remediate/remediate.ts');
        ended(await remediateAtTerminal({ ...options, mode }, env, terminal));
      });
  }
}
