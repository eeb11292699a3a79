import type { Directory } from './exchange/directory.ts';
import { PLAIN_SCOPE } from './exchange/directory.ts';
import { forwardingOf } from './exchange/forwarding.ts';
import type { ExchangeMailbox } from './exchange/mailbox.ts';
import { accountSid, groupSid, selfGrants, type Grant, type RightsCmdlet } from './exchange/permissions.ts';
import { delegatesOf } from './exchange/set-cmdlets.ts';
import type { GroupOptions, TenantGroup } from './groups.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { PersonNames } from './people.ts';

/** The names of an account or a group: to cmdlets, in lists of delegates, and in calendars. */
interface Names {
  readonly sid: string;
  /** As `Get-MailboxPermission` shows it. */
  readonly trustee: string;
  /** As `Get-Mailbox` shows it under `GrantSendOnBehalfTo` and `ForwardingAddress`. */
  readonly identity: string;
  readonly displayName: string;
  readonly addresses: readonly string[];
}

const KINDS: readonly RightsCmdlet[] = ['mailbox', 'recipient'];

/**
 * Renames, deletes and makes accounts and groups again, as an administrator does. A rename keeps the IDs: rights, delegates and calendars
 * follow, since Exchange stores them by ID. What is made again has other IDs, and inherits nothing.
 */
export class Identities {
  readonly #directory: Directory;
  readonly #mailboxes: Mailboxes;
  #isWritten = false;

  constructor(directory: Directory, mailboxes: Mailboxes) {
    this.#directory = directory;
    this.#mailboxes = mailboxes;
  }

  /** Changes names of an account with a mailbox. An address that another has is not checked. */
  rename(who: string, names: PersonNames): void {
    this.#writeAll();
    const mailbox = this.#mailboxNamed(who);
    const before = namesOf(mailbox);
    const { people } = this.#directory.organisation;
    people.rename(mailbox.position, names, keptNames(mailbox));
    this.#directory.forgetLists();
    this.#follow(before, namesOf(this.#directory.at(mailbox.position)));
  }

  /** Deletes an account, with its mailbox. Its rights stay behind under its SID. */
  remove(who: string): void {
    this.#writeAll();
    const mailbox = this.#mailboxNamed(who);
    const { people } = this.#directory.organisation;
    const before = namesOf(mailbox);
    people.remove(mailbox.position, keptNames(mailbox), this.#directory.now);
    this.#directory.forgetLists();
    this.#follow(before, undefined);
  }

  /** Makes another account, with an empty mailbox, in the place of one that was deleted. @param former its last user principal name */
  remake(former: string, userPrincipalName = former): void {
    const { people } = this.#directory.organisation;
    const position = people.addresses.findIndex(
      (address, at) => people.changed(at)?.isGone === true && address.toLowerCase() === former.toLowerCase(),
    );
    if (position === -1) throw new Error(`no account ${former} was deleted`);
    people.remake(position, userPrincipalName);
    this.#directory.forgetEdits(position);
    const mailbox = this.#directory.at(position);
    for (const kind of KINDS) this.#directory.rights.replace(kind, mailbox, selfGrants(kind, mailbox.name));
    this.#directory.edit(
      position,
      new Map<string, Json>([
        ['GrantSendOnBehalfTo', []],
        ['ForwardingAddress', null],
        ['ForwardingSmtpAddress', null],
      ]),
    );
    this.#mailboxes.empty(position);
  }

  renameGroup(who: string, names: Partial<Pick<TenantGroup, 'name' | 'address'>>): void {
    this.#writeAll();
    const { groups } = this.#directory.organisation;
    const group = this.#groupNamed(who);
    groups.rename(group.id, names);
    this.#directory.forgetLists();
    this.#follow(namesOfGroup(group), namesOfGroup({ ...group, ...names }));
  }

  removeGroup(who: string): void {
    this.#writeAll();
    const group = this.#groupNamed(who);
    this.#directory.organisation.groups.remove(group.id);
    this.#directory.forgetLists();
    this.#follow(namesOfGroup(group), undefined);
  }

  addGroup(options: GroupOptions): TenantGroup {
    this.#writeAll();
    this.#directory.forgetLists();
    return this.#directory.organisation.groups.add(options);
  }

