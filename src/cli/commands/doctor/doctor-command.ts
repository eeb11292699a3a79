import { Option, type Command } from 'commander';
import { mayHaveAssertion } from '../../../auth/assertion-options.ts';
import type { DoctorOptions } from './findings.ts';
import { notes } from '../../help.ts';
import {
  addCloudOptions,
  addInputs,
  addSignInOptions,
  CIS,
  CONFIG_HELP,
  credentialOf,
  hostAndPort,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
} from '../../options.ts';
import { configured, type CommandContext } from '../../report-options.ts';

const DOCTOR_INPUTS = ['mailboxes', 'address-column', 'extra-columns', 'report', 'policy', 'unlisted'];

/** Adds the command `doctor`. */
export function addDoctor(program: Command, { env, terminal, ended }: CommandContext): void {
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
    .option('--policy <file>', 'also check what its rules read, and whether the application can write what they set')
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
      const { runDoctor } = await import('./doctor.ts');
      ended(await runDoctor(options, env, terminal));
    });
}
