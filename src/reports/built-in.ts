import { access } from './built-in/access.ts';
import { accounts } from './built-in/accounts.ts';
import { applications } from './built-in/applications.ts';
import { archives } from './built-in/archives.ts';
import { automaticReplies } from './built-in/automatic-replies.ts';
import { calendarPermissions } from './built-in/calendar-permissions.ts';
import { clientAccess } from './built-in/client-access.ts';
import type { SettingTypes } from './corrections.ts';
import type { ReportDefinition } from './definition.ts';
import { folders } from './built-in/folders.ts';
import { inboxRules } from './built-in/inbox-rules.ts';
import { mailboxPermissions } from './built-in/mailbox-permissions.ts';
import { mailboxProperties } from './built-in/mailbox-properties.ts';
import { mailboxSettings } from './built-in/mailbox-settings.ts';
import { mailboxes } from './built-in/mailboxes.ts';
import { mailboxUsage } from './built-in/mailbox-usage.ts';
import { protocolUse } from './built-in/protocol-use.ts';

/** The built-in reports by name. To add a report, add a file to the folder and the report to this list. */
export const builtInReports: ReadonlyMap<string, ReportDefinition> = new Map(
  [
    mailboxSettings,
    automaticReplies,
    inboxRules,
    calendarPermissions,
    folders,
    mailboxProperties,
    clientAccess,
    mailboxPermissions,
    accounts,
    mailboxUsage,
    archives,
    protocolUse,
    access,
    applications,
    mailboxes,
  ].map((report) => [report.name, report]),
);

/** What the rules about a report can set; undefined if the report only reads. */
export function writableSettings(report: string): SettingTypes | undefined {
  const settings = builtInReports.get(report)?.corrects?.settings;
  return settings && Object.fromEntries(Object.entries(settings).filter(([, { isManual }]) => isManual !== true));
}

/** Whether rules about a report can take its rows away. */
export function isRemovable(report: string): boolean {
  return builtInReports.get(report)?.corrects?.removes === true;
}

/** The names of the reports that show what a target has. The first one shows all that can be set. */
export function reportsWriting(target: string): readonly string[] {
  return [...builtInReports.values()].flatMap(({ name, corrects }) => (corrects?.target === target ? [name] : []));
}

/** The reports whose rules can set something. */
export const WRITABLE_REPORTS: readonly string[] = [...builtInReports.values()].flatMap(({ name, corrects }) =>
  corrects === undefined ? [] : [name],
);
