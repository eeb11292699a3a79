import { expect, test } from '@jest/globals';
import { BATCH_SIZE } from '../../src/graph/batch.ts';
import { TIMEOUTS } from '../../src/http/dispatcher.ts';
import { MAX_CONSECUTIVE_PAUSES, MAX_WAIT } from '../../src/graph/circuit-breaker.ts';
import { MAX_PER_MAILBOX, NO_PROGRESS_TIMEOUT } from '../../src/graph/reader.ts';
import { MAX_ATTEMPTS } from '../../src/graph/retry.ts';
import { MAX_CONCURRENT_REQUESTS, MAX_REQUESTS } from '../../src/graph/mailbox-task.ts';
import { count } from '../../src/text/numbers.ts';
import { MOST_RESULTS } from '../../src/output/sarif.ts';
import { MOST_SUMMARY_BYTES } from '../../src/output/summary/summary.ts';
import { LARGEST_YAML_FILE } from '../../src/yaml/file.ts';
import { tableOf, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

const LIMITS = textOf('docs/limits.md');

function limitOf(what: string): string {
  const rows = tablesOf(LIMITS).flatMap(({ header, rows: all }) => (header[0] === 'What' ? all : []));
  const [found] = rows.filter(([name]) => name === what);
  if (found?.[1] === undefined) throw new Error(`no limit of ${what}`);
  return found[1];
}

const minutes = (ms: number): string => `${ms / 60_000} minutes`;
const seconds = (ms: number): string => String(ms / 1000);

test.each([
  ['One question to a mailbox', [`${MAX_ATTEMPTS} times`]],
  ['A wait that Graph asks for', [minutes(MAX_WAIT)]],
  ['One request', [TIMEOUTS.connect, TIMEOUTS.headers, TIMEOUTS.body].map(seconds)],
  ['All answers of a mailbox', [`${MAX_PER_MAILBOX / 1024 / 1024} Mi characters`]],
  ['Everything is refused', [`${MAX_CONSECUTIVE_PAUSES} refusals in a row`, `${NO_PROGRESS_TIMEOUT / 60_000} minute`]],
  ['Answers of a report for a mailbox', [`${count(MAX_REQUESTS)} requests`]],
  ['Job summary', [`${MOST_SUMMARY_BYTES / 1024} KiB`]],
  ['Report file', [`${LARGEST_YAML_FILE / 1_000_000} MB`]],
  ['Policy file', [`${LARGEST_YAML_FILE / 1_000_000} MB`]],
  ['SARIF', [`${count(MOST_RESULTS)} results`]],
])('%s', (what, numbers) => {
  for (const number of numbers) expect(limitOf(what)).toContain(number);
});

test.each([
  ['src/auth/token-request.ts', 'ATTEMPTS = 5', 'The token, from Entra ID', '5 attempts'],
  ['src/auth/token-request.ts', 'LONGEST_WAIT_MS = 300_000', 'The token, from Entra ID', 'waits of 5 minutes'],
  ['src/auth/federated.ts', 'ATTEMPTS = 4', 'The OIDC token, from GitHub', '4 attempts'],
  ['src/auth/federated.ts', 'LONGEST_WAIT_MS = 60_000', 'The OIDC token, from GitHub', 'waits of a minute'],
  ['src/reports/report-columns.ts', 'MOST = 200', 'Report file', '200 columns'],
  ['src/policy/rule-reader.ts', 'MOST = 500', 'Policy file', '500 rules'],
  ['src/policy/exemption-reader.ts', 'MOST = 5000', 'Policy file', '5,000 exemptions with 5,000 addresses'],
  ['src/output/summary/summary.ts', 'MOST_LISTED = 1_000', 'Job summary', '1,000 unread mailboxes of a cause'],
  ['src/output/summary/policy.ts', 'MOST_RULES = 50', 'Job summary', '50 rules'],
  ['src/output/summary/policy.ts', 'MOST_EXEMPTIONS = 100', 'Job summary', '100 exemptions'],
  ['src/output/junit-suite.ts', 'MOST_FINDINGS = 20', 'JUnit', '20 findings'],
  ['src/inputs.ts', 'MOST_RETENTION_DAYS = 400', '`retention-days`', '1 to 400'],
])('what %s has as %s', (file, constant, what, told) => {
  expect(textOf(file)).toContain(`const ${constant};`);
  expect(limitOf(what)).toContain(told);
});

test('what is said of throttling', () => {
  expect(LIMITS).toContain(
    `never more than ${['', '', '', 'three', 'four', 'five'][MAX_CONCURRENT_REQUESTS]} things at a time`,
  );
  expect(LIMITS).toContain(`${BATCH_SIZE} requests to a batch`);
  const pace = textOf('src/graph/rate-limiter.ts');
  for (const [constant, told] of [
    ['AUTO_START = 24', 'begins with 24 batches'],
    ['AUTO_MOST = 64', 'grows to 64'],
  ] as const) {
    expect(pace).toContain(`const ${constant};`);
    expect(LIMITS).toContain(told);
  }
  expect(textOf('src/inputs.ts')).toContain('const MOST_CONCURRENCY = 256;');
  expect(LIMITS).toMatch(/a number\s+from 1 to 256/);
});

test('each limit says what comes of it, or how much it is', () => {
  expect(() => tableOf(LIMITS, 'Limit')).toThrow();
  for (const { rows } of tablesOf(LIMITS)) expect(rows.flat()).not.toContain('');
});
