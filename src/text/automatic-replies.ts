import type { Json } from '../json.ts';

/** Cells of the automatic replies of a mailbox. */
export interface ReplyCells {
  /** Graph's `automaticRepliesStatus`. https://learn.microsoft.com/graph/api/resources/automaticrepliessetting */
  readonly status: Json | undefined;
  /** ISO 8601 in UTC. */
  readonly start: Json | undefined;
  readonly end: Json | undefined;
}

/** Whether a mailbox replies automatically at the time `when`, in epoch ms. */
export function isAway({ status, start, end }: ReplyCells, when: number): boolean {
  const folded = foldedStatus(status);
  if (folded !== 'scheduled') return folded === 'alwaysenabled';
  // An invalid date is NaN, which is neither before nor after anything.
  return typeof start === 'string' && Date.parse(start) <= when && typeof end === 'string' && when < Date.parse(end);
}

/** Whether automatic replies of this status are on or scheduled. */
export function isOnOrScheduled(status: Json | undefined): boolean {
  return ['alwaysenabled', 'scheduled'].includes(foldedStatus(status));
}

/** The case of Graph's enumerations varies between responses. */
function foldedStatus(status: Json | undefined): string {
  return typeof status === 'string' ? status.toLowerCase() : '';
}
