import type { PlannedChange } from '../../src/remediation/change.ts';
import type { StoredPlan } from '../../src/remediation/plan-file.ts';

/** A plan of a policy, as its file has it. */
export function storedPlan(changes: readonly PlannedChange[], left: StoredPlan['left'] = []): StoredPlan {
  return {
    kind: 'policy',
    tenant: '11111111-2222-3333-4444-555555555555',
    cloud: 'global',
    digests: {},
    counts: { mailboxes: 1, unread: 0 },
    violations: [],
    changes,
    left,
    digest: 'd1',
    source: { repository: 'contoso/mailboxes', run: { id: '41', attempt: 1, url: '' }, actor: 'octocat' },
    created: Date.UTC(2027, 0, 30, 6, 41),
    expires: Date.UTC(2027, 1, 6),
  };
}
