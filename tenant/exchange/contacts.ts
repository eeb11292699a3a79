import { Chance, hashed } from '../chance.ts';
import { outsider } from '../recipients.ts';
import type { Organisation } from './mailbox.ts';

/** A recipient outside the organisation that its directory lists. */
export interface Contact {
  /** Unique among all recipients. */
  readonly name: string;
  readonly displayName: string;
  readonly externalAddress: string;
}

export function contactCount({ people }: Organisation): number {
  return Math.max(3, Math.floor(people.listed / 100));
}

export function contactAt({ people, seed }: Organisation, at: number): Contact {
  const { name, address } = outsider(people, new Chance(seed ^ hashed('contact'), at));
  return { name: `Contact ${at + 1}`, displayName: name, externalAddress: address };
}
