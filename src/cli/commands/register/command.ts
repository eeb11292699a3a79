import { InvalidArgumentError, Option } from 'commander';
import { isAddress } from '../../../mailboxes/address.ts';
import type { Command, RunnableCommand } from '../../command.ts';
import { flag, isoDate } from '../../options.ts';

const EXIT_CODES = 'Exit code: 0 if the file was written, 1 if not, 2 for invalid options.';
const REPORT = { '<report>': 'the artifact of a run: a zip, or the folder with its files' };

function registerOption(): Option {
  return new Option('--register <file>', 'a file of the register').makeOptionMandatory();
}

interface RegisterOptions {
  readonly register: string;
  readonly owner?: string;
  readonly policy?: string;
}

const update: RunnableCommand = {
  name: 'update',
  usage: '<report> --register <file> [options]',
  description: 'Add the rights of a report that the register lacks.',
  arguments: REPORT,
  options: [
    registerOption(),
    new Option('--owner <address>', 'who answers for the rights in new lines').argParser(address),
    new Option('--policy <file>', 'the policy that names the register: rights in its other files are not added'),
  ],
  notes: [
    'Creates the file if it is missing. New lines have the IDs of mailbox and trustee, and no reason and no review. What people wrote stays. Commit the file afterwards.',
    EXIT_CODES,
  ],
  run: async (parsed, { terminal }) => {
    const [report = ''] = parsed.args;
    const { updateRegister } = await import('./change.ts');
    await updateRegister({ report, ...parsed.opts<RegisterOptions>() }, process.cwd(), terminal);
    return 0;
  },
};

const prune: RunnableCommand = {
  name: 'prune',
  usage: '<report> --register <file>',
  description: 'Remove the lines whose rights a report shows to be gone.',
  arguments: REPORT,
  options: [registerOption()],
  notes: ['Keeps lines about mailboxes that the report could not read or does not have.', EXIT_CODES],
  run: async (parsed, { terminal }) => {
    const [report = ''] = parsed.args;
    const { pruneRegister } = await import('./change.ts');
    await pruneRegister({ report, ...parsed.opts<RegisterOptions>() }, process.cwd(), terminal);
    return 0;
  },
};

interface ReviewOptions extends RegisterOptions {
  readonly due: string;
  readonly markdown: boolean;
}

const review: RunnableCommand = {
  name: 'review',
  usage: '--register <file> --due <date> [options] [report]',
  description: 'Set ReviewedOn to today in the lines that are due, and print them for their owner.',
  arguments: {
    '[report]': 'since when rights exist, and what reaches the mailboxes besides: a report, or a folder with several',
  },
  options: [
    registerOption(),
    new Option('--due <date>', 'the day by which the review ends, such as 2026-12-31')
      .argParser(day)
      .makeOptionMandatory(),
    new Option(
      '--policy <file>',
      'the policy that names the register: its review-every decides what is due (all lines)',
    ),
    flag('--markdown', 'print the page as Markdown'),
  ],
  notes: [
    'Who decides is who merges the change. Lines whose rights are not needed any more are deleted before.',
    EXIT_CODES,
  ],
  run: async (parsed, { terminal }) => {
    const [report] = parsed.args;
    const { reviewRegister } = await import('./review.ts');
    await reviewRegister({ report, ...parsed.opts<ReviewOptions>() }, process.cwd(), terminal);
    return 0;
  },
};

export const register: Command = {
  name: 'register',
  group: 'Check lists and policies',
  usage: '<update|prune|review> [options]',
  description: 'Change the committed register of rights, and review it.',
  sample: ['register update report.zip --register grants.csv', 'registers the rights of a downloaded report'],
  subcommands: [update, prune, review],
  notes: [EXIT_CODES],
};

function address(text: string): string {
  if (isAddress(text)) return text;
  throw new InvalidArgumentError('Use an address.');
}

/** Parses a day. */
function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isoDate(text).toISOString().slice(0, 10);
  throw new InvalidArgumentError('Use a day such as 2026-12-31.');
}
