import type { Catalogue, ControlReference } from '../controls/catalogue.ts';
import type { SourcePlace } from '../errors.ts';
import type { Json } from '../json.ts';
import { columnOf } from '../reports/definition.ts';
import type { ColumnSchemas } from '../reports/highlight.ts';
import type { AnyReport } from '../reports/table.ts';
import type { Register } from './register/register-entry.ts';

/** Whether a violated rule fails the step or is only reported. */
export type Severity = 'error' | 'warning';

/** A setting of a mailbox, or of an inbox rule, and the value that a rule requires. */
export interface Setting {
  /** As Graph names it: `automaticRepliesSetting.externalAudience`. */
  readonly path: string;
  readonly value: Json;
  /** The column of the rule that it corrects; undefined if the policy does not say. */
  readonly column?: string | undefined;
}

/** The path of the setting that `set: remove` is: the whole row, whose value becomes null. */
export const WHOLE_ROW = 'entry';

/** A requirement for the rows of a report. */
export interface Rule {
  /** Names it in the CSV, in exemptions and in code scanning. */
  readonly id: string;
  /** The report whose rows it judges, by name. */
  readonly report: string;
  /** The requirement in one line for people. By default the id. */
  readonly title: string;
  readonly severity: Severity;
  /** A violation as a sentence with columns in braces. Undefined: the one of the report. */
  readonly message?: string | undefined;
  /** The rows that it concerns; without columns, every one. */
  readonly when: ColumnSchemas;
  /** At least one column. */
  readonly expect: ColumnSchemas;
  /** What a violating mailbox is changed to by the remediate action; undefined if nothing can be changed. */
  readonly set?: readonly Setting[] | undefined;
  /** What it decides of benchmarks; undefined if nothing. */
  readonly controls?: readonly ControlReference[] | undefined;
  /** The http or https URL of a page with details. */
  readonly help?: string | undefined;
  readonly place: Required<SourcePlace>;
}

/** A text of an exemption that names what is exempt. Case-insensitive. `*` matches any characters and `?` one character. */
export interface ExemptionPattern {
  readonly pattern: string;
  readonly place: Required<SourcePlace>;
}

/** Mailboxes, or rows of a table about the tenant, to which a rule does not apply until a date has passed. */
export interface Exemption {
  /** The rule's id. */
  readonly rule: string;
  /** Addresses, at least one; none if the rule is about a table. */
  readonly mailboxes: readonly ExemptionPattern[];
  /** What names rows of a table; undefined if the rule is about mailboxes, or about a table with one row. */
  readonly items?: readonly ExemptionPattern[] | undefined;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it applies, `2027-01-31`, in UTC. */
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
  /** Those that its rules name, by that name. */
  readonly catalogues?: ReadonlyMap<string, Catalogue> | undefined;
  /** The rights that are meant to be. Undefined if it names no register. */
  readonly register?: Register | undefined;
  /** The bytes of the file. Undefined if it was not read from one. */
  readonly content?: Uint8Array | undefined;
}

/** The report whose columns a rule expects, which its `set` changes: its own or another one. Undefined for columns of several. */
export function correctedReport(own: AnyReport, expected: readonly string[]): string | undefined {
  const [first = own.name, ...others] = new Set(expected.map((column) => columnOf(own, column).report));
  return others.length === 0 ? first : undefined;
}

/** The columns that a rule expects, each with the name of its report: `organization.SmtpAuth`. `own`: its report, if it is known. */
export function expectedColumns(
  { report: name, expect }: Pick<Rule, 'report' | 'expect'>,
  own?: AnyReport,
): readonly string[] {
  return Object.keys(expect).map((column) => {
    const { report, column: of } = own === undefined ? { report: name, column } : columnOf(own, column);
    return `${report}.${of}`;
  });
}
