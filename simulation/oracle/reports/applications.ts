import type { WorldTenant } from '../../world/world.ts';
import { asText, isKnownAs, known, partly, shownValue, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { ApplicationFact, Facts, GroupFact, MailboxFacts } from '../facts.ts';
import type { OfMailbox, SeenReport } from '../run.ts';

/** What decides which applications reach a mailbox. */
export interface ApplicationsReading {
  readonly facts: Facts;
  readonly of: MailboxFacts;
  readonly tenant: WorldTenant;
  /** Cmdlets and listings that a fault hides. */
  readonly unread: ReadonlySet<string>;
  /** The reports of the run of this mailbox. */
  readonly others: Readonly<Record<string, SeenReport>>;
  /** What the cell `Unknown` shows: reasons are texts for people. */
  readonly shownReasons: string;
}

const [READ, WRITE, SEND] = ['CanReadMail', 'CanWriteMail', 'CanSend'];
const [SETTINGS, CALENDAR] = ['CanChangeSettings', 'CanUseCalendar'];
const ALL = [READ, WRITE, SEND, SETTINGS, CALENDAR];
/** What each permission opens. Others are not about mailboxes, or only the roles of the application decide. */
export const OPENS: Readonly<Record<string, readonly string[]>> = {
  'Mail.Read': [READ],
  'Mail.ReadWrite': [READ, WRITE],
  'Mail.Send': [SEND],
  'Mail.ReadBasic.All': [],
  'MailboxSettings.Read': [],
  'MailboxSettings.ReadWrite': [SETTINGS],
  'MailboxConfigItem.ReadWrite': [SETTINGS],
  'Calendars.Read': [CALENDAR],
  'Calendars.ReadWrite': [CALENDAR],
  'Calendars.ReadBasic.All': [],
  'Contacts.Read': [],
  'MailboxItem.Read.All': [READ, CALENDAR],
  'MailboxItem.ImportExport.All': [READ, WRITE, CALENDAR],
  full_access_as_app: ALL,
  'EWS.AccessAsApp': ALL,
  'IMAP.AccessAsApp': [READ, WRITE],
  'SMTP.SendAsApp': [SEND],
};
/** One of these rights on the mailbox is needed beside the permission. */
export const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'IMAP.AccessAsApp': ['FullAccess'],
  'SMTP.SendAsApp': ['SendAs', 'FullAccess'],
};
export const CONFINED = /^(?:Mail|MailboxSettings|Contacts)\.|^Calendars\.(?:Read|ReadWrite)$|^full_access_as_app$/;
/** Delegated permissions to mail. */
export const MAIL = ['Mail.Read', 'Mail.Send', 'MailboxSettings.ReadWrite'];

/** Whether, and in which ways; undefined: unknown. */
type Ways = readonly string[] | undefined;

interface Grant {
  readonly application: ApplicationFact;
  readonly permission: string;
  readonly ways: Ways;
}

/** What `applications` shows of a mailbox that Exchange lists. */
export function applicationsOf(reading: ApplicationsReading): OfMailbox {
  const { others, of, unread } = reading;
  if (Object.values(others).some(({ status }) => status === 'no-mailbox'))
    return { statuses: ['no-mailbox'], rows: [] };
  if (of.mailbox === undefined && !unread.has('Get-Mailbox')) return { statuses: ['not-found'], rows: [] };
  const isUnknown = unread.has('graph') && unread.has('exchange') && unread.has('Get-ManagementRoleAssignment');
  return isUnknown ? { statuses: ['access-denied', 'failed'], rows: [] } : { statuses: ['ok'], rows: [rowOf(reading)] };
}

function rowOf(reading: ApplicationsReading): Row {
  const { facts, unread, shownReasons } = reading;
  const hasGap = [...LISTINGS].some((name) => unread.has(name));
  const grants = grantsOf(reading);
  const open = grants.filter(({ ways }) => ways === undefined || ways.length > 0);
  const [certain, doubted] = [
    open.filter(({ ways }) => ways !== undefined),
    open.filter(({ ways }) => ways === undefined),
  ];
  /** Of the applications of grants, whatever the way. */
  const list = (
    of: readonly Grant[],
    doubts: readonly Grant[],
    text: (application: ApplicationFact) => string,
  ): Cell => {
    const shown = new Set(of.map(({ application }) => application));
    const isWhole = !hasGap && doubts.every(({ application }) => shown.has(application));
    const texts = [...new Set([...shown].map(text))].sort();
    return isWhole ? known(texts) : partly(texts);
  };
  const label = labelsOf(facts.applications);
  const opening = (column: string) => (grant: Grant) => OPENS[grant.permission]?.includes(column) === true;
  const through = certain.flatMap(({ application: { name, appId }, permission, ways = [] }) =>
    ways.map((way) => `${name} (${appId}): ${permission}, ${way}`),
  );
  const delegated = consented(reading, null, label);
  const personal = consented(reading, idOf(reading), label);
  const isDecided = !hasGap && doubted.length === 0 && delegated.is === 'known' && personal.is === 'known';
  return {
    ...Object.fromEntries(
      ALL.map((column) => [column, list(certain.filter(opening(column)), doubted.filter(opening(column)), label)]),
    ),
    Through: isDecidedList(hasGap, doubted) ? known(distinctSorted(through)) : partly(distinctSorted(through)),
    AppIds: list(certain, doubted, ({ appId }) => appId),
    Delegated: delegated,
    ConsentedByPerson: personal,
    Unknown: known(isDecided ? [] : [shownReasons]),
  };
}

