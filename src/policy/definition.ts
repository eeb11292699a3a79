import type { SourcePlace } from '../errors.ts';
import type { Json } from '../json.ts';
import type { CellSchema } from '../schema/cell-schema.ts';

/** Whether a rule that does not hold fails the step, or is only told. */
export type Severity = 'error' | 'warning';

/** Columns of a report with what their cells must be; all of them together. */
export type ColumnSchemas = Readonly<Record<string, CellSchema>>;

/** A setting of a mailbox, or of an inbox rule, and the value that a rule requires. */
export interface Setting {
  /** As Graph names it: `automaticRepliesSetting.externalAudience`. */
  readonly path: string;
  readonly value: Json;
}

/** What must hold for the rows of a report. */
export interface Rule {
  /** Names it in the CSV, in exemptions and in code scanning. */
  readonly id: string;
  /** The report whose rows it judges, by name. */
  readonly report: string;
  /** What must hold, in a line for people; the id where the policy says nothing. */
  readonly title: string;
  readonly severity: Severity;
  /** The rows that it concerns; without columns, every one. */
  readonly when: ColumnSchemas;
  /** At least one column. */
  readonly expect: ColumnSchemas;
  /** What a violating mailbox is changed to by the remediate action; undefined if nothing can be changed. */
  readonly set?: readonly Setting[] | undefined;
  /** A page that tells more, of http or https. */
  readonly help?: string | undefined;
  readonly place: Required<SourcePlace>;
}

/** Mailboxes that a rule is not held against, until a day has passed. */
export interface Exemption {
  /** The rule's id. */
  readonly rule: string;
  /** Addresses, without case, in which `*` stands for any characters and `?` for one. At least one. */
  readonly mailboxes: readonly { readonly pattern: string; readonly place: Required<SourcePlace> }[];
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `2027-01-31`, in UTC. */
  readonly expires: string;
  readonly place: Required<SourcePlace>;
}

/** A policy file. */
export interface Policy {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  /** At least one, each id once. */
  readonly rules: readonly Rule[];
  readonly exemptions: readonly Exemption[];
}
