import { domainOf } from '../mailboxes/address.ts';
import { listPlace, type ListPlace } from '../mailboxes/mailbox.ts';
import type { UnreadableStatus } from '../mailboxes/mailbox-answer.ts';
import type { Row } from '../reports/rows.ts';
import { shortened } from '../text/display.ts';
import { count } from '../text/numbers.ts';

/** Why mailboxes could not be read, in the order of the reports: causes that a person can fix come first. */
export const BY_REMEDY: readonly UnreadableStatus[] = [
  'access-denied',
  'not-found',
  'no-mailbox',
  'throttled',
  'failed',
  'cancelled',
];

/** What a status means and what to do. Plain text. */
export const REMEDIES: Readonly<Record<UnreadableStatus, string>> = {
  'access-denied':
    'Exchange Online refuses a cmdlet that the report needs: assign a role that has it. Or Graph denies the application access to ' +
    'these mailboxes. Check that an administrator has granted admin consent to the ' +
    'permission of the report, and that the mailboxes are within the scope of the application in RBAC for Applications ' +
    '(check with Test-ServicePrincipalAuthorization) or, if you use the older application access policies, allowed by ' +
    'them (Test-ApplicationAccessPolicy). A change can take two hours to apply in Exchange Online.',
  'not-found':
    'Graph finds no user with this address, or Exchange Online lists no mailbox with it: it may belong to a mail user on-premises, ' +
    'an inactive or deleted mailbox, or a group. Correct the address or remove it from the list. Graph knows a mailbox by its ' +
    'user principal name only, Exchange Online also by its mail addresses: list the user principal name, which both know. If the user ' +
    'exists, Exchange does not know it yet: list the object ID.',
  'no-mailbox':
    'The user exists but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
    'has no licence. Assign a licence, migrate the mailbox, or remove the address from the list.',
  throttled:
    'Microsoft 365 throttled these mailboxes until the retries were used up. Run again when no other ' +
    'application reads the same mailboxes. If it happens again, read the list in shards at different times.',
  failed:
    'Graph returned an error or no response until the retries were used up. Run again. If it happens again, ' +
    'check the service health in the Microsoft 365 admin center. With debug logging the log has the request IDs that ' +
    'Microsoft Support needs.',
  cancelled:
    'The run was cancelled before these mailboxes were read. Run again. In a workflow that timed out, increase timeout-minutes.',
};

/** Mailboxes of each status that are named. */
const MAX_MAILBOXES = 20;
const MAX_ERROR_LENGTH = 300;
const MAX_DOMAINS = 1_000;

/** An unreadable mailbox as the summary and the annotations show it. */
export type UnreadableMailbox = ListPlace & {
  readonly address: string;
  /** Cut at 300 characters; hostile text until escaped. */
  readonly error: string;
};

interface StatusCount {
  count: number;
  readonly first: UnreadableMailbox[];
}

/** Counts readable and unreadable mailboxes. Memory is bounded. */
export class MailboxCounts {
  total = 0;
  unreadable = 0;
  /** Mailboxes that were read, by domain. */
  readonly #domains = new Map<string, number>();
  readonly #byStatus = new Map<UnreadableStatus, StatusCount>();

  /** Once for each mailbox. */
  add({ mailbox, status, error }: Pick<Row, 'mailbox' | 'status' | 'error'>): void {
    this.total += 1;
    if (status === 'ok') {
      const domain = domainOf(mailbox.address)?.toLowerCase();
      const number = domain === undefined ? undefined : this.#domains.get(domain);
      if (domain !== undefined && (number !== undefined || this.#domains.size < MAX_DOMAINS)) {
        this.#domains.set(domain, (number ?? 0) + 1);
      }
      return;
    }
    this.unreadable += 1;
    const counts = this.#byStatus.get(status) ?? { count: 0, first: [] };
    this.#byStatus.set(status, counts);
    counts.count += 1;
    if (counts.first.length >= MAX_MAILBOXES) return;
    const { address } = mailbox;
    counts.first.push({ address, ...listPlace(mailbox), error: shortened(error, MAX_ERROR_LENGTH) });
  }

  /** The domain of most mailboxes that were read, in lower case: one of the tenant. Undefined if none was read by address. */
  get domain(): string | undefined {
    return [...this.#domains].toSorted(([, one], [, other]) => other - one)[0]?.[0];
  }

  get read(): number {
    return this.total - this.unreadable;
  }

  unreadableBy(status: UnreadableStatus): number {
    return this.#byStatus.get(status)?.count ?? 0;
  }

  /** The causes that occurred, in the order of `BY_REMEDY`. */
  get causes(): readonly UnreadableStatus[] {
    return BY_REMEDY.filter((status) => this.#byStatus.has(status));
  }

  /** The causes with their numbers of mailboxes: `3 not-found, 1 throttled`. */
  get causesText(): string {
    return this.causes.map((status) => `${count(this.unreadableBy(status))} ${status}`).join(', ');
  }

  /** The first 20 of them, in the list's order. */
  unreadableMailboxes(status: UnreadableStatus): readonly UnreadableMailbox[] {
    return this.#byStatus.get(status)?.first ?? [];
  }
}