function isDecidedList(hasGap: boolean, doubted: readonly Grant[]): boolean {
  return !hasGap && doubted.length === 0;
}

function distinctSorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Without them, applications may be missing. */
const LISTINGS = ['principals', 'graph', 'exchange', 'Get-ManagementRoleAssignment', 'Get-ServicePrincipal'];

function labelsOf(all: readonly ApplicationFact[]): (application: ApplicationFact) => string {
  return ({ id, name, appId }) =>
    all.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())
      ? `${name} (${appId})`
      : name;
}

/** The applications to which everyone or a person consented for mail. @param account undefined: it is not known whose */
function consented(
  { facts, unread }: ApplicationsReading,
  account: string | null | undefined,
  label: (application: ApplicationFact) => string,
): Cell {
  if (unread.has(account === null ? 'everyone' : 'one person')) return partly([]);
  if (account === undefined) return partly([]);
  const opens = facts.applications.filter(({ consents }) =>
    consents.some((consent) => consent.account === account && consent.scopes.some((scope) => MAIL.includes(scope))),
  );
  // Of which API a consent is, and whether an application is enabled, is not known.
  const isHidden = opens.length > 0 && (unread.has('principals') || unread.has('graph'));
  const names = distinctSorted(opens.filter(({ isEnabled }) => isEnabled).map(label));
  return isHidden ? partly([]) : known(names);
}

function idOf({ of: { mailbox }, unread }: ApplicationsReading): string | undefined {
  if (unread.has('Get-Mailbox')) return undefined;
  const id = mailbox?.ExternalDirectoryObjectId;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** All permissions to mailboxes that can be seen, with the ways in which they reach this one. */
function grantsOf(reading: ApplicationsReading): readonly Grant[] {
  const { facts, unread } = reading;
  const consents = facts.applications.flatMap((application) =>
    (['graph', 'exchange'] as const)
      .filter((api) => !unread.has(api))
      .flatMap((api) => application[api])
      .filter((permission) => OPENS[permission] !== undefined)
      .map((permission) => ({ application, permission, ways: ofConsent(application, permission, reading) })),
  );
  const isUnread = unread.has('Get-ManagementRoleAssignment') || unread.has('Get-ServicePrincipal');
  const grants = [...consents, ...(isUnread ? [] : ofRoles(reading))];
  return grants.map((grant) => {
    const isOpen = grant.ways === undefined || grant.ways.length > 0;
    if (unread.has('principals')) return isOpen ? { ...grant, ways: undefined } : grant;
    return grant.application.isEnabled ? grant : { ...grant, ways: [] };
  });
}

function ofRoles(reading: ApplicationsReading): readonly Grant[] {
  const { facts, tenant } = reading;
  return (tenant.applications ?? []).flatMap((own) => {
    const application = facts.applications.find((one) => one.appId === own.appId);
    if (application === undefined) return [];
    return rolesOf(own).map((role) => {
      return { application, permission: role.role.replace('Application ', ''), ways: ofScope(role, reading) };
    });
  });
}

type WorldApplication = NonNullable<WorldTenant['applications']>[number];
export type Role = NonNullable<WorldApplication['roles']>[number];

/** The roles of RBAC for Applications that an application can use. */
export function rolesOf({ roles = [] }: WorldApplication): readonly Role[] {
  return roles.filter(({ isDelegating = false, isDisabled = false }) => !isDelegating && !isDisabled);
}

/** The mailboxes that a role is assigned for. */
function ofScope({ scope, group, unit }: Role, reading: ApplicationsReading): Ways {
  const { facts, tenant, unread } = reading;
  const id = idOf(reading);
  const inside = (is: boolean | undefined, way: string): Ways => (is === undefined ? undefined : is ? [way] : []);
  if (unit !== undefined) {
    const members = facts.units.find(({ name }) => name === unit)?.members;
    return inside(unread.has('units') || id === undefined ? undefined : members?.includes(id), `scope ${unit}`);
  }
  if (scope === undefined && group === undefined) return ['tenant-wide'];
  if (unread.has('Get-Recipient') || id === undefined) return undefined;
  if (group !== undefined) return inside(groupNamed(group, facts)?.members.includes(id), `group ${group}`);
  const definition = unread.has('Get-ManagementScope')
    ? undefined
    : tenant.exchange?.scopes?.find(({ name }) => name === scope);
  if (definition === undefined || definition.isExclusive === true) return undefined;
  return inside(meets(definition.filter, reading.of), `scope ${definition.name}`);
}

/** A group with the IDs of its own members. */
function groupNamed(
  name: string,
  { groups }: Facts,
): { readonly group: GroupFact; readonly members: readonly string[] } | undefined {
  const group = groups.find((one) => one.name === name);
  return group && { group, members: group.own.map(({ id }) => id) };
}

/** `Property -eq 'text'`, or with `-like` and an asterisk at the end. */
function meets(filter: string, { mailbox = {} }: MailboxFacts): boolean {
  const [, property = '', operator, text = ''] = /^(\w+) -(eq|like) '([^*']*)\*?'$/.exec(filter) ?? [];
  const value = asText(mailbox[property]).toLowerCase();
  return operator === 'eq' ? value === text.toLowerCase() : value.startsWith(text.toLowerCase());
}

