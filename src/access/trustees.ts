import { UserError } from '../errors.ts';
import { MAX_MEMBERS, NAMES_PERMISSION, type Group, type Groups, type Members } from './groups.ts';
import { GROUPS_PERMISSION } from '../reports/built-in/access.ts';
import { property, textIn, type JsonObject } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { isCertainly, known, NOT_KNOWN, reasonOf, type Known, type UnknownReason } from '../reports/known.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Person, Trustee, Trustees } from './access-rows.ts';
import { count } from '../text/numbers.ts';

export interface TrusteesOptions {
  readonly mailboxes: MailboxList;
  readonly groups: Groups;
  /** What the run asks Exchange Online for, if it does. */
  readonly exchange:
    | {
        /** The recipients that are groups. Rejects with a UserError. */
        readonly groups: () => Promise<readonly JsonObject[]>;
        /** The address of a recipient that a mailbox forwards to: null if it is not known, undefined for any other name. */
        readonly addressOf: (name: string) => string | null | undefined;
      }
    | undefined;
  readonly inside: InternalDomains | undefined;
  readonly signal: AbortSignal;
  /** Receives what people should know although it is no error. */
  readonly notice: (message: string) => void;
}

/** A group as Exchange Online or Graph names it. */
interface NamedGroup extends Person {
  /** Undefined: Graph does not have it, such as a dynamic distribution group, or it is not known which one it is. */
  readonly group: Group | undefined;
}

const SID = /^S-1-\d+(?:-\d+)+$/i;

/**
 * Finds out who is behind the trustees of grants. What an address is, the groups of Graph say, also of an address of the list, which
 * can be that of a group; names are those of groups in Exchange Online, which shows users by their user principal name. If none of
 * them can say it, it is not known.
 */
export class RunTrustees implements Trustees {
  readonly #options: TrusteesOptions;
  /** The names of the list's mailboxes by address in lower case; '' if the list says none. */
  readonly #mailboxes = new Map<string, string>();
  /** Groups of Exchange by address and by name in lower case. */
  readonly #addresses = new Map<string, NamedGroup>();
  readonly #names = new Map<string, Set<NamedGroup>>();
  readonly #displayNames = new Map<string, Set<NamedGroup>>();
  readonly #members = new Map<string, Known<readonly Person[]>>();
  readonly #noticed = new Set<string>();
  #knowsGroups = false;
  #knowsNames = false;

  constructor(options: TrusteesOptions) {
    const { mailboxes } = options;
    this.#options = options;
    const nameIndex = mailboxes.columns.indexOf('DisplayName');
    for (const { address, columns } of mailboxes.mailboxes) {
      this.#mailboxes.set(address.toLowerCase(), columns?.[nameIndex] ?? '');
    }
  }

