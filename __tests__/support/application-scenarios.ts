import type { TenantOptions } from '../../tenant/tenant.ts';
import { inProcessScenarios, type InProcessScenarios } from './in-process-run.ts';

/** The permissions of Graph with which the report "applications" knows everything. */
export const APPLICATION_ROLES = [
  'Application.Read.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
  'GroupMember.Read.All',
  'AdministrativeUnit.Read.All',
];

/** The shared helpers of scenarios about the report "applications", in small tenants with all permissions that it needs. */
export function applicationScenarios(usualTenant: TenantOptions = {}): InProcessScenarios {
  return inProcessScenarios(
    { report: 'applications', 'max-unreadable': '100%', 'fail-on': 'never' },
    { mailboxes: 20, roles: APPLICATION_ROLES, ...usualTenant },
  );
}
