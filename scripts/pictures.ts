/**
 * Draws the pictures of README and docs, of what the demo leaves behind: the report page, and as GitHub shows them the job summary,
 * the annotations, the plan of a remediation, and the issue of an example workflow; and the plan of setup. Takes a Chromium, Chrome or
 * Edge, and bash.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import UPNG from 'upng-js';
import { marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import { isRecord } from '../src/json.ts';
import { Html, html } from '../src/outputs/page/html.ts';
import { endpointLines } from '../tenant/endpoints.ts';
import { ISSUER_OF_GITHUB } from '../tenant/oidc.ts';
import { startTenant } from '../tenant/tenant.ts';
import { launchBrowser } from './browser.ts';

const root = path.resolve(import.meta.dirname, '..');
const EMOJI = path.join(root, 'node_modules', '@infolektuell', 'noto-color-emoji');
const ISSUE = path.join(root, 'examples', 'workflows', 'violations-issue.yml');
const DAYS = 12;
const SHOWN_ANNOTATIONS = 4;
/** Colours of a picture, which halve its size. */
const COLOURS = 256;

const STYLE = `body { margin: 0; padding: 20px 28px; } .markdown-body { font-family: "Open Sans", "Noto Color Emoji", sans-serif; }
.box { border: 1px solid #d1d9e0; border-radius: 6px; } .box > * { padding: 10px 16px; border-top: 1px solid #d1d9e0; }
.box > :first-child { border-top: 0; border-radius: 6px 6px 0 0; background: #f6f8fa; } .box p:last-child, .box pre { margin-bottom: 0; }
.label { padding: 2px 10px; border-radius: 1em; background: #ddf4ff; color: #0969da; font-size: 80%; }
.terminal { padding: 12px 16px; border-radius: 6px; background: #0d1117; color: #e6edf3; font: 13px/1.5 monospace; white-space: pre-wrap; }
.terminal > div { min-height: 1.5em; }
.label.open { padding: 6px 14px; background: #1f883d; color: #fff; } .muted { color: #59636e; }`;

/** What a run of the demo printed. */
function demo(output: string, ...options: readonly string[]): string {
  const args = ['demo/demo.ts', '--output', output, '--latency', '0', '--log', ...options];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
}

/** The stylesheets of GitHub's Markdown and of a font with emoji, which not every system has. */
async function styles(): Promise<string> {
  const github = path.join(root, 'node_modules', 'github-markdown-css', 'github-markdown-light.css');
  let css = await readFile(path.join(EMOJI, 'index.css'), 'utf8');
  for (const [url, file = ''] of css.matchAll(/url\(\.\/(files\/\d+\.woff2)\)/g)) {
    css = css.replace(url, `url(data:font/woff2;base64,${await readFile(path.join(EMOJI, file), 'base64')})`);
  }
  return `${await readFile(github, 'utf8')} ${css} ${STYLE}`;
}

async function save(name: string, screenshot: Buffer): Promise<void> {
  const image = UPNG.decode(Uint8Array.from(screenshot).buffer);
  const png = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS);
  await writeFile(path.join(root, 'docs', `${name}.png`), Buffer.from(png));
}

/** Draws HTML as GitHub would, as high as it is, but not higher than `height`. */
async function draw(page: Page, name: string, { text }: Html, height = 10_000): Promise<void> {
  await page.setContent(`<!doctype html><meta charset="utf-8"><title>Mailbox Report</title>
<style>${await styles()}</style><article class="markdown-body">${text}</article>`);
  const box = await page.locator('body').boundingBox();
  const clip = { x: 0, y: 0, width: box?.width ?? 0, height: Math.min(height, box?.height ?? 0) };
  await save(name, await page.screenshot({ clip, fullPage: true }));
}

/** The annotations in the log of a run, as the run's page on GitHub shows them. */
async function annotations(log: string, output: string): Promise<Html> {
  const report: unknown = JSON.parse(await readFile(path.join(output, 'mailbox-report.json'), 'utf8'));
  const mailboxes = isRecord(report) && Array.isArray(report.mailboxes) ? report.mailboxes.filter(isRecord) : [];
  const all = [...log.matchAll(/^ +(error|warning): (Policy: [\w-]+): (\S+@\S+): (.*)$/gm)];
  const errors = all.filter(([, kind]) => kind === 'error').length;
  const entries = all.slice(0, SHOWN_ANNOTATIONS).map(([, kind, title, address = '', message = '']) => {
    const line = mailboxes.find(({ mailbox }) => mailbox === address)?.line;
    const place = html`<b>${title}: <a href="#">mailboxes.csv#L${String(line)}</a></b>`;
    return html`<div>${kind === 'error' ? '❌' : '⚠️'} ${place}<br />${address}: ${message}</div>`;
  });
  const counts = html`<span class="muted">${errors} errors and ${all.length - errors} warnings</span>`;
  return html`<div class="box">
    <div><b>Annotations</b><br />${counts}</div>
    ${entries}
  </div>`;
}

