/**
 * Draws the README's pictures, docs/summary.png and docs/page.png, of what the demo leaves behind: the job summary as GitHub
 * shows it, and the report page. Takes a Chromium, Chrome or Edge.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';

const root = path.resolve(import.meta.dirname, '..');
const SUMMARY = { width: 900, height: 1150 };
/** The first screen, and what fails. */
const PAGE = { width: 1280, height: 1100 };
const DEMO = ['--days', '3', '--latency', '0', '--report', 'mailbox-settings', '--report', 'inbox-rules'];

/** Runs the demo, which fails since mailboxes violate its policy. */
function demo(output: string): void {
  spawnSync(process.execPath, ['demo/demo.ts', '--output', output, ...DEMO], { cwd: root, stdio: 'ignore' });
}

async function drawSummary(browser: Browser, output: string): Promise<void> {
  const markdown = await readFile(path.join(output, 'summary.md'), 'utf8');
  const styles = path.join(root, 'node_modules', 'github-markdown-css', 'github-markdown-light.css');
  const style = await readFile(styles, 'utf8');
  const page = await browser.newPage({ viewport: SUMMARY });
  await page.setContent(`<!doctype html><meta charset="utf-8"><title>Mailbox Report</title>
<style>${style} body { margin: 24px 32px; } .markdown-body { font-family: "Noto Sans", sans-serif; }</style>
<article class="markdown-body">${await marked.parse(markdown, { gfm: true })}</article>`);
  await page.screenshot({ path: path.join(root, 'docs', 'summary.png') });
}

async function drawPage(browser: Browser, output: string): Promise<void> {
  const page = await browser.newPage({ viewport: PAGE, colorScheme: 'light' });
  await page.goto(pathToFileURL(path.join(output, 'mailbox-report.html')).href);
  await page.locator('main[data-ready="true"]').waitFor();
  await page.screenshot({ path: path.join(root, 'docs', 'page.png') });
}

const browser = await launchBrowser();
const output = await mkdtemp(path.join(tmpdir(), 'pictures-'));
try {
  demo(output);
  await drawSummary(browser, output);
  await drawPage(browser, output);
} finally {
  await browser.close();
  await rm(output, { recursive: true, force: true });
}
