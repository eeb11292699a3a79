import { CLOUDS, clouds, type Cloud, type CloudEndpoints } from '../auth/clouds.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { isConfidential } from '../http/secure-url.ts';
import { isGuid } from '../json.ts';
import { internalDomains } from '../mailboxes/internal-domains.ts';
import { MAX_SHARDS, type Shard } from '../mailboxes/shard.ts';
import { builtInReports } from '../reports/built-in.ts';
import { isReportFile } from '../reports/choose.ts';
import {
  CREDENTIALS,
  CSV_DELIMITERS,
  DEFAULT_ARTIFACT_NAME,
  FAIL_ON,
  FORMATS,
  MAX_CONCURRENCY,
  MAX_RETENTION_DAYS,
  SUMMARIES,
  UNLISTED_MODES,
  type CompareInput,
  type CredentialInputs,
  type Format,
  type MaxUnreadable,
  type OutputInputs,
  type ReportInputs,
} from './inputs.ts';
import { inputVariable } from './input-table.ts';

// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on). `core.getInput` gives other messages, and has
// neither choices nor numbers.

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const MAX_ARTIFACT_NAME_BYTES = 200;

/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
export function readReportInputs(env: Environment, listRequired = true): ReportInputs {
  const cloud = cloudOf(env);
  const endpoints = clouds[cloud];
  const signIn = credential(env, endpoints);
  const isOptional = signIn.kind === 'managed-identity' || signIn.kind === 'access-token';
  const tenantId = isOptional ? optionalId(env, 'tenant-id') : identifier(env, 'tenant-id', /* domain allowed */ true);
  const clientId = isOptional ? optionalId(env, 'client-id') : identifier(env, 'client-id', false);
  const exchangeUrl = url(env, 'exchange-url', clouds.global.exchangeUrl);
  const unlisted = choice(env, 'unlisted', UNLISTED_MODES);
  if (unlisted !== 'ignore' && text(env, 'shard') !== undefined) {
    throw invalid('unlisted', unlisted, 'A shard reads a share of the list: use "ignore" with "shard".');
  }
  const reports = lines(env, 'report').flatMap(reportEntries);
  const domains = entries(env, 'internal-domains');
  if (listRequired && unlisted !== 'include') required(env, 'mailboxes');
  return {
    tenantId,
    clientId,
    credential: signIn,
    cloud,
    authorityHost: url(env, 'authority-host', clouds.global.authorityHost) ?? endpoints.authorityHost,
    graphUrl: url(env, 'graph-url', clouds.global.graphUrl) ?? endpoints.graphUrl,
    exchangeUrl: exchangeUrl ?? endpoints.exchangeUrl,
    exchangeAudience: exchangeUrl ?? endpoints.exchangeAudience,
    mailboxes: lines(env, 'mailboxes'),
    mailboxColumn: text(env, 'mailbox-column'),
    mailboxColumns: entries(env, 'mailbox-columns'),
    report: reports.length > 0 ? reports : ['mailbox-settings'],
    unlisted,
    internalDomains: domains.length > 0 ? internalDomains(domains) : undefined,
    ...outputInputs(env),
    shard: shardInput(env),
    concurrency: concurrency(env),
  };
}

/** The names by which Microsoft calls the clouds. */
const CLOUD_NAMES: readonly (readonly [pattern: RegExp, name: string, cloud: Cloud])[] = [
  [/dod/, 'DoD', 'usgov-dod'],
  [/high|^(?:azure)?(?:us)?(?:gov|government|usgovernment)$/, 'GCC High', 'usgov'],
  [/gcc|public|commercial|worldwide|^azure(?:cloud)?$/, 'GCC, as the worldwide cloud,', 'global'],
  [/21vianet|chinacloud|^cn$/, '21Vianet', 'china'],
];

