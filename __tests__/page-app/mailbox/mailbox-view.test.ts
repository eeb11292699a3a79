import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fragmentOf } from '../../../src/text/page-links.ts';
import { CHANGE_COLUMNS } from '../../../src/compare/changed-rows.ts';
import { reportColumns, tableColumns } from '../../../src/outputs/files/csv-sinks.ts';
import type { PageCell } from '../../../src/outputs/page/data.ts';
import { VIOLATION_COLUMNS } from '../../../src/outputs/files/csv-sinks.ts';
import { builtInReports } from '../../../src/reports/built-in.ts';
import { access } from '../../../src/reports/built-in/access.ts';
import { addresses } from '../../../src/reports/built-in/addresses.ts';
import { applications } from '../../../src/reports/built-in/applications.ts';
import { calendarPermissions } from '../../../src/reports/built-in/calendar-permissions.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../../../src/reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../../../src/reports/built-in/mailbox-properties.ts';
import { withListColumns } from '../../../src/reports/definition.ts';
import { REGISTRATION_COLUMNS } from '../../../src/text/registration.ts';
import { UNKNOWN_COLUMN } from '../../../src/text/mail-ends.ts';
import { APPEARANCE, axeViolations } from '../axe.ts';
import { PageReader } from '../opened-page.ts';
import type { TestDetails, TestTable } from '../page-file.ts';

const ADELE = "adele.o'brien@contoso.com";
const MEGAN = 'megan@contoso.com';

/** A table with cells by the names of their columns; others are blank. */
function table(
  name: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, PageCell>>[],
): TestTable {
  const experimental = name === 'mailbox-properties';
  const { inView } = builtInReports.get(name) ?? {};
  return { name, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')), experimental, inView };
}

const TABLES: readonly TestTable[] = [
  table('mailbox-properties', reportColumns(mailboxProperties, true), [
    { MailboxName: MEGAN, Status: 'not-found', Error: 'ManagementObjectNotFound' },
    {
      MailboxName: ADELE,
      ForwardingSmtpAddress: 'x@example.com',
      AuditEnabled: 'false',
      Status: 'ok',
      Verdict: 'fail',
    },
  ]),
  table('inbox-rules', reportColumns(inboxRules, true), [
    { MailboxName: MEGAN, Status: 'not-found' },
    {
      MailboxName: ADELE,
      RuleName: 'Out',
      Sequence: 2,
      Enabled: 'true',
      ForwardTo: 'x@example.com',
      Status: 'ok',
      MoveToFolder: 'Archive/Bills',
      MarkAsRead: 'true',
      Conditions: '{"subjectContains":["<b>invoice</b>"]}',
    },
    { MailboxName: ADELE, RuleName: 'First', Sequence: 1, Enabled: 'false', Delete: 'true', Status: 'ok' },
  ]),
  table('mailbox-permissions', reportColumns(mailboxPermissions, true), [
    { MailboxName: MEGAN, Status: 'not-found' },
    { MailboxName: ADELE, Right: 'FullAccess', Trustee: MEGAN, Inherited: 'false', Deny: 'false', Status: 'ok' },
  ]),
  table('calendar-permissions', reportColumns(calendarPermissions, true), [
    { MailboxName: MEGAN, Status: 'not-found' },
    {
      MailboxName: ADELE,
      GrantedTo: 'My Organization',
      Role: 'freeBusyRead',
      InsideOrganization: 'true',
      Status: 'ok',
    },
  ]),
  table('violations', VIOLATION_COLUMNS, [
    {
      Rule: 'no-forwarding',
      Severity: 'error',
      Report: 'mailbox-properties',
      MailboxName: ADELE,
      Verdict: 'fail',
      Message: 'Mail is forwarded to <b>x@example.com</b>',
      Column: 'ForwardingSmtpAddress',
      Found: 'x@example.com',
      Expected: 'nothing',
      Since: '2026-11-01',
    },
    {
      Rule: 'no-rules',
      Severity: 'error',
      Report: 'inbox-rules',
      MailboxName: ADELE,
      Verdict: 'fail',
      Item: 'Out',
      Column: 'ExternalTargets',
      Found: 'x@example.com',
      Expected: 'nothing',
    },
    {
      Rule: 'type',
      Severity: 'warning',
      Report: 'mailbox-properties',
      MailboxName: ADELE,
      Verdict: 'warn',
      Column: 'RecipientTypeDetails',
    },
  ]),
  table('changes', CHANGE_COLUMNS, [
    {
      Change: 'changed',
      Report: 'mailbox-properties',
      MailboxName: ADELE,
      Column: 'AuditEnabled',
      Before: 'true',
      After: 'false',
    },
  ]),
];

const DETAILS: TestDetails = {
  rules: [
    {
      id: 'no-forwarding',
      title: 'Mail stays <b>inside</b>',
      report: 'mailbox-properties',
      help: 'https://intranet.contoso.com/mail',
      command: ['Set-Mailbox -Identity ', { cell: 'MailboxName' }, ' -ForwardingSmtpAddress $null'],
    },
    {
      id: 'no-rules',
      title: 'No rule forwards mail',
      report: 'inbox-rules',
      item: ['RuleName'],
      command: ['Disable-InboxRule -Mailbox ', { cell: 'MailboxName' }, ' -Identity ', { cell: 'RuleName' }],
    },
    { id: 'type', title: 'Users only', report: 'mailbox-properties' },
  ],
  source: 'https://github.example/contoso/mail/blob/0123abc/{path}?plain=1#L{line}',
  places: [
    ['lists/a b.csv', 2, 1],
    ['lists/a b.csv', 9, 1],
  ],
};

let reader: PageReader;
beforeAll(async () => {
  reader = await PageReader.start();
});
afterAll(() => reader.stop());

test('the view of a mailbox shows the columns of the list once, and not as an item', async () => {
  const columns = reportColumns(withListColumns(inboxRules, ['Department', 'Office']), true);
  const own = table('inbox-rules', columns, [{ MailboxName: ADELE, Department: '<b>R&D</b>', Status: 'ok' }]);
  const { page } = await reader.open([{ ...own, listed: ['Department', 'Office'] }]);
  await page.locator('tr.data .open').first().press('Enter');
  await page.getByRole('link', { name: 'The mailbox in all reports' }).press('Enter');
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('.note').first().innerText()).toBe('Department: <b>R&D</b>');
  expect(await dialog.locator('h4').count()).toBe(0);
});

