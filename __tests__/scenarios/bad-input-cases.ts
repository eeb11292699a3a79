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
  { what: 'no list', options: input('mailboxes', ''), code: 'INPUT_MISSING', says: [/"mailboxes"/, /with:/] },
  {
    what: 'a missing list',
    options: input('mailboxes', 'mailbox.txt'),
    code: 'LIST_NOT_FOUND',
    says: [/"mailboxes"/, /mailbox\.txt/, /Did you mean mailboxes\.txt\?/],
  },
  {
    what: 'a line that is no address',
    options: list('some.txt', 'adele@contoso.com\nAdele Vance\n'),
    code: 'ADDRESS_MALFORMED',
    says: [/some\.txt, line 2/, /"Adele Vance"/],
    place: { file: 'some.txt', line: '2' },
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
];
