import { expect, test } from '@jest/globals';
import { wordsOf } from './markdown.ts';
import { filesLike, textOf } from './repository.ts';

/** Pages that a script writes from the code. */
const GENERATED = [
  'docs/assumptions.md',
  'docs/commands.md',
  'docs/inputs.md',
  'docs/report-keys.md',
  'docs/retirements.md',
];

/** The most words of all pages and of the comments of examples. */
const MOST_WORDS = 18_000;

/** The comments of YAML, without those that editors read. */
function commentsOf(yaml: string): string {
  return [...yaml.matchAll(/(?:^|\s)#(?! yaml-language-server:)(.*)$/gm)].map(([, comment = '']) => comment).join('\n');
}

test('README, docs and the comments of examples are short', async () => {
  const pages = ['README.md', ...(await filesLike('docs/*.md'))].filter((file) => !GENERATED.includes(file));
  const examples = await filesLike('examples/**/{,.}*.yml');
  const counts = Object.fromEntries([
    ...pages.map((file) => [file, wordsOf(textOf(file)).length] as const),
    ...examples.map((file) => [file, wordsOf(commentsOf(textOf(file))).length] as const),
  ]);
  const words = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect({ ...counts, isShort: words <= MOST_WORDS }).toEqual({ ...counts, isShort: true });
});

test.each(GENERATED)('%s says at the top that it is for reference', (file) => {
  expect(textOf(file).split('\n').slice(0, 4).join(' ')).toContain('For reference');
});
