/** What an application can do with a mailbox, by the columns of the report. */
export const ABILITIES = ['read', 'write', 'send', 'settings', 'calendar'] as const;
export type Ability = (typeof ABILITIES)[number];

/** The API that a permission belongs to: Graph and Exchange Online use the same IDs and names for different ones. */
export type Api = 'graph' | 'exchange';

/** What a permission opens. */
export interface Permission {
  readonly abilities: readonly Ability[];
  /** Whether application access policies confine it if Entra ID grants it. */
  readonly isConfined?: boolean;
  /** The rights on a mailbox of which the application needs one. Undefined: it needs none. */
  readonly rights?: readonly string[];
  /**
   * Why the abilities do not say it: the roles of the application decide, the API was switched off, or Microsoft does not document
   * what it opens.
   */
  readonly opens?: 'roles' | 'nothing' | 'undocumented';
}

const ALL: Permission = { abilities: ABILITIES };
const NONE: Permission = { abilities: [] };
/** Of a permission to mailboxes that the tables lack. */
export const UNDOCUMENTED: Permission = { abilities: [], opens: 'undocumented' };
/** The Exchange and Entra roles of the application decide. */
const BY_ROLES: Permission = { abilities: [], opens: 'roles' };
const MAIL: readonly Ability[] = ['read', 'write'];
const ITEMS: Permission = { abilities: ['read', 'calendar'] };
const CHANGED_ITEMS: Permission = { abilities: [...MAIL, 'calendar'] };

/** Permissions of Graph. `.All` at the end of a name is left out, since RBAC for Applications names the same permissions without it. */
const GRAPH: Readonly<Record<string, Permission>> = {
  // https://learn.microsoft.com/graph/auth-limit-mailbox-access: what access policies confine.
  'Mail.Read': { abilities: ['read'], isConfined: true },
  'Mail.ReadBasic': { abilities: [], isConfined: true },
  'Mail.ReadWrite': { abilities: MAIL, isConfined: true },
  'Mail.Send': { abilities: ['send'], isConfined: true },
  'MailboxSettings.Read': { abilities: [], isConfined: true },
  'MailboxSettings.ReadWrite': { abilities: ['settings'], isConfined: true },
  'Calendars.Read': { abilities: ['calendar'], isConfined: true },
  'Calendars.ReadWrite': { abilities: ['calendar'], isConfined: true },
  'Contacts.Read': { abilities: [], isConfined: true },
  'Contacts.ReadWrite': { abilities: [], isConfined: true },
  'Calendars.ReadBasic': NONE,
  'Mail-Advanced.ReadWrite': { abilities: MAIL },
  'MailboxFolder.Read': NONE,
  'MailboxFolder.ReadWrite': NONE,
  'MailboxItem.Read': ITEMS,
  'MailboxItem.Export': ITEMS,
  'MailboxItem.ReadWrite': CHANGED_ITEMS,
  'MailboxItem.ImportExport': CHANGED_ITEMS,
  'MailboxConfigItem.Read': NONE,
  'MailboxConfigItem.ReadWrite': { abilities: ['settings'] },
  'MailTips.ReadBasic': NONE,
};

/** https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
const EXCHANGE: Readonly<Record<string, Permission>> = {
  full_access_as_app: { ...ALL, isConfined: true },
  'EWS.AccessAsApp': ALL,
  'IMAP.AccessAsApp': { abilities: MAIL, rights: ['FullAccess'] },
  'POP.AccessAsApp': { abilities: MAIL, rights: ['FullAccess'] },
  'SMTP.SendAsApp': { abilities: ['send'], rights: ['SendAs', 'FullAccess'] },
  'Exchange.ManageAsApp': BY_ROLES,
  // https://learn.microsoft.com/exchange/reference/admin-api-authentication
  'Exchange.ManageAsAppV2': BY_ROLES,
};

/** Names of permissions that open mailboxes, also those that Microsoft adds later. */
const OF_MAILBOX = /^(?:Mail|Mailbox|Calendars|Contacts|EWS|IMAP|POP|SMTP|full_access|Exchange\.)/i;
/** Exchange Online's own permissions of the Outlook REST API, which Microsoft switched off in 2024. */
const OF_RETIRED_API = /^(?:Mail|MailboxSettings|Calendars|Contacts|Tasks)\.(?:Read|ReadWrite|Send)(?:\.All)?$/;

/** What a permission that Entra ID grants opens; undefined if its name is not one of mailboxes. */
export function consentedPermission(api: Api, name: string): Permission | undefined {
  if (api === 'exchange' && OF_RETIRED_API.test(name)) return { abilities: [], opens: 'nothing' };
  return permissionIn(api === 'graph' ? GRAPH : EXCHANGE, name);
}

function permissionIn(table: Readonly<Record<string, Permission>>, name: string): Permission | undefined {
  const key = name.replace(/\.All$/, '');
  const permission = Object.hasOwn(table, key) ? table[key] : undefined;
  return permission ?? (OF_MAILBOX.test(name) ? UNDOCUMENTED : undefined);
}

/** https://learn.microsoft.com/exchange/permissions-exo/application-rbac#supported-application-roles */
const COMPOSITE_ROLES: Readonly<Record<string, readonly string[]>> = {
  'Mail Full Access': ['Mail.ReadWrite', 'Mail.Send'],
  'Exchange Full Access': [
    'Mail.ReadWrite',
    'Mail.Send',
    'MailboxSettings.ReadWrite',
    'Calendars.ReadWrite',
    'Contacts.ReadWrite',
  ],
};

/** What Exchange calls the roles of RBAC for Applications, before the name of the permission. */
export const APPLICATION_ROLE = /^Application\s+(?=\S)/i;

/** The permissions of a role of RBAC for Applications, by name. Access policies do not confine them. */
export function rolePermissions(role: string): readonly (readonly [name: string, Permission])[] {
  const name = role.replace(APPLICATION_ROLE, '');
  const names = Object.hasOwn(COMPOSITE_ROLES, name) ? (COMPOSITE_ROLES[name] ?? []) : [name];
  return names.map((one) => {
    const found = permissionIn({ ...GRAPH, ...EXCHANGE }, one) ?? UNDOCUMENTED;
    if (found === UNDOCUMENTED) return [one, found];
    const { abilities, rights } = found;
    // https://learn.microsoft.com/exchange/permissions-exo/application-rbac: the scope of the role takes the place of rights.
    return [one, one === 'SMTP.SendAsApp' ? { abilities } : { abilities, ...(rights === undefined ? {} : { rights }) }];
  });
}

/** Delegated permissions to mail. With consent for everyone, the application reads what the signed-in user can. */
export function isDelegatedMail(scope: string): boolean {
  return /^(?:Mail|MailboxSettings|MailboxItem|MailboxFolder|MailboxConfigItem|Mail-Advanced|EWS|IMAP|POP|SMTP)\.|^full_access_as_user$/i.test(
    scope,
  );
}
