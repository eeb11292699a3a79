import type { Command } from '../../command.ts';
import { CONFIG_HELP, inputOptions, optionsOf } from '../../options.ts';
import { COMPARE_HELP, EXIT_CODES, outputOptions, type ReportOptions } from '../report/report-options.ts';

export const merge: Command = {
  name: 'merge',
  group: 'Read mailboxes',
  usage: '<folders...> [options]',
  description: 'Join the output directories of "report --shard" into one report.',
  sample: ['merge --help', 'joins the output directories of report --shard'],
  arguments: { '<folders...>': 'output directories or zips of shards, or a folder that contains them' },
  options: [...inputOptions(optionsOf('merge'), 'merge'), ...outputOptions()],
  groupsOptions: true,
  notes: [CONFIG_HELP, COMPARE_HELP, EXIT_CODES],
  run: async (parsed, context) => {
    const { mergeAtTerminal } = await import('./merge.ts');
    return mergeAtTerminal({ shards: parsed.args, options: parsed.opts<ReportOptions>() }, context);
  },
};
