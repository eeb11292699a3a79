import { matched, violationsOf } from './changed-violations.ts';
import { rowsOf, without, type Outcome } from './differences.ts';
import { subjectsOf, type ExpectedRun } from './expected-run.ts';
import { itemOf } from './items.ts';
import type { Finding } from './judge.ts';
import { plain } from './texts.ts';

/** The day since which each run has found a violation; '' if it is unknown. */
export type SinceOf = ReadonlyMap<Finding, string>;

/** @param before the run that this one is compared with. `none`: it looked, and this is the first one. `unknown`: it did not look */
export function sinceOf(
  run: ExpectedRun,
  before: { readonly expected: ExpectedRun; readonly since: SinceOf } | 'none' | 'unknown',
): SinceOf {
  const today = new Date(run.start).toISOString().slice(0, 10);
  const all = violationsOf(run);
  if (typeof before === 'string') return new Map(all.map((each) => [each, before === 'none' ? today : '']));
  const { earlierOf } = matched(before.expected, run);
  return new Map(
    all.map((each) => {
      const earlier = earlierOf.get(each);
      return [each, earlier === undefined ? today : (before.since.get(earlier) ?? '')];
    }),
  );
}

const COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Since'];

/** What `violations.csv` shows in `Since` and should not. */
export function sinceDifferences(run: ExpectedRun, outcome: Outcome, since: SinceOf): readonly string[] {
  const is = rowsOf(run, outcome, 'violations').map((row) => COLUMNS.map((name) => plain(row[name] ?? '')).join(' | '));
  const should = subjectsOf(run)
    .flatMap(({ rules }) => rules.flatMap(({ findings }) => findings))
    .map((each) =>
      [each.rule.id, each.mailbox, itemOf(each.report, each.row), each.column, since.get(each) ?? '']
        .map(plain)
        .join(' | '),
    );
  return without(is, should).map((line) => `violations.csv has ${line}, and should not`);
}
