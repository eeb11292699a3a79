import type { JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { maxUnreadText, type Allowed, type Outcome } from '../result.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { PolicyTally } from '../policy/policy-tally.ts';
import type { Tally } from './tally.ts';

export interface Ended {
  readonly outcome: Outcome;
  readonly tally: Tally;
  /** Undefined where nothing was judged, and so is the next. */
  readonly policyTally: PolicyTally | undefined;
  readonly exemptions: readonly ExemptionUse[] | undefined;
  readonly mailboxes: Pick<MailboxList, 'duplicateCount'>;
  readonly allowed: Allowed;
}

/** What the JSON report ends with: what the rows come to, what that is held against, and what was counted. */
export function endingJson({ outcome, tally, policyTally, exemptions, mailboxes, allowed }: Ended): JsonObject {
  return {
    result: outcome.result,
    message: outcome.result === 'pass' ? '' : outcome.message,
    maxUnread: maxUnreadText(allowed.maxUnread),
    failOn: allowed.failOn,
    counts: {
      ...{ mailboxes: tally.total, read: tally.read, unread: tally.unread, repeated: mailboxes.duplicateCount },
      ...(policyTally === undefined ? {} : findingCounts(policyTally)),
    },
    ...(policyTally === undefined ? {} : { rules: ruleCounts(policyTally) }),
    ...(exemptions === undefined ? {} : { exemptions: exemptions.map(useJson) }),
  };
}

function findingCounts(policy: PolicyTally): JsonObject {
  const { violationCount: violations, warningCount: warnings, exemptCount: exempt, inconclusiveCount } = policy;
  return { violations, warnings, exempt, inconclusive: inconclusiveCount };
}

function ruleCounts({ rules }: PolicyTally): JsonObject[] {
  return rules.map(({ rule: { id }, passed, failed, warned, exempt, inconclusive }) => ({
    ...{ id, passed, failed, warned, exempt, inconclusive },
  }));
}

/** They stand in the policy's order, as the policy itself in the file does. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, need }: ExemptionUse): JsonObject {
  const { rule, expires } = exemption;
  return { rule, expires, state: expired ? 'expired' : need, daysLeft, endsSoon, covered, missed };
}
