import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import SlowSuites from './slow-suites.ts';

/** What the reporter prints after suites of these durations in ms. */
function printed(durations: readonly number[]): string {
  const reporter = new SlowSuites({ rootDir: path.resolve('.') });
  for (const [at, runtime] of durations.entries()) {
    reporter.onTestResult(undefined, { testFilePath: path.resolve(`suite-${at}.test.ts`), perfStats: { runtime } });
  }
  const output = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    reporter.onRunComplete();
    return output.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    output.mockRestore();
  }
}

test('prints the ten suites that took longest, the longest first', () => {
  const lines = printed(Array.from({ length: 12 }, (_, at) => at * 100))
    .trim()
    .split('\n');
  expect(lines).toHaveLength(11);
  expect([lines[1], lines[10]]).toEqual([
    expect.stringMatching(/^ *1\.1 s {2}suite-11\.test\.ts$/),
    expect.stringMatching(/^ *0\.2 s {2}suite-2\.test\.ts$/),
  ]);
});

test('prints nothing after a few suites', () => {
  expect(printed([1000, 2000])).toBe('');
});
