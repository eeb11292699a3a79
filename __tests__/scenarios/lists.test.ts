import { describe, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run, runPackaged } = inProcessScenarios();

type Content = string | Uint8Array;

/** Runs the action on these files, and returns the addresses of its rows and its warnings. */
async function listed(
  tenant: Tenant,
  files: Readonly<Record<string, Content>>,
  inputs: Readonly<Record<string, string>> = {},
  runIn: typeof run | typeof runPackaged = run,
) {
  const result = await runIn(tenant, {
    files,
    inputs: { 'max-unreadable': '100%', mailboxes: Object.keys(files).join('\n'), ...inputs },
  });
  expect(result.errors).toEqual([]);
  return { ...result, addresses: result.rows.map(({ MailboxName }) => MailboxName) };
}

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** A file that `Get-Mailbox | Export-Csv` of Windows PowerShell writes. */
function exported(addresses: readonly string[]): string {
  const rows = addresses.map((address, at) => `"Name, ${at}","${address}","UserMailbox"`);
  const start = '#TYPE Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox';
  return [start, '"DisplayName","PrimarySmtpAddress","RecipientTypeDetails"', ...rows, ''].join('\r\n');
}

describe('a mailbox list', () => {
  test('of text omits comments, blanks and the byte order mark', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const [first = '', second = '', third = ''] = tenant.addresses;
    const text = `\uFEFF# All of us\r\n\r\n  ${first}  \r\n${second} # leaves in May\r\n${third}`;
    expect((await listed(tenant, { 'lists/all.txt': text })).addresses).toEqual([first, second, third]);
  });

  test.each([
    ['UTF-8', (text: string): Content => text],
    ['UTF-16', utf16],
  ])('of CSV is read as Export-Csv writes it, in %s', async (_, encoded) => {
    const tenant = await newTenant({ mailboxes: 45 });
    const { addresses } = await listed(tenant, { 'mailboxes.csv': encoded(exported(tenant.addresses)) });
    expect(addresses).toEqual(tenant.addresses);
  });

  test('of CSV may have another column, which the log names', async () => {
    const tenant = await newTenant({ mailboxes: 2 });
    const [first = '', second = ''] = tenant.addresses;
    const text = `Mail;Login\nx@example.com;${first}\ny@example.com;${second}\n`;
    const { addresses } = await listed(tenant, { 'a.csv': text.replaceAll(';', ',') }, { 'mailbox-column': 'login' });
    expect(addresses).toEqual([first, second]);
  });

  test('of JSON has addresses, or objects', async () => {
    const tenant = await newTenant({ mailboxes: 4 });
    const [first = '', second = '', ...others] = tenant.addresses;
    const files = {
      'a.json': JSON.stringify([first, second]),
      'b.json': JSON.stringify(others.map((userPrincipalName) => ({ userPrincipalName, displayName: 'Somebody' }))),
    };
    expect((await listed(tenant, files)).addresses).toEqual(tenant.addresses);
  });

  test('is found by paths and globs, each file once, in their order', async () => {
    const tenant = await newTenant({ mailboxes: 4 });
    const [first = '', second = '', third = '', fourth = ''] = tenant.addresses;
    const files = { 'z.txt': first, 'teams/b.txt': third, 'teams/a.txt': second, 'teams/deep/c.txt': fourth };
    const { addresses, summary } = await listed(tenant, files, { mailboxes: 'z.txt\nteams/**/*.txt\nteams/a.txt' });
    expect(addresses).toEqual([first, second, third, fourth]);
    expect(summary).toContain('z.txt, teams/a.txt, teams/b.txt, teams/deep/c.txt');
  });

  test('with a repeated address has one warning at its line', async () => {
    const tenant = await newTenant({ mailboxes: 2 });
    const [first = '', second = ''] = tenant.addresses;
    const files = { 'a.txt': `${first}\n${second}\n${first.toUpperCase()}\n`, 'b.txt': `${second}\n` };
    const { addresses, warnings, outputs, summary } = await listed(tenant, files, {}, runPackaged);
    expect(addresses).toEqual([first, second]);
    expect(outputs['mailbox-count']).toBe('2');
    const repeated = warnings.filter(({ properties }) => properties.title === 'Repeated mailboxes');
    expect(repeated).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(/^2 lines .* a\.txt, line 1\.$/),
        properties: { title: 'Repeated mailboxes', file: 'a.txt', line: '3' },
      },
    ]);
    expect(tenant.counts.items).toBe(2);
    expect(summary).toMatch(/\| 2 \| \d \| \d \| 2 \|/);
  });
});
