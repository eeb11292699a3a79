import type { Command, RunnableCommand } from '../../command.ts';
import { configured } from '../../config-options.ts';
import {
  cloudOptions,
  CONFIG_HELP,
  flag,
  inputOption,
  inputOptions,
  optionsOf,
  PASSWORD_HELP,
  requireSignIn,
  signInOptions,
} from '../../options.ts';
import type { RemediateOptions } from './remediate.ts';

/** What the command takes of mailbox-report.yml, whose output directory is for reports. */
const INPUTS = optionsOf('remediate').filter((name) => name !== 'output-directory');

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

const EXIT_CODES =
  'Exit code: 0 if nothing is left to do, 1 for a failure or changes that were not made, 2 for invalid options.';

export const remediate: Command = {
  name: 'remediate',
  group: 'Change mailboxes',
  usage: '<plan|apply|undo> [options]',
  description: 'Change settings of mailboxes back to what the policy requires.',
  sample: ['remediate plan --help', 'changes settings back to what the policy requires: plan, apply, undo'],
  subcommands: [
    inMode('plan', 'Show what would change.'),
    inMode('apply', 'Change it, if the plan is still the approved one.'),
    inMode('undo', 'Change back what an earlier apply changed.'),
  ],
  notes: [EXIT_CODES],
};

function inMode(mode: keyof typeof MODE_INPUTS, description: string): RunnableCommand {
  return {
    name: mode,
    description,
    options: [
      ...signInOptions(),
      ...(mode === 'undo' ? [inputOption('undo-file', 'remediate').makeOptionMandatory()] : []),
      ...inputOptions([...MODE_INPUTS[mode], 'config'], 'remediate'),
      ...cloudOptions(),
      flag('--json', 'print the result as JSON'),
    ],
    notes: [PASSWORD_HELP, CONFIG_HELP, EXIT_CODES],
    run: async (parsed, { env, terminal }) => {
      const options = await configured(parsed.opts<RemediateOptions>(), INPUTS);
      requireSignIn(parsed, options, env);
      if (mode === 'apply' && options.planFile === undefined) parsed.error('error: apply requires --plan-file <file>');
      const { remediateAtTerminal } = await import('./remediate.ts');
      return remediateAtTerminal({ ...options, mode }, env, terminal);
    },
  };
}
