import type { Change } from '../run/mailbox-result.ts';
import type { RowsRule } from '../store/rows-file.ts';

/** A rule that only one of the policies of both runs has. Its violations are no differences of mailboxes. */
export interface RuleChange extends RowsRule {
  readonly kind: 'rule-added' | 'rule-removed';
}

/** The rules that only one of two policies has: added ones first. None if the rules of a policy are not known. */
export function ruleChangesOf(
  before: readonly RowsRule[] | undefined,
  after: readonly RowsRule[] | undefined,
): readonly RuleChange[] {
  if (before === undefined || after === undefined) return [];
  const lone = (some: readonly RowsRule[], others: readonly RowsRule[], kind: RuleChange['kind']): RuleChange[] => {
    const ids = new Set(others.map(({ id }) => id));
    return some.filter(({ id }) => !ids.has(id)).map(({ id, report }) => ({ kind, id, report }));
  };
  return [...lone(after, before, 'rule-added'), ...lone(before, after, 'rule-removed')];
}

/** That a mailbox violates such a rule. */
export function violationOf({ kind, id, report }: RuleChange, mailbox: string, verdict: Change['verdict']): Change {
  return {
    kind,
    report,
    mailbox,
    item: '',
    column: '',
    before: null,
    after: null,
    rule: id,
    ...(verdict && { verdict }),
  };
}

/** Whether a change is a row of `changes.csv` by itself. */
export function hasRow({ kind, ofTenant }: Change): boolean {
  return ofTenant !== true && kind !== 'rule-added' && kind !== 'rule-removed';
}

/** The row of `changes.csv` about a rule. `mailboxes`: how many violate it, or did. */
export function ruleRow({ kind, id, report }: RuleChange, mailboxes: number): Change {
  const isAdded = kind === 'rule-added';
  const [before, after] = isAdded ? [null, mailboxes] : [mailboxes, null];
  return { kind, report, mailbox: '', item: id, column: '', before, after };
}
