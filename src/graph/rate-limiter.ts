/**
 * When the next batch may leave, and how many may be under way at once.
 *
 * Nothing is paced until the tenant refuses something (429, or 503 for a whole batch). Then the door is closed for the
 * longest Retry-After of the refusal, for everybody; the rate that the tenant took is learned from what it accepted;
 * and from then on batches leave evenly at a little under that rate, which creeps up along a cubic curve, as the window
 * of TCP does after a loss (RFC 9438): slowly near the rate that failed, ever faster once that lies far behind. A window
 * of requests in flight alone will not do: after each pause it is released in one burst, into the next refusal.
 *
 * Rates are mailboxes a second, since Graph counts each item of a batch as a request; times are ms.
 */

/** What a batch must remember of the moment it left, so that its answer is counted to the right door. */
export interface Permit {
  readonly episode: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface RateLimiterOptions {
  /** Batches in flight; `auto` begins with `AUTO_START` and grows while answers come clean. */
  readonly concurrency: number | 'auto';
  /** Between 0 and 1: spreads waits for which the tenant named no time. */
  readonly random: () => number;
}

const AUTO_START = 24;
const AUTO_LEAST = 8;
const AUTO_MOST = 64;
/** A new batch in flight for each so many clean answers: fast enough, and few are under way when the door closes. */
const CLEAN_ANSWERS_A_STEP = 4;
/**
 * Mailboxes a ms that Graph takes of one application: 130,000 in 10 s. What is in flight is rate times latency (Little's
 * law), so more batches than this rate fills at the latency seen only fill memory.
 * https://learn.microsoft.com/graph/throttling-limits
 */
const MOST_A_MS = 13;
/** The share of the learned rate at which sending goes on. */
const CAUTION = 0.95;
/** What was measured is the limit itself: the curve levels off a little below it. */
const HEADROOM = 0.98;
/** The shortest window in which limits are counted: a shorter sample says nothing of the rate. */
const SHORTEST_SAMPLE = 1000;
/** How late a batch may leave and the next still keep its own time: makes up for timers, allows no burst. */
const SLACK = 10;
/** Where nothing at all was accepted, one batch a second goes on: there is no rate to learn from. */
const SLOWEST = 20;

export class RateLimiter {
  readonly #concurrency: number | 'auto';
  readonly #random: () => number;
  #window: number;
  #cleanAnswers = 0;
  #doorOpensAt = 0;
  #nextDeparture = 0;
  #rate: Rate | undefined;
  #episode: Episode = newEpisode(0);
  #consecutivePauses = 0;
  #waits = 0;
  #waited = 0;
  #refused = 0;

  constructor({ concurrency, random }: RateLimiterOptions) {
    this.#concurrency = concurrency;
    this.#random = random;
    this.#window = concurrency === 'auto' ? AUTO_START : concurrency;
  }

  /** How many batches may be in flight. After a pause, one goes ahead to see whether the door is open. */
  get window(): number {
    const { number, accepted } = this.#episode;
    return number > 0 && accepted === 0 ? 1 : this.#window;
  }

