import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { APPEARANCE, axeViolations } from './axe.ts';
import { PageReader } from './opened-page.ts';

const { newTenant, run } = inProcessScenarios();
jest.setTimeout(240_000);

const REPORTS = [
  'mailbox-settings',
  'inbox-rules',
  'mailbox-properties',
  'mailbox-permissions',
  'client-access',
  'calendar-permissions',
  'accounts',
  'mailbox-usage',
];
const ROLES = [
  'MailboxSettings.Read',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'LicenseAssignment.Read.All',
];
const POLICY = `rules:
  - id: no-external-forwarding
    report: inbox-rules
    title: No rule sends mail outside
    when: { Enabled: { not: { const: false } } }
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
    set: { isEnabled: false }
  - id: stay-inside
    title: Automatic replies stay inside
    help: https://intranet.contoso.com/mail
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }
`;
const DESK = { width: 1440, height: 900 };
/** The rows of the visible table. */
const GRID = `[...document.querySelectorAll('.grid')].find((grid) => grid.checkVisibility())`;
const PHONE = { width: 390, height: 844 };

let reader: PageReader;
let address: string;
let addresses: readonly string[];
beforeAll(async () => {
  reader = await PageReader.start();
  const tenant = await newTenant({ mailboxes: 200, roles: ROLES });
  addresses = tenant.addresses;
  const inputs = { report: REPORTS.join('\n'), policy: 'policy.yml', 'max-unreadable': '100%', formats: 'html' };
  const files = { 'policy.yml': POLICY };
  const { outputs: earlier } = await run(tenant, { inputs: { ...inputs, formats: 'csv' }, files });
  const person = addresses.find((one) => JSON.stringify(tenant.expected(one)).includes('"externalAudience":"none"'));
  tenant.edit(person ?? '', { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'all' } });
  const { outputs } = await run(tenant, { inputs: { ...inputs, compare: earlier['output-directory'] ?? '' }, files });
  address = pathToFileURL(path.join(outputs['output-directory'] ?? '', 'report.html')).href;
});
afterAll(() => reader.stop());

/** Whether an element is entirely in the window, and not behind the bar at its top. */
async function isInView(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const { height = 0 } = page.viewportSize() ?? {};
  const bar = await page.locator('.top').boundingBox();
  return box !== null && box.y >= (bar?.height ?? 0) - 1 && box.y + box.height <= height;
}

