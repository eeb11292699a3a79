import { GRAPH_PARTS } from '../../../applications/consents.ts';
import { alternatives, covers, isSameRole } from '../../../auth/app-roles.ts';
import { UserError } from '../../../errors.ts';
import { APP_ROLE } from '../../../exchange/cmdlets.ts';
import { isObject, property, textIn, type Json } from '../../../json.ts';
import { applications } from '../../../reports/built-in/applications.ts';
import { chosenOf } from '../../../reports/choose.ts';
import { asksExchange, isExchangeReport, isListingReport } from '../../../reports/definition.ts';
import { comesWith, isTable, type AnyReport } from '../../../reports/table.ts';
import { ACCOUNTS_PERMISSION } from '../../../source/unlisted-reader.ts';
import type { AdminGraph } from './admin-graph.ts';

/** What each application permission allows, as the plan says it. https://learn.microsoft.com/graph/permissions-reference */
const ALLOWS: Readonly<Record<string, string>> = {
  'MailboxSettings.Read': 'reads settings and rules of every mailbox, no mail',
  'MailboxSettings.ReadWrite': 'changes settings and rules of every mailbox, and reads no mail',
  'Calendars.ReadWrite': 'changes calendars and who may open them, and reads their events',
  'Calendars.ReadBasic.All': 'reads calendars and who may open them, without the text of events',
  'Mail.ReadBasic.All': 'reads folders, senders and subjects of every mailbox, not the text of mail',
  'User.Read.All': 'reads the profiles of all users',
  'AuditLog.Read.All': 'reads sign-ins and audit logs of the tenant',
  'Reports.Read.All': 'reads usage reports of the tenant',
  'GroupMember.Read.All': 'reads groups and their members',
  'LicenseAssignment.Read.All': 'reads which licenses are assigned',
  'Application.Read.All': 'reads applications and their permissions',
  'Directory.Read.All': 'reads all objects of the directory',
  'UserAuthenticationMethod.Read.All': 'reads with which methods users sign in, and their phone numbers',
  'AuditLogsQuery-Exchange.Read.All': 'searches the audit log of Exchange Online',
  [APP_ROLE]: 'manages Exchange Online as far as the roles of the application allow: with Global Reader it only reads',
};

/** The service whose application permission it is. */
export type Resource = 'Microsoft Graph' | 'Exchange Online';

/** An application permission that the chosen reports need. */
export interface NeededPermission {
  readonly resource: Resource;
  /** As reports name it; the app role of Graph may have the suffix `.All`. */
  readonly name: string;
}

/** The permissions that reports need, each once, and that the question for all mailboxes needs. */
export function neededPermissions(all: readonly AnyReport[], asksForAll: boolean): readonly NeededPermission[] {
  const { reports, tables } = chosenOf(all);
  const ofReports = all.flatMap((report) => report.permissions.map((permission) => leastOf(permission)));
  // Exchange Online lists the mailboxes if the run reads a report from it.
  const ofAll = asksForAll && !reports.some(isExchangeReport) ? [ACCOUNTS_PERMISSION] : [];
  // Without Exchange Online, scopes and access policies are not known, so that hardly anything about applications is.
  const isOfApplications = reports.some(asksExchange) || tables.some(({ source }) => source === 'reports');
  const ofTenant = isOfApplications ? [APP_ROLE] : [];
  const names = [...new Set([...ofReports, ...ofTenant, ...ofAll])];
  return names.map((name) => ({ resource: name === APP_ROLE ? 'Exchange Online' : 'Microsoft Graph', name }));
}

/** The permissions without which reports are useful too, and leave columns blank; not those that are needed anyway. */
export function furtherPermissions(all: readonly AnyReport[]): readonly string[] {
  const needed = all.flatMap(({ permissions }) => permissions.map(leastOf));
  const texts = all.flatMap((report) => {
    if (isTable(report)) return comesWith(report, applications.name) ? GRAPH_PARTS.map(({ needs }) => needs) : [];
    if (report === applications) return GRAPH_PARTS.map(({ needs }) => needs);
    if (!isListingReport(report)) return [];
    const { optional, beside = {} } = report.request;
    return [optional?.needs ?? '', ...Object.values(beside).map(({ needs }) => needs)];
  });
  const names = texts.flatMap((text) => text.match(/\b[A-Z]\w+\.\w+\.All\b/g) ?? []);
  return [...new Set(names)].filter((name) => !covers(needed, name));
}

