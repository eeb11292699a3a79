import type { Json } from '../json.ts';
import type { Lag } from '../writes.ts';
import { ExchangeMailbox, LISTED_KINDS, SYSTEM_MAILBOXES, type Organisation } from './mailbox.ts';
import { Rights } from './rights.ts';

/** The mailboxes of a listing. */
export interface Scope {
  readonly arbitration: boolean;
  /** Of mailboxes without an account: `deleted` are those that are soft-deleted, and inactive ones. */
  readonly inactive: 'without' | 'with' | 'only' | 'deleted';
}

/** Each may hold a number for every mailbox. */
const MOST_LISTS = 32;
export const PLAIN_SCOPE: Scope = { arbitration: false, inactive: 'without' };

/** The mailboxes of the organisation, as Exchange lists and finds them. */
export class Directory {
  readonly organisation: Organisation;
  readonly rights: Rights;
  readonly #lists = new Map<string, readonly number[]>();
  readonly #edits = new Map<number, Map<string, Json>>();
  readonly #stale = new Map<
    number,
    { reads: number; readonly until: number; readonly edits: ReadonlyMap<string, Json> }
  >();
  readonly #clock: () => number;
  #guids: Map<string, number> | undefined;

  constructor(organisation: Organisation, clock: () => number) {
    this.organisation = organisation;
    this.#clock = clock;
    this.rights = new Rights(this, clock);
  }

  /** Epoch ms. */
  get now(): number {
    return this.#clock();
  }

  /** Changes properties of a mailbox, from now on; during the lag, reads still show what was there before. */
  edit(position: number, values: ReadonlyMap<string, Json>, lag: Lag = { reads: 0, until: 0 }): void {
    const before = this.#edits.get(position) ?? new Map<string, Json>();
    this.#stale.set(position, { ...lag, edits: before });
    this.#edits.set(position, new Map([...before, ...values]));
    // They may be of a condition about these properties.
    this.forgetLists();
  }

  forgetLists(): void {
    this.#lists.clear();
  }

  /** Forgets what was changed of a mailbox: the one that is made again is another. */
  forgetEdits(position: number): void {
    this.#edits.delete(position);
    this.#stale.delete(position);
    this.#guids = undefined;
    this.forgetLists();
  }

  /** The value that a property was changed to; undefined if it was not. */
  edited({ position }: ExchangeMailbox, property: string): Json | undefined {
    return this.#edits.get(position)?.get(property);
  }

