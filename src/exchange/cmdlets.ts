import { hintLines, UserError, type CopyText } from '../errors.ts';
import { DAY_OLD_TOKEN } from '../auth/app-roles.ts';
import { BLANK_CELLS } from '../mailboxes/mailbox-answer.ts';
import { listed } from '../text/numbers.ts';

/** A cmdlet that reports may run. All of them only read. */
export interface KnownCmdlet {
  /**
   * `listing`: lists the tenant in pages. `mailbox`: needs one mailbox. `organization`: returns one object for the tenant, or
   * a few. `lookup`: finds what another cmdlet is about, and no report names it.
   */
  readonly kind: 'listing' | 'mailbox' | 'organization' | 'lookup';
  /** The parameter that names the mailbox. */
  readonly mailboxParameter: 'Identity' | 'Mailbox';
  /** The type of the folder that it is about, unless a report names a folder. */
  readonly folder?: string;
  /** Properties that identify the mailbox of an object. */
  readonly keys: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many?: boolean;
  /** Ms that a page may take, if other cmdlets take less. */
  readonly maxWait?: number;
  /**
   * Whether Exchange may refuse to list the tenant with it, which no client has been seen to do, or take too long. The listing is
   * then empty, and what it lacks is requested for each mailbox.
   */
  readonly mayNeedMailbox?: boolean;
  /**
   * Whether every mailbox has an object, such as its own right or default permissions, or of a cmdlet about the organization every tenant,
   * such as a default policy: an answer without any is then no answer.
   */
  readonly neverEmpty?: boolean;
  /** By the name of a property, the switch without which Exchange returns null instead of its value. */
  readonly switchOf?: Readonly<Record<string, string>>;
  /** Switches that a report file may set. Those that begin with `Include` bring more objects, and change none. */
  readonly switches: readonly string[];
}

/** How long Microsoft's module waits for an answer: 960 s. */
const LONGEST_WAIT = 960_000;
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'] as const;

/** Without them, Exchange leaves out trustees that are deleted or not found. */
const TRUSTEE_SWITCHES = ['IncludeUnresolvedPermissions', 'IncludeSoftDeletedUserPermissions'];

function listing(keys: readonly string[]): KnownCmdlet {
  return { kind: 'listing', mailboxParameter: 'Identity', keys, switches: [] };
}

function mailbox(more: Partial<KnownCmdlet> = {}): KnownCmdlet {
  return { kind: 'mailbox', mailboxParameter: 'Identity', keys: [], switches: [], ...more };
}

/** Of a cmdlet that returns one object for each mailbox. */
const ONE = mailbox({ neverEmpty: true });

/** Finds a folder by its type: names of folders are localized. */
export const FOLDER_LOOKUP = 'Get-MailboxFolderStatistics';

const ORGANIZATION: KnownCmdlet = {
  kind: 'organization',
  mailboxParameter: 'Identity',
  keys: [],
  switches: [],
  neverEmpty: true,
};
/** Of what a tenant may have none. */
const PERHAPS_NONE: KnownCmdlet = { ...ORGANIZATION, neverEmpty: false };

