import type { ChangeGroup, ShownChange } from '../../totals/change-counts.ts';
import { count } from '../../text/numbers.ts';
import { ageText, differenceText, sourceText } from '../../totals/comparison-text.ts';
import type { ComparisonSummary, Detail } from '../../totals/run-summary.ts';
import { folded, markdownCode, markdownTable, markdownText } from '../markdown.ts';

const MAX_GROUPS = 15;

/** What differs from the earlier report, in one line of Markdown. */
export function comparisonLine(comparison: ComparisonSummary): string {
  const { source } = comparison;
  // GitHub makes no issue reference of a number inside a link.
  const link = source.kind === 'run' ? `[${sourceText(source)}](${source.url})` : markdownCode(source.path);
  return `Compared with ${link}${ageText(comparison)}: ${differenceText(comparison)}\n\n`;
}

/**
 * What changed, in a fold: new violations, resolved ones and the most frequent changes. Under `counts` only how often what changed, without values:
 * they may name mailboxes. Lists have at most `max` entries.
 */
export function comparisonSection(comparison: ComparisonSummary, detail: Detail, max: number): string {
  const { counts, notes } = comparison;
  const { newViolations, newViolationCount, resolved, resolvedCount, groups } = counts;
  const sections = [
    ...(detail === 'full'
      ? [
          violations(
            `New violations: ${count(newViolationCount)}`,
            'Found',
            newViolations.slice(0, max),
            ({ after }) => after,
          ),
          violations(
            `Resolved violations: ${count(resolvedCount)}`,
            'Was',
            resolved.slice(0, max),
            ({ before }) => before,
          ),
        ]
      : []),
    changes(groups, detail),
    notes.map((note) => `- ${markdownText(note, 500)}\n`).join(''),
  ].filter((section) => section !== '');
  return sections.length === 0 ? '' : folded(`Changes: ${differenceText(comparison)}`, `${sections.join('\n')}\n`);
}

function violations(
  title: string,
  header: string,
  all: readonly ShownChange[],
  value: (change: ShownChange) => string,
): string {
  if (all.length === 0) return '';
  const rows = all.map((change) => [
    markdownCode(change.mailbox),
    markdownCode(change.rule),
    markdownText(change.item === '' ? change.column : `${change.column} of ${change.item}`),
    markdownText(value(change)) || '(blank)',
  ]);
  return `**${title}**\n\n${markdownTable(['Mailbox', 'Rule', 'Column', header], rows, false)}`;
}

function changes(groups: readonly ChangeGroup[], detail: Detail): string {
  if (groups.length === 0) return '';
  const rows = groups
    .slice(0, MAX_GROUPS)
    .map(({ kind, report, column, mailboxes, first }) => [
      markdownText(report, 100),
      kind === 'changed' ? markdownText(column, 100) : `rows ${kind}`,
      count(mailboxes),
      ...(detail === 'full' ? [exampleText(first)] : []),
    ]);
  const more = groups.length - rows.length;
  const rest = more === 0 ? '' : `and ${count(more)} more: see changes.csv\n\n`;
  const header = ['Report', 'What changed', 'Mailboxes', ...(detail === 'full' ? ['For example'] : [])];
  return markdownTable(header, rows, false) + rest;
}

function exampleText({ mailbox, item, before, after, column }: ShownChange): string {
  const name = `${markdownCode(mailbox)}${item === '' ? '' : ` ${markdownText(item)}`}`;
  return column === '' ? name : `${name}: ${markdownText(before) || '(blank)'} → ${markdownText(after) || '(blank)'}`;
}