/** The issue that the step of the example opens, by the outputs that the log shows. */
async function issue(log: string, output: string): Promise<Html> {
  const script = /^ {8}run: \|\n([^]*)/m.exec(await readFile(ISSUE, 'utf8'))?.[1] ?? '';
  const outputs = Object.fromEntries(
    [...log.matchAll(/^ {2}([\w-]+) {2,}(\S+)$/gm)].map(([, name = '', value]) => [name, value]),
  );
  const env = {
    PATH: process.env.PATH,
    LABEL: 'mailbox-policy',
    RESULT: outputs.result,
    COUNT: outputs['violation-count'],
    NEW: outputs['new-violation-count'],
    WARNINGS: outputs['new-warning-count'],
    RESOLVED: outputs['resolved-count'],
    REPORT: outputs['report-url'] ?? outputs['artifact-url'],
    FINDINGS: path.join(output, 'mailbox-report.json'),
  };
  // In place of GitHub's command line: prints the body of the issue.
  const gh = 'gh() { if [ "$1 $2" = "issue create" ]; then printf %s "${@: -1}"; fi; }';
  const body = execFileSync('bash', ['-c', `${gh}\n${script}`], { env, encoding: 'utf8' });
  return html`<h2>Mailboxes violate the policy <span class="muted">#1</span></h2>
    <p><span class="label open">Open</span> <span class="label">mailbox-policy</span></p>
    <div class="box">
      <div><b>github-actions</b> <span class="muted">opened now</span></div>
      <div>${await rendered(body)}</div>
    </div>`;
}

/** The plan that setup prints for the repository of the embedded tenant. */
async function setupPlan(folder: string): Promise<Html> {
  const tenant = await startTenant({ oidc: { issuer: ISSUER_OF_GITHUB } });
  try {
    const place = [
      '--endpoints',
      endpointLines(tenant),
      '--tenant-id',
      tenant.tenantId,
      '--access-token-env',
      'ADMIN_TOKEN',
    ];
    const args = ['src/cli/main.ts', 'setup', '--dry-run', '--repository', 'contoso/mailboxes', ...place];
    const env = {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      npm_package_name: 'mailbox-report',
      ADMIN_TOKEN: await tenant.administratorToken(),
      GITHUB_API_URL: tenant.githubUrl,
      GH_TOKEN: tenant.githubAccountToken,
    };
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    const lines = stdout.trim().split('\n');
    return html`<div class="terminal">${lines.map((line) => html`<div>${line}</div>`)}</div>`;
  } finally {
    await tenant.close();
  }
}

async function rendered(markdown: string): Promise<Html> {
  return new Html(await marked.parse(markdown, { gfm: true }));
}

async function drawPage(browser: Browser, output: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(path.join(output, 'mailbox-report.html')).href);
  await page.locator('main[data-ready="true"]').waitFor();
  await save('page', await page.screenshot());
  // The first one in "New violations".
  await page.locator('tr', { hasText: 'no-external-forwarding' }).locator('a', { hasText: '@' }).first().click();
  await save('mailbox', await page.locator('dialog[open]').screenshot());
}

const browser = await launchBrowser();
const output = await mkdtemp(path.join(tmpdir(), 'pictures-'));
try {
  const log = demo(output, '--days', String(DAYS), '--mailboxes', '500');
  await drawPage(browser, output);
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const summaryIn = async (file: string): Promise<Html> => rendered(await readFile(path.join(output, file), 'utf8'));
  await draw(page, 'summary', await summaryIn('summary.md'), 1000);
  await draw(page, 'annotations', await annotations(log, output));
  await draw(page, 'setup', await setupPlan(output));
  await draw(page, 'issue', await issue(log, output));
  demo(path.join(output, 'remediation'), '--remediate');
  await page.setViewportSize({ width: 1180, height: 900 });
  await draw(page, 'plan', await summaryIn('remediation/plan/summary.md'), 770);
} finally {
  await browser.close();
  await rm(output, { recursive: true, force: true });
}
