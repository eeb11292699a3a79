import {
  artifactName,
  baselineFile,
  choice,
  cloudName,
  csvFormat,
  domains,
  earlierReport,
  entries,
  FAIL_ON,
  FAIL_ON_REHEARSAL,
  fileFormats,
  keptReport,
  mailboxes,
  maxUnreadable,
  optional,
  reportNames,
  restoredParts,
  retentionDays,
  shardOf,
  SUMMARIES,
  text,
  UNLISTED_MODES,
  wholeNumber,
  type Reader,
} from './input-readers.ts';
import { clientId, credential, tenantId } from './credential-readers.ts';
import { endpoints, type Endpoints } from './endpoint-reader.ts';

/** The actions of the repository. `report` is that of the root. */
export type ActionName = 'report' | 'validate' | 'merge' | 'remediate';

/**
 * An input. The types of the inputs, the options of the terminal program, the keys of `mailbox-report.yml` and their schema, the
 * settings in the log and docs/inputs.md come from it. A test compares it with each action.yml.
 */
export interface InputRow {
  /** Undefined: the input is part of the value of another one. */
  readonly read?: Reader<unknown>;
  readonly actions: readonly ActionName[];
  /** Like a text of a workflow. By default the first choice, else ''. */
  readonly default?: string;
  /** Of the actions where it differs. */
  readonly defaultOf?: Partial<Readonly<Record<ActionName, string>>>;
  /** For `--help` and editors. */
  readonly about: string;
  /** What the value is, for `--help`; `...`: several arguments. By default the choices. */
  readonly value?: string;
  /** For editors. */
  readonly example?: string;
  /** The page of `docs` about it. */
  readonly page?: string;
  /** Whether the log shows a value: each, or all but the default. By default none. */
  readonly log?: 'always' | 'set';
  /** True: it decides whether the step fails, so log and summary say if the file of `config` sets it. */
  readonly decides?: true;
  /** Without this other input it has no effect, so the log does not show it. */
  readonly with?: string;
  /** A secret is masked, has no default outside of workflows, and is refused in `mailbox-report.yml`. */
  readonly secret?: true;
  /** Refused in `mailbox-report.yml`, with the reason. */
  readonly refused?: string;
  /** False: the terminal program has no such option, or one of its own. */
  readonly option?: false;
}

export const DEFAULT_ARTIFACT_NAME = 'mailbox-report';

/** What the remediate action does. */
const MODES = ['plan', 'apply', 'undo'] as const;

const TRUTHS = ['true', 'false'] as const;

const MAX_CHANGES = 100_000;
/** A workflow run can be re-run for 30 days, and its artifacts are kept for at most 400. */
const MAX_AGE_HOURS = 9_600;

