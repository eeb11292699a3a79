import type { UnreadableStatus } from '../graph/outcome.ts';

/** What a status means and what to do. Plain text. */
export const REMEDIES: Readonly<Record<UnreadableStatus, string>> = {
  'access-denied':
    'Graph denies the application access to these mailboxes. Check that an administrator has granted admin consent to the ' +
    'permission of the report, and that the mailboxes are within the scope of the application in RBAC for Applications ' +
    '(check with Test-ServicePrincipalAuthorization) or, if you use the older application access policies, allowed by ' +
    'them (Test-ApplicationAccessPolicy). A change can take two hours to apply in Exchange Online.',
  'not-found':
    'The tenant has no user with this address. Correct the address or remove it from the list. Graph knows a mailbox by its ' +
    'user principal name only, Exchange Online also by its mail addresses: list the user principal name, which both know.',
  'no-mailbox':
    'The user exists but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
    'has no licence. Assign a licence, migrate the mailbox, or remove the address from the list.',
  throttled:
    'Microsoft 365 throttled these mailboxes until the retries were used up. Run the workflow again when no other ' +
    'application reads the same mailboxes. If it happens again, set "concurrency" to a low number.',
  failed:
    'Graph returned an error or no response until the retries were used up. Run the workflow again. If it happens again, ' +
    'check the service health in the Microsoft 365 admin center. With debug logging the log has the request IDs that ' +
    'Microsoft Support needs.',
  cancelled:
    'The run was cancelled before these mailboxes were read. Run the workflow again. If it timed out, increase ' +
    'timeout-minutes.',
};
