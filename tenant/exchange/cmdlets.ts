import { accessPolicies, managementScopes, roleAssignments, servicePrincipals } from './application-roles.ts';
import { CLIENT_ACCESS_PROPERTIES } from './client-access.ts';
import type { Cmdlet } from './cmdlet.ts';
import { PLAIN_SCOPE } from './directory.ts';
import { notSimulated, objectNotFound, type ExchangeAnswer } from './errors.ts';
import { GROUP_CMDLETS } from './group-cmdlets.ts';
import { mailboxRules } from './inbox-rules.ts';
import { mailboxRows, SCOPE_PARAMETERS } from './mailbox-listing.ts';
import { TRACE_PARAMETERS, tracedMessages } from './message-trace.ts';
import { CALENDAR_PROPERTIES, mailboxStatistics } from './mailbox-contents.ts';
import {
  CALENDAR_FOLDER_PROPERTIES,
  FOLDER_GRANT_PROPERTIES,
  FOLDER_PROPERTIES,
  folderGrants,
  foldersIn,
  MOBILE_DEVICE_PROPERTIES,
  mobileDevices,
  rowsOfFolder,
  SWEEP_RULE_PROPERTIES,
  sweepRules,
  USER_PROPERTIES,
} from './mailbox-more.ts';
import { lacksLateProperty, MAILBOX_PROPERTIES } from './mailbox-properties.ts';
import {
  AUDIT_BYPASS_PROPERTIES,
  DOMAIN_PROPERTIES,
  ORGANISATION_PROPERTIES,
  ROLE_PROPERTIES,
  TRANSPORT_PROPERTIES,
} from './organisation-settings.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { ORGANISATION_CMDLETS } from './organisation-cmdlets.ts';
import { isSet, textOf, textsIn, type ParameterTypes, type ParameterValues } from './parameters.ts';
import { recipientPermissions, recipients, rowsOfMailbox } from './per-mailbox.ts';
import { MAILBOX_PERMISSION_PROPERTIES, shownGrants, type Grant } from './permissions.ts';
import { rowsOf, rowsOfList, type Property, type RowSource } from './rows.ts';
import { RIGHTS_CMDLETS } from './rights-cmdlets.ts';
import { SECURITY_PRINCIPAL_PROPERTIES } from './rights.ts';
import { SET_CMDLETS } from './set-cmdlets.ts';
import type { Surroundings } from './surroundings.ts';
import { AUTO_REPLY_PROPERTIES, JUNK_PROPERTIES, MESSAGE_PROPERTIES, REGIONAL_PROPERTIES } from './user-options.ts';

const CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Get-Mailbox',
    role: 'View-Only Recipients',
    parameters: {
      ...SCOPE_PARAMETERS,
      RecipientTypeDetails: 'texts',
      Arbitration: 'switch',
      Archive: 'other',
      AuditLog: 'other',
      AuxAuditLog: 'other',
      GroupMailbox: 'other',
      IncludeGrantSendOnBehalfToWithDisplayNames: 'other',
      IncludeInactiveMailbox: 'switch',
      InactiveMailboxOnly: 'switch',
      MailboxPlan: 'other',
      Migration: 'other',
      PublicFolder: 'other',
      SoftDeletedMailbox: 'switch',
    },
    run: (values, surroundings) => mailboxRows(values, surroundings, MAILBOX_PROPERTIES, lacksLateProperty),
  },
  {
    name: 'Get-CASMailbox',
    role: 'View-Only Recipients',
    parameters: {
      ...SCOPE_PARAMETERS,
      RecipientTypeDetails: 'texts',
      GetPopProtocolLog: 'other',
      ProtocolSettings: 'other',
    },
    run: (values, surroundings) => mailboxRows(values, surroundings, CLIENT_ACCESS_PROPERTIES),
  },
  {
    name: 'Get-MailboxAuditBypassAssociation',
    role: 'View-Only Configuration',
    parameters: { Identity: 'text', ResultSize: 'size' },
    warnings: ['Some settings of this object are not valid. Modify them before you save the object.'],
    run: auditBypasses,
  },
  {
    name: 'Get-Recipient',
    role: 'View-Only Recipients',
    parameters: {
      Identity: 'text',
      ResultSize: 'size',
      Filter: 'other',
      RecipientPreviewFilter: 'text',
      RecipientTypeDetails: 'texts',
    },
    run: recipients,
  },
  {
    name: 'Get-MailboxPermission',
    role: 'View-Only Recipients',
    parameters: {
      Identity: 'text',
      ResultSize: 'size',
      IncludeUnresolvedPermissions: 'switch',
      IncludeSoftDeletedUserPermissions: 'switch',
      Owner: 'other',
      User: 'other',
    },
    mandatory: 'Identity',
    run: (values, surroundings) => {
      const gone = {
        unresolved: isSet(values, 'IncludeUnresolvedPermissions'),
        softDeleted: isSet(values, 'IncludeSoftDeletedUserPermissions'),
      };
      const { rights } = surroundings.directory;
      const grants = (mailbox: ExchangeMailbox): Grant[] => shownGrants(rights.shown('mailbox', mailbox), gone);
      return rowsOfMailbox(values, surroundings, 'Identity', grants, MAILBOX_PERMISSION_PROPERTIES);
    },
  },
  {
    name: 'Get-RecipientPermission',
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', ResultSize: 'size', AccessRights: 'other', Trustee: 'other' },
    run: recipientPermissions,
  },
  {
    name: 'Get-InboxRule',
    role: 'View-Only Recipients',
    parameters: { Mailbox: 'text', Identity: 'other', IncludeHidden: 'switch', ResultSize: 'size' },
    mandatory: 'Mailbox',
    run: mailboxRules,
  },
  {
    name: 'Get-MessageTraceV2',
    role: 'View-Only Recipients',
    parameters: TRACE_PARAMETERS,
    hasOnePage: true,
    run: (values, { trace }) => tracedMessages(values, trace),
  },
  {
    name: 'Get-User',
    role: 'View-Only Recipients',
    parameters: { ...SCOPE_PARAMETERS, RecipientTypeDetails: 'other' },
    run: (values, surroundings) => mailboxRows(values, surroundings, USER_PROPERTIES),
  },
  {
    name: 'Get-SecurityPrincipal',
    role: 'View-Only Recipients',
    parameters: {
      Identity: 'text',
      ResultSize: 'size',
      Types: 'other',
      Filter: 'other',
      IncludeDomainLocalFrom: 'other',
      OrganizationalUnit: 'other',
      RoleGroupAssignable: 'other',
    },
    run: securityPrincipals,
  },
  {
    name: 'Get-MailboxFolderPermission',
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', User: 'other', ResultSize: 'size' },
    mandatory: 'Identity',
    run: (values, surroundings) => rowsOfFolder(values, surroundings, folderGrants, FOLDER_GRANT_PROPERTIES),
  },
  {
    name: 'Get-MailboxFolderStatistics',
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', FolderScope: 'text', IncludeAnalysis: 'other', ResultSize: 'size' },
    mandatory: 'Identity',
    run: (values, surroundings) => {
      const scope = textOf(values, 'FolderScope');
      // Other scopes have folders that the tenant does not have.
      if (scope !== undefined && scope !== 'Calendar') return notSimulated(`The FolderScope '${scope}'`);
      return rowsOfMailbox(values, surroundings, 'Identity', (mailbox) => foldersIn(mailbox, scope), FOLDER_PROPERTIES);
    },
  },
  {
    name: 'Get-MailboxCalendarFolder',
    role: 'View-Only Recipients',
    parameters: { Identity: 'text' },
    mandatory: 'Identity',
    run: (values, surroundings) =>
      rowsOfFolder(values, surroundings, (mailbox) => [mailbox], CALENDAR_FOLDER_PROPERTIES),
  },
  {
    name: 'Get-MobileDevice',
    role: 'View-Only Recipients',
    parameters: { Mailbox: 'text', Identity: 'other', ResultSize: 'size', ActiveSync: 'switch' },
    run: (values, surroundings) =>
      rowsOfMailbox(values, surroundings, 'Mailbox', mobileDevices, MOBILE_DEVICE_PROPERTIES),
  },
  {
    name: 'Get-SweepRule',
    role: 'View-Only Recipients',
    parameters: { Mailbox: 'text', Identity: 'other', Provider: 'other', ResultSize: 'size' },
    run: (values, surroundings) => rowsOfMailbox(values, surroundings, 'Mailbox', sweepRules, SWEEP_RULE_PROPERTIES),
  },
  {
    name: 'Get-MailboxStatistics',
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', Archive: 'switch', IncludeSoftDeletedRecipients: 'other' },
    mandatory: 'Identity',
    run: mailboxStatistics,
  },
  oneObject('Get-CalendarProcessing', CALENDAR_PROPERTIES, { ResultSize: 'size' }),
  oneObject('Get-MailboxRegionalConfiguration', REGIONAL_PROPERTIES, { VerifyDefaultFolderNameLanguage: 'switch' }),
  oneObject('Get-MailboxJunkEmailConfiguration', JUNK_PROPERTIES, { ResultSize: 'size' }),
  oneObject('Get-MailboxAutoReplyConfiguration', AUTO_REPLY_PROPERTIES, { ResultSize: 'size' }),
  oneObject('Get-MailboxMessageConfiguration', MESSAGE_PROPERTIES),
  {
    name: 'Get-TransportConfig',
    role: 'View-Only Configuration',
    parameters: {},
    run: (_, surroundings) => organisationObject(TRANSPORT_PROPERTIES, surroundings),
  },
  {
    name: 'Get-ManagementRole',
    role: 'View-Only Configuration',
    parameters: { Identity: 'other', Cmdlet: 'text', CmdletParameters: 'texts' },
    run: managementRoles,
  },
  {
    name: 'Get-OrganizationConfig',
    role: 'View-Only Configuration',
    parameters: { RetrieveEwsOperationAccessPolicy: 'switch' },
    run: (values, surroundings) => {
      // https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig#-ewsallowedappids
      const hidden = isSet(values, 'RetrieveEwsOperationAccessPolicy') ? {} : { EwsAllowedAppIDs: null };
      const settings = { ...surroundings.settings, ...hidden };
      return organisationObject(ORGANISATION_PROPERTIES, { ...surroundings, settings });
    },
  },
  {
    name: 'Get-AcceptedDomain',
    role: 'View-Only Configuration',
    parameters: { Identity: 'text', ResultSize: 'size' },
    run: acceptedDomains,
  },
  {
    name: 'Get-ServicePrincipal',
    role: 'View-Only Configuration',
    parameters: { Identity: 'other', Organization: 'other' },
    run: (_, surroundings) => servicePrincipals(surroundings),
  },
  {
    name: 'Get-ManagementRoleAssignment',
    role: 'View-Only Configuration',
    parameters: { Identity: 'other', Role: 'other', RoleAssignee: 'other', RoleAssigneeType: 'other' },
    run: (_, surroundings) => roleAssignments(surroundings),
  },
  {
    name: 'Get-ManagementScope',
    role: 'View-Only Configuration',
    parameters: { Identity: 'other', Exclusive: 'other', Orphan: 'other' },
    run: (_, surroundings) => managementScopes(surroundings),
  },
  {
    name: 'Get-ApplicationAccessPolicy',
    role: 'View-Only Configuration',
    parameters: { Identity: 'other' },
    run: (_, surroundings) => accessPolicies(surroundings),
  },
  ...ORGANISATION_CMDLETS,
  ...GROUP_CMDLETS,
  ...SET_CMDLETS,
  ...RIGHTS_CMDLETS,
];

