import { Option } from 'commander';
import { mayHaveAssertion } from '../../../auth/assertion-options.ts';
import type { Command } from '../../command.ts';
import { configured } from '../../config-options.ts';
import {
  CIS,
  cloudOptions,
  CONFIG_HELP,
  credentialOf,
  flag,
  hostAndPort,
  inputOptions,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
  signInOptions,
} from '../../options.ts';
import type { DoctorOptions } from './findings.ts';

/** What the command takes of mailbox-report.yml. */
const INPUTS = [...SIGN_IN_INPUTS, 'mailboxes', 'address-column', 'extra-columns', 'report', 'policy', 'unlisted'];

export const doctor: Command = {
  name: 'doctor',
  group: 'Set up',
  description: 'Check a set-up: certificate or federated credential, tokens, permissions and one mailbox.',
  sample: ['doctor --help', 'checks sign-in, permissions and one mailbox; with --probe, what the action assumes'],
  options: [
    ...signInOptions(),
    ...inputOptions(['config']),
    new Option('--ci <name>', 'federated: where the job runs (github)').choices(CIS),
    new Option(
      '--repository <owner/repo>',
      'federated: the repository of the job; HOST/OWNER/REPO on another server, ORGANIZATION/PROJECT/CONNECTION of Azure DevOps',
    ),
    new Option('--branch <name>', 'federated: the branch of the job (main)').conflicts(['environment']),
    new Option('--environment <name>', 'federated: the environment of the job, if it has one'),
    new Option('--mailbox <address>', 'a mailbox to read').conflicts(['mailboxes']),
    new Option(
      '--mailboxes <all|file>',
      'all: check what listing the tenant needs; or a mailbox list, whose first mailbox is read',
    ),
    ...inputOptions(['address-column', 'report']),
    ...cloudOptions(),
    new Option(
      '--policy <file>',
      'also check what its rules read, and whether the application can write what they set',
    ),
    new Option('--unlisted', 'also check what the input "unlisted" needs'),
    new Option('--smtp [host:port]', "also sign in to SMTP as the mailbox, at the cloud's server or another").argParser(
      hostAndPort,
    ),
    flag(
      '--incident',
      'check which questions of the command "incident" can be answered today, and what a license adds',
    ).conflicts(['mailbox', 'mailboxes', 'policy', 'smtp', 'probe', 'unlisted']),
    flag('--probe', 'check what the action assumes about Microsoft 365 and GitHub; only reads'),
    flag('--json', 'print the findings as JSON; with --probe, write them to mailbox-report-probe.json'),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'With --probe, prints for each assumption "holds", "differs" or "not checked". The file has no value of the tenant.',
    'With --credential federated, prints the subject, issuer and audience that the federated credential must have.',
    'In a job that has an OIDC token, prints those of the token instead, and signs in with it.',
    'Exit code: 0 if no check failed (warnings do not count), 1 if a check failed, an assumption differs or the certificate of the SMTP server expires within 30 days, 2 for invalid options.',
    'With --json, an error before the checks is { "ok": false, "error": { code, message, hint } }.',
  ],
  interrupted: 'doctor changes nothing.',
  run: async (parsed, { env, terminal }) => {
    const options = await configured(parsed.opts<DoctorOptions>(), INPUTS);
    requireSignIn(parsed, options, env);
    const isOutside = credentialOf(options, env) === 'federated' && !mayHaveAssertion(env, options);
    const signsIn = options.probe === true ? '--probe' : options.incident === true ? '--incident' : undefined;
    if (signsIn !== undefined && isOutside) {
      parsed.error(
        `error: ${signsIn} signs in: use --credential certificate, or run it in a job with "id-token: write"`,
      );
    }
    const { mailbox, mailboxes = '', probe = false, smtp } = options;
    const isAll = mailboxes.trim().toLowerCase() === 'all';
    const needsMailbox = options.incident !== true && (!isAll || probe || smtp !== undefined);
    if (!isOutside && mailbox === undefined && needsMailbox && (isAll || mailboxes === '')) {
      parsed.error("error: one of '--mailbox <address>' and '--mailboxes <file>' is needed");
    }
    const { runDoctor } = await import('./doctor.ts');
    return runDoctor(options, env, terminal);
  },
};
