/**
 * Draws the README's picture of a job summary, docs/summary.png, from what `npm run demo` left behind. Takes a Chromium:
 * the one on the PATH, or that in CHROMIUM.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';

const root = path.resolve(import.meta.dirname, '..');
const WIDTH = 900;
const HEIGHT = 985;

const markdown = await readFile(path.join(root, 'demo-output', 'summary.md'), 'utf8');
const style = await readFile(
  path.join(root, 'node_modules', 'github-markdown-css', 'github-markdown-light.css'),
  'utf8',
);
const page = `<!doctype html><meta charset="utf-8"><title>Mailbox Report</title>
<style>${style} body { margin: 24px 32px; } .markdown-body { font-family: "Noto Sans", sans-serif; }</style>
<article class="markdown-body">${await marked.parse(markdown, { gfm: true })}</article>`;

const folder = await mkdtemp(path.join(tmpdir(), 'summary-picture-'));
try {
  const file = path.join(folder, 'summary.html');
  await writeFile(file, page);
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--window-size=${WIDTH},${HEIGHT}`,
      `--screenshot=${path.join(root, 'docs', 'summary.png')}`,
      pathToFileURL(file).href,
    ],
    { stdio: 'ignore' },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
