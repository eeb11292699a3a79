import { CLOUDS, type Cloud } from '../auth/clouds.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { internalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';
import { MAX_SHARDS, type Shard } from '../mailboxes/shard.ts';
import { allBuiltIn } from '../reports/built-in-tables.ts';
import { isReportFile } from '../reports/choose.ts';
import type { CsvFormat } from '../text/csv.ts';
import { forReader, inputName, theInput } from '../text/audience.ts';
import { suggestion } from '../text/did-you-mean.ts';

export const MAX_RETENTION_DAYS = 400;
const MAX_ARTIFACT_NAME_BYTES = 200;

/** The file formats that the input `formats` can name. */
export const FORMATS = ['csv', 'html', 'json', 'sarif', 'junit'] as const;

export type Format = (typeof FORMATS)[number];

/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** Whether new violations of a rehearsal fail the step. */
export const FAIL_ON_REHEARSAL = ['never', 'new'] as const;

/** What to do about mailboxes that the tenant has and the list lacks. */
export const UNLISTED_MODES = ['ignore', 'warn', 'fail'] as const;

export type UnlistedMode = (typeof UNLISTED_MODES)[number];

/** What a restore brings back. */
export const RESTORED = ['rights', 'settings', 'rules'] as const;

export type Restored = (typeof RESTORED)[number];

/** The details of the job summary. */
export const SUMMARIES = ['full', 'counts', 'none'] as const;

/** The values of the input `csv`. */
const CSV_FORMATS = {
  excel: { bom: true, delimiter: ',' },
  'excel-semicolon': { bom: true, delimiter: ';' },
  plain: { bom: false, delimiter: ',' },
} as const satisfies Readonly<Record<string, CsvFormat>>;

/** The word in place of a mailbox list. */
const ALL = 'all';

/** The word in place of a number that the run decides. */
const AUTO = 'auto';

/** The mailboxes of a run. */
export interface MailboxChoice {
  /** Every mailbox of the tenant, after those of the lists. */
  readonly all: boolean;
  /** Paths and globs of mailbox lists. */
  readonly lists: readonly string[];
}

/** How many mailboxes may stay unreadable before the step fails. */
export interface MaxUnreadable {
  readonly kind: 'count' | 'percent';
  readonly most: number;
  /** Allowed even if it is a larger share of a short list. */
  readonly always?: number | undefined;
}

/** Which earlier report a run is compared with: the latest run's, if possible; that or a failure; none; or a path's. */
export type CompareInput =
  { readonly kind: 'auto' | 'required' | 'off' } | { readonly kind: 'path'; readonly path: string };

/** Which kept report a policy is rehearsed with: none, the newest of the repository, or a path's. */
type RehearseInput = { readonly kind: 'off' | 'auto' } | { readonly kind: 'path'; readonly path: string };

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
  readonly kind: 'text' | 'number' | 'list';
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

/** Lists, the word `all`, or both, on lines of their own. A file with this name is `./all`. */
export const mailboxes: Reader<MailboxChoice> = {
  kind: 'list',
  show: ({ all, lists }) => (all ? [ALL, ...lists] : lists).join(', '),
  read: (input) => {
    const values = lines.read(input);
    const lists = values.filter((value) => value.toLowerCase() !== ALL);
    return { all: lists.length < values.length, lists };
  },
};

const csvName = choice(['excel', 'excel-semicolon', 'plain'] as const satisfies readonly (keyof typeof CSV_FORMATS)[]);

export const csvFormat: Reader<CsvFormat> = {
  kind: 'text',
  choices: Object.keys(CSV_FORMATS),
  read: (input) => CSV_FORMATS[csvName.read(input)],
};

/** A whole number from 1 to `most`. */
export function wholeNumber(most: number): Reader<number> {
  return { kind: 'number', read: (input) => numberUpTo(most, input) };
}

