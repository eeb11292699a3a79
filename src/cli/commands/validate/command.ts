import type { Command } from '../../command.ts';
import { CONFIG_HELP, flag, inputOptions, POLICY_FILES } from '../../options.ts';
import type { ValidateOptions } from './validate.ts';

export const validate: Command = {
  name: 'validate',
  group: 'Check lists and policies',
  description: 'Check mailbox lists, report files and a policy in this folder, offline and without secrets.',
  sample: ['validate --mailboxes mailboxes.txt --policy policy.yml', 'checks files offline, without secrets'],
  options: [...inputOptions(POLICY_FILES, 'validate'), flag('--json', 'print the problems as JSON')],
  notes: [
    CONFIG_HELP,
    'Exit code: 0 if there is no error (warnings do not count), 1 if a run would fail, 2 for invalid options.',
  ],
  run: async (parsed, { terminal }) => {
    const { validateAtTerminal } = await import('./validate.ts');
    return validateAtTerminal(parsed.opts<ValidateOptions>(), process.cwd(), terminal);
  },
};
