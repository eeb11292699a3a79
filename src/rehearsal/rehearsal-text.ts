import { ageText, sourceText } from '../compare/change-sections.ts';
import type { EarlierSource } from '../compare/earlier-report.ts';
import type { JsonObject } from '../json.ts';
import { WHOLE_ROW, type Setting, type Severity } from '../policy/policy-definition.ts';
import type { Content, Piece, Section, Table } from '../run/section.ts';
import { cellText } from '../text/display.ts';
import { count, counted, listed, type EpochMs } from '../text/numbers.ts';
import { totalsOf, type Rehearsal } from './rehearsal.ts';
import { isWeaker, type RuleEffect, type SeverityEffect, type Tally, type Weakening } from './rule-effects.ts';

/** A rehearsal, and what it is about. */
export interface RehearsedReport {
  readonly rehearsal: Rehearsal;
  readonly source: EarlierSource;
  /** When the run of the rows started. */
  readonly started: Date;
  /** Sentences about later reports that were skipped. */
  readonly skipped: readonly string[];
  /** What the policy is compared with, to complete "Compared with ...". */
  readonly before: string;
}

/** Identifies the comment of a rehearsal, so that a later one replaces it. GitHub does not show it. */
const COMMENT_MARK = '<!-- mailbox-report rehearsal -->';

/**
 * `Would find 37 violations, 12 of them new (rule no-imap 12), 3 fewer`; also warnings, rules that are weaker, and rules that are not
 * judged, if there are any.
 */
export function rehearsalHeadline(rehearsal: Rehearsal): string {
  const { error, warning } = totalsOf(rehearsal);
  const part = (
    { after, new: newCount, resolved }: typeof error,
    severity: Severity,
    nouns: readonly [string, string],
  ): string => {
    const rules = rehearsal.rules.filter(({ by }) => by[severity].new.count > 0);
    const named = rules.slice(0, MAX_RULES).map(({ rule, by }) => `${rule} ${count(by[severity].new.count)}`);
    const more = rules.length > named.length ? [`${count(rules.length - named.length)} more`] : [];
    const ruleText = newCount === 0 ? '' : ` (rule ${[...named, ...more].join(', ')})`;
    return `${counted(after, ...nouns)}, ${count(newCount)} of them new${ruleText}, ${count(resolved)} fewer`;
  };
  const hasWarnings = warning.after + warning.new + warning.resolved > 0;
  const warnings = hasWarnings ? `; ${part(warning, 'warning', ['warning', 'warnings'])}` : '';
  const weakerCount = rehearsal.rules.filter(isWeaker).length;
  const weaker = weakerCount === 0 ? '' : `; ${counted(weakerCount, 'rule is', 'rules are')} weaker than before`;
  const unjudgedCount = rehearsal.rules.filter(({ isAfterKnown }) => !isAfterKnown).length;
  const unjudged = unjudgedCount === 0 ? '' : `; ${counted(unjudgedCount, 'rule is', 'rules are')} not judged`;
  return `Would find ${part(error, 'error', ['violation', 'violations'])}${warnings}${weaker}${unjudged}`;
}

const MAX_RULES = 5;

const WEAKENINGS: Readonly<Record<Weakening, string>> = {
  removed: 'is removed',
  severity: 'is a warning instead of an error',
  exemption: 'has more exemptions',
  baseline: 'has more accepted violations',
  when: 'applies to other rows',
  expect: 'expects something else',
};

/** How a rule is weaker than before, to follow its name. */
function weakerText({ presence, weakenedBy, noLongerFails, isBeforeKnown, isAfterKnown }: RuleEffect): string {
  const how =
    weakenedBy.length === 0
      ? 'finds less'
      : listed(
          weakenedBy.map((one) => WEAKENINGS[one]),
          'and',
        );
  if (!isBeforeKnown || !isAfterKnown) return `${how}, and it is not known for which mailboxes it no longer fails`;
  if (noLongerFails.count === 0 && presence === 'removed') return `${how}, and failed for no mailbox of the report`;
  if (noLongerFails.count === 0) return `${how}, and fails for the same mailboxes of the report`;
  return `${how}, and no longer fails for ${counted(noLongerFails.count, 'mailbox', 'mailboxes')}`;
}

/** Sentences about the rules that are weaker than before. They name no mailbox. */
export function weakerNotes({ rules }: Rehearsal): readonly string[] {
  return rules.filter(isWeaker).map((effect) => `Rule ${effect.rule} ${weakerText(effect)}.`);
}

function weakerItem(effect: RuleEffect, namesMailboxes: boolean): Content {
  const names = namesMailboxes && effect.noLongerFails.count > 0 ? [': ', ...namesIn(effect.noLongerFails)] : [];
  return ['Weaker: ', { code: effect.rule }, ` ${weakerText(effect)}`, ...names];
}