/** What a reader reads, or undefined if the input is blank. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return { kind: reader.kind, read: (input) => (input.text === '' ? undefined : reader.read(input)) };
}

/** A number of mailboxes, or a percentage of the list. Undefined: `auto`, which the policy decides, and blank. */
export const maxUnreadable: Reader<MaxUnreadable | undefined> = {
  kind: 'number',
  show: (value) => (value === undefined ? AUTO : maxUnreadableText(value)),
  read: (input) => {
    if (input.text === '' || input.text.toLowerCase() === AUTO) return undefined;
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(input.text) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, a percentage of the list such as 2%, or "auto".';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
      throw invalid(input.name, input.text, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
  },
};

/** The input's notation: `10` or `2%`. */
export function maxUnreadableText({ kind, most, always }: MaxUnreadable): string {
  const text = kind === 'count' ? String(most) : `${most}%`;
  return always === undefined ? text : `${text}, at least ${always}`;
}

export const earlierReport: Reader<CompareInput> = wordOrPath('auto', 'required', 'off');

export const keptReport: Reader<RehearseInput> = wordOrPath('auto', 'off');

/** Reads one of some words, in any case, or else the path of a report. */
function wordOrPath<Word extends string>(
  ...words: readonly Word[]
): Reader<{ readonly kind: Word } | { readonly kind: 'path'; readonly path: string }> {
  return {
    kind: 'text',
    show: (report) => ('path' in report ? report.path : report.kind),
    read: (input) => {
      const word = words.find((one) => one === input.text.toLowerCase());
      return word === undefined ? { kind: 'path', path: input.text } : { kind: word };
    },
  };
}

/** Names of reports and paths of report files. */
export const reportNames: Reader<readonly string[]> = {
  kind: 'list',
  read: (input) => lines.read(input).flatMap(reportEntries),
};

/** The reports on a line. The path of a file may contain a comma, a name does not. */
function reportEntries(line: string): string[] {
  const parts = partsOf(line, /,/);
  const hasNames = parts.some((part) => allBuiltIn.has(part.toLowerCase()));
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

/** What to restore; without a value, everything. */
export const restoredParts: Reader<readonly Restored[]> = {
  kind: 'list',
  read: (input) => {
    const parts = entries.read(input).map((name) => oneOf(input.name, name, RESTORED));
    return parts.length === 0 ? RESTORED : parts;
  },
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

export const baselineFile: Reader<string | undefined> = {
  kind: 'text',
  read: (input) => {
    if (input.text === '') return undefined;
    if (input.textOf('policy') !== '') return input.text;
    throw new UserError('INPUT_MISSING', `${theInput('baseline')} is set, but ${inputName('policy')} is empty.`, {
      hint: `Set ${inputName('policy')} to the policy file whose violations the baseline has, or remove ${inputName('baseline')}.`,
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
    const unlistedMode = textOf('unlisted').toLowerCase();
    if (unlistedMode !== UNLISTED_MODES[0]) {
      throw invalid(
        'unlisted',
        unlistedMode,
        `A shard reads a share of the list: use "ignore" with ${inputName('shard')}.`,
      );
    }
    if (textOf('artifact-name') !== '') return { number, of };
    throw new UserError('INPUT_INVALID', `${theInput('shard')} requires an artifact, and "artifact-name" is empty.`, {
      hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
    });
  },
};

/** Throws the UserError `INPUT_INVALID`. */
function numberUpTo(most: number, { name, text: value }: GivenInput): number {
  const number = Number(value);
  if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most) return number;
  throw invalid(name, value, `Use a whole number from 1 to ${most}.`);
}

/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const match = choices.find((word) => word === value.toLowerCase());
  if (match !== undefined) return match;
  throw invalid(name, value, `${suggestion(value, choices)}Use ${choices.map((word) => `"${word}"`).join(', ')}.`);
}

/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
export function invalid(name: string, value: string, hint: string): UserError {
  const start = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UserError('INPUT_INVALID', `${theInput(name)} cannot be ${JSON.stringify(start)}.`, { hint });
}

/** Inputs that the file of `config` can set too. */
const CONFIGURED: ReadonlySet<string> = new Set(['tenant-id', 'client-id']);

/** The value of an input that must not be blank. Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
export function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UserError(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `${theInput(name)} is empty.`, {
    hint: forReader({
      workflow: workflowHint(name),
      terminal: `Set ${inputName(name)}, or its key in mailbox-report.yml.`,
    }),
  });
}

function workflowHint(name: string): string {
  if (name === 'mailboxes') {
    return 'Set "mailboxes" to "all" (every mailbox of the tenant) or to paths of mailbox lists, such as mailboxes.txt, under "with:" or in the file that "config" names.';
  }
  const way = CONFIGURED.has(name) ? ', or for a report in the file that "config" names' : '';
  return (
    `Set "${name}" under "with:"${way}. If the value is a secret or a variable, check its name, and that the workflow can read it. ` +
    'Workflows started by a fork or Dependabot have no secrets.' +
    (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : '')
  );
}
