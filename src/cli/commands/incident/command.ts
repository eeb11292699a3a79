import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import type { Command } from '../../command.ts';
import { configured } from '../../config-options.ts';
import {
  cloudOptions,
  CONFIG_HELP,
  flag,
  inputOptions,
  isoDate,
  PASSWORD_HELP,
  requireSignIn,
  SIGN_IN_INPUTS,
  signInOptions,
} from '../../options.ts';
import { DAY_MS } from '../../../text/numbers.ts';
import type { IncidentOptions } from './incident.ts';

/** What the command takes of mailbox-report.yml, whose output directory is for reports. */
const INPUTS = [...SIGN_IN_INPUTS, 'artifact-name'];

export const incident: Command = {
  name: 'incident',
  group: 'Ask reports of earlier runs',
  usage: '<address> [folder] [options]',
  description:
    'Answer what was done to a mailbox that may be taken over: since when, by whom, who else, and what to do. Nothing is changed.',
  sample: [
    'incident adele@contoso.com reports',
    'answers what was done to a mailbox, since when, by whom, and what to do',
  ],
  arguments: {
    '<address>': 'an address, user principal name, alias or object ID',
    '[folder]': 'a folder with reports: rows files, or the zips or folders of artifacts',
  },
  options: [
    new Option('--repository <owner/repo>', 'read the artifacts of its default branch; a folder keeps them'),
    new Option('--artifact-name <name>', `name of the artifacts (${DEFAULT_ARTIFACT_NAME})`),
    new Option('--since <date>', 'what happened before is usual (before the first trace in kept reports)').argParser(
      startOf,
    ),
    new Option('--no-audit', 'do not search the audit log, which takes minutes to hours'),
    new Option(
      '--output-directory <folder>',
      'where the files are written (a new folder with the address and the time)',
    ),
    flag('--json', 'print the result as JSON'),
    ...signInOptions(),
    ...cloudOptions(),
    ...inputOptions(['config']),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'Without a folder, reads the artifacts of --repository, else of the remote "origin". GitHub: GH_TOKEN, else the token of gh.',
    'A question that cannot be answered is unknown, and names the permission, license or retention that is missing. "setup --incident" registers an application with all permissions.',
    'The files have sign-ins of a person: do not upload them as an artifact.',
    'Exit code: 0 if all answers are no, 1 if one is yes, 3 if none is yes and one is unknown, 2 for invalid options and other errors.',
  ],
  errorExitCode: 2,
  run: async (parsed, context) => {
    const options = await configured(parsed.opts<IncidentOptions>(), INPUTS);
    requireSignIn(parsed, options, context.env);
    const [address = '', folder] = parsed.args;
    if (address.trim() === '') parsed.error('error: the address is blank');
    const { incidentAtTerminal } = await import('./incident.ts');
    return incidentAtTerminal({ address: address.trim(), folder }, options, context);
  },
};

/** Parses a date. A day means its start. */
function startOf(text: string): Date {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(isoDate(text).getTime() - (DAY_MS - 1_000)) : isoDate(text);
  if (date.getTime() > Date.now()) throw new InvalidArgumentError('The date is in the future.');
  return date;
}
