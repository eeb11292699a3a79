import { property, textIn, type Json, type JsonObject } from '../json.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import { SharedTexts } from '../mailboxes/listed-objects.ts';
import { kindOf } from './recipient-kinds.ts';

/** The properties of recipients that the table is made of. https://learn.microsoft.com/powershell/module/exchange/get-recipient */
export const RECIPIENT_PROPERTIES = [
  'Name',
  'DisplayName',
  'RecipientTypeDetails',
  'PrimarySmtpAddress',
  'EmailAddresses',
  'ExternalEmailAddress',
  'HiddenFromAddressListsEnabled',
  'ExternalDirectoryObjectId',
  'Guid',
];

/** A recipient of the tenant, as far as Exchange Online says it. */
export interface Recipient {
  /** The primary one; '' if it is not known. */
  readonly address: string;
  /** All SMTP addresses, the primary one among them. */
  readonly addresses: readonly string[];
  /** Unique; '' if it is not known. */
  readonly name: string;
  /** Undefined if it is not known. */
  readonly displayName: string | undefined;
  /** `RecipientTypeDetails`; '' if it is not known. */
  readonly type: string;
  readonly isHidden: boolean | undefined;
  /** That of a contact or mail user, without its prefix: null if there is none, undefined if it is not known. */
  readonly external: string | null | undefined;
  /** In Entra ID and in the directory of Exchange, in lower case; '' if they are not known. */
  readonly objectId: string;
  readonly guid: string;
}

/** The recipients of the tenant, and how others name them. */
export class Recipients implements ListingSink {
  #all: Recipient[] = [];
  /** By address, object ID, GUID and name in lower case: null for several. Made when everything is listed. */
  readonly #byAddress = new Map<string, Recipient | null>();
  readonly #byId = new Map<string, Recipient | null>();
  /** By external address that is not a proxy address of the same recipient. */
  readonly #byExternal = new Map<string, Recipient | null>();
  #byName: Map<string, Recipient | null> | undefined;
  /** Whether the addresses of every recipient are known, so that an address that none has belongs to none. */
  #hasAllAddresses = true;
  /** Whether the external address of every contact and mail user is known. */
  #hasAllExternalAddresses = true;
  #hasExchangeOnlyRecipients = false;
  #texts = new SharedTexts();

  get all(): readonly Recipient[] {
    return this.#all;
  }

  get hasAllAddresses(): boolean {
    return this.#hasAllAddresses;
  }

  get hasAllExternalAddresses(): boolean {
    return this.#hasAllExternalAddresses;
  }

  /** Whether there are recipients that Entra ID does not have, so that Graph does not list them as members of groups. */
  get hasExchangeOnlyRecipients(): boolean {
    return this.#hasExchangeOnlyRecipients;
  }