  /** For a read of these mailboxes: the value that a property is shown to be changed to, which may lag behind. */
  shown(positions: readonly number[]): (mailbox: ExchangeMailbox, property: string) => Json | undefined {
    const behind = new Map<number, ReadonlyMap<string, Json>>();
    for (const [position, stale] of this.#stale) {
      if (!positions.includes(position)) continue;
      if (stale.reads > 0 || this.#clock() < stale.until) behind.set(position, stale.edits);
      else this.#stale.delete(position);
      stale.reads -= 1;
    }
    return (mailbox, property) => {
      const edits = behind.get(mailbox.position);
      return edits === undefined ? this.edited(mailbox, property) : edits.get(property);
    };
  }

  at(position: number): ExchangeMailbox {
    return new ExchangeMailbox(this.organisation, position);
  }

  /**
   * Positions in the order of a listing: system mailboxes first.
   * @param name of a condition, under which its list is kept for the pages to come
   */
  list(scope: Scope, name = '', condition?: (mailbox: ExchangeMailbox) => boolean): readonly number[] {
    const key = `${String(scope.arbitration)} ${scope.inactive} ${name}`;
    return this.cached(key, () =>
      condition === undefined ? this.#all(scope) : this.list(scope).filter((position) => condition(this.at(position))),
    );
  }

  /** A list of numbers that is kept for the pages to come. */
  cached(key: string, make: () => readonly number[]): readonly number[] {
    let found = this.#lists.get(key);
    if (found === undefined) {
      found = make();
      if (this.#lists.size >= MOST_LISTS) this.#lists.clear();
      this.#lists.set(key, found);
    }
    return found;
  }

  #all({ arbitration, inactive }: Scope): readonly number[] {
    const { people } = this.organisation;
    const hasActive = inactive === 'without' || inactive === 'with';
    const found: number[] = [];
    for (const [at, { type }] of SYSTEM_MAILBOXES.entries()) {
      const isWanted = (type === 'ArbitrationMailbox') === arbitration && hasActive;
      if (isWanted) found.push(people.addresses.length + at);
    }
    for (let position = 0; !arbitration && position < people.addresses.length; position++) {
      const kind = people.kind(position);
      const isDeleted = inactive === 'deleted' && kind === 'missing' && this.at(position).isSoftDeleted;
      if (kind === 'inactive' ? inactive !== 'without' : (LISTED_KINDS.has(kind) && hasActive) || isDeleted)
        found.push(position);
    }
    return found;
  }

  /**
   * The mailbox of an identity: its name, alias, distinguished name, an ID, the user principal name or any of its SMTP
   * addresses, without case. https://learn.microsoft.com/powershell/module/exchange/get-mailbox
   */
  find(identity: string, scope: Scope = PLAIN_SCOPE): ExchangeMailbox | undefined {
    const position = this.#positionOf(identity.trim().toLowerCase());
    if (position === undefined) return undefined;
    const mailbox = this.at(position);
    const { kind } = mailbox;
    if (kind === 'system') return mailbox;
    return LISTED_KINDS.has(kind) || (kind === 'inactive' && scope.inactive !== 'without') ? mailbox : undefined;
  }

  #positionOf(identity: string): number | undefined {
    const { people } = this.organisation;
    const [, fromName] = /^cn=((?:[^,\\]|\\.)*),/.exec(identity) ?? [];
    const key = fromName ?? identity;
    const renamed = people.changedPositions.find((position) => this.#isNamed(position, key));
    if (renamed !== undefined) return renamed;
    const position = this.#positionOfUnchanged(key);
    return position === undefined || people.changed(position) === undefined ? position : undefined;
  }

  /** Whether a person whose names were changed has a name now. */
  #isNamed(position: number, key: string): boolean {
    if (this.organisation.people.changed(position)?.isGone === true) return false;
    const { userPrincipalName, smtpAddresses, alias, name, objectId, guid, exchangeGuid } = this.at(position);
    const names = [userPrincipalName, ...smtpAddresses, alias, name, objectId, guid, exchangeGuid];
    return names.some((one) => one.toLowerCase() === key);
  }

  #positionOfUnchanged(key: string): number | undefined {
    const { people, initialDomain } = this.organisation;
    const isGuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
    if (isGuid) return this.#positionOfId(key) ?? this.#allGuids().get(key);
    const system = SYSTEM_MAILBOXES.findIndex(
      ({ name }) => key === name.toLowerCase() || key === `${name.toLowerCase()}@${initialDomain}`,
    );
    if (system !== -1) return people.addresses.length + system;
    const [, alias] = new RegExp(`^alias\\.(\\d{1,7})@${people.domain}$`).exec(key) ?? [];
    if (alias !== undefined) {
      const mailbox = Number(alias) < people.addresses.length ? this.at(Number(alias)) : undefined;
      return mailbox?.emailAddresses.includes(`smtp:${key}`) === true ? mailbox.position : undefined;
    }
    if (!key.includes('@')) return people.find(`${key}@${people.domain}`);
    return people.find(key.endsWith(`@${initialDomain}`) ? key.replace(initialDomain, people.domain) : key);
  }

  #positionOfId(id: string): number | undefined {
    const { people } = this.organisation;
    const position = parseInt(id.slice(24), 16);
    return position < people.addresses.length && people.objectId(position) === id ? position : undefined;
  }

  #allGuids(): ReadonlyMap<string, number> {
    if (this.#guids === undefined) {
      this.#guids = new Map();
      for (const position of [...this.list(PLAIN_SCOPE), ...this.list({ ...PLAIN_SCOPE, inactive: 'only' })]) {
        const { guid, exchangeGuid } = this.at(position);
        this.#guids.set(guid, position).set(exchangeGuid, position);
      }
    }
    return this.#guids;
  }
}
