import type { Directory } from './directory.ts';
import type { AcceptedDomain } from './organisation-settings.ts';

/** The data on which a cmdlet runs. */
export interface Surroundings {
  readonly directory: Directory;
  readonly domains: readonly AcceptedDomain[];
  /** Whether a fault removes a property from responses about a mailbox. */
  readonly lacks: (address: string, property: string) => boolean;
}