test('the view of a mailbox says who can open it by which right and group, and what its owner can open', async () => {
  const columns = reportColumns(access, true);
  const right = (mailbox: string, Trustee: string, Right: string, more: Readonly<Record<string, string>> = {}) => ({
    MailboxName: mailbox,
    Trustee,
    Right,
    Through: 'direct',
    Inside: 'true',
    Status: 'ok',
    ...more,
  });
  const rows = [
    right(MEGAN, 'eve@evil.example', 'Forwarding', { Inside: 'false' }),
    right(MEGAN, ADELE, 'FullAccess', { TrusteeName: 'Adele <b>' }),
    right(MEGAN, ADELE, 'FullAccess', { TrusteeName: 'Adele <b>', Through: 'sales@contoso.com' }),
    right(MEGAN, ADELE, 'Calendar: write'),
    right(MEGAN, 'lee@contoso.com', 'SendAs', { Through: 'sales@contoso.com' }),
    right('shared@contoso.com', MEGAN, 'SendAs', { Through: 'sales@contoso.com' }),
    right('shared@contoso.com', MEGAN, 'FullAccess'),
    right(ADELE, MEGAN, 'InboxRule'),
  ];
  const { page, complaints } = await reader.open([table('access', columns, rows)]);
  await page.locator('.mailbox-name').first().click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('h4').allInnerTexts()).toEqual([
    'Who can open it, or gets its mail 5 rows',
    'Can open, or gets mail of 3 rows',
  ]);
  expect(await dialog.locator('section li').allInnerTexts()).toEqual([
    `Full access: ${ADELE} (Adele <b>) directly and through sales@contoso.com`,
    'Send as: lee@contoso.com through sales@contoso.com',
    `Calendar: write: ${ADELE}`,
    'Gets mail by forwarding: eve@evil.example, outside',
    'shared@contoso.com: Full access; Send as through sales@contoso.com',
    `${ADELE}: Gets mail by inbox rule`,
  ]);
  await dialog.getByRole('link', { name: '3 rows' }).click();
  expect(await page.locator('.line:visible').innerText()).toBe('3 of 8 rows, in 2 mailboxes');
  await page.goBack();
  await dialog.getByRole('link', { name: 'shared@contoso.com' }).click();
  expect(await dialog.locator('section li').allInnerTexts()).toEqual([
    `Full access: ${MEGAN}`,
    `Send as: ${MEGAN} through sales@contoso.com`,
  ]);
  expect(await dialog.locator('h4').allInnerTexts()).toEqual(['Who can open it 2 rows']);
  await page.goBack();
  await dialog.getByRole('link', { name: ADELE }).first().click();
  expect(await dialog.locator('h4').allInnerTexts()).toEqual(['Who gets its mail 1 row', 'Can open 3 rows']);
  expect(complaints).toEqual([]);
});

