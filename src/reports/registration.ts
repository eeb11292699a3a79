/** The column that a register of rights gives to rows, where they are judged. No service has it, so that it is no part of a definition. */
import type { JsonObject } from '../json.ts';
import { REGISTERED_COLUMN } from '../text/registration.ts';
import type { Known } from './known.ts';

/** What a register says about a right, the best first. */
export const REGISTERED = ['yes', 'due', 'expired', 'no'] as const;
export type Registered = (typeof REGISTERED)[number];

/** The JSON Schema of cells in the column. */
export const REGISTERED_TYPE: JsonObject = { enum: [...REGISTERED] };

/** The entry of a register by which a right is meant to be. Texts are hostile until escaped, '' if blank; days are ISO dates in UTC. */
export interface RegisteredAs {
  /** An address, an object ID, or `*` for every mailbox. */
  readonly mailbox: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly reviewedOn: string;
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line: number;
}

/** What a register says about a row. */
export interface Registration<Entry extends RegisteredAs = RegisteredAs> {
  readonly registered: Known<Registered> | 'not-applicable';
  /** Why, in words that follow a colon; undefined if there is nothing to add. Hostile text until escaped. */
  readonly reason?: string | undefined;
  /** The entry that decides; undefined if there is none. */
  readonly entry?: Entry | undefined;
}

/** Whether the rows of a report are compared with a register. */
interface RegisteredReport {
  readonly hasRegister?: boolean | undefined;
}

/** Whether a name means the column in a report. */
export function isRegisteredColumn({ hasRegister }: RegisteredReport, name: string): boolean {
  return hasRegister === true && name === REGISTERED_COLUMN;
}

/** The columns of a report that are computed from a register: one or none. */
export function registeredColumns({ hasRegister }: RegisteredReport): readonly string[] {
  return hasRegister === true ? [REGISTERED_COLUMN] : [];
}
