import { expect, test } from '@jest/globals';
import { BATCH_SIZE } from '../../src/graph/batch.ts';
import { MAX_WAIT } from '../../src/http/retrying.ts';
import { MAX_PER_MAILBOX } from '../../src/graph/graph-reader.ts';
import { MAX_ATTEMPTS } from '../../src/graph/graph-outcome.ts';
import { MAX_CONCURRENT_REQUESTS, MAX_REQUESTS } from '../../src/graph/mailbox-task.ts';
import { MAX_RETENTION_DAYS } from '../../src/run/input-readers.ts';
import { MAX_MATCHES } from '../../src/files/glob-files.ts';
import { MAX_LIST_BYTES } from '../../src/mailboxes/list-file.ts';
import { count } from '../../src/text/numbers.ts';
import { MAX_GZIPPED_BYTES, MAX_RESULTS } from '../../src/outputs/files/sarif.ts';
import { MAX_SUMMARY_BYTES } from '../../src/outputs/job-summary.ts';
import { LARGEST_YAML_FILE } from '../../src/files/yaml-file.ts';
import { tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

const LIMITS = textOf('docs/limits.md');

function limitOf(what: string): string {
  const rows = tablesOf(LIMITS).flatMap(({ header, rows: all }) => (header[0] === 'What' ? all : []));
  const [found] = rows.filter(([name]) => name === what);
  if (found?.[1] === undefined) throw new Error(`no limit of ${what}`);
  return found[1];
}

test.each([
  ['A mailbox', [`${count(MAX_REQUESTS)} requests`, `${MAX_PER_MAILBOX / 1024 / 1024} Mi characters`]],
  ['Job summary', [`${MAX_SUMMARY_BYTES / 1024} KiB`]],
  ['`retention-days`', [`1 to ${MAX_RETENTION_DAYS}`]],
  ['Mailbox lists', [`${MAX_LIST_BYTES / 1_000_000} MB`, `${count(MAX_MATCHES)} files`]],
  ['Report file', [`${LARGEST_YAML_FILE / 1_000_000} MB`]],
  ['Policy file', [`${LARGEST_YAML_FILE / 1_000_000} MB`]],
  ['SARIF', [`${count(MAX_RESULTS)} results`, `${MAX_GZIPPED_BYTES / 1_000_000} MB gzipped`]],
])('documents the limit "%s" as the code has it', (what, numbers) => {
  for (const number of numbers) expect(limitOf(what)).toContain(number);
});

test('documents how often a request is sent, and how many a mailbox and a batch get', () => {
  expect(LIMITS).toContain(`at most ${MAX_ATTEMPTS} times. Waits of more than ${MAX_WAIT / 60_000}\n  minutes`);
  const numbers = ['', '', '', 'three', 'four', 'five'];
  expect(LIMITS).toContain(`at most ${numbers[MAX_CONCURRENT_REQUESTS]} per mailbox`);
  expect(LIMITS).toContain(`${BATCH_SIZE} requests per batch`);
});
