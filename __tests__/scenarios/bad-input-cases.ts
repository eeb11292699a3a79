import { inputVariable } from '../../src/run/input-readers.ts';
import type { ActionOptions } from '../support/action-run.ts';
import type { TestCredential } from '../support/credential.ts';

type Options = Pick<ActionOptions, 'inputs' | 'files' | 'env'>;

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

/** An input that action.yml does not have: the runner warns of it, and passes it. */
function formerInput(name: string, value: string): () => Options {
  return () => ({ env: { [inputVariable(name)]: value } });
}

function list(name: string, content: string): () => Options {
  return () => ({ inputs: { mailboxes: name }, files: { [name]: content } });
}

export const CASES: readonly Case[] = [
  { what: 'an empty pfx', options: input('pfx', ''), code: 'EMPTY', says: [/"pfx"/, /fork/, /secret/] },
  {
    what: 'neither a PFX nor an OIDC token',
    options: () => ({ inputs: { pfx: '', 'pfx-password': '' } }),
    code: 'INPUT_MISSING',
    says: [/"certificate"/, /"federated"/, /"managed-identity"/, /id-token: write/],
  },
  { what: 'no tenant', options: input('tenant-id', ''), code: 'INPUT_MISSING', says: [/"with:"/, /"config"/, /fork/] },
  {
    what: 'an endpoint that would get tokens without encryption',
    options: input('endpoints', 'graph=http://graph.example'),
    code: 'INPUT_INVALID',
    says: [/"endpoints"/, /https:/, /loopback/],
  },
  {
    what: 'two URLs of one service',
    options: input('endpoints', 'graph=https://a.example\ngraph=https://b.example'),
    code: 'INPUT_INVALID',
    says: [/"endpoints"/, /Remove one of the lines with "graph="/],
  },
  {
    what: 'an unknown endpoint',
    options: input('endpoints', 'smtp=https://smtp.example'),
    code: 'INPUT_INVALID',
    says: [/"endpoints"/, /authority, graph and exchange/],
  },
  {
    what: 'an endpoint in a file of the repository',
    options: () => ({ inputs: { config: 'own.yml' }, files: { 'own.yml': 'endpoints: graph=https://a.example\n' } }),
    code: 'CONFIG_FILE',
    says: [/"endpoints"/, /where tokens are sent/],
    place: { file: 'own.yml', line: '1', col: '1' },
  },
  {
    what: 'an input that was replaced',
    options: formerInput('csv-bom', 'false'),
    code: 'INPUT_INVALID',
    says: [/"csv-bom"/, /Use "csv" instead/],
  },
  {
    what: 'an input that was removed',
    options: formerInput('concurrency', '8'),
    code: 'INPUT_INVALID',
    says: [/"concurrency"/, /remove it/],
  },
  {
    what: 'a value that was replaced',
    options: input('unlisted', 'include'),
    code: 'INPUT_INVALID',
    says: [/"unlisted"/, /Use "mailboxes" instead: "all"/],
  },
  {
    what: 'a former name in a file',
    options: () => ({ inputs: { config: 'own.yml' }, files: { 'own.yml': 'cloud: global\nmailbox-column: UPN\n' } }),
    code: 'CONFIG_FILE',
    says: [/"mailbox-column"/, /Use "address-column" instead/],
    place: { file: 'own.yml', line: '2', col: '1' },
  },
  { what: 'a pfx that is not base64', options: input('pfx', 'P@ss: §'), code: 'NOT_BASE64', says: [/"pfx"/, /base64/] },
  {
    what: 'a pfx that was cut short',
    options: ({ pfx }) => ({ inputs: { pfx: pfx.slice(0, pfx.length / 2) } }),
    code: 'NOT_PFX',
    says: [/"pfx"/, /truncated/, /base64 -w0/],
  },
  {
    what: 'a client secret as pfx',
    options: input('pfx', 'abC8Q~Xy3abcdefghijklmnopqrstuvwxyz12345'),
    code: 'NOT_BASE64',
    says: [/"pfx"/, /client secret/, /certificate/],
  },
  {
    what: 'a path as pfx',
    options: input('pfx', './certificates/app.pfx'),
    code: 'NOT_BASE64',
    says: [/"pfx"/, /path/],
  },
  {
    what: 'a choice by another name',
    options: input('fail-on', 'none'),
    code: 'INPUT_INVALID',
    says: [/"fail-on"/, /Did you mean "never"\?/],
  },
  {
    what: 'several mistakes in a file with inputs',
    options: () => ({
      inputs: { config: 'own.yml' },
      files: { 'own.yml': 'tenantid: a.b\nmailbox: list.txt\npfx: abc\nfail-on: none\n' },
    }),
    code: 'CONFIG_FILE',
    says: [/4 mistakes/, /Line 1: "tenantid"/, /Line 2: "mailbox"/, /Line 3: .*"pfx"/, /Line 4: .*"none"/],
    place: { file: 'own.yml', line: '1', col: '1' },
  },
  {
    what: 'an address as list',
    options: input('mailboxes', 'adele@contoso.com'),
    code: 'LIST_NOT_FOUND',
    says: [/"adele@contoso.com" is an address/, /"mailboxes"/],
  },
  {
    what: 'a wrong password',
    options: input('pfx-password', 'Wr0ng-and-never-to-be-shown'),
    code: 'BAD_PASSWORD',
    says: [/"pfx-password"/],
  },
  {
    what: 'no list',
    options: input('mailboxes', ''),
    code: 'INPUT_MISSING',
    says: [/"all"/, /lists/, /with:/, /"config"/],
  },
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
