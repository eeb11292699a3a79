/** For how long a new object is not yet known: to this many later requests of the directory or for tokens, or ms. */
export type Delay = { readonly requests: number } | { readonly ms: number };

/** The time between a change in the directory and its effect; none where it is not given. */
export interface ReplicationDelays {
  readonly application?: Delay;
  readonly principal?: Delay;
  /** Of federated credentials and certificates. */
  readonly credential?: Delay;
  /** Of app role assignments and directory roles. */
  readonly consent?: Delay;
  /** The first so many writes to a new application conflict with its own creation. */
  readonly conflicts?: number;
}

/** When an object was created. */
export interface Moment {
  /** Epoch ms. */
  readonly time: number;
  /** The number of requests before it. */
  readonly request: number;
}

export const BEFORE_ALL: Moment = { time: -Infinity, request: -Infinity };

/** Which changes of the directory have reached the replicas that answer. */
export class Replication {
  #delays: ReplicationDelays;
  readonly #clock: () => number;
  #requests = 0;

  constructor(delays: ReplicationDelays, clock: () => number) {
    this.#delays = delays;
    this.#clock = clock;
  }

  set delays(delays: ReplicationDelays) {
    this.#delays = delays;
  }

  get conflicts(): number {
    return this.#delays.conflicts ?? 0;
  }

  /** Counts a request of the directory or for a token. */
  begin(): void {
    this.#requests++;
  }

  now(): Moment {
    return { time: this.#clock(), request: this.#requests };
  }

  /** Whether an object that was created then is known. */
  has(kind: 'application' | 'principal' | 'credential' | 'consent', since: Moment): boolean {
    const delay = this.#delays[kind];
    if (delay === undefined) return true;
    return 'ms' in delay ? this.#clock() - since.time >= delay.ms : this.#requests - since.request > delay.requests;
  }
}

/** As Graph writes it. `time`: epoch ms. */
export function dateTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
