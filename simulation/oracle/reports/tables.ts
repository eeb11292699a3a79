import { plainCell, type Row } from '../cells.ts';
import type { Facts, JsonObject } from '../facts.ts';
import type { OfTable } from '../run.ts';
import { addressesOf } from './addresses.ts';
import { internalDomains, type Reading } from './reports.ts';
import { applicationsTable } from './applications-of-tenant.ts';
import { deletedOf } from './deleted-mailboxes.ts';
import { organizationOf } from './organization.ts';

/** Tables about the tenant. */
const TABLES: Readonly<Record<string, (reading: Reading) => OfTable>> = {
  addresses: ({ hidden, now, shownText }) =>
    addressesOf({
      facts: hidden.facts,
      now,
      unread: hidden.unread,
      shownRoute: (address) => shownText('addresses', address, 'Route'),
    }),
  organization: ({ hidden, now, world }) => organizationOf(hidden.facts, now, internalDomains(world)),
  'applications-of-tenant': ({ hidden, world }) =>
    applicationsTable({ facts: hidden.facts, tenant: world.tenant, unread: hidden.unread }),
  'deleted-mailboxes': ({ hidden, now }) => deletedOf(hidden.facts, now),
  'remote-domains': ({ hidden }) =>
    listed(hidden.facts, 'Get-RemoteDomain', (domain) => ({
      Domain: plainCell(domain, 'DomainName'),
      Forwards: plainCell(domain, 'AutoForwardEnabled'),
    })),
};

/** What a table shows. */
export function tableOf(name: string, reading: Reading): OfTable {
  const of = TABLES[name];
  if (of === undefined) throw new Error(`there is no table ${name}`);
  return of(reading);
}

/** A row for each object of a cmdlet. */
function listed({ cmdlets }: Facts, cmdlet: string, rowOf: (object: JsonObject) => Row): OfTable {
  const objects = cmdlets[cmdlet];
  return objects === undefined
    ? { statuses: ['failed'], rows: [], hasGaps: true }
    : { statuses: ['ok'], rows: objects.map(rowOf), hasGaps: false };
}
