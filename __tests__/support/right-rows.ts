import { expect } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import type { ActionRun } from './action-run.ts';
import { expectedRow, withoutError } from './expected-row.ts';

/** Every mailbox of the tenant stands in the CSV, in the list's order, with its own values. */
export function expectRightRows({ rows }: ActionRun, tenant: Tenant): void {
  expect(rows.map(withoutError)).toEqual(
    tenant.addresses.map((address) => expectedRow(address, tenant.expected(address))),
  );
}
