import { clouds, type Cloud, type CloudEndpoints } from '../auth/clouds.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { internalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';
import { MAX_SHARDS, type Shard } from '../mailboxes/shard.ts';
import { choice, entries, flag, invalid, lines, raw, required, text, url, wholeNumber } from './input-values.ts';
import type { CsvDelimiter } from '../text/csv.ts';

/** How many mailboxes may stay unreadable before the step fails. */
export type MaxUnreadable =
  { readonly kind: 'count'; readonly most: number } | { readonly kind: 'percent'; readonly most: number };

/** Which earlier report a run is compared with: the latest run's, if possible; that or a failure; none; or a path's. */
export type CompareInput =
  { readonly kind: 'auto' | 'required' | 'off' } | { readonly kind: 'path'; readonly path: string };

/** The input `compare`, as it is written. */
export function compareText(compare: CompareInput): string {
  return compare.kind === 'path' ? compare.path : compare.kind;
}

type SummaryMode = 'full' | 'counts' | 'none';

/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
export type FailOn = 'error' | 'warning' | 'never';

/** What to do about mailboxes that the tenant has and the list lacks. */
export type UnlistedMode = 'ignore' | 'warn' | 'fail' | 'include';

/** How the action signs in. `pfx` and `pfxPassword` are secret and must be masked first. */
type CredentialInputs =
  | { readonly kind: 'certificate'; readonly pfx: string; readonly pfxPassword: string }
  /** `audience`: of the OIDC token from GitHub, by cloud. */
  | { readonly kind: 'federated'; readonly audience: string };

/** The inputs that decide what becomes of the rows: of the report action, and of the merge action. */
export interface OutputInputs {
  /** Path of a policy file in the workspace. */
  readonly policy: string | undefined;
  /** Path of a `baseline.csv` in the workspace; only with a policy. */
  readonly baseline: string | undefined;
  readonly failOn: FailOn;
  readonly maxUnreadable: MaxUnreadable;
  /** Which earlier report this run is compared with. */
  readonly compare: CompareInput;
  /** Secret. Undefined: no requests to GitHub's API. */
  readonly githubToken: string | undefined;
  /** Undefined: nothing is uploaded. */
  readonly artifactName: string | undefined;
  readonly retentionDays: number | undefined;
  /** Undefined: a new folder under RUNNER_TEMP. */
  readonly outputDirectory: string | undefined;
  /** Names of file formats, which `requireFormats` checks. CSV is always written. */
  readonly formats: readonly string[];
  readonly csvBom: boolean;
  readonly csvDelimiter: CsvDelimiter;
  readonly summary: SummaryMode;
}

/** The validated inputs of the report action. */
export interface ReportInputs extends OutputInputs {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: CredentialInputs;
  readonly cloud: Cloud;
  /** Without a trailing slash. */
  readonly authorityHost: string;
  readonly graphUrl: string;
  /** Exchange Online's admin API, without a trailing slash. */
  readonly exchangeUrl: string;
  /** Paths and globs: at least one, unless `unlisted` is `include`. */
  readonly mailboxes: readonly string[];
  readonly mailboxColumn: string | undefined;
  /** Names of built-in reports and paths of report files, at least one. */
  readonly report: readonly string[];
  readonly unlisted: UnlistedMode;
  /** Undefined: the domains of the list that the tenant confirms, or the accepted domains of Exchange Online. */
  readonly internalDomains: InternalDomains | undefined;
  /** The share of the list to read. Undefined: the whole list. */
  readonly shard: Shard | undefined;
  readonly concurrency: number | 'auto';
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
export const MAX_CONCURRENCY = 256;
export const MAX_RETENTION_DAYS = 400;
export const DEFAULT_ARTIFACT_NAME = 'mailbox-report';
const MAX_ARTIFACT_NAME_BYTES = 200;

/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
export function readReportInputs(env: Environment, listRequired = true): ReportInputs {
  const tenantId = identifier(env, 'tenant-id', /* domain allowed */ true);
  const clientId = identifier(env, 'client-id', false);
  const cloud = choice<Cloud>(env, 'cloud', ['global', 'usgov', 'usgov-dod', 'china']);
  const endpoints = clouds[cloud];
  const unlisted = choice<UnlistedMode>(env, 'unlisted', ['ignore', 'warn', 'fail', 'include']);
  if (unlisted !== 'ignore' && text(env, 'shard') !== undefined) {
    throw invalid('unlisted', unlisted, 'A shard reads a share of the list: use "ignore" with "shard".');
  }
  if (listRequired && unlisted !== 'include') required(env, 'mailboxes');
  return {
    tenantId,
    clientId,
    credential: credential(env, endpoints),
    cloud,
    authorityHost: url(env, 'authority-host', clouds.global.authorityHost) ?? endpoints.authorityHost,
    graphUrl: url(env, 'graph-url', clouds.global.graphUrl) ?? endpoints.graphUrl,
    exchangeUrl: url(env, 'exchange-url', clouds.global.exchangeUrl) ?? endpoints.exchangeUrl,
    mailboxes: lines(env, 'mailboxes'),
    mailboxColumn: text(env, 'mailbox-column'),
    report: reports(env),
    unlisted,
    internalDomains: internalDomainsInput(env),
    ...outputInputs(env),
    shard: shard(env),
    concurrency: concurrency(env),
  };
}

/** Reads the inputs that decide what becomes of the rows. Throws a UserError `INPUT_INVALID` or `INPUT_MISSING`. */
export function outputInputs(env: Environment): OutputInputs {
  return {
    policy: text(env, 'policy'),
    baseline: baseline(env),
    failOn: choice<FailOn>(env, 'fail-on', ['error', 'warning', 'never']),
    maxUnreadable: maxUnreadable(env),
    compare: compare(env),
    githubToken: text(env, 'github-token'),
    artifactName: artifactName(env),
    retentionDays: retentionDays(env),
    outputDirectory: text(env, 'output-directory'),
    formats: formats(env),
    csvBom: flag(env, 'csv-bom', true),
    csvDelimiter: choice(env, 'csv-delimiter', [',', ';']),
    summary: choice(env, 'summary', ['full', 'counts', 'none']),
  };
}

/** The input `baseline`. Throws a UserError `INPUT_MISSING` without a policy. */
export function baseline(env: Environment): string | undefined {
  const file = text(env, 'baseline');
  if (file === undefined || text(env, 'policy') !== undefined) return file;
  throw new UserError('INPUT_MISSING', 'The input "baseline" is set, but "policy" is empty.', {
    hint: 'Set "policy" to the policy file whose violations the baseline has, or remove "baseline".',
  });
}

function credential(env: Environment, { audience }: CloudEndpoints): CredentialInputs {
  const kind = choice(env, 'credential', ['certificate', 'federated']);
  if (kind === 'federated') return { kind, audience };
  return { kind, pfx: required(env, 'pfx'), pfxPassword: raw(env, 'pfx-password') ?? '' };
}

function identifier(env: Environment, name: string, domainAllowed: boolean): string {
  const value = required(env, name);
  if (GUID.test(value) || (domainAllowed && DOMAIN.test(value))) return value;
  const wanted = domainAllowed
    ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
    : 'the Application (client) ID';
  throw new UserError('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
    hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
  });
}

