import type { Lag } from '../writes.ts';
import type { ExchangeMailbox, Organisation } from './mailbox.ts';
import { groupSid, mailboxGrants, recipientGrants, sidOf, type Grant, type RightsCmdlet } from './permissions.ts';
import { otherRecipients } from './recipients.ts';

/** An account or a group that can have rights. */
export interface Principal {
  /** As `Get-MailboxPermission` shows it: a user principal name, or the name of a group. */
  readonly name: string;
  /** As `Get-Mailbox` shows it under `GrantSendOnBehalfTo`. */
  readonly identity: string;
  readonly sid: string;
  readonly objectId: string;
  /** Of its mailbox; undefined for a group. */
  readonly position: number | undefined;
}

/** What became of an account: it was deleted, has another name, or was deleted and made again under the same name. */
export type AccountChange = 'deleted' | 'replaced' | { readonly name: string };

/** The mailboxes that have rights, and those that rights are about. */
interface Mailboxes {
  readonly organisation: Organisation;
  find(identity: string): ExchangeMailbox | undefined;
  at(position: number): ExchangeMailbox;
  forgetLists(): void;
}

interface StaleGrants extends Lag {
  reads: number;
  readonly grants: readonly Grant[];
}

const GENERATED = { mailbox: mailboxGrants, recipient: recipientGrants } as const;

/** The rights on the mailboxes of an organisation as cmdlets have changed them, and the accounts that have them. */
export class Rights {
  readonly #directory: Mailboxes;
  readonly #clock: () => number;
  readonly #edited = new Map<string, readonly Grant[]>();
  readonly #stale = new Map<string, StaleGrants>();
  /** By the position of the account's mailbox. */
  readonly #accounts = new Map<number, AccountChange>();

  constructor(directory: Mailboxes, clock: () => number) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /** The grants that a cmdlet lists of a mailbox, with the present names of their trustees. */
  present(cmdlet: RightsCmdlet, mailbox: ExchangeMailbox): readonly Grant[] {
    return (this.#edited.get(keyOf(cmdlet, mailbox)) ?? GENERATED[cmdlet](mailbox)).map((grant) => this.#named(grant));
  }

  /** The grants that a read shows, which may lag behind. */
  shown(cmdlet: RightsCmdlet, mailbox: ExchangeMailbox): readonly Grant[] {
    const key = keyOf(cmdlet, mailbox);
    const stale = this.#stale.get(key);
    if (stale === undefined) return this.present(cmdlet, mailbox);
    const isBehind = stale.reads > 0 || this.#clock() < stale.until;
    stale.reads -= 1;
    return isBehind ? stale.grants : this.present(cmdlet, mailbox);
  }

  /** Replaces the grants of a mailbox; during the lag, reads still show those before. */
  replace(
    cmdlet: RightsCmdlet,
    mailbox: ExchangeMailbox,
    grants: readonly Grant[],
    lag: Lag = { reads: 0, until: 0 },
  ): void {
    const key = keyOf(cmdlet, mailbox);
    this.#stale.set(key, { ...lag, grants: this.present(cmdlet, mailbox) });
    this.#edited.set(key, grants);
    this.#directory.forgetLists();
  }

  /** Changes the account of a mailbox, which keeps its addresses. */
  changeAccount(position: number, change: AccountChange): void {
    this.#accounts.set(position, change);
  }

  /** The account or group that a trustee parameter names; undefined if there is none. A SID is no documented name. */
  principal(identity: string): Principal | undefined {
    const key = identity.trim().toLowerCase();
    for (const [position, change] of this.#accounts) {
      if (typeof change === 'object' && change.name.toLowerCase() === key) return this.#account(position);
    }
    const mailbox = this.#directory.find(identity);
    if (mailbox !== undefined && mailbox.system === undefined) {
      const account = this.#account(mailbox.position);
      const isFormerName =
        account?.name !== mailbox.userPrincipalName && key === mailbox.userPrincipalName.toLowerCase();
      return isFormerName ? undefined : account;
    }
    return this.#group(key);
  }

  #account(position: number): Principal | undefined {
    const change = this.#accounts.get(position);
    if (change === 'deleted') return undefined;
    const { userPrincipalName, name: identity, objectId } = this.#directory.at(position);
    const sid = sidOf(position);
    if (change === 'replaced') {
      const otherId = objectId.replace('-8000-', '-8001-');
      return { name: userPrincipalName, identity, sid: `${sid}9`, objectId: otherId, position };
    }
    return { name: change?.name ?? userPrincipalName, identity, sid, objectId, position };
  }

  #group(key: string): Principal | undefined {
    const { organisation } = this.#directory;
    const found = otherRecipients(organisation).find(({ name, primarySmtpAddress, objectId, type }) => {
      const isGroup = type === 'MailUniversalSecurityGroup' || type === 'GroupMailbox';
      return isGroup && [name, primarySmtpAddress, objectId].some((one) => one.toLowerCase() === key);
    });
    if (found === undefined) return undefined;
    const { name, objectId } = found;
    return { name, identity: name, sid: groupSid(objectId), objectId, position: undefined };
  }

  /** An account that is gone leaves its SID behind. */
  #named(grant: Grant): Grant {
    for (const [position, change] of this.#accounts) {
      if (grant.sid !== sidOf(position)) continue;
      if (typeof change === 'object') return { ...grant, trustee: change.name };
      return { ...grant, trustee: grant.sid, gone: 'unresolved' };
    }
    return grant;
  }
}

function keyOf(cmdlet: RightsCmdlet, { position }: ExchangeMailbox): string {
  return `${cmdlet} ${position}`;
}
