/** A limit that the whole application shares, as Graph's 130,000 requests in 10 s. */
export interface LimitOptions {
  /** How many requests a window takes. Each item of a batch is one. */
  readonly requests: number;
  /** Length of a window in ms. It begins with its first request. */
  readonly per: number;
  /** Seconds for which everything is refused once the limit was passed. A fraction gives headers with fractions. */
  readonly retryAfter: number;
}

/** Counts requests and refuses those over the limit. Refused ones spend quota too. */
export class Limit {
  readonly #options: LimitOptions;
  #began = -Infinity;
  #spent = 0;
  #opensAt = -Infinity;

  constructor(options: LimitOptions) {
    this.#options = options;
  }

  /** Takes one request at an instant in ms. Gives the instant from which it is taken, where it is refused. */
  take(now: number): number | undefined {
    if (now - this.#began >= this.#options.per) {
      this.#began = now;
      this.#spent = 0;
    }
    this.#spent++;
    if (now < this.#opensAt) return this.#opensAt;
    if (this.#spent <= this.#options.requests) return undefined;
    this.#opensAt = now + this.#options.retryAfter * 1000;
    return this.#opensAt;
  }

  /** Seconds until the door opens, rounded up: whoever waits them out finds it open. */
  retryAfter(now: number): string {
    const seconds = Math.max(0, this.#opensAt - now) / 1000;
    return Number.isInteger(this.#options.retryAfter)
      ? String(Math.ceil(seconds))
      : String(Math.ceil(seconds * 1000) / 1000);
  }
}

/** A request on its way while the refusal was on its own cannot have known: for so many ms, unless told otherwise. */
export const IN_FLIGHT_MS = 250;

/**
 * Remembers each Retry-After that was given, to tell requests sent into a closed door. One that a client already knew
 * to run longer adds nothing.
 */
export class Door {
  readonly #inFlightMs: number;
  #closures: { readonly toldAt: number; readonly opensAt: number }[] = [];

  constructor(inFlightMs = IN_FLIGHT_MS) {
    this.#inFlightMs = inFlightMs;
  }

  /** A refusal was sent at `toldAt` and holds until `opensAt` (ms). */
  close(toldAt: number, opensAt: number): void {
    this.#closures = this.#closures.filter((closure) => closure.opensAt > toldAt);
    if (!this.#closures.some((closure) => closure.opensAt >= opensAt)) this.#closures.push({ toldAt, opensAt });
  }

  /** Whether a request that arrived now was sent by someone who had been told to wait. */
  early(now: number): boolean {
    return this.#closures.some(({ toldAt, opensAt }) => now > toldAt + this.#inFlightMs && now < opensAt);
  }
}

/** A Retry-After that an answer carries: of one mailbox (in lower case), or of the application as a whole. */
export interface Closure {
  readonly mailbox: string | undefined;
  readonly opensAt: number;
}

/** The door of the application and those of its mailboxes. */
export class Doors {
  readonly #inFlightMs: number;
  readonly #application: Door;
  readonly #mailboxes = new Map<string, Door>();
  #pausedUntil = 0;
  #pausedMs = 0;

  constructor(inFlightMs: number) {
    this.#inFlightMs = inFlightMs;
    this.#application = new Door(inFlightMs);
  }

  /** Ms of all Retry-After periods of the application. Overlapping periods count once. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  /** An answer with these was sent at an instant in ms. */
  close(closures: readonly Closure[], toldAt: number): void {
    for (const { mailbox, opensAt } of closures) {
      if (mailbox === undefined) {
        this.#application.close(toldAt, opensAt);
        this.#pausedMs += Math.max(0, opensAt - Math.max(toldAt, this.#pausedUntil));
        this.#pausedUntil = Math.max(this.#pausedUntil, opensAt);
        continue;
      }
      const door = this.#mailboxes.get(mailbox) ?? new Door(this.#inFlightMs);
      this.#mailboxes.set(mailbox, door);
      door.close(toldAt, opensAt);
    }
  }

  /** How many of these mailboxes, asked for in a request that arrived now, should not have been asked for yet. */
  early(mailboxes: readonly string[], now: number): number {
    if (this.#application.early(now)) return mailboxes.length;
    if (this.#mailboxes.size === 0) return 0;
    return mailboxes.filter((mailbox) => this.#mailboxes.get(mailbox)?.early(now) === true).length;
  }
}

/** Requests to one mailbox at a time. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const MOST_PER_MAILBOX = 4;

/** Counts the reads of each mailbox that are under way. */
export class MailboxConcurrency {
  readonly #underWay = new Map<string, number>();
  #most = 0;

  get most(): number {
    return this.#most;
  }

  /** Begins a read. False where the mailbox has as many as it takes; that one then need not be ended. */
  enter(mailbox: string): boolean {
    const reads = (this.#underWay.get(mailbox) ?? 0) + 1;
    this.#most = Math.max(this.#most, reads);
    if (reads > MOST_PER_MAILBOX) return false;
    this.#underWay.set(mailbox, reads);
    return true;
  }

  leave(mailbox: string): void {
    const reads = (this.#underWay.get(mailbox) ?? 1) - 1;
    if (reads === 0) this.#underWay.delete(mailbox);
    else this.#underWay.set(mailbox, reads);
  }
}
