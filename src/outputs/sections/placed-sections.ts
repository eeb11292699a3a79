import type { PlacedSection, View } from '../../run/section.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { unreadList, unreadSection, warningsSection } from './run.ts';
import { mailboxesSection, repliesSection, settingsSection } from './settings.ts';

/** The sections of every run, and those of its features, each with its places. */
export function placedSections(summary: RunSummary, view: View): readonly PlacedSection[] {
  const { reports, warnings, parts } = summary;
  const isFull = view.detail === 'full';
  return [
    { section: repliesSection(reports), page: 'replies' },
    { section: unreadSection(summary), summary: 'not-read', as: 'open', page: 'not-read' },
    { section: isFull ? unreadList(summary) : undefined, summary: 'unread-mailboxes', as: 'folded' },
    { section: mailboxesSection(reports), page: 'types' },
    { section: warningsSection(warnings), summary: 'warnings', as: 'folded', page: 'warnings' },
    { section: settingsSection(reports), summary: 'values', as: 'folded' },
    ...parts.flatMap((part) => part.sections?.(summary, view) ?? []),
  ];
}
