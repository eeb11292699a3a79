import type { Json } from '../json.ts';
import type { EpochMs } from './numbers.ts';

/** Cells of the automatic replies of a mailbox. */
export interface ReplyCells {
  /** Graph's `automaticRepliesStatus`. https://learn.microsoft.com/graph/api/resources/automaticrepliessetting */
  readonly status: Json | undefined;
  /** ISO 8601 in UTC. */
  readonly start: Json | undefined;
  readonly end: Json | undefined;
}

/** `active`: replies are sent. `upcoming`: the schedule has not begun. */
export type ReplyState = 'active' | 'upcoming' | 'off' | 'unknown';

/**
 * The state of automatic replies at the time `when`. Graph's status stays `scheduled` after the end of a schedule, which is
 * then off.
 */
export function replyState({ status, start, end }: ReplyCells, when: EpochMs): ReplyState {
  switch (foldedStatus(status)) {
    case 'disabled':
      return 'off';
    case 'alwaysenabled':
      return 'active';
    case 'scheduled': {
      const [from, until] = [instantOf(start), instantOf(end)];
      if (until !== undefined && until <= when) return 'off';
      if (from !== undefined && from > when) return 'upcoming';
      const isWithin = from !== undefined && from <= when && until !== undefined && when < until;
      return isWithin ? 'active' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** Whether automatic replies are on, or scheduled and not over at the time `when`. */
export function isOnOrScheduled(cells: ReplyCells, when: EpochMs): boolean {
  return ['alwaysenabled', 'scheduled'].includes(foldedStatus(cells.status)) && replyState(cells, when) !== 'off';
}

/** The case of Graph's enumerations varies between responses. */
function foldedStatus(status: Json | undefined): string {
  return typeof status === 'string' ? status.toLowerCase() : '';
}

function instantOf(time: Json | undefined): EpochMs | undefined {
  const instant = typeof time === 'string' ? Date.parse(time) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
