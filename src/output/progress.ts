import type { RunContext } from '../context.ts';
import type { RateLimiter } from '../graph/rate-limiter.ts';
import { count, counted, duration } from '../text/numbers.ts';

const INTERVAL = 5_000;
/** The rate is that of the last half minute: long enough to be steady, short enough to follow throttling. */
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
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Mailboxes that are done with so far, read or not. */
  readonly done: () => number;
  /** How often everything waited for Retry-After so far. */
  readonly waits: () => number;
  /** Between two lines, in ms. */
  readonly interval?: number;
  readonly timers?: Timers;
}

interface Sample {
  readonly time: number;
  readonly done: number;
}

/** Logs how far the reading has come, every few seconds until `stop`. It keeps no process alive. */
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

  /** Logs a line now, whenever the next one is due. */
  report(): void {
    const { total, log, now, done, waits } = this.#options;
    const sample = { time: now(), done: done() };
    const recent = this.#samples.findLastIndex(({ time }) => sample.time - time >= WINDOW);
    this.#samples = [...this.#samples.slice(Math.max(0, recent)), sample];
    const [oldest = sample] = this.#samples;
    const ms = sample.time - oldest.time;
    const rate = ms > 0 ? ((sample.done - oldest.done) / ms) * 1000 : 0;
    log(progressLine({ done: sample.done, total, rate, waits: waits() }));
  }
}

/**
 * `12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits`. The rate is mailboxes a second; where it is 0 nobody can tell
 * how long it takes, and the line says so. Waits are named once there are some.
 */
export function progressLine(progress: {
  readonly done: number;
  readonly total: number;
  readonly rate: number;
  readonly waits: number;
}): string {
  const { done, total, rate, waits } = progress;
  const left = rate > 0 ? duration(((total - done) / rate) * 1000) : 'unknown time';
  const waited = waits === 0 ? '' : `, ${counted(waits, 'wait', 'waits')}`;
  return `${count(done)} / ${count(total)} mailboxes, ${count(rate)}/s, ${left} left${waited}`;
}

/** What a source offers about its progress. */
interface ReadingSource<Chunk> {
  read(): AsyncIterable<Chunk>;
  /** How many mailboxes are completed, read or not. */
  readonly finished: number;
}

/** Passes the chunks of a source on and logs its progress: every few seconds, and at the end unless the run was cancelled. */
export async function* logProgress<Chunk>(
  { core, now, signal }: RunContext,
  { reader, limiter, total }: { reader: ReadingSource<Chunk>; limiter: RateLimiter; total: number },
): AsyncGenerator<Chunk> {
  const progress = new Progress({
    total,
    now,
    log: (line) => {
      core.info(line);
    },
    done: () => reader.finished,
    waits: () => limiter.throttling.waits,
  });
  try {
    yield* reader.read();
    if (!signal.aborted) progress.report();
  } finally {
    progress.stop();
  }
}
