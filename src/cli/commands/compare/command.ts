import { Option } from 'commander';
import type { Command } from '../../command.ts';

const REPORT = 'the artifact of a run: a zip, or the folder with its files';

export const compare: Command = {
  name: 'compare',
  group: 'Ask reports of earlier runs',
  usage: '<before> <after> [options]',
  description: 'Compare two downloaded reports.',
  sample: ['compare before.zip after.zip', 'shows what changed between two downloaded reports'],
  arguments: { '<before>': REPORT, '<after>': REPORT },
  options: [new Option('--format <format>', 'csv: as changes.csv').choices(['text', 'csv']).default('text')],
  notes: [
    'Compares as a run does. A violation of a rule that the policy no longer has counts as resolved.',
    'Exit code: 0 if the reports are equal, 1 if they differ, 2 for invalid options and unusable reports.',
  ],
  errorExitCode: 2,
  run: async (parsed, { terminal }) => {
    const [before = '', after = ''] = parsed.args;
    const { compareReports } = await import('./compare.ts');
    const options = parsed.opts<{ readonly format: 'text' | 'csv' }>();
    return compareReports({ before, after, ...options }, process.cwd(), terminal);
  },
};
