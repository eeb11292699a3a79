import { canCorrect } from '../outputs/page/data.ts';
import { pageRule } from '../outputs/page/rules.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { Rule } from '../policy/policy-definition.ts';
import { count, counted } from '../text/numbers.ts';
import { capitalized, shortened } from '../text/display.ts';
import type { PolicySummary, RunSummary } from '../totals/run-summary.ts';
import type { ExampleFinding, ViolatingMailbox } from '../totals/shown-findings.ts';
import type { CountedVerdict, RuleCounts } from '../totals/verdict-counts.ts';
import {
  namesOf,
  piecesOf,
  placeInList,
  type Block,
  type Content,
  type Detail,
  type Piece,
  type Section,
  type Table,
  type TableRow,
} from '../run/section.ts';

const MAX_RULES = 100;
const OPEN_RULES = 10;
const MAX_EXAMPLES = 3;
const OPEN_MAILBOXES = 10;
const MAX_EXEMPTIONS = 200;

/** The verdicts in the order of the bar. The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'] as const;

/** The rules of a policy with their counts, those with failures first. */
export function rulesSection({ file, verdicts }: PolicySummary, detail: Detail): Section {
  const { rules } = verdicts;
  const examples = Map.groupBy(detail === 'full' ? verdicts.examples : [], ({ rule }) => rule.id);
  const columns = VERDICTS.filter((verdict) => verdict === 'passed' || rules.some((counts) => counts[verdict] > 0));
  const longest = Math.max(...rules.map(mailboxesOf));
  const applyToAll = rules.every(({ inapplicable }) => inapplicable === 0);
  const shownRules = rules.toSorted(mostFailedFirst).slice(0, MAX_RULES);
  const passedRules = shownRules.filter(isPassed);
  const rowsOf = (some: readonly RuleCounts[]): TableRow[] =>
    some.map((counts): TableRow => ({
      cells: [
        ruleName(counts),
        { lines: [ruleResult(counts), ...exampleNames(examples.get(counts.rule.id))] },
        { segments: columns.map((kind) => ({ kind, count: counts[kind] })), longest },
        ...columns.map((verdict) => count(counts[verdict])),
        ...(applyToAll ? [] : [count(counts.inapplicable)]),
      ],
      tone: ruleTone(counts),
    }));
  const table = {
    label: `Policy ${file}`,
    columns: [
      { name: 'Rule' },
      { name: 'Found', only: 'summary' as const },
      { name: 'Mailboxes by result', kind: 'bars' as const },
      ...[...columns.map(capitalized), ...(applyToAll ? [] : ['Does not apply'])].map((name) => ({
        name,
        kind: 'number' as const,
        only: 'page' as const,
      })),
    ],
    unit: ['rule', 'rules'] as const,
  };
  const others: Table = {
    ...table,
    rows: rowsOf(shownRules.slice(0, -passedRules.length || undefined)),
    open: OPEN_RULES,
    more: passedRules.length === 0 ? rules.length - shownRules.length : 0,
    legend: columns.map((verdict) => ({ kind: verdict, name: verdict })),
  };
  const passed: Table = {
    ...table,
    label: `${table.label}: passed`,
    rows: rowsOf(passedRules),
    more: rules.length - shownRules.length,
  };
  return {
    title: 'Violations by rule',
    short: 'Rules',
    note: file,
    folded: `Rules: ${count(rules.length)}`,
    blocks: [
      ...(others.rows.length === 0 ? [] : [{ table: others }]),
      ...(passed.rows.length === 0
        ? []
        : [{ folded: passedText(rules.filter(isPassed)), blocks: [{ table: passed }] }]),
    ],
  };
}

/** Some mailboxes that violate a rule, in a line: new ones first. */
function exampleNames(examples: readonly ExampleFinding[] = []): readonly Content[] {
  if (examples.length === 0) return [];
  const names = examples.slice(0, MAX_EXAMPLES).flatMap(({ subject, address, isNew }): Piece[] => {
    return [', ', address === '' ? subject : { mailbox: address }, ...(isNew ? [{ note: 'new' }] : [])];
  });
  return [names.slice(1)];
}

/** Whether a rule has nothing to look at. */
function isPassed({ failed, warned, inconclusive }: RuleCounts): boolean {
  return failed + warned + inconclusive === 0;
}