/** One a line, since a path may contain a comma. */
function reports(env: Environment): readonly string[] {
  const given = lines(env, 'report');
  return given.length > 0 ? given : ['mailbox-settings'];
}

/** The report page by default. */
function formats(env: Environment): readonly string[] {
  const given = entries(env, 'formats');
  return given.length === 0 ? ['html'] : given;
}

function internalDomainsInput(env: Environment): InternalDomains | undefined {
  const given = entries(env, 'internal-domains');
  return given.length > 0 ? internalDomains(given) : undefined;
}

function maxUnreadable(env: Environment): MaxUnreadable {
  const value = text(env, 'max-unreadable') ?? '0';
  const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(value) ?? [];
  const most = Number(digits);
  const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
  if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
    throw invalid('max-unreadable', value, hint);
  }
  return { kind: percent === '%' ? 'percent' : 'count', most };
}

function compare(env: Environment): CompareInput {
  const value = text(env, 'compare') ?? 'auto';
  const word = value.toLowerCase();
  return word === 'auto' || word === 'required' || word === 'off' ? { kind: word } : { kind: 'path', path: value };
}

/** Characters that GitHub refuses in the name of an artifact. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;

/** An empty input uploads nothing. Outside a runner, the input is undefined and has its default. */
function artifactName(env: Environment): string | undefined {
  const given = raw(env, 'artifact-name');
  const value = given === undefined ? DEFAULT_ARTIFACT_NAME : given.trim();
  if (NOT_IN_ARTIFACT_NAMES.test(value)) {
    throw invalid('artifact-name', value, 'GitHub refuses the characters " * / : < > ? \\ | in it.');
  }
  // The report page is a file with this name.
  if (Buffer.byteLength(value) > MAX_ARTIFACT_NAME_BYTES) {
    throw invalid('artifact-name', value, `The maximum is ${MAX_ARTIFACT_NAME_BYTES} bytes.`);
  }
  return value === '' ? undefined : value;
}

function retentionDays(env: Environment): number | undefined {
  const value = text(env, 'retention-days');
  if (value === undefined || value === '0') return undefined;
  return wholeNumber('retention-days', value, MAX_RETENTION_DAYS);
}

/** A shard without an artifact would be read for nothing. */
function shard(env: Environment): Shard | undefined {
  const value = text(env, 'shard');
  if (value === undefined) return undefined;
  const [, digits, total] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(value) ?? [];
  const [number, of] = [Number(digits), Number(total)];
  if (!(number >= 1 && number <= of && of <= MAX_SHARDS)) {
    throw invalid('shard', value, `Use n/m, such as 2/8: n from 1 to m, and m at most ${MAX_SHARDS}.`);
  }
  if (artifactName(env) === undefined) {
    throw new UserError('INPUT_INVALID', 'The input "shard" requires an artifact, and "artifact-name" is empty.', {
      hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
    });
  }
  return { number, of };
}

function concurrency(env: Environment): number | 'auto' {
  const value = text(env, 'concurrency') ?? 'auto';
  return value.toLowerCase() === 'auto' ? 'auto' : wholeNumber('concurrency', value, MAX_CONCURRENCY, '"auto" or ');
}
