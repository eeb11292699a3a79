import { Command, CommanderError, Option } from 'commander';
import { mayHaveAssertion } from '../auth/assertion-options.ts';
import { describeError, UserError } from '../errors.ts';
import { makeCertificate, type CertificateOptions } from './certificate/certificate.ts';
import { addHistory } from './history/history-command.ts';
import type { DoctorOptions } from './doctor/findings.ts';
import type { RehearseOptions } from './rehearse.ts';
import type { RemediateOptions } from './remediate.ts';
import type { SmtpTestOptions } from './smtp/smtp-test.ts';
import type { ValidateOptions } from './validate.ts';
import {
  addCloudOptions,
  addInputs,
  addSignInOptions,
  addSmtpOptions,
  CIS,
  CONFIG_HELP,
  credentialOf,
  hostAndPort,
  inputOption,
  isoDate,
  PASSWORD_HELP,
  requireSignIn,
  wholeNumber,
} from './options.ts';
import { FAIL_ON_REHEARSAL } from '../run/input-readers.ts';
import { refuseRemovedOptions } from '../run/former-names.ts';
import { INTERRUPTED } from '../run/stop-signals.ts';
import { atTerminal } from '../text/audience.ts';
import { addMerge, addReport, optionsOf, type CommandContext } from './report-options.ts';
import { addSetup } from './setup/setup-command.ts';
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

/** What commands that sign in take from mailbox-report.yml. */
const SIGN_IN_INPUTS = ['tenant-id', 'client-id', 'credential', 'cloud'];
const DOCTOR_INPUTS = ['mailboxes', 'address-column', 'report', 'unlisted'];
/** Its output directory is that of a report. */
const REMEDIATE_INPUTS = optionsOf('remediate').filter((name) => name !== 'output-directory');

/** What names the files of a policy. */
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