  add(items: readonly JsonObject[]): void {
    for (const item of items) {
      const { recipient, hasAllAddresses, hasExternalAddress } = this.#recipientIn(item);
      const earlier = this.#byId.get(recipient.guid);
      // It moved to another page while these were read.
      if (earlier !== undefined && earlier !== null && isSame(earlier, recipient)) continue;
      this.#hasAllAddresses &&= hasAllAddresses;
      this.#hasAllExternalAddresses &&= hasExternalAddress;
      this.#hasExchangeOnlyRecipients ||= isExchangeOnly(recipient);
      this.#all.push(recipient);
      for (const address of recipient.addresses) addTo(this.#byAddress, address.toLowerCase(), recipient);
      const external = recipient.external?.toLowerCase();
      if (external !== undefined && this.#byAddress.get(external) !== recipient) {
        addTo(this.#byExternal, external, recipient);
      }
      for (const id of [recipient.objectId, recipient.guid]) if (id !== '') addTo(this.#byId, id, recipient);
    }
  }

  restart(): void {
    this.#all = [];
    this.#byAddress.clear();
    this.#byId.clear();
    this.#byExternal.clear();
    this.#hasAllAddresses = true;
    this.#hasAllExternalAddresses = true;
    this.#hasExchangeOnlyRecipients = false;
    this.#texts = new SharedTexts();
  }

  /** Null if several have the address. */
  withAddress(address: string): Recipient | null | undefined {
    return this.#byAddress.get(address.toLowerCase());
  }

  /** The contact or mail user with this external address, if no recipient has it as a proxy address: null for several, undefined for none. */
  withExternalAddress(address: string): Recipient | null | undefined {
    const key = address.toLowerCase();
    return this.#byAddress.has(key) ? undefined : this.#byExternal.get(key);
  }

  /** By an object ID or a GUID of the directory. */
  withId(id: string): Recipient | undefined {
    return this.#byId.get(id.toLowerCase()) ?? undefined;
  }

  /** By a name, or the distinguished name or address that stands for it. Undefined if it is uncertain which one. */
  named(identity: string): Recipient | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const recipient of this.#all)
        if (recipient.name !== '') addTo(this.#byName, recipient.name.toLowerCase(), recipient);
    }
    const [, escaped] = /^CN=((?:[^,\\]|\\.)*),/i.exec(identity) ?? [];
    const name = escaped?.replaceAll(/\\(.)/g, '$1') ?? identity;
    return this.#byName.get(name.toLowerCase()) ?? this.withAddress(identity) ?? undefined;
  }

  #recipientIn(item: JsonObject): {
    readonly recipient: Recipient;
    readonly hasAllAddresses: boolean;
    /** True if its external address is known, or is no SMTP address. */
    readonly hasExternalAddress: boolean;
  } {
    const proxies = property(item, 'EmailAddresses');
    const texts = (Array.isArray(proxies) ? proxies : []).filter((one) => typeof one === 'string');
    const primary =
      textIn(item, 'PrimarySmtpAddress') || smtpAddress(texts.find((one) => one.startsWith('SMTP:')) ?? '');
    const external = property(item, 'ExternalEmailAddress');
    const type = textIn(item, 'RecipientTypeDetails');
    const known = new Map<string, string>();
    for (const address of [primary, ...texts.map(smtpAddress)]) {
      const key = address.toLowerCase();
      if (address !== '' && !known.has(key)) known.set(key, address);
    }
    const displayName = property(item, 'DisplayName');
    const isHidden = property(item, 'HiddenFromAddressListsEnabled');
    return {
      recipient: {
        address: primary,
        addresses: [...known.values()],
        name: textIn(item, 'Name'),
        displayName: typeof displayName === 'string' ? displayName : undefined,
        type: this.#texts.of(type),
        isHidden: typeof isHidden === 'boolean' ? isHidden : undefined,
        external: externalOf(external),
        objectId: textIn(item, 'ExternalDirectoryObjectId').toLowerCase(),
        guid: textIn(item, 'Guid').toLowerCase(),
      },
      hasAllAddresses: Array.isArray(proxies) && texts.length === proxies.length,
      hasExternalAddress: external === null || typeof external === 'string' || !mayBeExternal(type),
    };
  }
}

/** The address of a proxy address of the type SMTP, which may have no prefix; '' of any other. */
function smtpAddress(text: string): string {
  return /^(?:smtp:)?\s*([^:]+@[^:]+)$/i.exec(text)?.[1] ?? '';
}

function externalOf(value: Json | undefined): Recipient['external'] {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? smtpAddress(value) || undefined : undefined;
}

/** Whether a recipient of this type can have an external address. */
function mayBeExternal(type: string): boolean {
  const kind = kindOf(type);
  return kind === undefined || kind === 'contact' || kind === 'mail user';
}

/** Whether Entra ID does not have a recipient, or may not: one of an unknown type without an object ID. */
function isExchangeOnly({ type, objectId }: Recipient): boolean {
  const kind = kindOf(type);
  return kind === 'dynamic group' || kind === 'public folder' || (kind === undefined && objectId === '');
}

function isSame(one: Recipient, other: Recipient): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function addTo(index: Map<string, Recipient | null>, key: string, recipient: Recipient): void {
  const other = index.get(key);
  index.set(key, other === undefined || other === recipient ? recipient : null);
}