/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
export const CMDLETS: ReadonlyMap<string, KnownCmdlet> = new Map([
  ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
  ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
  ['Get-MailboxAuditBypassAssociation', { ...listing(['Guid', 'Identity']), neverEmpty: true }],
  [
    'Get-RecipientPermission',
    { ...listing(['Identity']), many: true, mayNeedMailbox: true, neverEmpty: true, maxWait: LONGEST_WAIT },
  ],
  ['Get-User', listing(['UserPrincipalName', ...IDS])],
  ['Get-Recipient', ONE],
  ['Get-DistributionGroup', { ...mailbox(), kind: 'lookup' }],
  ['Get-DynamicDistributionGroup', { ...mailbox(), kind: 'lookup' }],
  ['Get-UnifiedGroup', { ...mailbox(), kind: 'lookup' }],
  ['Get-MailboxPermission', mailbox({ many: true, neverEmpty: true, switches: TRUSTEE_SWITCHES })],
  // A mailbox that nobody has opened may have none.
  ['Get-MailboxStatistics', mailbox({ switches: ['Archive'] })],
  ['Get-CalendarProcessing', ONE],
  ['Get-MailboxFolderPermission', mailbox({ many: true, neverEmpty: true, folder: 'Calendar' })],
  ['Get-MailboxCalendarFolder', { ...ONE, folder: 'Calendar' }],
  ['Get-MobileDevice', mailbox({ mailboxParameter: 'Mailbox', many: true })],
  ['Get-SweepRule', mailbox({ mailboxParameter: 'Mailbox', many: true })],
  ['Get-InboxRule', mailbox({ mailboxParameter: 'Mailbox', many: true, switches: ['IncludeHidden'] })],
  ['Get-MailboxRegionalConfiguration', ONE],
  ['Get-MailboxJunkEmailConfiguration', ONE],
  ['Get-MailboxAutoReplyConfiguration', ONE],
  ['Get-MailboxMessageConfiguration', ONE],
  // https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2: messages of any sender, of ten days a request.
  ['Get-MessageTraceV2', { ...mailbox({ many: true }), kind: 'lookup' }],
  [FOLDER_LOOKUP, { ...mailbox({ many: true, neverEmpty: true }), kind: 'lookup' }],
  ['Get-TransportConfig', ORGANIZATION],
  // https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig#-ewsallowedappids
  ['Get-OrganizationConfig', { ...ORGANIZATION, switchOf: { EwsAllowedAppIDs: 'RetrieveEwsOperationAccessPolicy' } }],
  ['Get-AcceptedDomain', ORGANIZATION],
  ['Get-AdminAuditLogConfig', ORGANIZATION],
  ['Get-HostedOutboundSpamFilterPolicy', ORGANIZATION],
  ['Get-HostedOutboundSpamFilterRule', PERHAPS_NONE],
  ['Get-HostedConnectionFilterPolicy', ORGANIZATION],
  ['Get-HostedContentFilterPolicy', ORGANIZATION],
  ['Get-RemoteDomain', ORGANIZATION],
  ['Get-TransportRule', PERHAPS_NONE],
  ['Get-SharingPolicy', ORGANIZATION],
  ['Get-ExternalInOutlook', ORGANIZATION],
  ['Get-OwaMailboxPolicy', ORGANIZATION],
  ['Get-RoleAssignmentPolicy', ORGANIZATION],
  ['Get-ServicePrincipal', PERHAPS_NONE],
  ['Get-ManagementRoleAssignment', ORGANIZATION],
  ['Get-ManagementScope', PERHAPS_NONE],
  ['Get-ApplicationAccessPolicy', PERHAPS_NONE],
]);

/** The cmdlets that a report file can name: those with something about each mailbox. */
export function mailboxCmdlets(): string[] {
  return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'listing' || kind === 'mailbox' ? [name] : []));
}

/** The cmdlets that a report file about the tenant can name. */
export function organizationCmdlets(): string[] {
  return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'organization' ? [name] : []));
}

/** The cmdlets that return one object for the organization. */
export const ORGANIZATION_CMDLETS = ['Get-OrganizationConfig', 'Get-TransportConfig'] as const;

/** A cmdlet of a report. Reports are checked before they run, so one that is missing is a bug. */
export function knownCmdlet(name: string): KnownCmdlet {
  const found = CMDLETS.get(name);
  if (found === undefined) throw new Error(`no cmdlet ${name}`);
  return found;
}

/** What a message about missing grants names. */
export interface GrantContext {
  readonly clientId: string;
  /** App roles of the token; undefined if it cannot be read. */
  readonly roles: readonly string[] | undefined;
  readonly isManagedIdentity: boolean;
}

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';
const APP_ROLE_ID = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
/** The application permission without which Exchange Online refuses every request. */
export const APP_ROLE = 'Exchange.ManageAsApp';
/** Its objects are about mailboxes, and the cmdlet is in the role of those about the organization. */
const AUDIT_BYPASS = 'Get-MailboxAuditBypassAssociation';

