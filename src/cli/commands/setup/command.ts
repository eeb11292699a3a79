import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { cloudOptions, flag, inputOptions } from '../../options.ts';
import type { SetupOptions } from './setup-place.ts';

export const setup: Command = {
  name: 'setup',
  group: 'Set up',
  description: 'Register the application, consent, and write the workflow: shows a plan first, and asks.',
  sample: ['setup --dry-run', 'shows what it would register for a first report, then registers it'],
  options: [
    ...inputOptions(['tenant-id']),
    new Option(
      '--repository <owner/repo>',
      'run in a workflow of this repository (the remote "origin"); HOST/OWNER/REPO on another server',
    ),
    flag('--terminal', 'run on this machine, with a certificate'),
    new Option('--mailboxes <all|files...>', 'all mailboxes, or the paths of mailbox lists (all)'),
    new Option('--report <names...>', 'the reports (mailbox-settings, inbox-rules)'),
    new Option(
      '--policy <file>',
      'the policy: cis-m365-7.yml, scuba-exo.yml, or your own (policy.yml with rules to begin with)',
    ),
    new Option(
      '--gate [rules...]',
      'new violations of these rules (all) fail the step: severity error, and the present ones in baseline.csv',
    ),
    new Option('--time-zone <name>', 'time zone of the schedule, such as Europe/Berlin (Etc/UTC)'),
    new Option('--name <name>', 'name of the application (Mailbox Report)'),
    new Option('--adopt <app_id>', 'use this application, which setup did not make: shows who can sign in with it'),
    flag(
      '--remediate',
      'beside the report: an application that changes mailboxes, an environment with reviewers, and their workflow',
    ),
    flag(
      '--incident',
      'an application of its own for the command "incident": only reads, with a certificate of 30 days on this machine',
    ),
    flag('--yes', 'do not ask; requires --tenant-id'),
    flag('--dry-run', 'print the plan, and change nothing'),
    flag('--print', 'print the commands of az and gh instead'),
    flag('--json', 'print the result as JSON; text for people goes to standard error'),
    flag(
      '--undo',
      'delete what mailbox-report-setup.json records, with --remediate or --incident only what that made; setup can restore an application for 30 days',
    ),
    flag('--forever', 'with --undo: delete the application for good'),
    flag('--device-code', 'sign in with a code in the browser of another device'),
    new Option(
      '--access-token-env <name>',
      'the variable with an access token of an administrator for Microsoft Graph',
    ),
    flag('--allow-public', 'accept a public repository'),
    ...cloudOptions(),
  ],
  notes: [
    'Signs in with --access-token-env, else the token of the Azure CLI, else in the browser, or with --device-code. Tokens stay in memory. GitHub: GH_TOKEN, else the token of gh. The password of a new PFX is read from MAILBOX_REPORT_PFX_PASSWORD, or entered.',
    'A second run makes only what is missing, and changes what --report, --mailboxes, --policy, --gate and --time-zone choose anew in mailbox-report.yml and the workflow: the plan shows each line. mailbox-report-setup.json records each ID, and no secret.',
    'With --json, standard output is { ok, plan, kept, made, left, recorded, checks }, with --dry-run only { ok, plan, kept }, with --print also commands, with --undo { ok, plan, kept, removed }.',
    'Exit code: 0 if the command did what it should, also if a step is left to another administrator; 1 for a failure or if the plan was not confirmed; 2 for invalid options.',
  ],
  interrupted: 'run the command again. It makes only what is missing.',
  run: async (parsed, { env, terminal }) => {
    const options = parsed.opts<SetupOptions>();
    if (options.yes && options.tenantId === undefined) {
      parsed.error("error: --yes needs '--tenant-id <id>': the tenant that the sign-in uses may be another one");
    }
    const { terminal: isTerminal, mailboxes, report, policy, gate, timeZone, repository } = options;
    const ofReport = { terminal: isTerminal, mailboxes, report, policy, gate, 'time-zone': timeZone };
    const [name] = Object.entries(ofReport).find(([, value]) => Boolean(value)) ?? [];
    if (options.remediate && name !== undefined) {
      parsed.error(`error: --remediate takes no '--${name}': it is made for the workflow and the policy of the report`);
    }
    const ofOthers = { ...ofReport, repository, remediate: options.remediate };
    const [other] = Object.entries(ofOthers).find(([, value]) => Boolean(value)) ?? [];
    if (options.incident && other !== undefined) {
      parsed.error(`error: --incident takes no '--${other}': its application is for a person at this terminal`);
    }
    if (options.forever && !options.undo) parsed.error("error: --forever needs '--undo'");
    const { withDispatcher } = await import('../../../http/dispatcher.ts');
    const { machineOf } = await import('../../../http/machine.ts');
    return withDispatcher(env, async (dispatcher) => {
      const { runSetup } = await import('./setup.ts');
      return runSetup(options, env, terminal, { ...machineOf(terminal), dispatcher });
    });
  },
};
