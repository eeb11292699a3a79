import type { ActionOptions } from '../support/action-run.ts';
import type { TestCredential } from '../support/credential.ts';

type Options = Pick<ActionOptions, 'inputs' | 'files'>;

/** A mistake in the inputs or in a list, and the expected error. */
export interface Case {
  readonly what: string;
  readonly options: (credential: TestCredential) => Options;
  readonly code: string;
  /** The expected text of the only annotation: the name of the input, and the correction. */
  readonly says: readonly RegExp[];
  readonly place?: Readonly<Record<string, string>>;
}

function input(name: string, value: string): () => Options {
  return () => ({ inputs: { [name]: value } });
}

function list(name: string, content: string): () => Options {
  return () => ({ inputs: { mailboxes: name }, files: { [name]: content } });
}

export const CASES: readonly Case[] = [
  { what: 'an empty pfx', options: input('pfx', ''), code: 'EMPTY', says: [/"pfx"/, /fork/, /secret/] },
  { what: 'a pfx that is not base64', options: input('pfx', 'P@ss: §'), code: 'NOT_BASE64', says: [/"pfx"/, /base64/] },
  {
    what: 'a pfx that was cut short',
    options: ({ pfx }) => ({ inputs: { pfx: pfx.slice(0, pfx.length / 2) } }),
    code: 'NOT_PFX',
    says: [/"pfx"/, /truncated/, /base64 -w0/],
  },
  {
    what: 'a wrong password',
    options: input('pfx-password', 'Wr0ng-and-never-to-be-shown'),
    code: 'BAD_PASSWORD',
    says: [/"pfx-password"/],
  },
  {
    what: 'a tenant-id that is no id',
    options: input('tenant-id', 'our tenant'),
    code: 'INPUT_INVALID',
    says: [/"tenant-id"/, /Directory \(tenant\) ID/],
  },
  { what: 'no list', options: input('mailboxes', ''), code: 'INPUT_MISSING', says: [/"mailboxes"/, /with:/] },
  {
    what: 'a missing list',
    options: input('mailboxes', 'mailbox.txt'),
    code: 'LIST_NOT_FOUND',
    says: [/"mailboxes"/, /mailbox\.txt/, /Did you mean mailboxes\.txt\?/],
  },
  {
    what: 'an empty list',
    options: list('none.txt', '# nobody yet\n'),
    code: 'LIST_EMPTY',
    says: [/"mailboxes"/, /none\.txt/, /at least one address/],
    place: { file: 'none.txt' },
  },
  {
    what: 'a list without an address column',
    options: list('staff.csv', 'Name,Office\nAdele,Berlin\n'),
    code: 'LIST_NO_COLUMN',
    says: [/Name/, /Office/, /"mailbox-column"/],
    place: { file: 'staff.csv', line: '1' },
  },
  {
    what: 'a line that is no address',
    options: list('some.txt', 'adele@contoso.com\nAdele Vance\n'),
    code: 'ADDRESS_MALFORMED',
    says: [/some\.txt, line 2/, /"Adele Vance"/],
    place: { file: 'some.txt', line: '2' },
  },
  {
    what: 'http: beyond loopback',
    options: input('graph-url', 'http://graph.microsoft.com'),
    code: 'INPUT_INVALID',
    says: [/"graph-url"/, /https:/],
  },
  {
    what: 'an unknown report',
    options: input('report', 'mailbox-setings'),
    code: 'INPUT_INVALID',
    says: [/"report"/, /"mailbox-setings"/, /mailbox-settings/],
  },
  {
    what: 'a report file that is not there',
    options: input('report', 'reports/categories.yml'),
    code: 'REPORT_FILE',
    says: [/reports\/categories\.yml/, /"report"/],
  },
  {
    what: 'a report file with a cmdlet that writes, an identity and a column that is not selected',
    options: () => ({
      inputs: { report: 'rules.yml' },
      files: {
        'rules.yml':
          'name: rules\nsource: exchange\nrequest:\n  cmdlet: Remove-InboxRule\n  parameters: { Identity: "" }\n' +
          '  select: [Name]\ncolumns: { Rule: Nam }\n',
      },
    }),
    code: 'REPORT_FILE',
    says: [/"Remove-InboxRule"/, /Reports can use these cmdlets, which only read/],
    place: { file: 'rules.yml', line: '4', col: '11' },
  },
  {
    what: 'a report file with a parameter and a column that are misspelt',
    options: () => ({
      inputs: { report: 'rules.yml' },
      files: {
        'rules.yml':
          'name: rules\nsource: exchange\nrequest:\n  cmdlet: Get-InboxRule\n  parameters: { IncludeHiden: true }\n' +
          '  select: [Name]\nrows: value\ncolumns: { Rule: Nam }\n',
      },
    }),
    code: 'REPORT_FILE',
    says: [/"IncludeHiden".*1 more problem/, /Did you mean "IncludeHidden"\?/],
    place: { file: 'rules.yml', line: '5', col: '17' },
  },
  {
    what: 'http: to Exchange Online beyond loopback',
    options: () => ({ inputs: { 'exchange-url': 'http://outlook.office365.com', report: 'client-access' } }),
    code: 'INPUT_INVALID',
    says: [/"exchange-url"/, /https:/],
  },
  {
    what: 'max-unreadable that is no number',
    options: input('max-unreadable', 'some'),
    code: 'INPUT_INVALID',
    says: [/"max-unreadable"/, /"some"/, /2%/],
  },
];
