import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Progress, progressLine, type ProgressOptions } from '../../src/output/progress.ts';

describe('a progress line', () => {
  test.each([
    [{ done: 12_400, total: 60_000, rate: 1_900, waits: 3 }, '12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits'],
    [{ done: 0, total: 60_000, rate: 315.8, waits: 1 }, '0 / 60,000 mailboxes, 316/s, 3 min 10 s left, 1 wait'],
    [{ done: 60_000, total: 60_000, rate: 2_000, waits: 0 }, '60,000 / 60,000 mailboxes, 2,000/s, 0 s left'],
    [{ done: 5, total: 10, rate: 0, waits: 2 }, '5 / 10 mailboxes, 0/s, unknown time left, 2 waits'],
    [
      { done: 0, total: 9_000, rate: 0, waits: 1, listing: 'Get-Mailbox 4,000' },
      '0 / 9,000 mailboxes, listed so far: Get-Mailbox 4,000, 1 wait',
    ],
  ])('shows the counts, rate and remaining time of %j', (progress, line) => {
    expect(progressLine(progress)).toBe(line);
  });
});

/** A progress log with a clock and a timer that the test controls. */
function driven(total: number): {
  progress: Progress;
  advance: (mailboxes: number) => void;
  tick: (ms: number) => void;
  lines: string[];
  cleared: () => number;
} {
  let now = 0;
  let done = 0;
  let cleared = 0;
  let fire = (): void => undefined;
  const lines: string[] = [];
  const options: ProgressOptions = {
    total,
    log: (line) => lines.push(line),
    now: () => now,
    done: () => done,
    waits: () => 0,
    timers: {
      setInterval: (callback, ms) => {
        expect(ms).toBe(5_000);
        fire = callback;
        const timer = setInterval(() => undefined, 1_000_000);
        return timer;
      },
      clearInterval: (timer) => {
        cleared += 1;
        clearInterval(timer);
      },
    },
  };
  const progress = new Progress(options);
  return {
    progress,
    lines,
    cleared: () => cleared,
    advance: (mailboxes) => {
      done += mailboxes;
    },
    tick: (ms) => {
      now += ms;
      fire();
    },
  };
}

describe('progress', () => {
  test('shows the rate of the recent window, not of the whole run', () => {
    const { progress, advance, tick, lines } = driven(100_000);
    for (let i = 0; i < 10; i++) {
      advance(5_000);
      tick(5_000);
    }
    for (let i = 0; i < 8; i++) {
      advance(500);
      tick(5_000);
    }
    progress.stop();
    expect(lines[0]).toBe('5,000 / 100,000 mailboxes, 1,000/s, 1 min 35 s left');
    expect(lines[9]).toBe('50,000 / 100,000 mailboxes, 1,000/s, 50 s left');
    expect(lines.at(-1)).toBe('54,000 / 100,000 mailboxes, 100/s, 7 min 40 s left');
  });

  test('shows no remaining time if no mailbox was read recently', () => {
    const { progress, tick, lines } = driven(10);
    tick(5_000);
    tick(0);
    progress.stop();
    expect(lines).toEqual(Array(2).fill('0 / 10 mailboxes, 0/s, unknown time left'));
  });

  test('logs at intervals until it is stopped, and can be stopped again', async () => {
    const lines: string[] = [];
    const progress = new Progress({
      total: 10,
      log: (line) => lines.push(line),
      now: () => performance.now(),
      done: () => 4,
      waits: () => 1,
      interval: 5,
    });
    while (lines.length < 2) await wait(5);
    progress.stop();
    progress.stop();
    const stopped = lines.length;
    await wait(40);
    expect(lines).toHaveLength(stopped);
    expect(lines[0]).toMatch(/^4 \/ 10 mailboxes, [\d,]+\/s, \d+ s left, 1 wait$/);
  });
});
