import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { APPEARANCE, axeViolations } from '../page-app/axe.ts';
import { PageReader } from '../page-app/opened-page.ts';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { hostileGraph } from '../support/hostile-graph.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { unzipped } from '../support/zip.ts';
import { until } from '../support/scenario.ts';

const { newTenant, run, runPackaged } = inProcessScenarios(UPLOADED);
jest.setTimeout(240_000);

const MOST_BYTES = 400_000;
/** Without `formats`, for which the default of `action.yml` applies. */
const inputs = { formats: undefined, 'max-unreadable': '100%' };
const POLICY = `rules:
  - id: stay-inside
    title: Replies <b>stay</b> inside
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
  - id: standard-zone
    title: A time zone is set
    severity: warning
    expect: { TimeZone: { type: string, pattern: '^W\\. ' } }
`;

let reader: PageReader;
beforeAll(async () => {
  reader = await PageReader.start();
});
afterAll(() => reader.stop());

function pageOf({ outputs }: RunOutcome, name = 'mailbox-report'): string {
  return path.join(outputs['output-directory'] ?? '', `${name}.html`);
}

function addressOf(result: RunOutcome): string {
  return pathToFileURL(pageOf(result)).href;
}

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

describe('the report page', () => {
  test('shows result, counts, findings and every row, also in print and with forced colours', async () => {
    const tenant = await newTenant({ mailboxes: 80 });
    const result = await runPackaged(tenant, {
      inputs: { ...inputs, policy: 'policy.yml', report: 'mailbox-settings\ninbox-rules' },
      files: { 'policy.yml': POLICY },
      env: { GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567' },
    });
    expect(result.outputs.result).toBe('violations');
    const { page, complaints } = await reader.openFile(addressOf(result));
    // The findings are shown first.
    expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^violations\.csv/);
    expect(await page.locator('.result').innerText()).toBe('violations');
    expect(await page.locator('.origin').innerText()).toContain(`contoso/mailboxes`);
    expect(await page.locator('.origin').innerText()).toContain(tenant.tenantId);
    expect(await page.locator('.counts li', { hasText: 'could not be read' }).innerText()).toBe(
      `${result.outputs['unreadable-count'] ?? ''} mailboxes could not be read`,
    );
    const facts = await page.locator('.facts').innerText();
    for (const fact of ['mailboxes.txt', 'policy.yml', 'global', 'days left, until', '0123456789ab', 'This run']) {
      expect(facts).toContain(fact);
    }
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      'What changed',
      'Violations by rule policy.yml',
      'Mailboxes with most violations',
      'Who sends mail outside',
      'Automatic replies by audience outside',
      'Mailboxes that could not be read',
      'Types and sizes',
      'All rows',
      'Languages and time zones',
      'This run',
    ]);
    // The bar of a rule shows each of its results.
    expect(await page.locator('td .bar rect.failed').count()).toBe(1);
    await page.getByRole('tab', { name: /^mailbox-settings/ }).click();
    expect(await page.locator('.counts li', { hasText: 'away now' }).locator('strong').innerText()).toBe(
      await page
        .getByRole('button', { name: /^Away now/ })
        .first()
        .locator('.count')
        .innerText(),
    );
    expect(await page.locator('.panel').allInnerTexts()).toEqual([
      // It says why the run is not compared.
      expect.stringMatching(/^What changed\n/),
      expect.stringContaining('Replies <b>stay</b> inside'),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      expect.stringMatching(
        /^Mailboxes that could not be read\n[^]*not-found[^]*Correct the address or remove it from the list/,
      ),
      expect.anything(),
      expect.anything(),
      expect.anything(),
    ]);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      expect.stringMatching(/^mailbox-settings\s*80 mailboxes$/),
      expect.stringMatching(/^inbox-rules\s*[\d,]+ inbox rules$/),
      expect.stringMatching(/^violations\.csv\s*[\d,]+ findings$/),
    ]);
    await page.setViewportSize({ width: 360, height: 740 });
    // The bar at the top covers whatever it is scrolled over.
    await page.evaluate('window.scrollTo(0, 0)');
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await axeViolations(page, 'html', APPEARANCE)).toEqual([]);
    await page.emulateMedia({ forcedColors: null, media: 'print' });
    expect(await axeViolations(page, 'html', APPEARANCE)).toEqual([]);
    await page.emulateMedia({ media: null });
    // No table is wider than the screen of a phone.
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(
      await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.panel .wide')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.innerText)`,
      ),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    // The downloads of the tables equal the files, byte for byte.
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const name of ['mailbox-settings', 'inbox-rules', 'violations']) {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('button', { name: /^All \d/ }).click();
      if (name === 'inbox-rules') await page.getByRole('button', { name: /^Mailboxes without inbox rules/ }).click();
      const file = path.join(result.outputs['output-directory'] ?? '', `${name}.csv`);
      expect((await downloaded(page)) === (await readFile(file, 'utf8'))).toBe(true);
    }
    await reader.closePages();
  });

  test('of 1,000 mailboxes is small, and its rows are those of the CSV', async () => {
    const tenant = await newTenant({ mailboxes: 1_000, limit: 'none' });
    const result = await run(tenant, { inputs });
    expect(result.code).toBe(0);
    expect((await stat(pageOf(result))).size).toBeLessThan(MOST_BYTES);
    const { page, complaints } = await reader.openFile(addressOf(result));
    expect(await page.locator('.line').innerText()).toBe('1,000 of 1,000 mailboxes');
    expect((await downloaded(page)) === result.csv).toBe(true);
    await page.getByRole('button', { name: /^Not read/ }).click();
    expect(await page.locator('.line').innerText()).toBe(
      `${result.outputs['unreadable-count'] ?? ''} of 1,000 mailboxes`,
    );
    expect(complaints).toEqual([]);
    await reader.closePages();
  });

  test('shows hostile text of a tenant as text', async () => {
    const nasty = [
      '</script><script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      '=1+1',
    ];
    const server = await hostileGraph(
      nasty.map((text, at) =>
        at === 1
          ? { status: 404, body: { error: { code: text, message: text } } }
          : { status: 200, body: { language: { displayName: text, locale: text }, timeZone: text, dateFormat: text } },
      ),
    );
    try {
      const addresses = nasty.map((_, at) => `user${at}@contoso.com`);
      const tenant = await newTenant();
      const result = await run(
        { ...tenant, authorityHost: server.origin, graphUrl: server.origin, addresses },
        { inputs: { ...inputs, policy: 'policy.yml' }, files: { 'policy.yml': POLICY } },
      );
      const { page, complaints } = await reader.openFile(addressOf(result));
      expect(complaints).toEqual([]);
      expect(await page.locator('img, svg[onload], .panel b, #tables b').count()).toBe(0);
      await page.getByRole('tab', { name: /^mailbox-settings/ }).click();
      const shown = await page.locator('#tables').innerText();
      for (const text of nasty) expect(shown).toContain(text);
      await page.getByText('Languages and time zones').click();
      expect(await page.locator('.distributions').innerText()).toContain(nasty[2]);
    } finally {
      await server.close();
    }
    await reader.closePages();
  });

  test('is also uploaded separately, linked in the summary, and part of the other artifact', async () => {
    const tenant = await newTenant();
    const result = await runPackaged(tenant, {
      inputs: { ...inputs, 'artifact-name': "Contoso's", 'retention-days': '5' },
    });
    expect(result).toMatchObject({ code: 0, errors: [] });
    const [zip, page] = tenant.artifacts();
    expect(tenant.artifacts()).toHaveLength(2);
    expect(zip).toMatchObject({ name: "Contoso's", mimeType: 'application/zip' });
    expect(page).toMatchObject({ name: "Contoso's.html", mimeType: 'text/html' });
    expect(page?.expiresAt).toEqual(expect.any(Date));
    const written = await readFile(pageOf(result, "Contoso's"));
    expect(page?.bytes.equals(written)).toBe(true);
    const files = unzipped(zip?.bytes);
    expect([...files.keys()].sort()).toEqual(["Contoso's.html", 'mailbox-settings.csv', 'rows.ndjson.gz']);
    expect(files.get("Contoso's.html")?.equals(written)).toBe(true);
    expect(result.outputs['artifact-id']).toBe(String(zip?.id));
    const url = `https://github.com/contoso/mailboxes/actions/runs/1234567890/artifacts/${page?.id ?? ''}`;
    expect(result.summary).toContain(`[Open the report page](${url})`);
    // The temporary files are removed.
    const left = await readdir(result.outputs['output-directory'] ?? '');
    expect(left.sort()).toEqual(["Contoso's.html", 'mailbox-settings.csv', 'rows.ndjson.gz']);
  });

  test('is only in the folder if nothing is uploaded, and is not written without its format', async () => {
    const tenant = await newTenant();
    const apart = await run(tenant, { inputs: { ...inputs, 'artifact-name': '' } });
    expect((await stat(pageOf(apart, 'report'))).size).toBeGreaterThan(10_000);
    expect(apart.summary).not.toContain('Open the report page');
    const without = await run(tenant, { inputs: { ...inputs, 'artifact-name': '', formats: 'json' } });
    expect((await readdir(without.outputs['output-directory'] ?? '')).sort()).toEqual([
      'mailbox-report.json',
      'mailbox-settings.csv',
      'rows.ndjson.gz',
    ]);
  });

  test('gives a warning, not a failure, if its separate upload fails', async () => {
    const tenant = await newTenant();
    const first = await run(tenant, { inputs: { ...inputs, 'artifact-name': 'a.html', formats: 'csv' } });
    expect(first.code).toBe(0);
    const second = await run(tenant, { inputs: { ...inputs, 'artifact-name': 'a' } });
    expect(second).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass' } });
    expect(second.warnings.map(({ message }) => message).join('\n')).toContain(
      'The report page is only in the artifact with all files: This workflow run already has an artifact named "a.html"',
    );
    expect(second.summary).not.toContain('Open the report page');
  });

  test('states on the runner that nothing was uploaded, as the error of the step does', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs, env: { ACTIONS_RUNTIME_TOKEN: '' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    const { page, complaints } = await reader.openFile(addressOf(result));
    expect(await page.locator('.result').innerText()).toBe('error');
    expect(await page.locator('.message').innerText()).toContain('ACTIONS_RUNTIME_TOKEN');
    expect(await page.locator('.line').innerText()).toMatch(/^(\d+) of \1 mailboxes$/);
    expect(complaints).toEqual([]);
    expect((await readdir(result.outputs['output-directory'] ?? '')).sort()).toEqual([
      'mailbox-report.html',
      'mailbox-settings.csv',
      'rows.ndjson.gz',
    ]);
    await reader.closePages();
  });

  test('of a run that is cancelled contains what was read before', async () => {
    const tenant = await newTenant({ mailboxes: 900, latency: { batch: 300 } });
    const stop = new AbortController();
    const running = run(tenant, { inputs, runner: { signal: stop.signal } });
    await until(() => tenant.counts.batches > 24);
    stop.abort();
    const result = await running;
    const { page, complaints } = await reader.openFile(addressOf(result));
    expect(await page.locator('.result').innerText()).toBe('incomplete (cancelled)');
    expect(await page.locator('.line').innerText()).toBe('900 of 900 mailboxes');
    expect(complaints).toEqual([]);
    await reader.closePages();
  });
});
