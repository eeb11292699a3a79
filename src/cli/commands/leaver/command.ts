import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { configured } from '../../config-options.ts';
import {
  cloudOptions,
  CONFIG_HELP,
  flag,
  inputOptions,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
  signInOptions,
} from '../../options.ts';
import type { LeaverOptions } from './leaver.ts';

export const leaver: Command = {
  name: 'leaver',
  group: 'Change mailboxes',
  usage: '<person> [options]',
  description:
    'Print what a person who leaves has in all mailboxes, and write the policy with which "remediate" takes it away.',
  sample: [
    'leaver adele@contoso.com --policy-file leaver.yml',
    'shows what a person who leaves has, and writes the policy that takes it away',
  ],
  arguments: { '<person>': 'a user principal name, address, alias or object ID' },
  options: [
    ...signInOptions(),
    ...inputOptions(['config']),
    new Option('--policy-file <file>', 'write the policy for "remediate"'),
    new Option('--reply <text>', 'the automatic reply that the policy sets in the mailbox of the person'),
    ...cloudOptions(),
    flag('--json', 'print the result as JSON'),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'Nothing is changed. The file has the names and addresses of the person: use it with "remediate", or as its input "policy", and mailboxes: all.',
    'Exit code: 0 if everything was read, 1 if no account is found or something was not read, which is named, 2 for invalid options.',
  ],
  interrupted: 'leaver changes nothing.',
  run: async (parsed, context) => {
    const options = await configured(parsed.opts<LeaverOptions>(), SIGN_IN_INPUTS);
    requireSignIn(parsed, options, context.env);
    const [person = ''] = parsed.args;
    if (person.trim() === '') parsed.error('error: the person is blank');
    if (options.reply?.trim() === '') parsed.error("error: '--reply <text>' is blank");
    if (options.reply !== undefined && options.policyFile === undefined)
      parsed.error("error: '--reply <text>' requires '--policy-file <file>'");
    const { leaverAtTerminal } = await import('./leaver.ts');
    return leaverAtTerminal(person, options, context);
  },
};