/** Sentences about the rows, and what could not be judged. */
export function rehearsalNotes(
  { rehearsal, source, started, skipped, before }: RehearsedReport,
  now: EpochMs,
): readonly string[] {
  const { mailboxes, unread, unjudged, lists } = rehearsal;
  const unreadText = unread === 0 ? '' : `, ${count(unread)} of them not wholly read`;
  return [
    `Judged by the rows of ${sourceText(source)} of ${started.toISOString()}${ageText(now - started.getTime())}: ${counted(mailboxes, 'mailbox', 'mailboxes')}${unreadText}.`,
    `Compared with ${before}.`,
    ...skipped,
    ...(lists === undefined || lists.withoutRows.count === 0
      ? []
      : [
          `${counted(lists.withoutRows.count, 'mailbox', 'mailboxes')} of the lists cannot be judged: the report has no rows of them.`,
        ]),
    ...unjudged.map(
      ({ rule, isPartly, isBefore, reason }) =>
        `The rule ${rule}${isBefore === true ? ' of the policy before' : ''} is ${isPartly ? 'judged in part only' : 'not judged'}. ${reason}`,
    ),
  ];
}

/**
 * What people read of a rehearsal. It shows no cell: the messages of rules are those of a pull request.
 *
 * @param namesMailboxes false: only numbers
 */
export function rehearsalSection(rehearsed: RehearsedReport, namesMailboxes: boolean, now: EpochMs): Section {
  const { rehearsal, source } = rehearsed;
  const { rules, lists } = rehearsal;
  const judged = rules.filter(({ isAfterKnown }) => isAfterKnown);
  const different = judged.filter(hasEffect);
  const weaker = rules.filter(isWeaker);
  const same = judged.length - different.length;
  const [about = '', ...notes] = rehearsalNotes(rehearsed, now);
  const from = source.kind === 'run' ? [`${about} `, { link: 'The run', url: source.url }] : about;
  const title = 'Mailbox Report: rehearsal';
  return {
    title,
    folded: title,
    blocks: [
      { paragraph: { strong: rehearsalHeadline(rehearsal) } },
      { paragraph: from },
      ...(weaker.length === 0 ? [] : [{ items: weaker.map((effect) => weakerItem(effect, namesMailboxes)) }]),
      ...(different.length === 0 ? [] : [{ table: effectsTable(different) }]),
      ...(same === 0 ? [] : [{ paragraph: `${counted(same, 'rule finds', 'rules find')} the same as before.` }]),
      {
        items: [
          ...(namesMailboxes ? different.flatMap(nameItems) : []),
          ...different.flatMap(setItem),
          ...listItem(lists, namesMailboxes),
          ...withoutRowsItem(lists, namesMailboxes),
        ],
      },
      ...notes.map((note) => ({ paragraph: note })),
    ],
  };
}

function effectsTable(effects: readonly RuleEffect[]): Table {
  return {
    label: 'What the policy would find',
    columns: [
      { name: 'Rule' },
      { name: 'Severity', kind: 'short' },
      ...NUMBERS.map(({ name }) => ({ name, kind: 'number' }) as const),
    ],
    rows: effects.map((effect) => ({
      cells: [
        [{ code: effect.rule }, effect.presence === 'kept' ? '' : ` (${effect.presence})`],
        effect.severityBefore === undefined ? effect.severity : `${effect.severity}, was ${effect.severityBefore}`,
        ...NUMBERS.map(({ of }) => of(effect)),
      ],
    })),
    unit: ['rule', 'rules'],
  };
}

/** The same as a comment of a pull request, which a later rehearsal replaces. */
export function rehearsalComment(markdown: string): string {
  return `${COMMENT_MARK}\n${markdown}`;
}

/** The comment and the summary of a rehearsal that did not take place. */
export function notRehearsedSection(reason: string): Section {
  const title = 'Mailbox Report: not rehearsed';
  return { title, folded: title, blocks: [{ paragraph: reason }] };
}

/** The result for programs. */
export function rehearsalJson(rehearsed: RehearsedReport): JsonObject {
  const { rehearsal, source, started, before, skipped } = rehearsed;
  const { error, warning } = totalsOf(rehearsal);
  const tally = ({ count: number, addresses }: Tally): JsonObject => ({ count: number, mailboxes: [...addresses] });
  return {
    report: {
      ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
      started: started.toISOString(),
    },
    comparedWith: before,
    mailboxes: rehearsal.mailboxes,
    unread: rehearsal.unread,
    violations: { ...error },
    warnings: { ...warning },
    rules: rehearsal.rules.map((effect) => {
      const { rule, severity, severityBefore = severity, presence, inconclusive, isSetChanged } = effect;
      const { before: countBefore, after, new: newTally, resolved } = counting(effect);
      return {
        rule,
        severity,
        presence,
        inconclusive,
        isSetChanged,
        severityBefore,
        before: effect.isBeforeKnown ? countBefore : null,
        after,
        new: tally(newTally),
        resolved: tally(resolved),
        known: tally(effect.known),
        exempt: tally(effect.exempt),
        noLongerFails: tally(effect.noLongerFails),
        weakenedBy: [...effect.weakenedBy],
        set: effect.set.map(({ path, value }) => (path === WHOLE_ROW ? { remove: true } : { path, value })),
      };
    }),
    unjudged: rehearsal.unjudged.map((rule) => ({ ...rule })),
    lists:
      rehearsal.lists === undefined
        ? null
        : {
            added: tally(rehearsal.lists.added),
            removed: tally(rehearsal.lists.removed),
            withoutRows: tally(rehearsal.lists.withoutRows),
          },
    notes: [...skipped],
  };
}

