import { automaticReplies } from './automatic-replies.ts';
import { calendarPermissions } from './calendar-permissions.ts';
import type { ReportDefinition } from './definition.ts';
import { folders } from './folders.ts';
import { inboxRules } from './inbox-rules.ts';
import { mailboxSettings } from './mailbox-settings.ts';

/** The reports that need no file of the user's own, by name. */
export const builtInReports: ReadonlyMap<string, ReportDefinition> = new Map(
  [mailboxSettings, automaticReplies, inboxRules, calendarPermissions, folders].map((report) => [report.name, report]),
);