test('the view of a mailbox has its addresses with the way of their mail, what inbox rules may do, and what is not known', async () => {
  const LISTED = 'info@contoso.com';
  const SHARED = 'both@contoso.com';
  const address = (Address: string, Owner: string, more: Readonly<Record<string, string>> = {}) => ({
    Address,
    Owner,
    Primary: Address === Owner ? 'yes' : 'no',
    DomainAccepted: 'yes',
    Lands: 'eve@evil.example; sales@contoso.com',
    Route: 'sales@contoso.com forwards to <b>Eve</b> and keeps a copy',
    Status: 'ok',
    ...more,
  });
  const unknown = { Lands: '', Route: '', Primary: '', Unknown: 'Owner; Lands; Route' };
  const rows = [
    address(LISTED, 'sales@contoso.com'),
    address('sales@contoso.com', 'sales@contoso.com'),
    address('sales@gone.example', 'sales@contoso.com', { Domain: 'gone.example', DomainAccepted: 'no' }),
    address(MEGAN, MEGAN, { Lands: MEGAN, Route: '', Unknown: 'Lands' }),
    address(SHARED, '', unknown),
    address('team@contoso.com', 'team@contoso.com', { Lands: 'nowhere', Route: '' }),
  ];
  const columns = tableColumns(addresses, false);
  const ofTenant = table('addresses', [...columns, UNKNOWN_COLUMN], rows);
  const rule = (RuleName: string, more: Readonly<Record<string, string>> = {}) => ({
    MailboxName: LISTED,
    RuleName,
    Enabled: 'true',
    ReadOnly: 'false',
    Hides: 'false',
    Status: 'ok',
    ...more,
  });
  const rules = table('inbox-rules', reportColumns(inboxRules, false), [
    rule('Out <b>', { RedirectTo: 'kim@out.example' }),
    rule('Off', { RedirectTo: 'kim@out.example', Enabled: 'false' }),
    rule('Bin', { Delete: 'true', Hides: 'true' }),
    rule('Hidden', { ReadOnly: 'true', Hides: '' }),
    { MailboxName: MEGAN, Status: 'throttled' },
    { MailboxName: SHARED, Status: 'ok' },
    { MailboxName: 'id@contoso.com', Status: 'ok' },
  ]);
  const { inView } = addresses;
  const tables = [rules, { ...ofTenant, columns, viewColumns: [UNKNOWN_COLUMN], inView }];
  const { page, complaints } = await reader.open(tables);
  const shown = async (mailbox: string): Promise<readonly string[]> => {
    await page.locator('.mailbox-name', { hasText: mailbox }).first().click();
    const section = page.getByRole('dialog').locator('section', { hasText: 'Addresses, and where' });
    const texts = await section.locator(':scope > ul > li').allInnerTexts();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    return texts.map((text) => text.replace(/\s*\n\s*/g, ' | '));
  };
  const step = 'sales@contoso.com forwards to <b>Eve</b> and keeps a copy';
  const ends = 'mail ends at eve@evil.example and sales@contoso.com';
  const further = 'Not known: whether it has 1 further address, whose owner is not known';
  expect(await shown(LISTED)).toEqual([
    `sales@contoso.com (primary) and ${LISTED}: ${ends} | ${step}`,
    `sales@gone.example: ${ends} | ${step} | gone.example is no accepted domain of the tenant`,
    further,
    'Possible: the inbox rule "Out <b>" redirects mail to kim@out.example',
    'Possible: the inbox rule "Hidden" does something that Graph does not show with mail',
  ]);
  expect(await shown(MEGAN)).toEqual([
    `${MEGAN} (primary): mail ends at ${MEGAN}, and perhaps elsewhere`,
    further,
    'Not known: whether inbox rules of its owner send mail on',
  ]);
  expect(await shown(SHARED)).toEqual([`${SHARED}: whose it is, and where its mail ends, is not known`]);
  expect(await shown('id@contoso.com')).toEqual(['Not known: the table has no address of this mailbox', further]);
  await page.locator('.mailbox-name', { hasText: MEGAN }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: '1 further address' }).click();
  expect(await page.locator('.line:visible').innerText()).toBe('1 of 6 rows');
  expect(complaints).toEqual([]);
});

