import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toUtc } from '../../../src/reports/expressions/functions.ts';

test.each([
  ['2026-11-25T08:00:00.0000000', 'UTC', '2026-11-25T08:00:00Z'],
  ['2026-11-25T08:00:00', 'utc', '2026-11-25T08:00:00Z'],
  ['2026-11-25T08:00:00.0000000', 'W. Europe Standard Time', '2026-11-25T07:00:00Z'],
  ['2026-07-25T08:00:00.0000000', 'W. Europe Standard Time', '2026-07-25T06:00:00Z'],
  ['2026-07-25T08:00:00.0000000', 'Europe/Berlin', '2026-07-25T06:00:00Z'],
  ['2026-11-25T08:00:00.0000000', 'India Standard Time', '2026-11-25T02:30:00Z'],
  ['2026-11-25T23:00:00.0000000', 'Pacific Standard Time', '2026-11-26T07:00:00Z'],
  // The hour before and after the clocks change in New York on 1 November 2026 at 06:00 UTC.
  ['2026-11-01T00:30:00.0000000', 'Eastern Standard Time', '2026-11-01T04:30:00Z'],
  ['2026-11-01T02:30:00.0000000', 'Eastern Standard Time', '2026-11-01T07:30:00Z'],
  ['2026-11-25T08:00:00.0000000Z', 'Tokyo Standard Time', '2026-11-25T08:00:00Z'],
  ['2026-11-25T08:00:00+02:00', 'UTC', '2026-11-25T06:00:00Z'],
  // A date that .NET writes for none.
  ['0001-01-01T00:00:00.0000000', 'W. Europe Standard Time', '0000-12-31T23:06:32Z'],
])('converts %s in %s to %s', (dateTime, zone, utc) => {
  expect(toUtc(dateTime, zone)).toBe(utc);
});

test.each([
  ['2026-11-25T08:00:00', 'Customized Time Zone'],
  ['tomorrow', 'UTC'],
  ['2026-13-45T08:00:00', 'UTC'],
  ['2026-11-25T99:00:00+00:00', 'UTC'],
  ['', ''],
])('returns undefined for %s in %s', (dateTime, zone) => {
  expect(toUtc(dateTime, zone)).toBeUndefined();
});

test('converts the local time of any zone back to the instant', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2 ** 32 }), (zone, seconds) => {
      const instant = new Date(seconds * 1000);
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
        .format(instant)
        .replace(' ', 'T');
      const found = Date.parse(toUtc(local, zone) ?? '');
      // An hour that repeats when the clocks change has two correct instants.
      expect(Math.abs(found - instant.getTime()) % 1_800_000).toBe(0);
      expect(Math.abs(found - instant.getTime())).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
