import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { flag } from '../../options.ts';
import { TABLE_FORMATS, type TableFormat } from '../../row-output.ts';

const REPORT = 'the artifact of a run: a zip, or the folder with its files';

export const compare: Command = {
  name: 'compare',
  group: 'Ask reports of earlier runs',
  usage: '<before> <after> [options]',
  description: 'Compare two downloaded reports.',
  sample: ['compare before.zip after.zip', 'shows what changed between two downloaded reports'],
  arguments: { '<before>': REPORT, '<after>': REPORT },
  options: [
    new Option('--format <format>', 'csv: as changes.csv').choices(TABLE_FORMATS).default('text'),
    flag('--json', 'print the differences as JSON, as --format json'),
  ],
  notes: [
    'Compares as a run does. A violation of a rule that the policy no longer has counts as resolved.',
    'Exit code: 0 if the reports are equal, 1 if they differ, 2 for invalid options and unusable reports.',
  ],
  errorExitCode: 2,
  run: async (parsed, { terminal }) => {
    const [before = '', after = ''] = parsed.args;
    const { compareReports } = await import('./compare.ts');
    const { format, json } = parsed.opts<{ readonly format: TableFormat; readonly json: boolean }>();
    return compareReports({ before, after, format: json ? 'json' : format }, process.cwd(), terminal);
  },
};