test('the view of a mailbox says what the register has of rights, and a quick view has those that it lacks', async () => {
  const columns = [...reportColumns(mailboxPermissions, false).slice(0, -2), 'Registered', 'Status', 'Error'];
  const viewColumns = REGISTRATION_COLUMNS;
  const right = (trustee: string, registered: string, more: Readonly<Record<string, string>> = {}) => ({
    MailboxName: ADELE,
    Trustee: trustee,
    Right: 'FullAccess',
    Inherited: 'false',
    Deny: 'false',
    Registered: registered === 'unknown' ? '' : registered,
    Status: 'ok',
    State: registered,
    ...more,
  });
  const line = { Reason: 'Holidays <b>', Owner: 'ceo@contoso.com', Until: '2027-01-31' };
  const rows = [
    right('a@contoso.com', 'yes', { ...line, Basis: 'matched by address' }),
    right('b@contoso.com', 'due', { ...line, Owner: '', Until: '', Basis: 'it has no owner' }),
    right('c@contoso.com', 'expired', { ...line, Until: '2026-01-31', Basis: 'it was meant to end on 2026-01-31' }),
    right('d@contoso.com', 'no', { Basis: 'the address belongs to another account now' }),
    right('e@contoso.com', 'no'),
    right('f@contoso.com', 'unknown', { Basis: 'the ID of the trustee is not known' }),
    right('g@contoso.com', '', { Inherited: 'true' }),
  ];
  const own = table('mailbox-permissions', [...columns, ...viewColumns], rows);
  const { page, complaints } = await reader.open([{ ...own, columns, viewColumns }]);
  // They are neither in the table nor found by a search.
  expect(await page.locator('th', { hasText: /^(?:Owner|Basis)/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Not registered 2' }).click();
  expect(await page.locator('.line:visible').innerText()).toBe('2 of 7 rows, in 1 mailbox');
  await page.locator('.mailbox-name').first().click();
  const openers = page.getByRole('dialog').locator('section', { hasText: 'Who can open it' });
  expect((await openers.locator('li').innerText()).split('; ')).toEqual([
    'Full access: a@contoso.com (registered: matched by address',
    'Holidays <b>',
    'owner ceo@contoso.com',
    'until 2027-01-31)',
    'b@contoso.com (registered, and due for review: it has no owner',
    'Holidays <b>)',
    'c@contoso.com (no longer registered: it was meant to end on 2026-01-31',
    'Holidays <b>',
    'owner ceo@contoso.com)',
    'd@contoso.com (not registered: the address belongs to another account now)',
    'e@contoso.com (not registered)',
    'f@contoso.com (not known whether it is registered: the ID of the trustee is not known)',
    'g@contoso.com',
  ]);
  expect(complaints).toEqual([]);
});

test('the view of a mailbox has people and applications in one list, names each cause once, and folds what repeats', async () => {
  const CRM = "CRM; EU (1a'2b): Mail.ReadWrite, tenant-wide; CRM; EU (1a'2b): Mail.Send, scope Sales";
  const rightsOf = (name: string, columns: readonly string[]) =>
    table(name, columns, [{ MailboxName: ADELE, Trustee: MEGAN, Right: 'FullAccess', Deny: 'false', Status: 'ok' }]);
  const cells = ['mailboxes', 'mailbox-usage', 'accounts'].map((name) =>
    table(
      name,
      ['MailboxName', 'Cell', 'Status', 'Error'],
      [
        { MailboxName: ADELE, Cell: `of ${name}`, Status: 'ok' },
        { MailboxName: MEGAN, Status: 'access-denied', Error: 'Access is denied.' },
      ],
    ),
  );
  const ofApplications = table('applications', reportColumns(applications, true), [
    {
      MailboxName: ADELE,
      CanReadMail: 'CRM; EU',
      CanSend: 'CRM; EU',
      Through: CRM,
      ConsentedByPerson: 'Booster; Reader',
      Unknown: 'policies',
      Status: 'ok',
    },
  ]);
  const violation = { MailboxName: ADELE, Severity: 'error', Verdict: 'fail', Message: 'is found' };
  const violations = table('violations', VIOLATION_COLUMNS, [
    { ...violation, Rule: 'full', Item: `${MEGAN}; FullAccess`, Column: 'Trustee', Since: '2026-11-20' },
    // Of another right, and of one that is not the mailbox's.
    { ...violation, Rule: 'full', Item: `${MEGAN}; SendAs`, Column: 'Trustee', Since: '2026-11-01' },
    { ...violation, Rule: 'apps', Column: 'CanSend', Since: '2026-11-21' },
  ]);
  const rules = [
    { id: 'full', title: 'Nobody', report: 'mailbox-permissions', item: ['Trustee', 'Right'] },
    { id: 'apps', title: 'None', report: 'applications', item: [] },
  ];
  const { page, complaints } = await reader.open(
    [
      ...cells,
      rightsOf('mailbox-permissions', reportColumns(mailboxPermissions, true)),
      rightsOf('access', reportColumns(access, true)),
      ofApplications,
      violations,
    ],
    { details: { rules } },
  );
  await page.locator('.mailbox-name', { hasText: ADELE }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('h4').allInnerTexts()).toEqual([
    'Findings 3 rows',
    'Who can open it 1 row of access, 1 row of applications',
    'Mailbox permissions 1 row',
    'mailboxes 1 row',
    'mailbox-usage 1 row',
    'accounts 1 row',
  ]);
  const openers = dialog.locator('section', { hasText: 'Who can open it' });
  expect(await openers.locator('div > ul > li').allInnerTexts()).toEqual([
    `Full access: ${MEGAN} (violates a rule since 2026-11-20)`,
    'Applications that read mail: CRM; EU',
    'Applications that send: CRM; EU (violates a rule since 2026-11-21)',
    'Applications that this person consented to: Booster; Reader',
    'Not known of applications: policies',
    expect.stringMatching(/^Through permissions of 1 application/),
  ]);
  expect(await openers.locator('details li').allInnerTexts()).toEqual([
    "CRM; EU (1a'2b): Mail.ReadWrite, tenant-wide; Mail.Send, scope Sales",
  ]);
  expect(await openers.locator('code').innerText()).toBe(
    `npm run cli -- history --repository contoso/mailboxes "${ADELE}"`,
  );
  expect(await dialog.locator('dd').filter({ visible: true }).allInnerTexts()).toEqual(['of mailboxes']);
  await dialog.getByLabel('Show accounts').click();
  expect(await dialog.locator('dd').filter({ visible: true }).allInnerTexts()).toEqual(['of mailboxes', 'of accounts']);
  expect(await dialog.getByText(`${MEGAN}: FullAccess`).isVisible()).toBe(false);
  expect(await axeViolations(page, 'dialog[open]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.mailbox-name', { hasText: MEGAN }).click();
  expect(await dialog.locator('.unreadable li').allInnerTexts()).toEqual([
    'mailboxes, mailbox-usage, accounts: access-denied. Access is denied.',
  ]);
  expect(complaints).toEqual([]);
});

test('the view of a mailbox is printed in place of the page, without its controls', async () => {
  const { page } = await reader.open(TABLES, { details: DETAILS });
  await page.locator('.mailbox-name', { hasText: ADELE }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main, dialog :is(button, .menu)').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('dialog').locator('.command code').first().isVisible()).toBe(true);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // Long enough for a second page, which a dialog on the screen would cut off.
  expect(pdf.toString('latin1').split('/Type /Page\n').length - 1).toBe(2);
});

test('the view of a mailbox has all reports, rules in sentences, findings with commands, and is reached by keys', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, complaints } = await reader.open(TABLES, { details: DETAILS, context });
  const dialog = page.getByRole('dialog');
  const section = (title: string) =>
    dialog.locator('section').filter({ has: page.getByRole('heading', { name: title }) });

  expect(await page.getByRole('tab').first().innerText()).toMatch(/^mailbox-properties \(experimental\)\s+2 rows$/);
  await page.locator('tr.data .open').last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'The mailbox in all reports' }).press('Enter');
  expect(await dialog.getByRole('heading', { level: 3 }).innerText()).toBe(ADELE);
  const place = dialog.getByRole('link', { name: 'lists/a b.csv, line 9' });
  expect(await place.getAttribute('href')).toBe(
    'https://github.example/contoso/mail/blob/0123abc/lists/a%20b.csv?plain=1#L9',
  );
  expect(await dialog.locator('h4').allInnerTexts()).toEqual([
    'Findings 3 rows',
    'Who can open it 1 row',
    'Inbox rules 2 rows',
    'Mailbox permissions 1 row',
    'Calendar permissions 1 row',
    'mailbox-properties 1 row',
    'Changes since the earlier report 1 row',
  ]);
  expect(await section('Inbox rules').locator('li').allInnerTexts()).toEqual([
    'First off: deletes mail',
    "Out: moves mail with '<b>invoice</b>' in the subject to Archive/Bills, marks it as read and forwards it to x@example.com",
  ]);
  expect(await section('Who can open it').locator('li').allInnerTexts()).toEqual([`Full access: ${MEGAN}`]);
  expect(await section('Mailbox permissions').locator('li').isVisible()).toBe(false);
  expect(await section('Calendar permissions').locator('li').isVisible()).toBe(true);
  expect(await section('mailbox-properties').locator('dd').allInnerTexts()).toEqual([
    'x@example.com',
    'false was true',
  ]);
  expect(await dialog.getByText('When it changed').innerText()).toBe(
    `When it changed, at a terminal: npm run cli -- history --repository contoso/mailboxes "${ADELE}"`,
  );
  const finding = section('Findings').locator('li li').first();
  expect(await finding.innerText()).toBe('Mail is forwarded to <b>x@example.com</b>; since 2026-11-01\nDetails');
  await finding.getByText('Details').click();
  expect(await finding.innerText()).toContain('ForwardingSmtpAddress: x@example.com, expected nothing');
  expect(await section('Findings').getByRole('link', { name: 'Help' }).getAttribute('href')).toBe(
    'https://intranet.contoso.com/mail',
  );
  expect(await section('Findings').locator('code').allInnerTexts()).toEqual([
    "Set-Mailbox -Identity 'adele.o''brien@contoso.com' -ForwardingSmtpAddress $null",
    "Disable-InboxRule -Mailbox 'adele.o''brien@contoso.com' -Identity 'Out'",
  ]);
  expect(await section('Findings').getByText('No command corrects this.').count()).toBe(1);
  // One menu a finding, by keys.
  const menu = dialog.locator('.findings > li').first().locator('details.menu');
  const copied = async (name: string): Promise<string> => {
    await menu.locator('summary').press('Enter');
    await menu.getByRole('button', { name }).press('Enter');
    await menu.locator('xpath=..').getByText('Copied').waitFor();
    expect([await menu.getAttribute('open'), await menu.locator('summary:focus').count()]).toEqual([null, 1]);
    return page.evaluate<string>('navigator.clipboard.readText()');
  };
  expect(await copied('Copy the command')).toMatch(/^Set-Mailbox .* \$null$/);
  expect(parse(`exemptions:\n${await copied('Copy as exemption')}`)).toEqual({
    exemptions: [{ rule: 'no-forwarding', mailboxes: [ADELE], reason: null, owner: null, expires: null }],
  });
  expect((await copied('Copy for a ticket')).split('\n')).toEqual([
    `${ADELE}: Mail stays <b>inside</b> (no-forwarding)`,
    '- Mail is forwarded to <b>x@example.com</b>; since 2026-11-01',
    "Command: Set-Mailbox -Identity 'adele.o''brien@contoso.com' -ForwardingSmtpAddress $null",
    'Help: https://intranet.contoso.com/mail',
    'Run: tenant contoso.com, 2026-11-25 12:00 UTC',
    '',
  ]);
  const menus = dialog.locator('details.menu > summary');
  expect(await menus.count()).toBe(3);
  await menus.last().click();
  expect(await dialog.getByRole('button', { name: /^Copy/ }).allInnerTexts()).toEqual([
    'Copy as exemption',
    'Copy for a ticket',
  ]);
  expect(await axeViolations(page, 'dialog[open]')).toEqual([]);
  await page.keyboard.press('Escape');
  expect([await dialog.count(), await dialog.locator('details[open].menu').count()]).toEqual([1, 0]);

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await axeViolations(page, 'dialog[open]', APPEARANCE)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });

  // Escape closes it, the focus returns, and Back opens it again.
  const shared = page.url();
  await page.keyboard.press('Escape');
  await page.waitForURL(({ hash }) => !hash.includes('mailbox='));
  expect(await dialog.count()).toBe(0);
  expect(await page.locator('.open:focus').getAttribute('aria-label')).toBe(`Open ${ADELE}`);
  await page.goBack();
  expect(await dialog.count()).toBe(1);

  // Its links show the rows behind a section.
  await section('Inbox rules').getByRole('link', { name: '2 rows' }).press('Enter');
  expect(await dialog.count()).toBe(0);
  expect(await page.locator('.line:visible').innerText()).toBe('2 of 3 rows, in 1 mailbox');
  expect(new URL(page.url()).hash).toBe(
    fragmentOf({ report: 'inbox-rules', conditions: [{ column: 'MailboxName', is: ADELE }] }),
  );
  expect(complaints).toEqual([]);

  // The address opens the view of a mailbox, also of one that could not be read or that does not exist.
  const [address = ''] = shared.split('#');
  const loaded = await reader.openFile(shared);
  expect(await loaded.page.getByRole('dialog').locator('h4').count()).toBe(7);
  const unread = await reader.openFile(address + fragmentOf({ mailbox: MEGAN.toUpperCase() }));
  expect(await unread.page.getByRole('dialog').locator('.unreadable li').first().innerText()).toBe(
    'mailbox-properties: not-found. ManagementObjectNotFound',
  );
  const none = await reader.openFile(address + fragmentOf({ mailbox: '<img src=x onerror=alert(1)>' }));
  expect(await none.page.getByRole('dialog').innerText()).toContain('This page has no mailbox with this address.');
  expect([...loaded.complaints, ...unread.complaints, ...none.complaints]).toEqual([]);
});
