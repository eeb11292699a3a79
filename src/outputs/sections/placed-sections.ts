import type { PlacedSection, View } from '../../run/section.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { unreadList, unreadSection, warningsSection } from './run.ts';
import { mailboxesSection, repliesSection, settingsSection } from './settings.ts';

/** The sections of every run, and those of its features, each with its places. */
export function placedSections(summary: RunSummary, view: View): readonly PlacedSection[] {
  const { reports, warnings, parts } = summary;
  const isFull = view.detail === 'full';
  return [
    { section: repliesSection(reports), page: 80 },
    { section: unreadSection(summary), summary: 100, as: 'open', page: 90 },
    { section: isFull ? unreadList(summary) : undefined, summary: 105, as: 'folded' },
    { section: mailboxesSection(reports), page: 110 },
    { section: warningsSection(warnings), summary: 160, as: 'folded', page: 120 },
    { section: settingsSection(reports), summary: 170, as: 'folded' },
    ...parts.flatMap((part) => part.sections?.(summary, view) ?? []),
  ];
}
