import { Option } from 'commander';
import { FAIL_ON_REHEARSAL } from '../../../run/input-readers.ts';
import type { Command } from '../../command.ts';
import { CONFIG_HELP, flag, inputOptions, POLICY_FILES } from '../../options.ts';
import type { RehearseOptions } from './rehearse.ts';

export const rehearse: Command = {
  name: 'rehearse',
  group: 'Check lists and policies',
  usage: '[report] [options]',
  description: 'Judge the rows of a report by a policy, and print how the findings would differ.',
  sample: ['rehearse report.zip --policy policy.yml', 'shows what another policy would find in a downloaded report'],
  arguments: {
    '[report]': "a zip, or the folder with its files; by default the repository's newest artifact",
  },
  options: [
    ...inputOptions(POLICY_FILES, 'validate'),
    new Option('--base-policy <file>', 'policy to compare with; by default what the run of the report found'),
    new Option('--fail-on <which>', 'violations that give exit code 1').choices(FAIL_ON_REHEARSAL).default('never'),
    new Option('--repository <owner/repo>', 'the repository of the artifact; by default that of the remote origin'),
    new Option('--summary-file <file>', 'write the rehearsal as Markdown'),
    flag('--json', 'print the rehearsal as JSON'),
  ],
  notes: [
    CONFIG_HELP,
    'Works offline if a report is given. Otherwise, asks GitHub with GH_TOKEN, or the token of gh.',
    'Exit code: 0, 1 for new violations with --fail-on new, 2 for invalid options and unusable reports.',
  ],
  errorExitCode: 2,
  run: async (parsed, { env, terminal }) => {
    const [place] = parsed.args;
    const { rehearseAtTerminal } = await import('./rehearse.ts');
    return rehearseAtTerminal({ ...parsed.opts<RehearseOptions>(), place }, env, process.cwd(), terminal);
  },
};