/** The role of Exchange that has a cmdlet that reads, narrower than a role in Entra ID. */
export function roleOf(cmdlet: string): 'View-Only Recipients' | 'View-Only Configuration' {
  const isOfOrganization = CMDLETS.get(cmdlet)?.kind === 'organization' || cmdlet === AUDIT_BYPASS;
  return isOfOrganization ? 'View-Only Configuration' : 'View-Only Recipients';
}

/** That Exchange refuses cmdlets without which the reports are useful too, and the roles that have them. */
export function refusedNotice(cmdlets: readonly string[]): string {
  const [cmdlet = ''] = cmdlets;
  const roles = [...new Set(cmdlets.map(roleOf))].map((role) => `"${role}"`);
  return (
    `Exchange Online refuses ${listed(cmdlets, 'and')}: cells that depend on ${cmdlets.length === 1 ? 'it' : 'them'} ` +
    `${BLANK_CELLS}. Assign the role${roles.length === 1 ? '' : 's'} ${listed(roles, 'and')} in Exchange Online, or ` +
    `Global Reader in Entra ID; Get-ManagementRole -Cmdlet ${cmdlet} lists all roles that have it.`
  );
}

/** The error of an application that lacks one of the two grants, with the commands for both. */
export function deniedError(
  cmdlet: string,
  reason: string,
  { clientId, roles, isManagedIdentity }: GrantContext,
): UserError {
  const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
  const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
  return new UserError(
    'EXCHANGE_DENIED',
    `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'),
    grantSteps(
      cmdlet,
      clientId,
      `A new grant needs a new token, and up to two hours to apply.${isManagedIdentity ? ` ${DAY_OLD_TOKEN}` : ''}`,
    ),
  );
}

/** The two grants as numbered lines, and the commands to copy for each. `last`: a line after them. */
export function grantSteps(
  cmdlet: string,
  clientId: string,
  last?: string,
): { readonly hint: string; readonly copy: readonly CopyText[] } {
  const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
  const writes = !cmdlet.startsWith('Get-');
  const role = writes ? '<role>' : roleOf(cmdlet);
  const roles = writes
    ? 'Exchange Recipient Administrator in Entra ID, or a role in Exchange Online PowerShell that has the parameters of the ' +
      `policy (${rolesCommand(cmdlet, ['<parameters>'])} lists them)`
    : `Global Reader in Entra ID, or "${role}" in Exchange Online PowerShell`;
  const hint = [
    'The application needs two grants:',
    `1. The application permission ${APP_ROLE} of Office 365 Exchange Online.`,
    `2. A role: ${roles}. Its commands need the object ID of the enterprise application.`,
    ...(last === undefined ? [] : [last]),
  ].join('\n');
  const permission = `az ad app permission add --id ${id} --api ${EXCHANGE_APP} --api-permissions ${APP_ROLE_ID}=Role`;
  const principal = `New-ServicePrincipal -AppId ${id} -ObjectId <object ID> -DisplayName "Mailbox Report"`;
  const copy = [
    { label: 'Permission', text: permission },
    { label: 'Consent', text: `az ad app permission admin-consent --id ${id}` },
    { label: 'Service principal', text: principal },
    { label: 'Role', text: `New-ManagementRoleAssignment -Role "${role}" -App <object ID>` },
  ];
  return { hint, copy };
}

/** The same as a text of one line, for warnings. */
export function grantHint(cmdlet: string, clientId: string): string {
  return hintLines(grantSteps(cmdlet, clientId)).replaceAll('\n', ' ');
}

/**
 * The command that lists the roles of an organization with a cmdlet and its parameters: roles grant parameters, and which role
 * has which is not documented. https://learn.microsoft.com/powershell/exchange/find-exchange-cmdlet-permissions
 */
export function rolesCommand(cmdlet: string, parameters: readonly string[]): string {
  return `Get-ManagementRole -Cmdlet ${cmdlet} -CmdletParameters ${parameters.join(',')}`;
}
