import { UserError } from '../errors.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Policy } from '../policy/definition.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import { digestOf, policyDigest } from '../store/rows-file.ts';
import { isSame, reportOf, type PlannedChange } from './change.ts';
import type { PlanDigests } from './plan-file.ts';
import { settingsOfRules } from './target-plan.ts';

/** The digests of what a plan of a policy is made of. The order of the list does not count. */
export function policyDigests(list: MailboxList, policy: Policy, baseline: Baseline | undefined): PlanDigests {
  const mailboxes = list.mailboxes.map(({ address, columns = [] }) => JSON.stringify([address.toLowerCase(), columns]));
  return {
    list: digestOf([list.columns, mailboxes.sort()]),
    policy: policyDigest(policy),
    baseline: baseline && digestOf(baseline.entries, (key, value: unknown) => (key === 'line' ? undefined : value)),
  };
}

/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list and what the `set` of its rules gives: a plan that was
 * edited gains nothing.
 */
export function requireChangesOfPolicy(changes: readonly PlannedChange[], policy: Policy, list: MailboxList): void {
  const rules = settingsOfRules(policy);
  const listed = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
  const targets = new Set<string>();
  for (const change of changes) {
    const { address, setting, after, inboxRule, exchange } = change;
    const shownBy = reportOf(change);
    const isRequired = change.rules.every((id) => {
      const { report, settings = [] } = rules.get(id) ?? {};
      const isReport = report === shownBy || (report === 'automatic-replies' && shownBy === 'mailbox-settings');
      return isReport && settings.some(({ path, value }) => path === setting && isSame(setting, value, after));
    });
    const key = JSON.stringify([address.toLowerCase(), inboxRule, exchange?.cmdlet, setting]);
    const isRepeated = targets.has(key);
    targets.add(key);
    if (change.rules.length > 0 && isRequired && listed.has(address.toLowerCase()) && !isRepeated) continue;
    throw new UserError(
      'PLAN_FILE',
      `The plan changes ${setting} of ${address}, which the policy does not require. Nothing was changed.`,
      {
        hint: 'The plan was edited. Make a new plan, review it and approve it.',
      },
    );
  }
}
