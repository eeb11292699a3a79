import { expect } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import type { ActionRun } from './action-run.ts';
import { expectedRow, withoutError } from './expected-row.ts';

/** Expects every mailbox of the tenant in the CSV, in the order of the list, with its own values. */
export function expectRightRows({ rows }: ActionRun, tenant: Tenant): void {
  expect(rows.map(withoutError)).toEqual(
    tenant.addresses.map((address) => expectedRow(address, tenant.expected(address))),
  );
}
