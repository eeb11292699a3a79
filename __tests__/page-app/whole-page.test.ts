import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { APPEARANCE, axeViolations } from './axe.ts';
import { DESK, DEVICES, GRID, isInView, reportOfTenant } from './report-of-tenant.ts';

const report = reportOfTenant();
afterEach(() => report.closePages());

describe.each(DEVICES)('the page on a $device', ({ viewport, colorScheme }) => {
  const open = async (fragment = ''): Promise<Page> => (await report.open({ viewport }, fragment)).page;

  test('has a search over all reports that opens a mailbox, and rows', async () => {
    const page = await open();
    const [mailbox = ''] = report.addresses();
    const search = page.getByRole('searchbox', { name: 'Search all reports' });
    await search.fill(mailbox.slice(0, -3));
    await page.locator('.found [role=status]', { hasText: /rows in \d+ tables/ }).waitFor();
    await search.press('Enter');
    const view = page.getByRole('dialog');
    expect(await view.getByRole('heading').first().innerText()).toBe(mailbox);
    for (const opens of ['ArrowDown', 'Enter']) {
      await page.keyboard.press('Escape');
      expect(await page.locator('.search-all input:focus').count()).toBe(1);
      if (opens === 'ArrowDown') await page.keyboard.press(opens);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await search.fill('fullaccess');
    await page.locator('.found a', { hasText: 'in mailbox-permissions' }).last().click();
    expect(await page.locator('.line:visible').innerText()).toMatch(
      /^[1-9][\d,]* of [\d,]+ (rows|mailbox grants), in [1-9][\d,]* mailboxes$/,
    );
    await expect(isInView(page, page.locator('tr.data:visible').first())).resolves.toBe(true);
  });

  test('has links to its sections in a bar that stays in view', async () => {
    const page = await open();
    const links = page.getByRole('navigation').getByRole('link');
    // All are on the screen of a desk, and that to the rows is on any.
    for (const width of viewport === DESK ? [DESK.width, 1280, 800] : [viewport.width]) {
      await page.setViewportSize({ width, height: viewport.height });
      for (const link of viewport === DESK ? await links.all() : [links.first()]) {
        const box = (await link.boundingBox()) ?? { x: 0, width: 0 };
        expect(box.x + box.width).toBeLessThan(width);
      }
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
  });

  test('can be sent as a link to a section or a mailbox, which its title names, and finds the search by a key', async () => {
    const page = await open();
    const [title, rules] = [await page.title(), page.getByRole('heading', { name: /^Violations by rule/ })];
    await page.getByRole('navigation').getByRole('link', { name: 'Rules', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#section=rules');
    expect(await page.title()).toBe('Violations by rule - Mailbox Report');
    await page.goBack();
    expect(await page.title()).toBe(title);
    const sent = await open('#section=rules');
    await expect(isInView(sent, sent.getByRole('heading', { name: /^Violations by rule/ }))).resolves.toBe(true);
    await expect(isInView(page, rules)).resolves.toBe(false);
    // As pasted into the address of an open page.
    await page.evaluate("location.hash = '#section=rules'");
    await page.waitForFunction('scrollY > 0');
    await expect(isInView(page, rules)).resolves.toBe(true);
    await page.keyboard.press('/');
    expect(await page.locator('.search-all input:focus').count()).toBe(1);
    const [mailbox = ''] = report.addresses();
    const person = await open(`#mailbox=${mailbox}`);
    expect(await person.title()).toBe(`${mailbox} - Mailbox Report`);
    await person.keyboard.press('Escape');
    await person.waitForURL(({ hash }) => !hash.includes('mailbox='));
    expect(await person.title()).toBe(title);
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
    // The page renders the rows at the new position in the next frame. A click on an earlier row would scroll back.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
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
  });

  test(`is accessible in the ${colorScheme} scheme`, async () => {
    const { page } = await report.open({ viewport, colorScheme });
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    expect(await axeViolations(page, 'html', viewport === DESK ? undefined : APPEARANCE)).toEqual([]);
    // axe accepts a lower one where no other link is close.
    const help = await page.getByRole('link', { name: 'help', exact: true }).boundingBox();
    expect(help?.height).toBeGreaterThanOrEqual(24);
    await page.getByRole('searchbox', { name: 'Search all reports' }).fill('contoso');
    await page.locator('.found [role=status]', { hasText: /rows in \d+ tables/ }).waitFor();
    expect(await axeViolations(page, '.found')).toEqual([]);
    await page.locator('.found a').first().click();
    expect(await axeViolations(page, 'dialog[open]')).toEqual([]);
  });
});

describe('the page', () => {
  test('shows its numbers in groups, in sentences, and each with the unit that a click shows', async () => {
    const { page } = await report.open({ viewport: DESK });
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
    // No group is as high as the highest beside it.
    const heights = await page.evaluate<readonly (readonly number[])[]>(
      "[...document.querySelectorAll('.group')].map((one) => [one.lastElementChild.getBoundingClientRect().bottom, one.getBoundingClientRect().bottom])",
    );
    for (const [content = 0, whole = 0] of heights) expect(whole - content).toBeLessThan(4);
    const signOf = (tone: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('.tone-${tone} strong'), '::before').content`);
    await page.emulateMedia({ forcedColors: 'active' });
    expect([await signOf('bad'), await signOf('warn')]).toEqual([
      expect.stringMatching(/^"✕"/),
      expect.stringMatching(/^"!"/),
    ]);
    await page.emulateMedia({ forcedColors: 'none' });
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
    const hiding = forwarding.getByRole('link', { name: /hide mail/ });
    const [mailboxes, rules] = (await hiding.innerText()).match(/\d+/g) ?? [];
    await hiding.click();
    expect(await page.locator('.line:visible').innerText()).toMatch(
      new RegExp(`^${rules ?? ''} of [\\d,]+ inbox rules, in ${mailboxes ?? ''} mailboxes$`),
    );
    const violations = groups.getByRole('link', { name: /^\d+ violations/ });
    const [pairs, findings = pairs] = (await violations.innerText()).match(/\d+/g) ?? [];
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
    expect(await page.locator('#types-and-sizes').innerText()).toMatch(/UserMailbox\s+\d+[^]*10 to 50 GB\s+\d+/);
    const rule = page.locator('#violations-by-rule tr', { hasText: 'No rule sends mail outside' });
    const [failed] = /\d+/.exec((await rule.innerText()).split('outside').at(-1) ?? '') ?? [];
    await rule.getByRole('link').first().click();
    expect(await page.locator('.line:visible').innerText()).toContain(`; ${failed ?? ''} pairs of mailbox and rule`);
  });

  test('names a domain of the tenant, and shows times in the zone of its reader too', async () => {
    const { page } = await report.open({ viewport: DESK, timezoneId: 'Asia/Kolkata' });
    const origin = page.locator('.origin');
    expect(await origin.innerText()).toMatch(/tenant contoso\.com \([-0-9a-f]{36}\)/);
    const time = new Date((await origin.locator('time').getAttribute('datetime')) ?? '');
    const minutes = new Date(time.getTime() + 330 * 60_000).toISOString().slice(11, 16);
    expect(await origin.locator('.local-time').innerText()).toMatch(new RegExp(`${minutes} (GMT\\+5:30|IST)$`));
  });
});
