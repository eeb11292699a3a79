import type { Json } from '../json.ts';
import {
  administrativeUnitId,
  applicationSid,
  SIDS,
  type AddedApplication,
  type ApplicationRole,
} from '../registrations/tenant-applications.ts';
import { dateText, rowsOfList, type RowSource } from './rows.ts';
import { distinguishedName, type Organisation } from './mailbox.ts';
import type { ApplicationData, Surroundings } from './surroundings.ts';

/** https://learn.microsoft.com/powershell/module/exchange/get-serviceprincipal: only applications that an administrator added. */
export function servicePrincipals({ directory, applicationData }: Surroundings): RowSource {
  const added = ofExchange(applicationData);
  return rowsOfList(added, [
    ['DisplayName', 'plain', ({ name }) => name],
    ['ObjectId', 'plain', ({ principal }) => principal.id],
    ['AppId', 'plain', ({ principal }) => principal.clientId],
    ['Sid', 'plain', applicationSid],
    ['Identity', 'plain', ({ principal }) => principal.id],
    ['Name', 'plain', ({ principal }) => principal.id],
    ['DistinguishedName', 'plain', (one) => distinguishedName(one.principal.id, directory.organisation.initialDomain)],
  ]);
}

function ofExchange({ applications }: ApplicationData): readonly AddedApplication[] {
  return applications().filter(({ roles = [], rights = [] }) => roles.length + rights.length > 0);
}

interface Assignment {
  readonly role: string;
  readonly assignee: string;
  readonly assigneeType: string;
  readonly isDelegating: boolean;
  readonly isEnabled: boolean;
  readonly resourceScope: string | null;
  readonly writeScope: string;
  readonly customWriteScope: string | null;
}

const BUILT_IN: Assignment = {
  role: '',
  assignee: 'Organization Management',
  assigneeType: 'RoleGroup',
  isDelegating: false,
  isEnabled: true,
  resourceScope: null,
  writeScope: 'Organization',
  customWriteScope: null,
};
/** Role groups can only delegate the roles of applications. */
const BUILT_IN_ASSIGNMENTS: readonly Assignment[] = [
  ...['Mail Recipients', 'View-Only Recipients', 'View-Only Configuration', 'Role Management'].map((role) => ({
    ...BUILT_IN,
    role,
  })),
  ...['Application Mail.Read', 'Application Mail.Send', 'Application Exchange Full Access'].map((role) => ({
    ...BUILT_IN,
    role,
    isDelegating: true,
  })),
  {
    ...BUILT_IN,
    role: 'MyBaseOptions',
    assignee: 'Default Role Assignment Policy',
    assigneeType: 'RoleAssignmentPolicy',
  },
];

/** https://learn.microsoft.com/powershell/module/exchange/get-managementroleassignment: all, also those of role groups. */
export function roleAssignments({ applicationData, directory }: Surroundings): RowSource {
  const own = ofExchange(applicationData).flatMap((application, at) =>
    (application.roles ?? []).map((role) => assignmentOf(application, role, at)),
  );
  const created = dateText(directory.organisation.today - 90 * 86_400_000);
  return rowsOfList(
    [...BUILT_IN_ASSIGNMENTS, ...own],
    [
      ['Name', 'plain', ({ role, assignee }) => `${role}-${assignee}`],
      ['Identity', 'plain', ({ role, assignee }) => `${role}-${assignee}`],
      ['Role', 'plain', ({ role }) => role],
      ['RoleAssignee', 'plain', ({ assignee }) => assignee],
      ['RoleAssigneeName', 'plain', ({ assignee }) => assignee],
      ['RoleAssigneeType', 'plain', ({ assigneeType }) => assigneeType],
      ['RoleAssignmentDelegationType', 'plain', ({ isDelegating }) => (isDelegating ? 'DelegatingOrgWide' : 'Regular')],
      ['Enabled', 'plain', ({ isEnabled }) => isEnabled],
      ['CustomResourceScope', 'plain', ({ resourceScope }) => resourceScope],
      ['RecipientReadScope', 'plain', () => 'Organization'],
      ['RecipientWriteScope', 'plain', ({ writeScope }) => writeScope],
      ['CustomRecipientWriteScope', 'plain', ({ customWriteScope }) => customWriteScope],
      ['WhenCreated', 'date', () => created],
      ['WhenCreatedUTC', 'date', () => created],
    ],
  );
}

/** Documents show the object ID as the assignee; the display name was seen too. */
function assignmentOf(application: AddedApplication, role: ApplicationRole, at: number): Assignment {
  const { scope, group, unit, isDelegating = false, isDisabled = false } = role;
  const assigned = {
    ...BUILT_IN,
    role: role.role,
    assignee: at % 2 === 0 ? application.principal.id : application.name,
    assigneeType: 'ServicePrincipal',
    isDelegating,
    isEnabled: !isDisabled,
  };
  if (scope !== undefined)
    return { ...assigned, resourceScope: scope, writeScope: 'CustomRecipientScope', customWriteScope: scope };
  // As seen in tenants: group and unit stand in the property of new scopes, though documents name one of each.
  if (group !== undefined) return { ...assigned, writeScope: 'Group', resourceScope: group };
  if (unit === undefined) return assigned;
  return { ...assigned, writeScope: 'AdministrativeUnit', resourceScope: administrativeUnitId({ name: unit }) };
}

export function managementScopes({ applicationData: { scopes }, directory }: Surroundings): RowSource {
  return rowsOfList(scopes, [
    ['Name', 'plain', ({ name }) => name],
    ['Identity', 'plain', ({ name }) => name],
    ['ScopeRestrictionType', 'plain', ({ type = 'RecipientScope' }) => type],
    ['Exclusive', 'plain', ({ isExclusive = false }) => isExclusive],
    ['RecipientRoot', 'plain', () => rootOf(directory.organisation)],
    ['RecipientFilter', 'plain', ({ filter }) => filter],
  ]);
}

function rootOf({ initialDomain }: Organisation): string {
  return `EURPR05A010.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${initialDomain}`;
}

export function accessPolicies({ applicationData: { applications, policies }, directory }: Surroundings): RowSource {
  const { groups, people } = directory.organisation;
  const found = policies.map(({ application, right, scope }) => {
    const group = groups.all.find(({ name }) => name === scope);
    const position = people.find(scope);
    const id = group?.id ?? (position === undefined ? '' : people.objectId(position));
    const appId = applications().find(({ name }) => name === application)?.principal.clientId ?? application;
    const sid = `${SIDS}${String(scope.length)}`;
    return { appId, right, scope, id, raw: `${sid};${id}` };
  });
  return rowsOfList(found, [
    ['Identity', 'plain', ({ appId, raw }) => `contoso.onmicrosoft.com\\${appId}:${raw}`],
    ['AppId', 'plain', ({ appId }) => appId],
    ['ScopeName', 'plain', ({ scope }) => scope],
    ['ScopeIdentity', 'plain', ({ scope }) => scope],
    ['ScopeIdentityRaw', 'plain', ({ raw }) => raw],
    ['AccessRight', 'plain', ({ right }) => right],
    ['ShardType', 'plain', () => 'All'],
    ['IsValid', 'plain', ({ id }) => id !== ''],
    ['Description', 'plain', (): Json => ''],
  ]);
}
