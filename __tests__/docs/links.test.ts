import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, linkTargets } from './markdown.ts';
import { documents, everyFile, inRepository, textOf } from './repository.ts';

const ABROAD = /^[a-z][a-z+.-]*:/i;
/** A file of this repository by its address on GitHub, whatever branch or tag it is of. */
const OURS =
  /https:\/\/(?:github\.com\/mailbox-report\/mailbox-report\/(?:blob|tree|raw)|raw\.githubusercontent\.com\/mailbox-report\/mailbox-report)\/[\w.-]+\/([\w./-]+(?:#[\w-]+)?)/g;

const MARKDOWN = await everyFile('.md');

test('the Markdown files include every document', async () => {
  expect(MARKDOWN).toEqual(expect.arrayContaining(await documents()));
});

describe.each(MARKDOWN)('%s', (document) => {
  test('links within the repository only to existing files and headings', () => {
    const targets = linkTargets(textOf(document)).filter((link) => !ABROAD.test(link));
    expect(targets.filter((target) => !leadsSomewhere(target, document))).toEqual([]);
  });
});

test('the README links to the index of documents, and the index to every document', () => {
  expect(linkTargets(textOf('README.md'))).toContain('docs/README.md');
  const led = new Set(linkTargets(textOf('docs/README.md')).map((target) => `docs/${target.replace(/#.*/, '')}`));
  const docs = MARKDOWN.filter((file) => file.startsWith('docs/') && file !== 'docs/README.md');
  expect(docs.length).toBeGreaterThan(5);
  expect(docs.filter((file) => !led.has(file))).toEqual([]);
});

test('URLs of our own files on GitHub lead to existing files, in documents, forms, examples and schemas', async () => {
  const files = [...MARKDOWN, ...(await everyFile('.yml')), ...(await everyFile('.schema.json'))];
  const targets = files.flatMap((file) =>
    [...textOf(file).matchAll(OURS)].map(([, target = '']) => ({ file, target: target.replace(/\.$/, '') })),
  );
  expect(targets.length).toBeGreaterThan(3);
  expect(targets.filter(({ target }) => !leadsSomewhere(target, 'README.md'))).toEqual([]);
});

function leadsSomewhere(target: string, document: string): boolean {
  const [file = '', fragment] = target.split('#');
  const found = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  if (!existsSync(inRepository(found))) return false;
  return fragment === undefined || anchorsOf(textOf(found)).has(fragment);
}
