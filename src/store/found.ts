import type { EarlierReport, EarlierSource } from './earlier-report.ts';

/** Why a report that may exist cannot be compared with. */
export type UnavailableCause = 'permission' | 'expired' | 'unreachable' | 'unusable' | 'unsupported';

/** The result of looking for an earlier report. */
export type Found =
  { readonly kind: 'found'; readonly source: EarlierSource; readonly report: EarlierReport } | NotFound;

/** Why there is no earlier report to compare with. */
export type NotFound =
  /** There is no earlier report. The reason is a sentence. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly cause: UnavailableCause; readonly reason: string };
