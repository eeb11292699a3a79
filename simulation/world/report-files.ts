/** A report file as users write it. */
interface ReportFile {
  /** In the workspace. */
  readonly path: string;
  readonly text: string;
}

/** The report files that worlds have, by the name of the report. Their columns are in `columns.ts`. */
export const REPORT_FILES: Readonly<Record<string, ReportFile>> = {
  regional: {
    path: 'reports/regional.yml',
    text: `name: regional
permission: MailboxSettings.Read
request:
  path: mailboxSettings
  query: { $select: 'language,timeZone,automaticRepliesSetting,workingHours' }
columns:
  Locale: language.locale
  Zone: timeZone
  Replies: automaticRepliesSetting.status
  RepliesEnd: utc(automaticRepliesSetting.scheduledEndDateTime)
  Begins: time(workingHours.startTime)
  Days: workingHours.daysOfWeek
  DayCount: 'length(workingHours.daysOfWeek || \`[]\`)'
  InEnglish: "language.locale == 'en-US'"
  Hours: workingHours
types:
  Replies: { enum: [disabled, alwaysEnabled, scheduled] }
`,
  },
  'remote-domains': {
    path: 'reports/remote-domains.yml',
    text: `name: remote-domains
about: tenant
source: exchange
request: { cmdlet: Get-RemoteDomain, select: [DomainName, AutoForwardEnabled] }
rows: value
item: Domain
columns:
  Domain: DomainName
  Forwards: AutoForwardEnabled
`,
  },
};
