import type { Faults, TenantOptions } from '../../tenant/tenant.ts';
import type { PersonNames } from '../../tenant/people.ts';
import type { Json, JsonObject } from '../../tenant/json.ts';

/** What one number decides, as plain values: who is in the tenant, what the runs are told, and what goes wrong. */
export interface World {
  readonly seed: number;
  /** Parts that are left out, to make a failing world small: names of `partsOf`. */
  readonly without: readonly string[];
  /** Epoch ms at which the run begins that is judged. The tenant starts at the first run before, if there is one. */
  readonly start: number;
  readonly tenant: WorldTenant;
  /** What was done in the tenant before the first run. */
  readonly choices: readonly WorldChange[];
  readonly list: WorldList;
  /** The input `report`, by lines: built-in names, and the names of report files in `files`. */
  readonly reports: readonly string[];
  /** Report files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly policy: WorldPolicy | undefined;
  /** Whether the run has the baseline that the run before wrote, without the entries that `isAccepted` refuses. */
  readonly hasBaseline: boolean;
  /** What decides the result: inputs with their defaults left out. */
  readonly gate: WorldGate;
  /** What a run does about mailboxes that the list lacks; undefined: nothing. Shards do not look for them. */
  readonly unlisted: 'warn' | 'fail' | undefined;
  /** Whether the run reads the mailboxes of the tenant instead of its list, or those that it lacks too; undefined: neither. Shards do not. */
  readonly all: 'alone' | 'too' | undefined;
  /** The run before, and what changes until the run. */
  readonly before: WorldBefore | undefined;
  /** Whether the first run looks for an earlier report and finds none, or does not look. */
  readonly looks: boolean;
  /** What goes wrong during the run. */
  readonly faults: Faults;
  /** Into how many shards the run is split, for merge. */
  readonly shards: number;
  readonly merge: WorldMerge;
  /** Another policy, for a rehearsal of the report and the run that follows it. */
  readonly next: WorldPolicy | undefined;
  readonly rehearsal: WorldRehearsal;
}

/** What the merge of the shards is told besides what a run is told. */
export interface WorldMerge {
  /** Whether it has the baseline that a merge without one wrote, without the entries that `isAccepted` refuses. */
  readonly hasBaseline: boolean;
  /** Whether the shards have no policy: they name the reports of its rules instead. */
  readonly judgesAlone: boolean;
  /** Whether it is compared with a merge of the same shards. */
  readonly compares: boolean;
  /** Whether it names the reports, as it must for report files. */
  readonly namesReports: boolean;
}

/** What a rehearsal is told besides the policy. */
export interface WorldRehearsal {
  /** Whether it has the baseline that the run of the rows wrote, without the entries that `isAccepted` refuses. */
  readonly hasBaseline: boolean;
  /** Whether the policy of the run is named as the one before. */
  readonly namesBase: boolean;
  /** Days from the run to the rehearsal. */
  readonly days: number;
  /** Whether it names the mailbox lists. */
  readonly namesLists: boolean;
  readonly inputs: { readonly 'fail-on-rehearsal'?: 'new'; readonly summary?: 'counts' };
}

/** Options of the tenant, without what the runner of the world decides: clock, certificates and faults. */
export type WorldTenant = Omit<TenantOptions, 'clock' | 'certificates' | 'faults' | 'log' | 'tls'> & {
  readonly seed: number;
  readonly mailboxes: number;
};

export interface WorldList {
  /** The list files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The inputs `mailboxes`, `address-column` and `extra-columns`; what is not set is left out. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the files list, in order, without repetitions. */
  readonly entries: readonly WorldEntry[];
  readonly repeated: number;
  /** The names of the columns that every report carries. */
  readonly columns: readonly string[];
  /** Whether the mailboxes of the tenant follow that `entries` lacks. */
  readonly hasTenant?: true;
}

export interface WorldEntry {
  /** As written. */
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** The cells of the list's columns. */
  readonly cells: readonly string[];
}

export interface WorldGate {
  readonly 'fail-on'?: 'error' | 'warning' | 'never';
  readonly 'max-unreadable'?: string;
  readonly 'internal-domains'?: string;
  readonly csv?: 'excel' | 'excel-semicolon' | 'plain';
}

export interface WorldPolicy {
  readonly rules: readonly WorldRule[];
  readonly exemptions: readonly WorldExemption[];
  readonly register?: WorldRegister;
}

/** A rule as it stands in the policy file; what is left out has its default. */
export interface WorldRule {
  readonly id: string;
  readonly title?: string;
  readonly report?: string;
  readonly severity?: 'error' | 'warning';
  readonly when?: Readonly<Record<string, Json>>;
  readonly expect: Readonly<Record<string, Json>>;
  readonly message?: string;
  readonly set?: Json;
  readonly controls?: readonly string[];
  readonly help?: string;
}

export interface WorldExemption {
  readonly rule: string;
  readonly mailboxes?: readonly string[];
  readonly items?: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** ISO date: the last day. */
  readonly expires: string;
}

/** The register of rights. Its lines are those of `grants.csv`. */
export interface WorldRegister {
  readonly files: string;
  readonly 'review-every'?: string;
  readonly entries: readonly Readonly<Record<string, string>>[];
}

export interface WorldBefore {
  /** Epoch ms. */
  readonly start: number;
  readonly list: WorldList;
  readonly all: World['all'];
  readonly policy: WorldPolicy | undefined;
  readonly faults: Faults;
  /** What happens until the run that follows. */
  readonly changes: readonly WorldChange[];
  /** The run before this one. */
  readonly before: WorldBefore | undefined;
}

/** What somebody does in the tenant between two runs. */
export type WorldChange =
  | { readonly kind: 'settings'; readonly address: string; readonly settings: JsonObject }
  | { readonly kind: 'rules'; readonly address: string; readonly rules: readonly JsonObject[] }
  | { readonly kind: 'calendar'; readonly address: string; readonly permissions: readonly JsonObject[] }
  | { readonly kind: 'exchange'; readonly address: string; readonly properties: JsonObject }
  | { readonly kind: 'account'; readonly address: string; readonly properties: JsonObject }
  /** Grants or takes away a right. */
  | {
      readonly kind: 'grant' | 'revoke';
      readonly address: string;
      readonly right: 'FullAccess' | 'SendAs';
      readonly trustee: string;
      /** Of the database; false by default. */
      readonly isInherited?: boolean;
    }
  | { readonly kind: 'rename'; readonly address: string; readonly names: PersonNames }
  | { readonly kind: 'remove'; readonly address: string }
  /** Makes another account where one was removed, with the same name or another. */
  | { readonly kind: 'remake'; readonly address: string; readonly name: string };