/** By name, in the order of action.yml; those that the report action lacks after them. */
const ROWS = {
  'tenant-id': {
    read: tenantId,
    actions: ['report', 'remediate'],
    about: 'Directory (tenant) ID or a verified domain',
    value: 'id',
    example: 'contoso.onmicrosoft.com',
    log: 'set',
  },
  'client-id': {
    read: clientId,
    actions: ['report', 'remediate'],
    about: 'Application (client) ID; managed-identity: of a user-assigned identity',
    value: 'id',
    example: '00000000-0000-0000-0000-000000000000',
    log: 'set',
  },
  credential: {
    read: credential,
    actions: ['report', 'remediate'],
    about: 'how the application signs in',
    page: 'setup.md',
    log: 'always',
  },
  pfx: { actions: ['report', 'remediate'], about: 'the PFX', value: 'file', secret: true, option: false },
  'pfx-password': {
    actions: ['report', 'remediate'],
    about: 'the password of the PFX',
    value: 'password',
    secret: true,
    option: false,
  },
  cloud: { read: cloudName, actions: ['report', 'remediate'], about: 'the cloud of the tenant' },
  mailboxes: {
    read: mailboxes,
    actions: ['report', 'validate', 'remediate'],
    about: 'all (every mailbox of the tenant), or mailbox lists, as paths or globs',
    value: 'all|file...',
    example: 'mailboxes.txt',
    page: 'setup.md#mailbox-list',
    log: 'set',
  },
  'address-column': {
    read: text,
    actions: ['report', 'validate', 'remediate'],
    about: 'column or key of the address',
    value: 'name',
    example: 'UserPrincipalName',
  },
  'extra-columns': {
    read: entries,
    actions: ['report', 'validate', 'remediate'],
    about: 'columns of the list that every report carries',
    value: 'names',
    example: 'Department',
    page: 'setup.md#columns-of-the-list',
    log: 'set',
  },
  config: {
    actions: ['report', 'validate', 'merge'],
    about: 'file whose keys are inputs',
    value: 'file',
    page: 'terminal.md#one-file-for-both',
    refused: 'A file cannot name another one.',
  },
  report: {
    read: reportNames,
    actions: ['report', 'validate', 'merge', 'remediate'],
    default: 'mailbox-settings',
    defaultOf: { validate: '', merge: '', remediate: '' },
    about: 'reports, by name or file',
    value: 'name...',
    example: 'inbox-rules',
    page: 'reports.md',
    log: 'always',
  },
  policy: {
    read: text,
    actions: ['report', 'validate', 'merge', 'remediate'],
    about: 'policy file',
    value: 'file',
    example: 'policy.yml',
    page: 'policy.md',
    log: 'set',
  },
  baseline: {
    read: baselineFile,
    actions: ['report', 'validate', 'merge', 'remediate'],
    about: 'baseline.csv with known violations; needs a policy',
    value: 'file',
    example: 'baseline.csv',
    page: 'policy.md#baseline',
    log: 'set',
  },
  'fail-on': {
    read: choice(FAIL_ON),
    actions: ['report', 'merge'],
    about: 'the violations that fail the run',
    page: 'policy.md#what-fails-the-step',
    log: 'always',
    with: 'policy',
    decides: true,
  },
  unlisted: {
    read: choice(UNLISTED_MODES),
    actions: ['report'],
    about: 'mailboxes that the tenant has and the list lacks',
    page: 'setup.md#mailboxes-that-the-list-lacks',
    log: 'set',
    decides: true,
  },
  'internal-domains': {
    read: domains,
    actions: ['report', 'remediate'],
    about: 'internal domains, separated by commas',
    value: 'domains',
    example: 'contoso.com',
    page: 'reports.md#inbox-rules',
  },
  'max-unreadable': {
    read: maxUnreadable,
    actions: ['report', 'merge', 'remediate'],
    default: 'auto',
    defaultOf: { remediate: '' },
    about:
      'mailboxes that may be unreadable: a number, a percentage such as 2%, or auto (0 if a rule can fail the step, else 2% and at least one)',
    value: 'number',
    example: '2%',
    log: 'always',
    decides: true,
  },
  compare: {
    read: earlierReport,
    actions: ['report', 'merge'],
    default: 'auto',
    about: 'the earlier report: auto, required, off, or a folder or zip',
    value: 'report',
    page: 'compare.md',
    log: 'always',
  },
  'github-token': {
    read: text,
    actions: ['report', 'validate', 'merge', 'remediate'],
    default: '${{ github.token }}',
    about: 'the token of the job',
    value: 'token',
    secret: true,
    option: false,
  },
  shard: {
    read: shardOf,
    actions: ['report'],
    about: 'read only this share of the list, for example 2/8, for merge',
    value: 'n/m',
    example: '2/8',
    page: 'limits.md#shards',
    log: 'set',
  },
  'artifact-name': {
    read: artifactName,
    actions: ['report', 'validate', 'merge', 'remediate'],
    default: DEFAULT_ARTIFACT_NAME,
    defaultOf: { remediate: 'mailbox-remediation' },
    about: 'name of the workflow artifact',
    value: 'name',
    log: 'set',
    option: false,
  },
  'retention-days': {
    read: retentionDays,
    actions: ['report', 'merge', 'remediate'],
    about: 'days to keep the artifact',
    value: 'number',
    option: false,
  },
  'output-directory': {
    read: text,
    actions: ['report', 'merge', 'remediate'],
    about: 'folder for the files',
    value: 'folder',
    example: 'mailbox-report',
  },
  formats: {
    read: fileFormats,
    actions: ['report', 'merge'],
    default: 'html',
    about: 'files in addition to CSV: html, json, sarif, junit, separated by commas',
    value: 'formats',
    example: 'html,sarif',
    page: 'outputs.md',
  },
  csv: {
    read: csvFormat,
    actions: ['report', 'merge', 'remediate'],
    about: 'form of the CSV files: plain has no byte order mark',
    page: 'outputs.md#the-csv',
  },
  summary: {
    read: choice(SUMMARIES),
    actions: ['report', 'validate', 'merge', 'remediate'],
    about: 'the summary: counts names no mailbox',
  },
  endpoints: {
    read: endpoints,
    actions: ['report', 'remediate'],
    about: "URLs instead of the cloud's: authority=URL, graph=URL, exchange=URL",
    value: 'name=url...',
    log: 'always',
    refused:
      'A committed file must not decide where tokens are sent. Set it as an input of the action, or as an option.',
  },
  'max-age': {
    read: optional(wholeNumber(MAX_AGE_HOURS)),
    actions: ['merge'],
    about: 'hours that the shards may be apart',
    value: 'hours',
    page: 'limits.md#shards',
    log: 'set',
  },
  rehearse: {
    read: keptReport,
    actions: ['validate'],
    default: 'off',
    about: 'judge the rows of a report by the policy: auto (the newest artifact), off, or a folder or zip',
    value: 'report',
    page: 'policy.md#rehearsal',
    option: false,
  },
  'base-policy': {
    read: text,
    actions: ['validate'],
    about: 'policy that a rehearsal compares with',
    value: 'file',
    page: 'policy.md#rehearsal',
    option: false,
  },
  'fail-on-rehearsal': {
    read: choice(FAIL_ON_REHEARSAL),
    actions: ['validate'],
    about: 'new: new violations of a rehearsal fail the step',
    page: 'policy.md#rehearsal',
    option: false,
  },
  mode: {
    read: choice(MODES),
    actions: ['remediate'],
    about: 'what to do',
    page: 'remediation.md',
    log: 'always',
    option: false,
  },
  'plan-file': {
    read: text,
    actions: ['remediate'],
    about: 'the approved plan.json, in this folder; of an undo, by default a new plan',
    value: 'file',
    log: 'set',
  },
  'plan-digest': {
    read: text,
    actions: ['remediate'],
    about: 'digest of the approved plan, instead of a confirmation at the terminal',
    value: 'digest',
  },
  'undo-file': {
    read: text,
    actions: ['remediate'],
    about: 'the undo.json of the apply that is changed back, in this folder, without list and policy',
    value: 'file',
    log: 'set',
  },
  restore: {
    read: text,
    actions: ['remediate'],
    about: 'an earlier report, a folder or zip: bring the mailboxes back to it, also without a policy',
    value: 'report',
    page: 'remediation.md#8-restore',
    log: 'set',
  },
  only: {
    read: restoredParts,
    actions: ['remediate'],
    about: 'what to restore: rights, settings, rules, or several of them; all by default',
    value: 'parts...',
    page: 'remediation.md#8-restore',
    log: 'set',
    with: 'restore',
  },
  'auto-mapping': {
    read: choice(TRUTHS),
    actions: ['remediate'],
    about: 'whether Full Access that is given back maps in Outlook, decided when the plan is made',
    page: 'remediation.md#7-undo',
    log: 'set',
  },
  'max-changes': {
    read: optional(wholeNumber(MAX_CHANGES)),
    actions: ['remediate'],
    about: 'change nothing if there are more changes (50; of an undo, its entries)',
    value: 'number',
    log: 'set',
  },
  'max-failures': {
    read: wholeNumber(MAX_CHANGES),
    actions: ['remediate'],
    default: '5',
    about: 'stop after so many changes that failed or are not verified',
    value: 'number',
    log: 'always',
  },
  limit: {
    read: optional(wholeNumber(MAX_CHANGES)),
    actions: ['remediate'],
    about: 'apply only the changes of so many mailboxes',
    value: 'mailboxes',
    log: 'set',
  },
} satisfies Readonly<Record<string, InputRow>>;

