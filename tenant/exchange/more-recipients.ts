import { hash } from 'node:crypto';

/** A recipient of the directory that is neither a mailbox nor a group. */
export interface RecipientOptions {
  /** Unique among all recipients. */
  readonly name: string;
  /** `RecipientTypeDetails`. */
  readonly type: 'MailContact' | 'MailUser' | 'GuestMailUser' | 'PublicFolder';
  /** Its primary address. Of contacts, mail users and guests by default the one outside. */
  readonly address?: string;
  /** Without it, the recipient has no address outside. */
  readonly externalAddress?: string;
  /** With their prefixes, such as `smtp:` and `X500:`. */
  readonly otherAddresses?: readonly string[];
  readonly isHidden?: boolean;
}

/** In the directory. */
export function guidOf(source: string): string {
  return hash('md5', source).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The ID that Entra ID has for a recipient. A public folder is in Exchange alone. */
export function objectIdOf({ name, type }: RecipientOptions): string {
  return type === 'PublicFolder' ? '' : guidOf(`object ${name}`);
}

export function addressOf({ address, externalAddress = '' }: RecipientOptions): string {
  return address ?? externalAddress;
}
