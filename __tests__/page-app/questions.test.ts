import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DEVICES, isInView, reportOfTenant } from './report-of-tenant.ts';

const report = reportOfTenant();
afterEach(() => report.closePages());

/** A number of the first screen. */
function tile(page: Page, name: string | RegExp): Locator {
  return page.locator('.counts').getByRole('link', { name });
}

/** Follows the link to a section in the bar at the top. */
async function section(page: Page, name: string, id: string): Promise<Locator> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  const element = page.locator(id);
  await expect(isInView(page, element.getByRole('heading').first())).resolves.toBe(true);
  return element;
}

/** Whether rows of the table are on the screen, and the line above with their number. */
async function rowsLine(page: Page): Promise<string> {
  await expect(isInView(page, page.locator('tr.data:visible').first())).resolves.toBe(true);
  return page.locator('.line:visible').innerText();
}

/** Searches all reports, and returns the matches. */
async function search(page: Page, text: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search all reports' }).fill(text);
  await page.locator('.found [role=status]', { hasText: /rows? in \d+ tables?/ }).waitFor();
  return page.locator('.found a');
}

describe.each(DEVICES)('on a $device, the page answers', ({ viewport }) => {
  const open = async (): Promise<Page> => (await report.open({ viewport })).page;

  test('is all right, and why not', async () => {
    const page = await open();
    await expect(isInView(page, page.locator('.result'))).resolves.toBe(true);
    expect(await page.locator('.result').innerText()).toBe('violations');
    expect(await page.locator('.message').innerText()).toMatch(/\d+ violations of 2 rules/);
    await expect(isInView(page, tile(page, /^\d+ violations/))).resolves.toBe(true);
    const rules = await section(page, 'Rules', '#violations-by-rule');
    expect(await rules.getByRole('row').nth(1).innerText()).toMatch(/^[a-z-]+ (?:No rule|Automatic)[^]*\d/);
    await rules.getByRole('link', { name: /^stay-inside/ }).click();
    expect(await rowsLine(page)).toMatch(/^\d+ of \d+ findings; \d+ pairs of mailbox and rule/);
  });

  test('what is new', async () => {
    const page = await open();
    await expect(isInView(page, tile(page, '1 new violation'))).resolves.toBe(true);
    const news = await section(page, 'New', '#what-is-new');
    expect(await news.getByRole('row').nth(1).innerText()).toMatch(
      /@contoso\.com[^]*stay-inside[^]*answer everyone outside$/,
    );
    await tile(page, '1 new violation').click();
    expect(await rowsLine(page)).toMatch(/^1 of \d+ findings; 1 pair of mailbox and rule$/);
  });

  test('who sends mail outside', async () => {
    const page = await open();
    await tile(page, /send mail outside, by any way$/).click();
    const senders = page.locator('#who-sends-mail-outside');
    await expect(isInView(page, senders.getByRole('heading'))).resolves.toBe(true);
    expect(await senders.innerText()).toMatch(
      /\d+ mailboxes send mail outside: \d+ mailboxes by inbox rule \(\d+ inbox rules\), \d+ mailboxes by forwarding of the mailbox\./,
    );
    expect(await senders.getByRole('row').nth(1).innerText()).toMatch(
      /@contoso\.com[^]*(?:inbox rule|forwarding of the mailbox)[^]*@(?!contoso\.com)/,
    );
    await senders.getByRole('link', { name: /mailboxes by inbox rule/ }).click();
    expect(await rowsLine(page)).toMatch(/^\d+ of \d+ inbox rules, in \d+ mailboxes$/);
  });

  test('what there is about a person', async () => {
    const page = await open();
    const [person = ''] = report.addresses();
    await (await search(page, person)).first().click();
    const view = page.getByRole('dialog');
    expect(await view.getByRole('heading').first().innerText()).toBe(person);
    const titles = await view.locator('h4').allInnerTexts();
    for (const title of ['mailbox-settings', 'mailbox-properties', 'accounts', 'mailbox-usage']) {
      expect(titles).toContain(`${title} 1 row`);
    }
  });

  test('who can open a mailbox, and what a person can open', async () => {
    const page = await open();
    await tile(page, /give another user full access/).click();
    expect(await rowsLine(page)).toMatch(/^\d+ of \d+ mailbox grants/);
    await page.locator('.data:visible .mailbox-name').first().click();
    const view = page.getByRole('dialog');
    const mailbox = await view.getByRole('heading').first().innerText();
    const openers = view.locator('section').filter({ has: page.getByRole('heading', { name: /^Who can open it/ }) });
    const fullAccess = openers.getByRole('listitem').first();
    expect(await fullAccess.innerText()).toMatch(/^Full access: \S+@\S+/);
    const trustee = await fullAccess.getByRole('link').first().innerText();
    await page.keyboard.press('Escape');
    await (await search(page, trustee)).first().click();
    expect(await view.getByRole('heading').first().innerText()).toBe(trustee);
    const opened = view.locator('section').filter({ has: page.getByRole('heading', { name: /^Can open/ }) });
    const rights = await opened.getByRole('listitem').allInnerTexts();
    expect(rights.find((text) => text.startsWith(`${mailbox}: `))).toContain('Full access');
  });

  test.each([
    ['who is away', /^\d+ mailboxes are away now/],
    [
      'who answers strangers',
      /^\d+ mailboxes reply to everyone outside now|^\d+ mailboxes have replies without an end/,
    ],
    ['who may use SMTP AUTH', /^\d+ mailboxes have SMTP AUTH enabled/],
    ['who may use IMAP', /^\d+ mailboxes have IMAP enabled$/],
    ['who may use POP', /^\d+ mailboxes have POP enabled$/],
    ['which shared mailboxes can sign in', /^\d+ shared mailbox(es)? can sign in$/],
  ])('%s', async (_, name) => {
    const page = await open();
    const number = tile(page, name).first();
    const [mailboxes] = /\d+/.exec(await number.innerText()) ?? [];
    await number.click();
    expect(await rowsLine(page)).toBe(`${mailboxes ?? ''} of 200 mailboxes`);
  });

  test('what was not read, why, and what to do', async () => {
    const page = await open();
    const unread = await section(page, 'Not read', '#mailboxes-that-could-not-be-read');
    const cause = unread.getByRole('row', { name: /^not-found/ });
    expect(await cause.innerText()).toMatch(
      /not-found[^]*\d+ mailbox[^]*Correct the address or remove it from the list/,
    );
    await cause.getByRole('link').first().click();
    expect(await rowsLine(page)).toMatch(/^\d+ of 200 mailboxes$/);
    expect(await page.locator('.causes:visible').innerText()).toMatch(/^not-found, \d+ rows?: Graph finds no user/);
  });

  test('how to correct a finding, and all of a rule', async () => {
    const page = await open();
    await tile(page, /^\d+ violations/).click();
    await page.locator('.data:visible .mailbox-name').first().click();
    const view = page.getByRole('dialog');
    await view.locator('.findings').waitFor();
    expect(await view.locator('.command code').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    const rules = await section(page, 'Rules', '#violations-by-rule');
    expect(await rules.innerText()).toMatch(/Remediation plans no-external-forwarding, stay-inside/);
    await rules.getByRole('link', { name: /^no-external-forwarding/ }).click();
    const button = page.getByRole('button', { name: 'Download script' });
    await expect(isInView(page, button)).resolves.toBe(true);
    const [script] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(script.suggestedFilename()).toBe('fix-no-external-forwarding.ps1');
    const commands = (await readFile(await script.path(), 'utf8')).replace(/^\uFEFF(?:# .*\n)+/, '').split('\n');
    const [, count] = /\. Downloaded (\d+) commands\./.exec(await rowsLine(page)) ?? [];
    expect(commands).toEqual([
      'Connect-ExchangeOnline',
      '',
      ...Array.from({ length: Number(count) }, () =>
        expect.stringMatching(/^Disable-InboxRule( -\w+ '([^']|'')+'){2}$/),
      ),
      '',
    ]);
  });

  test('is it getting better, in all and by rule', async () => {
    const page = await open();
    const [violations = ''] = /\d+/.exec(await tile(page, /^\d+ violations/).innerText()) ?? [];
    const history = await section(page, 'History', '#history');
    const captions = history.locator('figcaption');
    expect((await captions.allInnerTexts()).map((text) => text.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
      `Violations ${violations}, 1 more than on DAY`,
      'Warnings 0, as on DAY',
      expect.stringMatching(/^Mailboxes that send mail outside, by any way \d+, as on DAY$/),
      expect.stringMatching(/^Not read \d+, .+ DAY$/),
    ]);
    // The values are where the pointer is: those of the first run, which had no policy, are not known.
    const points = history.getByRole('img', { name: /^Violations in 3 runs/ }).locator('.point');
    for (const [at, value] of ['not known', String(Number(violations) - 1), violations].entries()) {
      await points.nth(at).locator('rect').hover();
      // The line and the text that a point then shows do not take the pointer away from it.
      const pointerEvents = `[...document.querySelectorAll('.chart .point :is(path, text)')].map((shown) => getComputedStyle(shown).pointerEvents)`;
      expect(new Set(await page.evaluate<string[]>(pointerEvents))).toEqual(new Set(['none']));
      expect(await points.locator('text:visible').allTextContents()).toEqual([
        expect.stringMatching(new RegExp(`^[-0-9]{10} [:0-9]{5} UTC: ${value}$`)),
      ]);
    }
    await history.getByText('Numbers of 3 runs').click();
    const rows = history.getByRole('row');
    expect(await rows.count()).toBe(4);
    const cells = rows.nth(1).getByRole('cell');
    expect(await cells.nth(0).innerText()).toMatch(new RegExp(`${violations}$`));
    expect(await cells.nth(4).innerText()).toMatch(/1 violation$/);
    expect(await rows.nth(3).getByRole('cell').nth(0).innerText()).toMatch(/not known$/);
    const rules = await section(page, 'Rules', '#violations-by-rule');
    await rules.getByText('Each rule over 3 runs').click();
    expect(await rules.locator('figcaption').allInnerTexts()).toEqual([
      expect.stringMatching(/^(no-external-forwarding|stay-inside) \d+, (as|1 more than) on/),
      expect.stringMatching(/^(no-external-forwarding|stay-inside) \d+, (as|1 more than) on/),
    ]);
    expect(await rules.getByRole('table', { name: 'Mailboxes that violate each rule' }).getByRole('row').count()).toBe(
      4,
    );
  });
});
