import { addresses } from './built-in/addresses.ts';
import { applicationsOfTenant } from './built-in/applications-of-tenant.ts';
import { deletedMailboxes } from './built-in/deleted-mailboxes.ts';
import { organization } from './built-in/organization.ts';
import { builtInReports } from './built-in.ts';
import type { ReportDefinition } from './definition.ts';
import { comesWith, type AnyReport, type TableReport } from './table.ts';

/** The built-in tables about the tenant by name. To add a table, add a file to the folder `built-in` and the table to this list. */
export const builtInTables: ReadonlyMap<string, TableReport> = new Map<string, TableReport>(
  [organization, applicationsOfTenant, deletedMailboxes, addresses].map((table) => [table.name, table]),
);

/** All built-in reports, those about mailboxes first. */
export const allBuiltIn: ReadonlyMap<string, AnyReport> = new Map<string, AnyReport>([
  ...builtInReports,
  ...builtInTables,
]);

/** The tables of a run: those that it names, and those that come with its reports. */
export function tablesWith(
  named: readonly TableReport[],
  reports: readonly Pick<ReportDefinition, 'name'>[],
): readonly TableReport[] {
  const coming = [...builtInTables.values()].filter(
    (table) => reports.some(({ name }) => comesWith(table, name)) && named.every(({ name }) => name !== table.name),
  );
  return [...named, ...coming];
}
