import { expect } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import type { RunOutcome } from './action-run.ts';
import { expectedRow, withoutError } from './expected-row.ts';

/** Expects every mailbox of the tenant in the CSV, in the order of the list, with its own values. */
export function expectRightRows({ rows }: RunOutcome, tenant: Tenant): void {
  expect(rows.map(withoutError)).toEqual(
    tenant.addresses.map((address) => expectedRow(address, tenant.expected(address))),
  );
}
