import { afterEach, expect, jest, test } from '@jest/globals';
import { thisMachine, within } from '../../src/http/machine.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('a clock has the time of the machine, also if that was corrected since the process began', () => {
  const corrected = Date.now() + 3_600_000;
  jest.spyOn(Date, 'now').mockReturnValue(corrected);
  const { now } = thisMachine();
  jest.restoreAllMocks();
  expect(now()).toBeGreaterThanOrEqual(corrected);
  expect(now()).toBeLessThan(corrected + 1_800_000);
});

test('a wait never ends early', async () => {
  const { sleep } = thisMachine();
  for (let wait = 0; wait < 20; wait++) {
    const start = performance.now();
    await sleep(wait / 7);
    expect(performance.now() - start).toBeGreaterThanOrEqual(wait / 7);
  }
});

test('work within a limit ends with it, and the limit with the work', async () => {
  const cancel = jest.fn();
  let end = (): void => undefined;
  const timer = (_ms: number, call: () => void): (() => void) => {
    end = call;
    return cancel;
  };
  const given = new AbortController();
  const waiting = within(1_000, { timer, signal: given.signal }, async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return signal.reason instanceof DOMException && signal.reason.name;
  });
  end();
  expect(await waiting).toBe('TimeoutError');
  expect(given.signal.aborted).toBe(false);
  expect(await within(1_000, { timer }, () => Promise.resolve('done'))).toBe('done');
  expect(cancel).toHaveBeenCalledTimes(2);
});
