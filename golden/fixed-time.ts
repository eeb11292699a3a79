import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let present = Date.parse('2026-11-02T06:00:00Z');

/** Epoch ms. */
export function now(): number {
  return present;
}

/** Sets the clock. `time`: ISO 8601. */
export function setTime(time: string): void {
  present = Date.parse(time);
}

/**
 * Gives this process a clock that stands still until it is set, and GUIDs that are recognised. Timers, and the time that `performance.now`
 * measures by itself, stay real: waits end.
 */
export function stopClock(): void {
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) => {
      const date: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
      if (!(date instanceof target)) throw new TypeError('a date is no date');
      return date;
    },
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
  const measured = performance.now.bind(performance);
  // A run adds both: the sum is the time of the clock.
  let isSum = false;
  Object.defineProperty(performance, 'timeOrigin', {
    get: () => {
      isSum = true;
      return now();
    },
  });
  performance.now = () => {
    const isOfSum = isSum;
    isSum = false;
    return isOfSum ? 0 : measured();
  };
  let guids = 0;
  crypto.randomUUID = () => {
    guids += 1;
    return `f01d0000-0000-4000-8000-${guids.toString(16).padStart(12, '0')}`;
  };
  syncBuiltinESMExports();
}

/** GUIDs that would be random, which are numbered as they are drawn. */
export const DRAWN_GUID = /f01d0000-0000-4000-8000-[0-9a-f]{12}/g;
