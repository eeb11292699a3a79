/** A limit that the whole application shares, as Graph's 130,000 requests in 10 s. */
export interface LimitOptions {
  /** Requests per window. Each item of a batch counts as one. */
  readonly requests: number;
  /** Length of a window in ms. It begins with its first request. */
  readonly per: number;
  /** Seconds for which all requests are rejected after the limit was exceeded. A fraction gives headers with fractions. */
  readonly retryAfter: number;
}

/** Counts requests and rejects those over the limit. Rejected requests use quota too. */
export class Limit {
  readonly #options: LimitOptions;
  #began = -Infinity;
  #spent = 0;
  #opensAt = -Infinity;

  constructor(options: LimitOptions) {
    this.#options = options;
  }

  /** Counts a request at a time in ms. If it is rejected, returns the time from which it would be accepted. */
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

  /** Seconds until the gate opens, rounded up, so it is open after the wait. */
  retryAfter(now: number): string {
    const seconds = Math.max(0, this.#opensAt - now) / 1000;
    return Number.isInteger(this.#options.retryAfter)
      ? String(Math.ceil(seconds))
      : String(Math.ceil(seconds * 1000) / 1000);
  }
}

/** Default time in ms after a rejection during which requests count as sent before the client received it. */
export const IN_FLIGHT_MS = 250;

/**
 * Remembers each Retry-After, to count requests that are sent while the gate is closed. A Retry-After that ends before an
 * earlier one adds nothing.
 */
export class Gate {
  readonly #inFlightMs: number;
  #closures: { readonly sentAt: number; readonly opensAt: number }[] = [];

  constructor(inFlightMs = IN_FLIGHT_MS) {
    this.#inFlightMs = inFlightMs;
  }

  /** Closes the gate from `sentAt`, when a rejection was sent, until `opensAt` (ms). */
  close(sentAt: number, opensAt: number): void {
    this.#closures = this.#closures.filter((closure) => closure.opensAt > sentAt);
    if (!this.#closures.some((closure) => closure.opensAt >= opensAt)) this.#closures.push({ sentAt, opensAt });
  }

  /** Whether the client of a request that arrived now had received a Retry-After that has not ended. */
  early(now: number): boolean {
    return this.#closures.some(({ sentAt, opensAt }) => now > sentAt + this.#inFlightMs && now < opensAt);
  }
}

/** A Retry-After in a response: of one mailbox (in lower case), or of the whole application. */
export interface Closure {
  readonly mailbox: string | undefined;
  readonly opensAt: number;
}

/** The gates of the application and of its mailboxes. */
export class Gates {
  readonly #inFlightMs: number;
  readonly #application: Gate;
  readonly #mailboxes = new Map<string, Gate>();
  #pausedUntil = 0;
  #pausedMs = 0;

  constructor(inFlightMs: number) {
    this.#inFlightMs = inFlightMs;
    this.#application = new Gate(inFlightMs);
  }

  /** Ms of all Retry-After periods of the application. Overlapping periods count once. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  /** Closes the gates of a response that was sent at `sentAt` (ms). */
  close(closures: readonly Closure[], sentAt: number): void {
    for (const { mailbox, opensAt } of closures) {
      if (mailbox === undefined) {
        this.#application.close(sentAt, opensAt);
        this.#pausedMs += Math.max(0, opensAt - Math.max(sentAt, this.#pausedUntil));
        this.#pausedUntil = Math.max(this.#pausedUntil, opensAt);
        continue;
      }
      const gate = this.#mailboxes.get(mailbox) ?? new Gate(this.#inFlightMs);
      this.#mailboxes.set(mailbox, gate);
      gate.close(sentAt, opensAt);
    }
  }

  /** The number of these mailboxes whose gate is closed for a request that arrived now. */
  early(mailboxes: readonly string[], now: number): number {
    if (this.#application.early(now)) return mailboxes.length;
    if (this.#mailboxes.size === 0) return 0;
    return mailboxes.filter((mailbox) => this.#mailboxes.get(mailbox)?.early(now) === true).length;
  }
}

/** Requests to one mailbox at a time. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const MOST_PER_MAILBOX = 4;

/** Counts the reads in progress of each mailbox. */
export class MailboxConcurrency {
  readonly #underWay = new Map<string, number>();
  #most = 0;

  get most(): number {
    return this.#most;
  }

  /** Starts a read. False if the mailbox has its maximum of reads; this read must not be ended. */
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
