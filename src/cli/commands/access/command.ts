import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { flag } from '../../options.ts';
import { TABLE_FORMATS, type TableFormat } from '../../row-output.ts';

/** The options of `access`. */
interface AccessOptions {
  readonly mailbox?: string | true;
  readonly application?: string;
  readonly format: TableFormat;
  readonly json: boolean;
}

export const access: Command = {
  name: 'access',
  group: 'Ask reports of earlier runs',
  usage: '<report> [address...] [options]',
  description:
    'Print what somebody or an application can open, or who can open a mailbox, from a downloaded report with "access" or "applications".',
  sample: [
    'access report.zip adele@contoso.com',
    'shows what somebody can open, or with --mailbox who can open a mailbox',
  ],
  arguments: {
    '<report>': 'the artifact of a run: a zip, or the folder with its files',
    '[address...]': 'the user principal name of somebody, and other addresses of the same person',
  },
  options: [
    new Option(
      '--mailbox [address]',
      'the address is that of a mailbox: print people and applications that can open it',
    ),
    new Option('--application <name>', 'print what an application reaches, by its name or ID'),
    new Option('--format <format>', 'csv: as access.csv').choices(TABLE_FORMATS).default('text'),
    flag('--json', 'print the rows as JSON, as --format json'),
  ],
  notes: [
    'Mailboxes that were not read, and groups whose members are not known, are notes on standard error.',
    'Exit code: 0 if the report could be read, 1 if not, 2 for invalid options, and for a mailbox or an application that the report does not have, and for an address that is probably mistyped.',
  ],
  run: async (parsed, { terminal }) => {
    const [report = '', ...persons] = parsed.args;
    const { mailbox, application, json, format } = parsed.opts<AccessOptions>();
    const addresses = typeof mailbox === 'string' ? [...persons, mailbox] : persons;
    if (application !== undefined && (addresses.length > 0 || mailbox !== undefined)) {
      parsed.error("error: '--application' cannot be used with addresses");
    }
    if (addresses.length === 0 && application === undefined) {
      parsed.error("error: missing the address of a person, or of '--mailbox <address>'");
    }
    const { printAccess } = await import('./access.ts');
    const ofMailbox = mailbox !== undefined;
    const request = { report, addresses, ofMailbox, application, format: json ? 'json' : format } as const;
    return printAccess(request, process.cwd(), terminal);
  },
};