function cloudOf(env: Environment): Cloud {
  const value =
    text(env, 'cloud')
      ?.toLowerCase()
      .replace(/[\s_-]/g, '') ?? '';
  const isKnown = CLOUDS.some((name) => name === text(env, 'cloud')?.toLowerCase());
  const [, name, cloud] = CLOUD_NAMES.find(([pattern]) => pattern.test(value)) ?? [];
  if (isKnown || cloud === undefined) return choice(env, 'cloud', CLOUDS);
  throw invalid('cloud', text(env, 'cloud') ?? '', `${name} is "${cloud}".`);
}

/** Reads the inputs that decide what becomes of the rows. Throws a UserError `INPUT_INVALID` or `INPUT_MISSING`. */
export function outputInputs(env: Environment): OutputInputs {
  return {
    policy: text(env, 'policy'),
    baseline: baseline(env),
    failOn: choice(env, 'fail-on', FAIL_ON),
    maxUnreadable: maxUnreadable(env),
    compare: compare(env),
    githubToken: text(env, 'github-token'),
    artifactName: artifactName(env),
    retentionDays: retentionDays(env),
    outputDirectory: text(env, 'output-directory'),
    formats: formats(env),
    csvBom: flag(env, 'csv-bom', true),
    csvDelimiter: choice(env, 'csv-delimiter', CSV_DELIMITERS),
    summary: choice(env, 'summary', SUMMARIES),
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
  const variable = text(env, 'access-token-env');
  if (variable !== undefined) return { kind: 'access-token', variable, token: env[variable]?.trim() ?? '' };
  const kind = choice(env, 'credential', CREDENTIALS);
  if (kind === 'managed-identity') return { kind };
  if (kind === 'federated') {
    const [assertionEnv, serviceConnection] = [text(env, 'assertion-env'), text(env, 'service-connection')];
    return { kind, audience, assertionEnv, serviceConnection };
  }
  return { kind, pfx: required(env, 'pfx'), pfxPassword: raw(env, 'pfx-password') ?? '' };
}

function identifier(env: Environment, name: string, domainAllowed: boolean): string {
  const value = required(env, name);
  if (isGuid(value) || (domainAllowed && DOMAIN.test(value))) return value;
  const wanted = domainAllowed
    ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
    : 'the Application (client) ID';
  throw new UserError('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
    hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
  });
}

/** An ID that is compared with that of a token, or '' if any will do. */
function optionalId(env: Environment, name: string): string {
  const value = text(env, name) ?? '';
  if (value === '' || isGuid(value)) return value;
  throw invalid(name, value, 'With this credential, use the ID, not a domain, or leave it empty.');
}