/** A rule that applies to no mailbox, and to no row of a table, has not passed. */
function passedText(rules: readonly RuleCounts[]): string {
  const idle = rules.filter((rule) => mailboxesOf(rule) === 0);
  const passed = rules.length - idle.length;
  const what = idle.some(({ isOfTable }) => isOfTable) ? 'nothing' : 'no mailbox';
  return [
    ...(passed === 0 ? [] : [counted(passed, 'rule passed', 'rules passed')]),
    ...(idle.length === 0 ? [] : [counted(idle.length, `rule applies to ${what}`, `rules apply to ${what}`)]),
  ].join(', ');
}

/** How to correct all violations of a rule, for rules that have a command or that remediation plans. */
export function correction({ verdicts }: PolicySummary, reader: 'summary' | 'page'): readonly Block[] {
  const violated = verdicts.rules.filter(({ failed, warned }) => failed + warned > 0).map(({ rule }) => rule);
  const codes = (rules: readonly Rule[]): readonly Piece[] =>
    piecesOf(
      namesOf(
        rules.map(({ id }) => id),
        (code) => ({ code }),
      ),
    );
  const scripted = violated.filter((rule) => canCorrect(pageRule(rule)));
  const planned = violated.filter((rule) => rule.set !== undefined);
  const which = scripted.length === violated.length ? ['a rule'] : codes(scripted);
  const where = reader === 'page' ? '' : ' on the report page';
  const paragraph: readonly Piece[] = [
    ...(scripted.length === 0
      ? []
      : ['To correct all violations of ', ...which, `, select the rule${where}, and copy its script.`]),
    ...(planned.length === 0
      ? []
      : [`${scripted.length === 0 ? '' : ' '}Remediation plans `, ...codes(planned), ', and can undo them.']),
  ];
  return paragraph.length === 0 ? [] : [{ paragraph }];
}

/** The order of rules. */
export function mostFailedFirst(one: RuleCounts, other: RuleCounts): number {
  return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}

function mailboxesOf(counts: Readonly<Record<CountedVerdict, number>>): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

function ruleName(counts: RuleCounts): Content {
  const { id, title, severity, help } = counts.rule;
  const name: Piece[] = [{ code: id }, title === id ? '' : ` ${shortened(title, 200)}`];
  const view = counts.failed > 0 ? 'fail' : counts.warned > 0 ? 'warn' : undefined;
  const rows = { report: 'violations', view, conditions: [{ column: 'Rule', is: id }] };
  return [
    { sign: ruleSign(counts) },
    ...(mailboxesOf(counts) > counts.passed ? [{ about: name, rows }] : name),
    ...(severity === 'warning' ? [{ note: 'warning' }] : []),
    ...(help === undefined ? [] : [{ note: { link: 'help', url: help } }]),
  ];
}

/** A rule without a conclusive verdict, or that applied to no mailbox, has not passed. */
function ruleTone(counts: RuleCounts): TableRow['tone'] {
  const { failed, warned, inconclusive } = counts;
  if (failed > 0) return 'fail';
  if (warned > 0) return 'warn';
  if (inconclusive > 0) return 'unknown';
  return mailboxesOf(counts) === 0 ? undefined : 'pass';
}

function ruleSign(counts: RuleCounts): string {
  const tone = ruleTone(counts);
  return tone === undefined ? '➖' : { fail: '❌', warn: '⚠️', unknown: '❔', pass: '✅' }[tone];
}

function ruleResult(counts: RuleCounts): Content {
  const { passed, failed, warned, known, exempt, inconclusive, inapplicable, isOfTable } = counts;
  const violating = failed + warned;
  const remarks = Object.entries({ passed, known, exempt, inconclusive })
    .filter(([, mailboxes]) => mailboxes > 0)
    .map(([verdict, mailboxes]) => (isOfTable ? verdict : `${count(mailboxes)} ${verdict}`))
    .concat(inapplicable === 0 || isOfTable ? [] : [`does not apply to ${count(inapplicable)}`])
    .join(', ');
  if (mailboxesOf(counts) === 0) return isOfTable ? 'applies to no row' : 'applies to no mailbox';
  if (violating === 0) return remarks;
  const fails = isOfTable ? 'fails' : counted(violating, 'mailbox fails', 'mailboxes fail');
  return [{ strong: fails }, remarks === '' ? '' : `, ${remarks}`];
}

