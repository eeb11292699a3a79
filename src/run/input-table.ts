import { CLOUDS } from '../auth/clouds.ts';
import { CREDENTIALS, CSV_DELIMITERS, FAIL_ON, SUMMARIES, UNLISTED_MODES } from './inputs.ts';

/**
 * The inputs of the report action as data: the options of the terminal program and the keys of `mailbox-report.yml` are made
 * from it, and a test compares it with action.yml. `--help` loads it, so it imports little.
 */
export interface InputSpec {
  /** What the runner passes if the workflow does not set the input. */
  readonly default: string;
  /** `list`: several values, separated by lines. `number`: in YAML also a number. */
  readonly kind: 'text' | 'number' | 'flag' | 'list';
  /** The only values. */
  readonly choices?: readonly string[];
  /** What the value is, for `--help`. */
  readonly value: string;
  readonly description: string;
  /** For editors. */
  readonly example?: string;
  /** Refused in `mailbox-report.yml`, with the reason. */
  readonly refused?: string;
  /** False: the terminal program has no such option, or one of its own. */
  readonly option?: false;
}

const SECRET = 'A secret does not belong in a file that is committed.';
const file = (description: string, example: string): InputSpec => text('file', description, { example });
const files = (description: string, more: Partial<InputSpec> = {}): InputSpec => ({
  default: '',
  kind: 'list',
  value: 'file...',
  description,
  ...more,
});
const text = (value: string, description: string, more: Partial<InputSpec> = {}): InputSpec => ({
  default: '',
  kind: 'text',
  value,
  description,
  ...more,
});
const choice = (choices: readonly [string, ...string[]], description: string): InputSpec => ({
  default: choices[0],
  kind: 'text',
  choices,
  value: choices.join('|'),
  description,
});

/** By name, in the order of action.yml. */
const TABLE: Readonly<Record<string, InputSpec>> = {
  'tenant-id': text('id', 'Directory (tenant) ID or a verified domain', { example: 'contoso.onmicrosoft.com' }),
  'client-id': text('id', 'Application (client) ID', { example: '00000000-0000-0000-0000-000000000000' }),
  credential: choice(CREDENTIALS, 'how the application signs in'),
  pfx: text('file', 'the PFX', { refused: SECRET, option: false }),
  'pfx-password': text('password', 'the password of the PFX', { refused: SECRET, option: false }),
  cloud: choice(CLOUDS, 'the cloud of the tenant'),
  'authority-host': text('url', "sign-in URL instead of the cloud's"),
  'graph-url': text('url', "URL of Microsoft Graph instead of the cloud's"),
  'exchange-url': text('url', "URL of Exchange Online instead of the cloud's"),
  mailboxes: files('mailbox lists, as paths or globs', { example: 'mailboxes.txt' }),
  'mailbox-column': text('name', 'column or key of the address', { example: 'UserPrincipalName' }),
  'mailbox-columns': text('names', 'columns of the list that every report carries', {
    kind: 'list',
    example: 'Department',
  }),
  config: text('file', 'file whose keys are inputs', { refused: 'A file cannot name another one.' }),
  report: files('reports, by name or file', { default: 'mailbox-settings', value: 'name...', example: 'inbox-rules' }),
  policy: file('policy file', 'policy.yml'),
  baseline: file('baseline.csv with known violations; needs a policy', 'baseline.csv'),
  'fail-on': choice(FAIL_ON, 'the violations that fail the run'),
  unlisted: choice(UNLISTED_MODES, 'mailboxes that the tenant has and the list lacks'),
  'internal-domains': text('domains', 'internal domains, separated by commas', {
    kind: 'list',
    example: 'contoso.com',
  }),
  'max-unreadable': text('number', 'mailboxes that may be unreadable: a number, or a percentage such as 2%', {
    default: '0',
    kind: 'number',
    example: '2%',
  }),
  compare: text('report', 'the earlier report: auto, required, off, or a folder or zip', { default: 'auto' }),
  'github-token': text('token', 'the token of the job', {
    default: '${{ github.token }}',
    refused: SECRET,
    option: false,
  }),
  shard: text('n/m', 'read only this share of the list, for example 2/8, for merge', { example: '2/8' }),
  'artifact-name': text('name', 'name of the workflow artifact', { default: 'mailbox-report', option: false }),
  'retention-days': text('number', 'days to keep the artifact', { kind: 'number', option: false }),
  'output-directory': text('folder', 'folder for the files', { example: 'mailbox-report' }),
  formats: text('formats', 'files in addition to CSV: html, json, sarif, junit, separated by commas', {
    default: 'html',
    kind: 'list',
    example: 'html,sarif',
  }),
  'csv-bom': text('true|false', 'whether CSV files start with a byte order mark', { default: 'true', kind: 'flag' }),
  'csv-delimiter': choice(CSV_DELIMITERS, 'delimiter of the CSV files'),
  summary: choice(SUMMARIES, 'the summary: counts names no mailbox'),
  concurrency: text('number', 'batches of 20 requests in flight, or auto', { default: 'auto', kind: 'number' }),
};

export const INPUTS: ReadonlyMap<string, InputSpec> = new Map(Object.entries(TABLE));

/** The variable in which the runner passes an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}
