import type { Json, JsonObject } from '../json.ts';

/** The cmdlet whose answers have the grants that every mailbox of Exchange Online inherits. */
export const PERMISSIONS_CMDLET = 'Get-MailboxPermission';
/** The properties that say whether a grant is one of them. */
export const TRUSTEE_PROPERTIES = ['User', 'UserSid', 'IsInherited'];

/**
 * Groups and accounts of the servers, after the name of the forest: `EURPR05A010\Exchange Servers`, `PRDTSB01\JitUsers`.
 * https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission lists some; the others are seen in tenants.
 */
const NAMES = new Set(
  [
    'Administrator',
    'Domain Admins',
    'Enterprise Admins',
    'Organization Management',
    'Exchange Servers',
    'View-Only Organization Management',
    'Exchange Trusted Subsystem',
    'Managed Availability Servers',
    'Public Folder Management',
    'Delegated Setup',
    'JitUsers',
  ].map((name) => name.toLowerCase()),
);
const FOREST = /^[a-z0-9-]{1,15}\\(.*)$/i;
/** `NT AUTHORITY\SYSTEM` and `NETWORK SERVICE`; Administrator, Domain Admins and Enterprise Admins of any domain. */
const SIDS = /^S-1-5-(?:18|20|21-\d+-\d+-\d+-(?:500|512|519))$/;
const SERVICES = /^NT AUTHORITY\\(?:SYSTEM|NETWORK SERVICE)$/i;

/** The grants without those that every mailbox inherits to Microsoft's own trustees. A direct grant is kept, whoever has it. */
export function withoutSystemTrustees(grants: readonly Json[]): Json[] {
  return grants.filter((grant) => !isSystemGrant(grant));
}

function isSystemGrant(grant: Json): boolean {
  if (typeof grant !== 'object' || grant === null || Array.isArray(grant)) return false;
  const { User: name, UserSid: sid, IsInherited: isInherited }: JsonObject = grant;
  return isInherited === true && isSystemTrustee(name, sid);
}

/** Whether a trustee is one of Microsoft's own. */
export function isSystemTrustee(name: Json | undefined, sid: Json | undefined): boolean {
  if (typeof sid === 'string' && SIDS.test(sid)) return true;
  return typeof name === 'string' && (SERVICES.test(name) || NAMES.has(FOREST.exec(name)?.[1]?.toLowerCase() ?? ''));
}
