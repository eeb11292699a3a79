import { ageText, sourceText } from '../compare/change-sections.ts';
import type { EarlierSource } from '../compare/earlier-report.ts';
import type { JsonObject } from '../json.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../outputs/markdown.ts';
import { WHOLE_ROW, type Setting } from '../policy/policy-definition.ts';
import { cellText } from '../text/display.ts';
import { count, counted, type EpochMs } from '../text/numbers.ts';
import { undecidedRules } from './stored-judge.ts';
import { totalsOf, type Rehearsal, type RuleEffect, type Tally } from './rehearsal.ts';

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

/** `Would find 37 violations, 12 of them new (rule no-imap 12), 3 fewer`; also warnings and rules that are not judged, if there are any. */
export function rehearsalHeadline(rehearsal: Rehearsal): string {
  const { error, warning } = totalsOf(rehearsal);
  const part = (
    { after, new: newCount, resolved }: typeof error,
    severity: RuleEffect['severity'],
    nouns: readonly [string, string],
  ): string => {
    const rules = rehearsal.rules.filter((rule) => rule.severity === severity && rule.new.count > 0);
    const named = rules.slice(0, MAX_RULES).map((rule) => `${rule.rule} ${count(rule.new.count)}`);
    const more = rules.length > named.length ? [`${count(rules.length - named.length)} more`] : [];
    const ruleText = newCount === 0 ? '' : ` (rule ${[...named, ...more].join(', ')})`;
    return `${counted(after, ...nouns)}, ${count(newCount)} of them new${ruleText}, ${count(resolved)} fewer`;
  };
  const hasWarnings = warning.after + warning.new + warning.resolved > 0;
  const warnings = hasWarnings ? `; ${part(warning, 'warning', ['warning', 'warnings'])}` : '';
  const unjudgedCount = undecidedRules(rehearsal.unjudged).size;
  const unjudged = unjudgedCount === 0 ? '' : `; ${counted(unjudgedCount, 'rule is', 'rules are')} not judged`;
  return `Would find ${part(error, 'error', ['violation', 'violations'])}${warnings}${unjudged}`;
}

const MAX_RULES = 5;

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
    ...(lists === undefined || lists.withoutRows === 0
      ? []
      : [
          `${counted(lists.withoutRows, 'mailbox', 'mailboxes')} of the lists cannot be judged: the report has no rows of them.`,
        ]),
    ...unjudged.map(
      ({ rule, isPartly, reason }) =>
        `The rule ${rule} is ${isPartly ? 'judged in part only' : 'not judged'}. ${reason}`,
    ),
  ];
}

/**
 * A rehearsal in GitHub's Markdown. It shows no cell: the messages of rules are those of a pull request.
 *
 * @param namesMailboxes false: only numbers
 */
export function rehearsalMarkdown(rehearsed: RehearsedReport, namesMailboxes: boolean, now: EpochMs): string {
  const { rehearsal, source } = rehearsed;
  const { rules, lists } = rehearsal;
  const unjudged = undecidedRules(rehearsal.unjudged);
  const judged = rules.filter(({ rule }) => !unjudged.has(rule));
  const different = judged.filter(hasEffect);
  const same = judged.length - different.length;
  const [about = '', ...notes] = rehearsalNotes(rehearsed, now);
  const run = source.kind === 'run' ? ` ${markdownLink('The run', source.url)}` : '';
  const rows = different.map((effect) => [
    markdownCode(effect.rule) + (effect.presence === 'kept' ? '' : ` (${effect.presence})`),
    effect.severity,
    ...NUMBERS.map(({ of }) => count(of(effect))),
  ]);
  const names = namesMailboxes ? different.flatMap(nameLines) : [];
  const listLine = listText(lists, namesMailboxes);
  return [
    `## Mailbox Report: rehearsal\n\n**${markdownText(rehearsalHeadline(rehearsal))}**\n\n`,
    `${markdownText(about)}${run}\n\n`,
    rows.length === 0
      ? ''
      : markdownTable(
          ['Rule', 'Severity', ...NUMBERS.map(({ name }) => name)],
          rows,
          NUMBERS.map((_, at) => at + 2),
        ),
    same === 0 ? '' : `${counted(same, 'rule finds', 'rules find')} the same as before.\n\n`,
    [...names, ...different.flatMap(setLine), ...(listLine === '' ? [] : [listLine])]
      .map((line) => `- ${line}\n`)
      .join(''),
    '\n',
    notes.map((note) => `${markdownText(note)}\n\n`).join(''),
  ].join('');
}

/** The same as a comment of a pull request, which a later rehearsal replaces. */
export function rehearsalComment(markdown: string): string {
  return `${COMMENT_MARK}\n${markdown}`;
}

