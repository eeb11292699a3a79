import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import type { PageAssets } from '../../src/outputs/page/document.ts';
import type { PageData } from '../../src/outputs/page/data.ts';
import { buildAssets, writePage, type TestDetails, type TestTable } from './page-file.ts';
import { newFolder } from '../support/new-folder.ts';

export interface PageOptions {
  readonly details?: TestDetails;
  readonly bom?: boolean;
  readonly delimiter?: PageData['delimiter'];
  readonly when?: number;
  readonly context?: BrowserContextOptions;
  /** A script that runs in the page before anything else. */
  readonly watch?: string;
}

/** A loaded page, and its errors so far. */
export interface OpenedPage {
  readonly page: Page;
  /** Console messages, page errors, and requests for anything but the file of the page. */
  readonly complaints: readonly string[];
}

/** The browser of a test file, with a folder for the pages that it opens. */
export class PageReader {
  readonly #browser: Browser;
  readonly #folder = newFolder();
  readonly #assets: PageAssets;
  readonly #contexts: BrowserContext[] = [];
  #pages = 0;

  private constructor(browser: Browser, assets: PageAssets) {
    this.#browser = browser;
    this.#assets = assets;
  }

  static async start(): Promise<PageReader> {
    const [browser, assets] = await Promise.all([launchBrowser(), buildAssets()]);
    return new PageReader(browser, assets);
  }

  /** Opens a page with the tables and waits until all rows are loaded. */
  async open(tables: readonly TestTable[], options: PageOptions = {}): Promise<OpenedPage> {
    const { bom = false, delimiter = ',', when = Date.parse('2026-11-25T12:00:00Z'), details } = options;
    this.#pages += 1;
    const file = path.join(this.#folder, `${this.#pages}.html`);
    return this.openFile(await writePage(file, this.#assets, tables, { bom, delimiter, when, ...details }), options);
  }

  /** Opens a page on disk by its URL. */
  async openFile(
    address: string,
    { context: contextOptions = {}, watch = '' }: Pick<PageOptions, 'context' | 'watch'> = {},
  ): Promise<OpenedPage> {
    const context = await this.#browser.newContext({ reducedMotion: 'reduce', ...contextOptions });
    this.#contexts.push(context);
    await context.addInitScript({ content: watch });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (url.split('#')[0] !== address.split('#')[0] && !url.startsWith('blob:')) complaints.push(`request: ${url}`);
    });
    await page.goto(address);
    await page.locator('main[data-ready="true"]').waitFor({ timeout: 0 });
    return { page, complaints };
  }

  /** Closes the pages that were opened. */
  async closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}
