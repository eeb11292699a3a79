import type { RunContext } from '../context.ts';
import { count, counted, duration } from '../text/numbers.ts';

const INTERVAL = 5_000;
/** The rate is measured over half a minute: long enough to be steady, short enough to follow throttling. */
const WINDOW = 30_000;

/** Timers as Node has them. */
export interface Timers {
  setInterval(callback: () => void, ms: number): NodeJS.Timeout;
  clearInterval(timer: NodeJS.Timeout): void;
}

export interface ProgressOptions {
  readonly total: number;
  /** Takes a line for the log. */
  readonly log: (line: string) => void;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Number of completed mailboxes, readable or not. */
  readonly done: () => number;
  /** Number of pauses for Retry-After. */
  readonly waits: () => number;
  /** What is listed so far, if mailboxes can be read only afterwards. */
  readonly listing?: () => string | undefined;
  /** Between two lines, in ms. */
  readonly interval?: number;
  readonly timers?: Timers;
}

interface Sample {
  readonly time: number;
  readonly done: number;
}

/** Logs the progress every few seconds until `stop`. Does not keep the process alive. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #timers: Timers;
  readonly #timer: NodeJS.Timeout;
  #samples: Sample[];

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#timers = options.timers ?? { setInterval, clearInterval };
    this.#samples = [{ time: options.now(), done: 0 }];
    this.#timer = this.#timers.setInterval(() => {
      this.report();
    }, options.interval ?? INTERVAL);
    this.#timer.unref();
  }

  /** Ends the lines; a second call does nothing. */
  stop(): void {
    this.#timers.clearInterval(this.#timer);
  }

  /** Logs a line now. */
  report(): void {
    const { total, log, now, done, waits, listing } = this.#options;
    const sample = { time: now(), done: done() };
    const recent = this.#samples.findLastIndex(({ time }) => sample.time - time >= WINDOW);
    this.#samples = [...this.#samples.slice(Math.max(0, recent)), sample];
    const [oldest = sample] = this.#samples;
    const ms = sample.time - oldest.time;
    const rate = ms > 0 ? ((sample.done - oldest.done) / ms) * 1000 : 0;
    log(progressLine({ done: sample.done, total, rate, waits: waits(), listing: listing?.() }));
  }
}

/**
 * `12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits`. The rate is mailboxes a second. At a rate of 0 the
 * remaining time is unknown. Waits are omitted if there are none.
 */
export function progressLine(progress: {
  readonly done: number;
  readonly total: number;
  readonly rate: number;
  readonly waits: number;
  readonly listing?: string | undefined;
}): string {
  const { done, total, rate, waits, listing } = progress;
  const left = rate > 0 ? duration(((total - done) / rate) * 1000) : 'unknown time';
  const waited = waits === 0 ? '' : `, ${counted(waits, 'wait', 'waits')}`;
  const state = listing === undefined ? `${count(rate)}/s, ${left} left` : `listed so far: ${listing}`;
  return `${count(done)} / ${count(total)} mailboxes, ${state}${waited}`;
}

/** The progress of a source. */
interface ReadingSource<Chunk> {
  read(): AsyncIterable<Chunk>;
  /** How many mailboxes are completed, read or not. */
  readonly finished: number;
  /** What is listed so far; undefined once the first mailbox can be read. */
  readonly listing?: string | undefined;
}

/** Passes the chunks of a source on and logs its progress: every few seconds, and at the end unless the run was cancelled. */
export async function* logProgress<Chunk>(
  { core, now, signal }: RunContext,
  { reader, waits, total }: { reader: ReadingSource<Chunk>; waits: () => number; total: number },
): AsyncGenerator<Chunk> {
  const progress = new Progress({
    total,
    now,
    log: (line) => {
      core.info(line);
    },
    done: () => reader.finished,
    waits,
    listing: () => reader.listing,
  });
  try {
    yield* reader.read();
    if (!signal.aborted) progress.report();
  } finally {
    progress.stop();
  }
}
