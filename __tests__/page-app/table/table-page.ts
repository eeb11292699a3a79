import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { PageCell } from '../../../src/outputs/page/data.ts';
import { PageReader, type OpenedPage } from '../opened-page.ts';
import { settings } from '../test-tables.ts';

export const TABLE = settings(500);

/** A browser for the tests of a file, which closes the pages of each. Call it once. */
export function pageReader(): Pick<PageReader, 'open' | 'openFile'> {
  let reader: PageReader;
  beforeAll(async () => {
    reader = await PageReader.start();
  });
  afterEach(() => reader.closePages());
  afterAll(() => reader.stop());
  return {
    open: (...tables) => reader.open(...tables),
    openFile: (...file) => reader.openFile(...file),
  };
}

/** Opens a page, runs a test in it, and expects no errors in the console. */
export async function inPage(opened: Promise<OpenedPage>, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await opened;
  await act(page);
  expect(complaints).toEqual([]);
}

export function line(page: Page): Promise<string> {
  return page.locator('.line:visible').innerText();
}

export function header(page: Page, column: string): Locator {
  return page.getByRole('button', { name: column, exact: true });
}

/** The first cells of the rendered rows. */
export function names(page: Page): Promise<readonly string[]> {
  return page.locator('.grid:visible tr.data .name').allInnerTexts();
}

/** The first cells of the first matching rows of the table. */
export function expectedNames(asked: (row: readonly PageCell[]) => boolean, count: number): readonly string[] {
  return TABLE.rows
    .filter(asked)
    .slice(0, count)
    .map((row) => String(row[0]));
}

export async function downloaded(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The line above findings, each of another mailbox. */
export function findingsLine(shown: number, all: number): string {
  return `${shown} of ${all} findings; ${shown} pairs of mailbox and rule`;
}
