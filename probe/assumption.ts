import { mustAnswer, rowsOf, typed, type Answer } from './answer.ts';
import type { Services } from './services.ts';

/** Something that the action relies on and that only a service can confirm. */
export interface Assumption {
  readonly id: string;
  readonly statement: string;
  /** `observed`: by a public project or in a public report. `inferred`: not known to have been observed. */
  readonly basis: 'documented' | 'observed' | 'inferred';
  /** A page of documentation, a public repository, or what an inference is drawn from. */
  readonly source: string;
  /** How the probe checks it. Without `check`: why it cannot. */
  readonly method: string;
  readonly check?: Check;
}

/** Resolves if an assumption holds. Rejects with Differs, or with NotChecked. */
export type Check = (services: Services) => void | Promise<void>;

/** What a check asks a service. */
export type Question = (services: Services) => Promise<Answer>;

/** Asks Graph for a page at a path, with its version. */
export const page =
  (path: string): Question =>
  (services) =>
    services.graphPage(path);

/** Checks the JSON types of the listed objects, as `typed` does. */
export function lists(question: Question, types: Readonly<Record<string, string>>): Check {
  return async (services) => {
    typed(rowsOf(await question(services)), types);
  };
}

/** Checks the status, and that an error has one of the codes. */
export function answers(question: Question, status: number, ...codes: readonly string[]): Check {
  return async (services) => {
    mustAnswer(await question(services), status, ...codes);
  };
}