  /**
   * Who has which right on which mailbox, and to whom it forwards, all by their IDs: `<mailbox> FullAccess <holder>`. People outside are named
   * by their address.
   */
  held(): readonly string[] {
    return this.#positions().flatMap((position) => {
      const mailbox = this.#directory.at(position);
      const { objectId, guid } = mailbox;
      const grants = KINDS.flatMap((kind) => this.#directory.rights.present(kind, mailbox));
      const rights = grants.flatMap(({ sid, rights: texts }) => texts.split(', ').map((right) => `${right} ${sid}`));
      const delegates = delegatesOf(this.#directory, mailbox).map(
        (name) => `SendOnBehalf ${this.#sidOf(name) ?? name}`,
      );
      const roles = this.#mailboxes.permissionsAt(position).map(({ emailAddress, role }) => {
        const address = addressIn(emailAddress ?? null);
        return `${typeof role === 'string' ? role : ''} ${this.#sidOf(address) ?? (address || JSON.stringify(emailAddress))}`;
      });
      const { recipient } = forwardingOf(mailbox);
      const edited = this.#directory.edited(mailbox, 'ForwardingAddress');
      // Null: it was taken away.
      const to = edited === undefined ? recipient : edited;
      const forwarding = typeof to === 'string' ? [`Forwarding ${this.#sidOf(to) ?? to}`] : [];
      return [...rights, ...delegates, ...roles, ...forwarding].map((text) => `${objectId} ${guid} ${text}`);
    });
  }

  #sidOf(name: string): string | undefined {
    if (name === '') return undefined;
    const mailbox = this.#directory.find(name);
    if (mailbox !== undefined) return accountSid(mailbox);
    const group = this.#directory.organisation.groups.find(name);
    return group && groupSid(group.id);
  }

  #mailboxNamed(who: string): ExchangeMailbox {
    const mailbox = this.#directory.find(who);
    if (mailbox === undefined) throw new Error(`there is no mailbox ${who}`);
    return mailbox;
  }

  #groupNamed(who: string): TenantGroup {
    const group = this.#directory.organisation.groups.find(who);
    if (group === undefined) throw new Error(`there is no group ${who}`);
    return group;
  }

  #positions(): readonly number[] {
    const { addresses } = this.#directory.organisation.people;
    return this.#directory.list(PLAIN_SCOPE).filter((position) => position < addresses.length);
  }

  /** Generated rights name people by their place: before a change of these, all rights are written down. */
  #writeAll(): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    for (const position of this.#positions()) {
      const mailbox = this.#directory.at(position);
      for (const kind of KINDS)
        this.#directory.rights.replace(kind, mailbox, this.#directory.rights.present(kind, mailbox));
      const delegates = delegatesOf(this.#directory, mailbox);
      this.#directory.edit(position, new Map<string, Json>([['GrantSendOnBehalfTo', delegates]]));
      this.#mailboxes.writePermissions(position);
    }
  }

  /** Renames an account or a group in everything that names it. @param after undefined: it was deleted */
  #follow(before: Names, after: Names | undefined): void {
    for (const position of this.#positions()) {
      const mailbox = this.#directory.at(position);
      for (const kind of KINDS) {
        const grants = this.#directory.rights.present(kind, mailbox);
        this.#directory.rights.replace(
          kind,
          mailbox,
          grants.map((grant) => followed(grant, before, after)),
        );
      }
      const delegates = delegatesOf(this.#directory, mailbox).flatMap((name) =>
        name === before.identity ? (after?.identity ?? []) : name,
      );
      const edits = new Map<string, Json>([['GrantSendOnBehalfTo', delegates]]);
      if (this.#directory.edited(mailbox, 'ForwardingAddress') === before.identity)
        edits.set('ForwardingAddress', after?.identity ?? null);
      this.#directory.edit(position, edits);
      this.#mailboxes.editPermissions(position, (permission) => calendarEntry(permission, before, after));
    }
  }
}

function keptNames({
  alias,
  name,
  smtpAddresses,
}: ExchangeMailbox): Pick<ExchangeMailbox, 'alias' | 'name' | 'smtpAddresses'> {
  return { alias, name, smtpAddresses };
}

function namesOf(mailbox: ExchangeMailbox): Names {
  const { userPrincipalName, name, displayName, smtpAddresses } = mailbox;
  return {
    sid: accountSid(mailbox),
    trustee: userPrincipalName,
    identity: name,
    displayName,
    addresses: smtpAddresses,
  };
}

function namesOfGroup({ id, name, address }: TenantGroup): Names {
  return { sid: groupSid(id), trustee: name, identity: name, displayName: name, addresses: [address] };
}

function followed(grant: Grant, { sid }: Names, after: Names | undefined): Grant {
  if (grant.sid !== sid) return grant;
  return after === undefined ? { ...grant, trustee: sid, gone: 'unresolved' } : { ...grant, trustee: after.trustee };
}

/** Graph shows the present address. What it shows of a deleted account is inferred: no address, and the SID as the name. */
function calendarEntry(permission: JsonObject, before: Names, after: Names | undefined): JsonObject {
  const address = addressIn(permission.emailAddress ?? null).toLowerCase();
  if (address === '' || !before.addresses.some((one) => one.toLowerCase() === address)) return permission;
  if (after === undefined) return { ...permission, emailAddress: { name: `NT:${before.sid}` } };
  const [primary = ''] = after.addresses;
  return { ...permission, emailAddress: { name: after.displayName, address: primary } };
}

function addressIn(emailAddress: Json): string {
  const address = isObject(emailAddress) ? emailAddress.address : undefined;
  return typeof address === 'string' ? address : '';
}
