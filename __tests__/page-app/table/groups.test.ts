import { expect, test } from '@jest/globals';
import { axeViolations } from '../axe.ts';
import type { TestTable } from '../page-file.ts';
import { downloaded, inPage, line, names, pageReader } from './table-page.ts';

const reader = pageReader();

const MAILBOXES: TestTable = {
  name: 'mailbox-settings',
  group: 'Mailboxes',
  columns: ['MailboxName', 'Language', 'Status', 'Error'],
  rows: [['adele@contoso.com', 'German', 'ok', '']],
};
const DOMAINS: TestTable = {
  name: 'remote-domains',
  group: 'Tenant',
  columns: ['Domain', 'AutoForward', 'Status', 'Error'],
  rows: [
    ['*', 'true', 'ok', ''],
    ['contoso.com', 'false', 'ok', ''],
  ],
};
const VIOLATIONS: TestTable = {
  name: 'violations',
  group: 'Policy',
  columns: ['Rule', 'Severity', 'Report', 'MailboxName', 'Item', 'Verdict'],
  rows: [['no-forwarding', 'error', 'remote-domains', '', '*', 'fail']],
};

test('the tables of the tenant are a group of their own, and are searched, filtered and exported as others', async () => {
  await inPage(reader.open([MAILBOXES, DOMAINS, VIOLATIONS]), async (page) => {
    expect(await page.locator('.tab-group').allInnerTexts()).toEqual(['Mailboxes', 'Tenant', 'Policy']);
    for (const label of ['Mailboxes', 'Tenant', 'Policy']) {
      expect(await page.locator(`.tab-menu optgroup[label="${label}"] option`).count()).toBe(1);
    }
    await page.getByRole('tab', { name: 'mailbox-settings' }).press('ArrowRight');
    expect(await line(page)).toBe('2 of 2 rows');
    expect(await names(page)).toEqual(['*', 'contoso.com']);
    await page.locator('.tab-panel:visible').getByLabel('Search all columns').fill('contoso');
    await page.getByText('1 of 2 rows').first().waitFor();
    expect(await downloaded(page)).toEqual({
      name: expect.stringMatching(/^remote-domains.*\.csv$/),
      text: 'Domain,AutoForward,Status,Error\r\ncontoso.com,false,ok,\r\n',
    });
    expect(await axeViolations(page, '#tables')).toEqual([]);
  });
});

test('a page without a table of the tenant has no groups', async () => {
  const [one, other] = [MAILBOXES, VIOLATIONS].map((table): TestTable => ({ ...table, group: undefined }));
  await inPage(reader.open([one ?? MAILBOXES, other ?? VIOLATIONS]), async (page) => {
    expect(await page.locator('.tab-group, optgroup').count()).toBe(0);
  });
});
