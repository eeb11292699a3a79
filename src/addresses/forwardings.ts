import { property, textIn, type JsonObject } from '../json.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { Recipient } from './recipients.ts';

/** Where a mailbox forwards to, as far as Exchange Online says it: null for nowhere, undefined if it is not known. */
export interface Forwarding {
  /** The name or distinguished name of a recipient. The address does not count beside it. https://learn.microsoft.com/powershell/module/exchange/set-mailbox#-forwardingaddress */
  readonly recipient: string | null | undefined;
  /** Without its prefix. */
  readonly address: string | null | undefined;
  /** Whether the mailbox keeps a copy. */
  readonly keepsCopy: boolean | undefined;
}

const UNKNOWN: Forwarding = { recipient: undefined, address: undefined, keepsCopy: undefined };

/** The forwarding of the mailboxes of the tenant. Of most, only that there is none is kept. */
export class Forwardings implements ListingSink {
  /** The properties of `Get-Mailbox` that it reads. */
  readonly select = [
    'ExternalDirectoryObjectId',
    'Guid',
    'ForwardingAddress',
    'ForwardingSmtpAddress',
    'DeliverToMailboxAndForward',
  ];
  /** By GUID of the directory, or object ID: null for none. */
  readonly #byId = new Map<string, Forwarding | null>();

  add(items: readonly JsonObject[]): void {
    for (const item of items) {
      const id = textIn(item, 'Guid') || textIn(item, 'ExternalDirectoryObjectId');
      if (id === '') continue;
      const key = id.toLowerCase();
      const forwarding = forwardingIn(item);
      const earlier = this.#byId.get(key);
      const isOther = earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(forwarding);
      this.#byId.set(key, isOther ? UNKNOWN : forwarding);
    }
  }

  restart(): void {
    this.#byId.clear();
  }

  /** Null if a mailbox does not forward, undefined if Exchange Online does not list it. */
  of({ guid, objectId }: Pick<Recipient, 'guid' | 'objectId'>): Forwarding | null | undefined {
    const ofGuid = this.#byId.get(guid);
    return ofGuid === undefined ? this.#byId.get(objectId) : ofGuid;
  }
}

function forwardingIn(item: JsonObject): Forwarding | null {
  const recipient = targetIn(item, 'ForwardingAddress');
  const target = targetIn(item, 'ForwardingSmtpAddress');
  if (recipient === null && target === null) return null;
  const keepsCopy = property(item, 'DeliverToMailboxAndForward');
  return {
    recipient,
    address: typeof target === 'string' ? target.replace(/^smtp:/i, '') : target,
    keepsCopy: typeof keepsCopy === 'boolean' ? keepsCopy : undefined,
  };
}

function targetIn(item: JsonObject, name: string): string | null | undefined {
  const value = property(item, name);
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : undefined;
}
