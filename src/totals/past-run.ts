import { count } from '../text/numbers.ts';

/** A run before this one. */
export interface PastRun {
  /** The web page of the workflow run; undefined outside a workflow. */
  readonly url: string | undefined;
  readonly started: Date;
  /** Those that its rows file keeps. A count that is absent is not known. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A count that the history of runs shows as a chart. */
export interface Trend {
  readonly name: string;
  /** Undefined: not known. */
  readonly of: (counts: PastRun['counts']) => number | undefined;
}

/** The trend of what mailboxes have, which a run that read no mailbox does not know. `key`: its name among the counts of a run. */
export function findingTrend(name: string, key: string): Trend {
  return { name, of: (counts) => (counts.read === 0 ? undefined : counts[key]) };
}

/** A count of a run for people. */
export function countText(number: number | undefined): string {
  return number === undefined ? 'not known' : count(number);
}
