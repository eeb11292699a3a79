import { Option } from 'commander';
import type { Command, RunnableCommand } from '../../command.ts';
import { flag } from '../../options.ts';

const EXIT_CODES = 'Exit code: 0 if the file was written, 1 if not, 2 for invalid options.';

export const baseline: Command = {
  name: 'baseline',
  group: 'Check lists and policies',
  usage: '<update|prune> <report> [options]',
  description: 'Change the committed baseline of known violations with a downloaded report.',
  sample: ['baseline update report.zip', 'accepts the violations of a downloaded report'],
  subcommands: [
    changing('update', 'Add the violations of the report, and remove the entries that no longer occur.'),
    changing('prune', 'Only remove the entries that no longer occur.'),
  ],
  notes: [EXIT_CODES],
};

function changing(name: 'update' | 'prune', description: string): RunnableCommand {
  return {
    name,
    usage: '<report> [options]',
    description,
    arguments: { '<report>': 'the artifact of a run with a policy: a zip, or the folder with its files' },
    options: [
      new Option('--baseline <file>', 'the committed file').default('baseline.csv'),
      flag('--json', 'print the result as JSON'),
    ],
    notes: [
      'Keeps entries about mailboxes that the report could not read or does not have. Commit the file afterwards.',
      EXIT_CODES,
    ],
    run: async (parsed, { terminal }) => {
      const [report = ''] = parsed.args;
      const { changeBaseline } = await import('./baseline.ts');
      const options = parsed.opts<{ readonly baseline: string; readonly json: boolean }>();
      await changeBaseline({ command: name, report, ...options }, process.cwd(), terminal);
      return 0;
    },
  };
}
