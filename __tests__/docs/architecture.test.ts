import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { codeBlocks, codeIn, tableOf } from './markdown.ts';
import { documents, everyFile, inRepository, textOf } from './repository.ts';

const ARCHITECTURE = textOf('docs/architecture.md');

describe('the architecture', () => {
  const rooms = tableOf(ARCHITECTURE, 'Room').rows.map(([room = '']) => codeIn(room) ?? room);

  test('has every room of the sources', async () => {
    const entries = await readdir(inRepository('src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`);
    expect(rooms.filter((room) => !room.endsWith('.ts')).sort()).toEqual(folders.sort());
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => `src/${name}`);
    expect(files).toEqual(expect.arrayContaining(rooms.filter((room) => room.endsWith('.ts'))));
  });

  test('names the rooms in the order of the sentence: none imports from a later one', async () => {
    const folders = rooms.filter((room) => !room.endsWith('.ts')).map((room) => room.slice('src/'.length));
    const backwards: string[] = [];
    for (const file of await everyFile('.ts')) {
      const [, room = ''] = /^src\/([\w-]+)\/[^]*$/.exec(file) ?? [];
      const own = folders.indexOf(room);
      // The last rooms stand beside the sentence: they use all of it.
      if (own === -1 || own >= folders.indexOf('page')) continue;
      for (const [, target = ''] of textOf(file).matchAll(/(?:from |import\()'([^']+\.ts)'/g)) {
        const [, other = ''] = /^src\/([\w-]+)\//.exec(path.posix.join(path.posix.dirname(file), target)) ?? [];
        if (folders.indexOf(other) > own) backwards.push(`${file} imports ${target}`);
      }
    }
    expect(backwards).toEqual([]);
  });

  test('has a picture of rooms that there are', () => {
    const [picture = ''] = codeBlocks(ARCHITECTURE, 'mermaid');
    const drawn = [...picture.matchAll(/<br>(src\/[\w/.-]+)"/g)].map(([, room]) => room);
    expect(drawn).toHaveLength(8);
    expect(rooms).toEqual(expect.arrayContaining(drawn));
  });
});

describe('the pictures of documents', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>Mermaid</title>');
    await page.addScriptTag({ path: inRepository('node_modules/mermaid/dist/mermaid.min.js') });
    await page.evaluate('mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true })');
  });

  afterAll(() => browser.close());

  test('are such that Mermaid draws them', async () => {
    const pictures = (await documents()).flatMap((file) => codeBlocks(textOf(file), 'mermaid'));
    expect(pictures.length).toBeGreaterThan(1);
    for (const [at, picture] of pictures.entries()) {
      const drawn = await page.evaluate(
        `mermaid.render('picture-${at}', ${JSON.stringify(picture)}).then(({ svg }) => svg, (error) => String(error))`,
      );
      expect(drawn).toMatch(/^<svg/);
    }
  });
});
