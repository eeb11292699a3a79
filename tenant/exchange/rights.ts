import type { Lag } from '../writes.ts';
import type { ExchangeMailbox, Organisation } from './mailbox.ts';
import { accountSid, groupSid, mailboxGrants, recipientGrants, type Grant, type RightsCmdlet } from './permissions.ts';
import { otherRecipients } from './recipients.ts';
import type { Property } from './rows.ts';

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

  constructor(directory: Mailboxes, clock: () => number) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /** The grants that a cmdlet lists of a mailbox. */
  present(cmdlet: RightsCmdlet, mailbox: ExchangeMailbox): readonly Grant[] {
    return this.#edited.get(keyOf(cmdlet, mailbox)) ?? GENERATED[cmdlet](mailbox);
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

  /** The account or group that a trustee parameter names; undefined if there is none. A SID is no documented name. */
  principal(identity: string): Principal | undefined {
    const mailbox = this.#directory.find(identity);
    if (mailbox !== undefined && mailbox.system === undefined) {
      const { userPrincipalName, name, objectId, position } = mailbox;
      return { name: userPrincipalName, identity: name, sid: accountSid(mailbox), objectId, position };
    }
    return this.#group(identity.trim().toLowerCase());
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
}

/** In the spelling of the service's class `ExtendedSecurityPrincipal`. */
export const SECURITY_PRINCIPAL_PROPERTIES: readonly Property<Principal>[] = [
  ['Identity', 'plain', ({ identity }) => identity],
  ['Name', 'plain', ({ identity }) => identity],
  ['SID', 'plain', ({ sid }) => sid],
  ['Type', 'plain', ({ position }) => (position === undefined ? 'UniversalSecurityGroup' : 'User')],
];

function keyOf(cmdlet: RightsCmdlet, { position }: ExchangeMailbox): string {
  return `${cmdlet} ${position}`;
}
