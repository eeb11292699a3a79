import { definition } from './baseline.ts';
import { csvText } from './cells.ts';
import type { Change } from './changes.ts';
import { subjectIn, subjectsOf, type ExpectedRun } from './expected-run.ts';
import { itemOf } from './items.ts';
import { cellOf, reportOf, type Finding } from './judge.ts';
import type { Row } from './run.ts';
import type { WorldRule } from '../world/world.ts';

/** What changed between the violations of two runs. */
export interface ViolationChanges {
  readonly changes: readonly Change[];
  /** Pairs of a rule and a mailbox with a new violation, by verdict. */
  readonly fresh: { readonly fail: number; readonly warn: number };
  /** The same with a violation that is gone. */
  readonly resolved: number;
}

/** Undefined if one of the runs has no policy. */
export function violationChanges(before: ExpectedRun, after: ExpectedRun): ViolationChanges | undefined {
  if (before.policy === undefined || after.policy === undefined) return undefined;
  const { earlierOf, gone } = matched(before, after);
  const [added, removed] = [
    onlyIn(after.policy.rules, before.policy.rules),
    onlyIn(before.policy.rules, after.policy.rules),
  ];
  const fresh = violationsOf(after).filter((each) => isNew(each, earlierOf.get(each), before, added));
  const resolved = gone.filter((each) => each.verdict !== 'exempt' && isResolved(each, after, removed));
  const isOf = (rules: ReadonlyMap<string, WorldRule>) => (each: Finding) => rules.has(each.rule.id);
  const ofBoth = (each: Finding): boolean => !added.has(each.rule.id) && !removed.has(each.rule.id);
  return {
    changes: [
      ...fresh.filter(ofBoth).map((each) => {
        const earlier = earlierOf.get(each);
        return changeOf('new-violation', each, [
          earlier === undefined ? '' : csvText(earlier.found),
          csvText(each.found),
        ]);
      }),
      ...resolved.filter(ofBoth).map((each) => {
        // As the later list spells it.
        const mailbox = subjectIn(after, each.mailbox)?.seen.entry.address ?? each.mailbox;
        return { ...changeOf('resolved', each, [csvText(each.found), '']), mailbox };
      }),
      ...[...added.values()].map((rule) => ofRule('rule-added', rule, ['', mailboxesOf(rule, fresh)])),
      ...[...removed.values()].map((rule) => ofRule('rule-removed', rule, [mailboxesOf(rule, resolved), ''])),
    ],
    fresh: {
      fail: pairsOf(fresh.filter(({ verdict }) => verdict === 'fail')),
      warn: pairsOf(fresh.filter(({ verdict }) => verdict === 'warn')),
    },
    resolved: pairsOf(resolved.filter((each) => !isOf(removed)(each))),
  };
}

function onlyIn(rules: readonly WorldRule[], others: readonly WorldRule[]): ReadonlyMap<string, WorldRule> {
  const ids = new Set(others.map(({ id }) => id));
  return new Map(rules.filter(({ id }) => !ids.has(id)).map((rule) => [rule.id, rule]));
}

/** In the order of rules and rows. */
export function violationsOf(run: ExpectedRun): readonly Finding[] {
  return subjectsOf(run)
    .flatMap(({ rules }) => rules.flatMap(({ findings }) => findings))
    .filter(({ verdict }) => verdict !== 'inconclusive');
}

/** Violations of both runs: those with the same rule, mailbox, item, row and column, in their order. `gone`: of the earlier run alone. */
export function matched(
  before: ExpectedRun,
  after: ExpectedRun,
): { readonly earlierOf: ReadonlyMap<Finding, Finding>; readonly gone: readonly Finding[] } {
  const unmatched = Map.groupBy(violationsOf(before), identityOf);
  const pairs = violationsOf(after).flatMap((each) => {
    const earlier = unmatched.get(identityOf(each))?.shift();
    return earlier === undefined ? [] : [[each, earlier] as const];
  });
  return { earlierOf: new Map(pairs), gone: [...unmatched.values()].flat() };
}

function identityOf({ rule, mailbox, report, row, column }: Finding): string {
  return JSON.stringify([rule.id, mailbox.toLowerCase(), itemOf(report, row), definition(report, row), column]);
}

function isNew(
  each: Finding,
  earlier: Finding | undefined,
  before: ExpectedRun,
  added: ReadonlyMap<string, WorldRule>,
): boolean {
  if (each.verdict === 'exempt' || each.verdict === 'known') return false;
  if (earlier !== undefined) return earlier.verdict === 'exempt';
  const of = subjectIn(before, each.mailbox);
  if (of === undefined) return true;
  const hasReport = hasIn(before, each.report);
  if (hasReport && of.seen.reports[each.report]?.status !== 'ok') return false;
  return added.has(each.rule.id) || (hasReport && isDecided(each, before));
}

function isResolved(each: Finding, after: ExpectedRun, removed: ReadonlyMap<string, WorldRule>): boolean {
  const { rule, report, mailbox } = each;
  const of = subjectIn(after, mailbox);
  if (of === undefined) return false;
  const hasReport = hasIn(after, report);
  if (hasReport && of.seen.reports[report]?.status !== 'ok') return false;
  if (removed.has(rule.id)) return true;
  // A row for which the rule is inconclusive may be the one.
  const isOpen = of.rules.some((other) => other.rule.id === rule.id && other.rows.includes('inconclusive'));
  return hasReport && !isOpen && isDecided(each, after);
}

function hasIn({ reports, tables }: ExpectedRun, report: string): boolean {
  return reports.includes(report) || tables.some(({ name }) => name === report);
}

/** Whether a run knows if a row, should it have it, violates a rule in a column. */
function isDecided({ mailbox, rule, report, row, column }: Finding, run: ExpectedRun): boolean {
  const of = subjectIn(run, mailbox);
  if (of === undefined) return false;
  const isSame = (other: Row): boolean => itemOf(report, other) === itemOf(report, row);
  const isInconclusive = of.rules
    .flatMap(({ findings }) => findings)
    .some(
      (each) =>
        each.verdict === 'inconclusive' && each.rule.id === rule.id && each.report === report && isSame(each.row),
    );
  const rows = (of.seen.reports[report]?.rows ?? []).filter(isSame);
  return !isInconclusive && rows.every((other) => cellOf(column, report, other, of.seen, run).cell.is !== 'unknown');
}

function changeOf(change: string, { report, mailbox, row, column }: Finding, values: Change['values']): Change {
  return { change, report, mailbox, item: itemOf(report, row), column, values };
}

function ofRule(change: string, rule: WorldRule, values: Change['values']): Change {
  return { change, report: reportOf(rule), mailbox: '', item: rule.id, column: '', values };
}

function mailboxesOf({ id }: WorldRule, findings: readonly Finding[]): string {
  return String(pairsOf(findings.filter(({ rule }) => rule.id === id)));
}

function pairsOf(findings: readonly Finding[]): number {
  return new Set(findings.map(({ rule, mailbox }) => JSON.stringify([rule.id, mailbox]))).size;
}
