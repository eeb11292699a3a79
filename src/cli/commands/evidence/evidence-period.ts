import type {
  ControlPeriod,
  CountedRun,
  ExceptionPeriod,
  PolicyChange,
} from '../../../history/period/control-period.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import type { Interval, Night, Period } from '../../../history/period/nights.ts';
import type { Remediation } from './remediations.ts';

export const FORMATS = ['text', 'markdown', 'csv', 'json'] as const;

/** The options of `evidence`. */
export interface EvidenceOptions {
  readonly config?: string;
  readonly repository?: string;
  readonly artifactName?: string;
  readonly from: Date;
  readonly to: Date;
  readonly control?: string;
  readonly every: Interval;
  readonly format: (typeof FORMATS)[number];
  readonly json: boolean;
}

/** What the runs of a period say. */
export interface EvidencePeriod {
  readonly period: Period;
  readonly nights: readonly Night[];
  /** At least one, by its start. */
  readonly runs: readonly CountedRun[];
  readonly controls: readonly ControlPeriod[];
  readonly changes: readonly PolicyChange[];
  readonly exceptions: readonly ExceptionPeriod[];
  readonly remediations: readonly Remediation[];
  /** Files and artifacts that cannot be used, and those of another series. */
  readonly unused: readonly MissingReport[];
  /** What the answer does not say, in a sentence each. */
  readonly notes: readonly string[];
}