/** The comment and the summary of a rehearsal that did not take place. */
export function notRehearsedMarkdown(reason: string): string {
  return `## Mailbox Report: not rehearsed\n\n${markdownText(reason)}\n\n`;
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
    rules: rehearsal.rules.map(({ new: newTally, resolved, known, exempt, set, ...rule }) => ({
      ...rule,
      new: tally(newTally),
      resolved: tally(resolved),
      known: tally(known),
      exempt: tally(exempt),
      set: set.map(({ path, value }) => (path === WHOLE_ROW ? { remove: true } : { path, value })),
    })),
    unjudged: rehearsal.unjudged.map((rule) => ({ ...rule })),
    lists:
      rehearsal.lists === undefined
        ? null
        : {
            added: tally(rehearsal.lists.added),
            removed: tally(rehearsal.lists.removed),
            withoutRows: rehearsal.lists.withoutRows,
          },
    notes: [...skipped],
  };
}

/** Lines for a terminal. Texts of files and of the report are hostile until escaped. */
export function rehearsalLines(rehearsed: RehearsedReport, now: EpochMs): readonly string[] {
  const { rehearsal } = rehearsed;
  const { lists } = rehearsal;
  const unjudged = undecidedRules(rehearsal.unjudged);
  const effects = rehearsal.rules
    .filter((effect) => !unjudged.has(effect.rule) && hasEffect(effect))
    .flatMap((effect) => {
      const presence = effect.presence === 'kept' ? '' : ` (${effect.presence})`;
      const numbers = NUMBERS.flatMap(({ name, of, isAlways = false }) =>
        isAlways || of(effect) > 0 ? [`${name.toLowerCase()} ${count(of(effect))}`] : [],
      ).join(', ');
      const lines = talliesOf(effect).map(([name, tally]) => `    ${name}: ${plainNames(tally)}`);
      const sets = effect.after === 0 ? [] : effect.set.map((setting) => `    would set ${settingText(setting)}`);
      return [`  ${effect.rule}${presence}, ${effect.severity}: ${numbers}`, ...lines, ...sets];
    });
  const listLines = listTallies(lists).map(([verb, tally]) => `  ${verb} the lists: ${plainNames(tally)}`);
  return [rehearsalHeadline(rehearsal), ...effects, ...listLines, ...rehearsalNotes(rehearsed, now)];
}

const NUMBERS: readonly {
  readonly name: string;
  readonly of: (effect: RuleEffect) => number;
  /** Whether a line shows it also if it is 0. */
  readonly isAlways?: boolean;
}[] = [
  { name: 'Before', of: ({ before }) => before, isAlways: true },
  { name: 'After', of: ({ after }) => after, isAlways: true },
  { name: 'New', of: (effect) => effect.new.count },
  { name: 'Fewer', of: ({ resolved }) => resolved.count },
  { name: 'Newly known', of: ({ known }) => known.count },
  { name: 'Newly exempt', of: ({ exempt }) => exempt.count },
  { name: 'Inconclusive', of: ({ inconclusive }) => inconclusive },
];

/** Named numbers of mailboxes. */
type NamedTally = readonly [name: string, tally: Tally];

function talliesOf({ new: newTally, resolved, known, exempt }: RuleEffect): readonly NamedTally[] {
  return withoutZeros([
    ['new', newTally],
    ['fewer', resolved],
    ['newly known', known],
    ['newly exempt', exempt],
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
function hasEffect({
  presence,
  before,
  after,
  inconclusive,
  known,
  exempt,
  isSetChanged,
  ...effect
}: RuleEffect): boolean {
  const differs = before !== after || effect.new.count + effect.resolved.count + known.count + exempt.count > 0;
  return differs || presence !== 'kept' || inconclusive > 0 || isSetChanged;
}

function nameLines(effect: RuleEffect): readonly string[] {
  return talliesOf(effect).map(([name, tally]) => `${markdownCode(effect.rule)}, ${name}: ${codeNames(tally)}`);
}

function setLine({ rule, set, after }: RuleEffect): readonly string[] {
  if (set.length === 0 || after === 0) return [];
  const settings = set.map((setting) => markdownCode(settingText(setting))).join(', ');
  return [
    `A remediation plan would set for ${markdownCode(rule)}, in ${counted(after, 'mailbox', 'mailboxes')}: ${settings}`,
  ];
}

/** As a policy has it under `set`, but for texts. */
function settingText({ path, value }: Setting): string {
  return path === WHOLE_ROW ? 'remove' : `${path}: ${value === null ? 'null' : cellText(value)}`;
}

function listText(lists: Rehearsal['lists'], namesMailboxes: boolean): string {
  return listTallies(lists)
    .map(([verb, tally]) => {
      const names = namesMailboxes ? `: ${codeNames(tally)}` : '';
      return `${counted(tally.count, 'mailbox', 'mailboxes')} ${verb} the lists${names}`;
    })
    .join('; ');
}

function codeNames(tally: Tally): string {
  return [...tally.addresses.map(markdownCode), ...rest(tally)].join(', ');
}

function plainNames(tally: Tally): string {
  return [...tally.addresses, ...rest(tally)].join(', ');
}

function rest({ count: number, addresses }: Tally): readonly string[] {
  return number > addresses.length ? [`${count(number - addresses.length)} more`] : [];
}
