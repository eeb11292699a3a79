import type { WorldRegister } from '../world/world.ts';

/** What the tenant has, and what runs of the remediate action say, as plain values. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface TenantState {
  readonly mailboxes: readonly MailboxState[];
  /** All accounts and groups by their SID. */
  readonly holders: Readonly<Record<string, Holder>>;
}

export interface MailboxState {
  /** The object ID of its account. */
  readonly id: string;
  /** The user principal name, by which lists name it. */
  readonly name: string;
  /** SMTP addresses in lower case, the primary one first. */
  readonly addresses: readonly string[];
  /**
   * All that can be changed, by what it is: `settings dateFormat`, `rule <name>`, `exchange AuditEnabled`, `held FullAccess <SID>`. What
   * a mailbox does not have is left out.
   */
  readonly facts: Readonly<Record<string, Value>>;
}

/** A right that somebody may take away. */
export interface HeldRight {
  /** The key of the fact. */
  readonly fact: string;
  /** In the words of `access`. */
  readonly right: string;
  /** As reports show it. */
  readonly trustee: string;
  /** SID or object ID, as reports have it; '' if they have none. */
  readonly id: string;
}

/** What a register is compared with. */
export interface MailboxRights {
  /** In Exchange. */
  readonly guid: string;
  readonly rights: readonly HeldRight[];
}

/** Who can have a right. */
export interface Holder {
  readonly id: string;
  /** Every name and address by which a report or a cmdlet may call it, in lower case. */
  readonly names: readonly string[];
}

/** A row of `plan.csv` or `applied.csv`. */
export type Row = Readonly<Record<string, string>>;

/** A request of the tenant's log that would change something. */
export interface LoggedWrite {
  /** In lower case. */
  readonly address: string;
  /** The properties that changed; empty if none did. */
  readonly changed: readonly string[];
}

/** One run of the remediate action. */
export interface ActionStep {
  readonly name: 'plan' | 'apply' | 'apply again' | 'plan again' | 'plan back' | 'back';
  /** Epoch ms. */
  readonly start: number;
  /** Of the subjects, in their order, before a plan; empty if there is no register. */
  readonly rights: readonly MailboxRights[];
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The codes of its errors. */
  readonly errors: readonly string[];
  readonly planned: readonly Row[];
  readonly applied: readonly Row[];
  /** How many of its requests would change something. */
  readonly writes: readonly LoggedWrite[];
  readonly before: TenantState;
  readonly after: TenantState;
  /** What the plan leaves, by mailbox (in lower case): rows, and '' for a whole mailbox. */
  readonly left: readonly { readonly mailbox: string; readonly item: string; readonly rule: string }[];
}

export interface RemediationRuns {
  /** The list, in its order: first the subjects. */
  readonly listed: readonly string[];
  readonly steps: readonly ActionStep[];
  /** The subjects, by number, and rules that the baseline accepts. */
  readonly accepted: readonly { readonly rule: string; readonly mailbox: string }[];
  readonly register: WorldRegister | undefined;
  /** What the tenant had when the report was made that a restore brings back. */
  readonly kept: TenantState;
  /** Requests that were sent earlier than the service asked for, in sentences. */
  readonly early: readonly string[];
}
