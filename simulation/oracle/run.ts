import type { Cell, Row } from './cells.ts';
import type { World, WorldEntry, WorldPolicy } from '../world/world.ts';

export type Status = 'ok' | 'not-found' | 'no-mailbox' | 'access-denied' | 'throttled' | 'failed' | 'cancelled';

/** What a report must show of a mailbox. */
export interface OfMailbox {
  /** Those that are right: more than one only where a fault may or may not outlast the retries. */
  readonly statuses: readonly Status[];
  /** If the status is `ok`. Without rows, the mailbox has nothing of the kind. */
  readonly rows: readonly Row[];
  /** What is shown before the row that says why the mailbox is unread, if its status is another one. */
  readonly rest?: readonly Row[];
}

/** What a table must show: it is read once, whatever the list. */
export interface OfTable {
  readonly statuses: readonly Status[];
  readonly rows: readonly Row[];
  /** Whether a part was not read, which `Error` says of each row; undefined: the documents leave it open. */
  readonly hasGaps: boolean | undefined;
}

/** What the reports of a run show of a mailbox, as it was seen: the status is one of those that are right. */
export interface Seen {
  readonly entry: WorldEntry;
  /** By report. */
  readonly reports: Readonly<Record<string, SeenReport>>;
  /** Other names of the mailbox that the run reads, in lower case. */
  readonly names: readonly string[];
}

export interface SeenReport {
  readonly status: Status;
  /** If the status is not `ok`, a further row says why. */
  readonly rows: readonly Row[];
}

/** A run: its time, and the policy that judges it. */
export interface RunOf {
  readonly world: World;
  readonly policy: WorldPolicy | undefined;
  /** Epoch ms. */
  readonly start: number;
  /** What goes wrong during the run. */
  readonly faults: World['faults'];
  /** Undefined: `ignore`. */
  readonly unlisted?: World['unlisted'];
}

export type { Cell, Row };
