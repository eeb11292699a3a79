import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { INTERRUPTED, stopOnInterrupt, stopOnSignals } from '../../src/run/stop-signals.ts';

/** A process that a test can signal, and that only remembers how it ended. */
class SignalledProcess extends EventEmitter {
  readonly exits: number[] = [];
  readonly stdout = {
    write: (_text: string, written: () => void): void => {
      written();
    },
  };

  exit(code: number): void {
    this.exits.push(code);
  }
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])('%s', (signal) => {
  test('stops the requests at once, uploading after 4.5 s, and the process before GitHub kills it', () => {
    const process = new SignalledProcess();
    const stop = stopOnSignals(process);
    process.emit(signal);
    expect([stop.signal.aborted, stop.deadline.aborted]).toEqual([true, false]);
    jest.advanceTimersByTime(4_500);
    expect(stop.deadline.aborted).toBe(true);
    expect(process.exits).toEqual([]);
    jest.advanceTimersByTime(2_000);
    expect(process.exits).toEqual([1]);
  });

  test('changes nothing if it is repeated', () => {
    const process = new SignalledProcess();
    stopOnSignals(process);
    process.emit(signal);
    jest.advanceTimersByTime(4_000);
    process.emit('SIGTERM');
    jest.advanceTimersByTime(3_000);
    expect(process.exits).toEqual([1]);
  });
});

describe('Ctrl+C at a terminal', () => {
  test('stops the requests, without a deadline for writing, and ends the process if it is repeated', () => {
    const process = new SignalledProcess();
    const stop = stopOnInterrupt(process);
    process.emit('SIGINT');
    jest.advanceTimersByTime(600_000);
    expect([stop.signal.aborted, stop.deadline.aborted, process.exits]).toEqual([true, false, []]);
    process.emit('SIGINT');
    expect(process.exits).toEqual([INTERRUPTED]);
  });
});

test('has its default effect after the run has ended', () => {
  const process = new SignalledProcess();
  stopOnSignals(process).end();
  expect(process.exits).toEqual([]);
  expect(process.eventNames()).toEqual([]);
});