const NUMBERS: readonly {
  readonly name: string;
  readonly of: (effect: RuleEffect) => string;
}[] = [
  { name: 'Before', of: (effect) => (effect.isBeforeKnown ? count(counting(effect).before) : 'unknown') },
  { name: 'After', of: (effect) => count(counting(effect).after) },
  { name: 'New', of: (effect) => count(counting(effect).new.count) },
  { name: 'Fewer', of: (effect) => count(counting(effect).resolved.count) },
  { name: 'No longer fails', of: ({ noLongerFails }) => count(noLongerFails.count) },
  { name: 'Newly known', of: ({ known }) => count(known.count) },
  { name: 'Newly exempt', of: ({ exempt }) => count(exempt.count) },
  { name: 'Inconclusive', of: ({ inconclusive }) => count(inconclusive) },
];

/** The violations of the severity that the rule has. */
function counting({ by, severity }: RuleEffect): SeverityEffect {
  return by[severity];
}

/** Named numbers of mailboxes. */
type NamedTally = readonly [name: string, tally: Tally];

function talliesOf(effect: RuleEffect): readonly NamedTally[] {
  return withoutZeros([
    ['new', counting(effect).new],
    ['fewer', counting(effect).resolved],
    ['newly known', effect.known],
    ['newly exempt', effect.exempt],
  ]);
}

function listTallies(lists: Rehearsal['lists']): readonly NamedTally[] {
  if (lists === undefined) return [];
  return withoutZeros([
    ['added to', lists.added],
    ['removed from', lists.removed],
  ]);
}

function withoutZeros(tallies: readonly NamedTally[]): readonly NamedTally[] {
  return tallies.filter(([, tally]) => tally.count > 0);
}

/** Whether a rule finds something else than before, cannot decide for a mailbox, or has another `set`. */
function hasEffect(effect: RuleEffect): boolean {
  const { presence, by, inconclusive, known, exempt, isSetChanged } = effect;
  const differs = [by.error, by.warning].some(
    ({ before, after, new: newTally, resolved }) => before !== after || newTally.count + resolved.count > 0,
  );
  const isAccepted = known.count + exempt.count > 0;
  return differs || isAccepted || isWeaker(effect) || presence !== 'kept' || inconclusive > 0 || isSetChanged;
}

function nameItems(effect: RuleEffect): readonly Content[] {
  return talliesOf(effect).map(([name, tally]) => [{ code: effect.rule }, `, ${name}: `, ...namesIn(tally)]);
}

function setItem({ rule, set, by }: RuleEffect): readonly Content[] {
  const after = by.error.after + by.warning.after;
  if (set.length === 0 || after === 0) return [];
  const settings = joined(
    set.map((setting) => ({ code: settingText(setting) })),
    ', ',
  );
  const where = `, in ${counted(after, 'mailbox', 'mailboxes')}: `;
  return [['A remediation plan would set for ', { code: rule }, where, ...settings]];
}

/** As a policy has it under `set`, but for texts. */
function settingText({ path, value }: Setting): string {
  return path === WHOLE_ROW ? 'remove' : `${path}: ${value === null ? 'null' : cellText(value)}`;
}

function listItem(lists: Rehearsal['lists'], namesMailboxes: boolean): readonly Content[] {
  const parts = listTallies(lists).map(([verb, tally], at): readonly Piece[] => {
    const text = `${at === 0 ? '' : '; '}${counted(tally.count, 'mailbox', 'mailboxes')} ${verb} the lists`;
    return namesMailboxes ? [`${text}: `, ...namesIn(tally)] : [text];
  });
  return parts.length === 0 ? [] : [parts.flat()];
}

/** The sentence of `rehearsalNotes` has their number. */
function withoutRowsItem(lists: Rehearsal['lists'], namesMailboxes: boolean): readonly Content[] {
  if (!namesMailboxes || lists === undefined || lists.withoutRows.count === 0) return [];
  return [['Not in the report by this address or ID: ', ...namesIn(lists.withoutRows)]];
}

/** The names of mailboxes, and how many more there are. */
function namesIn({ count: number, addresses }: Tally): readonly Piece[] {
  const names = addresses.map((address) => ({ code: address }));
  const more = number > addresses.length ? [`${count(number - addresses.length)} more`] : [];
  return joined([...names, ...more], ', ');
}

function joined(pieces: readonly Piece[], separator: string): readonly Piece[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece]));
}