/** Of `A or B`, the one that works in every tenant: sign-in logs need Microsoft Entra ID P1. */
function leastOf(permission: string): string {
  const names = alternatives(permission);
  return names.find((name) => name !== 'AuditLog.Read.All') ?? permission;
}

/** What a permission allows, in a few words. */
function allowedBy(name: string, displayName: string): string {
  const [, text] = Object.entries(ALLOWS).find(([permission]) => isSameRole(permission, name)) ?? [];
  return text ?? displayName;
}

/** The services whose application permissions reports need. */
const RESOURCE_APPS: Readonly<Record<Resource, string>> = {
  'Microsoft Graph': '00000003-0000-0000-c000-000000000000',
  'Exchange Online': '00000002-0000-0ff1-ce00-000000000000',
};
/** An application permission of a service, as the tenant has it. */
export interface PermissionRole {
  readonly resource: Resource;
  readonly resourceAppId: string;
  /** The object ID of the service's principal. */
  readonly resourceId: string;
  readonly id: string;
  /** Such as `Calendars.ReadBasic.All`. */
  readonly value: string;
  /** In a few words. */
  readonly allows: string;
}

/** Looks app roles up by their value. Rejects with the UserError `SETUP_REFUSED` for one that the tenant lacks. */
export async function findRoles(
  graph: AdminGraph,
  needed: readonly NeededPermission[],
): Promise<readonly PermissionRole[]> {
  const { roles, lacking } = await presentRoles(graph, needed);
  const [first] = lacking;
  if (first !== undefined) throw lacksRole(first);
  return roles;
}

/** The same, and the permissions that the tenant lacks: national clouds have fewer. */
export async function presentRoles(
  graph: AdminGraph,
  needed: readonly NeededPermission[],
): Promise<{ readonly roles: readonly PermissionRole[]; readonly lacking: readonly NeededPermission[] }> {
  const resources = new Map<Resource, Json | undefined>();
  for (const resource of new Set(needed.map((permission) => permission.resource))) {
    const path = `/v1.0/servicePrincipals(appId='${RESOURCE_APPS[resource]}')?$select=id,appRoles`;
    resources.set(resource, await graph.get(path));
  }
  const roles: PermissionRole[] = [];
  const lacking: NeededPermission[] = [];
  for (const permission of needed) {
    const role = roleIn(resources.get(permission.resource), permission);
    if (role === undefined) lacking.push(permission);
    else roles.push(role);
  }
  return { roles, lacking };
}

/** @param principal that of the service; undefined if the tenant does not have it */
function roleIn(principal: Json | undefined, { resource, name }: NeededPermission): PermissionRole | undefined {
  const list = property(principal, 'appRoles');
  const roles = (Array.isArray(list) ? list : []).filter(isObject);
  // Application permissions have the suffix .All where the documentation of a request may lack it.
  const role =
    roles.find((one) => textIn(one, 'value') === name) ?? roles.find((one) => isSameRole(textIn(one, 'value'), name));
  if (role === undefined) return undefined;
  const value = textIn(role, 'value');
  return {
    resource,
    resourceAppId: RESOURCE_APPS[resource],
    resourceId: textIn(principal, 'id'),
    id: textIn(role, 'id'),
    value,
    allows: allowedBy(value, textIn(role, 'displayName')),
  };
}

export function lacksRole({ resource, name }: NeededPermission): UserError {
  return new UserError('SETUP_REFUSED', `The tenant has no permission ${name} of ${resource}.`, {
    hint:
      resource === 'Exchange Online'
        ? 'A tenant without Exchange Online has nothing to report. Check --tenant-id, and that the tenant has a licence that includes it.'
        : 'Choose reports without it with --report.',
  });
}
