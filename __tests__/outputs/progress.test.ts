import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { logProgress } from '../../src/outputs/progress.ts';
import type { ProgressLog } from '../../src/run/log.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { RecordingCore } from '../support/recording-core.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A chunk of a source: how many mailboxes it completes, and how long that takes. */
interface Step {
  readonly mailboxes: number;
  readonly ms: number;
}

/** The lines about a source that completes mailboxes in steps. */
async function linesOf(
  steps: readonly Step[],
  {
    total,
    waits = 0,
    listing,
    signal = new AbortController().signal,
    shows,
  }: {
    readonly total: number;
    readonly waits?: number;
    readonly listing?: string;
    readonly signal?: AbortSignal;
    readonly shows?: Required<Pick<ProgressLog, 'progress'>>;
  },
): Promise<readonly string[]> {
  const recording = new RecordingCore();
  const core = shows === undefined ? recording : { ...shows, info: recording.info.bind(recording) };
  const reader = {
    finished: 0,
    listing,
    async *read() {
      for (const { mailboxes, ms } of steps) {
        reader.finished += mailboxes;
        await jest.advanceTimersByTimeAsync(ms);
        yield mailboxes;
      }
    },
  };
  const context = { core, now: () => Date.now(), timer: thisMachine().timer, signal };
  const passed: number[] = [];
  for await (const chunk of logProgress(context, { reader, total, waits: () => waits })) passed.push(chunk);
  expect(passed).toEqual(steps.map(({ mailboxes }) => mailboxes));
  expect(jest.getTimerCount()).toBe(0);
  return recording.lines;
}

test.each([
  [
    { mailboxes: 9_500, ms: 5_000 },
    { total: 57_000, waits: 3 },
    '9,500 / 57,000 mailboxes, 1,900/s, 25 s left, 3 waits',
  ],
  [
    { mailboxes: 60_000, ms: 30_000 },
    { total: 60_000, waits: 1 },
    '60,000 / 60,000 mailboxes, 2,000/s, 0 s left, 1 wait',
  ],
  [{ mailboxes: 0, ms: 5_000 }, { total: 10, waits: 2 }, '0 / 10 mailboxes, 0/s, unknown time left, 2 waits'],
  [
    { mailboxes: 0, ms: 5_000 },
    { total: 9_000, listing: 'Get-Mailbox 4,000' },
    '0 / 9,000 mailboxes, listed so far: Get-Mailbox 4,000',
  ],
])('after %j of %j, the last line is "%s"', async (step, options, line) => {
  expect((await linesOf([step], options)).at(-1)).toBe(line);
});

test('a line every five seconds shows the rate of the last half minute, not of the whole run', async () => {
  const steps = [...Array<number>(10).fill(5_000), ...Array<number>(8).fill(500)];
  const lines = await linesOf(
    steps.map((mailboxes) => ({ mailboxes, ms: 5_000 })),
    { total: 100_000 },
  );
  expect(lines).toHaveLength(19);
  expect(lines[0]).toBe('5,000 / 100,000 mailboxes, 1,000/s, 1 min 35 s left');
  expect(lines[9]).toBe('50,000 / 100,000 mailboxes, 1,000/s, 50 s left');
  expect(lines.at(-1)).toBe('54,000 / 100,000 mailboxes, 100/s, 7 min 40 s left');
});

test('a short run has one line, at the end', async () => {
  const lines = await linesOf([{ mailboxes: 10, ms: 100 }], { total: 10 });
  expect(lines).toEqual(['10 / 10 mailboxes, 100/s, 0 s left']);
});

test('a cancelled run has no line at the end', async () => {
  const lines = await linesOf([{ mailboxes: 10, ms: 100 }], { total: 20, signal: AbortSignal.abort() });
  expect(lines).toEqual([]);
});

test('a log that replaces its line gets the share several times a second, and no lines', async () => {
  const shares: number[] = [];
  const shows = { progress: (share: number) => shares.push(share) };
  const steps = [...Array<Step>(4)].map(() => ({ mailboxes: 25, ms: 250 }));
  expect(await linesOf(steps, { total: 100, shows })).toEqual([]);
  expect(shares).toEqual([0.25, 0.5, 0.75, 1, 1]);
});
