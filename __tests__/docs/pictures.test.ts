import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { codeBlocks } from './markdown.ts';
import { documents, inRepository, textOf } from './repository.ts';

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

test('Mermaid renders every diagram of the documents', async () => {
  const pictures = (await documents()).flatMap((file) => codeBlocks(textOf(file), 'mermaid'));
  expect(pictures.length).toBeGreaterThan(1);
  for (const [at, picture] of pictures.entries()) {
    const drawn = await page.evaluate(
      `mermaid.render('picture-${at}', ${JSON.stringify(picture)}).then(({ svg }) => svg, (error) => String(error))`,
    );
    expect(drawn).toMatch(/^<svg/);
  }
});
