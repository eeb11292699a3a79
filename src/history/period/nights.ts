import { DAY_MS, HOUR_MS, type EpochMs } from '../../text/numbers.ts';
import type { MissingReport } from '../kept-report.ts';
import type { KeptEvidence } from './kept-files.ts';

/** How often a run is expected: every so many hours, or on each day from Monday to Friday. */
export type Interval = { readonly hours: number } | 'weekday';

/** A period that people ask about. */
export interface Period {
  readonly from: Date;
  /** The first moment after it. */
  readonly end: Date;
  readonly every: Interval;
}

/** A part of a period in which one run is expected. */
export interface Night {
  readonly start: Date;
  readonly end: Date;
  /** Whether it is over and the interval has a run in it. */
  readonly isExpected: boolean;
  /** By their start. The newest counts. */
  readonly runs: readonly KeptEvidence[];
  readonly counted: KeptEvidence | undefined;
  /** Why runs have no evidence, or there is no run, in a sentence each; '' if all have. */
  readonly reason: string;
}

/**
 * Divides a period into nights. A part that is not over yet, or that the period cuts, is expected to have no run.
 *
 * @param absence why nothing is known of a night without a run, in a sentence
 */
export function nightsOf(
  { from, end: periodEnd, every }: Period,
  now: EpochMs,
  { runs, missing }: { readonly runs: readonly KeptEvidence[]; readonly missing: readonly MissingReport[] },
  absence: (night: Pick<Night, 'start' | 'end'>) => string,
): readonly Night[] {
  const length = every === 'weekday' ? DAY_MS : every.hours * HOUR_MS;
  const last = Math.min(periodEnd.getTime(), now);
  const nightAt = (time: number): number => Math.floor((time - from.getTime()) / length);
  const runsAt = Map.groupBy(runs, ({ started }) => nightAt(started.getTime()));
  const missingAt = Map.groupBy(missing, ({ started }) => (started === undefined ? NaN : nightAt(started.getTime())));
  const nights: Night[] = [];
  for (let time = from.getTime(); time < last; time += length) {
    const at = nights.length;
    const [start, end] = [new Date(time), new Date(time + length)];
    const isDay = every !== 'weekday' || (start.getUTCDay() >= 1 && start.getUTCDay() <= 5);
    const ofNight = runsAt.get(at) ?? [];
    const counted = ofNight.at(-1);
    const isExpected = isDay && end.getTime() <= last;
    const reasons = (missingAt.get(at) ?? []).map(({ name, reason }) => `${name}: ${reason}`);
    const none = counted === undefined && reasons.length === 0 && isExpected ? [absence({ start, end })] : [];
    nights.push({ start, end, isExpected, runs: ofNight, counted, reason: [...none, ...reasons].join(' ') });
  }
  return nights;
}
