import { expect, test } from '@jest/globals';
import { wordsOf } from './markdown.ts';
import { filesLike, textOf } from './repository.ts';

/** Pages that a script writes from the code. */
const GENERATED = ['docs/assumptions.md', 'docs/inputs.md', 'docs/report-keys.md'];

/** The most words of all pages. Only lower it. */
const MOST_WORDS = 14_100;

test('README and docs are short', async () => {
  const files = ['README.md', ...(await filesLike('docs/*.md'))].filter((file) => !GENERATED.includes(file));
  const counts = Object.fromEntries(files.map((file) => [file, wordsOf(textOf(file)).length]));
  const words = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect({ ...counts, isShort: words <= MOST_WORDS }).toEqual({ ...counts, isShort: true });
});