/** The mailboxes with most violations. Undefined if there is none. */
export function violatingSection(
  { verdicts: { violating } }: PolicySummary,
  lines: RunSummary['lines'],
): Section | undefined {
  const { worst, count: total } = violating;
  if (worst.length === 0) return undefined;
  const title = 'Mailboxes with most violations';
  const hiddenCount = total - worst.length;
  const table: Table = {
    label: title,
    columns: [{ name: 'Mailbox' }, { name: 'Listed at', kind: 'short' }, { name: 'Findings', kind: 'prose' }],
    rows: worst.map((mailbox) => ({
      cells: [{ mailbox: mailbox.address }, placeInList(lines, mailbox), { lines: findingLines(mailbox) }],
    })),
    unit: ['mailbox', 'mailboxes'],
    open: OPEN_MAILBOXES,
    more: hiddenCount,
    moreIn: 'violations.csv',
  };
  const all = counted(total, 'mailbox violates rules', 'mailboxes violate rules');
  const paragraph = { paragraph: [{ about: all, rows: { report: 'violations', view: 'violating' } }, '.'] };
  return {
    title,
    short: 'Violations',
    folded: `${title}: ${count(total)}`,
    blocks: [{ table }, ...(hiddenCount > 0 ? [paragraph] : [])],
  };
}

function findingLines({ findings, findingCount }: Pick<ViolatingMailbox, 'findings' | 'findingCount'>): Content[] {
  const hiddenCount = findingCount - findings.length;
  return [
    ...findings.map(({ rule, message }) => [{ code: rule }, ` ${message}`]),
    ...(hiddenCount > 0 ? [`and ${count(hiddenCount)} more`] : []),
  ];
}

/**
 * The exemptions, those that need a decision first; undefined if there is none. With `counts` without mailboxes, and without
 * the texts of people, which may name some.
 */
export function exemptionsSection({ exemptions }: PolicySummary, detail: Detail): Section | undefined {
  if (exemptions.length === 0) return undefined;
  const rows = exemptions
    .toSorted((one, other) => urgency(one) - urgency(other))
    .slice(0, MAX_EXEMPTIONS)
    .map((use) => exemptionRow(use, detail));
  const table: Table = {
    label: 'Exemptions',
    columns: [
      { name: 'Exemption' },
      { name: 'Last day', kind: 'short' },
      { name: 'State' },
      { name: 'Covers', kind: 'number' },
      ...(detail === 'full' ? [{ name: 'Mailboxes' }, { name: 'Reason' }, { name: 'Owner' }] : []),
    ],
    rows,
    unit: ['exemption', 'exemptions'],
    more: exemptions.length - rows.length,
  };
  return { title: 'Exemptions', folded: exemptionCounts(exemptions), blocks: [{ table }] };
}

const USAGES: Readonly<Record<ExemptionUse['usage'], string>> = {
  'in-use': 'in use',
  unused: 'unused',
  unknown: 'not known',
};

function exemptionRow(use: ExemptionUse, detail: Detail): TableRow {
  const { expired, endsSoon, daysLeft, usage, covered, exemption } = use;
  const { rule, mailboxes, items = mailboxes, reason, owner, expires } = exemption;
  const days = counted(daysLeft, 'day', 'days');
  const state: Content = expired
    ? { strong: 'expired' }
    : [USAGES[usage], ...(endsSoon ? [', ', { strong: `${days} left` }] : [])];
  const patterns = items.map(({ pattern }) => pattern);
  return {
    cells: [
      { code: rule },
      expires,
      state,
      count(covered),
      ...(detail === 'full'
        ? [namesOf(patterns, (code) => ({ code })), shortened(reason, 200), shortened(owner, 100)]
        : []),
    ],
    tone: expired ? 'fail' : undefined,
  };
}

function urgency({ expired, endsSoon, usage }: ExemptionUse): number {
  if (expired) return 0;
  if (endsSoon) return 1;
  return usage === 'unused' ? 2 : 3;
}

/** Counts the exemptions that need a decision, so that they are seen without unfolding. */
function exemptionCounts(exemptions: readonly ExemptionUse[]): string {
  const states = [
    { state: 'expired', has: ({ expired }: ExemptionUse) => expired },
    { state: 'ending soon', has: (use: ExemptionUse) => use.endsSoon },
    { state: 'unused', has: ({ expired, usage }: ExemptionUse) => usage === 'unused' && !expired },
  ]
    .map(({ state, has }) => ({ state, number: exemptions.filter(has).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${count(number)} ${state}`);
  return `Exemptions: ${count(exemptions.length)}${states.length === 0 ? '' : ` (${states.join(', ')})`}`;
}
