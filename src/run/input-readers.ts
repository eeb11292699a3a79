import { CLOUDS, clouds, type Cloud } from '../auth/clouds.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { isConfidential } from '../http/secure-url.ts';
import { internalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';
import { MAX_SHARDS, type Shard } from '../mailboxes/shard.ts';
import { builtInReports } from '../reports/built-in.ts';
import { isReportFile } from '../reports/choose.ts';
import type { CsvDelimiter } from '../text/csv.ts';

export const MAX_CONCURRENCY = 256;
export const MAX_RETENTION_DAYS = 400;
const MAX_ARTIFACT_NAME_BYTES = 200;

/** The file formats that the input `formats` can name. */
export const FORMATS = ['csv', 'html', 'json', 'sarif', 'junit'] as const;

export type Format = (typeof FORMATS)[number];

/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** What to do about mailboxes that the tenant has and the list lacks. */
const UNLISTED_MODES = ['ignore', 'warn', 'fail', 'include'] as const;

export type UnlistedMode = (typeof UNLISTED_MODES)[number];

/** The details of the job summary. */
export const SUMMARIES = ['full', 'counts', 'none'] as const;

/** The delimiters of CSV files. */
export const CSV_DELIMITERS = [',', ';'] as const satisfies readonly CsvDelimiter[];

/** How many mailboxes may stay unreadable before the step fails. */
export type MaxUnreadable =
  { readonly kind: 'count'; readonly most: number } | { readonly kind: 'percent'; readonly most: number };

/** Which earlier report a run is compared with: the latest run's, if possible; that or a failure; none; or a path's. */
export type CompareInput =
  { readonly kind: 'auto' | 'required' | 'off' } | { readonly kind: 'path'; readonly path: string };

/** What a step passes for an input. */
export interface GivenInput {
  readonly name: string;
  /** Without blanks around it. If it is blank, the default of the input, which may be ''. */
  readonly text: string;
  /** The text of another input of the step. */
  readonly textOf: (name: string) => string;
  readonly env: Environment;
}

/** What an input can be: how it is read, and how `--help`, editors and the log show it. */
export interface Reader<T> {
  /** Throws a UserError for a text that the input cannot be. */
  read(input: GivenInput): T;
  /** The value in the log, if it is no text, number or list of texts. */
  show?(value: T): string;
  /** In YAML. `list`: also several values, which the action gets as lines. `number`: also a number. */
  readonly kind: 'text' | 'number' | 'flag' | 'list';
  /** The only values, the default first. */
  readonly choices?: readonly string[];
  /** Blank is a value, rather than the default. */
  readonly blank?: true;
}

/** The variable in which the runner passes an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}

export const text: Reader<string | undefined> = {
  kind: 'text',
  read: (input) => (input.text === '' ? undefined : input.text),
};

/** Values on lines of their own. */
export const lines: Reader<readonly string[]> = { kind: 'list', read: (input) => partsOf(input.text, /\r?\n/) };

/** Values separated by commas or line ends. */
export const entries: Reader<readonly string[]> = { kind: 'list', read: (input) => partsOf(input.text, /[\r\n,]+/) };

function partsOf(value: string, separator: RegExp): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** One of several words, in any case. */
export function choice<T extends string>(choices: readonly [T, ...T[]]): Reader<T> {
  return { kind: 'text', choices, read: (input) => oneOf(input.name, input.text, choices) };
}

/** The values of the YAML 1.2 core schema, as `core.getBooleanInput` accepts them. */
export const flag: Reader<boolean> = {
  kind: 'flag',
  read: (input) => {
    if (/^(?:true|True|TRUE)$/.test(input.text)) return true;
    if (/^(?:false|False|FALSE)$/.test(input.text)) return false;
    throw invalid(input.name, input.text, 'Use true or false.');
  },
};

/** A whole number from 1 to `most`. */
export function wholeNumber(most: number): Reader<number> {
  return { kind: 'number', read: (input) => numberUpTo(most, input) };
}

/** What a reader reads, or undefined if the input is blank. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return { kind: reader.kind, read: (input) => (input.text === '' ? undefined : reader.read(input)) };
}

/** A number of mailboxes, or a percentage of the list. */
export const countOrPercent: Reader<MaxUnreadable> = {
  kind: 'number',
  show: maxUnreadableText,
  read: (input) => {
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(input.text) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
      throw invalid(input.name, input.text, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
  },
};

/** The input's notation: `10` or `2%`. */
export function maxUnreadableText({ kind, most }: MaxUnreadable): string {
  return kind === 'count' ? String(most) : `${most}%`;
}

export const earlierReport: Reader<CompareInput> = {
  kind: 'text',
  show: (compare) => (compare.kind === 'path' ? compare.path : compare.kind),
  read: (input) => {
    const word = input.text.toLowerCase();
    if (word === 'auto' || word === 'required' || word === 'off') return { kind: word };
    return { kind: 'path', path: input.text };
  },
};

/** Names of reports and paths of report files. */
export const reportNames: Reader<readonly string[]> = {
  kind: 'list',
  read: (input) => lines.read(input).flatMap(reportEntries),
};

/** The reports on a line. The path of a file may contain a comma, a name does not. */
function reportEntries(line: string): string[] {
  const parts = partsOf(line, /,/);
  const hasNames = parts.some((part) => builtInReports.has(part.toLowerCase()));
  return hasNames || !isReportFile(line) ? parts : [line];
}

/** Undefined: the domains of the list that the tenant confirms, or the accepted domains of Exchange Online. */
export const domains: Reader<InternalDomains | undefined> = {
  kind: 'list',
  read: (input) => {
    const names = entries.read(input);
    return names.length > 0 ? internalDomains(names) : undefined;
  },
};

export const fileFormats: Reader<readonly Format[]> = {
  kind: 'list',
  read: (input) => entries.read(input).map((name) => oneOf(input.name, name, FORMATS)),
};

/** The names by which Microsoft calls the clouds. */
const CLOUD_NAMES: readonly (readonly [pattern: RegExp, name: string, cloud: Cloud])[] = [
  [/dod/, 'DoD', 'usgov-dod'],
  [/high|^(?:azure)?(?:us)?(?:gov|government|usgovernment)$/, 'GCC High', 'usgov'],
  [/gcc|public|commercial|worldwide|^azure(?:cloud)?$/, 'GCC, as the worldwide cloud,', 'global'],
  [/21vianet|chinacloud|^cn$/, '21Vianet', 'china'],
];

export const cloudName: Reader<Cloud> = {
  kind: 'text',
  choices: CLOUDS,
  read: (input) => cloudOf(input.text),
};

/** The cloud of a step. Throws the UserError `INPUT_INVALID`. */
export function cloudOf(value: string): Cloud {
  const compact = value.toLowerCase().replace(/[\s_-]/g, '');
  const isKnown = CLOUDS.some((name) => name === value.toLowerCase());
  const [, name, cloud] = CLOUD_NAMES.find(([pattern]) => pattern.test(compact)) ?? [];
  if (isKnown || cloud === undefined) return oneOf('cloud', value, CLOUDS);
  throw invalid('cloud', value, `${name} is "${cloud}".`);
}

/**
 * An override of a URL of the cloud, without a trailing slash. The token is sent there, so only encrypted and loopback URLs are
 * allowed.
 */
export function endpoint(member: 'authorityHost' | 'graphUrl' | 'exchangeUrl'): Reader<string> {
  return {
    kind: 'text',
    read: (input) =>
      input.text === '' ? clouds[cloudOf(input.textOf('cloud'))][member] : urlOf(input, clouds.global[member]),
  };
}

function urlOf({ name, text: value }: GivenInput, example: string): string {
  const url = URL.parse(value);
  const hint = `Use a URL such as "${example}", or leave "${name}" out and set "cloud".`;
  // User information, queries and fragments are refused and not repeated: they may contain a password.
  if (url?.href !== `${url?.origin}${url?.pathname}`) throw invalid(name, shownUrl(url, value), hint);
  if (!isConfidential(url)) {
    throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
  }
  return url.href.replace(/\/+$/, '');
}

/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(url: URL | null, value: string): string {
  if (url === null) return value;
  return url.origin === 'null' ? 'a URL without https:' : url.origin;
}

const unlistedMode = choice(UNLISTED_MODES);

export const unlisted: Reader<UnlistedMode> = {
  ...unlistedMode,
  read: (input) => {
    const mode = unlistedMode.read(input);
    if (mode === 'ignore' || input.textOf('shard') === '') return mode;
    throw invalid(input.name, mode, 'A shard reads a share of the list: use "ignore" with "shard".');
  },
};

export const baselineFile: Reader<string | undefined> = {
  kind: 'text',
  read: (input) => {
    if (input.text === '') return undefined;
    if (input.textOf('policy') !== '') return input.text;
    throw new UserError('INPUT_MISSING', 'The input "baseline" is set, but "policy" is empty.', {
      hint: 'Set "policy" to the policy file whose violations the baseline has, or remove "baseline".',
    });
  },
};

/** Characters that GitHub refuses in the name of an artifact. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;

/** Undefined if the input is blank: nothing is uploaded. */
export const artifactName: Reader<string | undefined> = {
  kind: 'text',
  blank: true,
  read: ({ name, text: value }) => {
    if (NOT_IN_ARTIFACT_NAMES.test(value)) {
      throw invalid(name, value, 'GitHub refuses the characters " * / : < > ? \\ | in it.');
    }
    // The report page is a file with this name.
    if (Buffer.byteLength(value) > MAX_ARTIFACT_NAME_BYTES) {
      throw invalid(name, value, `The maximum is ${MAX_ARTIFACT_NAME_BYTES} bytes.`);
    }
    return value === '' ? undefined : value;
  },
};

/** Undefined: as long as the repository's setting says. */
export const retentionDays: Reader<number | undefined> = {
  kind: 'number',
  read: (input) => (['', '0'].includes(input.text) ? undefined : numberUpTo(MAX_RETENTION_DAYS, input)),
};

/** A shard without an artifact would be read for nothing. */
export const shardOf: Reader<Shard | undefined> = {
  kind: 'text',
  show: (shard) => (shard === undefined ? '' : `${shard.number}/${shard.of}`),
  read: ({ name, text: value, textOf }) => {
    if (value === '') return undefined;
    const [, digits, total] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(value) ?? [];
    const [number, of] = [Number(digits), Number(total)];
    if (!(number >= 1 && number <= of && of <= MAX_SHARDS)) {
      throw invalid(name, value, `Use n/m, such as 2/8: n from 1 to m, and m at most ${MAX_SHARDS}.`);
    }
    if (textOf('artifact-name') !== '') return { number, of };
    throw new UserError('INPUT_INVALID', 'The input "shard" requires an artifact, and "artifact-name" is empty.', {
      hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
    });
  },
};

export const concurrency: Reader<number | 'auto'> = {
  kind: 'number',
  read: (input) => (input.text.toLowerCase() === 'auto' ? 'auto' : numberUpTo(MAX_CONCURRENCY, input, '"auto" or ')),
};

/** Throws the UserError `INPUT_INVALID`. `alternatives`: what else the input can be, for the hint. */
function numberUpTo(most: number, { name, text: value }: GivenInput, alternatives = ''): number {
  const number = Number(value);
  if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most) return number;
  throw invalid(name, value, `Use ${alternatives}a whole number from 1 to ${most}.`);
}

/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const match = choices.find((word) => word === value.toLowerCase());
  if (match !== undefined) return match;
  throw invalid(name, value, `Use ${choices.map((word) => `"${word}"`).join(', ')}.`);
}

/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
export function invalid(name: string, value: string, hint: string): UserError {
  const start = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UserError('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(start)}.`, { hint });
}

/** The value of an input that must not be blank. Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
export function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UserError(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
    hint:
      `Set "${name}" under "with:". If the value is a secret or a variable, check its name, and that the workflow ` +
      'can read it. Workflows started by a fork or Dependabot have no secrets.' +
      (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : ''),
  });
}
