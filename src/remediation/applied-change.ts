import type { Json } from '../json.ts';
import type { PlannedChange, SettingChange } from './change.ts';

/** The result of a change. `pending`: not tried, because of `limit`, `max-failures` or what stopped the run. */
export type ChangeStatus = 'applied' | 'unchanged' | 'stale' | 'not-verified' | 'failed' | 'pending' | 'cancelled';

export interface AppliedChange {
  readonly change: PlannedChange;
  readonly status: ChangeStatus;
  /** Why it was not applied, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Whether a write was sent that the service did not clearly refuse, so that its undo entry is kept. */
  readonly isWritten: boolean;
  /** The value as read after the write, if it was applied. */
  readonly readBack?: Json;
  /** Formats of dates and times that its write has moved. They are recorded, and undone with it. */
  readonly moved?: readonly SettingChange[];
  /** Other properties of the resource that differ after its write, by a side effect or by a person. */
  readonly others?: readonly Pick<SettingChange, 'setting' | 'before' | 'after'>[];
  /** Whether the application may not run the cmdlet. */
  readonly isDenied?: boolean;
}

/** The result of a change of which no write was sent. */
export function unwritten(change: PlannedChange, status: ChangeStatus, error = ''): AppliedChange {
  return { change, status, error, isWritten: false };
}
