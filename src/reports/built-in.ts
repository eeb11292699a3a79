import type { ReportDefinition } from './definition.ts';
import { mailboxSettings } from './mailbox-settings.ts';

/** The reports that need no file of the user's own, by name. */
export const builtInReports: ReadonlyMap<string, ReportDefinition> = new Map(
  [mailboxSettings].map((report) => [report.name, report]),
);
