import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorsOf, linkTargets } from './markdown.ts';
import { documents, inRepository, textOf } from './repository.ts';

const ABROAD = /^[a-z][a-z+.-]*:/i;

test('every link within the repository leads to a file, and every fragment to a heading', async () => {
  const broken: string[] = [];
  let checked = 0;
  for (const document of await documents()) {
    for (const target of linkTargets(textOf(document)).filter((link) => !ABROAD.test(link))) {
      checked += 1;
      if (!leadsSomewhere(target, document)) broken.push(`${document}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(10);
});

function leadsSomewhere(target: string, document: string): boolean {
  const [file = '', fragment] = target.split('#');
  const found = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  if (!existsSync(inRepository(found))) return false;
  return fragment === undefined || anchorsOf(textOf(found)).has(fragment);
}
