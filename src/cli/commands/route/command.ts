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
import { TABLE_FORMATS } from '../../row-output.ts';
import type { RouteOptions } from './route.ts';

export const route: Command = {
  name: 'route',
  group: 'Ask reports of earlier runs',
  usage: '<address> [report] [options]',
  description:
    'Print whose an address is, and where mail to it ends, from a downloaded report with "addresses", or from Exchange Online now.',
  sample: ['route info@contoso.com report.zip', 'shows whose an address is, and where mail to it ends'],
  arguments: {
    '<address>': 'an address of the tenant, or a part of addresses',
    '[report]': 'the artifact of a run: a zip, or the folder with its files (reads Exchange Online now)',
  },
  options: [
    new Option('--format <format>', 'csv: as addresses.csv, with inbox rules').choices(TABLE_FORMATS).default('text'),
    flag('--json', 'print the rows as JSON, as --format json'),
    ...signInOptions(),
    ...cloudOptions(),
    ...inputOptions(['config']),
  ],
  notes: [
    PASSWORD_HELP,
    CONFIG_HELP,
    'Inbox rules of the owner are possible ways, if the report has "inbox-rules" or the application has MailboxSettings.Read.',
    'Exit code: 0 if the address was found, 1 if its report could not be read, 2 for invalid options, for a report without addresses and for a text that is in no address.',
  ],
  run: async (parsed, context) => {
    const [address = '', report] = parsed.args;
    if (address.trim() === '') parsed.error('error: the address is blank');
    const given = parsed.opts<RouteOptions>();
    const options = report === undefined ? await configured(given, SIGN_IN_INPUTS) : given;
    if (report === undefined) requireSignIn(parsed, options, context.env);
    const { printRoute } = await import('./route.ts');
    return printRoute({ text: address.trim(), report, options }, context);
  },
};
