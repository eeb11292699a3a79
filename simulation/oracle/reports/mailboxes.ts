import {
  asText,
  isKnownAs,
  itemsOf,
  known,
  NOT_APPLICABLE,
  partly,
  shownValue,
  UNKNOWN,
  type Cell,
  type Row,
} from '../cells.ts';
import type { Json, OrganizationFacts } from '../facts.ts';
import type { OfMailbox, SeenReport } from '../run.ts';
import { distinct } from './entries.ts';

/** By report of the run, without those that are made of it. */
type Others = Readonly<Record<string, SeenReport>>;

const PROPERTIES = ['mailbox-properties'];
/** The reports of which a run makes each column. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  DisplayName: [...PROPERTIES, 'accounts'],
  PrimarySmtpAddress: PROPERTIES,
  Type: [...PROPERTIES, 'mailbox-settings'],
  AccountEnabled: ['accounts', ...PROPERTIES],
  Licenses: ['accounts'],
  Department: ['accounts'],
  UsedGB: ['mailbox-usage'],
  QuotaPercent: ['mailbox-usage'],
  Archive: [...PROPERTIES, 'mailbox-usage'],
  OnHold: PROPERTIES,
  LastActivityDate: ['mailbox-usage'],
  DaysSinceSignIn: ['accounts'],
  SendsOutside: [...PROPERTIES, 'inbox-rules'],
  HidesMail: ['inbox-rules'],
  Delegates: ['access', 'mailbox-permissions'],
  OutsideAccess: ['access', 'mailbox-permissions', 'calendar-permissions'],
  SmtpAuth: ['client-access'],
  SmtpAuthUsed: ['protocol-use'],
  Imap: ['client-access'],
  Pop: ['client-access'],
  AutomaticReply: ['mailbox-settings'],
  MfaRegistered: ['accounts'],
  HiddenFromAddressLists: PROPERTIES,
  IsDirSynced: PROPERTIES,
};
/** A report that only narrows what another says is no source of its own. */
const SOURCES = new Set(Object.values(MADE_OF).flat());
SOURCES.delete('calendar-permissions');
const PURPOSES: Readonly<Record<string, string>> = {
  user: 'UserMailbox',
  linked: 'LinkedMailbox',
  shared: 'SharedMailbox',
  room: 'RoomMailbox',
  equipment: 'EquipmentMailbox',
};
const ON_OFF = [true, 'enabled', 'disabled'] as const;

/** The reports that a run reads for a column that a rule names. */
export function madeOf(column: string): readonly string[] {
  return MADE_OF[column] ?? [];
}

/** What `mailboxes` shows of a mailbox: unread only if all its sources are. */
export function mailboxesOf(others: Others, organization: OrganizationFacts): OfMailbox {
  const sources = Object.entries(others).filter(([name]) => SOURCES.has(name));
  if (sources.some(([, { status, rows }]) => status === 'ok' || rows.length > 0))
    return { statuses: ['ok'], rows: [rowOf(others, organization)] };
  return { statuses: [...new Set(sources.map(([, { status }]) => status))], rows: [] };
}