/** The report page by default. */
function formats(env: Environment): readonly Format[] {
  const names = entries(env, 'formats');
  return names.length === 0 ? ['html'] : names.map((name) => oneOf('formats', name, FORMATS));
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

/** The input `shard`. Throws the UserError `INPUT_INVALID`, also for one without an artifact, which would be read for nothing. */
export function shardInput(env: Environment): Shard | undefined {
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

const SECRET_INPUTS: readonly string[] = ['pfx', 'pfx-password', 'github-token'];

/** With which CIs and hosts in Azure give tokens to the job. */
const SECRET_VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SYSTEM_ACCESSTOKEN', 'IDENTITY_HEADER'];

/**
 * The secret inputs and variables, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
export function secretInputs(env: Environment): string[] {
  const named = ['access-token-env', 'assertion-env'].map((name) => env[inputVariable(name)]?.trim() ?? '');
  const variables = [...SECRET_VARIABLES, ...named].map((name) => env[name]?.trim() ?? '');
  const secrets = [...SECRET_INPUTS.map((name) => raw(env, name) ?? ''), ...variables];
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
  return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}

/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
function raw(env: Environment, name: string): string | undefined {
  const value = env[inputVariable(name)];
  // Errors, the log and the summary repeat values of all other inputs.
  if (!SECRET_INPUTS.includes(name) && value !== undefined && looksLikeKey(value)) throw keyInInput(name);
  return value;
}

/** Whether a value contains a PEM block, a PFX in base64, or a line of one. */
function looksLikeKey(value: string): boolean {
  if (value.includes('-----BEGIN ')) return true;
  const compact = value.replaceAll(/\s/g, '');
  // 0x30 0x80 to 0x30 0x83: the start of a DER SEQUENCE with a long or an indefinite length.
  if (/^MI[A-P][A-Za-z0-9+/=]{60}/.test(compact)) return true;
  return (value.match(/[A-Za-z0-9+]{60,}/g) ?? []).some((run) =>
    [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(run)),
  );
}

function keyInInput(name: string): UserError {
  return new UserError('INPUT_INVALID', `The input "${name}" contains a certificate or a key.`, {
    hint: `Set "pfx" to the PFX file, from a secret, and "${name}" to the value that README describes. If the workflow file contains the key, replace the certificate.`,
  });
}

/** The input without blanks around it; undefined if it is empty. */
export function text(env: Environment, name: string): string | undefined {
  const value = raw(env, name)?.trim();
  return value === '' ? undefined : value;
}

/** The lines of an input that are not blank. */
export function lines(env: Environment, name: string): string[] {
  return parts(env, name, /\r?\n/);
}

/** The entries of an input, separated by commas or line ends. */
export function entries(env: Environment, name: string): string[] {
  return parts(env, name, /[\r\n,]+/);
}

function parts(env: Environment, name: string, separator: RegExp): string[] {
  return (raw(env, name) ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The reports on a line. The path of a file may contain a comma, a name does not. */
function reportEntries(line: string): string[] {
  const all = line.split(',').map((part) => part.trim());
  const hasNames = all.some((part) => builtInReports.has(part.toLowerCase()));
  return hasNames || !isReportFile(line) ? all.filter((part) => part !== '') : [line];
}

/** Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
export function required(env: Environment, name: string): string {
  const value = text(env, name);
  if (value !== undefined) return value;
  throw new UserError(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
    hint:
      `Set "${name}" under "with:". If the value is a secret or a variable, check its name, and that the workflow ` +
      'can read it. Workflows started by a fork or Dependabot have no secrets.' +
      (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : ''),
  });
}

/** One of the choices, in any case; the first by default. Throws the UserError `INPUT_INVALID`. */
export function choice<T extends string>(env: Environment, name: string, choices: readonly [T, ...T[]]): T {
  const value = text(env, name);
  return value === undefined ? choices[0] : oneOf(name, value, choices);
}

/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value.toLowerCase());
  if (found !== undefined) return found;
  throw invalid(name, value, `Use ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}

/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
export function invalid(name: string, value: string, hint: string): UserError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UserError('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
}

/**
 * An override of a URL of the cloud. The token is sent there, so only encrypted and loopback URLs are allowed.
 *
 * @param example for the hint
 */
function url(env: Environment, name: string, example: string): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const parsed = URL.parse(value);
  const hint = `Use a URL such as "${example}", or leave "${name}" out and set "cloud".`;
  // User information, queries and fragments are refused and not repeated: they may contain a password.
  if (parsed?.href !== `${parsed?.origin}${parsed?.pathname}`) throw invalid(name, shownUrl(parsed, value), hint);
  if (!isConfidential(parsed)) {
    throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
  }
  return parsed.href.replace(/\/+$/, '');
}

/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(parsed: URL | null, value: string): string {
  if (parsed === null) return value;
  return parsed.origin === 'null' ? 'a URL without https:' : parsed.origin;
}

/** A number from 1 to `most`. Throws the UserError `INPUT_INVALID`. `others`: what else the input can be, for the hint. */
export function wholeNumber(name: string, value: string, most: number, others = ''): number {
  const number = Number(value);
  if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most) return number;
  throw invalid(name, value, `Use ${others}a whole number from 1 to ${most}.`);
}

/** The values of the YAML 1.2 core schema, as `core.getBooleanInput` accepts them. */
function flag(env: Environment, name: string, fallback: boolean): boolean {
  const value = text(env, name);
  if (value === undefined) return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw invalid(name, value, 'Use true or false.');
}