describe.each([
  { device: 'desk', viewport: DESK, colorScheme: 'light' },
  { device: 'phone', viewport: PHONE, colorScheme: 'dark' },
] as const)('the page on a $device', ({ viewport, colorScheme }) => {
  const open = async () => (await reader.openFile(address, { context: { viewport } })).page;

  test('has a search over all reports that opens a mailbox, and rows', async () => {
    const page = await open();
    const [mailbox = ''] = addresses;
    const search = page.getByRole('searchbox', { name: 'Search all reports' });
    await search.fill(mailbox.slice(0, -3));
    await page.locator('.found [role=status]', { hasText: /rows in \d+ tables/ }).waitFor();
    await search.press('Enter');
    const view = page.getByRole('dialog');
    expect(await view.getByRole('heading').first().innerText()).toBe(mailbox);
    await page.keyboard.press('Escape');
    await search.fill('fullaccess');
    await page.locator('.found a', { hasText: 'in mailbox-permissions' }).last().click();
    expect(await page.locator('.line:visible').innerText()).toMatch(
      /^[1-9][\d,]* of [\d,]+ (rows|mailbox grants), in [1-9][\d,]* mailboxes$/,
    );
    await expect(isInView(page, page.locator('tr.data:visible').first())).resolves.toBe(true);
    await reader.closePages();
  });

  test('has links to its sections in a bar that stays in view', async () => {
    const page = await open();
    const links = page.getByRole('navigation').getByRole('link');
    // All are on the screen of a desk, and that to the rows is on any.
    for (const link of viewport === DESK ? await links.all() : [links.first()]) {
      const { x = 0, width = 0 } = (await link.boundingBox()) ?? {};
      expect(x + width).toBeLessThan(viewport.width);
    }
    for (const [link, heading] of [
      ['All rows', /^All rows/],
      ['Rules', /^Violations by rule/],
      ['Not read', /^Mailboxes that could not be read/],
      ['This run', /^This run/],
    ] as const) {
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
      await expect(isInView(page, page.getByRole('heading', { name: heading }))).resolves.toBe(true);
    }
    await reader.closePages();
  });

  test('can be sent as a link to a section or a mailbox, which its title names, and finds the search by a key', async () => {
    const page = await open();
    const [title, rules] = [await page.title(), page.getByRole('heading', { name: /^Violations by rule/ })];
    await page.getByRole('navigation').getByRole('link', { name: 'Rules', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#section=rules');
    expect(await page.title()).toBe('rules - Mailbox Report');
    await page.goBack();
    expect(await page.title()).toBe(title);
    const { page: sent } = await reader.openFile(`${address}#section=rules`, { context: { viewport } });
    await expect(isInView(sent, sent.getByRole('heading', { name: /^Violations by rule/ }))).resolves.toBe(true);
    await expect(isInView(page, rules)).resolves.toBe(false);
    await page.keyboard.press('/');
    expect(await page.locator('.search-all input:focus').count()).toBe(1);
    const [mailbox = ''] = addresses;
    const { page: person } = await reader.openFile(`${address}#mailbox=${mailbox}`, { context: { viewport } });
    expect(await person.title()).toBe(`${mailbox} - Mailbox Report`);
    await person.keyboard.press('Escape');
    await person.waitForURL(({ hash }) => !hash.includes('mailbox='));
    expect(await person.title()).toBe(title);
    await reader.closePages();
  });

  test('shows rows on the screen after a click on a number, and Back restores filter and place', async () => {
    const page = await open();
    await page
      .locator('.counts')
      .getByRole('link', { name: /^\d+ violations/ })
      .click();
    const first = page.locator('tr.data:visible').first();
    await expect(isInView(page, first)).resolves.toBe(true);
    const [line, place] = [await page.locator('.line:visible').innerText(), await page.evaluate('scrollY')];
    await page.evaluate(`${GRID}.scrollTo(0, 600)`);
    await page.locator('.mailbox-name:visible').nth(15).click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /rows?$/ })
      .first()
      .click();
    expect(await page.locator('.line:visible').innerText()).not.toBe(line);
    await page.goBack();
    await page.goBack();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect([await page.locator('.line:visible').innerText(), await page.evaluate('scrollY')]).toEqual([line, place]);
    expect(await page.evaluate(`${GRID}.scrollTop`)).toBe(600);
    // As after a link to another page.
    await page.goto('about:blank');
    await page.goBack();
    await page.locator('main[data-ready="true"]').waitFor();
    expect([await page.locator('.line:visible').innerText(), await page.evaluate('scrollY')]).toEqual([line, place]);
    await reader.closePages();
  });

  test('answers each question on the first screen, or one click or search away', async () => {
    const page = await open();
    const line = page.locator('.line:visible');
    const dialog = page.getByRole('dialog');
    const link = (name: string | RegExp): Locator => page.locator('.counts').getByRole('link', { name });
    const search = async (text: string): Promise<Locator> => {
      await page.getByRole('searchbox', { name: 'Search all reports' }).fill(text);
      await page.locator('.found [role=status]', { hasText: /rows? in \d+ tables?/ }).waitFor();
      return page.locator('.found a');
    };
    // Is it all right, and why not?
    await expect(isInView(page, page.locator('.result'))).resolves.toBe(true);
    expect(await page.locator('.message').innerText()).toMatch(/\d+ violations of 2 rules/);
    await expect(isInView(page, link(/^\d+ violations/))).resolves.toBe(true);
    // What is new?
    await expect(isInView(page, link('1 new violation'))).resolves.toBe(true);
    // Who is away, and who answers strangers? Legacy protocols, and shared mailboxes with sign-in?
    for (const [name, rows] of [
      [/^\d+ mailboxes are away now/, /^\d+ of 200 mailboxes$/],
      [
        /^\d+ mailboxes reply to everyone outside now|^\d+ mailboxes have replies without an end/,
        /^\d+ of 200 mailboxes$/,
      ],
      [/^\d+ mailboxes have SMTP AUTH enabled/, /^\d+ of 200 mailboxes$/],
      [/^\d+ shared mailbox(es)? can sign in$/, /^\d+ of 200 mailboxes$/],
    ] as const) {
      await link(name).first().click();
      expect(await line.innerText()).toMatch(rows);
      await expect(isInView(page, page.locator('tr.data:visible').first())).resolves.toBe(true);
    }
    // What could not be read, why, and what to do?
    await page.getByRole('navigation').getByRole('link', { name: 'Not read' }).click();
    const unread = page.locator('#mailboxes-that-could-not-be-read');
    await expect(isInView(page, unread.getByRole('heading'))).resolves.toBe(true);
    expect(await unread.innerText()).toContain('Correct the address or remove it from the list');
    // Who can open X, and what can Y open?
    await link(/give another user full access/).click();
    const grant = page.locator('tr.data:visible').first();
    const [mailbox = '', trustee = ''] = await grant.locator('th, td').allInnerTexts();
    await (await search(mailbox.replaceAll(/[^\w.@-]/g, ''))).first().click();
    expect(await dialog.innerText()).toMatch(new RegExp(`Mailbox permissions[^]*${trustee}: FullAccess`, 'i'));
    await page.keyboard.press('Escape');
    const opened = (await search(trustee)).filter({ hasText: 'in mailbox-permissions' }).last();
    await opened.click();
    expect(await line.innerText()).toMatch(/^[1-9]\d* of /);
    // How do I fix it, for one and for all?
    await link(/^\d+ violations/).click();
    await page.locator('.data:visible .mailbox-name').first().click();
    await dialog.locator('.findings').waitFor();
    expect(await dialog.locator('.command code').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click();
    const rules = page.locator('#violations-by-rule');
    expect(await rules.innerText()).toMatch(/Remediation plans no-external-forwarding, stay-inside/);
    await rules.getByRole('link', { name: /^no-external-forwarding/ }).click();
    const button = page.getByRole('button', { name: 'Download script' });
    await expect(isInView(page, button)).resolves.toBe(true);
    await expect(isInView(page, page.locator('tr.data:visible').first())).resolves.toBe(true);
    const [script] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(script.suggestedFilename()).toBe('fix-no-external-forwarding.ps1');
    const commands = (await readFile(await script.path(), 'utf8')).replace(/^\uFEFF(?:# .*\n)+/, '').split('\n');
    const [, count] = /\. Downloaded (\d+) commands\./.exec(await line.innerText()) ?? [];
    expect(commands).toEqual([
      'Connect-ExchangeOnline',
      '',
      ...Array.from({ length: Number(count) }, () =>
        expect.stringMatching(/^Disable-InboxRule( -\w+ '([^']|'')+'){2}$/),
      ),
      '',
    ]);
    await reader.closePages();
  });

  test(`is accessible in the ${colorScheme} scheme`, async () => {
    const { page } = await reader.openFile(address, { context: { viewport, colorScheme } });
    expect(await axeViolations(page, 'html', viewport === DESK ? undefined : APPEARANCE)).toEqual([]);
    // axe accepts a lower one where no other link is close.
    const help = await page.getByRole('link', { name: 'help', exact: true }).boundingBox();
    expect(help?.height).toBeGreaterThanOrEqual(24);
    await page.getByRole('searchbox', { name: 'Search all reports' }).fill('contoso');
    await page.locator('.found [role=status]', { hasText: /rows in \d+ tables/ }).waitFor();
    expect(await axeViolations(page, '.found')).toEqual([]);
    await page.locator('.found a').first().click();
    expect(await axeViolations(page, 'dialog[open]')).toEqual([]);
    await reader.closePages();
  });
});

describe('the page', () => {
  test('shows its numbers in groups, in sentences, and each with the unit that a click shows', async () => {
    const { page } = await reader.openFile(address, { context: { viewport: DESK } });
    const groups = page.locator('.group');
    expect(await groups.locator('> p').allInnerTexts()).toEqual([
      'Result',
      'New',
      'Forwarding',
      'Access',
      'Replies',
      'Protocols',
      'Other',
      'Not read',
    ]);
    const forwarding = groups.filter({ hasText: 'Forwarding' });
    expect(await forwarding.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^\d+ mailboxes send mail outside, by any way$/),
      // A rule of the policy finds all of them.
      expect.stringMatching(
        /^\d+ mailboxes forward outside by rule \d+ inbox rules; rule no-external-forwarding: \d+ failed$/,
      ),
      expect.stringMatching(/^\d+ mailboxes forward by rule to an unresolved target \d+ inbox rules$/),
      expect.stringMatching(/^\d+ mailboxes hide mail by rule \d+ inbox rules$/),
      expect.stringMatching(/^\d+ mailboxes forward outside by their settings$/),
    ]);
    await forwarding.getByRole('link').first().click();
    const senders = page.locator('#who-sends-mail-outside');
    await expect(isInView(page, senders.getByRole('heading'))).resolves.toBe(true);
    expect(await senders.innerText()).toMatch(
      /\d+ mailboxes send mail outside: \d+ mailboxes by inbox rule \(\d+ inbox rules\), \d+ mailboxes by forwarding of the mailbox\./,
    );
    const hiding = forwarding.getByRole('link', { name: /hide mail/ });
    const [mailboxes, rules] = (await hiding.innerText()).match(/\d+/g) ?? [];
    await hiding.click();
    expect(await page.locator('.line:visible').innerText()).toMatch(
      new RegExp(`^${rules ?? ''} of [\\d,]+ inbox rules, in ${mailboxes ?? ''} mailboxes$`),
    );
    const violations = groups.getByRole('link', { name: /^\d+ violations/ });
    const [pairs, findings] = (await violations.innerText()).match(/\d+/g) ?? [];
    await violations.click();
    expect(await page.locator('.line:visible').innerText()).toMatch(
      new RegExp(
        `^${findings ?? ''} of [\\d,]+ findings; ${pairs ?? ''} pairs of mailbox and rule, in \\d+ mailboxes$`,
      ),
    );
    for (const [name, rows] of [
      ['1 new violation', /^1 of [\d,]+ findings; 1 pair of mailbox and rule$/],
      ['1 mailbox changed', /^[2-4] of \d changes, in 1 mailbox$/],
    ] as const) {
      await groups.getByRole('link', { name }).click();
      expect(await page.locator('.line:visible').innerText()).toMatch(rows);
    }
    const rule = page.locator('#violations-by-rule tr', { hasText: 'No rule sends mail outside' });
    const [failed] = /\d+/.exec((await rule.innerText()).split('outside').at(-1) ?? '') ?? [];
    await rule.getByRole('link').first().click();
    expect(await page.locator('.line:visible').innerText()).toContain(`; ${failed ?? ''} pairs of mailbox and rule`);
    await reader.closePages();
  });

  test('shows how the counts developed, and which mailboxes there are', async () => {
    const { page } = await reader.openFile(address, { context: { viewport: DESK } });
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    const history = page.locator('#history');
    await expect(isInView(page, history)).resolves.toBe(true);
    expect(await history.getByRole('row').allInnerTexts()).toEqual([
      expect.anything(),
      expect.stringMatching(/^Violations\s+(?:Now\s+)?(\d+)\s+(?:Lowest\s+)?\d+\s+(?:Highest\s+)?\1$/),
      ...['Warnings', 'New', 'Resolved', 'Not read'].map((count) => expect.stringMatching(`^${count}\\s`)),
    ]);
    expect(await history.locator('svg.trend').count()).toBe(5);
    expect(await page.locator('#types-and-sizes').innerText()).toMatch(/UserMailbox\s+\d+[^]*10 to 50 GB\s+\d+/);
    await reader.closePages();
  });

  test('names a domain of the tenant, and shows times in the zone of its reader too', async () => {
    const { page } = await reader.openFile(address, { context: { viewport: DESK, timezoneId: 'Asia/Kolkata' } });
    const origin = page.locator('.origin');
    expect(await origin.innerText()).toMatch(/tenant contoso\.com \([-0-9a-f]{36}\)/);
    const time = new Date((await origin.locator('time').getAttribute('datetime')) ?? '');
    const minutes = new Date(time.getTime() + 330 * 60_000).toISOString().slice(11, 16);
    expect(await origin.locator('.local-time').innerText()).toMatch(new RegExp(`${minutes} (GMT\\+5:30|IST)$`));
    await reader.closePages();
  });
});
