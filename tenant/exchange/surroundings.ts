import type { JsonObject } from '../json.ts';
import type { Directory } from './directory.ts';
import type { WriteAnswer } from './faults.ts';
import type { AcceptedDomain } from './organisation-settings.ts';
import type { Lag } from '../writes.ts';

/** The data of the organisation, which cmdlets read and change. */
export interface OrganisationData {
  readonly directory: Directory;
  readonly domains: readonly AcceptedDomain[];
  /** Settings of the organisation that differ from the usual ones, by property. */
  readonly settings: JsonObject;
}

/** The data on which a cmdlet runs, and the faults on the way. */
export interface Surroundings extends OrganisationData {
  /** Whether a fault removes a property from responses about a mailbox. */
  readonly lacks: (address: string, property: string) => boolean;
  /** Whether a fault accepts and ignores a change of a mailbox. */
  readonly losesWrite: (address: string) => boolean;
  /** How long reads lag behind a change of a mailbox. */
  readonly lag: (address: string) => Lag;
  readonly writeAnswer: WriteAnswer;
}
