import type { KeylessCredential } from '../auth/credential.ts';
import type { Cloud } from '../auth/clouds.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Shard } from '../mailboxes/shard.ts';
import type { CsvDelimiter } from '../text/csv.ts';

export const MAX_CONCURRENCY = 256;
export const MAX_RETENTION_DAYS = 400;
export const DEFAULT_ARTIFACT_NAME = 'mailbox-report';

/** The file formats that the input `formats` can name. */
export const FORMATS = ['csv', 'html', 'json', 'sarif', 'junit'] as const;

export type Format = (typeof FORMATS)[number];

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

/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** What to do about mailboxes that the tenant has and the list lacks. */
export const UNLISTED_MODES = ['ignore', 'warn', 'fail', 'include'] as const;

export type UnlistedMode = (typeof UNLISTED_MODES)[number];

/** The details of the job summary. */
export const SUMMARIES = ['full', 'counts', 'none'] as const;

/** The delimiters of CSV files. */
export const CSV_DELIMITERS = [',', ';'] as const satisfies readonly CsvDelimiter[];

/** The values of the input `credential`. */
export const CREDENTIALS = ['certificate', 'federated', 'managed-identity'] as const;

/** How the action signs in. `pfx` and `pfxPassword` are secret and must be masked first. */
export type CredentialInputs =
  { readonly kind: 'certificate'; readonly pfx: string; readonly pfxPassword: string } | KeylessCredential;

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
  /** CSV is always written. */
  readonly formats: readonly Format[];
  readonly csvBom: boolean;
  readonly csvDelimiter: CsvDelimiter;
  readonly summary: (typeof SUMMARIES)[number];
}

/** The validated inputs of the report action. */
export interface ReportInputs extends OutputInputs {
  /** '' with a managed identity or a token from elsewhere, if the token decides. */
  readonly tenantId: string;
  /** '' likewise: the system-assigned identity. */
  readonly clientId: string;
  readonly credential: CredentialInputs;
  readonly cloud: Cloud;
  /** Without a trailing slash. */
  readonly authorityHost: string;
  readonly graphUrl: string;
  /** Exchange Online's admin API, without a trailing slash. */
  readonly exchangeUrl: string;
  /** The resource of its tokens, without a trailing slash. */
  readonly exchangeAudience: string;
  /** Paths and globs: at least one, unless `unlisted` is `include`. */
  readonly mailboxes: readonly string[];
  readonly mailboxColumn: string | undefined;
  /** Columns of the list that reports carry. Empty: the display name, if the list has it. */
  readonly mailboxColumns: readonly string[];
  /** Names of built-in reports and paths of report files, at least one. */
  readonly report: readonly string[];
  readonly unlisted: UnlistedMode;
  /** Undefined: the domains of the list that the tenant confirms, or the accepted domains of Exchange Online. */
  readonly internalDomains: InternalDomains | undefined;
  /** The share of the list to read. Undefined: the whole list. */
  readonly shard: Shard | undefined;
  readonly concurrency: number | 'auto';
}
