import { automaticReplies } from './built-in/automatic-replies.ts';
import { calendarPermissions } from './built-in/calendar-permissions.ts';
import type { ReportDefinition } from './definition.ts';
import { folders } from './built-in/folders.ts';
import { inboxRules } from './built-in/inbox-rules.ts';
import { mailboxSettings } from './built-in/mailbox-settings.ts';

/** The reports that need no file of the user's own, by name. */
export const builtInReports: ReadonlyMap<string, ReportDefinition> = new Map(
  [mailboxSettings, automaticReplies, inboxRules, calendarPermissions, folders].map((report) => [report.name, report]),
);
