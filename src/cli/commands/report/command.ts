import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { CONFIG_HELP, inputOptions, optionsOf, PASSWORD_HELP, secretOptions } from '../../options.ts';
import { COMPARE_HELP, EXIT_CODES, outputOptions, type ReportOptions } from './report-options.ts';

export const report: Command = {
  name: 'report',
  group: 'Read mailboxes',
  usage: '[options] [addresses...]',
  description: 'Read mailboxes and write the reports of the action: CSV files, report page and others.',
  sample: ['report adele@contoso.com --tenant-id contoso.com --client-id CLIENT_ID --pfx mailbox-report.pfx --open'],
  arguments: { '[addresses...]': 'single mailboxes, in addition to those of --mailboxes' },
  // Each input of the action.
  options: [
    ...inputOptions(optionsOf('report')),
    ...secretOptions(),
    ...outputOptions(),
    new Option('--format <format>', 'print the rows of the one report, and nothing else; the files are written too')
      .choices(['csv', 'json'])
      .conflicts('json'),
  ],
  groupsOptions: true,
  examples: {
    'One person': 'report adele@contoso.com --report mailbox-settings inbox-rules --open',
    'A list, judged by a policy': 'report --mailboxes mailboxes.txt --policy policy.yml --compare last-week.zip',
    'All mailboxes of the tenant, for another program': 'report --mailboxes all --report accounts --format csv',
  },
  notes: [PASSWORD_HELP, CONFIG_HELP, COMPARE_HELP, EXIT_CODES],
  run: async (parsed, context) => {
    const { reportAtTerminal } = await import('./report.ts');
    return reportAtTerminal(
      { addresses: parsed.args, options: parsed.opts<ReportOptions>(), command: parsed },
      context,
    );
  },
};