export const INPUTS: ReadonlyMap<string, InputRow> = new Map<string, InputRow>(Object.entries(ROWS));

/** The inputs of an action, by name. */
export function inputsOf(action: ActionName): readonly (readonly [name: string, row: InputRow])[] {
  return [...INPUTS].filter(([, { actions }]) => actions.includes(action));
}

/** What an input is if the step does not set it. */
export function defaultOf(
  { default: defaultValue, defaultOf: actionDefaults, read }: InputRow,
  action: ActionName = 'report',
): string {
  return actionDefaults?.[action] ?? defaultValue ?? read?.choices?.[0] ?? '';
}

type Rows = typeof ROWS;

type CamelCase<S extends string> = S extends `${infer Start}-${infer Rest}`
  ? `${Start}${Capitalize<CamelCase<Rest>>}`
  : S;

/** The values of the inputs that all of these actions have: `maxUnreadable` is what the reader of `max-unreadable` returns. */
export type ValuesOf<A extends ActionName> = {
  readonly [
    N in keyof Rows as [A] extends [Rows[N]['actions'][number]]
      ? Rows[N] extends { readonly read: unknown }
        ? CamelCase<N>
        : never
      : never
  ]: Rows[N] extends { readonly read: Reader<infer T> } ? T : never;
};

/** The inputs that decide what becomes of the rows: of the report action, and of the merge action. */
export type OutputInputs = ValuesOf<'report' | 'merge'>;

/** The validated inputs of the report action. */
export type ReportInputs = Endpoints & ValuesOf<'report'>;
