import { UserError } from '../errors.ts';

/** The cmdlets that the application may not run, in the order in which Exchange refused them. */
export class Refusals {
  readonly #errors = new Map<string, UserError>();

  /** Why the application may not run a cmdlet; undefined if it may, as far as is known. */
  of(cmdlet: string): UserError | undefined {
    return this.#errors.get(cmdlet);
  }

  /** The cmdlets of these that were refused. */
  among(cmdlets: ReadonlySet<string>): string[] {
    return [...this.#errors.keys()].filter((cmdlet) => cmdlets.has(cmdlet));
  }

  /** What `run` resolves to; undefined if Exchange refuses the cmdlet. Rejects as `run` does otherwise. */
  async unlessRefused<T>(cmdlet: string, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'EXCHANGE_DENIED') throw error;
      this.#errors.set(cmdlet, error);
      return undefined;
    }
  }
}