  /** Lists the groups. Await it before anything else. */
  async list(): Promise<void> {
    const { groups, exchange, signal } = this.#options;
    const [failure, recipients] = await Promise.all([groups.list(), exchange === undefined ? [] : this.#listNames()]);
    this.#knowsGroups = failure === undefined;
    if (failure?.status === 'access-denied') {
      this.#notice(
        'groups',
        `Groups with access are not expanded: the application may not list them. Grant it ${GROUPS_PERMISSION}, and ` +
          `${NAMES_PERMISSION} for the names of members.`,
      );
    } else if (failure !== undefined && !signal.aborted) {
      this.#notice('groups', `Groups with access are not expanded, because they cannot be listed: ${failure.error}.`);
    }
    for (const item of recipients) this.#addName(item);
  }

  /** Reads the members of the groups among trustees. */
  async expand(trustees: Iterable<string>): Promise<void> {
    const groupsById = new Map<string, Group>();
    for (const trustee of trustees) {
      const { group } = this.#groupOf(this.#labelOf(trustee)) ?? {};
      if (group !== undefined && !this.#members.has(group.id)) groupsById.set(group.id, group);
    }
    const groups = [...groupsById.values()];
    if (groups.length === 0 || !this.#knowsGroups) return;
    const memberLists = await this.#options.groups.members(groups);
    for (const [index, { id }] of groups.entries())
      this.#members.set(id, this.#personsIn(memberLists[index] ?? 'hidden'));
  }

  readonly find = (trustee: string): Trustee => {
    const label = this.#labelOf(trustee);
    const group = this.#groupOf(label);
    if (group === undefined) {
      const name = nameOf(this.#mailboxes.get(label.toLowerCase()));
      return { label, name, members: this.#mayBeGroup(label) ? NOT_KNOWN : undefined };
    }
    return { ...group, members: (group.group && this.#members.get(group.group.id)) ?? NOT_KNOWN };
  };

  readonly isInside = (label: string): Known<boolean> => {
    const { inside } = this.#options;
    return domainOf(label) === undefined || inside === undefined ? NOT_KNOWN : known(inside.hasAddress(label));
  };

  #labelOf(trustee: string): string {
    return this.#options.exchange?.addressOf(trustee) ?? trustee;
  }

  #groupOf(label: string): NamedGroup | undefined {
    const key = label.toLowerCase();
    const group = this.#options.groups.byAddress(label);
    if (group === null) return { label, name: NOT_KNOWN, group: undefined };
    if (group !== undefined) return namedGroup(group, label);
    const byAddress = this.#addresses.get(key);
    if (byAddress !== undefined) return byAddress;
    // Names are unique, other than display names, which Exchange may show in their place.
    for (const namesakes of [this.#names.get(key), this.#displayNames.get(key)]) {
      const [first, ...rest] = namesakes ?? [];
      if (first !== undefined) return rest.length === 0 ? first : { label, name: NOT_KNOWN, group: undefined };
    }
    return undefined;
  }

  /** Whether a trustee that is no known group may be one. */
  #mayBeGroup(label: string): boolean {
    if (SID.test(label)) return false;
    if (domainOf(label) === undefined) {
      // Groups of Microsoft's own servers, and recipients that Exchange cannot resolve.
      return !this.#knowsNames || label.includes('\\') || this.#options.exchange?.addressOf(label) === null;
    }
    return !this.#knowsGroups && !this.#knowsNames && !isCertainly(this.isInside(label), false);
  }

  async #listNames(): Promise<readonly JsonObject[]> {
    const { exchange, signal } = this.#options;
    try {
      const groups = (await exchange?.groups()) ?? [];
      this.#knowsNames = !signal.aborted;
      return groups;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#notice('names', `Names of groups with access are not known: ${error.message}`);
      return [];
    }
  }

  #addName(item: JsonObject): void {
    const [name, displayName] = [textIn(item, 'Name'), textIn(item, 'DisplayName')];
    const address = textIn(item, 'PrimarySmtpAddress');
    const group = this.#options.groups.get(textIn(item, 'ExternalDirectoryObjectId'));
    const entry: NamedGroup = { label: address || name, name: nameOf(displayName || name), id: group?.id, group };
    const proxies = property(item, 'EmailAddresses');
    for (const one of [address, ...(Array.isArray(proxies) ? proxies : [])]) {
      if (typeof one !== 'string' || !one.includes('@')) continue;
      const key = one.replace(/^smtp:/i, '').toLowerCase();
      const isAmbiguous = ![undefined, entry].includes(this.#addresses.get(key));
      this.#addresses.set(key, isAmbiguous ? { label: key, name: NOT_KNOWN, group: undefined } : entry);
    }
    for (const [key, names] of [[name, this.#names] as const, [displayName, this.#displayNames] as const]) {
      if (key === '') continue;
      const folded = key.toLowerCase();
      names.set(folded, (names.get(folded) ?? new Set()).add(entry));
    }
  }

  #personsIn(members: Members): Known<readonly Person[]> {
    const unknown = (reason: UnknownReason): Known<never> => ({ isKnown: false, reason });
    if (members === 'unnamed') {
      this.#notice(
        members,
        `Graph does not name the members of some groups with access, which are not expanded. Grant the application ${NAMES_PERMISSION}.`,
      );
      return unknown('permission');
    }
    if (members === 'hidden') {
      this.#notice(members, 'Some groups with access are not expanded: only their members may see who is in them.');
      return unknown('permission');
    }
    if (members === 'unlisted') {
      this.#notice(
        members,
        'Some groups with access are not expanded: a group in them is not among the groups that Graph lists.',
      );
      return unknown('not-in-the-answer');
    }
    if (members === 'too-many') {
      this.#notice(
        members,
        `Some groups with access are not expanded: they have more than ${count(MAX_MEMBERS)} members.`,
      );
      return unknown('not-read');
    }
    if ('status' in members) {
      if (members.status !== 'cancelled')
        this.#notice(
          'unread',
          `Some groups with access are not expanded, because they cannot be read: ${members.error}.`,
        );
      return unknown(reasonOf(members));
    }
    return known(members);
  }

  #notice(kind: string, message: string): void {
    if (this.#noticed.has(kind)) return;
    this.#noticed.add(kind);
    this.#options.notice(message);
  }
}

function nameOf(text: string | undefined): Known<string> {
  return text === undefined || text === '' ? NOT_KNOWN : known(text);
}

function namedGroup(group: Group, label: string): NamedGroup {
  return { label: group.address || label, name: nameOf(group.name), id: group.id, group };
}