function rowOf(others: Others, organization: OrganizationFacts): Row {
  /** The rows of a report; undefined if it is not read. */
  const rows = (report: string): readonly Row[] | undefined => {
    const own = others[report];
    if (own?.status === 'ok') return own.rows;
    // Of what is shown of an unread mailbox, more may be unknown.
    return own === undefined || own.rows.length === 0 ? undefined : [...own.rows, {}];
  };
  const cell = (report: string, column: string): Cell => rows(report)?.[0]?.[column] ?? UNKNOWN;
  const properties = (column: string): Cell => cell('mailbox-properties', column);
  const isEnabled = firstKnown(
    cell('accounts', 'AccountEnabled'),
    worded(properties('AccountDisabled'), [true, false, true]),
  );
  return {
    DisplayName: firstKnown(properties('DisplayName'), cell('accounts', 'DisplayName')),
    PrimarySmtpAddress: properties('PrimarySmtpAddress'),
    Type:
      rows('mailbox-properties') === undefined
        ? typeOf(cell('mailbox-settings', 'UserPurpose'))
        : properties('RecipientTypeDetails'),
    AccountEnabled: isEnabled,
    Licenses: cell('accounts', 'Licenses'),
    Department: cell('accounts', 'Department'),
    UsedGB: cell('mailbox-usage', 'UsedGB'),
    QuotaPercent: cell('mailbox-usage', 'QuotaPercent'),
    Archive: anyYes(
      archiveOf(properties('ArchiveStatus')),
      worded(cell('mailbox-usage', 'HasArchive'), [true, 'yes', 'no']),
    ),
    OnHold: rows('mailbox-properties') === undefined ? UNKNOWN : onHold(properties, organization),
    LastActivityDate: cell('mailbox-usage', 'LastActivityDate'),
    DaysSinceSignIn: cell('accounts', 'DaysSinceSignIn'),
    SendsOutside: union([properties('ExternalTargets'), targetsOf(rows('inbox-rules'))]),
    HidesMail: hidesMail(rows('inbox-rules')),
    Delegates: delegates(rows('access'), rows('mailbox-permissions')),
    OutsideAccess: outsiders(
      rows('access'),
      ['mailbox-permissions', 'calendar-permissions'].every((name) => others[name] !== undefined),
    ),
    SmtpAuth: cell('client-access', 'SmtpAuth'),
    SmtpAuthUsed: cell('protocol-use', 'SmtpUsed'),
    Imap: worded(cell('client-access', 'ImapEnabled'), ON_OFF),
    Pop: worded(cell('client-access', 'PopEnabled'), ON_OFF),
    AutomaticReply: cell('mailbox-settings', 'AutomaticReplyActive'),
    MfaRegistered: isKnownAs(isEnabled, false) ? NOT_APPLICABLE : cell('accounts', 'MfaRegistered'),
    HiddenFromAddressLists: properties('HiddenFromAddressListsEnabled'),
    IsDirSynced: properties('IsDirSynced'),
  };
}

function firstKnown(...cells: readonly Cell[]): Cell {
  return cells.find(({ is }) => is === 'known') ?? UNKNOWN;
}

/** @param words a value, what stands for it, and what stands for another one */
function worded(cell: Cell, [value, same, other]: readonly [value: Json, same: Json, other: Json]): Cell {
  return cell.is === 'known' && typeof cell.value === 'boolean' ? known(cell.value === value ? same : other) : UNKNOWN;
}

function typeOf(purpose: Cell): Cell {
  const type = purpose.is === 'known' ? PURPOSES[asText(purpose.value).toLowerCase()] : undefined;
  return type === undefined ? UNKNOWN : known(type);
}

function archiveOf(status: Cell): Cell {
  if (status.is !== 'known' || typeof status.value !== 'string') return UNKNOWN;
  return known(status.value.toLowerCase() === 'none' ? 'no' : 'yes');
}

function anyYes(...cells: readonly Cell[]): Cell {
  if (cells.some((cell) => isKnownAs(cell, 'yes'))) return known('yes');
  return cells.every((cell) => isKnownAs(cell, 'no')) ? known('no') : UNKNOWN;
}

/** With policies of the organization, which exclude mailboxes and may be of groups alone; without those that only delete. */
function onHold(properties: (column: string) => Cell, organization: OrganizationFacts): Cell {
  const flags = [
    'LitigationHoldEnabled',
    'RetentionHoldEnabled',
    'ComplianceTagHoldApplied',
    'DelayHoldApplied',
    'DelayReleaseHoldApplied',
  ].map(properties);
  const own = properties('InPlaceHolds');
  const ids = itemsOf(shownValue(own)).map(asText);
  const isGroup = isKnownAs(properties('RecipientTypeDetails'), 'GroupMailbox');
  const keeps = ids.some(isHold) || policiesKeeping(organization, ids, isGroup).length > 0;
  if (keeps || flags.some((flag) => isKnownAs(flag, true))) return known('yes');
  return [...flags, own].every(({ is }) => is === 'known') ? known('no') : UNKNOWN;
}

