import { UserError } from '../errors.ts';

/** What a message about missing grants names. */
export interface GrantContext {
  readonly clientId: string;
  /** App roles of the token; undefined if it cannot be read. */
  readonly roles: readonly string[] | undefined;
}

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';
const APP_ROLE_ID = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
/** The application permission without which Exchange Online refuses every request. */
export const APP_ROLE = 'Exchange.ManageAsApp';
/** Cmdlets about the organization rather than its recipients are in another role of Exchange. */
const CONFIGURATION =
  /^Get-(?:AcceptedDomain|TransportConfig|OrganizationConfig|RemoteDomain|MailboxAuditBypassAssociation)$/;

/** The role of Exchange that has a cmdlet, narrower than a role in Entra ID. */
export function roleOf(cmdlet: string): 'View-Only Recipients' | 'View-Only Configuration' | 'Mail Recipients' {
  if (cmdlet.startsWith('Set-')) return 'Mail Recipients';
  return CONFIGURATION.test(cmdlet) ? 'View-Only Configuration' : 'View-Only Recipients';
}

/** The error of an application that lacks one of the two grants, with the commands for both. */
export function deniedError(cmdlet: string, reason: string, { clientId, roles }: GrantContext): UserError {
  const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
  const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
  return new UserError(
    'EXCHANGE_DENIED',
    `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'),
    {
      hint:
        `${grantHint(cmdlet, clientId)} A new grant needs a new token, and up to two hours to apply.` +
        (cmdlet === 'Get-AcceptedDomain' ? ' Without this role, set "internal-domains".' : ''),
    },
  );
}

/** The two grants, each with its command. */
export function grantHint(cmdlet: string, clientId: string): string {
  const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
  const role = roleOf(cmdlet);
  const entraRole = role === 'Mail Recipients' ? 'Exchange Recipient Administrator' : 'Global Reader';
  return (
    `The application needs two grants. 1. The application permission ${APP_ROLE} of Office 365 Exchange Online: ` +
    `az ad app permission add --id ${id} --api ${EXCHANGE_APP} --api-permissions ${APP_ROLE_ID}=Role, then ` +
    `az ad app permission admin-consent --id ${id} . 2. A role: ${entraRole} in Entra ID, or "${role}" in Exchange Online ` +
    `PowerShell: New-ServicePrincipal -AppId ${id} -ObjectId <object ID of the enterprise application> ` +
    `-DisplayName "Mailbox Report", then New-ManagementRoleAssignment -Role "${role}" -App <the same object ID>.`
  );
}
