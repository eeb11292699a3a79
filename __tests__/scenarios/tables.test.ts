import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { storedLines } from '../support/rows-file.ts';

const ROLES = ['MailboxSettings.Read', 'LicenseAssignment.Read.All', 'Exchange.ManageAsApp'];
const { newTenant, run } = inProcessScenarios({}, { mailboxes: 3, roles: ROLES, log: true });

/** The products of the tenant, of a listing of Graph. */
const PRODUCTS = `name: products
about: tenant
permission: LicenseAssignment.Read.All
request: { listing: subscribedSkus, query: { $select: 'skuId,skuPartNumber' } }
rows: value
item: Product
unit: product
columns:
  Product: skuPartNumber
  Id: skuId
`;
/** The organization in one row, of a cmdlet. */
const AUDITING = `name: auditing
about: tenant
source: exchange
request: { cmdlet: Get-OrganizationConfig, select: [AuditDisabled, Name] }
columns:
  Organization: Name
  AuditDisabled: AuditDisabled
`;
const FILES = { 'products.yml': PRODUCTS, 'auditing.yml': AUDITING };

function linesOf(folder: string): Promise<ReturnType<typeof storedLines>> {
  return readFile(path.join(folder, 'rows.ndjson.gz')).then(storedLines);
}

test('a report about the tenant is a table that is read once, with a CSV without mailboxes', async () => {
  const tenant = await newTenant();
  const result = await run(tenant, {
    files: { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') },
    inputs: { report: 'mailbox-settings\nproducts.yml\nauditing.yml' },
  });
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'mailbox-count': '3', 'read-count': '3' } });
  const products = result.rowsOf('products');
  expect(products.length).toBeGreaterThan(1);
  expect(Object.keys(products[0] ?? {})).toEqual(['Product', 'Id', 'Status', 'Error']);
  expect(new Set(products.map(({ Status }) => Status))).toEqual(new Set(['ok']));
  expect(result.rowsOf('auditing')).toEqual([
    { Organization: 'contoso.onmicrosoft.com', AuditDisabled: 'false', Status: 'ok', Error: '' },
  ]);

  const [header, ...lines] = await linesOf(result.outputs['output-directory'] ?? '');
  expect(header).toMatchObject({
    tables: [
      { name: 'products', reads: { endpoint: 'GET /v1.0/subscribedSkus' }, item: ['Product'], manyRows: true },
      { name: 'auditing', reads: { endpoint: 'Get-OrganizationConfig' }, item: [], manyRows: false },
    ],
  });
  expect(lines.map((line) => line.table ?? line.mailbox ?? 'end')).toEqual([
    'products',
    'auditing',
    ...tenant.addresses,
    'end',
  ]);
  expect(lines.at(-1)).toMatchObject({ tables: { products: { rows: products.length }, auditing: { rows: 1 } } });
  expect(tenant.log.filter(({ path: one }) => one.includes('subscribedSkus'))).toHaveLength(1);
});

test('a run of tables alone needs no list, and reads no mailbox of one that is given', async () => {
  const tenant = await newTenant({ roles: ['LicenseAssignment.Read.All'] });
  const inputs = { report: 'products.yml' };
  const without = await run(tenant, { files: FILES, inputs: { ...inputs, mailboxes: undefined } });
  expect(without).toMatchObject({ code: 0, outputs: { result: 'pass', 'read-count': '0' } });
  expect(without.outputs['mailbox-count']).toBeUndefined();
  expect(without.rowsOf('products').length).toBeGreaterThan(1);
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') };
  const withList = await run(tenant, { files, inputs });
  expect(withList).toMatchObject({ code: 0, outputs: { 'mailbox-count': '3', 'read-count': '0' } });
  expect(tenant.log.filter(({ path: one }) => one.includes('mailboxSettings'))).toEqual([]);
});

test('a table that is refused has one row that says so, and leaves a run that reads nothing else incomplete', async () => {
  const tenant = await newTenant({ roles: ['MailboxSettings.Read'] });
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') };
  const beside = await run(tenant, { files, inputs: { report: 'mailbox-settings\nproducts.yml' } });
  expect(beside.outputs.result).toBe('pass');
  expect(beside.rowsOf('products')).toEqual([
    { Product: '', Id: '', Status: 'access-denied', Error: expect.stringContaining('Authorization_RequestDenied') },
  ]);
  const alone = await run(tenant, { files, inputs: { report: 'products.yml' } });
  expect(alone).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
});
