import type { Machine } from '../http/machine.ts';
import type { ProgressLog } from '../run/log.ts';
import { count, counted, duration } from '../text/numbers.ts';

const INTERVAL = 5_000;
/** For a log that replaces the line. */
const SHORT_INTERVAL = 250;
/** The rate is measured over half a minute: long enough to be steady, short enough to follow throttling. */
const WINDOW = 30_000;

/** What a log of the progress follows. */
interface Progress {
  readonly reader: {
    /** How many mailboxes are completed, read or not. */
    readonly finished: number;
    /** What is listed so far; undefined once the first mailbox can be read. */
    readonly listing?: string | undefined;
  };
  /** Number of pauses for Retry-After. */
  readonly waits: () => number;
  readonly total: number;
}

interface Sample {
  readonly time: number;
  readonly done: number;
}

/**
 * Passes the chunks of a source on and logs its progress: every few seconds, and at the end unless the run was cancelled.
 */
export async function* logProgress<Chunk>(
  {
    core,
    now,
    timer,
    signal,
  }: Pick<Machine, 'now' | 'timer'> & { readonly core: ProgressLog; readonly signal: AbortSignal },
  progress: Progress & { readonly reader: { read(): AsyncIterable<Chunk> } },
): AsyncGenerator<Chunk> {
  let samples: readonly Sample[] = [{ time: now(), done: 0 }];
  const report = (): void => {
    const sample = { time: now(), done: progress.reader.finished };
    const recent = samples.findLastIndex(({ time }) => sample.time - time >= WINDOW);
    samples = [...samples.slice(Math.max(0, recent)), sample];
    const line = progressLine(progress, samples[0] ?? sample, sample);
    if (core.progress === undefined) core.info(line);
    else core.progress(sample.done / Math.max(1, progress.total), line);
  };
  const again = (): (() => void) =>
    timer(core.progress === undefined ? INTERVAL : SHORT_INTERVAL, () => {
      cancel = again();
      report();
    });
  let cancel = again();
  try {
    yield* progress.reader.read();
    if (!signal.aborted) report();
  } finally {
    cancel();
  }
}

/** For example `12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits`. */
function progressLine({ total, reader, waits }: Progress, oldest: Sample, { time, done }: Sample): string {
  const ms = time - oldest.time;
  const rate = ms > 0 ? ((done - oldest.done) / ms) * 1000 : 0;
  const left = rate > 0 ? duration(((total - done) / rate) * 1000) : 'unknown time';
  const state = reader.listing === undefined ? `${count(rate)}/s, ${left} left` : `listed so far: ${reader.listing}`;
  const waited = waits() === 0 ? '' : `, ${counted(waits(), 'wait', 'waits')}`;
  return `${count(done)} / ${count(total)} mailboxes, ${state}${waited}`;
}