/** The options of a command, with what it has of mailbox-report.yml. */
async function configured<O extends { readonly config?: string }>(options: O, names: readonly string[]): Promise<O> {
  // The reader of YAML loads slowly.
  const { withConfigFile } = await import('./config-options.ts');
  return (await withConfigFile(options, names)).options;
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

function addCertificate(program: Command, { terminal }: CommandContext): void {
  program
    .command('certificate')
    .description('Create a self-signed certificate for the application: PFX, .cer, .pem and manifest element.')
    .option('--name <name>', 'common name of the certificate, also used for the file names', 'Mailbox Report')
    .addOption(new Option('--bits <number>', 'length of the RSA key').argParser(wholeNumber(2048, 4096)).default(3072))
    .addOption(
      new Option('--months <number>', 'validity in months (12)')
        .argParser(wholeNumber(1, 600))
        .conflicts(['days', 'notAfter']),
    )
    .addOption(
      new Option('--days <number>', 'validity in days').argParser(wholeNumber(1, 18_000)).conflicts(['notAfter']),
    )
    .addOption(new Option('--not-after <date>', 'expiry, as 2030-12-31 or an ISO time').argParser(isoDate))
    .option('--directory <folder>', 'folder for the files', '.')
    .option('--password-file', 'write the password to a file instead of showing it', false)
    .option('--json', 'print the result as JSON; requires --password-file', false)
    .addHelpText(
      'after',
      notes(
        'Only their owner can read the files, and none is overwritten. On Windows, files inherit the permissions of the folder: choose a folder that only you can read.',
      ),
    )
    .action((options: CertificateOptions) => makeCertificate(options, terminal));
}

function addDoctor(program: Command, { env, terminal, ended }: CommandContext): void {
  const doctor = program
    .command('doctor')
    .description('Check a set-up: certificate or federated credential, tokens, permissions and one mailbox.');
  addInputs(addSignInOptions(doctor), ['config'])
    .addOption(new Option('--ci <name>', 'federated: where the job runs (github)').choices(CIS))
    .option(
      '--repository <owner/repo>',
      'federated: the repository of the job; HOST/OWNER/REPO on another server, ORGANIZATION/PROJECT/CONNECTION of Azure DevOps',
    )
    .addOption(new Option('--branch <name>', 'federated: the branch of the job (main)').conflicts(['environment']))
    .option('--environment <name>', 'federated: the environment of the job, if it has one')
    .addOption(new Option('--mailbox <address>', 'a mailbox to read').conflicts(['mailboxes']))
    .option(
      '--mailboxes <all|file>',
      'all: check what listing the tenant needs; or a mailbox list, whose first mailbox is read',
    );
  addCloudOptions(addInputs(doctor, ['address-column', 'report']))
    .option('--unlisted', 'also check what the input "unlisted" needs')
    .addOption(
      new Option(
        '--smtp [host:port]',
        "also sign in to SMTP as the mailbox, at the cloud's server or another",
      ).argParser(hostAndPort),
    )
    .option('--probe', 'check what the action assumes about Microsoft 365 and GitHub; only reads', false)
    .option('--json', 'print the findings as JSON; with --probe, write them to mailbox-report-probe.json', false)
    .addHelpText(
      'after',
      notes(
        PASSWORD_HELP,
        CONFIG_HELP,
        'With --probe, prints for each assumption "holds", "differs" or "not checked". The file has no value of the tenant.',
        'With --credential federated, prints the subject, issuer and audience that the federated credential must have.',
        'In a job that has an OIDC token, prints those of the token instead, and signs in with it.',
        'Exit code: 0 if no check failed (warnings do not count), 1 if a check failed, an assumption differs or the certificate of the SMTP server expires within 30 days, 2 for invalid options.',
        'With --json, an error before the checks is { "ok": false, "error": { code, message, hint } }.',
      ),
    )
    .action(async (commandOptions: DoctorOptions, command: Command) => {
      const options = await configured(commandOptions, [...SIGN_IN_INPUTS, ...DOCTOR_INPUTS]);
      requireSignIn(command, options, env);
      const isOutside = credentialOf(options, env) === 'federated' && !mayHaveAssertion(env, options);
      if (options.probe === true && isOutside) {
        command.error(
          'error: --probe signs in: use --credential certificate, or run it in a job with "id-token: write"',
        );
      }
      const { mailbox, mailboxes = '', probe = false, smtp } = options;
      const isAll = mailboxes.trim().toLowerCase() === 'all';
      const needsMailbox = !isAll || probe || smtp !== undefined;
      if (!isOutside && mailbox === undefined && needsMailbox && (isAll || mailboxes === '')) {
        command.error("error: one of '--mailbox <address>' and '--mailboxes <file>' is needed");
      }
      // Loads slowly, and the other commands do not need it.
      const { runDoctor } = await import('./doctor/doctor.ts');
      ended(await runDoctor(options, env, terminal));
    });
}

function addSmtpTest(program: Command, { env, terminal, ended }: CommandContext): void {
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
      const { runSmtpTest } = await import('./smtp/smtp-test.ts');
      ended(await runSmtpTest(options, env, terminal));
    });
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
      const { validate } = await import('./validate.ts');
      ended(await validate(options, process.cwd(), terminal));
    });
}

function addRehearse(program: Command, { env, terminal, ended }: CommandContext): void {
  const command = program
    .command('rehearse')
    .usage('[report] [options]')
    .description('Judge the rows of a report by a policy, and print what the policy would find otherwise.')
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
        'Offline with a report. Else GitHub is asked with GH_TOKEN, or the token of gh.',
        'Exit code: 0, 1 for new violations with --fail-on new, 2 for invalid options and unusable reports.',
      ),
    )
    .action(async (report: string | undefined, options: RehearseOptions) => {
      const { rehearseAtTerminal } = await import('./rehearse.ts');
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
        const { changeBaseline } = await import('./baseline.ts');
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
      const { compareReports } = await import('./compare.ts');
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
        const { printAccess } = await import('./access.ts');
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
const WRITE_INPUTS = ['plan-file', 'plan-digest', 'max-failures', 'limit'];
const EVERY_MODE = ['max-changes', 'output-directory'];

const MODE_INPUTS = {
  plan: ['undo-file', 'auto-mapping', ...POLICY_INPUTS, ...EVERY_MODE],
  apply: [...POLICY_INPUTS, ...WRITE_INPUTS, ...EVERY_MODE],
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
        const { remediateAtTerminal } = await import('./remediate.ts');
        ended(await remediateAtTerminal({ ...options, mode }, env, terminal));
      });
  }
}
