import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { PageReader, type OpenedPage, type PageOptions } from './opened-page.ts';

const REPORTS = [
  'mailbox-settings',
  'inbox-rules',
  'mailbox-properties',
  'mailbox-permissions',
  'client-access',
  'calendar-permissions',
  'access',
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
  'GroupMember.Read.All',
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

export const DEVICES = [
  { device: 'desk', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { device: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;
export const [{ viewport: DESK }] = DEVICES;

/** The rows of the visible table, for scripts in the page. */
export const GRID = `[...document.querySelectorAll('.grid')].find((grid) => grid.checkVisibility())`;

interface TenantReport {
  /** Opens the page of the last run, at a fragment of its address. */
  readonly open: (context: PageOptions['context'], fragment?: string) => Promise<OpenedPage>;
  readonly closePages: () => Promise<void>;
  readonly addresses: () => readonly string[];
}

/**
 * The page of a tenant with 200 mailboxes, after three runs: the first without a policy and with one report, and the last with a
 * violation that the second one does not have. Call it once in a test file.
 */
export function reportOfTenant(): TenantReport {
  const { newTenant, run } = inProcessScenarios();
  jest.setTimeout(240_000);
  let reader: PageReader;
  let address: string;
  let addresses: readonly string[];
  beforeAll(async () => {
    reader = await PageReader.start();
    const tenant = await newTenant({ mailboxes: 200, roles: ROLES });
    addresses = tenant.addresses;
    const files = { 'policy.yml': POLICY };
    const first = await run(tenant, { inputs: { formats: 'csv', 'max-unreadable': '100%' } });
    const inputs = { report: REPORTS.join('\n'), policy: 'policy.yml', 'max-unreadable': '100%' };
    const second = await run(tenant, { inputs: { ...inputs, formats: 'csv', compare: folderOf(first) }, files });
    const person = addresses.find((one) => JSON.stringify(tenant.expected(one)).includes('"externalAudience":"none"'));
    tenant.edit(person ?? '', { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'all' } });
    const last = await run(tenant, { inputs: { ...inputs, formats: 'html', compare: folderOf(second) }, files });
    address = pathToFileURL(path.join(folderOf(last), 'report.html')).href;
  });
  afterAll(() => reader.stop());
  return {
    open: (context, fragment = '') => reader.openFile(address + fragment, { context: context ?? {} }),
    closePages: () => reader.closePages(),
    addresses: () => addresses,
  };
}

function folderOf({ outputs }: { readonly outputs: Readonly<Record<string, string>> }): string {
  return outputs['output-directory'] ?? '';
}

/** Whether an element is entirely in the window, and not behind the bar at its top. */
export async function isInView(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const { height = 0 } = page.viewportSize() ?? {};
  const bar = await page.locator('.top').boundingBox();
  return box !== null && box.y >= (bar?.height ?? 0) - 1 && box.y + box.height <= height;
}
