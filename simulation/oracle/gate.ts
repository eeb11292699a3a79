import { isTable, REPORTS } from '../world/columns.ts';
import { subjectsOf, type ExpectedRun } from './expected-run.ts';
import { reportOf, worstOfRules, type RuleOfMailbox, type Verdict } from './judge.ts';

/** The outputs of a run that follow from what it shows, and its exit code. */
export interface ExpectedGate {
  readonly code: 0 | 1;
  readonly outputs: Readonly<Record<string, string>>;
}

export function expectedGate(run: ExpectedRun): ExpectedGate {
  const { world, policy, mailboxes, reports, unlisted, unlistedMailboxes } = run;
  const total = mailboxes.length;
  const read = mailboxes.filter(({ seen }) => reports.every((name) => seen.reports[name]?.status === 'ok')).length;
  const unreadable = total - read;
  const verdicts = subjectsOf(run).flatMap(({ rules }) => rules);
  const count = (of: (rule: RuleOfMailbox) => boolean): number => verdicts.filter(of).length;
  const is = (verdict: Verdict) => (rule: RuleOfMailbox) => rule.verdict === verdict;
  const [failed, warned] = [count(is('fail')), count(is('warn'))];
  const failOn = world.gate['fail-on'] ?? 'error';
  const isViolated = failed > 0 || (failOn === 'warning' && warned > 0);
  // A run that reads no mailbox fails, whatever is allowed.
  const isLacking = unlisted === 'fail' && unlistedMailboxes !== undefined && unlistedMailboxes.length > 0;
  const isIncomplete = unreadable > mostUnreadable(run) || read === 0 || isLacking || lacksTable(run);
  const result = isViolated ? 'violations' : isIncomplete ? 'incomplete' : 'pass';
  const fails = result === 'violations' ? failOn !== 'never' || isIncomplete : result !== 'pass';
  return {
    code: fails ? 1 : 0,
    outputs: {
      result,
      'mailbox-count': String(total),
      'read-count': String(read),
      'unreadable-count': String(unreadable),
      ...(unlistedMailboxes === undefined ? {} : { 'unlisted-count': String(unlistedMailboxes.length) }),
      ...(policy === undefined
        ? {}
        : {
            'violation-count': String(failed),
            'known-count': String(count(is('known'))),
            'exempt-count': String(count(is('exempt'))),
          }),
    },
  };
}

/** Whether a rule is not decided because a table, or a cell of a table with one row, was not read. */
function lacksTable(run: ExpectedRun): boolean {
  const { tenant } = run;
  const isUnread = (table: string): boolean => tenant.seen.reports[table]?.status !== 'ok';
  const isOneRow = (table: string): boolean => REPORTS[table]?.rows === 'table';
  const undecided = subjectsOf(run).flatMap(({ rules }) => rules.filter(({ isUndecided }) => isUndecided));
  return undecided.some(({ rule }) => {
    const own = reportOf(rule);
    if (isTable(own) && (isUnread(own) || isOneRow(own))) return true;
    return [...Object.keys(rule.when ?? {}), ...Object.keys(rule.expect)].some((column) => {
      const [table = '', name = ''] = column.split(/\.(.*)/s);
      return isOneRow(table) && (isUnread(table) || tenant.seen.reports[table]?.rows[0]?.[name]?.is !== 'known');
    });
  });
}

function mostUnreadable({ world, policy, mailboxes }: ExpectedRun): number {
  const { 'max-unreadable': text = 'auto', 'fail-on': failOn = 'error' } = world.gate;
  if (text.endsWith('%')) return (Number(text.slice(0, -1)) / 100) * mailboxes.length;
  if (text !== 'auto') return Number(text);
  const canFail = (policy?.rules ?? []).some(({ severity = 'error' }) => failOn === 'warning' || severity === failOn);
  return canFail ? 0 : Math.max(1, 0.02 * mailboxes.length);
}

/** The verdict of a row of a report, and the rules that it violates. */
export function rowVerdict(
  rules: readonly RuleOfMailbox[],
  at: number,
  isRead: boolean,
): { readonly verdict: Verdict; readonly violations: readonly string[] } {
  const ofRow = rules.map(({ rule, rows }) => ({ id: rule.id, verdict: rows[at] }));
  return {
    verdict: isRead ? worstOfRules(ofRow.map(({ verdict }) => verdict)) : 'inconclusive',
    violations: ofRow.flatMap(({ id, verdict }) =>
      verdict !== undefined && ['fail', 'warn', 'known', 'exempt'].includes(verdict) ? [id] : [],
    ),
  };
}
