/** A request that was made for an incident, as its manifest lists it. Pages of one listing are one each. */
export interface LoggedRequest {
  readonly time: Date;
  readonly service: 'Microsoft Graph' | 'Exchange Online';
  /** Method and path with the query, or the cmdlet with its parameters. Hostile text until escaped. */
  readonly request: string;
  /** `ok`, or why there is no answer. Hostile text until escaped. */
  readonly outcome: string;
}

/** The requests of an incident, in the order of their answers. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];
  readonly #now: () => number;

  /** @param now epoch ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Waits for the answer to a request, and adds it. */
  async logged<T>(
    service: LoggedRequest['service'],
    request: string,
    answer: Promise<T>,
    outcomeOf: (answer: T) => string,
  ): Promise<T> {
    const time = new Date(this.#now());
    const result = await answer;
    this.entries.push({ time, service, request, outcome: outcomeOf(result) });
    return result;
  }
}
