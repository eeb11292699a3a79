import type { JsonObject } from '../json.ts';
import type { PolicyTally } from '../policy/policy-tally.ts';
import type { Tally } from './tally.ts';

/** What a run counted, as the JSON report ends with it. */
export function countsJson({ total, read, unread }: Tally, policy: PolicyTally | undefined): JsonObject {
  const mailboxes = { mailboxes: total, read, unread };
  if (policy === undefined) return { counts: mailboxes };
  const { violationCount: violations, warningCount: warnings, exemptCount: exempt, inconclusiveCount } = policy;
  return {
    counts: { ...mailboxes, violations, warnings, exempt, inconclusive: inconclusiveCount },
    rules: policy.rules.map(({ rule: { id }, passed, failed, warned, ...others }) => ({
      ...{ id, passed, failed, warned },
      ...{ exempt: others.exempt, inconclusive: others.inconclusive },
    })),
  };
}