/** A cmdlet that returns one object about one mailbox. */
function oneObject(
  name: string,
  properties: readonly Property<ExchangeMailbox>[],
  parameters: ParameterTypes = {},
): Cmdlet {
  return {
    name,
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', ...parameters },
    mandatory: 'Identity',
    run: (values, surroundings) => rowsOfMailbox(values, surroundings, 'Identity', (mailbox) => [mailbox], properties),
  };
}

/** The one object about the organisation, with the settings that a test chooses. */
function organisationObject(properties: readonly Property<undefined>[], { settings, lacks }: Surroundings): RowSource {
  return rowsOf(
    1,
    () => undefined,
    properties.map(([name, type, value]): Property<undefined> => [
      name,
      type,
      (none) => (Object.hasOwn(settings, name) ? settings[name] : value(none)),
    ]),
    (_, name) => lacks('', name),
  );
}

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-securityprincipal: users and security groups, each with its SID. */
function securityPrincipals(values: ParameterValues, { directory }: Surroundings): RowSource | ExchangeAnswer {
  const identity = textOf(values, 'Identity');
  if (identity === undefined) return notSimulated('Get-SecurityPrincipal without an Identity');
  const found = directory.rights.principal(identity);
  return found === undefined ? objectNotFound(identity) : rowsOfList([found], SECURITY_PRINCIPAL_PROPERTIES);
}

/** Unlike other listings, it also has objects of the system. */
function auditBypasses(values: ParameterValues, surroundings: Surroundings): RowSource | ExchangeAnswer {
  const { directory } = surroundings;
  if (values.has('Identity')) return mailboxRows(values, surroundings, AUDIT_BYPASS_PROPERTIES);
  const positions = [...directory.list({ ...PLAIN_SCOPE, arbitration: true }), ...directory.list(PLAIN_SCOPE)];
  return rowsOf(
    positions.length,
    (at) => directory.at(positions[at] ?? 0),
    AUDIT_BYPASS_PROPERTIES,
    (mailbox, name) => surroundings.lacks(mailbox.userPrincipalName, name),
  );
}

/** The roles that have parameters of a cmdlet. https://learn.microsoft.com/powershell/exchange/find-exchange-cmdlet-permissions */
function managementRoles(values: ParameterValues): RowSource {
  const cmdlet = cmdletNamed(textOf(values, 'Cmdlet') ?? '');
  const parameters = textsIn(values.get('CmdletParameters')) ?? [];
  const roles = parameters.map((name) => cmdlet?.parameterRoles?.[name] ?? cmdlet?.role ?? '');
  const own = [...new Set(roles)].filter((role) => role !== '');
  return rowsOf(own.length, (at) => own[at] ?? '', ROLE_PROPERTIES);
}

function acceptedDomains(values: ParameterValues, { domains }: Surroundings): RowSource | ExchangeAnswer {
  const identity = textOf(values, 'Identity');
  const found = identity === undefined ? domains : domains.filter(({ name }) => name === identity.toLowerCase());
  const [first] = found;
  if (first === undefined) return objectNotFound(identity ?? '');
  return rowsOf(found.length, (at) => found[at] ?? first, DOMAIN_PROPERTIES);
}

const BY_NAME = new Map(CMDLETS.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));

/** A cmdlet by its name, without case; undefined for one that the tenant does not simulate. */
export function cmdletNamed(name: string): Cmdlet | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function allCmdlets(): readonly Cmdlet[] {
  return CMDLETS;
}