/** Retention policies of the organization that keep a mailbox with these identifiers: those that do not exclude it, nor only delete. */
export function policiesKeeping(
  { holds }: OrganizationFacts,
  identifiers: readonly string[],
  isGroup: boolean,
): readonly string[] {
  const excluded = identifiers.filter((id) => id.startsWith('-')).map(policyOf);
  return holds.filter((id) => isGroup === id.startsWith('grp') && !excluded.includes(policyOf(id)) && isHold(id));
}

/** Whether what an identifier names keeps a mailbox. */
export function isHold(id: string): boolean {
  return !id.startsWith('-') && !id.endsWith(':1');
}

/** `-mbx7cfb30345d454ac0a989ab3041051209:2` and `mbx7cfb30345d454ac0a989ab3041051209:2` name the same policy. */
function policyOf(id: string): string {
  return id.replace(/^-/, '').replace(/:\d$/, '').toLowerCase();
}

/** A list is known only if all its parts are. */
function union(cells: readonly Cell[]): Cell {
  const items = distinct(cells.flatMap((cell) => itemsOf(shownValue(cell)).map(asText)));
  return cells.every(({ is }) => is === 'known') ? known(items) : partly(items);
}

/** The targets of rules that are enabled. */
function targetsOf(rules: readonly Row[] | undefined): Cell {
  if (rules === undefined) return UNKNOWN;
  return union(
    rules.map(({ Enabled: enabled = UNKNOWN, ExternalTargets: targets = UNKNOWN }) => {
      const isNone = targets.is === 'known' && itemsOf(targets.value).length === 0;
      if (isKnownAs(enabled, false) || isNone) return known([]);
      return isKnownAs(enabled, true) ? targets : UNKNOWN;
    }),
  );
}

function hidesMail(rules: readonly Row[] | undefined): Cell {
  if (rules === undefined) return UNKNOWN;
  if (rules.some(({ Enabled, Hides }) => isKnownAs(Enabled, true) && isKnownAs(Hides, true))) return known('yes');
  const isSafe = rules.every(({ Enabled, Hides }) => isKnownAs(Enabled, false) || isKnownAs(Hides, false));
  return isSafe ? known('no') : UNKNOWN;
}

const OF_MAILBOX = ['FullAccess', 'SendAs', 'SendOnBehalf', 'ChangePermission', 'ChangeOwner'];

function isOfMailbox(right: Json): boolean {
  return OF_MAILBOX.includes(asText(right));
}

/** Without `access`, any trustee may be a group. */
function delegates(access: readonly Row[] | undefined, permissions: readonly Row[] | undefined): Cell {
  if (permissions === undefined) return UNKNOWN;
  const people = access === undefined ? UNKNOWN : trusteesOf(access, isOfMailbox);
  if (people.is === 'known') return known(itemsOf(people.value).length);
  const trustees = trusteesOf(
    permissions.filter(({ Deny }) => !isKnownAs(Deny, true)),
    isOfMailbox,
  );
  return trustees.is === 'known' && itemsOf(trustees.value).length === 0 ? known(0) : UNKNOWN;
}

function trusteesOf(rows: readonly Row[], counts: (right: Json) => boolean): Cell {
  return union(
    rows.map(({ Right: right = UNKNOWN, Trustee: trustee = UNKNOWN }) => {
      if (right.is !== 'known') return UNKNOWN;
      if (!counts(right.value)) return known([]);
      return trustee.is === 'known' ? known([trustee.value]) : UNKNOWN;
    }),
  );
}

function outsiders(access: readonly Row[] | undefined, isWhole: boolean): Cell {
  if (access === undefined) return UNKNOWN;
  const all = union(
    access.map(({ Right: right = UNKNOWN, Trustee: trustee = UNKNOWN, Inside: inside = UNKNOWN }) => {
      const opens =
        right.is === 'known' ? isOfMailbox(right.value) || asText(right.value).startsWith('Calendar: ') : undefined;
      if (opens === false || isKnownAs(inside, true)) return known([]);
      return opens === true && isKnownAs(inside, false) && trustee.is === 'known' ? known([trustee.value]) : UNKNOWN;
    }),
  );
  return isWhole ? all : partly(itemsOf(shownValue(all)));
}