/** Whatever is consented to is for the whole tenant, unless access policies confine it or a right is needed. */
function ofConsent(application: ApplicationFact, permission: string, reading: ApplicationsReading): Ways {
  const needs = NEEDS[permission];
  if (needs !== undefined) return ofRights(application, needs, reading);
  return CONFINED.test(permission) ? ofPolicies(application, reading) : ['tenant-wide'];
}

/** A denial outweighs all; of several restrictions, one that fits is enough. */
function ofPolicies({ name, id }: ApplicationFact, reading: ApplicationsReading): Ways {
  const { facts, tenant, unread } = reading;
  if (unread.has('Get-ApplicationAccessPolicy')) return undefined;
  const named = (tenant.applications ?? []).find((one) => one.name === name);
  const own = (tenant.exchange?.accessPolicies ?? []).filter(({ application }) => {
    const isOwn = named !== undefined && facts.applications.find(({ appId }) => appId === named.appId)?.id === id;
    return application === '*' || (isOwn && application === name);
  });
  const answers = own.map(({ right, scope }) => ({ right, scope, is: isWithin(scope, reading) }));
  const [denials, restrictions] = ['DenyAccess', 'RestrictAccess'].map((right) =>
    answers.filter((answer) => answer.right === right),
  );
  if (denials === undefined || restrictions === undefined) return undefined;
  const allowing = restrictions.filter(({ is }) => is === true);
  if (denials.some(({ is }) => is === true)) return [];
  if (restrictions.length > 0 && allowing.length === 0)
    return restrictions.some(({ is }) => is === undefined) ? undefined : [];
  if (denials.some(({ is }) => is === undefined)) return undefined;
  return restrictions.length === 0 ? ['tenant-wide'] : distinctSorted(allowing.map(({ scope }) => `policy ${scope}`));
}

/** Whether a mailbox is in a security group, or in groups in it; of other groups and of hidden members, that is unknown. */
function isWithin(name: string, reading: ApplicationsReading): boolean | undefined {
  const { facts, unread } = reading;
  const id = idOf(reading);
  const start = groupNamed(name, facts)?.group;
  if (start?.kind !== 'security' || id === undefined) return undefined;
  if (unread.has('Get-Recipient') || unread.has('group members')) return undefined;
  const waiting = [start];
  for (const group of waiting) {
    if (group.isHidden) return undefined;
    const inner = group.own.flatMap((member) => facts.groups.find((one) => one.id === member.id) ?? []);
    waiting.push(...inner.filter((one) => !waiting.includes(one)));
  }
  return waiting.some(({ own }) => own.some((member) => member.id === id));
}

/** The rights of an application on the mailbox. Members of groups with a right are not read. */
function ofRights({ id }: ApplicationFact, needs: readonly string[], { others, unread }: ApplicationsReading): Ways {
  const report = others['mailbox-permissions'];
  if (report?.status !== 'ok') return undefined;
  const rows = report.rows.filter(({ Inherited: inherited = UNKNOWN }) => !isKnownAs(inherited, true));
  const having = (right: string): readonly string[] =>
    rows
      .filter(({ Right, Deny }) => isKnownAs(Right, right) && isKnownAs(Deny, false))
      .map(({ Trustee: trustee = UNKNOWN }) => asText(shownValue(trustee)));
  const right = needs.find((each) => having(each).includes(id));
  if (right !== undefined) return [`scope ${right}`];
  const mayBe = (trustee: string): boolean =>
    trustee.startsWith('S-1-') ? unread.has('Get-ServicePrincipal') : !trustee.includes('@') && !GUID.test(trustee);
  return needs.flatMap(having).some(mayBe) ? undefined : [];
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
