import type { UnreadStatus } from '../graph/outcome.ts';

/** What happened to mailboxes of a status, and what to do about it: plain text. */
export const REMEDIES: Readonly<Record<UnreadStatus, string>> = {
  'access-denied':
    'Graph refuses these mailboxes to the application. Check that an administrator has granted admin consent to the ' +
    'permission that the report names, and that the mailboxes lie within what the application may reach: its scope ' +
    'in RBAC for Applications (Test-ServicePrincipalAuthorization shows it), or an application access policy, the older ' +
    'way (Test-ApplicationAccessPolicy). Exchange Online may take two hours to follow a change.',
  'not-found':
    'Nobody in the tenant has such an address. Correct it in the list, or take it out. Graph finds a mailbox by its user ' +
    'principal name: where that differs from the mail address, list the user principal name.',
  'no-mailbox':
    'The user exists, but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
    'without a licence. Assign a licence or migrate the mailbox, or take the address out of the list.',
  throttled:
    'Microsoft 365 refused these mailboxes until the retries were used up. Run the workflow again, away from the hours of ' +
    'other applications that read the same mailboxes; where it comes back, set "concurrency" to a low number.',
  failed:
    'Graph gave an error, or no answer, until the retries were used up. Run the workflow again. Where it comes back, look ' +
    'at the service health in the Microsoft 365 admin center; with debug logging the log has the request ids that ' +
    "Microsoft's support asks for.",
  cancelled:
    'The run ended before these mailboxes were asked. Run the workflow again, with a longer timeout-minutes if that ' +
    'ended it.',
};
