import { Option } from 'commander';
import { AUDIT_PERMISSION } from '../../../history/audit-log.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
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
  wholeNumber,
} from '../../options.ts';
import { FORMATS, type HistoryOptions } from './history-options.ts';

/** What the command takes of mailbox-report.yml. */
const INPUTS = [...SIGN_IN_INPUTS, 'artifact-name'];
const MAX_DAYS = 3_650;

export const history: Command = {
  name: 'history',
  group: 'Ask reports of earlier runs',
  usage: '[address] [folder] [options]',
  description: 'Print when a mailbox changed, over all kept reports.',
  sample: ['history adele@contoso.com reports', 'shows when a mailbox changed, over all kept reports'],
  arguments: {
    '[address]': 'the mailbox; may be left out with --target',
    '[folder]': 'a folder with reports: rows files, or the zips or folders of artifacts',
  },
  options: [
    new Option('--repository <owner/repo>', 'read the artifacts of its default branch; a folder keeps them'),
    new Option('--artifact-name <name>', `name of the artifacts (${DEFAULT_ARTIFACT_NAME})`),
    new Option('--days <number>', 'how far to look back (artifacts: 90; a folder: all)').argParser(
      wholeNumber(1, MAX_DAYS),
    ),
    new Option('--target <address|domain>', 'only entries that name the address, or an address of the domain'),
    new Option('--format <format>', 'form of the result').choices(FORMATS).default('text'),
    flag('--json', 'print the result as JSON, as --format json'),
    flag('--audit', 'ask the audit log of the tenant, by one query, who made the changes and when'),
    ...signInOptions(),
    ...cloudOptions(),
    ...inputOptions(['config']),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'Without a folder, reads the artifacts of --repository, else of the remote "origin". GitHub: GH_TOKEN, else the token of gh.',
    'An unknown cell is no change. The reports of a change are the latest with the value before, and the first with the value after.',
    `--audit signs in, and needs the application permission ${AUDIT_PERMISSION}. A query takes minutes to hours.`,
    'Records that name a mailbox by its alias or ID are found if the application may also run Get-Mailbox in Exchange Online.',
    'If the log does not have a change, only its two reports are known.',
    'Exit code: 0 if a report could be read, 1 if not, 2 for invalid options and for a mailbox that no report has.',
  ],
  run: async (parsed, { env, terminal }) => {
    const options = await configured(parsed.opts<HistoryOptions>(), INPUTS);
    if (options.audit) requireSignIn(parsed, options, env);
    const { withDispatcher } = await import('../../../http/dispatcher.ts');
    return withDispatcher(env, async (dispatcher) => {
      const { printHistory } = await import('./history.ts');
      return printHistory(parsed.args, options, { env, dispatcher, terminal });
    });
  },
};
