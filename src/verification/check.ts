import type { Json } from '../json.ts';

/** What a verification compares, in this order. */
export type CheckName =
  | 'archive'
  | 'rows'
  | 'definitions'
  | 'header'
  | 'policy'
  | 'baseline'
  | 'register'
  | 'catalogues'
  | 'verdicts'
  | 'counts'
  | 'controls'
  | 'evidence';

/** `differs`: the report was changed, or judged by something else. `not-verified`: this program cannot say. */
export type CheckResult = 'ok' | 'differs' | 'not-verified';

/** A value of a report that is not what this program computes. Texts are hostile until escaped. */
export interface Difference {
  /** `verdict`, `violations`, `digest of the policy`; a sentence if there are no values to compare. */
  readonly what: string;
  /** The mailbox or the table of a verdict, its rule, and what of it the rule is about. */
  readonly mailbox?: string;
  readonly table?: string;
  readonly rule?: string;
  readonly item?: string;
  readonly column?: string;
  /** As the report has it. Null: it has none. */
  readonly stored?: Json;
  /** As this program computes it. Null: there is none. */
  readonly computed?: Json;
}

export interface Check {
  readonly name: CheckName;
  readonly result: CheckResult;
  /** What was compared, or why not, as a sentence without a full stop. Hostile until escaped. */
  readonly about: string;
  readonly count: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

const MAX_DIFFERENCES = 1_000;

/** Differences, of which the first are kept. */
export class Differences {
  count = 0;
  readonly first: Difference[] = [];

  add(difference: Difference): void {
    this.count += 1;
    if (this.first.length < MAX_DIFFERENCES) this.first.push(difference);
  }

  /** Adds a difference if two texts or numbers differ. Undefined: there is none. */
  compare(what: string, stored: Json | undefined, computed: Json | undefined): void {
    if (stored !== computed) this.add({ what, stored: stored ?? null, computed: computed ?? null });
  }

  /** The check that found them. `about`: what was compared. */
  check(name: CheckName, about: string): Check {
    return { name, result: this.count === 0 ? 'ok' : 'differs', about, count: this.count, differences: this.first };
  }
}

/** A check that could not be made. `about`: why not. */
export function notVerified(name: CheckName, about: string): Check {
  return { name, result: 'not-verified', about, count: 0, differences: [] };
}
