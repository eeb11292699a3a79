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

/** The most words of pages and of the comments of examples, without those of topics. */
const MOST_WORDS = 18_250;
/** Pages about a topic of its own, and the most words of each. */
const TOPICS = [
  'docs/addresses.md',
  'docs/applications.md',
  'docs/controls.md',
  'docs/incident.md',
  'docs/register.md',
];
const MOST_WORDS_OF_TOPIC = 600;

/** The comments of YAML, without those that editors read. */
function commentsOf(yaml: string): string {
  return [...yaml.matchAll(/(?:^|\s)#(?! yaml-language-server:)(.*)$/gm)].map(([, comment = '']) => comment).join('\n');
}

test('README, docs and the comments of examples are short', async () => {
  const pages = ['README.md', ...(await filesLike('docs/*.md'))].filter(
    (file) => ![...GENERATED, ...TOPICS].includes(file),
  );
  const examples = await filesLike('examples/**/{,.}*.yml');
  const counts = Object.fromEntries([
    ...pages.map((file) => [file, wordsOf(textOf(file)).length] as const),
    ...examples.map((file) => [file, wordsOf(commentsOf(textOf(file))).length] as const),
  ]);
  const words = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect({ ...counts, isShort: words <= MOST_WORDS }).toEqual({ ...counts, isShort: true });
});

test('a page about a topic is short', async () => {
  for (const file of (await filesLike('docs/*.md')).filter((one) => TOPICS.includes(one))) {
    expect({ file, isShort: wordsOf(textOf(file)).length <= MOST_WORDS_OF_TOPIC }).toEqual({ file, isShort: true });
  }
});

test.each(GENERATED)('%s says at the top that it is for reference', (file) => {
  expect(textOf(file).split('\n').slice(0, 4).join(' ')).toContain('For reference');
});
