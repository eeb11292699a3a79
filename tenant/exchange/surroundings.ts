import type { Directory } from './directory.ts';
import type { AcceptedDomain } from './organisation-settings.ts';

/** What a cmdlet runs on. */
export interface Surroundings {
  readonly directory: Directory;
  readonly domains: readonly AcceptedDomain[];
  /** Whether a fault makes answers about a mailbox lack a property. */
  readonly lacks: (address: string, property: string) => boolean;
}
