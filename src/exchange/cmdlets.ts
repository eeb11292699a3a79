/** A cmdlet that reports may run. All of them only read. */
export interface KnownCmdlet {
  /**
   * `listing`: lists the tenant in pages. `mailbox`: needs one mailbox. `organization`: returns one object for the tenant, or
   * a few.
   */
  readonly kind: 'listing' | 'mailbox' | 'organization';
  /** The parameter that names the mailbox. */
  readonly mailboxParameter: 'Identity' | 'Mailbox';
  /** Properties that identify the mailbox of an object. */
  readonly keys: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many?: boolean;
  /**
   * Whether Exchange may refuse to list the tenant with it, which no client has been seen to do. The listing is then empty, and
   * what it lacks is requested for each mailbox.
   */
  readonly mayNeedMailbox?: boolean;
  /** Switches that a report file may set. */
  readonly switches: readonly string[];
}

const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'] as const;

function listing(keys: readonly string[]): KnownCmdlet {
  return { kind: 'listing', mailboxParameter: 'Identity', keys, switches: [] };
}

function mailbox(more: Partial<KnownCmdlet> = {}): KnownCmdlet {
  return { kind: 'mailbox', mailboxParameter: 'Identity', keys: [], switches: [], ...more };
}

const ORGANIZATION: KnownCmdlet = { kind: 'organization', mailboxParameter: 'Identity', keys: [], switches: [] };

/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
export const CMDLETS: ReadonlyMap<string, KnownCmdlet> = new Map([
  ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
  ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
  ['Get-MailboxAuditBypassAssociation', listing(['Guid', 'Identity'])],
  ['Get-RecipientPermission', { ...listing(['Identity']), many: true, mayNeedMailbox: true }],
  ['Get-Recipient', mailbox()],
  ['Get-MailboxPermission', mailbox({ many: true })],
  ['Get-MailboxStatistics', mailbox({ switches: ['Archive'] })],
  ['Get-CalendarProcessing', mailbox()],
  ['Get-InboxRule', mailbox({ mailboxParameter: 'Mailbox', many: true, switches: ['IncludeHidden'] })],
  ['Get-MailboxRegionalConfiguration', mailbox()],
  ['Get-MailboxJunkEmailConfiguration', mailbox()],
  ['Get-MailboxAutoReplyConfiguration', mailbox()],
  ['Get-MailboxMessageConfiguration', mailbox()],
  ['Get-TransportConfig', ORGANIZATION],
  ['Get-AcceptedDomain', ORGANIZATION],
]);

/** The cmdlets that a report file can name: those with something about each mailbox. */
export function mailboxCmdlets(): string[] {
  return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'organization' ? [] : [name]));
}

/** A cmdlet of a report. Reports are checked before they run, so one that is missing is a bug. */
export function knownCmdlet(name: string): KnownCmdlet {
  const found = CMDLETS.get(name);
  if (found === undefined) throw new Error(`no cmdlet ${name}`);
  return found;
}
