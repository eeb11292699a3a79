import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { forwardSignals } from '../../demo/log.ts';

/** The signals that a child gets if this process gets all of them. */
function passedOn(platform: NodeJS.Platform): readonly string[] {
  const source = new EventEmitter();
  const sent: string[] = [];
  const stop = forwardSignals({ kill: (signal) => sent.push(signal) }, source, platform);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK']) {
    // Without a listener the signal would end this process.
    expect(source.listenerCount(signal)).toBe(1);
    source.emit(signal, signal);
  }
  stop();
  expect(source.eventNames()).toEqual([]);
  return sent;
}

test.each(['linux', 'darwin'] as const)('forwards every signal to the child on %s', (platform) => {
  expect(passedOn(platform)).toEqual(['SIGINT', 'SIGTERM', 'SIGBREAK']);
});

test('forwards no signal on Windows, where it would kill the child', () => {
  expect(passedOn('win32')).toEqual([]);
});
