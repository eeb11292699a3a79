/** JSON, as a service would return it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What exists in the tenant at the start of a run, whatever faults hide of it. */
export interface Facts {
  /** By listed address in lower case. */
  readonly mailboxes: Readonly<Record<string, MailboxFacts>>;
  /** The objects of listings of Graph, by name. */
  readonly listings: Readonly<Record<string, readonly JsonObject[]>>;
  readonly organization: OrganizationFacts;
  /** The objects of cmdlets about the organization, by the cmdlet. None of a cmdlet that cannot be read. */
  readonly cmdlets: Readonly<Record<string, readonly JsonObject[]>>;
  /** Undefined if they cannot be read. */
  readonly deleted: DeletedFacts | undefined;
  readonly groups: readonly GroupFact[];
  readonly directory: DirectoryFacts;
  /** All of the directory, the one that signs in among them. */
  readonly applications: readonly ApplicationFact[];
  /** Administrative units with the object IDs of their members. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly members: readonly string[] }[];
}

/** Who is in the tenant, whatever the list. */
export interface DirectoryFacts {
  /** Of Exchange. */
  readonly mailboxes: readonly JsonObject[];
  /** What Graph answers about the mailbox of each account, by user principal name in lower case. */
  readonly statuses: Readonly<Record<string, MailboxFacts['status']>>;
}

/** An application with its permissions, whatever confines them. */
export interface ApplicationFact {
  /** The object ID of its principal. */
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly graph: readonly string[];
  readonly exchange: readonly string[];
  /** Delegated permissions of Graph. `account`: its object ID; null for everyone. */
  readonly consents: readonly { readonly account: string | null; readonly scopes: readonly string[] }[];
  /** When an administrator consented to an application permission, by its name: ISO 8601. */
  readonly granted: Readonly<Record<string, string>>;
  /** Null: not known. */
  readonly publisher: string | null;
  readonly verifiedPublisher: string | null;
  readonly isFirstParty: boolean;
  /** User principal names, and names of applications. */
  readonly owners: readonly string[];
  /** ISO 8601, as a client. */
  readonly lastSignIn: string | null;
  /** ISO 8601: when its secrets expire, as far as they are of this tenant. */
  readonly secrets: readonly string[];
  readonly isFederated: boolean;
}

/** Mailboxes without an account, as both listings of Exchange have them: the first may have those of the second. */
export interface DeletedFacts {
  readonly softDeleted: readonly JsonObject[];
  readonly inactive: readonly JsonObject[];
}

/** A group with an address. */
export interface GroupFact {
  /** The object ID. */
  readonly id: string;
  readonly kind: 'security' | 'unified';
  /** Whether only its members see who is in it. */
  readonly isHidden: boolean;
  /** Its own members, without those of groups in it. `type`: as Graph names it, such as `orgContact`. */
  readonly own: readonly { readonly id: string; readonly mail: string; readonly type: string }[];
  /** In Exchange and in Entra ID. */
  readonly name: string;
  readonly address: string;
  /** Those of groups in it too. */
  readonly members: readonly {
    /** The user principal name; of guests and contacts the address. */
    readonly label: string;
    readonly name: string;
    readonly isGuest: boolean;
  }[];
}

/** Settings of Exchange that apply to mailboxes. */
export interface OrganizationFacts {
  readonly auditDisabled: boolean;
  readonly smtpAuthDisabled: boolean;
  readonly ewsEnabled: Json;
  readonly ewsAllowedAppIds: Json;
  /** `InPlaceHolds`: retention policies of all mailboxes or groups. */
  readonly holds: readonly string[];
}

export interface MailboxFacts {
  readonly status: 'ok' | 'not-found' | 'no-mailbox' | 'access-denied';
  /** `mailboxSettings` of Graph, if the mailbox can be read. */
  readonly settings: JsonObject;
  readonly rules: readonly JsonObject[];
  /** With the names of their parents and their own, depth first. */
  readonly folders: readonly { readonly path: readonly string[]; readonly folder: JsonObject }[];
  readonly calendarPermissions: readonly JsonObject[];
  /** Of Exchange; undefined if it has no such mailbox. */
  readonly mailbox: JsonObject | undefined;
  readonly clientAccess: JsonObject | undefined;
  /** Statistics of the archive, and of the mailbox; undefined if there is none. */
  readonly archive: JsonObject | undefined;
  readonly primary: JsonObject | undefined;
  readonly rights: readonly RightFact[];
  /** Whether the audit log leaves out what the account does; undefined if Exchange has no such mailbox. */
  readonly isBypassed: boolean | undefined;
  /** The primary address of the recipient to which the mailbox forwards; undefined without one, and if no cmdlet shows it. */
  readonly forwardingAddress: string | undefined;
}

export interface RightFact {
  readonly right: string;
  readonly trustee: string;
  /** SID or object ID, as Exchange shows it; '' if it shows none. */
  readonly trusteeId: string;
  /** Undefined: Exchange does not show it. */
  readonly isInherited: boolean | undefined;
  readonly isDenied: boolean;
}