  /** How often the door closed, for how many ms in all, and how many mailboxes were refused at it. */
  get throttling(): { readonly waits: number; readonly waitedMs: number; readonly refused: number } {
    return { waits: this.#waits, waitedMs: Math.round(this.#waited), refused: this.#refused };
  }

  /** How often in a row the door closed without one mailbox being answered in between. */
  get consecutivePauses(): number {
    return this.#consecutivePauses;
  }

  /** For how many ms, from `now`, nothing may be sent; 0 where a batch may leave at once. */
  delay(now: number): number {
    return Math.max(0, this.#doorOpensAt - now, this.#rateAt(now) === undefined ? 0 : this.#nextDeparture - now);
  }

  /** Tells that a batch of so many mailboxes leaves. */
  acquire(items: number, now: number): Permit {
    if (this.#episode.closedAt !== undefined) this.#open(now);
    this.#episode.firstDeparture ??= now;
    const rate = this.#rateAt(now);
    if (rate !== undefined) {
      this.#nextDeparture = Math.max(this.#nextDeparture, now - SLACK) + (items / rate) * 1000;
    }
    return { episode: this.#episode.number, at: now };
  }

  /** Tells that so many mailboxes of a batch got an answer of their own, good or bad, rather than a refusal. */
  accepted(items: number, permit: Permit, now: number): void {
    if (items === 0) return;
    this.#consecutivePauses = 0;
    if (permit.episode !== this.#episode.number) return;
    this.#episode.accepted += items;
    if (this.#episode.closedAt !== undefined) this.#episode.acceptedAfterClosing += items;
    else if (this.#concurrency === 'auto') this.#fit(items, now - permit.at);
  }

  #fit(items: number, latency: number): void {
    if (this.#window * items > MOST_A_MS * latency) this.#window = Math.max(AUTO_LEAST, this.#window - 1);
    else if (this.#window < AUTO_MOST && ++this.#cleanAnswers % CLEAN_ANSWERS_A_STEP === 0) this.#window++;
  }

  /**
   * Tells that the tenant refused so many mailboxes of a batch, and for how many ms, where it said so. All that shares
   * the limit waits. Answers to what left before the door closed can only keep it closed for longer.
   */
  refused(items: number, retryAfter: number | undefined, permit: Permit, now: number): void {
    this.#refused += items;
    const current = permit.episode === this.#episode.number;
    if (current) {
      if (this.#episode.closedAt === undefined) {
        this.#consecutivePauses++;
        this.#waits++;
      }
      this.#episode.closedAt = Math.min(this.#episode.closedAt ?? Infinity, permit.at);
      this.#episode.refused += items;
    }
    const wait = retryAfter ?? 1000 * 2 ** Math.min(this.#consecutivePauses - 1, 6) * (0.5 + this.#random() / 2);
    const opensAt = Math.max(this.#doorOpensAt, now + wait);
    this.#waited += opensAt - Math.max(now, this.#doorOpensAt);
    this.#doorOpensAt = opensAt;
    this.#episode.longestWait = Math.max(this.#episode.longestWait, wait);
  }

  #open(now: number): void {
    const paced = this.#rateAt(this.#episode.closedAt ?? now);
    this.#rate = learn(this.#episode, paced === undefined ? undefined : this.#rate, paced, now);
    this.#nextDeparture = now;
    this.#episode = newEpisode(this.#episode.number + 1);
  }

  #rateAt(now: number): number | undefined {
    return this.#rate === undefined ? undefined : creep(this.#rate, now);
  }
}

/** What happened between two openings of the door. */
interface Episode {
  readonly number: number;
  firstDeparture: number | undefined;
  /** When the first that was refused had left: its answer came a whole latency later, which is no part of the rate. */
  closedAt: number | undefined;
  accepted: number;
  acceptedAfterClosing: number;
  refused: number;
  longestWait: number;
}

function newEpisode(number: number): Episode {
  return {
    number,
    firstDeparture: undefined,
    closedAt: undefined,
    accepted: 0,
    acceptedAfterClosing: 0,
    refused: 0,
    longestWait: 0,
  };
}

interface Rate {
  /** The rate that the tenant is believed to take. */
  readonly ceiling: number;
  readonly since: number;
  /** Ms until the curve is back at the ceiling. */
  readonly plateau: number;
  /** What the episode that taught it let through, and in how many ms. */
  readonly sample: { readonly accepted: number; readonly lasted: number };
}

/**
 * The rate that an episode taught, with the rate it was paced at. A refusal while most of what was under way got
 * through is no limit reached but a stray one: the rate hardly falls, and soon rises again.
 */
function learn(episode: Episode, rate: Rate | undefined, paced: number | undefined, now: number): Rate {
  const lasted = (episode.closedAt ?? now) - (episode.firstDeparture ?? now);
  const sample = { accepted: episode.accepted, lasted };
  const stray = episode.acceptedAfterClosing > episode.refused;
  const measured = (episode.accepted / Math.max(lasted, stray ? 50 : SHORTEST_SAMPLE)) * 1000;
  const taken = rate === undefined ? measured : Math.min(measured, refill(rate, sample) ?? measured);
  const bounded = paced === undefined ? taken : Math.min(Math.max(taken, paced * (stray ? 0.8 : 0.5)), paced);
  return {
    ceiling: Math.max(SLOWEST, bounded * HEADROOM),
    since: now,
    plateau: plateauAfter(episode, stray),
    sample,
  };
}

function plateauAfter({ accepted, longestWait }: Episode, stray: boolean): number {
  // The rate is the slowest there is, and no limit is known that a quick rise could run into.
  if (accepted === 0) return 500;
  // The longer a refusal costs, the longer a known limit is left alone.
  return stray ? 2_000 : Math.max(20_000, 6 * longestWait);
}

/**
 * Where a paced episode ended soon, the rate was too high from the start, for instance since the tenant lets a burst
 * through before it counts (a token bucket). Both samples began with that burst, so their difference is free of it.
 */
function refill({ plateau, sample }: Rate, { accepted, lasted }: Rate['sample']): number | undefined {
  const longer = lasted - sample.lasted;
  if (longer < SHORTEST_SAMPLE || lasted > plateau / 4) return undefined;
  return ((accepted - sample.accepted) / longer) * 1000;
}

function creep({ ceiling, since, plateau }: Rate, now: number): number {
  return ceiling * (1 + (1 - CAUTION) * ((now - since) / plateau - 1) ** 3);
}
