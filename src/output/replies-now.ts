import type { Json } from '../json.ts';
import type { Distribution } from './distribution.ts';

/** Cells of a mailbox's automatic replies. */
export interface RepliesCells {
  readonly status: Json | undefined;
  /** ISO 8601 in UTC. */
  readonly start: Json | undefined;
  readonly end: Json | undefined;
}

/**
 * Whether a mailbox replies automatically at an instant, in epoch ms. The states are Graph's automaticRepliesStatus:
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
export function isAway({ status, start, end }: RepliesCells, when: number): boolean {
  const folded = folding(status);
  if (folded !== 'scheduled') return folded === 'alwaysenabled';
  // A day that cannot be read is NaN, before and after nothing.
  return typeof start === 'string' && Date.parse(start) <= when && typeof end === 'string' && when < Date.parse(end);
}

/** Of the states, how many reply automatically or will. */
export function repliesOn({ values }: Distribution): number {
  return values.reduce((sum, { value, count }) => (ON.has(folding(value)) ? sum + count : sum), 0);
}

const ON: ReadonlySet<string> = new Set(['alwaysenabled', 'scheduled']);

function folding(status: Json | undefined): string {
  return typeof status === 'string' ? status.toLowerCase() : '';
}
